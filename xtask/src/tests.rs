//! Every test: lints, native, in a browser, end to end. The last line counts them.

use std::process::Command;
use std::time::Instant;

use crate::build;
use crate::lint::{cargo, lint};
use crate::run::{Outcome, root, say, seconds, watch};
use crate::setup::{self, TARGET, Tools};

/// Tests that passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    passed: u64,
    failed: u64,
}

/// Runs everything, also after a failure, and ends with the line that counts.
pub fn test() -> Outcome {
    let started = Instant::now();
    let mut total = Count::default();
    let mut failures = Vec::new();
    let mut step = |name: &str, work: &mut dyn FnMut(&mut Count) -> Outcome| {
        let started = Instant::now();
        println!("\n══ {name}");
        let mut count = Count::default();
        let outcome = work(&mut count);
        if let Err(error) = &outcome {
            println!("   {error}");
            // A step that fails without a failed test (it does not compile, say) counts as one.
            count.failed = count.failed.max(1);
            failures.push(name.to_owned());
        }
        total.passed += count.passed;
        total.failed += count.failed;
        say(&format!("{name}: {} passed, {} failed, {}", count.passed, count.failed, seconds(started)));
        outcome.is_ok()
    };
    let mut tools = None;
    let ready = step("set-up", &mut |_| {
        tools = Some(setup::for_build()?);
        setup::for_browser()
    });
    step("lint", &mut |_| lint());
    step("native tests", &mut |count| {
        counted(cargo().args(["test", "--workspace", "--locked", "--no-fail-fast", "--features", "reader"]), count)?;
        let rooms = ["--", "browser::", "state::", "ui::"];
        counted(cargo().args(["test", "--lib", "--locked", "--features", "app"]).args(rooms), count)
    });
    if let Some(tools) = tools.filter(|_| ready) {
        let built =
            step("build and its bytes", &mut |_| build::build(&tools).and_then(|()| build::check_sizes(&tools)));
        step("browser tests", &mut |count| browser(&tools, count));
        if built {
            step("end-to-end tests", &mut |count| {
                if !root().join("tests/e2e/main.rs").is_file() {
                    say("there are none yet");
                    return Ok(());
                }
                let tests = ["test", "--locked", "--features", "e2e", "--test", "e2e", "--", "--test-threads=1"];
                counted(cargo().args(tests).env("DIST", build::dist()), count)
            });
        }
    }
    println!("\n{}", seconds(started));
    if !failures.is_empty() {
        println!("failed: {}", failures.join(", "));
    }
    println!("{} passed, {} failed", total.passed, total.failed);
    if total.failed == 0 { Ok(()) } else { Err(String::new()) }
}

fn browser(tools: &Tools, count: &mut Count) -> Outcome {
    let mut command = tools.command("cargo");
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner").current_dir(root());
    command.env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    // What makes the app small also takes the words from a failed assertion.
    command.env_remove("RUSTFLAGS").env_remove("CARGO_UNSTABLE_BUILD_STD_FEATURES");
    if let Some(driver) = crate::run::find("chromedriver") {
        command.env("CHROMEDRIVER", driver);
    }
    counted(
        command.args(["test", "--target", TARGET, "--locked", "--features", "app,contract", "--test", "browser"]),
        count,
    )
}

fn counted(command: &mut Command, count: &mut Count) -> Outcome {
    watch(command, |line| {
        if let Some(found) = result_line(line) {
            count.passed += found.passed;
            count.failed += found.failed;
        }
    })
}

/// What a runner's closing line counts: `test result: ok. 12 passed; 0 failed; …`.
fn result_line(line: &str) -> Option<Count> {
    let (_, rest) = line.split_once("test result: ")?;
    let number = |word: &str| {
        let (before, _) = rest.split_once(word)?;
        before.rsplit(' ').next()?.parse().ok()
    };
    Some(Count { passed: number(" passed")?, failed: number(" failed")? })
}

#[cfg(test)]
mod unit {
    use super::{Count, result_line};

    #[test]
    fn a_closing_line_is_counted_and_other_lines_are_not() {
        let line = "test result: FAILED. 41 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.62s";
        assert_eq!(result_line(line), Some(Count { passed: 41, failed: 2 }));
        assert_eq!(result_line("41 passed"), None);
        assert_eq!(result_line("test result: unknown"), None);
    }
}
