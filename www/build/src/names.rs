//! Names made from contents, so that an address never means two things: what a release loads carries a part of its own
//! digest in its name, and no cache between host and reader mixes two builds. What strangers' pages name, `metier.js`,
//! `metier-all.js` and `metier-frame.js`, keeps its name.

use std::collections::BTreeMap;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::tools::{Outcome, While, failed, files, read, write};

/// The script that strangers' pages name, whether or not a page here does.
pub const FACADE: &str = "metier.js";
/// The same with all inside, for hosts that take one file.
pub const ALL: &str = "metier-all.js";
/// The scripts that strangers' pages name, which keep their names.
pub const LASTING: [&str; 3] = [FACADE, ALL, "metier-frame.js"];
/// The extensions of files at the top that get a digest in their name.
const NAMED: [&str; 3] = ["css", "js", "wasm"];
/// Digits of the digest in a name: enough that no two files of a host ever share one.
const DIGITS: usize = 12;

/// The SHA-256 of `bytes`, in hexadecimal digits.
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The name that a file of a release has without its digest.
pub fn plain(path: &str) -> String {
    let without = || {
        let (stem, extension) = path.rsplit_once('.')?;
        let (name, digits) = stem.rsplit_once('-')?;
        let is_ours =
            digits.len() == DIGITS && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) && NAMED.contains(&extension);
        is_ours.then(|| format!("{name}.{extension}"))
    };
    without().unwrap_or_else(|| path.to_owned())
}

/// Renames the files of `folder` and updates every reference to them. Returns the new names.
pub fn give(folder: &Path) -> Outcome<Vec<String>> {
    let mut open: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    for path in files(folder)?.into_iter().filter(|path| is_named(path)) {
        let bytes = std::fs::read(folder.join(&path)).while_doing(format!("{path} cannot be read"))?;
        open.insert(path, bytes);
    }
    let mut names = BTreeMap::new();
    while !open.is_empty() {
        let ready =
            open.iter().find(|(path, bytes)| !open.keys().any(|other| other != *path && names_file(bytes, other)));
        let Some((path, bytes)) = ready.map(|(path, bytes)| (path.clone(), said(bytes, &names))) else {
            let circle = open.keys().cloned().collect::<Vec<_>>().join(", ");
            return Err(failed(format!(
                "These files name each other, so that none can be called after what is in it: {circle}"
            )));
        };
        open.remove(&path);
        std::fs::remove_file(folder.join(&path)).while_doing(format!("{path} cannot be removed"))?;
        let name = called(&path, &bytes);
        write(&folder.join(&name), bytes)?;
        names.insert(path, name);
    }
    for path in files(folder)?.into_iter().filter(|path| path == FACADE || path.ends_with(".html")) {
        let text = said(read(&folder.join(&path))?.as_bytes(), &names);
        write(&folder.join(&path), text)?;
    }
    Ok(names.into_values().collect())
}

/// Whether the file at `path` gets a digest in its name.
fn is_named(path: &str) -> bool {
    let extension = path.rsplit('.').next().unwrap_or_default();
    !LASTING.contains(&path) && !path.contains('/') && NAMED.contains(&extension)
}

/// `player.js` with a part of the digest of `bytes` in it.
fn called(path: &str, bytes: &[u8]) -> String {
    let (stem, extension) = path.rsplit_once('.').unwrap_or((path, ""));
    let digest = digest(bytes);
    format!("{stem}-{}.{extension}", digest.get(..DIGITS).unwrap_or_default())
}

/// The ways in which a file of a release refers to one at the top: the text before and after its name.
const WAYS: [(&str, &str); 9] = [
    ("\"./", "\""),
    ("'./", "'"),
    ("`./", "`"),
    ("src=\"", "\""),
    ("src=\"./", "\""),
    ("src=\"../", "\""),
    ("href=\"", "\""),
    ("href=\"./", "\""),
    ("href=\"../", "\""),
];

/// Whether the text names the file at `path`; a module of WebAssembly names none.
pub fn names_file(text: &[u8], path: &str) -> bool {
    std::str::from_utf8(text)
        .is_ok_and(|text| WAYS.iter().any(|(before, after)| text.contains(&format!("{before}{path}{after}"))))
}

/// The text with the new names of what it names.
fn said(text: &[u8], names: &BTreeMap<String, String>) -> Vec<u8> {
    let Ok(text) = std::str::from_utf8(text) else { return text.to_vec() };
    let mut text = text.to_owned();
    for (path, name) in names {
        for (before, after) in WAYS {
            text = text.replace(&format!("{before}{path}{after}"), &format!("{before}{name}{after}"));
        }
    }
    text.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::{called, digest, give, plain};
    use crate::tools::{read, write};

    /// A folder with `files`, named; gives back what `look` says of it.
    fn named<T>(
        label: &str,
        files: &[(&str, &str)],
        look: impl FnOnce(&std::path::Path, Vec<String>) -> T,
    ) -> Result<T, String> {
        let folder = std::env::temp_dir().join(format!("metier-names-{label}-{}", std::process::id()));
        let made = || {
            for (path, text) in files {
                write(&folder.join(path), text)?;
            }
            Ok(look(&folder, give(&folder)?))
        };
        let outcome = made().map_err(|failure: crate::tools::Failure| failure.sentence);
        let _ = std::fs::remove_dir_all(&folder);
        outcome
    }

    #[test]
    fn a_digest_is_that_of_the_standard() {
        assert_eq!(digest(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_file_is_called_after_what_is_in_it_and_in_what_it_names() -> Result<(), String> {
        let files = |wasm: &'static str| {
            [
                ("metier.js", "import(`./player.js`)"),
                ("metier-frame.js", "stays"),
                ("player.js", "new URL('./player_bg.wasm', import.meta.url); import(\"./roles.js\")"),
                ("roles.js", "export {}"),
                ("player_bg.wasm", wasm),
                ("index.html", "<script src=\"metier.js\"></script><link href=\"site.css\"><p>./player.js"),
                (
                    "examples/tag.html",
                    "<script src=\"../metier.js\"></script><link href=\"../site.css\"><script src=\"own.js\"></script>",
                ),
                ("examples/own.js", "stays"),
                ("site.css", "p {}"),
            ]
        };
        let look = |folder: &std::path::Path, names: Vec<String>| {
            let text = |path: &str| read(&folder.join(path)).unwrap_or_default();
            let player = names.iter().find(|name| name.starts_with("player-")).cloned().unwrap_or_default();
            (
                names,
                player.clone(),
                text(&player),
                text("metier.js"),
                text("index.html"),
                text("examples/tag.html"),
                text("examples/own.js"),
            )
        };
        let (names, player, glue, facade, page, deep, own) = named("one", &files("\0asm1"), look)?;
        let css = called("site.css", b"p {}");
        assert!(names.contains(&css), "{names:?}");
        assert_eq!(names.len(), 4);
        assert_eq!(facade, format!("import(`./{player}`)"));
        assert!(glue.contains(&called("player_bg.wasm", b"\0asm1")), "{glue}");
        assert_eq!(page, format!("<script src=\"metier.js\"></script><link href=\"{css}\"><p>./player.js"));
        assert_eq!(
            deep,
            format!("<script src=\"../metier.js\"></script><link href=\"../{css}\"><script src=\"own.js\"></script>")
        );
        assert_eq!(own, "stays");
        // Another module is another player, by name.
        let two = named("two", &files("\0asm2"), look);
        assert_ne!(two.map(|(_, player, ..)| player), Ok(player));
        Ok(())
    }

    #[test]
    fn files_that_name_each_other_are_refused() {
        let circle = [("a.js", "import './b.js'"), ("b.js", "import './a.js'")];
        let said = named("circle", &circle, |_, names| names).err().unwrap_or_default();
        assert!(said.ends_with("a.js, b.js"), "{said}");
    }

    #[test]
    fn a_name_is_plain_without_its_digest() {
        for (path, name) in [
            ("player_bg-0123456789ab.wasm", "player_bg.wasm"),
            ("site-abcdef012345.css", "site.css"),
            ("metier.js", "metier.js"),
            ("icon-192.png", "icon-192.png"),
            ("a-0123456789ab.html", "a-0123456789ab.html"),
            ("right-to-left.js", "right-to-left.js"),
        ] {
            assert_eq!(plain(path), name);
        }
    }
}
