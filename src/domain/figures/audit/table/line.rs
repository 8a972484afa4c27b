//! One line of a table, a row over its columns or a column over fixed rows, held against the rules.

use crate::domain::figures::audit::share::{Judged, judge};
use crate::domain::figures::audit::{Audit, Cause, Discrepancy, Place, RuleKind, Sure, Term, Value, cause, id_of};
use crate::domain::figures::figure::{Amount, Figure};
use crate::domain::figures::form::{Parts, Rule};
use crate::domain::id::{ItemCode, LineKey};

/// A line: what stands at each of its places, and where that is.
pub struct Line<'l> {
    /// The figure at a place.
    pub get: &'l dyn Fn(usize) -> Option<Figure>,
    /// The place in words of the audit.
    pub place: &'l dyn Fn(usize) -> Place,
    /// How many places there are.
    pub len: usize,
    /// Which of them the table uses at all.
    pub used: &'l [bool],
    /// Whether something stands at a place that was not read.
    pub unread: &'l dyn Fn(usize) -> bool,
}

/// A rule with its lines found by place.
pub enum Resolved {
    /// [`Rule::Sum`].
    Sum { total: usize, parts: Vec<usize>, are: Parts, item: Option<ItemCode> },
    /// [`Rule::AtMost`].
    AtMost { parts: Vec<usize>, whole: usize, item: Option<ItemCode> },
    /// [`Rule::Share`].
    Share { share: usize, part: Vec<usize>, whole: Vec<usize> },
    /// [`Rule::Balance`].
    Balance { opening: Option<usize>, received: usize, resolved: usize, pending: usize },
}

/// Finds the lines of rules by place. Rules that one line alone cannot answer, and those with a line that is not
/// there, are left out.
pub fn resolve(rules: &[Rule], find: impl Fn(&LineKey) -> Option<usize>) -> Vec<Resolved> {
    let all = |keys: &[LineKey]| keys.iter().map(&find).collect::<Option<Vec<usize>>>();
    let resolve = |rule: &Rule| {
        Some(match rule {
            Rule::Sum { total, parts, are, item } => {
                Resolved::Sum { total: find(total)?, parts: all(parts)?, are: *are, item: item.clone() }
            }
            Rule::AtMost { parts, whole, item } => {
                Resolved::AtMost { parts: all(parts)?, whole: find(whole)?, item: item.clone() }
            }
            Rule::Share { share, part, whole } => {
                Resolved::Share { share: find(share)?, part: all(part)?, whole: all(whole)? }
            }
            Rule::Balance { opening, received, resolved, pending } => Resolved::Balance {
                opening: match opening {
                    Some(opening) => Some(find(opening)?),
                    None => None,
                },
                received: find(received)?,
                resolved: find(resolved)?,
                pending: find(pending)?,
            },
            Rule::ShareOfRow { .. } | Rule::CarryOver { .. } => return None,
        })
    };
    rules.iter().filter_map(resolve).collect()
}

impl Resolved {
    /// The places that it takes.
    fn places(&self) -> Vec<usize> {
        match self {
            Self::Sum { total, parts, .. } => [&[*total], parts.as_slice()].concat(),
            Self::AtMost { parts, whole, .. } => [&[*whole], parts.as_slice()].concat(),
            Self::Share { share, part, whole } => [&[*share], part.as_slice(), whole.as_slice()].concat(),
            Self::Balance { opening, received, resolved, pending } => {
                [*received, *resolved, *pending].into_iter().chain(*opening).collect()
            }
        }
    }
}

/// Holds a line against one rule; `rules` are all of them, since percentages of one whole explain each other. A rule that
/// takes something that was not read says nothing: no check is made.
pub fn audit(line: &Line<'_>, rule: &Resolved, rules: &[Resolved], found: &mut Audit) {
    if rule.places().into_iter().any(|place| (line.unread)(place)) {
        return match rule {
            Resolved::Sum { item, .. } => found.leave_out(RuleKind::Identity, item.as_ref()),
            Resolved::AtMost { item, .. } => found.leave_out(RuleKind::AtMost, item.as_ref()),
            Resolved::Share { .. } => found.leave_out(RuleKind::Share, None),
            Resolved::Balance { .. } => found.leave_out(RuleKind::Balance, None),
        };
    }
    match rule {
        Resolved::Sum { total, parts, are, item } => line.sum(*total, parts, *are, item.as_ref(), found),
        Resolved::AtMost { parts, whole, item } => line.at_most(parts, *whole, item.as_ref(), false, found),
        Resolved::Share { share: stated, part, whole } => {
            if let Some(figure) = (line.get)(*stated) {
                line.share(*stated, figure, part, whole, rules, found);
            }
        }
        Resolved::Balance { opening, received, resolved, pending } => {
            line.balance(*opening, *received, *resolved, *pending, found);
        }
    }
}

impl Line<'_> {
    fn term(&self, place: usize) -> Term {
        Term { place: (self.place)(place), figure: (self.get)(place) }
    }

    fn terms(&self, places: &[usize]) -> Vec<Term> {
        places.iter().map(|place| self.term(*place)).collect()
    }

    /// The sum of the figures at these places; none if all are blank.
    fn amount(&self, places: &[usize]) -> Option<Amount> {
        let there = places.iter().filter_map(|place| (self.get)(*place)).map(Figure::amount);
        there.reduce(|sum, amount| sum + amount)
    }

    fn sum(&self, total: usize, parts: &[usize], are: Parts, item: Option<&ItemCode>, found: &mut Audit) {
        let Some(stated) = (self.get)(total) else { return };
        let computed = self.amount(parts);
        // What the whole table leaves out is not held against one row.
        if computed.is_none() && !parts.iter().any(|part| self.used.get(*part).is_some_and(|used| *used)) {
            return;
        }
        let is_blank = computed.is_none();
        let sum = computed.unwrap_or_default();
        if are == Parts::Overlapping {
            for part in parts {
                self.at_most(&[*part], total, item, true, found);
            }
        }
        let agrees = match are {
            Parts::Partition => stated.amount() == sum,
            Parts::Overlapping => sum >= stated.amount(),
        };
        if agrees {
            // Parts that may overlap and make more than the whole prove nothing, and neither do blanks.
            return match is_blank || sum != stated.amount() {
                true => found.pass_without_proof(),
                false => found.check(RuleKind::Identity, item, None),
            };
        }
        let terms = self.terms(parts);
        let beside: Vec<usize> = (0..self.len).filter(|place| *place != total && !parts.contains(place)).collect();
        let place = (self.place)(total);
        found.check(
            RuleKind::Identity,
            item,
            Some(Discrepancy {
                id: id_of(RuleKind::Identity, &place, &parts.iter().map(|part| format!("{part},")).collect::<String>()),
                rule: RuleKind::Identity,
                named: item.cloned(),
                causes: cause::of_sum(stated, sum, &terms, &self.terms(&beside)),
                stated: Value::Figure { figure: stated, unit: String::new() },
                computed: value(sum),
                sure: if is_blank { Sure::Likely } else { Sure::Certain },
                place,
                terms,
            }),
        );
    }

    /// `by_the_way` says that it is a condition of another check, which alone says whether something agrees.
    fn at_most(&self, parts: &[usize], whole: usize, item: Option<&ItemCode>, by_the_way: bool, found: &mut Audit) {
        let (Some(most), Some(sum)) = ((self.get)(whole), self.amount(parts)) else { return };
        if sum <= most.amount() {
            return match by_the_way {
                true => found.pass_without_proof(),
                false => found.check(RuleKind::AtMost, item, None),
            };
        }
        let Some(first) = parts.first() else { return };
        let place = (self.place)(*first);
        found.check(
            RuleKind::AtMost,
            item,
            Some(Discrepancy {
                id: id_of(RuleKind::AtMost, &place, &whole.to_string()),
                rule: RuleKind::AtMost,
                named: item.cloned(),
                stated: value(sum),
                computed: Value::Figure { figure: most, unit: String::new() },
                terms: parts.iter().chain([&whole]).map(|place| self.term(*place)).collect(),
                sure: Sure::Certain,
                causes: sum.figure().and_then(|sum| cause::of_digits(sum, most.amount())).into_iter().collect(),
                place,
            }),
        );
    }

    fn share(&self, at: usize, stated: Figure, part: &[usize], whole: &[usize], rules: &[Resolved], found: &mut Audit) {
        let siblings: Vec<(usize, &[usize])> = rules
            .iter()
            .filter_map(|rule| match rule {
                Resolved::Share { share, part, whole: same } if same == whole => Some((*share, part.as_slice())),
                _ => None,
            })
            .collect();
        let place = (self.place)(at);
        let Some(amount) = self.amount(whole) else {
            // Without counts, all that can be said is whether the percentages of a whole make 100.
            if siblings.first().is_some_and(|(first, _)| *first == at) && exhaust(&siblings, whole, rules) {
                self.shares_total(at, &siblings, found);
            }
            return;
        };
        let counted = self.amount(part);
        let part_amount = counted.unwrap_or_default();
        let others: Vec<Figure> =
            siblings.iter().filter(|(share, _)| *share != at).filter_map(|(share, _)| (self.get)(*share)).collect();
        let terms = part.iter().chain(whole).map(|place| self.term(*place)).collect();
        match share(stated, part_amount, amount, &others, place, terms) {
            None if counted.is_none() => found.pass_without_proof(),
            judged => found.check(RuleKind::Share, None, judged),
        }
    }

    /// Percentages of one whole against 100: apart by no more than rounding can make.
    fn shares_total(&self, at: usize, siblings: &[(usize, &[usize])], found: &mut Audit) {
        let stated: Option<Vec<Figure>> = siblings.iter().map(|(share, _)| (self.get)(*share)).collect();
        let Some(stated) = stated.filter(|stated| stated.len() > 1) else { return };
        let sum: Amount = stated.iter().map(|figure| figure.amount()).sum();
        let slack: i128 = stated.iter().map(|figure| 500_000 / 10_i128.pow(u32::from(figure.decimals()))).sum();
        let gap = (sum - Amount::whole(100)).millionths().abs();
        if gap <= slack {
            return found.check(RuleKind::SharesTotal, None, None);
        }
        let place = (self.place)(at);
        found.check(
            RuleKind::SharesTotal,
            None,
            Some(Discrepancy {
                id: id_of(RuleKind::SharesTotal, &place, ""),
                rule: RuleKind::SharesTotal,
                named: None,
                stated: sum.figure().map_or(Value::Undefined, Value::Percent),
                computed: Figure::whole(100).map_or(Value::Undefined, Value::Percent),
                terms: siblings.iter().map(|(share, _)| self.term(*share)).collect(),
                sure: Sure::Certain,
                causes: Vec::new(),
                place,
            }),
        );
    }

    fn balance(&self, opening: Option<usize>, received: usize, resolved: usize, pending: usize, found: &mut Audit) {
        let (Some(stated), Some(computed)) = ((self.get)(received), self.amount(&[resolved, pending])) else { return };
        let declared = opening.and_then(self.get);
        let came = stated.amount() + declared.map(Figure::amount).unwrap_or_default();
        if came == computed {
            return found.check(RuleKind::Balance, None, None);
        }
        // What the report leaves out can make up for too little received, never for too much.
        let is_open = declared.is_none() && came < computed;
        let place = (self.place)(received);
        let places: Vec<usize> = [received].into_iter().chain(opening).chain([resolved, pending]).collect();
        found.check(
            RuleKind::Balance,
            None,
            Some(Discrepancy {
                id: id_of(RuleKind::Balance, &place, ""),
                rule: RuleKind::Balance,
                named: None,
                stated: value(came),
                computed: value(computed),
                terms: self.terms(&places),
                sure: if is_open { Sure::Likely } else { Sure::Certain },
                causes: if is_open { vec![Cause::NoOpening] } else { Vec::new() },
                place,
            }),
        );
    }
}

/// Whether percentages are of all parts of a whole: another rule makes the whole the sum of just their parts.
fn exhaust(siblings: &[(usize, &[usize])], whole: &[usize], rules: &[Resolved]) -> bool {
    let mut parts: Vec<usize> = siblings.iter().flat_map(|(_, part)| part.iter().copied()).collect();
    parts.sort_unstable();
    rules.iter().any(|rule| match rule {
        Resolved::Sum { total, parts: all, are: Parts::Partition, .. } if [*total] == *whole => {
            let mut all = all.clone();
            all.sort_unstable();
            all == parts
        }
        _ => false,
    })
}

/// Judges a percentage and says what is wrong with it.
pub fn share(
    stated: Figure,
    part: Amount,
    whole: Amount,
    others: &[Figure],
    place: Place,
    terms: Vec<Term>,
) -> Option<Discrepancy> {
    let (rule, computed, sure, causes) = match judge(stated, part, whole, others) {
        Judged::Agrees => return None,
        Judged::OfNothing => (RuleKind::ShareOfNothing, Value::Undefined, Sure::Certain, Vec::new()),
        Judged::Cut { rounded } => (RuleKind::Share, Value::Percent(rounded), Sure::Certain, vec![Cause::Cut]),
        Judged::Complement { rounded } => {
            (RuleKind::Share, Value::Percent(rounded), Sure::Certain, vec![Cause::Complement])
        }
        Judged::Wrong { rounded } => {
            let causes = cause::of_digits(stated, rounded.amount()).into_iter().collect();
            (RuleKind::Share, Value::Percent(rounded), Sure::Certain, causes)
        }
    };
    Some(Discrepancy {
        id: id_of(rule, &place, ""),
        rule,
        named: None,
        place,
        stated: Value::Percent(stated),
        computed,
        terms,
        sure,
        causes,
    })
}

/// A computed amount as a value.
pub fn value(amount: Amount) -> Value {
    amount.figure().map_or(Value::Undefined, |figure| Value::Figure { figure, unit: String::new() })
}
