//! Discrepancies of figures in words, the same on the page, in findings and in files: by which rule, where, what was
//! stated and computed, how, how sure, and why. What is told of figures is Vietnamese where it is the record's own.

use crate::domain::figures::audit::{Audit, Discrepancy, RuleKind, Sure, audit};
use crate::domain::figures::{Decision, Figure, Figures};
use crate::words::catalogue::audit as words;
use crate::words::catalogue::audit::report as told;
use crate::words::{Lang, Text, format};

use super::{Cell, Material, Table, columns, words as cell_words};

pub use finding::finding_content;
pub use formula::formula;
pub use places::{column_words, quoted, table_words};
pub use relations::relation_words;
pub use values::{figure_words, plain_figure, plain_value, value_words};

mod causes;
mod finding;
mod formula;
mod places;
mod relations;
mod values;

/// What tells of figures: these, with the names of the units of the supervision, in a language.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'f> {
    /// The figures of the visit.
    pub figures: &'f Figures,
    /// The names of the supervision's units, in their order.
    pub units: &'f [&'f str],
    /// The language of what is the app's own.
    pub lang: Lang,
}

/// A rule in words.
pub fn rule_words(rule: RuleKind) -> Text {
    match rule {
        RuleKind::Identity => told::IDENTITY,
        RuleKind::RowSum => told::ROW_SUM,
        RuleKind::AtMost => told::AT_MOST,
        RuleKind::Share => told::SHARE,
        RuleKind::ShareOfNothing => told::SHARE_OF_NOTHING,
        RuleKind::SharesTotal => told::SHARES_TOTAL,
        RuleKind::CarryOver => told::CARRY_OVER,
        RuleKind::Balance => told::BALANCE,
        RuleKind::Text => told::TEXT,
        RuleKind::Same => told::SAME,
        RuleKind::Unit => told::UNIT,
        RuleKind::Listed => told::LISTED,
        RuleKind::Name => told::NAME,
        RuleKind::Citation => told::CITATION,
        RuleKind::Negative => told::NEGATIVE,
        RuleKind::Fractional => told::FRACTIONAL,
        RuleKind::AboveMost => told::ABOVE_MOST,
    }
}

/// How sure a discrepancy is, in words.
pub fn sure_words(sure: Sure) -> Text {
    match sure {
        Sure::Certain => words::CERTAIN,
        Sure::Likely => words::LIKELY,
        Sure::Possible => words::POSSIBLE,
    }
}

/// How sure a discrepancy is, in handles.
pub fn sure_key(sure: Sure) -> &'static str {
    match sure {
        Sure::Certain => "certain",
        Sure::Likely => "likely",
        Sure::Possible => "possible",
    }
}

/// The discrepancies of every visit, decided ones included and marked. `stated` and `computed` are words: percentages keep
/// their sign, and a share of nothing says so.
pub fn discrepancies_table(material: &Material) -> Table {
    let columns = columns(&[
        ("Đơn vị", "Unit"),
        ("Ngày làm việc", "Date of visit"),
        ("Biểu, đoạn văn", "Table or passage"),
        ("Vị trí", "Place"),
        ("Phép kiểm", "Check"),
        ("Mục", "Item"),
        ("Báo cáo nêu", "Stated"),
        ("Tính lại", "Computed"),
        ("Chênh", "Difference"),
        ("Cách tính", "Formula"),
        ("Mức chắc chắn", "Certainty"),
        ("Nguyên nhân có thể", "Likely cause"),
        ("Xử lý", "State"),
        ("Lý do bỏ qua", "Why set aside"),
        ("Tồn tại", "Finding"),
    ]);
    let names: Vec<&str> = material.supervision.units.iter().map(|unit| unit.name.as_str()).collect();
    let mut rows = Vec::new();
    for held in material.visits {
        let figures = &held.visit.figures;
        let Audit { discrepancies, .. } = audit(figures, &names);
        let teller = Teller { figures, units: &names, lang: Lang::Vi };
        let (unit, _) = material.unit(&held.visit.unit);
        let on = held.visit.date;
        rows.extend(discrepancies.iter().map(|found| {
            let mut row = vec![cell_words(unit), Cell::Date(on)];
            let item = held.template.item_against(found).map_or("", |item| item.code.as_str());
            row.extend(teller.row(found, item));
            row
        }));
    }
    Table { name: Text::new("Chênh lệch số liệu", "Discrepancies"), columns, rows }
}

impl Teller<'_> {
    /// The cells of a discrepancy that stands against an item, those of the visit left out.
    fn row(&self, found: &Discrepancy, item: &str) -> [Cell; 13] {
        let decision = self.figures.decisions.get(&found.id).map(|held| &held.value);
        let (state, reason, finding) = match decision {
            None => (words::STATE_OPEN, "", ""),
            Some(Decision::Finding { finding }) => (words::STATE_FINDING, "", finding.as_str()),
            Some(Decision::SetAside { reason }) => (words::STATE_ASIDE, reason.as_str(), ""),
        };
        [
            cell_words(&self.source(&found.place)),
            cell_words(&self.within(&found.place)),
            cell_words(rule_words(found.rule).vi),
            cell_words(item),
            cell_words(&value_words(&found.stated, self.lang)),
            match found.rule {
                // What cannot be is held against nothing.
                RuleKind::Negative | RuleKind::Fractional => Cell::Empty,
                _ => cell_words(&value_words(&found.computed, self.lang)),
            },
            values::gap(&found.stated, &found.computed)
                .map_or(Cell::Empty, |gap| Cell::Decimal { value: gap.amount().ratio(), decimals: gap.decimals() }),
            cell_words(&formula(self, found).unwrap_or_default()),
            cell_words(sure_words(found.sure).vi),
            cell_words(&self.causes(found).join("; ")),
            cell_words(state.vi),
            cell_words(reason),
            cell_words(finding),
        ]
    }

    /// A figure, or that there is none.
    fn or_blank(&self, figure: Option<Figure>) -> String {
        figure.map_or_else(|| told::BLANK.get(self.lang).to_owned(), figure_words)
    }

    fn count(&self, text: Text, n: usize) -> String {
        text.get(self.lang).replace("{n}", &format::count(n as u64))
    }
}

#[cfg(test)]
mod tests;
