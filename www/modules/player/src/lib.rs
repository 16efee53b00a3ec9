//! The player: what every embed loads. It has the small reader, which hands some quizzes on to the module of everything
//! (`whole`).

// The core, compiled as a part of this crate.
include!("../../../../src/layers.rs");

#[path = "../../boundary/mod.rs"]
mod boundary;
mod player;

// 2.8 KB (brotli) less than the allocator of the standard library, for a tenth of a millisecond a quiz.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: lol_alloc::LockedAllocator<lol_alloc::FreeListAllocator> =
    lol_alloc::LockedAllocator::new(lol_alloc::FreeListAllocator::new());
