//! Supervisions changed by two forms at once.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::supervision::{Level, Member, Mode, Supervision, Unit, UnitKind};

use super::field::{Field, carry_over, fields, swap_all};

fields! {
    /// A field of a supervision; its units are told apart by their ids.
    SupervisionField of Supervision {
        /// The body in whose name the delegation works.
        Body(body: String),
        /// Place name for the head of documents.
        Place(place: String),
        /// The province whose documents bind.
        Province(province: Option<String>),
        /// Number of the resolution.
        Number(resolution.number: String),
        /// Date of the resolution.
        Issued(resolution.date: Option<NaiveDate>),
        /// What is supervised.
        Topic(topic: String),
        /// First day of the period.
        From(period.from: Option<NaiveDate>),
        /// Last day of the period.
        To(period.to: Option<NaiveDate>),
        /// The members with their roles.
        Delegation(delegation: Vec<Member>),
    }
}

fields! {
    /// A field of a unit under supervision.
    UnitField of Unit {
        /// Its name.
        Name(name: String),
        /// Level of government.
        Level(level: Level),
        /// What kind of body it is.
        Kind(kind: UnitKind),
        /// How it is supervised.
        Mode(mode: Mode),
    }
}

/// The names of the fields in which two supervisions differ; `Units` where their units do.
pub fn supervision_differences(one: &Supervision, other: &Supervision) -> Vec<String> {
    let fields = SupervisionField::differences(one, other);
    let units = (one.units != other.units).then(|| "Units".to_owned());
    fields.iter().flat_map(Field::paths).flatten().chain(units).collect()
}

/// The supervision `now`, with what a form made of it between `before` and `after`. Where both changed one field, the form's
/// stands.
pub fn join_supervision(before: &Supervision, after: &Supervision, now: Supervision) -> Supervision {
    let mut joined = carry_over::<SupervisionField>(before, after, now);
    if joined.units == before.units {
        joined.units.clone_from(&after.units);
        return joined;
    }
    joined.units.retain(|unit| after.unit(&unit.id).is_some() || before.unit(&unit.id).is_none());
    for unit in &after.units {
        match before.unit(&unit.id) {
            Some(known) => {
                for held in joined.units.iter_mut().filter(|held| held.id == unit.id) {
                    swap_all(held, UnitField::differences(known, unit));
                }
            }
            None => joined.units.push(unit.clone()),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use crate::domain::fixture::{day, supervision};
    use crate::domain::id::UnitId;

    use super::*;

    #[test]
    fn what_two_forms_change_of_a_supervision_both_stands() {
        let before = supervision();
        let (mut mine, mut theirs) = (before.clone(), before.clone());
        mine.topic = "Cải cách hành chính".to_owned();
        mine.period.to = Some(day(2024, 6, 30));
        mine.units[0].name = "UBND xã Ia Rsai".to_owned();
        mine.units.push(Unit { id: UnitId::new("u-9").unwrap(), ..before.units[0].clone() });
        theirs.place = "Pleiku".to_owned();
        theirs.period.from = Some(day(2021, 1, 1));
        theirs.units[0].level = Level::Province;
        theirs.units.push(Unit { id: UnitId::new("u-8").unwrap(), ..before.units[0].clone() });
        let joined = join_supervision(&before, &mine, theirs);
        assert_eq!((&*joined.topic, &*joined.place), ("Cải cách hành chính", "Pleiku"));
        assert_eq!((joined.period.from, joined.period.to), (Some(day(2021, 1, 1)), Some(day(2024, 6, 30))));
        assert_eq!((&*joined.units[0].name, joined.units[0].level), ("UBND xã Ia Rsai", Level::Province));
        let ids: Vec<&str> = joined.units.iter().skip(before.units.len()).map(|unit| unit.id.as_str()).collect();
        assert_eq!(ids, ["u-8", "u-9"]);
    }

    #[test]
    fn a_unit_that_the_form_removed_goes_and_one_that_came_meanwhile_stays() {
        let before = supervision();
        let (mut mine, mut theirs) = (before.clone(), before.clone());
        let gone = mine.units.remove(0);
        theirs.units.push(Unit { id: UnitId::new("u-8").unwrap(), ..gone.clone() });
        let joined = join_supervision(&before, &mine, theirs);
        assert!(joined.unit(&gone.id).is_none());
        assert!(joined.unit(&UnitId::new("u-8").unwrap()).is_some());
    }
}
