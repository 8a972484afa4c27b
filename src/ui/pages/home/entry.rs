//! A supervision as the list shows it, and the order and search of the list: plain values, tested without a view.

use std::collections::BTreeMap;

use crate::domain::id::SupervisionId;
use crate::domain::progress::VisitSummary;
use crate::domain::supervision::Supervision;
use crate::words::fold::{collation_key, contains_folded, fold};

/// A supervision as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The supervision.
    pub supervision: Supervision,
    /// How many visits have begun.
    pub visits: usize,
    /// Items answered, in all visits.
    pub answered: usize,
    /// Items asked, in all visits.
    pub asked: usize,
    searched: String,
}

impl Entry {
    /// Whether the search finds it.
    pub fn matches(&self, needle: &str) -> bool {
        contains_folded(&self.searched, needle)
    }
}

/// The list, by topic in the order of the Vietnamese alphabet. The records keep their own order.
pub fn entries(supervisions: &[Supervision], visits: &[VisitSummary]) -> Vec<Entry> {
    let mut sums: BTreeMap<&SupervisionId, (usize, usize, usize)> = BTreeMap::new();
    for visit in visits {
        let sum = sums.entry(&visit.supervision).or_default();
        *sum = (sum.0 + 1, sum.1 + visit.answered, sum.2 + visit.asked);
    }
    let entry = |supervision: &Supervision| {
        let (visits, answered, asked) = sums.get(&supervision.id).copied().unwrap_or_default();
        let Supervision { topic, body, place, resolution, .. } = supervision;
        Entry {
            supervision: supervision.clone(),
            visits,
            answered,
            asked,
            searched: fold(&[topic, body, place, &resolution.number].map(String::as_str).join(" ")),
        }
    };
    let mut entries: Vec<Entry> = supervisions.iter().map(entry).collect();
    entries.sort_by_cached_key(|entry| collation_key(&entry.supervision.topic));
    entries
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::id::{UnitId, VisitId};
    use crate::domain::supervision::{Period, Resolution};

    fn supervision(id: &str, topic: &str, number: &str) -> Supervision {
        Supervision {
            id: SupervisionId::new(id).unwrap(),
            revision: 1,
            body: "HĐND huyện Krông Pa".to_owned(),
            place: "Krông Pa".to_owned(),
            province: None,
            resolution: Resolution { number: number.to_owned(), date: None },
            topic: topic.to_owned(),
            period: Period::default(),
            delegation: Vec::new(),
            units: Vec::new(),
        }
    }

    fn visit(id: &str, supervision: &str, answered: usize, asked: usize) -> VisitSummary {
        VisitSummary {
            id: VisitId::new(id).unwrap(),
            supervision: SupervisionId::new(supervision).unwrap(),
            unit: UnitId::new("u").unwrap(),
            date: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
            revision: 0,
            answered,
            asked,
            score: None,
            findings: 0,
            critical_failed: 0,
        }
    }

    #[test]
    fn topics_stand_in_the_order_of_the_vietnamese_alphabet() {
        let all = [
            supervision("1", "Ưu đãi đầu tư", ""),
            supervision("2", "Đất đai", ""),
            supervision("3", "Cải cách hành chính", ""),
        ];
        let ids: Vec<String> = entries(&all, &[]).iter().map(|entry| entry.supervision.id.to_string()).collect();
        assert_eq!(ids, ["3", "2", "1"]);
    }

    #[test]
    fn progress_is_summed_over_the_visits_of_one_supervision() {
        let all = [supervision("1", "A", ""), supervision("2", "B", "")];
        let visits = [visit("x", "1", 3, 10), visit("y", "1", 4, 20), visit("z", "2", 9, 9)];
        let first = &entries(&all, &visits)[0];
        assert_eq!((first.visits, first.answered, first.asked), (2, 7, 30));
    }

    #[test]
    fn search_ignores_diacritics_and_knows_the_resolution() {
        let entry = &entries(&[supervision("1", "Cải cách thủ tục hành chính", "142/NQ-HĐND")], &[])[0];
        for needle in ["cai cach", "THỦ TỤC", "krong", "142/nq", ""] {
            assert!(entry.matches(needle), "{needle}");
        }
        assert!(!entry.matches("đất đai"));
    }
}
