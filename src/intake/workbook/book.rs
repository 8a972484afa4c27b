//! What a workbook says of all its sheets: their names and parts, its shared texts and formats, and how it counts days.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::intake::protocol::WorkbookError;
use crate::intake::sheet::number::{Coded, built_in, coded};

use super::archive::Archive;
use super::xml::{Next, is_yes};

/// A workbook without its cells.
#[derive(Default)]
pub struct Book {
    /// The sheets that can be seen: name and part.
    pub sheets: Vec<(String, String)>,
    /// Texts that cells share.
    pub strings: Vec<String>,
    /// The formats of cells, by the number that cells name them by.
    pub formats: Vec<CellFormat>,
    /// Whether days count from 1904.
    pub from_1904: bool,
    /// Whether a spreadsheet that opens it shall reckon every formula anew: programs that cannot reckon write 0 beside
    /// their formulas and say this.
    pub recalculates: bool,
}

/// How a cell shows a number.
#[derive(Clone, Debug)]
pub enum CellFormat {
    /// As it stands.
    Plain,
    /// Under a format.
    Number(Arc<crate::intake::sheet::NumberFormat>),
    /// As a date or an hour.
    Date,
    /// As a length of time.
    Duration,
}

/// A relationship of a part to another.
struct Relation {
    kind: String,
    target: String,
}

impl Book {
    /// Reads what is said of all sheets.
    pub fn read(archive: &mut Archive<'_>) -> Result<Self, WorkbookError> {
        let root = relations(archive, "_rels/.rels", "")?;
        let workbook = root.into_values().find(|relation| relation.kind == "officedocument");
        let workbook = workbook.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
        let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
        let related = relations(archive, &format!("{folder}/_rels/{file}.rels"), folder)?;
        let mut book = Self::default();
        book.read_sheets(archive, &workbook, &related)?;
        let part = |kind: &str| related.values().find(|relation| relation.kind == kind).map(|found| &found.target);
        if let Some(part) = part("sharedstrings") {
            book.strings = strings(archive, part)?;
        }
        if let Some(part) = part("styles") {
            book.formats = formats(archive, part)?;
        }
        Ok(book)
    }

    fn read_sheets(
        &mut self,
        archive: &mut Archive<'_>,
        workbook: &str,
        related: &BTreeMap<String, Relation>,
    ) -> Result<(), WorkbookError> {
        let mut xml = archive.xml(workbook)?.ok_or(WorkbookError::Broken)?;
        let mut is_whole = false;
        loop {
            match xml.next()? {
                Next::Start(element) => match element.name() {
                    "workbookPr" => self.from_1904 = element.attribute("date1904")?.is_some_and(|value| is_yes(&value)),
                    "calcPr" => {
                        self.recalculates = element.attribute("fullCalcOnLoad")?.is_some_and(|value| is_yes(&value));
                    }
                    "sheet" => {
                        let (mut name, mut id, mut is_hidden) = (String::new(), String::new(), false);
                        element.each(|own, value| match own {
                            "name" => value.clone_into(&mut name),
                            "id" => value.clone_into(&mut id),
                            "state" => is_hidden = value != "visible",
                            _ => {}
                        })?;
                        let part = related.get(&id).filter(|relation| relation.kind == "worksheet");
                        if let Some(part) = part.filter(|_| !is_hidden) {
                            self.sheets.push((name, part.target.clone()));
                        }
                    }
                    _ => {}
                },
                Next::End(end) => is_whole |= end.name() == "workbook",
                Next::Text(_) => {}
                Next::Over => return if is_whole { Ok(()) } else { Err(WorkbookError::Broken) },
            }
        }
    }

    /// How a cell of this style shows a number.
    pub fn format(&self, style: usize) -> &CellFormat {
        self.formats.get(style).unwrap_or(&CellFormat::Plain)
    }
}

/// The relationships of a part by their ids, with targets made into whole names. None where there is no such list.
fn relations(archive: &mut Archive<'_>, part: &str, folder: &str) -> Result<BTreeMap<String, Relation>, WorkbookError> {
    let mut found = BTreeMap::new();
    let Some(mut xml) = archive.xml(part)? else { return Ok(found) };
    loop {
        match xml.next()? {
            Next::Start(element) if element.name() == "Relationship" => {
                let (mut id, mut kind, mut target) = (String::new(), String::new(), String::new());
                element.each(|own, value| match own {
                    "Id" => value.clone_into(&mut id),
                    "Type" => kind = value.rsplit('/').next().unwrap_or_default().to_ascii_lowercase(),
                    "Target" => target = whole(value, folder),
                    _ => {}
                })?;
                found.insert(id, Relation { kind, target });
            }
            Next::Start(_) | Next::End(_) | Next::Text(_) => {}
            Next::Over => return Ok(found),
        }
    }
}

/// A target as the name of a part: `/xl/styles.xml`, `styles.xml` and `../xl/styles.xml` are one.
fn whole(target: &str, folder: &str) -> String {
    let target = target.replace('\\', "/");
    let from: &str = if target.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = from.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}

fn strings(archive: &mut Archive<'_>, part: &str) -> Result<Vec<String>, WorkbookError> {
    let Some(mut xml) = archive.xml(part)? else { return Ok(Vec::new()) };
    let (mut found, mut text) = (Vec::new(), String::new());
    // How a word is pronounced stands beside it, and is no part of it.
    let (mut is_text, mut phonetic) = (false, 0_usize);
    let mut is_whole = false;
    loop {
        match xml.next()? {
            Next::Start(element) => match element.name() {
                "si" => text.clear(),
                "rPh" => phonetic += 1,
                "t" => is_text = phonetic == 0,
                _ => {}
            },
            Next::End(end) => match end.name() {
                "si" => found.push(unescaped(std::mem::take(&mut text))),
                "rPh" => phonetic = phonetic.saturating_sub(1),
                "t" => is_text = false,
                "sst" => is_whole = true,
                _ => {}
            },
            Next::Text(piece) if is_text => text.push_str(&piece),
            Next::Text(_) => {}
            Next::Over => return if is_whole { Ok(found) } else { Err(WorkbookError::Broken) },
        }
    }
}

/// A text with its letters for those that XML cannot hold: `_x000D_` is the end of a line (ST_Xstring, 22.9.2.19).
pub fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut found = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("_x") {
        found.push_str(before);
        let code = after.get(..5).and_then(|code| code.strip_suffix('_'));
        let letter = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        match letter {
            Some(letter) => {
                found.push(letter);
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                found.push_str("_x");
                rest = after;
            }
        }
    }
    found.push_str(rest);
    found
}

fn formats(archive: &mut Archive<'_>, part: &str) -> Result<Vec<CellFormat>, WorkbookError> {
    let Some(mut xml) = archive.xml(part)? else { return Ok(Vec::new()) };
    let mut codes: BTreeMap<u16, Coded> = BTreeMap::new();
    let mut found: Vec<CellFormat> = Vec::new();
    // The list that is open: formats of rules, too, have codes, and styles of cells have formats.
    let mut list = String::new();
    loop {
        match xml.next()? {
            Next::Start(element) => match element.name() {
                name @ ("numFmts" | "cellXfs") => name.clone_into(&mut list),
                "numFmt" if list == "numFmts" => {
                    let (mut id, mut code) = (None, String::new());
                    element.each(|own, value| match own {
                        "numFmtId" => id = value.parse::<u16>().ok(),
                        "formatCode" => value.clone_into(&mut code),
                        _ => {}
                    })?;
                    codes.extend(id.map(|id| (id, coded(&code))));
                }
                "xf" if list == "cellXfs" => {
                    let id = element.attribute("numFmtId")?.and_then(|id| id.parse::<u16>().ok()).unwrap_or(0);
                    let code = codes.get(&id).cloned().unwrap_or_else(|| built_in(id));
                    found.push(match code {
                        Coded::Plain => CellFormat::Plain,
                        Coded::Number(format) => CellFormat::Number(Arc::new(format)),
                        Coded::Date => CellFormat::Date,
                        Coded::Duration => CellFormat::Duration,
                    });
                }
                _ => {}
            },
            Next::End(end) if end.name() == list => list.clear(),
            Next::End(_) | Next::Text(_) => {}
            Next::Over => return Ok(found),
        }
    }
}
