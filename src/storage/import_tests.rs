//! Pairs of devices that went on with one visit apart: whatever is chosen at the import, nothing disappears that no line named.
//!
//! `PAIRS` says how many; `SEED` where they begin.

use std::collections::BTreeMap;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::domain::answer::{Answer, Stamp, Verdict};
use crate::domain::edit::{Change, Edit, between, touched};
use crate::domain::edit::{apply, narrow};
use crate::domain::evidence::Evidence;
use crate::domain::fixture::random::any_edit;
use crate::domain::fixture::{answer, code, day, moment, stamp, supervision, template, visit};
use crate::domain::progress::summary;
use crate::domain::supervision::Level;
use crate::domain::visit::Visit;

use super::gate::CheckedFile;
use super::import::{Effect, Preview, Way};
use super::memory::{MemoryBackend, ready};
use super::store::{Import, ImportedVisit, Store};

/// One device's visit with its history.
#[derive(Clone)]
struct Device {
    visit: Visit,
    history: Vec<Change>,
    name: &'static str,
}

impl Device {
    fn new() -> Self {
        Self { visit: visit("v1", "u1", day(2023, 5, 10)), history: Vec::new(), name: "chung" }
    }

    fn make(&mut self, edit: Edit) {
        let edit = narrow(&self.visit, edit);
        let number = self.history.len() + 1;
        let stamp = Stamp::new(moment(i64::try_from(number).unwrap()), "Lan", self.name);
        if apply(&mut self.visit, &template(), edit.clone(), &stamp).is_ok() {
            let id = format!("{}-{number}", self.name);
            self.history.push(Change { revision: self.visit.revision, id, stamp, edit });
        }
    }

    fn named(&self, name: &'static str) -> Self {
        Self { name, ..self.clone() }
    }

    fn file(&self) -> CheckedFile {
        CheckedFile {
            supervision: supervision(),
            templates: vec![template()],
            visits: vec![(self.visit.clone(), self.history.clone())],
        }
    }

    fn store(&self) -> Store<MemoryBackend> {
        let store = Store::new(MemoryBackend::default());
        let summary = summary(&template(), &self.visit, &Evidence::default(), Level::Commune);
        let visit = ImportedVisit { visit: self.visit.clone(), history: self.history.clone(), summary };
        let import = Import {
            supervisions: vec![supervision()],
            templates: vec![template()],
            visits: vec![visit],
            ..Import::default()
        };
        ready(store.import(&import)).unwrap();
        store
    }
}

fn preview(here: &Device, file: &Device) -> (Store<MemoryBackend>, Preview) {
    let store = here.store();
    let preview = ready(Preview::of(&store, file.file(), None)).unwrap();
    (store, preview)
}

fn ways(way: Way) -> BTreeMap<crate::domain::id::VisitId, Way> {
    BTreeMap::from([(visit("v1", "u1", day(2023, 5, 10)).id, way)])
}

fn stored(store: &Store<MemoryBackend>) -> (Visit, Vec<Change>) {
    let id = visit("v1", "u1", day(2023, 5, 10)).id;
    (ready(store.visit(&id)).unwrap().unwrap().0, ready(store.history(&id)).unwrap())
}

fn met(item: &str) -> Edit {
    answer(item, Answer::Verdict { value: Verdict::Met })
}

#[test]
fn a_file_that_goes_on_from_here_is_taken_and_an_older_one_is_not() {
    let mut base = Device::new();
    base.make(met("A01"));
    let mut later = base.named("khác");
    later.make(met("B02"));
    let (_, newer) = preview(&base, &later);
    let compared = newer.comparisons.values().next().unwrap();
    assert_eq!((compared.usual_way(), compared.divergence.only_here.len()), (Way::Take, 0));
    let (store, older) = preview(&later, &base);
    assert_eq!(older.comparisons.values().next().unwrap().usual_way(), Way::Keep);
    let replaced = ready(older.take(&store, &BTreeMap::new())).unwrap();
    assert!(replaced.is_empty());
    assert_eq!(stored(&store), (later.visit, later.history));
}

#[test]
fn what_two_devices_did_apart_is_joined_and_taken_back() {
    let mut base = Device::new();
    base.make(met("A01"));
    let (mut mine, mut theirs) = (base.named("máy"), base.named("tệp"));
    mine.make(met("B02"));
    theirs.make(Edit::Note { item: code("B02"), text: "bảng mờ".to_owned() });
    let (store, preview) = preview(&mine, &theirs);
    assert_eq!(preview.comparisons.values().next().unwrap().usual_way(), Way::Join);
    let replaced = ready(preview.take(&store, &BTreeMap::new())).unwrap();
    let (joined, history) = stored(&store);
    assert_eq!(joined.answer(&code("B02")), mine.visit.answer(&code("B02")));
    assert_eq!(joined.entries[&code("B02")].note, "bảng mờ");
    assert_eq!(history.iter().map(|change| &*change.id).collect::<Vec<_>>(), ["chung-1", "máy-2", "tệp-2"]);
    ready(replaced.put_back(&store)).unwrap();
    assert_eq!(stored(&store), (mine.visit, mine.history));
}

#[test]
fn what_both_changed_is_not_joined() {
    let base = Device::new();
    let (mut mine, mut theirs) = (base.named("máy"), base.named("tệp"));
    mine.make(met("B02"));
    theirs.make(met("B02"));
    let (_, preview) = preview(&mine, &theirs);
    let compared = preview.comparisons.values().next().unwrap();
    assert_eq!((compared.can_join(), compared.usual_way()), (false, Way::Keep));
    assert_eq!(compared.divergence.touched_by_both(), met("B02").targets());
}

#[test]
fn a_file_without_history_is_compared_by_what_stands_in_it() {
    let mut mine = Device::new();
    mine.make(met("B02"));
    let theirs = Device { history: Vec::new(), ..mine.clone() };
    let mut theirs = Device { visit: Visit { revision: 7, ..theirs.visit }, ..theirs };
    theirs.visit.entries.get_mut(&code("B02")).unwrap().note = "bảng mờ".to_owned();
    theirs.visit.begun = stamp();
    let (_, preview) = preview(&mine, &theirs);
    let compared = preview.comparisons.values().next().unwrap();
    assert!(!compared.has_base && !compared.can_join());
    let note = Edit::Note { item: code("B02"), text: String::new() }.targets();
    assert_eq!(touched(&compared.divergence.only_here), note);
}

#[test]
fn a_state_that_the_histories_do_not_explain_is_named_and_not_taken_by_itself() {
    let mut mine = Device::new();
    mine.make(met("B02"));
    let mut theirs = mine.clone();
    theirs.visit.present = vec!["Bí thư".to_owned()];
    let (_, preview) = preview(&mine, &theirs);
    let compared = preview.comparisons.values().next().unwrap();
    assert_eq!((compared.has_base, compared.usual_way()), (false, Way::Keep));
    assert_eq!(touched(&compared.divergence.only_here).len(), 1);
}

#[test]
fn nothing_that_was_stored_is_gone_without_a_line_that_named_it() {
    let number =
        |name: &str, otherwise: u64| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    let (pairs, seed) = (number("PAIRS", 100), number("SEED", 3));
    let mut runner = TestRunner::deterministic();
    let pool: Vec<Edit> = (0..500).map(|_| any_edit().new_tree(&mut runner).unwrap().current()).collect();
    let mut state = seed;
    let mut below = |most: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % most
    };
    let (mut joined, mut taken) = (0, 0);
    for _ in 0..pairs {
        let mut base = Device::new();
        (0..below(8)).for_each(|_| base.make(pool[below(pool.len())].clone()));
        let (mut mine, mut theirs) = (base.named("máy"), base.named("tệp"));
        (0..below(6)).for_each(|_| mine.make(pool[below(pool.len())].clone()));
        (0..below(6)).for_each(|_| theirs.make(pool[below(pool.len())].clone()));
        let (store, preview) = preview(&mine, &theirs);
        let Some(compared) = preview.comparisons.values().next().cloned() else {
            assert!(preview.visits.iter().all(|(_, effect)| *effect == Effect::Keeps));
            continue;
        };
        let way = [Way::Take, Way::Keep, compared.usual_way()][below(3)];
        let replaced = ready(preview.take(&store, &ways(way))).unwrap();
        let (now, history) = stored(&store);
        // What is another now than it was here has a line among what only one of both has.
        let named: Vec<_> = touched(&compared.divergence.only_here)
            .into_iter()
            .chain(touched(&compared.divergence.only_file))
            .collect();
        for target in between(&now, &mine.visit).iter().flat_map(Edit::targets) {
            assert!(named.iter().any(|named| named.touches(&target)), "{target:?} changed and no line named it");
        }
        match way {
            Way::Keep => assert_eq!((&now, &history), (&mine.visit, &mine.history)),
            Way::Take => taken += 1,
            Way::Join => {
                joined += 1;
                let is_there = |change: &Change| history.iter().any(|held| held.is_same(change));
                assert!(mine.history.iter().chain(&theirs.history).all(is_there), "a change of one side is gone");
            }
        }
        if !replaced.is_empty() {
            ready(replaced.put_back(&store)).unwrap();
            assert_eq!(stored(&store), (mine.visit, mine.history), "what was replaced comes back");
        }
    }
    println!("{pairs} pairs: {taken} taken, {joined} joined");
    assert!(joined > 0 && taken > 0);
}
