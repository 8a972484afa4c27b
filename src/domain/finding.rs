//! Findings (tồn tại, hạn chế). One follows from every failed item; a person may edit it, withdraw it with a reason,
//! or add one by hand. What was observed stays linked: the item, its answer and its note are never copied.

use super::applicability::asked;
use super::evidence::{Evidence, Standing};
pub use super::finding_entry::{FindingContent, FindingEntry, Remedy};
use super::id::{FindingId, ItemCode};
use super::regime::{LegalBases, LegalScope};
use super::supervision::Level;
use super::template::{Item, Template};
use super::visit::Visit;
use super::wording::{fill, on_its_base};

/// A finding as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Its id: the item's code where it follows from an item, else one of its own.
    pub id: FindingId,
    /// The item it was observed at, where there is one.
    pub item: Option<ItemCode>,
    /// Whether that item is critical.
    pub critical: bool,
    /// The words.
    pub content: FindingContent,
    /// Where the finding comes from.
    pub origin: Origin,
    /// Why it was withdrawn, where it was.
    pub withdrawn: Option<String>,
    /// State of remedy.
    pub remedy: Remedy,
}

/// Where a finding comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A failed item, in the template's words.
    Item,
    /// A failed item, in edited words.
    Edited,
    /// Added by hand.
    Added,
    /// Held by hand, but the item no longer fails: kept until a person drops it.
    Unsupported,
}

/// The findings of a visit: critical items first, then in the template's order, those added by hand last.
pub fn findings(template: &Template, visit: &Visit, evidence: &Evidence, level: Level) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for item in asked(template, visit, evidence) {
        let (standing, outcome) = evidence.outcome(template, visit, item, level);
        if !outcome.is_failed() {
            continue;
        }
        let Ok(id) = FindingId::new(item.code.as_str()) else {
            continue;
        };
        let entry = visit.findings.get(&id);
        let edited = entry.and_then(|entry| entry.content.clone());
        found.push(Finding {
            item: Some(item.code.clone()),
            critical: standing.fails_critically(item, &outcome),
            origin: if edited.is_some() { Origin::Edited } else { Origin::Item },
            content: edited.unwrap_or_else(|| template_content(item, standing)),
            withdrawn: entry.and_then(|entry| entry.withdrawn.clone()),
            remedy: entry.map(|entry| entry.remedy).unwrap_or_default(),
            id,
        });
    }
    found.sort_by_key(|finding| !finding.critical);
    let derived = found.len();
    for (id, entry) in &visit.findings {
        if found[..derived].iter().any(|finding| finding.id == *id) {
            continue;
        }
        let item = entry.item.as_ref().and_then(|code| template.item(code));
        let follows_from_item = item.is_some_and(|item| item.code.as_str() == id.as_str());
        let content = entry.content.clone();
        if follows_from_item && content.is_none() && entry.withdrawn.is_none() {
            // The item no longer fails, and nobody wrote anything of his own: there is nothing to find.
            continue;
        }
        found.push(Finding {
            id: id.clone(),
            item: entry.item.clone(),
            critical: !follows_from_item && item.is_some_and(|item| item.critical.is_some()),
            origin: if follows_from_item { Origin::Unsupported } else { Origin::Added },
            content: content
                .or_else(|| item.map(|item| template_content(item, evidence.standing(visit, item))))
                .unwrap_or_default(),
            withdrawn: entry.withdrawn.clone(),
            remedy: entry.remedy,
        });
    }
    found
}

/// The words that the template gives to a failure of `item`, its legal basis left out: the template knows neither the
/// day nor the province.
pub fn template_content(item: &Item, standing: Standing<'_>) -> FindingContent {
    let text = |text: &Option<crate::words::Localised>| text.as_ref().map(|text| text.vi.clone()).unwrap_or_default();
    let statement = item.finding.as_ref().map_or(&item.question.vi, |finding| &finding.vi);
    FindingContent {
        statement: on_its_base(fill(statement, item, standing.answer()), standing),
        basis: Vec::new(),
        cause: text(&item.cause),
        addressee: text(&item.addressee),
        recommendation: text(&item.recommendation),
        deadline: None,
    }
}

/// Gives findings in the template's words their legal basis: what binds the unit on the day of its visit. Words that a
/// person wrote keep the basis that the person gave.
pub fn cite(findings: &mut [Finding], template: &Template, visit: &Visit, bases: &LegalBases, province: Option<&str>) {
    let (index, scope) = (bases.index(), LegalScope { on: visit.date, province });
    for finding in findings {
        let is_edited = visit.findings.get(&finding.id).is_some_and(|entry| entry.content.is_some());
        let item = finding.item.as_ref().and_then(|code| template.item(code));
        if let Some(item) = item.filter(|_| !is_edited) {
            finding.content.basis = index.grounds(&item.code, &item.basis, scope);
        }
    }
}
