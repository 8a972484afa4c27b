//! Late dossiers counted by cause, body and field, as the items with one count for each of these ask for them.

use crate::words::fold::fold;

use super::{Cause, Dossier, DossierCheck};

impl DossierCheck {
    /// The keys of the counts that late dossiers are told apart by, for an item with several counts; none of a check that
    /// counts in one way.
    ///
    /// They are those of the reports: by cause (002:35-37), by body at fault (002:41-57: the department or the land
    /// registration office, the people's committee, the tax office, others), by field (000:31, 002:29-33: land, justice,
    /// others).
    pub fn count_keys(self) -> &'static [&'static str] {
        match self {
            Self::LateByCause => &["thao_tac", "he_thong", "qua_han_thuc_su"],
            Self::LateByBody => &["so_vpdkdd", "ubnd", "thue", "khac"],
            Self::LateByField => &["dat_dai", "tu_phap", "khac"],
            _ => &[],
        }
    }

    /// Whether a late dossier counts under a key: 1 or 0, or none if the key is none of [`Self::count_keys`]. A body or
    /// field that is not given counts nowhere.
    pub fn tally(self, key: &str, dossier: &Dossier) -> Option<u64> {
        let key = self.count_keys().iter().find(|known| **known == key).copied()?;
        let counted = match self {
            Self::LateByCause => dossier.cause.map(cause),
            Self::LateByBody => body(&dossier.body_at_fault),
            Self::LateByField => sector(&dossier.field),
            _ => return None,
        };
        Some(u64::from(counted == Some(key)))
    }
}

fn cause(cause: Cause) -> &'static str {
    match cause {
        Cause::HandlingError => "thao_tac",
        Cause::System => "he_thong",
        Cause::TrulyLate => "qua_han_thuc_su",
    }
}

/// The key of the count that a body belongs to; none for a blank one. The land office and the tax office go before the
/// people's committee, since their names may carry its district's.
fn body(name: &str) -> Option<&'static str> {
    let name = fold(name);
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if name.is_empty() {
        return None;
    }
    Some(if says(&["thue"]) {
        "thue"
    } else if name.starts_with("so ") || says(&["vpdk", "dang ky dat dai", "dkdd", "tn&mt", "tai nguyen"]) {
        "so_vpdkdd"
    } else if says(&["ubnd", "uy ban nhan dan", "phong "]) {
        "ubnd"
    } else {
        "khac"
    })
}

/// The key of the count that a sector (lĩnh vực) belongs to; none for a blank one.
fn sector(name: &str) -> Option<&'static str> {
    let name = fold(name);
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if name.is_empty() {
        return None;
    }
    Some(if says(&["dat dai", "do dac"]) {
        "dat_dai"
    } else if says(&["tu phap", "ho tich", "chung thuc", "quoc tich", "nuoi con nuoi"]) {
        "tu_phap"
    } else {
        "khac"
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_and_sectors_are_told_as_the_reports_name_them() {
        for (name, field) in [
            ("Sở TN&MT", Some("so_vpdkdd")),
            ("Chi nhánh VPĐKĐĐ huyện Ea H'leo", Some("so_vpdkdd")),
            ("Văn phòng đăng ký đất đai tỉnh", Some("so_vpdkdd")),
            ("UBND huyện Ea Kar", Some("ubnd")),
            ("Ủy ban nhân dân xã Ia Rmok", Some("ubnd")),
            ("Chi cục Thuế khu vực", Some("thue")),
            ("Công an xã", Some("khac")),
            ("  ", None),
        ] {
            assert_eq!(body(name), field, "{name}");
        }
        for (name, field) in
            [("Đất đai", Some("dat_dai")), ("Hộ tịch", Some("tu_phap")), ("Thú y", Some("khac")), ("", None)]
        {
            assert_eq!(sector(name), field, "{name}");
        }
    }

    #[test]
    fn a_late_dossier_counts_once_in_each_item_that_it_can_be_placed_in() {
        let dossier = Dossier {
            field: "Đất đai".to_owned(),
            cause: Some(Cause::System),
            body_at_fault: "Chi cục Thuế".to_owned(),
            ..Dossier::default()
        };
        let counted = |check: DossierCheck, keys: &[&str]| {
            keys.iter().map(|key| check.tally(key, &dossier)).collect::<Option<Vec<_>>>()
        };
        let all = |check: DossierCheck| counted(check, check.count_keys());
        assert_eq!(all(DossierCheck::LateByCause), Some(vec![0, 1, 0]));
        assert_eq!(all(DossierCheck::LateByBody), Some(vec![0, 0, 1, 0]));
        assert_eq!(all(DossierCheck::LateByField), Some(vec![1, 0, 0]));
        assert_eq!(
            counted(DossierCheck::LateByCause, &["thao_tac"]),
            Some(vec![0]),
            "a template may count some of them"
        );
        assert_eq!(counted(DossierCheck::LateByCause, &["a_count_of_something_else"]), None);
        assert_eq!(counted(DossierCheck::SlipIssued, &["thao_tac"]), None);
    }
}
