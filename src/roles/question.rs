//! What comes next where a quiz is to decide between roles: the rule, and the same for a session that stands in another
//! module, as a text.

use super::catalogue::Catalogue;
use super::decide::{Candidate, Winners};
use super::draws::ranking;
use super::posterior::Posterior;
use super::verdict::{CallKind, verdict};
use crate::closed;
use crate::model::calibrated::of_theta;
use crate::numeric::ordered;
use crate::problem::{Problem, Problems};
use crate::quiz::calibration::Calibration;
use crate::quiz::limits::{ITEMS, OPTIONS};
use crate::record;
use crate::text::json;
use crate::text::record::{self, Ids, Slot, Text};
use serde::Serialize;

/// How far a catalogue has a say in what a quiz asks next and in when it ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Rule {
    /// Number of items asked so far.
    pub asked: u32,
    /// Number of items to be asked before the quiz may end by the share of a role.
    pub min: u32,
    /// The share at which the quiz ends, 0 to 1; nothing where it does not end by a share.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stop_share: Option<f64>,
    /// Whether the item that most decides between roles is asked next.
    pub decides: bool,
    /// Of a quiz that asks by screens: the most items of the next one, without one that is instructed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub screen: Option<u32>,
    /// The expected gain below which such a quiz ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stop_gain: Option<f64>,
}

record!(Rule, rule without place:
    "asked" => Slot::Whole(&mut rule.asked, 0, ITEMS as u32),
    "min" => Slot::Whole(&mut rule.min, 0, ITEMS as u32),
    "stop_share?" => Slot::Number(rule.stop_share.get_or_insert_default(), 0.0, 1.0),
    "decides" => Slot::Flag(&mut rule.decides),
    "screen?" => Slot::Whole(rule.screen.get_or_insert_default(), 0, OPTIONS as u32),
    "stop_gain?" => Slot::Number(rule.stop_gain.get_or_insert_default(), 0.0, 1.0),
);

closed! {
    /// Why a quiz ends.
    pub enum Ending {
        /// It has its length, or nothing is left to ask.
        Length = "length",
        /// A role fits best with the probability that is wanted.
        Share = "share",
        /// What comes next would hardly make that probability larger.
        Gain = "gain",
    }
}

/// Something that could be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer<T> {
    /// What it is.
    pub item: T,
    /// What it measures.
    pub candidate: Candidate,
    /// Whether it may share a screen.
    pub shares: bool,
}

/// What a catalogue knows of a person in whose quiz it has a say.
pub struct Judge<'j> {
    /// The catalogue.
    pub catalogue: &'j Catalogue,
    /// What is known of the person.
    pub posterior: &'j Posterior,
    /// The session's seed.
    pub seed: u32,
}

impl Judge<'_> {
    /// What is asked next, one item or a screen of them. The session would ask `own`, and could ask the `offers`, whose
    /// measures are in the catalogue; `joins` comes last on a screen that is shared. Where the numbers contradict each
    /// other it is `own`.
    ///
    /// A screen is made of the item that most raises the expected largest share, alone if it cannot share, otherwise with
    /// those of other skills that by themselves raise it most; what the catalogue does not know fills it up as in `own`.
    ///
    /// # Errors
    /// Why the quiz ends. One that asks by screens does not end here while the verdict would be that there is not enough
    /// evidence.
    pub fn next<T: Clone + PartialEq>(
        &self,
        rule: &Rule,
        own: &[T],
        offers: &[Offer<T>],
        joins: Option<T>,
    ) -> Result<Vec<T>, Ending> {
        let model = &self.catalogue.constants.model;
        let (needs, apart) = (self.catalogue.needs(), self.catalogue.apart());
        let Ok(winners) = Winners::new(model, &needs, &apart, self.posterior, self.seed) else {
            return Ok(own.to_vec());
        };
        let share = winners.share();
        let enough = rule.asked >= rule.min;
        if enough && rule.stop_share.is_some_and(|wanted| share >= wanted) && self.may_end(rule) {
            return Err(Ending::Share);
        }
        if !rule.decides || offers.is_empty() {
            return Ok(own.to_vec());
        }
        let candidates: Vec<Candidate> = offers.iter().map(|offer| offer.candidate.clone()).collect();
        let expected = winners.weigh(&candidates);
        let order = ordered(offers.len(), &|a, b| expected.get(a) > expected.get(b));
        let chosen = chosen(rule, offers, &order);
        let together: Vec<&Candidate> = chosen.iter().map(|offer| &offer.candidate).collect();
        let gain = || winners.joint(&together) - share;
        if enough && rule.stop_gain.is_some_and(|least| gain() < least) && self.may_end(rule) {
            return Err(Ending::Gain);
        }
        Ok(filled(rule, &chosen, own, offers, joins))
    }

    /// Whether there is evidence enough for the quiz to end: always, where it does not ask by screens.
    fn may_end(&self, rule: &Rule) -> bool {
        let model = &self.catalogue.constants.model;
        let (needs, apart) = (self.catalogue.needs(), self.catalogue.apart());
        let said = || {
            let ranking = ranking(model, &needs, &apart, self.posterior, (self.seed, false)).ok()?;
            Some(verdict(model, &needs, &ranking, self.posterior).call.kind())
        };
        rule.screen.is_none() || said() != Some(CallKind::NotEnoughEvidence)
    }
}

/// The best offer, and beside it, where it shares a screen, the best of further skills.
fn chosen<'o, T>(rule: &Rule, offers: &'o [Offer<T>], order: &[usize]) -> Vec<&'o Offer<T>> {
    let mut chosen: Vec<&Offer<T>> = Vec::new();
    for offer in order.iter().filter_map(|&place| offers.get(place)) {
        let skill = offer.candidate.skill;
        let beside = offer.shares && chosen.iter().all(|one| one.shares && one.candidate.skill != skill);
        if chosen.is_empty() || beside && chosen.len() < rule.screen.unwrap_or(1) as usize {
            chosen.push(offer);
        }
    }
    chosen
}

/// The screen of what was chosen. Where the catalogue knows fewer skills than a screen holds, what the session would ask
/// fills it up.
fn filled<T: Clone + PartialEq>(
    rule: &Rule,
    chosen: &[&Offer<T>],
    own: &[T],
    offers: &[Offer<T>],
    joins: Option<T>,
) -> Vec<T> {
    let mut screen: Vec<T> = chosen.iter().map(|offer| offer.item.clone()).collect();
    let Some(size) = rule.screen.filter(|_| chosen.iter().all(|offer| offer.shares)) else { return screen };
    for item in own {
        if screen.len() < size as usize
            && offers.iter().all(|offer| offer.item != *item)
            && joins.as_ref() != Some(item)
        {
            screen.push(item.clone());
        }
    }
    screen.extend(joins);
    screen
}

/// How a session would go on: `{"own": ["q1"], "rule": {"asked": 4, "min": 2, "stop_share": 0.8, "decides": true},
/// "items": [{"item": "q1", "shares": true, "measures": {"skill": …, "model": …, …}}]}`, what is measured on the scale of
/// levels.
#[derive(Debug, Default)]
pub struct Open {
    /// What the session itself would ask: an item, or a screen of them.
    pub own: Ids,
    /// How far a catalogue has a say.
    pub rule: Rule,
    /// An instructed item that comes last on a screen that is shared.
    pub joins: Text,
    /// The items that it could ask; one that measures several skills may be listed once for each.
    pub items: Vec<OpenItem>,
}

record!(Open, open without place:
    "own" => Slot::List(&mut open.own, 1, OPTIONS),
    "rule" => Slot::Record(&mut open.rule),
    "joins?" => Slot::Id(&mut open.joins),
    "items" => Slot::List(&mut open.items, 0, ITEMS),
);

/// An item that could be asked.
#[derive(Debug, Default)]
pub struct OpenItem {
    /// Identifier of the item.
    pub item: Text,
    /// Whether it may share a screen.
    pub shares: bool,
    /// What it measures.
    pub measures: Calibration,
}

record!(OpenItem, open without place:
    "item" => Slot::Id(&mut open.item),
    "shares?" => Slot::Flag(&mut open.shares),
    "measures" => Slot::Record(&mut open.measures),
);

/// Reads how a session would go on, and all problems.
pub fn read(text: &str) -> (Option<Open>, Vec<Problem>) {
    let mut problems = Problems::default();
    let mut open = Open::default();
    if let Some(tape) = json::parse(text, &mut problems) {
        record::read(&tape, &mut open, &mut problems);
    }
    let sound = !problems.rejected();
    (sound.then_some(open), problems.into_list())
}

/// The items to be asked next; nothing where the quiz ends.
pub fn next(judge: &Judge<'_>, open: &Open) -> Option<Vec<String>> {
    let offer = |open: &OpenItem| {
        let skill = judge.catalogue.skills.iter().position(|skill| skill.id.value == open.measures.skill.value)?;
        let model = of_theta(&open.measures);
        let candidate = Candidate { skill, model };
        let sound = candidate.model.fault().is_none();
        sound.then(|| Offer { item: open.item.value.clone(), candidate, shares: open.shares })
    };
    let offers: Vec<Offer<String>> = open.items.iter().filter_map(offer).collect();
    let own: Vec<String> = open.own.0.iter().map(|id| id.value.clone()).collect();
    let joins = open.joins.is_given().then(|| open.joins.value.clone());
    judge.next(&open.rule, &own, &offers, joins).ok()
}
