//! A dossier that a table tells of once more: what the table says is taken, what it says nothing of stays. A blank over what
//! was noted by hand takes nothing away unless a person says so.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::calendar::{Receipt, Term};
use crate::words::catalogue::dossier as heading;
use crate::words::catalogue::dossiers::{NO, YES};
use crate::words::{Lang, Text, format};

use super::{Dossier, Field, Letter, Seen};

#[cfg(test)]
mod tests;

/// What becomes of something that a blank stands against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Blanks {
    /// It stays.
    #[default]
    Keep,
    /// It is blank too.
    Take,
}

/// A dossier after a table told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// As it stands then.
    pub dossier: Dossier,
    /// What it held and holds otherwise now.
    pub overwritten: Vec<Field>,
    /// What was blank and is filled now.
    pub filled: Vec<Field>,
    /// What it holds and the table has blank; kept or not, as was asked.
    pub blanks: Vec<Field>,
}

/// Puts what was read of a dossier into the one that is held. Of it only these columns are looked at: the table has no
/// others, or they could not be read. The code stays.
pub fn merge(held: &Dossier, read: &Dossier, columns: &BTreeSet<Field>, blanks: Blanks) -> Merged {
    let mut merged = Merged { dossier: held.clone(), overwritten: Vec::new(), filled: Vec::new(), blanks: Vec::new() };
    for field in Field::ALL.into_iter().filter(|field| *field != Field::Code && columns.contains(field)) {
        let is_blank = field.is_blank(&merged.dossier);
        if field.is_blank(read) {
            if !is_blank {
                merged.blanks.push(field);
                if blanks == Blanks::Take {
                    field.copy(read, &mut merged.dossier);
                }
            }
            continue;
        }
        let before = merged.dossier.clone();
        field.copy(read, &mut merged.dossier);
        if merged.dossier != before {
            if is_blank { merged.filled.push(field) } else { merged.overwritten.push(field) }
        }
    }
    merged
}

impl Field {
    /// Whether nothing is known of this column.
    pub fn is_blank(self, dossier: &Dossier) -> bool {
        let mut alone = Dossier::default();
        self.copy(dossier, &mut alone);
        alone == Dossier::default()
    }

    /// Puts this column of one dossier into another.
    fn copy(self, from: &Dossier, to: &mut Dossier) {
        match self {
            Self::Code => to.code.clone_from(&from.code),
            Self::Procedure => to.procedure.clone_from(&from.procedure),
            Self::Field => to.field.clone_from(&from.field),
            Self::Level => to.level = from.level,
            Self::Channel => to.channel = from.channel,
            Self::Received => to.received = received(from.received, to.received),
            Self::Term => to.term = term(from.term, to.term),
            Self::Stops => to.stops.clone_from(&from.stops),
            Self::Slip => to.slip = from.slip,
            Self::Appointed => to.appointed = from.appointed.clone(),
            Self::AdditionsAsked => to.additions_asked = from.additions_asked,
            Self::Returned => to.returned = from.returned,
            Self::State => to.state = from.state,
            Self::Apology => match (&from.apology, &to.apology) {
                (Seen::Is(_), Seen::Is(_)) => {}
                (Seen::Is(_), _) => to.apology = Seen::Is(Letter::default()),
                (Seen::Absent, _) => to.apology = Seen::Absent,
                (Seen::NotLookedAt, _) => to.apology = Seen::NotLookedAt,
            },
            Self::ApologyNumber => {
                let number = from.letter().map(|letter| letter.number.clone()).unwrap_or_default();
                with_letter(to, number.is_empty(), |letter| letter.number = number);
            }
            Self::ApologyDate => {
                let date = from.letter().and_then(|letter| letter.date);
                with_letter(to, date.is_none(), |letter| letter.date = date);
            }
            Self::Reason => {
                let reason = from.letter().map(|letter| letter.reason.clone()).unwrap_or_default();
                with_letter(to, reason.is_not_looked_at(), |letter| letter.reason = reason);
            }
            Self::NewDate => {
                let new_date = from.letter().map(|letter| letter.new_date.clone()).unwrap_or_default();
                with_letter(to, new_date.is_not_looked_at(), |letter| letter.new_date = new_date);
            }
            Self::SignedBy => {
                let signed_by = from.letter().map(|letter| letter.signed_by.clone()).unwrap_or_default();
                with_letter(to, signed_by.is_empty(), |letter| letter.signed_by = signed_by);
            }
            Self::TimesReappointed => to.times_reappointed = from.times_reappointed,
            Self::Posted => to.posted = from.posted,
            Self::Uploaded => to.uploaded = from.uploaded,
            Self::InSystem => to.in_system = from.in_system,
            Self::Cause => to.cause = from.cause,
            Self::BodyAtFault => to.body_at_fault.clone_from(&from.body_at_fault),
            Self::Linked => to.linked = from.linked,
        }
    }

    /// What stands in this column, in words; empty where nothing is known.
    pub fn written(self, dossier: &Dossier, lang: Lang) -> String {
        let label = |text: Option<Text>| text.map(|text| text.get(lang).to_owned()).unwrap_or_default();
        let yes = |answer: Option<bool>| label(answer.map(|yes| if yes { YES } else { NO }));
        let day = |date: Option<NaiveDate>| date.map(format::date).unwrap_or_default();
        let none = || heading::NOT_THERE.get(lang).to_owned();
        let seen_day = |seen: Option<&Seen<NaiveDate>>| match seen {
            Some(Seen::Is(date)) => format::date(*date),
            Some(Seen::Absent) => none(),
            Some(Seen::NotLookedAt) | None => String::new(),
        };
        let times = |times: Option<u32>| times.map(|times| times.to_string()).unwrap_or_default();
        let letter = dossier.letter();
        match self {
            Self::Code => dossier.code.clone(),
            Self::Procedure => dossier.procedure.clone(),
            Self::Field => dossier.field.clone(),
            Self::Level => label(dossier.level.map(|level| level.label())),
            Self::Channel => label(dossier.channel.map(|channel| channel.label())),
            Self::Received => dossier.received.map(moment).unwrap_or_default(),
            Self::Term => dossier.term.map(|term| term.words(lang)).unwrap_or_default(),
            Self::Stops => dossier.stops.iter().map(|stop| stop.words(lang)).collect::<Vec<_>>().join("; "),
            Self::Slip => yes(dossier.slip),
            Self::Appointed => seen_day(Some(&dossier.appointed)),
            Self::AdditionsAsked => times(dossier.additions_asked),
            Self::Returned => day(dossier.returned),
            Self::State => label(dossier.state.map(|state| state.label())),
            Self::Apology => yes(dossier.apology.seen()),
            Self::ApologyNumber => letter.map(|letter| letter.number.clone()).unwrap_or_default(),
            Self::ApologyDate => day(letter.and_then(|letter| letter.date)),
            Self::Reason => match letter.map(|letter| &letter.reason) {
                Some(Seen::Is(reason)) => reason.clone(),
                Some(Seen::Absent) => none(),
                Some(Seen::NotLookedAt) | None => String::new(),
            },
            Self::NewDate => seen_day(letter.map(|letter| &letter.new_date)),
            Self::SignedBy => letter.map(|letter| letter.signed_by.clone()).unwrap_or_default(),
            Self::TimesReappointed => times(dossier.times_reappointed),
            Self::Posted => yes(dossier.posted),
            Self::Uploaded => yes(dossier.uploaded),
            Self::InSystem => yes(dossier.in_system),
            Self::Cause => label(dossier.cause.map(|cause| cause.label())),
            Self::BodyAtFault => dossier.body_at_fault.clone(),
            Self::Linked => yes(dossier.linked),
        }
    }
}

fn moment(receipt: Receipt) -> String {
    let day = format::date(receipt.date);
    receipt.time.map_or_else(|| day.clone(), |time| format!("{day} {}", format::time(time)))
}

/// The receipt that was read. Without an hour it takes none from the same day.
fn received(read: Option<Receipt>, held: Option<Receipt>) -> Option<Receipt> {
    let hour = held.filter(|held| read.is_some_and(|read| read.date == held.date)).and_then(|held| held.time);
    read.map(|receipt| Receipt { time: receipt.time.or(hour), ..receipt })
}

/// The term that was read. "Trong ngày" alone takes no hour away.
fn term(read: Option<Term>, held: Option<Term>) -> Option<Term> {
    match (read, held) {
        (Some(Term::SameDay { cut_off: None }), Some(Term::SameDay { cut_off })) => Some(Term::SameDay { cut_off }),
        (read, _) => read,
    }
}

/// Changes the letter. Where there is none, a blank makes none.
fn with_letter(dossier: &mut Dossier, is_blank: bool, change: impl FnOnce(&mut Letter)) {
    if let Seen::Is(letter) = &mut dossier.apology {
        change(letter);
    } else if !is_blank {
        let mut letter = Letter::default();
        change(&mut letter);
        dossier.apology = Seen::Is(letter);
    }
}
