//! Templates (mẫu phiếu) are versioned data, never code: groups, items, what an answer may be, when it fails,
//! and the wording of the finding that a failure yields.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::words::{Localised, Text};

use super::check::ItemCheck;
use super::id::{ItemCode, SectionCode, TemplateId};
use super::supervision::{Level, UnitKind};
use super::verdict::Verdict;

/// A checklist: groups and items.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Its id, the same for all versions.
    pub id: TemplateId,
    /// Its version, from 1. A visit keeps the version it was begun with.
    pub version: u32,
    /// Its name.
    pub name: Localised,
    /// Bands of the total score, highest first, the last from 0.
    pub bands: Vec<Band>,
    /// A failed critical item keeps the band below this percentage.
    pub critical_cap_percent: u8,
    /// Reasons for "không áp dụng" that one tap gives.
    pub not_applicable_reasons: Vec<Localised>,
    /// Groups, in order.
    pub sections: Vec<Section>,
    /// Items, in order; those of one group stand together.
    pub items: Vec<Item>,
}

/// A band of the total score (default of Quyết định 766/QĐ-TTg).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The least percentage that belongs to it, 0 to 100.
    pub from_percent: u8,
    /// Its name.
    pub name: Localised,
}

/// A group of items (nhóm).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its code, such as `A`.
    pub code: SectionCode,
    /// Its name.
    pub name: Localised,
    /// Its weight in the total, at least 1.
    pub weight: u32,
    /// The kinds of unit for which a new visit chooses it.
    pub kinds: Vec<UnitKind>,
}

/// One thing to check (mục kiểm tra).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Its code, such as `A01`.
    pub code: ItemCode,
    /// The group it belongs to.
    pub section: SectionCode,
    /// What is checked.
    pub question: Localised,
    /// Legal basis, as the sources cite it; may be empty.
    pub basis: Vec<String>,
    /// What proves the answer.
    pub evidence: Localised,
    /// Where the item comes from.
    pub source: String,
    /// Its weight within the group, at least 1.
    pub weight: u32,
    /// When its failure is critical (trọng yếu khi); an item without it is never critical.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub critical: Option<Localised>,
    /// What an answer may be.
    pub answer: AnswerSpec,
    /// Which of two statements answers it where a sample speaks of it too; [`Item::takes`] says what holds without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub takes: Option<Takes>,
    /// What answers it from samples or figures; an item without it is answered by hand, or by what a form or a tie names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<ItemCheck>,
    /// The item is asked only while this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub applies_if: Option<Condition>,
    /// The finding that a failure yields.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<Localised>,
    /// Its usual cause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cause: Option<Localised>,
    /// What is recommended then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recommendation: Option<Localised>,
    /// To whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressee: Option<Localised>,
}

/// Which statement answers an item. What a unit reports and what a sample shows rest on two bases, and neither stands
/// for the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Takes {
    /// The total that the unit reports, as it was typed. A sample is shown beside it. It stands in for a share that
    /// nobody typed, and says so; it never stands in for a count, which is of the whole period.
    Reported,
    /// What the sample, or the count on site, shows; an answer by hand overrules it with a reason.
    Sample,
}

impl Item {
    /// Which statement answers it: what the template says, else the reported total for figures and the sample for
    /// what is judged.
    pub fn takes(&self) -> Takes {
        self.takes.unwrap_or(match self.answer {
            AnswerSpec::Counts { .. } | AnswerSpec::Ratio { .. } => Takes::Reported,
            _ => Takes::Sample,
        })
    }

    /// The items whose answers say whether it is asked and what it must add up to.
    pub fn depends_on(&self) -> impl Iterator<Item = &ItemCode> {
        let total = match &self.answer {
            AnswerSpec::Counts { sums_to, .. } => sums_to.as_ref().map(|total| &total.item),
            _ => None,
        };
        self.applies_if.iter().map(|condition| &condition.item).chain(total)
    }
}

/// What an answer may be, and when it is met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AnswerSpec {
    /// Đạt / không đạt.
    Verdict,
    /// One or more counts; information unless a threshold is given.
    Counts {
        /// The counts, in order.
        fields: Vec<CountField>,
        /// When it is met.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        threshold: Option<Threshold>,
        /// The count of another item that these are the parts of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sums_to: Option<Whole>,
    },
    /// Two counts, part of a whole.
    Ratio {
        /// What the numerator counts.
        part: Localised,
        /// What the denominator counts.
        whole: Localised,
        /// What it should reach; without one the ratio counts as itself and never fails.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        target: Option<Target>,
        /// Whether the first may exceed the second, as computers may exceed officials. Of anything else a part above
        /// its whole is a contradiction.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        may_exceed: bool,
    },
    /// A date.
    Date {
        /// When it is met.
        rule: DateRule,
    },
    /// One or more means, each over its maximum.
    Means {
        /// The means, in order.
        parts: Vec<MeanPart>,
    },
    /// The share of compliant cases in a sample; judged by hand until a sample is there.
    Sample {
        /// What is sampled.
        of: SampleOf,
    },
    /// An arithmetic check on a table; judged by hand until the table is there.
    Audit,
}

impl AnswerSpec {
    /// The kind of answer in words.
    pub fn label(&self) -> Text {
        match self {
            Self::Verdict => Text::new("Đạt / không đạt", "Met / not met"),
            Self::Counts { .. } => Text::new("Số đếm", "Count"),
            Self::Ratio { .. } => Text::new("Tỷ lệ", "Ratio"),
            Self::Date { .. } => Text::new("Ngày", "Date"),
            Self::Means { .. } => Text::new("Điểm trung bình", "Mean score"),
            Self::Sample { .. } => Text::new("Mẫu hồ sơ", "Sample"),
            Self::Audit => Text::new("Kiểm tra số học", "Arithmetic check"),
        }
    }

    /// Whether the answer is a verdict given by hand.
    pub fn is_judged(&self) -> bool {
        matches!(self, Self::Verdict | Self::Sample { .. } | Self::Audit)
    }

    /// Whether an answer counts by a fraction, which makes the exact sum of a score longer.
    pub fn is_fraction(&self) -> bool {
        matches!(self, Self::Ratio { .. } | Self::Means { .. } | Self::Sample { .. })
    }

    /// Whether an answer can fail, and so yield a finding.
    pub fn can_fail(&self) -> bool {
        match self {
            Self::Verdict | Self::Sample { .. } | Self::Audit | Self::Date { .. } => true,
            Self::Counts { threshold, .. } => threshold.is_some(),
            Self::Ratio { target, .. } => target.is_some(),
            Self::Means { .. } => false,
        }
    }
}

/// One count among those of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountField {
    /// Its key, unique in the item.
    pub key: String,
    /// What it counts.
    pub label: Localised,
}

/// A count of another item that counts are the parts of: they add up to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Whole {
    /// The item.
    pub item: ItemCode,
    /// The key of the count.
    pub field: String,
    /// Whether the parts may leave some of it out; they are never above it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub may_leave_out: bool,
}

/// When a count is met: exactly one of the two bounds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// The key of the count.
    pub field: String,
    /// Met up to and including this count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u64>,
    /// Met from this count on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<u64>,
}

/// What a ratio should reach, in percent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The same for every level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<u8>,
    /// By level of the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent_by_level: Option<BTreeMap<Level, u8>>,
}

impl Target {
    /// The percentage for a unit of this level, 1 to 100.
    pub fn percent_for(&self, level: Level) -> Option<u8> {
        self.percent.or_else(|| self.percent_by_level.as_ref()?.get(&level).copied())
    }
}

/// When a date is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum DateRule {
    /// Not older than so many months at the visit, and not after it.
    WithinMonthsBeforeVisit {
        /// Calendar months.
        months: u32,
    },
    /// Not after the due date, which is asked with it.
    NoLaterThanDue,
}

/// One mean among those of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeanPart {
    /// Its key, unique in the item.
    pub key: String,
    /// What is graded.
    pub label: Localised,
    /// The highest possible mean.
    pub maximum: u32,
}

/// What a sample is drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SampleOf {
    /// Hồ sơ.
    Dossiers,
    /// Thủ tục hành chính niêm yết.
    Procedures,
    /// Văn bản xin lỗi.
    Apologies,
}

/// An item's dependence on the answer to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// The item on which it depends.
    pub item: ItemCode,
    /// What that item's answer must be.
    pub test: Test,
}

/// A test on an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Test {
    /// The verdict is this one.
    Verdict {
        /// The verdict.
        is: Verdict,
    },
    /// A count is above a value.
    CountAbove {
        /// The key of the count.
        field: String,
        /// The value that it must exceed.
        value: u64,
    },
}

impl Template {
    /// The item with this code.
    pub fn item(&self, code: &ItemCode) -> Option<&Item> {
        self.items.iter().find(|item| item.code == *code)
    }

    /// The group with this code.
    pub fn section(&self, code: &SectionCode) -> Option<&Section> {
        self.sections.iter().find(|section| section.code == *code)
    }

    /// The groups that a new visit to such a unit begins with.
    pub fn sections_for(&self, kind: UnitKind) -> Vec<SectionCode> {
        self.sections
            .iter()
            .filter(|section| section.kinds.contains(&kind))
            .map(|section| section.code.clone())
            .collect()
    }

    /// Its id and version.
    pub fn reference(&self) -> TemplateRef {
        TemplateRef { id: self.id.clone(), version: self.version }
    }
}

/// A template by id and version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemplateRef {
    /// Its id.
    pub id: TemplateId,
    /// Its version.
    pub version: u32,
}
