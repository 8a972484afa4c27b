//! The table of scores: for each visit its groups and then its total, with what each score rests on.

use crate::domain::id::ItemCode;
use crate::domain::score::{ScoreCard, Tally, score};
use crate::words::Text;

use super::{Cell, Material, Table, VisitMaterial, columns, number, out_of_hundred, words, yes_no};

/// The scores of every visit, by group and in total. The band stands in the row of the total.
pub fn scores_table(material: &Material) -> Table {
    let columns = columns(&[
        ("Đơn vị", "Unit"),
        ("Ngày làm việc", "Date of visit"),
        ("Nhóm", "Group"),
        ("Đã trả lời", "Answered"),
        ("Số mục", "Items"),
        ("Điểm", "Points"),
        ("Điểm tối đa", "Possible points"),
        ("Điểm /100", "Score /100"),
        ("Số mục không đạt", "Items failed"),
        ("Mục trọng yếu không đạt", "Critical items failed"),
        ("Xếp loại", "Band"),
        ("Hạ bậc vì mục trọng yếu", "Lowered by a critical item"),
    ]);
    let mut rows = Vec::new();
    for VisitMaterial { visit, template, evidence, .. } in material.visits {
        let (unit, level) = material.unit(&visit.unit);
        let card = score(template, visit, evidence, level);
        let mut add = |group: &str, tally: &Tally, critical: String, band: [Cell; 2]| {
            let mut row = vec![words(unit), Cell::Date(visit.date), words(group)];
            row.extend(tally_cells(tally));
            row.push(words(&critical));
            row.extend(band);
            rows.push(row);
        };
        for section in &card.sections {
            let name = template.section(&section.code).map_or("", |section| &section.name.vi);
            let failed =
                critical_failed(&card, |item| template.item(item).is_some_and(|item| item.section == section.code));
            add(&format!("{}. {name}", section.code), &section.tally, failed, [Cell::Empty, Cell::Empty]);
        }
        let placing = card.placing(template);
        let band = placing
            .map_or([Cell::Empty, Cell::Empty], |placing| [words(&placing.band.name.vi), yes_no(placing.capped)]);
        add("Tổng", &card.total, critical_failed(&card, |_| true), band);
    }
    Table { name: Text::new("Điểm theo nhóm", "Scores by group"), columns, rows }
}

fn tally_cells(tally: &Tally) -> [Cell; 6] {
    [
        number(tally.answered),
        number(tally.asked),
        Cell::Decimal { value: tally.points.exact(), decimals: 2 },
        Cell::Count(tally.possible),
        out_of_hundred(tally.score()),
        number(tally.failed),
    ]
}

fn critical_failed(card: &ScoreCard, belongs: impl Fn(&ItemCode) -> bool) -> String {
    let codes = card.critical_failed.iter().filter(|code| belongs(code));
    codes.map(ItemCode::as_str).collect::<Vec<_>>().join("; ")
}
