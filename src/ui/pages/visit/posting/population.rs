//! What procedures are drawn from, and what a draw makes of the sample.

use chrono::NaiveDate;

use crate::domain::procedure::{PostedProcedure, Procedure, ProcedureList};
use crate::domain::sampling::Stratum;
use crate::domain::supervision::Level;

/// Whose procedures count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    /// Those that the unit's level resolves.
    Level,
    /// All of them.
    All,
}

impl Scope {
    /// The procedures in force on a day, in the order of the list.
    pub(super) fn in_force(self, list: &ProcedureList, on: NaiveDate, level: Level) -> Vec<&Procedure> {
        list.in_force(on).filter(|procedure| self == Self::All || procedure.is_at(level)).collect()
    }

    /// How many are in force on a day.
    pub(super) fn count(self, list: &ProcedureList, on: NaiveDate, level: Level) -> u32 {
        u32::try_from(self.in_force(list, on, level).len()).unwrap_or(u32::MAX)
    }

    /// The scope that a count stands for; where both or neither would give it, the level.
    pub(super) fn of(in_force: Option<u32>, list: &ProcedureList, on: NaiveDate, level: Level) -> Self {
        let gives = |scope: Self| in_force == Some(scope.count(list, on, level));
        if gives(Self::All) && !gives(Self::Level) { Self::All } else { Self::Level }
    }
}

/// Procedures by field, for a stratified draw: the fields in the order in which they first stand on the list, and within
/// a field the order of the list.
pub(super) fn by_field(procedures: Vec<&Procedure>) -> (Vec<Stratum>, Vec<&Procedure>) {
    let mut fields: Vec<(&str, Vec<&Procedure>)> = Vec::new();
    for procedure in procedures {
        let name = procedure.field.trim();
        match fields.iter_mut().find(|(field, _)| *field == name) {
            Some((_, held)) => held.push(procedure),
            None => fields.push((name, vec![procedure])),
        }
    }
    let stratum = |(name, held): &(&str, Vec<&Procedure>)| Stratum {
        name: (*name).to_owned(),
        size: u32::try_from(held.len()).unwrap_or(u32::MAX),
    };
    (fields.iter().map(stratum).collect(), fields.into_iter().flat_map(|(_, held)| held).collect())
}

/// The sample after a draw of these numbers: what was judged of a procedure that is drawn again stays.
pub(super) fn redrawn(before: &[PostedProcedure], drawn: &[u32], procedures: &[&Procedure]) -> Vec<PostedProcedure> {
    let place = |number: &u32| usize::try_from(*number).ok()?.checked_sub(1);
    let chosen = drawn.iter().filter_map(|number| procedures.get(place(number)?));
    let taken = chosen.map(|procedure| {
        let known = before.iter().find(|one| one.code == procedure.code);
        known.cloned().unwrap_or_else(|| PostedProcedure {
            code: procedure.code.clone(),
            name: procedure.name.clone(),
            ..PostedProcedure::default()
        })
    });
    taken.collect()
}

#[cfg(test)]
mod tests {
    use crate::domain::fixture::day;
    use crate::domain::procedure::Decision;

    use super::*;

    fn list() -> ProcedureList {
        let entry = |code: &str, field: &str, level, from, to| Procedure {
            code: code.to_owned(),
            name: format!("Thủ tục {code}"),
            field: field.to_owned(),
            level,
            other_levels: Vec::new(),
            decision: Decision::default(),
            term: None,
            fee: None,
            online_level: None,
            valid_from: from,
            valid_to: to,
        };
        let (from, old) = (day(2022, 7, 1), day(2020, 1, 1));
        ProcedureList {
            id: "x".to_owned(),
            version: 1,
            taken_on: from,
            entries: vec![
                entry("1", "Đất đai", Level::Commune, from, None),
                entry("2", "Hộ tịch", Level::Commune, from, None),
                entry("3", "Đất đai", Level::District, from, None),
                entry("4", "Hộ tịch", Level::Commune, old, Some(day(2022, 6, 30))),
                entry("5", "Đất đai", Level::Commune, old, None),
            ],
        }
    }

    fn codes(procedures: &[&Procedure]) -> String {
        procedures.iter().map(|procedure| procedure.code.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_scope_takes_what_is_in_force_in_the_order_of_the_list() {
        let (list, on) = (list(), day(2023, 5, 10));
        assert_eq!(codes(&Scope::Level.in_force(&list, on, Level::Commune)), "1 2 5");
        assert_eq!(codes(&Scope::All.in_force(&list, on, Level::Commune)), "1 2 3 5");
        assert_eq!(codes(&Scope::All.in_force(&list, day(2022, 6, 30), Level::Commune)), "4 5");
    }

    #[test]
    fn a_count_tells_its_scope() {
        let (list, on) = (list(), day(2023, 5, 10));
        for (in_force, scope) in
            [(Some(3), Scope::Level), (Some(4), Scope::All), (Some(9), Scope::Level), (None, Scope::Level)]
        {
            assert_eq!(Scope::of(in_force, &list, on, Level::Commune), scope, "{in_force:?}");
        }
        // On this day both scopes hold the same.
        assert_eq!(Scope::of(Some(2), &list, day(2022, 6, 30), Level::Commune), Scope::Level);
    }

    #[test]
    fn fields_follow_one_another_and_keep_the_order_of_the_list() {
        let list = list();
        let (strata, procedures) = by_field(Scope::All.in_force(&list, day(2023, 5, 10), Level::Commune));
        let strata: Vec<(&str, u32)> = strata.iter().map(|stratum| (stratum.name.as_str(), stratum.size)).collect();
        assert_eq!(strata, [("Đất đai", 3), ("Hộ tịch", 1)]);
        assert_eq!(codes(&procedures), "1 3 5 2");
    }

    #[test]
    fn what_was_judged_stays_with_a_procedure_drawn_again() {
        let list = list();
        let procedures = Scope::All.in_force(&list, day(2023, 5, 10), Level::Commune);
        let first = redrawn(&[], &[1, 4], &procedures);
        assert_eq!(first.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Thủ tục 1", "Thủ tục 5"]);
        let judged: Vec<_> = first.into_iter().map(|one| PostedProcedure { posted: Some(true), ..one }).collect();
        let second = redrawn(&judged, &[2, 4], &procedures);
        let seen: Vec<_> = second.iter().map(|one| (one.code.as_str(), one.posted)).collect();
        assert_eq!(seen, [("2", None), ("5", Some(true))]);
    }
}
