//! Quizzes, answers to them, and saved results.

use crate::hold::{Steps, linear, numbers_are_finite, placed, texts, value_of};
use crate::seeds::KINDS;
use metier::numeric::random::Random;
use metier::problem::{Problem, Severity};
use metier::quiz::response::{Answer, Sheet, read_answer, read_sheet};
use metier::quiz::{Item, Kind};
use metier::report::report;
use metier::saved::Saved;
use metier::session::Session;
use std::cell::RefCell;

/// Questions of an adaptive quiz that are answered: enough, and soon over.
const FEW: usize = 12;

thread_local! {
    /// A quiz with every kind of item.
    static ALL: RefCell<Session> = {
        let document = std::fs::read_to_string(crate::project(KINDS)).unwrap();
        RefCell::new(Session::open(&document, "", 7).unwrap())
    };
}

/// A quiz document and a sheet of answers: the report on the sheet, and an adaptive quiz from its first question to its
/// end.
pub fn quiz(bytes: &[u8]) -> bool {
    let [document, sheet] = texts(bytes);
    let mut session = match linear(Steps::Document, &document, || Session::open(&document, "de", 7)) {
        Ok(session) => session,
        Err(problems) => return value_of((None::<()>, problems)).is_some(),
    };
    numbers_are_finite(&session.view());
    let sheet: Option<Sheet> = value_of(read_sheet(&sheet, &session.quiz));
    let accepted = sheet.is_some();
    if let Some(sheet) = sheet {
        session.take_up(sheet);
        look(&session);
    }
    take(&mut session);
    accepted
}

/// An answer sheet, then an answer alone, to a quiz that has every kind of item.
pub fn answers(bytes: &[u8]) -> bool {
    let [sheet, alone] = texts(bytes);
    ALL.with_borrow_mut(|session| {
        let quiz = &session.quiz;
        for item in &quiz.items {
            if let Err(problems) = linear(Steps::Document, &alone, || read_answer(&alone, item)) {
                assert!(!problems.is_empty(), "refused without a reason");
                placed(&problems);
            }
        }
        let Some(sheet) = value_of(linear(Steps::Document, &sheet, || read_sheet(&sheet, quiz))) else { return false };
        assert_eq!(sheet.responses.len(), quiz.items.len());
        assert_eq!(sheet.order.len(), sheet.responses.iter().flatten().count(), "an item is answered once");
        session.take_up(sheet);
        look(session);
        true
    })
}

/// What can be said of a session.
fn look(session: &Session) {
    let report = report(session);
    numbers_are_finite(&report);
    for skill in &report.skills {
        assert!(
            skill.level.is_none() || skill.spread.or(skill.standard_error).is_some_and(|error| error > 0.0),
            "a level without an error: {skill:?}"
        );
    }
    numbers_are_finite(&session.choice());
}

/// Answers what is asked until nothing more is, or for some questions.
fn take(session: &mut Session) {
    session.take_up(Sheet { responses: vec![None; session.quiz.items.len()], ..Sheet::default() });
    let mut random = Random::new(3);
    for _ in 0..FEW {
        let Some(next) = session.next() else { break };
        assert!(session.responses[next].is_none(), "an item is asked twice");
        let answer = some_answer(&session.quiz.items[next], &mut random);
        session.give(next, answer, Some(1_500.0));
    }
    look(session);
}

/// An answer to the types that calibrated items have; others are skipped.
fn some_answer(item: &Item, random: &mut Random) -> Option<Answer> {
    let mut below = |count: usize| (random.uniform() * count as f64) as usize;
    match &item.kind {
        Kind::Single(single) => Some(Answer::Option(below(single.options.list.len()))),
        kind @ (Kind::Likert(_) | Kind::Frequency(_) | Kind::Slider(_)) => {
            Some(Answer::Category(below(kind.categories() as usize) as u32))
        }
        Kind::Number(_) => Some(Answer::Number(below(10) as f64)),
        Kind::Sort(sort) => Some(Answer::Groups(below(sort.options.list.len() + 1) as u32)),
        _ => None,
    }
}

/// A saved profile: its view, and what is written with it is read again.
pub fn saved(bytes: &[u8]) -> bool {
    let [text] = texts(bytes);
    let saved = match linear(Steps::Saved, &text, || Saved::open(&text, "de")) {
        Ok(saved) => saved,
        Err(problems) => {
            assert!(!problems.is_empty(), "refused without a reason");
            return false;
        }
    };
    let view = saved.view();
    numbers_are_finite(&view);
    for skill in &view.skills {
        let pulls: f64 = skill.pulls.iter().map(|pull| pull.pull).sum();
        let level = skill.level.unwrap_or(skill.prior_mean);
        let alone = skill.measured_by.len() < 2;
        assert!(alone || (pulls - (level - skill.prior_mean)).abs() < 1e-9, "pulls that do not add up: {skill:?}");
    }
    let counting = |saved: &Saved| saved.results.iter().filter(|kept| kept.whole).count();
    let unreadable = |problem: &Problem| problem.severity == Severity::Error;
    assert!(
        saved.results.iter().all(|kept| kept.whole) || saved.problems.iter().any(unreadable),
        "a result lost in silence"
    );
    let written = saved.mended().map_or_else(|| saved.come_from(None), Ok);
    if let Ok(written) = written {
        let again = Saved::open(&written, "de").unwrap_or_else(|problems| panic!("{problems:?}: {written}"));
        assert_eq!(counting(&again), counting(&saved), "what is written is what was read");
    }
    saved.problems.is_empty()
}
