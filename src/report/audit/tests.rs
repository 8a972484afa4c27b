use crate::domain::check::ItemCheck;
use crate::domain::edit::{Edit, FiguresEdit, Put};
use crate::domain::figures::audit::{FigureCheck, Place, Value};
use crate::domain::figures::{
    Column, Decision, Measure, Operand, Parts, Period, Pick, Picked, Relation, Rows, Rule, StatTable, Statement, Tie,
};
use crate::domain::fixture::figures::{both, figure, form, line, row, table};
use crate::domain::fixture::{code, day, make, supervision, template, visit};
use crate::domain::id::{DiscrepancyId, FindingId, StatementId, TableId, TieId};
use crate::domain::template::Item;
use crate::domain::visit::Visit;
use crate::export::csv::{CsvForm, csv};
use crate::export::fixture::stays_as_it_is;
use crate::report::VisitMaterial;

use super::*;

fn column(key: &str, headings: &[&str]) -> Column {
    let heading = headings.iter().map(|heading| both(heading)).collect();
    Column { key: line(key), heading, measure: Measure::Count { of: both("hồ sơ") } }
}

/// Received online, in person, and all of them; resolved on time and late; a percentage.
fn reported() -> StatTable {
    let columns = vec![
        column("all", &["Tiếp nhận", "Tổng số"]),
        column("online", &["Tiếp nhận", "Trực tuyến"]),
        column("person", &["Tiếp nhận", "Trực tiếp"]),
        column("late", &["Quá hạn"]),
        Column { key: line("p"), heading: vec![both("Tỷ lệ trực tuyến")], measure: Measure::Percent {} },
    ];
    let keys = |keys: &[&str]| keys.iter().map(|key| line(key)).collect::<Vec<_>>();
    let rules = vec![
        Rule::Sum {
            total: line("all"),
            parts: keys(&["online", "person"]),
            are: Parts::Partition,
            item: Some(code("D01")),
        },
        Rule::AtMost { parts: keys(&["late"]), whole: line("all"), item: None },
        Rule::Share { share: line("p"), part: keys(&["online"]), whole: keys(&["online", "person"]) },
    ];
    let rows = vec![
        row("T", "", 0, &["2028", "60", "", "", ""]),
        row("1", "1", 1, &["1870", "1000", "712", "158", "58.4"]),
        row("2", "2", 1, &["100", "40", "60", "-3", "40"]),
        row("3", "3", 1, &["5", "5", "0", "12", "100"]),
    ];
    let rows = rows.into_iter().zip(["Tổng cộng", "Đất đai", "Tư pháp", "Y tế"]);
    let rows = rows.map(|(row, name)| crate::domain::figures::Row { name: name.to_owned(), ..row }).collect();
    StatTable {
        title: "Biểu 06c".to_owned(),
        period: Period { name: "Quý II/2021".to_owned(), from: None, to: None },
        ..table(form(Rows::Free { adds_up: true }, columns, rules), rows)
    }
}

const TEXT: &str = "Tiếp nhận 120.695 hồ sơ; trực tuyến 41.200 hồ sơ (34,2%), trực tiếp 78.692 hồ sơ (65,1%), bưu chính \
     803 hồ sơ (0,7%). Giải quyết 140.142 hồ sơ, đang giải quyết 0 hồ sơ.";

/// A statement with the figures of a text picked out in their order.
fn said(text: &str, figures: &[(&str, &str, &str)]) -> Statement {
    let pick = |(number, (printed, stored, unit)): (u32, &(&str, &str, &str))| {
        let at = text.find(printed).unwrap();
        let from = u32::try_from(text[..at].chars().count()).unwrap();
        let to = from + u32::try_from(printed.chars().count()).unwrap();
        let what = Picked::Figure { figure: figure(stored), unit: (*unit).to_owned() };
        Pick { number, from, to, what }
    };
    let picks = (1..).zip(figures).map(pick).collect();
    Statement { place: "Mục II.1".to_owned(), body: String::new(), text: text.to_owned(), picks }
}

fn of(pick: u32) -> Operand {
    Operand::Said { statement: StatementId::new("l-1").unwrap(), pick }
}

fn cell(row: &str, column: &str) -> Operand {
    Operand::Cell { table: TableId::new("b-1").unwrap(), row: line(row), column: line(column) }
}

/// A visit with a table and a text that do not agree in many ways.
fn wrong() -> Visit {
    let unit = supervision().units.remove(0).id;
    let mut visit = visit("v", unit.as_str(), day(2023, 5, 10));
    let picks = [
        ("120.695 hồ sơ", "120695", "hồ sơ"),
        ("41.200 hồ sơ", "41200", "hồ sơ"),
        ("34,2%", "34.2", "%"),
        ("78.692 hồ sơ", "78692", "hồ sơ"),
        ("65,1%", "65.1", "%"),
        ("803 hồ sơ", "803", "hồ sơ"),
        ("0,7%", "0.7", "%"),
        ("140.142 hồ sơ", "140142", "hồ sơ"),
        ("0 hồ sơ.", "0", "hồ sơ"),
    ];
    let share = |share, part| Relation::Share { share: of(share), part: of(part), whole: of(1) };
    let relations = [
        share(3, 2),
        share(5, 4),
        share(7, 6),
        Relation::Sum { total: of(1), parts: vec![of(2), of(4), of(6)], are: Parts::Partition },
        Relation::Sum { total: of(1), parts: vec![cell("T", "all")], are: Parts::Partition },
        Relation::Balance { opening: None, received: of(1), resolved: of(8), pending: of(9) },
        Relation::Same { first: of(6), second: cell("1", "late") },
    ];
    let ties = (1..).zip(relations).map(|(number, relation)| Put {
        id: TieId::new(format!("t-{number}")).unwrap(),
        value: Some(Tie { relation, item: None }),
    });
    let changes = [
        FiguresEdit::Tables { put: vec![Put { id: TableId::new("b-1").unwrap(), value: Some(reported()) }] },
        FiguresEdit::Statements {
            put: vec![Put { id: StatementId::new("l-1").unwrap(), value: Some(said(TEXT, &picks)) }],
        },
        FiguresEdit::Ties { put: ties.collect() },
    ];
    make(&mut visit, changes.map(|change| Edit::Figures { change }));
    visit
}

fn found(visit: &Visit, rule: RuleKind) -> Vec<Discrepancy> {
    audit(&visit.figures, &[]).discrepancies.into_iter().filter(|found| found.rule == rule).collect()
}

fn teller(visit: &Visit) -> Teller<'_> {
    Teller { figures: &visit.figures, units: &[], lang: Lang::Vi }
}

#[test]
fn a_figure_is_written_as_it_was_printed() {
    for (stored, words, plain) in [
        ("1716", "1.716", "1716"),
        ("98.80", "98,80", "98,80"),
        ("-5", "-5", "-5"),
        ("1234567.5", "1.234.567,5", "1234567,5"),
    ] {
        assert_eq!(figure_words(figure(stored)), words);
        assert_eq!(plain_figure(figure(stored)), plain);
    }
    assert_eq!(plain_value(&Value::Percent(figure("34.2"))), "34,2%");
    assert_eq!(plain_value(&Value::Undefined), "không xác định");
    assert_eq!(value_words(&Value::Undefined, Lang::En), "undefined");
    assert_eq!(plain_value(&Value::Figure { figure: figure("2028"), unit: "hồ sơ".to_owned() }), "2028");
}

#[test]
fn percentages_tell_how_they_were_made_up() {
    let visit = wrong();
    let told: Vec<(String, String, String)> = found(&visit, RuleKind::Share)
        .iter()
        .filter(|found| teller(&visit).source(&found.place) == "Mục II.1")
        .map(|found| {
            let teller = teller(&visit);
            (teller.place(&found.place), formula(&teller, found).unwrap(), teller.causes(found).join("; "))
        })
        .collect();
    let expected = [
        ("Mục II.1 › “34,2%”", "41.200 / 120.695 = 34,1%", "lấy 100% trừ các tỷ lệ còn lại"),
        ("Mục II.1 › “65,1%”", "78.692 / 120.695 = 65,2%", "bị cắt bớt, không làm tròn"),
    ];
    let expected = expected.map(|(place, formula, cause)| (place.to_owned(), formula.to_owned(), cause.to_owned()));
    assert_eq!(told, expected);
}

#[test]
fn a_sum_that_counts_something_in_says_what() {
    let visit = wrong();
    let sums = found(&visit, RuleKind::Identity);
    let of_land = sums.iter().find(|found| teller(&visit).place(&found.place).contains("Đất đai")).unwrap();
    let teller = teller(&visit);
    assert_eq!(teller.place(&of_land.place), "Biểu 06c (Quý II/2021) › Đất đai › Tiếp nhận – Tổng số");
    assert_eq!(formula(&teller, of_land).unwrap(), "1.712 = 1.000 + 712");
    assert_eq!(teller.causes(of_land).first().unwrap(), "gồm cả 158 hồ sơ (Quá hạn)");
    assert_eq!(of_land.named, Some(code("D01")));
}

#[test]
fn a_balance_without_an_opening_says_what_is_missing() {
    let visit = wrong();
    let [found] = found(&visit, RuleKind::Balance).try_into().unwrap();
    let teller = teller(&visit);
    assert_eq!(formula(&teller, &found).unwrap(), "120.695 ≠ 140.142 + 0 = 140.142");
    assert_eq!(teller.causes(&found), ["thiếu số kỳ trước chuyển qua; chênh 19.447"]);
}

#[test]
fn a_share_of_several_columns_keeps_them_apart() {
    let visit = wrong();
    let shares = found(&visit, RuleKind::Share);
    let in_table = shares.iter().find(|found| matches!(found.place, Place::Cell { .. }));
    // 1.000 of 1.712 is 58,4% and agrees; 40 of 100 does, too. Only the formula of a wrong one is written.
    assert_eq!(in_table, None);
    let mut visit = visit;
    let share = crate::domain::edit::CellPut {
        row: line("2"),
        column: line("p"),
        cell: crate::domain::figures::Cell::Figure(figure("41")),
    };
    let change = FiguresEdit::Cells { table: TableId::new("b-1").unwrap(), put: vec![share] };
    make(&mut visit, [Edit::Figures { change }]);
    let shares = found(&visit, RuleKind::Share);
    let in_table = shares.iter().find(|found| matches!(found.place, Place::Cell { .. })).unwrap();
    assert_eq!(formula(&teller(&visit), in_table).unwrap(), "40 / (40 + 60) = 40%");
}

#[test]
fn a_finding_names_stated_computed_and_place() {
    let visit = wrong();
    let shares = found(&visit, RuleKind::Share);
    let content = finding_content(&teller(&visit), &shares[0], None, Vec::new());
    assert_eq!(
        content.statement,
        "Mục II.1 › “34,2%”: báo cáo nêu 34,2%, tính lại là 34,1% (41.200 / 120.695 = 34,1%)."
    );
    assert_eq!(content.cause, "Có thể do: lấy 100% trừ các tỷ lệ còn lại.");
    assert!(content.basis.is_empty() && content.recommendation.starts_with("Rà soát, đối chiếu và đính chính"));
}

#[test]
fn a_finding_takes_basis_and_recommendation_from_its_item() {
    let visit = wrong();
    let mut item = template().items.remove(0);
    let basis = || vec!["TT 01/2020/TT-VPCP".to_owned()];
    item.recommendation = Some(both("Đính chính."));
    let sums = found(&visit, RuleKind::Identity);
    let english = Teller { lang: Lang::En, ..teller(&visit) };
    let content = finding_content(&english, &sums[0], Some(&item), basis());
    assert_eq!(content.basis, ["TT 01/2020/TT-VPCP"]);
    assert_eq!(content.recommendation, "Đính chính.");
    assert_eq!(content, finding_content(&teller(&visit), &sums[0], Some(&item), basis()), "a finding is Vietnamese");
}

#[test]
fn every_finding_says_something_of_its_own() {
    let visit = wrong();
    let found = audit(&visit.figures, &[]).discrepancies;
    assert!(found.len() > 8, "{}", found.len());
    for found in &found {
        let statement = finding_content(&teller(&visit), found, None, Vec::new()).statement;
        assert!(statement.contains(&value_words(&found.stated, Lang::Vi)), "{statement}");
        assert!(statement.contains(&teller(&visit).place(&found.place)), "{statement}");
        assert!(!statement.contains("(đã bỏ)"), "{statement}");
    }
}

#[test]
fn ties_are_told_as_one_would_write_them() {
    let visit = wrong();
    let told: Vec<String> =
        visit.figures.ties.values().map(|held| relation_words(&teller(&visit), &held.value.relation)).collect();
    let expected = [
        "34,2% = 41.200 / 120.695",
        "65,1% = 78.692 / 120.695",
        "0,7% = 803 / 120.695",
        "120.695 = 41.200 + 78.692 + 803",
        "120.695 = Biểu 06c (Quý II/2021) › Tổng cộng › Tiếp nhận – Tổng số",
        "120.695 = 140.142 + 0",
        "803 = Biểu 06c (Quý II/2021) › Đất đai › Quá hạn (cùng chỉ tiêu)",
    ];
    assert_eq!(told, expected);
}

#[test]
fn two_figures_of_a_text_are_told_apart_by_the_words_before_them() {
    let visit = wrong();
    let told = relation_words(&teller(&visit), &Relation::Same { first: of(1), second: of(8) });
    assert_eq!(told, "“Tiếp nhận 120.695 hồ sơ” = “Giải quyết 140.142 hồ sơ” (cùng chỉ tiêu)");
}

#[test]
fn what_is_gone_is_told_as_gone() {
    let visit = wrong();
    let teller = teller(&visit);
    let gone = Place::Cell { table: TableId::new("b-9").unwrap(), row: line("x"), column: line("y") };
    assert_eq!(teller.place(&gone), "(đã bỏ) › (đã bỏ) › (đã bỏ)");
    assert_eq!(teller.operand(&of(99)), "(đã bỏ)");
    assert_eq!(teller.place(&Place::KnownUnit { place: 3 }), "Danh sách đơn vị của cuộc giám sát");
}

#[test]
fn the_table_of_discrepancies_stays_as_it_is() {
    let mut visit = wrong();
    let ids: Vec<DiscrepancyId> =
        audit(&visit.figures, &[]).discrepancies.into_iter().map(|found| found.id).take(2).collect();
    let decisions = [
        Decision::Finding { finding: FindingId::new("f-1").unwrap() },
        Decision::SetAside { reason: "Đơn vị đã giải trình".to_owned() },
    ];
    let put = ids.into_iter().zip(decisions).map(|(id, value)| Put { id, value: Some(value) }).collect();
    make(&mut visit, [Edit::Figures { change: FiguresEdit::Decisions { put } }]);
    let mut template = template();
    let figures = FigureCheck::ALL.into_iter().zip(["D02", "D04", "D05", "D06", "D07", "D08"]);
    let checks = figures.map(|(check, at)| (at, Some(ItemCheck::Figures(check)))).chain([("D01", None)]);
    let items =
        checks.map(|(at, check)| Item { code: code(at), check, ..template.item(&code("B08")).unwrap().clone() });
    template.items.extend(items.collect::<Vec<_>>());
    let visits = [VisitMaterial::new(visit, template, None)];
    let supervision = supervision();
    let table = discrepancies_table(&Material { supervision: &supervision, visits: &visits, legal: None });
    stays_as_it_is("chenh-lech.csv", &csv(&table, CsvForm::Spreadsheet));
    stays_as_it_is("chenh-lech.may.csv", &csv(&table, CsvForm::Machine));
}
