//! Import in two steps: a preview that says what would be added or replaced, then the writing, all or nothing.

use crate::domain::calendar::WorkingCalendar;
use std::collections::BTreeMap;

use crate::domain::edit::{Change, shorten};
use crate::domain::evidence::Evidence;
use crate::domain::id::{UnitId, VisitId};
use crate::domain::progress::{VisitSummary, summary};
use crate::domain::supervision::Supervision;
use crate::domain::template::TemplateRef;
use crate::domain::visit::Visit;

use super::backend::{Backend, StoreError, Table};
use super::comparison::compare;
use super::gate::CheckedFile;
use super::rescue::{LeftOut, Rescued};
use super::store::{Import, ImportedVisit, RevisionOf, Store};

pub use super::comparison::{Comparison, Way};

/// What an import would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// What would happen to the supervision.
    pub supervision: Effect,
    /// What would happen to each visit, in the file's order.
    pub visits: Vec<(VisitId, Effect)>,
    /// How the visits that are here in another form compare with the file's.
    pub comparisons: BTreeMap<VisitId, Comparison>,
    /// Templates that would be added.
    pub new_templates: Vec<TemplateRef>,
    /// The file.
    pub file: CheckedFile,
    /// Short forms of the file's visits, in its order.
    own: Vec<VisitSummary>,
    /// Short forms of visits that are not in the file and change with their unit's level.
    summaries: Vec<VisitSummary>,
    seen: Vec<(RevisionOf, Option<u64>)>,
    /// The supervision as it is here, where it can be read.
    before: Option<Supervision>,
}

/// What an import replaced, to put it back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Replaced(Import);

impl Replaced {
    /// Whether nothing was replaced.
    pub fn is_empty(&self) -> bool {
        self.0.supervisions.is_empty() && self.0.visits.is_empty()
    }

    /// The visits that were replaced.
    pub fn visits(&self) -> impl Iterator<Item = &VisitId> {
        self.0.visits.iter().map(|imported| &imported.visit.id)
    }

    /// Puts it back in one transaction; refused if something moved since.
    pub async fn put_back<B: Backend>(self, store: &Store<B>) -> Result<(), StoreError> {
        store.import(&self.0).await
    }
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

    /// Whether the import would write anything, with these ways.
    pub fn writes_anything(&self, ways: &BTreeMap<VisitId, Way>) -> bool {
        self.previews.iter().any(|preview| preview.writes_anything(ways))
    }

    /// Whether the import would write anything.
    pub fn changes_anything(&self) -> bool {
        self.previews.iter().any(Preview::changes_anything)
    }

    /// Writes all of it in one transaction; refused if something moved since the previews. `ways` says what becomes of
    /// visits that are here in another form, where it is not the usual. Gives what was replaced.
    pub async fn take<B: Backend>(
        self,
        store: &Store<B>,
        ways: &BTreeMap<VisitId, Way>,
    ) -> Result<Replaced, StoreError> {
        take_all(self.previews, store, ways).await
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
        let (mut visits, mut own, mut comparisons) = (Vec::new(), Vec::new(), BTreeMap::new());
        for (visit, file_history) in &file.visits {
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
                Found::Record(Some((here, _))) if here == *visit && is_history(store, visit, file_history).await? => {
                    Effect::Keeps
                }
                Found::Record(Some((here, _))) => {
                    let history = match store.history(&visit.id).await {
                        Err(StoreError::Corrupt { .. }) => Vec::new(),
                        history => history?,
                    };
                    let short = summary(template, &here, &Evidence::of(&here, template, calendar), unit.level);
                    let here = ImportedVisit { visit: here, history, summary: short };
                    let mut compared = compare(here, visit, file_history, template);
                    if let Some(joined) = &mut compared.joined {
                        let evidence = Evidence::of(&joined.visit, template, calendar);
                        joined.summary = summary(template, &joined.visit, &evidence, unit.level);
                    }
                    comparisons.insert(visit.id.clone(), compared);
                    Effect::Replaces { here: here_revision.unwrap_or_default(), file: visit.revision }
                }
                Found::Broken => Effect::Replaces { here: here_revision.unwrap_or_default(), file: visit.revision },
            };
            seen.push((of, here_revision));
            visits.push((visit.id.clone(), effect));
        }
        let mut summaries = Vec::new();
        if let (Effect::Replaces { .. }, Found::Record(Some(here))) = (supervision, &here) {
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
        let before = match here {
            Found::Record(before) => before,
            Found::Broken => None,
        };
        Ok(Self { supervision, visits, comparisons, new_templates, file, own, summaries, seen, before })
    }

    /// The ways in which every visit of the file takes the place of the one that is here.
    pub fn all_taken(&self) -> BTreeMap<VisitId, Way> {
        self.comparisons.keys().map(|visit| (visit.clone(), Way::Take)).collect()
    }

    /// Whether the import would write anything, with these ways.
    pub fn writes_anything(&self, ways: &BTreeMap<VisitId, Way>) -> bool {
        let is_written = |(visit, effect): &(VisitId, Effect)| {
            *effect != Effect::Keeps && (*effect == Effect::Adds || self.way(visit, ways) != Way::Keep)
        };
        self.supervision != Effect::Keeps || self.visits.iter().any(is_written)
    }

    /// Whether the import would write anything.
    pub fn changes_anything(&self) -> bool {
        !self.new_templates.is_empty()
            || self.supervision != Effect::Keeps
            || self.visits.iter().any(|(_, effect)| *effect != Effect::Keeps)
    }

    /// The supervision as it is here, where it can be read.
    pub fn supervision_here(&self) -> Option<&Supervision> {
        self.before.as_ref()
    }

    /// What becomes of a visit of the file that is here in another form.
    pub fn way(&self, visit: &VisitId, ways: &BTreeMap<VisitId, Way>) -> Way {
        let usual = || self.comparisons.get(visit).map_or(Way::Take, Comparison::usual_way);
        ways.get(visit).copied().unwrap_or_else(usual)
    }

    /// Writes the import in one transaction, as [`Offer::take`] does.
    pub async fn take<B: Backend>(
        self,
        store: &Store<B>,
        ways: &BTreeMap<VisitId, Way>,
    ) -> Result<Replaced, StoreError> {
        take_all(vec![self], store, ways).await
    }

    /// Adds what is to be written to an import, and what that replaces to what could be put back.
    fn add_to(self, import: &mut Import, replaced: &mut Import, ways: &BTreeMap<VisitId, Way>) {
        let chosen: BTreeMap<VisitId, Way> =
            self.comparisons.keys().map(|visit| (visit.clone(), self.way(visit, ways))).collect();
        let Self { supervision, visits, mut comparisons, new_templates, file, own, summaries, seen, before } = self;
        import.seen.extend(seen);
        import.summaries.extend(summaries);
        if let (Effect::Replaces { .. }, Some(before)) = (supervision, before) {
            let written = RevisionOf::Supervision(before.id.clone());
            replaced.seen.push((written, Some(file.supervision.revision)));
            replaced.supervisions.push(before);
        }
        for (((visit, history), summary), (_, effect)) in file.visits.into_iter().zip(own).zip(visits) {
            // A visit's short form depends on its unit's level, so it is written anew when the supervision is.
            if effect == Effect::Keeps && supervision == Effect::Keeps {
                continue;
            }
            let compared = comparisons.remove(&visit.id);
            let written = match (chosen.get(&visit.id), compared) {
                (Some(Way::Keep), compared) => {
                    // Its targets follow the level that the file gives its unit.
                    import.summaries.extend(compared.map(|compared| compared.here.summary));
                    continue;
                }
                (Some(Way::Join), Some(Comparison { joined: Some(joined), here, .. })) => {
                    replaced.visits.push(here);
                    joined
                }
                (_, compared) => {
                    replaced.visits.extend(compared.map(|compared| compared.here));
                    ImportedVisit { visit, history, summary }
                }
            };
            let revision = (RevisionOf::Visit(written.visit.id.clone()), Some(written.visit.revision));
            if replaced.visits.last().is_some_and(|last| last.visit.id == written.visit.id) {
                replaced.seen.push(revision);
            }
            import.visits.push(written);
        }
        let new = file.templates.into_iter().filter(|template| new_templates.contains(&template.reference()));
        import.templates.extend(new);
        import.supervisions.extend((supervision != Effect::Keeps).then_some(file.supervision));
    }
}

async fn take_all<B: Backend>(
    previews: Vec<Preview>,
    store: &Store<B>,
    ways: &BTreeMap<VisitId, Way>,
) -> Result<Replaced, StoreError> {
    let (mut import, mut replaced) = (Import::default(), Import::default());
    previews.into_iter().for_each(|preview| preview.add_to(&mut import, &mut replaced, ways));
    store.import(&import).await?;
    Ok(Replaced(replaced))
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
