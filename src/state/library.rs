//! The library: every supervision and every visit in short, and what changes them as wholes.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{clock, files};
use crate::domain::answer::Stamp;
use crate::domain::evidence::Evidence;
use crate::domain::id::{SectionCode, SupervisionId, UnitId, VisitId};
use crate::domain::progress::{VisitSummary, summary};
use crate::domain::supervision::Supervision;
use crate::domain::template::Template;
use crate::domain::visit::Visit;
use crate::storage::backend::StoreError;
use crate::storage::gate::{CheckedFile, Refusal, read_template};
use crate::storage::import::Preview;
use crate::storage::store::CorruptRecord;
use crate::words::catalogue::notice as words;

use super::App;
use super::notice::{NoticeAction, import_sentence};
use super::route::Route;

/// The bundled template that a new visit begins with.
const TEMPLATE_ASSET: &str = "data/mau-phieu-mot-cua-1.json";

/// Something that is being read from the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loading<T> {
    /// Not there yet.
    Waiting,
    /// There.
    Ready(T),
}

impl<T> Loading<T> {
    /// What is there, if it is.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Waiting => None,
            Self::Ready(value) => Some(value),
        }
    }
}

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
    template: RwSignal<Loading<Template>>,
    busy: RwSignal<bool>,
}

impl Default for Library {
    fn default() -> Self {
        Self {
            supervisions: RwSignal::new(Loading::Waiting),
            summaries: RwSignal::new(Vec::new()),
            corrupt: RwSignal::new(Vec::new()),
            template: RwSignal::new(Loading::Waiting),
            busy: RwSignal::new(false),
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
            Loading::Ready(all) => Loading::Ready(all.iter().find(|supervision| supervision.id == *id).cloned()),
        })
    }

    /// The template that a new visit begins with; reactive. Read at the first call.
    pub fn template(self, app: App) -> Signal<Loading<Template>> {
        if self.template.with_untracked(|template| template.ready().is_none()) {
            spawn_local(async move {
                if let Some(template) = bundled(app, TEMPLATE_ASSET, read_template).await {
                    self.template.set(Loading::Ready(template));
                }
            });
        }
        self.template.into()
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

    /// Reads the lists again.
    pub fn refresh(self, app: App) {
        spawn_local(async move {
            if let Err(error) = self.read(app).await {
                app.fail(&error);
            }
        });
    }

    async fn read(self, app: App) -> Result<(), StoreError> {
        let store = app.store();
        let supervisions = store.supervisions().await?;
        let summaries = store.summaries(None).await?;
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

    /// Saves a supervision over the revision that the form read (none if it is new), then goes on. The draft of the form,
    /// which has the key `draft`, is deleted with it.
    pub fn save_supervision(
        self,
        app: App,
        supervision: Supervision,
        read: Option<u64>,
        draft: Option<String>,
        then: Route,
    ) {
        self.alone(async move {
            app.drafts.leave_with_record(draft.as_deref());
            match self.write_supervision(app, supervision, read, draft.as_deref()).await {
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

    /// Writes a supervision over the revision that was read, and what its units' levels change in the lists.
    pub(super) async fn write_supervision(
        self,
        app: App,
        mut supervision: Supervision,
        read: Option<u64>,
        draft: Option<&str>,
    ) -> Result<(), StoreError> {
        supervision.revision = read.unwrap_or(0) + 1;
        let store = app.store();
        let (mut shorts, mut changed) = (Vec::new(), Vec::new());
        if read.is_some() {
            app.settle().await;
            let before = store.supervision(&supervision.id).await?;
            let level_before = |unit| Some(before.as_ref()?.unit(unit)?.level);
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
        self.alone(async move {
            let Some(template) = bundled(app, TEMPLATE_ASSET, read_template).await else {
                return;
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

    /// Runs one write that a form asked for, unless one is under way.
    pub(super) fn alone(self, write: impl Future<Output = ()> + 'static) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            write.await;
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
        let begun =
            Stamp { at: clock::now(), by: app.prefs.person.get_untracked(), device: app.prefs.device.get_untracked() };
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

    /// Removes a supervision with its visits, and offers to take that back.
    pub fn delete_supervision(self, app: App, id: SupervisionId) {
        self.alone(async move {
            let deleted = async {
                let Some(file) = app.read_whole(&id).await? else {
                    return Ok(None);
                };
                let visits: Vec<_> = file.visits.iter().map(|(visit, _)| (visit.id.clone(), visit.revision)).collect();
                app.store().delete_supervision(&id, file.supervision.revision, &visits).await?;
                Ok::<_, StoreError>(Some(file))
            };
            match deleted.await {
                Ok(Some(file)) => {
                    let visits: Vec<VisitId> = file.visits.iter().map(|(visit, _)| visit.id.clone()).collect();
                    app.forget_visits(&visits);
                    self.after_change(app).await;
                    app.go(&Route::Home);
                    self.offer_undo(app, words::SUPERVISION_DELETED.get(app.prefs.lang.get_untracked()), file);
                }
                Ok(None) => {}
                Err(error) => app.fail(&error),
            }
        });
    }

    /// Removes a visit, and offers to take that back.
    pub fn delete_visit(self, app: App, supervision: SupervisionId, id: VisitId) {
        self.alone(async move {
            let deleted = async {
                let Some(mut file) = app.read_whole(&supervision).await? else {
                    return Ok(None);
                };
                file.visits.retain(|(visit, _)| visit.id == id);
                let Some((visit, _)) = file.visits.first() else { return Ok(None) };
                app.store().delete_visit(&supervision, &id, visit.revision).await?;
                Ok::<_, StoreError>(Some(file))
            };
            match deleted.await {
                Ok(Some(file)) => {
                    app.forget_visits(std::slice::from_ref(&id));
                    self.after_change(app).await;
                    app.go(&Route::Supervision(supervision.clone()));
                    self.offer_undo(app, words::VISIT_DELETED.get(app.prefs.lang.get_untracked()), file);
                }
                Ok(None) => {}
                Err(error) => app.fail(&error),
            }
        });
    }

    fn offer_undo(self, app: App, sentence: &str, file: CheckedFile) {
        let file = StoredValue::new(Some(file));
        let run = Callback::new(move |()| {
            let Some(file) = file.try_update_value(Option::take).flatten() else {
                return;
            };
            spawn_local(async move {
                let calendar = app.calendar_for(&file).await;
                match Preview::of(&app.store(), file, calendar.as_deref()).await {
                    Ok(preview) => match preview.take(&app.store()).await {
                        Ok(()) => self.after_change(app).await,
                        Err(error) => app.fail(&error),
                    },
                    Err(error) => app.notices.fail(import_sentence(&error, app.prefs.lang.get_untracked())),
                }
            });
        });
        app.notices.offer(sentence, NoticeAction { label: words::UNDO, run });
    }

    /// Reads the lists again and tells the other tabs.
    pub(super) async fn after_change(self, app: App) {
        app.tabs.announce_library();
        if let Err(error) = self.read(app).await {
            app.fail(&error);
        }
    }
}

/// Reads a data file that ships with the app; what is wrong with it becomes a notice.
pub(super) async fn bundled<T>(app: App, name: &str, read: fn(&[u8]) -> Result<T, Refusal>) -> Option<T> {
    let lang = app.prefs.lang.get_untracked();
    let Ok(bytes) = files::bundled(name).await else {
        app.notices.fail(words::ASSET_FAILED.get(lang).replace("{name}", name));
        return None;
    };
    match read(&bytes) {
        Ok(record) => Some(record),
        Err(refusal) => {
            app.notices.fail(refusal.sentence(lang));
            None
        }
    }
}
