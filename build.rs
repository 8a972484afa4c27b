//! Prepares the app's module for being cut into parts where `cargo xtask build` asks for it: functions at the seams become
//! imports (`cfg(split)`), and the linker writes down what refers to what. Nothing else is different.

use std::env;

fn main() {
    println!("cargo::rustc-check-cfg=cfg(split)");
    println!("cargo::rerun-if-env-changed=SO_GIAM_SAT_SPLIT");
    println!("cargo::rerun-if-changed=build.rs");
    let is_wasm = env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|found| found == "wasm32");
    if is_wasm && env::var_os("SO_GIAM_SAT_SPLIT").is_some() {
        println!("cargo::rustc-cfg=split");
        if env::var_os("CARGO_FEATURE_APP").is_some() {
            println!("cargo::rustc-link-arg-bin=so-giam-sat=--emit-relocs");
        }
    }
}
