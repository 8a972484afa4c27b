//! The cases of an import with its preview.

use crate::domain::supervision::Level;
use crate::domain::visit::Visit;
use crate::storage::backend::{Backend, Op, Table};
use crate::storage::gate::CheckedFile;
use crate::storage::import::{Effect, ImportError, Preview};
use crate::storage::store::Store;

use super::sample::{begin_and_change, summary_of, supervision, template, visit, visit_id};

fn file(revision: u64, visits: Vec<Visit>) -> CheckedFile {
    let visits = visits.into_iter().map(|visit| (visit, Vec::new())).collect();
    CheckedFile { supervision: supervision("s1", revision), templates: vec![template()], visits }
}

async fn with_a_visit<B: Backend>(backend: B) -> (Store<B>, Visit) {
    let store = Store::new(backend);
    store.put_supervision(&supervision("s1", 1), None).await.expect("a new supervision");
    let visit = begin_and_change(&store, "s1", "v1", 2).await;
    (store, visit)
}

/// What is here already is kept; what is new is added; nothing is written before it is taken.
pub async fn a_preview_says_what_an_import_would_do<B: Backend>(backend: B) {
    let (store, _) = with_a_visit(backend).await;
    let preview =
        Preview::of(&store, file(1, vec![visit("s1", "v1"), visit("s1", "v2")]), None).await.expect("a preview");
    assert_eq!(preview.supervision, Effect::Keeps);
    let effects: Vec<_> = preview.visits.iter().map(|(_, effect)| *effect).collect();
    assert_eq!(effects, [Effect::Replaces { here: 2, file: 0 }, Effect::Adds]);
    assert_eq!(store.visit(&visit_id("v2")).await, Ok(None));
    let ways = preview.all_taken();
    preview.take(&store, &ways).await.expect("nothing has moved");
    assert_eq!(store.visit(&visit_id("v1")).await, Ok(Some((visit("s1", "v1"), template()))));
}

/// A visit must not lose its unit to a file that does not know of it.
pub async fn an_import_that_leaves_a_visit_without_its_unit_is_refused<B: Backend>(backend: B) {
    let (store, _) = with_a_visit(backend).await;
    let mut file = file(2, Vec::new());
    let unit = file.supervision.units.remove(0);
    assert_eq!(Preview::of(&store, file, None).await, Err(ImportError::UnitHasVisits(unit.id)));
}

/// The level of a unit sets the targets of ratios, in visits that are not in the file as well.
pub async fn an_import_takes_other_visits_short_forms_along<B: Backend>(backend: B) {
    let (store, visit) = with_a_visit(backend).await;
    let stale = crate::domain::progress::VisitSummary { findings: 7, ..summary_of(&visit) };
    let text = serde_json::to_string(&stale).expect("a short form in JSON");
    let key = format!("{}/{}", visit.supervision, visit.id);
    store.backend().write(Vec::new(), vec![Op::Put(Table::Summaries, key, text)]).await.expect("a put");
    let mut file = file(2, Vec::new());
    file.supervision.units[0].level = Level::Province;
    Preview::of(&store, file, None)
        .await
        .expect("a preview")
        .take(&store, &Default::default())
        .await
        .expect("nothing has moved");
    assert_eq!(store.summaries(None).await.expect("a list").items, [summary_of(&visit)]);
}

/// A backup mends what cannot be read.
pub async fn an_import_replaces_a_visit_that_cannot_be_read<B: Backend>(backend: B) {
    let (store, _) = with_a_visit(backend).await;
    let put = Op::Put(Table::Visits, "v1".to_owned(), "{".to_owned());
    store.backend().write(Vec::new(), vec![put]).await.expect("a put");
    let preview = Preview::of(&store, file(1, vec![visit("s1", "v1")]), None).await.expect("a preview");
    assert_eq!(preview.visits, [(visit_id("v1"), Effect::Replaces { here: 2, file: 0 })]);
    let ways = preview.all_taken();
    preview.take(&store, &ways).await.expect("nothing has moved");
    assert_eq!(store.visit(&visit_id("v1")).await, Ok(Some((visit("s1", "v1"), template()))));
}
