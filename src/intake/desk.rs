//! The reader's desk: keeps what was opened, and answers asks in JSON.

use super::ask::{Ask, Outline, Reply};
use super::sheet::Sheet;
use super::workbook;

/// What is opened, until something else is.
#[derive(Debug, Default)]
pub struct Desk {
    sheets: Vec<Sheet>,
}

impl Desk {
    /// Answers one [`Ask`] with a [`Reply`]. `bytes` are those of the file that it speaks of; `on_progress` hears now and
    /// then which share of it, from 0 to 1, has been read. A text that is no ask is the error.
    pub fn answer(
        &mut self,
        ask: &str,
        bytes: Option<&[u8]>,
        on_progress: &mut dyn FnMut(f64),
    ) -> Result<String, serde_json::Error> {
        let reply = match serde_json::from_str(ask)? {
            Ask::Open {} => self.open(bytes.unwrap_or_default(), on_progress),
            Ask::Rows { sheet, from, count } => {
                let rows = self.sheets.get(sheet).map_or(&[][..], |sheet| &sheet.rows);
                Reply::Rows(rows.iter().skip(from).take(count).cloned().collect())
            }
        };
        serde_json::to_string(&reply)
    }

    fn open(&mut self, bytes: &[u8], on_progress: &mut dyn FnMut(f64)) -> Reply {
        // What was open makes room first.
        self.sheets = Vec::new();
        match workbook::sheets(bytes, on_progress) {
            Ok(sheets) => {
                self.sheets = sheets;
                Reply::Opened(self.sheets.iter().map(outline).collect())
            }
            Err(error) => Reply::Refused(error),
        }
    }
}

fn outline(sheet: &Sheet) -> Outline {
    let columns = sheet.rows.iter().map(Vec::len).max().unwrap_or_default();
    Outline { name: sheet.name.clone(), rows: sheet.rows.len(), columns }
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::Workbook;

    use super::super::protocol::{OpenError, WorkbookError};
    use super::super::sheet::SheetCell;
    use super::*;

    fn answer(desk: &mut Desk, ask: &Ask, bytes: Option<&[u8]>) -> Reply {
        let reply = desk.answer(&serde_json::to_string(ask).unwrap(), bytes, &mut |_| {}).unwrap();
        serde_json::from_str(&reply).unwrap()
    }

    fn workbook() -> Vec<u8> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet().set_name("Hồ sơ").unwrap();
        for row in 0..5 {
            sheet.write(row, 1, format!("HS-{row}")).unwrap();
        }
        workbook.save_to_buffer().unwrap()
    }

    #[test]
    fn what_is_open_hands_out_its_rows_until_something_else_is_opened() {
        let mut desk = Desk::default();
        let rows = Ask::Rows { sheet: 0, from: 3, count: 10 };
        assert_eq!(answer(&mut desk, &rows, None), Reply::Rows(Vec::new()));
        let opened = answer(&mut desk, &Ask::Open {}, Some(&workbook()));
        assert_eq!(opened, Reply::Opened(vec![Outline { name: "Hồ sơ".to_owned(), rows: 5, columns: 2 }]));
        let row = |text: &str| vec![SheetCell::Empty, SheetCell::Text(text.to_owned())];
        assert_eq!(answer(&mut desk, &rows, None), Reply::Rows(vec![row("HS-3"), row("HS-4")]));
        let refused = answer(&mut desk, &Ask::Open {}, Some(b"ma,ngay"));
        assert_eq!(refused, Reply::Refused(OpenError::Workbook(WorkbookError::NotAWorkbook)));
        assert_eq!(answer(&mut desk, &rows, None), Reply::Rows(Vec::new()));
    }

    #[test]
    fn what_is_no_ask_is_an_error() {
        assert!(Desk::default().answer("{\"close\":{}}", None, &mut |_| {}).is_err());
    }
}
