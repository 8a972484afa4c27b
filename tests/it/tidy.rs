//! Holds the table of rooms: which room may use which, and what a room never touches.

use std::fs;
use std::path::{Path, PathBuf};

/// A room: its name, the rooms it may use, and the crates it never touches.
struct Room {
    name: &'static str,
    may_use: &'static [&'static str],
    never: &'static [&'static str],
}

const PLATFORM: [&str; 7] =
    ["leptos", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "gloo_storage", "console_error_panic_hook"];

const ROOMS: [Room; 10] = [
    Room { name: "words", may_use: &[], never: &["serde_json", "csv"] },
    Room { name: "domain", may_use: &["words"], never: &["serde_json", "csv"] },
    Room { name: "intake", may_use: &["words", "domain"], never: &[] },
    Room { name: "report", may_use: &["words", "domain"], never: &["serde_json", "csv"] },
    Room { name: "storage", may_use: &["words", "domain"], never: &["csv"] },
    Room { name: "export", may_use: &["words", "domain", "report", "storage"], never: &[] },
    Room { name: "engine", may_use: &["words", "domain", "storage"], never: &["serde_json", "csv"] },
    Room { name: "browser", may_use: &["words", "domain", "intake", "storage"], never: &["leptos", "csv"] },
    Room {
        name: "state",
        may_use: &["words", "domain", "intake", "report", "storage", "export", "engine", "browser"],
        never: &["csv", "serde_json", "gloo_storage"],
    },
    Room {
        name: "ui",
        may_use: &["words", "domain", "intake", "report", "engine", "state"],
        never: &["csv", "serde_json", "gloo_storage"],
    },
];

pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The files of a room with their text up to the tests, which may use more.
fn sources(room: &str) -> Vec<(PathBuf, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (file, folder) = (source.join(format!("{room}.rs")), source.join(room));
    let mut files = if folder.is_dir() { rust_files(&folder) } else { Vec::new() };
    files.extend(file.is_file().then_some(file));
    assert!(!files.is_empty(), "the room {room} is empty");
    files.retain(|path| !is_test_file(path));
    let text = |path: PathBuf| {
        let text = without_tests(&fs::read_to_string(&path).unwrap());
        (path, text)
    };
    files.into_iter().map(text).collect()
}

/// Whether a file holds tests, or what only tests use.
pub fn is_test_file(path: &Path) -> bool {
    let path = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).unwrap_or(path);
    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
    name.ends_with("tests")
        || path.components().any(|part| {
            let part = part.as_os_str().to_string_lossy();
            ["fixture", "contract", "tests"].contains(&&*part) || part.ends_with("_tests")
        })
        || name == "fixture"
}

/// The text of a file up to its tests, which may use more.
pub fn without_tests(text: &str) -> String {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap().to_owned()
}

fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line.trim()));
    lines.filter(|(_, line)| !line.starts_with("//"))
}

/// Rooms named in paths of a line: `crate::domain::…`, and each name in `use crate::{domain, words};`.
fn rooms_in(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (_, rest) in line.match_indices("crate::").map(|(at, found)| (at, &line[at + found.len()..])) {
        match rest.strip_prefix('{') {
            Some(list) => found.extend(list.split(['}', ',']).map(|part| first_name(part.trim()))),
            None => found.push(first_name(rest)),
        }
    }
    found.retain(|name| !name.is_empty());
    found
}

fn first_name(path: &str) -> String {
    path.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

/// Whether a line names this crate, and not a module of ours that is called the same.
fn names_crate(line: &str, name: &str) -> bool {
    line.match_indices(&format!("{name}::"))
        .any(|(at, _)| !line[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_' || before == ':'))
}

#[test]
fn a_room_uses_only_the_rooms_it_may() {
    let mut wrong = Vec::new();
    for room in &ROOMS {
        for (path, text) in sources(room.name) {
            for (number, line) in code_lines(&text) {
                for used in rooms_in(line) {
                    let is_room = ROOMS.iter().any(|room| room.name == used);
                    if is_room && used != room.name && !room.may_use.contains(&used.as_str()) {
                        wrong.push(format!("{}:{number}: {} uses {used}", path.display(), room.name));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_room_never_touches_what_is_not_its_own() {
    let pure = ["words", "domain", "intake", "report", "storage", "export", "engine"];
    let mut wrong = Vec::new();
    for room in &ROOMS {
        let platform: &[&str] = if pure.contains(&room.name) { &PLATFORM } else { &[] };
        for (path, text) in sources(room.name) {
            for (number, line) in code_lines(&text) {
                for banned in room.never.iter().chain(platform) {
                    if names_crate(line, banned) {
                        wrong.push(format!("{}:{number}: {} touches {banned}", path.display(), room.name));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_clock_and_randomness_are_read_in_the_browser_room_alone() {
    let mut wrong = Vec::new();
    for room in ROOMS.iter().filter(|room| room.name != "browser") {
        for (path, text) in sources(room.name) {
            for (number, line) in code_lines(&text) {
                let banned =
                    ["Utc::now", "Local::now", "SystemTime", "Instant::now", "Date::now", "getrandom", "Math::random"];
                if let Some(banned) = banned.iter().find(|banned| line.contains(*banned)) {
                    wrong.push(format!("{}:{number}: {banned}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn nothing_writes_markup_from_text() {
    let mut wrong = Vec::new();
    for room in &ROOMS {
        for (path, text) in sources(room.name) {
            for (number, line) in code_lines(&text) {
                if ["inner_html", "set_inner_html", "outer_html", "eval("].iter().any(|banned| line.contains(banned)) {
                    wrong.push(format!("{}:{number}: {line}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The texts of a line that are spelled as the codes of the general catalogue: `"A01"`.
fn item_codes(line: &str) -> impl Iterator<Item = &str> {
    let is_code = |text: &&str| matches!(text.as_bytes(), [b'A'..=b'L', b'0'..=b'9', b'0'..=b'9', b'"']);
    line.match_indices('"').filter_map(|(at, _)| line.get(at + 1..at + 5)).filter(is_code).map(|text| &text[..3])
}

#[test]
fn no_item_is_known_by_its_code() {
    let mut wrong = Vec::new();
    for room in &ROOMS {
        for (path, text) in sources(room.name) {
            // What was written before items named their checks is known by codes there, and nowhere else.
            if path.ends_with("storage/legacy_checks.rs") {
                continue;
            }
            for (number, line) in code_lines(&text) {
                wrong.extend(item_codes(line).map(|code| format!("{}:{number}: item {code}", path.display())));
            }
        }
    }
    assert!(wrong.is_empty(), "a template names what answers its items\n{}", wrong.join("\n"));
}

#[test]
fn a_file_that_grows_past_its_purpose_is_noticed() {
    const MOST_LINES: usize = 450;
    let long: Vec<String> = ROOMS
        .iter()
        .flat_map(|room| sources(room.name))
        .filter(|(_, text)| text.lines().count() > MOST_LINES)
        .map(|(path, text)| format!("{}: {} lines", path.display(), text.lines().count()))
        .collect();
    assert!(long.is_empty(), "{}", long.join("\n"));
}

/// The calls of a function in a text, each from its name to the bracket that closes it.
fn calls<'t>(text: &'t str, name: &str) -> Vec<&'t str> {
    let call = |(at, _): (usize, &str)| {
        let call = &text[at..];
        let mut depth = 0_usize;
        let end = call.char_indices().find(|(_, letter)| {
            match letter {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            *letter == ')' && depth == 0
        });
        &call[..end.map_or(call.len(), |(end, _)| end)]
    };
    text.match_indices(&format!("{name}(")).map(call).collect()
}

/// The files under some folders, with the text of each.
fn texts(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = folders.iter().flat_map(|folder| rust_files(&root.join(folder)));
    files.map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn no_test_is_left_out() {
    let left_out = |line: &str| line.starts_with("#[ignore") || line.contains(", ignore");
    let mut wrong = Vec::new();
    for (path, text) in texts(&["src", "tests", "xtask/src", "benches"]) {
        for (number, _) in code_lines(&text).filter(|(_, line)| line.starts_with("#[") && left_out(line)) {
            wrong.push(format!("{}:{number}: what only measures belongs to benches", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn tests_wait_for_a_state_and_never_for_a_time() {
    // The one helper that polls, which waits between two questions.
    let polls = ["tests/e2e/setup.rs"];
    let sleep = ["thread", "sleep"].join("::");
    let mut wrong = Vec::new();
    for (path, text) in texts(&["tests"]) {
        let is_helper = polls.iter().any(|helper| path.ends_with(helper));
        let sleeps = code_lines(&text).filter(|(_, line)| line.contains(&sleep)).count();
        if sleeps > usize::from(is_helper) {
            wrong.push(path.display().to_string());
        }
    }
    assert!(wrong.is_empty(), "these sleep: {}", wrong.join(", "));
}

#[test]
fn what_runs_later_asks_whether_its_page_is_still_there() {
    let mut wrong = Vec::new();
    for (path, text) in sources("ui") {
        // The parts of the app stay for as long as it runs.
        let is_parts = path.components().any(|part| part.as_os_str() == "parts");
        if !is_parts && code_lines(&text).any(|(_, line)| line.contains("spawn_local")) {
            wrong.push(format!("{}: a page waits by OwnerScope::spawn", path.display()));
        }
    }
    for (path, text) in sources("state") {
        for (number, _) in code_lines(&text).filter(|(_, line)| line.contains(".run(")) {
            wrong.push(format!("{}:{number}: a page is called back by try_run", path.display()));
        }
    }
    for room in ["state", "ui"] {
        for (path, text) in sources(room) {
            let makes = ["RwSignal::new", "StoredValue::new", "Callback::new", "Memo::new", "Signal::derive"];
            let made = calls(&text, "Effect::new").into_iter().any(|call| makes.iter().any(|make| call.contains(make)));
            if made {
                wrong.push(format!("{}: an effect disposes what it makes at its next run", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_checks_see_what_they_are_meant_to_see() {
    assert_eq!(rooms_in("use crate::{domain::id, words};"), ["domain", "words"]);
    assert_eq!(rooms_in("let x = crate::storage::store::Store;"), ["storage"]);
    assert_eq!(rooms_in("use super::answer;"), [""; 0]);
    assert!(names_crate("use csv::Writer;", "csv") && names_crate("let w = csv::Writer::new();", "csv"));
    assert!(!names_crate("use crate::export::csv::CsvForm;", "csv"));
    assert!(item_codes("(\"C10\", \"thao_tac\") => \"D02\", 'x' \"M01\" \"B1\" \"B012\"").eq(["C10", "D02"]));
    assert_eq!(
        calls("Effect::new(move || f(1)); g(2); Effect::new(h)", "Effect::new"),
        ["Effect::new(move || f(1)", "Effect::new(h"]
    );
}
