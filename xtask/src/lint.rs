//! Formatting, lints, documentation, licences: everything that is judged without running the app.

use std::process::Command;

use crate::run::{Outcome, find, root, run, say};

/// Runs every check that needs no browser. Warnings are errors.
pub fn lint() -> Outcome {
    say("formatting");
    run(cargo().args(["fmt", "--all", "--check"]))?;
    clippy()?;
    say("documentation");
    let features = ["--features", "app,contract"];
    let mut doc = cargo();
    run(doc.env("RUSTDOCFLAGS", "-D warnings").args(["doc", "--workspace", "--no-deps", "--quiet"]).args(features))?;
    deny()
}

/// Clippy over the pure rooms, and over everything, on this machine's own target.
pub fn clippy() -> Outcome {
    say("lints of the pure rooms");
    run(cargo().args(["clippy", "--workspace", "--all-targets", "--locked", "--quiet", "--", "-D", "warnings"]))?;
    say("lints with the browser rooms");
    let features = ["--features", "app,contract,e2e"];
    run(cargo().args(["clippy", "--all-targets", "--locked", "--quiet"]).args(features).args(["--", "-D", "warnings"]))
}

fn deny() -> Outcome {
    if find("cargo-deny").is_none() {
        say("licences and advisories are not checked here. To check them: cargo install cargo-deny --locked");
        return Ok(());
    }
    say("licences, sources, duplicates");
    run(cargo().args(["deny", "--all-features", "check", "licenses", "sources", "bans"]))?;
    say("advisories");
    if run(cargo().args(["deny", "--all-features", "check", "advisories"])).is_err() {
        // Without a network there is no database; with one, an advisory is shown above.
        say("advisories: found some, or the database cannot be fetched; see above");
    }
    Ok(())
}

/// Cargo for this machine's own target, in the root.
pub fn cargo() -> Command {
    let mut command = Command::new("cargo");
    command.current_dir(root());
    if std::env::var_os("CI").is_some() {
        // A fresh clone for each run: what is compiled must outlive it.
        command.env("CARGO_TARGET_DIR", crate::setup::cache().join("native"));
    }
    command
}
