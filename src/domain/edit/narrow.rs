//! Edits that carry whole records, told by the fields that they change: made again on a visit that someone else has moved on
//! meanwhile, they leave what that one changed as it is.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::answer::Entry;
use crate::domain::figures::Held;
use crate::domain::id::DossierId;
use crate::domain::procedure::Posting;
use crate::domain::visit::Visit;

use super::field::Field;
use super::fields::{DetailField, DossierField, FindingField, StatementField};
use super::figures::{FiguresEdit, Put};
use super::posting::PostingPart;
use super::tables::table_parts;
use super::{DossierRow, Edit, keyed};

/// The same edit, with each whole record that the visit holds told by the fields that differ. Applied to this visit, both
/// lead to the same.
pub fn narrow(visit: &Visit, edit: Edit) -> Edit {
    match edit {
        Edit::Details { date, present } => {
            let date = (visit.date != date).then_some(DetailField::Date(date));
            let present = (visit.present != present).then_some(DetailField::Present(present));
            Edit::DetailFields { fields: date.into_iter().chain(present).collect() }
        }
        Edit::Finding { id, entry: Some(entry) } => match visit.findings.get(&id) {
            Some(held) => Edit::FindingFields { fields: FindingField::differences(held, &entry), id },
            None => Edit::Finding { id, entry: Some(entry) },
        },
        Edit::Dossiers { rows } => dossiers(visit, rows),
        Edit::Draws { draws } => Edit::DrawParts { parts: keyed::parts(&visit.draws, &draws) },
        Edit::Posting { posting: Some(posting) } => {
            let parts = match &visit.posting {
                Some(held) => PostingPart::differences(&held.posting, &posting),
                None => {
                    // Another tab may change the day of the visit before this is made.
                    let on = PostingPart::On { on: posting.on };
                    let others = PostingPart::differences(&Posting::begun(posting.on), &posting);
                    [on].into_iter().chain(others).collect()
                }
            };
            Edit::PostingParts { parts }
        }
        Edit::Figures { change } => figures(visit, change),
        Edit::Batch { edits } => {
            let mut narrowed = Vec::with_capacity(edits.len());
            for edit in edits {
                match narrow(visit, edit) {
                    Edit::Batch { edits } => narrowed.extend(edits),
                    edit => narrowed.push(edit),
                }
            }
            Edit::Batch { edits: narrowed }
        }
        edit => edit,
    }
}

/// The edits that make one state of a visit of another, where no history says how it came about. Who did what and when is
/// not told by them.
pub fn between(from: &Visit, to: &Visit) -> Vec<Edit> {
    let mut edits = vec![Edit::Details { date: to.date, present: to.present.clone() }];
    if from.sections != to.sections {
        edits.push(Edit::Sections { sections: to.sections.clone() });
    }
    for item in keys(&from.entries, &to.entries) {
        let (before, after) = (from.entries.get(item), to.entries.get(item));
        let (answered, noted) = (|entry: &Entry| entry.answer.clone(), |entry: &Entry| entry.note.clone());
        if before.and_then(answered) != after.and_then(answered) {
            edits.push(Edit::Answer { item: item.clone(), answer: after.and_then(answered) });
        }
        if before.map(noted).unwrap_or_default() != after.map(noted).unwrap_or_default() {
            edits.push(Edit::Note { item: item.clone(), text: after.map(noted).unwrap_or_default() });
        }
    }
    for id in keys(&from.findings, &to.findings) {
        edits.push(Edit::Finding { id: id.clone(), entry: to.findings.get(id).cloned() });
    }
    let row =
        |id: &DossierId| DossierRow { id: id.clone(), dossier: to.dossiers.get(id).map(|held| held.dossier.clone()) };
    edits.push(Edit::Dossiers { rows: keys(&from.dossiers, &to.dossiers).map(row).collect() });
    edits.push(Edit::Draws { draws: to.draws.clone() });
    edits.push(Edit::Posting { posting: to.posting.as_ref().map(|held| held.posting.clone()) });
    let (before, after) = (&from.figures, &to.figures);
    let changes = [
        FiguresEdit::Tables { put: puts(&before.tables, &after.tables) },
        FiguresEdit::Statements { put: puts(&before.statements, &after.statements) },
        FiguresEdit::Ties { put: puts(&before.ties, &after.ties) },
        FiguresEdit::Decisions { put: puts(&before.decisions, &after.decisions) },
    ];
    edits.extend(changes.map(|change| Edit::Figures { change }));
    let is_news = |edit: &Edit| match edit {
        Edit::Finding { id, entry: None } => from.findings.contains_key(id),
        Edit::Posting { posting: None } => from.posting.is_some(),
        edit => !edit.targets().is_empty(),
    };
    let narrowed = edits.into_iter().flat_map(|edit| narrow(from, edit).parts().to_vec());
    narrowed.filter(is_news).collect()
}

fn keys<'k, K: Ord, A, B>(from: &'k BTreeMap<K, A>, to: &'k BTreeMap<K, B>) -> impl Iterator<Item = &'k K> {
    from.keys().chain(to.keys()).collect::<BTreeSet<&K>>().into_iter()
}

fn puts<I: Ord + Clone, T: Clone + PartialEq>(
    from: &BTreeMap<I, Held<T>>,
    to: &BTreeMap<I, Held<T>>,
) -> Vec<Put<I, T>> {
    let value = |of: &BTreeMap<I, Held<T>>, id: &I| of.get(id).map(|held| held.value.clone());
    let differs = |id: &&I| value(from, id) != value(to, id);
    keys(from, to).filter(differs).map(|id| Put { id: id.clone(), value: value(to, id) }).collect()
}

fn dossiers(visit: &Visit, rows: Vec<DossierRow>) -> Edit {
    let ids: BTreeSet<&DossierId> = rows.iter().map(|row| &row.id).collect();
    if ids.len() < rows.len() {
        // What stands before the second row of a dossier is what the first one put there.
        return Edit::Dossiers { rows };
    }
    let (mut whole, mut edits) = (Vec::new(), Vec::new());
    for row in rows {
        match (visit.dossiers.get(&row.id), &row.dossier) {
            (Some(held), Some(dossier)) => {
                let fields = DossierField::differences(&held.dossier, dossier);
                edits.push(Edit::DossierFields { id: row.id, fields });
            }
            _ => whole.push(row),
        }
    }
    if !whole.is_empty() || edits.is_empty() {
        edits.push(Edit::Dossiers { rows: whole });
    }
    Edit::of(edits)
}

fn figures(visit: &Visit, change: FiguresEdit) -> Edit {
    let edits: Vec<Edit> = match change {
        FiguresEdit::Tables { put } => {
            let held = &visit.figures.tables;
            each(
                put,
                |Put { id, value }| {
                    let parts = table_parts(&held.get(id)?.value, value.as_ref()?)?;
                    Some(FiguresEdit::TableParts { table: id.clone(), parts })
                },
                |put| FiguresEdit::Tables { put },
            )
        }
        FiguresEdit::Statements { put } => {
            let held = &visit.figures.statements;
            each(
                put,
                |Put { id, value }| {
                    let fields = StatementField::differences(&held.get(id)?.value, value.as_ref()?);
                    Some(FiguresEdit::StatementFields { id: id.clone(), fields })
                },
                |put| FiguresEdit::Statements { put },
            )
        }
        change => vec![change],
    }
    .into_iter()
    .map(|change| Edit::Figures { change })
    .collect();
    Edit::of(edits)
}

/// The edits of each, narrowed where that can be, and one edit of all others.
fn each<I: Ord, T>(
    put: Vec<Put<I, T>>,
    narrowed: impl Fn(&Put<I, T>) -> Option<FiguresEdit>,
    whole: impl FnOnce(Vec<Put<I, T>>) -> FiguresEdit,
) -> Vec<FiguresEdit> {
    let ids: BTreeSet<&I> = put.iter().map(|put| &put.id).collect();
    if ids.len() < put.len() {
        return vec![whole(put)];
    }
    let (mut edits, mut others) = (Vec::new(), Vec::new());
    for put in put {
        match narrowed(&put) {
            Some(edit) => edits.push(edit),
            None => others.push(put),
        }
    }
    if !others.is_empty() || edits.is_empty() {
        edits.push(whole(others));
    }
    edits
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::domain::dossier::Dossier;
    use crate::domain::edit::apply;
    use crate::domain::fixture::random::{any_edit, any_visit};
    use crate::domain::fixture::{dossier_row, full_dossier, make, stamp, template};

    use super::*;

    proptest! {
        #[test]
        fn a_narrowed_edit_leads_to_the_same_visit_and_is_undone((visit, _) in any_visit(), edit in any_edit()) {
            let template = template();
            let (mut whole, mut narrowed) = (visit.clone(), visit.clone());
            let undo_whole = apply(&mut whole, &template, edit.clone(), &stamp());
            let inverse = apply(&mut narrowed, &template, narrow(&visit, edit), &stamp());
            prop_assert_eq!(inverse.is_ok(), undo_whole.is_ok());
            if let (Ok(inverse), Ok(undo_whole)) = (inverse, undo_whole) {
                prop_assert_eq!(&narrowed, &whole);
                apply(&mut narrowed, &template, inverse, &stamp()).unwrap();
                apply(&mut whole, &template, undo_whole, &stamp()).unwrap();
                prop_assert_eq!(narrowed, whole);
            }
        }
    }

    proptest! {
        #[test]
        fn the_edits_between_two_states_lead_from_one_to_the_other((from, _) in any_visit(), (to, _) in any_visit()) {
            let template = template();
            let mut made = from.clone();
            for edit in between(&from, &to) {
                apply(&mut made, &template, edit, &stamp()).unwrap();
            }
            prop_assert_eq!(between(&made, &to), [], "{:?}", made);
        }
    }

    #[test]
    fn an_import_of_many_dossiers_is_one_act_that_names_fields_of_those_that_are_here() {
        let mut visit = crate::domain::fixture::visit("v1", "u1", crate::domain::fixture::day(2023, 5, 10));
        make(&mut visit, [Edit::Dossiers { rows: vec![dossier_row("d-1", full_dossier())] }]);
        let changed = Dossier { slip: Some(false), ..full_dossier() };
        let rows = vec![dossier_row("d-1", changed), dossier_row("d-2", Dossier::default())];
        let edit = narrow(&visit, Edit::Dossiers { rows });
        let fields = vec![DossierField::Slip(Some(false))];
        let one = Edit::DossierFields { id: DossierId::new("d-1").unwrap(), fields };
        let other = Edit::Dossiers { rows: vec![dossier_row("d-2", Dossier::default())] };
        assert_eq!(edit, Edit::Batch { edits: vec![one, other] });
    }
}
