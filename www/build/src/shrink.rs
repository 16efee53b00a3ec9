//! Removes what wasm-bindgen leaves in a module and its glue without any use: it costs every reader bytes.

use walrus::passes::gc;
use walrus::{ElementItems, FunctionId, Module};

/// How wasm-bindgen names the functions through which scripts call closures.
const CLOSURES: &str = "wasm_bindgen::convert::closures::";

/// Takes out of `module` what nothing uses, and gives it and its `glue` short names for what one imports from the
/// other.
///
/// - The linker puts a function into the table because its address is taken. js-sys takes that of a caller for every
///   kind of closure that it could pass to a script, in descriptions that wasm-bindgen has read and dropped by now; a
///   caller that is used is called by its name. So their places in the table are free.
/// - The list of the processor's features is for linkers.
/// - An import is named after what it imports and a hash, sixteen digits that no encoding makes shorter, in both files.
/// - What the glue does for browsers and for cases that there are none of here (`CUTS`).
pub fn shrink(module: &mut Module, glue: &str) -> String {
    free_table(module);
    module.customs.remove_raw("target_features");
    let plainer = plainer(glue);
    if !plainer.contains(REALLOC) {
        // Without it nothing is lost: its absence is what was wanted.
        let _ = module.exports.remove(REALLOC);
    }
    gc::run(module);
    rename_imports(module, &plainer)
}

/// What is cut out of the glue: how it starts, how it ends, and what stands in its place. All of it is help for
/// browsers in which nothing else here would run, or care for what cannot happen:
///
/// - Objects are held by `www/shared/instance.js`, which gives them back and uses none of an instance that is gone.
/// - A text that cannot be passed on is a trap, after which the instance is thrown away with what it held.
/// - Texts are written by the browser's own encoder, also where they are in ASCII.
/// - No page reads the two gigabytes of texts after which Safari's decoder wants to be made anew.
const CUTS: [(&str, &str, &str); 8] = [
    ("if (this.__wbg_inst !== undefined", "\n}\n", ""),
    ("= (typeof FinalizationRegistry", "});\n", "= null;\n"),
    ("try {\nptr0 =", "", "ptr0 ="),
    ("} catch (e) {\nif (ptr", "\n}\n", ""),
    ("if (realloc === undefined) {", "", "{"),
    ("let len = arg.length;", "return ptr;\n", ""),
    ("numBytesDecoded += bytes.length;", "return cachedTextDecoder", "return cachedTextDecoder"),
    ("if (!('encodeInto' in cachedTextEncoder)) {", "let WASM_VECTOR_LEN", "let WASM_VECTOR_LEN"),
];

/// What is in lines that nothing needs; a guard calls for another instance, which only callers of closures ask for.
const LINES: [&str; 7] = [
    "if (Symbol.dispose)",
    "if (typeof numBytesDecoded",
    "'__wbg_inst', {",
    "__wbg_instance_id++;",
    "Finalization.register(",
    "Finalization.unregister(",
    "__wbg_call_guard();",
];

/// The export that only the glue's own writing of texts needs.
const REALLOC: &str = "__wbindgen_realloc";

/// The glue less what nothing here needs of it.
fn plainer(glue: &str) -> String {
    let guarded = glue.contains("__wbg_reinit_scheduled = true");
    let useless = |line: &str| LINES.iter().any(|part| line.contains(part) && !(guarded && part.ends_with("guard();")));
    let glue = CUTS.iter().fold(glue.to_owned(), |glue, (start, end, left)| cut(&glue, start, end, left));
    let glue: String = glue.lines().filter(|line| !useless(line)).flat_map(|line| [line, "\n"]).collect();
    glue.replace(&format!(", wasm.{REALLOC})"), ")")
}

/// `text` with `left` in the place of all that begins with `start` and ends with the next `end`.
fn cut(text: &str, start: &str, end: &str, left: &str) -> String {
    let mut parts = text.split(start);
    let mut cut = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(end) {
            Some((_, rest)) if !end.is_empty() => cut.extend([left, rest]),
            None => cut.extend([start, part]),
            Some(_) => cut.extend([left, part]),
        }
    }
    cut
}

/// `glue` with one function more: `initSync` makes an instance at once, which Chromium up to 114 refuses on a page's
/// own thread.
pub fn with_begin(glue: &str) -> String {
    format!(
        "{glue}\nexport async function begin(module) {{\n    \
         return __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);\n}}\n"
    )
}

/// The type of `begin`.
pub const BEGIN: &str = "/** A fresh instance of a compiled module. */\nexport function begin(module: WebAssembly.Module): Promise<InitOutput>;\n";

/// Puts one function in the place of all callers of closures, so that places stay as they are and the callers can go.
fn free_table(module: &mut Module) {
    let unused = |id: FunctionId| module.funcs.get(id).name.as_deref().is_some_and(|name| name.starts_with(CLOSURES));
    for element in module.elements.iter_mut() {
        let ElementItems::Functions(list) = &mut element.items else { continue };
        let Some(other) = list.iter().copied().find(|id| !unused(*id)) else { continue };
        list.iter_mut().filter(|id| unused(**id)).for_each(|id| *id = other);
    }
}

/// Numbers the imports in both, in letters.
fn rename_imports(module: &mut Module, glue: &str) -> String {
    let mut glue = glue.to_owned();
    for (number, import) in module.imports.iter_mut().enumerate() {
        let (long, short) = (format!("{}: function(", import.name), letters(number));
        // A glue that is written in another way keeps its names.
        if glue.matches(&import.name).count() == 1 && glue.contains(&long) {
            glue = glue.replace(&long, &format!("{short}: function("));
            import.name = short;
        }
    }
    glue
}

/// `a` to `z`, then `ba`, `bb` and so on.
fn letters(number: usize) -> String {
    let last = char::from(b'a' + (number % 26) as u8);
    if number < 26 { last.into() } else { letters(number / 26) + &last.to_string() }
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, FunctionId, Module, RefType};

    use super::{letters, plainer, shrink};

    /// A module with a table of two functions, one for a closure, and an import that both call.
    fn module() -> Module {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        let (imported, _) = module.add_import_func("./m_bg.js", "__wbg_now_0123456789abcdef", kind);
        let mut function = |name: &str| -> FunctionId {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
            builder.name(name.to_owned()).func_body().call(imported);
            builder.finish(Vec::new(), &mut module.funcs)
        };
        let functions = vec![function("wasm_bindgen::convert::closures::_::invoke::h1"), function("own")];
        let table = module.tables.add_local(false, 2, Some(2), RefType::FUNCREF);
        let offset = walrus::ConstExpr::Value(walrus::ir::Value::I32(0));
        let kind = walrus::ElementKind::Active { table, offset };
        let element = module.elements.add(kind, walrus::ElementItems::Functions(functions));
        module.tables.get_mut(table).elem_segments.insert(element);
        module.exports.add("table", table);
        module
    }

    #[test]
    fn a_module_loses_what_only_closures_used() {
        let mut module = module();
        let glue = shrink(&mut module, "imports = { __wbg_now_0123456789abcdef: function() {} };");
        assert_eq!(glue, "imports = { a: function() {} };\n");
        assert_eq!(module.imports.iter().map(|import| import.name.as_str()).collect::<Vec<_>>(), ["a"]);
        let names: Vec<_> = module.funcs.iter_local().filter_map(|(id, _)| module.funcs.get(id).name.clone()).collect();
        assert_eq!(names, ["own"]);
    }

    #[test]
    fn an_import_whose_place_in_the_glue_is_unclear_keeps_its_name() {
        let glue = "imports = { __wbg_now_0123456789abcdef: () => {} };";
        assert_eq!(shrink(&mut module(), glue), format!("{glue}\n"));
    }

    #[test]
    fn the_glue_helps_no_browser_that_could_not_run_the_rest() {
        let glue = "if (Symbol.dispose) A.b = c;\nconst one = 1;\nif (!('encodeInto' in cachedTextEncoder)) {\n  x = {};\n}\nlet WASM_VECTOR_LEN = 0;\n";
        assert_eq!(plainer(glue), "const one = 1;\nlet WASM_VECTOR_LEN = 0;\n");
    }

    #[test]
    fn the_glue_takes_no_care_of_what_cannot_happen() {
        let glue = "if (this.__wbg_inst !== undefined && a) {\nthrow new Error('stale');\n}\nlet ptr0, len0;\ntry {\n\
            ptr0 = pass(a, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);\n} catch (e) {\nif (ptr0) { free(); }\nthrow e;\n}\n\
            let ret;\n__wbg_call_guard();\nret = wasm.f(ptr0);\n";
        let plain = "let ptr0, len0;\nptr0 = pass(a, wasm.__wbindgen_malloc);\nlet ret;\nret = wasm.f(ptr0);\n";
        assert_eq!(plainer(glue), plain);
        let guarded = "__wbg_reinit_scheduled = true;\n__wbg_call_guard();\n";
        assert_eq!(plainer(guarded), guarded, "where an instance can be asked for, it comes");
    }

    #[test]
    fn every_import_gets_another_name() {
        assert_eq!([0, 25, 26, 27, 51, 52, 701, 702].map(letters), ["a", "z", "ba", "bb", "bz", "ca", "baz", "bba"]);
    }
}
