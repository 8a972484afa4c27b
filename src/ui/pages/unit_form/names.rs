//! Names of units as typed or pasted, one a line: plain values, tested without a view.

use std::collections::BTreeSet;

use crate::domain::supervision::Unit;
use crate::intake::block::cut;
use crate::words::fold::{fold, spelling_key, unit_kind};
use crate::words::outline::{is_total, section_line};

/// What a typed or pasted text holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    /// The names, one a line, without the numbers and marks that lists carry. Of a table the column of names is taken.
    pub names: Vec<String>,
    /// The lines that are no name: headings of sections and of columns, sums.
    pub left_out: Vec<String>,
}

/// The names in a typed or pasted text.
pub fn names(typed: &str) -> Listed {
    let lines: Vec<String> =
        if typed.contains('\t') { named_column(typed) } else { typed.lines().map(str::to_owned).collect() };
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty()).collect();
    // Where every line has the number of a section, they number the units.
    let all_sections = lines.iter().all(|line| section_line(line).is_some());
    let mut listed = Listed::default();
    for line in lines {
        let section = section_line(line);
        if is_total(line) || HEADINGS.contains(&fold(line).as_str()) || (section.is_some() && !all_sections) {
            listed.left_out.push(line.to_owned());
            continue;
        }
        let name = section.map_or_else(|| without_mark(line), |(_, name)| name).trim();
        if !name.is_empty() {
            listed.names.push(name.to_owned());
        }
    }
    listed
}

/// Headings of a column of names, folded.
const HEADINGS: [&str; 10] = [
    "ten",
    "ten xa",
    "ten don vi",
    "ten don vi hanh chinh",
    "ten co quan",
    "ten co quan, don vi",
    "don vi",
    "don vi hanh chinh",
    "co quan, don vi",
    "ten xa, phuong",
];

/// The column of names of a pasted table: the one most of whose cells say what kind of unit they name, else the one with
/// most different words. A line that has no such cell, as a heading over the table, is taken whole.
fn named_column(typed: &str) -> Vec<String> {
    let rows = cut(typed);
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    let score = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.trim());
        let words: BTreeSet<&str> =
            cells.filter(|cell| cell.chars().filter(|letter| letter.is_alphabetic()).count() > 1).collect();
        let kinds = words.iter().filter(|cell| unit_kind(cell).is_some() || fold(cell).starts_with("ubnd")).count();
        (kinds, words.len(), std::cmp::Reverse(column))
    };
    let column = (0..width).max_by_key(|column| score(*column)).unwrap_or_default();
    // A line of a list with its number in a cell of its own, among lines that are not cut, has its name behind it.
    let is_name = |cell: &&str| cell.chars().any(char::is_alphabetic);
    let name = |row: &Vec<String>| {
        let cells = || row.iter().map(|cell| cell.trim());
        let named = cells().nth(column).filter(is_name).or_else(|| cells().find(is_name));
        named.or_else(|| cells().find(|cell| !cell.is_empty())).unwrap_or_default().to_owned()
    };
    rows.iter().map(name).collect()
}

/// The names that are listed already, or that stand twice. Names that differ only in diacritics are different places
/// (Ia Rsum, Ia Rsươm stay apart); spellings of one name are not (Hoà, Hòa).
pub fn already(names: &[String], units: &[Unit]) -> Vec<String> {
    let mut seen: BTreeSet<String> = units.iter().map(|unit| spelling_key(&unit.name)).collect();
    names.iter().filter(|name| !seen.insert(spelling_key(name))).cloned().collect()
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
        assert_eq!(names("UBND xã A\n\n  UBND xã B  \r\n").names, ["UBND xã A", "UBND xã B"]);
    }

    #[test]
    fn marks_of_a_pasted_list_are_no_part_of_a_name() {
        let pasted = "1. UBND xã A\n2) UBND xã B\n- UBND xã C\n• UBND xã D\n3\tUBND xã E";
        assert_eq!(names(pasted).names, ["UBND xã A", "UBND xã B", "UBND xã C", "UBND xã D", "UBND xã E"]);
    }

    #[test]
    fn a_number_that_belongs_to_the_name_stays() {
        assert_eq!(names("Phường 7\n12 Trung tâm").names, ["Phường 7", "12 Trung tâm"]);
    }

    #[test]
    fn of_a_pasted_table_the_column_of_names_is_taken() {
        for pasted in [
            "UBND xã A\t24001\tTây Nguyên\nUBND xã B\t24002\tTây Nguyên",
            "STT\tTên đơn vị\tMã\n1\tUBND xã A\t24001\n2\tUBND xã B\t24002",
            "24001\tXã A\tVùng I\n24002\tXã B\tVùng II",
            "Ia Rmok\t24001\tVùng I\nChư Rcăm\t24002\tVùng I",
        ] {
            let found = names(pasted).names;
            assert!(found.len() == 2 && found.iter().all(|name| !name.contains(['\t', '2'])), "{pasted:?}: {found:?}");
            assert!(!found[0].contains("Vùng") && !found[0].contains("Nguyên"), "{found:?}");
        }
        assert_eq!(names("1\tUBND xã A\n\tTổng cộng\t2").left_out, ["Tổng cộng"]);
    }

    #[test]
    fn sums_and_headings_are_no_units_and_are_told() {
        let listed = names("IV. Các xã vùng III\nUBND xã A\n1. UBND xã B\nB) Khối huyện\nTổng cộng: 20 xã\nCộng");
        assert_eq!(listed.names, ["UBND xã A", "UBND xã B"]);
        assert_eq!(listed.left_out, ["IV. Các xã vùng III", "B) Khối huyện", "Tổng cộng: 20 xã", "Cộng"]);
        assert_eq!(names("I. UBND xã A\nII. UBND xã B").names, ["UBND xã A", "UBND xã B"]);
        assert_eq!(names("Công an xã A\nTổng công ty B").left_out, [""; 0]);
    }

    #[test]
    fn spellings_of_one_name_are_one_unit() {
        let typed =
            ["UBND phường Hoà Bình", "UBND phường Hòa Bình", "UBND phường Ho\u{300}a Bi\u{300}nh", "UBND xã Cư M’gar"]
                .map(str::to_owned);
        assert_eq!(already(&typed, &[unit("UBND xã Cư M'gar")]), typed[1..]);
    }

    #[test]
    fn a_name_that_is_listed_or_stands_twice_is_found() {
        let typed = ["ubnd xã  ia rsum", "UBND xã Ia Rsươm", "UBND xã Ia Rsươm"].map(str::to_owned);
        assert_eq!(already(&typed, &[unit("UBND xã Ia Rsum")]), ["ubnd xã  ia rsum", "UBND xã Ia Rsươm"]);
    }
}
