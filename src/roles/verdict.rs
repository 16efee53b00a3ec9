//! What may be said about a ranking: one of five things, decided in a fixed order.

use super::draws::{Ranking, product_order};
use super::model::{Model, Need};
use super::posterior::Posterior;
use super::tally::Fitted;
use crate::closed;
use crate::numeric::ordered;

/// What may be said, and about whom. Roles and skills are indices into the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The statement itself.
    pub call: Call,
    /// The roles that it names, most probable first; empty for the two that name none.
    pub roles: Vec<usize>,
    /// Weighted evidence of the most probable role, see [`super::fit::evidence`]; 0 without roles.
    pub evidence: f64,
}

/// The five possible statements, in the order in which they are tried.
#[derive(Clone, Debug, PartialEq)]
pub enum Call {
    /// Probably every role has a must-have that is missed.
    NoneYet(Floor),
    /// Too little is known to name a role.
    NotEnoughEvidence {
        /// What kind of knowledge is lacking.
        reason: Reason,
        /// Skills that would help if they were measured: the must-haves of the most probable role that were not, or,
        /// for [`Reason::Evidence`], all that it weighs and that were not, the weightiest first; none for
        /// [`Reason::Careless`].
        unmeasured: Vec<usize>,
    },
    /// One role, and its probability is at least `clear`.
    Clear,
    /// One role, and its probability is at least `leaning`.
    Leaning,
    /// Several roles, whose probabilities add up to `named`.
    TooClose,
}

closed! {
    /// The statements without what they name, see [`Call`].
    pub enum CallKind {
        /// [`Call::NoneYet`]
        NoneYet = "none-yet",
        /// [`Call::NotEnoughEvidence`]
        NotEnoughEvidence = "not-enough-evidence",
        /// [`Call::Clear`]
        Clear = "clear",
        /// [`Call::Leaning`]
        Leaning = "leaning",
        /// [`Call::TooClose`]
        TooClose = "too-close",
    }
}

impl Call {
    /// Which of the statements it is.
    #[must_use]
    pub fn kind(&self) -> CallKind {
        match self {
            Call::NoneYet(_) => CallKind::NoneYet,
            Call::NotEnoughEvidence { .. } => CallKind::NotEnoughEvidence,
            Call::Clear => CallKind::Clear,
            Call::Leaning => CallKind::Leaning,
            Call::TooClose => CallKind::TooClose,
        }
    }
}

closed! {
    /// Why there is not enough evidence.
    pub enum Reason {
        /// The weighted evidence of the most probable role is below the model's `evidence`.
        Evidence = "evidence",
        /// A must-have of the most probable role was not measured.
        UnmeasuredFloor = "unmeasured-floor",
        /// The answers bear signs of carelessness.
        Careless = "careless",
    }
}

/// The must-have that is nearest to being met: of the role that most probably misses none (the most probable role
/// among equals), the one that is most probably missed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Floor {
    /// Index of the role in the catalogue.
    pub role: usize,
    /// Index of the skill in the catalogue.
    pub skill: usize,
    /// The level required.
    pub floor: f64,
    /// The person's mean level.
    pub level: f64,
    /// Probability that the person's level is below this floor.
    pub p_missed: f64,
}

impl Verdict {
    /// The verdict where the answers bear signs of carelessness: they are then not enough evidence, whatever they say
    /// of the roles. Only [`Call::NoneYet`] takes precedence.
    #[must_use]
    pub fn of_careless_answers(self) -> Self {
        if matches!(self.call, Call::NoneYet(_)) {
            return self;
        }
        Self {
            call: Call::NotEnoughEvidence { reason: Reason::Careless, unmeasured: Vec::new() },
            roles: Vec::new(),
            ..self
        }
    }
}

/// What may be said about the ranking of `posterior` over `roles`.
///
/// It is about the roles that are not set apart, and their probabilities among themselves. In this order: none yet
/// (every role misses a must-have in more than a share `missed` of the draws, all of them in
/// the same draws); not enough evidence (weighted evidence of the most probable role below `evidence`, or one of its
/// must-haves unmeasured; careless answers: [`Verdict::of_careless_answers`]); clear (its
/// probability is at least `clear`); leaning (at least `leaning`); else too close to call, naming roles until their
/// probabilities add up to `named`. Metier's own; the thresholds are the catalogue's.
#[must_use]
pub fn verdict(model: &Model, roles: &[Vec<Need>], ranking: &Ranking, posterior: &Posterior) -> Verdict {
    let fitted = ranking.roles.as_slice();
    let order = product_order(fitted);
    let leading = order.first().and_then(|&index| Some((index, roles.get(index)?, fitted.get(index)?)));
    let evidence = leading.map_or(0.0, |(_, _, leading)| leading.evidence);
    let none = |call| Verdict { call, roles: Vec::new(), evidence };
    if let Some(floor) = none_yet(model, roles, ranking, posterior, &order) {
        return none(Call::NoneYet(floor));
    }
    let Some((index, role, leading)) = leading else {
        return none(Call::NotEnoughEvidence { reason: Reason::Evidence, unmeasured: Vec::new() });
    };
    if evidence < model.evidence {
        return none(Call::NotEnoughEvidence { reason: Reason::Evidence, unmeasured: unmeasured(role, posterior) });
    }
    let mut floors = unmeasured(role, posterior);
    floors.retain(|&skill| role.get(skill).is_some_and(|need| need.floor.is_some()));
    if !floors.is_empty() {
        return none(Call::NotEnoughEvidence { reason: Reason::UnmeasuredFloor, unmeasured: floors });
    }
    let share = leading.p_best_product.unwrap_or_default();
    if share >= model.clear {
        return Verdict { call: Call::Clear, roles: vec![index], evidence };
    }
    if share >= model.leaning {
        return Verdict { call: Call::Leaning, roles: vec![index], evidence };
    }
    Verdict { call: Call::TooClose, roles: candidates(model, fitted, order), evidence }
}

/// The nearest floor, if probably every role misses one.
fn none_yet(
    model: &Model,
    roles: &[Vec<Need>],
    ranking: &Ranking,
    posterior: &Posterior,
    order: &[usize],
) -> Option<Floor> {
    if ranking.p_none <= model.missed {
        return None;
    }
    let mut nearest: Option<(usize, &Fitted)> = None;
    for &index in order {
        let role = ranking.roles.get(index)?;
        if nearest.is_none_or(|(_, other)| role.p_must_have_missed < other.p_must_have_missed) {
            nearest = Some((index, role));
        }
    }
    let (role, fitted) = nearest?;
    let mut floor: Option<Floor> = None;
    let skills = roles.get(role)?.iter().zip(&fitted.p_floor_missed).zip(&posterior.mean);
    for (skill, ((need, &p_missed), &level)) in skills.enumerate() {
        if let Some(bound) = need.floor
            && floor.is_none_or(|other| p_missed > other.p_missed)
        {
            floor = Some(Floor { role, skill, floor: bound, level, p_missed });
        }
    }
    floor
}

/// The skills of a role that it weighs or has a floor on and that were not measured, the weightiest first.
fn unmeasured(role: &[Need], posterior: &Posterior) -> Vec<usize> {
    let weight = |skill: usize| role.get(skill).map(|need| need.weight);
    let mut skills = ordered(role.len(), &|a, b| weight(a) > weight(b));
    skills.retain(|&skill| {
        let counts = role.get(skill).is_some_and(|need| need.weight > 0.0 || need.floor.is_some());
        counts && posterior.measured.get(skill) == Some(&false)
    });
    skills
}

/// The most probable roles, until their probabilities add up to `named`.
fn candidates(model: &Model, fitted: &[Fitted], order: Vec<usize>) -> Vec<usize> {
    let mut sum = 0.0;
    let mut named = Vec::new();
    for index in order {
        if sum >= model.named {
            break;
        }
        sum += fitted.get(index).and_then(|role| role.p_best_product).unwrap_or_default();
        named.push(index);
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roles::draws::ranking;
    use crate::roles::example::{MODEL, independent, person, role, three_roles};

    const SE: [f64; 5] = [0.35, 0.30, 0.45, 0.35, 0.40];

    fn of(posterior: &Posterior) -> Verdict {
        let ranking = ranking(&MODEL, &three_roles(), &[], posterior, (1, false)).expect("a ranking");
        verdict(&MODEL, &three_roles(), &ranking, posterior)
    }

    /// A verdict over two roles without floors, with these probabilities of being best.
    fn with(p_best: &[f64]) -> Verdict {
        let roles = vec![role(&[2.0], &[1.0], &[]); p_best.len()];
        let fitted: Vec<Fitted> = p_best
            .iter()
            .map(|&p_best| Fitted { p_best_product: Some(p_best), evidence: 0.5, ..Fitted::default() })
            .collect();
        verdict(&MODEL, &roles, &Ranking { roles: fitted, ..Ranking::default() }, &independent(&[2.0], &[0.5]))
    }

    #[test]
    fn thresholds_are_reached_not_passed() {
        let expected = |call, roles: &[usize]| Verdict { call, roles: roles.to_vec(), evidence: 0.5 };
        assert_eq!(with(&[0.2, 0.8]), expected(Call::Clear, &[1]));
        assert_eq!(with(&[0.21, 0.79]), expected(Call::Leaning, &[1]));
        assert_eq!(with(&[0.6, 0.4]), expected(Call::Leaning, &[0]));
        assert_eq!(with(&[0.41, 0.59]), expected(Call::TooClose, &[1, 0]));
        assert_eq!(with(&[0.15, 0.25, 0.05, 0.55]), expected(Call::TooClose, &[3, 1]));
        assert_eq!(with(&[0.25, 0.25, 0.25, 0.25]), expected(Call::TooClose, &[0, 1, 2, 3]));
        // A named share beyond reach names everybody once.
        let model = Model { named: 2.0, ..MODEL };
        let fitted = vec![Fitted { p_best_product: Some(0.5), evidence: 1.0, ..Fitted::default() }; 2];
        let roles = vec![role(&[2.0], &[1.0], &[]); 2];
        let ranking = Ranking { roles: fitted, ..Ranking::default() };
        assert_eq!(verdict(&model, &roles, &ranking, &independent(&[2.0], &[0.5])).roles, [0, 1]);
    }

    /// The worked example: product marketing leads with .78 as the catalogue stands.
    #[test]
    fn the_worked_example_leans() {
        let ranking = ranking(&MODEL, &three_roles(), &[], &person(), (1, true)).expect("a ranking");
        let verdict = verdict(&MODEL, &three_roles(), &ranking, &person());
        assert_eq!((verdict.call, verdict.roles), (Call::Leaning, vec![2]));
    }

    /// The worked example's shape 1.6 levels lower: a correlation would see no difference.
    #[test]
    fn the_same_shape_too_low_is_none_yet() {
        let low = independent(&[1.4, 1.6, 0.0, 1.3, 0.2], &SE);
        let verdict = of(&low);
        let Call::NoneYet(floor) = verdict.call else { panic!("{verdict:?}") };
        // Product management is nearest, with 2 in customer (at 1.4) and in communication (at 1.3): the farther one.
        assert_eq!((floor.role, floor.skill, floor.floor, floor.level), (0, 3, 2.0, 1.3));
        // Exact: 2 lies 2 standard errors above 1.3 +- .35.
        assert!((floor.p_missed - 0.977_25).abs() < 0.0093);
        assert!(verdict.roles.is_empty());
    }

    #[test]
    fn a_flat_person_is_too_close_to_call() {
        let verdict = of(&independent(&[2.5; 5], &SE));
        assert_eq!(verdict.call, Call::TooClose);
        assert!(verdict.roles.len() > 1);
    }

    #[test]
    fn little_evidence_names_no_role() {
        let mut posterior = independent(&[3.0, 3.2, 1.6, 2.9, 1.8], &[0.8; 5]);
        // Weighted evidence is 1 - .64.
        let verdict = of(&posterior);
        assert_eq!(verdict.call, Call::NotEnoughEvidence { reason: Reason::Evidence, unmeasured: vec![] });
        assert!((verdict.evidence - 0.36).abs() < 1e-12);
        // The weightiest of the leading role's skills come first: product marketing has 5 2 1 5 2.
        posterior.measured = vec![true, false, false, false, true];
        let Verdict { call: Call::NotEnoughEvidence { reason, unmeasured }, roles, .. } = of(&posterior) else {
            panic!("a verdict")
        };
        assert_eq!((reason, unmeasured, roles), (Reason::Evidence, vec![3, 1, 2], vec![]));
    }

    #[test]
    fn an_unmeasured_must_have_of_the_leading_role_names_no_role() {
        let mut posterior = person();
        posterior.measured[3] = false;
        assert_eq!(
            of(&posterior).call,
            Call::NotEnoughEvidence { reason: Reason::UnmeasuredFloor, unmeasured: vec![3] }
        );
        // That of another role does not matter.
        posterior = person();
        posterior.measured[2] = false;
        assert!(matches!(of(&posterior).call, Call::Leaning | Call::TooClose));
    }

    /// Skills that a role neither weighs nor has a floor on are not missing.
    #[test]
    fn what_does_not_count_is_not_missing() {
        let roles = [role(&[2.0, 2.0, 2.0], &[1.0, 0.0, 0.0], &[(2, 1.0)])];
        let posterior = Posterior { measured: vec![false; 3], ..independent(&[2.0; 3], &[1.0; 3]) };
        let ranking = ranking(&MODEL, &roles, &[], &posterior, (1, false)).expect("a ranking");
        let verdict = verdict(&MODEL, &roles, &ranking, &posterior);
        assert_eq!(verdict.call, Call::NotEnoughEvidence { reason: Reason::Evidence, unmeasured: vec![0, 2] });
    }

    /// None yet comes before the lack of evidence, and counts the draws in which all roles miss something: that each of
    /// them misses something in most draws is not the same.
    #[test]
    fn none_yet_comes_first_and_needs_every_role_at_once() {
        let roles = vec![role(&[2.0], &[1.0], &[(0, 3.0)]), role(&[2.0], &[1.0], &[(0, 2.5)])];
        let missed = |p: f64| Fitted {
            p_must_have_missed: p,
            p_best_product: Some(0.0),
            p_floor_missed: vec![p],
            ..Fitted::default()
        };
        let posterior = independent(&[2.0], &[1.0]);
        let call = |p_none| {
            verdict(
                &MODEL,
                &roles,
                &Ranking { roles: vec![missed(0.9), missed(0.75)], p_none, p_archetype: 0.0 },
                &posterior,
            )
            .call
        };
        assert_eq!(call(0.71), Call::NoneYet(Floor { role: 1, skill: 0, floor: 2.5, level: 2.0, p_missed: 0.75 }));
        assert!(matches!(call(0.7), Call::NotEnoughEvidence { .. }), "more than the share, not as much");
    }

    /// One skill with floors at 2 and 3 under a level of N(2, 1): all roles miss theirs in the draws below 2, and
    /// nowhere else; the other way round in a skill each, the draws that miss both are a quarter.
    #[test]
    fn what_all_roles_miss_is_counted_draw_by_draw() {
        let none = |roles: &[Vec<Need>], posterior: &Posterior| {
            ranking(&MODEL, roles, &[], posterior, (1, true)).expect("a ranking").p_none
        };
        let nested = [role(&[2.0], &[1.0], &[(0, 2.0)]), role(&[2.0], &[1.0], &[(0, 3.0)])];
        assert!((none(&nested, &independent(&[2.0], &[1.0])) - 0.5).abs() < 0.016);
        let apart = [role(&[2.0; 2], &[1.0; 2], &[(0, 2.0)]), role(&[2.0; 2], &[1.0; 2], &[(1, 2.0)])];
        assert!((none(&apart, &independent(&[2.0; 2], &[1.0; 2])) - 0.25).abs() < 0.014);
        assert_eq!(
            none(&[role(&[2.0], &[1.0], &[])], &independent(&[0.0], &[1.0])),
            0.0,
            "without must-haves nothing is missed"
        );
    }

    #[test]
    fn no_roles_are_not_enough_evidence() {
        let verdict = verdict(&MODEL, &[], &Ranking::default(), &person());
        assert_eq!(verdict.call, Call::NotEnoughEvidence { reason: Reason::Evidence, unmeasured: vec![] });
        assert_eq!(verdict.evidence, 0.0);
    }
}
