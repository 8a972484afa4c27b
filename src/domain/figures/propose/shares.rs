//! Percentages with the counts that they are of.

use super::super::figure::Amount;
use super::super::scan::token::Token;
use super::super::statement::Relation;
use super::layout::{Layout, Pair, Said};
use super::{Gathered, Strength, Why};

/// How many figures back the whole of a share is looked for.
const MOST_BACK: usize = 200;

/// The most pieces between a ratio and its percentage.
const MOST_GAP: usize = 40;

/// How many figures back the whole of a share is looked for within its clause.
const MOST_CLAUSE: usize = 8;

/// The most wholes that are proposed for one percentage.
const MOST_WHOLES: usize = 3;

/// Words before a percentage that is a bound or a change and no share.
const NO_SHARES: [&str; 14] =
    ["dưới", "trên", "từ", "hơn", "quá", "thiểu", "đa", "nhất", "khoảng", "gần", "tăng", "giảm", "vượt", "thêm"];

/// Proposes the counts of each percentage.
pub fn propose(layout: &Layout, gathered: &mut Gathered) {
    for place in 0..layout.said.len() {
        if layout.said.get(place).is_some_and(Said::is_percent) {
            percentage(layout, place, gathered);
        }
    }
}

/// Whether a percentage as printed may be that of two counts: within one unit of its last decimal, so that a share that
/// was cut or made the complement of others still counts.
pub fn fits(share: &Said, part: Amount, whole: Amount) -> bool {
    let last = 10_i128.pow(6_u32.saturating_sub(u32::from(share.figure.decimals())));
    let (share, part, whole) = (share.amount().millionths(), part.millionths(), whole.millionths());
    let gap = share.checked_mul(whole).zip(part.checked_mul(100_000_000)).and_then(|(one, two)| one.checked_sub(two));
    whole > 0 && part <= whole && gap.zip(last.checked_mul(whole)).is_some_and(|(gap, most)| gap.abs() <= most)
}

/// As [`fits`], but half a unit for a percentage without decimals, which many counts would fit.
fn fits_well(share: &Said, part: Amount, whole: Amount) -> bool {
    let (percent, count, total) = (share.amount().millionths(), part.millionths(), whole.millionths());
    let gap =
        percent.checked_mul(total).zip(count.checked_mul(100_000_000)).and_then(|(one, two)| one.checked_sub(two));
    let is_near = gap.and_then(|gap| gap.abs().checked_mul(2)).zip(total.checked_mul(1_000_000));
    fits(share, part, whole) && (share.figure.decimals() > 0 || is_near.is_some_and(|(gap, most)| gap <= most))
}

fn percentage(layout: &Layout, place: usize, gathered: &mut Gathered) {
    let said = |place: usize| layout.said.get(place);
    let Some(share) = said(place) else { return };
    if layout.reading.just_before(share.pieces.start, |token| token.is_one_of(&NO_SHARES)) {
        return;
    }
    let back = |steps: usize| place.checked_sub(steps).and_then(|place| Some((place, said(place)?)));
    let gap = place.checked_sub(1).map_or(&[][..], |last| layout.gap(last));
    let (ahead, next) = (layout.gap(place), said(place + 1));
    let opens_ratio = matches!(ahead, [.., last] if last.is_sign('('))
        && ahead.len() <= 3
        && next.is_some_and(|next| next.pair == Pair::Above);
    // "p% (a …/b …)"
    if let (true, Some(part), Some(whole)) = (opens_ratio, next, said(place + 2)) {
        return add(gathered, share, part, whole, Why::Ratio, Strength::Strong);
    }
    // "a/b …, chiếm tỷ lệ p%"
    if let (Some((_, part)), Some((last, whole))) = (back(2), back(1))
        && whole.pair == Pair::Below
        && leads(layout, last, place)
    {
        let parted = gap.iter().any(|token| token.is_sign(';'));
        let is_fit = fits(share, part.amount(), whole.amount());
        if !parted || is_fit {
            let strength = if parted { Strength::Weak } else { Strength::Strong };
            return add(gathered, share, part, whole, Why::Ratio, strength);
        }
    }
    // "p% với a/b …", unless that ratio has a percentage of its own behind it.
    if let (Some(part), Some(whole)) = (next.filter(|next| next.pair == Pair::Above), said(place + 2))
        && part.sentence == share.sentence
        && ahead.len() <= 12
        && !said(place + 3).is_some_and(|own| own.is_percent() && own.sentence == share.sentence)
    {
        let is_fit = fits(share, part.amount(), whole.amount());
        let strength = if is_fit { Strength::Strong } else { Strength::Weak };
        return add(gathered, share, part, whole, Why::Ratio, strength);
    }
    // "a …, chiếm p%"
    if let Some((last, part)) = back(1)
        && part.is_count()
        && leads(layout, last, place)
        && links(gap)
    {
        return of_whole(layout, place, last, gathered);
    }
    // "p% là a"
    if next.is_some_and(|next| next.is_count() && next.pair == Pair::No && next.sentence == share.sentence)
        && is_so_many(ahead)
    {
        of_whole(layout, place, place + 1, gathered);
    }
}

fn add(gathered: &mut Gathered, share: &Said, part: &Said, whole: &Said, why: Why, strength: Strength) {
    let said = |said: &Said| gathered.said(said.number);
    let relation = Relation::Share { share: said(share), part: said(part), whole: said(whole) };
    gathered.add(relation, why, strength);
}

/// Whether a percentage goes on with what was said: in the same sentence, or, where a line broke off with "chiếm tỷ lệ",
/// at the beginning of a later one.
fn leads(layout: &Layout, last: usize, place: usize) -> bool {
    let (Some(one), Some(share)) = (layout.said.get(last), layout.said.get(place)) else { return false };
    let gap = layout.gap(last);
    if one.sentence == share.sentence {
        return gap.len() <= MOST_GAP && !gap.iter().any(|token| token.is_one_of(&["tăng", "giảm"]));
    }
    let broken = gap
        .windows(2)
        .any(|pair| matches!(pair, [word, end] if end.is_break() && word.is_one_of(&["lệ", "chiếm", "đạt"])));
    broken && layout.reading.begins_line(share.pieces.start)
}

/// Whether what lies between a count and a percentage says that this is its share.
fn links(gap: &[Token]) -> bool {
    let is_link = |token: &Token| token.is_one_of(&["chiếm", "đạt", "lệ", "bằng", "ứng", "đương"]);
    let is_mark = |token: &Token| token.is_sign('(') || token.is_sign(',') || token.is_sign('=');
    let is_parted = gap.iter().any(|token| token.is_sign(';'));
    !is_parted
        && (gap.iter().any(is_link) || gap.last().is_some_and(|last| last.is_sign('(')) || gap.iter().all(is_mark))
}

/// "là", "tương ứng với", "(".
fn is_so_many(gap: &[Token]) -> bool {
    let words = ["là", "tương", "ứng", "đương", "với", "bằng", "khoảng", "có", "hay", "gồm"];
    let is_link = |token: &Token| token.is_one_of(&words) || token.is_sign('(') || token.is_sign('=');
    (1..=4).contains(&gap.len()) && gap.iter().all(is_link)
}

/// Proposes the whole of a share whose part is known.
fn of_whole(layout: &Layout, share: usize, part: usize, gathered: &mut Gathered) {
    let (Some(percent), Some(count)) = (layout.said.get(share), layout.said.get(part)) else { return };
    let first = share.min(part);
    let can_hold = |place: &usize| {
        layout
            .said
            .get(*place)
            .is_some_and(|whole| !whole.is_percent() && whole.amount() >= count.amount() && !whole.figure.is_zero())
    };
    let is_fit =
        |place: &usize| layout.said.get(*place).is_some_and(|whole| fits(percent, count.amount(), whole.amount()));
    let mut add_whole = |place: usize, strength: Strength| {
        if let Some(whole) = layout.said.get(place) {
            add(gathered, percent, count, whole, Why::ShareOfWhole, strength);
        }
    };
    // The total before the bracket that the part stands in.
    let bracket = count.bracket.and_then(|bracket| layout.brackets.get(bracket));
    let owner = bracket.and_then(|bracket| layout.last_before(bracket.open, bracket.outer)).filter(can_hold);
    let is_alike = |place: &usize| layout.said.get(*place).is_some_and(|whole| whole.counted == count.counted);
    // What the clause began with: the nearest that fits, else the nearest.
    let sentence = count.sentence;
    let in_clause = || {
        let near = (0..first).rev().take(MOST_CLAUSE).take_while(|place| {
            let parted = layout.gap(*place).iter().any(|token| token.is_sign(';'));
            !parted && layout.said.get(*place).is_some_and(|said| said.sentence == sentence)
        });
        let level = near.filter(|place| layout.together(*place, part));
        level.filter(can_hold).filter(is_alike)
    };
    let clause = in_clause().next();
    let is_good =
        |place: &usize| layout.said.get(*place).is_some_and(|whole| fits_well(percent, count.amount(), whole.amount()));
    // "đúng hạn 4.900 hồ sơ (98%), quá hạn 100 hồ sơ (2%)": what has a percentage of its own is rather a part beside it.
    let is_part = |place: &usize| layout.said.get(place + 1).is_some_and(Said::is_percent);
    let owned = owner
        .filter(is_fit)
        .or_else(|| in_clause().filter(is_good).find(|place| !is_part(place)))
        .or_else(|| in_clause().find(is_good));
    if let Some(place) = owned {
        return add_whole(place, Strength::Strong);
    }
    let earlier = || (0..first).rev().take(MOST_BACK).filter(can_hold).filter(is_fit);
    let mut found: Vec<usize> = earlier().filter(is_alike).collect();
    let alike = !found.is_empty();
    if !alike {
        found = earlier().collect();
    }
    if found.iter().any(|place| !is_part(place)) {
        found.retain(|place| !is_part(place));
    }
    // The same whole may be said more than once; the nearest stands for it.
    let mut wholes: Vec<usize> = Vec::new();
    for place in found {
        let amount = layout.said.get(place).map(Said::amount);
        if !wholes.iter().any(|known| layout.said.get(*known).map(Said::amount) == amount) {
            wholes.push(place);
        }
    }
    match wholes.as_slice() {
        [] => {}
        [only] => {
            let sure = percent.figure.decimals() > 1 || (alike && percent.figure.decimals() > 0);
            return add_whole(*only, if sure { Strength::Strong } else { Strength::Weak });
        }
        many => return many.iter().take(MOST_WHOLES).for_each(|place| add_whole(*place, Strength::Weak)),
    }
    if let Some(place) = owner.filter(is_alike) {
        add_whole(place, Strength::Strong);
    } else if let Some(place) = clause.or_else(|| above(layout, part).filter(can_hold)) {
        add_whole(place, Strength::Weak);
    }
}

/// The figure of the line to which the line of a figure belongs.
pub fn above(layout: &Layout, place: usize) -> Option<usize> {
    let line = layout.lines.get(layout.said.get(place)?.line)?;
    main_figure(layout, line.parent?)
}

/// The figure that a line is about: the first count in it outside brackets.
pub fn main_figure(layout: &Layout, line: usize) -> Option<usize> {
    let first = layout.said.partition_point(|said| said.line < line);
    let of_line =
        (first..layout.said.len()).take_while(|place| layout.said.get(*place).is_some_and(|said| said.line == line));
    of_line
        .into_iter()
        .find(|place| layout.said.get(*place).is_some_and(|said| said.is_count() && said.bracket.is_none()))
}
