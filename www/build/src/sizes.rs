//! What the release weighs, against the caps of the project.

use std::io::Write;
use std::path::Path;

use flate2::{Compression, write::GzEncoder};
use serde_json::Value;

use crate::archive;
use crate::module::MODULES;
use crate::names::{ALL, plain};
use crate::tools::{Outcome, While, failed, files, kilobytes, read};

/// The folder of the release with the quizzes; that of an embed is the heaviest of one skill.
const QUIZZES: &str = "quizzes/";
/// How many items the quiz of an embed has: the cap is one for a quiz of ten.
const ITEMS: usize = 10;
/// Bytes of a kilobyte.
const KB: usize = 1024;
/// The cap of the form that makes lines to copy: what it weighed when it was new, and a twentieth.
const BUILDER: usize = 8_400;
/// The highest quality of brotli, as a host that compresses beforehand uses.
pub const BEST: i32 = 11;

/// A file with its sizes: uncompressed, by gzip and by brotli.
struct Weight {
    /// Path from the top of the release.
    path: String,
    /// Uncompressed size, in bytes.
    raw: usize,
    /// Size by gzip at its highest level, in bytes.
    gzip: usize,
    /// Size by brotli at its highest quality, in bytes.
    brotli: usize,
}

/// Prints what every file of the release weighs; fails over a cap.
pub fn check(repository: &Path) -> Outcome<()> {
    let weights = weigh(&repository.join("www/dist"))?;
    println!("{:<32} {:>9} {:>9} {:>9}   (KB of 1,024 bytes)", "www/dist", "raw", "gzip", "brotli");
    for weight in &weights {
        print_row(&weight.path, weight.raw, weight.gzip, weight.brotli);
    }
    let sum = |part: fn(&Weight) -> usize| weights.iter().map(part).sum();
    print_row("all files", sum(|weight| weight.raw), sum(|weight| weight.gzip), sum(|weight| weight.brotli));
    println!();
    let quiz = heaviest(&repository.join("www/dist"), &weights)?;
    let over = caps(&weights, &quiz)?.into_iter().filter(|cap| !cap.holds()).count();
    if over > 0 { Err(failed(format!("{over} over the cap."))) } else { Ok(()) }
}

/// One row of the table.
fn print_row(path: &str, raw: usize, gzip: usize, brotli: usize) {
    println!("{path:<32} {:>9} {:>9} {:>9}", kilobytes(raw), kilobytes(gzip), kilobytes(brotli));
}

/// Weighs every file of the release.
fn weigh(dist: &Path) -> Outcome<Vec<Weight>> {
    // What is packed in the archive is weighed as it stands beside it.
    let paths: Vec<String> = files(dist)?.into_iter().filter(|path| !path.ends_with(archive::NAME.1)).collect();
    if paths.is_empty() {
        return Err(failed("There is no release to weigh. Build it first: cargo www build"));
    }
    let weigh = |path: String| {
        let content = std::fs::read(dist.join(&path)).while_doing(format!("{path} cannot be read"))?;
        let (gzip, brotli) = (gzip(&content).len(), brotli(&content, BEST).len());
        Ok(Weight { path, raw: content.len(), gzip, brotli })
    };
    paths.into_iter().map(weigh).collect()
}

/// A cap, and what is weighed against it.
struct Cap {
    /// What is weighed.
    name: String,
    /// How: by brotli, or uncompressed.
    how: &'static str,
    /// Its size, in bytes.
    size: usize,
    /// The cap, in bytes.
    most: usize,
}

impl Cap {
    /// A cap of what has `size` bytes by brotli.
    fn of(name: impl Into<String>, size: usize, most: usize) -> Cap {
        Cap { name: name.into(), how: "brotli", size, most }
    }

    /// Prints the size beside the cap, and returns whether the cap holds.
    fn holds(&self) -> bool {
        let holds = self.size <= self.most;
        let word = if holds { "ok  " } else { "OVER" };
        println!("{word} {:>6} of {:>5} KB {}  {}", kilobytes(self.size), kilobytes(self.most), self.how, self.name);
        holds
    }
}

/// The quiz of one skill that has the most bytes by brotli when it is cut to ten items, and how many.
fn heaviest(dist: &Path, weights: &[Weight]) -> Outcome<(String, usize)> {
    let mut heaviest = (String::new(), 0);
    for path in weights.iter().map(|weight| &weight.path).filter(|path| path.starts_with(QUIZZES)) {
        let quiz: Value = serde_json::from_str(&read(&dist.join(path))?).while_doing(format!("{path} is not JSON"))?;
        let skills = quiz.get("skills").and_then(Value::as_array).map_or(0, Vec::len);
        let bytes = brotli(cut(quiz).to_string().as_bytes(), BEST).len();
        if skills == 1 && bytes > heaviest.1 {
            heaviest = (path.clone(), bytes);
        }
    }
    Ok(heaviest)
}

/// The quiz with ten items, whole otherwise: nothing but a translation speaks of an item, and it goes with its item.
fn cut(mut quiz: Value) -> Value {
    let items = quiz.get_mut("items").and_then(Value::as_array_mut);
    let gone = items.map(|items| items.split_off(items.len().min(ITEMS))).unwrap_or_default();
    let paths: Vec<String> =
        gone.iter().filter_map(|item| Some(format!("items/{}/", item.get("id")?.as_str()?))).collect();
    for translation in quiz.get_mut("translations").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(strings) = translation.get_mut("strings").and_then(Value::as_object_mut) {
            strings.retain(|path, _| !paths.iter().any(|gone| path.starts_with(gone)));
        }
    }
    quiz
}

/// The caps, with what stands against them; `quiz` is the quiz of an embed and its bytes.
fn caps(weights: &[Weight], (name, quiz): &(String, usize)) -> Outcome<Vec<Cap>> {
    let find = |path: &str| weights.iter().find(|weight| plain(&weight.path) == path);
    let found = |path: &str| find(path).ok_or_else(|| failed(format!("The release has no {path}.")));
    let weight = |path: &str| found(path).map(|weight| weight.brotli);
    let (facade, player, module) = (weight("metier.js")?, weight("player.js")?, weight("player_bg.wasm")?);
    let embed = format!("all that an embed loads: metier.js, player.js, player_bg.wasm, {name} cut to ten items");
    let all = format!("everything in one file: {ALL}");
    let mut caps = vec![
        Cap::of("before the reader touches it: metier.js", facade, 12 * KB),
        // The build id within the module moves what brotli makes of it by up to three tenths of a KB.
        Cap::of(embed, facade + player + module + quiz, 74 * KB + KB / 2),
        Cap::of("the helper of frames: metier-frame.js", weight("metier-frame.js")?, KB),
        Cap::of("the form of the page on embedding: embed.js", weight("embed.js")?, BUILDER),
        Cap::of(all.clone(), weight(ALL)?, 185 * KB),
        Cap { name: all, how: "raw   ", size: found(ALL)?.raw, most: 358 * KB },
    ];
    for module in MODULES {
        let file = format!("{}_bg.wasm", module.name);
        caps.push(Cap::of(format!("{}: {file}", module.what), weight(&file)?, module.most));
    }
    Ok(caps)
}

/// `content` by brotli at `quality` (0 to 11).
pub fn brotli(content: &[u8], quality: i32) -> Vec<u8> {
    let parameters = brotli::enc::BrotliEncoderParams { quality, size_hint: content.len(), ..Default::default() };
    let mut small = Vec::new();
    // Writing to memory does not fail.
    let _ = brotli::BrotliCompress(&mut &*content, &mut small, &parameters);
    small
}

/// `content` by gzip at its best.
pub fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // Writing to memory does not fail.
    let _ = encoder.write_all(content);
    encoder.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::{Weight, brotli, caps, cut, gzip};
    use crate::module::MODULES;

    /// A file that brotli makes `brotli` bytes of.
    fn file(path: &str, brotli: usize) -> Weight {
        Weight { path: path.to_owned(), raw: 0, gzip: 0, brotli }
    }

    #[test]
    fn an_embed_is_its_files_and_a_quiz() {
        let most = |name: &str| MODULES.iter().find(|module| module.name == name).map_or(0, |module| module.most);
        let weights = [
            file("metier.js", 4_000),
            file("metier-frame.js", 1_025),
            file("embed-0123456789ab.js", 8_400),
            Weight { raw: 358 * 1024 + 1, ..file("metier-all.js", 185 * 1024) },
            file("player_bg-ba9876543210.wasm", 41 * 1024 + 1),
            file("player-0123456789ab.js", 10_000),
            file("matcher_bg.wasm", 30_000),
            file("advert_bg.wasm", 40_000),
            file("whole_bg.wasm", most("whole") + 1),
        ];
        let caps = caps(&weights, &("quizzes/a.json".to_owned(), 21_000)).map_err(|failure| failure.sentence);
        let held = caps.map(|caps| caps.iter().map(|cap| (cap.size, cap.holds())).collect::<Vec<_>>());
        assert_eq!(
            held,
            Ok(vec![
                (4_000, true),
                (35_000 + 41 * 1024 + 1, false),
                (1_025, false),
                (8_400, true),
                (185 * 1024, true),
                (358 * 1024 + 1, false),
                (41 * 1024 + 1, false),
                (30_000, true),
                (40_000, true),
                (most("whole") + 1, false)
            ])
        );
    }

    #[test]
    fn the_quiz_of_an_embed_has_ten_items_and_loses_nothing_else() {
        let item = |id: usize| json!({ "id": format!("item-{id}"), "prompt": "?" });
        let strings = |paths: &[&str]| json!([{ "language": "de", "strings": paths.iter().map(|path| (*path, "?")).collect::<BTreeMap<_, _>>() }]);
        let quiz = cut(json!({
            "learn": [1], "items": (1..=12).map(item).collect::<Vec<_>>(),
            "translations": strings(&["title", "items/item-1/prompt", "items/item-11/prompt", "items/item-12/options/a/text"]),
        }));
        let whole = json!({
            "learn": [1], "items": (1..=10).map(item).collect::<Vec<_>>(), "translations": strings(&["title", "items/item-1/prompt"]),
        });
        assert_eq!(quiz, whole);
    }

    #[test]
    fn both_encodings_make_text_smaller() {
        let text = "one question a screen ".repeat(50);
        assert!(brotli(text.as_bytes(), 11).len() < 60);
        assert!(gzip(text.as_bytes()).len() < 80);
    }
}
