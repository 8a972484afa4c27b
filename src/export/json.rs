//! A supervision with all that belongs to it as one JSON file, in the format of the stored records. Its JSON Schema is
//! `public/schema/so-giam-sat-3.schema.json`.

use serde::Serialize;

use crate::storage::record::FileRecord;

/// The file as JSON: two spaces of indentation, LF, a line end at the end. The same record gives the same bytes.
pub fn json(file: &FileRecord) -> Vec<u8> {
    pretty(file)
}

/// Any record as JSON, written in the same way.
pub fn pretty(record: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(record).expect("a record holds only what JSON can hold");
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::domain::fixture;
    use crate::storage::gate::read_file;
    use crate::storage::record::{FORMAT, VERSION, VisitRecord};

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

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
            prop_assert_eq!(&checked.visits, &[(visit, history)]);
        }
    }
}
