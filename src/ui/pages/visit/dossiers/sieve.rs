//! What the filter and the search let through. The sieve is shaken when it is chosen, or when dossiers come or go; one
//! that is edited stays where it is.

use leptos::prelude::*;

use crate::domain::dossier::{Course, Dossier, Judged};
use crate::domain::id::DossierId;
use crate::state::Session;
use crate::words::Text;
use crate::words::catalogue::dossiers as words;
use crate::words::fold::{contains_folded, fold};

/// Which dossiers are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Filter {
    /// Every dossier.
    #[default]
    All,
    /// Late ones, resolved or pending.
    Late,
    /// Those with something held against the unit.
    Faulty,
    /// Those with an impossible entry, or whose course cannot be told.
    Unclear,
}

impl Filter {
    /// Every filter, in the order of the page.
    pub(super) const ALL: [Self; 4] = [Self::All, Self::Late, Self::Faulty, Self::Unclear];

    /// The word for tests.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Late => "late",
            Self::Faulty => "faulty",
            Self::Unclear => "unclear",
        }
    }

    /// Its name.
    pub(super) fn label(self) -> Text {
        match self {
            Self::All => words::FILTER_ALL,
            Self::Late => words::FILTER_LATE,
            Self::Faulty => words::FILTER_FAULTY,
            Self::Unclear => words::FILTER_UNCLEAR,
        }
    }

    fn takes(self, judged: &Judged) -> bool {
        match self {
            Self::All => true,
            Self::Late => judged.course.is_some_and(Course::is_late),
            Self::Faulty => judged.judgements.iter().any(|judgement| judgement.is_fault()),
            Self::Unclear => !judged.errors.is_empty() || judged.course.is_none(),
        }
    }
}

/// How many dossiers each filter takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts([usize; 4]);

impl Counts {
    /// How many a filter takes.
    pub(super) fn of(self, filter: Filter) -> usize {
        Filter::ALL.iter().position(|one| *one == filter).map_or(0, |place| self.0[place])
    }
}

/// The filter, the search and what they let through. A handle: copies are the same.
#[derive(Clone, Copy)]
pub(super) struct Sieve {
    /// The filter.
    pub(super) filter: RwSignal<Filter>,
    /// What is searched for in code, procedure, field and body at fault.
    pub(super) query: RwSignal<String>,
    /// How many each filter takes.
    pub(super) counts: Memo<Counts>,
    /// What is let through, in the order of the visit.
    pub(super) shown: Memo<Vec<DossierId>>,
}

impl Sieve {
    /// A sieve that lets everything through.
    pub(super) fn new(session: Session) -> Self {
        let (filter, query) = (RwSignal::new(Filter::All), RwSignal::new(String::new()));
        let counts = Memo::new(move |_| {
            let mut counts = Counts::default();
            session.each_dossier(|_, _, judged| {
                for (number, filter) in counts.0.iter_mut().zip(Filter::ALL) {
                    *number += usize::from(filter.takes(judged));
                }
            });
            counts
        });
        let shown = Memo::new(move |_| {
            let (filter, query) = (filter.get(), fold(query.read().trim()));
            let mut shown = Vec::new();
            session.each_dossier(|id, dossier, judged| {
                if filter.takes(judged) && (query.is_empty() || is_found(dossier, &query)) {
                    shown.push(id.clone());
                }
            });
            shown
        });
        Self { filter, query, counts, shown }
    }
}

fn is_found(dossier: &Dossier, query: &str) -> bool {
    let Dossier { code, procedure, field, body_at_fault, .. } = dossier;
    [code, procedure, field, body_at_fault].into_iter().any(|text| contains_folded(&fold(text), query))
}
