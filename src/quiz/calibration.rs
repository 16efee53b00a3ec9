//! What calibration found out about an item, how its scale lies on that of levels, and how an adaptive quiz goes on.

use super::limits::{OPTIONS, STEPS, TOP};
use crate::closed::Closed;
use crate::text::json::At;
use crate::text::record::{List, OneOf, Record, Slot, Text};
use crate::{closed, record};

closed! {
    /// The response models that an item can be calibrated with.
    #[derive(Default)]
    pub enum ModelKind {
        /// One parameter: the location.
        #[default]
        OnePl = "1pl",
        /// Location and slope.
        TwoPl = "2pl",
        /// Location, slope and lower asymptote.
        ThreePl = "3pl",
        /// Location, slope, lower and upper asymptote.
        FourPl = "4pl",
        /// Samejima's graded responses.
        Graded = "graded",
        /// Generalised partial credit.
        PartialCredit = "partial-credit",
        /// Bock's nominal responses.
        Nominal = "nominal",
    }
}

/// Slopes, locations and intercepts are within this of 0.
pub const WIDEST: f64 = 10_000.0;

/// The most items of each skill that a quiz opens with, and that stand on one of its screens.
const SCREENS: u32 = 4;

/// The smallest slope of an item with one slope.
pub const FLATTEST: f64 = 0.001;

/// The largest slope of an item with one slope.
pub const STEEPEST: f64 = 1_000.0;

/// The parameters of an item: logistic metric D = 1, form a(theta - b).
#[derive(Debug, Default)]
pub struct Calibration {
    /// The skill that the parameters are about.
    pub skill: Text,
    /// The response model.
    pub model: ModelKind,
    /// Slope, above 0; `1pl`: 1 if not said.
    pub a: Option<f64>,
    /// Location; `graded`: thresholds, rising; `partial-credit`: steps.
    pub b: Numbers,
    /// `3pl`, `4pl`: lower asymptote.
    pub c: Option<f64>,
    /// `4pl`: upper asymptote.
    pub d: Option<f64>,
    /// `nominal`: slope of each category.
    pub slopes: Numbers,
    /// `nominal`: intercept of each category.
    pub intercepts: Numbers,
    /// `single`: the category that each option is.
    pub categories: Categories,
    /// Node of the record.
    pub at: At,
}

impl Calibration {
    /// Number of categories that the parameters are for.
    pub fn count(&self) -> usize {
        if self.model == ModelKind::Nominal { self.slopes.0.len() } else { self.b.0.len() + 1 }
    }
}

impl Record for Calibration {
    fn names(&self) -> &'static str {
        match self.model {
            ModelKind::OnePl => "model skill a? b categories?",
            ModelKind::TwoPl | ModelKind::Graded | ModelKind::PartialCredit => "model skill a b categories?",
            ModelKind::ThreePl => "model skill a b c categories?",
            ModelKind::FourPl => "model skill a b c d categories?",
            ModelKind::Nominal => "model skill slopes intercepts categories?",
        }
    }

    fn field(&mut self, _index: usize, name: &str) -> Slot<'_> {
        let stepped = matches!(self.model, ModelKind::Graded | ModelKind::PartialCredit);
        match name {
            "skill" => Slot::Id(&mut self.skill),
            "a" => Slot::Number(self.a.get_or_insert_default(), FLATTEST, STEEPEST),
            "b" => Slot::List(&mut self.b, 1, if stepped { STEPS as usize - 1 } else { 1 }),
            "c" => Slot::Number(self.c.get_or_insert_default(), 0.0, 1.0),
            "d" => Slot::Number(self.d.get_or_insert_default(), 0.0, 1.0),
            "slopes" => Slot::List(&mut self.slopes, 2, OPTIONS),
            "intercepts" => Slot::List(&mut self.intercepts, 2, OPTIONS),
            _ => Slot::List(&mut self.categories, 2, OPTIONS),
        }
    }

    fn place(&mut self, at: At) {
        self.at = at;
    }

    fn kinds(&self) -> &'static str {
        ModelKind::WORDS
    }

    fn kind_name(&self) -> &'static str {
        "model"
    }

    fn become_kind(&mut self, kind: u8) {
        self.model = ModelKind::ALL.get(usize::from(kind)).copied().unwrap_or_default();
    }
}

/// A list of parameters.
#[derive(Debug, Default)]
pub struct Numbers(pub Vec<f64>);

impl List for Numbers {
    fn push(&mut self) -> Slot<'_> {
        self.0.push(0.0);
        self.0.last_mut().map_or(Slot::Anything, |number| Slot::Number(number, -WIDEST, WIDEST))
    }
}

/// A list of categories.
#[derive(Debug, Default)]
pub struct Categories(pub Vec<u32>);

impl List for Categories {
    fn push(&mut self) -> Slot<'_> {
        self.0.push(0);
        self.0.last_mut().map_or(Slot::Anything, |category| Slot::Whole(category, 0, OPTIONS as u32))
    }
}

closed! {
    /// How levels are estimated from calibrated items; by [`Method::Map`] where the document does not say.
    pub enum Method {
        /// Mode of the posterior, all skills together.
        Map = "map",
        /// Mean of the posterior, each skill alone.
        Eap = "eap",
    }
}

/// How the scale that items were calibrated on lies on that of levels: level = zero + unit * theta.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The level at theta 0.
    pub zero: f64,
    /// Levels for one unit of theta, above 0.
    pub unit: f64,
    /// How levels are estimated.
    pub method: OneOf<Method>,
    /// Node of the record.
    pub at: At,
}

impl Default for Scale {
    fn default() -> Scale {
        Scale { zero: 2.0, unit: 1.0, method: OneOf::default(), at: 0 }
    }
}

record!(Scale, scale:
    "zero" => Slot::Number(&mut scale.zero, -WIDEST, WIDEST),
    "unit" => Slot::Number(&mut scale.unit, 0.001, WIDEST),
    "method?" => scale.method.slot(),
);

/// How two skills go together among people, assumed or found.
#[derive(Debug, Default)]
pub struct Correlation {
    /// One skill.
    pub skill: Text,
    /// The other.
    pub with: Text,
    /// Their correlation, -.99 to .99.
    pub value: f64,
    /// Node of the record.
    pub at: At,
}

record!(Correlation, correlation:
    "skill" => Slot::Id(&mut correlation.skill),
    "with" => Slot::Id(&mut correlation.with),
    "value" => Slot::Number(&mut correlation.value, -0.99, 0.99),
);

closed! {
    /// The criteria by which an item is chosen. Where the document names none, see [`super::Quiz::decides`].
    pub enum Criterion {
        /// The most information at the level so far.
        Information = "information",
        /// The most information on average over what is known of the level.
        Posterior = "posterior",
        /// What most decides between roles.
        Decide = "decide",
    }
}

/// How an adaptive quiz chooses its items and when it ends.
#[derive(Debug, Default)]
pub struct Adaptive {
    /// By what the next item is chosen.
    pub rule: OneOf<Criterion>,
    /// Items asked at least.
    pub min: Option<u32>,
    /// Items asked at most.
    pub max: u32,
    /// Ends when every skill's standard error is as small as this, in levels. From evidence grade 3.
    pub stop_error: Option<f64>,
    /// Ends when a role fits best with this probability. For quizzes of several skills.
    pub stop_share: Option<f64>,
    /// The next item is drawn from so many of the best, with the session's seed; 1 if not said.
    pub among: Option<u32>,
    /// Level at which the first item is chosen; the prior's mean if not said.
    pub start: Option<f64>,
    /// Whether the skill with the fewest items asked comes first.
    pub balance: bool,
    /// So many items of each skill are asked before the rule chooses.
    pub each: Option<u32>,
    /// So many items, each of another skill, stand on one screen and are chosen together; 1 if not said.
    pub screen: Option<u32>,
    /// At most so many items are asked that cannot share a screen.
    pub alone_max: Option<u32>,
    /// Ends when the next screen is expected to raise the largest share of a role by less than this.
    pub stop_gain: Option<f64>,
    /// Node of the record.
    pub at: At,
}

impl Adaptive {
    /// Whether items are chosen screen by screen: by the answers before a screen, and not by those on it.
    pub fn by_screens(&self) -> bool {
        self.each.or(self.screen).or(self.alone_max).is_some() || self.stop_gain.is_some()
    }
}

record!(Adaptive, adaptive:
    "rule?" => adaptive.rule.slot(),
    "min?" => Slot::Whole(adaptive.min.get_or_insert_default(), 1, OPTIONS as u32 * 20),
    "max" => Slot::Whole(&mut adaptive.max, 1, OPTIONS as u32 * 20),
    "stop_error?" => Slot::Number(adaptive.stop_error.get_or_insert_default(), 0.01, TOP),
    "stop_share?" => Slot::Number(adaptive.stop_share.get_or_insert_default(), 0.5, 1.0),
    "among?" => Slot::Whole(adaptive.among.get_or_insert_default(), 1, OPTIONS as u32),
    "start?" => Slot::Number(adaptive.start.get_or_insert_default(), 0.0, TOP),
    "balance?" => Slot::Flag(&mut adaptive.balance),
    "each?" => Slot::Whole(adaptive.each.get_or_insert_default(), 1, SCREENS),
    "screen?" => Slot::Whole(adaptive.screen.get_or_insert_default(), 2, SCREENS),
    "alone_max?" => Slot::Whole(adaptive.alone_max.get_or_insert_default(), 0, OPTIONS as u32),
    "stop_gain?" => Slot::Number(adaptive.stop_gain.get_or_insert_default(), 0.0, 0.5),
);
