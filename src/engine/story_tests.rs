//! Stories of several tabs with one visit: edits of every kind, typed text, undo, writes that are slow or fail, pages that go
//! away or are killed. However they go, what was acknowledged is there at the end, or visibly replaced by a later change.
//!
//! `STORIES` says how many are told; `SEED` where they begin.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use crate::domain::answer::Stamp;
use crate::domain::edit::{Change, Edit, FiguresEdit, apply, narrow};
use crate::domain::evidence::Evidence;
use crate::domain::fixture::random::any_edit;
use crate::domain::fixture::{code, day, moment, supervision, template, visit};
use crate::domain::id::VisitId;
use crate::domain::progress::summary;
use crate::domain::supervision::Level;
use crate::domain::visit::Visit;
use crate::storage::backend::StoreError;
use crate::storage::memory::{MemoryBackend, ready};
use crate::storage::store::{Store, Unsaved, VisitToWorkOn};

use super::open_visit::{OpenVisit, Signature, Write};
use super::typing::TypedPlace;

/// Numbers that follow from a seed.
struct Rng(u64);

impl Rng {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most
    }
}

struct Tab {
    open: OpenVisit,
    page: String,
    /// A transaction that was issued, with the changes that it writes.
    under_way: Option<(Write, Vec<Change>)>,
    /// The rows that pages before it wrote down.
    written_down: Vec<String>,
    /// How far it is opened: what pages before it wrote down is taken up after the first reading, and looked for once more.
    looks_left: usize,
    /// Whether another tab told that it wrote.
    is_told: bool,
    /// What was found at the first reading.
    found: Vec<Unsaved>,
}

struct World<'p> {
    pool: &'p [Edit],
    rng: Rng,
    store: Store<MemoryBackend>,
    id: VisitId,
    begun: Visit,
    tabs: Vec<Tab>,
    signed: u64,
    acknowledged: BTreeMap<String, Change>,
    /// The ids of changes that pages wrote down as they went away.
    left: BTreeSet<String>,
    refused: usize,
}

impl<'p> World<'p> {
    fn new(pool: &'p [Edit], seed: u64) -> Self {
        let (store, begun) = (Store::new(MemoryBackend::default()), visit("v1", "u1", day(2023, 5, 10)));
        ready(store.put_supervision(&supervision(), None)).unwrap();
        let short = summary(&template(), &begun, &Evidence::default(), Level::Commune);
        ready(store.begin_visit(&begun, &short, &template(), None)).unwrap();
        let mut world = Self {
            pool,
            rng: Rng(seed),
            store,
            id: begun.id.clone(),
            begun,
            tabs: Vec::new(),
            signed: 0,
            acknowledged: BTreeMap::new(),
            left: BTreeSet::new(),
            refused: 0,
        };
        world.open_tab();
        world.open_tab();
        world
    }

    fn sign(&mut self) -> Signature {
        self.signed += 1;
        let at = moment(i64::try_from(self.signed).unwrap() * 1_000);
        Signature { id: format!("c-{}", self.signed), stamp: Stamp::new(at, "Lan", "máy") }
    }

    fn open_tab(&mut self) {
        self.read();
        self.look(self.tabs.len() - 1);
    }

    /// The first step of opening a tab.
    fn read(&mut self) {
        let found = ready(self.store.visit_to_work_on(&self.id)).unwrap().unwrap();
        let VisitToWorkOn { visit, template, unsaved: found, .. } = found;
        let open = OpenVisit::new(Arc::new(template), Level::Commune, visit, None);
        self.signed += 1;
        let page = format!("p-{}", self.signed);
        self.tabs.push(Tab {
            open,
            page,
            under_way: None,
            written_down: Vec::new(),
            looks_left: 2,
            is_told: false,
            found,
        });
    }

    /// The second step of opening a tab, or the look a moment later.
    fn look(&mut self, tab: usize) {
        let tab = &mut self.tabs[tab];
        if tab.looks_left == 0 {
            return;
        }
        tab.looks_left -= 1;
        let (revision, unsaved) = match tab.looks_left {
            1 => (Some(tab.open.visit().revision), std::mem::take(&mut tab.found)),
            _ => ready(self.store.news_of(&self.id)).unwrap(),
        };
        let unsaved: Vec<Unsaved> =
            unsaved.into_iter().filter(|unsaved| !tab.written_down.contains(&unsaved.key)).collect();
        if !unsaved.is_empty() {
            let (stored, _, history) = ready(self.store.visit_with_history(&self.id)).unwrap().unwrap();
            tab.written_down.extend(unsaved.iter().map(|unsaved| unsaved.key.clone()));
            self.refused += tab.open.take_up(unsaved, stored, &history);
        } else if revision != Some(tab.open.visit().revision) && tab.open.is_saved() && tab.under_way.is_none() {
            let (stored, _) = ready(self.store.visit(&self.id)).unwrap().unwrap();
            tab.open.replace(stored);
        }
    }

    fn edit(&mut self, tab: usize) {
        let (edit, by) = (self.pool[self.rng.below(self.pool.len())].clone(), self.sign());
        // An edit that the visit does not take is refused and changes nothing.
        drop(self.tabs[tab].open.dispatch(edit, by));
    }

    fn type_text(&mut self, tab: usize) {
        let item = code(["A01", "A02", "B01"][self.rng.below(3)]);
        let text = format!("chữ {}", self.rng.below(1_000));
        self.tabs[tab].open.typed(TypedPlace::Note(item.clone()), Edit::Note { item, text }, 0);
    }

    fn dispatch_typed(&mut self, tab: usize) {
        let mut signed: Vec<Signature> = (0..8).map(|_| self.sign()).collect();
        self.tabs[tab].open.dispatch_typed(&mut || signed.pop().unwrap());
    }

    fn step_back(&mut self, tab: usize, is_undo: bool) {
        self.dispatch_typed(tab);
        let by = self.sign();
        let open = &mut self.tabs[tab].open;
        let before = open.depth();
        let Some(outcome) = (if is_undo { open.undo(by) } else { open.redo(by) }) else { return };
        let after = open.depth();
        if outcome.is_ok() {
            assert_eq!(before.0 + before.1, after.0 + after.1, "one act is undone, or made again");
        }
    }

    fn begin_write(&mut self, tab: usize) {
        let tab = &mut self.tabs[tab];
        if tab.under_way.is_none()
            && let Some(write) = tab.open.begin_write().unwrap()
        {
            let changes = tab.open.unsaved();
            tab.under_way = Some((write, changes));
        }
    }

    fn finish_write(&mut self, at: usize, fails: bool) {
        let tab = &mut self.tabs[at];
        let Some((write, changes)) = tab.under_way.take() else { return };
        if fails {
            tab.open.not_written();
            return;
        }
        match ready(self.store.commit(write.commit)) {
            Ok(()) => {
                tab.open.written();
                self.acknowledged.extend(changes.into_iter().map(|change| (change.id.clone(), change)));
                let saved = tab.open.is_saved();
                for (_, other) in self.tabs.iter_mut().enumerate().filter(|(place, _)| *place != at) {
                    other.is_told = true;
                }
                let tab = &mut self.tabs[at];
                if saved {
                    let keys = std::mem::take(&mut tab.written_down);
                    ready(self.store.forget_written_down(&keys)).unwrap();
                }
            }
            Err(StoreError::Conflict { .. }) => {
                let (stored, _, history) = ready(self.store.visit_with_history(&self.id)).unwrap().unwrap();
                self.refused += tab.open.rebase(stored, &history);
            }
            Err(error) => panic!("{error}"),
        }
    }

    /// Another tab told that it wrote.
    fn reread(&mut self, tab: usize) {
        let tab = &mut self.tabs[tab];
        // Its own write will meet the conflict.
        if std::mem::take(&mut tab.is_told) && tab.open.is_saved() && tab.under_way.is_none() {
            let (stored, _) = ready(self.store.visit(&self.id)).unwrap().unwrap();
            tab.open.replace(stored);
        }
    }

    /// The page goes away, and knows it, and the next one opens: what was issued may reach the database before the next page
    /// reads, while it opens, in the moment after, or not at all.
    fn leave(&mut self, tab: usize) {
        self.dispatch_typed(tab);
        let (written_down, committed) = (self.rng.below(3), self.rng.below(6));
        let Tab { open, page, under_way, .. } = self.tabs.remove(tab);
        let unsaved = open.unsaved();
        let mut under_way = under_way.map(|(write, _)| write.commit);
        for moment in 0..3 {
            if moment == written_down && !unsaved.is_empty() {
                ready(self.store.write_down(&self.id, &page, &unsaved)).unwrap();
            }
            if moment == committed
                && let Some(commit) = under_way.take()
            {
                // Nobody hears how it ended.
                drop(ready(self.store.commit(commit)));
            }
            match moment {
                0 => self.read(),
                _ => self.look(self.tabs.len() - 1),
            }
        }
        self.left.extend(unsaved.into_iter().map(|change| change.id));
    }

    fn kill(&mut self, tab: usize) {
        self.tabs.remove(tab);
        self.open_tab();
    }

    fn step(&mut self) {
        let tab = self.rng.below(self.tabs.len());
        match self.rng.below(32) {
            0..=9 => self.edit(tab),
            10..=12 => self.type_text(tab),
            13 => self.dispatch_typed(tab),
            14..=18 => self.begin_write(tab),
            19..=23 => self.finish_write(tab, false),
            24 => self.finish_write(tab, true),
            25 | 26 => self.step_back(tab, true),
            27 => self.step_back(tab, false),
            28 => self.reread(tab),
            29 => self.leave(tab),
            30 => self.kill(tab),
            31 if self.tabs.len() > 2 => self.look(tab),
            _ if self.tabs.len() < 4 => self.open_tab(),
            _ => {}
        }
    }

    fn finish(&mut self) {
        for tab in 0..self.tabs.len() {
            self.look(tab);
            self.dispatch_typed(tab);
            while !self.tabs[tab].open.is_saved() || self.tabs[tab].under_way.is_some() {
                self.begin_write(tab);
                self.finish_write(tab, false);
            }
        }
        (0..self.tabs.len()).for_each(|tab| self.reread(tab));
    }

    /// What must be true at the end.
    fn check(&self) {
        let history = ready(self.store.history(&self.id)).unwrap();
        let (stored, template) = ready(self.store.visit(&self.id)).unwrap().unwrap();
        let mut made = self.begun.clone();
        for change in &history {
            apply(&mut made, &template, change.edit.clone(), &change.stamp).unwrap();
            assert_eq!(made.revision, change.revision);
        }
        assert_eq!(made, stored, "the history leads to what is stored");
        for tab in &self.tabs {
            assert_eq!(*tab.open.visit(), stored, "every tab shows what is stored");
        }
        let ids: BTreeSet<&str> = history.iter().map(|change| &*change.id).collect();
        assert_eq!(ids.len(), history.len(), "no change was made twice");
        for id in self.acknowledged.keys() {
            assert!(ids.contains(&**id), "{id} was acknowledged and is gone");
        }
        let gone = self.left.iter().filter(|id| !ids.contains(&***id)).count();
        assert!(
            gone <= self.refused,
            "{gone} changes that were written down are gone, and {} did not fit",
            self.refused
        );
        let acts: Vec<(Edit, &Stamp)> = history
            .iter()
            .flat_map(|change| single(&change.edit).into_iter().map(|edit| (edit, &change.stamp)))
            .collect();
        for (place, (edit, stamp)) in acts.iter().enumerate() {
            let target = edit.targets();
            let mut later = acts.iter().skip(place + 1).flat_map(|(later, _)| later.targets());
            if !is_said_again(edit) || later.any(|other| target.iter().any(|target| other.touches(target))) {
                continue;
            }
            if let Edit::FindingFields { fields, .. } = narrow(&stored, edit.clone())
                && fields.is_empty()
            {
                // Only who touched it last is another.
                continue;
            }
            let mut now = stored.clone();
            let before = apply(&mut now, &template, edit.clone(), stamp).unwrap();
            assert_eq!(before, *edit, "{target:?} is another than the last change of it said");
        }
    }
}

/// Whether putting the thing again gives the very edit back, where it stands there.
fn is_said_again(edit: &Edit) -> bool {
    let is_field = |change: &FiguresEdit| matches!(change, FiguresEdit::StatementFields { .. });
    match edit {
        Edit::Answer { .. } | Edit::Note { .. } | Edit::Finding { .. } | Edit::Dossiers { .. } => true,
        Edit::DossierFields { .. } | Edit::FindingFields { .. } | Edit::DetailFields { .. } => true,
        Edit::Figures { change } => is_field(change),
        _ => false,
    }
}

/// The edits of single things that an edit is made of.
fn single(edit: &Edit) -> Vec<Edit> {
    match edit.clone() {
        Edit::DossierFields { id, fields } => {
            fields.into_iter().map(|field| Edit::DossierFields { id: id.clone(), fields: vec![field] }).collect()
        }
        Edit::FindingFields { id, fields } => {
            fields.into_iter().map(|field| Edit::FindingFields { id: id.clone(), fields: vec![field] }).collect()
        }
        Edit::DetailFields { fields } => {
            fields.into_iter().map(|field| Edit::DetailFields { fields: vec![field] }).collect()
        }
        Edit::Dossiers { rows } => rows.into_iter().map(|row| Edit::Dossiers { rows: vec![row] }).collect(),
        Edit::Figures { change: FiguresEdit::StatementFields { id, fields } } => fields
            .into_iter()
            .map(|field| FiguresEdit::StatementFields { id: id.clone(), fields: vec![field] })
            .map(|change| Edit::Figures { change })
            .collect(),
        Edit::Batch { edits } => edits.iter().flat_map(single).collect(),
        edit => vec![edit],
    }
}

fn pool() -> Vec<Edit> {
    let mut runner = TestRunner::deterministic();
    (0..600).map(|_| any_edit().new_tree(&mut runner).unwrap().current()).collect()
}

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn what_was_acknowledged_is_there_or_replaced_by_a_later_change() {
    let pool = pool();
    let (stories, seed) = (number("STORIES", 80), number("SEED", 1));
    let (mut changes, mut refused) = (0, 0);
    for story in 0..stories {
        let mut world = World::new(&pool, seed + story * 7_919);
        let steps = 20 + world.rng.below(60);
        (0..steps).for_each(|_| world.step());
        world.finish();
        world.check();
        changes += world.acknowledged.len();
        refused += world.refused;
    }
    println!("{stories} stories, {changes} changes acknowledged, {refused} did not fit what others made of the visit");
    assert!(changes > usize::try_from(stories).unwrap() * 3, "hardly anything was written");
}
