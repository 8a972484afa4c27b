//! Tables that were damaged at random, byte by byte and cell by cell: none stops a reader, and no reader makes more of a
//! table than there are cells in it.

use std::time::Instant;

use crate::domain::figures::FormFile;
use crate::intake::calendar::table::days_of_file;
use crate::intake::figures;
use crate::intake::protocol::{FiguresRequest, Kind, Options, Request, Rows, Target};
use crate::intake::reader::Reader;

macro_rules! case {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/fixtures/", $name)).as_slice()
    };
}

const TABLES: [&[u8]; 14] = [
    case!("cases/term-words-not-understood/D27-portal-terms.csv"),
    case!("cases/term-words-not-understood/D33-term-spellings.csv"),
    case!("cases/calendar-csv-of-everyday-kinds/C01-ansi-1258.csv"),
    case!("cases/calendar-csv-of-everyday-kinds/C03-utf16-tab.csv"),
    case!("cases/calendar-csv-of-everyday-kinds/C10-cr-only.csv"),
    case!("cases/codes-in-scientific-notation/D10-scientific-codes.csv"),
    case!("cases/control-characters-from-word/D12-word-hyphens.csv"),
    case!("cases/fullwidth-equals/E04-formula-text.csv"),
    case!("cases/national-status-words/D31-states.csv"),
    case!("cases/two-columns-for-one-thing/D29-submitted-and-received.csv"),
    case!("nhap/tieu-de-gop.csv"),
    case!("nhap/ngay-sai.csv"),
    case!("bieu-06c-dak-nong.csv"),
    case!("cap-xa-krong-pa.csv"),
];

/// What is put into a table.
const PIECES: [&str; 34] = [
    "\"",
    ";",
    ",",
    "\t",
    "\n",
    "\r",
    "\0",
    "\u{1e}",
    "\u{feff}",
    "?",
    "=",
    "'",
    "sep=;\n",
    "2.02E+16",
    "31/02/2024",
    "12/7/23",
    "99999999999999999999",
    "-5",
    "1.716,5",
    "trong ngày",
    "sau 15 giờ",
    "0,5 ngày",
    "ngày làm việc",
    "(ba)",
    "Tổng cộng",
    "I. ",
    "Mã hồ sơ",
    "Ngày nhận",
    "#REF!",
    "\u{301}",
    "\u{202e}",
    "Đất đai",
    "Ã£",
    "&",
];

/// A linear congruence: the same numbers in every run.
struct Rng(u64);

impl Rng {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }
}

fn damaged(rng: &mut Rng) -> Vec<u8> {
    let mut bytes = TABLES[rng.below(TABLES.len())].to_vec();
    for _ in 0..=rng.below(6) {
        let at = rng.below(bytes.len());
        let end = (at + rng.below(40)).min(bytes.len());
        match rng.below(6) {
            0 => bytes[at] = u8::try_from(rng.below(256)).unwrap(),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let part = bytes[at..end].to_vec();
                bytes.splice(at..at, part);
            }
            3 => bytes.truncate(at.max(1)),
            _ => {
                let piece = PIECES[rng.below(PIECES.len())];
                let times = if rng.below(50) == 0 { 300 } else { 1 };
                bytes.splice(at..at, piece.repeat(times).into_bytes());
            }
        }
        if bytes.is_empty() {
            bytes.push(b'a');
        }
    }
    bytes
}

/// Reads it as everything that it could be. How much was made of it.
fn read(bytes: &[u8], forms: &FormFile) -> usize {
    let mut made = 0;
    for kind in [Kind::Dossiers, Kind::Procedures] {
        let Ok((reader, opened)) = Reader::open_file(kind, "x.csv", bytes) else { continue };
        made += opened.notes.len();
        for sheet in &opened.sheets {
            for matching in [sheet.matching.clone(), Target::all(kind).into_iter().map(Some).collect()] {
                let (heading, options) = (sheet.heading, Options::default());
                let reading = reader.read(&Request {
                    kind,
                    sheet: sheet.index,
                    heading,
                    matching,
                    options,
                    answers: Default::default(),
                });
                made += match &reading.rows {
                    Rows::Dossiers(rows) => {
                        rows.iter().map(|row| 1 + row.problems.len() + row.notes.len()).sum::<usize>()
                    }
                    Rows::Procedures(rows) => rows.iter().map(|row| 1 + row.problems.len() + row.notes.len()).sum(),
                };
            }
        }
    }
    if let Ok(Ok(days)) = days_of_file("x.csv", bytes, &mut |_| {}) {
        made += days.len();
    }
    for form in forms.forms.iter().take(3) {
        let Ok((reader, opened)) = figures::open_file(form, "x.csv", bytes) else { continue };
        for sheet in &opened.sheets {
            let request: FiguresRequest = sheet.request(form.clone());
            made += figures::read(&reader, &request).map_or(0, |reading| reading.rows.len());
        }
    }
    made
}

/// The suite tries a few; `MUTATIONS=20000` is the long run.
#[test]
fn damaged_tables_are_read_or_refused() {
    let forms: FormFile = serde_json::from_str(include_str!("../../../public/data/bieu-mau.json")).unwrap();
    let number = std::env::var("MUTATIONS").ok().and_then(|number| number.parse().ok()).unwrap_or(75_usize);
    let mut rng = Rng(20_261_128);
    let start = Instant::now();
    let mut longest = std::time::Duration::ZERO;
    for number in 0..number {
        let bytes = damaged(&mut rng);
        let one = Instant::now();
        let made = read(&bytes, &forms);
        longest = longest.max(one.elapsed());
        assert!(made <= 40 * (bytes.len() + 10), "table {number}: {made} of {} bytes", bytes.len());
    }
    println!("{number} damaged tables in {:?}, the longest in {longest:?}", start.elapsed());
}
