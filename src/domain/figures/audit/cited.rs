//! Citations against each other: one normative document under two numbers, or one number under two dates.

use std::collections::BTreeMap;

use crate::domain::figures::Held;
use crate::domain::figures::statement::{Picked, Statement};
use crate::domain::id::StatementId;

use super::{Audit, Discrepancy, Place, RuleKind, Sure, Term, Value, id_of};

struct Cited<'s> {
    number: &'s str,
    /// The number without its first part: year and issuer.
    series: &'s str,
    date: chrono::NaiveDate,
    place: Place,
}

/// Holds citations with a year in their number and a date against each other: two of one issuer and day under two
/// numbers may be one. Official letters and decisions, whose numbers have no year, are many on a day.
pub fn audit(statements: &BTreeMap<StatementId, Held<Statement>>) -> Audit {
    let mut cited: Vec<Cited<'_>> = Vec::new();
    for (id, held) in statements {
        for pick in &held.value.picks {
            let Picked::Citation { number, date: Some(date) } = &pick.what else { continue };
            let Some((_, series)) = number.split_once('/') else { continue };
            if series.get(..4).is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit())) {
                let place = Place::Said { statement: id.clone(), pick: pick.number };
                cited.push(Cited { number, series, date: *date, place });
            }
        }
    }
    let mut found = Audit::default();
    for one in &cited {
        let is_like = |other: &&Cited<'_>| {
            let same_series = other.series == one.series && other.date == one.date;
            (same_series && other.number != one.number) || (other.number == one.number && other.date != one.date)
        };
        let Some(other) = cited.iter().find(is_like) else {
            found.check(RuleKind::Citation, None, None);
            continue;
        };
        // Of the two the one that is cited less often is the likelier slip; of equals the first.
        let times = |like: &Cited<'_>| {
            cited.iter().filter(|other| other.number == like.number && other.date == like.date).count()
        };
        let place_of = |like: &Cited<'_>| cited.iter().position(|other| other.place == like.place);
        if times(one) > times(other) || (times(one) == times(other) && place_of(one) > place_of(other)) {
            continue;
        }
        let words = |cited: &Cited<'_>| {
            Value::Words(format!("{} ngày {}", cited.number, crate::words::format::date(cited.date)))
        };
        found.check(
            RuleKind::Citation,
            None,
            Some(Discrepancy {
                id: id_of(RuleKind::Citation, &one.place, ""),
                rule: RuleKind::Citation,
                named: None,
                place: one.place.clone(),
                stated: words(one),
                computed: words(other),
                terms: vec![Term { place: other.place.clone(), figure: None }],
                sure: Sure::Possible,
                causes: Vec::new(),
            }),
        );
    }
    found
}
