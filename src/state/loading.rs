//! Something on its way from the store or from the files of the app.

use std::fmt;
use std::sync::Arc;

use crate::words::Lang;

/// Something that is being read.
#[derive(Clone, Debug, PartialEq)]
pub enum Loading<T> {
    /// Not there yet.
    Waiting,
    /// It cannot be read, for this reason, until it is tried again.
    Failed(Unread),
    /// There.
    Ready(T),
}

impl<T> Loading<T> {
    /// What is there, if it is.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Waiting | Self::Failed(_) => None,
            Self::Ready(value) => Some(value),
        }
    }

    /// How far it is, without what is there.
    pub fn phase(&self) -> Loading<()> {
        match self {
            Self::Waiting => Loading::Waiting,
            Self::Failed(why) => Loading::Failed(why.clone()),
            Self::Ready(_) => Loading::Ready(()),
        }
    }
}

impl<T> From<Result<T, Unread>> for Loading<T> {
    fn from(read: Result<T, Unread>) -> Self {
        match read {
            Ok(value) => Self::Ready(value),
            Err(why) => Self::Failed(why),
        }
    }
}

/// Why something cannot be read: a sentence in either language. What makes it is kept and not the error itself, so that
/// the sentences of one room's errors stay in the part of the app that can meet them.
#[derive(Clone)]
pub struct Unread(Arc<dyn Fn(Lang) -> String + Send + Sync>);

impl Unread {
    /// For the reason that this says.
    pub(super) fn of(sentence: impl Fn(Lang) -> String + Send + Sync + 'static) -> Self {
        Self(Arc::new(sentence))
    }

    /// The reason in words.
    pub fn sentence(&self, lang: Lang) -> String {
        (self.0)(lang)
    }
}

impl PartialEq for Unread {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Debug for Unread {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Unread").field(&self.sentence(Lang::En)).finish()
    }
}
