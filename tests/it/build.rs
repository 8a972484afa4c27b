//! Short ways to say a template, a visit, an answer, and random ones for the laws.

use chrono::{DateTime, NaiveDate, Utc};
use proptest::prelude::*;
use so_giam_sat::domain::answer::{Answer, Stamp, Verdict};
use so_giam_sat::domain::edit::{Change, Edit, apply};
use so_giam_sat::domain::id::{ItemCode, SectionCode, SupervisionId, TemplateId, UnitId, VisitId};
use so_giam_sat::domain::supervision::{Level, Mode, Period, Resolution, Supervision, Unit, UnitKind};
use so_giam_sat::domain::template::{
    AnswerSpec, Band, Condition, CountField, DateRule, Item, MeanPart, SampleOf, Section, Target, Template, Test,
    Threshold,
};
use so_giam_sat::domain::visit::Visit;
use so_giam_sat::words::Localised;

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn code(text: &str) -> ItemCode {
    ItemCode::new(text).unwrap()
}

pub fn words(text: &str) -> Localised {
    Localised { vi: text.to_owned(), en: format!("{text} (en)") }
}

pub fn stamp() -> Stamp {
    let at: DateTime<Utc> = "2023-05-10T02:30:00.125Z".parse().unwrap();
    Stamp { at, by: "Thư ký".to_owned(), device: "Máy 1".to_owned() }
}

pub fn section(code: &str) -> Section {
    Section {
        code: SectionCode::new(code).unwrap(),
        name: words(&format!("Nhóm {code}")),
        weight: 1,
        kinds: UnitKind::ALL.to_vec(),
    }
}

/// An item whose group is the first letter of its code.
pub fn item(text: &str, answer: AnswerSpec) -> Item {
    Item {
        code: code(text),
        section: SectionCode::new(&text[..1]).unwrap(),
        question: words(&format!("Câu hỏi {text}")),
        basis: vec!["NĐ 61/2018/NĐ-CP".to_owned()],
        evidence: words("bản lưu"),
        source: "004:134".to_owned(),
        weight: 1,
        critical: None,
        answer,
        takes: None,
        check: None,
        applies_if: None,
        finding: Some(words(&format!("Tồn tại {text}."))),
        cause: None,
        recommendation: Some(words("Khắc phục ngay.")),
        addressee: Some(words("Thủ trưởng đơn vị")),
    }
}

pub fn critical(mut item: Item) -> Item {
    item.critical = Some(words("không đạt"));
    item.weight = 2;
    item
}

pub fn applies_if(mut item: Item, controller: &str, test: Test) -> Item {
    item.applies_if = Some(Condition { item: code(controller), test });
    item
}

pub fn counts(threshold: Option<Threshold>) -> AnswerSpec {
    AnswerSpec::Counts {
        fields: vec![CountField { key: "n".to_owned(), label: words("Số lượng") }],
        threshold,
        sums_to: None,
    }
}

pub fn ratio(percent: Option<u8>) -> AnswerSpec {
    let target = percent.map(|percent| Target { percent: Some(percent), percent_by_level: None });
    AnswerSpec::Ratio { part: words("tử"), whole: words("mẫu"), target, may_exceed: false }
}

pub fn means(maxima: &[u32]) -> AnswerSpec {
    let part = |(position, maximum): (usize, &u32)| MeanPart {
        key: format!("p{position}"),
        label: words("Điểm"),
        maximum: *maximum,
    };
    AnswerSpec::Means { parts: maxima.iter().enumerate().map(part).collect() }
}

/// A template of these items, with a group for each first letter.
pub fn template(items: Vec<Item>) -> Template {
    let mut letters: Vec<&str> = items.iter().map(|item| item.section.as_str()).collect();
    letters.dedup();
    let band = |from_percent: u8, name: &str| Band { from_percent, name: words(name) };
    Template {
        id: TemplateId::new("thu").unwrap(),
        version: 1,
        name: words("Mẫu thử"),
        bands: vec![band(90, "Xuất sắc"), band(80, "Tốt"), band(70, "Khá"), band(50, "Trung bình"), band(0, "Yếu")],
        critical_cap_percent: 70,
        not_applicable_reasons: vec![words("Không phát sinh")],
        sections: letters.into_iter().map(section).collect(),
        items,
    }
}

/// A fresh visit with every group chosen.
pub fn visit(template: &Template) -> Visit {
    Visit {
        id: VisitId::new("v1").unwrap(),
        supervision: SupervisionId::new("s1").unwrap(),
        unit: UnitId::new("u1").unwrap(),
        revision: 0,
        template: template.reference(),
        begun: stamp(),
        date: day("2023-05-10"),
        present: vec!["Chủ tịch UBND xã".to_owned()],
        sections: template.sections.iter().map(|section| section.code.clone()).collect(),
        entries: Default::default(),
        findings: Default::default(),
        dossiers: Default::default(),
        draws: Vec::new(),
        posting: None,
        figures: Default::default(),
    }
}

pub fn supervision() -> Supervision {
    Supervision {
        id: SupervisionId::new("s1").unwrap(),
        revision: 1,
        body: "HĐND huyện Krông Pa".to_owned(),
        place: "Krông Pa".to_owned(),
        province: None,
        resolution: Resolution { number: "142/NQ-HĐND".to_owned(), date: Some(day("2022-12-20")) },
        topic: "Cải cách thủ tục hành chính".to_owned(),
        period: Period { from: Some(day("2021-01-01")), to: Some(day("2022-12-31")) },
        delegation: Vec::new(),
        units: vec![Unit {
            id: UnitId::new("u1").unwrap(),
            name: "UBND xã Ia Rmok".to_owned(),
            level: Level::Commune,
            kind: UnitKind::PeoplesCommittee,
            mode: Mode::Direct,
        }],
    }
}

pub fn verdict(met: bool) -> Answer {
    Answer::Verdict { value: if met { Verdict::Met } else { Verdict::NotMet } }
}

pub fn not_applicable() -> Answer {
    Answer::NotApplicable { reason: "Không phát sinh".to_owned() }
}

pub fn answer(item: &str, answer: Answer) -> Edit {
    Edit::Answer { item: code(item), answer: Some(answer) }
}

/// Makes edits on a visit, and gives back the history and the edits that undo it.
pub fn make(visit: &mut Visit, template: &Template, edits: Vec<Edit>) -> (Vec<Change>, Vec<Edit>) {
    let mut history = Vec::new();
    let mut undo = Vec::new();
    for edit in edits {
        undo.push(apply(visit, template, edit.clone(), &stamp()).unwrap());
        history.push(Change { revision: visit.revision, id: String::new(), stamp: stamp(), edit });
    }
    (history, undo)
}

/// Any kind of item, by its code.
fn any_spec() -> impl Strategy<Value = AnswerSpec> {
    prop_oneof![
        3 => Just(AnswerSpec::Verdict),
        1 => Just(AnswerSpec::Sample { of: SampleOf::Dossiers }),
        1 => Just(AnswerSpec::Audit),
        1 => Just(counts(None)),
        1 => (0..20_u64).prop_map(|most| counts(Some(Threshold {
            field: "n".to_owned(),
            at_most: Some(most),
            at_least: None,
        }))),
        2 => proptest::option::of(1..=100_u8).prop_map(ratio),
        1 => Just(AnswerSpec::Date { rule: DateRule::WithinMonthsBeforeVisit { months: 12 } }),
        1 => Just(AnswerSpec::Date { rule: DateRule::NoLaterThanDue }),
        1 => proptest::collection::vec(1..20_u32, 1..3).prop_map(|maxima| means(&maxima)),
    ]
}

/// A template of 1 to 24 items in up to three groups, some of them critical.
pub fn any_template() -> impl Strategy<Value = Template> {
    proptest::collection::vec((any_spec(), any::<bool>(), 1..4_u32), 1..24).prop_map(|specs| {
        let total = specs.len();
        let items = specs.into_iter().enumerate().map(|(position, (spec, is_critical, weight))| {
            let letter = ["A", "B", "C"][position * 3 / total];
            let item = item(&format!("{letter}{position:02}"), spec);
            let item = if is_critical { critical(item) } else { item };
            Item { weight, ..item }
        });
        template(items.collect())
    })
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (2018..2027_i32, 1..366_u32).prop_map(|(year, day)| NaiveDate::from_yo_opt(year, day).unwrap())
}

/// Any answer that an item can take, complete or not.
pub fn any_answer(spec: &AnswerSpec) -> BoxedStrategy<Answer> {
    let own = match spec.clone() {
        AnswerSpec::Verdict | AnswerSpec::Sample { .. } | AnswerSpec::Audit => any::<bool>().prop_map(verdict).boxed(),
        AnswerSpec::Counts { fields, .. } => {
            let values = proptest::collection::vec(proptest::option::weighted(0.9, 0..40_u64), fields.len());
            values.prop_map(|values| Answer::Counts { values }).boxed()
        }
        AnswerSpec::Ratio { .. } => {
            let count = || proptest::option::weighted(0.9, 0..100_000_u64);
            (count(), count()).prop_map(|(part, whole)| Answer::Ratio { part, whole }).boxed()
        }
        AnswerSpec::Date { rule } => (any_date(), proptest::option::of(any_date()))
            .prop_map(move |(on, due)| Answer::Date {
                on: Some(on),
                due: due.filter(|_| matches!(rule, DateRule::NoLaterThanDue)),
            })
            .boxed(),
        AnswerSpec::Means { parts } => {
            let means: Vec<_> =
                parts.iter().map(|part| proptest::option::weighted(0.9, 0..=part.maximum * 100)).collect();
            means.prop_map(|hundredths| Answer::Means { hundredths }).boxed()
        }
    };
    prop_oneof![8 => own, 1 => Just(not_applicable()), 1 => Just(Answer::NotApplicable { reason: String::new() })]
        .boxed()
}

/// Any edit of an answer or a note of this template.
pub fn any_edit(template: &Template) -> BoxedStrategy<Edit> {
    let template = template.clone();
    (0..template.items.len())
        .prop_flat_map(move |position| {
            let item = &template.items[position];
            let code = item.code.clone();
            let noted = code.clone();
            prop_oneof![
                8 => proptest::option::weighted(0.9, any_answer(&item.answer))
                    .prop_map(move |answer| Edit::Answer { item: code.clone(), answer }),
                1 => "[a-zà-ỹ ]{0,12}".prop_map(move |text| Edit::Note { item: noted.clone(), text }),
            ]
        })
        .boxed()
}

/// A template with edits on it.
pub fn any_template_and_edits() -> impl Strategy<Value = (Template, Vec<Edit>)> {
    any_template().prop_flat_map(|template| {
        let edits = proptest::collection::vec(any_edit(&template), 0..40);
        (Just(template), edits)
    })
}
