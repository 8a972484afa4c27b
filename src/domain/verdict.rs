//! A verdict (đạt, không đạt).

use serde::{Deserialize, Serialize};

use crate::words::Text;

/// Đạt or không đạt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Đạt.
    Met,
    /// Không đạt.
    NotMet,
}

impl Verdict {
    /// The verdict in words.
    pub fn label(self) -> Text {
        match self {
            Self::Met => Text::new("Đạt", "Met"),
            Self::NotMet => Text::new("Không đạt", "Not met"),
        }
    }
}
