//! Names of units as typed or pasted, one a line: plain values, tested without a view.

use crate::domain::supervision::Unit;

/// The names in a typed or pasted text, one a line, without the numbers and marks that lists carry.
pub fn names(typed: &str) -> Vec<String> {
    typed.lines().map(|line| without_mark(line).trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

/// The names that are listed already, or that stand twice. Names that differ only in diacritics are different places
/// (Ia Rsum, Ia Rsươm stay apart); names that differ only in case or spaces are not.
pub fn already(names: &[String], units: &[Unit]) -> Vec<String> {
    let key = |name: &str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        words.join(" ").to_lowercase()
    };
    let mut seen: Vec<String> = units.iter().map(|unit| key(&unit.name)).collect();
    let mut twice = Vec::new();
    for name in names {
        let key = key(name);
        if seen.contains(&key) {
            twice.push(name.clone());
        } else {
            seen.push(key);
        }
    }
    twice
}

/// A line without the mark of a list: `1.`, `2)`, `-`, `+`, `•`.
fn without_mark(line: &str) -> &str {
    let line = line.trim_start();
    if let Some(rest) = line.strip_prefix(['-', '–', '+', '•', '*']) {
        return rest;
    }
    let digits = line.len() - line.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    match line[digits..].strip_prefix(['.', ')', '\t']) {
        Some(rest) if 0 < digits => rest,
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::UnitId;
    use crate::domain::supervision::{Level, Mode, UnitKind};

    fn unit(name: &str) -> Unit {
        Unit {
            id: UnitId::new("u").unwrap(),
            name: name.to_owned(),
            level: Level::Commune,
            kind: UnitKind::PeoplesCommittee,
            mode: Mode::Direct,
        }
    }

    #[test]
    fn each_line_is_a_unit_and_blank_lines_are_none() {
        assert_eq!(names("UBND xã A\n\n  UBND xã B  \r\n"), ["UBND xã A", "UBND xã B"]);
    }

    #[test]
    fn marks_of_a_pasted_list_are_no_part_of_a_name() {
        let pasted = "1. UBND xã A\n2) UBND xã B\n- UBND xã C\n• UBND xã D\n3\tUBND xã E";
        assert_eq!(names(pasted), ["UBND xã A", "UBND xã B", "UBND xã C", "UBND xã D", "UBND xã E"]);
    }

    #[test]
    fn a_number_that_belongs_to_the_name_stays() {
        assert_eq!(names("Phường 7\n12 Trung tâm"), ["Phường 7", "12 Trung tâm"]);
    }

    #[test]
    fn a_name_that_is_listed_or_stands_twice_is_found() {
        let typed = ["ubnd xã  ia rsum", "UBND xã Ia Rsươm", "UBND xã Ia Rsươm"].map(str::to_owned);
        assert_eq!(already(&typed, &[unit("UBND xã Ia Rsum")]), ["ubnd xã  ia rsum", "UBND xã Ia Rsươm"]);
    }
}
