//! Edits of the posting, part by part: a line of history holds what it changed and not the whole posting, and changes
//! of two parts can both stand.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::procedure::{MAX_SAMPLED, PostedProcedure, Posting, ProcedureListRef};
use crate::domain::sampling::Draw;

use super::EditError;
use super::field::Field;
use super::fields::ProcedureField;
use super::keyed::{self, Length, ListPart, ListPartOf};
use super::limits::{at_most, check_date, check_draw, check_text};
use super::paths::{below, list_paths};

/// One part of a posting as it now stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PostingPart {
    /// The reference list that is held against it.
    List {
        /// Which; none for work without one.
        list: Option<ProcedureListRef>,
    },
    /// The day it was looked at.
    On {
        /// The day.
        on: NaiveDate,
    },
    /// How many procedures have to be posted.
    InForce {
        /// So many; none while not known.
        count: Option<u32>,
    },
    /// How many procedures were counted as posted.
    Counted {
        /// So many; none while nobody counted.
        count: Option<u32>,
    },
    /// How the sample was drawn.
    Draw {
        /// The draw; none where there is none.
        draw: Option<Draw>,
    },
    /// Which procedures are sampled, and what they look like.
    Sampled {
        /// What changes of them; their codes tell them apart.
        change: ListPartOf<PostedProcedure>,
    },
}

impl Field for PostingPart {
    type Record = Posting;

    fn swap(self, posting: &mut Posting) -> Self {
        match self {
            Self::List { list } => Self::List { list: std::mem::replace(&mut posting.list, list) },
            Self::On { on } => Self::On { on: std::mem::replace(&mut posting.on, on) },
            Self::InForce { count } => Self::InForce { count: std::mem::replace(&mut posting.in_force, count) },
            Self::Counted { count } => Self::Counted { count: std::mem::replace(&mut posting.counted, count) },
            Self::Draw { draw } => Self::Draw { draw: std::mem::replace(&mut posting.draw, draw) },
            Self::Sampled { change } => Self::Sampled { change: keyed::apply(&mut posting.sampled, change) },
        }
    }

    fn paths(&self) -> Vec<Vec<String>> {
        let name = match self {
            Self::List { .. } => "list",
            Self::On { .. } => "on",
            Self::InForce { .. } => "in_force",
            Self::Counted { .. } => "counted",
            Self::Draw { .. } => "draw",
            Self::Sampled { change } => return below("sampled", list_paths(change)),
        };
        vec![vec![name.to_owned()]]
    }

    fn differences(before: &Posting, after: &Posting) -> Vec<Self> {
        let mut parts = Vec::new();
        if before.list != after.list {
            parts.push(Self::List { list: after.list.clone() });
        }
        if before.on != after.on {
            parts.push(Self::On { on: after.on });
        }
        if before.in_force != after.in_force {
            parts.push(Self::InForce { count: after.in_force });
        }
        if before.counted != after.counted {
            parts.push(Self::Counted { count: after.counted });
        }
        if before.draw != after.draw {
            parts.push(Self::Draw { draw: after.draw.clone() });
        }
        parts.extend(keyed::parts(&before.sampled, &after.sampled).into_iter().map(|change| Self::Sampled { change }));
        parts
    }
}

/// Whether parts can be put into a posting; none where there is no posting yet. Their content is another matter.
pub(super) fn check(posting: Option<&Posting>, parts: &[PostingPart]) -> Result<(), EditError> {
    let sampled = posting.map(|posting| posting.sampled.as_slice()).unwrap_or_default();
    let mut length = None;
    parts.iter().try_for_each(|part| {
        let PostingPart::Sampled { change } = part else { return Ok(()) };
        let length = length.get_or_insert_with(|| Length::of(sampled));
        if let (false, ListPart::Change { key, .. }) = (length.take(change), change) {
            return Err(EditError::Gone(key.clone()));
        }
        at_most(length.count, MAX_SAMPLED)
    })
}

/// Whether parts could be put into some posting.
pub(super) fn check_content(parts: &[PostingPart]) -> Result<(), EditError> {
    parts.iter().try_for_each(|part| match part {
        PostingPart::List { list } => list.iter().try_for_each(|list| check_text(&list.id)),
        PostingPart::On { on } => check_date(*on),
        PostingPart::InForce { .. } | PostingPart::Counted { .. } => Ok(()),
        PostingPart::Draw { draw } => draw.iter().try_for_each(check_draw),
        PostingPart::Sampled { change } => match change {
            ListPart::Put { value, .. } => check_procedure(value),
            ListPart::Change { key, fields } => {
                check_text(key)?;
                fields.iter().try_for_each(check_field)
            }
            ListPart::Remove { key } => check_text(key),
            ListPart::All { values } => {
                at_most(values.len(), MAX_SAMPLED)?;
                values.iter().try_for_each(check_procedure)
            }
        },
    })
}

fn check_field(field: &ProcedureField) -> Result<(), EditError> {
    match field {
        ProcedureField::Name(name) => check_text(name),
        _ => Ok(()),
    }
}

/// Whether a sampled procedure can be held.
pub(super) fn check_procedure(one: &PostedProcedure) -> Result<(), EditError> {
    [&one.code, &one.name].into_iter().try_for_each(|text| check_text(text))
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use crate::domain::edit::field::swap_all;
    use crate::domain::fixture::{day, posting};
    use crate::domain::procedure::Content;

    use super::*;

    fn one(code: &str, posted: Option<bool>) -> PostedProcedure {
        PostedProcedure {
            code: code.to_owned(), name: format!("Thủ tục {code}"), posted, ..PostedProcedure::default()
        }
    }

    pub fn any_posting() -> impl Strategy<Value = Posting> {
        // Few codes, so that some stand twice and orders differ.
        let sampled = proptest::collection::vec((0_u8..8, any::<Option<bool>>()), 0..8);
        (sampled, any::<Option<u32>>(), any::<Option<u32>>(), 1_u32..28, any::<bool>()).prop_map(
            |(sampled, in_force, counted, on, with_draw)| Posting {
                on: day(2023, 5, on),
                in_force,
                counted,
                draw: if with_draw { posting().draw } else { None },
                sampled: sampled.into_iter().map(|(code, posted)| one(&code.to_string(), posted)).collect(),
                ..posting()
            },
        )
    }

    proptest! {
        #[test]
        fn the_parts_make_one_posting_of_another_and_their_inverse_takes_it_back(
            before in any_posting(),
            after in any_posting(),
        ) {
            let parts = PostingPart::differences(&before, &after);
            prop_assert!(check(Some(&before), &parts).is_ok());
            let mut made = before.clone();
            let inverse = swap_all(&mut made, parts);
            prop_assert_eq!(&made, &after);
            swap_all(&mut made, inverse);
            prop_assert_eq!(made, before);
        }
    }

    #[test]
    fn a_tap_names_the_one_field_of_the_one_procedure_that_it_judged() {
        let before = posting();
        let mut after = before.clone();
        after.sampled[1].content = Some(Content::None);
        let parts = PostingPart::differences(&before, &after);
        let fields = vec![ProcedureField::Content(Some(Content::None))];
        let change = ListPart::Change { key: after.sampled[1].code.clone(), fields };
        assert_eq!(parts, [PostingPart::Sampled { change }]);
    }

    #[test]
    fn what_two_people_change_of_a_posting_both_stands() {
        let base = posting();
        let (mut mine, mut theirs) = (base.clone(), base.clone());
        mine.in_force = Some(171);
        theirs.counted = Some(150);
        let mut joined = theirs;
        swap_all(&mut joined, PostingPart::differences(&base, &mine));
        assert_eq!((joined.in_force, joined.counted), (Some(171), Some(150)));
    }

    #[test]
    fn no_more_procedures_are_put_than_are_held() {
        let change = |change| PostingPart::Sampled { change };
        let put = |code: usize| change(ListPart::Put { value: one(&code.to_string(), None), at: None });
        let full =
            Posting { sampled: (0..MAX_SAMPLED).map(|code| one(&code.to_string(), None)).collect(), ..posting() };
        assert_eq!(check(Some(&full), &[put(0)]), Ok(()));
        assert_eq!(check(Some(&full), &[put(MAX_SAMPLED)]), Err(EditError::TooMany(MAX_SAMPLED)));
        let swap = [change(ListPart::Remove { key: "0".to_owned() }), put(MAX_SAMPLED)];
        assert_eq!(check(Some(&full), &swap), Ok(()));
    }
}
