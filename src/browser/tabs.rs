//! Word between the tabs of one browser: what changed in the database. The revision check in the database protects
//! the data; this only lets the other tabs refresh early.

use wasm_bindgen::JsValue;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::domain::id::VisitId;

use super::listener::Listener;
use super::page::kept_name;

/// What another tab has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// This visit.
    VisitChanged(VisitId),
    /// Supervisions, or which visits there are.
    LibraryChanged,
    /// Reference data.
    ReferencesChanged,
    /// Drafts of forms.
    DraftsChanged,
}

impl Notice {
    fn to_message(&self) -> String {
        match self {
            Self::VisitChanged(id) => format!("visit:{id}"),
            Self::LibraryChanged => "library".to_owned(),
            Self::ReferencesChanged => "references".to_owned(),
            Self::DraftsChanged => "drafts".to_owned(),
        }
    }

    /// None for what another version of the app may say.
    fn from_message(message: &str) -> Option<Self> {
        match message.strip_prefix("visit:") {
            Some(id) => VisitId::new(id).ok().map(Self::VisitChanged),
            None => [Self::LibraryChanged, Self::ReferencesChanged, Self::DraftsChanged]
                .into_iter()
                .find(|notice| notice.to_message() == message),
        }
    }
}

/// The line to the other tabs; dropping it hangs up.
#[derive(Debug)]
pub struct Tabs {
    line: Option<(BroadcastChannel, Listener)>,
}

impl Tabs {
    /// Joins the line and calls back at each notice from another tab. Without such a line in the browser it is
    /// silent.
    pub fn join(notice: impl Fn(Notice) + 'static) -> Self {
        let line = BroadcastChannel::new(&kept_name()).ok().map(|channel| {
            let listener = Listener::on(channel.clone(), "message", move |event| {
                let message = MessageEvent::from(JsValue::from(event)).data().as_string();
                if let Some(heard) = message.as_deref().and_then(Notice::from_message) {
                    notice(heard);
                }
            });
            (channel, listener)
        });
        Self { line }
    }

    /// Tells the other tabs.
    pub fn announce(&self, notice: &Notice) {
        if let Some((channel, _)) = &self.line {
            // It throws only once the line is closed, which is when this is dropped.
            let _ = channel.post_message(&JsValue::from_str(&notice.to_message()));
        }
    }
}

impl Drop for Tabs {
    fn drop(&mut self) {
        if let Some((channel, _)) = &self.line {
            channel.close();
        }
    }
}
