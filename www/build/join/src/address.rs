//! Where things are: from one module to another in `www/`, and in the release, where all files stand side by side. `cargo www`
//! gives them their last names, which it makes from what is in them.

/// The address, from any file of the release, of the file that the module at `path` begins: they all stand side by side.
pub fn address(path: &str) -> String {
    format!("./{}", file_name(path))
}

/// The name of the file that the module at `path` begins.
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// `source` with the WebAssembly modules of `./pkg/` beside it, as they are in a release.
pub fn beside(source: &str) -> String {
    let mut pieces = source.split("./pkg/");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let name = piece.split_once("_bg.wasm").map_or("", |(name, _)| name);
        let is_module = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        text.push_str(if is_module { "./" } else { "./pkg/" });
        text.push_str(piece);
    }
    text
}

/// The path that `specifier`, written in the module at `from`, means; only `./` and `../` have a meaning here.
pub fn resolve(from: &str, specifier: &str) -> Result<String, String> {
    if !specifier.starts_with("./") && !specifier.starts_with("../") {
        return Err(format!("{from}: \"{specifier}\" is not a module of the site; imports begin with ./ or ../"));
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in specifier.split('/') {
        match part {
            "." => {}
            ".." if parts.pop().is_none() => return Err(format!("{from}: \"{specifier}\" leads out of www/")),
            ".." => {}
            name => parts.push(name),
        }
    }
    Ok(parts.join("/"))
}
