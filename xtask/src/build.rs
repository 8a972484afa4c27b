//! Builds the app into `dist/`, and knows its bytes.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::run::{Outcome, root, run, say, seconds, watch};
use crate::setup::{Tools, cache};
use crate::shell;

/// The most brotli bytes of the first load.
pub const FIRST_LOAD_LIMIT: usize = 250_000;

/// The most brotli bytes of everything that ships.
pub const SHIPPED_LIMIT: usize = 900_000;

/// The folder that ships.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds the app. What stood in `dist/` stays until the new one is whole.
pub fn build(tools: &Tools) -> Outcome {
    let started = Instant::now();
    say("fetching the crates of Cargo.lock");
    run(tools.command("cargo").args(["fetch", "--locked", "--quiet"]))?;
    say("building the app (release)");
    let staging = cache().join(format!("staging-{}", std::process::id()));
    let built = watch(tools.command("trunk").args(["build", "--release", "--offline", "--dist"]).arg(&staging), |_| {});
    let finished = built.and_then(|()| shell::finish(&staging)).and_then(|()| replace(&staging, &dist()));
    if staging.exists() {
        fs::remove_dir_all(&staging).map_err(|error| format!("{}: {error}", staging.display()))?;
    }
    finished?;
    say(&format!("built {} in {}", dist().display(), seconds(started)));
    Ok(())
}

fn replace(staging: &Path, dist: &Path) -> Outcome {
    let failed = |error: std::io::Error| format!("{}: {error}", dist.display());
    let next = dist.with_extension("next");
    for old in [&next, &dist.to_path_buf()] {
        if old.exists() && old == &next {
            fs::remove_dir_all(old).map_err(failed)?;
        }
    }
    // Staging may lie on another file system, so it is copied beside `dist/` before the names change.
    for path in shell::files_of(staging)? {
        let target = next.join(&path);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent).map_err(failed)?;
        }
        fs::copy(staging.join(&path), &target).map_err(failed)?;
    }
    if dist.exists() {
        fs::remove_dir_all(dist).map_err(failed)?;
    }
    fs::rename(&next, dist).map_err(failed)
}

/// One file that ships, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Size {
    /// Its path.
    pub path: String,
    /// As it is.
    pub raw: usize,
    /// As a host that compresses sends it.
    pub brotli: usize,
    /// Whether the page needs it before a person can do anything.
    pub first_load: bool,
}

/// The bytes of a built folder.
pub fn sizes(folder: &Path) -> Outcome<Vec<Size>> {
    let measure = |path: String| {
        let bytes = fs::read(folder.join(&path)).map_err(|error| format!("{path}: {error}"))?;
        let mut packed = Vec::new();
        {
            let mut writer = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22);
            writer.write_all(&bytes).map_err(|error| format!("{path}: {error}"))?;
        }
        let in_root = !path.contains('/');
        let first_load = path == "icons/icon.svg"
            || in_root && [".html", ".css", ".wasm", ".js"].iter().any(|end| path.ends_with(end)) && path != "sw.js";
        Ok(Size { raw: bytes.len(), brotli: packed.len(), first_load, path })
    };
    shell::files_of(folder)?.into_iter().map(measure).collect()
}

/// Sums of brotli bytes: the first load, and everything.
pub fn totals(sizes: &[Size]) -> (usize, usize) {
    let sum = |wanted: fn(&Size) -> bool| sizes.iter().filter(|size| wanted(size)).map(|size| size.brotli).sum();
    (sum(|size| size.first_load), sum(|_| true))
}

/// Prints the bytes and holds them to their limits.
pub fn check_sizes() -> Outcome {
    let sizes = sizes(&dist())?;
    for size in &sizes {
        println!("   {:>9} {:>9}  {}{}", size.raw, size.brotli, size.path, if size.first_load { "  (first load)" } else { "" });
    }
    let (first_load, shipped) = totals(&sizes);
    say(&format!("brotli bytes: first load {first_load} of {FIRST_LOAD_LIMIT}, shipped {shipped} of {SHIPPED_LIMIT}"));
    if first_load > FIRST_LOAD_LIMIT || shipped > SHIPPED_LIMIT {
        return Err("the app is larger than its limits".to_owned());
    }
    Ok(())
}
