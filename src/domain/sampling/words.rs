//! The ways to choose a sample, and why a draw cannot be made, in words.

use crate::words::format::count;
use crate::words::{Lang, Text};

use super::{DrawError, Method};

impl Method {
    /// The way in words, without its figures.
    pub fn label(&self) -> Text {
        match self {
            Self::SimpleRandom => Text::new("Ngẫu nhiên đơn giản", "Simple random"),
            Self::Systematic { .. } => Text::new("Hệ thống", "Systematic"),
            Self::ByField { .. } => Text::new("Phân tầng theo lĩnh vực", "Stratified by field"),
            Self::ByLateness { .. } => Text::new("Ưu tiên hồ sơ quá hạn", "Late ones first"),
            Self::ByHand { .. } => Text::new("Chọn theo chủ đích", "Chosen by hand"),
        }
    }
}

impl DrawError {
    /// One sentence for the person who draws.
    pub fn words(&self, lang: Lang) -> String {
        let n = |number: u32| count(u64::from(number));
        match (self, lang) {
            (Self::Nothing, Lang::Vi) => "Số hồ sơ cần chọn phải từ 1 trở lên.".to_owned(),
            (Self::Nothing, Lang::En) => "Draw at least 1 dossier.".to_owned(),
            (Self::TooMany { size, population }, Lang::Vi) => {
                format!("Không thể chọn {} hồ sơ vì danh sách chỉ có {}.", n(*size), n(*population))
            }
            (Self::TooMany { size, population }, Lang::En) => {
                format!("{} cannot be drawn: the list holds only {}.", n(*size), n(*population))
            }
            (Self::Steps { step, start }, Lang::Vi) => format!(
                "Số bắt đầu {} và bước {} không phù hợp với danh sách và số hồ sơ cần chọn.",
                n(*start),
                n(*step)
            ),
            (Self::Steps { step, start }, Lang::En) => {
                format!("Start {} and step {} do not fit the list and the number to draw.", n(*start), n(*step))
            }
            (Self::Strata { strata, population }, Lang::Vi) => {
                format!("Các lĩnh vực cộng lại là {} hồ sơ, nhưng danh sách có {}.", count(*strata), n(*population))
            }
            (Self::Strata { strata, population }, Lang::En) => {
                format!("The fields add up to {}, but the list holds {}.", count(*strata), n(*population))
            }
            (Self::Number(number), Lang::Vi) => {
                format!("Số {} không có trong danh sách, hoặc bị ghi hai lần.", n(*number))
            }
            (Self::Number(number), Lang::En) => format!("Number {} is not on the list, or stands twice.", n(*number)),
            (Self::NotDrawn, Lang::Vi) => "Chọn theo chủ đích thì tự ghi các số, không rút ngẫu nhiên.".to_owned(),
            (Self::NotDrawn, Lang::En) => "A choice by hand is written down, not drawn.".to_owned(),
            (Self::NoReason, Lang::Vi) => "Chọn theo chủ đích cần ghi lý do.".to_owned(),
            (Self::NoReason, Lang::En) => "A choice by hand needs a reason.".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::sampling::{by_hand, draw};

    use super::*;

    #[test]
    fn a_draw_that_cannot_be_made_says_why() {
        let more = draw(7, 1_200, Method::SimpleRandom, 1).unwrap_err();
        assert_eq!(more.words(Lang::Vi), "Không thể chọn 1.200 hồ sơ vì danh sách chỉ có 7.");
        let method = Method::Systematic { step: 5, start: 1 };
        let steps = draw(7, 2, method, 1).unwrap_err();
        assert_eq!(steps.words(Lang::En), "Start 1 and step 5 do not fit the list and the number to draw.");
        let unreasoned = by_hand(7, &[1], " ").unwrap_err();
        assert_eq!(unreasoned.words(Lang::Vi), "Chọn theo chủ đích cần ghi lý do.");
    }
}
