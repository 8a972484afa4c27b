//! What a sample of dossiers is looked through for. An item of a template names one of these checks
//! ([`ItemCheck`](crate::domain::check::ItemCheck)) and is answered by its share.
//!
//! Counts are shares here too: the count of late dossiers is those that fail. A dossier of which a check cannot be
//! told, or to which it does not apply, is in neither number of its share.

use crate::domain::check::DossierCheck;
use crate::domain::sampling::{Check, SampleShare};

use super::check_results::Checks;
use super::facts::Facts;
use super::judgement::{Course, Judged};

impl DossierCheck {
    /// Its share over a sample that was judged, with places in the order of the sample. None where no dossier tells:
    /// nothing was looked at, or the check applies to none.
    pub fn share<'j>(self, judged: impl IntoIterator<Item = &'j Judged>) -> Option<SampleShare> {
        SampleShare::count(judged.into_iter().map(|one| one.checks.of(self)))
    }
}

/// [`DossierCheck::ApologyBeforeDeadline`] by the stricter reading of "one day before": issued at the latest on the last
/// working day before the deadline.
pub fn apology_by_working_day<'j>(judged: impl IntoIterator<Item = &'j Judged>) -> Option<SampleShare> {
    SampleShare::count(
        judged.into_iter().map(|one| one.readings.map(|readings| Check::plain(readings.working_day_before))),
    )
}

/// Makes the checks on a dossier and what was found about it.
pub(super) fn checks_of(facts: &Facts<'_>) -> Checks {
    Checks::new(DossierCheck::ALL.map(|check| make(check, facts)))
}

fn make(check: DossierCheck, facts: &Facts<'_>) -> Option<Check> {
    let dossier = facts.dossier;
    let letter = dossier.letter();
    let is_letter_known = letter.is_some() || dossier.apology.is_absent();
    let resolved_late = matches!(facts.course, Some(Course::ResolvedLate { .. }));
    let pending_late = matches!(facts.course, Some(Course::PendingLate { .. }));
    let late = resolved_late || pending_late;
    let on_time = match facts.course {
        Some(Course::ResolvedInTime) => Some(Check::Met),
        Some(Course::ResolvedLate { .. } | Course::PendingLate { .. }) => Some(Check::Failed),
        Some(Course::PendingInTime | Course::Withdrawn) | None => None,
    };
    match check {
        DossierCheck::SlipIssued => dossier.has_slip().map(Check::critical),
        DossierCheck::SlipDated => {
            let is_date_known = !dossier.appointed.is_not_looked_at();
            (dossier.has_slip() == Some(true) && is_date_known)
                .then(|| Check::critical(dossier.appointed.is().is_some()))
        }
        DossierCheck::AppointedAsComputed => facts.slip.map(|slip| match slip {
            std::cmp::Ordering::Less => Check::Failed,
            std::cmp::Ordering::Equal => Check::Met,
            std::cmp::Ordering::Greater => Check::FailedCritically,
        }),
        DossierCheck::ReturnedInTime => on_time,
        DossierCheck::AdditionsAskedOnce => {
            dossier.additions_asked.filter(|times| *times > 0).map(|times| Check::critical(times == 1))
        }
        DossierCheck::LateResolved => {
            matches!(facts.course, Some(Course::ResolvedInTime | Course::ResolvedLate { .. }))
                .then(|| Check::plain(!resolved_late))
        }
        DossierCheck::LatePending => matches!(facts.course, Some(Course::PendingInTime | Course::PendingLate { .. }))
            .then(|| Check::plain(!pending_late)),
        DossierCheck::ApologyForLateResolved => {
            (resolved_late && is_letter_known).then(|| Check::critical(letter.is_some()))
        }
        DossierCheck::ApologyForLatePending => {
            (pending_late && is_letter_known).then(|| Check::critical(letter.is_some()))
        }
        DossierCheck::ApologyPosted => letter.and(dossier.posted).map(Check::plain),
        DossierCheck::ApologyUploaded => letter.and(dossier.uploaded).map(Check::plain),
        DossierCheck::ApologyComplete => {
            letter.and_then(|letter| match (letter.gives_reason(), letter.new_date.seen()) {
                (_, Some(false)) => Some(Check::FailedCritically),
                (Some(false), _) => Some(Check::Failed),
                (Some(true), Some(true)) => Some(Check::Met),
                (None, _) | (_, None) => None,
            })
        }
        DossierCheck::ApologyBeforeDeadline => {
            facts.readings.map(|readings| Check::plain(readings.calendar_day_before))
        }
        DossierCheck::ReappointedOnce => facts.reappointed.map(|times| Check::critical(times == 1)),
        DossierCheck::LateByCause => late.then(|| Check::plain(dossier.cause.is_some())),
        DossierCheck::LateByBody => late.then(|| Check::plain(!dossier.body_at_fault.trim().is_empty())),
        DossierCheck::LateByField => late.then(|| Check::plain(!dossier.field.trim().is_empty())),
        DossierCheck::LinkedInTime => on_time.filter(|_| dossier.linked == Some(true)),
    }
}
