//! A large workbook, and the reader spoken to as the app speaks to it, from a script in the page.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, XlsxError};
use serde_json::{Value, json};

use crate::chromium::Page;
use crate::run::Outcome;

/// Rows of the workbook that is measured, the heading included.
pub const ROWS: u32 = 10_000;

/// Its columns.
pub const COLUMNS: u16 = 25;

/// Texts as they stand in a list of dossiers.
const TEXTS: [&str; 5] =
    ["Đất đai", "Trực tiếp", "Đúng hạn", "Cấp đổi giấy chứng nhận quyền sử dụng đất", "Chuyển BĐS"];

/// The heading: the code, ten dates, seven numbers, seven texts, of which the app knows some.
const HEADINGS: [&str; 25] = [
    "Mã hồ sơ",
    "Ngày nhận",
    "Ngày hẹn trả",
    "Ngày trả kết quả",
    "Ngày văn bản xin lỗi",
    "Ngày hẹn lại",
    "Ngày chuyển 1",
    "Ngày chuyển 2",
    "Ngày chuyển 3",
    "Ngày chuyển 4",
    "Ngày chuyển 5",
    "Thời hạn giải quyết",
    "Số lần yêu cầu bổ sung",
    "Số lần hẹn lại",
    "Số bộ",
    "Số trang",
    "Số tệp",
    "Số bước",
    "Lĩnh vực",
    "Ghi chú 1",
    "Ghi chú 2",
    "Thủ tục",
    "Ghi chú 3",
    "Ghi chú 4",
    "Ghi chú 5",
];

/// A workbook with one sheet, `Hồ sơ`: a heading, then rows with a code, ten dates, seven numbers and seven texts.
pub fn workbook(rows: u32) -> Outcome<Vec<u8>> {
    written(rows).map_err(|error| error.to_string())
}

fn written(rows: u32) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let date = Format::new().set_num_format("dd/mm/yyyy hh:mm");
    let sheet = workbook.add_worksheet().set_name("Hồ sơ")?;
    for (column, heading) in (0..COLUMNS).zip(HEADINGS) {
        sheet.write(0, column, heading)?;
    }
    for row in 1..rows {
        sheet.write(row, 0, code(row))?;
        for column in 1..COLUMNS {
            let turn = row + u32::from(column);
            match column {
                1..=10 => {
                    let serial = 44_927.0 + f64::from(turn % 900) + f64::from(turn % 96) / 96.0;
                    sheet.write_with_format(row, column, ExcelDateTime::from_serial_datetime(serial)?, &date)?
                }
                11..=17 => sheet.write(row, column, turn)?,
                _ => sheet.write(
                    row,
                    column,
                    TEXTS.iter().cycle().nth(turn as usize % 5).copied().unwrap_or_default(),
                )?,
            };
        }
    }
    workbook.save_to_buffer()
}

/// The code in the first column of a row, which counts from 0.
pub fn code(row: u32) -> String {
    format!("H17.23-{row:06}")
}

/// What a reading gave.
pub struct Read {
    /// From the start of the worker to the rows, opening and matching included.
    pub milliseconds: f64,
    /// The reader's answer to `open`.
    pub opened: Value,
    /// How many rows it read as dossiers.
    pub rows: u64,
    /// The last of them.
    pub last: Value,
    /// The shares of progress, as they came.
    pub shares: Vec<f64>,
}

/// Starts the reader that the page names, opens the bytes in it, has the rows of its first sheet read as dossiers, and ends it.
pub fn read(page: &Page, bytes: &[u8]) -> Outcome<Read> {
    // Handed over before the clock starts.
    page.eval(&format!(
        "window.workbook = Uint8Array.from(atob({}), (letter) => letter.charCodeAt(0)).buffer; 0",
        json!(STANDARD.encode(bytes))
    ))?;
    let found = page.eval(
        "(async () => {
          const began = performance.now();
          const worker = new Worker(document.querySelector('meta[name=reader]').content);
          const shares = [];
          const ask = (id, ask, bytes) => new Promise((resolve, reject) => {
            worker.onerror = ({ message }) => reject(new Error(`the worker failed: ${message}`));
            worker.onmessage = ({ data }) => {
              if (data.id === undefined) return; // Its greeting.
              if (data.id !== id) reject(new Error(`an answer to ${data.id} instead of ${id}`));
              else if ('progress' in data) shares.push(data.progress);
              else if ('reply' in data) resolve(JSON.parse(data.reply));
              else reject(new Error(data.error));
            };
            worker.postMessage({ id, ask: JSON.stringify(ask), bytes }, bytes ? [bytes] : []);
          });
          try {
            const opened = await ask(1, { open: { kind: 'dossiers', name: 'ho-so.xlsx' } }, window.workbook);
            const sheet = opened.opened?.sheets?.[0];
            const { heading, matching } = sheet ?? { heading: null, matching: [] };
            const read = await ask(2, { read: { kind: 'dossiers', sheet: sheet?.index ?? 0, heading, matching } });
            const milliseconds = performance.now() - began;
            const rows = read.read?.rows?.dossiers ?? [];
            return { milliseconds, opened, rows: rows.length, last: rows.at(-1) ?? null, shares };
          } finally {
            worker.terminate();
          }
        })()",
    )?;
    Ok(Read {
        milliseconds: found["milliseconds"].as_f64().ok_or("the reader was not timed")?,
        opened: found["opened"].clone(),
        rows: found["rows"].as_u64().unwrap_or_default(),
        last: found["last"].clone(),
        shares: found["shares"].as_array().into_iter().flatten().filter_map(Value::as_f64).collect(),
    })
}
