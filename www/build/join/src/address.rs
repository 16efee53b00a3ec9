//! Where things are: from one module to another in `www/`, and in the release, where all files stand side by side.
//! `cargo www` gives them their last names, which it makes from what is in them.

/// The address, from any file of the release, of the file that the module at `path` begins: they all stand side by
/// side.
pub fn address(path: &str) -> String {
    format!("./{}", file_name(path))
}

/// The name of the file that the module at `path` begins.
pub fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// What stands before and after the address in `new URL("…", import.meta.url)`.
const ASKED: (&str, &str) = ("new URL(", ", import.meta.url)");

/// The source of the module at `path` with every `new URL("…", import.meta.url)` as it is in a release, where scripts
/// and WebAssembly modules stand side by side at the top, and all else where it stands in `www/`; and the scripts that
/// are so named, which are loaded later. The glue keeps its own: it is told where its module is.
pub fn settled(path: &str, source: &str) -> Result<(String, Vec<String>), String> {
    let mut scripts = Vec::new();
    let mut text = String::with_capacity(source.len());
    let mut rest = source;
    while let Some((before, after)) = rest.split_once(ASKED.1) {
        let Some((kept, written)) = before.rsplit_once(ASKED.0).filter(|_| !path.starts_with("pkg/")) else {
            text.push_str(before);
            text.push_str(ASKED.1);
            rest = after;
            continue;
        };
        let specifier = written.trim_matches(['"', '\'']);
        if specifier.len() + 2 != written.len() {
            return Err(format!("{path}: new URL({written}{} cannot be followed; give it a plain string.", ASKED.1));
        }
        let target = resolve(path, specifier)?;
        text.push_str(&format!("{kept}{}\"{}\"{}", ASKED.0, released(&target), ASKED.1));
        if target.ends_with(".js") {
            scripts.push(target);
        }
        rest = after;
    }
    text.push_str(rest);
    Ok((text, scripts))
}

/// The address, from any file of the release, of what stands at `path` in `www/`.
fn released(path: &str) -> String {
    let is_beside = path.ends_with(".js") || path.ends_with("_bg.wasm");
    if is_beside { address(path) } else { format!("./{path}") }
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
            "." | "" => {}
            ".." if parts.pop().is_none() => return Err(format!("{from}: \"{specifier}\" leads out of www/")),
            ".." => {}
            name => parts.push(name),
        }
    }
    Ok(parts.join("/"))
}
