//! What an edit touches, so that two histories can be held against each other: edits that touch different things can both
//! stand, whichever was made first.

use super::field::Field;
use super::figures::{FiguresEdit, Put};
use super::paths::list_paths;
use super::{Edit, PostingPart, TablePart};

/// Something of a visit that an edit touches, from the largest to the smallest: `["dossier", "d-1", "slip"]`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Target(pub Vec<String>);

impl Target {
    /// Whether both touch the same: one is the other, or a part of it.
    pub fn touches(&self, other: &Target) -> bool {
        self.0.iter().zip(&other.0).all(|(mine, theirs)| mine == theirs)
    }

    /// Whether one of these, in order and each once, touches the same.
    pub fn is_touched_in(&self, sorted: &[Target]) -> bool {
        // What is larger stands before it, what is a part of it behind it: a path sorts before its continuations.
        let larger = (0..self.0.len()).filter_map(|length| self.0.get(..length));
        let mut larger = larger.map(|steps| Target(steps.to_vec()));
        let next = sorted.partition_point(|other| other < self);
        sorted.get(next).is_some_and(|other| other.0.starts_with(&self.0))
            || larger.any(|larger| sorted.binary_search(&larger).is_ok())
    }

    /// A part of something.
    fn below(of: &[&str], part: Vec<String>) -> Self {
        Self(of.iter().map(|step| (*step).to_owned()).chain(part).collect())
    }

    fn of(steps: &[&str]) -> Self {
        Self::below(steps, Vec::new())
    }
}

fn fields<F: Field>(of: &[&str], fields: &[F]) -> Vec<Target> {
    fields.iter().flat_map(Field::paths).map(|path| Target::below(of, path)).collect()
}

fn puts<I: ToString, T>(of: &str, put: &[Put<I, T>]) -> Vec<Target> {
    put.iter().map(|put| Target::of(&[of, &put.id.to_string()])).collect()
}

impl Edit {
    /// Everything that the edit touches.
    pub fn targets(&self) -> Vec<Target> {
        match self {
            Edit::Answer { item, .. } => vec![Target::of(&["answer", item.as_str()])],
            Edit::Note { item, .. } => vec![Target::of(&["note", item.as_str()])],
            Edit::Details { .. } => vec![Target::of(&["details"])],
            Edit::DetailFields { fields: of } => fields(&["details"], of),
            Edit::Sections { .. } => vec![Target::of(&["sections"])],
            Edit::Finding { id, .. } => vec![Target::of(&["finding", id.as_str()])],
            Edit::FindingFields { id, fields: of } => fields(&["finding", id.as_str()], of),
            Edit::Dossiers { rows } => rows.iter().map(|row| Target::of(&["dossier", row.id.as_str()])).collect(),
            Edit::DossierFields { id, fields: of } => fields(&["dossier", id.as_str()], of),
            Edit::Draws { .. } => vec![Target::of(&["draws"])],
            Edit::DrawParts { parts } => {
                parts.iter().flat_map(list_paths).map(|path| Target::below(&["draws"], path)).collect()
            }
            Edit::Posting { .. } => vec![Target::of(&["posting"])],
            Edit::PostingParts { parts } => fields::<PostingPart>(&["posting"], parts),
            Edit::Figures { change } => figures(change),
            Edit::Batch { edits } => edits.iter().flat_map(Edit::targets).collect(),
        }
    }
}

fn figures(change: &FiguresEdit) -> Vec<Target> {
    match change {
        FiguresEdit::Tables { put } => puts("table", put),
        FiguresEdit::TableParts { table, parts } => fields::<TablePart>(&["table", table.as_str()], parts),
        FiguresEdit::Cells { table, put } => {
            let cell = |row: &str, column: &str| Target::of(&["table", table.as_str(), "rows", row, "Cells", column]);
            put.iter().map(|put| cell(put.row.as_str(), put.column.as_str())).collect()
        }
        FiguresEdit::Statements { put } => puts("statement", put),
        FiguresEdit::StatementFields { id, fields: of } => fields(&["statement", id.as_str()], of),
        FiguresEdit::Ties { put } => puts("tie", put),
        FiguresEdit::Decisions { put } => puts("decision", put),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::domain::answer::{Answer, Verdict};
    use crate::domain::dossier::Seen;
    use crate::domain::edit::{DossierField, LetterField};
    use crate::domain::fixture::{answer, every_figure, every_finding, every_sample, without_dossier};
    use crate::domain::id::DossierId;

    use super::*;

    fn dossier(field: DossierField) -> Target {
        let edit = Edit::DossierFields { id: DossierId::new("d-1").unwrap(), fields: vec![field] };
        edit.targets().remove(0)
    }

    #[test]
    fn a_whole_is_touched_by_its_parts_and_two_parts_are_apart() {
        let number = dossier(DossierField::Letter(LetterField::Number("1".to_owned())));
        let signed = dossier(DossierField::Letter(LetterField::SignedBy("x".to_owned())));
        let letter = dossier(DossierField::Apology(Seen::Absent));
        let slip = dossier(DossierField::Slip(None));
        assert_eq!(number.0, ["dossier", "d-1", "Apology", "Number"]);
        assert!(number.touches(&letter) && letter.touches(&signed) && !number.touches(&signed));
        assert!(!slip.touches(&letter));
        let gone = without_dossier("d-1").targets().remove(0);
        assert!(gone.touches(&slip) && slip.touches(&gone));
    }

    proptest! {
        #[test]
        fn what_touches_a_target_is_found_in_a_sorted_list(
            target in path(),
            others in proptest::collection::btree_set(path(), 0..12),
        ) {
            let sorted: Vec<Target> = others.into_iter().collect();
            let touched = sorted.iter().any(|other| other.touches(&target));
            prop_assert_eq!(target.is_touched_in(&sorted), touched);
        }
    }

    fn path() -> impl Strategy<Value = Target> {
        proptest::collection::vec(prop_oneof![Just("a"), Just("a b"), Just("b")], 0..4)
            .prop_map(|steps| Target(steps.into_iter().map(str::to_owned).collect()))
    }

    #[test]
    fn an_answer_and_the_note_of_its_item_are_apart() {
        let answered = answer("A01", Answer::Verdict { value: Verdict::Met }).targets();
        let noted = Edit::Note { item: crate::domain::fixture::code("A01"), text: String::new() }.targets();
        assert!(!answered[0].touches(&noted[0]));
    }

    #[test]
    fn every_kind_of_edit_touches_something() {
        for edit in every_sample().into_iter().chain(every_figure()).chain(every_finding()) {
            assert!(!edit.targets().is_empty(), "{edit:?}");
        }
    }
}
