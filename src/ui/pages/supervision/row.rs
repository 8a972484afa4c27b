//! A unit as the list of a supervision shows it, and the order, search and groups of that list: plain values, tested
//! without a view.

use std::cmp::Reverse;

use crate::domain::outcome::Share;
use crate::domain::progress::VisitSummary;
use crate::domain::supervision::{Mode, Supervision, Unit};
use crate::words::fold::{collation_key, contains_folded, fold};

/// How the list is ordered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// As the supervision lists its units.
    #[default]
    Official,
    /// By name, as the Vietnamese alphabet has it.
    Name,
    /// By score, the highest first; units without a score last.
    Score,
}

/// A unit as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The unit.
    pub unit: Unit,
    /// Its visits, oldest first.
    pub visits: Vec<VisitSummary>,
    searched: String,
}

impl Row {
    /// The last visit: the one whose progress and score stand for the unit.
    pub fn last(&self) -> Option<&VisitSummary> {
        self.visits.last()
    }

    /// The score that stands for the unit.
    pub fn share(&self) -> Option<Share> {
        self.last()?.share()
    }

    /// Whether the search finds it.
    pub fn matches(&self, needle: &str) -> bool {
        contains_folded(&self.searched, needle)
    }
}

/// The units of a supervision with their visits, in an order.
pub fn rows(supervision: &Supervision, visits: &[VisitSummary], order: Order) -> Vec<Row> {
    let row = |unit: &Unit| {
        let mut of_unit: Vec<VisitSummary> = visits
            .iter()
            .filter(|visit| visit.supervision == supervision.id && visit.unit == unit.id)
            .cloned()
            .collect();
        of_unit.sort_by(|one, other| (one.date, &one.id).cmp(&(other.date, &other.id)));
        Row { unit: unit.clone(), visits: of_unit, searched: fold(&unit.name) }
    };
    let mut rows: Vec<Row> = supervision.units.iter().map(row).collect();
    match order {
        Order::Official => {}
        Order::Name => rows.sort_by_cached_key(|row| collation_key(&row.unit.name)),
        // A stable sort: units with equal scores stay as listed. No score is less than any.
        Order::Score => rows.sort_by_cached_key(|row| Reverse(row.share())),
    }
    rows
}

/// The rows apart by how their units are supervised, where both ways occur.
pub fn groups(rows: Vec<Row>) -> Vec<(Mode, Vec<Row>)> {
    let (direct, indirect): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| row.unit.mode == Mode::Direct);
    [(Mode::Direct, direct), (Mode::Indirect, indirect)].into_iter().filter(|(_, rows)| !rows.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::id::{SupervisionId, UnitId, VisitId};
    use crate::domain::supervision::{Level, Period, Resolution, UnitKind};

    fn supervision(names: &[&str]) -> Supervision {
        let unit = |(position, name): (usize, &&str)| Unit {
            id: UnitId::new(format!("u{position}")).unwrap(),
            name: (*name).to_owned(),
            level: Level::Commune,
            kind: UnitKind::PeoplesCommittee,
            mode: if position % 2 == 0 { Mode::Direct } else { Mode::Indirect },
        };
        Supervision {
            id: SupervisionId::new("s").unwrap(),
            revision: 1,
            body: String::new(),
            place: String::new(),
            province: None,
            resolution: Resolution::default(),
            topic: "A".to_owned(),
            period: Period::default(),
            delegation: Vec::new(),
            units: names.iter().enumerate().map(unit).collect(),
        }
    }

    fn visit(id: &str, unit: &str, day: u32, score: Option<(&str, &str)>) -> VisitSummary {
        VisitSummary {
            id: VisitId::new(id).unwrap(),
            supervision: SupervisionId::new("s").unwrap(),
            unit: UnitId::new(unit).unwrap(),
            date: NaiveDate::from_ymd_opt(2023, 5, day).unwrap(),
            revision: 0,
            answered: 0,
            asked: 0,
            score: score.map(|(part, whole)| (part.to_owned(), whole.to_owned())),
            findings: 0,
            critical_failed: 0,
        }
    }

    fn names(rows: &[Row]) -> Vec<&str> {
        rows.iter().map(|row| row.unit.name.as_str()).collect()
    }

    #[test]
    fn the_official_order_is_that_of_the_record() {
        let all = supervision(&["UBND xã Ia Rsum", "UBND xã Chư Drăng", "UBND xã Đất Bằng"]);
        let shown = rows(&all, &[], Order::Official);
        assert_eq!(names(&shown), ["UBND xã Ia Rsum", "UBND xã Chư Drăng", "UBND xã Đất Bằng"]);
    }

    #[test]
    fn names_stand_in_the_order_of_the_vietnamese_alphabet() {
        let all = supervision(&["UBND xã Ia Rsum", "UBND xã Đất Bằng", "UBND xã Chư Drăng"]);
        let shown = rows(&all, &[], Order::Name);
        assert_eq!(names(&shown), ["UBND xã Chư Drăng", "UBND xã Đất Bằng", "UBND xã Ia Rsum"]);
    }

    #[test]
    fn the_highest_score_comes_first_and_no_score_last() {
        let all = supervision(&["A", "B", "C", "D"]);
        let visits = [
            visit("v1", "u1", 1, Some(("1", "3"))),
            visit("v2", "u2", 1, Some(("1", "2"))),
            visit("v3", "u3", 1, None),
        ];
        assert_eq!(names(&rows(&all, &visits, Order::Score)), ["C", "B", "A", "D"]);
    }

    #[test]
    fn the_last_visit_stands_for_the_unit() {
        let all = supervision(&["A"]);
        let visits = [visit("late", "u0", 9, Some(("1", "2"))), visit("early", "u0", 2, Some(("1", "1")))];
        let row = &rows(&all, &visits, Order::Official)[0];
        assert_eq!(row.last().unwrap().id.as_str(), "late");
        assert_eq!(row.visits.len(), 2);
    }

    #[test]
    fn groups_keep_the_order_and_leave_out_what_is_empty() {
        let all = supervision(&["A", "B", "C"]);
        let apart = groups(rows(&all, &[], Order::Official));
        assert_eq!(apart.len(), 2);
        assert_eq!(names(&apart[0].1), ["A", "C"]);
        let one = supervision(&["A"]);
        assert_eq!(groups(rows(&one, &[], Order::Official)).len(), 1);
    }
}
