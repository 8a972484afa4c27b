//! The one gate for everything that comes in from outside: bytes become a checked file, or one refusal with its place.
//! Nothing is written here.

use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny};

use crate::domain::answer::MAX_TEXT_BYTES;
use crate::domain::calendar::Calendar;
use crate::domain::edit::{Change, shorten};
use crate::domain::figures::form::FormFault;
use crate::domain::figures::work::{MAX_WORK, audit_work};
use crate::domain::figures::{Form, FormFile};
use crate::domain::regime::LegalBases;
use crate::domain::supervision::Supervision;
use crate::domain::template::Template;
use crate::domain::visit::Visit;

use super::check::{Fault, FaultKind, check_file, check_history, check_template};
use super::json_text::{self, JsonError};
use super::legacy_checks::ReadTemplate;
use super::record::{FORMAT, FileRecord, VERSION};

/// The largest file that is read, in bytes. Earlier versions wrote files of which half was indentation.
pub const MAX_FILE_BYTES: u64 = 150_000_000;

/// The most that a file of the app may say, in bytes without the blanks between its parts. An export of more is several
/// files.
pub const MAX_CONTENT_BYTES: u64 = 60_000_000;

/// The deepest nesting that is read. The format itself needs less than a third of it.
pub const MAX_DEPTH: usize = 64;

/// A file that passed the gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedFile {
    /// The supervision.
    pub supervision: Supervision,
    /// The templates of its visits.
    pub templates: Vec<Template>,
    /// Its visits, each with the changes that led to it: all of them, the latest, or none. What earlier versions wrote
    /// at length is told in short (`domain::edit::shorten`).
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
    /// More than [`MAX_CONTENT_BYTES`] of content.
    TooMuch {
        /// How many.
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

/// Reads and checks a file of one supervision.
pub fn read_file(bytes: &[u8]) -> Result<CheckedFile, Refusal> {
    let (text, content) = text_of(bytes)?;
    read_text_of_file(text, content)
}

/// The text of a file, if it is not too large and not nested too deeply, and how many bytes of it are no blanks between
/// its parts.
pub(super) fn text_of(bytes: &[u8]) -> Result<(&str, u64), Refusal> {
    check_size(bytes.len() as u64)?;
    let text = utf8(bytes)?;
    Ok((text, check_depth(text)?))
}

pub(super) fn read_text_of_file(text: &str, content: u64) -> Result<CheckedFile, Refusal> {
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
    if content > MAX_CONTENT_BYTES {
        return Err(Refusal::TooMuch { bytes: content });
    }
    checked(parse(text)?)
}

/// Checks a file that was read.
pub(super) fn checked(file: FileRecord) -> Result<CheckedFile, Refusal> {
    check_file(&file).map_err(Refusal::Fault)?;
    let FileRecord { supervision, templates, visits, .. } = file;
    let mut checked = Vec::with_capacity(visits.len());
    for (position, record) in visits.into_iter().enumerate() {
        let (visit, mut history) = record.into_visit();
        if let Some(template) = templates.iter().find(|template| template.reference() == visit.template) {
            let place = format!("visits[{position}]");
            check_history(&visit, &history, template, &place).map_err(Refusal::Fault)?;
        }
        if audit_work(&visit.figures) > MAX_WORK {
            return Err(Refusal::Fault(Fault {
                place: format!("visits[{position}].figures"),
                kind: FaultKind::TooMuchWork,
            }));
        }
        shorten(&mut history);
        checked.push((visit, history));
    }
    Ok(CheckedFile { supervision, templates, visits: checked })
}

/// Reads and checks a template that stands alone, such as the bundled one.
pub fn read_template(bytes: &[u8]) -> Result<Template, Refusal> {
    let ReadTemplate(template) = read_record(bytes)?;
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
    let (text, _) = text_of(bytes)?;
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
        FormFault::TooMuch(most) => FaultKind::TooMany(most),
        FormFault::TextTooLong => FaultKind::TextTooLong(MAX_TEXT_BYTES),
        FormFault::Twice(key) => FaultKind::Duplicate(key.to_string()),
        FormFault::Unknown(key) => FaultKind::Unknown(key.to_string()),
    }
}

fn read_record<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    parse(text_of(bytes)?.0)
}

fn utf8(bytes: &[u8]) -> Result<&str, Refusal> {
    // Editors on Windows put a byte order mark in front.
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    str::from_utf8(bytes).map_err(|error| Refusal::NotText { offset: error.valid_up_to() })
}

/// Refuses a text whose brackets nest too deeply, before any parser follows them down; gives back how many of its bytes are
/// no blanks between its parts.
fn check_depth(text: &str) -> Result<u64, Refusal> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    let mut blanks = 0_u64;
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
            b' ' | b'\t' | b'\r' | b'\n' if !in_string => blanks += 1,
            _ => {}
        }
    }
    Ok(text.len() as u64 - blanks)
}

pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Refusal> {
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
