//! What leaves the app: a supervision with everything that belongs to it.

use crate::domain::id::SupervisionId;
use crate::storage::backend::StoreError;
use crate::storage::gate::CheckedFile;

use super::App;

impl App {
    /// A supervision with its visits, their history and their templates; none if it is not there.
    pub(super) async fn read_all(self, id: &SupervisionId) -> Result<Option<CheckedFile>, StoreError> {
        let store = self.store();
        let Some(supervision) = store.supervision(id).await? else {
            return Ok(None);
        };
        let mut file = CheckedFile {
            supervision,
            templates: Vec::new(),
            visits: Vec::new(),
        };
        for short in store.summaries(Some(id)).await?.items {
            let Some((visit, template)) = store.visit(&short.id).await? else {
                continue;
            };
            let history = store.history(&visit.id).await?;
            if file
                .templates
                .iter()
                .all(|known| known.reference() != template.reference())
            {
                file.templates.push(template);
            }
            file.visits.push((visit, history));
        }
        file.templates.sort_by_key(|template| template.reference());
        Ok(Some(file))
    }
}
