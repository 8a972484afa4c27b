//! What the slow parts of the pure rooms take on large input, natively: one line for each. `cargo xtask bench` runs it and
//! takes some of the lines into its table; nothing is decided by them.
#![expect(clippy::unwrap_used, reason = "a measurement ends where something is missing")]

use std::hint::black_box;
use std::time::Instant;

use chrono::{DateTime, NaiveDate};
use so_giam_sat::domain::answer::Stamp;
use so_giam_sat::domain::calendar::{ClockStop, OfficeHours, Receipt, Term, WorkingCalendar};
use so_giam_sat::domain::dossier::{Dossier, Letter, Seen, State, judge};
use so_giam_sat::domain::edit::{
    Change, DossierField, DossierRow, Edit, FiguresEdit, ListPart, PostingPart, ProcedureField, Put, RowField,
    TablePart, replay,
};
use so_giam_sat::domain::figures::audit::audit_table;
use so_giam_sat::domain::figures::form::MAX_ROWS;
use so_giam_sat::domain::figures::{Cell, Figure, Form, FormFile, Row, StatTable, Statement, propose, scan};
use so_giam_sat::domain::id::{DossierId, FormId, LineKey, StatementId, SupervisionId, TableId, UnitId, VisitId};
use so_giam_sat::domain::procedure::{MAX_SAMPLED, PostedProcedure, Posting};
use so_giam_sat::domain::visit::Visit;
use so_giam_sat::intake::figures;
use so_giam_sat::intake::protocol::{Answers, Kind, Options, Request, Rows};
use so_giam_sat::intake::reader::Reader;
use so_giam_sat::storage::check::check_history;
use so_giam_sat::storage::gate::{read_calendar, read_template};

const CALENDAR: &[u8] = include_bytes!("../public/data/lich-nghi-1.json");
const TEMPLATE: &[u8] = include_bytes!("../public/data/mau-phieu-mot-cua-1.json");
const FORMS: &str = include_str!("../public/data/bieu-mau.json");
const COMMUNES: &str = include_str!("../tests/fixtures/phu-luc/004-cap-xa.txt");
const REPORTS: [&str; 3] = [
    include_str!("../tests/fixtures/loi-van-000.txt"),
    include_str!("../tests/fixtures/loi-van-003.txt"),
    include_str!("../tests/fixtures/loi-van-004.txt"),
];

fn main() {
    dossiers();
    tables();
    history();
    table_of_dossiers();
    table_of_figures();
    pasted_statements();
    statement_against_tables();
}

/// Does something and prints how long it took, in the form that `cargo xtask bench` reads.
fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = black_box(work());
    println!("{what}: {:.1} ms", start.elapsed().as_secs_f64() * 1_000.0);
    result
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn form(id: &str) -> Form {
    let forms: FormFile = serde_json::from_str(FORMS).unwrap();
    forms.form(&FormId::new(id).unwrap()).unwrap().clone()
}

fn line(key: &str) -> LineKey {
    LineKey::new(key).unwrap()
}

fn dossiers() {
    let calendar = WorkingCalendar::new(&read_calendar(CALENDAR).unwrap());
    let in_time = Dossier {
        code: "000.25.15.H21-230306-0001".to_owned(),
        procedure: "1.003003".to_owned(),
        field: "Đất đai".to_owned(),
        received: Some(Receipt { date: day(2023, 3, 6), time: None }),
        term: Some(Term::working_days(5).unwrap()),
        slip: Some(true),
        appointed: Seen::Is(day(2023, 3, 13)),
        returned: Some(day(2023, 3, 13)),
        state: Some(State::Resolved),
        ..Dossier::default()
    };
    let letter = Letter {
        number: "12/PXL".to_owned(),
        date: Some(day(2023, 3, 10)),
        reason: Seen::Is("chờ xác minh thực địa".to_owned()),
        new_date: Seen::Is(day(2023, 3, 17)),
        signed_by: "Giám đốc Chi nhánh".to_owned(),
    };
    let stop = ClockStop { from: day(2023, 3, 7), to: Some(day(2023, 3, 9)), why: "bổ sung hồ sơ".to_owned() };
    let late = Dossier { returned: Some(day(2023, 3, 24)), ..in_time.clone() };
    let kinds = [
        Dossier { apology: Seen::Is(letter), ..late.clone() },
        Dossier { apology: Seen::Absent, ..late },
        Dossier {
            stops: vec![stop.clone(), ClockStop { from: day(2023, 3, 10), to: None, ..stop }],
            ..in_time.clone()
        },
        Dossier { term: Some(Term::working_hours(20).unwrap()), ..in_time.clone() },
        Dossier { term: Some(Term::calendar_days(30).unwrap()), ..in_time.clone() },
        Dossier { returned: None, state: Some(State::Processing), ..in_time.clone() },
        in_time,
    ];
    let (hours, today) = (OfficeHours::default(), day(2023, 5, 10));
    let judged = timed("100,000 dossiers judged", || {
        let all = kinds.iter().cycle().take(100_000);
        all.filter(|dossier| judge(dossier, &calendar, &hours, today).course.is_some()).count()
    });
    assert!(judged > 80_000, "{judged}");
}

fn tables() {
    // Received with its three parts, resolved with its three, pending with its two: every sum of the form holds.
    let field = [3_050, 1_000, 2_000, 50, 1_830, 183, 1_565, 82, 1_220, 1_159, 61];
    let form = form("bieu-06c");
    let row = |key: String, times: i64| {
        let cells = field.map(|count| Cell::Figure(Figure::whole(count * times).unwrap())).to_vec();
        Row {
            name: format!("Lĩnh vực {key}"),
            number: String::new(),
            key: line(&key),
            depth: u8::from(times == 1),
            cells,
        }
    };
    let rows: Vec<Row> = (0..100)
        .map(|place| if place == 0 { row("tong".to_owned(), 99) } else { row(format!("r{place}"), 1) })
        .collect();
    let tables = vec![StatTable { rows, ..StatTable::new(form) }; 1_000];
    let id = TableId::new("b").unwrap();
    let checks = timed("1,000 tables of 100 x 11 audited", || -> usize {
        tables.iter().map(|table| audit_table(&id, table).checks).sum()
    });
    assert!(checks > 100_000, "{checks}");
}

/// A visit with 5,000 dossiers, sampled procedures and rows of figures, and 20,000 small changes of it: batches of two fields
/// of dossiers, names of procedures, names of rows.
fn history() {
    const DOSSIERS: usize = 5_000;
    const CHANGES: usize = 20_000;
    let template = read_template(TEMPLATE).unwrap();
    let stamp = Stamp { at: DateTime::UNIX_EPOCH, by: "Lan".to_owned(), device: String::new() };
    let id = |number: usize| DossierId::new(format!("d-{number}")).unwrap();
    let dossier = |number: usize| Dossier { code: number.to_string(), ..Dossier::default() };
    let procedure = |number: usize| PostedProcedure { code: format!("1.{number:06}"), ..PostedProcedure::default() };
    let posting = Posting {
        list: None,
        on: day(2023, 5, 10),
        in_force: None,
        counted: None,
        draw: None,
        sampled: (0..MAX_SAMPLED).map(procedure).collect(),
    };
    let columns = form("igate");
    let row = |number: usize| Row {
        key: line(&format!("r{number}")),
        number: String::new(),
        name: format!("Hàng {number}"),
        depth: 0,
        cells: vec![Cell::Blank; columns.columns.len()],
    };
    let figures = StatTable { rows: (0..MAX_ROWS).map(row).collect(), ..StatTable::new(columns.clone()) };
    let table = TableId::new("b").unwrap();
    let put = vec![Put { id: table.clone(), value: Some(figures) }];
    let mut edits = vec![
        Edit::Dossiers {
            rows: (0..DOSSIERS).map(|number| DossierRow { id: id(number), dossier: Some(dossier(number)) }).collect(),
        },
        Edit::Posting { posting: Some(posting) },
        Edit::Figures { change: FiguresEdit::Tables { put } },
    ];
    edits.extend((0..CHANGES).map(|number| {
        let last = DOSSIERS - 1 - number % (DOSSIERS / 2);
        let field = |value: String| Edit::DossierFields { id: id(last), fields: vec![DossierField::Field(value)] };
        match number % 3 {
            0 => Edit::of([field(format!("a{number}")), field(format!("b{number}"))]),
            1 => {
                let fields = vec![ProcedureField::Name(format!("c{number}"))];
                let key = format!("1.{:06}", last % MAX_SAMPLED);
                Edit::PostingParts { parts: vec![PostingPart::Sampled { change: ListPart::Change { key, fields } }] }
            }
            _ => {
                let key = line(&format!("r{}", last % MAX_ROWS));
                let change = ListPart::Change { key, fields: vec![RowField::Name(format!("d{number}"))] };
                let parts = vec![TablePart::Rows { change }];
                Edit::Figures { change: FiguresEdit::TableParts { table: table.clone(), parts } }
            }
        }
    }));
    let mut visit = Visit {
        id: VisitId::new("v").unwrap(),
        supervision: SupervisionId::new("s").unwrap(),
        unit: UnitId::new("u").unwrap(),
        revision: 0,
        template: template.reference(),
        begun: stamp.clone(),
        date: day(2023, 5, 16),
        present: Vec::new(),
        sections: template.sections.iter().map(|section| section.code.clone()).collect(),
        entries: [].into(),
        findings: [].into(),
        dossiers: [].into(),
        draws: Vec::new(),
        posting: None,
        figures: Default::default(),
    };
    let history: Vec<Change> = edits
        .into_iter()
        .map(|edit| {
            replay(&mut visit, &template, edit.clone(), &stamp).unwrap();
            Change { revision: visit.revision, id: format!("c{}", visit.revision), stamp: stamp.clone(), edit }
        })
        .collect();
    timed("20,000 changes of a visit of 5,000 dossiers checked at the gate", || {
        check_history(&visit, &history, &template, "v")
    })
    .unwrap();
}

fn table_of_dossiers() {
    let heading = "Mã hồ sơ;Thủ tục;Lĩnh vực;Cấp giải quyết;Hình thức nộp;Ngày nhận;Giờ nhận;Thời hạn giải quyết;Các lần \
        dừng;Có giấy tiếp nhận và hẹn trả;Ngày hẹn trả;Số lần yêu cầu bổ sung;Ngày trả kết quả;Trạng thái hồ sơ;Có văn bản \
        xin lỗi;Số văn bản xin lỗi;Ngày văn bản xin lỗi;Lý do trong văn bản xin lỗi;Ngày hẹn lại;Người ký;Số lần hẹn \
        lại;Niêm yết văn bản xin lỗi;Đăng tải văn bản xin lỗi;Nguyên nhân quá hạn;Cơ quan gây quá hạn\n";
    let row = |number: usize| {
        format!(
            "H21-{number:06};Đăng ký biến động đất đai;Đất đai;Cấp xã;Trực tuyến;06/3/2023;8:30;10 ngày làm \
             việc;08/3/2023-09/3/2023: bổ sung;Có;20/3/2023;1;24/3/2023;Đã giải quyết quá hạn;Có;12/PXL;17/3/2023;chờ xác \
             minh thực địa;23/3/2023;Giám đốc Chi nhánh;1;Có;Chưa;Quá hạn thực sự;Chi nhánh VPĐKĐĐ\n"
        )
    };
    let text: String = std::iter::once(heading.to_owned()).chain((0..10_000).map(row)).collect();
    let (reader, opened) = timed("a table of 10,000 dossiers x 25 columns opened", || {
        Reader::open_file(Kind::Dossiers, "a.csv", text.as_bytes()).unwrap()
    });
    let sheet = &opened.sheets[0];
    let request = Request {
        kind: Kind::Dossiers,
        sheet: sheet.index,
        heading: sheet.heading,
        matching: sheet.matching.clone(),
        options: Options::default(),
        answers: Answers::default(),
    };
    let reading = timed("the same read", || reader.read(&request));
    assert!(matches!(&reading.rows, Rows::Dossiers(rows) if rows.len() == 10_000));
}

fn table_of_figures() {
    let form = form("bieu-06c");
    let mut text = "stt,linh_vuc,".to_owned();
    text.push_str(&form.columns.iter().map(|column| column.key.as_str()).collect::<Vec<_>>().join(","));
    for row in 1..=5_000 {
        text.push_str(&format!("\n{row},Lĩnh vực {row},1.716,7,1.709,0,1.716,0,1.600,116,0,0,0"));
    }
    let reading = timed("a table of 5,000 rows of figures read", || figures::read_pasted(&text, &form));
    assert_eq!(reading.unwrap().unwrap().rows.len(), 5_000);
}

fn statement(text: &str) -> Statement {
    Statement { text: text.to_owned(), picks: scan::picks(text), ..Statement::default() }
}

/// Texts of 50,000 characters: reports, and some that are made to be hard.
fn pasted_statements() {
    let id = StatementId::new("s1").unwrap();
    let reports: String = REPORTS.join("\n\n").chars().cycle().take(50_000).collect();
    for (what, text) in [
        ("reports", reports),
        ("brackets that stay open", "(1 hồ sơ, ".repeat(5_000)),
        ("numbers alone", "12 ".repeat(16_000)),
        ("counts", "100 hồ sơ ".repeat(5_000)),
        ("shares", "5% ".repeat(16_000)),
    ] {
        let statement = timed(&format!("50,000 characters of {what} scanned"), || statement(&text));
        timed("the same, proposals made", || propose::within(&id, &statement));
    }
}

fn statement_against_tables() {
    let id = StatementId::new("s1").unwrap();
    let text = REPORTS.get(1..).unwrap_or_default().join("\n\n").repeat(4);
    let form = form("bang-cap-xa");
    let rows = figures::read_pasted(COMMUNES, &form).unwrap().unwrap().rows;
    let table = StatTable { rows, ..StatTable::new(form) };
    let ids: Vec<TableId> = (0..100).map(|place| TableId::new(format!("t{place}")).unwrap()).collect();
    let tables: Vec<(&TableId, &StatTable)> = ids.iter().map(|id| (id, &table)).collect();
    let statement = statement(&text);
    timed("a statement of two reports, four times over, held against 100 tables", || {
        propose::against(&id, &statement, &tables)
    });
}
