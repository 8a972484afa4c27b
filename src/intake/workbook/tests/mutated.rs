//! Workbooks that were damaged at random: none of them stops the reader.

use crate::domain::figures::FormFile;
use crate::intake::figures;
use crate::intake::protocol::{Answers, Kind, Options, Request};
use crate::intake::reader::Reader;

use super::*;

macro_rules! case {
    ($name:literal) => {
        include_bytes!(concat!("../../../../tests/fixtures/cases/", $name)).as_slice()
    };
}

const BOOKS: [&[u8]; 6] = [
    case!("days-and-months-swapped-by-us-excel/D08-swapped-by-en-US-excel.xlsx"),
    case!("formulas-without-values/F02-formulas-no-cache.xlsx"),
    case!("rows-hidden-by-a-filter/D01-hidden-rows.xlsx"),
    case!("percent-cells-one-by-one/F01-percent-format.xlsx"),
    case!("cover-sheet-and-far-note/D20-merged-two-stops.xlsx"),
    case!("zip-with-backslashes/D06-backslash.xlsx"),
];

/// SplitMix64: the same numbers in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.roll() % most.max(1) as u64).unwrap()
    }
}

/// What a value of the XML becomes.
const VALUES: [&str; 28] = [
    "",
    "0",
    "-1",
    "1",
    "4294967295",
    "18446744073709551616",
    "1e308",
    "-1e-308",
    "NaN",
    "99999999999",
    "XFE1048577",
    "ZZZZZZZ1",
    "A1",
    "XFD1048576",
    "A1:XFD1048576",
    "s",
    "str",
    "inlineStr",
    "d",
    "e",
    "b",
    "true",
    "\u{1f600}",
    "0.0%;[Red]\\",
    "[h]:mm\"",
    "#,##0,,,,,,,,,,,,,,,,,,",
    "0.0000000000000000000000000000000000000",
    "2958466",
];

fn parts_of(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        parts.push((part.name().unwrap().into_owned(), content));
    }
    parts
}

/// A workbook with one or a few values of its XML changed: attributes, texts, whole tags.
fn with_other_values(parts: &[(String, Vec<u8>)], dice: &mut Dice) -> Vec<u8> {
    let mut parts = parts.to_vec();
    for _ in 0..=dice.below(3) {
        let at = dice.below(parts.len());
        let content = &mut parts[at].1;
        let marks: Vec<usize> =
            content.iter().enumerate().filter(|(_, byte)| b"\"<>".contains(byte)).map(|(place, _)| place).collect();
        if marks.len() < 2 {
            continue;
        }
        let first = dice.below(marks.len() - 1);
        let last = if dice.below(8) == 0 { (first + 1 + dice.below(6)).min(marks.len() - 1) } else { first + 1 };
        let value = VALUES[dice.below(VALUES.len())];
        content.splice(marks[first] + 1..marks[last], value.bytes());
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    archive(&parts)
}

/// A workbook with bytes changed, taken away or doubled.
fn with_other_bytes(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    match dice.below(4) {
        0 => bytes.truncate(dice.below(bytes.len())),
        1 => {
            let from = dice.below(bytes.len());
            let to = (from + dice.below(64)).min(bytes.len());
            bytes.drain(from..to);
        }
        2 => {
            let from = dice.below(bytes.len());
            let to = (from + dice.below(64)).min(bytes.len());
            let again = bytes[from..to].to_vec();
            bytes.splice(from..from, again);
        }
        _ => {
            for _ in 0..=dice.below(8) {
                let at = dice.below(bytes.len());
                bytes[at] = u8::try_from(dice.below(256)).unwrap();
            }
        }
    }
    bytes
}

/// Opens it and reads it in every way; whether it could be opened.
fn is_read(bytes: &[u8], forms: &FormFile) -> bool {
    let Ok(found) = sheets(bytes, &mut |_| {}) else { return false };
    for kind in [Kind::Dossiers, Kind::Procedures] {
        if let Ok((reader, opened)) = Reader::open_sheets(kind, found.clone()) {
            for sheet in opened.sheets {
                let (heading, matching) = (sheet.heading, sheet.matching);
                let request = Request {
                    kind,
                    sheet: sheet.index,
                    heading,
                    matching,
                    options: Options::default(),
                    answers: Answers::default(),
                };
                reader.read(&request);
            }
        }
    }
    if let Some(form) = forms.forms.first()
        && let Ok((reader, opened)) = figures::open_sheets(form, found)
    {
        for sheet in opened.sheets {
            let _ = figures::read(&reader, &sheet.request(form.clone()));
        }
    }
    true
}

/// The suite tries a few; `MUTATIONS=20000 cargo test --features reader mutated` is the long run.
#[test]
fn damaged_workbooks_are_read_or_refused() {
    let number = std::env::var("MUTATIONS").ok().and_then(|number| number.parse().ok()).unwrap_or(300_usize);
    let forms: FormFile = serde_json::from_str(include_str!("../../../../public/data/bieu-mau.json")).unwrap();
    let unpacked: Vec<_> = BOOKS.iter().map(|book| parts_of(book)).collect();
    let mut dice = Dice(20_260_516);
    let mut read = 0;
    for turn in 0..number {
        let book = turn % BOOKS.len();
        let bytes = if turn % 3 == 0 {
            with_other_bytes(BOOKS[book], &mut dice)
        } else {
            with_other_values(&unpacked[book], &mut dice)
        };
        read += usize::from(is_read(&bytes, &forms));
    }
    // Some changes are felt and some are not; else the test would say nothing.
    assert!((number / 10..number * 9 / 10).contains(&read), "{read} were read");
}
