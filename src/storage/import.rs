//! Import in two steps: a preview that says what would be added or replaced, then the writing, all or nothing.

use crate::domain::calendar::WorkingCalendar;
use crate::domain::edit::{Change, shorten};
use crate::domain::evidence::Evidence;
use crate::domain::id::{UnitId, VisitId};
use crate::domain::progress::{VisitSummary, summary};
use crate::domain::template::TemplateRef;
use crate::domain::visit::Visit;

use super::backend::{Backend, StoreError, Table};
use super::gate::CheckedFile;
use super::rescue::{LeftOut, Rescued};
use super::store::{Import, ImportedVisit, RevisionOf, Store};

/// What an import would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// What would happen to the supervision.
    pub supervision: Effect,
    /// What would happen to each visit, in the file's order.
    pub visits: Vec<(VisitId, Effect)>,
    /// Templates that would be added.
    pub new_templates: Vec<TemplateRef>,
    /// The file.
    pub file: CheckedFile,
    /// Short forms of the file's visits, in its order.
    own: Vec<VisitSummary>,
    /// Short forms of visits that are not in the file and change with their unit's level.
    summaries: Vec<VisitSummary>,
    seen: Vec<(RevisionOf, Option<u64>)>,
}

/// What a person is shown before an import: a preview of each supervision, and what is not taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offer {
    /// What would happen, supervision by supervision.
    pub previews: Vec<Preview>,
    /// The rows of a rescue file that are left out.
    pub left_out: Vec<LeftOut>,
    /// How many rows of a rescue file stand in tables that are not taken.
    pub passed_over: Vec<(Table, usize)>,
}

impl Offer {
    /// Compares what was brought with the store; dossiers are judged by this calendar.
    pub async fn of<B: Backend>(
        store: &Store<B>,
        brought: Rescued,
        calendar: Option<&WorkingCalendar>,
    ) -> Result<Self, ImportError> {
        let Rescued { files, left_out, passed_over } = brought;
        let mut previews = Vec::with_capacity(files.len());
        for file in files {
            previews.push(Preview::of(store, file, calendar).await?);
        }
        Ok(Self { previews, left_out, passed_over })
    }

    /// Whether the import would write anything.
    pub fn changes_anything(&self) -> bool {
        self.previews.iter().any(Preview::changes_anything)
    }

    /// Writes all of it in one transaction; refused if something moved since the previews.
    pub async fn take<B: Backend>(self, store: &Store<B>) -> Result<(), StoreError> {
        take_all(self.previews, store).await
    }
}

/// What an import would do to one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It is not on this device yet.
    Adds,
    /// It is here, exactly so.
    Keeps,
    /// It is here in another form, and would be replaced.
    Replaces {
        /// The revision on this device.
        here: u64,
        /// The revision in the file.
        file: u64,
    },
}

impl Effect {
    /// Whether the record is on this device already, in whatever form.
    pub fn is_here(self) -> bool {
        self != Self::Adds
    }
}

/// Why an import cannot be prepared.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// The file brings a template under an id and version that this device holds with another content.
    #[error("template {} version {} differs from the one on this device", .0.id, .0.version)]
    TemplateDiffers(TemplateRef),
    /// A visit in the file belongs, on this device, to another supervision.
    #[error("visit {0} belongs to another supervision on this device")]
    VisitElsewhere(VisitId),
    /// The file's supervision leaves out a unit that has visits on this device.
    #[error("the file has no unit {0}, which has visits on this device")]
    UnitHasVisits(UnitId),
    /// The store could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Preview {
    /// Compares a file with the store; dossiers are judged by this calendar.
    pub async fn of<B: Backend>(
        store: &Store<B>,
        file: CheckedFile,
        calendar: Option<&WorkingCalendar>,
    ) -> Result<Self, ImportError> {
        let mut seen = Vec::new();
        let mut new_templates = Vec::new();
        for template in &file.templates {
            match store.template(&template.reference()).await? {
                None => new_templates.push(template.reference()),
                Some(here) if here == *template => {}
                Some(_) => return Err(ImportError::TemplateDiffers(template.reference())),
            }
        }
        let of = RevisionOf::Supervision(file.supervision.id.clone());
        let here = readable(store.supervision(&file.supervision.id).await)?;
        let here_revision = store.revision(&of).await?;
        let supervision = match (&here, here_revision) {
            (Found::Record(Some(here)), _) if *here == file.supervision => Effect::Keeps,
            (Found::Record(None), _) => Effect::Adds,
            _ => Effect::Replaces { here: here_revision.unwrap_or_default(), file: file.supervision.revision },
        };
        seen.push((of, here_revision));
        let (mut visits, mut own) = (Vec::new(), Vec::new());
        for (visit, history) in &file.visits {
            let template = file.templates.iter().find(|template| template.reference() == visit.template);
            let unit = file.supervision.unit(&visit.unit);
            let (Some(template), Some(unit)) = (template, unit) else {
                return Err(StoreError::Missing { key: visit.id.to_string() }.into());
            };
            own.push(summary(template, visit, &Evidence::of(visit, template, calendar), unit.level));
            let of = RevisionOf::Visit(visit.id.clone());
            let here = readable(store.visit(&visit.id).await)?;
            let here_revision = store.revision(&of).await?;
            let effect = match here {
                Found::Record(None) => Effect::Adds,
                Found::Record(Some((here, _))) if here.supervision != visit.supervision => {
                    return Err(ImportError::VisitElsewhere(visit.id.clone()));
                }
                Found::Record(Some((here, _))) if here == *visit && is_history(store, visit, history).await? => {
                    Effect::Keeps
                }
                _ => Effect::Replaces { here: here_revision.unwrap_or_default(), file: visit.revision },
            };
            seen.push((of, here_revision));
            visits.push((visit.id.clone(), effect));
        }
        let mut summaries = Vec::new();
        if let (Effect::Replaces { .. }, Found::Record(Some(here))) = (supervision, here) {
            for short in others(store, &file).await? {
                let unit = file.supervision.unit(&short.unit);
                let unit = unit.ok_or_else(|| ImportError::UnitHasVisits(short.unit.clone()))?;
                let level_before = here.unit(&short.unit).map(|unit| unit.level);
                if level_before != Some(unit.level)
                    && let Some((visit, template)) = store.visit(&short.id).await?
                {
                    seen.push((RevisionOf::Visit(short.id), Some(visit.revision)));
                    let evidence = Evidence::of(&visit, &template, calendar);
                    summaries.push(summary(&template, &visit, &evidence, unit.level));
                }
            }
        }
        Ok(Self { supervision, visits, new_templates, file, own, summaries, seen })
    }

    /// Whether the import would write anything.
    pub fn changes_anything(&self) -> bool {
        !self.new_templates.is_empty()
            || self.supervision != Effect::Keeps
            || self.visits.iter().any(|(_, effect)| *effect != Effect::Keeps)
    }

    /// Writes the import in one transaction; refused if something moved since the preview.
    pub async fn take<B: Backend>(self, store: &Store<B>) -> Result<(), StoreError> {
        take_all(vec![self], store).await
    }

    /// Adds what is to be written to an import.
    fn add_to(self, import: &mut Import) {
        let Self { supervision, visits, new_templates, file, own, summaries, seen } = self;
        import.seen.extend(seen);
        import.summaries.extend(summaries);
        for (((visit, history), summary), (_, effect)) in file.visits.into_iter().zip(own).zip(visits) {
            // A visit's short form depends on its unit's level, so it is written anew when the supervision is.
            if effect == Effect::Keeps && supervision == Effect::Keeps {
                continue;
            }
            import.visits.push(ImportedVisit { visit, history, summary });
        }
        let new = file.templates.into_iter().filter(|template| new_templates.contains(&template.reference()));
        import.templates.extend(new);
        import.supervisions.extend((supervision != Effect::Keeps).then_some(file.supervision));
    }
}

async fn take_all<B: Backend>(previews: Vec<Preview>, store: &Store<B>) -> Result<(), StoreError> {
    let mut import = Import::default();
    previews.into_iter().for_each(|preview| preview.add_to(&mut import));
    store.import(&import).await
}

/// What a store holds under a key.
enum Found<T> {
    /// A record, or none.
    Record(Option<T>),
    /// A text that cannot be read. A file may replace it: that is how a backup mends it.
    Broken,
}

fn readable<T>(read: Result<Option<T>, StoreError>) -> Result<Found<T>, StoreError> {
    match read {
        Ok(record) => Ok(Found::Record(record)),
        Err(StoreError::Corrupt { .. }) => Ok(Found::Broken),
        Err(error) => Err(error),
    }
}

/// Whether the store holds this very history of a visit, be it told at length or in short.
async fn is_history<B: Backend>(store: &Store<B>, visit: &Visit, history: &[Change]) -> Result<bool, StoreError> {
    match store.history(&visit.id).await {
        Ok(here) if here == history => Ok(true),
        Ok(mut here) => {
            let mut history = history.to_vec();
            shorten(&mut here);
            shorten(&mut history);
            Ok(here == history)
        }
        Err(StoreError::Corrupt { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The visits of the file's supervision that are on this device and not in the file.
async fn others<B: Backend>(store: &Store<B>, file: &CheckedFile) -> Result<Vec<VisitSummary>, StoreError> {
    let mut here = store.summaries(Some(&file.supervision.id)).await?.items;
    here.retain(|short| file.visits.iter().all(|(visit, _)| visit.id != short.id));
    Ok(here)
}
