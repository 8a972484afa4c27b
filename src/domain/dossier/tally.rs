//! Late dossiers counted by cause, body and field, as the items C10 to C12 ask for them.

use crate::words::fold::fold;

use super::{Cause, Dossier};

/// Whether a late dossier counts in a field of an item: 1 or 0, or none if the item has no such field.
///
/// The fields are those of the catalogue: C10 by cause (002:35-37), C11 by body at fault (002:41-57: the department or
/// the land registration office, the people's committee, the tax office, others), C12 by field (000:31, 002:29-33:
/// land, justice, others). A body or field that is not given counts nowhere.
pub fn tally(item: &str, field: &str, dossier: &Dossier) -> Option<u64> {
    let counts = match (item, field) {
        ("C10", "thao_tac") => dossier.cause == Some(Cause::HandlingError),
        ("C10", "he_thong") => dossier.cause == Some(Cause::System),
        ("C10", "qua_han_thuc_su") => dossier.cause == Some(Cause::TrulyLate),
        ("C11", "so_vpdkdd" | "ubnd" | "thue" | "khac") => body(&dossier.body_at_fault) == Some(field),
        ("C12", "dat_dai" | "tu_phap" | "khac") => sector(&dossier.field) == Some(field),
        _ => return None,
    };
    Some(u64::from(counts))
}

/// The field of C11 that a body belongs to; none for a blank one. The land office and the tax office go before the
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

/// The field of C12 that a sector (lĩnh vực) belongs to; none for a blank one.
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
        let counted =
            |item, fields: &[&str]| fields.iter().map(|field| tally(item, field, &dossier)).collect::<Option<Vec<_>>>();
        assert_eq!(counted("C10", &["thao_tac", "he_thong", "qua_han_thuc_su"]), Some(vec![0, 1, 0]));
        assert_eq!(counted("C11", &["so_vpdkdd", "ubnd", "thue", "khac"]), Some(vec![0, 0, 1, 0]));
        assert_eq!(counted("C12", &["dat_dai", "tu_phap", "khac"]), Some(vec![1, 0, 0]));
        assert_eq!(counted("C10", &["a_field_of_another_template"]), None);
    }
}
