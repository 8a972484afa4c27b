//! The cases of a backend by itself.

use crate::storage::backend::{Backend, Expect, Op, Row, Rows, StoreError, Table};

/// Puts rows into a table.
async fn put<B: Backend>(backend: &B, table: Table, rows: &[(&str, &str)]) {
    let ops = rows.iter().map(|(key, text)| put_op(table, key, text)).collect();
    backend.write(Vec::new(), ops).await.expect("a put without expectations happens");
}

fn put_op(table: Table, key: &str, text: &str) -> Op {
    Op::Put(table, key.to_owned(), text.to_owned())
}

fn expect(table: Table, key: &str, text: Option<&str>) -> Expect {
    Expect { table, key: key.to_owned(), text: text.map(str::to_owned) }
}

async fn read<B: Backend>(backend: &B, table: Table, rows: Rows) -> Vec<Row> {
    let mut ranges = backend.read(vec![(table, rows)]).await.expect("a read happens");
    assert_eq!(ranges.len(), 1, "one range is asked, one is answered");
    ranges.remove(0)
}

async fn all<B: Backend>(backend: &B, table: Table) -> Vec<Row> {
    read(backend, table, Rows::Prefix(String::new())).await
}

async fn keys<B: Backend>(backend: &B, table: Table, prefix: &str) -> Vec<String> {
    let rows = read(backend, table, Rows::Prefix(prefix.to_owned())).await;
    rows.into_iter().map(|(key, _)| key).collect()
}

fn row(key: &str, text: &str) -> Row {
    (key.to_owned(), text.to_owned())
}

/// Keys around the prefix `a/`, in key order: those that begin so, and those that only look like it.
const NEIGHBOURS: [&str; 11] = ["A/1", "a", "a-1/x", "a.", "a/", "a/0", "a/1", "a/~", "a0", "a0/1", "b"];

/// Nothing is there before something was written.
pub async fn a_new_database_is_empty<B: Backend>(backend: B) {
    for table in Table::ALL {
        assert_eq!(all(&backend, table).await, [], "{table:?} is empty");
        assert_eq!(read(&backend, table, Rows::Key("a".to_owned())).await, [], "an unknown key is no row");
    }
}

/// Key order, whatever the order of writing.
pub async fn rows_come_back_in_key_order<B: Backend>(backend: B) {
    put(&backend, Table::Changes, &[("v/10", "c"), ("v/02", "b"), ("v/01", "a"), ("V/01", "d")]).await;
    put(&backend, Table::Changes, &[("v/05", "e")]).await;
    let rows = [("V/01", "d"), ("v/01", "a"), ("v/02", "b"), ("v/05", "e"), ("v/10", "c")];
    assert_eq!(all(&backend, Table::Changes).await, rows.map(|(key, text)| row(key, text)));
}

/// A prefix ends where it ends.
pub async fn a_prefix_reads_its_rows_and_no_neighbours<B: Backend>(backend: B) {
    put(&backend, Table::Tail, &NEIGHBOURS.map(|key| (key, key))).await;
    assert_eq!(keys(&backend, Table::Tail, "a/").await, ["a/", "a/0", "a/1", "a/~"]);
    assert_eq!(keys(&backend, Table::Tail, "a0").await, ["a0", "a0/1"]);
    assert_eq!(keys(&backend, Table::Tail, "b/").await, [""; 0]);
    assert_eq!(keys(&backend, Table::Tail, "").await, NEIGHBOURS);
    assert_eq!(read(&backend, Table::Tail, Rows::Key("a".to_owned())).await, [row("a", "a")], "a key is no prefix");
}

/// The last text counts.
pub async fn a_put_replaces<B: Backend>(backend: B) {
    put(&backend, Table::Visits, &[("v", "one")]).await;
    put(&backend, Table::Visits, &[("v", "two")]).await;
    assert_eq!(all(&backend, Table::Visits).await, [row("v", "two")]);
}

/// Tables know nothing of each other.
pub async fn a_key_in_two_tables_is_two_rows<B: Backend>(backend: B) {
    let ops = Table::ALL.map(|table| put_op(table, "same", table.name())).into();
    backend.write(Vec::new(), ops).await.expect("one batch writes to every table");
    backend.write(Vec::new(), vec![Op::Delete(Table::Tail, Rows::Key("same".to_owned()))]).await.expect("a delete");
    for table in Table::ALL {
        let left: &[Row] = if table == Table::Tail { &[] } else { &[row("same", table.name())] };
        assert_eq!(all(&backend, table).await, left, "{table:?}");
    }
}

/// As many lists as ranges, each in its place, even if one is asked twice.
pub async fn one_read_answers_every_range_in_order<B: Backend>(backend: B) {
    put(&backend, Table::Visits, &[("v", "visit"), ("w", "other")]).await;
    put(&backend, Table::Tail, &[("v/1", "one"), ("v/2", "two"), ("w/1", "three")]).await;
    let ranges = vec![
        (Table::Tail, Rows::Prefix("v/".to_owned())),
        (Table::Visits, Rows::Key("v".to_owned())),
        (Table::Visits, Rows::Key("none".to_owned())),
        (Table::Summaries, Rows::Prefix(String::new())),
        (Table::Visits, Rows::Key("v".to_owned())),
        (Table::Visits, Rows::Prefix(String::new())),
    ];
    let answers = backend.read(ranges).await.expect("a read of many ranges");
    let visit = vec![row("v", "visit")];
    let tail = vec![row("v/1", "one"), row("v/2", "two")];
    let both = vec![row("v", "visit"), row("w", "other")];
    assert_eq!(answers, [tail, visit.clone(), Vec::new(), Vec::new(), visit, both]);
}

/// One row goes, and one that is not there may be deleted.
pub async fn a_deleted_key_leaves_its_neighbours<B: Backend>(backend: B) {
    put(&backend, Table::Visits, &NEIGHBOURS.map(|key| (key, key))).await;
    let delete = |key: &str| Op::Delete(Table::Visits, Rows::Key(key.to_owned()));
    backend.write(Vec::new(), vec![delete("a/"), delete("nowhere")]).await.expect("a delete");
    let left: Vec<&str> = NEIGHBOURS.into_iter().filter(|key| *key != "a/").collect();
    assert_eq!(keys(&backend, Table::Visits, "").await, left);
}

/// What a prefix reads is what it deletes.
pub async fn a_deleted_prefix_leaves_its_neighbours<B: Backend>(backend: B) {
    put(&backend, Table::Changes, &NEIGHBOURS.map(|key| (key, key))).await;
    let delete = Op::Delete(Table::Changes, Rows::Prefix("a/".to_owned()));
    backend.write(Vec::new(), vec![delete]).await.expect("a delete");
    let left: Vec<&str> = NEIGHBOURS.into_iter().filter(|key| !key.starts_with("a/")).collect();
    assert_eq!(keys(&backend, Table::Changes, "").await, left);
}

/// The empty prefix is the whole table, and no other.
pub async fn a_deleted_empty_prefix_is_the_whole_table<B: Backend>(backend: B) {
    put(&backend, Table::Summaries, &NEIGHBOURS.map(|key| (key, key))).await;
    put(&backend, Table::Visits, &[("v", "kept")]).await;
    let delete = Op::Delete(Table::Summaries, Rows::Prefix(String::new()));
    backend.write(Vec::new(), vec![delete]).await.expect("a delete");
    assert_eq!(all(&backend, Table::Summaries).await, []);
    assert_eq!(all(&backend, Table::Visits).await, [row("v", "kept")]);
}

/// The later operation wins.
pub async fn operations_happen_in_order<B: Backend>(backend: B) {
    let delete = Op::Delete(Table::Tail, Rows::Prefix("v/".to_owned()));
    let ops = vec![
        put_op(Table::Tail, "v/1", "gone"),
        delete,
        put_op(Table::Tail, "v/2", "first"),
        put_op(Table::Tail, "v/2", "last"),
    ];
    backend.write(Vec::new(), ops).await.expect("a batch");
    assert_eq!(all(&backend, Table::Tail).await, [row("v/2", "last")]);
}

/// Nothing to do is done.
pub async fn an_empty_batch_is_fine<B: Backend>(backend: B) {
    backend.write(Vec::new(), Vec::new()).await.expect("an empty batch");
    let nothing: Vec<Vec<Row>> = Vec::new();
    assert_eq!(backend.read(Vec::new()).await.expect("an empty read"), nothing);
}

/// Present with the right text, and absent.
pub async fn a_met_expectation_lets_the_batch_happen<B: Backend>(backend: B) {
    let first = vec![expect(Table::Revisions, "visit:v", None)];
    backend.write(first, vec![put_op(Table::Revisions, "visit:v", "1")]).await.expect("it is absent");
    let second = vec![expect(Table::Revisions, "visit:v", Some("1")), expect(Table::Visits, "v", None)];
    let ops = vec![put_op(Table::Revisions, "visit:v", "2"), put_op(Table::Visits, "v", "visit")];
    backend.write(second, ops).await.expect("both are as expected");
    assert_eq!(all(&backend, Table::Revisions).await, [row("visit:v", "2")]);
    assert_eq!(all(&backend, Table::Visits).await, [row("v", "visit")]);
}

/// A batch does not see its own operations.
pub async fn an_expectation_is_of_what_was_before_the_batch<B: Backend>(backend: B) {
    let ops = vec![put_op(Table::Revisions, "r", "1")];
    let result = backend.write(vec![expect(Table::Revisions, "r", Some("1"))], ops).await;
    assert_eq!(result, Err(StoreError::Conflict { key: "r".to_owned() }));
}

/// All or nothing, whichever way the expectation fails.
pub async fn a_failed_expectation_stops_the_whole_batch<B: Backend>(backend: B) {
    put(&backend, Table::Revisions, &[("r", "7"), ("empty", "")]).await;
    put(&backend, Table::Tail, &[("v/1", "kept")]).await;
    let failing = [("r", None), ("r", Some("6")), ("r", Some("")), ("absent", Some("7")), ("empty", None)];
    for (key, text) in failing {
        let ops = vec![
            put_op(Table::Visits, "v", "never"),
            Op::Delete(Table::Tail, Rows::Prefix(String::new())),
            put_op(Table::Revisions, "r", "8"),
        ];
        let expect = vec![expect(Table::Revisions, "empty", Some("")), expect(Table::Revisions, key, text)];
        let result = backend.write(expect, ops).await;
        assert_eq!(result, Err(StoreError::Conflict { key: key.to_owned() }), "{key} is not {text:?}");
        assert_eq!(all(&backend, Table::Visits).await, []);
        assert_eq!(all(&backend, Table::Tail).await, [row("v/1", "kept")]);
        assert_eq!(all(&backend, Table::Revisions).await, [row("empty", ""), row("r", "7")]);
    }
}

/// An expectation needs no operation.
pub async fn an_expectation_alone_is_checked<B: Backend>(backend: B) {
    let absent = vec![expect(Table::Revisions, "r", None)];
    assert_eq!(backend.write(absent, Vec::new()).await, Ok(()));
    let present = vec![expect(Table::Revisions, "r", Some("1"))];
    assert_eq!(backend.write(present, Vec::new()).await, Err(StoreError::Conflict { key: "r".to_owned() }));
}

/// The caller learns which row moved.
pub async fn the_conflict_names_the_first_key_that_differs<B: Backend>(backend: B) {
    put(&backend, Table::Revisions, &[("a", "1"), ("b", "1"), ("c", "1")]).await;
    let wanted = [("a", "1"), ("b", "2"), ("c", "2")];
    let expect = wanted.map(|(key, text)| expect(Table::Revisions, key, Some(text))).into();
    assert_eq!(backend.write(expect, Vec::new()).await, Err(StoreError::Conflict { key: "b".to_owned() }));
}

/// Not a letter is changed: not the tone marks, however they are composed, and not the size.
pub async fn texts_come_back_as_they_were<B: Backend>(backend: B) {
    let long = "Sổ Giám Sát – hồ sơ quá hạn 📋 ".repeat(6_000);
    assert!(long.len() > 200_000, "200 kB");
    let texts = [
        ("composed", "Bộ phận Một cửa, xã Ia Rmok"),
        ("decomposed", "Bo\u{323}\u{302} pha\u{323}\u{302}n"),
        ("emoji", "👩🏽\u{200d}⚖️ 🇻🇳 𝒜"),
        ("empty", ""),
        ("odd", "a\0b\n\r\t\"\\\u{feff}\u{ffff}\u{2028}</script>"),
        ("long", &long),
    ];
    put(&backend, Table::Supervisions, &texts).await;
    for (key, text) in texts {
        let rows = read(&backend, Table::Supervisions, Rows::Key(key.to_owned())).await;
        assert!(rows == [row(key, text)], "the text {key} comes back as it was");
    }
}

/// An import of a whole delegation's work is one batch.
pub async fn five_thousand_rows_go_in_one_batch<B: Backend>(backend: B) {
    const ROWS: usize = 5_000;
    let text = |number: usize| format!("{{\"revision\":{number},\"note\":\"{}\"}}", "Hồ sơ trễ hạn. ".repeat(20));
    let ops = (0..ROWS).rev().map(|number| Op::Put(Table::Changes, format!("v/{number:020}"), text(number)));
    backend.write(Vec::new(), ops.collect()).await.expect("a large batch");
    let rows = read(&backend, Table::Changes, Rows::Prefix("v/".to_owned())).await;
    assert_eq!(rows.len(), ROWS);
    for (number, (key, found)) in rows.iter().enumerate() {
        assert_eq!(*key, format!("v/{number:020}"));
        assert!(*found == text(number), "row {number} has its own text");
    }
}
