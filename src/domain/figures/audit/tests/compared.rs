//! What counts as compared: only checks that held figures against each other and could have failed.

use super::*;

#[test]
fn nothing_agrees_in_a_table_that_has_nothing_to_compute() {
    let free = Rows::Free { adds_up: true };
    let empty = audit_table(&id("b"), &table(form(free.clone(), vec![counts("a")], Vec::new()), Vec::new()));
    assert_eq!((empty.checks, empty.compared), (0, 0));
    let single =
        table(form(free.clone(), vec![counts("a"), counts("b")], Vec::new()), vec![row("1", "1", 0, &["4", "3"])]);
    let single = audit_table(&id("b"), &single);
    assert!(single.checks > 0, "no count is below zero");
    assert_eq!(single.compared, 0, "and that compares nothing");
    let rules = vec![sum("a", &["b", "c"])];
    let columns = || vec![counts("a"), counts("b"), counts("c")];
    let of = |cells: &[&str]| {
        let table = table(form(free.clone(), columns(), rules.clone()), vec![row("1", "1", 0, cells)]);
        audit_table(&id("b"), &table).compared
    };
    assert_eq!(of(&["9", "5", "4"]), 1);
    assert_eq!(of(&["9", "", ""]), 0, "no part");
    assert_eq!(of(&["", "5", "4"]), 0, "no total");
    assert_eq!(of(&["9", "5", "3"]), 1, "what is off was compared");
}

#[test]
fn parts_that_may_overlap_and_make_more_than_their_whole_agree_with_nothing() {
    let rule = |are| Rule::Sum { total: line("t"), parts: ["x", "y", "z"].map(line).to_vec(), are, item: None };
    let columns = || ["t", "x", "y", "z"].map(counts).to_vec();
    let of = |are, cells: &[&str]| {
        let form = form(Rows::Free { adds_up: false }, columns(), vec![rule(are)]);
        let found = audit_table(&id("b"), &table(form, vec![row("1", "1", 0, cells)]));
        (found.compared, found.discrepancies.len())
    };
    assert_eq!(of(Parts::Overlapping, &["39", "30", "5", "9"]), (0, 0));
    assert_eq!(of(Parts::Overlapping, &["44", "30", "5", "9"]), (1, 0));
    assert_eq!(of(Parts::Partition, &["39", "30", "5", "9"]), (1, 1));
}

#[test]
fn a_section_of_which_rows_are_lost_agrees_with_nothing() {
    let rows = vec![row("I", "I", 0, &["11"]), row("I.1", "1", 1, &["4"]), row("I.44", "44", 1, &["2"])];
    let lost = audit_table(&id("b"), &table(form(Rows::Fields {}, vec![counts("a")], Vec::new()), rows));
    assert_eq!((lost.compared, lost.discrepancies.len()), (0, 0));
}

#[test]
fn a_part_that_is_not_above_its_whole_answers_no_item_that_asks_for_a_sum() {
    let rule = |item| Rule::AtMost { parts: vec![line("x")], whole: line("t"), item };
    let of = |item, cells: &[&str]| {
        let form = form(Rows::Free { adds_up: false }, vec![counts("t"), counts("x")], vec![rule(item)]);
        let figures = figures(vec![("b", table(form, vec![row("1", "1", 0, cells)]))]);
        let found = audit(&figures, &[]);
        // The item that is named, else one that is called as the check.
        let items =
            against_items(&found, &figures, |named, check| named.cloned().or_else(|| ItemCode::new(check.name()).ok()));
        (found.compared, items.into_keys().map(|item| item.to_string()).collect::<Vec<_>>())
    };
    assert_eq!(of(None, &["9", "4"]), (1, vec![]));
    assert_eq!(of(None, &["9", "10"]), (1, vec!["totals_match_parts".to_owned()]));
    assert_eq!(of(ItemCode::new("D01").ok(), &["9", "4"]), (1, vec!["D01".to_owned()]));
}

#[test]
fn a_tie_of_blanks_or_of_a_figure_with_itself_compares_nothing() {
    use crate::domain::figures::{Operand, Relation, Tie};

    let of_form = || form(Rows::Free { adds_up: false }, vec![counts("a"), counts("b")], Vec::new());
    let cell = |column: &str| Operand::Cell { table: id("b"), row: line("1"), column: line(column) };
    let of = |cells: &[&str], relation: Relation| {
        let mut figures = figures(vec![("b", table(of_form(), vec![row("1", "1", 0, cells)]))]);
        let tie = Held { value: Tie { relation, item: None }, stamp: stamp() };
        figures.ties.insert(TieId::new("t").unwrap(), tie);
        let found = audit(&figures, &[]);
        (found.compared, found.compared_tables[&id("b")], found.discrepancies.len())
    };
    let same = |first, second| Relation::Same { first: cell(first), second: cell(second) };
    assert_eq!(of(&["5", "5"], same("a", "b")), (1, 1, 0));
    assert_eq!(of(&["5", "6"], same("a", "b")), (1, 1, 1));
    assert_eq!(of(&["5", "5"], same("a", "a")), (0, 0, 0));
    assert_eq!(of(&["5", ""], same("a", "b")), (0, 0, 0));
    let sum = Relation::Sum { total: cell("a"), parts: vec![cell("b")], are: Parts::Partition };
    assert_eq!(of(&["0", ""], sum), (0, 0, 0));
    let column = Operand::Column { table: id("b"), column: line("b") };
    let of_column = Relation::Sum { total: cell("a"), parts: vec![column], are: Parts::Partition };
    assert_eq!(of(&["0", ""], of_column), (0, 0, 0), "a column without a figure");
}
