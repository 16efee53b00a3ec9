//! Build script: leaves out of the shipped catalogue what the module does not use, so that no embed loads it.
//!
//! The whole document is `www/roles/product.json`. The copy within the library keeps what matching and its reasons
//! need; definitions, anchored levels, learnings, quizzes, notes and origins stay on the site, where other pages read
//! them.
fn main() -> Result<(), Box<dyn std::error::Error>> {
    // The modules of the page, which lie deeper, are made of the same sources.
    let here = std::env::current_dir()?;
    let top = here
        .ancestors()
        .find(|folder| folder.join("www/roles").exists())
        .ok_or("there is no www/roles here or above")?;
    let source = top.join("www/roles/product.json");
    println!("cargo::rerun-if-changed={}", source.display());
    println!("cargo::rerun-if-changed={}", top.join("src/build.rs").display());
    let mut catalogue: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(source)?)?;
    let document = catalogue.as_object_mut().ok_or("the catalogue is not an object")?;
    document.retain(|field, _| !matches!(field.as_str(), "$schema" | "origins"));
    let skills =
        document.get_mut("skills").and_then(|skills| skills.as_array_mut()).ok_or("the catalogue has no skills")?;
    for skill in skills.iter_mut().filter_map(|skill| skill.as_object_mut()) {
        skill.retain(|field, _| matches!(field.as_str(), "id" | "name" | "group"));
    }
    let roles = document.get_mut("roles").and_then(|roles| roles.as_array_mut()).ok_or("the catalogue has no roles")?;
    for role in roles.iter_mut().filter_map(|role| role.as_object_mut()) {
        role.remove("note");
    }
    let out = std::path::Path::new(&std::env::var("OUT_DIR")?).join("product.json");
    std::fs::write(out, serde_json::to_string(&catalogue)?)?;
    Ok(())
}
