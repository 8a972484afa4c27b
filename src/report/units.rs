//! The table of units: one row for each unit of the official list, with what its latest visit came to.

use crate::domain::finding::findings;
use crate::domain::score::score;
use crate::domain::supervision::Unit;
use crate::words::Text;

use super::{Cell, Material, Table, VisitMaterial, columns, number, out_of_hundred, words};

/// Every unit of the supervision, in the order of the official list. Coverage, score and band are those of the latest
/// visit (of two on one day, the later in the list); findings are those of all its visits that were not withdrawn.
pub fn units_table(material: &Material) -> Table {
    let columns = columns(&[
        ("STT", "No."),
        ("Đơn vị", "Unit"),
        ("Cấp", "Level"),
        ("Loại", "Kind"),
        ("Hình thức giám sát", "Mode"),
        ("Số buổi làm việc", "Visits"),
        ("Ngày gần nhất", "Latest visit"),
        ("Đã trả lời (buổi gần nhất)", "Answered (latest visit)"),
        ("Số mục (buổi gần nhất)", "Items (latest visit)"),
        ("Điểm /100 (buổi gần nhất)", "Score /100 (latest visit)"),
        ("Xếp loại (buổi gần nhất)", "Band (latest visit)"),
        ("Mục trọng yếu không đạt (buổi gần nhất)", "Critical items failed (latest visit)"),
        ("Số tồn tại, hạn chế (mọi buổi)", "Findings (all visits)"),
    ]);
    let units = material.supervision.units.iter().enumerate();
    let rows = units.map(|(position, unit)| row(material, position + 1, unit)).collect();
    Table { name: Text::new("Tổng hợp theo đơn vị", "Units"), columns, rows }
}

fn row(material: &Material, place: usize, unit: &Unit) -> Vec<Cell> {
    let visits: Vec<&VisitMaterial> = material.visits.iter().filter(|held| held.visit.unit == unit.id).collect();
    let mut row = vec![
        number(place),
        words(&unit.name),
        words(unit.level.label().vi),
        words(unit.kind.label().vi),
        words(unit.mode.label().vi),
        number(visits.len()),
    ];
    match visits.iter().max_by_key(|held| held.visit.date) {
        None => row.extend([const { Cell::Empty }; 6]),
        Some(VisitMaterial { visit, template, evidence, .. }) => {
            let card = score(template, visit, evidence, unit.level);
            let placing = card.placing(template);
            row.extend([
                Cell::Date(visit.date),
                number(card.total.answered),
                number(card.total.asked),
                out_of_hundred(card.total.score()),
                placing.map_or(Cell::Empty, |placing| words(&placing.band.name.vi)),
                number(card.critical_failed.len()),
            ]);
        }
    }
    let standing = visits.iter().map(|VisitMaterial { visit, template, evidence, .. }| {
        let found = findings(template, visit, evidence, unit.level);
        found.iter().filter(|finding| finding.withdrawn.is_none()).count()
    });
    row.push(if visits.is_empty() { Cell::Empty } else { number(standing.sum()) });
    row
}
