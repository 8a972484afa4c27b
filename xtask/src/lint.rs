//! Formatting, lints, documentation, licences: everything that is judged without running the app.

use std::process::Command;

use crate::run::{Outcome, root, run, say};
use crate::setup;

/// Runs every check that needs no browser. Warnings are errors.
pub fn lint() -> Outcome {
    say("formatting");
    run(cargo().args(["fmt", "--all", "--check"]))?;
    clippy()?;
    say("documentation");
    let features = ["--features", "app,contract,worker"];
    let mut doc = cargo();
    run(doc.env("RUSTDOCFLAGS", "-D warnings").args(["doc", "--workspace", "--no-deps", "--quiet"]).args(features))?;
    deny()
}

/// Clippy over the pure rooms, and over everything, on this machine's own target.
pub fn clippy() -> Outcome {
    say("lints of the pure rooms");
    run(cargo().args(["clippy", "--workspace", "--all-targets", "--locked", "--quiet", "--", "-D", "warnings"]))?;
    say("lints with the browser rooms");
    let features = ["--features", "app,contract,worker,e2e"];
    run(cargo().args(["clippy", "--all-targets", "--locked", "--quiet"]).args(features).args(["--", "-D", "warnings"]))
}

fn deny() -> Outcome {
    let Some(program) = setup::cargo_deny() else {
        say("licences and advisories are not checked here. To check them: cargo install cargo-deny --locked");
        return Ok(());
    };
    let deny = || {
        let mut deny = Command::new(&program);
        deny.current_dir(root());
        deny
    };
    say("licences and sources");
    run(deny().args(["--all-features", "check", "licenses", "sources", "bans"]))?;
    say("advisories");
    if run(deny().args(["--all-features", "fetch", "db"])).is_err() {
        say("advisories are not checked here: their database cannot be fetched. Later: cargo deny check advisories");
        return Ok(());
    }
    run(deny().args(["--offline", "--all-features", "check", "advisories"]))
}

/// Cargo for this machine's own target, in the root.
pub fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root());
    if std::env::var_os("CI").is_some() {
        // A fresh clone for each run: what is compiled must outlive it.
        command.env("CARGO_TARGET_DIR", setup::cache().join("native"));
    }
    command
}
