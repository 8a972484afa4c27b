//! What tests of every room build on: a template with every kind of answer, a supervision and visits; and, in
//! [`random`], any answers, edits and visits.

use chrono::{DateTime, NaiveDate, Utc};

use crate::words::Localised;

use super::answer::{Stamp, Verdict};
use super::check::ItemCheck;
use super::id::{ItemCode, SectionCode, SupervisionId, TemplateId, UnitId};
use super::procedure::PostingCheck;
use super::supervision::{Level, Member, Mode, Period, Resolution, Role, Supervision, Unit, UnitKind};
use super::template::{
    AnswerSpec, Band, Condition, CountField, DateRule, Item, MeanPart, SampleOf, Section, Target, Template, Test,
    Threshold,
};

pub mod figures;
pub mod random;
mod samples;
mod visits;

pub use figures::every_figure;
pub use samples::{dossier_row, every_sample, full_dossier, posting, without_dossier};
pub use visits::{answer, every_answer, every_finding, make, visit};

/// A date.
pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A moment: so many milliseconds after 2023-05-10T01:02:03Z.
pub fn moment(after_ms: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(1_683_680_523_000 + after_ms).unwrap()
}

/// Lan, on the tablet.
pub fn stamp() -> Stamp {
    Stamp { at: moment(456), by: "Lan".to_owned(), device: "Máy tính bảng 1".to_owned() }
}

/// An item's code.
pub fn code(code: &str) -> ItemCode {
    ItemCode::new(code).unwrap()
}

fn both(vi: &str) -> Localised {
    Localised { vi: vi.to_owned(), en: format!("{vi} (en)") }
}

fn item(at: &str, question: &str, answer: AnswerSpec) -> Item {
    Item {
        code: code(at),
        section: SectionCode::new(&at[..1]).unwrap(),
        question: both(question),
        basis: Vec::new(),
        evidence: both("ảnh"),
        source: "004:40".to_owned(),
        weight: 1,
        critical: None,
        answer,
        takes: None,
        check: None,
        applies_if: None,
        finding: None,
        cause: None,
        recommendation: None,
        addressee: None,
    }
}

fn counts(threshold: Option<Threshold>) -> AnswerSpec {
    let field = |key: &str, label| CountField { key: key.to_owned(), label: both(label) };
    AnswerSpec::Counts {
        fields: vec![field("late", "Quá hạn"), field("all", "Tổng số")], threshold, sums_to: None
    }
}

fn ratio(target: Option<Target>) -> AnswerSpec {
    AnswerSpec::Ratio {
        part: both("Số TTHC niêm yết"), whole: both("Số TTHC có hiệu lực"), target, may_exceed: false
    }
}

/// A template with every kind of answer, every rule and a condition. Group A: verdict (A01, critical), ratio against a
/// target (A02), ratio without one (A03). Group B: counts with a threshold (B01), asked if late (B02), counts without
/// (B03), dates (B04, B05), means (B06), a sample (B07), an audit (B08), ratio by level (B09).
pub fn template() -> Template {
    let a01 = Item {
        basis: vec!["TT 02/2017/TT-VPCP".to_owned(), "Điều 6".to_owned()],
        weight: 2,
        critical: Some(both("không niêm yết")),
        finding: Some(both("Chưa niêm yết TTHC")),
        cause: Some(both("Thiếu kiểm tra")),
        recommendation: Some(both("Niêm yết đầy đủ")),
        addressee: Some(both("UBND xã")),
        ..item("A01", "Danh mục TTHC được niêm yết", AnswerSpec::Verdict)
    };
    let percent = |percent| Some(Target { percent: Some(percent), percent_by_level: None });
    let a02 = Item {
        check: Some(ItemCheck::Procedures(PostingCheck::PostedShare)),
        finding: Some(both("Niêm yết {part}/{whole} TTHC ({percent})")),
        ..item("A02", "Số TTHC niêm yết", ratio(percent(100)))
    };
    let by_level = Target {
        percent: None,
        percent_by_level: Some([(Level::Province, 30), (Level::District, 20), (Level::Commune, 15)].into()),
    };
    let threshold = |at_most, at_least| Some(Threshold { field: "late".to_owned(), at_most, at_least });
    let b02 = Item {
        applies_if: Some(Condition {
            item: code("B01"),
            test: Test::CountAbove { field: "late".to_owned(), value: 0 },
        }),
        ..item("B02", "Có văn bản xin lỗi", AnswerSpec::Verdict)
    };
    let b08 = Item {
        applies_if: Some(Condition { item: code("A01"), test: Test::Verdict { is: Verdict::Met } }),
        ..item("B08", "Biểu số liệu khớp", AnswerSpec::Audit)
    };
    let mean = |key: &str, maximum| MeanPart { key: key.to_owned(), label: both(key), maximum };
    let means = AnswerSpec::Means { parts: vec![mean("phieu", 12), mean("muc-do", 8)] };
    let section = |code: &str, name, weight| Section {
        code: SectionCode::new(code).unwrap(),
        name: both(name),
        weight,
        kinds: UnitKind::ALL.to_vec(),
    };
    let date = |rule| AnswerSpec::Date { rule };
    Template {
        id: TemplateId::new("mot-cua").unwrap(),
        version: 1,
        name: both("Phiếu giám sát Bộ phận Một cửa"),
        bands: [(90, "Xuất sắc"), (80, "Tốt"), (70, "Khá"), (50, "Trung bình"), (0, "Yếu")]
            .map(|(from_percent, name)| Band { from_percent, name: both(name) })
            .to_vec(),
        critical_cap_percent: 80,
        not_applicable_reasons: vec![both("Không phát sinh hồ sơ")],
        sections: vec![section("A", "Công khai, niêm yết TTHC", 1), section("B", "Tiếp nhận và giải quyết", 2)],
        items: vec![
            a01,
            a02,
            item("A03", "Tỷ lệ hồ sơ trực tuyến", ratio(None)),
            item("B01", "Số hồ sơ quá hạn", counts(threshold(Some(0), None))),
            b02,
            item("B03", "Số hồ sơ tiếp nhận", counts(None)),
            item("B04", "Ngày rà soát gần nhất", date(DateRule::WithinMonthsBeforeVisit { months: 12 })),
            item("B05", "Ngày gửi báo cáo", date(DateRule::NoLaterThanDue)),
            item("B06", "Điểm hài lòng", means),
            item("B07", "Hồ sơ mẫu đúng quy định", AnswerSpec::Sample { of: SampleOf::Dossiers }),
            b08,
            item("B09", "Tỷ lệ số hóa", ratio(Some(by_level))),
        ],
    }
}

/// A supervision of four units: u1 and u2 communes, u3 a district, u4 through its report.
pub fn supervision() -> Supervision {
    let unit = |id: &str, name: &str, level, kind, mode| Unit {
        id: UnitId::new(id).unwrap(),
        name: name.to_owned(),
        level,
        kind,
        mode,
    };
    let member = |role, post: &str, name: &str| Member { role, post: post.to_owned(), name: name.to_owned() };
    Supervision {
        id: SupervisionId::new("s1").unwrap(),
        revision: 3,
        body: "HĐND huyện Krông Pa".to_owned(),
        place: "Krông Pa".to_owned(),
        province: None,
        resolution: Resolution { number: "142/NQ-HĐND".to_owned(), date: Some(day(2022, 12, 20)) },
        topic: "Công tác cải cách thủ tục hành chính".to_owned(),
        period: Period { from: Some(day(2021, 1, 1)), to: Some(day(2022, 12, 31)) },
        delegation: vec![
            member(Role::Head, "Phó Chủ tịch HĐND huyện", ""),
            member(Role::Deputy, "Trưởng ban Pháp chế", "Rcom H’Lan"),
            member(Role::Secretary, "Chuyên viên", ""),
            member(Role::Member, "Đại biểu HĐND", ""),
        ],
        units: vec![
            unit("u1", "UBND xã Ia Rmok", Level::Commune, UnitKind::PeoplesCommittee, Mode::Direct),
            unit("u2", "UBND xã Chư Drăng", Level::Commune, UnitKind::OneStop, Mode::Direct),
            unit("u3", "Văn phòng HĐND - UBND huyện", Level::District, UnitKind::Department, Mode::Direct),
            unit("u4", "UBND xã Uar", Level::Commune, UnitKind::PeoplesCommittee, Mode::Indirect),
        ],
    }
}
