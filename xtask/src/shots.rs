//! Pictures of the app's places, for people who judge how it looks: each at three sizes, in light and in dark.

use std::fs;
use std::thread;
use std::time::Duration;

use crate::build;
use crate::chromium::{Browser, Options};
use crate::run::{Outcome, root, say};
use crate::server::Server;

/// A tablet held upright, a laptop, a phone: name, width, height, whether it is touched.
const SCREENS: [(&str, u32, u32, bool); 3] =
    [("tablet", 800, 1280, true), ("laptop", 1280, 800, false), ("phone", 390, 844, true)];

/// How long a place may take to settle after its first paint.
const SETTLE: Duration = Duration::from_millis(600);

/// Takes pictures of `dist/` at these places (`#/cai-dat`; none stands for the first page) into `target/shots`. With
/// `--sample` first, the sample supervision is there.
pub fn shots(places: &[String]) -> Outcome {
    let (with_sample, places) = match places.split_first() {
        Some((first, rest)) if first == "--sample" => (true, rest),
        _ => (false, places),
    };
    let folder = root().join("target/shots");
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let server = Server::start(&build::dist(), "/", 0)?;
    let browser = Browser::launch(Options::default())?;
    if with_sample {
        let page = browser.page(&server.url())?;
        page.wait_for_element("[data-testid=open-sample]", 30.0)?;
        page.click("[data-testid=open-sample]")?;
        page.wait_for_element("[data-visit]", 30.0)?;
        page.close()?;
    }
    let home = [String::from("#/")];
    let places = if places.is_empty() { &home[..] } else { places };
    for place in places {
        for (screen, width, height, touched) in SCREENS {
            for (colours, dark) in [("light", false), ("dark", true)] {
                let page = browser.blank()?;
                page.set_viewport(width, height, touched)?;
                page.set_dark(dark)?;
                page.goto(&format!("{}{}", server.url(), address(place)))?;
                page.wait_for("document.querySelector('main')", 20.0, "the app to start")?;
                thread::sleep(SETTLE);
                let picture = folder.join(format!("{}-{screen}-{colours}.png", file_name(place)));
                page.screenshot(&picture)?;
                for error in page.take_errors() {
                    say(&format!("{place} ({screen}, {colours}): {error}"));
                }
                println!("   {}", picture.display());
                page.close()?;
            }
        }
    }
    Ok(())
}

/// A place as the end of an address: its fragment, with or without the `#` that shells make hard to type.
fn address(place: &str) -> String {
    format!("#{}", place.trim_start_matches('#'))
}

/// A place as a part of a file's name.
fn file_name(place: &str) -> String {
    let words: Vec<&str> =
        place.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "home".to_owned() } else { words.join("-") }
}

#[cfg(test)]
mod tests {
    use super::{address, file_name};

    #[test]
    fn a_place_may_be_given_with_or_without_its_mark() {
        assert_eq!(address("#/cai-dat"), "#/cai-dat");
        assert_eq!(address("/cai-dat"), "#/cai-dat");
    }

    #[test]
    fn a_place_makes_a_name_that_any_file_system_takes() {
        assert_eq!(file_name("#/"), "home");
        assert_eq!(file_name("#/giam-sat/a:b"), "giam-sat-a-b");
    }
}
