//! Builds the app into `dist/`, and knows its bytes.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use sha2::{Digest, Sha256};

use crate::parts;
use crate::run::{Outcome, find, root, say, seconds, watch};
use crate::setup::{Compiler, Tools, cache};
use crate::shell;

/// The most brotli bytes of the first load, in the build that ships.
pub const FIRST_LOAD_LIMIT: usize = 250_000;

/// The most brotli bytes of everything that ships. Parts are compressed apart from each other, which costs a tenth.
pub const SHIPPED_LIMIT: usize = 1_750_000;

/// The folder that ships.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds the app, unless `dist/` already holds what would come out. What stood there stays until the new one is whole.
pub fn build(tools: &Tools) -> Outcome {
    let started = Instant::now();
    let inputs = fingerprint(tools)?;
    let record = root().join("target/dist.fingerprint");
    if fs::read_to_string(&record).is_ok_and(|kept| state(&inputs).is_ok_and(|now| kept == now)) {
        say("dist/ is up to date");
        return Ok(());
    }
    say("fetching the crates");
    tools.fetch()?;
    say("building the app (release)");
    let staging = cache().join(format!("staging-{}", std::process::id()));
    let mut trunk = tools.shipping_command("trunk");
    trunk.args(["build", "--release", "--offline", "--dist"]).arg(&staging).env("RUST_BACKTRACE", "0");
    trunk.env("SO_GIAM_SAT_SPLIT", "1");
    let built = watch(&mut trunk, |_| {});
    let finished = built
        .and_then(|()| parts::cut(tools, &staging))
        .and_then(|app| shell::finish(&staging, &app))
        .and_then(|()| replace(&staging, &dist()));
    if staging.exists() {
        fs::remove_dir_all(&staging).map_err(|error| format!("{}: {error}", staging.display()))?;
    }
    finished?;
    // What was edited meanwhile may or may not be in it.
    if fingerprint(tools)? == inputs {
        fs::create_dir_all(root().join("target")).map_err(|error| format!("target: {error}"))?;
        fs::write(&record, state(&inputs)?).map_err(|error| format!("{}: {error}", record.display()))?;
    }
    say(&format!("built {} in {}", dist().display(), seconds(started)));
    Ok(())
}

/// Differs wherever a build would differ: everything that goes into it, and what builds it.
fn fingerprint(tools: &Tools) -> Outcome<String> {
    let mut hash = Sha256::new();
    hash.update(format!("{tools:?} wasm-opt {:?}", find("wasm-opt")));
    for file in
        ["Cargo.toml", "Cargo.lock", "build.rs", "Trunk.toml", "index.html", ".cargo/config.toml", "xtask/src/sw.js"]
    {
        hash.update(fs::read(root().join(file)).map_err(|error| format!("{file}: {error}"))?);
    }
    for folder in ["src", "public", "style", "xtask/src"] {
        hash_folder(&mut hash, &root().join(folder))?;
    }
    Ok(format!("{:x}", hash.finalize()))
}

/// The inputs of a build with what it put into `dist/`.
fn state(inputs: &str) -> Outcome<String> {
    let mut hash = Sha256::new();
    hash_folder(&mut hash, &dist())?;
    Ok(format!("{inputs} {:x}\n", hash.finalize()))
}

fn hash_folder(hash: &mut Sha256, folder: &Path) -> Outcome {
    for path in shell::files_of(folder)? {
        let bytes = fs::read(folder.join(&path)).map_err(|error| format!("{path}: {error}"))?;
        hash.update(format!("{path} {} ", bytes.len()));
        hash.update(bytes);
    }
    Ok(())
}

fn replace(staging: &Path, dist: &Path) -> Outcome {
    let failed = |error: std::io::Error| format!("{}: {error}", dist.display());
    let (next, old) = (dist.with_extension("next"), dist.with_extension("old"));
    for left in [&next, &old].into_iter().filter(|left| left.exists()) {
        fs::remove_dir_all(left).map_err(failed)?;
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
        fs::rename(dist, &old).map_err(failed)?;
    }
    fs::rename(&next, dist).map_err(failed)?;
    if old.exists() {
        fs::remove_dir_all(&old).map_err(failed)?;
    }
    Ok(())
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
pub fn check_sizes(tools: &Tools) -> Outcome {
    let sizes = sizes(&dist())?;
    for size in &sizes {
        println!(
            "   {:>9} {:>9}  {}{}",
            size.raw,
            size.brotli,
            size.path,
            if size.first_load { "  (first load)" } else { "" }
        );
    }
    let (first_load, shipped) = totals(&sizes);
    say(&format!(
        "brotli bytes: first load {first_load} (at most {FIRST_LOAD_LIMIT}), shipped {shipped} (at most {SHIPPED_LIMIT})"
    ));
    match (first_load > FIRST_LOAD_LIMIT || shipped > SHIPPED_LIMIT, &tools.compiler) {
        (true, Compiler::Debian { .. }) if find("wasm-opt").is_some() => {
            Err("the app is larger than its limits".to_owned())
        }
        // The limits are those of the smallest build: with this compiler the texts of panics may be in it, or wasm-opt is
        // missing.
        (true, _) => {
            say("larger than the limits of the build that ships; see ARCHITECTURE.md on the wasm build");
            Ok(())
        }
        (false, _) => Ok(()),
    }
}
