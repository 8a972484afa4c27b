//! The audit over three published reports (Đắk Lắk 6/2020, Đắk Nông quý II/2021, Krông Pa 2021–2022), against 567 checks
//! that were made by hand: 548 agree, 19 do not (`tests/fixtures/kiem-toan-567.json`).
//!
//! Two runs: with nothing but the strong proposals of the app, as one who takes them all in one tap; and with the ties
//! that a person adds who knows what the report means.

use std::collections::{BTreeMap, BTreeSet};

use chrono::DateTime;
use serde_json::Value as Json;
use so_giam_sat::domain::answer::Stamp;
use so_giam_sat::domain::figures::audit::{Audit, Cause, Discrepancy, Place, RuleKind, Value, audit};
use so_giam_sat::domain::figures::bundle::FormFile;
use so_giam_sat::domain::figures::propose::{Strength, against, within};
use so_giam_sat::domain::figures::reading::{Reading, read};
use so_giam_sat::domain::figures::{
    Cell, Figures, Held, Operand, Parts, Period, Picked, Relation, Row, StatTable, Statement, Tie, scan,
};
use so_giam_sat::domain::id::{FormId, LineKey, StatementId, TableId, TieId};

const FORMS: &str = include_str!("../../public/data/bieu-mau.json");
const CHECKS: &str = include_str!("../fixtures/kiem-toan-567.json");

fn held<T>(value: T) -> Held<T> {
    let stamp = Stamp { at: DateTime::UNIX_EPOCH, by: String::new(), device: String::new() };
    Held { value, stamp }
}

fn line(key: &str) -> LineKey {
    LineKey::new(key).unwrap()
}

/// A table of a bundled form from CSV whose columns are named by key; `depth` tells how deep a row stands.
fn table(
    form: &str,
    body: &str,
    period: &str,
    csv: &str,
    depth: impl Fn(&BTreeMap<String, String>) -> u8,
) -> StatTable {
    let forms: FormFile = serde_json::from_str(FORMS).unwrap();
    let form = forms.form(&FormId::new(form).unwrap()).unwrap().clone();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let mut rows = Vec::new();
    let mut section = String::new();
    for record in reader.deserialize::<BTreeMap<String, String>>() {
        let record = record.unwrap();
        let number = record["stt"].clone();
        let depth = depth(&record);
        let key = match record.get("loai_hang").map(String::as_str) {
            Some("tong_cong") => "tong".to_owned(),
            Some("linh_vuc") => format!("{section}.{number}"),
            _ => number.clone(),
        };
        if record.get("loai_hang").is_some_and(|kind| kind == "muc") {
            section.clone_from(&number);
        }
        let name = record.get("linh_vuc").or(record.get("xa_thi_tran")).unwrap().clone();
        let cells = form.columns.iter().map(|column| match read(&record[column.key.as_str()], &column.measure) {
            Reading::Blank => Cell::Blank,
            Reading::Figure(figure) => Cell::Figure(figure),
            Reading::Text(text) => Cell::Text(text),
            other => panic!("{other:?}"),
        });
        rows.push(Row { key: line(&key), number, name, depth, cells: cells.collect() });
    }
    let period = Period { name: period.to_owned(), ..Period::default() };
    StatTable { body: body.to_owned(), period, rows, ..StatTable::new(form) }
}

/// The statements of a report: sections that begin with `== place`.
fn statements(text: &str, body: &str) -> Vec<Statement> {
    let sections = text.split("\n== ").map(|section| section.trim_start_matches("== "));
    let statement = |section: &str| {
        let (place, text) = section.split_once('\n').unwrap();
        let (place, body, text) = (place.to_owned(), body.to_owned(), text.trim().to_owned());
        let picks = scan::picks(&text);
        Statement { place, body, text, picks }
    };
    sections.map(statement).collect()
}

/// A report as it is entered, with the strong proposals taken.
fn entered(tables: Vec<(&str, StatTable)>, said: Vec<Statement>) -> Figures {
    let mut figures = Figures::default();
    for (id, table) in tables {
        figures.tables.insert(TableId::new(id).unwrap(), held(table));
    }
    for (place, statement) in said.into_iter().enumerate() {
        let id = StatementId::new(format!("s{place:02}")).unwrap();
        let tables: Vec<(&TableId, &StatTable)> = figures.tables.iter().map(|(id, held)| (id, &held.value)).collect();
        let proposals = within(&id, &statement).into_iter().chain(against(&id, &statement, &tables));
        let strong = proposals.filter(|proposal| proposal.strength == Strength::Strong);
        let ties: Vec<Relation> = strong.map(|proposal| proposal.relation).collect();
        for relation in ties {
            tie(&mut figures, relation);
        }
        figures.statements.insert(id, held(statement));
    }
    figures
}

fn tie(figures: &mut Figures, relation: Relation) {
    let id = TieId::new(format!("t{:04}", figures.ties.len())).unwrap();
    figures.ties.insert(id, held(Tie { relation, item: None }));
}

/// The `nth` figure of a statement that is written so, from 0.
fn said(figures: &Figures, place: &str, written: &str, nth: usize) -> Operand {
    let (id, statement) = figures.statements.iter().find(|(_, held)| held.value.place == place).unwrap();
    let chars: Vec<char> = statement.value.text.chars().collect();
    let is_it = |pick: &&so_giam_sat::domain::figures::Pick| {
        chars[pick.from as usize..pick.to as usize].iter().collect::<String>().starts_with(written)
            && matches!(pick.what, Picked::Figure { .. })
    };
    let pick = statement.value.picks.iter().filter(is_it).nth(nth).unwrap_or_else(|| panic!("{place}: {written}"));
    Operand::Said { statement: id.clone(), pick: pick.number }
}

fn cell(table: &str, row: &str, column: &str) -> Operand {
    Operand::Cell { table: TableId::new(table).unwrap(), row: line(row), column: line(column) }
}

fn column(table: &str, column: &str) -> Operand {
    Operand::Column { table: TableId::new(table).unwrap(), column: line(column) }
}

fn sum(total: Operand, parts: Vec<Operand>) -> Relation {
    Relation::Sum { total, parts, are: Parts::Partition }
}

fn dak_lak() -> Figures {
    entered(Vec::new(), statements(include_str!("../fixtures/loi-van-000.txt"), "Văn phòng UBND tỉnh"))
}

fn dak_nong() -> Figures {
    let depth = |record: &BTreeMap<String, String>| match record["loai_hang"].as_str() {
        "tong_cong" => 0,
        "muc" => 1,
        _ => 2,
    };
    let csv = include_str!("../fixtures/bieu-06c-dak-nong.csv");
    let annex = table("bieu-06c", "UBND tỉnh Đắk Nông", "Quý II/2021", csv, depth);
    entered(vec![("06c", annex)], statements(include_str!("../fixtures/loi-van-003.txt"), "UBND tỉnh Đắk Nông"))
}

fn krong_pa() -> Figures {
    let by_number = |record: &BTreeMap<String, String>| u8::from(!record["stt"].starts_with('I'));
    let first = include_str!("../fixtures/cap-huyen-2021.csv");
    let second = include_str!("../fixtures/cap-huyen-2022.csv");
    let tables = vec![
        ("huyen-2021", table("bieu-cap-huyen", "UBND huyện Krông Pa", "Năm 2021", first, by_number)),
        ("huyen-2022", table("bieu-cap-huyen", "UBND huyện Krông Pa", "Năm 2022", second, by_number)),
        ("xa", table("bang-cap-xa", "", "", include_str!("../fixtures/cap-xa-krong-pa.csv"), |_| 0)),
    ];
    entered(tables, statements(include_str!("../fixtures/loi-van-004.txt"), ""))
}

/// One of the 19: which rule finds it, with what stated and computed.
struct Expected {
    id: &'static str,
    rule: RuleKind,
    stated: &'static str,
    computed: &'static str,
}

fn expected(id: &'static str, rule: RuleKind, stated: &'static str, computed: &'static str) -> Expected {
    Expected { id, rule, stated, computed }
}

fn words(value: &Value) -> String {
    match value {
        Value::Figure { figure, .. } => figure.to_string(),
        Value::Percent(figure) => format!("{}%", figure.to_string().replace('.', ",")),
        Value::Undefined => "–".to_owned(),
        Value::Words(words) => words.clone(),
    }
}

fn is(expected: &Expected, found: &Discrepancy) -> bool {
    found.rule == expected.rule
        && words(&found.stated) == expected.stated
        && words(&found.computed) == expected.computed
}

/// What was found of what was expected, what was missed, and what was found besides.
fn compare(all: &[Expected], audit: &Audit) -> (BTreeSet<&'static str>, BTreeSet<&'static str>, Vec<String>) {
    let is_found = |one: &&Expected| audit.discrepancies.iter().any(|found| is(one, found));
    let found: BTreeSet<&str> = all.iter().filter(is_found).map(|one| one.id).collect();
    let missed = all.iter().map(|one| one.id).filter(|id| !found.contains(id)).collect();
    let besides = audit.discrepancies.iter().filter(|found| !all.iter().any(|one| is(one, found)));
    let besides = besides.map(|found| {
        format!("{} {} ≠ {} at {:?}", found.rule.key(), words(&found.stated), words(&found.computed), found.place)
    });
    (found, missed, besides.collect())
}

fn of_dak_lak() -> Vec<Expected> {
    vec![
        expected("000.24", RuleKind::Same, "20865", "1321"),
        // The same slip seen from the shares: dossiers of a number of procedures.
        expected("000.24", RuleKind::Unit, "20865", "hồ sơ"),
        expected("000.25", RuleKind::Balance, "280580", "300027"),
    ]
}

fn of_dak_nong() -> Vec<Expected> {
    vec![
        expected("003.06", RuleKind::Share, "34,2%", "34,1%"),
        expected("003.07", RuleKind::Share, "65,1%", "65,2%"),
        expected("003.09", RuleKind::Share, "82,3%", "82,4%"),
        expected("003.10", RuleKind::Share, "17,7%", "17,6%"),
        expected("003.11", RuleKind::Text, "2028", "2586"),
    ]
}

fn of_krong_pa() -> Vec<Expected> {
    vec![
        expected("004.02", RuleKind::Share, "9,55%", "9,56%"),
        expected("004.03", RuleKind::Share, "23,56%", "23,57%"),
        expected("004.04", RuleKind::Share, "2,84%", "2,85%"),
        expected("004.14b", RuleKind::Text, "2722", "2564"),
        expected("004.16b", RuleKind::Name, "UBND xã Phú Túc", "thị trấn Phú Túc"),
        expected("004.16c", RuleKind::Name, "xã Ia Rswom", "UBND xã Ia Rsum"),
        expected("004.16c", RuleKind::Name, "xã Ia Rswom", "Ia Rsum"),
        expected("004.19", RuleKind::Same, "19", "11"),
        expected("004.20", RuleKind::Same, "413", "212"),
        expected("004.21", RuleKind::Text, "7", "614"),
        expected("004.22", RuleKind::Same, "315", "5675"),
        expected("004.22", RuleKind::Same, "93", "248"),
        expected("004.23", RuleKind::Same, "855", "1082"),
        expected("004.23", RuleKind::Same, "494", "255"),
    ]
}

#[test]
fn the_strong_proposals_alone_find_what_no_meaning_is_needed_for() {
    let mut found = BTreeSet::new();
    let mut besides = Vec::new();
    for (figures, all) in [(dak_lak(), of_dak_lak()), (dak_nong(), of_dak_nong()), (krong_pa(), of_krong_pa())] {
        let (hit, _, extra) = compare(&all, &audit(&figures, &[]));
        found.extend(hit);
        besides.extend(extra);
    }
    let alone = [
        "000.24", "003.06", "003.07", "003.09", "003.10", "003.11", "004.02", "004.03", "004.04", "004.16b", "004.16c",
    ];
    assert_eq!(found, BTreeSet::from(alone), "found");
    assert_eq!(besides, Vec::<String>::new(), "false alarms");
}

#[test]
fn all_nineteen_are_found_once_a_person_has_tied_what_belongs_together_and_nothing_else_is_raised() {
    let mut dak_lak = dak_lak();
    let balance = Relation::Balance {
        opening: None,
        received: said(&dak_lak, "II.3", "280.580", 0),
        resolved: said(&dak_lak, "II.1", "277.894", 0),
        pending: said(&dak_lak, "II.2", "22.133", 0),
    };
    tie(&mut dak_lak, balance);
    let same =
        Relation::Same { first: said(&dak_lak, "II.4", "20.865", 0), second: said(&dak_lak, "II.4", "1.321", 0) };
    tie(&mut dak_lak, same);

    let mut krong_pa = krong_pa();
    let late = vec![column("xa", "cong_2021_da_gq_qua_han"), column("xa", "cong_2022_da_gq_qua_han")];
    let late = sum(said(&krong_pa, "A.I.2.2 xã", "2.722", 0), late);
    tie(&mut krong_pa, late);
    for (first, second) in [("19", "11"), ("413", "212")] {
        let same = Relation::Same {
            first: said(&krong_pa, "A.I.2.1 trực tuyến", first, 0),
            second: said(&krong_pa, "A.II.4", second, 0),
        };
        tie(&mut krong_pa, same);
    }
    let online = vec![cell("huyen-2021", "I", "nhan_truc_tuyen"), cell("huyen-2022", "II", "nhan_truc_tuyen")];
    let online = sum(said(&krong_pa, "A.I.2.1 trực tuyến", "07", 0), online);
    tie(&mut krong_pa, online);
    for statement in krong_pa.statements.values_mut().filter(|held| held.value.place == "chú thích 3") {
        statement.value.body = "Văn phòng đăng ký đất đai – Chi nhánh huyện Krông Pa".to_owned();
    }
    for (table, row, column, stated) in [
        ("huyen-2021", "3", "tong_nhan", "5.675"),
        ("huyen-2021", "3", "da_gq_qua_han", "248"),
        ("huyen-2022", "5", "tong_nhan", "1.082"),
        ("huyen-2022", "5", "da_gq_qua_han", "255"),
    ] {
        let same =
            Relation::Same { first: cell(table, row, column), second: said(&krong_pa, "chú thích 3", stated, 0) };
        tie(&mut krong_pa, same);
    }

    let dak_nong = dak_nong();
    // The circular is cited by both reports: the two are read together for that.
    let opening = |figures: &Figures| {
        let citing = figures
            .statements
            .iter()
            .filter(|(_, held)| held.value.picks.iter().any(|pick| matches!(pick.what, Picked::Citation { .. })));
        citing.map(|(id, held)| (id.clone(), held.clone())).collect::<Vec<_>>()
    };
    let mut both = Figures::default();
    both.statements
        .extend(opening(&krong_pa).into_iter().map(|(id, held)| (StatementId::new(format!("b{id}")).unwrap(), held)));
    both.statements.extend(opening(&dak_nong));
    for held in both.statements.values_mut() {
        held.value.picks.retain(|pick| matches!(pick.what, Picked::Citation { .. }));
    }
    let citation = vec![expected(
        "003.12",
        RuleKind::Citation,
        "01/2017/TT-VPCP ngày 31/10/2017",
        "02/2017/TT-VPCP ngày 31/10/2017",
    )];

    let mut found = BTreeSet::new();
    let (mut missed, mut besides, mut checks) = (BTreeSet::new(), Vec::new(), 0);
    let runs = [(&dak_lak, of_dak_lak()), (&dak_nong, of_dak_nong()), (&krong_pa, of_krong_pa()), (&both, citation)];
    for (figures, all) in runs {
        let audit = audit(figures, &[]);
        assert_eq!(audit.loose, []);
        checks += audit.checks;
        let (hit, lost, extra) = compare(&all, &audit);
        found.extend(hit);
        missed.extend(lost);
        besides.extend(extra);
    }
    let by_hand: Vec<Json> = serde_json::from_str(CHECKS).unwrap();
    let disagree: BTreeSet<&str> =
        by_hand.iter().filter(|check| check["agree"] == false).map(|check| check["id"].as_str().unwrap()).collect();
    assert_eq!((by_hand.len(), disagree.len()), (567, 19));
    assert_eq!(besides, Vec::<String>::new(), "false alarms");
    assert_eq!(missed, BTreeSet::new(), "missed");
    assert_eq!(found, disagree, "found");
    assert!(checks >= 567, "{checks} checks");
}

#[test]
fn cut_and_made_up_percentages_are_told_apart() {
    let causes = |figures: &Figures| {
        let shares = audit(figures, &[]).discrepancies.into_iter().filter(|found| found.rule == RuleKind::Share);
        shares.map(|found| (words(&found.stated), found.causes)).collect::<BTreeMap<_, _>>()
    };
    let dak_nong = causes(&dak_nong());
    assert_eq!(dak_nong["65,1%"], [Cause::Cut]);
    assert_eq!(dak_nong["34,2%"], [Cause::Complement]);
    assert_eq!(dak_nong["82,3%"], [Cause::Cut]);
    assert_eq!(dak_nong["17,7%"], [Cause::Complement]);
    assert!(causes(&krong_pa()).values().all(|causes| *causes == [Cause::Cut]));
}

#[test]
fn a_section_with_a_lost_page_is_incomplete_and_its_remainder_no_discrepancy() {
    let figures = dak_nong();
    let audit = audit(&figures, &[]);
    let table = TableId::new("06c").unwrap();
    assert_eq!(audit.incomplete, [Place::Row { table, row: line("I") }]);
}
