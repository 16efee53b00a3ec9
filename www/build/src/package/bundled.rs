//! The scripts in the form that bundlers follow. In a release a script is loaded by an address worked out at run time,
//! so that one that did not arrive can be asked for again; a bundler then copies it unread, and what it names stays
//! behind. Here each is a plain `import("./…")`, and the modules of WebAssembly are `new URL("…", import.meta.url)`. They
//! stand beside those of the release, and have their names without a digest: a bundler gives them one, and one that
//! knows no modules of WebAssembly looks for those beside what it writes.

use crate::embed::Files;
use crate::names::{FACADE, plain};
use crate::tools::{Outcome, failed};

/// How a script asks for another at run time, after its address.
const ASKED: &str = ",import.meta.url))";
/// The same before it; before that stands the name of a function.
const ASKING: &str = "(new URL(";
/// What stands before the facade's last call, and the call up to the class.
const GUARD: &str = "globalThis.customElements&&!customElements.get(`metier-quiz`)&&";
const DEFINE: &str = "customElements.define(`metier-quiz`,";
/// What keeps bundlers from following an import of what is known at run time alone.
const UNFOLLOWED: &str = "import(/* webpackIgnore: true */ /* @vite-ignore */ ";
/// The folder of a script, which is no file to bring along; and the same in words that bundlers leave alone.
const HERE: (&str, &str) = ("new URL(`./`,import.meta.url)", "new URL(`./`,import.meta.url+``)");
/// The entry that defines the tag.
const INDEX: &str = "\
import { MetierQuiz } from \"./element.js\";
export { MetierQuiz };
// A server may import this, where there are no tags.
if (globalThis.customElements && !customElements.get(\"metier-quiz\")) customElements.define(\"metier-quiz\", MetierQuiz);
";

/// The scripts among `files` for bundlers: the class, what defines the tag, and the parts that come later.
pub fn scripts(files: &Files) -> Outcome<Files> {
    let mut made = Files::from([("index.js".to_owned(), INDEX.as_bytes().to_vec())]);
    for (name, bytes) in files.iter().filter(|(name, _)| name.ends_with(".js")) {
        let text = followed(&String::from_utf8_lossy(bytes), files);
        if name == FACADE {
            made.insert("element.js".to_owned(), given(&text)?.into_bytes());
        } else {
            made.insert(plain(name), text.into_bytes());
        }
    }
    Ok(made)
}

/// A script with plain imports of other scripts, and the addresses of modules as bundlers read them.
fn followed(text: &str, files: &Files) -> String {
    let mut text = unfollowed(text).replace(HERE.0, HERE.1);
    for name in files.keys() {
        let written = format!("`./{name}`");
        if name.ends_with(".wasm") {
            text = text.replace(&written, &format!("\"./{name}\""));
        } else {
            text = imported(&text, &format!("{ASKING}{written}{ASKED}"), &plain(name));
            text = text.replace(&format!("import({written})"), &format!("import(\"./{}\")", plain(name)));
        }
    }
    text
}

/// A script in which each call with `asked` is an import of `name`.
fn imported(text: &str, asked: &str, name: &str) -> String {
    let mut pieces = text.split(asked);
    let mut made = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let before =
            made.trim_end_matches(|letter: char| letter.is_ascii_alphanumeric() || "_$".contains(letter)).len();
        made.truncate(before);
        made.push_str(&format!("import(\"./{name}\"){piece}"));
    }
    made
}

/// A script whose imports of what is known at run time alone are left to it.
fn unfollowed(text: &str) -> String {
    let mut pieces = text.split("import(");
    let mut made = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        made.push_str(if piece.starts_with(['`', '"', '\'']) { "import(" } else { UNFOLLOWED });
        made.push_str(piece);
    }
    made
}

/// The facade that gives its class away instead of defining the tag.
fn given(facade: &str) -> Outcome<String> {
    let found = facade.split_once(&format!("{GUARD}{DEFINE}")).and_then(|(before, rest)| {
        let (class, after) = rest.split_once(')')?;
        Some(format!("{before}export{{{class} as MetierQuiz}}{after}"))
    });
    found.ok_or_else(|| failed(format!("{FACADE} must define the tag in these words: {GUARD}{DEFINE}…)")))
}

#[cfg(test)]
mod tests {
    use super::{given, imported, scripts, unfollowed};
    use crate::embed::{loaded, tests::seen};

    #[test]
    fn a_script_names_the_others_as_bundlers_read_it() -> Result<(), String> {
        let made = seen("bundled", |dist| scripts(&loaded(dist, None)?))?;
        let text =
            |name: &str| made.get(name).map(|text| String::from_utf8_lossy(text).into_owned()).unwrap_or_default();
        assert_eq!(
            text("element.js"),
            "let i=e=>import(/* webpackIgnore: true */ /* @vite-ignore */ e);\
            const m=new URL(\"./player_bg-0123456789ab.wasm\",import.meta.url),s=\"\",p=import(\"./player.js\");\
            class y{}export{y as MetierQuiz};"
        );
        assert_eq!(text("player.js"), "import(\"./problems.js\");a={\"./player_bg.js\":1}");
        assert!(text("index.js").contains("customElements.define"));
        Ok(())
    }

    #[test]
    fn a_call_becomes_an_import_wherever_it_stands() {
        for (text, made) in [
            ("a=await _t(x)", "a=await import(\"./b.js\")"),
            ("return $t(x).then(e)", "return import(\"./b.js\").then(e)"),
            ("f(g,i(x))", "f(g,import(\"./b.js\"))"),
        ] {
            assert_eq!(imported(text, "(x)", "b.js"), made);
        }
        assert_eq!(
            unfollowed("import(`./a`);import(e)"),
            "import(`./a`);import(/* webpackIgnore: true */ /* @vite-ignore */ e)"
        );
    }

    #[test]
    fn a_facade_in_other_words_is_refused() {
        assert!(
            given("customElements.define(`other`,y)")
                .is_err_and(|failure| failure.sentence.contains("must define the tag"))
        );
    }
}
