//! Laws of the audit over random tables, and what single rules find.

use proptest::prelude::*;

use crate::domain::figures::form::{Parts, Rows, Rule};
use crate::domain::figures::{Cell, Column, Figure, Form, Held, Measure, Period, Row, StatTable};
use crate::domain::fixture::figures::{counts, figure, form, line, row, table};
use crate::domain::fixture::{day, stamp};
use crate::domain::id::TableId;

use super::*;

mod compared;

fn id(text: &str) -> TableId {
    TableId::new(text).unwrap()
}

fn sum(total: &str, parts: &[&str]) -> Rule {
    let parts = parts.iter().map(|part| line(part)).collect();
    Rule::Sum { total: line(total), parts, are: Parts::Partition, item: None }
}

/// Biểu 06c: eleven counts with their four identities and what is carried over.
fn form_06c() -> Form {
    let columns = ["nhan", "truc_tuyen", "truc_tiep", "ky_truoc", "da", "truoc", "dung", "qua", "dang", "trong", "tre"];
    let rules = vec![
        sum("nhan", &["truc_tuyen", "truc_tiep", "ky_truoc"]),
        sum("da", &["truoc", "dung", "qua"]),
        sum("dang", &["trong", "tre"]),
        sum("nhan", &["da", "dang"]),
        Rule::CarryOver { opening: line("ky_truoc"), closing: line("dang") },
    ];
    form(Rows::Fields {}, columns.map(counts).to_vec(), rules)
}

/// The eleven counts of a row from its parts: online, at the counter, carried over; the last two of the pending and the
/// early and late among the resolved as shares of what is there.
fn row_06c(parts: (u32, u32, u32), split: [u32; 3]) -> [i64; 11] {
    let (online, direct, before) = parts;
    let received = u64::from(online) + u64::from(direct) + u64::from(before);
    let cut = |of: u64, at: u32| of * u64::from(at % 101) / 100;
    let pending = cut(received, split[0]);
    let resolved = received - pending;
    let early = cut(resolved, split[1]);
    let late = cut(resolved - early, split[2]);
    let overdue = cut(pending, split[2]);
    let all = [
        received,
        online.into(),
        direct.into(),
        before.into(),
        resolved,
        early,
        resolved - early - late,
        late,
        pending,
        pending - overdue,
        overdue,
    ];
    all.map(|count| i64::try_from(count).unwrap())
}

fn to_row(key: &str, number: String, depth: u8, counts: &[i64]) -> Row {
    let cells = counts.iter().map(|count| Cell::Figure(Figure::whole(*count).unwrap())).collect();
    Row { key: line(key), number, name: format!("Hàng {key}"), depth, cells }
}

fn add(rows: &[[i64; 11]]) -> [i64; 11] {
    std::array::from_fn(|column| rows.iter().map(|row| row[column]).sum())
}

/// Any table of Biểu 06c that holds together: a total, sections, fields.
fn any_table() -> impl Strategy<Value = StatTable> {
    let field = ((0..50_000_u32, 0..50_000_u32, 0..5_000_u32), prop::array::uniform3(0..=100_u32));
    let section = prop::collection::vec(field.prop_map(|(parts, split)| row_06c(parts, split)), 1..12);
    prop::collection::vec(section, 1..4).prop_map(|sections| {
        let mut rows = Vec::new();
        let mut totals = Vec::new();
        for (place, fields) in sections.iter().enumerate() {
            let total = add(fields);
            totals.push(total);
            rows.push(to_row(&format!("S{place}"), String::new(), 1, &total));
            for (at, counts) in fields.iter().enumerate() {
                rows.push(to_row(&format!("S{place}.{at}"), (at + 1).to_string(), 2, counts));
            }
        }
        rows.insert(0, to_row("tong", String::new(), 0, &add(&totals)));
        table(form_06c(), rows)
    })
}

/// Whether a discrepancy speaks of the row or the column of a cell.
fn names(discrepancy: &Discrepancy, row: &LineKey, column: &LineKey) -> bool {
    let places = std::iter::once(&discrepancy.place).chain(discrepancy.terms.iter().map(|term| &term.place));
    places.into_iter().any(|place| match place {
        Place::Cell { row: in_row, column: in_column, .. } => in_row == row || in_column == column,
        Place::Row { row: in_row, .. } => in_row == row,
        Place::Column { column: in_column, .. } => in_column == column,
        Place::Table { .. } | Place::Said { .. } | Place::KnownUnit { .. } => false,
    })
}

proptest! {
    #[test]
    fn a_table_that_holds_together_has_no_discrepancy(table in any_table()) {
        let audit = audit_table(&id("b"), &table);
        prop_assert_eq!(&audit.discrepancies, &Vec::new());
        prop_assert!(audit.incomplete.is_empty());
        // At least the four identities of each row.
        prop_assert!(audit.checks >= 4 * table.rows.len());
    }

    #[test]
    fn any_single_changed_cell_is_found_and_named(
        table in any_table(),
        row in any::<prop::sample::Index>(),
        column in 0..11_usize,
        to in prop_oneof![3 => (0..200_000_i64).prop_map(Some), 1 => Just(None)],
    ) {
        let mut changed = table.clone();
        let place = row.index(changed.rows.len());
        let cell = to.map_or(Cell::Blank, |count| Cell::Figure(Figure::whole(count).unwrap()));
        let before = std::mem::replace(&mut changed.rows[place].cells[column], cell.clone());
        // A blank cell counts as 0, and a blank total states nothing.
        let nothing = |cell: &Cell| cell.figure().is_none_or(Figure::is_zero);
        prop_assume!(before.figure() != cell.figure() && !(nothing(&before) && nothing(&cell)));
        // The one total that is no part of anything: cleared, it states nothing that could be wrong.
        prop_assume!(!(place == 0 && column == 0 && cell.is_blank()));
        let audit = audit_table(&id("b"), &changed);
        let (row, column) = (&changed.rows[place].key, &changed.form.columns[column].key);
        prop_assert!(
            audit.discrepancies.iter().any(|discrepancy| names(discrepancy, row, column)),
            "{row}/{column} from {before:?} to {cell:?}: {:?}", audit.discrepancies
        );
    }

    #[test]
    fn an_id_stays_while_other_figures_change(table in any_table(), by in 1..1_000_i64) {
        let mut changed = table.clone();
        let raise = |row: &mut Row, column: usize, by: i64| {
            let now = row.cells[column].figure().unwrap().amount().millionths() / 1_000_000;
            row.cells[column] = Cell::Figure(Figure::whole(i64::try_from(now).unwrap() + by).unwrap());
        };
        raise(&mut changed.rows[0], 1, by);
        let first = audit_table(&id("b"), &changed).discrepancies;
        raise(&mut changed.rows[0], 1, 7);
        let second = audit_table(&id("b"), &changed).discrepancies;
        let ids = |found: &[Discrepancy]| found.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
        prop_assert_eq!(ids(&first), ids(&second));
    }
}

#[test]
fn every_rule_has_an_id_of_its_own_kind_and_every_check_a_rule() {
    let place = Place::Table { table: id("b") };
    let ids: std::collections::BTreeSet<DiscrepancyId> =
        RuleKind::ALL.into_iter().map(|rule| id_of(rule, &place, "")).collect();
    assert_eq!(ids.len(), RuleKind::ALL.len());
    let checks: std::collections::BTreeSet<FigureCheck> = RuleKind::ALL.into_iter().map(RuleKind::check).collect();
    assert!(checks.into_iter().eq(FigureCheck::ALL));
}

fn only(found: &Audit) -> &Discrepancy {
    let [only] = found.discrepancies.as_slice() else { panic!("{:#?}", found.discrepancies) };
    only
}

#[test]
fn rows_that_are_lost_make_a_section_incomplete_and_not_wrong() {
    let form = form(Rows::Fields {}, vec![counts("a")], Vec::new());
    let rows = |last: &str| {
        vec![
            row("I", "I", 0, &["11"]),
            row("I.1", "1", 1, &["4"]),
            row("I.2", "2", 1, &["3"]),
            row("I.44", "44", 1, &[last]),
        ]
    };
    let whole = audit_table(&id("b"), &table(form.clone(), rows("2")));
    assert_eq!(whole.discrepancies, []);
    assert_eq!(whole.incomplete, [Place::Row { table: id("b"), row: line("I") }]);
    let above = audit_table(&id("b"), &table(form, rows("5")));
    assert_eq!(only(&above).rule, RuleKind::RowSum, "the rows that are there already make more than the section");
}

#[test]
fn a_blank_total_states_nothing_and_blank_parts_are_nothing() {
    let form =
        form(Rows::Free { adds_up: false }, vec![counts("t"), counts("x"), counts("y")], vec![sum("t", &["x", "y"])]);
    let audit =
        |cells: &[&str]| audit_table(&id("b"), &table(form.clone(), vec![row("1", "1", 0, cells)])).discrepancies;
    assert_eq!(audit(&["", "3", "4"]), []);
    assert_eq!(audit(&["3", "3", ""]), []);
    assert_eq!(audit(&["3", "", ""]), [], "a column that the table leaves out is not held against it");
    assert_eq!(audit(&["8", "3", ""]).len(), 1);
}

#[test]
fn overlapping_parts_reach_the_whole_and_none_is_above_it() {
    let rule = Rule::Sum { total: line("t"), parts: vec![line("x"), line("y")], are: Parts::Overlapping, item: None };
    let form = form(Rows::Free { adds_up: false }, vec![counts("t"), counts("x"), counts("y")], vec![rule]);
    let audit =
        |cells: &[&str]| audit_table(&id("b"), &table(form.clone(), vec![row("1", "1", 0, cells)])).discrepancies;
    assert_eq!(audit(&["2028", "1966", "517"]), []);
    assert_eq!(audit(&["2028", "2500", "517"])[0].rule, RuleKind::AtMost);
    assert_eq!(audit(&["2028", "1000", "517"])[0].rule, RuleKind::Identity);
}

#[test]
fn impossible_counts_are_named() {
    let percent = Column { measure: Measure::Percent {}, ..counts("p") };
    let form = form(Rows::Free { adds_up: false }, vec![counts("a"), percent], Vec::new());
    let audit = |cells: &[&str]| audit_table(&id("b"), &table(form.clone(), vec![row("1", "1", 0, cells)]));
    assert_eq!(only(&audit(&["-5", ""])).rule, RuleKind::Negative);
    assert_eq!(only(&audit(&["90.5", ""])).rule, RuleKind::Fractional);
    assert_eq!(only(&audit(&["5", "100.01"])).rule, RuleKind::AboveMost);
    assert_eq!(audit(&["5", "100"]).discrepancies, []);
}

#[test]
fn percentages_without_counts_are_held_against_100_within_their_rounding() {
    let percent = |key: &str| Column { measure: Measure::Percent {}, ..counts(key) };
    let share =
        |share: &str, part: &str| Rule::Share { share: line(share), part: vec![line(part)], whole: vec![line("t")] };
    let columns = vec![counts("t"), counts("x"), counts("y"), percent("px"), percent("py")];
    let form =
        form(Rows::Free { adds_up: false }, columns, vec![sum("t", &["x", "y"]), share("px", "x"), share("py", "y")]);
    let audit =
        |cells: &[&str]| audit_table(&id("b"), &table(form.clone(), vec![row("1", "1", 0, cells)])).discrepancies;
    assert_eq!(audit(&["", "", "", "90.5", "9.5"]), []);
    assert_eq!(audit(&["", "", "", "90.5", "9.6"]), [], "each may be off by half of its last digit");
    assert_eq!(audit(&["", "", "", "90.5", "9.9"])[0].rule, RuleKind::SharesTotal);
    assert_eq!(audit(&["0", "0", "0", "100", ""])[0].rule, RuleKind::ShareOfNothing);
    let made_up = audit(&["5683", "4682", "1001", "82.3", "17.7"]);
    assert_eq!(made_up[0].causes, [Cause::Cut]);
    assert_eq!(made_up[1].causes, [Cause::Complement]);
}

#[test]
fn a_balance_without_its_opening_is_likely_and_with_it_certain() {
    let rule = |opening: Option<&str>| Rule::Balance {
        opening: opening.map(line),
        received: line("r"),
        resolved: line("d"),
        pending: line("p"),
    };
    let columns = || vec![counts("o"), counts("r"), counts("d"), counts("p")];
    let audit = |opening, cells: &[&str]| {
        let form = form(Rows::Free { adds_up: false }, columns(), vec![rule(opening)]);
        audit_table(&id("b"), &table(form, vec![row("1", "1", 0, cells)]))
    };
    let open = audit(None, &["", "280580", "277894", "22133"]);
    assert_eq!((only(&open).sure, only(&open).causes.as_slice()), (Sure::Likely, [Cause::NoOpening].as_slice()));
    assert_eq!(only(&open).computed, Value::Figure { figure: figure("300027"), unit: String::new() });
    assert_eq!(audit(Some("o"), &["19447", "280580", "277894", "22133"]).discrepancies, []);
    assert_eq!(only(&audit(Some("o"), &["19446", "280580", "277894", "22133"])).sure, Sure::Certain);
    assert_eq!(only(&audit(None, &["", "10", "5", "4"])).sure, Sure::Certain, "too much cannot be opening balance");
}

fn figures(tables: Vec<(&str, StatTable)>) -> Figures {
    let held = |value| Held { value, stamp: stamp() };
    Figures { tables: tables.into_iter().map(|(name, table)| (id(name), held(table))).collect(), ..Figures::default() }
}

#[test]
fn what_is_carried_over_is_held_against_the_period_before() {
    let counts = |before: u32, direct: u32| row_06c((0, direct, before), [50, 0, 0]);
    let quarter = |name: &str, counts: [i64; 11]| {
        let mut table = table(form_06c(), vec![to_row("1", "1".to_owned(), 0, &counts)]);
        table.period = Period { name: name.to_owned(), from: None, to: None };
        table
    };
    let first = counts(0, 100);
    let agreeing = figures(vec![("b1", quarter("Quý I/2021", first)), ("b2", quarter("Quý II/2021", counts(50, 10)))]);
    assert_eq!(audit(&agreeing, &[]).discrepancies, []);
    let apart = figures(vec![("b1", quarter("Quý I/2021", first)), ("b2", quarter("Quý II/2021", counts(48, 10)))]);
    let found = audit(&apart, &[]);
    assert_eq!((only(&found).rule, only(&found).rule.check()), (RuleKind::CarryOver, FigureCheck::CarryOverMatches));
    let later = figures(vec![("b1", quarter("Quý I/2021", first)), ("b2", quarter("Quý III/2021", counts(48, 10)))]);
    assert_eq!(audit(&later, &[]).discrepancies, [], "a quarter lies between");
    let mut dated = quarter("kỳ này", counts(48, 10));
    dated.period.from = Some(day(2021, 4, 1));
    dated.period.to = Some(day(2021, 6, 14));
    let dated = figures(vec![("b1", quarter("Quý I/2021", first)), ("b2", dated)]);
    assert_eq!(audit(&dated, &[]).discrepancies.len(), 1, "its days say that it follows");
}

#[test]
fn one_unit_under_two_kinds_or_spellings_is_shown() {
    let units = |names: &[&str]| {
        let named = |(place, name): (usize, &&str)| {
            let number = (place + 1).to_string();
            Row { name: (*name).to_owned(), ..row(&number, &number, 0, &["1"]) }
        };
        table(form(Rows::Units {}, vec![counts("a")], Vec::new()), names.iter().enumerate().map(named).collect())
    };
    let found = |names: &[&str], known: &[&str]| audit(&figures(vec![("b", units(names))]), known).discrepancies;
    assert_eq!(found(&["UBND xã Phú Túc"], &["UBND thị trấn Phú Túc"])[0].causes, [Cause::UnitKind]);
    assert_eq!(found(&["Krông Buk"], &["UBND huyện Krông Búk"])[0].causes, [Cause::Spelling]);
    assert_eq!(found(&["M Đrăk"], &["huyện M'Đrắk"])[0].causes, [Cause::Spelling]);
    assert_eq!(found(&["UBND xã Ia Rmok"], &["xã Ia Rmok"]), []);
    assert_eq!(found(&["xã Đak Đoa", "thị trấn Đak Đoa"], &["thị trấn Đak Đoa"]), [], "the table has both");
    assert_eq!(found(&["xã Ia Rsai", "xã Ia Rsum"], &["xã Ia Rsai"]), []);
    let two = figures(vec![("b1", units(&["huyện Krông Búk"])), ("b2", units(&["huyện Krông Buk"]))]);
    assert_eq!(audit(&two, &[]).discrepancies.len(), 1, "two tables spell it in two ways");
}
