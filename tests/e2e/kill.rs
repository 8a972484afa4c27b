//! The kill test: a robot answers, the browser is killed at a random instant, and every answer whose save was
//! acknowledged must be there. `KILLS` sets the rounds, `SEED` repeats a run.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde_json::Value;
use xtask::chromium::Report;

use crate::pages::{ANSWERS, Checklist, Home};
use crate::setup::{Chance, open_app};

/// Answers random items and writes notes, sometimes in bursts. It tells each edit before making it, and everything on
/// the screen whenever the status is `saved`; both leave the page at once, through the browser's debugging port.
const ROBOT: &str = r#"((seed) => {
  const random = (bound) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor(seed / 2147483648 * bound);
  };
  const rows = () => [...document.querySelectorAll('[data-item]')].filter((row) => row.offsetParent);
  const edit = (row) => {
    const radios = row.querySelectorAll('input[type=radio]');
    if (random(3) > 0 && radios.length) {
      const radio = radios[random(radios.length)];
      if (radio.checked) return;
      told(JSON.stringify({ edit: [row.dataset.item, 0, radio.value] }));
      radio.click();
    } else {
      const note = row.querySelector('textarea');
      const text = `ghi chú ${random(1000000)}`;
      told(JSON.stringify({ edit: [row.dataset.item, 1, text] }));
      note.value = text;
      note.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
  const work = () => {
    const all = rows();
    for (let left = random(10) === 0 ? 5 : 1; left > 0; left -= 1) edit(all[random(all.length)]);
    setTimeout(work, random(8) === 0 ? 300 : random(60));
  };
  let last = '';
  const look = () => {
    if (document.querySelector('[data-testid=save-status]').dataset.state !== 'saved') return;
    const now = JSON.stringify(ANSWERS);
    if (now === last) return;
    last = now;
    told(`{"saved":${now}}`);
  };
  setInterval(look, 5);
  setTimeout(work, 0);
})"#;

/// What one field of one item may hold after a kill: what was acknowledged last, or an edit made after that.
type Expected = BTreeMap<(String, usize), Vec<String>>;

/// Reads the robot's tale: what must be there, and how many edits were told and acknowledged.
fn expected(start: &Value, report: &Report) -> (Expected, usize, usize) {
    let mut expected = Expected::new();
    let acknowledge = |expected: &mut Expected, answers: &Value| {
        let answers: BTreeMap<String, [String; 2]> = serde_json::from_value(answers.clone()).unwrap();
        expected.clear();
        for (item, fields) in answers {
            for (at, value) in fields.into_iter().enumerate() {
                expected.insert((item.clone(), at), vec![value]);
            }
        }
    };
    acknowledge(&mut expected, start);
    let (mut edits, mut saves) = (0, 0);
    for (_, text) in &report.calls {
        let told: Value = serde_json::from_str(text).unwrap();
        if let Ok((item, at, value)) = serde_json::from_value::<(String, usize, String)>(told["edit"].clone()) {
            edits += 1;
            expected.entry((item, at)).or_default().push(value);
        } else {
            saves += 1;
            acknowledge(&mut expected, &told["saved"]);
        }
    }
    (expected, edits, saves)
}

#[test]
fn no_acknowledged_answer_is_lost_when_the_browser_is_killed() {
    let kills: u32 = std::env::var("KILLS").map_or(20, |kills| kills.parse().unwrap());
    let mut chance = Chance::seeded();
    let mut app = open_app();
    let mut start = Home(&app.page).open_sample().open_visit(0).answers();
    let place = app.place();
    let (mut all_edits, mut all_saves, mut lost) = (0, 0, Vec::new());
    let began = Instant::now();
    for round in 1..=kills {
        app.page.bind("told").unwrap();
        let robot = ROBOT.replace("ANSWERS", ANSWERS);
        app.page.eval(&format!("{robot}({})", chance.below(1 << 31))).unwrap();
        let life = Duration::from_millis(300 + chance.below(2700));
        let end = Instant::now() + life;
        // Acknowledgements are taken out of the page while it lives.
        while Instant::now() < end {
            app.page.listen();
        }
        app.browser.kill_hard();
        let (expected, edits, saves) = expected(&start, &app.page.report());
        app.restart(&place);
        start = Checklist::wait(&app.page).answers();
        for ((item, at), values) in expected {
            let found = start[&item][at].as_str().unwrap_or_default().to_owned();
            if !values.contains(&found) {
                lost.push(format!("round {round}: {item} field {at}: {found:?} instead of {values:?}"));
            }
        }
        all_edits += edits;
        all_saves += saves;
    }
    println!(
        "{kills} kills, {} lost; {all_edits} edits, {all_saves} acknowledgements, {:.0} s",
        lost.len(),
        began.elapsed().as_secs_f64()
    );
    assert!(all_saves > kills as usize, "the robot was acknowledged only {all_saves} times");
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}
