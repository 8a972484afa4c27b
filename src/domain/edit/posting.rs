//! Edits of the posting, part by part: a line of history holds what it changed and not the whole posting, and changes
//! of two parts can both stand.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::answer::MAX_TEXT_BYTES;
use crate::domain::procedure::{MAX_SAMPLED, PostedProcedure, Posting, ProcedureListRef};
use crate::domain::sampling::Draw;

use super::{Change, Edit, EditError, check_date, check_draw, check_text};

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
    /// Put a sampled procedure in the place of the one with its code, or add it.
    Put {
        /// As it now stands.
        procedure: PostedProcedure,
        /// Where it is added, from 0; at the end where that is left out or is beyond it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<u32>,
    },
    /// Take the sampled procedure with a code out.
    Remove {
        /// Its code.
        code: String,
    },
    /// Every sampled procedure: where they change places, or two have one code.
    Sampled {
        /// All of them, in order.
        sampled: Vec<PostedProcedure>,
    },
}

/// Applies checked parts one after the other and gives back those that undo them.
pub(super) fn apply(posting: &mut Posting, parts: Vec<PostingPart>) -> Vec<PostingPart> {
    let mut before: Vec<PostingPart> = parts.into_iter().map(|part| apply_one(posting, part)).collect();
    before.reverse();
    before
}

fn apply_one(posting: &mut Posting, part: PostingPart) -> PostingPart {
    let place = |sampled: &[PostedProcedure], code: &str| sampled.iter().position(|one| one.code == code);
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
        PostingPart::Put { procedure, at } => {
            let known = place(&posting.sampled, &procedure.code).and_then(|place| posting.sampled.get_mut(place));
            if let Some(known) = known {
                return PostingPart::Put { procedure: std::mem::replace(known, procedure), at: None };
            }
            let end = posting.sampled.len();
            let at = at.and_then(|at| usize::try_from(at).ok()).unwrap_or(end).min(end);
            let code = procedure.code.clone();
            posting.sampled.insert(at, procedure);
            PostingPart::Remove { code }
        }
        PostingPart::Remove { code } => {
            let Some(at) = place(&posting.sampled, &code) else { return PostingPart::Remove { code } };
            let is_twice = posting.sampled.iter().skip(at + 1).any(|other| other.code == code);
            let all = is_twice.then(|| posting.sampled.clone());
            let procedure = posting.sampled.remove(at);
            match all {
                Some(sampled) => PostingPart::Sampled { sampled },
                None => PostingPart::Put { procedure, at: u32::try_from(at).ok() },
            }
        }
        PostingPart::Sampled { sampled } => {
            PostingPart::Sampled { sampled: std::mem::replace(&mut posting.sampled, sampled) }
        }
    }
}

/// Whether parts can be put into a posting; none where there is no posting yet.
pub(super) fn check(posting: Option<&Posting>, parts: &[PostingPart]) -> Result<(), EditError> {
    let sampled = posting.map(|posting| posting.sampled.as_slice()).unwrap_or_default();
    let mut count: usize = sampled.len();
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    let moves = |part: &PostingPart| !matches!(part, PostingPart::On { .. } | PostingPart::InForce { .. });
    if parts.iter().any(moves) {
        sampled.iter().for_each(|one| *codes.entry(&one.code).or_default() += 1);
    }
    for part in parts {
        match part {
            PostingPart::List { list } => list.iter().try_for_each(|list| check_text(&list.id))?,
            PostingPart::On { on } => check_date(*on)?,
            PostingPart::InForce { .. } | PostingPart::Counted { .. } => {}
            PostingPart::Draw { draw } => draw.iter().try_for_each(check_draw)?,
            PostingPart::Put { procedure, .. } => {
                check_procedure(procedure)?;
                let same = codes.entry(&procedure.code).or_default();
                if *same == 0 {
                    *same = 1;
                    count += 1;
                }
            }
            PostingPart::Remove { code } => {
                if code.len() > MAX_TEXT_BYTES {
                    return Err(EditError::TextTooLong);
                }
                if let Some(same) = codes.get_mut(code.as_str()).filter(|same| **same > 0) {
                    *same -= 1;
                    count -= 1;
                }
            }
            PostingPart::Sampled { sampled } => {
                sampled.iter().try_for_each(check_procedure)?;
                count = sampled.len();
                codes.clear();
                sampled.iter().for_each(|one| *codes.entry(&one.code).or_default() += 1);
            }
        }
        if count > MAX_SAMPLED {
            return Err(EditError::TooMany(MAX_SAMPLED));
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
    parts.extend(sampled_parts(before, after));
    parts
}

fn sampled_parts(before: &Posting, after: &Posting) -> Vec<PostingPart> {
    if before.sampled == after.sampled {
        return Vec::new();
    }
    let by_code = |sampled: &'_ [PostedProcedure]| -> BTreeMap<String, PostedProcedure> {
        sampled.iter().map(|one| (one.code.clone(), one.clone())).collect()
    };
    let (was, is) = (by_code(&before.sampled), by_code(&after.sampled));
    let gone = before.sampled.iter().filter(|one| !is.contains_key(&one.code));
    let mut parts: Vec<PostingPart> = gone.map(|one| PostingPart::Remove { code: one.code.clone() }).collect();
    for (at, one) in after.sampled.iter().enumerate() {
        let known = was.get(&one.code);
        if known != Some(one) {
            let at = if known.is_some() { None } else { u32::try_from(at).ok() };
            parts.push(PostingPart::Put { procedure: one.clone(), at });
        }
    }
    // Codes that stand twice, and another order, are not told in this way.
    let mut made = before.clone();
    apply(&mut made, parts.clone());
    if made.sampled == after.sampled && parts.len() <= after.sampled.len() {
        parts
    } else {
        vec![PostingPart::Sampled { sampled: after.sampled.clone() }]
    }
}

/// The same history, with each whole posting told by the parts that it changed, where what stood before it is known.
/// Earlier versions wrote the whole posting at every tap.
pub fn shorten(history: &mut [Change]) {
    let mut known: Option<Posting> = None;
    for Change { edit, .. } in history {
        match edit {
            Edit::Posting { posting: None } => known = None,
            Edit::Posting { posting: Some(after) } => {
                let after = after.clone();
                if let Some(before) = &known {
                    *edit = Edit::PostingParts { parts: posting_parts(before, &after) };
                }
                known = Some(after);
            }
            Edit::PostingParts { parts } => {
                if let Some(known) = &mut known {
                    apply(known, parts.clone());
                }
            }
            Edit::Answer { .. }
            | Edit::Note { .. }
            | Edit::Details { .. }
            | Edit::Sections { .. }
            | Edit::Finding { .. }
            | Edit::Dossiers { .. }
            | Edit::Draws { .. }
            | Edit::Figures { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::domain::fixture::{day, posting, stamp, template, visit};
    use crate::domain::procedure::Content;

    use super::*;

    fn one(code: &str, posted: Option<bool>) -> PostedProcedure {
        PostedProcedure {
            code: code.to_owned(), name: format!("Thủ tục {code}"), posted, ..PostedProcedure::default()
        }
    }

    fn any_posting() -> impl Strategy<Value = Posting> {
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

        #[test]
        fn a_shortened_history_leads_to_the_same_visit(postings in proptest::collection::vec(any_posting(), 0..8)) {
            let template = template();
            let mut whole = visit("v1", "u1", day(2023, 5, 10));
            let mut history: Vec<Change> = postings
                .into_iter()
                .enumerate()
                .map(|(place, posting)| Change {
                    revision: place as u64 + 1,
                    stamp: stamp(),
                    edit: Edit::Posting { posting: (place % 4 != 3).then_some(posting) },
                })
                .collect();
            let mut short = whole.clone();
            for change in history.clone() {
                super::super::apply(&mut whole, &template, change.edit, &change.stamp).unwrap();
            }
            shorten(&mut history);
            for change in history.clone() {
                super::super::apply(&mut short, &template, change.edit, &change.stamp).unwrap();
            }
            prop_assert_eq!(short, whole);
            let once = history.clone();
            shorten(&mut history);
            prop_assert_eq!(history, once, "shortening again changes nothing");
        }
    }

    #[test]
    fn a_tap_names_the_one_procedure_that_it_judged() {
        let before = posting();
        let mut after = before.clone();
        after.sampled[1].content = Some(Content::None);
        let parts = posting_parts(&before, &after);
        assert_eq!(parts, [PostingPart::Put { procedure: after.sampled[1].clone(), at: None }]);
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
        let put = |code: usize| PostingPart::Put { procedure: one(&code.to_string(), None), at: None };
        let full =
            Posting { sampled: (0..MAX_SAMPLED).map(|code| one(&code.to_string(), None)).collect(), ..posting() };
        assert_eq!(check(Some(&full), &[put(0)]), Ok(()));
        assert_eq!(check(Some(&full), &[put(MAX_SAMPLED)]), Err(EditError::TooMany(MAX_SAMPLED)));
        let swap = [PostingPart::Remove { code: "0".to_owned() }, put(MAX_SAMPLED)];
        assert_eq!(check(Some(&full), &swap), Ok(()));
    }
}
