//! What is done with an input, and what must hold of what comes out.

use super::BETWEEN;
use super::items::Items;
use super::responses::Responses;
use super::{items, responses};
use metier::advert::{Reader, Unit, lexicon};
use metier::estimate::expected::expected;
use metier::estimate::maximum::{Maximum, maximum};
use metier::estimate::theta::{Given, Prior};
use metier::numeric::random::Random;
use metier::precision::reliability;
use metier::problem::{Problem, Severity};
use metier::quality;
use metier::quality::fit::{lz, simulated_p};
use metier::quiz::response::{Answer, Sheet, read_sheet};
use metier::quiz::{Item, Kind};
use metier::report::report;
use metier::roles::matching::matching;
use metier::roles::{catalogue as roles, person};
use metier::saved::Saved;
use metier::session::Session;
use std::fmt::Debug;

/// People of a file who are looked at, and questions of an adaptive quiz: enough, and soon over.
const FEW: usize = 12;
/// Levels at which curves are looked at.
const LEVELS: [f64; 7] = [-1e6, -8.0, -1.0, 0.0, 0.7, 8.0, 1e6];
const PRIOR: Prior = Prior { mean: 0.0, sd: 1.0 };

/// The texts of an input; what is no UTF-8 is replaced, so that it does not end the way.
fn texts<const COUNT: usize>(bytes: &[u8]) -> [String; COUNT] {
    let mut parts = bytes.splitn(COUNT, |&byte| byte == BETWEEN);
    std::array::from_fn(|_| String::from_utf8_lossy(parts.next().unwrap_or_default()).into_owned())
}

/// A value, or errors that say where they are; never both.
fn value_of<T>((value, problems): (Option<T>, Vec<Problem>)) -> Option<T> {
    let rejected = problems.iter().any(|problem| problem.severity == Severity::Error);
    assert_eq!(value.is_none(), rejected, "a value or an error: {problems:?}");
    for problem in problems.iter().filter(|problem| problem.code.word() != "more-problems") {
        assert!(!problem.code.word().is_empty() && problem.line > 0 && problem.column > 0, "a place: {problem:?}");
    }
    value
}

/// No number within a value is infinite or none: `Debug` prints such numbers as words, and texts between quotation
/// marks.
fn numbers_are_finite(value: &impl Debug) {
    let printed = format!("{value:?}");
    let (mut word, mut text, mut escaped) = (String::new(), false, false);
    for character in printed.chars().chain([' ']) {
        if text {
            text = escaped || character != '"';
            escaped = !escaped && character == '\\';
        } else if character.is_alphanumeric() || character == '_' {
            word.push(character);
        } else {
            assert!(word != "NaN" && word != "inf", "{printed}");
            word.clear();
            text = character == '"';
        }
    }
}

/// Items and responses as `metier curves`, `estimate` and `adapt` read them: curves, and levels by every estimator.
pub fn bank(bytes: &[u8]) -> bool {
    let [bank, sheet] = texts(bytes);
    let Some(items) = value_of(items::read(&bank)) else { return false };
    for model in &items.models {
        assert_eq!(model.fault(), None);
        for level in LEVELS {
            let information = model.information(level);
            assert!(information >= 0.0 && information.is_finite(), "{model:?} at {level}: information {information}");
            let sum: f64 = model.categories(level).iter().map(|category| category.probability).sum();
            assert!((sum - 1.0).abs() < 1e-9, "{model:?} at {level}: probabilities add up to {sum}");
            numbers_are_finite(&(model.categories(level), model.warm(level)));
        }
    }
    let Some(responses) = value_of(responses::read_of(&sheet, &items)) else { return false };
    for person in 0..responses.persons.len().min(FEW) {
        levels(&answered(&items, &responses, person));
    }
    true
}

fn answered<'i>(items: &'i Items, responses: &Responses, person: usize) -> Vec<Given<'i>> {
    let given = |(id, category): (&String, &Option<u32>)| {
        let model = items.models.get(items.find(id)?)?;
        Some(Given { model, category: (*category)? as usize })
    };
    responses.items.iter().zip(responses.of(person)).filter_map(given).collect()
}

/// By each estimator a level with an error, or the reason why there is none.
fn levels(given: &[Given<'_>]) {
    let range = (-6.0, 6.0);
    let ways = [Maximum::Posterior(PRIOR), Maximum::Weighted, Maximum::Likelihood];
    let found = ways.map(|way| maximum(given, way, range));
    for found in found.into_iter().chain([expected(given, PRIOR)]).flatten() {
        assert!(found.theta.is_finite() && found.se > 0.0 && found.se.is_finite(), "{found:?}");
    }
    let curves: Vec<Vec<f64>> = given
        .iter()
        .map(|one| one.model.categories(0.5).iter().map(|category| category.probability).collect())
        .collect();
    let chosen: Vec<(&[f64], usize)> =
        curves.iter().zip(given).map(|(curve, one)| (curve.as_slice(), one.category)).collect();
    numbers_are_finite(&(lz(&chosen), simulated_p(&chosen, 50, &mut Random::new(1))));
}

/// Responses as `metier reliability` and `quality` read them.
pub fn scores(bytes: &[u8]) -> bool {
    let [sheet] = texts(bytes);
    let Some(responses) = value_of(responses::read(&sheet)) else { return false };
    let score = |person: usize, item: usize| responses.of(person).get(item).copied().flatten().map(f64::from);
    // The cost grows with the square of the items.
    numbers_are_finite(&reliability(responses.items.len().min(60), responses.persons.len().min(500), &score));
    for person in 0..responses.persons.len().min(FEW) {
        let answers = responses.of(person);
        let halves: Vec<Vec<Option<f64>>> =
            answers.chunks(4).map(|chunk| chunk.iter().map(|answer| answer.map(f64::from)).collect()).collect();
        numbers_are_finite(&(quality::longest_run(answers), quality::variability(answers), quality::even_odd(&halves)));
    }
    true
}

/// A quiz document and a sheet of answers: the report on the sheet, and an adaptive quiz from its first question to its
/// end.
pub fn quiz(bytes: &[u8]) -> bool {
    let [document, sheet] = texts(bytes);
    let Ok(mut session) = Session::open(&document, "de", 7) else { return false };
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

/// A catalogue of roles and a profile: the match.
pub fn catalogue(bytes: &[u8]) -> bool {
    let [catalogue, profile] = texts(bytes);
    let Some(catalogue) = value_of(roles::read(&catalogue)) else { return false };
    let Some(placed) = value_of(person::read(&profile, &catalogue)) else { return false };
    let found = matching(&catalogue, &placed, "de", 7, false);
    numbers_are_finite(&found);
    if let Some(found) = &found {
        let sum: f64 = found.roles.iter().map(|role| role.p_best).sum();
        assert!((sum - 1.0).abs() < 1e-9, "shares add up to {sum}");
    }
    true
}

/// A saved profile: its view, and what is written with it is read again.
pub fn saved(bytes: &[u8]) -> bool {
    let [text] = texts(bytes);
    let saved = match Saved::open(&text, "de") {
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

/// A lexicon and an advert: spans in order, in both ways of counting, and values that add up.
pub fn advert(bytes: &[u8]) -> bool {
    let [advert, lexicon] = texts(bytes);
    let Some(lexicon) = value_of(lexicon::read(&lexicon, None)) else { return false };
    let reader = Reader::new(lexicon);
    let Ok(report) = reader.read(&advert, "de", None, Unit::Byte) else { return false };
    numbers_are_finite(&report);
    let mut before = 0;
    for span in &report.spans {
        assert!(
            before <= span.start
                && span.start < span.end
                && advert.get(span.start as usize..span.end as usize).is_some()
        );
        before = span.end;
    }
    for archetype in &report.archetypes {
        let values =
            report.spans.iter().flat_map(|span| &span.r#for).filter(|value| value.archetype == archetype.archetype);
        let sum: f64 = values.map(|value| value.value).sum();
        assert!((sum - archetype.score).abs() <= 1e-12 * archetype.score.max(1.0), "{sum} and {}", archetype.score);
    }
    let units = advert.encode_utf16().count() as u32;
    reader.read(&advert, "", None, Unit::Utf16).is_ok_and(|report| report.spans.iter().all(|span| span.end <= units))
}
