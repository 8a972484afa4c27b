//! Terms: what stands in the cell, read by the one reader of terms, with what cells beside it say.

use crate::domain::calendar::{Length, Term, TermFault, TermRemark, TermText, read_term};
use crate::intake::protocol::{NoteKind, ProblemKind, TermUnit};

use super::{Taken, Value};

/// What cells beside a term say of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::intake) struct TermCell {
    /// The unit that the row names.
    pub unit: Option<TermUnit>,
    /// The unit of a bare number where the row names none: that of the heading, or what a person said of the column.
    pub bare: Option<TermUnit>,
}

impl From<TermFault> for ProblemKind {
    fn from(fault: TermFault) -> Self {
        match fault {
            TermFault::Unclear => Self::TermUnclear,
            TermFault::Part => Self::PartOfDay,
            TermFault::ClockHours => Self::ClockHours,
            TermFault::LettersLost => Self::LettersLost,
            TermFault::Length => Self::TermLength,
        }
    }
}

/// A term. With a unit beside it a bare number will do; where both name a unit, they must agree. A bare number without
/// one is taken as working days, with a remark.
pub(in crate::intake) fn term(value: Value<'_>, beside: TermCell) -> Taken<Term> {
    let read = match value {
        Value::Number(number) if number.fract() != 0.0 => return Err(ProblemKind::PartOfDay),
        Value::Number(number) => read_term(&number.to_string())?,
        Value::Text(text) => read_term(text)?,
        Value::Moment(_) | Value::Bool(_) => return Err(ProblemKind::TermUnclear),
    };
    match read {
        TermText::Is(term, remark) => {
            if beside.unit.is_some_and(|unit| unit != unit_of(term)) {
                return Err(ProblemKind::TermUnclear);
            }
            let note = remark.filter(|_| beside.unit.is_none()).map(|remark| match remark {
                TermRemark::HoursAsWorking => NoteKind::HoursAsWorking,
                TermRemark::SaidOtherwise => NoteKind::TermReadAs(term),
            });
            Ok((term, note))
        }
        TermText::Bare(length) => {
            let unit = beside.unit.or(beside.bare);
            let term = with_unit(length, unit.unwrap_or(TermUnit::WorkingDays))?;
            Ok((term, unit.is_none().then_some(NoteKind::BareTerm)))
        }
    }
}

fn with_unit(length: Length, unit: TermUnit) -> Result<Term, ProblemKind> {
    match unit {
        TermUnit::WorkingDays => Ok(Term::WorkingDays(length)),
        TermUnit::CalendarDays => Ok(Term::CalendarDays(length)),
        TermUnit::WorkingHours => Ok(Term::WorkingHours(length)),
        TermUnit::Months => Ok(Term::Months(length)),
        TermUnit::SameDay => Err(ProblemKind::TermUnclear),
    }
}

fn unit_of(term: Term) -> TermUnit {
    match term {
        Term::WorkingDays(_) => TermUnit::WorkingDays,
        Term::CalendarDays(_) => TermUnit::CalendarDays,
        Term::WorkingHours(_) => TermUnit::WorkingHours,
        Term::Months(_) => TermUnit::Months,
        Term::SameDay { .. } => TermUnit::SameDay,
    }
}
