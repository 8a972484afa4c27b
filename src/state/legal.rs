//! The legal bases that citations are checked against: the user's where there are any, else the bundled ones.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::regime::{LegalBases, LegalBasesEdit, LegalBasesError, LegalBasis, LegalProblem};
use crate::storage::gate::{Refusal, read_legal_bases};
use crate::storage::reference::ReferenceKind;
use crate::words::Text;
use crate::words::catalogue::{legal as labels, references};

use super::App;
use super::library::Loading;
use super::references::{Bundled, InUse, Kept, ReferenceError};

impl Bundled for LegalBases {
    const KIND: ReferenceKind = ReferenceKind::Legal;
    const ASSET: &'static str = "data/can-cu-phap-ly-1.json";

    fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        read_legal_bases(bytes)
    }

    fn kept(app: App) -> Kept<Self> {
        app.legal
    }
}

impl App {
    /// The legal bases, and where they come from; reactive. Read at the first call.
    pub fn legal_in_use(self) -> Signal<Loading<Arc<InUse<LegalBases>>>> {
        self.ensure_reference::<LegalBases>();
        self.legal.0.into()
    }

    /// Tries to read the legal bases that could not be read.
    pub fn retry_legal(self) {
        self.retry_reference::<LegalBases>();
    }

    /// The legal bases as far as they are read; reactive. A page on which another part reads them asks for these.
    pub fn legal_known(self) -> Signal<Loading<Arc<InUse<LegalBases>>>> {
        self.legal.0.into()
    }

    /// The legal bases in use, once they are read: what citations are checked against.
    pub async fn legal_bases(self) -> Result<Arc<InUse<LegalBases>>, ReferenceError> {
        self.reference::<LegalBases>().await
    }

    /// Changes the legal bases and offers to take that back. `shown` is the document that a form began with: if it is
    /// another one by now, nothing is changed. `then` runs once it is written.
    pub fn edit_legal(
        self,
        edit: LegalBasesEdit,
        shown: Option<LegalBasis>,
        said: Text,
        draft: Option<String>,
        then: Callback<()>,
    ) {
        let lang = self.prefs.lang.get_untracked();
        let change = move |now: &InUse<LegalBases>| {
            if let Some(shown) = shown
                && now.value.get(&shown.id) != Some(&shown)
            {
                return Err(references::MOVED.get(lang).to_owned());
            }
            now.value.edited(edit).map_err(|error| legal_sentence(&error).get(lang).to_owned())
        };
        self.change_reference(Box::new(change), said, draft, then);
    }

    /// Goes back to the legal bases of the app.
    pub fn use_bundled_legal(self) {
        let change = |now: &InUse<LegalBases>| Ok(now.bundled.clone());
        self.change_reference(Box::new(change), references::BUNDLED_USED, None, Callback::new(|()| ()));
    }

    /// Takes what a newer version of the app brings; the user's own documents stay.
    pub fn take_legal_news(self) {
        let change = |now: &InUse<LegalBases>| Ok(now.news().map_or_else(|| now.value.clone(), |(merged, _)| merged));
        self.change_reference(Box::new(change), references::NEWS_TAKEN, None, Callback::new(|()| ()));
    }

    /// Drops legal bases that cannot be read.
    pub fn drop_corrupt_legal(self) {
        self.drop_corrupt_reference::<LegalBases>();
    }
}

/// Why an edit of the legal bases cannot be taken, in words.
fn legal_sentence(error: &LegalBasesError) -> Text {
    match error {
        LegalBasesError::Basis { problem, .. } => match problem {
            LegalProblem::Duplicate => references::MOVED,
            LegalProblem::BadText => labels::BAD_TEXT,
            LegalProblem::ImplausibleDate => labels::BAD_DATE,
            LegalProblem::WrongOrder => labels::WRONG_ORDER,
            LegalProblem::TooManyArticles => labels::TOO_MANY,
        },
        LegalBasesError::TooMany | LegalBasesError::BadHead => labels::TOO_MANY,
        LegalBasesError::NoSuchBasis(_) => references::MOVED,
    }
}
