//! What a sample of dossiers is looked through for. An item of a template names one of these checks
//! ([`ItemCheck`](crate::domain::check::ItemCheck)) and is answered by its share.
//!
//! Counts are shares here too: the count of late dossiers is those that fail. A dossier of which a check cannot be
//! told, or to which it does not apply, is in neither number of its share.

use crate::domain::sampling::{Check, SampleShare};

use super::judge::Facts;
use super::judgement::{Course, Judged};

/// A check that is made on each dossier of a sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DossierCheck {
    /// There is a slip (giấy tiếp nhận hồ sơ và hẹn trả kết quả).
    SlipIssued,
    /// The slip has a date.
    SlipDated,
    /// The date is the computed one; critical only where it is later.
    AppointedAsComputed,
    /// Returned by the deadline, where it was returned or is overdue.
    ReturnedInTime,
    /// Additions were asked once, where any were asked.
    AdditionsAskedOnce,
    /// Of those resolved, those not late.
    LateResolved,
    /// Of those pending, those not late.
    LatePending,
    /// Of those resolved late, those with a letter of apology.
    ApologyForLateResolved,
    /// Of those pending and late, those with a letter.
    ApologyForLatePending,
    /// Of the letters, those posted.
    ApologyPosted,
    /// Of the letters, those uploaded.
    ApologyUploaded,
    /// Of the letters, those with reason and new date; critical only without the date.
    ApologyComplete,
    /// Of the letters, those issued at least one calendar day before the deadline. [`apology_by_working_day`] reads the
    /// rule the other way.
    ApologyBeforeDeadline,
    /// Of those re-appointed, those re-appointed once.
    ReappointedOnce,
    /// Of those late, those with a cause. By fields: how many are late by each cause. Sums by field add up to the total
    /// exactly when every late dossier has a cause; the same holds of the two that follow.
    LateByCause,
    /// Of those late, those with a body at fault. By fields: how many are late by each body.
    LateByBody,
    /// Of those late, those with a field (lĩnh vực). By fields: how many are late in each.
    LateByField,
    /// Of the dossiers linked between land and tax, those on time as a whole. The dossier table holds no dates of single
    /// steps, so a step that was late and made good again is not seen: for that the control slip (phiếu kiểm soát quá
    /// trình) has to be read and the item overruled by hand.
    LinkedInTime,
}

impl DossierCheck {
    /// Every check, in the order of the kinds.
    pub const ALL: [Self; 18] = [
        Self::SlipIssued,
        Self::SlipDated,
        Self::AppointedAsComputed,
        Self::ReturnedInTime,
        Self::AdditionsAskedOnce,
        Self::LateResolved,
        Self::LatePending,
        Self::ApologyForLateResolved,
        Self::ApologyForLatePending,
        Self::ApologyPosted,
        Self::ApologyUploaded,
        Self::ApologyComplete,
        Self::ApologyBeforeDeadline,
        Self::ReappointedOnce,
        Self::LateByCause,
        Self::LateByBody,
        Self::LateByField,
        Self::LinkedInTime,
    ];

    /// Its name in templates.
    pub fn name(self) -> &'static str {
        match self {
            Self::SlipIssued => "slip_issued",
            Self::SlipDated => "slip_dated",
            Self::AppointedAsComputed => "appointed_as_computed",
            Self::ReturnedInTime => "returned_in_time",
            Self::AdditionsAskedOnce => "additions_asked_once",
            Self::LateResolved => "late_resolved",
            Self::LatePending => "late_pending",
            Self::ApologyForLateResolved => "apology_for_late_resolved",
            Self::ApologyForLatePending => "apology_for_late_pending",
            Self::ApologyPosted => "apology_posted",
            Self::ApologyUploaded => "apology_uploaded",
            Self::ApologyComplete => "apology_complete",
            Self::ApologyBeforeDeadline => "apology_before_deadline",
            Self::ReappointedOnce => "reappointed_once",
            Self::LateByCause => "late_by_cause",
            Self::LateByBody => "late_by_body",
            Self::LateByField => "late_by_field",
            Self::LinkedInTime => "linked_in_time",
        }
    }

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

/// What one dossier shows of every check, each in its place among [`DossierCheck::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Checks([Option<Check>; DossierCheck::ALL.len()]);

impl Checks {
    /// Makes the checks on a dossier and what was found about it.
    pub(super) fn made(facts: &Facts<'_>) -> Self {
        Self(DossierCheck::ALL.map(|check| make(check, facts)))
    }

    /// Whether any check tells.
    pub(super) fn any(&self) -> bool {
        self.0.iter().any(Option::is_some)
    }

    fn of(&self, check: DossierCheck) -> Option<Check> {
        self.0.get(check as usize).copied().flatten()
    }
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
