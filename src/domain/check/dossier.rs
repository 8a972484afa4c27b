//! The checks that are made on each dossier of a sample.

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
    /// Of the letters, those issued at least one calendar day before the deadline. [`apology_by_working_day`](crate::domain::dossier::apology_by_working_day) reads the
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
}
