//! A discrepancy as a finding. Findings are documents, and so Vietnamese.

use crate::domain::figures::audit::{Discrepancy, RuleKind};
use crate::domain::finding::FindingContent;
use crate::domain::template::Item;
use crate::words::{Lang, Localised};

use super::{Teller, formula, rule_words, value_words};

/// What is recommended where the template says nothing.
const RECOMMENDATION: &str = "Rà soát, đối chiếu và đính chính số liệu trong báo cáo, biểu kèm theo; phân công người kiểm tra số liệu trước khi \
     trình ký.";

/// The most terms that a sentence takes; the page and the file of discrepancies have them all.
const MOST_TERMS: usize = 8;

/// The words of a finding made of a discrepancy: what was stated where, and what follows instead; legal basis,
/// as it was found to bind, recommendation and addressee from the item of the template, where the visit has it.
pub fn finding_content(
    teller: &Teller<'_>,
    found: &Discrepancy,
    item: Option<&Item>,
    basis: Vec<String>,
) -> FindingContent {
    let teller = &Teller { lang: Lang::Vi, ..*teller };
    let text = |text: Option<&Localised>| text.map(|text| text.vi.clone()).unwrap_or_default();
    let causes = teller.causes(found);
    FindingContent {
        statement: statement(teller, found),
        basis,
        cause: if causes.is_empty() { String::new() } else { format!("Có thể do: {}.", causes.join("; ")) },
        addressee: text(item.and_then(|item| item.addressee.as_ref())),
        recommendation: item
            .and_then(|item| item.recommendation.as_ref())
            .map_or_else(|| RECOMMENDATION.to_owned(), |text| text.vi.clone()),
        deadline: None,
    }
}

/// What is wrong, in one sentence.
fn statement(teller: &Teller<'_>, found: &Discrepancy) -> String {
    let place = teller.place(&found.place);
    let (stated, computed) = (value_words(&found.stated, Lang::Vi), value_words(&found.computed, Lang::Vi));
    let formula = formula(teller, found).filter(|_| found.terms.len() <= MOST_TERMS);
    let how = formula.map(|formula| format!(" ({formula})")).unwrap_or_default();
    match found.rule {
        RuleKind::Identity | RuleKind::RowSum | RuleKind::Share | RuleKind::SharesTotal => {
            format!("{place}: báo cáo nêu {stated}, tính lại là {computed}{how}.")
        }
        RuleKind::Text | RuleKind::Same => {
            format!("{place}: lời văn nêu {stated}, số đối chiếu là {computed}{how}.")
        }
        RuleKind::AtMost => format!("{place}: số thành phần {stated} lớn hơn toàn bộ {computed}{how}."),
        RuleKind::ShareOfNothing => {
            format!("{place}: báo cáo nêu {stated} trong khi không có số nào để tính tỷ lệ{how}.")
        }
        RuleKind::CarryOver => {
            format!(
                "{place}: số kỳ trước chuyển qua là {stated}, khác số đang giải quyết cuối kỳ trước {computed}{how}."
            )
        }
        RuleKind::Balance => {
            format!("{place}: số phải giải quyết {stated} khác số đã và đang giải quyết {computed}{how}.")
        }
        RuleKind::Unit => {
            format!("{place}: báo cáo nêu {stated}, trong khi số cùng đối chiếu tính theo “{computed}”{how}.")
        }
        RuleKind::Listed => format!("{place}: báo cáo kể {stated}, trong khi biểu có số khác 0 ở {computed}."),
        RuleKind::Name | RuleKind::Citation => format!("{place}: ghi “{stated}”, nơi khác ghi “{computed}”{how}."),
        RuleKind::Negative | RuleKind::Fractional | RuleKind::AboveMost => {
            format!("{place}: báo cáo nêu {stated}, là số không thể có ({}).", rule_words(found.rule).vi.to_lowercase())
        }
    }
}
