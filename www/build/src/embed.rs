//! What an embed needs of a release: the script that pages name, and from there each file that one of them names.

use std::collections::BTreeMap;
use std::path::Path;

use crate::names::{FACADE, names_file};
use crate::tools::{Outcome, While, failed, files};

/// Files by their paths.
pub type Files = BTreeMap<String, Vec<u8>>;

/// How the facade says where the page about the method is: a page of the site, which an embed alone has not.
const METHOD: &str = "new URL(`./method.html`,import.meta.url).href";
/// The name of that page.
const PAGE: &str = "method.html";
/// The extensions of what an embed loads, beside its quiz.
const LOADED: [&str; 2] = ["js", "wasm"];
/// The folder of the quizzes.
pub const QUIZZES: &str = "quizzes/";

/// What an embed loads of the release in `dist`, but for the quiz; the link to the method leads to the site at `place`,
/// its whole address, and is left out where that is not known.
pub fn loaded(dist: &Path, place: Option<&str>) -> Outcome<Files> {
    let names = files(dist)?;
    let names: Vec<&String> = names.iter().filter(|name| is_loaded(name)).collect();
    let mut found = Files::new();
    let mut open = vec![FACADE.to_owned()];
    while let Some(name) = open.pop() {
        let bytes = taken(dist, &name)?;
        open.extend(names.iter().filter(|other| names_file(&bytes, other)).map(|other| (*other).clone()));
        found.insert(name, bytes);
        open.retain(|name| !found.contains_key(name));
    }
    if let Some(facade) = found.get_mut(FACADE) {
        *facade = settled(&String::from_utf8_lossy(facade), place)?.into_bytes();
    }
    Ok(found)
}

/// The shipped quizzes of the release in `dist`.
pub fn quizzes(dist: &Path) -> Outcome<Files> {
    let names = files(dist)?.into_iter().filter(|name| name.starts_with(QUIZZES));
    names.map(|name| Ok((name.clone(), taken(dist, &name)?))).collect()
}

/// The bytes of a file of the release.
pub fn taken(dist: &Path, name: &str) -> Outcome<Vec<u8>> {
    std::fs::read(dist.join(name)).while_doing(format!("{name} cannot be read"))
}

/// Whether a file may be a part of an embed: it stands beside the facade, is a script or a module, and no page's.
fn is_loaded(name: &str) -> bool {
    !name.contains('/') && LOADED.contains(&name.rsplit('.').next().unwrap_or_default())
}

/// The facade with the address of the method as it is elsewhere than beside the site's pages.
fn settled(facade: &str, place: Option<&str>) -> Outcome<String> {
    if facade.matches(METHOD).count() != 1 {
        return Err(failed(format!("{FACADE} must say once where the method is: {METHOD}")));
    }
    let address = place.map(|place| format!("{place}{PAGE}")).unwrap_or_default();
    Ok(facade.replace(METHOD, &serde_json::Value::from(address).to_string()))
}

#[cfg(test)]
pub mod tests {
    use std::path::{Path, PathBuf};

    use super::{loaded, quizzes, settled};
    use crate::tools::{Failure, write};

    /// A small release, made for a test: a facade, what it names, and what belongs to pages alone.
    pub fn release(label: &str) -> Result<PathBuf, Failure> {
        let dist = std::env::temp_dir().join(format!("metier-{label}-{}", std::process::id()));
        let facade = "let i=e=>import(e);const m=new URL(`./player_bg-0123456789ab.wasm`,import.meta.url),\
            s=new URL(`./method.html`,import.meta.url).href,p=i(new URL(`./player-0123456789ab.js`,import.meta.url));\
            class y{}globalThis.customElements&&!customElements.get(`metier-quiz`)&&customElements.define(`metier-quiz`,y);";
        for (path, text) in [
            ("metier.js", facade),
            ("player-0123456789ab.js", "import(`./problems-0123456789ab.js`);a={\"./player_bg.js\":1}"),
            ("problems-0123456789ab.js", "export{}"),
            ("player_bg-0123456789ab.wasm", "\0asm"),
            ("profile-0123456789ab.js", "import(`./player-0123456789ab.js`)"),
            ("THIRD-PARTY.txt", "notices"),
            ("bom.json", "{}"),
            ("frame.html", "<script src=\"framed-0123456789ab.js\">"),
            ("framed-0123456789ab.js", "tell()"),
            ("metier-frame.js", "hear()"),
            ("method.html", "<p>"),
            (
                "embed.html",
                "<a href=\"metier-0.1.0.zip\">metier-0.1.0.zip</a> (not packed yet), <a href=\"metier-wordpress-0.1.0.zip\">metier-wordpress-0.1.0.zip</a> (not packed yet).",
            ),
            (
                "quizzes/pace.json",
                r#"{"id":"pace","language":"en","title":"Pace & more","forms":[{"id":"pace","link":"../pace.html"}],"next":[{"link":"../roles.html"}]}"#,
            ),
        ] {
            write(&dist.join(path), text)?;
        }
        Ok(dist)
    }

    /// What `look` sees of a release made for it, which is gone afterwards.
    pub fn seen<T>(label: &str, look: impl FnOnce(&Path) -> Result<T, Failure>) -> Result<T, String> {
        let dist = release(label).map_err(|failure| failure.sentence)?;
        let outcome = look(&dist).map_err(|failure| failure.sentence);
        let _ = std::fs::remove_dir_all(dist);
        outcome
    }

    #[test]
    fn an_embed_is_what_its_script_names_and_what_that_names() -> Result<(), String> {
        let (names, quizzes) = seen("embed", |dist| {
            Ok((loaded(dist, None)?.into_keys().collect::<Vec<_>>(), quizzes(dist)?.into_keys().collect::<Vec<_>>()))
        })?;
        let parts = ["player-0123456789ab.js", "player_bg-0123456789ab.wasm", "problems-0123456789ab.js"];
        assert_eq!(names, ["metier.js"].into_iter().chain(parts).collect::<Vec<_>>());
        assert_eq!(quizzes, ["quizzes/pace.json"]);
        Ok(())
    }

    #[test]
    fn the_method_is_on_the_site_or_nowhere() {
        let facade = "a={method:new URL(`./method.html`,import.meta.url).href}";
        let said = |place| settled(facade, place).map_err(|failure| failure.sentence);
        assert_eq!(said(None).as_deref(), Ok("a={method:\"\"}"));
        assert_eq!(said(Some("https://a.example/b/")).as_deref(), Ok("a={method:\"https://a.example/b/method.html\"}"));
        assert!(settled("a={}", None).is_err_and(|failure| failure.sentence.contains("must say once")));
    }
}
