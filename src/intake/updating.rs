//! What a table of dossiers does to those that a visit holds: which are new, and what would change in the others, by dossier
//! and column. Nothing is written here.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::dossier::{Blanks, Dossier, Field, Merged, merge};
use crate::domain::id::DossierId;

use super::protocol::{DossierColumn, NoteKind, Reading, RowReading, Rows, Target};

/// What a table does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Update {
    /// The dossiers whose code the visit does not know, in the order of the table.
    pub new: Vec<Dossier>,
    /// Those that it knows and that change, in the order of the table.
    pub changed: Vec<Changed>,
    /// How many it knows that stay as they are.
    pub same: usize,
}

/// A dossier that changes, or would if blanks were taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// Which.
    pub id: DossierId,
    /// As it stands.
    pub before: Dossier,
    /// What becomes of it.
    pub merged: Merged,
}

impl Changed {
    /// Whether it changes at all.
    pub fn is_changed(&self) -> bool {
        self.merged.dossier != self.before
    }
}

/// Puts the dossiers of a table beside those that are held. Rows with problems count if `take_bad`; a cell with a problem
/// says nothing of a dossier that is held.
pub fn update<'d>(
    held: impl Iterator<Item = (&'d DossierId, &'d Dossier)>,
    reading: &Reading,
    take_bad: bool,
    blanks: Blanks,
) -> Update {
    let mut known: BTreeMap<String, (&DossierId, &Dossier)> = BTreeMap::new();
    for (id, dossier) in held {
        let key = key(&dossier.code);
        if !key.is_empty() {
            known.entry(key).or_insert((id, dossier));
        }
    }
    let columns = columns(&reading.columns);
    let mut update = Update::default();
    let mut places: BTreeMap<&DossierId, usize> = BTreeMap::new();
    let Rows::Dossiers(rows) = &reading.rows else { return update };
    for row in rows.iter().filter(|row| take_bad || row.problems.is_empty()) {
        let Some(read) = &row.record else { continue };
        let Some((id, dossier)) = known.get(&key(&read.code)).copied() else {
            update.new.push(read.clone());
            continue;
        };
        let columns: BTreeSet<Field> = columns.difference(&unread(row)).copied().collect();
        match places.get(id).and_then(|place| update.changed.get_mut(*place)) {
            // The same dossier once more: the later row is put on top.
            Some(changed) => {
                let again = merge(&changed.merged.dossier, read, &columns, blanks);
                changed.merged.dossier = again.dossier;
                changed.merged.overwritten.extend(again.overwritten);
                changed.merged.filled.extend(again.filled);
                changed.merged.blanks.extend(again.blanks);
            }
            None => {
                places.insert(id, update.changed.len());
                let merged = merge(dossier, read, &columns, blanks);
                update.changed.push(Changed { id: id.clone(), before: dossier.clone(), merged });
            }
        }
    }
    let (changed, same): (Vec<_>, Vec<_>) =
        update.changed.into_iter().partition(|changed| changed.is_changed() || !changed.merged.blanks.is_empty());
    update.changed = changed;
    update.same = same.len();
    update
}

/// What dossiers are matched by: the code, in whatever case.
fn key(code: &str) -> String {
    code.trim().to_uppercase()
}

/// The columns of a dossier that the columns of a table speak of.
fn columns(targets: &[Target]) -> BTreeSet<Field> {
    let fields = targets.iter().filter_map(|target| match target {
        Target::Dossier(column) => Some(field(*column)),
        Target::Procedure(_) => None,
    });
    let mut fields: BTreeSet<Field> = fields.collect();
    // What a table says of a letter says that there is one, or none.
    let letter = [Field::ApologyNumber, Field::ApologyDate, Field::Reason, Field::NewDate, Field::SignedBy];
    if fields.contains(&Field::Apology) {
        // One column often holds number and date.
        fields.extend([Field::ApologyNumber, Field::ApologyDate]);
    } else if letter.iter().any(|field| fields.contains(field)) {
        fields.insert(Field::Apology);
    }
    fields
}

/// The columns of a row that could not be read.
fn unread(row: &RowReading<Dossier>) -> BTreeSet<Field> {
    let problems = row.problems.iter().filter_map(|problem| problem.target);
    let left = row.notes.iter().filter(|note| matches!(note.kind, NoteKind::LeftBlank(_))).map(|note| note.target);
    let mut fields = BTreeSet::new();
    for target in problems.chain(left) {
        if let Target::Dossier(column) = target {
            fields.insert(field(column));
        }
    }
    fields
}

fn field(column: DossierColumn) -> Field {
    use DossierColumn as C;
    match column {
        C::Code => Field::Code,
        C::Procedure => Field::Procedure,
        C::Field => Field::Field,
        C::Level => Field::Level,
        C::Channel => Field::Channel,
        C::Received | C::ReceivedHour => Field::Received,
        C::Term | C::TermUnit | C::CutOff => Field::Term,
        C::StopFrom | C::StopTo | C::StopWhy | C::Stops => Field::Stops,
        C::Slip => Field::Slip,
        C::Appointed => Field::Appointed,
        C::AdditionsAsked => Field::AdditionsAsked,
        C::Returned => Field::Returned,
        C::State => Field::State,
        C::Apology => Field::Apology,
        C::ApologyNumber => Field::ApologyNumber,
        C::ApologyDate => Field::ApologyDate,
        C::ApologyReason => Field::Reason,
        C::NewDate => Field::NewDate,
        C::SignedBy => Field::SignedBy,
        C::TimesReappointed => Field::TimesReappointed,
        C::Posted => Field::Posted,
        C::Uploaded => Field::Uploaded,
        C::InSystem => Field::InSystem,
        C::Cause => Field::Cause,
        C::BodyAtFault => Field::BodyAtFault,
        C::Linked => Field::Linked,
    }
}

#[cfg(test)]
#[cfg(feature = "reader")]
mod tests;
