//! Likely causes of a difference: what a person would try first with a pencil.

use crate::domain::figures::figure::{Amount, Figure};

use super::{Cause, Place, Term};

/// The causes that would explain why `stated` stands where `terms` give `computed`. `beside` are other figures of the
/// same row or column that may have been counted in.
pub fn of_sum(stated: Figure, computed: Amount, terms: &[Term], beside: &[Term]) -> Vec<Cause> {
    let gap = stated.amount() - computed;
    let mut causes = Vec::new();
    let amounts = |terms: &[Term]| -> Vec<(Amount, Place)> {
        let there = terms.iter().filter_map(|term| Some((term.figure?.amount(), term.place.clone())));
        there.filter(|(amount, _)| !amount.is_zero()).collect()
    };
    let parts = amounts(terms);
    if parts.len() > 1 {
        causes.extend(
            parts.iter().find(|(amount, _)| *amount == stated.amount()).map(|(_, place)| Cause::OnlyOne(place.clone())),
        );
        // Stated is short of computed by one of its parts.
        let missing = Amount::default() - gap;
        causes.extend(
            parts.iter().find(|(amount, _)| *amount == missing).map(|(_, place)| Cause::LeavesOut(place.clone())),
        );
    }
    causes.extend(added(&amounts(beside), gap).map(Cause::Includes));
    causes.extend(of_digits(stated, computed));
    causes
}

/// One figure, or two together, that make up the gap.
fn added(beside: &[(Amount, Place)], gap: Amount) -> Option<Vec<Place>> {
    if let Some((_, place)) = beside.iter().find(|(amount, _)| *amount == gap) {
        return Some(vec![place.clone()]);
    }
    // Among many figures some two make up anything.
    let few = beside.get(..beside.len().min(12))?;
    let pairs = few.iter().enumerate().flat_map(|(at, one)| few.iter().skip(at + 1).map(move |other| (one, other)));
    let found = pairs.into_iter().find(|(one, other)| one.0 + other.0 == gap);
    found.map(|(one, other)| vec![one.1.clone(), other.1.clone()])
}

/// The slips of a pen that turn one number into another.
pub fn of_digits(stated: Figure, computed: Amount) -> Option<Cause> {
    let computed = computed.figure()?;
    let (one, other) = (digits(stated), digits(computed));
    if one == other || one == "0" || other == "0" || computed.amount().is_negative() {
        return None;
    }
    let scaled = |long: &str, short: &str| {
        long.strip_prefix(short).is_some_and(|zeros| !zeros.is_empty() && zeros.bytes().all(|byte| byte == b'0'))
    };
    if scaled(&one, &other) || scaled(&other, &one) {
        return Some(Cause::Scale);
    }
    if one.len() == other.len() {
        let differ: Vec<usize> =
            (0..one.len()).filter(|place| one.as_bytes()[*place] != other.as_bytes()[*place]).collect();
        let (a, b) = (one.as_bytes(), other.as_bytes());
        return match differ.as_slice() {
            [_] if one.len() > 2 => Some(Cause::Digit),
            [first, second] if second - first == 1 && a[*first] == b[*second] && a[*second] == b[*first] => {
                Some(Cause::Swapped)
            }
            _ => None,
        };
    }
    let (long, short) = if one.len() > other.len() { (&one, &other) } else { (&other, &one) };
    // Of short numbers almost any is one digit away from another: that explains nothing.
    let is_one_more = long.len() == short.len() + 1 && short.len() > 1;
    let without = |place: usize| format!("{}{}", &long[..place], &long[place + 1..]);
    (is_one_more && (0..long.len()).any(|place| without(place) == **short)).then_some(Cause::Digit)
}

/// The digits of a figure, without mark and sign.
fn digits(figure: Figure) -> String {
    let digits: String = figure.to_string().chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    if digits.is_empty() { "0".to_owned() } else { digits.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_pen_are_named() {
        for (stated, computed, cause) in [
            (3_595, 3_559, Some(Cause::Swapped)),
            (3_559, 3_555, Some(Cause::Digit)),
            (1_716, 17_160, Some(Cause::Scale)),
            (12_345, 1_234, Some(Cause::Digit)),
            (3_559, 4_555, None),
            (0, 7, None),
            (7, 614, None),
        ] {
            assert_eq!(
                of_digits(Figure::whole(stated).unwrap(), Amount::whole(computed)),
                cause,
                "{stated} {computed}"
            );
        }
    }
}
