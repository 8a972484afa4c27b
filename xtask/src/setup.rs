//! Gets what is missing: the wasm32 target, the build tools, the browser. What is there is found in seconds; what
//! cannot be had is named with the command that a person should run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Instant;

use crate::run::{Outcome, find, output, root, run, say, seconds};

/// The target that the app is built for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// The version of Trunk that is known to work with the toolchains below.
const TRUNK: &str = "0.21.14";

/// The version of wasm-split that knows the seams of the `wasm_split_helpers` in `Cargo.lock`.
const WASM_SPLIT: &str = "0.2.4";

/// What makes the app small where its standard library is compiled with it: views boxed at component borders, and no
/// text for panics, which end the app in any case. It saves a sixth of the bytes.
const SMALL: &str =
    "--cfg erase_components -Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// The folder for tools and build results that outlive a clone: `$XDG_CACHE_HOME/so-giam-sat`.
pub fn cache() -> PathBuf {
    let home = || PathBuf::from(std::env::var_os("HOME").unwrap_or_else(|| "/tmp".into())).join(".cache");
    let base = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    base.unwrap_or_else(home).join("so-giam-sat")
}

/// How the app is compiled to wasm32.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Compiler {
    /// The rustup toolchain has the target's standard library.
    Rustup {
        /// The library's own source, where rustup could get it: the build that ships compiles it along.
        source: Option<PathBuf>,
    },
    /// Debian's compiler, with the standard library built from its source and this linker.
    Debian {
        /// A `wasm-ld-NN`.
        linker: String,
    },
}

/// What a build needs.
#[derive(Clone, Debug)]
pub struct Tools {
    /// Which compiler.
    pub compiler: Compiler,
}

/// The arguments that fetch the crates of a manifest of the standard library, in front of its path.
const FETCH: [&str; 4] = ["fetch", "--locked", "--quiet", "--manifest-path"];

/// Where Debian's package `rust-src` keeps the standard library.
const STD_MANIFEST: &str = "/usr/lib/rustlib/src/rust/library/Cargo.toml";

impl Tools {
    /// A command with the environment of the build that ships: tests keep the texts of their panics, the app has none.
    pub fn shipping_command(&self, program: &str) -> Command {
        let mut command = self.command(program);
        if self.library_manifest().is_some() {
            command.env("RUSTC_BOOTSTRAP", "1").env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
            command.env("RUSTFLAGS", SMALL).env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
        }
        command
    }

    /// The manifest of the standard library that the build that ships compiles along; none where it takes the one that
    /// came compiled, which makes the app larger.
    pub fn library_manifest(&self) -> Option<&Path> {
        match &self.compiler {
            Compiler::Rustup { source } => source.as_deref(),
            Compiler::Debian { .. } => Some(Path::new(STD_MANIFEST)),
        }
    }

    /// Downloads every crate of the wasm build, the standard library's too where it is compiled along, so that nothing
    /// else has to come over the network.
    pub fn fetch(&self) -> Outcome {
        run(self.command("cargo").args(["fetch", "--locked", "--quiet"]))?;
        match self.compiler {
            // Its library's crates came when it was found.
            Compiler::Rustup { .. } => Ok(()),
            Compiler::Debian { .. } => run(self.command("cargo").args(FETCH).arg(STD_MANIFEST)),
        }
    }

    /// A command with the environment of a wasm build.
    pub fn command(&self, program: &str) -> Command {
        let mut folders = vec![cache().join("tools/bin")];
        let mut command = match &self.compiler {
            Compiler::Rustup { .. } => Command::new(program),
            Compiler::Debian { linker } => {
                folders.insert(0, PathBuf::from("/usr/bin"));
                let mut command = Command::new(if program == "cargo" { "/usr/bin/cargo" } else { program });
                command
                    .env("RUSTC", "/usr/bin/rustc")
                    .env("CARGO", "/usr/bin/cargo")
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
                    .env_remove("RUSTUP_TOOLCHAIN");
                command
            }
        };
        let path = std::env::var_os("PATH").unwrap_or_default();
        folders.extend(std::env::split_paths(&path));
        if let Ok(path) = std::env::join_paths(folders) {
            command.env("PATH", path);
        }
        // Two compilers share no artefacts, so the wasm build has its own folder.
        command.env("CARGO_TARGET_DIR", cache().join("wasm")).current_dir(root());
        command
    }
}

/// Finds or installs what a build needs.
pub fn for_build() -> Outcome<Tools> {
    let started = Instant::now();
    // Debian's packages come over the network while the tools are compiled.
    let compiler = thread::spawn(compiler);
    tools()?;
    let compiler = compiler.join().map_err(|_panic| "setting up the compiler broke off".to_owned())??;
    if find("wasm-opt").is_none() && apt(&["binaryen"], "wasm-opt (optional: a smaller app)").is_err() {
        say("wasm-opt is not there: the app will be larger");
    }
    say(&format!("set up in {}: {compiler:?}", seconds(started)));
    Ok(Tools { compiler })
}

/// Finds or installs what the browser tests need.
pub fn for_browser() -> Outcome {
    let has_browser = ["chromium", "chromium-browser", "google-chrome"].iter().any(|name| find(name).is_some());
    if has_browser && find("chromedriver").is_some() {
        return Ok(());
    }
    apt(&["chromium", "chromium-driver", "fonts-noto-core"], "Chromium and its driver")
}

fn compiler() -> Outcome<Compiler> {
    if has_rustup_target() {
        return Ok(rustup_compiler());
    }
    if let Some(compiler) = debian() {
        return Ok(compiler);
    }
    if find("rustup").is_some() {
        say(&format!("adding the target {TARGET} by rustup"));
        let added = run(rustup().args(["target", "add", TARGET]));
        if added.is_ok() && has_rustup_target() {
            return Ok(rustup_compiler());
        }
        say("rustup cannot fetch the target here; trying Debian's compiler with its library source");
    }
    let by_hand = || {
        format!(
            "no compiler for {TARGET}: on an ordinary computer run `rustup target add {TARGET}`, then this command again"
        )
    };
    if find("apt-get").is_none() {
        return Err(by_hand());
    }
    let linker = newest_linker_package().unwrap_or_else(|| "lld".to_owned());
    apt(&["rustc-web", "cargo-web", "rust-web-src", &linker], &format!("the {TARGET} target"))
        .map_err(|error| format!("{}. Or on Debian: {error}", by_hand()))?;
    debian().ok_or_else(by_hand)
}

/// rustup, but where its server cannot be reached it would wait for minutes.
fn rustup() -> Command {
    match find("timeout") {
        Some(timeout) => {
            let mut patient = Command::new(timeout);
            patient.args(["120", "rustup"]);
            patient
        }
        None => Command::new("rustup"),
    }
}

/// The rustup toolchain, with the source of its standard library where that is there or can be had.
fn rustup_compiler() -> Compiler {
    let manifest = || {
        let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
        let manifest = Path::new(&sysroot).join("lib/rustlib/src/rust/library/Cargo.toml");
        manifest.is_file().then_some(manifest)
    };
    let source = manifest().or_else(|| {
        find("rustup")?;
        say("adding the source of the standard library by rustup");
        run(rustup().args(["component", "add", "rust-src"])).ok()?;
        manifest()
    });
    // The manifest uses what only a compiler of the library's own build may.
    let fetch = |manifest: &Path| run(Command::new("cargo").env("RUSTC_BOOTSTRAP", "1").args(FETCH).arg(manifest));
    let source = source.filter(|manifest| fetch(manifest).is_ok());
    if source.is_none() {
        say(
            "the source of the standard library is not there (`rustup component add rust-src`): the app will be larger",
        );
    }
    Compiler::Rustup { source }
}

fn has_rustup_target() -> bool {
    let folder = output(Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    let Some(entries) = folder.and_then(|folder| fs::read_dir(folder).ok()) else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}

/// Debian's compiler with its library source and a linker, if all are there.
fn debian() -> Option<Compiler> {
    let sysroot = output(Command::new("/usr/bin/rustc").args(["--print", "sysroot"]))?;
    let source = Path::new(&sysroot).join("lib/rustlib/src/rust/library/std/Cargo.toml");
    if !source.is_file() || !Path::new("/usr/bin/cargo").is_file() {
        return None;
    }
    newest_linker(
        fs::read_dir("/usr/bin").ok()?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()),
    )
    .map(|linker| Compiler::Debian { linker })
}

/// The `wasm-ld-NN` with the highest number.
fn newest_linker(names: impl Iterator<Item = String>) -> Option<String> {
    let numbered = names.filter_map(|name| {
        let number: u32 = name.strip_prefix("wasm-ld-")?.parse().ok()?;
        Some((number, name))
    });
    numbered.max().map(|(_, name)| name)
}

fn newest_linker_package() -> Option<String> {
    // A fresh machine may not know any package yet; what fails here fails again, and is reported, at the installation.
    let list = || output(Command::new("apt-cache").args(["search", "--names-only", "^lld-[0-9]+$"]));
    let mut found = list()?;
    if found.is_empty() && is_root() {
        run(Command::new("apt-get").args(["update", "-qq"])).ok()?;
        found = list()?;
    }
    let numbers = found.lines().filter_map(|line| line.split([' ', '-']).nth(1)?.parse::<u32>().ok());
    numbers.max().map(|number| format!("lld-{number}"))
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// Installs Debian packages as root, or says which command a person should run.
fn apt(packages: &[&str], what: &str) -> Outcome {
    let by_hand = format!("{what} is missing. Run: sudo apt-get install {}", packages.join(" "));
    if find("apt-get").is_none() || !is_root() {
        return Err(by_hand);
    }
    say(&format!("installing {what}: {}", packages.join(" ")));
    let install = || {
        let mut command = Command::new("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        run(command.args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
    };
    if install().is_ok() {
        return Ok(());
    }
    run(Command::new("apt-get").args(["update", "-qq"])).map_err(|error| format!("{by_hand} ({error})"))?;
    install().map_err(|error| format!("{by_hand} ({error})"))
}

/// Trunk, and the wasm-bindgen command of the very version in `Cargo.lock`.
fn tools() -> Outcome {
    let lock = fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let bindgen = locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock names no wasm-bindgen")?;
    tool("wasm-bindgen", "wasm-bindgen-cli", bindgen, &[])?;
    tool("wasm-split-cli", "wasm_split_cli_support", WASM_SPLIT, &["--locked", "--features", "build-binary"])?;
    tool("trunk", "trunk", TRUNK, &["--locked", "--no-default-features", "--features", "rustls"])
}

/// The version of cargo-deny that is installed where none is.
const DENY: &str = "0.20.2";

/// The program that checks licences, sources and advisories. Compiling it takes minutes: only in CI it is installed.
pub fn cargo_deny() -> Option<PathBuf> {
    let ours = cache().join("tools/bin/cargo-deny");
    let found = find("cargo-deny").or_else(|| ours.is_file().then(|| ours.clone()));
    if found.is_none() && std::env::var_os("CI").is_some() {
        tool("cargo-deny", "cargo-deny", DENY, &["--locked"]).ok()?;
        return Some(ours);
    }
    found
}

fn tool(program: &str, package: &str, version: &str, options: &[&str]) -> Outcome {
    let folder = cache().join("tools");
    let ours = folder.join("bin").join(program);
    let has_version = |program: &Path| {
        output(Command::new(program).arg("--version"))
            .is_some_and(|printed| printed.split(' ').any(|word| word == version))
    };
    // A program that does not say its own version is looked up in cargo's list of what it installed.
    let listed = fs::read_to_string(folder.join(".crates.toml")).unwrap_or_default();
    let is_listed = listed.contains(&format!("\"{package} {version} ")) && ours.is_file();
    if is_listed || has_version(&ours) || find(program).is_some_and(|found| has_version(&found)) {
        return Ok(());
    }
    let started = Instant::now();
    say(&format!("compiling {package} {version} (some minutes, once)"));
    let mut command = Command::new("cargo");
    command.args(["install", package, "--version", version, "--force", "--root"]).arg(&folder).args(options);
    // These programs are waited for once and run for seconds: they are compiled quickly, not well.
    for (setting, value) in [("LTO", "off"), ("OPT_LEVEL", "0"), ("CODEGEN_UNITS", "256"), ("DEBUG", "0")] {
        command.env(format!("CARGO_PROFILE_RELEASE_{setting}"), value);
    }
    command.env_remove("CARGO_TARGET_DIR").current_dir(std::env::temp_dir());
    let by_hand = format!("Run: cargo install {package} --version {version} --root {}", folder.display());
    run(&mut command).map_err(|error| format!("{package} cannot be installed: {error}. {by_hand}"))?;
    say(&format!("{package} {version} installed in {}", seconds(started)));
    Ok(())
}

/// The version of a package in a `Cargo.lock`.
pub fn locked_version<'t>(lock: &'t str, package: &str) -> Option<&'t str> {
    let wanted = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::{locked_version, newest_linker};

    #[test]
    fn the_locked_version_is_read_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "trunk"), None);
    }

    #[test]
    fn the_newest_linker_is_found_by_number_and_not_by_letter() {
        let names = ["wasm-ld-9", "wasm-ld-22", "wasm-ld", "wasm-ld-19", "ld"].map(str::to_owned);
        assert_eq!(newest_linker(names.into_iter()).as_deref(), Some("wasm-ld-22"));
    }
}
