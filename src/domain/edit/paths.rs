//! The paths of what is a part of something.

use super::field::Field;
use super::keyed::{Keyed, ListPart, ListPartOf};

/// The paths of what a change of a list touches, from the list on; all of the list where that is replaced.
pub(super) fn list_paths<T: Keyed>(part: &ListPartOf<T>) -> Vec<Vec<String>> {
    match part {
        ListPart::Put { value, .. } => vec![vec![T::key_text(value.key())]],
        ListPart::Remove { key } => vec![vec![T::key_text(key)]],
        ListPart::Change { key, fields } => {
            let below = |path: Vec<String>| [T::key_text(key)].into_iter().chain(path).collect();
            fields.iter().flat_map(Field::paths).map(below).collect()
        }
        ListPart::All { .. } => vec![Vec::new()],
    }
}

/// Paths of what is a part of something.
pub(super) fn below(of: &str, paths: Vec<Vec<String>>) -> Vec<Vec<String>> {
    paths.into_iter().map(|path| [of.to_owned()].into_iter().chain(path).collect()).collect()
}
