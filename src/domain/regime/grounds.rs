//! What a finding may cite: of the documents that a checklist names, and of those that say themselves which items they
//! are a basis of, those that bind the unit on the day. A document has a territory, the whole country or one province,
//! and two days. A checklist for the whole country names none of a province; those come with the list.

use chrono::NaiveDate;

use crate::domain::id::ItemCode;
use crate::words::fold::fold;
use crate::words::format::date;

use super::{Citation, CitationIndex, Found, LegalBasis, LegalScope, Source, Validity};

/// A document that may be cited, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ground {
    /// As the checklist cites it; of a document that it does not name, kind, number, day and province.
    pub text: String,
    /// Whether all of it is sure: the document, the days between which it holds, and the articles that are cited.
    pub verified: bool,
}

/// What stands behind a ground that is not sure.
pub const UNVERIFIED: &str = " (chưa kiểm chứng)";

impl Ground {
    /// In words, as documents write it, marked where it is not sure.
    pub fn words(self) -> String {
        if self.verified { self.text } else { self.text + UNVERIFIED }
    }
}

/// A document that an item could rest on, before anything is asked of day and province.
#[derive(Clone, Debug)]
pub struct Candidate<'b> {
    text: String,
    /// What the citation names; empty where it names no document at all.
    cited: Vec<Citation<'b>>,
}

impl<'b> Candidate<'b> {
    /// The documents of each number that it names.
    pub fn documents(&self) -> Vec<Vec<&'b LegalBasis>> {
        self.cited.iter().map(|one| one.found.iter().map(|found| found.basis).collect()).collect()
    }

    /// The ground, if it binds there and then. A citation that names several documents binds if each of them does.
    pub fn ground(&self, scope: LegalScope<'_>) -> Option<Ground> {
        let mut verified = !self.cited.is_empty();
        for citation in &self.cited {
            // A number that is not on the list is what the checklist's author wrote: nothing speaks against it or for it.
            if citation.found.is_empty() {
                verified = false;
                continue;
            }
            let bind = citation
                .found
                .iter()
                .filter(|found| matches!(found.basis.binds(scope), Validity::InForce | Validity::Unknown));
            let sure = bind.map(|found| {
                found.basis.is_sure(scope.on)
                    && found.articles.iter().all(|article| article.source != Source::Unverified)
                    // An article that is cited and not on the list was never compared with the document.
                    && (citation.places.is_empty() || !found.articles.is_empty())
            });
            verified &= sure.reduce(|one, other| one || other)?;
        }
        Some(Ground { text: self.text.clone(), verified })
    }
}

impl<'b> CitationIndex<'b> {
    /// What an item of a checklist may rest on: its own citations in their order, then the documents of the list that
    /// name the item.
    pub fn candidates(&self, item: &ItemCode, citations: &[String]) -> Vec<Candidate<'b>> {
        // Day and place are asked of each candidate later; here the citation is only read.
        let nowhere = LegalScope { on: NaiveDate::MIN, province: None };
        let read = |text: &String| Candidate { text: text.clone(), cited: self.check(text, nowhere) };
        let mut candidates: Vec<Candidate<'b>> = citations.iter().map(read).collect();
        for basis in self.bases().iter().filter(|basis| basis.items.contains(item)) {
            let mut cited = candidates.iter().flat_map(|one| &one.cited).flat_map(|one| &one.found);
            if !cited.any(|found| found.basis.id == basis.id) {
                candidates.push(basis.candidate());
            }
        }
        candidates
    }

    /// What an item rests on there and then, in words; empty where nothing binds.
    pub fn grounds(&self, item: &ItemCode, citations: &[String], scope: LegalScope<'_>) -> Vec<String> {
        let candidates = self.candidates(item, citations);
        candidates.iter().filter_map(|candidate| candidate.ground(scope)).map(Ground::words).collect()
    }
}

impl LegalBasis {
    /// Whether it binds there and then.
    pub fn binds(&self, scope: LegalScope<'_>) -> Validity {
        match &self.territory {
            Some(territory) if !scope.province.is_some_and(|province| is_same_province(territory, province)) => {
                Validity::Elsewhere
            }
            _ => self.validity(scope.on),
        }
    }

    fn is_sure(&self, on: NaiveDate) -> bool {
        self.validity(on) == Validity::InForce && ![self.source, self.validity_source].contains(&Source::Unverified)
    }

    fn candidate(&self) -> Candidate<'_> {
        let day = self.issued.map(|issued| format!(" ngày {}", date(issued))).unwrap_or_default();
        let place = self.territory.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
        let found = Found { basis: self, validity: Validity::Unknown, articles: Vec::new() };
        let cited = vec![Citation { number: self.number.clone(), places: Vec::new(), found: vec![found] }];
        Candidate { text: format!("{}{day}{place}", self.short_name()), cited }
    }
}

/// Whether two names are of one province: "tỉnh Đắk Lắk", "Đắk Lắk".
pub fn is_same_province(one: &str, other: &str) -> bool {
    let bare = |name: &str| {
        let name = fold(name);
        let kinds = ["tinh ", "thanh pho ", "tp. ", "tp "];
        let rest = kinds.iter().find_map(|kind| name.strip_prefix(kind)).map(str::to_owned);
        rest.unwrap_or(name)
    };
    bare(one) == bare(other)
}
