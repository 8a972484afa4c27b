//! What is held by hand for a finding: its words, why it was withdrawn, how far it is remedied.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::words::Text;

use super::answer::Stamp;
use super::id::ItemCode;

/// The words of a finding.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingContent {
    /// What is wrong.
    pub statement: String,
    /// Legal basis; in the template's words none until [`cite`](super::finding::cite) asked what binds.
    pub basis: Vec<String>,
    /// Cause.
    pub cause: String,
    /// To whom the recommendation goes.
    pub addressee: String,
    /// What is recommended.
    pub recommendation: String,
    /// By when.
    pub deadline: Option<NaiveDate>,
}

impl FindingContent {
    /// Every text in it.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let lines = [&self.statement, &self.cause, &self.addressee, &self.recommendation];
        lines.into_iter().chain(&self.basis).map(String::as_str)
    }
}

/// What is held by hand for a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingEntry {
    /// The item it was observed at, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemCode>,
    /// The words, where they are not those of the template.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<FindingContent>,
    /// Why it was withdrawn, where it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<String>,
    /// State of remedy.
    pub remedy: Remedy,
    /// Who last changed it.
    pub stamp: Stamp,
}

impl FindingEntry {
    /// Every text in it.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let content = self.content.iter().flat_map(FindingContent::texts);
        content.chain(self.withdrawn.as_deref())
    }
}

/// How far a finding is remedied.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// Chưa khắc phục.
    #[default]
    Open,
    /// Khắc phục một phần.
    Partial,
    /// Đã khắc phục.
    Done,
}

impl Remedy {
    /// Every state.
    pub const ALL: [Self; 3] = [Self::Open, Self::Partial, Self::Done];

    /// The state in words.
    pub fn label(self) -> Text {
        match self {
            Self::Open => Text::new("Chưa khắc phục", "Open"),
            Self::Partial => Text::new("Khắc phục một phần", "Partly remedied"),
            Self::Done => Text::new("Đã khắc phục", "Remedied"),
        }
    }
}
