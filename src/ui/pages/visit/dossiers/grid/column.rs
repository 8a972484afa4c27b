//! The columns of the grid: what a cell shows of a dossier, and what it makes of a text.

use chrono::NaiveDate;

use crate::domain::calendar::Receipt;
use crate::domain::dossier::{Cause, Dossier, Letter, Seen, State};
use crate::words::catalogue::{dossier as heading, dossiers, grid as words};
use crate::words::{Lang, Text, format};

use super::typed;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Number of the row.
    Number,
    /// Code.
    Code,
    /// Procedure.
    Procedure,
    /// Field.
    Field,
    /// Day of receipt.
    Received,
    /// Term.
    Term,
    /// Computed: the deadline.
    Due,
    /// Slip.
    Slip,
    /// Date on the slip.
    Appointed,
    /// Day of return.
    Returned,
    /// State.
    State,
    /// Whether there is a letter.
    Apology,
    /// Its date.
    ApologyDate,
    /// Its new date.
    NewDate,
    /// Times re-appointed.
    Times,
    /// Posted.
    Posted,
    /// Uploaded.
    Uploaded,
    /// In the system.
    InSystem,
    /// Cause of lateness.
    Cause,
    /// Body at fault.
    Body,
    /// Computed: how it went.
    Course,
    /// Computed: what is wrong.
    Wrong,
}

/// How a cell is edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Editor {
    /// Not at all: it is computed.
    None,
    /// As a text.
    Text,
    /// By a list, whose first entry says that nothing is known.
    List(Vec<Text>),
}

/// Yes and no.
const LOOKED: [(bool, Text); 2] = [(true, dossiers::YES), (false, dossiers::NO)];

impl Column {
    /// Every column, in the order of the grid.
    pub(super) const ALL: [Self; 22] = [
        Self::Number,
        Self::Code,
        Self::Procedure,
        Self::Field,
        Self::Received,
        Self::Term,
        Self::Due,
        Self::Slip,
        Self::Appointed,
        Self::Returned,
        Self::State,
        Self::Apology,
        Self::ApologyDate,
        Self::NewDate,
        Self::Times,
        Self::Posted,
        Self::Uploaded,
        Self::InSystem,
        Self::Cause,
        Self::Body,
        Self::Course,
        Self::Wrong,
    ];

    /// Its name in handles.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Code => "code",
            Self::Procedure => "procedure",
            Self::Field => "field",
            Self::Received => "received",
            Self::Term => "term",
            Self::Due => "due",
            Self::Slip => "slip",
            Self::Appointed => "appointed",
            Self::Returned => "returned",
            Self::State => "state",
            Self::Apology => "apology",
            Self::ApologyDate => "apology_date",
            Self::NewDate => "new_date",
            Self::Times => "times_reappointed",
            Self::Posted => "posted",
            Self::Uploaded => "uploaded",
            Self::InSystem => "in_system",
            Self::Cause => "cause",
            Self::Body => "body_at_fault",
            Self::Course => "course",
            Self::Wrong => "wrong",
        }
    }

    /// Its heading.
    pub(super) fn label(self) -> Text {
        match self {
            Self::Number => words::NUMBER,
            Self::Code => heading::CODE,
            Self::Procedure => heading::PROCEDURE,
            Self::Field => heading::FIELD,
            Self::Received => heading::RECEIVED,
            Self::Term => heading::TERM,
            Self::Due => heading::DEADLINE,
            Self::Slip => heading::SLIP,
            Self::Appointed => heading::APPOINTED,
            Self::Returned => heading::RETURNED,
            Self::State => heading::STATE,
            Self::Apology => heading::APOLOGY,
            Self::ApologyDate => heading::APOLOGY_DATE,
            Self::NewDate => heading::NEW_DATE,
            Self::Times => heading::TIMES_REAPPOINTED,
            Self::Posted => heading::POSTED,
            Self::Uploaded => heading::UPLOADED,
            Self::InSystem => heading::IN_SYSTEM,
            Self::Cause => heading::CAUSE,
            Self::Body => heading::BODY_AT_FAULT,
            Self::Course => heading::COURSE,
            Self::Wrong => words::WRONG,
        }
    }

    /// Its width in pixels.
    pub(super) fn width(self) -> u32 {
        match self {
            Self::Number => 52,
            Self::Code => 230,
            Self::Procedure | Self::Wrong => 260,
            Self::Term | Self::State | Self::Field => 150,
            Self::Slip | Self::InSystem => 136,
            Self::Received | Self::Due | Self::Appointed | Self::Returned | Self::ApologyDate | Self::NewDate => 116,
            Self::Apology | Self::Times | Self::Posted | Self::Uploaded => 112,
            Self::Cause | Self::Body => 180,
            Self::Course => 240,
        }
    }

    /// How its cells are edited.
    pub(super) fn editor(self) -> Editor {
        let list = |labels: &[Text]| Editor::List(labels.to_vec());
        match self {
            Self::Number | Self::Due | Self::Course | Self::Wrong => Editor::None,
            Self::Code
            | Self::Procedure
            | Self::Field
            | Self::Received
            | Self::Term
            | Self::Appointed
            | Self::Returned
            | Self::ApologyDate
            | Self::NewDate
            | Self::Times
            | Self::Body => Editor::Text,
            Self::Slip | Self::Apology | Self::Posted | Self::Uploaded | Self::InSystem => {
                list(&[dossiers::NOT_SEEN, dossiers::YES, dossiers::NO])
            }
            Self::State => list(&[&[dossiers::NOT_SAID], State::ALL.map(State::label).as_slice()].concat()),
            Self::Cause => list(&[&[dossiers::NOT_SAID], Cause::ALL.map(Cause::label).as_slice()].concat()),
        }
    }

    /// What an entered cell shows of a dossier, and what is copied from it. Empty where nothing is known, and for a
    /// computed column.
    pub(super) fn text(self, dossier: &Dossier, lang: Lang) -> String {
        let day = |day: Option<NaiveDate>| day.map(format::date).unwrap_or_default();
        let seen_day = |seen: Option<&Seen<NaiveDate>>| match seen {
            Some(Seen::Is(date)) => format::date(*date),
            Some(Seen::Absent) => words::ABSENT.get(lang).to_owned(),
            Some(Seen::NotLookedAt) | None => String::new(),
        };
        let label = |label: Option<Text>| label.map(|text| text.get(lang).to_owned()).unwrap_or_default();
        let looked = |seen: Option<bool>| label(seen.map(|there| if there { dossiers::YES } else { dossiers::NO }));
        let letter = dossier.letter();
        match self {
            Self::Number | Self::Due | Self::Course | Self::Wrong => String::new(),
            Self::Code => dossier.code.clone(),
            Self::Procedure => dossier.procedure.clone(),
            Self::Field => dossier.field.clone(),
            Self::Body => dossier.body_at_fault.clone(),
            Self::Received => day(dossier.received.map(|receipt| receipt.date)),
            Self::Term => dossier.term.map(|term| term.words(lang)).unwrap_or_default(),
            Self::Slip => looked(dossier.slip),
            Self::Appointed => seen_day(Some(&dossier.appointed)),
            Self::Returned => day(dossier.returned),
            Self::State => label(dossier.state.map(State::label)),
            Self::Apology => looked(dossier.apology.seen()),
            Self::ApologyDate => day(letter.and_then(|letter| letter.date)),
            Self::NewDate => seen_day(letter.map(|letter| &letter.new_date)),
            Self::Times => dossier.times_reappointed.map(|times| times.to_string()).unwrap_or_default(),
            Self::Posted => looked(dossier.posted),
            Self::Uploaded => looked(dossier.uploaded),
            Self::InSystem => looked(dossier.in_system),
            Self::Cause => label(dossier.cause.map(Cause::label)),
        }
    }

    /// The dossier with this text in the cell, or a sentence that says why it is not taken. A computed cell takes none.
    pub(super) fn take(self, dossier: &Dossier, text: &str) -> Result<Dossier, Text> {
        let mut taken = dossier.clone();
        let looked = || typed::choice(text, &LOOKED, dossiers::NOT_SEEN);
        let words = || text.trim().to_owned();
        match self {
            Self::Number | Self::Due | Self::Course | Self::Wrong => return Err(words::COMPUTED),
            Self::Code => taken.code = words(),
            Self::Procedure => taken.procedure = words(),
            Self::Field => taken.field = words(),
            Self::Body => taken.body_at_fault = words(),
            Self::Received => {
                let time = dossier.received.and_then(|receipt| receipt.time);
                taken.received = typed::day(text)?.map(|date| Receipt { date, time });
            }
            Self::Term => taken.term = typed::term(text, dossier.term)?,
            Self::Slip => taken.slip = looked()?,
            Self::Appointed => taken.appointed = typed::seen_day(text)?,
            Self::Returned => {
                taken.returned = typed::day(text)?;
                let was_open = matches!(dossier.state, None | Some(State::Processing | State::AwaitingAdditions));
                // As in the form: what was returned is no longer open.
                if dossier.returned.is_none() && taken.returned.is_some() && was_open {
                    taken.state = Some(State::Resolved);
                }
            }
            Self::State => {
                taken.state = typed::choice(text, &State::ALL.map(|one| (one, one.label())), dossiers::NOT_SAID)?
            }
            Self::Cause => {
                taken.cause = typed::choice(text, &Cause::ALL.map(|one| (one, one.label())), dossiers::NOT_SAID)?
            }
            Self::Apology => {
                taken.apology = match looked()? {
                    Some(true) => Seen::Is(dossier.letter().cloned().unwrap_or_default()),
                    Some(false) => Seen::Absent,
                    None => Seen::NotLookedAt,
                }
            }
            Self::ApologyDate => {
                let date = typed::day(text)?;
                with_letter(&mut taken, date.is_some(), |letter| letter.date = date);
            }
            Self::NewDate => {
                let new_date = typed::seen_day(text)?;
                with_letter(&mut taken, new_date != Seen::NotLookedAt, |letter| letter.new_date = new_date);
            }
            Self::Times => taken.times_reappointed = typed::times(text)?,
            Self::Posted => taken.posted = looked()?,
            Self::Uploaded => taken.uploaded = looked()?,
            Self::InSystem => taken.in_system = looked()?,
        }
        Ok(taken)
    }
}

/// Changes the letter. Where there is none, something that stands in it says that there is one.
fn with_letter(dossier: &mut Dossier, says_something: bool, change: impl FnOnce(&mut Letter)) {
    if let Seen::Is(letter) = &mut dossier.apology {
        change(letter);
    } else if says_something {
        let mut letter = Letter::default();
        change(&mut letter);
        dossier.apology = Seen::Is(letter);
    }
}

#[cfg(test)]
mod tests;
