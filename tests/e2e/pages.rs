//! The pages by what a person finds on them: handles, labels, names.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use xtask::chromium::Page;

use crate::setup::{SOON, wait_for_files};

/// A selector for a handle.
pub fn handle(name: &str) -> String {
    format!("[data-testid=\"{name}\"]")
}

/// Goes to a place in the app. What comes there is waited for by whoever needs it.
pub fn to(page: &Page, place: &str) {
    page.eval(&format!("location.hash = {}", json!(place))).unwrap();
}

/// Goes to a place in the app, and waits for an element of it.
pub fn go(page: &Page, place: &str, wanted: &str) {
    to(page, place);
    page.wait_for_element(wanted, SOON).unwrap();
}

/// Waits until everything is saved.
pub fn wait_for_saved(page: &Page) {
    wait_for_status(page, "saved");
}

/// Waits for a state of saving.
pub fn wait_for_status(page: &Page, state: &str) {
    let is = format!("document.querySelector('[data-testid=save-status]')?.dataset.state === '{state}'");
    page.wait_for(&is, SOON, &format!("the save status {state}")).unwrap();
}

/// Clicks the button with these words.
pub fn press(page: &Page, words: &str) {
    press_in(page, "body", words);
}

/// Clicks the button or link with these words within an element.
pub fn press_in(page: &Page, within: &str, words: &str) {
    let button = format!(
        "(() => {{ const button = [...document.querySelectorAll({})].find((button) => button.textContent.trim() === {});
        button?.click(); return button !== undefined; }})()",
        json!(format!("{within} button, {within} a")),
        json!(words)
    );
    page.wait_for(&button, SOON, words).unwrap();
}

/// The text of the first element that a selector finds; empty where there is none.
pub fn text(page: &Page, selector: &str) -> String {
    page.text(&format!("document.querySelector({})?.textContent ?? ''", json!(selector))).unwrap()
}

/// The first page.
pub struct Home<'p>(pub &'p Page);

impl<'p> Home<'p> {
    /// Opens the sample and waits for its supervision.
    pub fn open_sample(&self) -> Supervision<'p> {
        self.0.click(&handle("open-sample")).unwrap();
        let supervision = Supervision(self.0);
        supervision.wait();
        supervision
    }

    /// Hands a file to the import and waits for what the app makes of it.
    pub fn import(&self, file: &Path) -> Import<'p> {
        self.0.upload(&handle("import-file"), file).unwrap();
        let decided = "document.querySelector('[data-testid=import-cancel], [data-testid=import-refused]') !== null";
        self.0.wait_for(decided, SOON, "a preview of the file, or its refusal").unwrap();
        Import(self.0)
    }
}

/// One supervision.
pub struct Supervision<'p>(pub &'p Page);

impl<'p> Supervision<'p> {
    /// Waits until its visits are listed.
    pub fn wait(&self) {
        self.0.wait_for_element("[data-visit]", SOON).unwrap();
    }

    /// Opens a visit by its place in the list.
    pub fn open_visit(&self, position: usize) -> Checklist<'p> {
        let id = format!("document.querySelectorAll('[data-visit]')[{position}].dataset.visit");
        let id = self.0.text(&id).unwrap();
        self.0.click(&format!("[data-visit=\"{id}\"]")).unwrap();
        Checklist::wait(self.0)
    }

    /// Exports the record into an empty folder and gives back the file.
    pub fn export_json(&self, downloads: &Path) -> PathBuf {
        self.0.click(&handle("export-json")).unwrap();
        wait_for_files(downloads, ".json", 1).remove(0)
    }
}

/// The preview of an import.
pub struct Import<'p>(&'p Page);

impl Import<'_> {
    /// Why the file is refused.
    pub fn refusal(&self) -> Option<String> {
        self.text(".refused__why")
    }

    /// What is in one of the heaps `added`, `replaced`, `kept`.
    pub fn heap(&self, name: &str) -> Option<String> {
        self.text(&handle(&format!("import-{name}")))
    }

    /// Whether it can be confirmed.
    pub fn can_confirm(&self) -> bool {
        self.text(&handle("import-confirm")).is_some()
    }

    /// Chooses what becomes of the visit that is here in another form: `join`, `take` or `keep`.
    pub fn choose(&self, way: &str) {
        self.0.click(&handle(&format!("import-{way}"))).unwrap();
    }

    /// Confirms it, and waits for the supervision.
    pub fn confirm(&self) {
        self.0.click(&handle("import-confirm")).unwrap();
        Supervision(self.0).wait();
    }

    fn text(&self, selector: &str) -> Option<String> {
        let text = self.0.eval(&format!("document.querySelector({})?.innerText ?? null", json!(selector))).unwrap();
        text.as_str().map(str::to_owned)
    }
}

/// The checklist of a visit.
pub struct Checklist<'p>(pub &'p Page);

/// Gives every item with its checked choice and its note, hidden ones too.
pub const ANSWERS: &str = "Object.fromEntries([...document.querySelectorAll('[data-item]')].map((row) =>
    [row.dataset.item, [row.querySelector('input[type=radio]:checked')?.value ?? '', row.querySelector('textarea').value]]))";

impl<'p> Checklist<'p> {
    /// Waits until all rows are there with their fields, and the status.
    pub fn wait(page: &'p Page) -> Self {
        let drawn = "(async () => { const count = (selector) => document.querySelectorAll(`[data-item]${selector}`).length;
            const before = count(' textarea'); await new Promise((done) => setTimeout(done, 300));
            return before > 0 && count('') === before && count(' textarea') === before && document.querySelector('[data-testid=save-status]') !== null })()";
        page.wait_for(drawn, SOON, "all rows of the checklist").unwrap();
        Self(page)
    }

    /// The items that ask for a verdict, are shown, and have none yet.
    pub fn open_verdicts(&self) -> Vec<String> {
        let open = "[...document.querySelectorAll('[data-item]')].filter((row) => row.offsetParent
            && row.querySelectorAll('input[type=radio]').length === 3 && !row.querySelector('input[type=radio]:checked'))
            .map((row) => row.dataset.item)";
        let codes = self.0.eval(open).unwrap();
        codes.as_array().unwrap().iter().map(|code| code.as_str().unwrap().to_owned()).collect()
    }

    /// The first shown item without a note.
    pub fn without_note(&self) -> String {
        let item = "[...document.querySelectorAll('[data-item]')].find((row) => row.offsetParent
            && row.querySelector('textarea').value === '').dataset.item";
        self.0.text(item).unwrap()
    }

    /// Chooses an answer by its accessible name.
    pub fn choose(&self, item: &str, name: &str) {
        let value = format!(
            "[...document.querySelectorAll('[data-item=\"{item}\"] input[type=radio]')].find((radio) =>
            (radio.ariaLabel ?? radio.labels[0].textContent).trim() === {}).value",
            json!(name)
        );
        let value = self.0.text(&value).unwrap();
        self.0.click(&format!("[data-item=\"{item}\"] input[type=radio][value=\"{value}\"]")).unwrap();
    }

    /// The accessible name of the chosen answer; empty without one.
    pub fn chosen(&self, item: &str) -> String {
        let name = format!(
            "document.querySelector('[data-item=\"{item}\"] input[type=radio]:checked')?.labels[0].textContent.trim() ?? ''"
        );
        self.0.text(&name).unwrap()
    }

    /// Waits until an answer is shown.
    pub fn wait_for_chosen(&self, item: &str, name: &str) {
        let shown = format!(
            "(document.querySelector('[data-item=\"{item}\"] input[type=radio]:checked')?.labels[0].textContent.trim() ?? '')
            === {}",
            json!(name)
        );
        self.0.wait_for(&shown, SOON, &format!("{item} shows “{name}”")).unwrap();
    }

    /// A selector for an item's note.
    pub fn note(item: &str) -> String {
        format!("[data-item=\"{item}\"] textarea")
    }

    /// The score as it is shown.
    pub fn score(&self) -> String {
        self.shown("score-total")
    }

    /// The coverage as it is shown: answered, asked.
    pub fn coverage(&self) -> (u32, u32) {
        let text = self.shown("coverage");
        let (answered, asked) = text.split_once('/').unwrap();
        (answered.parse().unwrap(), asked.parse().unwrap())
    }

    /// Waits until the coverage counts so many answers.
    pub fn wait_for_answered(&self, number: u32) {
        let starts = format!("document.querySelector('[data-testid=coverage]').textContent.startsWith('{number}/')");
        self.0.wait_for(&starts, SOON, &format!("the coverage counts {number}")).unwrap();
    }

    /// Waits for a state of saving.
    pub fn wait_for_status(&self, state: &str) {
        wait_for_status(self.0, state);
    }

    /// Every answer and note on the screen.
    pub fn answers(&self) -> Value {
        self.0.eval(ANSWERS).unwrap()
    }

    fn shown(&self, name: &str) -> String {
        self.0.text(&format!("document.querySelector({}).textContent", json!(handle(name)))).unwrap()
    }
}
