//! Modules in which an allocation fails, for a test of what becomes of a quiz then.

use walrus::ir::{BinaryOp, UnaryOp, Value};
use walrus::{ConstExpr, FunctionId, GlobalId, Module, ValType};

/// How the one function is called by which a module gets memory.
const ALLOCATE: &str = "LockedAllocator";

/// The global in which a script says how many allocations there are left: the one that makes it 0 traps. As it stands
/// at first, none does that ever comes.
const LEFT: &str = "allocations_left";

/// Puts the trap into a module; false if it has no such function.
pub fn fail_at_will(module: &mut Module) -> bool {
    let allocates = |id: &FunctionId| {
        let name = module.funcs.get(*id).name.as_deref().unwrap_or_default();
        name.contains(ALLOCATE) && (name.ends_with("::alloc") || name.contains(">::alloc::h"))
    };
    let functions: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).filter(allocates).collect();
    let left = module.globals.add_local(ValType::I32, true, false, ConstExpr::Value(Value::I32(0)));
    module.exports.add(LEFT, left);
    functions.iter().for_each(|id| count_down(module, *id, left));
    !functions.is_empty()
}

/// Begins a function with the count.
fn count_down(module: &mut Module, function: FunctionId, left: GlobalId) {
    let mut body = module.funcs.get_mut(function).kind.unwrap_local_mut().builder_mut().func_body();
    body.global_get_at(0, left);
    body.const_at(1, Value::I32(1));
    body.binop_at(2, BinaryOp::I32Sub);
    body.global_set_at(3, left);
    body.global_get_at(4, left);
    body.unop_at(5, UnaryOp::I32Eqz);
    body.if_else_at(
        6,
        None,
        |then| {
            then.unreachable();
        },
        |_| {},
    );
}

#[cfg(test)]
mod tests {
    use walrus::{FunctionBuilder, Module};

    use super::{LEFT, fail_at_will};

    /// A module with one function of that name.
    fn module(name: &str) -> Module {
        let mut module = Module::default();
        let mut builder = FunctionBuilder::new(&mut module.types, &[], &[]);
        builder.name(name.to_owned()).func_body();
        let function = builder.finish(Vec::new(), &mut module.funcs);
        module.exports.add("f", function);
        module
    }

    #[test]
    fn what_allocates_is_found_by_its_name() {
        let name = "<lol_alloc::locked_allocator::LockedAllocator<T> as core::alloc::global::GlobalAlloc>";
        let mut module_with = module(&format!("{name}::alloc"));
        assert!(fail_at_will(&mut module_with));
        assert!(module_with.exports.iter().any(|export| export.name == LEFT));
        assert!(fail_at_will(&mut module(&format!("{name}::alloc::h3927ed21839b0e9b"))));
        assert!(!fail_at_will(&mut module(&format!("{name}::dealloc"))));
        assert!(!fail_at_will(&mut module("alloc::vec::Vec<T>::push")));
    }
}
