//! Import in two steps: a preview that says what would be added or replaced, then the writing, all or nothing.

use crate::domain::id::VisitId;
use crate::domain::progress::summary;
use crate::domain::template::TemplateRef;

use super::backend::{Backend, StoreError};
use super::gate::CheckedFile;
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
    seen: Vec<(RevisionOf, Option<u64>)>,
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

    /// Whether something would be replaced that saw more changes than the file did.
    pub fn replaces_newer(self) -> bool {
        matches!(self, Self::Replaces { here, file } if file < here)
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
    /// The store could not be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Preview {
    /// Compares a file with the store.
    pub async fn of<B: Backend>(store: &Store<B>, file: CheckedFile) -> Result<Self, ImportError> {
        let mut seen = Vec::new();
        let mut new_templates = Vec::new();
        for template in &file.templates {
            match store.template(&template.reference()).await? {
                None => new_templates.push(template.reference()),
                Some(here) if here == *template => {}
                Some(_) => return Err(ImportError::TemplateDiffers(template.reference())),
            }
        }
        let here = store.supervision(&file.supervision.id).await?;
        let id = file.supervision.id.clone();
        seen.push((RevisionOf::Supervision(id), here.as_ref().map(|here| here.revision)));
        let supervision = match here {
            None => Effect::Adds,
            Some(here) if here == file.supervision => Effect::Keeps,
            Some(here) => Effect::Replaces { here: here.revision, file: file.supervision.revision },
        };
        let mut visits = Vec::new();
        for (visit, history) in &file.visits {
            let here = store.visit(&visit.id).await?.map(|(here, _)| here);
            seen.push((RevisionOf::Visit(visit.id.clone()), here.as_ref().map(|here| here.revision)));
            let effect = match here {
                None => Effect::Adds,
                Some(here) if here.supervision != visit.supervision => {
                    return Err(ImportError::VisitElsewhere(visit.id.clone()));
                }
                Some(here) if here == *visit && store.history(&visit.id).await? == *history => Effect::Keeps,
                Some(here) => Effect::Replaces { here: here.revision, file: visit.revision },
            };
            visits.push((visit.id.clone(), effect));
        }
        Ok(Self { supervision, visits, new_templates, file, seen })
    }

    /// Whether the import would write anything.
    pub fn changes_anything(&self) -> bool {
        !self.new_templates.is_empty()
            || self.supervision != Effect::Keeps
            || self.visits.iter().any(|(_, effect)| *effect != Effect::Keeps)
    }

    /// Writes the import in one transaction; refused if something moved since the preview.
    pub async fn take<B: Backend>(self, store: &Store<B>) -> Result<(), StoreError> {
        let Self { supervision, visits, new_templates, file, seen } = self;
        let mut import = Import { seen, ..Import::default() };
        for ((visit, history), (_, effect)) in file.visits.into_iter().zip(visits) {
            // A visit's short form depends on its unit's level, so it is written anew when the supervision is.
            if effect == Effect::Keeps && supervision == Effect::Keeps {
                continue;
            }
            let template = file.templates.iter().find(|template| template.reference() == visit.template);
            let unit = file.supervision.unit(&visit.unit);
            let (Some(template), Some(unit)) = (template, unit) else {
                return Err(StoreError::Missing { key: visit.id.to_string() });
            };
            let summary = summary(template, &visit, unit.level);
            import.visits.push(ImportedVisit { visit, history, summary });
        }
        import.templates =
            file.templates.into_iter().filter(|template| new_templates.contains(&template.reference())).collect();
        import.supervision = (supervision != Effect::Keeps).then_some(file.supervision);
        store.import(&import).await
    }
}
