//! The cases of drafts.

use chrono::DateTime;

use crate::storage::backend::{Backend, Op, Table};
use crate::storage::draft::{Draft, DraftField};
use crate::storage::store::{Commit, Store, open_texts_prefix};

use super::sample::{begin, begin_and_change, change, summary_of, supervision, visit, visit_id};

fn draft(text: &str) -> Draft {
    let field = DraftField { name: "topic".to_owned(), text: text.to_owned(), before: "Một cửa".to_owned() };
    Draft { written: DateTime::from_timestamp_millis(1_700_000_000_123).expect("a moment"), fields: vec![field] }
}

fn keys(drafts: &[(String, Draft)]) -> Vec<&str> {
    drafts.iter().map(|(key, _)| key.as_str()).collect()
}

/// To the millisecond and to the letter.
pub async fn a_draft_comes_back_as_it_was_typed<B: Backend>(backend: B) {
    let store = Store::new(backend);
    assert_eq!(store.draft("supervision/new").await, Ok(None));
    let odd = draft("Bo\u{323}\u{302} \"phận\"\r\n\t👩🏽\u{200d}⚖️");
    store.put_draft("supervision/new", &odd).await.expect("a put without expectations happens");
    assert_eq!(store.draft("supervision/new").await, Ok(Some(odd)));
}

/// Two tabs with the same form: nobody is refused.
pub async fn the_later_draft_counts<B: Backend>(backend: B) {
    let store = Store::new(backend);
    for text in ["one", "two"] {
        store.put_draft("legal/new", &draft(text)).await.expect("a blind put");
    }
    assert_eq!(store.draft("legal/new").await, Ok(Some(draft("two"))));
}

/// Those of one visit, and no neighbours.
pub async fn drafts_are_listed_by_how_their_keys_begin<B: Backend>(backend: B) {
    let store = Store::new(backend);
    for key in ["visit/v-1/note/A01", "visit/v-1/finding/f", "visit/v-10/finding/f", "visit/v-1"] {
        store.put_draft(key, &draft(key)).await.expect("a blind put");
    }
    let of_one = store.drafts("visit/v-1/").await.expect("drafts are listed");
    assert_eq!(keys(&of_one), ["visit/v-1/finding/f", "visit/v-1/note/A01"]);
    assert_eq!(of_one[1].1, draft("visit/v-1/note/A01"));
    assert_eq!(store.drafts("").await.expect("all are listed").len(), 4);
}

/// On purpose, and what is not there may be discarded.
pub async fn a_discarded_draft_leaves_the_others<B: Backend>(backend: B) {
    let store = Store::new(backend);
    for key in ["a", "a/b", "c"] {
        store.put_draft(key, &draft(key)).await.expect("a blind put");
    }
    store.delete_draft("a").await.expect("a delete");
    store.delete_draft("nowhere").await.expect("nothing to delete");
    let rows = [("c".to_owned(), None), ("d".to_owned(), Some("{}".to_owned()))];
    store.write_drafts(&rows).await.expect("one transaction");
    assert_eq!(keys(&store.drafts("").await.expect("drafts are listed")), ["a/b"]);
}

/// A draft never stops a page: it stays in the database and is left out.
pub async fn a_draft_that_cannot_be_read_stops_nothing<B: Backend>(backend: B) {
    let broken = ["", "{", "[]", "{\"fields\":[]}", "{\"written\":\"never\",\"fields\":[]}"];
    let put = |(number, text): (usize, &&str)| Op::Put(Table::Drafts, format!("b{number}"), (*text).to_owned());
    backend.write(Vec::new(), broken.iter().enumerate().map(put).collect()).await.expect("a put");
    let store = Store::new(backend);
    store.put_draft("good", &draft("x")).await.expect("a blind put");
    assert_eq!(keys(&store.drafts("").await.expect("the rest is listed")), ["good"]);
    assert_eq!(store.draft("b1").await, Ok(None));
    store.put_draft("b1", &draft("y")).await.expect("a new text takes its place");
    assert_eq!(store.draft("b1").await, Ok(Some(draft("y"))));
}

/// The record and its draft never stand side by side.
pub async fn a_stored_record_takes_its_draft_along<B: Backend>(backend: B) {
    let store = Store::new(backend);
    for key in ["supervision/new", "visit/v/finding/f", "visit/new/s", "other"] {
        store.put_draft(key, &draft(key)).await.expect("a blind put");
    }
    store.put_supervision_with(&supervision("s", 1), None, &[], Some("supervision/new")).await.expect("a supervision");
    let mut begun = visit("s", "v");
    let template = super::sample::template();
    store.begin_visit(&begun, &summary_of(&begun), &template, Some("visit/new/s")).await.expect("a visit begins");
    assert_eq!(keys(&store.drafts("").await.expect("drafts are listed")), ["other", "visit/v/finding/f"]);
    let made = change(&mut begun, 1);
    let commit = Commit::of(&begun, &made, &summary_of(&begun)).expect("a commit");
    store.commit(commit.with_drafts_gone(&["visit/v/finding/f".to_owned()])).await.expect("a change is committed");
    assert_eq!(keys(&store.drafts("").await.expect("drafts are listed")), ["other"]);
}

/// A refused record leaves what was typed.
pub async fn a_refused_record_leaves_its_draft<B: Backend>(backend: B) {
    let store = Store::new(backend);
    for key in ["supervision/s", "visit/v/finding/f"] {
        store.put_draft(key, &draft(key)).await.expect("a blind put");
    }
    store
        .put_supervision_with(&supervision("s", 8), Some(7), &[], Some("supervision/s"))
        .await
        .expect_err("nobody has revision 7");
    let mut begun = visit("s", "v");
    begin(&store, &begun).await;
    begun.revision = 5;
    let made = change(&mut begun, 1);
    let commit = Commit::of(&begun, &made, &summary_of(&begun)).expect("a commit");
    let commit = commit.with_drafts_gone(&["visit/v/finding/f".to_owned()]);
    store.commit(commit).await.expect_err("the visit is at revision 0");
    assert_eq!(store.draft("supervision/s").await, Ok(Some(draft("supervision/s"))));
    assert_eq!(store.draft("visit/v/finding/f").await, Ok(Some(draft("visit/v/finding/f"))));
}

/// The text of a field that cannot be read is found with its visit, under the name of the field.
pub async fn a_text_that_cannot_be_read_is_found_with_its_visit<B: Backend>(backend: B) {
    let store = Store::new(backend);
    begin_and_change(&store, "s1", "v1", 1).await;
    let held = draft("100.0");
    for visit in ["v1", "v10"] {
        let key = open_texts_prefix(&visit_id(visit)) + "answer/C01/0";
        store.put_draft(&key, &held).await.expect("a blind write");
    }
    let found = store.visit_to_work_on(&visit_id("v1")).await.expect("a visit can be read").expect("the visit");
    assert_eq!(found.open_texts, [("answer/C01/0".to_owned(), held)]);
}
