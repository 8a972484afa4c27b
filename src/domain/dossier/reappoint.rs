//! A new date for a late dossier (hẹn lại ngày trả), and whether the dossier may have one: "không quá một lần" (Nghị
//! định 61/2018/NĐ-CP; of the regime since 01/7/2025 not verified).

use chrono::NaiveDate;

use crate::domain::calendar::{DueDate, DueError, Length, OfficeHours, Receipt, Term, WorkingCalendar, due_date};
use crate::domain::regime::Regime;

use super::Dossier;

/// A new date as the calendar gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewDate {
    /// The date, and whether it is provisional.
    pub due: DueDate,
    /// Set where the dossier has had as many new dates as its regime allows.
    pub beyond: Option<Beyond>,
}

/// A dossier has had as many new dates as it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beyond {
    /// How many times it was re-appointed already.
    pub times: u32,
    /// How many times it may be.
    pub most: u32,
}

impl Dossier {
    /// How many times it was re-appointed: as noted, else once where its letter gives a new date.
    pub fn reappointed(&self) -> u32 {
        let by_letter = self.letter().is_some_and(|letter| letter.new_date.is().is_some());
        self.times_reappointed.unwrap_or(u32::from(by_letter))
    }

    /// Set where another new date would be one too many. None where the day of receipt is not known, and under a
    /// regime of which no such rule is known.
    pub fn beyond_reappointing(&self) -> Option<Beyond> {
        let rule = Regime::on_receipt(self.received?.date).apology_rule()?;
        let (times, most) = (self.reappointed(), rule.most_reappointments);
        (times >= most).then_some(Beyond { times, most })
    }
}

/// The new date so many working days after a day, that day not counted: the day of the letter, or the deadline. Clock
/// stops of the dossier have no part in it.
pub fn propose_new_date(
    dossier: &Dossier,
    from: NaiveDate,
    working_days: Length,
    calendar: &WorkingCalendar,
) -> Result<NewDate, DueError> {
    let receipt = Receipt { date: from, time: None };
    let due = due_date(&receipt, &Term::WorkingDays(working_days), &[], calendar, &OfficeHours::default())?;
    Ok(NewDate { due, beyond: dossier.beyond_reappointing() })
}

#[cfg(test)]
mod tests {
    use crate::domain::calendar::fixture::working;
    use crate::domain::dossier::fixture::{late, letter, open};
    use crate::domain::dossier::{Letter, Seen};
    use crate::domain::fixture::day;

    use super::*;

    fn received(dossier: Dossier, on: NaiveDate) -> Dossier {
        Dossier { received: Some(Receipt { date: on, time: None }), ..dossier }
    }

    #[test]
    fn a_new_date_counts_working_days_over_holidays() {
        let calendar = working();
        let proposed = propose_new_date(&open(), day(2023, 4, 28), Length::new(3).unwrap(), &calendar).unwrap();
        // 29/4 to 03/5/2023 are off: 04, 05 and 08/5.
        assert_eq!((proposed.due.date, proposed.due.provisional), (day(2023, 5, 8), false));
        assert_eq!(proposed.beyond, None);
        let outside = propose_new_date(&open(), day(2060, 12, 31), Length::new(1).unwrap(), &calendar);
        assert_eq!(outside, Err(DueError::OutsideCalendar));
    }

    #[test]
    fn a_year_that_is_not_announced_makes_the_new_date_provisional() {
        let proposed = propose_new_date(&open(), day(2040, 3, 5), Length::new(1).unwrap(), &working()).unwrap();
        assert!(proposed.due.provisional);
    }

    #[test]
    fn one_new_date_is_allowed_and_no_second() {
        let once = Some(Beyond { times: 1, most: 1 });
        assert_eq!(late().beyond_reappointing(), None);
        let with_letter = Dossier { apology: Seen::Is(letter()), ..late() };
        assert_eq!(with_letter.beyond_reappointing(), once, "its letter gives a new date");
        let noted = Dossier { times_reappointed: Some(2), ..late() };
        assert_eq!(noted.beyond_reappointing(), Some(Beyond { times: 2, most: 1 }));
        let dateless = Letter { new_date: Seen::Absent, ..letter() };
        assert_eq!(Dossier { apology: Seen::Is(dateless), ..late() }.beyond_reappointing(), None);
    }

    #[test]
    fn the_rule_of_once_begins_with_dossiers_received_on_21_june_2018() {
        let noted = Dossier { times_reappointed: Some(1), ..late() };
        assert_eq!(received(noted.clone(), day(2018, 6, 20)).beyond_reappointing(), None);
        assert!(received(noted.clone(), day(2018, 6, 21)).beyond_reappointing().is_some());
        assert!(received(noted.clone(), day(2025, 7, 1)).beyond_reappointing().is_some());
        assert_eq!(Dossier { received: None, ..noted }.beyond_reappointing(), None);
    }
}
