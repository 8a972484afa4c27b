//! The questions that a sampled procedure is judged by, and what a tap on a choice makes of it.

use chrono::NaiveDate;

use crate::domain::procedure::{Content, Edition, PostedProcedure, ProcedureList, Standing};
use crate::words::catalogue::posting as words;
use crate::words::{Lang, Text, format};

/// A question about a sampled procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    Posted,
    Content,
    Edition,
    Blanks,
    Flow,
}

/// A choice: its value in the page, its words, and whether it complies; none for one that says neither.
type Pick = (&'static str, Text, Option<bool>);

const YES: &str = "yes";
const NO: &str = "no";

impl Question {
    /// Every question, in the order of a row.
    pub(super) const ALL: [Self; 5] = [Self::Posted, Self::Content, Self::Edition, Self::Blanks, Self::Flow];

    /// Its value in the page.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::Posted => "posted",
            Self::Content => "content",
            Self::Edition => "edition",
            Self::Blanks => "blanks",
            Self::Flow => "flow",
        }
    }

    /// The question with this value.
    pub(super) fn parse(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|question| question.as_str() == value)
    }

    /// Its words.
    pub(super) fn label(self) -> Text {
        match self {
            Self::Posted => words::POSTED,
            Self::Content => words::CONTENT,
            Self::Edition => words::EDITION,
            Self::Blanks => words::BLANKS,
            Self::Flow => words::FLOW,
        }
    }

    /// The choices.
    pub(super) fn options(self) -> &'static [Pick] {
        match self {
            Self::Posted => &[(YES, words::YES, Some(true)), (NO, words::NO, Some(false))],
            Self::Content => &[
                ("full", words::FULL, Some(true)),
                ("cover", words::COVER_ONLY, Some(false)),
                ("none", words::EMPTY, Some(false)),
            ],
            Self::Edition => &[
                ("current", words::CURRENT, Some(true)),
                ("superseded", words::SUPERSEDED, Some(false)),
                ("abolished", words::ABOLISHED, Some(false)),
                ("unknown", words::UNKNOWN, None),
            ],
            Self::Blanks | Self::Flow => &[(NO, words::NO, Some(true)), (YES, words::YES, Some(false))],
        }
    }

    /// Whether it is asked. What is not posted has no content and no edition; but an internal flow may hang in the place
    /// of a procedure that is missing, so that is asked all the same.
    pub(super) fn is_asked(self, one: &PostedProcedure) -> bool {
        match self {
            Self::Posted | Self::Flow => true,
            Self::Content | Self::Edition | Self::Blanks => one.posted != Some(false),
        }
    }

    /// The choice that stands.
    pub(super) fn chosen(self, one: &PostedProcedure) -> Option<&'static str> {
        let said = |value: bool| if value { YES } else { NO };
        match self {
            Self::Posted => one.posted.map(said),
            Self::Content => one.content.map(|content| match content {
                Content::Full => "full",
                Content::CoverOnly => "cover",
                Content::None => "none",
            }),
            Self::Edition => one.edition.map(|edition| match edition {
                Edition::Current => "current",
                Edition::Superseded => "superseded",
                Edition::Abolished => "abolished",
                Edition::Unknown => "unknown",
            }),
            Self::Blanks => one.blank_fields.map(said),
            Self::Flow => one.internal_flow_posted.map(said),
        }
    }

    /// Takes a choice; the one that stands already is taken back. Whoever looked inside saw that it is posted.
    pub(super) fn tap(self, one: &mut PostedProcedure, value: &str) {
        let value = Some(value).filter(|value| self.chosen(one) != Some(value));
        let said = value.map(|value| value == YES);
        match self {
            Self::Posted => one.posted = said,
            Self::Content => {
                one.content = value.map(|value| match value {
                    "full" => Content::Full,
                    "cover" => Content::CoverOnly,
                    _ => Content::None,
                });
            }
            Self::Edition => {
                one.edition = value.map(|value| match value {
                    "current" => Edition::Current,
                    "superseded" => Edition::Superseded,
                    "abolished" => Edition::Abolished,
                    _ => Edition::Unknown,
                });
            }
            Self::Blanks => one.blank_fields = said,
            Self::Flow => one.internal_flow_posted = said,
        }
        let looked_inside = matches!(self, Self::Content | Self::Edition | Self::Blanks) && value.is_some();
        if looked_inside && one.posted.is_none() {
            one.posted = Some(true);
        }
    }
}

/// What the list says of a procedure on the day, for whoever compares editions.
pub(super) fn hint(list: &ProcedureList, one: &PostedProcedure, on: NaiveDate, lang: Lang) -> String {
    let (text, day) = match list.standing(&one.code, on) {
        Standing::InForce(entry) => (words::LISTED, Some(entry.valid_from)),
        Standing::NotYet(entry) => (words::LISTED_LATER, Some(entry.valid_from)),
        Standing::Ended(entry) => (words::LISTED_ENDED, entry.valid_to),
        Standing::Unlisted => (words::UNLISTED, None),
    };
    text.get(lang).replace("{date}", &day.map(format::date).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use crate::domain::fixture::day;
    use crate::domain::procedure::{Decision, Procedure};
    use crate::domain::supervision::Level;

    use super::*;

    #[test]
    fn every_choice_is_taken_and_taken_back_by_a_second_tap() {
        for question in Question::ALL {
            assert_eq!(Question::parse(question.as_str()), Some(question));
            for (value, ..) in question.options() {
                let mut one = PostedProcedure::default();
                question.tap(&mut one, value);
                assert_eq!(question.chosen(&one), Some(*value), "{question:?}");
                question.tap(&mut one, value);
                assert_eq!(question.chosen(&one), None, "{question:?}");
            }
        }
    }

    #[test]
    fn another_choice_replaces_the_first() {
        let mut one = PostedProcedure::default();
        Question::Content.tap(&mut one, "full");
        Question::Content.tap(&mut one, "cover");
        assert_eq!(one.content, Some(Content::CoverOnly));
    }

    #[test]
    fn what_was_looked_into_is_posted() {
        let mut one = PostedProcedure::default();
        Question::Flow.tap(&mut one, NO);
        assert_eq!(one.posted, None);
        Question::Edition.tap(&mut one, "unknown");
        assert_eq!(one.posted, Some(true));
        let mut missing = PostedProcedure { posted: Some(false), ..PostedProcedure::default() };
        Question::Content.tap(&mut missing, "full");
        assert_eq!(missing.posted, Some(false));
    }

    #[test]
    fn of_what_is_not_posted_only_the_flow_in_its_place_is_asked() {
        let asked = |posted| {
            let one = PostedProcedure { posted, ..PostedProcedure::default() };
            Question::ALL.into_iter().filter(|question| question.is_asked(&one)).collect::<Vec<_>>()
        };
        assert_eq!(asked(Some(false)), [Question::Posted, Question::Flow]);
        assert_eq!(asked(Some(true)), Question::ALL);
        assert_eq!(asked(None), Question::ALL);
    }

    #[test]
    fn the_list_says_how_a_procedure_stands() {
        let entry = |code: &str, from, to| Procedure {
            code: code.to_owned(),
            name: "x".to_owned(),
            field: String::new(),
            level: Level::Commune,
            other_levels: Vec::new(),
            decision: Decision::default(),
            term: None,
            fee: None,
            online_level: None,
            valid_from: from,
            valid_to: to,
        };
        let entries = vec![
            entry("1", day(2022, 7, 1), None),
            entry("2", day(2020, 1, 1), Some(day(2022, 12, 31))),
            entry("3", day(2023, 8, 1), None),
        ];
        let list = ProcedureList { id: "x".to_owned(), version: 1, taken_on: day(2023, 1, 1), entries };
        for (code, expected) in [
            ("1", "Danh mục: có hiệu lực từ 01/7/2022"),
            ("2", "Danh mục: hết hiệu lực sau 31/12/2022"),
            ("3", "Danh mục: có hiệu lực từ 01/8/2023, chưa đến"),
            ("4", "Không có trong danh mục"),
        ] {
            let one = PostedProcedure { code: code.to_owned(), ..PostedProcedure::default() };
            assert_eq!(hint(&list, &one, day(2023, 5, 10), Lang::Vi), expected);
        }
    }
}
