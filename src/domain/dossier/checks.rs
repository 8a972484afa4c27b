//! The items of the checklist that a sample of dossiers answers, with what each dossier shows of each.
//!
//! Counts (C01, C02, C10–C12) are shares here too: the count of C01 is its failing dossiers, and so on. A dossier of
//! which an item cannot be told, or to which it does not apply, is in neither number of its share.

use crate::domain::sampling::{Check, ItemShare, SampleShare};

use super::judge::Facts;
use super::judgement::{Course, Judged};

/// The items that dossiers answer, in the catalogue's order.
pub const DOSSIER_ITEMS: [&str; 18] = [
    "B01", "B02", "B03", "B04", "B05", "C01", "C02", "C03", "C04", "C05", "C06", "C07", "C08", "C09", "C10", "C11",
    "C12", "K01",
];

/// The shares of all [`DOSSIER_ITEMS`], in their order, over a sample that was judged in its order.
///
/// * B01 there is a slip; B02 it has a date; B03 the date is the computed one (critical only where it is later); B04
///   returned by the deadline, where it was returned or is overdue; B05 additions asked once, where any were asked.
/// * C01 of those resolved, those not late; C02 of those pending, those not late; C03, C04 of those late, those with
///   a letter, resolved and pending apart; C05, C06 of the letters, those posted, those uploaded; C07 of the letters,
///   those with reason and new date (critical only without the date); C08 of the letters, those issued at least one
///   calendar day before the deadline ([`apology_by_working_day`] reads the rule the other way); C09 of those
///   re-appointed, those re-appointed once.
/// * C10, C11, C12 of those late, those with a cause, with a body at fault, with a field: sums by field add up to the
///   total exactly when every late dossier names its field.
/// * K01 of the dossiers linked between land and tax, those on time as a whole. The dossier table holds no dates of
///   single steps, so a step that was late and made good again is not seen: for that the control slip (phiếu kiểm
///   soát quá trình) has to be read and the item overruled by hand.
///
/// None where no dossier of the sample tells: nothing was looked at, or the item applies to none.
pub fn item_shares<'j>(judged: impl IntoIterator<Item = &'j Judged>) -> Vec<ItemShare> {
    let judged: Vec<&Judged> = judged.into_iter().collect();
    let share = |place: usize| SampleShare::count(judged.iter().map(|one| one.checks.0.get(place).copied().flatten()));
    DOSSIER_ITEMS.into_iter().enumerate().map(|(place, code)| ItemShare { code, share: share(place) }).collect()
}

/// C08 by the stricter reading of "one day before": issued at the latest on the last working day before the deadline.
pub fn apology_by_working_day<'j>(judged: impl IntoIterator<Item = &'j Judged>) -> Option<SampleShare> {
    SampleShare::count(
        judged.into_iter().map(|one| one.readings.map(|readings| Check::plain(readings.working_day_before))),
    )
}

/// What one dossier shows of every item of [`DOSSIER_ITEMS`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Checks([Option<Check>; 18]);

impl Checks {
    /// Whether it tells of any item.
    pub(super) fn any(&self) -> bool {
        self.0.iter().any(Option::is_some)
    }

    /// Reads the checks from a dossier and what was found about it.
    pub(super) fn of(facts: &Facts<'_>) -> Self {
        let dossier = facts.dossier;
        let letter = dossier.letter();
        let seen = letter.is_some() || dossier.apology.is_absent();
        let resolved_late = matches!(facts.course, Some(Course::ResolvedLate { .. }));
        let pending_late = matches!(facts.course, Some(Course::PendingLate { .. }));
        let late = resolved_late || pending_late;
        let slip_date_known = !dossier.appointed.is_not_looked_at();
        let on_time = match facts.course {
            Some(Course::ResolvedInTime) => Some(Check::Met),
            Some(Course::ResolvedLate { .. } | Course::PendingLate { .. }) => Some(Check::Failed),
            Some(Course::PendingInTime | Course::Withdrawn) | None => None,
        };
        Self([
            dossier.has_slip().map(Check::critical),
            (dossier.has_slip() == Some(true) && slip_date_known)
                .then(|| Check::critical(dossier.appointed.is().is_some())),
            facts.slip.map(|slip| match slip {
                std::cmp::Ordering::Less => Check::Failed,
                std::cmp::Ordering::Equal => Check::Met,
                std::cmp::Ordering::Greater => Check::FailedCritically,
            }),
            on_time,
            dossier.additions_asked.filter(|times| *times > 0).map(|times| Check::critical(times == 1)),
            matches!(facts.course, Some(Course::ResolvedInTime | Course::ResolvedLate { .. }))
                .then(|| Check::plain(!resolved_late)),
            matches!(facts.course, Some(Course::PendingInTime | Course::PendingLate { .. }))
                .then(|| Check::plain(!pending_late)),
            (resolved_late && seen).then(|| Check::critical(letter.is_some())),
            (pending_late && seen).then(|| Check::critical(letter.is_some())),
            letter.and(dossier.posted).map(Check::plain),
            letter.and(dossier.uploaded).map(Check::plain),
            letter.and_then(|letter| match (letter.gives_reason(), letter.new_date.seen()) {
                (_, Some(false)) => Some(Check::FailedCritically),
                (Some(false), _) => Some(Check::Failed),
                (Some(true), Some(true)) => Some(Check::Met),
                (None, _) | (_, None) => None,
            }),
            facts.readings.map(|readings| Check::plain(readings.calendar_day_before)),
            facts.reappointed.map(|times| Check::critical(times == 1)),
            late.then(|| Check::plain(dossier.cause.is_some())),
            late.then(|| Check::plain(!dossier.body_at_fault.trim().is_empty())),
            late.then(|| Check::plain(!dossier.field.trim().is_empty())),
            if dossier.linked == Some(true) { on_time } else { None },
        ])
    }
}
