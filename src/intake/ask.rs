//! What the app asks the reader, what the reader answers. Both sides are of one build, so
//! these have no versions.

use serde::{Deserialize, Serialize};

use super::calendar::CalendarReading;
use super::protocol::{FiguresAsk, FiguresReply, HeadingRows, Kind, OpenError, Opened, Reading, Request, SheetInfo};

/// What the reader is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Ask {
    /// Open the file whose bytes come along, a workbook or a text, in place of what was open.
    Open {
        /// What its rows shall be.
        kind: Kind,
        /// Its name.
        name: String,
    },
    /// Open what was pasted, in place of what was open.
    Paste {
        /// What its rows shall be.
        kind: Kind,
        /// The text.
        text: String,
    },
    /// Look at a sheet again under another heading.
    Describe {
        /// What its rows shall be.
        kind: Kind,
        /// The sheet, by [`SheetInfo::index`].
        sheet: usize,
        /// Its heading, or none.
        heading: Option<HeadingRows>,
    },
    /// Read the days of a calendar from the file whose bytes come along; what is open stays so.
    Calendar {
        /// Its name.
        name: String,
    },
    /// Read the rows of a sheet that is open.
    Read(Request),
    /// Of a table of figures.
    Figures(Box<FiguresAsk>),
}

/// What it answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Reply {
    /// It is open, and this is in it.
    Opened(Opened),
    /// The sheet under its new heading; none if there is no such sheet.
    Described(Option<SheetInfo>),
    /// The rows.
    Read(Reading),
    /// The days of a calendar.
    Calendar(CalendarReading),
    /// Of a table of figures.
    Figures(Box<FiguresReply>),
    /// It cannot be opened; what was open before is closed.
    Refused(OpenError),
    /// Nothing is open.
    Closed,
}
