//! Files made wrong in every way that chance finds, at the gate: each is refused in one line, or whatever the pages show
//! of it can be shown, and its export comes in again. The suite makes a few; `SO_GIAM_SAT_MUTATIONS=30000` is the long run.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::domain::edit::Edit;
use crate::domain::fixture::{self, code, day, every_answer, every_figure, every_finding, every_sample, make};
use crate::domain::id::FindingId;
use crate::domain::sampling::Generator;
use crate::export::json::json as bytes_of;
use crate::storage::record::{FORMAT, FileRecord, VERSION, VisitRecord};
use crate::storage::rescue::read_any;
use crate::words::Lang;

use mutations::{mutate_bytes, mutate_value, pointers};
use pages::open_everything;

mod mutations;
mod pages;

/// How many files are made where nobody says.
const SOME: u64 = 150;

/// A file with every kind of answer, edit, finding, sample and figure.
fn full() -> FileRecord {
    let mut visit = fixture::visit("v1", "u1", day(2023, 5, 10));
    let first = [
        Edit::Details { date: day(2023, 5, 11), present: vec!["Phó Chủ tịch UBND xã".to_owned()] },
        Edit::Sections { sections: visit.sections.clone() },
        Edit::Answer { item: code("B02"), answer: None },
        Edit::Finding { id: FindingId::new("f-1").unwrap(), entry: None },
    ];
    let edits = first.into_iter().chain(every_answer()).chain(every_finding()).chain(every_sample());
    let history = make(&mut visit, edits.chain(every_figure()));
    FileRecord {
        format: FORMAT.to_owned(),
        version: VERSION,
        supervision: fixture::supervision(),
        templates: vec![fixture::template()],
        visits: vec![VisitRecord::from_visit(&visit, history)],
    }
}

/// The rows of a database that holds the full file.
fn rescue() -> Value {
    let file = full();
    let (visit, template) = (&file.visits[0], &file.templates[0]);
    let mut snapshot = visit.clone();
    snapshot.history.clear();
    let changes = visit
        .history
        .iter()
        .map(|change| (format!("{}/{:020}", visit.id, change.revision), json!(serde_json::to_string(change).unwrap())));
    let text = |record: String| json!(record);
    json!({
        "supervisions": {"s1": text(serde_json::to_string(&file.supervision).unwrap())},
        "templates": {"mot-cua@1": text(serde_json::to_string(template).unwrap())},
        "visits": {"v1": text(serde_json::to_string(&snapshot).unwrap())},
        "changes": changes.collect::<serde_json::Map<String, Value>>(),
        "tail": {}, "summaries": {}, "revisions": {"visit:v1": "9"}, "references": {},
    })
}

fn sources() -> Vec<(&'static str, Vec<u8>)> {
    let mut sources = vec![
        ("the sample", include_bytes!("../../../public/data/giam-sat-mau-krong-pa.json").to_vec()),
        ("version 1", include_bytes!("../../../tests/fixtures/giam-sat-dinh-dang-1.json").to_vec()),
        ("version 2", include_bytes!("../../../tests/fixtures/giam-sat-dinh-dang-2.json").to_vec()),
        ("version 3", include_bytes!("../../../tests/fixtures/giam-sat-dinh-dang-3.json").to_vec()),
        ("a rescue file", serde_json::to_vec(&rescue()).unwrap()),
    ];
    // The file with everything counts for more: each of its fields is one of a kind.
    sources.extend((0..3).map(|_| ("everything", bytes_of(&full()))));
    sources
}

#[derive(Default)]
struct Told {
    taken: u64,
    refused: u64,
    slowest: Duration,
    slowest_of: String,
}

/// Makes the files of some seeds and opens what the gate takes.
fn run(seeds: impl Iterator<Item = u64>) -> Told {
    let sources: Vec<(&str, Vec<u8>, Value, Vec<String>)> = sources()
        .into_iter()
        .map(|(name, bytes)| {
            let value = serde_json::from_slice(&bytes).unwrap();
            let pointers = pointers(&value);
            (name, bytes, value, pointers)
        })
        .collect();
    let mut told = Told::default();
    for seed in seeds {
        let mut chance = Generator::new(seed);
        let (name, bytes, value, pointers) = &sources[chance.below(u32::try_from(sources.len()).unwrap()) as usize];
        let (bytes, what) = if chance.below(5) == 0 {
            mutate_bytes(bytes, &mut chance)
        } else {
            mutate_value(value, pointers, &mut chance)
        };
        let begun = Instant::now();
        let opened = std::panic::catch_unwind(|| one(&bytes));
        let Ok(taken) = opened else { panic!("seed {seed} of {name}: {what}") };
        let took = begun.elapsed();
        told.taken += u64::from(taken);
        told.refused += u64::from(!taken);
        if took > told.slowest {
            (told.slowest, told.slowest_of) = (took, format!("seed {seed} of {name}, {what}"));
        }
    }
    told
}

/// Whether a file is taken; everything in it was opened then.
fn one(bytes: &[u8]) -> bool {
    match read_any(bytes) {
        Ok(brought) => {
            for left_out in &brought.left_out {
                in_one_line(&left_out.why.sentence(Lang::Vi));
            }
            brought.files.into_iter().for_each(open_everything);
            true
        }
        Err(refusal) => {
            in_one_line(&refusal.sentence(Lang::Vi));
            in_one_line(&refusal.sentence(Lang::En));
            false
        }
    }
}

fn in_one_line(sentence: &str) {
    assert!(sentence.chars().count() < 500, "{} characters: {sentence:.200}", sentence.chars().count());
    assert!(!sentence.contains(|letter: char| letter.is_control()), "{sentence:?}");
}

#[test]
fn whatever_becomes_of_a_file_it_is_refused_in_a_line_or_opens_on_every_page() {
    let asked = std::env::var("SO_GIAM_SAT_MUTATIONS").ok().and_then(|count| count.parse().ok());
    let (count, threads) = (asked.unwrap_or(SOME), 2);
    let told: Vec<Told> = std::thread::scope(|scope| {
        let share = |from: u64| scope.spawn(move || run((from..count).step_by(2)));
        let running: Vec<_> = (0..threads).map(share).collect();
        running.into_iter().map(|thread| thread.join().expect("no file stops the thread")).collect()
    });
    let (taken, refused) =
        told.iter().fold((0, 0), |(taken, refused), told| (taken + told.taken, refused + told.refused));
    assert_eq!(taken + refused, count);
    assert!(taken > count / 20 && refused > count / 5, "{taken} taken, {refused} refused");
    let slowest = told.iter().max_by_key(|told| told.slowest).expect("there are threads");
    println!("{taken} taken, {refused} refused, the slowest in {:?}: {}", slowest.slowest, slowest.slowest_of);
}

#[test]
fn every_source_opens_as_it_is() {
    for (name, bytes) in sources() {
        assert!(one(&bytes), "{name}: {:?}", read_any(&bytes).err());
    }
}
