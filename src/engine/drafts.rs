//! Drafts of forms: what of a form is not in its record, and how a stored draft is joined with a record that may have
//! changed since.

use std::collections::BTreeMap;

use crate::storage::draft::{Draft, DraftField};
use crate::storage::store::DraftRow;

/// How long after the first key that is not stored a draft is written, in milliseconds. With the write itself it stays
/// well within a second.
pub const WRITE_AFTER_MS: u64 = 400;

/// What stands in one field of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldText {
    /// The name of the field in its form.
    pub name: &'static str,
    /// The text.
    pub text: String,
    /// Whether it goes with a draft without being typed, such as a seed that the app drew: alone it makes no draft, and in the
    /// record it stands for nothing.
    pub is_carried: bool,
}

/// The texts of a form, in the order of its fields.
pub type Texts = Vec<FieldText>;

/// The fields of a form that say something else than its record, and with them those that are carried. Both have the same
/// fields in the same order.
pub fn differences(record: &Texts, typed: &Texts) -> Vec<DraftField> {
    let differs = |(before, now): &(&FieldText, &FieldText)| !now.is_carried && before.text != now.text;
    if !record.iter().zip(typed).any(|pair| differs(&pair)) {
        return Vec::new();
    }
    let kept = record.iter().zip(typed).filter(|pair| pair.1.is_carried || differs(pair));
    let field = |(before, now): (&FieldText, &FieldText)| DraftField {
        name: now.name.to_owned(),
        text: now.text.clone(),
        before: before.text.clone(),
    };
    kept.map(field).collect()
}

/// A draft, joined with the record as it is now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Joined {
    /// What to put into which field. A field that was typed into here since is not among them.
    pub texts: Vec<(&'static str, String)>,
    /// Whether a field of the draft was written over something else than what the record says now.
    pub has_moved: bool,
}

/// Joins a draft with a form: `record` is what the record says now, `typed` what stands in the fields. What was typed before
/// the draft could be read stays. A field that the form does not have is passed over.
pub fn join(draft: &Draft, record: &Texts, typed: &Texts) -> Joined {
    let mut joined = Joined::default();
    for (now, typed) in record.iter().zip(typed) {
        let Some(field) = draft.fields.iter().find(|field| field.name == now.name) else { continue };
        joined.has_moved |= !now.is_carried && field.before != now.text && field.text != now.text;
        if typed.text == now.text {
            joined.texts.push((now.name, field.text.clone()));
        }
    }
    joined
}

/// Drafts that wait to be written: the last text of each. Several writes may be under way at once; one that fails comes
/// back, unless its draft was written anew meanwhile.
#[derive(Debug, Default)]
pub struct DraftQueue {
    waiting: BTreeMap<String, (u64, Option<String>)>,
    /// The number of the last text of each draft.
    last: BTreeMap<String, u64>,
    next: u64,
}

/// Rows on their way to the database, with the number of each.
#[derive(Debug, Default)]
pub struct DraftBatch {
    /// What is written.
    pub rows: Vec<DraftRow>,
    numbers: Vec<u64>,
}

impl DraftQueue {
    /// Takes the text of a draft, or none to delete it, over what waited of it.
    pub fn put(&mut self, key: &str, text: Option<String>) {
        self.next += 1;
        self.last.insert(key.to_owned(), self.next);
        self.waiting.insert(key.to_owned(), (self.next, text));
    }

    /// Forgets what waits of a draft, and that of it which comes back.
    pub fn forget(&mut self, key: &str) {
        self.waiting.remove(key);
        self.last.remove(key);
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Whether something waits of this draft.
    pub fn waits(&self, key: &str) -> bool {
        self.waiting.contains_key(key)
    }

    /// All that waits, to be written.
    pub fn take(&mut self) -> DraftBatch {
        let mut batch = DraftBatch::default();
        for (key, (number, text)) in std::mem::take(&mut self.waiting) {
            batch.rows.push((key, text));
            batch.numbers.push(number);
        }
        batch
    }

    /// Takes back what could not be written.
    pub fn put_back(&mut self, batch: DraftBatch) {
        for ((key, text), number) in batch.rows.into_iter().zip(batch.numbers) {
            if self.last.get(&key) == Some(&number) {
                self.waiting.insert(key, (number, text));
            }
        }
    }
}

/// Between two rows of a list in one text.
const ROW: char = '\u{1e}';
/// Between two cells of a row.
const CELL: char = '\u{1f}';

/// A list of rows (such as the members of a delegation) as the text of one field. Control characters, which nobody can
/// type, keep rows and cells apart.
pub fn rows_to_text<const CELLS: usize>(rows: impl IntoIterator<Item = [String; CELLS]>) -> String {
    let plain = |cell: String| cell.replace([ROW, CELL], " ");
    rows.into_iter().map(|row| row.map(plain).join(&CELL.to_string()) + &ROW.to_string()).collect()
}

/// The rows of [`rows_to_text`]. A row with another number of cells is left out.
pub fn rows_of_text<const CELLS: usize>(text: &str) -> Vec<[String; CELLS]> {
    let row = |row: &str| row.split(CELL).map(str::to_owned).collect::<Vec<_>>().try_into().ok();
    text.split_terminator(ROW).filter_map(row).collect()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    fn texts(fields: &[(&'static str, &str)]) -> Texts {
        let field = |(name, text): &(&'static str, &str)| FieldText {
            name,
            text: (*text).to_owned(),
            is_carried: *name == "seed",
        };
        fields.iter().map(field).collect()
    }

    fn fills(fields: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
        fields.iter().map(|(name, text)| (*name, (*text).to_owned())).collect()
    }

    fn draft(fields: &[(&str, &str, &str)]) -> Draft {
        let field = |(name, text, before): &(&str, &str, &str)| DraftField {
            name: (*name).to_owned(),
            text: (*text).to_owned(),
            before: (*before).to_owned(),
        };
        Draft { written: DateTime::UNIX_EPOCH, fields: fields.iter().map(field).collect() }
    }

    #[test]
    fn only_what_differs_from_the_record_is_a_draft() {
        let record = texts(&[("topic", "Một cửa"), ("body", ""), ("place", "Krông Pa")]);
        let typed = texts(&[("topic", "Một cửa"), ("body", "HĐND"), ("place", "")]);
        let fields = draft(&[("body", "HĐND", ""), ("place", "", "Krông Pa")]).fields;
        assert_eq!(differences(&record, &typed), fields);
        assert_eq!(differences(&record, &record), [], "nothing typed, no draft");
    }

    #[test]
    fn a_draft_fills_the_form_over_what_the_record_says() {
        let record = texts(&[("topic", "Một cửa"), ("body", ""), ("place", "Krông Pa")]);
        let kept = draft(&[("body", "HĐND", ""), ("place", "", "Krông Pa")]);
        let joined = join(&kept, &record, &record);
        assert_eq!(joined, Joined { texts: fills(&[("body", "HĐND"), ("place", "")]), has_moved: false });
    }

    #[test]
    fn a_record_that_changed_since_is_told_and_what_was_typed_stays() {
        let now = texts(&[("topic", "Đất đai"), ("body", "khác")]);
        let typed_over = join(&draft(&[("topic", "Môi trường", "Một cửa")]), &now, &now);
        assert_eq!(typed_over, Joined { texts: fills(&[("topic", "Môi trường")]), has_moved: true });
        let elsewhere = join(&draft(&[("topic", "Môi trường", "Đất đai")]), &now, &now);
        assert!(!elsewhere.has_moved, "a field that was not typed into shows the record");
        let same = join(&draft(&[("topic", "Đất đai", "Một cửa")]), &now, &now);
        assert!(!same.has_moved, "the record says what was typed");
    }

    #[test]
    fn what_is_carried_goes_with_a_draft_and_makes_none() {
        let record = texts(&[("size", ""), ("seed", "7")]);
        assert_eq!(differences(&record, &texts(&[("size", ""), ("seed", "8")])), []);
        let fields = differences(&record, &texts(&[("size", "12"), ("seed", "7")]));
        assert_eq!(fields, draft(&[("size", "12", ""), ("seed", "7", "7")]).fields);
        let kept = Draft { written: DateTime::UNIX_EPOCH, fields };
        let later = texts(&[("size", ""), ("seed", "9")]);
        let joined = join(&kept, &later, &later);
        assert_eq!(joined, Joined { texts: fills(&[("size", "12"), ("seed", "7")]), has_moved: false });
    }

    #[test]
    fn what_is_typed_before_the_draft_is_read_stays() {
        let record = texts(&[("topic", ""), ("body", "")]);
        let typed = texts(&[("topic", "đang gõ"), ("body", "")]);
        let joined = join(&draft(&[("topic", "cũ", ""), ("body", "HĐND", "")]), &record, &typed);
        assert_eq!(joined.texts, fills(&[("body", "HĐND")]));
    }

    #[test]
    fn a_field_that_the_form_does_not_have_is_passed_over() {
        let record = texts(&[("topic", "")]);
        assert_eq!(join(&draft(&[("gone", "x", "y")]), &record, &record), Joined::default());
        assert_eq!(join(&draft(&[]), &record, &record), Joined::default());
    }

    #[test]
    fn the_last_text_of_each_draft_is_written_once() {
        let mut queue = DraftQueue::default();
        for (key, text) in [("a", "1"), ("b", "1"), ("a", "2")] {
            queue.put(key, Some(text.to_owned()));
        }
        queue.put("b", None);
        let rows = [("a".to_owned(), Some("2".to_owned())), ("b".to_owned(), None)];
        assert!(queue.waits("a") && !queue.is_empty());
        assert_eq!(queue.take().rows, rows);
        assert!(!queue.waits("a") && queue.is_empty());
    }

    #[test]
    fn a_write_that_failed_comes_back_unless_a_newer_text_is_on_its_way() {
        let mut queue = DraftQueue::default();
        for key in ["a", "b", "c"] {
            queue.put(key, Some("old".to_owned()));
        }
        let failed = queue.take();
        queue.put("a", Some("new".to_owned()));
        let newer = queue.take();
        queue.forget("b");
        queue.put_back(failed);
        assert_eq!(queue.take().rows, [("c".to_owned(), Some("old".to_owned()))]);
        queue.put_back(newer);
        assert_eq!(queue.take().rows, [("a".to_owned(), Some("new".to_owned()))]);
    }

    #[test]
    fn rows_come_back_from_their_text() {
        let rows = [["head", "Trưởng đoàn", ""], ["member", "", "a\nb"]].map(|row| row.map(str::to_owned));
        assert_eq!(rows_of_text::<3>(&rows_to_text(rows.clone())), rows);
        assert_eq!(rows_to_text::<3>([]), "");
        assert_eq!(rows_of_text::<3>("a\u{1f}b\u{1e}c\u{1f}d\u{1f}e\u{1e}"), [["c", "d", "e"].map(str::to_owned)]);
        assert_eq!(rows_of_text::<1>(&rows_to_text([["a\u{1e}b".to_owned()]])), [["a b".to_owned()]]);
        assert_ne!(rows_to_text([["".to_owned()]]), "", "a blank row is a row");
    }
}
