//! `metier take`: a quiz in the terminal.

use crate::Wrong;
use crate::input::{read_catalogue, write_out};
use crate::score::open;
use crate::typed::{self, Typed};
use crate::words::{printable, sentence, word};
use metier::closed::Closed;
use metier::problem::{Code, Naming, Problem, Severity};
use metier::quiz::Kind;
use metier::quiz::instruction::Instruction;
use metier::quiz::limits::{FURTHEST, TOP};
use metier::quiz::translate::Spoken;
use metier::quiz::view::{ItemView, OptionView, QuizView};
use metier::report::{CountedReport, Report, SkillReport};
use metier::roles::matching::{Match, RoleReport};
use metier::roles::verdict::CallKind;
use metier::session::{Session, Step};
use metier::sitting::{Whole, screen, whole};
use metier::text::markdown::{BlockKind, Tree};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

/// Why a quiz ends before its last question.
enum Ended {
    /// Nobody reads any more: that is no fault.
    Unread,
    /// The input is wrong or ends too early.
    Wrong,
}

impl From<Wrong> for Ended {
    fn from(_: Wrong) -> Ended {
        Ended::Wrong
    }
}

/// Asks every item, or those that an adaptive quiz chooses, then prints the profile. "skip" skips an item and "back"
/// goes back to the one before; so do "s" and "b" where no option is called so.
pub fn take(quiz: &Path, roles: Option<&Path>, seed: u32, language: &str) -> Result<(), Wrong> {
    match taken(quiz, roles, seed, language) {
        Ok(()) | Err(Ended::Unread) => Ok(()),
        Err(Ended::Wrong) => Err(Wrong),
    }
}

fn taken(quiz: &Path, roles: Option<&Path>, seed: u32, language: &str) -> Result<(), Ended> {
    let catalogue = read_catalogue(roles)?;
    let mut session = open(quiz, seed, language)?;
    // A second one to read from, while answers are put into the first.
    let shown = open(quiz, seed, language)?;
    let view = shown.view();
    tell(&format!("{}\n\n{}\n\n{}Nothing is stored or sent.\n", said(view.title), said(view.about), grade(&view)))?;
    let (mut asked, mut index) = (Vec::new(), 0);
    loop {
        if index == asked.len() {
            let Ok(screen) = screen(&session, &catalogue) else { break };
            let shown = |item: usize| {
                let next = shown.quiz.items.get(item)?;
                view.items.iter().find(|item| item.id == next.id.value).map(|item| (item, &next.kind))
            };
            asked.extend(screen.into_iter().filter_map(shown));
        }
        let Some((item, kind)) = asked.get(index).copied() else { break };
        tell(&question(item, kind, index + 1, &view))?;
        let Some(line) = line() else {
            let _ = writeln!(std::io::stderr(), "The answers end before the quiz does, or are not in UTF-8.");
            return Err(Ended::Wrong);
        };
        let option = item.options.iter().any(|option| option.id == line);
        let step = match line.as_str() {
            "back" | "b" if !option => {
                index = index.saturating_sub(1);
                continue;
            }
            "skip" | "s" if !option => keep(&mut session, item, "null")?,
            given => match as_json(item, kind, given) {
                Ok(answer) => keep(&mut session, item, &answer)?,
                Err(either) => {
                    tell(&format!("{}\n", printable(&sentence(&either))))?;
                    None
                }
            },
        };
        let Some(step) = step else { continue };
        index += 1;
        // What an adaptive quiz would have asked next may be another item now.
        if session.path.len() == index && session.before().len() == index {
            asked.truncate(index);
        }
        if !step.dropped.is_empty() {
            tell(&format!("Your answer changed, so the {} after it were dropped.\n", step.dropped.len()))?;
        }
    }
    tell(&profile(&view, &whole(&session, &catalogue)))
}

/// Prints a text at once.
fn tell(text: &str) -> Result<(), Ended> {
    if write_out(text)? { Ok(()) } else { Err(Ended::Unread) }
}

/// The next line of standard input, trimmed; nothing at its end.
fn line() -> Option<String> {
    let mut line = String::new();
    let length = std::io::stdin().read_line(&mut line).ok()?;
    (length > 0).then(|| line.trim().to_owned())
}

/// Keeps an answer; if it is none, says why and keeps nothing.
fn keep(session: &mut Session, item: &ItemView, answer: &str) -> Result<Option<Step>, Ended> {
    match session.answer(item.id, answer, f64::NAN) {
        Ok(step) => Ok(Some(step)),
        Err(problems) => {
            for problem in &problems {
                tell(&format!("{}\n", printable(&sentence(problem))))?;
            }
            Ok(None)
        }
    }
}

/// A question with what can be answered and how, and the mark at which to answer.
fn question(item: &ItemView, kind: &Kind, number: usize, view: &QuizView) -> String {
    let total = view
        .adaptive
        .as_ref()
        .map_or_else(|| view.items.len().to_string(), |adaptive| format!("at most {}", adaptive.max));
    let asked = match item.instruction {
        _ if matches!(kind, Kind::Sort(_)) => "What belongs where?",
        Instruction::Would => "What would you do?",
        Instruction::Best => "What is best?",
        Instruction::Done => "Have you done this?",
    };
    let situation = item.situation.map_or_else(String::new, |situation| said(situation) + "\n\n");
    let mut out = format!("\nQuestion {number} of {total}. {asked}\n\n{situation}{}\n\n", said(item.prompt));
    for option in item.options.iter() {
        let _ = writeln!(out, "  {}) {}", option.id, said(option.text));
    }
    for group in item.groups.iter() {
        let _ = writeln!(out, "  {} = {}", group.id, said(group.text));
    }
    let anchors = item.anchors.iter().len();
    if matches!(kind, Kind::Slider(_)) {
        for (number, anchor) in [item.low, item.high].into_iter().flatten().zip(item.anchors.iter()) {
            let _ = writeln!(out, "  {number}) {}", said(anchor));
        }
    } else if item.options.iter().next().is_none() {
        let last = anchors.saturating_sub(1);
        let steps = if item.points > 0 { item.points as usize } else { anchors };
        for (place, anchor) in item.anchors.iter().enumerate() {
            let step = if place == last { steps.saturating_sub(1) } else { place };
            let _ = writeln!(out, "  {step}) {}", said(anchor));
        }
    }
    out + &format!("\n{} Or: skip, back.\n> ", how(item, kind))
}

/// What can be typed.
fn how(item: &ItemView, kind: &Kind) -> String {
    let ids: Vec<&str> = item.options.iter().map(|option| option.id).collect();
    let (first, second) = (ids.first().copied().unwrap_or("a"), ids.get(1).copied().unwrap_or("b"));
    match kind {
        Kind::Single(_) => "Type the letter of one.".into(),
        Kind::Multiple(_) => {
            let alone: Vec<&str> =
                item.options.iter().filter(|option| option.exclusive).map(|option| option.id).collect();
            let or = if alone.is_empty() { String::new() } else { format!(" Or type {} alone.", alone.join(" or ")) };
            format!("Type the letters of {} to {}, apart by spaces.{or}", item.min, item.max)
        }
        Kind::BestWorst(_) => format!("Type the best, then the worst: {first} {second}"),
        Kind::Judge(_) => {
            let mut ends = item.anchors.iter().map(|anchor| format!(" ({})", said(anchor)));
            let (low, high) = (ends.next().unwrap_or_default(), ends.next().unwrap_or_default());
            format!("Rate each from 1{low} to {}{high}: {first}=3 {second}=5 …", item.points)
        }
        Kind::Allocate(_) => format!("Share out {} points: {first}=4 {second}=6 …", item.total),
        Kind::Rank(_) => format!("Type the letters of all, best first: {second} {first} …"),
        Kind::Sort(_) => {
            let group = |place: usize| item.groups.iter().nth(place).map_or("x", |group| group.id);
            format!("Put each into a group: {first}={} {second}={} …", group(1), group(0))
        }
        Kind::Slider(_) => format!("Type a number, in steps of {}{}.", item.step, unit(item)),
        Kind::Number(_) => format!("Type a number{}.", unit(item)),
        Kind::Text(_) => {
            format!("Write at most {} characters, on one line. They count for nothing and are kept nowhere.", item.max)
        }
        Kind::Likert(_) | Kind::Frequency(_) | Kind::Statement(_) => "Type the number of a step.".into(),
    }
}

/// The unit of the number that is asked for.
fn unit(item: &ItemView) -> String {
    item.unit.as_ref().map_or_else(String::new, |unit| format!(" ({})", said(*unit)))
}

/// What was typed, as the JSON text of an answer; what is no answer is reported when it is read. A number that may be
/// either of two, and an option that is answered twice, are problems.
fn as_json(item: &ItemView, kind: &Kind, typed: &str) -> Result<String, Problem> {
    let words: Vec<&str> = typed.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let value = match (kind, words.as_slice()) {
        (Kind::Single(_) | Kind::Text(_), _) => serde_json::json!(typed),
        (Kind::Multiple(_) | Kind::Rank(_), words) => serde_json::json!(words),
        (Kind::BestWorst(_), [best, worst]) => serde_json::json!({ "best": best, "worst": worst }),
        (Kind::Judge(_) | Kind::Allocate(_) | Kind::Sort(_), _) => pairs(typed, kind, item)?,
        (Kind::BestWorst(_) | Kind::Likert(_) | Kind::Frequency(_) | Kind::Statement(_), _)
        | (Kind::Slider(_) | Kind::Number(_), _) => number_or_text(typed, bounds(kind, item))?,
    };
    Ok(value.to_string())
}

/// Options with what was said of each: `a=5 b=2`, `a=5,b=2`. What is none of that is given back as it was typed.
fn pairs(typed: &str, kind: &Kind, item: &ItemView) -> Result<serde_json::Value, Problem> {
    let mut said = serde_json::Map::new();
    for word in paired(typed) {
        let Some((id, number)) = word.split_once('=') else { return Ok(typed.into()) };
        let number = number_or_text(number, bounds(kind, item))?;
        if said.insert(id.to_owned(), number).is_some() {
            return Err(Problem::plain(Severity::Error, Code::TYPED_TWICE, &[("option", Naming::Text(id))], None));
        }
    }
    Ok(said.into())
}

/// What was typed, apart at white space, and at the commas that do not stand within a number.
fn paired(typed: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for together in typed.split_whitespace() {
        let mut began = false;
        for part in together.split(',').filter(|part| !part.is_empty()) {
            match words.last_mut().filter(|_| began && !part.contains('=')) {
                Some(last) => *last = format!("{last},{part}"),
                None => words.push(part.to_owned()),
            }
            began = true;
        }
    }
    words
}

/// Between which numbers an answer lies.
fn bounds(kind: &Kind, item: &ItemView) -> (f64, f64) {
    match kind {
        Kind::Number(_) | Kind::Slider(_) => (item.low.unwrap_or(-FURTHEST), item.high.unwrap_or(FURTHEST)),
        Kind::Allocate(_) => (0.0, f64::from(item.total)),
        // Steps, of which no scale has a thousand.
        _ => (0.0, 999.0),
    }
}

/// A number; of two that what was typed may be, that which alone lies within the bounds.
fn number_or_text(typed: &str, (low, high): (f64, f64)) -> Result<serde_json::Value, Problem> {
    let within = |number: f64| (low..=high).contains(&number);
    match typed::read(typed) {
        Typed::Number(number) => Ok(number.into()),
        Typed::Either(whole, decimal) if within(whole) != within(decimal) => {
            Ok(if within(whole) { whole } else { decimal }.into())
        }
        Typed::Either(whole, decimal) => {
            let values = [
                ("typed", Naming::Text(typed)),
                ("whole", Naming::Number(whole)),
                ("decimal", Naming::Number(decimal)),
            ];
            Err(Problem::plain(Severity::Error, Code::TYPED_EITHER, &values, None))
        }
        Typed::None => Ok(typed.into()),
    }
}

fn profile(view: &QuizView, whole: &Whole) -> String {
    let report = &whole.report;
    if let Some(found) = &report.counted {
        return counted(view, report, found);
    }
    let mut out =
        format!("\nYour profile, from {} answers. Levels go from 0 (none) to 4 (expert).\n\n", report.answered);
    for skill in &report.skills {
        let _ = writeln!(out, "  {}: {}", said(skill.name), level(skill, view));
        if let Some(summary) = &skill.summary {
            let _ = writeln!(out, "    {}", said(summary.you));
        }
        if let Some(feedback) = skill.feedback {
            let middle = word("feedback-middle", &[])
                .filter(|_| skill.from != skill.to)
                .map_or_else(String::new, |words| words + " ");
            let _ = writeln!(out, "    {middle}{}", said(feedback));
        }
        for behaviour in &skill.behaviours {
            let (name, shown, offered) = (said(behaviour.name), behaviour.shown, behaviour.offered);
            let (shown_in, count) = (shown.to_string(), offered.to_string());
            let key = if shown > 0 { "did" } else { "did-not" };
            let told = word(key, &[("name", &name), ("shown", &shown_in), ("count", &count)]).unwrap_or_default();
            let _ = writeln!(out, "    {told}");
        }
    }
    for meaning in report.meaning.iter() {
        let _ = writeln!(out, "  {} needs about {:.1}.", said(meaning.name), meaning.need);
    }
    out += &signs(view, report);
    for attribution in view.attributions.iter() {
        let _ = writeln!(out, "\n{}", said(attribution));
    }
    if let Some(found) = &whole.matching {
        out += &roles(found);
    }
    if view.adaptive.is_some() && !view.calibrated {
        out += "\nThe questions were chosen by how much each could add, under assumptions that nobody has tested for this quiz.\n";
    }
    out + &format!("\n{}Not for hiring decisions.\n", grade(view))
}

/// A count with what is said of it, what people differ about, and what else the document says.
fn counted(view: &QuizView, report: &Report, found: &CountedReport) -> String {
    let (right, of) = (found.right.to_string(), found.of.to_string());
    let key = if found.of > 0 { "counted" } else { "counted-none" };
    let mut out = format!("\n{}\n", word(key, &[("right", &right), ("of", &of)]).unwrap_or_default());
    if let Some(end) = found.end {
        let _ = writeln!(out, "{}", said(end));
    } else if found.of > 0 {
        let _ = writeln!(out, "Skipped: {}. That counts neither way.", report.skipped);
    }
    out += &word("counted-no-level", &[]).map_or_else(String::new, |words| words + "\n");
    for item in &view.items {
        item.options.iter().filter_map(|option| talk(item, &option)).for_each(|lines| out += &lines);
    }
    for section in found.sections.iter() {
        let _ = writeln!(out, "\n{}", said(section.title));
        section.lines.iter().for_each(|line| out += &format!("- {}\n", said(line)));
    }
    out += &signs(view, report);
    out + &format!("\n{}Not for hiring decisions.\n", grade(view))
}

/// An option about which people differ: where it belongs, why, and what they differ about.
fn talk(item: &ItemView, option: &OptionView) -> Option<String> {
    let talk = said(option.talk?);
    let group = item.groups.iter().find(|group| group.id == option.group).map(|group| said(group.text));
    let why = option.why.map_or_else(String::new, |why| format!(" {}", said(why)));
    Some(format!("\n{}\n  {}.{why}\n  {talk}\n", said(option.text), group.unwrap_or_default()))
}

/// A level as the page shows it: on the scale, under the name of one level only where all of its band is nearest to
/// that.
fn level(skill: &SkillReport<'_>, view: &QuizView) -> String {
    let (Some((level, spread)), Some(from), Some(to)) = (skill.shown(), skill.from, skill.to) else {
        return "too few answers for a level".into();
    };
    let called = |level: u32| word(&format!("level-{level}"), &[]).unwrap_or_default();
    let between = || word("level-between", &[("from", &called(from)), ("to", &called(to))]).unwrap_or_default();
    let name = if from == to { called(from) } else { between() };
    let end = skill.end.and_then(|end| word("at-end", &[("end", &word(&format!("end-{}", end.word()), &[])?)]));
    let end = end.map_or_else(String::new, |words| format!(" {words}"));
    let error = if view.calibrated { "with a standard error of" } else { "give or take" };
    format!("{:.1}, {name}{end}, {error} {spread:.1}", level.clamp(0.0, TOP))
}

/// What deserves another look, and which questions, by their numbers as they were asked.
fn signs(view: &QuizView, report: &Report) -> String {
    let mut out = String::new();
    let all: Vec<&str> = view.items.iter().map(|item| item.id).collect();
    let asked = if report.asked.is_empty() { &all } else { &report.asked };
    for sign in &report.signs {
        let Some(words) = word(&format!("sign-{}", sign.code.word()), &[]) else { continue };
        let numbers: Vec<String> =
            (1..).zip(asked).filter(|(_, item)| sign.items.contains(item)).map(|(n, _)| n.to_string()).collect();
        let _ = writeln!(out, "\n{words} {}.", numbers.join(", "));
    }
    out
}

/// What may be said of roles, and how many profiles each product role fits best; then how many fit what some companies
/// mean by one better still.
fn roles(found: &Match) -> String {
    let mut out = format!("\n{}\n", verdict(found.verdict.code));
    // Without evidence a ranking would be a guess in a table's clothes.
    if found.verdict.code == CallKind::NotEnoughEvidence {
        return out;
    }
    out += "\n";
    let mut product: Vec<&RoleReport> = found.roles.iter().filter(|role| role.p_best_product.is_some()).collect();
    let key = |role: &RoleReport| (role.p_best_product, role.fit);
    product.sort_by(|a, b| key(b).partial_cmp(&key(a)).unwrap_or(std::cmp::Ordering::Equal));
    let shares: Vec<f64> = product.iter().filter_map(|role| role.p_best_product).collect();
    for (role, share) in product.iter().zip(hundred(&shares)) {
        let mark = if found.verdict.roles.contains(&role.role) { "*" } else { " " };
        let _ = writeln!(
            out,
            "{mark} {}: of 100 skill profiles that fit your answers, {} fit this product role best",
            plain(&role.name),
            words_of(share.0, share.1)
        );
    }
    out += &elsewhere(found);
    out + "\nIf our assumptions hold: needs, weights and the spread of people are editorial.\n"
}

/// How many of 100 profiles fit what some companies mean better than any product role.
fn elsewhere(found: &Match) -> String {
    let mut apart: Vec<&RoleReport> = found.roles.iter().filter(|role| role.p_best_product.is_none()).collect();
    apart.retain(|role| role.p_best > 0.0);
    if apart.is_empty() {
        return String::new();
    }
    let shares: Vec<f64> = apart.iter().map(|role| role.p_best).chain([1.0 - found.p_archetype]).collect();
    let count = hundred(&shares).iter().take(apart.len()).map(|(count, _)| count).sum();
    let names: Vec<String> = apart.iter().map(|role| plain(&role.name)).collect();
    format!(
        "\nOf the same 100 profiles, {} would fit another job even better: {}. That is no product role, though some \
         companies call it one.\n",
        words_of(count, found.p_archetype * 100.0),
        names.join(" or ")
    )
}

/// Of 100, how many each share is, as the page says it: the largest remainders are rounded up; with the exact number.
fn hundred(shares: &[f64]) -> Vec<(f64, f64)> {
    let shares: Vec<f64> = shares.iter().map(|share| share * 100.0).collect();
    let spare = shares.iter().sum::<f64>().round() - shares.iter().map(|share| share.floor()).sum::<f64>();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by(|&a, &b| {
        shares
            .get(b)
            .map(|share| share.fract())
            .partial_cmp(&shares.get(a).map(|share| share.fract()))
            .unwrap_or(std::cmp::Ordering::Equal)
    });
    let up: Vec<usize> = order.into_iter().take(spare.max(0.0) as usize).collect();
    let count = |(role, share): (usize, &f64)| share.floor() + f64::from(u8::from(up.contains(&role)));
    shares.iter().enumerate().map(|(role, share)| (count((role, share)), *share)).collect()
}

/// A number of 100: neither none nor all where that is only rounded.
fn words_of(count: f64, share: f64) -> String {
    match count {
        n if n < 1.0 && share > 0.0 => "fewer than 1".into(),
        n if n > 99.0 && share < 100.0 => "more than 99".into(),
        n => n.to_string(),
    }
}

/// The evidence grade, and what the author states for it, one line each.
fn grade(view: &QuizView) -> String {
    let mut out = format!("Evidence grade {} of 4. {}\n", view.grade, said(view.note));
    let stated = &view.stated;
    let lines = [
        stated.experts.as_ref().map(|experts| {
            format!(
                "{} experts keyed it ({}), with an agreement of {:.2}.",
                experts.count,
                said(experts.roles),
                experts.agreement
            )
        }),
        stated.people.map(|people| format!("{people} people answered it.")),
        stated.reliability.map(|reliability| format!("Its reliability was {reliability:.2}.")),
        stated.fit.map(|fit| format!("Fit of the model, and fairness between groups: {}", said(fit))),
        stated.study.map(|study| format!("Study of what it predicts: {}", said(study))),
    ];
    if view.grade > 0 {
        out += "Stated by the author, not checked.\n";
    }
    for line in lines.into_iter().flatten() {
        let _ = writeln!(out, "- {line}");
    }
    out
}

fn verdict(call: CallKind) -> &'static str {
    match call {
        CallKind::Clear => "One product role fits clearly best.",
        CallKind::Leaning => "One product role is ahead, not by much.",
        CallKind::TooClose => "Several product roles fit about equally well.",
        CallKind::NoneYet => {
            "In most of the skill profiles that fit your answers, every product role here misses a must-have."
        }
        CallKind::NotEnoughEvidence => "There is not enough evidence to name a role.",
    }
}

/// A text of the quiz as plain lines.
fn said(text: Spoken<'_>) -> String {
    plain(&text.tree())
}

/// A tree as plain lines.
fn plain(tree: &Tree) -> String {
    let block = |block: &metier::text::markdown::Block| {
        let text: String = block.runs.iter().map(|run| run.text.as_str()).collect();
        match (block.kind, block.number) {
            (BlockKind::Paragraph, _) => text,
            (_, Some(number)) => format!("{number}. {text}"),
            _ => format!("- {text}"),
        }
    };
    let lines: Vec<String> = tree.blocks.iter().map(block).collect();
    lines.join("\n").split('\n').map(printable).collect::<Vec<_>>().join("\n")
}
