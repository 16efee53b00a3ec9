//! The lines of a release that name its files: what a page elsewhere may load ahead, and the digests by which a browser
//! checks what it gets. The page on embedding shows those of its example and carries the names and digests, from which
//! `www/embed/preload.js` makes the lines of what was chosen.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha384};

use crate::frame::made::hosts::EXAMPLE;
use crate::names::{FACADE, plain};
use crate::tools::{Outcome, failed, files, read, write};
use crate::{embed, frame};

/// The page that has the lines.
const PAGE: &str = "embed.html";
/// What an embed may load, by its name without the digest of its content.
const LOADED: [&str; 9] = [
    FACADE,
    "metier-frame.js",
    "player.js",
    "player_bg.wasm",
    "whole-module.js",
    "whole_bg.wasm",
    "role-matcher.js",
    "matcher_bg.wasm",
    "draft.js",
];

/// Writes into the page of the release in `dist` what its files are called and have for digests; `place` is the whole
/// address of the site, if that is known.
pub fn put(dist: &Path, place: Option<&str>) -> Outcome<()> {
    let page = read(&dist.join(PAGE))?;
    for (what, count) in [(frame::UNNAMED, 1), (frame::UNLISTED, 1)] {
        if page.matches(what).count() != count {
            return Err(failed(format!("www/pages/{PAGE} must have {count} of: {what}")));
        }
    }
    let list = listed(dist, place)?;
    let page = page.replace(frame::UNNAMED, &frame::escaped(&example(&list)));
    let list = frame::escaped(&Value::from(list).to_string());
    write(&dist.join(PAGE), page.replace(frame::UNLISTED, &format!(" data-files=\"{list}\"")))
}

/// The names and digests of what an embed may load. The facade of the archive is another where it says the address of
/// the method, so it has two digests, of which a browser takes either.
fn listed(dist: &Path, place: Option<&str>) -> Outcome<Map<String, Value>> {
    let names = files(dist)?;
    let archived = embed::loaded(dist, place)?;
    let mut list = Map::new();
    for wanted in LOADED {
        let Some(name) = names.iter().find(|name| plain(name) == wanted) else { continue };
        let mut digests = vec![digest(&embed::taken(dist, name)?)];
        digests.extend(archived.get(name).map(|bytes| digest(bytes)));
        digests.dedup();
        list.insert(wanted.to_owned(), json!([name, digests.join(" ")]));
    }
    Ok(list)
}

/// The lines of the example: a quiz of one skill, of the kinds that the small player reads.
fn example(list: &Map<String, Value>) -> String {
    let of = |name: &str, at: usize| list.get(name).and_then(|file| file.get(at)?.as_str()).unwrap_or_default();
    let quiz = crate::frame::made::hosts::QUIZ;
    [
        format!("<link rel=\"modulepreload\" href=\"{EXAMPLE}{}\" integrity=\"{}\" crossorigin referrerpolicy=\"no-referrer\">", of("player.js", 0), of("player.js", 1)),
        format!("<link rel=\"preload\" as=\"fetch\" href=\"{EXAMPLE}{}\" crossorigin referrerpolicy=\"no-referrer\">", of("player_bg.wasm", 0)),
        format!("<link rel=\"preload\" as=\"fetch\" href=\"{EXAMPLE}quizzes/{quiz}.json\" crossorigin referrerpolicy=\"no-referrer\">"),
        format!("<script type=\"module\" src=\"{EXAMPLE}{FACADE}\" integrity=\"{}\" crossorigin></script>", of(FACADE, 1)),
    ]
    .join("\n")
}

/// The digest of `bytes` as the attribute `integrity` has it.
fn digest(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::{digest, put};
    use crate::embed::tests::seen;
    use crate::frame::{UNLISTED, UNNAMED};
    use crate::tools::{read, write};

    #[test]
    fn a_digest_is_that_of_the_standard() {
        let abc = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(digest(b"abc"), abc);
    }

    #[test]
    fn the_page_names_the_files_of_the_release_and_takes_the_archive_for_it() -> Result<(), String> {
        let page = seen("lines", |dist| {
            write(&dist.join("embed.html"), format!("<div{UNLISTED}></div>{UNNAMED}"))?;
            put(dist, None)?;
            read(&dist.join("embed.html"))
        })?;
        assert!(page.contains("https://quiz.example/player-0123456789ab.js"), "{page}");
        assert!(page.contains("&quot;player_bg.wasm&quot;:[&quot;player_bg-0123456789ab.wasm&quot;"), "{page}");
        assert!(!page.contains(UNNAMED), "{page}");
        let facade = page.split("metier.js&quot;:[").nth(1).and_then(|rest| rest.split(']').next()).unwrap_or_default();
        assert_eq!(facade.matches("sha384-").count(), 2, "{facade}");
        Ok(())
    }
}
