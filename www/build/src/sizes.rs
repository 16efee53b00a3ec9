//! What the release weighs, against the caps of the project.

use std::io::Write;
use std::path::Path;

use flate2::{Compression, write::GzEncoder};

use crate::tools::{Outcome, While, failed, files, kilobytes};

/// The quiz of an embed: the one that README shows.
const QUIZ: &str = "quizzes/pace.json";
/// How many items the quiz of an embed has: the cap is one for a quiz of ten.
const ITEMS: usize = 10;
/// What a quiz must have; the cap is not one for what its author adds after the questions.
const FIELDS: [&str; 10] = ["format", "id", "version", "language", "title", "about", "instruction", "skills", "items", "evidence"];
/// The highest quality of brotli, as a host that compresses beforehand uses.
const BEST: i32 = 11;

/// A file and its bytes as it is, by gzip and by brotli.
struct Weight {
    /// Path in the release.
    path: String,
    /// Bytes as it is.
    raw: usize,
    /// Bytes by gzip at its best.
    gzip: usize,
    /// Bytes by brotli at its best.
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
    let quiz = of_ten_items(&repository.join("www/dist").join(QUIZ))?;
    let over = caps(&weights, quiz)?.into_iter().filter(|cap| !cap.holds()).count();
    if over > 0 { Err(failed(format!("{over} over the cap."))) } else { Ok(()) }
}

/// One row of the table.
fn print_row(path: &str, raw: usize, gzip: usize, brotli: usize) {
    println!("{path:<32} {:>9} {:>9} {:>9}", kilobytes(raw), kilobytes(gzip), kilobytes(brotli));
}

/// Weighs every file of the release.
fn weigh(dist: &Path) -> Outcome<Vec<Weight>> {
    let paths = files(dist)?;
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

/// Something that must not weigh more than it may.
struct Cap {
    /// What it is.
    name: String,
    /// Bytes by brotli.
    brotli: usize,
    /// KB (of 1,024 bytes) that it may have.
    most: usize,
}

impl Cap {
    /// Prints how it stands, and says whether it holds.
    fn holds(&self) -> bool {
        let holds = self.brotli <= self.most * 1024;
        let word = if holds { "ok  " } else { "OVER" };
        println!("{word} {:>6} of {:>2} KB brotli  {}", kilobytes(self.brotli), self.most, self.name);
        holds
    }
}

/// Bytes by brotli of the quiz at `path`, cut to ten items and to what every quiz must have.
fn of_ten_items(path: &Path) -> Outcome<usize> {
    let text = std::fs::read_to_string(path).while_doing(format!("{} cannot be read", path.display()))?;
    let quiz = serde_json::from_str(&text).while_doing(format!("{} is not JSON", path.display()))?;
    Ok(brotli(cut(quiz).to_string().as_bytes(), BEST).len())
}

/// The quiz with ten items and no field that could be left out.
fn cut(mut quiz: serde_json::Value) -> serde_json::Value {
    if let Some(fields) = quiz.as_object_mut() {
        fields.retain(|field, _| FIELDS.contains(&field.as_str()));
    }
    if let Some(items) = quiz.get_mut("items").and_then(|items| items.as_array_mut()) {
        items.truncate(ITEMS);
    }
    quiz
}

/// The caps, with what stands against them; `quiz` is what the quiz of an embed weighs.
fn caps(weights: &[Weight], quiz: usize) -> Outcome<Vec<Cap>> {
    let find = |path: &str| weights.iter().find(|weight| weight.path == path).map(|weight| weight.brotli);
    let weight = |path: &str| find(path).ok_or_else(|| failed(format!("The release has no {path}.")));
    let (facade, player, module) = (weight("metier.js")?, weight("player.js")?, weight("player_bg.wasm")?);
    let embed = format!("all that an embed loads: metier.js, player.js, player_bg.wasm, {QUIZ} cut to ten items and what a quiz must have");
    Ok(vec![
        Cap { name: "before the reader touches it: metier.js".to_owned(), brotli: facade, most: 12 },
        Cap { name: "the player module: player_bg.wasm".to_owned(), brotli: module, most: 40 },
        Cap { name: embed, brotli: facade + player + module + quiz, most: 60 },
    ])
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
    use super::{Weight, brotli, caps, cut, gzip};

    /// A file that brotli makes `brotli` bytes of.
    fn file(path: &str, brotli: usize) -> Weight {
        Weight { path: path.to_owned(), raw: 0, gzip: 0, brotli }
    }

    #[test]
    fn an_embed_is_its_files_and_a_quiz() {
        let weights = [file("metier.js", 4_000), file("player_bg.wasm", 40 * 1024 + 1), file("player.js", 10_000)];
        let caps = caps(&weights, 7_000).map_err(|failure| failure.sentence);
        let held = caps.map(|caps| caps.iter().map(|cap| (cap.brotli, cap.holds())).collect::<Vec<_>>());
        assert_eq!(held, Ok(vec![(4_000, true), (40 * 1024 + 1, false), (21_000 + 40 * 1024 + 1, false)]));
    }

    #[test]
    fn the_quiz_of_an_embed_has_ten_items_and_nothing_to_spare() {
        let quiz = cut(serde_json::json!({ "id": "a", "learn": [1], "items": vec![7; 12] }));
        assert_eq!(quiz, serde_json::json!({ "id": "a", "items": vec![7; 10] }));
    }

    #[test]
    fn both_encodings_make_text_smaller() {
        let text = "one question a screen ".repeat(50);
        assert!(brotli(text.as_bytes(), 11).len() < 60);
        assert!(gzip(text.as_bytes()).len() < 80);
    }
}
