//! The order of a module's functions: like beside like, so that an encoding finds what they share. The tools that made
//! the module sort them by size, largest first. The player is 0.6 KB less for it (brotli, of 40).

use std::collections::{BTreeSet, HashMap};

use wasm_encoder::reencode::{Error, Reencode, utils};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// So many bytes in a row are one thing that two functions can share.
const SHARED: usize = 4;

/// The module with its functions in another order; as it is where it cannot be read.
pub fn alike(module: &[u8]) -> Vec<u8> {
    reordered(module).unwrap_or_else(|_| module.to_vec())
}

/// The module with like functions side by side.
fn reordered(module: &[u8]) -> Result<Vec<u8>, Error> {
    let (imported, bodies) = functions(module)?;
    let order = order(&bodies);
    let mut places = vec![0; order.len()];
    for (place, function) in order.iter().enumerate() {
        if let Some(at) = places.get_mut(*function) {
            *at = imported + place;
        }
    }
    let mut encoded = wasm_encoder::Module::new();
    Order { imported, order, places }.parse_core_module(&mut encoded, Parser::new(0), module)?;
    Ok(encoded.finish())
}

/// How many functions a module imports, and the code of its own.
fn functions(module: &[u8]) -> Result<(usize, Vec<&[u8]>), Error> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.extend(module.get(body.range())),
            _ => {}
        }
    }
    Ok((imported, bodies))
}

/// From each function to the one that shares most with it for its size.
fn order(bodies: &[&[u8]]) -> Vec<usize> {
    let parts: Vec<BTreeSet<&[u8]>> = bodies.iter().map(|body| body.windows(SHARED).collect()).collect();
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, parts) in parts.iter().enumerate() {
        parts.iter().for_each(|part| holders.entry(part).or_default().push(function));
    }
    let mut left: BTreeSet<usize> = (0..bodies.len()).collect();
    let mut order = Vec::new();
    let mut next = left.first().copied();
    while let Some(function) = next {
        left.remove(&function);
        order.push(function);
        let mut shared = vec![0_usize; bodies.len()];
        let held = parts.get(function).into_iter().flatten().filter_map(|part| holders.get(part));
        for holder in held.flatten() {
            shared.get_mut(*holder).into_iter().for_each(|count| *count += 1);
        }
        let likeness = |other: &usize| {
            let size = parts.get(*other).map_or(0, BTreeSet::len) + 1;
            shared.get(*other).map_or(0.0, |count| *count as f64 / size as f64)
        };
        // Of those that are equally like, the first.
        next = left.iter().copied().rev().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    }
    order
}

/// Writes a module anew, with its functions in another order.
struct Order {
    /// How many functions come from outside; those keep their places.
    imported: usize,
    /// Which of the module's own functions comes first, second and so on.
    order: Vec<usize>,
    /// Where each of them is then, counted with those from outside.
    places: Vec<usize>,
}

impl Order {
    /// The entries of a section that has one for each function, in the new order.
    fn sorted<T: Clone>(&self, entries: &[T]) -> Vec<T> {
        self.order.iter().filter_map(|function| entries.get(*function).cloned()).collect()
    }
}

impl Reencode for Order {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let own = (function as usize).checked_sub(self.imported).and_then(|own| self.places.get(own));
        Ok(own.map_or(function, |place| *place as u32))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut wasm_encoder::FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let types = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for kind in self.sorted(&types) {
            functions.function(utils::type_index(self, kind));
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut wasm_encoder::CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        self.sorted(&bodies).into_iter().try_for_each(|body| self.parse_function_body(code, body))
    }
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, Module, ModuleConfig, ValType};

    use super::{alike, order};

    #[test]
    fn like_stands_beside_like() {
        let bodies: [&[u8]; 4] = [b"abcdefgh", b"stuvwxyz", b"stuvwxy", b"bcdefgh"];
        assert_eq!(order(&bodies), [0, 3, 1, 2]);
    }

    #[test]
    fn what_is_called_is_still_the_same() -> Result<(), String> {
        let mut module = Module::default();
        let kind = module.types.add(&[], &[]);
        module.add_import_func("m", "f", kind);
        let mut called = Vec::new();
        for number in [7, 8, 7] {
            let mut builder = FunctionBuilder::new(&mut module.types, &[], &[ValType::I32]);
            let mut body = builder.func_body();
            for id in &called {
                body.call(*id).drop();
            }
            body.i32_const(number);
            called.push(builder.finish(Vec::new(), &mut module.funcs));
        }
        for (id, name) in called.iter().zip(["a", "b", "c"]) {
            module.exports.add(name, *id);
        }
        let other = alike(&module.emit_wasm());
        let read = ModuleConfig::new().parse(&other).map_err(|error| error.to_string())?;
        let number = |name: &str| {
            let id = read.exports.get_func(name).ok()?;
            let function = read.funcs.get(id);
            let walrus::FunctionKind::Local(function) = &function.kind else { return None };
            let block = function.block(function.entry_block());
            let calls = block.instrs.iter().filter(|(one, _)| one.is_call()).count();
            let last = block.instrs.iter().rev().find_map(|(one, _)| match one {
                walrus::ir::Instr::Const(value) => Some(format!("{:?}", value.value)),
                _ => None,
            })?;
            Some((calls, last))
        };
        let said = ["a", "b", "c"].map(number);
        assert_eq!(
            said,
            [(0, "I32(7)"), (1, "I32(8)"), (2, "I32(7)")].map(|(calls, last)| Some((calls, last.to_owned())))
        );
        Ok(())
    }

    #[test]
    fn what_is_no_module_stays_what_it_is() {
        assert_eq!(alike(b"no module"), b"no module");
    }
}
