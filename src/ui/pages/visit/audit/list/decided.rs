//! What was made of a discrepancy, and the edits that make it so.

use leptos::prelude::*;

use crate::domain::edit::{Edit, FiguresEdit, Put};
use crate::domain::figures::Decision;
use crate::domain::figures::audit::Discrepancy;
use crate::domain::finding::{FindingEntry, Remedy};
use crate::domain::id::{DiscrepancyId, FindingId};
use crate::domain::regime::LegalScope;
use crate::domain::template::Item;
use crate::report::audit::finding_content;
use crate::state::page::focus;
use crate::state::{App, Session};
use crate::words::Text;
use crate::words::catalogue::audit as words;

use super::Audited;

/// What was made of a discrepancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing yet, or nothing any more: the finding made of it was dropped.
    Open,
    /// A finding.
    Finding,
    /// It was set aside.
    Aside,
}

impl State {
    /// Of a discrepancy; reactive.
    pub(super) fn of(session: Session, id: &DiscrepancyId) -> Self {
        match decision(session, id) {
            Some(Decision::SetAside { .. }) => Self::Aside,
            Some(Decision::Finding { finding }) if has_finding(session, &finding) => Self::Finding,
            Some(Decision::Finding { .. }) | None => Self::Open,
        }
    }

    /// In words.
    pub(super) fn label(self) -> Text {
        match self {
            Self::Open => words::STATE_OPEN,
            Self::Finding => words::STATE_FINDING,
            Self::Aside => words::STATE_ASIDE,
        }
    }

    /// In handles.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Finding => "finding",
            Self::Aside => "aside",
        }
    }
}

/// The decision on a discrepancy; reactive.
pub(super) fn decision(session: Session, id: &DiscrepancyId) -> Option<Decision> {
    session.figures(|figures| figures.decisions.get(id).map(|held| held.value.clone()))
}

/// Whether a finding is still there; reactive.
pub(super) fn has_finding(session: Session, id: &FindingId) -> bool {
    session.visit(|visit| visit.findings.contains_key(id))
}

/// Makes a finding of a discrepancy.
pub(super) fn make_finding(app: App, audited: Audited, found: &Discrepancy) {
    let Ok(id) = FindingId::new(app.new_id()) else { return };
    let session = audited.session;
    let template = session.template();
    let item = template.item_against(found);
    let basis = item.map(|item| binding(app, session, item)).unwrap_or_default();
    let content = untrack(|| audited.tell(app, |teller| finding_content(teller, found, item, basis)));
    let entry = FindingEntry {
        item: item.map(|item| item.code.clone()),
        content: Some(content),
        withdrawn: None,
        remedy: Remedy::Open,
        stamp: session.stamp(),
    };
    // The finding first: a decision never names one that is not there.
    let made = Edit::Finding { id: id.clone(), entry: Some(entry) };
    decide_with(session, Some(made), &found.id, Some(Decision::Finding { finding: id }));
}

/// What an item rests on at this visit; nothing while the legal bases are not read.
fn binding(app: App, session: Session, item: &Item) -> Vec<String> {
    untrack(|| {
        let supervision = session.supervision();
        let scope = LegalScope { on: session.visit(|visit| visit.date), province: supervision.province() };
        let bases = app.legal_known();
        bases
            .read()
            .ready()
            .map(|bases| bases.value.index().grounds(&item.code, &item.basis, scope))
            .unwrap_or_default()
    })
}

/// Sets a discrepancy aside.
pub(super) fn set_aside(session: Session, id: &DiscrepancyId, reason: String) -> bool {
    decide(session, id, Some(Decision::SetAside { reason }))
}

/// Takes back what was made of a discrepancy, and the finding with it.
pub(super) fn take_back(session: Session, id: &DiscrepancyId) {
    let dropped = match untrack(|| decision(session, id)) {
        Some(Decision::Finding { finding }) if untrack(|| has_finding(session, &finding)) => {
            Some(Edit::Finding { id: finding, entry: None })
        }
        _ => None,
    };
    decide_with(session, dropped, id, None);
}

/// Drops the record of a decision, and leaves its finding alone.
pub(super) fn forget(session: Session, id: &DiscrepancyId) {
    decide(session, id, None);
}

/// The id of the button that comes first once something was decided, or taken back.
pub(super) fn act_id(id: &DiscrepancyId) -> String {
    format!("act-{id}")
}

fn decide(session: Session, id: &DiscrepancyId, decision: Option<Decision>) -> bool {
    decide_with(session, None, id, decision)
}

/// Decides, and in the same act makes another edit before.
fn decide_with(session: Session, first: Option<Edit>, id: &DiscrepancyId, decision: Option<Decision>) -> bool {
    // The button that was tapped goes; the keys must not fall back to the top of the page.
    let act = act_id(id);
    request_animation_frame(move || {
        focus(&act);
    });
    let put = vec![Put { id: id.clone(), value: decision }];
    let decided = Edit::Figures { change: FiguresEdit::Decisions { put } };
    session.takes(Edit::of(first.into_iter().chain([decided])))
}
