//! The build id: one short name for everything that a release is made from.

use std::path::Path;
use std::process::Command;

use crate::tools::{Outcome, While, files};

/// The folders of the repository that a release is made from.
const FOLDERS: [&str; 2] = ["src", "www"];
/// The single files that it is made from.
const FILES: [&str; 2] = ["Cargo.toml", "Cargo.lock"];
/// The folders of `www/` that are generated.
const MADE: [&str; 2] = ["www/pkg/", "www/dist/"];

/// What stands in modules (`www/modules/boundary`) and scripts until a release has its id, which is as long: a page
/// that changes is no reason to compile.
pub const PLACE: &str = "metier:build::id";

/// The id of a release made now: 16 hexadecimal digits that change with any file it is made from and with the
/// compiler, and with nothing else.
pub fn of(repository: &Path) -> Outcome<String> {
    let mut hash = Hash::new();
    let compiler = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())).arg("-vV").output();
    hash.add(&compiler.while_doing("rustc cannot be run; rustup (https://rustup.rs) installs it")?.stdout);
    for path in sources(repository)? {
        let reading = format!("{path} cannot be read");
        hash.add(path.as_bytes());
        hash.add(&std::fs::read(repository.join(&path)).while_doing(reading)?);
    }
    Ok(format!("{:016x}", hash.0))
}

/// Another id than `id`.
pub fn other(id: &str) -> String {
    id.chars()
        .rev()
        .map(|digit| if digit == '0' { '1' } else { digit })
        .collect::<String>()
        .replace(id, "0000000000000000")
}

/// How often the placeholder for an id occurs in `bytes`.
pub fn rooms(bytes: &[u8]) -> usize {
    bytes.windows(PLACE.len()).filter(|window| *window == PLACE.as_bytes()).count()
}

/// `bytes` with every placeholder replaced by `id`.
pub fn signed(mut bytes: Vec<u8>, id: &str) -> Vec<u8> {
    let places: Vec<usize> = bytes
        .windows(PLACE.len())
        .enumerate()
        .filter(|(_, window)| *window == PLACE.as_bytes())
        .map(|(at, _)| at)
        .collect();
    for at in places {
        if let Some(place) = bytes.get_mut(at..at + id.len()) {
            place.copy_from_slice(id.as_bytes());
        }
    }
    bytes
}

/// The files that a release is made from, sorted.
fn sources(repository: &Path) -> Outcome<Vec<String>> {
    let mut paths: Vec<String> = FILES.iter().map(|path| (*path).to_owned()).collect();
    for folder in FOLDERS {
        paths.extend(files(&repository.join(folder))?.into_iter().map(|path| format!("{folder}/{path}")));
    }
    paths.retain(|path| !MADE.iter().any(|made| path.starts_with(made)));
    paths.sort_unstable();
    Ok(paths)
}

/// FNV-1a over 64 bits: enough to tell builds apart, the same everywhere, and no more than these lines.
/// It guards against mix-ups, not against malice.
struct Hash(u64);

impl Hash {
    /// The hash of nothing.
    fn new() -> Hash {
        Hash(0xcbf2_9ce4_8422_2325)
    }

    /// Adds `bytes` and their number, so that two pieces never read like one.
    fn add(&mut self, bytes: &[u8]) {
        let length = (bytes.len() as u64).to_le_bytes();
        for byte in length.iter().chain(bytes) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Hash, PLACE, of, other, rooms, signed};
    use crate::tools::write;

    #[test]
    fn pieces_do_not_run_into_each_other() {
        let hash = |pieces: &[&str]| {
            let mut hash = Hash::new();
            pieces.iter().for_each(|piece| hash.add(piece.as_bytes()));
            hash.0
        };
        assert_ne!(hash(&["ab", "c"]), hash(&["a", "bc"]));
        assert_eq!(hash(&["ab", "c"]), hash(&["ab", "c"]));
    }

    #[test]
    fn an_id_takes_its_place_and_no_byte_more() {
        let id = "0123456789abcdef";
        let bytes = format!("\0asm{PLACE}.{PLACE}");
        assert_eq!(rooms(bytes.as_bytes()), 2);
        assert_eq!(signed(bytes.into_bytes(), id), format!("\0asm{id}.{id}").into_bytes());
        for id in [id, "0000000000000000", "abcdeffffffedcba"] {
            assert_ne!(other(id), id);
            assert_eq!(other(id).len(), id.len());
        }
    }

    #[test]
    fn the_id_follows_the_sources_and_nothing_else() -> Result<(), String> {
        let top = std::env::temp_dir().join(format!("metier-id-{}", std::process::id()));
        let put = |path: &str, text: &str| write(&top.join(path), text).map_err(|failure| failure.sentence);
        let id = || of(&top).map_err(|failure| failure.sentence);
        for path in ["Cargo.toml", "Cargo.lock", "src/lib.rs", "www/index.html"] {
            put(path, path)?;
        }
        let first = id()?;
        assert_eq!(first.len(), 16);
        put("www/dist/index.html", "made")?;
        put("www/pkg/metier.js", "made")?;
        put("notes.txt", "not part of it")?;
        assert_eq!(id()?, first);
        put("www/index.html", "changed")?;
        assert_ne!(id()?, first);
        std::fs::remove_dir_all(&top).map_err(|error| error.to_string())
    }
}
