//! One file of the release: the modules that belong to it, joined, and the whole made small.

use std::collections::BTreeMap;

use oxc_allocator::Allocator;
use oxc_ast::ast::{Program, Statement};
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_semantic::{Scoping, SemanticBuilder};
use oxc_span::SourceType;

use crate::address::address;
use crate::graph::Graph;
use crate::module::Export;

/// The names that a file takes from other files: (path, name) -> the name here.
type Taken = BTreeMap<(String, String), String>;

/// The modules of the file that `root` begins as one module. Every name at the top of a module gets the module's
/// number, so that no two clash and none is caught by a name further in; the minifier shortens them all.
pub fn join(graph: &Graph, root: &str) -> Result<String, String> {
    let mut taken = Taken::new();
    let mut body = String::new();
    for path in graph.order(root)? {
        stays_right(graph, root, path)?;
        body.push_str(&rename(graph, root, path, &mut taken)?);
    }
    for name in graph.module(root)?.exports.keys() {
        let here = exported(graph, root, root, name, &mut taken)?;
        body.push_str(&format!("export {{ {here} as {name} }};\n"));
    }
    let imports = taken.iter().map(|((path, name), here)| {
        let address = graph.address(path).unwrap_or(path);
        format!("import {{ {name} as {here} }} from \"{address}\";\n")
    });
    Ok(imports.collect::<String>() + &body)
}

/// Where a classic script finds itself, or the page that it stands in; a page that has no address of its own has no
/// folder either.
const HERE: &str = "const here$$m = [document.currentScript?.src, location.href].find((url) => \
    /^(https?|file):/.test(url ?? \"\")) ?? \"file:///\";\n";

/// All modules of `graph`, which is for one file, as a classic script that asks for nothing: what is loaded later
/// elsewhere is an object that is there, whether a promise of it or the object in the place of its address.
pub fn alone(graph: &Graph, root: &str) -> Result<String, String> {
    let mut body = join(graph, root)?;
    for later in graph.modules.values().flat_map(|module| &module.later) {
        let mut taken = Taken::new();
        let names = graph.module(later)?.exports.keys().map(|name| {
            let here = exported(graph, root, later, name, &mut taken)?;
            Ok(format!("{name}: {here}"))
        });
        let object = format!("{{ {} }}", names.collect::<Result<Vec<_>, String>>()?.join(", "));
        let address = address(later);
        body = body.replace(&format!("import(\"{address}\")"), &format!("Promise.resolve({object})"));
        body = body.replace(&format!("new URL(\"{address}\", import.meta.url)"), &object);
    }
    let small = shrink(root, &(HERE.to_owned() + &body.replace("import.meta.url", "here$$m")))?;
    for left in ["import(", "import.meta", "export{", "export "] {
        if small.contains(left) {
            return Err(format!("{root} would not stand alone: there is {left} in it."));
        }
    }
    Ok(format!("(()=>{{\"use strict\";{small}}})();\n"))
}

/// `text`, minified.
pub fn shrink(path: &str, text: &str) -> Result<String, String> {
    let allocator = Allocator::default();
    let mut program = parse(&allocator, path, text)?;
    crate::sheet::shrink(&allocator, &mut program);
    let small = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program);
    Ok(Codegen::new()
        .with_options(CodegenOptions::minify())
        .with_scoping(small.scoping)
        .with_private_member_mappings(small.class_private_mappings)
        .build(&program)
        .code
        .to_string())
}

/// Refuses a module that stands deeper than the file that it becomes part of, and asks for its own address
/// (`import.meta`) in another way than `new URL("…", import.meta.url)`. The glue may: the WebAssembly module that it
/// looks for is put beside that file.
fn stays_right(graph: &Graph, root: &str, path: &str) -> Result<(), String> {
    if !path.contains('/') || path.starts_with("pkg/") || !graph.module(path)?.asks_address {
        return Ok(());
    }
    Err(format!(
        "{path} uses import.meta, which means another folder once it is part of {root}; write new URL(\"…\", import.meta.url)."
    ))
}

/// The text of the module at `path` without its imports, under the names that it has in the joined file.
fn rename(graph: &Graph, root: &str, path: &str, taken: &mut Taken) -> Result<String, String> {
    let allocator = Allocator::default();
    let mut program = parse(&allocator, path, &graph.module(path)?.text)?;
    let checked = SemanticBuilder::new().with_check_syntax_error(true).build(&program);
    if let Some(error) = checked.diagnostics.iter().next() {
        return Err(format!("{path} cannot be joined: {error}"));
    }
    let mut scoping = checked.semantic.into_scoping();
    let names: Vec<_> =
        scoping.get_bindings(scoping.root_scope_id()).iter().map(|(name, id)| (name.to_string(), *id)).collect();
    for (name, id) in names {
        let here = local(graph, root, path, &name, taken)?;
        scoping.set_symbol_name(id, here.as_str().into());
    }
    program.body.retain(|statement| !matches!(statement, Statement::ImportDeclaration(_)));
    Ok(print(&program, scoping))
}

/// The name in the joined file of `name` at the top of the module at `path`.
fn local(graph: &Graph, root: &str, path: &str, name: &str, taken: &mut Taken) -> Result<String, String> {
    if let Some((from, exported_name)) = graph.module(path)?.imports.get(name) {
        return exported(graph, root, from, exported_name, taken).map_err(|sentence| format!("{path}: {sentence}"));
    }
    let number = graph.modules.keys().take_while(|other| *other != path).count();
    Ok(format!("{name}$$m{number}"))
}

/// The name in the joined file of what the module at `path` exports as `name`.
fn exported(graph: &Graph, root: &str, path: &str, name: &str, taken: &mut Taken) -> Result<String, String> {
    let behind = graph.module(path)?.exports.get(name).ok_or_else(|| format!("{path} does not export `{name}`."))?;
    if path != root && graph.address(path).is_some() {
        let number = taken.len();
        return Ok(taken.entry((path.to_owned(), name.to_owned())).or_insert(format!("{name}$$r{number}")).clone());
    }
    match behind {
        Export::Own(own) => local(graph, root, path, own, taken),
        Export::Other((from, other)) => exported(graph, root, from, other, taken),
    }
}

/// Reads `text`, or says what is wrong in it.
fn parse<'a>(allocator: &'a Allocator, path: &str, text: &'a str) -> Result<Program<'a>, String> {
    let parsed = Parser::new(allocator, text, SourceType::mjs()).parse();
    match parsed.diagnostics.iter().next() {
        Some(error) => Err(format!("{path} cannot be joined: {error}")),
        None => Ok(parsed.program),
    }
}

/// `program` as text, under the names of `scoping`.
fn print(program: &Program, scoping: Scoping) -> String {
    Codegen::new().with_scoping(Some(scoping)).build(program).code.to_string()
}

#[cfg(test)]
mod tests {
    use super::{alone, join, shrink};
    use crate::graph::{Graph, Swaps};

    /// The graph behind the first of `files`, which are (path, source).
    fn graph(files: &[(&str, &str)]) -> Result<Graph, String> {
        let read = |path: &str| {
            let file = files.iter().find(|(name, _)| *name == path);
            file.map(|(_, source)| (*source).to_owned()).ok_or_else(|| format!("{path} is missing."))
        };
        let entries: Vec<String> = files.iter().take(1).map(|(path, _)| (*path).to_owned()).collect();
        Graph::load(&read, &entries)
    }

    /// The file that `root` begins, joined and not yet small.
    fn joined(files: &[(&str, &str)], root: &str) -> Result<String, String> {
        join(&graph(files)?, root)
    }

    #[test]
    fn names_of_different_modules_do_not_meet() {
        assert!(joined(&[("a.js", "const b$$m1 = 1;")], "a.js").is_err(), "the joiner's own names are refused");
        let files = [
            ("a.js", "import same from './b.js';\nconst name = 1;\nexport const o = { name, same };"),
            ("b.js", "const name = 2;\nexport default name;"),
        ];
        let expected = "const name$$m1 = 2;\nconst unnamed$$m1 = name$$m1;\nconst name$$m0 = 1;\n\
            const o$$m0 = {\n\tname: name$$m0,\n\tsame: name$$m1\n};\nexport { o$$m0 as o };\n";
        assert_eq!(joined(&files, "a.js").as_deref(), Ok(expected));
    }

    #[test]
    fn every_form_of_export_is_followed() {
        let files = [
            ("a.js", "import d, { x as y, z, f } from './b.js';\nuse(d, y, z, f);"),
            (
                "b.js",
                "export { x, default } from './c.js';\nimport w from './c.js';\nexport { w as z };\nexport function f() {}",
            ),
            ("c.js", "export default class {}\nconst [one] = [1];\nexport { one as x };"),
        ];
        let expected = "const unnamed$$m2 = class {};\nconst [one$$m2] = [1];\nfunction f$$m1() {}\n\
            use(unnamed$$m2, one$$m2, unnamed$$m2, f$$m1);\n";
        assert_eq!(joined(&files, "a.js").as_deref(), Ok(expected));
    }

    #[test]
    fn what_is_loaded_later_is_a_file_beside_and_shares_by_import() {
        let files = [
            (
                "a.js",
                "export const shared = 1;\nconst later = () => import('./deep/b.js');\nrun(later, new URL('./pkg/x_bg.wasm', import.meta.url));",
            ),
            ("deep/b.js", "import { shared } from '../a.js';\nexport const twice = shared * 2;"),
        ];
        let first = "const shared$$m0 = 1;\nconst later$$m0 = () => import(\"./b.js\");\n\
            run(later$$m0, new URL(\"./x_bg.wasm\", import.meta.url));\nexport { shared$$m0 as shared };\n";
        assert_eq!(joined(&files, "a.js").as_deref(), Ok(first));
        let second = "import { shared as shared$$r0 } from \"./a.js\";\nconst twice$$m1 = shared$$r0 * 2;\nexport { twice$$m1 as twice };\n";
        assert_eq!(joined(&files, "deep/b.js").as_deref(), Ok(second));
    }

    /// One file of all `files`, with `swaps`.
    fn one(files: &[(&str, &str)], swaps: &[(&str, &str)]) -> Result<String, String> {
        let read = |path: &str| {
            let file = files.iter().find(|(name, _)| *name == path);
            file.map(|(_, source)| (*source).to_owned()).ok_or_else(|| format!("{path} is missing."))
        };
        let swaps: Swaps = swaps.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect();
        alone(&Graph::alone(&read, "a.js", &swaps)?, "a.js")
    }

    #[test]
    fn a_file_that_stands_alone_holds_what_others_load_and_runs_last() {
        let files = [
            (
                "a.js",
                "import { bring } from './b.js';\nrun(bring(new URL('./deep/c.js', import.meta.url)), import('./deep/c.js'));",
            ),
            ("b.js", "export const bring = (url) => import(url);"),
            (
                "deep/c.js",
                "import { bring } from '../b.js';\nexport const place = new URL('../', import.meta.url);\nbring();",
            ),
            (
                "deep/d.js",
                "import { bring as usual } from '../b.js';\nexport const bring = (what) => what || usual.name;",
            ),
        ];
        let made = one(&files, &[("b.js", "deep/d.js")]);
        assert!(made.is_err_and(|sentence| sentence.contains("there is import(")), "what takes a place may need it");
        let [a, b, c, _] = files;
        let made = one(&[a, b, c, ("deep/d.js", "export const bring = (what) => what;")], &[("b.js", "deep/d.js")]);
        let made = made.unwrap_or_default();
        assert!(made.starts_with("(()=>{\"use strict\";") && made.ends_with("})();\n"), "{made}");
        assert!(!made.contains("import") && made.contains("Promise.resolve({place:"), "{made}");
        let [first, last] = [made.find("new URL(`./`"), made.find("run(")];
        assert!(first.is_some() && first < last, "{made}");
        let unused = one(&[a, b, c], &[("e.js", "b.js")]);
        assert_eq!(unused.err().as_deref(), Some("e.js is needed by nothing, so nothing can take its place."));
    }

    #[test]
    fn addresses_are_those_of_the_release() {
        let deep = "use(new URL(\"../pkg/x_bg.wasm\", import.meta.url), new URL('../roles/r.json', import.meta.url), \
            new URL(\"../\", import.meta.url), new URL(import.meta.url), new URL(\"./c.js\", import.meta.url), () => import(\"./c.js\"));";
        let files = [("a.js", "import './deep/b.js';"), ("deep/b.js", deep), ("deep/c.js", "")];
        let expected = "use(new URL(\"./x_bg.wasm\", import.meta.url), new URL(\"./roles/r.json\", import.meta.url), \
            new URL(\"./\", import.meta.url), new URL(import.meta.url), new URL(\"./c.js\", import.meta.url), () => import(\"./c.js\"));\n";
        assert_eq!(joined(&files, "a.js").as_deref(), Ok(expected));
    }

    #[test]
    fn what_cannot_be_joined_is_said() {
        let said =
            |files: &[(&str, &str)]| graph(files).and_then(|graph| join(&graph, "a.js")).err().unwrap_or_default();
        assert_eq!(said(&[("a.js", "import { x } from './b.js';"), ("b.js", "")]), "a.js: b.js does not export `x`.");
        assert_eq!(said(&[("a.js", "import './b.js';")]), "b.js is missing.");
        assert_eq!(
            said(&[("a.js", "import * as b from './b.js';"), ("b.js", "")]),
            "a.js: `import *` is not joined; name what you import."
        );
        assert_eq!(
            said(&[("a.js", "export * from './b.js';"), ("b.js", "")]),
            "a.js: `export *` is not joined; name what you export."
        );
        assert_eq!(
            said(&[("a.js", "import 'react';")]),
            "a.js: \"react\" is not a module of the site; imports begin with ./ or ../"
        );
        assert_eq!(said(&[("a.js", "import '../b.js';")]), "a.js: \"../b.js\" leads out of www/");
        assert_eq!(
            said(&[("a.js", "import(`./${x}.js`);")]),
            "a.js: import(`./${x}.js`) cannot be followed; give it a plain string."
        );
        assert!(said(&[("a.js", "let = ;")]).starts_with("a.js cannot be read: "));
        assert!(said(&[("a.js", "class A { #b; #b; }")]).starts_with("a.js cannot be joined: "));
        let deep = [("a.js", "import './view/b.js';"), ("view/b.js", "run(import.meta.url);")];
        assert!(said(&deep).starts_with("view/b.js uses import.meta"));
        let asked = [("a.js", "new URL(name, import.meta.url);")];
        assert_eq!(said(&asked), "a.js: new URL(name, import.meta.url) cannot be followed; give it a plain string.");
        let twice = [
            ("a.js", "import './c.js';\nimport('./b.js');"),
            ("b.js", "import './c.js';"),
            ("c.js", "let count = 0;\nrun(count);"),
        ];
        assert_eq!(said(&twice), "c.js keeps state and would be in a.js and in b.js; load it from one.");
        let named = [("a.js", "import('./b.js');\nimport('./deep/b.js');"), ("b.js", ""), ("deep/b.js", "")];
        assert_eq!(said(&named), "b.js and deep/b.js would be one file of the release; give one another name.");
    }

    #[test]
    fn the_result_is_small_and_always_the_same() {
        let text = "const unused = 1;\n/** Adds. */\nexport function add(first, second) { return first + second; }";
        assert_eq!(shrink("a.js", text).as_deref(), Ok("export function add(e,t){return e+t}"));
    }
}
