//! What a person does to a page: real mouse, touch and key events.

use std::path::Path;
use std::time::Duration;

use serde_json::{Value, json};

use super::Page;
use crate::run::Outcome;

/// How long an element may take to appear and come to rest.
const REST: f64 = 15.0;

/// Finds an element's centre on the screen: null while it is absent, hidden, moving or covered. A small control,
/// as of a dressed radio button, is reached by its label.
const CENTRE: &str = r"(async (selector) => {
  const found = document.querySelector(selector);
  if (!found) return { why: 'it is not there' };
  const size = (element) => element.getBoundingClientRect();
  let target = found;
  if (found.labels?.length && (size(found).width < 8 || getComputedStyle(found).opacity === '0')) target = found.labels[0];
  target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const before = size(target);
  await new Promise((done) => setTimeout(done, 20));
  const rect = size(target);
  if (rect.width === 0 || rect.height === 0) return { why: 'it is hidden' };
  if (rect.x !== before.x || rect.y !== before.y) return { why: 'it moves' };
  if (found.disabled) return { why: 'it is disabled' };
  const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
  const hit = document.elementFromPoint(x, y);
  const labels = [...(found.labels ?? [])];
  const reached = hit && (target.contains(hit) || hit.contains(found) && hit.matches('label') || labels.some((label) => label.contains(hit)));
  if (!reached) return { why: `it is covered by ${hit?.outerHTML.slice(0, 120)}` };
  return { x, y };
})";

const FOCUS: &str = r"((selector) => {
  const field = document.querySelector(selector);
  field.focus();
  if (document.activeElement !== field) return 'it takes no focus';
  if (field.select && !['date', 'time', 'month', 'number'].includes(field.type)) field.select();
  return field.type ?? '';
})";

/// Fields whose parts the browser edits itself take their value whole.
const SET: &str = r"((selector, value) => {
  const field = document.querySelector(selector);
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
})";

impl Page {
    /// Clicks the middle of an element, after scrolling it into view.
    pub fn click(&self, selector: &str) -> Outcome {
        let (x, y) = self.centre(selector)?;
        self.mouse("mouseMoved", x, y, 0)?;
        self.mouse("mousePressed", x, y, 1)?;
        self.mouse("mouseReleased", x, y, 1)
    }

    fn mouse(&self, kind: &str, x: f64, y: f64, clicks: u32) -> Outcome {
        let button = if clicks == 0 { "none" } else { "left" };
        let params = json!({ "type": kind, "x": x, "y": y, "button": button, "clickCount": clicks });
        self.cdp("Input.dispatchMouseEvent", params)?;
        Ok(())
    }

    /// Taps the middle of an element with a finger, after scrolling it into view.
    pub fn tap(&self, selector: &str) -> Outcome {
        self.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }))?;
        let (x, y) = self.centre(selector)?;
        let points = json!([{ "x": x, "y": y }]);
        self.cdp("Input.dispatchTouchEvent", json!({ "type": "touchStart", "touchPoints": points }))?;
        self.cdp("Input.dispatchTouchEvent", json!({ "type": "touchEnd", "touchPoints": [] }))?;
        Ok(())
    }

    /// Where the middle of an element is, once it rests there and nothing covers it.
    pub fn centre(&self, selector: &str) -> Outcome<(f64, f64)> {
        self.centre_within(selector, Duration::from_secs_f64(REST))
    }

    /// The same, with so much patience.
    pub(super) fn centre_within(&self, selector: &str, patience: Duration) -> Outcome<(f64, f64)> {
        let call = format!("{CENTRE}({})", json!(selector));
        let mut last = Value::Null;
        let deadline = std::time::Instant::now() + patience;
        while std::time::Instant::now() < deadline {
            // While the page changes, a question may be lost.
            last = self.eval(&call).unwrap_or_else(|error| json!({ "why": error }));
            if let (Some(x), Some(y)) = (last["x"].as_f64(), last["y"].as_f64()) {
                return Ok((x, y));
            }
        }
        let why = last["why"].as_str().unwrap_or("no reason is known");
        Err(format!("{selector} cannot be clicked: {why}{}", self.reported()))
    }

    /// Presses a key with its modifiers: `Enter`, `ArrowDown`, `Control+z`, `Control+Shift+Z`.
    pub fn press(&self, keys: &str) -> Outcome {
        let mut parts: Vec<&str> = keys.split('+').collect();
        let key = parts.pop().filter(|key| !key.is_empty()).unwrap_or("+");
        let mut modifiers = 0;
        for part in parts.iter().filter(|part| !part.is_empty()) {
            modifiers |= match *part {
                "Alt" => 1,
                "Control" => 2,
                "Meta" => 4,
                "Shift" => 8,
                _ => return Err(format!("{keys}: {part} is no modifier")),
            };
        }
        self.key(key, modifiers)
    }

    fn key(&self, key: &str, modifiers: u32) -> Outcome {
        let (code, number, text) = meaning(key).ok_or_else(|| format!("there is no key {key}"))?;
        // With Control or Alt held, a key writes nothing.
        let text = if modifiers & 7 == 0 { text } else { String::new() };
        let kind = if text.is_empty() { "rawKeyDown" } else { "keyDown" };
        let name = if key == "Space" { " " } else { key };
        let down = json!({
            "type": kind, "key": name, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers, "text": text,
        });
        self.cdp("Input.dispatchKeyEvent", down)?;
        let up = json!({
            "type": "keyUp", "key": name, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers,
        });
        self.cdp("Input.dispatchKeyEvent", up)?;
        Ok(())
    }

    /// Types into whatever has the focus, key by key.
    pub fn type_text(&self, text: &str) -> Outcome {
        for letter in text.chars() {
            match letter {
                '\n' => self.key("Enter", 0)?,
                _ => self.key(&letter.to_string(), 0)?,
            }
        }
        Ok(())
    }

    /// Types into whatever has the focus, key by key, with a pause after each; `pause` gives it.
    pub fn type_paced(&self, text: &str, mut pause: impl FnMut() -> Duration) -> Outcome {
        for letter in text.chars() {
            self.type_text(&letter.to_string())?;
            std::thread::sleep(pause());
        }
        Ok(())
    }

    /// Types as an input method does: the letters of a word are put together on the screen before the word is taken.
    pub fn compose_paced(&self, text: &str, mut pause: impl FnMut() -> Duration) -> Outcome {
        for word in text.split_inclusive(' ') {
            let (word, space) = word.strip_suffix(' ').map_or((word, ""), |word| (word, " "));
            let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
            for (letters, end) in (1..).zip(ends) {
                let part = word.get(..end).unwrap_or_default();
                let params = json!({ "text": part, "selectionStart": letters, "selectionEnd": letters });
                self.cdp("Input.imeSetComposition", params)?;
                std::thread::sleep(pause());
            }
            self.cdp("Input.insertText", json!({ "text": word }))?;
            self.type_text(space)?;
        }
        Ok(())
    }

    /// Gives a field the focus, and selects what it holds.
    pub fn focus(&self, selector: &str) -> Outcome {
        self.wait_for_element(selector, REST)?;
        let kind = self.text(&format!("{FOCUS}({})", json!(selector)))?;
        if kind == "it takes no focus" { Err(format!("{selector}: {kind}")) } else { Ok(()) }
    }

    /// Replaces what a field holds.
    pub fn fill(&self, selector: &str, text: &str) -> Outcome {
        self.wait_for_element(selector, REST)?;
        let kind = self.text(&format!("{FOCUS}({})", json!(selector)))?;
        match (kind.as_str(), text) {
            ("it takes no focus", _) => Err(format!("{selector} cannot be filled: {kind}")),
            ("date" | "time" | "month" | "number", _) => {
                self.eval(&format!("{SET}({}, {})", json!(selector), json!(text)))?;
                Ok(())
            }
            (_, "") => self.press("Delete"),
            _ => {
                self.cdp("Input.insertText", json!({ "text": text }))?;
                Ok(())
            }
        }
    }

    /// Chooses a file in a file input.
    pub fn upload(&self, selector: &str, file: &Path) -> Outcome {
        self.wait_for_element(selector, REST)?;
        let found = self
            .cdp("Runtime.evaluate", json!({ "expression": format!("document.querySelector({})", json!(selector)) }))?;
        let object = found["result"]["objectId"].as_str().ok_or_else(|| format!("{selector} is not there"))?;
        self.cdp("DOM.setFileInputFiles", json!({ "files": [file], "objectId": object }))?;
        Ok(())
    }
}

/// A key's place on the keyboard, its number, and what it writes.
fn meaning(key: &str) -> Option<(String, u32, String)> {
    let named = |code: &str, number, text: &str| Some((code.to_owned(), number, text.to_owned()));
    match key {
        "Enter" => return named("Enter", 13, "\r"),
        "Tab" => return named("Tab", 9, ""),
        "Escape" => return named("Escape", 27, ""),
        "Backspace" => return named("Backspace", 8, ""),
        "Delete" => return named("Delete", 46, ""),
        "Space" => return named("Space", 32, " "),
        "PageUp" => return named("PageUp", 33, ""),
        "PageDown" => return named("PageDown", 34, ""),
        "End" => return named("End", 35, ""),
        "Home" => return named("Home", 36, ""),
        "ArrowLeft" => return named("ArrowLeft", 37, ""),
        "ArrowUp" => return named("ArrowUp", 38, ""),
        "ArrowRight" => return named("ArrowRight", 39, ""),
        "ArrowDown" => return named("ArrowDown", 40, ""),
        "F2" => return named("F2", 113, ""),
        _ => {}
    }
    let mut letters = key.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else { return None };
    let upper = letter.to_ascii_uppercase();
    Some(match letter {
        'a'..='z' | 'A'..='Z' => (format!("Key{upper}"), upper as u32, key.to_owned()),
        '0'..='9' => (format!("Digit{letter}"), letter as u32, key.to_owned()),
        ' ' => ("Space".to_owned(), 32, key.to_owned()),
        // Letters with marks come from an input method, not from a key.
        _ => (String::new(), 0, key.to_owned()),
    })
}
