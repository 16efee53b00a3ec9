//! People made up from the prior who take the shipped quizzes, as the estimate assumes and with departures from that.

use super::claims::{role_quiz, shipped, text};
use metier::author::answering::Departures;
use metier::author::simulate::{Product, Settings, Simulation, SkillErrors, Stated, VerdictShare, simulate};
use metier::roles::question::Ending;
use metier::roles::verdict::CallKind;
use metier::select::screens::may_share;
use metier::session::Session;

/// The forms of the quizzes of one skill.
const FORMS: [&str; 6] = ["negotiation", "negotiation-b", "pace", "pace-b", "setbacks", "setbacks-b"];
/// People through each of them, and the seed of all.
const TAKERS: u32 = 10_000;
const SEED: u32 = 20_261_129;
/// People through the role quiz, each screen of which is chosen anew: as it is, with a fixed number of answers, and for
/// each departure.
const CHOSEN: u32 = 1_000;
const FIXED: u32 = 1_000;
const DEPARTING: u32 = 200;
/// The fixed number of answers.
const ANSWERS: u32 = 32;
/// Upper ends of the bands of a stated probability that the page prints.
const SAID: [f64; 5] = [0.4, 0.5, 0.6, 0.7, f64::INFINITY];
/// What the share of people whose true level lies within one spread, and within 1.96, must lie between.
const COVERED: [(f64, f64); 2] = [(0.63, 0.77), (0.91, 0.98)];
/// The largest share of people who answer as assumed and are asked to look again, ...
const MOST: f64 = 0.02;
/// ... and of those who press anything for whom one role is named: at all, and clearly.
const NAMED: f64 = 0.06;
const CLEARLY: f64 = 0.01;

/// People through a shipped quiz.
fn through(quiz: &str, people: u32, departures: Departures) -> Simulation {
    println!("{quiz}: {people} people, seed {SEED}, {departures:?}");
    taken(&text(&format!("www/quizzes/{quiz}.json")), people, departures)
}

fn taken(quiz: &str, people: u32, departures: Departures) -> Simulation {
    let mut session = Session::open(quiz, "", 1).unwrap_or_else(|problems| panic!("{problems:#?}"));
    simulate(&mut session, &shipped(), &Settings { people, seed: SEED, departures }, &mut |_| ())
}

/// The role quiz with so many answers of everybody.
fn as_long_as(answers: u32) -> Simulation {
    let mut quiz: serde_json::Value = serde_json::from_str(&text("www/quizzes/roles.json")).expect("a quiz");
    quiz["adaptive"]["min"] = answers.into();
    quiz["adaptive"]["max"] = answers.into();
    println!("roles, {answers} answers: {FIXED} people, seed {SEED}");
    taken(&quiz.to_string(), FIXED, Departures::default())
}

/// The departures that the page tells of, by the names of their claims.
fn departures() -> [(&'static str, Departures); 8] {
    let none = Departures::default();
    [
        ("narrow", Departures { answer_spread: Some(0.8), ..none }),
        ("wide", Departures { answer_spread: Some(1.6), ..none }),
        ("lapse", Departures { lapse: 0.1, ..none }),
        ("keys", Departures { key_error: 0.5, ..none }),
        ("shift", Departures { elevation: 0.7, ..none }),
        ("flat", Departures { flattering: true, ..none }),
        ("agree", Departures { acquiescence: 0.3, ..none }),
        ("top", Departures { topmost: true, ..none }),
    ]
}

/// What of a skill's errors the page prints.
fn shown(name: &str, skills: &[SkillErrors]) -> Vec<(String, f64)> {
    let mean = |of: fn(&SkillErrors) -> f64| skills.iter().map(of).sum::<f64>() / skills.len() as f64;
    let parts = [
        ("bias", mean(|skill| skill.bias)),
        ("rmse", mean(|skill| skill.rmse)),
        ("stated", mean(|skill| skill.stated)),
        ("68", 100.0 * mean(|skill| skill.covered_68)),
        ("95", 100.0 * mean(|skill| skill.covered_95)),
    ];
    parts.into_iter().map(|(part, value)| (format!("sim-{name}-{part}"), value)).collect()
}

/// Levels and spreads: each form as assumed, and the first of the quiz on pace with departures.
pub fn levels() -> Vec<(String, f64)> {
    let mut claims = vec![("sim-takers".to_owned(), f64::from(TAKERS)), ("sim-seed".to_owned(), f64::from(SEED))];
    for quiz in FORMS {
        let found = through(quiz, TAKERS, Departures::default());
        held(&found);
        claims.extend(shown(quiz, &found.skills));
        if quiz == "pace" {
            claims.extend(found.skills[0].by_level.iter().map(|at| (format!("sim-pace-level-{}", at.level), at.bias)));
        }
        if !quiz.ends_with("-b") {
            claims.push((format!("sim-{quiz}-honest"), 100.0 * found.signs.honest));
            claims.push((format!("sim-{quiz}-pressing"), 100.0 * found.signs.pressing));
        }
    }
    // The quiz on pace has no scale on which one could choose a higher step.
    for (name, departures) in departures().into_iter().take(6) {
        claims.extend(shown(&format!("pace-{name}"), &through("pace", TAKERS, departures).skills));
    }
    claims
}

/// Under the assumed model the spread holds for each skill, and hardly anybody is asked to look again.
fn held(found: &Simulation) {
    for skill in &found.skills {
        for (covered, (low, high)) in [skill.covered_68, skill.covered_95].into_iter().zip(COVERED) {
            assert!((low..=high).contains(&covered), "{}: {covered} of {} are covered", skill.skill, found.people);
        }
    }
    assert!(found.signs.honest <= MOST && found.signs.pressing_named <= NAMED, "{:?}", found.signs);
    assert!(found.product.as_ref().is_none_or(|product| product.pressing_clear <= CLEARLY));
}

/// What is said of the roles that a verdict is about.
fn product(found: &Simulation) -> &Product {
    found.product.as_ref().expect("roles")
}

/// Stated and true, of all people whatever they were told, of 100.
fn overall(found: &Simulation) -> (f64, f64) {
    let sum = |of: fn(&Stated) -> f64| -> f64 {
        let people = |band: &Stated| of(band) * f64::from(band.people);
        100.0 * product(found).stated.iter().map(people).sum::<f64>() / f64::from(found.people)
    };
    (sum(|band| band.stated), sum(|band| band.right))
}

/// What is said of roles: the role quiz as it is, and with a fixed number of answers.
pub fn roles() -> Vec<(String, f64)> {
    let found = through("roles", CHOSEN, Departures::default());
    held(&found);
    let mut claims = shown("roles", &found.skills);
    claims.extend(by_stated(&found));
    claims.extend(by_verdict(&found));
    let hundred = |name: &str, value: f64| (format!("sim-{name}"), 100.0 * value);
    let product = product(&found);
    for (ended, name) in [(Ending::Share, "share"), (Ending::Gain, "gain"), (Ending::Length, "length")] {
        let share = found.ended.iter().find(|one| one.ending == ended).map_or(0.0, |one| one.share);
        claims.push(hundred(&format!("ended-{name}"), share));
    }
    let fixed = as_long_as(ANSWERS);
    let [six, eight] = product.reached;
    let counted = |name: &str, value: f64| (format!("sim-{name}"), value);
    claims.extend([
        hundred("largest", product.mean_largest),
        hundred("largest-all", found.mean_largest.expect("roles")),
        hundred("six", six),
        hundred("eight", eight),
        hundred("roles-honest", found.signs.honest),
        hundred("roles-pressing", found.signs.pressing),
        hundred("roles-pressing-clear", product.pressing_clear),
        hundred("roles-pressing-leaning", product.pressing_leaning),
        counted("overall-said", overall(&found).0),
        counted("overall-right", overall(&found).1),
        counted("one", one(&found)),
        counted("apart", apart(&found)),
        counted("gap", (overall(&found).0 - overall(&found).1).abs()),
        counted("named", f64::from(product.named)),
        counted("items", found.length.mean),
        counted("judgements", judgements(&found)),
        counted("chosen", f64::from(CHOSEN)),
        counted("fixed-people", f64::from(FIXED)),
        counted("fixed-answers", f64::from(ANSWERS)),
        counted("fixed-largest", self::product(&fixed).mean_largest),
        counted("fixed-named", f64::from(self::product(&fixed).named)),
    ]);
    claims
}

/// How many of 100 are told of one role.
fn one(found: &Simulation) -> f64 {
    let people = told(found, CallKind::Clear).people + told(found, CallKind::Leaning).people;
    100.0 * f64::from(people) / f64::from(found.people)
}

/// The farthest that stated and true lie apart in a band that is printed.
fn apart(found: &Simulation) -> f64 {
    let bands = by_stated(found);
    let value = |part: &str, band: usize| {
        bands.iter().find(|(id, _)| *id == format!("sim-{part}-{band}")).map_or(0.0, |(_, value)| *value)
    };
    (0..SAID.len()).map(|band| (value("said", band) - value("right", band)).abs()).fold(0.0, f64::max)
}

/// Mean number of judgements that a person was asked for.
fn judgements(found: &Simulation) -> f64 {
    let quiz = role_quiz();
    let alone = quiz.items.iter().zip(&found.exposure).filter(|(item, _)| !may_share(item));
    alone.map(|(_, exposure)| exposure.share).sum()
}

/// Stated and true, by the band of what was stated.
fn by_stated(found: &Simulation) -> Vec<(String, f64)> {
    let mut claims = Vec::new();
    let mut start = 0.0;
    for (index, end) in SAID.into_iter().enumerate() {
        // The middle of a band, as its ends are sums of tenths.
        let middle = |band: &Stated| (band.from + band.to) / 2.0;
        let within = |band: &&Stated| middle(band) >= start && middle(band) < end;
        let here: Vec<_> = product(found).stated.iter().filter(within).collect();
        let people: f64 = here.iter().map(|band| f64::from(band.people)).sum();
        let mean = |of: fn(&Stated) -> f64| {
            100.0 * here.iter().map(|band| of(band) * f64::from(band.people)).sum::<f64>() / people
        };
        claims.push((format!("sim-people-{index}"), 100.0 * people / f64::from(found.people)));
        claims.push((format!("sim-said-{index}"), mean(|band| band.stated)));
        claims.push((format!("sim-right-{index}"), mean(|band| band.right)));
        start = end;
    }
    claims
}

/// Stated and true, by what was said.
fn by_verdict(found: &Simulation) -> Vec<(String, f64)> {
    let mut claims = Vec::new();
    for (call, name) in [
        (CallKind::Clear, "clear"),
        (CallKind::Leaning, "leaning"),
        (CallKind::TooClose, "close"),
        (CallKind::NoneYet, "none"),
        (CallKind::NotEnoughEvidence, "not-enough"),
    ] {
        let told = told(found, call);
        claims.push((format!("sim-{name}"), 100.0 * f64::from(told.people) / f64::from(found.people)));
        if name != "not-enough" {
            claims.push((format!("sim-{name}-said"), 100.0 * told.stated));
            claims.push((format!("sim-{name}-right"), 100.0 * told.right));
        }
        if name == "close" {
            claims.push(("sim-close-named".into(), told.named));
        }
    }
    claims
}

/// The same with departures.
pub fn departing() -> Vec<(String, f64)> {
    let mut claims = vec![("sim-departing".to_owned(), f64::from(DEPARTING))];
    for (name, departures) in departures() {
        let found = through("roles", DEPARTING, departures);
        claims.extend([
            (format!("sim-roles-{name}-68"), 100.0 * mean_of(&found.skills, |skill| skill.covered_68)),
            (format!("sim-roles-{name}-said"), overall(&found).0),
            (format!("sim-roles-{name}-right"), overall(&found).1),
            (format!("sim-roles-{name}-one"), one(&found)),
        ]);
    }
    claims
}

fn mean_of(skills: &[SkillErrors], of: fn(&SkillErrors) -> f64) -> f64 {
    skills.iter().map(of).sum::<f64>() / skills.len() as f64
}

/// The people who were told this; zeros where nobody was.
fn told(found: &Simulation, call: CallKind) -> VerdictShare {
    let nobody = VerdictShare { verdict: call, people: 0, stated: 0.0, right: 0.0, named: 0.0 };
    found.verdicts.iter().find(|told| told.verdict == call).copied().unwrap_or(nobody)
}
