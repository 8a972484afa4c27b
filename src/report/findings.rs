//! The table of findings (tồn tại, hạn chế): one row for each, withdrawn ones included and marked.

use crate::domain::finding::{Finding, Origin, cite, findings};
use crate::words::catalogue::findings::NO_BASIS;
use crate::words::{Lang, Text};

use super::{Cell, Material, Table, VisitMaterial, answer_words, columns, section_words, words, yes_no};

/// The findings of every visit, in the order of each visit: critical items first, then the template's order, those
/// added by hand last.
pub fn findings_table(material: &Material) -> Table {
    let columns = columns(&[
        ("Đơn vị", "Unit"),
        ("Ngày làm việc", "Date of visit"),
        ("Nhóm", "Group"),
        ("Mã mục", "Item"),
        ("Nội dung kiểm tra", "What was checked"),
        ("Tồn tại, hạn chế", "Finding"),
        ("Căn cứ", "Legal basis"),
        ("Nguyên nhân", "Cause"),
        ("Kiến nghị", "Recommendation"),
        ("Nơi nhận kiến nghị", "Addressee"),
        ("Thời hạn", "Deadline"),
        ("Trọng yếu", "Critical"),
        ("Tình trạng khắc phục", "State of remedy"),
        ("Đã rút", "Withdrawn"),
        ("Lý do rút", "Why withdrawn"),
        ("Nguồn", "Origin"),
        ("Trả lời quan sát được", "Answer observed"),
        ("Ghi chú", "Note"),
    ]);
    let mut rows = Vec::new();
    for held in material.visits {
        let VisitMaterial { visit, template, evidence, .. } = held;
        let (unit, level) = material.unit(&visit.unit);
        let mut found = findings(template, visit, evidence, level);
        if let Some(legal) = material.legal {
            cite(&mut found, template, visit, legal, material.supervision.province());
        }
        rows.extend(found.iter().map(|finding| row(unit, held, finding, material.legal.is_some())));
    }
    Table { name: Text::new("Tồn tại, hạn chế", "Findings"), columns, rows }
}

fn row(unit: &str, held: &VisitMaterial, finding: &Finding, was_cited: bool) -> Vec<Cell> {
    let VisitMaterial { visit, template, evidence, .. } = held;
    let item = finding.item.as_ref().and_then(|code| template.item(code));
    let entry = finding.item.as_ref().and_then(|code| visit.entries.get(code));
    let answer = item.and_then(|item| Some((item, evidence.standing(visit, item).answer()?)));
    let content = &finding.content;
    vec![
        words(unit),
        Cell::Date(visit.date),
        item.map_or(Cell::Empty, |item| section_words(template, item)),
        finding.item.as_ref().map_or(Cell::Empty, |code| words(code.as_str())),
        item.map_or(Cell::Empty, |item| words(&item.question.vi)),
        words(&content.statement),
        match content.basis.as_slice() {
            [] if was_cited => words(NO_BASIS.vi),
            basis => words(&basis.join("; ")),
        },
        words(&content.cause),
        words(&content.recommendation),
        words(&content.addressee),
        content.deadline.map_or(Cell::Empty, Cell::Date),
        yes_no(finding.critical),
        words(finding.remedy.label().vi),
        yes_no(finding.withdrawn.is_some()),
        words(finding.withdrawn.as_deref().unwrap_or_default()),
        words(origin_label(finding.origin).vi),
        answer.map_or(Cell::Empty, |(item, answer)| words(&answer_words(item, answer, Lang::Vi))),
        words(entry.map_or("", |entry| &entry.note)),
    ]
}

/// Where a finding comes from, in words.
pub fn origin_label(origin: Origin) -> Text {
    match origin {
        Origin::Item => Text::new("Từ mục kiểm tra", "From the item"),
        Origin::Edited => Text::new("Từ mục kiểm tra, đã sửa lời", "From the item, reworded"),
        Origin::Added => Text::new("Thêm tay", "Added by hand"),
        Origin::Unsupported => Text::new("Mục không còn là không đạt", "The item no longer fails"),
    }
}
