//! The file that an address refers to, and its media type.

use std::path::{Path, PathBuf};

/// The file in `folder` that `address` (path and query) refers to; nothing where it would lead out of the folder.
pub fn locate(folder: &Path, address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let mut file = folder.to_owned();
    for part in decode(path.strip_prefix('/')?)?.split('/') {
        // A dot at the start is a way out (`..`) or a hidden file; a backslash or colon is a way out on Windows.
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if path.ends_with('/') {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

/// `path` with percent-encoded bytes such as `%41` decoded.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut pieces = path.split('%');
    bytes.extend_from_slice(pieces.next()?.as_bytes());
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2)?;
        // The parser below would take a sign as well.
        bytes.push(if digits.starts_with('+') { return None } else { u8::from_str_radix(digits, 16).ok()? });
        bytes.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

/// The media type of `file`, by its name.
pub fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "webp" => "image/webp",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Whether files of this type are compressed on the way; pictures are already.
pub fn compresses(media: &str) -> bool {
    !media.starts_with("image/") || media == "image/svg+xml"
}

#[cfg(test)]
mod tests {
    use super::{decode, locate, media_type};
    use std::path::Path;

    #[test]
    fn every_kind_of_file_has_its_type() {
        for (name, media) in [
            ("a.html", "text/html; charset=utf-8"),
            ("b/player_bg.wasm", "application/wasm"),
            ("metier.js", "text/javascript; charset=utf-8"),
            ("manifest.webmanifest", "application/manifest+json; charset=utf-8"),
            ("icon.svg", "image/svg+xml"),
            ("LICENSE", "application/octet-stream"),
        ] {
            assert_eq!(media_type(Path::new(name)), media);
        }
    }

    #[test]
    fn addresses_stay_inside_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert_eq!(locate(folder, "/Cargo.toml?v=1"), Some(folder.join("Cargo.toml")));
        assert_eq!(locate(folder, "/src/%6dain.rs"), Some(folder.join("src/main.rs")));
        for address in [
            "/../build/Cargo.toml",
            "/%2e%2e/build/Cargo.toml",
            "/src/..%2fCargo.toml",
            "/src%5c..%5cCargo.toml",
            "//etc/passwd",
            "/C:/x",
            "/.git/config",
            "/src",
            "/",
            "",
            "/%",
            "/%zz",
            "/%ff",
            "/Cargo.toml%00",
            "http://127.0.0.1/Cargo.toml",
        ] {
            assert_eq!(locate(folder, address), None, "{address}");
        }
    }

    #[test]
    fn percent_signs_are_decoded_once() {
        assert_eq!(decode("a%20b%2525").as_deref(), Some("a b%25"));
        assert_eq!(decode("%c3%a9").as_deref(), Some("é"));
        assert_eq!(decode("é%4"), None);
    }
}
