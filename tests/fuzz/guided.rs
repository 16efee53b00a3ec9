//! One target under libFuzzer, which `METIER_FUZZ_TARGET` names; `cargo fuzz` builds and runs this.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    metier_fuzz::chosen()(bytes);
});
