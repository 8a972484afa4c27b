//! A total with its parts behind "Trong đó" or "gồm", or in bullets below it.

use super::super::figure::Amount;
use super::super::statement::Relation;
use super::brackets::MOST_PARTS;
use super::layout::{Layout, Pair, Said};
use super::senses::are_cases;
use super::shares::main_figure;
use super::{Gathered, Strength, Why};

/// Proposes the sums of lists.
pub fn propose(layout: &Layout, gathered: &mut Gathered) {
    for (at, token) in layout.reading.tokens.iter().enumerate() {
        let next = |word: &str| layout.reading.at(at + 1, |token| token.is(word));
        let among =
            (token.is("trong") && next("đó")) || (token.is("bao") && next("gồm")) || (token.is("cụ") && next("thể"));
        if among || token.is("gồm") || (token.is("chia") && next("ra")) {
            among_them(layout, at, gathered);
        } else if token.is("trong") {
            out_of(layout, at, gathered);
        }
    }
    bullets(layout, gathered);
}

/// "N …. Trong đó: a …, b …, c …"
fn among_them(layout: &Layout, at: usize, gathered: &mut Gathered) {
    let bracket = innermost(layout, at);
    let Some(total) = layout.last_before(at, bracket) else { return };
    let Some(last) = layout.said.get(total) else { return };
    // Of "a/b hồ sơ, trong đó" the parts are those of a; of "a hồ sơ, chiếm p%" they are those of a, too.
    let total = if last.pair == Pair::Below || last.is_percent() { total.saturating_sub(1) } else { total };
    let parts = following(layout, total, at);
    sum(layout, total, &parts, gathered);
}

/// "Trong N …, có a …; b …; c …"
fn out_of(layout: &Layout, at: usize, gathered: &mut Gathered) {
    let first = layout.said.partition_point(|said| said.pieces.start <= at);
    let is_next = layout.said.get(first).is_some_and(|said| said.pieces.start <= at + 3 && said.is_count());
    let words = ["có", "thì", "gồm", "trong"];
    let has = layout.gap(first).iter().any(|token| token.is_one_of(&words));
    if is_next && has {
        let from = layout.said.get(first).map_or(at, |said| said.pieces.end);
        let parts = following(layout, first, from);
        sum(layout, first, &parts, gathered);
    }
}

/// The bracket around a piece, by the figures near it.
fn innermost(layout: &Layout, at: usize) -> Option<usize> {
    let next = layout.said.partition_point(|said| said.pieces.start < at);
    let open = layout.brackets.partition_point(|bracket| bracket.open < at);
    let around = layout.said.get(next)?.bracket?;
    // Only a bracket that opened before the piece is around it.
    if around < open { Some(around) } else { layout.brackets.get(around)?.outer }
}

/// The counts behind a piece in the sentence and bracket of a total.
fn following(layout: &Layout, total: usize, from: usize) -> Vec<usize> {
    let first = layout.said.partition_point(|said| said.pieces.start < from);
    let Some(sentence) = layout.said.get(total).map(|said| said.sentence) else { return Vec::new() };
    let in_sentence = (first..layout.said.len())
        .take_while(|place| layout.said.get(*place).is_some_and(|said| said.sentence == sentence));
    let parts = in_sentence
        .filter(|place| layout.together(*place, total) && layout.said.get(*place).is_some_and(Said::is_count));
    parts.take(MOST_PARTS).collect()
}

/// Proposes a sum: of all the parts, or of as many of the first as add up to the total.
fn sum(layout: &Layout, total: usize, parts: &[usize], gathered: &mut Gathered) {
    let Some(whole) = layout.said.get(total).filter(|said| said.is_count()) else { return };
    let parts: Vec<&Said> = parts.iter().filter_map(|place| layout.said.get(*place)).collect();
    if parts.len() < 2 {
        return;
    }
    let numbers: Vec<u32> = parts.iter().map(|part| part.number).collect();
    let mut sum = Amount::default();
    for (place, part) in parts.iter().enumerate() {
        sum = sum + part.amount();
        if place > 0 && sum == whole.amount() {
            let held = numbers.get(..=place).unwrap_or(&numbers);
            return gathered.add_sum(whole.number, held, Why::Among, Strength::Strong);
        }
    }
    let alike = parts.iter().all(|part| part.counted == whole.counted);
    if alike && !explained(&parts) {
        let cases = are_cases(parts.iter().map(|part| &part.senses)).is_some();
        let strength = if cases { Strength::Strong } else { Strength::Weak };
        gathered.add_sum(whole.number, &numbers, Why::Among, strength);
    }
}

/// Whether the first part is itself the sum of the others, so that they are no parts side by side.
fn explained(parts: &[&Said]) -> bool {
    let rest: Amount = parts.iter().skip(1).map(|part| part.amount()).sum();
    parts.first().is_some_and(|first| first.amount() == rest)
}

/// Bullets below a line, and ratios in them.
fn bullets(layout: &Layout, gathered: &mut Gathered) {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); layout.lines.len()];
    for (place, line) in layout.lines.iter().enumerate() {
        if let Some(children) = line.parent.and_then(|parent| children.get_mut(parent)) {
            children.push(place);
        }
    }
    for (parent, children) in children.iter().enumerate().filter(|(_, children)| !children.is_empty()) {
        let Some(total) = main_figure(layout, parent) else { continue };
        let mains: Vec<usize> = children.iter().filter_map(|child| main_figure(layout, *child)).collect();
        let opens = layout
            .lines
            .get(parent)
            .is_some_and(|line| layout.reading.just_before(line.pieces.end, |token| token.is_sign(':')));
        below(layout, total, &mains, opens, gathered);
        for place in &mains {
            whole_above(layout, total, *place, gathered);
        }
    }
}

fn below(layout: &Layout, total: usize, mains: &[usize], opens: bool, gathered: &mut Gathered) {
    let Some(whole) = layout.said.get(total) else { return };
    let parts: Vec<&Said> = mains.iter().filter_map(|place| layout.said.get(*place)).collect();
    if !(2..=MOST_PARTS).contains(&parts.len()) {
        return;
    }
    let numbers: Vec<u32> = parts.iter().map(|part| part.number).collect();
    let sums = parts.iter().scan(Amount::default(), |sum, part| {
        *sum = *sum + part.amount();
        Some(*sum)
    });
    let held = sums.enumerate().skip(1).find(|(_, sum)| *sum == whole.amount());
    if let Some(held) = held.and_then(|(place, _)| numbers.get(..=place)) {
        return gathered.add_sum(whole.number, held, Why::Bullets, Strength::Strong);
    }
    let alike = parts.iter().all(|part| part.counted == whole.counted);
    let ratios = parts.iter().any(|part| part.pair == Pair::Above);
    if opens && alike && !ratios {
        let cases = are_cases(parts.iter().map(|part| &part.senses)).is_some();
        let strength = if cases { Strength::Strong } else { Strength::Weak };
        gathered.add_sum(whole.number, &numbers, Why::Bullets, strength);
    }
}

/// "- Quá hạn: 117 hồ sơ; + Đã có văn bản xin lỗi: 117/117 hồ sơ quá hạn": the whole is the figure above.
fn whole_above(layout: &Layout, total: usize, part: usize, gathered: &mut Gathered) {
    let (Some(total), Some(above), Some(whole)) =
        (layout.said.get(total), layout.said.get(part), layout.said.get(part + 1))
    else {
        return;
    };
    if above.pair != Pair::Above || total.counted != whole.counted {
        return;
    }
    let same = total.amount() == whole.amount();
    let said_alike = super::senses::FAMILIES.iter().any(|family| {
        let case = whole.senses.get(*family);
        case.is_some() && case == total.senses.get(*family)
    });
    if same || said_alike {
        let relation = Relation::Same { first: gathered.said(total.number), second: gathered.said(whole.number) };
        let strength = if same { Strength::Strong } else { Strength::Weak };
        gathered.add(relation, Why::WholeAbove, strength);
    }
}
