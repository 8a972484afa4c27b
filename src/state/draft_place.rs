//! Where the form of a draft stands, by the draft's key.

use crate::domain::id::{StatementId, SupervisionId, TableId, UnitId, VisitId};

use super::route::Route;

/// The page with the form of a draft; none for a form that is never stored in a record, such as that of a letter, and for a
/// key that no form has.
pub fn place_of_draft(key: &str) -> Option<Route> {
    let parts: Vec<&str> = key.split('/').collect();
    Some(match parts.as_slice() {
        ["supervision", "new"] => Route::NewSupervision,
        ["supervision", id] => Route::EditSupervision(SupervisionId::new(*id).ok()?),
        ["supervision", id, "units", "new"] => Route::NewUnit(SupervisionId::new(*id).ok()?),
        ["supervision", id, "unit", unit] => Route::EditUnit(SupervisionId::new(*id).ok()?, UnitId::new(*unit).ok()?),
        ["supervision", id, "visit", "new", unit] => {
            Route::NewVisit(SupervisionId::new(*id).ok()?, UnitId::new(*unit).ok())
        }
        ["visit", id, form @ ..] => place_in_visit(VisitId::new(*id).ok()?, form)?,
        ["calendar", ..] => Route::Calendar,
        ["legal", _] => Route::Legal,
        ["procedures", _] => Route::ProcedureLists,
        _ => return None,
    })
}

fn place_in_visit(visit: VisitId, form: &[&str]) -> Option<Route> {
    Some(match form {
        ["details"] => Route::EditVisit(visit),
        ["new-finding"] | ["finding" | "withdrawal", _] => Route::Findings(visit),
        ["set-aside", _] => Route::Audit(visit),
        ["statement", statement] => {
            Route::Statement(visit, StatementId::new(*statement).ok().filter(|_| *statement != "new"))
        }
        ["table-form", "new"] => Route::NewTable(visit),
        ["table-form", table] | ["table", table, "cell"] => Route::Table(visit, TableId::new(*table).ok()?),
        ["dossiers", "cell"] => Route::Dossiers(visit),
        ["draw"] => Route::Draws(visit),
        ["posting-draw"] | ["posting", "add"] => Route::Posting(visit),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_form_that_is_stored_in_a_record_has_its_page() {
        let cases = [
            ("supervision/new", "#/giam-sat/moi"),
            ("supervision/s", "#/giam-sat/s/sua"),
            ("supervision/s/units/new", "#/giam-sat/s/don-vi/moi"),
            ("supervision/s/unit/u", "#/giam-sat/s/don-vi/u"),
            ("supervision/s/visit/new/", "#/giam-sat/s/buoi/moi"),
            ("supervision/s/visit/new/u", "#/giam-sat/s/buoi/moi/u"),
            ("visit/v/details", "#/buoi/v/sua"),
            ("visit/v/new-finding", "#/buoi/v/ton-tai"),
            ("visit/v/finding/A01", "#/buoi/v/ton-tai"),
            ("visit/v/withdrawal/A01", "#/buoi/v/ton-tai"),
            ("visit/v/set-aside/d", "#/buoi/v/chenh-lech"),
            ("visit/v/statement/new", "#/buoi/v/so-lieu/loi-van/moi"),
            ("visit/v/statement/p1", "#/buoi/v/so-lieu/loi-van/p1"),
            ("visit/v/table-form/new", "#/buoi/v/so-lieu/moi"),
            ("visit/v/table-form/b", "#/buoi/v/so-lieu/bieu/b"),
            ("visit/v/table/b/cell", "#/buoi/v/so-lieu/bieu/b"),
            ("visit/v/dossiers/cell", "#/buoi/v/ho-so"),
            ("visit/v/draw", "#/buoi/v/lay-mau"),
            ("visit/v/posting-draw", "#/buoi/v/niem-yet"),
            ("visit/v/posting/add", "#/buoi/v/niem-yet"),
            ("calendar/day/new", "#/lich"),
            ("calendar/announce/2026", "#/lich"),
            ("legal/new", "#/can-cu"),
            ("procedures/import", "#/thu-tuc"),
        ];
        for (key, href) in cases {
            assert_eq!(place_of_draft(key).map(|place| place.href()).as_deref(), Some(href), "{key}");
        }
    }

    #[test]
    fn a_letter_and_an_unknown_key_have_none() {
        for key in ["visit/v/apology/d-1", "visit/v", "", "other/x"] {
            assert_eq!(place_of_draft(key), None, "{key}");
        }
    }
}
