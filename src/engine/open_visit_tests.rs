//! One visit that is worked on, step by step.

use std::sync::Arc;

use crate::domain::answer::{Answer, Stamp, Verdict};
use crate::domain::dossier::Dossier;
use crate::domain::edit::{Change, DetailField, DossierField, Edit, EditError, apply};
use crate::domain::fixture::{
    answer, code, day, dossier_row, full_dossier, moment, posting, stamp, template, visit, without_dossier,
};
use crate::domain::id::DossierId;
use crate::domain::supervision::Level;
use crate::domain::visit::Visit;

use super::open_visit::{MOST_UNDO, OpenVisit, Refresh, Signature};
use super::typing::TypedPlace;

fn by(number: i64) -> Signature {
    Signature { id: format!("c-{number}"), stamp: Stamp::new(moment(number), "Lan", "máy") }
}

fn open() -> OpenVisit {
    OpenVisit::new(Arc::new(template()), Level::Commune, visit("v1", "u1", day(2023, 5, 10)), None)
}

fn met(item: &str) -> Edit {
    answer(item, Answer::Verdict { value: Verdict::Met })
}

fn note(text: &str) -> Edit {
    Edit::Note { item: code("A01"), text: text.to_owned() }
}

fn note_of(visit: &Visit) -> &str {
    visit.entries.get(&code("A01")).map_or("", |entry| &entry.note)
}

fn dossier() -> Edit {
    Edit::Dossiers { rows: vec![dossier_row("d-1", full_dossier())] }
}

/// What another tab made of the visit as it is stored.
fn elsewhere(stored: &Visit, edit: Edit) -> (Visit, Change) {
    let mut visit = stored.clone();
    apply(&mut visit, &template(), edit.clone(), &stamp()).unwrap();
    let change = Change { revision: visit.revision, id: "khác".to_owned(), stamp: stamp(), edit };
    (visit, change)
}

#[test]
fn an_answer_refreshes_its_row_and_one_on_which_others_depend_everything() {
    assert_eq!(open().dispatch(met("B02"), by(1)), Ok(vec![Refresh::Row(code("B02"))]));
    assert_eq!(open().dispatch(met("A01"), by(1)), Ok(vec![Refresh::Everything]));
}

#[test]
fn another_day_judges_every_dossier_anew() {
    let edit = Edit::DetailFields { fields: vec![DetailField::Date(day(2023, 6, 1))] };
    assert_eq!(open().dispatch(edit, by(1)), Ok(vec![Refresh::Rejudged]));
}

#[test]
fn a_posting_refreshes_the_samples() {
    let refresh = open().dispatch(Edit::Posting { posting: Some(posting()) }, by(1));
    assert_eq!(refresh, Ok(vec![Refresh::Samples { is_other_list: false }]));
}

#[test]
fn a_refused_edit_leaves_no_trace() {
    let mut open = open();
    let before = open.visit().clone();
    assert_eq!(open.dispatch(met("Z99"), by(1)), Err(EditError::UnknownItem(code("Z99"))));
    assert_eq!((open.visit(), open.is_saved(), open.depth()), (&before, true, (0, 0)));
}

#[test]
fn a_batch_is_made_undone_and_redone_as_one() {
    let mut open = open();
    open.dispatch(Edit::of([met("A01"), note("bảng mờ"), dossier()]), by(1)).unwrap();
    assert_eq!((open.depth(), open.unsaved().len()), ((1, 0), 1));
    open.undo(by(2)).unwrap().unwrap();
    assert_eq!(open.depth(), (0, 1));
    assert!(open.visit().dossiers.is_empty() && open.visit().answer(&code("A01")).is_none());
    assert_eq!(note_of(open.visit()), "");
    open.redo(by(3)).unwrap().unwrap();
    assert_eq!((note_of(open.visit()), open.visit().dossiers.len()), ("bảng mờ", 1));
}

#[test]
fn a_batch_of_which_one_part_is_refused_is_not_made_at_all() {
    let mut open = open();
    let before = open.visit().clone();
    assert!(open.dispatch(Edit::of([met("A01"), met("Z99")]), by(1)).is_err());
    assert_eq!((open.visit(), open.is_saved()), (&before, true));
}

#[test]
fn what_is_typed_into_one_field_without_leaving_it_is_one_step_to_undo() {
    let mut open = open();
    let mut number = 0;
    let mut sign = || {
        number += 1;
        by(number)
    };
    for text in ["b", "bả", "bảng"] {
        open.typed(TypedPlace::Note(code("A01")), note(text), 0);
        open.dispatch_typed(&mut sign);
    }
    assert_eq!((note_of(open.visit()), open.depth()), ("bảng", (1, 0)));
    open.end_burst();
    open.typed(TypedPlace::Note(code("A01")), note("bảng mờ"), 0);
    open.dispatch_typed(&mut sign);
    assert_eq!(open.depth(), (2, 0));
    open.undo(by(10)).unwrap().unwrap();
    open.undo(by(11)).unwrap().unwrap();
    assert_eq!(note_of(open.visit()), "");
}

#[test]
fn a_typed_text_that_is_refused_is_handed_back_with_its_field() {
    let mut open = open();
    open.typed(TypedPlace::Note(code("A01")), note(&"x".repeat(200_000)), 0);
    let outcomes = open.dispatch_typed(&mut || by(1));
    assert_eq!((&*outcomes[0].field, outcomes[0].text.len()), ("note/A01", 200_000));
    assert_eq!(outcomes[0].outcome, Err(EditError::TextTooLong));
}

#[test]
fn a_text_that_was_typed_back_to_what_is_stored_is_no_change() {
    let mut open = open();
    open.typed(TypedPlace::Note(code("A01")), note("b"), 0);
    open.typed(TypedPlace::Note(code("A01")), note(""), 0);
    assert_eq!(open.dispatch_typed(&mut || by(1))[0].outcome, Ok(Vec::new()));
    assert!(open.is_saved() && !open.is_typing());
}

#[test]
fn no_more_edits_than_the_most_can_be_undone() {
    let mut open = open();
    for number in 0..i64::try_from(MOST_UNDO).unwrap() + 20 {
        open.dispatch(note(&number.to_string()), by(number)).unwrap();
    }
    assert_eq!(open.depth(), (MOST_UNDO, 0));
}

#[test]
fn a_write_that_fails_keeps_its_changes_before_those_that_came_meanwhile() {
    let mut open = open();
    open.dispatch(met("A01"), by(1)).unwrap();
    open.begin_write().unwrap().unwrap();
    open.dispatch(note("sau"), by(2)).unwrap();
    open.not_written();
    let ids: Vec<String> = open.unsaved().into_iter().map(|change| change.id).collect();
    assert_eq!((ids, open.is_saved()), (vec!["c-1".to_owned(), "c-2".to_owned()], false));
    open.begin_write().unwrap().unwrap();
    open.written();
    assert!(open.is_saved() && open.begin_write().unwrap().is_none());
}

#[test]
fn a_rebase_leaves_what_another_tab_changed_in_other_fields_of_the_record() {
    let mut open = open();
    open.dispatch(dossier(), by(1)).unwrap();
    open.begin_write().unwrap().unwrap();
    open.written();
    let stored = open.visit().clone();
    let id = DossierId::new("d-1").unwrap();
    let theirs = vec![DossierField::BodyAtFault("UBND xã Uar".to_owned())];
    let (stored, change) = elsewhere(&stored, Edit::DossierFields { id: id.clone(), fields: theirs });
    let mine = Dossier { slip: Some(false), ..full_dossier() };
    open.dispatch(Edit::Dossiers { rows: vec![dossier_row("d-1", mine)] }, by(2)).unwrap();
    open.begin_write().unwrap().unwrap();
    assert_eq!(open.rebase(stored, &[change]), 0);
    let held = &open.visit().dossiers[&id].dossier;
    assert_eq!((held.slip, &*held.body_at_fault), (Some(false), "UBND xã Uar"));
    assert_eq!(open.unsaved()[0].revision, open.visit().revision);
}

#[test]
fn a_rebase_tells_how_many_changes_have_nothing_left_to_change() {
    let mut open = open();
    open.dispatch(dossier(), by(1)).unwrap();
    open.begin_write().unwrap().unwrap();
    open.written();
    let (stored, change) = elsewhere(open.visit(), without_dossier("d-1"));
    let mine = Dossier { slip: Some(false), ..full_dossier() };
    open.dispatch(Edit::Dossiers { rows: vec![dossier_row("d-1", mine)] }, by(2)).unwrap();
    assert_eq!(open.rebase(stored, &[change]), 1);
    assert!(open.visit().dossiers.is_empty() && open.is_saved());
}

#[test]
fn a_change_that_reached_the_database_unheard_is_not_made_twice() {
    let mut open = open();
    open.dispatch(met("A01"), by(1)).unwrap();
    open.begin_write().unwrap().unwrap();
    let (stored, written) = (open.visit().clone(), open.unsaved());
    // The connection broke after the transaction was complete.
    open.not_written();
    open.dispatch(note("sau"), by(2)).unwrap();
    assert_eq!(open.rebase(stored, &written), 0);
    let ids: Vec<String> = open.unsaved().into_iter().map(|change| change.id).collect();
    assert_eq!(ids, ["c-2"]);
    assert_eq!(note_of(open.visit()), "sau");
}

#[test]
fn what_was_written_down_by_two_pages_is_taken_up_once() {
    use crate::storage::store::Unsaved;
    let mut other = open();
    other.dispatch(met("A01"), by(1)).unwrap();
    other.dispatch(note("sau"), by(2)).unwrap();
    let changes = other.unsaved();
    let row = |key: &str, changes: &[Change]| Unsaved { key: key.to_owned(), changes: changes.to_vec() };
    let mut open = open();
    let stored = open.visit().clone();
    assert_eq!(open.take_up(vec![row("b", &changes), row("a", &changes[..1])], stored, &[]), 0);
    assert_eq!(open.unsaved().len(), 2);
    assert_eq!(open.visit().revision, 2);
}

#[test]
fn what_reached_the_visit_while_it_was_being_opened_is_shown_and_not_made_again() {
    let mut other = open();
    other.dispatch(note("sau"), by(1)).unwrap();
    let changes = other.unsaved();
    let unsaved = crate::storage::store::Unsaved { key: "a".to_owned(), changes: changes.clone() };
    let mut open = open();
    assert_eq!(open.take_up(vec![unsaved], other.visit().clone(), &changes), 0);
    assert_eq!((note_of(open.visit()), open.is_saved()), ("sau", true));
}

#[test]
fn typed_text_survives_another_tabs_write_before_it_is_dispatched() {
    let mut open = open();
    open.typed(TypedPlace::Note(code("A01")), note("của tôi"), 0);
    let (stored, _) = elsewhere(open.visit(), met("A01"));
    open.replace(stored);
    open.dispatch_typed(&mut || by(1));
    assert_eq!(note_of(open.visit()), "của tôi");
    assert!(open.visit().answer(&code("A01")).is_some());
}
