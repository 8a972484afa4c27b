//! Sums that are written out, figures that those beside them add up to, the balance of what came and went, and what is
//! said twice.

use std::collections::BTreeMap;

use super::super::figure::Amount;
use super::super::statement::Relation;
use super::layout::{Layout, Pair, Said};
use super::senses::{FAMILIES, Family, PENDING, RECEIVED, RESOLVED, are_cases};
use super::{Gathered, Strength, Why};

/// The most figures beside each other that are tried as the parts of one.
const MOST_RUN: usize = 8;

/// Below this, figures add up by chance too often.
const LEAST: i64 = 20;

/// Proposes the sums of figures beside each other.
pub fn propose(layout: &Layout, gathered: &mut Gathered) {
    for place in 0..layout.said.len() {
        written(layout, place, gathered);
        if layout.said.get(place).is_some_and(Said::is_count) {
            run_after(layout, place, gathered);
            run_before(layout, place, gathered);
            same_case(layout, place, gathered);
        }
    }
    balance(layout, gathered);
    twice(layout, gathered);
}

fn numbers(parts: &[&Said]) -> Vec<u32> {
    parts.iter().map(|part| part.number).collect()
}

/// "c = a + b" and "a + b = c"; words may stand between.
fn written(layout: &Layout, place: usize, gathered: &mut Gathered) {
    let only = |place: usize, sign: char| {
        let signs = layout.gap(place).iter().filter(|token| !token.is_word());
        let mut signs = signs.filter(|token| !token.is_sign('(') && !token.is_sign(')'));
        signs.next().is_some_and(|token| token.is_sign(sign)) && signs.next().is_none()
    };
    if !only(place, '=') {
        return;
    }
    let count = layout.said.len();
    let right = 1 + (place + 1..count).take(MOST_RUN).take_while(|next| only(*next, '+')).count();
    let left = 1 + (0..place).rev().take(MOST_RUN).take_while(|last| only(*last, '+')).count();
    let get = |range: std::ops::Range<usize>| layout.said.get(range).unwrap_or_default();
    let (left, right) = (get((place + 1).saturating_sub(left)..place + 1), get(place + 1..place + 1 + right));
    let (total, parts) = match (left, right) {
        ([total], parts) | (parts, [total]) if parts.len() > 1 => (total, parts),
        _ => return,
    };
    let parts: Vec<u32> = parts.iter().map(|part| part.number).collect();
    gathered.add_sum(total.number, &parts, Why::WrittenSum, Strength::Strong);
}

/// The counts that follow a figure in its sentence and bracket add up to it, or are the cases of one distinction.
fn run_after(layout: &Layout, place: usize, gathered: &mut Gathered) {
    let Some(total) = layout.said.get(place) else { return };
    let near = (place + 1..layout.said.len()).take(3 * MOST_RUN);
    let in_sentence =
        near.take_while(|next| layout.said.get(*next).is_some_and(|said| said.sentence == total.sentence));
    let counts = in_sentence.filter(|next| layout.together(place, *next));
    let counts: Vec<&Said> =
        counts.filter_map(|next| layout.said.get(next)).filter(|said| said.is_count()).take(MOST_RUN).collect();
    let mut sum = Amount::default();
    for (index, part) in counts.iter().enumerate() {
        sum = sum + part.amount();
        let parts = counts.get(..=index).unwrap_or_default();
        if index > 0 && sum == total.amount() && !total.figure.is_zero() {
            return gathered.add_sum(total.number, &numbers(parts), Why::Run, chance(total, parts));
        }
    }
    if calls_itself_total(total) {
        lines_after(layout, place, gathered);
    }
    // "37.795 hồ sơ, đúng hạn 35.073 hồ sơ; quá hạn 2.722 hồ sơ" that does not add up.
    let alike: Vec<&Said> = counts.into_iter().take_while(|part| part.counted == total.counted).collect();
    for length in (2..=alike.len()).rev() {
        let parts = alike.get(..length).unwrap_or_default();
        let family = are_cases(parts.iter().map(|part| &part.senses));
        let told = family.is_some_and(|family| family != Family::Stage && total.senses.get(family).is_none());
        if told && parts.iter().all(|part| part.amount() <= total.amount()) {
            return gathered.add_sum(total.number, &numbers(parts), Why::Run, Strength::Weak);
        }
    }
}

/// Lines without bullets below a total: "Tổng số: 120", "Đúng hạn: 100", "Trễ hạn: 20".
fn lines_after(layout: &Layout, place: usize, gathered: &mut Gathered) {
    let Some(total) = layout.said.get(place) else { return };
    let mut sum = Amount::default();
    let mut parts: Vec<&Said> = Vec::new();
    for said in layout.said.iter().skip(place + 1).take(MOST_RUN) {
        let next_line = said.line == total.line + parts.len() + 1;
        if !next_line || !said.is_count() || said.bracket.is_some() {
            return;
        }
        sum = sum + said.amount();
        parts.push(said);
        if parts.len() > 1 && sum == total.amount() && !total.figure.is_zero() {
            return gathered.add_sum(total.number, &numbers(&parts), Why::Run, chance(total, &parts));
        }
    }
}

/// The counts before a figure that calls itself a total add up to it.
fn run_before(layout: &Layout, place: usize, gathered: &mut Gathered) {
    let Some(total) = layout.said.get(place) else { return };
    if !calls_itself_total(total) {
        return;
    }
    let before = (0..place).rev().take(4 * MOST_RUN).filter_map(|last| layout.said.get(last));
    let counts: Vec<&Said> =
        before.filter(|said| said.is_count() && said.bracket == total.bracket).take(MOST_RUN).collect();
    let mut sum = Amount::default();
    for (index, part) in counts.iter().enumerate() {
        sum = sum + part.amount();
        if index > 0 && sum == total.amount() && !total.figure.is_zero() {
            let mut parts = counts.get(..=index).unwrap_or_default().to_vec();
            parts.reverse();
            return gathered.add_sum(total.number, &numbers(&parts), Why::Run, chance(total, &parts));
        }
    }
}

/// The figures of one case, such as all that are late, add up to the one that is said to be their total.
fn same_case(layout: &Layout, place: usize, gathered: &mut Gathered) {
    let Some(total) = layout.said.get(place) else { return };
    let Some(case) = total.senses.get(Family::Time).filter(|_| calls_itself_total(total)) else { return };
    let after = layout.said.iter().skip(place + 1).take(4 * MOST_RUN);
    let alike = after
        .filter(|said| said.is_count() && said.counted == total.counted && said.senses.get(Family::Time) == Some(case));
    let parts: Vec<&Said> = alike.collect();
    let sum: Amount = parts.iter().map(|part| part.amount()).sum();
    if parts.len() > 1 && sum == total.amount() && !total.figure.is_zero() {
        gathered.add_sum(total.number, &numbers(&parts), Why::Run, chance(total, &parts));
    }
}

fn calls_itself_total(said: &Said) -> bool {
    said.before.split(' ').any(|word| matches!(word, "tong" | "cong" | "chung"))
}

/// How much a sum that holds says: little where small figures of one kind meet by chance.
fn chance(total: &Said, parts: &[&Said]) -> Strength {
    let alike = parts.iter().all(|part| part.counted == total.counted);
    let large = total.amount() >= Amount::whole(if alike { LEAST } else { 5 * LEAST });
    let is_sum_of_more = parts.iter().all(|part| !part.figure.is_zero());
    if large && is_sum_of_more { Strength::Strong } else { Strength::Weak }
}

/// What came is what was done with what is left: the first total of each stage.
fn balance(layout: &Layout, gathered: &mut Gathered) {
    let stage = |stage: u8| {
        let of_stage = |said: &&Said| {
            said.senses.get(Family::Stage) == Some(stage)
                && said.is_count()
                && said.pair == Pair::No
                && said.bracket.is_none()
                && [Family::Time, Family::Channel, Family::Level, Family::Service]
                    .iter()
                    .all(|family| said.senses.get(*family).is_none())
        };
        layout.said.iter().find(of_stage)
    };
    let (Some(received), Some(resolved), Some(pending)) = (stage(RECEIVED), stage(RESOLVED), stage(PENDING)) else {
        return;
    };
    if received.counted != resolved.counted || received.counted != pending.counted {
        return;
    }
    if resolved.amount() + pending.amount() == received.amount() {
        gathered.add_sum(received.number, &[resolved.number, pending.number], Why::Balance, Strength::Strong);
    } else {
        let relation = Relation::Balance {
            opening: None,
            received: gathered.said(received.number),
            resolved: gathered.said(resolved.number),
            pending: gathered.said(pending.number),
        };
        gathered.add(relation, Why::Balance, Strength::Weak);
    }
}

/// The fewest words by which two figures are said of the same thing.
const LEAST_WORDS: usize = 6;

/// How many figures with like words are held against each other.
const MOST_ALIKE: usize = 5;

/// Figures of one kind with like words before them and different values. Figures of different periods may well differ,
/// so none is proposed across the name of one.
fn twice(layout: &Layout, gathered: &mut Gathered) {
    let is_period = |at: &usize| {
        layout.reading.at(*at, |token| token.is_one_of(&["năm", "tháng", "quý", "kỳ"]))
            && layout.reading.at(at + 1, |token| token.is_number() || token.is_capital())
    };
    let periods: Vec<usize> = (0..layout.reading.tokens.len()).filter(is_period).collect();
    let passed = |said: &Said| periods.partition_point(|period| *period < said.pieces.start);
    let mut known: BTreeMap<Vec<&str>, Vec<&Said>> = BTreeMap::new();
    for said in layout.said.iter().filter(|said| said.is_count()) {
        let words: Vec<&str> = said.before.split(' ').filter(|word| word.chars().all(char::is_alphabetic)).collect();
        let Some(start) = words.get(..LEAST_WORDS) else { continue };
        let alike = known.entry(start.to_vec()).or_default();
        for other in alike.iter().rev().take(MOST_ALIKE).filter(|other| passed(other) == passed(said)) {
            if same_thing(other, said, &words) {
                let relation =
                    Relation::Same { first: gathered.said(other.number), second: gathered.said(said.number) };
                gathered.add(relation, Why::SaidTwice, Strength::Weak);
            }
        }
        alike.push(said);
    }
}

/// Whether the words of one figure are among those of the other, nothing tells them apart, and they differ.
fn same_thing(other: &Said, said: &Said, words: &[&str]) -> bool {
    let others: Vec<&str> = other.before.split(' ').filter(|word| word.chars().all(char::is_alphabetic)).collect();
    let within = |few: &[&str], many: &[&str]| few.iter().all(|word| many.contains(word));
    let agree = FAMILIES.iter().all(|family| other.senses.get(*family) == said.senses.get(*family));
    (within(words, &others) || within(&others, words))
        && agree
        && other.counted == said.counted
        && other.amount() != said.amount()
}
