//! Findings follow from failed items and stay linked to them.

use so_giam_sat::domain::answer::Answer;
use so_giam_sat::domain::edit::Edit;
use so_giam_sat::domain::evidence::Evidence;
use so_giam_sat::domain::finding::{Finding, FindingContent, FindingEntry, Origin, Remedy, cite, findings};
use so_giam_sat::domain::id::FindingId;
use so_giam_sat::domain::supervision::Level;
use so_giam_sat::domain::template::{AnswerSpec, Template};

use crate::build::*;

fn found(template: &Template, edits: Vec<Edit>) -> Vec<Finding> {
    let mut visit = visit(template);
    make(&mut visit, template, edits);
    findings(template, &visit, &Evidence::default(), Level::Commune)
}

fn by_hand(id: &str, item: Option<&str>, statement: Option<&str>, withdrawn: Option<&str>) -> Edit {
    let content = statement.map(|statement| FindingContent { statement: statement.to_owned(), ..Default::default() });
    let entry = FindingEntry {
        item: item.map(code),
        content,
        withdrawn: withdrawn.map(str::to_owned),
        remedy: Remedy::Open,
        stamp: stamp(),
    };
    Edit::Finding { id: FindingId::new(id).unwrap(), entry: Some(entry) }
}

fn three() -> Template {
    template(vec![
        item("A01", AnswerSpec::Verdict),
        item("A02", AnswerSpec::Verdict),
        critical(item("B01", AnswerSpec::Verdict)),
    ])
}

#[test]
fn a_failed_critical_item_is_listed_first() {
    let found = found(
        &three(),
        vec![answer("A01", verdict(false)), answer("A02", verdict(true)), answer("B01", verdict(false))],
    );
    let listed: Vec<(&str, bool)> = found.iter().map(|finding| (finding.id.as_str(), finding.critical)).collect();
    assert_eq!(listed, [("B01", true), ("A01", false)]);
    assert_eq!(found[1].content.statement, "Tồn tại A01.");
    assert!(found[1].content.basis.is_empty(), "the checklist knows neither the day nor the province");
    assert_eq!(found[1].content.addressee, "Thủ trưởng đơn vị");
}

#[test]
fn a_finding_in_the_words_of_the_checklist_cites_what_binds_and_edited_words_what_was_written() {
    let bases = include_str!("../../public/data/can-cu-phap-ly-1.json");
    let bases = serde_json::from_str(bases).unwrap();
    let edited = by_hand("A02", Some("A02"), Some("Ghi tay."), None);
    let template = three();
    let mut visit = visit(&template);
    make(&mut visit, &template, vec![answer("A01", verdict(false)), answer("A02", verdict(false)), edited]);
    let mut found = findings(&template, &visit, &Evidence::default(), Level::Commune);
    let written = found[1].content.basis.clone();
    cite(&mut found, &template, &visit, &bases, Some("Gia Lai"));
    assert_eq!(found[0].content.basis, ["NĐ 61/2018/NĐ-CP (chưa kiểm chứng)"]);
    assert_eq!(found[1].content.basis, written);
}

#[test]
fn the_figures_of_the_answer_stand_in_the_sentence() {
    let mut asked = item("A02", ratio(Some(100)));
    asked.finding = Some(words("Mới niêm yết {part}/{whole} thủ tục ({percent})."));
    let ratio = Answer::Ratio { part: Some(1_234), whole: Some(2_000) };
    let found = found(&template(vec![asked]), vec![answer("A02", ratio)]);
    assert_eq!(found[0].content.statement, "Mới niêm yết 1.234/2.000 thủ tục (61,70%).");
}

#[test]
fn edited_words_replace_the_templates_and_keep_the_link() {
    let found =
        found(&three(), vec![answer("A01", verdict(false)), by_hand("A01", Some("A01"), Some("Câu đã sửa."), None)]);
    assert_eq!(found[0].origin, Origin::Edited);
    assert_eq!(found[0].content.statement, "Câu đã sửa.");
    assert_eq!(found[0].item, Some(code("A01")));
}

#[test]
fn a_withdrawn_finding_stays_with_its_reason() {
    let found =
        found(&three(), vec![answer("A01", verdict(false)), by_hand("A01", Some("A01"), None, Some("Đã giải trình"))]);
    assert_eq!(found[0].withdrawn.as_deref(), Some("Đã giải trình"));
    assert_eq!(found[0].content.statement, "Tồn tại A01.");
}

#[test]
fn edited_words_outlive_an_item_that_is_met_again() {
    let edits = vec![
        answer("A01", verdict(false)),
        by_hand("A01", Some("A01"), Some("Câu đã sửa."), None),
        answer("A01", verdict(true)),
    ];
    let found = found(&three(), edits);
    assert_eq!(found[0].origin, Origin::Unsupported);
    assert_eq!(found[0].content.statement, "Câu đã sửa.");
}

#[test]
fn a_finding_added_by_hand_may_name_an_item_and_comes_last() {
    let found =
        found(&three(), vec![by_hand("f-1", Some("A02"), Some("Ghi tay."), None), answer("A01", verdict(false))]);
    let listed: Vec<(&str, Origin)> = found.iter().map(|finding| (finding.id.as_str(), finding.origin)).collect();
    assert_eq!(listed, [("A01", Origin::Item), ("f-1", Origin::Added)]);
    assert_eq!(found[1].item, Some(code("A02")));
}

#[test]
fn a_finding_can_be_dropped_again() {
    let drop = Edit::Finding { id: FindingId::new("f-1").unwrap(), entry: None };
    assert!(found(&three(), vec![by_hand("f-1", None, Some("Ghi tay."), None), drop]).is_empty());
}
