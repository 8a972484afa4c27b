//! Legal bases (căn cứ pháp lý) as data: documents with the dates between which they hold, editable, since article
//! numbers and dates could not all be verified.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::answer::{MAX_TEXT_BYTES, is_plausible};
use crate::domain::id::ItemCode;
use crate::words::Text;

/// The most documents in a list, and the most articles of a document.
pub const MAX_BASES: usize = 2_000;

/// A list of documents that passed its checks; it is read back through the same checks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "LegalBasesRecord", into = "LegalBasesRecord")]
pub struct LegalBases(LegalBasesRecord);

/// A list of documents as it is written down, unchecked. [`LegalBases::try_from`] checks it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalBasesRecord {
    /// Its id, the same for all versions.
    pub id: String,
    /// Its version, from 1; each edit is a new one.
    pub version: u32,
    /// Its name.
    pub name: String,
    /// The documents, each id once.
    pub bases: Vec<LegalBasis>,
}

/// A document that rules are cited from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalBasis {
    /// Its id, such as `nd-61-2018`.
    pub id: String,
    /// What kind of document it is.
    pub kind: DocumentKind,
    /// Number and sign, such as "61/2018/NĐ-CP".
    pub number: String,
    /// What it is about; shortened, not the official title word by word.
    pub title: String,
    /// The day it was issued or passed, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<NaiveDate>,
    /// The first day it holds, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<NaiveDate>,
    /// The last day it holds; none while no end is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<NaiveDate>,
    /// How sure number, content and date of issue are.
    pub source: Source,
    /// How sure the less sure of the two days of validity is; [`Source::Unverified`] where they are not known.
    pub validity_source: Source,
    /// The province that it binds, such as "Đắk Lắk"; none where it binds the whole country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub territory: Option<String>,
    /// Items of the checklist that it is a basis of without being cited there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<ItemCode>,
    /// The articles that matter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub articles: Vec<Article>,
}

/// An article of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// Its place, such as "Điều 6" or "khoản 3 Điều 111".
    pub article: String,
    /// What it says, or its text.
    pub about: String,
    /// How sure that is.
    pub source: Source,
}

/// What kind of document a legal basis is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// Luật, bộ luật.
    Law,
    /// Nghị quyết.
    Resolution,
    /// Nghị định.
    Decree,
    /// Quyết định.
    Decision,
    /// Thông tư.
    Circular,
    /// Chỉ thị.
    Directive,
    /// Another kind, such as công văn or kế hoạch.
    Other,
}

impl DocumentKind {
    /// The kind in words.
    pub fn label(self) -> Text {
        match self {
            Self::Law => Text::new("Luật", "Law"),
            Self::Resolution => Text::new("Nghị quyết", "Resolution"),
            Self::Decree => Text::new("Nghị định", "Decree"),
            Self::Decision => Text::new("Quyết định", "Decision"),
            Self::Circular => Text::new("Thông tư", "Circular"),
            Self::Directive => Text::new("Chỉ thị", "Directive"),
            Self::Other => Text::new("Văn bản", "Document"),
        }
    }
}

/// How sure a legal fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// Cited in an official report.
    Seed,
    /// Read in a stored page.
    Page,
    /// Read second-hand in a repository.
    Repository,
    /// From memory, or as cited and found doubtful; to be checked.
    Unverified,
    /// Entered by the user.
    User,
}

/// Whether a document holds on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Validity {
    /// Not yet in force, or not yet issued.
    NotYet,
    /// In force.
    InForce,
    /// No longer in force.
    NoLonger,
    /// The day from which it holds is not known.
    Unknown,
    /// It binds another province, or the unit's province is not known.
    Elsewhere,
}

/// A change to the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum LegalBasesEdit {
    /// Add a document whose id is not there.
    Add(LegalBasis),
    /// Put a document in the place of the one with the same id.
    Replace(LegalBasis),
    /// Remove the document with this id.
    Remove(String),
}

/// Why a list or an edit cannot be taken. Rows count from 1 in the list as given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LegalBasesError {
    /// The list's own id or name is blank or too long, or its version is 0.
    #[error("the list needs an id, a name and a version from 1")]
    BadHead,
    /// More than [`MAX_BASES`] documents.
    #[error("a list holds at most {MAX_BASES} documents")]
    TooMany,
    /// Something is wrong with one document.
    #[error("row {row}, {id:?}: {problem}")]
    Basis {
        /// Its row.
        row: usize,
        /// Its id.
        id: String,
        /// What is wrong.
        problem: LegalProblem,
    },
    /// An edit names an id that is not there.
    #[error("no document has the id {0:?}")]
    NoSuchBasis(String),
}

/// What is wrong with a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LegalProblem {
    /// Another row has the same id.
    #[error("the id is there already")]
    Duplicate,
    /// The id, number, title, province or an article's place is blank, or a text is longer than [`MAX_TEXT_BYTES`].
    #[error("a text is blank or too long")]
    BadText,
    /// A date outside 1900–2199.
    #[error("a date is not plausible")]
    ImplausibleDate,
    /// Issued after it came into force, or in force after it ceased to be.
    #[error("its dates are in the wrong order")]
    WrongOrder,
    /// More than [`MAX_BASES`] articles or items.
    #[error("it has too many articles")]
    TooManyArticles,
}

impl LegalBasis {
    /// Whether it holds on a day. A document whose first day is not known holds on no day before its issue.
    pub fn validity(&self, on: NaiveDate) -> Validity {
        if self.valid_to.is_some_and(|to| to < on) {
            return Validity::NoLonger;
        }
        match (self.valid_from, self.issued) {
            (Some(from), _) if from <= on => Validity::InForce,
            (Some(_), _) => Validity::NotYet,
            (None, Some(issued)) if on < issued => Validity::NotYet,
            (None, _) => Validity::Unknown,
        }
    }

    fn check(&self) -> Result<(), LegalProblem> {
        let places = self.articles.iter().map(|article| &article.article);
        let named = [&self.id, &self.number, &self.title].into_iter().chain(places);
        let named = named.chain(&self.territory);
        let abouts = self.articles.iter().map(|article| &article.about);
        if named.clone().any(|text| text.trim().is_empty()) || named.chain(abouts).any(|text| is_long(text)) {
            return Err(LegalProblem::BadText);
        }
        let dates = [self.issued, self.valid_from, self.valid_to].into_iter().flatten();
        if !dates.clone().all(is_plausible) {
            return Err(LegalProblem::ImplausibleDate);
        }
        if !dates.is_sorted() {
            return Err(LegalProblem::WrongOrder);
        }
        if self.articles.len().max(self.items.len()) > MAX_BASES {
            return Err(LegalProblem::TooManyArticles);
        }
        Ok(())
    }
}

fn is_long(text: &str) -> bool {
    text.len() > MAX_TEXT_BYTES
}

impl LegalBases {
    /// What the list holds.
    pub fn record(&self) -> &LegalBasesRecord {
        &self.0
    }

    /// The document with this id.
    pub fn get(&self, id: &str) -> Option<&LegalBasis> {
        self.0.bases.iter().find(|basis| basis.id == id)
    }

    /// Whether the document with this id holds on a day; none if there is no such document.
    pub fn in_force(&self, id: &str, on: NaiveDate) -> Option<Validity> {
        Some(self.get(id)?.validity(on))
    }

    /// The documents that a citation names by number. Directives of several years or provinces can share a number:
    /// all of them are given.
    pub fn cited_in(&self, citation: &str) -> impl Iterator<Item = &LegalBasis> {
        self.0.bases.iter().filter(move |basis| basis.is_cited_in(citation))
    }

    /// The list after an edit, one version higher, checked anew.
    pub fn edited(&self, edit: LegalBasesEdit) -> Result<Self, LegalBasesError> {
        let mut record = self.0.clone();
        record.version = record.version.saturating_add(1);
        match edit {
            LegalBasesEdit::Add(basis) => record.bases.push(basis),
            LegalBasesEdit::Replace(basis) => match record.bases.iter_mut().find(|old| old.id == basis.id) {
                Some(old) => *old = basis,
                None => return Err(LegalBasesError::NoSuchBasis(basis.id)),
            },
            LegalBasesEdit::Remove(id) => {
                let place = record.bases.iter().position(|basis| basis.id == id);
                record.bases.remove(place.ok_or(LegalBasesError::NoSuchBasis(id))?);
            }
        }
        Self::try_from(record)
    }
}

impl TryFrom<LegalBasesRecord> for LegalBases {
    type Error = LegalBasesError;

    fn try_from(record: LegalBasesRecord) -> Result<Self, LegalBasesError> {
        let head = [&record.id, &record.name];
        if record.version == 0 || head.iter().any(|text| text.trim().is_empty() || is_long(text)) {
            return Err(LegalBasesError::BadHead);
        }
        if record.bases.len() > MAX_BASES {
            return Err(LegalBasesError::TooMany);
        }
        let mut ids = BTreeSet::new();
        for (row, basis) in (1..).zip(&record.bases) {
            let duplicate = || (!ids.insert(&basis.id)).then_some(LegalProblem::Duplicate);
            if let Some(problem) = basis.check().err().or_else(duplicate) {
                return Err(LegalBasesError::Basis { row, id: basis.id.clone(), problem });
            }
        }
        Ok(Self(record))
    }
}

impl From<LegalBases> for LegalBasesRecord {
    fn from(bases: LegalBases) -> Self {
        bases.0
    }
}
