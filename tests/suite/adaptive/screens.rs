//! Quizzes that ask by screens: what stands on them, when they end, and that the answers alone lead back to them.

use super::{adaptive, give};
use crate::support::{Scratch, any_answer, catalogue, json_of, metier, near, open};
use metier::author::answering::Departures;
use metier::author::simulate::{Settings, simulate};
use metier::closed::Closed;
use metier::numeric::random::Random;
use metier::report::report;
use metier::roles::catalogue::Catalogue;
use metier::roles::decide::{Candidate, Winners, decide};
use metier::roles::question::{self, Ending, Judge};
use metier::roles::verdict::CallKind;
use metier::roles::{draws, person, verdict};
use metier::session::Session;
use metier::sitting;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A bank of made-up statements: eight on each skill of the catalogue, four judgements on each of four, and two instructed
/// statements, asked by these settings.
pub fn bank(settings: Value) -> Value {
    adaptive(json_of("tests/reference/statements/quiz.json"), settings)
}

/// The settings that the role quiz is to have.
pub fn usual() -> Value {
    json!({
        "rule": "decide", "each": 1, "screen": 4, "alone_max": 8, "min": 24, "max": 40, "stop_share": 0.8,
        "stop_gain": 0.005
    })
}

fn id(session: &Session, item: usize) -> String {
    session.quiz.items[item].id.value.clone()
}

/// An answer to an item, drawn.
fn drawn(session: &Session, item: usize, random: &mut Random) -> String {
    let view = session.view();
    let id = id(session, item);
    any_answer(view.items.iter().find(|shown| shown.id == id).unwrap(), random).to_string()
}

/// Takes the quiz by answers that `answer` gives; the screens, and why it ended.
fn take(session: &mut Session, catalogue: &Catalogue, answer: &mut dyn FnMut(&Session, usize) -> String) -> Taken {
    let mut screens = Vec::new();
    loop {
        match sitting::screen(session, catalogue) {
            Err(ending) => return Taken { screens, ending },
            Ok(screen) => {
                assert!(!screen.is_empty() && screen.iter().all(|item| !session.path.contains(item)));
                for (place, &item) in screen.iter().enumerate() {
                    let id = id(session, item);
                    let given = answer(session, item);
                    give(session, &id, &given);
                    // What is left of a screen stays as it was chosen.
                    if place + 1 < screen.len() {
                        assert_eq!(sitting::screen(session, catalogue).unwrap(), screen[place + 1..]);
                        assert_eq!(session.before().len() + place + 1, session.path.len());
                    }
                }
                assert_eq!(session.before().len(), session.path.len());
                screens.push(screen);
            }
        }
    }
}

struct Taken {
    screens: Vec<Vec<usize>>,
    ending: Ending,
}

fn skill(session: &Session, item: usize) -> Option<usize> {
    let item = &session.quiz.items[item];
    session.quiz.skills.iter().position(|skill| item.measures(&skill.id.value))
}

/// What holds of the screens of anybody: different skills, the opening by the document's order of skills, at most so many
/// that stand alone, instructed items on the third and the seventh screen, length.
fn holds(session: &Session, taken: &Taken) {
    let alone = |item: &usize| session.quiz.items[*item].id.value.starts_with("judge");
    let instructed = |item: &usize| session.quiz.items[*item].instructed.is_some();
    let mut asked = Vec::new();
    for (number, screen) in taken.screens.iter().enumerate() {
        let mut skills: Vec<usize> = screen.iter().filter_map(|item| skill(session, *item)).collect();
        if number < 4 {
            assert_eq!(skills, (4 * number..4 * number + 4).collect::<Vec<_>>(), "one of each skill first");
        }
        let count = skills.len();
        skills.sort_unstable();
        skills.dedup();
        assert_eq!(skills.len(), count, "each of another skill");
        assert!(count <= 4 && (screen.len() == 1 || !screen.iter().any(alone)));
        assert!(screen.iter().filter(|item| instructed(item)).count() <= 1);
        assert!(!instructed(&screen[0]), "an instructed item comes last");
        if number == 2 {
            assert!(
                instructed(screen.last().unwrap()),
                "the third screen has four statements and one that is instructed"
            );
        }
        asked.extend(screen);
    }
    assert_eq!(asked, session.path);
    let counted = asked.iter().filter(|item| !instructed(item)).count();
    assert!((24..=40).contains(&counted), "{counted}");
    assert!(asked.iter().filter(|item| alone(item)).count() <= 8);
    let second = taken.screens.iter().skip(6).any(|screen| !alone(&screen[0]));
    assert_eq!(asked.iter().filter(|item| instructed(item)).count(), if second { 2 } else { 1 });
    assert_eq!(taken.ending == Ending::Length, counted == 40);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(12) })]

    #[test]
    fn any_answers_make_screens_as_the_document_says(seed in any::<u32>()) {
        let catalogue = catalogue();
        let mut session = open(&bank(usual()).to_string(), "", seed);
        let mut random = Random::new(u64::from(seed));
        let mut given = Vec::new();
        let taken = take(&mut session, &catalogue, &mut |session, item| {
            given.push(drawn(session, item, &mut random));
            given.last().cloned().unwrap()
        });
        holds(&session, &taken);
        // The list of answers alone leads back to the same screens.
        let mut again = open(&bank(usual()).to_string(), "", seed);
        let mut answers = given.iter();
        for screen in &taken.screens {
            prop_assert_eq!(&sitting::screen(&again, &catalogue).unwrap(), screen);
            for (&item, answer) in screen.iter().zip(&mut answers) {
                let id = id(&again, item);
                give(&mut again, &id, answer);
            }
        }
        prop_assert_eq!(sitting::screen(&again, &catalogue), Err(taken.ending));
        prop_assert_eq!(json!(report(&again)), json!(report(&session)));
    }
}

/// A changed answer drops what was chosen after its screen, and not what stands beside it; the same answer drops nothing.
#[test]
fn a_changed_answer_drops_later_screens_alone() {
    let catalogue = catalogue();
    let mut session = open(&bank(usual()).to_string(), "", 3);
    let mut random = Random::new(3);
    let taken = take(&mut session, &catalogue, &mut |session, item| drawn(session, item, &mut random));
    let whole = session.path.clone();
    for &item in &taken.screens[1] {
        let id = id(&session, item);
        let before = session.responses[item].clone().unwrap().answer;
        session.give(item, before, None);
        assert_eq!(session.path, whole, "{id}, answered as before");
    }
    let second = taken.screens[1][1];
    let changed = id(&session, second);
    let step = give(&mut session, &changed, "null");
    assert_eq!(session.path, whole[..8]);
    assert_eq!(step.dropped.len(), whole.len() - 8);
    // What stood beside it is still answered, and the next screen is chosen anew.
    assert!(taken.screens[1].iter().all(|&item| session.responses[item].is_some()));
    assert_eq!(sitting::screen(&session, &catalogue).unwrap().len(), 5);
}

/// What a session tells of how it goes on leads to the same screen in the other module.
#[test]
fn the_other_module_makes_the_same_screens() {
    let catalogue = catalogue();
    for seed in 0..3 {
        let mut session = open(&bank(usual()).to_string(), "", seed);
        let mut random = Random::new(u64::from(seed));
        while let Ok(screen) = sitting::screen(&session, &catalogue) {
            let choice = session.choice().unwrap();
            let ids: Vec<String> = screen.iter().map(|&item| id(&session, item)).collect();
            assert_eq!(choice.rule.is_none(), session.path.len() < 17, "the opening is the quiz's own");
            if choice.rule.is_none() {
                assert_eq!(choice.own, ids);
            } else {
                let (open, problems) = question::read(&json!(choice).to_string());
                assert!(problems.is_empty(), "{problems:#?}");
                let known = json!(report(&session).known()).to_string();
                let posterior = person::read(&known, &catalogue).0.unwrap().posterior;
                let judge = Judge { catalogue: &catalogue, posterior: &posterior, seed };
                assert_eq!(question::next(&judge, &open.unwrap()), Some(ids));
            }
            for item in screen {
                let (id, answer) = (id(&session, item), drawn(&session, item, &mut random));
                give(&mut session, &id, &answer);
            }
        }
        let choice = session.choice().map(|choice| json!(choice).to_string());
        let known = json!(report(&session).known()).to_string();
        let posterior = person::read(&known, &catalogue).0.unwrap().posterior;
        let judge = Judge { catalogue: &catalogue, posterior: &posterior, seed };
        assert!(choice.is_none_or(|text| question::next(&judge, &question::read(&text).0.unwrap()).is_none()));
    }
}

/// The joint answers of several items, written out: independent given the levels. Of one it is what the rule has.
#[test]
fn the_gain_of_a_screen_is_that_of_its_joint_answers() {
    let catalogue = catalogue();
    let (model, needs, apart) = (&catalogue.constants.model, catalogue.needs(), catalogue.apart());
    let posterior =
        person::read(r#"{"skills":[{"skill":"customer","level":2.5,"se":0.7}]}"#, &catalogue).0.unwrap().posterior;
    let session = open(&bank(usual()).to_string(), "", 1);
    let candidate = |item: &str| {
        let index = session.quiz.items.iter().position(|one| one.id.value == item).unwrap();
        let (_, measure) = session.candidates().into_iter().find(|(one, _)| *one == index).unwrap();
        Candidate { skill: measure.skill, model: measure.model }
    };
    let several: Vec<Candidate> = ["customer-5", "market-1", "problem-3", "decision-7"].map(candidate).to_vec();
    let winners = Winners::new(model, &needs, &apart, &posterior, 9).unwrap();
    let decision = decide(model, &needs, &apart, &posterior, &several, 9).unwrap();
    near(winners.share(), decision.share, 1e-12);
    for (one, expected) in several.iter().zip(&decision.expected) {
        near(winners.joint(&[one]), *expected, 1e-12);
        assert!(*expected >= decision.share - 1e-12);
    }
    let all: Vec<&Candidate> = several.iter().collect();
    let joint: Vec<f64> = (0..=4).map(|count| winners.joint(&all[..count])).collect();
    assert!(
        joint.windows(2).all(|pair| pair[1] >= pair[0] - 1e-12),
        "one more answer never makes it less sure: {joint:?}"
    );
    assert!(joint[4] > joint[1], "four answers tell more than one: {joint:?}");
    near(winners.joint(&all), winners.joint(&all.iter().rev().copied().collect::<Vec<_>>()), 1e-12);
}

/// It ends by share where a role is as probable as is wanted, by gain where nothing would add enough, and by neither
/// before its least or without evidence.
#[test]
fn it_ends_by_what_it_says_and_not_without_evidence() {
    let catalogue = catalogue();
    let with = |change: Value| {
        let mut settings = usual();
        settings.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        let mut session = open(&bank(settings).to_string(), "", 4);
        let mut random = Random::new(4);
        // Nothing that never came up, which would be no evidence.
        let taken = take(&mut session, &catalogue, &mut |session, item| match drawn(session, item, &mut random) {
            never if never == "0" => "2".into(),
            given => given,
        });
        let counted = session.path.iter().filter(|item| session.quiz.items[**item].instructed.is_none()).count();
        let known = json!(report(&session).known()).to_string();
        let placed = person::read(&known, &catalogue).0.unwrap();
        let (model, needs, apart) = (&catalogue.constants.model, catalogue.needs(), catalogue.apart());
        let ranking = draws::ranking(model, &needs, &apart, &placed.posterior, (session.seed, false)).unwrap();
        let call = verdict::verdict(model, &needs, &ranking, &placed.posterior).call.kind();
        assert!(taken.ending == Ending::Length || call != CallKind::NotEnoughEvidence, "{}", call.word());
        (taken.ending, counted)
    };
    assert_eq!(with(json!({ "stop_share": 1.0, "stop_gain": 0.0 })), (Ending::Length, 40));
    let (ending, counted) = with(json!({ "stop_share": 1.0, "stop_gain": 0.5 }));
    assert!(ending == Ending::Gain && counted >= 24, "{counted}");
    let (ending, counted) = with(json!({ "stop_share": 0.5, "stop_gain": 0.0 }));
    assert!(ending != Ending::Gain && counted >= 24, "{counted}");
    // Whoever skips all has no evidence, however long it goes on.
    let mut session = open(&bank(usual()).to_string(), "", 4);
    let taken = take(&mut session, &catalogue, &mut |_, _| "null".into());
    assert_eq!((taken.ending, session.path.len()), (Ending::Length, 42));
}

/// Without any setting but how many stand on a screen, and with two of each skill first.
#[test]
fn each_setting_stands_for_itself() {
    let catalogue = catalogue();
    let screens = |settings: Value| {
        let mut session = open(&bank(settings).to_string(), "", 2);
        let mut random = Random::new(2);
        let taken = take(&mut session, &catalogue, &mut |session, item| drawn(session, item, &mut random));
        (taken.screens, session)
    };
    let (pairs, session) = screens(json!({ "screen": 2, "max": 9 }));
    let sizes: Vec<usize> = pairs.iter().map(Vec::len).collect();
    assert_eq!(sizes.iter().sum::<usize>(), session.path.len());
    assert!(sizes.iter().all(|size| (1..=3).contains(size)), "{sizes:?}");
    let (twice, session) = screens(json!({ "each": 2, "screen": 3, "max": 34 }));
    let skills: Vec<usize> = twice.iter().flatten().filter_map(|item| skill(&session, *item)).take(32).collect();
    assert_eq!(skills, (0..16).chain(0..16).collect::<Vec<_>>());
    let (none, session) = screens(json!({ "alone_max": 0, "max": 20 }));
    assert!(none.iter().all(|screen| screen.len() <= 2) && session.path.len() == 22);
    assert!(session.path.iter().all(|item| !session.quiz.items[*item].id.value.starts_with("judge")));
}

/// `metier take` asks the items of a screen one after another, and goes back over them.
#[test]
fn the_terminal_asks_a_screen_after_the_other() {
    let mut settings = usual();
    settings["min"] = json!(6);
    settings["max"] = json!(6);
    let document = Scratch::new(bank(settings).to_string());
    // Four, back to the second, which changes; what stands beside it stays, and then the rest.
    let done = metier(&["take", document.path()], "3\n3\n3\nback\nback\n1\n3\n3\n3\n3\n");
    assert_eq!(done.code, 0, "{}{}", done.out, done.err);
    assert_eq!(done.out.matches("Question 2 of at most 8.").count(), 2);
    assert!(!done.out.contains("were dropped") && done.out.contains("Your profile, from 6 answers"), "{}", done.out);
}

/// Items of other kinds stand alone, or beside a frequency.
#[test]
fn a_quiz_of_other_kinds_can_ask_by_screens() {
    let quiz = adaptive(json_of("tests/reference/frozen/roles.json"), json!({ "each": 1, "screen": 2, "max": 24 }));
    let mut session = open(&quiz.to_string(), "", 5);
    let mut random = Random::new(5);
    let taken = take(&mut session, &catalogue(), &mut |session, item| drawn(session, item, &mut random));
    let skills: Vec<usize> = taken.screens.iter().flatten().filter_map(|item| skill(&session, *item)).collect();
    assert_eq!((taken.ending, session.path.len()), (Ending::Length, 24));
    let mut first = skills[..16].to_vec();
    first.sort_unstable();
    first.dedup();
    assert!(first.len() > 12, "{skills:?}");
}

/// The simulation takes the quiz itself, and says what it found of product roles. With so few people only that it adds up.
#[test]
fn simulated_people_take_the_same_screens() {
    let settings = Settings { people: 12, seed: 1, departures: Departures::default() };
    let found = simulate(&mut open(&bank(usual()).to_string(), "", 1), &catalogue(), &settings, &mut |_| ());
    let product = found.product.unwrap();
    assert!((0.2..=1.0).contains(&product.mean_largest) && product.mean_largest >= found.mean_largest.unwrap());
    near(found.ended.iter().map(|ended| ended.share).sum(), 1.0, 1e-12);
    assert_eq!(product.stated.iter().map(|band| band.people).sum::<u32>(), 12);
    assert!((24.0..=42.0).contains(&found.length.mean));
}
