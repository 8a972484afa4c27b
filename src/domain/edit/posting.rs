//! Edits of the posting, part by part: a line of history holds what it changed and not the whole posting, and changes
//! of two parts can both stand.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::procedure::{MAX_SAMPLED, PostedProcedure, Posting, ProcedureListRef};
use crate::domain::sampling::Draw;

use super::keyed::{self, Length, ListPart};
use super::{EditError, at_most, check_date, check_draw, check_text};

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
        change: ListPart<PostedProcedure, String>,
    },
}

/// Applies checked parts one after the other and gives back those that undo them.
pub(super) fn apply(posting: &mut Posting, parts: Vec<PostingPart>) -> Vec<PostingPart> {
    let mut before: Vec<PostingPart> = parts.into_iter().map(|part| apply_one(posting, part)).collect();
    before.reverse();
    before
}

fn apply_one(posting: &mut Posting, part: PostingPart) -> PostingPart {
    match part {
        PostingPart::List { list } => PostingPart::List { list: std::mem::replace(&mut posting.list, list) },
        PostingPart::On { on } => PostingPart::On { on: std::mem::replace(&mut posting.on, on) },
        PostingPart::InForce { count } => {
            PostingPart::InForce { count: std::mem::replace(&mut posting.in_force, count) }
        }
        PostingPart::Counted { count } => {
            PostingPart::Counted { count: std::mem::replace(&mut posting.counted, count) }
        }
        PostingPart::Draw { draw } => PostingPart::Draw { draw: std::mem::replace(&mut posting.draw, draw) },
        PostingPart::Sampled { change } => PostingPart::Sampled { change: keyed::apply(&mut posting.sampled, change) },
    }
}

/// Whether parts can be put into a posting; none where there is no posting yet.
pub(super) fn check(posting: Option<&Posting>, parts: &[PostingPart]) -> Result<(), EditError> {
    let sampled = posting.map(|posting| posting.sampled.as_slice()).unwrap_or_default();
    let mut length = None;
    for part in parts {
        match part {
            PostingPart::List { list } => list.iter().try_for_each(|list| check_text(&list.id))?,
            PostingPart::On { on } => check_date(*on)?,
            PostingPart::InForce { .. } | PostingPart::Counted { .. } => {}
            PostingPart::Draw { draw } => draw.iter().try_for_each(check_draw)?,
            PostingPart::Sampled { change } => {
                match change {
                    ListPart::Put { value, .. } => check_procedure(value)?,
                    ListPart::Remove { key } => check_text(key)?,
                    ListPart::All { values } => values.iter().try_for_each(check_procedure)?,
                }
                let length = length.get_or_insert_with(|| Length::of(sampled));
                length.take(change);
                at_most(length.count, MAX_SAMPLED)?;
            }
        }
    }
    Ok(())
}

/// Whether a sampled procedure can be held.
pub(super) fn check_procedure(one: &PostedProcedure) -> Result<(), EditError> {
    [&one.code, &one.name].into_iter().try_for_each(|text| check_text(text))
}

/// The parts that make one posting of another; none where they are the same.
pub fn posting_parts(before: &Posting, after: &Posting) -> Vec<PostingPart> {
    let mut parts = Vec::new();
    if before.list != after.list {
        parts.push(PostingPart::List { list: after.list.clone() });
    }
    if before.on != after.on {
        parts.push(PostingPart::On { on: after.on });
    }
    if before.in_force != after.in_force {
        parts.push(PostingPart::InForce { count: after.in_force });
    }
    if before.counted != after.counted {
        parts.push(PostingPart::Counted { count: after.counted });
    }
    if before.draw != after.draw {
        parts.push(PostingPart::Draw { draw: after.draw.clone() });
    }
    parts.extend(
        keyed::parts(&before.sampled, &after.sampled).into_iter().map(|change| PostingPart::Sampled { change }),
    );
    parts
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

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
            let parts = posting_parts(&before, &after);
            prop_assert!(check(Some(&before), &parts).is_ok());
            let mut made = before.clone();
            let inverse = apply(&mut made, parts);
            prop_assert_eq!(&made, &after);
            apply(&mut made, inverse);
            prop_assert_eq!(made, before);
        }
    }

    #[test]
    fn a_tap_names_the_one_procedure_that_it_judged() {
        let before = posting();
        let mut after = before.clone();
        after.sampled[1].content = Some(Content::None);
        let parts = posting_parts(&before, &after);
        let change = ListPart::Put { value: after.sampled[1].clone(), at: None };
        assert_eq!(parts, [PostingPart::Sampled { change }]);
    }

    #[test]
    fn what_two_people_change_of_a_posting_both_stands() {
        let base = posting();
        let (mut mine, mut theirs) = (base.clone(), base.clone());
        mine.in_force = Some(171);
        theirs.counted = Some(150);
        let mut joined = theirs;
        apply(&mut joined, posting_parts(&base, &mine));
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
