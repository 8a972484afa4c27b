//! Histories of many changes over a large visit: what checking them costs is that of the changes.

use crate::domain::dossier::Dossier;
use crate::domain::edit::{
    Change, DossierField, Edit, FiguresEdit, ListPart, PostingPart, ProcedureField, Put, RowField, TablePart, replay,
};
use crate::domain::figures::Rows;
use crate::domain::figures::form::MAX_ROWS;
use crate::domain::fixture::figures::{counts, form, row, table};
use crate::domain::fixture::{day, dossier_row, posting, stamp, template, visit};
use crate::domain::id::{DossierId, LineKey, TableId};
use crate::domain::procedure::{MAX_SAMPLED, PostedProcedure, Posting};
use crate::domain::visit::Visit;

use super::check_history;

/// A visit with many dossiers, sampled procedures and rows of figures, and a history of it that ends with so many small
/// changes: batches of two fields of dossiers, names of procedures, names of rows.
fn long(dossiers: usize, changes: usize) -> (Visit, Vec<Change>) {
    let template = template();
    let id = |number: usize| DossierId::new(format!("d-{number}")).unwrap();
    let some =
        |number: usize| dossier_row(id(number).as_str(), Dossier { code: number.to_string(), ..Dossier::default() });
    let procedure = |number: usize| PostedProcedure { code: format!("1.{number:06}"), ..posting().sampled[0].clone() };
    let posted = Posting { sampled: (0..MAX_SAMPLED.min(dossiers)).map(procedure).collect(), ..posting() };
    let rows = (0..MAX_ROWS.min(dossiers)).map(|number| row(&format!("r{number}"), "", 0, &["1"])).collect();
    let figures = table(form(Rows::Units {}, vec![counts("a")], Vec::new()), rows);
    let name = TableId::new("b").unwrap();
    let put = FiguresEdit::Tables { put: vec![Put { id: name.clone(), value: Some(figures) }] };
    let mut edits = vec![
        Edit::Dossiers { rows: (0..dossiers).map(some).collect() },
        Edit::Posting { posting: Some(posted) },
        Edit::Figures { change: put },
    ];
    edits.extend((0..changes).map(|number| {
        let last = dossiers - 1 - number % (dossiers / 2);
        let field = |value: String| Edit::DossierFields { id: id(last), fields: vec![DossierField::Field(value)] };
        match number % 3 {
            0 => Edit::of([field(format!("a{number}")), field(format!("b{number}"))]),
            1 => {
                let fields = vec![ProcedureField::Name(format!("c{number}"))];
                let key = format!("1.{:06}", last % MAX_SAMPLED);
                Edit::PostingParts { parts: vec![PostingPart::Sampled { change: ListPart::Change { key, fields } }] }
            }
            _ => {
                let key = LineKey::new(format!("r{}", last % MAX_ROWS)).unwrap();
                let change = ListPart::Change { key, fields: vec![RowField::Name(format!("d{number}"))] };
                let parts = vec![TablePart::Rows { change }];
                Edit::Figures { change: FiguresEdit::TableParts { table: name.clone(), parts } }
            }
        }
    }));
    let mut visit = visit("v", "u", day(2023, 5, 16));
    let history = edits.into_iter().map(|edit| {
        replay(&mut visit, &template, edit.clone(), &stamp()).unwrap();
        Change { revision: visit.revision, id: format!("c{}", visit.revision), stamp: stamp(), edit }
    });
    let history = history.collect();
    (visit, history)
}

#[test]
fn a_history_of_small_changes_of_a_large_visit_is_checked_whole() {
    let (visit, mut history) = long(200, 300);
    assert_eq!(check_history(&visit, &history, &template(), "v"), Ok(()));
    // The same with a change that no such visit can have seen, near its end.
    let gone = Edit::DossierFields { id: DossierId::new("x").unwrap(), fields: Vec::new() };
    history[290].edit = Edit::of([history[290].edit.clone(), gone]);
    let refused = check_history(&visit, &history, &template(), "v").unwrap_err();
    assert_eq!(refused.place, "v.history[290].edit");
}
