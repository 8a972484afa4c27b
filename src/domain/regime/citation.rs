//! Citations as people write them ("TT 02/2017/TT-VPCP Điều 6", "khoản 3 Điều 111 Bộ luật 45/2019/QH14", "Nghị định
//! 61/2018"), held against the list: which documents they name, which articles of these, and whether the documents
//! were in force on a day.
//!
//! A number is told from a date by its sign: `61/2018/NĐ-CP`, `766/QĐ-TTg`, `87/2015/QH13`. Without the sign it counts
//! only behind the kind of document. Tone marks, capitals, dashes and leading zeros do not matter.

use chrono::NaiveDate;

use crate::words::Lang;
use crate::words::fold::bare;
use crate::words::format::date;

use super::{Article, DocumentKind, LegalBases, LegalBasis, LegalScope, Validity};

#[cfg(test)]
mod tests;

/// One number in a citation, and what the list knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation<'b> {
    /// The number as it was written.
    pub number: String,
    /// The articles that are cited of it, such as "Điều 6" or "khoản 3 Điều 111".
    pub places: Vec<String>,
    /// The documents of this number. Directives of several years or provinces can share one.
    pub found: Vec<Found<'b>>,
}

/// A document that a citation names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'b> {
    /// The document.
    pub basis: &'b LegalBasis,
    /// Whether it binds on the day and at the place asked for.
    pub validity: Validity,
    /// Those of its articles on the list that the citation names: what they say, and how sure that is.
    pub articles: Vec<&'b Article>,
}

/// The documents of a list by their numbers, read once for many citations.
pub struct CitationIndex<'b> {
    bases: &'b [LegalBasis],
    /// The number of each; none where it is none of the usual kind.
    numbers: Vec<Option<Number>>,
}

impl LegalBases {
    /// Reads the numbers of all documents.
    pub fn index(&self) -> CitationIndex<'_> {
        let bases = self.record().bases.as_slice();
        CitationIndex { bases, numbers: bases.iter().map(|basis| Number::read(&basis.number, None)).collect() }
    }

    /// One citation held against the list, as [`CitationIndex::check`] does it.
    pub fn check_citation<'b>(&'b self, citation: &str, scope: LegalScope<'_>) -> Vec<Citation<'b>> {
        self.index().check(citation, scope)
    }
}

impl<'b> CitationIndex<'b> {
    /// The documents.
    pub fn bases(&self) -> &'b [LegalBasis] {
        self.bases
    }

    /// Every number in a citation, in its order, with the documents it names and whether they bind on a day at a place;
    /// then those documents of the list whose number is none of the usual kind and stands in the citation as it is.
    /// Empty where there are neither.
    pub fn check(&self, citation: &str, scope: LegalScope<'_>) -> Vec<Citation<'b>> {
        let known = || self.bases.iter().zip(&self.numbers);
        let numbered = mentions(citation).into_iter().map(|mention| {
            let found = known().filter(|(basis, number)| {
                number.as_ref().is_some_and(|number| mention.number.is_number_of(number, basis.kind))
            });
            let found = found.map(|(basis, _)| Found {
                basis,
                validity: basis.binds(scope),
                articles: basis.articles.iter().filter(|article| mention.cites(article)).collect(),
            });
            let found = found.collect();
            Citation { number: mention.written, places: mention.places, found }
        });
        let named = known().filter(|(basis, number)| number.is_none() && basis.is_cited_in(citation));
        let named = named.map(|(basis, _)| {
            let found = Found { basis, validity: basis.binds(scope), articles: Vec::new() };
            Citation { number: basis.number.clone(), places: Vec::new(), found: vec![found] }
        });
        numbered.chain(named).collect()
    }
}

impl Citation<'_> {
    /// How the citation stands: in force if any document of its number is; none if no document has it.
    pub fn validity(&self) -> Option<Validity> {
        let rank = |validity: &Validity| match validity {
            Validity::InForce => 0,
            Validity::Unknown => 1,
            Validity::NoLonger => 2,
            Validity::NotYet => 3,
            Validity::Elsewhere => 4,
        };
        self.found.iter().map(|found| found.validity).min_by_key(rank)
    }

    /// What is to be said of it as of the same day: one sentence, or none where it was in force.
    pub fn warning(&self, on: NaiveDate, lang: Lang) -> Option<String> {
        let validity = self.validity();
        let basis = self.found.iter().find(|found| Some(found.validity) == validity).map(|found| found.basis);
        let name = basis.map_or_else(|| self.number.clone(), LegalBasis::short_name);
        let bound = |bound: Option<NaiveDate>, vi: &str, en: &str| match (bound, lang) {
            (Some(day), Lang::Vi) => format!(" ({vi} {})", date(day)),
            (Some(day), Lang::En) => format!(" ({en} {})", date(day)),
            (None, Lang::Vi | Lang::En) => String::new(),
        };
        let from = bound(basis.and_then(|basis| basis.valid_from), "có hiệu lực từ ngày", "in force from");
        let to = bound(basis.and_then(|basis| basis.valid_to), "có hiệu lực đến hết ngày", "in force through");
        let place = basis.and_then(|basis| basis.territory.as_deref()).unwrap_or_default();
        let on = date(on);
        Some(match (validity, lang) {
            (Some(Validity::InForce), _) => return None,
            (None, Lang::Vi) => format!("{name} không có trong danh mục căn cứ pháp lý."),
            (None, Lang::En) => format!("{name} is not on the list of legal bases."),
            (Some(Validity::NotYet), Lang::Vi) => format!("{name} chưa có hiệu lực vào ngày {on}{from}."),
            (Some(Validity::NotYet), Lang::En) => format!("{name} was not yet in force on {on}{from}."),
            (Some(Validity::NoLonger), Lang::Vi) => format!("{name} đã hết hiệu lực vào ngày {on}{to}."),
            (Some(Validity::NoLonger), Lang::En) => format!("{name} was no longer in force on {on}{to}."),
            (Some(Validity::Elsewhere), Lang::Vi) => {
                format!("{name} là văn bản của {place}, không áp dụng ở đơn vị này.")
            }
            (Some(Validity::Elsewhere), Lang::En) => {
                format!("{name} is a document of {place} and does not bind this unit.")
            }
            (Some(Validity::Unknown), Lang::Vi) => format!("Chưa rõ {name} có hiệu lực vào ngày {on} hay không."),
            (Some(Validity::Unknown), Lang::En) => format!("It is not known whether {name} was in force on {on}."),
        })
    }
}

impl LegalBasis {
    /// Whether a citation names it: by its number, however written, or, where its number is none of the usual kind, by
    /// the same words, not within longer ones.
    pub fn is_cited_in(&self, citation: &str) -> bool {
        if Number::read(&self.number, None).is_some() {
            return mentions(citation).iter().any(|mention| mention.number.names(self));
        }
        citation.match_indices(self.number.as_str()).any(|(at, number)| {
            let before = citation.get(..at).and_then(|before| before.chars().next_back());
            let after = citation.get(at + number.len()..).and_then(|after| after.chars().next());
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
    }

    /// Kind and number, in Vietnamese as in documents: "Nghị định 61/2018/NĐ-CP".
    pub fn short_name(&self) -> String {
        let code = self.kind == DocumentKind::Law && self.title.starts_with("Bộ luật");
        format!("{} {}", if code { "Bộ luật" } else { self.kind.label().vi }, self.number)
    }
}

/// A number in its parts, written one way.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Number {
    /// The number itself, without leading zeros.
    count: String,
    /// The year, where it has one.
    year: Option<String>,
    /// The sign, such as `ND-CP`; or, without one, the kind of document that stands before it.
    sign: Result<String, DocumentKind>,
}

impl Number {
    /// Reads a word as a number with its sign; without one, as that of a document of this kind.
    fn read(word: &str, kind: Option<DocumentKind>) -> Option<Self> {
        let word = bare(word).to_uppercase().replace(['–', '—', '‑'], "-");
        let word = word.trim_start_matches(char::is_alphabetic).trim_end_matches(['-', '/', '.']);
        let parts: Vec<&str> = word.split('/').collect();
        let is_year =
            |text: &str| text.len() == 4 && is_count(text) && (text.starts_with("19") || text.starts_with("20"));
        let is_sign = |text: &str| text.starts_with(char::is_alphabetic);
        let (count, year, sign) = match parts.as_slice() {
            [count, year, sign] if is_year(year) && is_sign(sign) => (count, Some(*year), Ok((*sign).to_owned())),
            [count, sign] if is_sign(sign) && sign.contains('-') => (count, None, Ok((*sign).to_owned())),
            [count, year] if is_year(year) => (count, Some(*year), Err(kind?)),
            _ => return None,
        };
        if !is_count(count) {
            return None;
        }
        let year = year.map(str::to_owned);
        Some(Self { count: count.trim_start_matches('0').to_owned(), year, sign })
    }

    /// Whether it is the number of a document.
    fn names(&self, basis: &LegalBasis) -> bool {
        Self::read(&basis.number, None).is_some_and(|number| self.is_number_of(&number, basis.kind))
    }

    /// Whether it is this number, of a document of this kind.
    fn is_number_of(&self, number: &Self, kind: DocumentKind) -> bool {
        let same_sign = match &self.sign {
            Ok(_) => self.sign == number.sign,
            Err(said) => *said == kind,
        };
        same_sign && (&self.count, &self.year) == (&number.count, &number.year)
    }
}

fn is_count(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit())
}

/// A number in a citation.
struct Mention {
    written: String,
    number: Number,
    places: Vec<String>,
}

impl Mention {
    /// Whether it cites an article: the same one, whichever clause of it.
    fn cites(&self, article: &Article) -> bool {
        let article = article_of(&article.article);
        article.is_some() && self.places.iter().any(|place| article_of(place) == article)
    }
}

/// The number of the article in a place: "111" of "khoản 3 Điều 111".
fn article_of(place: &str) -> Option<String> {
    let place = place.to_lowercase();
    let (_, after) = place.rsplit_once("điều ")?;
    after.split_whitespace().next().map(str::to_owned)
}

/// The numbers of a citation with their articles. Within what semicolons part, articles belong to the number before
/// them, or, where an article comes first, to the one after them.
fn mentions(citation: &str) -> Vec<Mention> {
    citation.split([';', '\n']).flat_map(mentions_of_part).collect()
}

fn mentions_of_part(part: &str) -> Vec<Mention> {
    let words: Vec<&str> = part
        .split(|letter: char| letter.is_whitespace() || ",()[]“”\":".contains(letter))
        .map(|word| word.trim_end_matches('.'))
        .filter(|word| !word.is_empty())
        .collect();
    let mut found: Vec<Mention> = Vec::new();
    let mut waiting: Vec<String> = Vec::new();
    let mut places_first = None;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if let Some((place, taken)) = place_at(words.get(at..).unwrap_or_default()) {
            let before_number = *places_first.get_or_insert(found.is_empty());
            match found.last_mut().filter(|_| !before_number) {
                Some(mention) => mention.places.extend(place),
                None => waiting.extend(place),
            }
            at += taken;
            continue;
        }
        if let Some(number) = Number::read(word, kind_before(words.get(..at).unwrap_or_default())) {
            places_first.get_or_insert(false);
            let written = word.trim_start_matches(char::is_alphabetic).to_owned();
            found.push(Mention { written, number, places: std::mem::take(&mut waiting) });
        }
        at += 1;
    }
    found
}

/// The places that words begin with, and how many words they take: "điểm b c khoản 1 Điều 35", "Điều 5 24".
fn place_at(words: &[&str]) -> Option<(Vec<String>, usize)> {
    let mut at = 0;
    let mut before = String::new();
    loop {
        let written = words.get(at)?.to_lowercase();
        let word = bare(&written);
        let fits: fn(&str) -> bool = match word.as_str() {
            "diem" => |text| text.chars().count() == 1 && text.chars().all(char::is_alphabetic),
            "khoan" | "dieu" => |text| text.trim_end_matches(char::is_alphabetic).parse::<u32>().is_ok(),
            _ => return None,
        };
        let named: Vec<&str> = words.iter().skip(at + 1).copied().take_while(|text| fits(text)).collect();
        if named.is_empty() {
            return None;
        }
        at += 1 + named.len();
        if word == "dieu" {
            let mut places: Vec<String> = named.iter().map(|article| format!("Điều {article}")).collect();
            if let Some(first) = places.first_mut() {
                first.insert_str(0, &before);
            }
            return Some((places, at));
        }
        before.push_str(&format!("{written} {} ", named.join(", ")));
    }
}

/// The kind of document that words end with: "Nghị định số".
fn kind_before(words: &[&str]) -> Option<DocumentKind> {
    let mut back = words.iter().rev().map(|word| bare(word).to_lowercase()).skip_while(|word| word == "so");
    let (last, before) = (back.next()?, back.next().unwrap_or_default());
    Some(match (before.as_str(), last.as_str()) {
        (_, "nd") | ("nghi", "dinh") => DocumentKind::Decree,
        (_, "tt") | ("thong", "tu") => DocumentKind::Circular,
        (_, "qd") | ("quyet", "dinh") => DocumentKind::Decision,
        (_, "nq") | ("nghi", "quyet") => DocumentKind::Resolution,
        (_, "ct") | ("chi", "thi") => DocumentKind::Directive,
        (_, "luat") => DocumentKind::Law,
        _ => return None,
    })
}
