//! What the library says to every seed and every input of the corpus that a module reads, too, one a line:
//! `{"reader": …, "texts": […], "said": …}`. `tests/module/corpus.mjs` asks the modules the same.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use metier::advert::{Reader, Unit, lexicon};
use metier::problem::Problem;
use metier::report::report;
use metier::roles::explain::explain;
use metier::roles::matching::matching;
use metier::roles::question::{self, Judge};
use metier::roles::{catalogue, catalogue_view, person};
use metier::saved::Saved;
use metier::session::Session;
use metier_fuzz::seeds::{KINDS, LEXICON};
use metier_fuzz::{BETWEEN, TARGETS, corpus, project};
use serde_json::{Value, json};
use std::io::Write;

const LANGUAGE: &str = "de";
const SEED: u32 = 7;

/// A reader of the modules by its name there, what stands in an input for it, and what the library says.
type Twin = (&'static str, fn(&[String]) -> Vec<String>, fn(&[String]) -> Result<Value, Vec<Problem>>);

fn main() {
    let mut out = std::io::stdout().lock();
    for target in &TARGETS {
        let Some((reader, texts, says)) = twin(target.name) else { continue };
        let kept = corpus::kept(target.name).into_iter().map(|kept| kept.input.into_bytes());
        for input in (target.seeds)().into_iter().chain(kept) {
            let parts: Vec<String> =
                input.splitn(2, |&byte| byte == BETWEEN).map(|part| String::from_utf8_lossy(part).into()).collect();
            let texts = texts(&[parts, vec![String::new()]].concat());
            let said = says(&texts).unwrap_or_else(|problems| json!({ "problems": problems }));
            // Whoever reads has stopped: so does this.
            if writeln!(out, "{}", json!({ "reader": reader, "texts": texts, "said": said })).is_err() {
                return;
            }
        }
    }
}

/// Tables, numbers and JSON as such reach no module.
fn twin(target: &str) -> Option<Twin> {
    let both = |parts: &[String]| parts[..2].to_vec();
    Some(match target {
        "quiz" => ("quiz", |parts| parts[..1].to_vec(), quiz),
        "markdown" => ("quiz", |parts| vec![prompting(&parts[0])], quiz),
        "answers" => ("answers", |parts| vec![text_of(KINDS), parts[1].clone()], answers),
        "saved" => ("saved", |parts| parts[..1].to_vec(), saved),
        "catalogue" => ("catalogue", both, roles),
        "choice" => ("choice", both, choice),
        "lexicon" => ("advert", both, advert),
        "advert" => ("advert", |parts| vec![parts[1].clone(), parts[0].clone()], advert),
        "tags" => ("advert", |parts| vec![text_of(LEXICON), parts[0].clone()], advert),
        _ => return None,
    })
}

fn text_of(path: &str) -> String {
    std::fs::read_to_string(project(path)).unwrap()
}

/// A quiz that asks what a text says.
fn prompting(text: &str) -> String {
    let mut quiz: Value = serde_json::from_str(&text_of(KINDS)).unwrap();
    quiz["items"][0]["prompt"] = text.into();
    quiz.to_string()
}

fn quiz(texts: &[String]) -> Result<Value, Vec<Problem>> {
    Ok(json!(Session::open(&texts[0], LANGUAGE, SEED)?.view()))
}

/// One answer to every item, and the report.
fn answers(texts: &[String]) -> Result<Value, Vec<Problem>> {
    let mut session = Session::open(&texts[0], LANGUAGE, SEED)?;
    let ids: Vec<String> = session.quiz.items.iter().map(|item| item.id.value.clone()).collect();
    let steps: Vec<Value> = ids
        .iter()
        .map(|id| match session.answer(id, &texts[1], 900.0) {
            Ok(step) => json!(step),
            Err(problems) => json!({ "problems": problems }),
        })
        .collect();
    let report = report(&session);
    Ok(json!([steps, [json!(report), json!(report.known())]]))
}

fn saved(texts: &[String]) -> Result<Value, Vec<Problem>> {
    let saved = Saved::open(&texts[0], "")?;
    let view = saved.view();
    let shown = Saved::open(&texts[0], LANGUAGE)?;
    let read = shown.view();
    let catalogue = catalogue::read(catalogue::SHIPPED).0.unwrap();
    let (placed, seed) = (read.placed(&catalogue), read.seed());
    let found = placed.as_ref().and_then(|placed| matching(&catalogue, placed, LANGUAGE, seed, false));
    let explained = found.as_ref().and(placed.as_ref()).and_then(|placed| explain(&catalogue, placed, seed, false));
    Ok(json!([
        [json!(view.known()), json!(view.problems)],
        saved.mended(),
        [json!(read), json!(found), json!(explained)]
    ]))
}

fn roles(texts: &[String]) -> Result<Value, Vec<Problem>> {
    let (catalogue, problems) = catalogue::read(&texts[0]);
    let catalogue = catalogue.ok_or(problems)?;
    let (placed, problems) = person::read(&texts[1], &catalogue);
    let found = match placed {
        Some(placed) if placed.asked < 2 => Value::Null,
        Some(placed) => json!(matching(&catalogue, &placed, LANGUAGE, SEED, false)),
        None => json!({ "problems": problems }),
    };
    Ok(json!([catalogue_view::view(&catalogue, LANGUAGE), found]))
}

fn choice(texts: &[String]) -> Result<Value, Vec<Problem>> {
    let catalogue = catalogue::read(catalogue::SHIPPED).0.unwrap();
    let (placed, problems) = person::read(&texts[0], &catalogue);
    let placed = placed.ok_or(problems)?;
    let (open, problems) = question::read(&texts[1]);
    let open = open.ok_or(problems)?;
    Ok(json!(question::next(&Judge { catalogue: &catalogue, posterior: &placed.posterior, seed: SEED }, &open)))
}

/// A lexicon, then an advert.
fn advert(texts: &[String]) -> Result<Value, Vec<Problem>> {
    let (lexicon, problems) = lexicon::read(&texts[0], None);
    let reader = Reader::new(lexicon.ok_or(problems)?);
    Ok(json!(reader.read(&texts[1], LANGUAGE, None, Unit::Utf16).map_err(|problem| vec![problem])?))
}
