//! What was typed about a document, and the document that follows: plain values, tested without a view.

use chrono::NaiveDate;

use crate::domain::id::ItemCode;
use crate::domain::regime::{Article, DocumentKind, LegalBasis, Source};
use crate::ui::components::date_field::TypedDate;
use crate::words::Text;
use crate::words::catalogue::legal as words;

/// Every kind of document, in the order of the form.
pub(super) const KINDS: [DocumentKind; 7] = [
    DocumentKind::Law,
    DocumentKind::Resolution,
    DocumentKind::Decree,
    DocumentKind::Decision,
    DocumentKind::Circular,
    DocumentKind::Directive,
    DocumentKind::Other,
];

/// A kind of document in words.
pub(super) fn kind_label(kind: DocumentKind) -> Text {
    match kind {
        DocumentKind::Law => words::LAW,
        DocumentKind::Resolution => words::RESOLUTION,
        DocumentKind::Decree => words::DECREE,
        DocumentKind::Decision => words::DECISION,
        DocumentKind::Circular => words::CIRCULAR,
        DocumentKind::Directive => words::DIRECTIVE,
        DocumentKind::Other => words::OTHER,
    }
}

/// Everything as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BasisEntry {
    /// A place in [`KINDS`].
    pub(super) kind: usize,
    pub(super) number: String,
    pub(super) title: String,
    pub(super) issued: TypedDate,
    pub(super) valid_from: TypedDate,
    pub(super) valid_to: TypedDate,
    /// The province; empty for the whole country.
    pub(super) territory: String,
    /// Codes of items, parted by blanks, commas or semicolons.
    pub(super) items: String,
    /// A line for each article.
    pub(super) articles: String,
    /// Whether the person compared it with the document itself.
    pub(super) verified: bool,
}

/// What is wrong: the end of the field's id, and why.
pub(super) type BasisFault = (&'static str, Text);

impl BasisEntry {
    /// The document, in the place of the one that the form began with or under a new id. What was changed or compared
    /// rests on the user's word; the rest is as sure as it was.
    pub(super) fn basis(&self, before: Option<&LegalBasis>, id: String) -> Result<LegalBasis, BasisFault> {
        let filled = |text: &str, field| match text.trim() {
            "" => Err((field, words::MISSING)),
            text => Ok(text.to_owned()),
        };
        let number = filled(&self.number, "number")?;
        let title = filled(&self.title, "title")?;
        let issued = day(self.issued, "issued")?;
        let valid_from = day(self.valid_from, "from")?;
        let valid_to = day(self.valid_to, "to")?;
        if !issued.into_iter().chain(valid_from).is_sorted() {
            return Err(("from", words::WRONG_ORDER));
        }
        if ![issued, valid_from, valid_to].into_iter().flatten().is_sorted() {
            return Err(("to", words::WRONG_ORDER));
        }
        let territory = Some(self.territory.trim().to_owned()).filter(|territory| !territory.is_empty());
        let codes = self.items.split([',', ';']).flat_map(str::split_whitespace);
        let items: Option<Vec<ItemCode>> = codes.map(|code| ItemCode::new(code).ok()).collect();
        let items = items.ok_or(("items", words::BAD_ITEM))?;
        let kind = KINDS.get(self.kind).copied().unwrap_or(DocumentKind::Other);
        let old = before.cloned();
        let source = |is_same: &dyn Fn(&LegalBasis) -> Option<Source>| {
            old.as_ref().filter(|_| !self.verified).and_then(is_same).unwrap_or(Source::User)
        };
        let of_words = source(&|old| {
            let is_same = (old.kind, &old.number, &old.title, old.issued) == (kind, &number, &title, issued)
                && old.territory == territory;
            is_same.then_some(old.source)
        });
        let of_days =
            source(&|old| ((old.valid_from, old.valid_to) == (valid_from, valid_to)).then_some(old.validity_source));
        let articles = self.articles.lines().map(str::trim).filter(|line| !line.is_empty());
        let article = |line: &str| {
            let (place, about) = line.split_once(':').unwrap_or((line, ""));
            let (place, about) = (place.trim().to_owned(), about.trim().to_owned());
            let held = old.iter().flat_map(|old| &old.articles);
            let mut held = held.filter(|held| held.article == place && held.about == about && !self.verified);
            let source = held.next().map_or(Source::User, |held| held.source);
            Article { article: place, about, source }
        };
        let articles: Vec<Article> = articles.map(article).collect();
        if articles.iter().any(|article| article.article.is_empty()) {
            return Err(("articles", words::ARTICLE_WITHOUT_PLACE));
        }
        let id = before.map_or(id, |before| before.id.clone());
        Ok(LegalBasis {
            id,
            kind,
            number,
            title,
            issued,
            valid_from,
            valid_to,
            source: of_words,
            validity_source: of_days,
            territory,
            items,
            articles,
        })
    }
}

/// The articles as the form shows them.
pub(super) fn article_lines(basis: &LegalBasis) -> String {
    let line = |article: &Article| {
        let about = article.about.replace('\n', " ");
        if about.is_empty() { article.article.clone() } else { format!("{}: {about}", article.article) }
    };
    basis.articles.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The items as the form shows them.
pub(super) fn item_codes(basis: &LegalBasis) -> String {
    basis.items.iter().map(ItemCode::as_str).collect::<Vec<_>>().join(", ")
}

fn day(typed: TypedDate, field: &'static str) -> Result<Option<NaiveDate>, BasisFault> {
    match typed {
        TypedDate::Blank => Ok(None),
        TypedDate::Day(day) => Ok(Some(day)),
        TypedDate::Broken => Err((field, words::BAD_DATE)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(iso: &str) -> TypedDate {
        TypedDate::Day(iso.parse().unwrap())
    }

    fn entry() -> BasisEntry {
        BasisEntry {
            kind: 2,
            number: " 61/2018/NĐ-CP ".to_owned(),
            title: "Một cửa".to_owned(),
            issued: typed("2018-04-23"),
            valid_from: typed("2018-06-21"),
            valid_to: TypedDate::Blank,
            territory: " Gia Lai ".to_owned(),
            items: "C01, C03;E01".to_owned(),
            articles: "Điều 6: niêm yết: công khai\n\n Điều 7 ".to_owned(),
            verified: false,
        }
    }

    fn unsure() -> LegalBasis {
        let mut basis = entry().basis(None, "nd-61".to_owned()).unwrap();
        basis.source = Source::Page;
        basis.validity_source = Source::Unverified;
        basis.articles[0].source = Source::Unverified;
        basis
    }

    #[test]
    fn what_is_typed_becomes_a_document_of_the_user() {
        let basis = entry().basis(None, "nd-61".to_owned()).unwrap();
        assert_eq!(
            (basis.id.as_str(), basis.kind, basis.number.as_str()),
            ("nd-61", DocumentKind::Decree, "61/2018/NĐ-CP")
        );
        let articles: Vec<_> = basis.articles.iter().map(|held| (held.article.as_str(), held.about.as_str())).collect();
        assert_eq!(articles, [("Điều 6", "niêm yết: công khai"), ("Điều 7", "")]);
        assert_eq!((basis.source, basis.validity_source), (Source::User, Source::User));
        assert_eq!(basis.territory.as_deref(), Some("Gia Lai"));
        assert_eq!(item_codes(&basis), "C01, C03, E01");
        assert_eq!(article_lines(&basis), "Điều 6: niêm yết: công khai\nĐiều 7");
    }

    #[test]
    fn only_what_was_changed_rests_on_the_users_word() {
        let before = unsure();
        let same = BasisEntry { articles: article_lines(&before), ..entry() };
        assert_eq!(same.basis(Some(&before), "x".to_owned()), Ok(before.clone()));
        let ended = BasisEntry { valid_to: typed("2025-06-30"), ..same.clone() };
        let ended = ended.basis(Some(&before), "x".to_owned()).unwrap();
        assert_eq!((ended.id.as_str(), ended.source, ended.validity_source), ("nd-61", Source::Page, Source::User));
        let verified = BasisEntry { verified: true, ..same }.basis(Some(&before), "x".to_owned()).unwrap();
        assert_eq!((verified.source, verified.validity_source), (Source::User, Source::User));
        assert!(verified.articles.iter().all(|article| article.source == Source::User));
    }

    #[test]
    fn what_is_missing_or_wrong_is_named_at_its_field() {
        let fault = |entry: BasisEntry| entry.basis(None, "x".to_owned()).unwrap_err();
        assert_eq!(fault(BasisEntry { number: " ".to_owned(), ..entry() }), ("number", words::MISSING));
        assert_eq!(fault(BasisEntry { title: String::new(), ..entry() }), ("title", words::MISSING));
        assert_eq!(fault(BasisEntry { issued: TypedDate::Broken, ..entry() }), ("issued", words::BAD_DATE));
        assert_eq!(fault(BasisEntry { issued: typed("2018-06-22"), ..entry() }), ("from", words::WRONG_ORDER));
        assert_eq!(fault(BasisEntry { valid_to: typed("2018-06-20"), ..entry() }), ("to", words::WRONG_ORDER));
        assert_eq!(fault(BasisEntry { items: "C01, (x)".to_owned(), ..entry() }), ("items", words::BAD_ITEM));
        assert_eq!(
            fault(BasisEntry { articles: ": a".to_owned(), ..entry() }),
            ("articles", words::ARTICLE_WITHOUT_PLACE)
        );
    }
}
