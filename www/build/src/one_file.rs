//! Everything in one file, for hosts that take one file and for pages opened from a disk: a classic script with the
//! module of everything in it, and a page with that script in it, into which a quiz is put (`metier bundle`, or the
//! button on the page about embedding).

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, write::ZlibEncoder};
use sha2::{Digest, Sha256};
use std::io::Write as _;

use crate::frame;
use crate::names::ALL;
use crate::notices;
use crate::tools::{Outcome, While, cargo, failed, read, run, write};

/// The page without its quiz.
pub const PAGE: &str = "one-page.txt";
/// What it is made from, in this folder of `www/`.
const FOLDER: &str = "take/one-file";
/// What takes whose place in the script: it loads nothing, and its one module has all that the others have.
const SWAPS: [(&str, &str); 5] = [
    ("element/failure.js", "take/one-file/failure.js"),
    ("element/wanted.js", "take/one-file/wanted.js"),
    ("pkg/matcher.js", "pkg/whole.js"),
    ("pkg/player.js", "pkg/whole.js"),
    ("shared/fetch.js", "take/one-file/fetch.js"),
];
/// What stands in the script for the module, and the file of the module.
const INSIDE: (&str, &str) = ("metier:whole:inside", "whole_bg.wasm");
/// How the script says where the page about the method is, before and after the name of what it knows of itself.
const METHOD: (&str, &str) = ("new URL(`./method.html`,", ").href");
/// What the page has for a quiz, in the order in which it stands there: `metier bundle` and `www/embed` put it there.
const PLACES: [&str; 4] = ["{{quiz.language}}", "{{quiz.direction}}", "{{quiz.title}}", "{{quiz.document}}"];
/// What neither the script nor the style may hold, since a page would read it as its own.
const CLOSING: [&str; 4] = ["</script", "</style", "<!--", "<script"];

/// Joins the script in the folder `parts`, without its module.
pub fn join(repository: &Path, joiner: &str, parts: &Path) -> Outcome<()> {
    let mut command = cargo(repository);
    command.args(["run", "-q", "--locked", "-p", joiner, "--", "--alone"]);
    command.arg(repository.join("www")).arg(parts.join(ALL)).arg(ALL);
    command.args(SWAPS.map(|(from, to)| format!("{from}={to}")));
    run(&mut command, &format!("{ALL} could not be joined"))
}

/// Puts the module, which has its build id by now, into the script of the release `next`, and writes the page; `place` is
/// the whole address of the site, if it is known.
pub fn put(www: &Path, next: &Path, place: Option<&str>) -> Outcome<()> {
    let module = std::fs::read(next.join(INSIDE.1)).while_doing(format!("{} cannot be read", INSIDE.1))?;
    let script = whole(&read(&next.join(ALL))?, &module, &read(&next.join(notices::FILE))?, place)?;
    let own = www.join(FOLDER);
    let style = frame::grounded(www, read(&own.join("page.css"))?.trim()).map_err(failed)?;
    write(&next.join(PAGE), page(&read(&own.join("page.html"))?, &script, &style, place)?)?;
    write(&next.join(ALL), script)
}

/// The script with the module, the notices of those whose work is in it, and the address of the method: on the site or
/// nowhere.
fn whole(script: &str, module: &[u8], notices: &str, place: Option<&str>) -> Outcome<String> {
    let script = once(script, INSIDE.0, &STANDARD.encode(deflated(module)))?;
    let address = place.map(|place| format!("{place}method.html")).unwrap_or_default();
    let settled = script.split_once(METHOD.0).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(METHOD.1)?;
        Some(format!("{before}{}{after}", serde_json::Value::from(address)))
    });
    let script = settled.ok_or_else(|| failed(format!("{ALL} must say where the method is: {}", METHOD.0)))?;
    if notices.contains("*/") {
        return Err(failed(format!("{} cannot stand in a comment.", notices::FILE)));
    }
    Ok(ascii(&format!("{script}/*!\n{}\n*/\n", notices.trim())))
}

/// A script that reads the same in any encoding: that of a classic script is its page's, which may not be UTF-8. All that
/// is not ASCII in ours stands in texts, patterns and comments.
fn ascii(script: &str) -> String {
    let mut plain = String::with_capacity(script.len());
    for character in script.chars() {
        if character.is_ascii() {
            plain.push(character);
        } else {
            let units =
                character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>();
            plain.push_str(&units);
        }
    }
    plain
}

/// The page with all but a quiz; its policy names the script and the style by what is in them.
fn page(page: &str, script: &str, style: &str, place: Option<&str>) -> Outcome<String> {
    if let Some(sign) = CLOSING.iter().find(|sign| [script, style].iter().any(|text| text.contains(**sign))) {
        return Err(failed(format!("{ALL} cannot stand in a page: there is {sign} in it.")));
    }
    let script = script.trim();
    // Links of a quiz lead from where its document stands, which for ours is a folder of the site; without a site none
    // leads anywhere but those that are whole.
    let base = place.map_or_else(|| "about:blank".to_owned(), |place| format!("{place}quizzes/"));
    // No word of Trusted Types, which Firefox would complain of: with these hashes no script comes from a text anyway.
    let policy = format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data:; form-action 'none'",
        hash(script),
        hash(style)
    );
    let mut made = page.to_owned();
    for (word, said) in [("policy", policy.as_str()), ("base", &base), ("style", style), ("script", script)] {
        made = once(&made, &format!("{{{{{word}}}}}"), said)?;
    }
    let mut rest = made.as_str();
    for place in PLACES {
        let (_, after) = rest.split_once(place).filter(|(_, after)| !after.contains(place)).ok_or_else(|| {
            failed(format!("{FOLDER}/page.html must hold each of these once, in this order: {}", PLACES.join(", ")))
        })?;
        rest = after;
    }
    Ok(made)
}

/// `text` with `said` in the place of `word`, which stands there once.
fn once(text: &str, word: &str, said: &str) -> Outcome<String> {
    match text.split_once(word) {
        Some((before, after)) if !after.contains(word) => Ok(format!("{before}{said}{after}")),
        _ => Err(failed(format!("{FOLDER}: there must be one {word}"))),
    }
}

/// The name by which a policy knows a text.
fn hash(text: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(text)))
}

/// `bytes` by deflate, as browsers read it back.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    // Writing to memory does not fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;

    use super::{PLACES, ascii, hash, page, whole};
    use crate::tools::{read, repository};

    const SCRIPT: &str = "a(`metier:whole:inside`,new URL(`./method.html`,b).href,new URL(`./`,b).href);\n";

    #[test]
    fn the_script_holds_the_module_as_it_is_signed_and_its_notices() -> Result<(), String> {
        let made = whole(SCRIPT, b"\0asm of this build", "MIT", None).map_err(|failure| failure.sentence)?;
        let (before, rest) = made.split_once("a(`").and_then(|(_, rest)| rest.split_once('`')).unwrap_or_default();
        let packed = STANDARD.decode(before).map_err(|error| error.to_string())?;
        let mut module = Vec::new();
        flate2::read::ZlibDecoder::new(packed.as_slice())
            .read_to_end(&mut module)
            .map_err(|error| error.to_string())?;
        assert_eq!(module, b"\0asm of this build");
        assert_eq!(rest, ",\"\",new URL(`./`,b).href);\n/*!\nMIT\n*/\n");
        let made = whole(SCRIPT, b"", "", Some("https://a.example/")).map_err(|failure| failure.sentence)?;
        assert!(made.contains("\"https://a.example/method.html\""), "{made}");
        for (script, notices) in [("a()", ""), ("`metier:whole:inside`", ""), (SCRIPT, "*/")] {
            assert!(whole(script, b"", notices, None).is_err(), "{script} {notices}");
        }
        Ok(())
    }

    #[test]
    fn the_script_reads_the_same_in_any_encoding() {
        assert_eq!(ascii("a(`é “\u{2028}\u{1f600}`)"), "a(`\\u00e9 \\u201c\\u2028\\ud83d\\ude00`)");
    }

    #[test]
    fn the_page_runs_its_own_script_and_style_and_no_other() -> Result<(), String> {
        let repository = repository().map_err(|failure| failure.sentence)?;
        let template = read(&repository.join("www/take/one-file/page.html")).map_err(|failure| failure.sentence)?;
        let made = page(&template, " a();\n", "b {}", None).map_err(|failure| failure.sentence)?;
        assert_eq!(hash("a();"), "sha256-OVLEFZR89oYYkV3AI9/M2qwUUdT/ymKO659RpVAhzEk=");
        for part in [&hash("a();"), &hash("b {}"), "<script>a();</script>", "<style>b {}</style>", "\"about:blank\""] {
            assert!(made.contains(part), "{part}: {made}");
        }
        assert!(PLACES.iter().all(|place| made.matches(place).count() == 1), "{made}");
        let sited = page(&template, "a()", "", Some("https://a.example/")).map_err(|failure| failure.sentence)?;
        assert!(sited.contains("<base href=\"https://a.example/quizzes/\">"), "{sited}");
        for script in ["\"</script>\"", "\"<!--\"", "{{quiz.title}}"] {
            assert!(page(&template, script, "", None).is_err(), "{script}");
        }
        Ok(())
    }
}
