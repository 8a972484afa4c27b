//! What one focuses is in sight, and large letters fit: every page, at the sizes of a tablet, a laptop and a phone.

use serde_json::Value;
use xtask::chromium::Page;

use crate::pages::{Checklist, Home, to};
use crate::setup::{Opened, SOON, open_app};

/// Width, height, whether it is touched.
const SIZES: [(u32, u32, bool); 3] = [(800, 1280, true), (1280, 800, false), (390, 844, true)];

/// Moves the focus with `Tab` by hand of the page: a real key for each element would take minutes. The browser scrolls to
/// what takes the focus as it does for a key. Gives what is wholly covered: by a bar, by the edge of a list that scrolls, or
/// by the window's.
const COVERED: &str = r"(async (backwards) => {
  const fields = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].filter((element) =>
    element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: false })
    && !element.classList.contains('skip-link'));
  if (backwards) fields.reverse();
  scrollTo(0, backwards ? document.documentElement.scrollHeight : 0);
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const wrong = [];
  for (const field of fields) {
    if (!field.isConnected) continue;
    field.focus();
    await frame();
    // A dressed control is seen by its label.
    const small = (rect) => rect.width < 8 || rect.height < 8;
    const dressed = small(field.getBoundingClientRect()) || getComputedStyle(field).opacity === '0';
    const seen = dressed ? field.labels?.[0] ?? field : field;
    const rect = () => seen.getBoundingClientRect();
    const inside = (x, y) => {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (seen.contains(hit) || hit.contains(seen) && hit.closest('label, a, button') !== null || field.contains(hit));
    };
    const points = () => [0.02, 0.5, 0.98].flatMap((across) => [0.15, 0.5, 0.85].map((down) =>
      [rect().left + rect().width * across, rect().top + rect().height * down]));
    const covered = () => !points().some(([x, y]) => inside(x, y));
    // A list that scrolls smoothly may still be on its way.
    for (let left = 40; left > 0 && covered(); left -= 1) await frame();
    if (covered()) wrong.push(`${field.outerHTML.slice(0, 90)} at ${Math.round(rect().top)}`);
  }
  return { tried: fields.length, wrong };
})";

/// How far the page scrolls sideways, in pixels, and what sticks out.
const SIDEWAYS: &str = r"(async (percent) => {
  document.documentElement.style.fontSize = `${percent}%`;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const root = document.scrollingElement;
  const over = root.scrollWidth - root.clientWidth;
  const clipped = (element) => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    }
    return false;
  };
  const out = over <= 0 ? [] : [...document.body.querySelectorAll('*')].filter((element) =>
    element.getBoundingClientRect().right > root.clientWidth + 1 && !clipped(element));
  document.documentElement.style.fontSize = '';
  return { over, out: out.slice(-4).map((element) => element.outerHTML.slice(0, 90)) };
})";

/// Every page that has something to show for the sample, by its address.
fn places(app: &Opened) -> Vec<String> {
    let supervision = Home(&app.page).open_sample();
    let of_supervision = app.place();
    supervision.open_visit(0);
    let of_visit = app.place();
    let visit = |end: &str| format!("{of_visit}{end}");
    let mut places: Vec<String> =
        ["#/", "#/giam-sat/moi", "#/lich", "#/can-cu", "#/thu-tuc", "#/thung-rac", "#/cai-dat"]
            .map(str::to_owned)
            .into();
    for end in ["", "/sua", "/don-vi/moi", "/buoi/moi", "/tong-hop", "/xep-hang"] {
        places.push(format!("{of_supervision}{end}"));
    }
    for end in [
        "",
        "/sua",
        "/ho-so",
        "/ho-so/moi",
        "/ho-so/nhap",
        "/tong-hop",
        "/diem",
        "/ton-tai",
        "/niem-yet",
        "/lay-mau",
        "/so-lieu",
        "/so-lieu/moi",
        "/so-lieu/loi-van/moi",
        "/chenh-lech",
        "/xep-hang",
    ] {
        places.push(visit(end));
    }
    places
}

/// Goes to a place and waits until it stands still.
fn go(page: &Page, place: &str) {
    to(page, place);
    let rest = "(async () => { const size = () => document.querySelectorAll('main *').length; const before = size();
        await new Promise((done) => setTimeout(done, 150)); return before > 3 && size() === before; })()";
    page.wait_for(rest, SOON, &format!("{place} stands still")).unwrap();
    if place.matches('/').count() == 2 && place.starts_with("#/buoi/") {
        Checklist::wait(page);
    }
}

fn texts(found: &Value) -> Vec<String> {
    found.as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_takes_the_focus_by_the_keyboard_is_never_wholly_covered() {
    let app = open_app();
    let places = places(&app);
    let (mut tried, mut wrong) = (0, Vec::new());
    for (width, height, touched) in SIZES {
        app.page.set_viewport(width, height, touched).unwrap();
        for place in &places {
            go(&app.page, place);
            // From here on the focus moves as by keys, not as by a tap.
            app.page.press("Tab").unwrap();
            for backwards in [false, true] {
                let found = app.page.eval(&format!("{COVERED}({backwards})")).unwrap();
                tried += found["tried"].as_u64().unwrap();
                let way = if backwards { "backwards" } else { "forwards" };
                let told = texts(&found["wrong"]);
                wrong.extend(told.into_iter().map(|what| format!("{width}x{height} {place} {way}: {what}")));
            }
        }
    }
    println!("{tried} times the focus moved, {} wholly covered", wrong.len());
    assert!(tried > 1_000, "the pages were hardly there");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_page_scrolls_sideways_with_large_letters() {
    let app = open_app();
    let places = places(&app);
    let mut wrong = Vec::new();
    for (width, height, percent) in [(800, 1280, 100), (800, 1280, 200), (390, 844, 100), (375, 812, 150)] {
        app.page.set_viewport(width, height, true).unwrap();
        for place in &places {
            go(&app.page, place);
            let found = app.page.eval(&format!("{SIDEWAYS}({percent})")).unwrap();
            if found["over"].as_i64().unwrap() > 0 {
                wrong.push(format!("{width} px, {percent}% {place}: {} px, {:?}", found["over"], texts(&found["out"])));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
