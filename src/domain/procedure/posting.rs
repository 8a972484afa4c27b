//! What of the procedures in force is posted at the counter, and what the sampled folders look like (niêm yết,
//! công khai; the sources cite Điều 6 Thông tư 02/2017/TT-VPCP, whose article number is unverified).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::sampling::{Check, Draw, ItemShare, SampleShare};

use super::ProcedureListRef;

/// One round of looking at what is posted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Posting {
    /// The reference list that was held against it.
    pub list: ProcedureListRef,
    /// The day it was looked at.
    pub on: NaiveDate,
    /// How many procedures were counted as posted; none while nobody counted.
    pub counted: Option<u32>,
    /// How the sample was drawn.
    pub draw: Option<Draw>,
    /// The sampled procedures.
    pub sampled: Vec<PostedProcedure>,
}

/// What a sampled procedure looks like at the counter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostedProcedure {
    /// Its code on the reference list.
    pub code: String,
    /// Whether it is posted at all.
    pub posted: bool,
    /// What is inside.
    pub content: Content,
    /// Which edition it is.
    pub edition: Edition,
    /// Whether something is left blank (để trống).
    pub blank_fields: bool,
    /// Whether the internal ISO flow (quy trình nội bộ) hangs in the procedure's place.
    pub internal_flow_posted: bool,
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
    /// The shares of the items A01–A11, in their order, where `in_force` procedures have to be posted.
    ///
    /// Told from here: A02 (counted of those in force), A03 (a posted folder holds its content), A04 (nothing blank
    /// in a posted one), A05 (no internal flow in its place, posted or not), A06 (the posted edition, where it could
    /// be told). A01 and A07 to A11 are questions about the counter as a whole, so they have none. A02 never exceeds
    /// its whole: more counted than are in force says that others hang there too, which A06 has to find.
    pub fn shares(&self, in_force: u32) -> Vec<ItemShare> {
        let posted = |check: fn(&PostedProcedure) -> Option<Check>| {
            SampleShare::count(self.sampled.iter().map(|one| if one.posted { check(one) } else { None }))
        };
        let share = |code| match code {
            "A02" => self.counted.filter(|_| in_force > 0).map(|counted| SampleShare {
                met: counted.min(in_force),
                of: in_force,
                ..SampleShare::default()
            }),
            "A03" => posted(|one| Some(Check::critical(one.content == Content::Full))),
            "A04" => posted(|one| Some(Check::critical(!one.blank_fields))),
            "A05" => SampleShare::count(self.sampled.iter().map(|one| Some(Check::plain(!one.internal_flow_posted)))),
            "A06" => posted(|one| match one.edition {
                Edition::Current => Some(Check::Met),
                Edition::Superseded => Some(Check::Failed),
                Edition::Abolished => Some(Check::FailedCritically),
                Edition::Unknown => None,
            }),
            _ => None,
        };
        POSTING_ITEMS.into_iter().map(|code| ItemShare { code, share: share(code) }).collect()
    }
}

/// The items of group A (công khai, niêm yết), in the catalogue's order.
pub const POSTING_ITEMS: [&str; 11] = ["A01", "A02", "A03", "A04", "A05", "A06", "A07", "A08", "A09", "A10", "A11"];
