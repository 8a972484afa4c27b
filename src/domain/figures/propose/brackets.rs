//! A total with its parts in brackets behind it.

use super::layout::{Layout, Pair, Said};
use super::senses::are_cases;
use super::{Gathered, Strength, Why};

/// The most pieces between a total and the bracket with its parts.
const MOST_APART: usize = 80;

/// The most parts of a sum that is proposed.
pub const MOST_PARTS: usize = 60;

/// Proposes the sums in brackets.
pub fn propose(layout: &Layout, gathered: &mut Gathered) {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); layout.brackets.len()];
    for (place, said) in layout.said.iter().enumerate() {
        if let Some(members) = said.bracket.and_then(|bracket| members.get_mut(bracket))
            && !said.is_percent()
        {
            members.push(place);
        }
    }
    for (bracket, members) in layout.brackets.iter().zip(members) {
        if let Some(owner) = owner(layout, bracket.open, bracket.outer) {
            of_owner(layout, owner, &members, gathered);
        }
    }
}

/// The figure whose parts a bracket may hold: the last before it, in its sentence.
fn owner(layout: &Layout, open: usize, outer: Option<usize>) -> Option<usize> {
    let place = layout.last_before(open, outer)?;
    let (said, next) = (layout.said.get(place)?, layout.said.get(place + 1)?);
    // No other bracket lies between.
    let is_next = next.pieces.start > open;
    let near = said.sentence == next.sentence && open - said.pieces.end.min(open) <= MOST_APART;
    if !is_next || !near {
        return None;
    }
    if !said.is_percent() {
        return Some(place);
    }
    // "222/276 hồ sơ, chiếm 80,4% (…)": the parts are those of the count.
    let before = place.checked_sub(1)?;
    (layout.together(before, place) && !layout.said.get(before)?.is_percent()).then_some(before)
}

fn of_owner(layout: &Layout, owner: usize, members: &[usize], gathered: &mut Gathered) {
    let said = |place: usize| layout.said.get(place);
    let Some(last) = said(owner) else { return };
    let of = |pair: Pair| members.iter().filter_map(|place| said(*place)).filter(|said| said.pair == pair).collect();
    let (above, below, plain): (Vec<&Said>, Vec<&Said>, Vec<&Said>) = (of(Pair::Above), of(Pair::Below), of(Pair::No));
    let over = owner.checked_sub(1).and_then(said).filter(|_| last.pair == Pair::Below);
    match over {
        // "117/117 hồ sơ (Cấp tỉnh: 116/116 hồ sơ, cấp xã: 1/1 hồ sơ)"
        Some(over) if plain.is_empty() => {
            add(layout, gathered, over, &above);
            add(layout, gathered, last, &below);
        }
        Some(over) => add(layout, gathered, over, &plain),
        None => {
            let parts: Vec<&Said> =
                members.iter().filter_map(|place| said(*place)).filter(|said| said.is_count()).collect();
            add(layout, gathered, last, &parts);
        }
    }
}

fn add(layout: &Layout, gathered: &mut Gathered, total: &Said, parts: &[&Said]) {
    if parts.len() < 2 || parts.len() > MOST_PARTS {
        return;
    }
    let holds = parts.iter().map(|part| part.amount()).sum::<super::super::figure::Amount>() == total.amount();
    let alike = parts.iter().all(|part| part.counted == total.counted);
    if !holds && !alike {
        return;
    }
    let strength = if holds || are_cases(parts.iter().map(|part| &part.senses)).is_some() || each_named(layout, parts) {
        Strength::Strong
    } else {
        Strength::Weak
    };
    let numbers: Vec<u32> = parts.iter().map(|part| part.number).collect();
    gathered.add_sum(total.number, &numbers, Why::Brackets, strength);
}

/// Whether each part stands behind the name of a unit: words that begin with a capital after a kind of unit.
fn each_named(layout: &Layout, parts: &[&Said]) -> bool {
    let kinds = [" huyen ", " xa ", " phuong ", " thi tran ", " thi xa ", " thanh pho ", " quan "];
    parts.iter().all(|part| {
        let words = format!(" {} ", part.before);
        let named = layout.reading.before(part.pieces.start.saturating_sub(1)).is_some_and(|token| token.is_capital());
        named && kinds.iter().any(|kind| words.contains(kind))
    })
}
