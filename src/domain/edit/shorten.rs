//! Histories of earlier versions, which wrote the whole posting at every tap and the whole table at every row.

use crate::domain::figures::Figures;
use crate::domain::procedure::Posting;

use super::field::{Field, swap_all};
use super::figures::{self, FiguresEdit, Put};
use super::posting::PostingPart;
use super::tables::table_parts;
use super::{Change, Edit};

/// The same history, with each whole posting and table told by the parts that it changed, where what stood before it is
/// known. Shortening again changes nothing.
pub fn shorten(history: &mut [Change]) {
    let mut known = Known { posting: None, figures: Figures::default() };
    for Change { edit, stamp, .. } in history {
        if let Some(shorter) = known.shorter(edit) {
            *edit = shorter;
        }
        known.take(edit, stamp);
    }
}

/// The latest changes that lead to a revision without a gap; all of a history that has none.
pub fn connected(mut history: Vec<Change>, revision: u64) -> Vec<Change> {
    history.retain(|change| change.revision <= revision);
    let mut next = revision;
    let from = history.iter().rposition(|change| {
        let is_gap = change.revision != next;
        next = next.saturating_sub(1);
        is_gap
    });
    history.split_off(from.map_or(0, |gap| gap + 1))
}

/// What is known of a visit from its edits alone.
struct Known {
    posting: Option<Posting>,
    /// Only tables.
    figures: Figures,
}

impl Known {
    fn shorter(&self, edit: &Edit) -> Option<Edit> {
        match edit {
            Edit::Posting { posting: Some(after) } => {
                Some(Edit::PostingParts { parts: PostingPart::differences(self.posting.as_ref()?, after) })
            }
            Edit::Figures { change: FiguresEdit::Tables { put } } => {
                let [Put { id, value: Some(after) }] = put.as_slice() else { return None };
                let parts = table_parts(&self.figures.tables.get(id)?.value, after)?;
                Some(Edit::Figures { change: FiguresEdit::TableParts { table: id.clone(), parts } })
            }
            _ => None,
        }
    }

    fn take(&mut self, edit: &Edit, stamp: &crate::domain::answer::Stamp) {
        match edit {
            Edit::Posting { posting } => self.posting.clone_from(posting),
            Edit::PostingParts { parts } => {
                if let Some(known) = &mut self.posting {
                    swap_all(known, parts.clone());
                }
            }
            Edit::Figures {
                change:
                    change @ (FiguresEdit::Tables { .. } | FiguresEdit::Cells { .. } | FiguresEdit::TableParts { .. }),
            } => {
                figures::apply(&mut self.figures, change.clone(), stamp);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::domain::edit::apply;
    use crate::domain::edit::posting::tests::any_posting;
    use crate::domain::edit::tables::tests::any_table;
    use crate::domain::fixture::{day, stamp, template, visit};
    use crate::domain::id::TableId;

    use super::*;

    fn any_edit() -> impl Strategy<Value = Edit> {
        let posting = proptest::option::weighted(0.8, any_posting()).prop_map(|posting| Edit::Posting { posting });
        let table = (0_u8..2, proptest::option::weighted(0.8, any_table())).prop_map(|(id, value)| {
            let put = vec![Put { id: TableId::new(format!("b-{id}")).unwrap(), value }];
            Edit::Figures { change: FiguresEdit::Tables { put } }
        });
        prop_oneof![posting, table]
    }

    #[test]
    fn what_is_connected_ends_at_the_revision_and_begins_after_the_last_gap() {
        let change = |revision: &u64| Change {
            revision: *revision,
            id: String::new(),
            stamp: stamp(),
            edit: Edit::Posting { posting: None },
        };
        for (revisions, revision, left) in [
            (&[1, 2, 3][..], 3, &[1, 2, 3][..]),
            (&[1, 2, 3], 2, &[1, 2]),
            (&[1, 3, 4], 4, &[3, 4]),
            (&[1, 2], 4, &[]),
            (&[], 4, &[]),
        ] {
            let found = connected(revisions.iter().map(change).collect(), revision);
            assert_eq!(
                found.iter().map(|change| change.revision).collect::<Vec<_>>(),
                left,
                "{revisions:?} {revision}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_shortened_history_leads_to_the_same_visit(edits in proptest::collection::vec(any_edit(), 0..12)) {
            let template = template();
            let mut whole = visit("v1", "u1", day(2023, 5, 10));
            let mut short = whole.clone();
            let change = |(place, edit)| Change { revision: place as u64 + 1, id: String::new(), stamp: stamp(), edit };
            let mut history: Vec<Change> = edits.into_iter().enumerate().map(change).collect();
            for change in history.clone() {
                apply(&mut whole, &template, change.edit, &change.stamp).unwrap();
            }
            shorten(&mut history);
            for change in history.clone() {
                apply(&mut short, &template, change.edit, &change.stamp).unwrap();
            }
            prop_assert_eq!(short, whole);
            let once = history.clone();
            shorten(&mut history);
            prop_assert_eq!(history, once, "shortening again changes nothing");
        }
    }
}
