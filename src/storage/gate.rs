//! The one gate for everything that comes in from outside: bytes become a checked file, or one refusal with its place.
//! Nothing is written here.

use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::domain::calendar::Calendar;
use crate::domain::edit::Change;
use crate::domain::figures::form::{FormFault, MAX_COLUMNS};
use crate::domain::figures::{Form, FormFile};
use crate::domain::regime::LegalBases;
use crate::domain::supervision::Supervision;
use crate::domain::template::Template;
use crate::domain::visit::Visit;

use super::check::{Fault, FaultKind, check_file, check_template};
use super::json_text::{self, JsonError};
use super::record::{FORMAT, FileRecord, VERSION};

/// The largest file that is read, in bytes.
pub const MAX_FILE_BYTES: u64 = 50_000_000;

/// The deepest nesting that is read. The format itself needs less than a third of it.
pub const MAX_DEPTH: usize = 64;

/// A file that passed the gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedFile {
    /// The supervision.
    pub supervision: Supervision,
    /// The templates of its visits.
    pub templates: Vec<Template>,
    /// Its visits, each with the changes that led to it.
    pub visits: Vec<(Visit, Vec<Change>)>,
}

/// Why a file is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Larger than [`MAX_FILE_BYTES`].
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// Not text in UTF-8.
    NotText {
        /// How many bytes were fine.
        offset: usize,
    },
    /// Not JSON, or cut off.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// Nested too deeply.
    TooDeep {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// JSON, but not a file of this app.
    WrongFormat,
    /// Written by a newer version of the app.
    TooNew {
        /// The version found.
        found: u32,
    },
    /// A field that is missing, unknown, or of another kind.
    Shape {
        /// The path to it.
        place: String,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What serde says.
        detail: String,
    },
    /// Well formed, but it does not hold together.
    Fault(Fault),
}

/// Whether a file holds several forms.
#[derive(Deserialize)]
struct FormsHead {
    #[serde(default)]
    forms: Option<IgnoredAny>,
}

#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

/// Whether a file of this size is read at all.
pub fn check_size(bytes: u64) -> Result<(), Refusal> {
    if bytes > MAX_FILE_BYTES { Err(Refusal::TooLarge { bytes }) } else { Ok(()) }
}

/// Reads and checks a file.
pub fn read_file(bytes: &[u8]) -> Result<CheckedFile, Refusal> {
    check_size(bytes.len() as u64)?;
    let text = utf8(bytes)?;
    check_depth(text)?;
    // The head first: a newer version may have fields that this build cannot know.
    let head: Head = match json_text::read(text) {
        Ok(head) => head,
        Err(JsonError { error, .. }) if error.is_data() => return Err(Refusal::WrongFormat),
        Err(JsonError { error, .. }) => return Err(syntax(&error)),
    };
    if head.format != FORMAT || head.version == 0 {
        return Err(Refusal::WrongFormat);
    }
    if head.version > VERSION {
        return Err(Refusal::TooNew { found: head.version });
    }
    let file: FileRecord = parse(text)?;
    check_file(&file).map_err(Refusal::Fault)?;
    Ok(CheckedFile {
        supervision: file.supervision,
        templates: file.templates,
        visits: file.visits.into_iter().map(|visit| visit.into_visit()).collect(),
    })
}

/// Reads and checks a template that stands alone, such as the bundled one.
pub fn read_template(bytes: &[u8]) -> Result<Template, Refusal> {
    let template: Template = read_record(bytes)?;
    check_template(&template, "template").map_err(Refusal::Fault)?;
    Ok(template)
}

/// Reads and checks a calendar that stands alone, such as the bundled one.
pub fn read_calendar(bytes: &[u8]) -> Result<Calendar, Refusal> {
    read_record(bytes)
}

/// Reads and checks a list of legal bases that stands alone, such as the bundled one.
pub fn read_legal_bases(bytes: &[u8]) -> Result<LegalBases, Refusal> {
    read_record(bytes)
}

/// Reads and checks forms of tables of figures: a file of several, or one that stands alone.
pub fn read_forms(bytes: &[u8]) -> Result<Vec<Form>, Refusal> {
    check_size(bytes.len() as u64)?;
    let text = utf8(bytes)?;
    check_depth(text)?;
    let has_several = parse::<FormsHead>(text).is_ok_and(|head| head.forms.is_some());
    let forms = if has_several { parse::<FormFile>(text)?.forms } else { vec![parse(text)?] };
    let faulty = forms.iter().enumerate().find_map(|(place, form)| Some((place, form.fault()?)));
    if let Some((place, fault)) = faulty {
        let place = if has_several { format!("forms[{place}]") } else { "form".to_owned() };
        return Err(Refusal::Fault(Fault { place, kind: form_fault(fault) }));
    }
    if forms.is_empty() {
        return Err(Refusal::Fault(Fault { place: "forms".to_owned(), kind: FaultKind::Empty }));
    }
    Ok(forms)
}

fn form_fault(fault: FormFault) -> FaultKind {
    match fault {
        FormFault::NoColumn => FaultKind::Empty,
        FormFault::TooMuch => FaultKind::TooMany(MAX_COLUMNS),
        FormFault::Twice(key) => FaultKind::Duplicate(key.to_string()),
        FormFault::Unknown(key) => FaultKind::Unknown(key.to_string()),
    }
}

/// Reads a text that is not JSON, such as CSV.
pub fn read_text(bytes: &[u8]) -> Result<&str, Refusal> {
    check_size(bytes.len() as u64)?;
    utf8(bytes)
}

fn read_record<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    check_size(bytes.len() as u64)?;
    let text = utf8(bytes)?;
    check_depth(text)?;
    parse(text)
}

fn utf8(bytes: &[u8]) -> Result<&str, Refusal> {
    // Editors on Windows put a byte order mark in front.
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    str::from_utf8(bytes).map_err(|error| Refusal::NotText { offset: error.valid_up_to() })
}

/// Refuses a text whose brackets nest too deeply, before any parser follows them down.
fn check_depth(text: &str) -> Result<(), Refusal> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for (position, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'[' | b'{' if !in_string => {
                depth += 1;
                if depth > MAX_DEPTH {
                    let before = &text[..position];
                    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
                    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
                    return Err(Refusal::TooDeep { line, column: before[line_start..].chars().count() + 1 });
                }
            }
            b']' | b'}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(())
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Refusal> {
    json_text::read(text).map_err(|JsonError { place, error }| {
        if error.is_data() {
            let (line, column) = (error.line(), error.column());
            let detail = error.to_string();
            let detail = detail.split(" at line ").next().unwrap_or_default().to_owned();
            Refusal::Shape { place, line, column, detail }
        } else {
            syntax(&error)
        }
    })
}

fn syntax(error: &serde_json::Error) -> Refusal {
    Refusal::NotJson { line: error.line(), column: error.column() }
}
