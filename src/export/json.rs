//! A supervision with all that belongs to it as one JSON file, in the format of the stored records. Its JSON Schema is
//! `public/schema/so-giam-sat-4.schema.json`.

use serde::Serialize;

use crate::storage::record::{FileRecord, VisitRecord};

/// How deep brackets may nest for the entries of a list to stand on lines of their own: down to a change in the history
/// of a visit. What lies deeper is written on one line, since indentation made files twice as large.
const LINES_DOWN_TO: usize = 4;

/// The file as JSON: one line for each part, visit, entry and change, LF, a line end at the end. The same record gives the
/// same bytes.
pub fn json(file: &FileRecord) -> Vec<u8> {
    lines(file)
}

/// The file as JSON, in as few files as hold no more than so many bytes each. A visit stands whole in one of them, with the
/// supervision and its template; one that is larger by itself stays so. Each can be imported by itself, in any order.
pub fn files(file: FileRecord, most: usize) -> Vec<Vec<u8>> {
    let whole = json(&file);
    if whole.len() <= most || file.visits.len() < 2 {
        return vec![whole];
    }
    drop(whole);
    let FileRecord { format, version, supervision, templates, visits } = file;
    let head = FileRecord { format, version, supervision, templates: Vec::new(), visits: Vec::new() };
    let head_bytes = json(&head).len();
    let template_of = |visit: &VisitRecord| templates.iter().find(|template| template.reference() == visit.template);
    let mut parts: Vec<FileRecord> = Vec::new();
    let mut bytes = 0;
    for visit in visits {
        let template = template_of(&visit);
        let is_new = |part: &FileRecord| template.is_some_and(|template| !part.templates.contains(template));
        // Commas and ends of lines are more than made up for by the head, which stands in both.
        let own = lines(&visit).len();
        let more = |is_new: bool| own + template.filter(|_| is_new).map_or(0, |template| lines(template).len());
        let fits = parts.last().is_some_and(|part| bytes + more(is_new(part)) <= most);
        if !fits {
            parts.push(head.clone());
            bytes = head_bytes;
        }
        if let Some(part) = parts.last_mut() {
            let is_new = is_new(part);
            bytes += more(is_new);
            part.templates.extend(template.filter(|_| is_new).cloned());
            part.visits.push(visit);
        }
    }
    parts.iter().map(json).collect()
}

/// Any record as JSON, written in the same way.
pub fn lines(record: &impl Serialize) -> Vec<u8> {
    let compact = serde_json::to_string(record).expect("a record holds only what JSON can hold");
    let mut bytes = Vec::with_capacity(compact.len() + compact.len() / 64);
    let (mut open, mut in_string, mut is_escaped) = (Vec::new(), false, false);
    for byte in compact.into_bytes() {
        bytes.push(byte);
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if in_string => is_escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'[' | b'{' => open.push(byte),
            b']' | b'}' => drop(open.pop()),
            _ => {}
        }
        let begins_entry = !in_string && matches!(byte, b'[' | b',') && open.last() == Some(&b'[');
        let begins_part = !in_string && byte == b',' && open.len() == 1;
        if begins_part || (begins_entry && open.len() <= LINES_DOWN_TO) {
            bytes.push(b'\n');
        }
    }
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::domain::answer::MAX_TEXT_BYTES;
    use crate::domain::edit::shorten;
    use crate::domain::fixture;
    use crate::export::{NamedFile, tell_backups};
    use crate::storage::gate::read_file;
    use crate::storage::record::{FORMAT, VERSION};
    use crate::words::Lang;

    use super::*;

    proptest! {
        #![proptest_config(fixture::random::cases(64))]

        #[test]
        fn reading_and_writing_again_gives_the_same_bytes((visit, history) in fixture::random::any_visit()) {
            let file = FileRecord {
                format: FORMAT.to_owned(),
                version: VERSION,
                supervision: fixture::supervision(),
                templates: vec![fixture::template()],
                visits: vec![VisitRecord::from_visit(&visit, history.clone())],
            };
            let bytes = json(&file);
            prop_assert_eq!(bytes.last(), Some(&b'\n'));
            prop_assert!(!bytes.contains(&b'\r'));
            let read: FileRecord = serde_json::from_slice(&bytes).unwrap();
            prop_assert_eq!(json(&read), bytes.clone());
            prop_assert_eq!(read, file);
            let checked = read_file(&bytes).unwrap();
            let mut short = history;
            shorten(&mut short);
            prop_assert_eq!(&checked.visits, &[(visit, short)]);
        }
    }

    fn file(visits: Vec<VisitRecord>) -> FileRecord {
        FileRecord {
            format: FORMAT.to_owned(),
            version: VERSION,
            supervision: fixture::supervision(),
            templates: vec![fixture::template()],
            visits,
        }
    }

    fn some_visits(count: usize) -> Vec<VisitRecord> {
        let visit = |place: usize| {
            let mut visit = fixture::visit(&format!("v{place}"), "u1", fixture::day(2023, 5, 10));
            let history = fixture::make(&mut visit, fixture::every_answer());
            VisitRecord::from_visit(&visit, history)
        };
        (0..count).map(visit).collect()
    }

    #[test]
    fn each_part_visit_entry_and_change_stands_on_a_line_and_text_is_never_broken() {
        let mut file = file(some_visits(2));
        file.supervision.topic = "[\"a\",{ \\".to_owned();
        let text = String::from_utf8(json(&file)).unwrap();
        assert_eq!(serde_json::from_str::<FileRecord>(&text).unwrap(), file);
        let changes = file.visits[0].history.len();
        assert!(text.lines().filter(|line| line.starts_with("{\"revision\":")).count() == 2 * changes, "{text}");
        assert!(text.lines().any(|line| line.starts_with("\"supervision\":")));
        assert!(!text.contains("  "));
    }

    #[test]
    fn a_record_that_would_be_refused_is_no_backup() {
        let named = |name: &str, record: &FileRecord| NamedFile { name: name.to_owned(), bytes: json(record) };
        let good = file(some_visits(1));
        let mut bad = good.clone();
        bad.supervision.topic = "x".repeat(MAX_TEXT_BYTES + 1);
        let (backups, refused) = tell_backups(vec![named("good", &good), named("bad", &bad)]);
        assert_eq!(backups, [named("good", &good)]);
        let [(handed, why)] = refused.as_slice() else { panic!("{refused:?}") };
        assert_eq!(handed, &named("bad", &bad));
        assert!(why.sentence(Lang::Vi).contains("topic"), "{}", why.sentence(Lang::Vi));
    }

    #[test]
    fn what_is_too_much_for_one_file_becomes_several_that_hold_every_visit_once() {
        let whole = file(some_visits(7));
        assert_eq!(files(whole.clone(), usize::MAX), [json(&whole)]);
        let most = json(&file(some_visits(2))).len();
        let parts = files(whole.clone(), most);
        assert!(parts.len() >= 4, "{}", parts.len());
        let mut visits = Vec::new();
        for bytes in &parts {
            assert!(bytes.len() <= most, "{} bytes", bytes.len());
            let part: FileRecord = serde_json::from_slice(bytes).unwrap();
            assert_eq!((&part.supervision, &part.templates), (&whole.supervision, &whole.templates));
            read_file(bytes).unwrap();
            visits.extend(part.visits);
        }
        assert_eq!(visits, whole.visits);
        assert_eq!(files(whole, 1).len(), 7, "a visit is never cut");
    }
}
