//! Why a file, or what was pasted, cannot be read at all.

use serde::{Deserialize, Serialize};

use crate::words::format;
use crate::words::{Lang, Text};

use super::{MAX_BYTES, MAX_CELLS, MAX_COLUMNS, MAX_ROWS};

/// Why nothing can be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenError {
    /// Nothing is in it.
    Empty,
    /// More bytes than [`MAX_BYTES`].
    TooLarge {
        /// How many.
        bytes: usize,
    },
    /// More rows than [`MAX_ROWS`].
    TooManyRows,
    /// More columns than [`MAX_COLUMNS`].
    TooManyColumns,
    /// More cells than [`MAX_CELLS`].
    TooManyCells,
    /// No text: pictures, programs, damaged files.
    NotText,
    /// Text in an encoding that is not known.
    UnknownEncoding,
    /// Letters of the old fonts with TCVN3 encoding (`.VnTime`, ABC).
    OldFontTcvn3,
    /// Letters of the old fonts with VNI encoding (VNI-Times).
    OldFontVni,
    /// A list whose headings lost their accented letters when it was saved: "Ng?y nh?n".
    LettersLost,
    /// UTF-8 that was read, and saved again, in a western encoding: "MÃ£ há»“ sÆ¡".
    Garbled,
    /// A document in PDF.
    Pdf,
    /// A web page; some systems save one as `.xls`.
    WebPage,
    /// Most rows have more cells than the heading: the marks between cells also stand within them.
    Ragged {
        /// The first such line, from 1.
        line: usize,
    },
    /// A workbook that cannot be read.
    Workbook(WorkbookError),
}

/// Why a workbook cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WorkbookError {
    /// Damaged, or cut off.
    Broken,
    /// Locked with a password.
    Locked,
    /// Not a workbook, though packed like one: a text document or an archive.
    NotAWorkbook,
    /// A workbook of a kind that is not read.
    OtherKind,
    /// A spreadsheet in OpenDocument: `.ods`, `.fods`.
    OpenDocument,
    /// It unpacks to more than a device should hold.
    Unpacks,
    /// None of its sheets can be seen.
    NoSheet,
}

impl OpenError {
    /// The reason in one sentence, with what can be done.
    pub fn sentence(&self, lang: Lang) -> String {
        let (text, value) = match self {
            Self::Empty => (Text::new("Tệp hoặc phần đã dán không có dữ liệu.", "There is no data in it."), None),
            Self::TooLarge { .. } => (
                Text::new(
                    "Tệp lớn hơn {} MB; xin tách thành nhiều tệp.",
                    "The file is larger than {} MB; please split it.",
                ),
                Some(MAX_BYTES / 1_000_000),
            ),
            Self::TooManyRows => (
                Text::new(
                    "Bảng có hơn {} dòng; xin tách thành nhiều tệp.",
                    "The table has more than {} rows; please split it.",
                ),
                Some(MAX_ROWS),
            ),
            Self::TooManyColumns => (
                Text::new(
                    "Bảng có hơn {} cột; xin chỉ giữ các cột cần nhập.",
                    "The table has more than {} columns; please keep only those to import.",
                ),
                Some(MAX_COLUMNS),
            ),
            Self::TooManyCells => (
                Text::new(
                    "Bảng tính có hơn {} ô; xin chỉ giữ các trang và cột cần nhập.",
                    "The workbook has more than {} cells; please keep only the sheets and columns to import.",
                ),
                Some(MAX_CELLS),
            ),
            Self::Ragged { line } => (
                Text::new(
                    "Từ dòng {}, phần lớn các dòng có nhiều ô hơn tiêu đề; xin lưu lại dạng .xlsx, hoặc CSV có dấu \
                     ngoặc kép quanh ô chứa dấu phân cách.",
                    "From line {} on most rows have more cells than the heading; please save as .xlsx, or as CSV with \
                     quotation marks around cells that hold the separator.",
                ),
                Some(*line),
            ),
            Self::Workbook(error) => (error.text(), None),
            Self::NotText
            | Self::UnknownEncoding
            | Self::OldFontTcvn3
            | Self::OldFontVni
            | Self::LettersLost
            | Self::Garbled
            | Self::Pdf
            | Self::WebPage => (self.text(), None),
        };
        let value = value.and_then(|value| u64::try_from(value).ok()).map(format::count).unwrap_or_default();
        text.get(lang).replace("{}", &value)
    }

    /// Reasons that hold no number.
    fn text(&self) -> Text {
        match self {
            Self::UnknownEncoding => Text::new(
                "Không nhận ra bảng mã của tệp; xin mở bằng Excel rồi lưu lại dạng “CSV UTF-8” hoặc .xlsx.",
                "The encoding of the file is not known; please open it in Excel and save it as “CSV UTF-8” or .xlsx.",
            ),
            Self::OldFontTcvn3 => Text::new(
                "Chữ trong tệp dùng bảng mã cũ TCVN3 (phông .VnTime); xin chuyển sang Unicode rồi nhập lại.",
                "The text is in the old encoding TCVN3 (fonts such as .VnTime); please convert it to Unicode first.",
            ),
            Self::OldFontVni => Text::new(
                "Chữ trong tệp dùng bảng mã cũ VNI (phông VNI-Times); xin chuyển sang Unicode rồi nhập lại.",
                "The text is in the old encoding VNI (fonts such as VNI-Times); please convert it to Unicode first.",
            ),
            Self::LettersLost => Text::new(
                "Chữ có dấu trong tiêu đề đã thành dấu “?” khi lưu tệp; xin mở tệp gốc và lưu lại dạng “CSV UTF-8” hoặc \
                 .xlsx.",
                "The accented letters of the headings became “?” when the file was saved; please open the original and save \
                 it as “CSV UTF-8” or .xlsx.",
            ),
            Self::Garbled => Text::new(
                "Chữ trong tệp đã bị đọc sai bảng mã trước khi lưu (như “há»“ sÆ¡”); xin mở tệp gốc và lưu lại dạng “CSV \
                 UTF-8” hoặc .xlsx.",
                "The text was read in the wrong encoding before it was saved (such as “há»“ sÆ¡”); please open the original \
                 and save it as “CSV UTF-8” or .xlsx.",
            ),
            Self::Pdf => Text::new(
                "Đây là tệp PDF; xin dùng tệp .xlsx hoặc CSV.",
                "This is a PDF; please use an .xlsx or a CSV file.",
            ),
            Self::WebPage => Text::new(
                "Đây là trang web được lưu thành bảng; xin mở bằng Excel rồi lưu lại dạng .xlsx.",
                "This is a web page saved as a table; please open it in Excel and save it as .xlsx.",
            ),
            Self::NotText
            | Self::Empty
            | Self::TooLarge { .. }
            | Self::TooManyRows
            | Self::TooManyColumns
            | Self::TooManyCells
            | Self::Ragged { .. }
            | Self::Workbook(_) => Text::new(
                "Tệp không phải là bảng tính hay văn bản; xin dùng tệp .xlsx hoặc CSV.",
                "The file is neither a spreadsheet nor text; please use an .xlsx or a CSV file.",
            ),
        }
    }
}

impl WorkbookError {
    fn text(self) -> Text {
        match self {
            Self::Broken => Text::new(
                "Bảng tính bị hỏng hoặc tải chưa hết; xin mở bằng Excel rồi lưu lại.",
                "The workbook is damaged or cut off; please open it in Excel and save it again.",
            ),
            Self::Locked => Text::new(
                "Bảng tính có mật khẩu; xin bỏ mật khẩu rồi nhập lại.",
                "The workbook is locked with a password; please remove it first.",
            ),
            Self::NotAWorkbook => Text::new(
                "Tệp không phải là bảng tính; xin dùng tệp .xlsx hoặc CSV.",
                "The file is not a workbook; please use an .xlsx or a CSV file.",
            ),
            Self::OtherKind => Text::new(
                "Loại bảng tính này không đọc được; xin lưu lại dạng .xlsx.",
                "This kind of workbook is not read; please save it as .xlsx.",
            ),
            Self::OpenDocument => Text::new(
                "Đây là bảng tính OpenDocument (.ods, .fods); xin mở bằng LibreOffice rồi lưu lại dạng .xlsx.",
                "This is an OpenDocument spreadsheet (.ods, .fods); please open it in LibreOffice and save it as .xlsx.",
            ),
            Self::Unpacks => Text::new(
                "Bảng tính giải nén ra quá lớn đối với máy này; xin tách thành nhiều tệp.",
                "The workbook unpacks to more than this device should hold; please split it.",
            ),
            Self::NoSheet => Text::new(
                "Bảng tính không có trang nào hiện ra; xin bỏ ẩn trang cần nhập.",
                "The workbook shows no sheet; please unhide the one to import.",
            ),
        }
    }
}
