//! What of the procedures in force is posted at the counter, and what the sampled folders look like (niêm yết,
//! công khai; the sources cite Điều 6 Thông tư 02/2017/TT-VPCP, whose article number is unverified).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::check::PostingCheck;
use crate::domain::sampling::{Check, Draw, SampleShare};

use super::ProcedureListRef;

/// One round of looking at what is posted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Posting {
    /// The reference list that was held against it; none where it was worked without one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<ProcedureListRef>,
    /// The day it was looked at.
    pub on: NaiveDate,
    /// How many procedures have to be posted here on that day: of the list, or as told on site; none while not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<u32>,
    /// How many procedures were counted as posted; none while nobody counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<u32>,
    /// How the sample was drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub draw: Option<Draw>,
    /// The sampled procedures.
    pub sampled: Vec<PostedProcedure>,
}

/// The most procedures that a round of looking samples.
pub const MAX_SAMPLED: usize = 2_000;

/// What a sampled procedure looks like at the counter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostedProcedure {
    /// Its code on the reference list.
    pub code: String,
    /// Its name, as the list gives it or as it was read on site.
    pub name: String,
    /// Whether it is posted at all; like all that follows, none while nobody looked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub posted: Option<bool>,
    /// What is inside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
    /// Which edition it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub edition: Option<Edition>,
    /// Whether something is left blank (để trống).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blank_fields: Option<bool>,
    /// Whether the internal ISO flow (quy trình nội bộ) hangs in the procedure's place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub internal_flow_posted: Option<bool>,
}

/// What is inside a posted folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// The whole procedure.
    Full,
    /// A cover without content (bìa không có nội dung).
    CoverOnly,
    /// Nothing.
    None,
}

/// Which edition of a procedure is posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edition {
    /// The one in force.
    Current,
    /// One that has been amended since (đã sửa đổi).
    Superseded,
    /// A procedure that was abolished (đã bãi bỏ).
    Abolished,
    /// It could not be told.
    Unknown,
}

impl Posting {
    /// A posting of which nothing is known but the day.
    pub fn begun(on: NaiveDate) -> Self {
        Self { list: None, on, in_force: None, counted: None, draw: None, sampled: Vec::new() }
    }

    /// The share of a check; none where nothing tells.
    pub fn share(&self, check: PostingCheck) -> Option<SampleShare> {
        let posted = |check: fn(&PostedProcedure) -> Option<Check>| {
            SampleShare::count(self.sampled.iter().map(|one| if one.posted == Some(true) { check(one) } else { None }))
        };
        match check {
            PostingCheck::PostedShare => self
                .counted
                .zip(self.in_force)
                .filter(|(_, in_force)| *in_force > 0)
                .map(|(counted, in_force)| SampleShare { met: counted, of: in_force, ..SampleShare::default() }),
            PostingCheck::ContentFull => {
                posted(|one| one.content.map(|content| Check::critical(content == Content::Full)))
            }
            PostingCheck::NoBlankFields => posted(|one| one.blank_fields.map(|blank| Check::critical(!blank))),
            PostingCheck::NoInternalFlow => SampleShare::count(
                self.sampled.iter().map(|one| one.internal_flow_posted.map(|flow| Check::plain(!flow))),
            ),
            PostingCheck::EditionInForce => posted(|one| match one.edition? {
                Edition::Current => Some(Check::Met),
                Edition::Superseded => Some(Check::Failed),
                Edition::Abolished => Some(Check::FailedCritically),
                Edition::Unknown => None,
            }),
        }
    }
}
