//! The library: every supervision and every visit in short, and what changes them as wholes.

use std::collections::VecDeque;
use std::pin::Pin;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clock, files, preferences};
use crate::domain::edit::join_supervision;
use crate::domain::evidence::Evidence;
use crate::domain::id::{SectionCode, SupervisionId, UnitId, VisitId};
use crate::domain::progress::{VisitSummary, summary};
use crate::domain::supervision::Supervision;
use crate::domain::template::Template;
use crate::domain::visit::Visit;
use crate::storage::backend::StoreError;
use crate::storage::gate::{Refusal, read_template};
use crate::storage::store::CorruptRecord;
use crate::words::catalogue::notice as words;

use super::App;
pub use super::loading::{Loading, Unread};
use super::notice::reading_sentence;
use super::route::Route;
use super::seen::{Loss, Occasion, Seen, after_reading};

/// The bundled template that a new visit begins with.
const TEMPLATE_ASSET: &str = "data/mau-phieu-mot-cua-1.json";

/// What a person says about a new visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewVisit {
    /// The supervision it belongs to.
    pub supervision: SupervisionId,
    /// The unit visited.
    pub unit: UnitId,
    /// The day.
    pub date: chrono::NaiveDate,
    /// The people present, by post.
    pub present: Vec<String>,
    /// The chosen groups.
    pub sections: Vec<SectionCode>,
}

/// The library. A handle: copies are the same library.
#[derive(Clone, Copy)]
pub struct Library {
    supervisions: RwSignal<Loading<Vec<Supervision>>>,
    summaries: RwSignal<Vec<VisitSummary>>,
    corrupt: RwSignal<Vec<CorruptRecord>>,
    loss: RwSignal<Option<Loss>>,
    template: RwSignal<Loading<Template>>,
    busy: RwSignal<bool>,
    waiting: StoredValue<VecDeque<Write>, LocalStorage>,
}

/// A write of whole records that waits for the one before it, with the name of what is under way.
type Write = (String, Pin<Box<dyn Future<Output = ()>>>);

impl Default for Library {
    fn default() -> Self {
        Self {
            supervisions: RwSignal::new(Loading::Waiting),
            summaries: RwSignal::new(Vec::new()),
            corrupt: RwSignal::new(Vec::new()),
            loss: RwSignal::new(None),
            template: RwSignal::new(Loading::Waiting),
            busy: RwSignal::new(false),
            waiting: StoredValue::new_local(VecDeque::new()),
        }
    }
}

impl Library {
    /// Every supervision, by id; reactive.
    pub fn supervisions(self) -> Signal<Loading<Vec<Supervision>>> {
        self.supervisions.into()
    }

    /// Every visit in short; reactive.
    pub fn summaries(self) -> Signal<Vec<VisitSummary>> {
        self.summaries.into()
    }

    /// Records that cannot be read; reactive.
    pub fn corrupt(self) -> Signal<Vec<CorruptRecord>> {
        self.corrupt.into()
    }

    /// One supervision: waiting until the list is read, then the supervision or none; reactive.
    pub fn supervision(self, id: &SupervisionId) -> Loading<Option<Supervision>> {
        self.supervisions.with(|loading| match loading {
            Loading::Waiting => Loading::Waiting,
            Loading::Failed(why) => Loading::Failed(why.clone()),
            Loading::Ready(all) => Loading::Ready(all.iter().find(|supervision| supervision.id == *id).cloned()),
        })
    }

    /// What was here before and is not any more; reactive.
    pub fn loss(self) -> Signal<Option<Loss>> {
        self.loss.into()
    }

    /// What was here when the database was last read; the only thing known of one that does not open.
    pub fn seen(self) -> Seen {
        preferences::seen()
    }

    /// The person knows of the loss: what is here now is what is to be here.
    pub fn accept_loss(self) {
        if let Some(loss) = self.loss.get_untracked() {
            preferences::set_seen(loss.found);
            self.loss.set(None);
        }
    }

    /// The template that a new visit begins with; reactive. Read at the first call.
    pub fn template(self) -> Signal<Loading<Template>> {
        if self.template.with_untracked(|template| template.ready().is_none()) {
            self.read_template();
        }
        self.template.into()
    }

    /// Reads the template that a new visit begins with.
    pub fn read_template(self) {
        self.template.set(Loading::Waiting);
        spawn_local(async move { self.template.set(bundled(TEMPLATE_ASSET, read_template).await.into()) });
    }

    /// Reads the lists, if they were not read yet.
    pub fn ensure(self, app: App) {
        if self.supervisions.with_untracked(|loading| loading.ready().is_none()) {
            self.refresh(app);
        }
    }

    pub(super) fn refresh_if_read(self, app: App) {
        if self.supervisions.with_untracked(|loading| loading.ready().is_some()) {
            self.refresh(app);
        }
    }

    /// Reads the lists again. Where they cannot be read, that stands in their place; where they were read before, it is a
    /// notice.
    pub fn refresh(self, app: App) {
        if self.supervisions.with_untracked(|loading| matches!(loading, Loading::Failed(_))) {
            self.supervisions.set(Loading::Waiting);
        }
        spawn_local(self.read_or_say(app, Occasion::Refresh));
    }

    async fn read_or_say(self, app: App, occasion: Occasion) {
        let Err(error) = self.read(app, occasion).await else { return };
        if self.supervisions.with_untracked(|loading| loading.ready().is_some()) {
            app.fail(&error);
        } else {
            self.supervisions.set(Loading::Failed(Unread::of(move |lang| reading_sentence(&error, lang))));
        }
    }

    async fn read(self, app: App, occasion: Occasion) -> Result<(), StoreError> {
        let store = app.store();
        let supervisions = store.supervisions().await?;
        let summaries = store.summaries(None).await?;
        let found = Seen {
            supervisions: supervisions.items.len() + supervisions.corrupt.len(),
            visits: summaries.items.len() + summaries.corrupt.len(),
            on: Some(clock::today()),
        };
        let is_first = self.supervisions.with_untracked(|loading| loading.ready().is_none());
        let occasion = if is_first { Occasion::First } else { occasion };
        let (seen, loss) = after_reading(occasion, preferences::seen(), self.loss.get_untracked(), found);
        preferences::set_seen(seen);
        self.loss.set(loss);
        if is_first && seen.supervisions == 0 {
            app.look_for_shared_data();
        }
        let mut corrupt = supervisions.corrupt;
        corrupt.extend(summaries.corrupt);
        self.corrupt.set(corrupt);
        self.summaries.set(summaries.items);
        self.supervisions.set(Loading::Ready(supervisions.items));
        Ok(())
    }

    pub(super) fn replace_summary(self, short: VisitSummary) {
        self.summaries.update(|summaries| match summaries.iter_mut().find(|summary| summary.id == short.id) {
            Some(summary) => *summary = short,
            None => summaries.push(short),
        });
    }

    /// Whether a record is being written that a form asked for; reactive. Forms rest meanwhile, so that a second tap
    /// does not write twice.
    pub fn busy(self) -> Signal<bool> {
        self.busy.into()
    }

    /// Saves what a form made of the supervision `before` (none if it is new), then goes on. The draft of the form,
    /// which has the key `draft`, is deleted with it.
    pub fn save_supervision(
        self,
        app: App,
        supervision: Supervision,
        before: Option<Supervision>,
        draft: Option<String>,
        then: Route,
    ) {
        self.run_exclusive(format!("save {}", supervision.id), async move {
            app.drafts.leave_with_record(draft.as_deref());
            match self.write_supervision(app, supervision, before, draft.as_deref()).await {
                Ok(()) => {
                    app.drafts.stored(draft.as_slice());
                    app.go(&then);
                }
                Err(error) => {
                    app.drafts.stay(draft.as_deref());
                    app.fail(&error);
                }
            }
        });
    }

    /// Writes what was made of the supervision `before`, and what its units' levels change in the lists. What another tab
    /// made of it meanwhile stays, and is told.
    pub(super) async fn write_supervision(
        self,
        app: App,
        mut supervision: Supervision,
        before: Option<Supervision>,
        draft: Option<&str>,
    ) -> Result<(), StoreError> {
        let store = app.store();
        let (mut shorts, mut changed) = (Vec::new(), Vec::new());
        let mut read = None;
        if let Some(before) = before {
            app.settle().await;
            let missing = || StoreError::Missing { key: before.id.to_string() };
            let stored = store.supervision(&before.id).await?.ok_or_else(missing)?;
            read = Some(stored.revision);
            if stored.revision != before.revision {
                supervision = join_supervision(&before, &supervision, stored.clone());
                app.notices.say(words::SUPERVISION_JOINED.get(app.prefs.lang.get_untracked()));
            }
            let level_before = |unit| Some(stored.unit(unit)?.level);
            let visits = store.summaries(Some(&supervision.id)).await?.items;
            for short in &visits {
                let Some(unit) = supervision.unit(&short.unit) else { continue };
                if level_before(&short.unit) != Some(unit.level)
                    && let Some((visit, template)) = store.visit(&short.id).await?
                {
                    let evidence = app.evidence(&visit, &template).await;
                    shorts.push(summary(&template, &visit, &evidence, unit.level));
                }
            }
            changed = visits.into_iter().map(|short| short.id).collect::<Vec<VisitId>>();
        }
        supervision.revision = read.unwrap_or(0) + 1;
        store.put_supervision_with(&supervision, read, &shorts, draft).await?;
        // An open visit shows its unit as it was when it was opened.
        changed.iter().for_each(|id| app.draw_visit_anew(id));
        app.ask_for_protection_once();
        self.after_change(app).await;
        Ok(())
    }

    /// Begins a visit with the bundled template and opens its checklist. The draft of the form, which has the key `draft`, is
    /// deleted with it.
    pub fn begin_visit(self, app: App, new: NewVisit, draft: Option<String>) {
        self.run_exclusive(format!("begin {} {}", new.supervision, new.unit), async move {
            let template = match bundled(TEMPLATE_ASSET, read_template).await {
                Ok(template) => template,
                Err(why) => return app.notices.fail(why.sentence(app.prefs.lang.get_untracked())),
            };
            app.drafts.leave_with_record(draft.as_deref());
            match self.write_visit(app, new, &template, draft.as_deref()).await {
                Ok(id) => {
                    app.drafts.stored(draft.as_slice());
                    app.ask_for_protection_once();
                    self.after_change(app).await;
                    app.go(&Route::Visit(id));
                }
                Err(error) => {
                    app.drafts.stay(draft.as_deref());
                    app.fail(&error);
                }
            }
        });
    }

    /// Runs one write of whole records after those that were asked for before. One with the same name as one that waits or
    /// is under way is a second tap, and is not run twice.
    pub(super) fn run_exclusive(self, name: impl Into<String>, write: impl Future<Output = ()> + 'static) {
        let name = name.into();
        let is_second = self.waiting.with_value(|waiting| waiting.iter().any(|(other, _)| *other == name));
        if is_second {
            return;
        }
        self.waiting.update_value(|waiting| waiting.push_back((name, Box::pin(write))));
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            // The name of the one under way stays in the queue until it is done.
            while let Some(write) = self.waiting.try_update_value(take_next).flatten() {
                write.await;
                self.waiting.try_update_value(VecDeque::pop_front);
            }
            self.busy.set(false);
        });
    }

    async fn write_visit(
        self,
        app: App,
        new: NewVisit,
        template: &Template,
        draft: Option<&str>,
    ) -> Result<VisitId, StoreError> {
        let store = app.store();
        let missing = |key: &str| StoreError::Missing { key: key.to_owned() };
        let supervision = store.supervision(&new.supervision).await?;
        let supervision = supervision.ok_or_else(|| missing(new.supervision.as_str()))?;
        let unit = supervision.unit(&new.unit).ok_or_else(|| missing(new.unit.as_str()))?;
        // What is stored under an id and version never changes, so that visits begun with it keep their scores.
        let stored = store.template(&template.reference()).await?;
        let template = stored.as_ref().unwrap_or(template);
        let id = VisitId::new(app.new_id()).map_err(|error| StoreError::Backend { detail: error.to_string() })?;
        let begun = app.stamp();
        let visit = Visit {
            id: id.clone(),
            supervision: new.supervision,
            unit: new.unit,
            revision: 0,
            template: template.reference(),
            begun,
            date: new.date,
            present: new.present,
            sections: new.sections,
            entries: Default::default(),
            findings: Default::default(),
            dossiers: Default::default(),
            draws: Vec::new(),
            posting: None,
            figures: Default::default(),
        };
        let short = summary(template, &visit, &Evidence::default(), unit.level);
        store.begin_visit(&visit, &short, template, draft).await?;
        Ok(id)
    }

    /// Reads the lists again and tells the other tabs.
    pub(super) async fn after_change(self, app: App) {
        app.tabs.announce_library();
        self.read_or_say(app, Occasion::OwnChange).await;
    }
}

/// Reads a data file that ships with the app.
pub(super) async fn bundled<T>(name: &'static str, read: fn(&[u8]) -> Result<T, Refusal>) -> Result<T, Unread> {
    let Ok(bytes) = files::bundled(name).await else {
        return Err(Unread::of(move |lang| words::ASSET_FAILED.get(lang).replace("{name}", name)));
    };
    read(&bytes).map_err(|refusal| Unread::of(move |lang| refusal.sentence(lang)))
}

/// The next write, whose name stays at the head of the queue.
fn take_next(waiting: &mut VecDeque<Write>) -> Option<Pin<Box<dyn Future<Output = ()>>>> {
    let (_, write) = waiting.front_mut()?;
    Some(std::mem::replace(write, Box::pin(std::future::ready(()))))
}
