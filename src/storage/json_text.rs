//! Reads a JSON text into a record, with the path to what does not fit.
//!
//! The path is found afterwards, from the line and column that the parser reports: a parser that keeps track of it
//! would put a second copy of the code for every record into the app.

use serde::de::DeserializeOwned;

/// Why a text cannot be read, and where.
#[derive(Debug, thiserror::Error)]
#[error("{place}{}{error}", if .place.is_empty() { "" } else { ": " })]
pub struct JsonError {
    /// The path to the place, such as `visits[2].date`; empty for the whole.
    pub place: String,
    /// What is wrong, with line and column.
    pub error: serde_json::Error,
}

/// Reads one record; nothing may follow it.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, JsonError> {
    serde_json::from_str(text).map_err(|error| JsonError { place: path_at(text, error.line(), error.column()), error })
}

/// One step of a path.
enum Step<'t> {
    /// In an object: the key last read.
    Key(&'t str),
    /// In a list: the position of the entry.
    Index(usize),
}

/// The path to the value at a place in a JSON text that is well formed up to there. `line` counts from 1, `column`
/// counts the bytes that the parser has read of it.
fn path_at(text: &str, line: usize, column: usize) -> String {
    let line_start = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum::<usize>();
    let end = (line_start + column).min(text.len());
    let mut steps: Vec<Step> = Vec::new();
    // Where the string that is being read began, and the last one that ended.
    let (mut string_start, mut last_string, mut escaped) = (None, "", false);
    for (position, byte) in text.as_bytes()[..end].iter().enumerate() {
        match (string_start, byte) {
            (Some(_), _) if escaped => escaped = false,
            (Some(_), b'\\') => escaped = true,
            (Some(start), b'"') => {
                last_string = &text[start..position];
                string_start = None;
            }
            (Some(_), _) => {}
            (None, b'"') => string_start = Some(position + 1),
            (None, b'{') => steps.push(Step::Key("")),
            (None, b'[') => steps.push(Step::Index(0)),
            (None, b'}' | b']') => drop(steps.pop()),
            (None, b':') => {
                if let Some(Step::Key(key)) = steps.last_mut() {
                    *key = last_string;
                }
            }
            (None, b',') => match steps.last_mut() {
                Some(Step::Index(index)) => *index += 1,
                Some(Step::Key(key)) => *key = "",
                None => {}
            },
            (None, _) => {}
        }
    }
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Key("") => {}
            Step::Key(key) if path.is_empty() => path.push_str(key),
            Step::Key(key) => {
                path.push('.');
                path.push_str(key);
            }
            Step::Index(index) => path.push_str(&format!("[{index}]")),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::{path_at, read};

    #[test]
    fn an_error_names_its_place_where_it_has_one() {
        let sentence = |text| read::<Vec<u8>>(text).map_err(|error| error.to_string());
        assert_eq!(sentence("x"), Err("expected value at line 1 column 1".to_owned()));
        assert_eq!(
            sentence("[1, 300]"),
            Err("[1]: invalid value: integer `300`, expected u8 at line 1 column 7".to_owned())
        );
    }

    #[test]
    fn a_path_leads_to_the_value_that_is_being_read() {
        let text = "{\"a\": [1, {\"b\\\"c\": true}],\n \"d\": {\"e\": \"x, [y\"}}";
        let place = |needle: &str| {
            let end = text.find(needle).unwrap() + needle.len();
            let line = text[..end].lines().count();
            path_at(text, line, end - text[..end].rfind('\n').map_or(0, |newline| newline + 1))
        };
        assert_eq!(place("[1"), "a[0]");
        assert_eq!(place("tru"), "a[1].b\\\"c");
        assert_eq!(place("true}"), "a[1]");
        assert_eq!(place("x, ["), "d.e");
        assert_eq!(place("}}"), "");
        assert_eq!(path_at("", 1, 0), "");
    }
}
