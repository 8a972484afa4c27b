//! Picks that follow a text as it is changed: those apart from the change stay as they are, whatever a person made of
//! them; where the text changed it is read anew.

use crate::domain::figures::{Pick, Statement};

/// The picks of `text`, which was made from a statement by one change. `scanned` are those read from all of it; `next` is
/// the number of the next new pick and is never one that was in use before, since ties go by numbers.
pub(super) fn follow(before: &Statement, text: &str, scanned: Vec<Pick>, next: &mut u32) -> Vec<Pick> {
    let (old, new): (Vec<char>, Vec<char>) = (before.text.chars().collect(), text.chars().collect());
    if old == new {
        return before.picks.clone();
    }
    let same = |pair: &(&char, &char)| pair.0 == pair.1;
    let head = old.iter().zip(&new).take_while(same).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(same).count();
    let (old_end, new_end) = (place(old.len() - tail), place(new.len() - tail));
    let head = place(head);
    let mut kept: Vec<Pick> = Vec::with_capacity(scanned.len());
    let mut dropped: Vec<&Pick> = Vec::new();
    for pick in &before.picks {
        // What the change touches may be another word now.
        if pick.to < head || (pick.to == head && tail == 0 && new_end == head) {
            kept.push(pick.clone());
        } else if pick.from > old_end {
            let moved = |at: u32| (at - old_end) + new_end;
            kept.push(Pick { from: moved(pick.from), to: moved(pick.to), ..pick.clone() });
        } else {
            dropped.push(pick);
        }
    }
    let touched = |pick: &Pick| pick.from <= new_end && pick.to >= head;
    let is_free = |pick: &Pick, kept: &[Pick]| kept.iter().all(|other| pick.to <= other.from || pick.from >= other.to);
    for mut pick in scanned {
        if !touched(&pick) || !is_free(&pick, &kept) {
            continue;
        }
        let known = dropped.iter().position(|old| old.what == pick.what);
        pick.number = match known.map(|at| dropped.remove(at)) {
            Some(old) => old.number,
            None => number(next),
        };
        kept.push(pick);
    }
    kept.sort_by_key(|pick| pick.from);
    kept
}

/// The next number.
pub(super) fn number(next: &mut u32) -> u32 {
    let number = *next;
    *next += 1;
    number
}

fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use crate::domain::figures::{Picked, scan};

    use super::*;

    fn said(text: &str) -> (Statement, u32) {
        let picks = scan::picks(text);
        let next = u32::try_from(picks.len()).unwrap() + 1;
        (Statement { text: text.to_owned(), picks, ..Statement::default() }, next)
    }

    fn followed(before: &Statement, text: &str, next: &mut u32) -> Vec<(u32, String)> {
        let picks = follow(before, text, scan::picks(text), next);
        let quote = |pick: &Pick| text.chars().skip(pick.from as usize).take((pick.to - pick.from) as usize).collect();
        picks.iter().map(|pick| (pick.number, quote(pick))).collect()
    }

    fn held(pairs: &[(u32, &str)]) -> Vec<(u32, String)> {
        pairs.iter().map(|(number, quote)| (*number, (*quote).to_owned())).collect()
    }

    #[test]
    fn what_is_apart_from_the_change_keeps_its_number_and_moves_with_the_text() {
        let (before, mut next) = said("Nhận 12 hồ sơ, trả 10 hồ sơ, còn 2 hồ sơ.");
        let now = followed(&before, "Nhận 12 hồ sơ, đã trả 11 hồ sơ, còn 2 hồ sơ.", &mut next);
        assert_eq!(now, held(&[(1, "12 hồ sơ"), (4, "11 hồ sơ"), (3, "2 hồ sơ")]));
    }

    #[test]
    fn what_a_person_dropped_or_changed_stays_so() {
        let (mut before, mut next) = said("Nhận 12 hồ sơ, trả 10 hồ sơ.");
        before.picks.remove(0);
        if let Some(Picked::Figure { unit, .. }) = before.picks.first_mut().map(|pick| &mut pick.what) {
            *unit = "TTHC".to_owned();
        }
        let text = "Nhận 12 hồ sơ, trả 10 hồ sơ. Còn 2 hồ sơ.";
        let picks = follow(&before, text, scan::picks(text), &mut next);
        let numbers: Vec<u32> = picks.iter().map(|pick| pick.number).collect();
        assert_eq!(numbers, [2, 3]);
        assert!(matches!(&picks[0].what, Picked::Figure { unit, .. } if unit == "TTHC"));
    }

    #[test]
    fn the_first_text_is_read_whole() {
        let mut next = 1;
        let now = followed(&Statement::default(), "Nhận 12 hồ sơ, trả 10 hồ sơ.", &mut next);
        assert_eq!(now, held(&[(1, "12 hồ sơ"), (2, "10 hồ sơ")]));
        assert_eq!(next, 3);
    }

    #[test]
    fn nothing_overlaps_whatever_is_changed() {
        let text = "Nhận 1.200 hồ sơ, trả 98,8 % (10/12 hồ sơ), xã Ia Rmok 5 hồ sơ.";
        let (before, next) = said(text);
        let chars: Vec<char> = text.chars().collect();
        for from in 0..chars.len() {
            for to in from..=chars.len().min(from + 6) {
                let mut changed: String = chars[..from].iter().collect();
                changed.push_str("7 ");
                changed.extend(&chars[to..]);
                let picks = follow(&before, &changed, scan::picks(&changed), &mut next.clone());
                assert!(picks.windows(2).all(|pair| pair[0].to <= pair[1].from), "{changed}");
                let statement = Statement { text: changed, picks, ..Statement::default() };
                assert_eq!(crate::domain::edit::check_statement(&statement), Ok(()));
            }
        }
    }
}
