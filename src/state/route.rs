//! Routes: what the part of the address after `#` says. A route in the fragment survives a reload on any static host,
//! under any sub-folder, with no help from a server.

use crate::domain::id::{DossierId, StatementId, SupervisionId, TableId, UnitId, VisitId};

/// A place in the app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The list of supervisions.
    #[default]
    Home,
    /// The form of a new supervision.
    NewSupervision,
    /// One supervision.
    Supervision(SupervisionId),
    /// The form of a supervision.
    EditSupervision(SupervisionId),
    /// The form of new units.
    NewUnit(SupervisionId),
    /// The form of a unit.
    EditUnit(SupervisionId, UnitId),
    /// The form of a new visit, with its unit chosen or not.
    NewVisit(SupervisionId, Option<UnitId>),
    /// The checklist of a visit.
    Visit(VisitId),
    /// The form of a visit.
    EditVisit(VisitId),
    /// The sampled dossiers of a visit.
    Dossiers(VisitId),
    /// The form of a dossier, a new one or one that is there.
    Dossier(VisitId, Option<DossierId>),
    /// Dossiers from a table.
    DossierImport(VisitId),
    /// The draft of the apology letter for a dossier.
    Apology(VisitId, DossierId),
    /// Late dossiers of a visit and their letters, added up.
    Coverage(VisitId),
    /// Late dossiers of a supervision and their letters, added up by unit.
    Coverages(SupervisionId),
    /// The breakdown of a visit's score.
    Score(VisitId),
    /// The findings of a visit.
    Findings(VisitId),
    /// The posting of procedures, seen at a visit.
    Posting(VisitId),
    /// The draws of dossiers of a visit.
    Draws(VisitId),
    /// The figures of a visit: its tables and statements.
    Figures(VisitId),
    /// The choice of a form for a new table of figures.
    NewTable(VisitId),
    /// A table of figures.
    Table(VisitId, TableId),
    /// A table of figures from a file or the clipboard.
    TableImport(VisitId, TableId),
    /// The form of a statement, a new one or one that is there.
    Statement(VisitId, Option<StatementId>),
    /// The discrepancies of a visit.
    Audit(VisitId),
    /// What the figures of a visit say: indicators, ranking, trends.
    Ranking(VisitId),
    /// What the figures of a supervision say.
    Rankings(SupervisionId),
    /// The working calendar, and the reckoning of due dates.
    Calendar,
    /// The preview of a calendar from a file.
    CalendarImport,
    /// The legal bases.
    Legal,
    /// The procedure lists.
    ProcedureLists,
    /// A procedure list by id and version.
    ProcedureList(String, u32),
    /// The preview of an import.
    Import,
    /// Settings.
    Settings,
    /// What was deleted and can be had back.
    Bin,
    /// No such place.
    NotFound,
}

impl Route {
    /// The address, from `#` on.
    pub fn href(&self) -> String {
        match self {
            Self::Home | Self::NotFound => "#/".to_owned(),
            Self::NewSupervision => "#/giam-sat/moi".to_owned(),
            Self::Supervision(id) => format!("#/giam-sat/{id}"),
            Self::EditSupervision(id) => format!("#/giam-sat/{id}/sua"),
            Self::NewUnit(id) => format!("#/giam-sat/{id}/don-vi/moi"),
            Self::EditUnit(id, unit) => format!("#/giam-sat/{id}/don-vi/{unit}"),
            Self::NewVisit(id, None) => format!("#/giam-sat/{id}/buoi/moi"),
            Self::NewVisit(id, Some(unit)) => format!("#/giam-sat/{id}/buoi/moi/{unit}"),
            Self::Visit(id) => format!("#/buoi/{id}"),
            Self::EditVisit(id) => format!("#/buoi/{id}/sua"),
            Self::Dossiers(id) => format!("#/buoi/{id}/ho-so"),
            Self::Dossier(id, None) => format!("#/buoi/{id}/ho-so/moi"),
            Self::Dossier(id, Some(dossier)) => format!("#/buoi/{id}/ho-so/{dossier}"),
            Self::DossierImport(id) => format!("#/buoi/{id}/ho-so/nhap"),
            Self::Apology(id, dossier) => format!("#/buoi/{id}/ho-so/{dossier}/xin-loi"),
            Self::Coverage(id) => format!("#/buoi/{id}/tong-hop"),
            Self::Coverages(id) => format!("#/giam-sat/{id}/tong-hop"),
            Self::Score(id) => format!("#/buoi/{id}/diem"),
            Self::Findings(id) => format!("#/buoi/{id}/ton-tai"),
            Self::Posting(id) => format!("#/buoi/{id}/niem-yet"),
            Self::Draws(id) => format!("#/buoi/{id}/lay-mau"),
            Self::Figures(id) => format!("#/buoi/{id}/so-lieu"),
            Self::NewTable(id) => format!("#/buoi/{id}/so-lieu/moi"),
            Self::Table(id, table) => format!("#/buoi/{id}/so-lieu/bieu/{table}"),
            Self::TableImport(id, table) => format!("#/buoi/{id}/so-lieu/bieu/{table}/nhap"),
            Self::Statement(id, None) => format!("#/buoi/{id}/so-lieu/loi-van/moi"),
            Self::Statement(id, Some(statement)) => format!("#/buoi/{id}/so-lieu/loi-van/{statement}"),
            Self::Audit(id) => format!("#/buoi/{id}/chenh-lech"),
            Self::Ranking(id) => format!("#/buoi/{id}/xep-hang"),
            Self::Rankings(id) => format!("#/giam-sat/{id}/xep-hang"),
            Self::Calendar => "#/lich".to_owned(),
            Self::CalendarImport => "#/lich/nhap".to_owned(),
            Self::Legal => "#/can-cu".to_owned(),
            Self::ProcedureLists => "#/thu-tuc".to_owned(),
            // The id is the user's: in hexadecimal it is an address whatever letters it has.
            Self::ProcedureList(id, version) => format!("#/thu-tuc/{}/{version}", hexadecimal(id)),
            Self::Import => "#/nhap".to_owned(),
            Self::Settings => "#/cai-dat".to_owned(),
            Self::Bin => "#/thung-rac".to_owned(),
        }
    }

    /// The place that an address names; `fragment` with or without its `#`.
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = path.split('/').collect();
        let supervision = |id: &str| SupervisionId::new(id).ok();
        let unit = |id: &str| UnitId::new(id).ok();
        let visit = |id: &str| VisitId::new(id).ok();
        let dossier = |id: &str| DossierId::new(id).ok();
        let table = |id: &str| TableId::new(id).ok();
        let found = match parts.as_slice() {
            [""] => Some(Self::Home),
            ["giam-sat", "moi"] => Some(Self::NewSupervision),
            ["giam-sat", id] => supervision(id).map(Self::Supervision),
            ["giam-sat", id, "sua"] => supervision(id).map(Self::EditSupervision),
            ["giam-sat", id, "don-vi", "moi"] => supervision(id).map(Self::NewUnit),
            ["giam-sat", id, "don-vi", of] => supervision(id).zip(unit(of)).map(|(id, of)| Self::EditUnit(id, of)),
            ["giam-sat", id, "buoi", "moi"] => supervision(id).map(|id| Self::NewVisit(id, None)),
            ["giam-sat", id, "buoi", "moi", of] => {
                supervision(id).zip(unit(of)).map(|(id, of)| Self::NewVisit(id, Some(of)))
            }
            ["buoi", id] => visit(id).map(Self::Visit),
            ["buoi", id, "sua"] => visit(id).map(Self::EditVisit),
            ["buoi", id, "ho-so"] => visit(id).map(Self::Dossiers),
            ["buoi", id, "ho-so", "moi"] => visit(id).map(|id| Self::Dossier(id, None)),
            ["buoi", id, "ho-so", "nhap"] => visit(id).map(Self::DossierImport),
            ["buoi", id, "ho-so", of] => visit(id).zip(dossier(of)).map(|(id, of)| Self::Dossier(id, Some(of))),
            ["buoi", id, "ho-so", of, "xin-loi"] => visit(id).zip(dossier(of)).map(|(id, of)| Self::Apology(id, of)),
            ["buoi", id, "tong-hop"] => visit(id).map(Self::Coverage),
            ["giam-sat", id, "tong-hop"] => supervision(id).map(Self::Coverages),
            ["buoi", id, "diem"] => visit(id).map(Self::Score),
            ["buoi", id, "ton-tai"] => visit(id).map(Self::Findings),
            ["buoi", id, "niem-yet"] => visit(id).map(Self::Posting),
            ["buoi", id, "lay-mau"] => visit(id).map(Self::Draws),
            ["buoi", id, "so-lieu"] => visit(id).map(Self::Figures),
            ["buoi", id, "so-lieu", "moi"] => visit(id).map(Self::NewTable),
            ["buoi", id, "so-lieu", "bieu", of] => visit(id).zip(table(of)).map(|(id, of)| Self::Table(id, of)),
            ["buoi", id, "so-lieu", "bieu", of, "nhap"] => {
                visit(id).zip(table(of)).map(|(id, of)| Self::TableImport(id, of))
            }
            ["buoi", id, "so-lieu", "loi-van", "moi"] => visit(id).map(|id| Self::Statement(id, None)),
            ["buoi", id, "so-lieu", "loi-van", of] => {
                visit(id).zip(StatementId::new(*of).ok()).map(|(id, of)| Self::Statement(id, Some(of)))
            }
            ["buoi", id, "chenh-lech"] => visit(id).map(Self::Audit),
            ["buoi", id, "xep-hang"] => visit(id).map(Self::Ranking),
            ["giam-sat", id, "xep-hang"] => supervision(id).map(Self::Rankings),
            ["lich"] => Some(Self::Calendar),
            ["lich", "nhap"] => Some(Self::CalendarImport),
            ["can-cu"] => Some(Self::Legal),
            ["thu-tuc"] => Some(Self::ProcedureLists),
            ["thu-tuc", id, version] => {
                from_hexadecimal(id).zip(version.parse().ok()).map(|(id, version)| Self::ProcedureList(id, version))
            }
            ["nhap"] => Some(Self::Import),
            ["cai-dat"] => Some(Self::Settings),
            ["thung-rac"] => Some(Self::Bin),
            _ => None,
        };
        found.unwrap_or(Self::NotFound)
    }

    /// The visit that the place shows, if it shows one.
    pub fn visit(&self) -> Option<&VisitId> {
        match self {
            Self::Visit(id)
            | Self::EditVisit(id)
            | Self::Dossiers(id)
            | Self::Dossier(id, _)
            | Self::DossierImport(id)
            | Self::Apology(id, _)
            | Self::Coverage(id)
            | Self::Score(id)
            | Self::Findings(id)
            | Self::Posting(id)
            | Self::Draws(id)
            | Self::Figures(id)
            | Self::NewTable(id)
            | Self::Table(id, _)
            | Self::TableImport(id, _)
            | Self::Statement(id, _)
            | Self::Audit(id)
            | Self::Ranking(id) => Some(id),
            _ => None,
        }
    }
}

fn hexadecimal(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hexadecimal(text: &str) -> Option<String> {
    let byte = |pair: &[u8]| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok();
    let bytes = text.as_bytes().chunks(2).map(byte).collect::<Option<Vec<u8>>>()?;
    String::from_utf8(bytes).ok()
}

/// A place of every kind, for tests.
#[cfg(test)]
pub(crate) fn every_kind() -> Vec<Route> {
    use std::collections::HashSet;
    use std::mem::discriminant;

    let supervision = SupervisionId::new("s-1").unwrap();
    let unit = UnitId::new("u.2").unwrap();
    let visit = VisitId::new("v_3").unwrap();
    let routes = vec![
        Route::Home,
        Route::NewSupervision,
        Route::Supervision(supervision.clone()),
        Route::EditSupervision(supervision.clone()),
        Route::NewUnit(supervision.clone()),
        Route::EditUnit(supervision.clone(), unit.clone()),
        Route::NewVisit(supervision.clone(), None),
        Route::NewVisit(supervision.clone(), Some(unit)),
        Route::Visit(visit.clone()),
        Route::EditVisit(visit.clone()),
        Route::Dossiers(visit.clone()),
        Route::Dossier(visit.clone(), None),
        Route::Dossier(visit.clone(), Some(DossierId::new("d-4").unwrap())),
        Route::DossierImport(visit.clone()),
        Route::Apology(visit.clone(), DossierId::new("d-4").unwrap()),
        Route::Coverage(visit.clone()),
        Route::Coverages(supervision.clone()),
        Route::Score(visit.clone()),
        Route::Findings(visit.clone()),
        Route::Posting(visit.clone()),
        Route::Draws(visit.clone()),
        Route::Figures(visit.clone()),
        Route::NewTable(visit.clone()),
        Route::Table(visit.clone(), TableId::new("b-1").unwrap()),
        Route::TableImport(visit.clone(), TableId::new("b-1").unwrap()),
        Route::Statement(visit.clone(), None),
        Route::Statement(visit.clone(), Some(StatementId::new("l-1").unwrap())),
        Route::Audit(visit.clone()),
        Route::Ranking(visit),
        Route::Rankings(supervision.clone()),
        Route::Calendar,
        Route::CalendarImport,
        Route::Legal,
        Route::ProcedureLists,
        Route::ProcedureList("Gia Lai/xã".to_owned(), 12),
        Route::Import,
        Route::Settings,
        Route::Bin,
        Route::NotFound,
    ];
    let (_, kinds) = include_str!("route.rs").split_once("pub enum Route {").unwrap();
    let (kinds, _) = kinds.split_once("\n}").unwrap();
    let is_kind = |line: &&str| line.trim_start().starts_with(char::is_uppercase);
    let found: HashSet<_> = routes.iter().map(discriminant).collect();
    assert_eq!(found.len(), kinds.lines().filter(is_kind).count(), "a kind of place is missing here");
    routes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_survives_its_own_address() {
        for route in every_kind().into_iter().filter(|route| *route != Route::NotFound) {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn an_unknown_address_is_not_found() {
        for address in ["#/nowhere", "#/giam-sat", "#/buoi/a b", "#/buoi/v/x", "#/giam-sat/s/don-vi", "#/thu-tuc/zz/1"]
        {
            assert_eq!(Route::parse(address), Route::NotFound, "{address}");
        }
    }

    #[test]
    fn an_empty_fragment_is_home() {
        for address in ["", "#", "#/", "/"] {
            assert_eq!(Route::parse(address), Route::Home, "{address:?}");
        }
    }
}
