//! What is measured in the page, the same way on both sides.

use std::time::Duration;

use serde_json::{Value, json};

use crate::chromium::Page;
use crate::run::Outcome;

/// Whose figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The app's.
    Ours,
    /// The plain page's.
    Floor,
}

/// Milliseconds of both sides.
#[derive(Debug, Default)]
pub(super) struct Figures {
    pub(super) ours: Vec<f64>,
    pub(super) floor: Vec<f64>,
}

impl Figures {
    pub(super) fn add(&mut self, side: Side, milliseconds: f64) {
        match side {
            Side::Ours => self.ours.push(milliseconds),
            Side::Floor => self.floor.push(milliseconds),
        }
    }
}

/// The value below which a share of the values lies: the nearest rank.
pub(super) fn percentile(values: &[f64], at: f64) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (at * sorted.len() as f64).ceil().max(1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a rank of a short list")]
    sorted.get(rank as usize - 1).copied()
}

/// Runs in every document before its own scripts: when all rows are painted, and how long strict writes take.
pub(super) const PROBE: &str = r"
window.probe = { opened: null, home: null, saves: [] };
(() => {
  const painted = (name) => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => { window.probe[name] = performance.now(); };
    channel.port2.postMessage(0);
  });
  const look = () => {
    // Both sides name the checklist by the number of its items.
    const wanted = Number(/\d+$/.exec(location.hash)?.[0] ?? 0);
    if (wanted > 0 && document.querySelectorAll('[data-item]').length >= wanted) return painted('opened');
    if (wanted === 0 && document.querySelector('[data-testid=new-supervision]')) return painted('home');
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  // The app's modules work in one memory, which the first of them brings along.
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const instantiate = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await instantiate.apply(WebAssembly, args);
      window.probedMemory ??= (made.instance ?? made).exports.memory;
      return made;
    };
  }
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (...args) {
    const made = transaction.apply(this, args);
    if (args[1] === 'readwrite') {
      const began = performance.now();
      made.addEventListener('complete', () => window.probe.saves.push(performance.now() - began));
    }
    return made;
  };
})();
";

/// How long a page is left alone while it opens: every question takes time of its main thread.
const QUIET: Duration = Duration::from_millis(250);

/// Opens a checklist: milliseconds from the start of the navigation to the paint after the last row came.
pub(super) fn opening(page: &Page, url: &str, rate: u32) -> Outcome<f64> {
    // The same address with another fragment would not load the page anew.
    page.goto("about:blank")?;
    page.goto(url)?;
    std::thread::sleep(QUIET * rate);
    page.wait_for("window.probe.opened !== null", 60.0, "all rows are painted")?;
    number(page, "window.probe.opened")
}

/// Opens the home page: milliseconds from the start of the navigation to the paint of its first button.
pub(super) fn home(page: &Page, url: &str) -> Outcome<f64> {
    page.goto(url)?;
    std::thread::sleep(QUIET);
    page.wait_for("window.probe.home !== null", 60.0, "the home page is painted")?;
    number(page, "window.probe.home")
}

/// What every series of measurements begins with: waiting for a frame, for its end, for a while; whether everything is
/// saved; a key.
const STEPS: &str = r"
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        const painted = () => new Promise((resolve) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = resolve;
          channel.port2.postMessage(0);
        });
        const rest = (time) => new Promise((resolve) => setTimeout(resolve, time));
        const saved = () => document.querySelector('[data-testid=save-status]').dataset.state === 'saved';
        const press = (element, key) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
";

/// A script that makes so many measurements, its steps in front.
fn scripted(script: &str, count: usize) -> String {
    format!("(async () => {{{STEPS}{}}})()", script.replace("COUNT", &count.to_string()))
}

/// What a series of taps showed.
pub(super) struct Taps {
    /// Milliseconds from each tap to the end of the frame that shows it.
    pub(super) paints: Vec<f64>,
    /// Milliseconds of the main thread for each tap, saving included.
    pub(super) main_thread_each: f64,
    /// Milliseconds of each strict transaction.
    pub(super) saves: Vec<f64>,
}

/// Taps answers one after the other, each when the one before is saved. A tap is made at the start of a frame, so that
/// waiting for a frame is no part of the figure.
pub(super) fn taps(page: &Page, count: usize) -> Outcome<Taps> {
    let script = r"
        const rows = [...document.querySelectorAll('[data-item]')].filter((row) => row.querySelectorAll('input[type=radio]').length >= 2);
        const paints = [];
        window.probe.saves.length = 0;
        for (let tap = -5; tap < COUNT; tap += 1) {
          const row = rows[(tap + 5) % rows.length];
          const radios = row.querySelectorAll('input[type=radio]');
          row.scrollIntoView({ block: 'center' });
          await frame();
          await frame();
          const radio = [...radios].slice(0, 2).find((candidate) => !candidate.checked);
          await frame();
          const began = performance.now();
          radio.click();
          await painted();
          if (tap >= 0) paints.push(performance.now() - began);
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
        return paints;";
    let before = page.metrics()?;
    let found = page.eval(&scripted(script, count))?;
    std::thread::sleep(Duration::from_millis(300));
    let after = page.metrics()?;
    let task = |metrics: &std::collections::BTreeMap<String, f64>| metrics.get("TaskDuration").copied().unwrap_or(0.0);
    let saves = page.eval("window.probe.saves")?;
    let list = |value: &Value| {
        value.as_array().map(|list| list.iter().filter_map(Value::as_f64).collect()).unwrap_or_default()
    };
    Ok(Taps {
        paints: list(&found),
        main_thread_each: (task(&after) - task(&before)) * 1_000.0 / (count as f64 + 5.0),
        saves: list(&saves),
    })
}

/// What a series of edits in the grid of dossiers showed, in milliseconds.
pub(super) struct Edits {
    /// From the key that ends an edit to the end of the frame that shows it.
    pub(super) paints: Vec<f64>,
    /// From that key until everything is saved.
    pub(super) saves: Vec<f64>,
    /// From scrolling by a screen to the end of the frame that shows its rows.
    pub(super) scrolls: Vec<f64>,
}

/// Edits the day of return in one row after the other, each when the one before is saved, and then scrolls. As with
/// taps, each begins at the start of a frame; an edit that the frame does not show is an error.
pub(super) fn grid(page: &Page, count: usize) -> Outcome<Edits> {
    let script = r"
        const grid = document.querySelector('[data-testid=dossier-grid]');
        const cell = (row) => grid.querySelector(`[aria-rowindex='${row + 2}'] > [data-column=returned]`);
        const [paints, saves, scrolls] = [[], [], []];
        cell(0).dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
        for (let edit = -5; edit < COUNT; edit += 1) {
          const row = edit + 5;
          await frame();
          await frame();
          press(document.activeElement, 'F2');
          const field = cell(row).querySelector('input');
          const text = field.value === '17/3/2023' ? '20/3/2023' : '17/3/2023';
          field.value = text;
          await frame();
          await frame();
          const began = performance.now();
          press(field, 'Enter');
          await painted();
          const took = performance.now() - began;
          if (cell(row).innerText.trim() !== text) throw new Error(`row ${row} does not show the edit`);
          while (!saved()) await rest(5);
          if (edit >= 0) {
            paints.push(took);
            saves.push(performance.now() - began);
          }
          await rest(60);
        }
        for (let screen = 1; screen <= COUNT; screen += 1) {
          await frame();
          await frame();
          const began = performance.now();
          grid.scrollTop = screen * 10_000;
          await frame();
          await painted();
          scrolls.push(performance.now() - began);
          await rest(60);
        }
        return [paints, saves, scrolls];";
    let found = page.eval(&scripted(script, count))?;
    let list = |place: usize| {
        let list = found.get(place).and_then(Value::as_array);
        list.map(|list| list.iter().filter_map(Value::as_f64).collect()).unwrap_or_default()
    };
    Ok(Edits { paints: list(0), saves: list(1), scrolls: list(2) })
}

/// Changes one figure after the other in a table, each when the one before is saved. The first time a figure is made
/// wrong and its total no longer agrees, the second time right again: both are painted within the frame.
pub(super) fn table(page: &Page, count: usize) -> Outcome<Vec<f64>> {
    let script = r"
        const grid = document.querySelector('[data-testid=table-grid]');
        const cell = (row) => grid.querySelector(`[data-cell='I.${row}/nhan_truc_tuyen']`);
        const paints = [];
        for (let edit = -4; edit < COUNT; edit += 1) {
          const row = Math.floor((edit + 4) / 2) + 1;
          cell(row).dispatchEvent(new MouseEvent('mousedown', { bubbles: true, cancelable: true }));
          await frame();
          await frame();
          press(document.activeElement, 'F2');
          const field = cell(row).querySelector('input');
          const text = field.value === '60' ? '61' : '60';
          field.value = text;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          await frame();
          await frame();
          const began = performance.now();
          press(field, 'Enter');
          await painted();
          const took = performance.now() - began;
          if (!cell(row).textContent.startsWith(text)) throw new Error(`row ${row} does not show the edit`);
          const wrong = grid.querySelector(`[data-cell='I.${row}/tong_nhan']`).getAttribute('aria-invalid') === 'true';
          if (wrong !== (text === '61')) throw new Error(`row ${row} is not audited`);
          while (!saved()) await rest(5);
          if (edit >= 0) paints.push(took);
          await rest(60);
        }
        return paints;";
    let found = page.eval(&scripted(script, count))?;
    Ok(found.as_array().map(|list| list.iter().filter_map(Value::as_f64).collect()).unwrap_or_default())
}

/// The JavaScript heap and the wasm memory in use, after what is garbage was collected.
pub(super) fn memory(page: &Page) -> Outcome<String> {
    page.cdp("HeapProfiler.collectGarbage", json!({}))?;
    let heap = page.metrics()?.get("JSHeapUsedSize").copied().unwrap_or(0.0);
    let wasm = number(page, "globalThis.probedMemory?.buffer.byteLength ?? 0")?;
    Ok(format!("{:.1} + {:.1} MB", heap / 1e6, wasm / 1e6))
}

fn number(page: &Page, expression: &str) -> Outcome<f64> {
    page.eval(expression)?.as_f64().ok_or_else(|| format!("{expression} is no number"))
}

#[cfg(test)]
mod tests {
    use super::percentile;

    #[test]
    fn a_percentile_is_the_nearest_rank() {
        let values = [5.0, 1.0, 4.0, 2.0, 3.0];
        assert_eq!(percentile(&values, 0.5), Some(3.0));
        assert_eq!(percentile(&values, 0.95), Some(5.0));
        assert_eq!(percentile(&values, 0.0), Some(1.0));
        assert_eq!(percentile(&[], 0.5), None);
    }
}
