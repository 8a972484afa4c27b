//! Evidence: what the sampled dossiers and procedures, and the audit of the figures, show of the items that ask about
//! them.
//!
//! An item that is about its sample takes its answer from here. An answer by hand overrules it only with a reason, which
//! is the item's note: without one the evidence stands. An item that takes what the unit reports ([`Takes::Reported`])
//! keeps what was typed; the sample stands beside it, on its own base. Only where the sample has seen more than the unit
//! owns to are the two in contradiction, and then a reason is asked for. Which items take evidence is told by the check
//! that the template names in them; one that cannot give the item's kind of answer gives none.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::answer::{Answer, Verdict};
use super::calendar::{OfficeHours, WorkingCalendar};
use super::check::ItemCheck;
use super::dossier::{Dossier, Judged, judge};
use super::figures::Figures;
use super::figures::audit::{AgainstItem, against_items, audit};
use super::id::ItemCode;
use super::outcome::{Outcome, against_total, outcome};
use super::procedure::PostingCheck;
use super::sampling::SampleShare;
use super::supervision::Level;
use super::template::{AnswerSpec, CountField, Item, Takes, Template};
use super::visit::Visit;

/// What a visit's samples show, item by item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence(BTreeMap<ItemCode, Arc<Shown>>);

/// What the samples show of one item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The answer that follows: a ratio, counts or a verdict.
    pub answer: Answer,
    /// The share it rests on, with the places of those that fail.
    pub share: SampleShare,
    /// What the places count: dossiers of the visit, sampled procedures, or discrepancies.
    pub of: Sampled,
    /// How many were sampled or checked in all, those included that do not tell: the base.
    pub size: usize,
}

impl Shown {
    /// Whether the sample alone has seen more that is wrong than an answer says of the whole: both cannot be right.
    pub fn exceeds(&self, answer: &Answer) -> bool {
        let failing = u64::from(self.share.of.saturating_sub(self.share.met));
        match (answer, &self.answer) {
            (Answer::Ratio { part: Some(part), whole: Some(whole) }, Answer::Ratio { .. }) => {
                self.of != Sampled::Posted && whole.saturating_sub(*part) < failing
            }
            (Answer::Counts { values }, Answer::Counts { values: seen }) => {
                values.iter().zip(seen).any(|(said, seen)| said.zip(*seen).is_some_and(|(said, seen)| said < seen))
            }
            _ => false,
        }
    }
}

/// What was sampled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sampled {
    /// Dossiers, in the order of [`Visit::dossiers`].
    Dossiers,
    /// Procedures, in the order of the posting.
    Procedures,
    /// All procedures that are posted, counted on site; none of them has a place.
    Posted,
    /// Nothing was: these are checks of the figures, and those that fail stand in the order of the discrepancies.
    Checks,
}

/// Which answer of an item counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing<'v> {
    /// None.
    Open,
    /// The answer by hand; no evidence speaks of the item.
    ByHand(&'v Answer),
    /// What the samples show.
    Shown(&'v Shown),
    /// What the samples show, though another answer was given by hand: it has no reason yet.
    Unreasoned(&'v Shown),
    /// The answer by hand, with its reason, over what the samples show.
    Overruled(&'v Answer, &'v Shown),
    /// What the unit reports, which the item takes; what the samples show stands beside it.
    Reported(&'v Answer, &'v Shown),
    /// Nothing: the item takes what the unit reports, and that is not there, or is less than the sample alone has seen
    /// and has no reason. What the samples show stands beside it.
    Awaited(&'v Shown),
}

/// [`Standing`] by its name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandingKind {
    /// [`Standing::Open`].
    Open,
    /// [`Standing::ByHand`].
    ByHand,
    /// [`Standing::Shown`].
    Shown,
    /// [`Standing::Unreasoned`].
    Unreasoned,
    /// [`Standing::Overruled`].
    Overruled,
    /// [`Standing::Reported`].
    Reported,
    /// [`Standing::Awaited`].
    Awaited,
}

impl<'v> Standing<'v> {
    /// The answer that counts.
    pub fn answer(self) -> Option<&'v Answer> {
        match self {
            Self::Open | Self::Awaited(_) => None,
            Self::ByHand(answer) | Self::Overruled(answer, _) | Self::Reported(answer, _) => Some(answer),
            Self::Shown(shown) | Self::Unreasoned(shown) => Some(&shown.answer),
        }
    }

    /// What the samples show, whether or not it counts.
    pub fn shown(self) -> Option<&'v Shown> {
        match self {
            Self::Open | Self::ByHand(_) => None,
            Self::Shown(shown)
            | Self::Unreasoned(shown)
            | Self::Overruled(_, shown)
            | Self::Reported(_, shown)
            | Self::Awaited(shown) => Some(shown),
        }
    }

    /// Its name alone.
    pub fn kind(self) -> StandingKind {
        match self {
            Self::Open => StandingKind::Open,
            Self::ByHand(_) => StandingKind::ByHand,
            Self::Shown(_) => StandingKind::Shown,
            Self::Unreasoned(_) => StandingKind::Unreasoned,
            Self::Overruled(..) => StandingKind::Overruled,
            Self::Reported(..) => StandingKind::Reported,
            Self::Awaited(_) => StandingKind::Awaited,
        }
    }

    /// Whether an item that amounts to this fails in the way its template calls critical. A sample tells a critical
    /// failure from another; an answer by hand does not, so there every failure of a critical item is one.
    pub fn fails_critically(self, item: &Item, outcome: &Outcome) -> bool {
        item.critical.is_some()
            && outcome.is_failed()
            && match self {
                // Of figures every failure is one: they differ.
                Self::Shown(shown) | Self::Unreasoned(shown)
                    if item.answer.is_judged() && shown.of != Sampled::Checks =>
                {
                    !shown.share.critical.is_empty()
                }
                _ => true,
            }
    }
}

impl Evidence {
    /// The evidence of a visit, its dossiers judged as of its day. Without a calendar only the procedures speak.
    pub fn of(visit: &Visit, template: &Template, calendar: Option<&WorkingCalendar>) -> Self {
        let judged = calendar.map(|calendar| judge_all(visit, calendar)).unwrap_or_default();
        Self::from_judged(visit, template, &judged.iter().collect::<Vec<_>>())
    }

    /// The evidence of a visit whose dossiers were judged, in their order.
    pub fn from_judged(visit: &Visit, template: &Template, judged: &[&Judged]) -> Self {
        Self::of_samples(visit, template, judged).and(&Self::of_figures(&visit.figures, template))
    }

    /// What the audit of the figures shows of the items that ask for it: those are met for which checks were made, none
    /// was left out because a cell was not read, and none stands against them.
    pub fn of_figures(figures: &Figures, template: &Template) -> Self {
        if figures.is_empty() {
            return Self::default();
        }
        // The list of units is for the spelling of names, which is no evidence.
        let found = against_items(&audit(figures, &[]), figures, |named, check| {
            template.item_for_figures(named, check).map(|item| item.code.clone())
        });
        Self(found.into_iter().filter_map(|(code, found)| Some((code, Arc::new(checked(found)?)))).collect())
    }

    /// This evidence with another's, which speaks of other items.
    pub fn and(mut self, other: &Self) -> Self {
        self.0.extend(other.0.iter().map(|(code, shown)| (code.clone(), shown.clone())));
        self
    }

    /// What dossiers and procedures show, the dossiers as they were judged, in their order.
    pub fn of_samples(visit: &Visit, template: &Template, judged: &[&Judged]) -> Self {
        let late = || {
            let rows = visit.dossiers.values().zip(judged);
            rows.filter(|(_, judged)| judged.course.is_some_and(|course| course.is_late()))
                .map(|(held, _)| &held.dossier)
                .collect::<Vec<_>>()
        };
        let mut found = BTreeMap::new();
        for item in &template.items {
            let Some(check) = item.check.filter(|check| check.fits(&item.answer)) else { continue };
            let (share, of, size) = match check {
                ItemCheck::Dossiers(check) => (check.share(judged.iter().copied()), Sampled::Dossiers, judged.len()),
                ItemCheck::Procedures(check) => {
                    let Some(held) = &visit.posting else { continue };
                    // What is counted on site is all that is posted, and no sample.
                    let is_count = check == PostingCheck::PostedShare;
                    let of = if is_count { Sampled::Posted } else { Sampled::Procedures };
                    (held.posting.share(check), of, held.posting.sampled.len())
                }
                ItemCheck::Figures(_) => continue,
            };
            if let Some(share) = share
                && let Some(answer) = answer(item, check, &share, late)
            {
                found.insert(item.code.clone(), Arc::new(Shown { answer, share, of, size }));
            }
        }
        Self(found)
    }

    /// What the samples show of an item.
    pub fn shown(&self, item: &ItemCode) -> Option<&Arc<Shown>> {
        self.0.get(item)
    }

    /// Which answer of an item counts.
    pub fn standing<'v>(&'v self, visit: &'v Visit, item: &Item) -> Standing<'v> {
        let entry = visit.entries.get(&item.code);
        let given = entry.and_then(|entry| entry.answer.as_ref());
        let reasoned = entry.is_some_and(|entry| !entry.note.trim().is_empty())
            || matches!(given, Some(Answer::NotApplicable { .. }));
        let shown = self.shown(&item.code);
        if let Some(shown) = shown.filter(|shown| shown.of != Sampled::Checks && item.takes() == Takes::Reported) {
            let is_count = matches!(shown.answer, Answer::Counts { .. });
            return match given.filter(|answer| answer.is_complete(&item.answer)) {
                Some(answer) if reasoned || !shown.exceeds(answer) => Standing::Reported(answer, shown),
                _ if is_count => Standing::Awaited(shown),
                Some(_) => Standing::Unreasoned(shown),
                None => Standing::Shown(shown),
            };
        }
        match (given, shown) {
            (None, None) => Standing::Open,
            (Some(answer), None) => Standing::ByHand(answer),
            (None, Some(shown)) => Standing::Shown(shown),
            (Some(answer), Some(shown)) if reasoned && answer.is_complete(&item.answer) => {
                Standing::Overruled(answer, shown)
            }
            (Some(_), Some(shown)) => Standing::Unreasoned(shown),
        }
    }

    /// Which answer of an item counts, and what it amounts to at a unit of this level, held against the item that
    /// counts the whole where the template names one.
    pub fn outcome<'v>(
        &'v self,
        template: &Template,
        visit: &'v Visit,
        item: &Item,
        level: Level,
    ) -> (Standing<'v>, Outcome) {
        let standing = self.standing(visit, item);
        let answer = standing.answer();
        let whole = |code: &ItemCode| {
            let other = template.item(code)?;
            let (AnswerSpec::Counts { fields, .. }, AnswerSpec::Counts { sums_to: Some(total), .. }) =
                (&other.answer, &item.answer)
            else {
                return None;
            };
            let place = fields.iter().position(|field| field.key == total.field)?;
            match self.standing(visit, other).answer()? {
                Answer::Counts { values } => values.get(place).copied().flatten(),
                _ => None,
            }
        };
        let amounts = match against_total(item, answer, whole) {
            Some(contradiction) => Outcome::Contradictory(contradiction),
            None => outcome(item, answer, level, visit.date),
        };
        (standing, amounts)
    }
}

/// What checks show of the item that asks for them.
fn checked(found: AgainstItem) -> Option<Shown> {
    let AgainstItem { checks, standing, left_out } = found;
    // What could not be checked may be wrong: the item is open and not met.
    if standing.is_empty() && (checks == 0 || left_out > 0) {
        return None;
    }
    let value = if standing.is_empty() { Verdict::Met } else { Verdict::NotMet };
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let of = count(checks.max(standing.len()));
    let share = SampleShare { met: of - count(standing.len()), of, failing: standing, critical: Vec::new() };
    let size = checks.max(share.failing.len());
    Some(Shown { answer: Answer::Verdict { value }, share, of: Sampled::Checks, size })
}

/// Judges every dossier of a visit as of its day, in their order.
pub fn judge_all(visit: &Visit, calendar: &WorkingCalendar) -> Vec<Judged> {
    visit.dossiers.values().map(|held| judge_in(visit, &held.dossier, calendar)).collect()
}

/// Judges a dossier as of the day of its visit.
pub fn judge_in(visit: &Visit, dossier: &Dossier, calendar: &WorkingCalendar) -> Judged {
    judge(dossier, calendar, &OfficeHours::default(), visit.date)
}

/// The answer that the share of a check gives to an item that the check fits.
fn answer<'d>(
    item: &Item,
    check: ItemCheck,
    share: &SampleShare,
    late: impl FnOnce() -> Vec<&'d Dossier>,
) -> Option<Answer> {
    match &item.answer {
        AnswerSpec::Sample { .. } | AnswerSpec::Ratio { .. } => {
            Some(Answer::Ratio { part: Some(share.met.into()), whole: Some(share.of.into()) })
        }
        AnswerSpec::Verdict => {
            let value = if share.met == share.of { Verdict::Met } else { Verdict::NotMet };
            Some(Answer::Verdict { value })
        }
        AnswerSpec::Counts { fields, .. } => counts(check, fields, share, late),
        AnswerSpec::Date { .. } | AnswerSpec::Means { .. } | AnswerSpec::Audit => None,
    }
}

/// The counts of an item: of the late dossiers by what the check tells them apart by, else of those that fail.
fn counts<'d>(
    check: ItemCheck,
    fields: &[CountField],
    share: &SampleShare,
    late: impl FnOnce() -> Vec<&'d Dossier>,
) -> Option<Answer> {
    let values = match check {
        ItemCheck::Dossiers(check) if !check.count_keys().is_empty() => {
            let late = late();
            let of = |field: &CountField| {
                let counted = late.iter().map(|dossier| check.tally(&field.key, dossier));
                counted.sum::<Option<u64>>().map(Some)
            };
            fields.iter().map(of).collect::<Option<Vec<_>>>()?
        }
        _ => vec![Some(u64::from(share.of.saturating_sub(share.met)))],
    };
    Some(Answer::Counts { values })
}

#[cfg(test)]
mod tests;
