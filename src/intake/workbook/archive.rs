//! The archive of a workbook: its parts by name, whatever marks and letters the program that wrote it put between the
//! folders, and whether it is a workbook at all.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read, Take};

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

use crate::intake::protocol::WorkbookError;

use super::MAX_UNPACKED_BYTES;
use super::xml::Xml;

/// What the files begin with that Office wrote until 2007, and that it still wraps encrypted ones in.
const COMPOUND: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Whether these bytes are meant for the reader of workbooks rather than for a reader of text: a workbook, or a file of
/// Office that it refuses by name.
pub fn looks_like_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") || bytes.starts_with(&COMPOUND)
}

/// Of what kind a workbook is that is one file of XML and no archive: `.fods` of LibreOffice, and what Excel wrote in
/// 2003. None for any other text.
pub fn flat(bytes: &[u8]) -> Option<WorkbookError> {
    let head = bytes.get(..bytes.len().min(8_192)).unwrap_or_default();
    let holds = |words: &[u8]| head.windows(words.len()).any(|window| window == words);
    let is_xml = head.trim_ascii_start().starts_with(b"<") || head.starts_with(b"\xef\xbb\xbf<");
    if !is_xml {
        return None;
    }
    if holds(b"urn:oasis:names:tc:opendocument") {
        return Some(WorkbookError::OpenDocument);
    }
    holds(b"urn:schemas-microsoft-com:office:spreadsheet").then_some(WorkbookError::OtherKind)
}

/// The parts of a workbook.
pub struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    /// The place of each part by its plain name ([`plain`]).
    places: BTreeMap<String, usize>,
}

/// A part being read.
pub type Part<'a, 'b> = Xml<BufReader<Take<ZipFile<'a, Cursor<&'b [u8]>>>>>;

impl<'b> Archive<'b> {
    /// Opens an archive. What is no workbook, or too large, is refused by its list of parts: nothing is unpacked here.
    pub fn open(bytes: &'b [u8]) -> Result<Self, WorkbookError> {
        if bytes.starts_with(&COMPOUND) {
            // The name of the part that holds an encrypted document, as such a file writes names.
            let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
            let is_encrypted = bytes.windows(name.len()).any(|window| window == name);
            return Err(if is_encrypted { WorkbookError::Locked } else { WorkbookError::OtherKind });
        }
        if !looks_like_one(bytes) {
            return Err(WorkbookError::NotAWorkbook);
        }
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(cut_off)?;
        let (mut unpacked, mut places) = (0_u64, BTreeMap::new());
        for index in 0..zip.len() {
            let part = zip.by_index_raw(index).map_err(cut_off)?;
            let name = plain(&part.name().map_err(cut_off)?);
            // Pictures and the like are never unpacked.
            if name.ends_with(".xml") || name.ends_with(".rels") {
                unpacked = unpacked.saturating_add(part.size());
            }
            places.insert(name, index);
        }
        let mut archive = Self { zip, places };
        archive.check_kind()?;
        if unpacked > MAX_UNPACKED_BYTES {
            return Err(WorkbookError::Unpacks);
        }
        Ok(archive)
    }

    fn check_kind(&mut self) -> Result<(), WorkbookError> {
        let has = |name: &str| self.places.contains_key(name);
        if has("xl/workbook.bin") || self.places.keys().any(|name| name.ends_with(".iwa")) {
            return Err(WorkbookError::OtherKind);
        }
        if self.places.keys().any(|name| name.starts_with("xl/") && name.ends_with(".xml")) {
            return Ok(());
        }
        if !has("content.xml") {
            return Err(WorkbookError::NotAWorkbook);
        }
        // OpenDocument: its first part says of what kind it is, where there is one.
        let mut kind = String::new();
        if let Some(place) = self.places.get("mimetype").copied() {
            let part = self.zip.by_index(place).map_err(cut_off)?;
            part.take(200).read_to_string(&mut kind).map_err(|_bytes| WorkbookError::NotAWorkbook)?;
        }
        let is_spreadsheet = kind.is_empty() || kind.contains("opendocument.spreadsheet");
        Err(if is_spreadsheet { WorkbookError::OpenDocument } else { WorkbookError::NotAWorkbook })
    }

    /// A part by its name; none where the archive has none of that name.
    pub fn xml(&mut self, name: &str) -> Result<Option<Part<'_, 'b>>, WorkbookError> {
        let Some(place) = self.places.get(&plain(name)).copied() else { return Ok(None) };
        let part = self.zip.by_index(place).map_err(cut_off)?;
        // No part unpacks to more than the list says: what is cut off here does not end as XML ends.
        let size = part.size();
        Ok(Some(Xml::new(BufReader::with_capacity(1 << 16, part.take(size)))))
    }
}

/// The name of a part for comparison: some programs write `xl\Worksheets\sheet1.xml`.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}

fn cut_off(_: ZipError) -> WorkbookError {
    WorkbookError::Broken
}
