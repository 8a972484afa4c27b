//! The reader's desk: keeps what was opened, and answers asks in JSON.

use crate::domain::figures::Form;

use super::ask::{Ask, Reply};
use super::calendar::table::days_of_file;
use super::figures;
use super::protocol::{FiguresAsk, FiguresOpened, FiguresReply, Kind, OpenError, Opened};
use super::reader::{Reader, packed};
use super::workbook;

/// The part of the work that cutting a workbook into cells is; looking at them is the rest.
const CUTTING: f64 = 0.8;

/// What is opened, until something else is.
#[derive(Debug, Default)]
pub struct Desk {
    open: Option<Reader>,
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
            Ask::Open { kind, name } => {
                // What was open makes room first.
                self.open = None;
                self.take(open_file(kind, &name, bytes.unwrap_or_default(), on_progress))
            }
            Ask::Paste { kind, text } => {
                self.open = None;
                self.take(Reader::open_pasted(kind, &text))
            }
            Ask::Describe { kind, sheet, heading } => match &self.open {
                Some(reader) => Reply::Described(reader.describe(kind, sheet, heading)),
                None => Reply::Closed,
            },
            Ask::Calendar { name } => match days_of_file(&name, bytes.unwrap_or_default(), on_progress) {
                Ok(reading) => Reply::Calendar(reading),
                Err(error) => Reply::Refused(error),
            },
            Ask::Read(request) => match &self.open {
                Some(reader) => Reply::Read(reader.read(&request)),
                None => Reply::Closed,
            },
            Ask::Figures(ask) => self.answer_figures(*ask, bytes.unwrap_or_default(), on_progress),
        };
        serde_json::to_string(&reply)
    }

    fn answer_figures(&mut self, ask: FiguresAsk, bytes: &[u8], on_progress: &mut dyn FnMut(f64)) -> Reply {
        let reply = match ask {
            FiguresAsk::Open { form, name } => {
                self.open = None;
                return self.take_figures(open_figures(&form, &name, bytes, on_progress));
            }
            FiguresAsk::Paste { form, text } => {
                self.open = None;
                return self.take_figures(figures::open_pasted(&form, &text));
            }
            FiguresAsk::Describe { form, sheet, heading } => self
                .open
                .as_ref()
                .map(|reader| FiguresReply::Described(figures::describe(reader, &form, sheet, heading))),
            FiguresAsk::Read(request) => {
                self.open.as_ref().map(|reader| FiguresReply::Read(figures::read(reader, &request)))
            }
        };
        reply.map_or(Reply::Closed, |reply| Reply::Figures(Box::new(reply)))
    }

    fn take_figures(&mut self, opened: Result<(Reader, FiguresOpened), OpenError>) -> Reply {
        match opened {
            Ok((reader, opened)) => {
                self.open = Some(reader);
                Reply::Figures(Box::new(FiguresReply::Opened(opened)))
            }
            Err(error) => Reply::Refused(error),
        }
    }

    fn take(&mut self, opened: Result<(Reader, Opened), OpenError>) -> Reply {
        match opened {
            Ok((reader, opened)) => {
                self.open = Some(reader);
                Reply::Opened(opened)
            }
            Err(error) => Reply::Refused(error),
        }
    }
}

fn open_file(
    kind: Kind,
    name: &str,
    bytes: &[u8],
    on_progress: &mut dyn FnMut(f64),
) -> Result<(Reader, Opened), OpenError> {
    if packed(bytes).is_none() {
        return Reader::open_file(kind, name, bytes);
    }
    let sheets = workbook::sheets(bytes, &mut |share| on_progress(share * CUTTING))?;
    let opened = Reader::open_sheets(kind, sheets);
    on_progress(1.0);
    opened
}

fn open_figures(
    form: &Form,
    name: &str,
    bytes: &[u8],
    on_progress: &mut dyn FnMut(f64),
) -> Result<(Reader, FiguresOpened), OpenError> {
    if packed(bytes).is_none() {
        return figures::open_file(form, name, bytes);
    }
    let sheets = workbook::sheets(bytes, &mut |share| on_progress(share * CUTTING))?;
    let opened = figures::open_sheets(form, sheets);
    on_progress(1.0);
    opened
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::Workbook;

    use crate::domain::figures::FormFile;

    use super::super::protocol::{Request, Rows, WorkbookError};
    use super::*;

    fn answer(desk: &mut Desk, ask: &Ask, bytes: Option<&[u8]>) -> Reply {
        let reply = desk.answer(&serde_json::to_string(ask).unwrap(), bytes, &mut |_| {}).unwrap();
        serde_json::from_str(&reply).unwrap()
    }

    fn workbook() -> Vec<u8> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet().set_name("Hồ sơ").unwrap();
        sheet.write(0, 0, "Mã hồ sơ").unwrap();
        sheet.write(0, 1, "Ngày nhận").unwrap();
        for row in 1..4 {
            sheet.write(row, 0, format!("HS-{row}")).unwrap();
            sheet.write(row, 1, "31/02/2024").unwrap();
        }
        workbook.save_to_buffer().unwrap()
    }

    fn open() -> Ask {
        Ask::Open { kind: Kind::Dossiers, name: "ho-so.xlsx".to_owned() }
    }

    /// The codes of what is open, read as it proposes; none if nothing is.
    fn codes(desk: &mut Desk, opened: &Opened) -> Option<Vec<String>> {
        let sheet = &opened.sheets[0];
        let request = Request {
            kind: Kind::Dossiers,
            sheet: sheet.index,
            heading: sheet.heading,
            matching: sheet.matching.clone(),
            options: Default::default(),
            answers: Default::default(),
        };
        match answer(desk, &Ask::Read(request), None) {
            Reply::Read(reading) => match reading.rows {
                Rows::Dossiers(rows) => Some(rows.into_iter().map(|row| row.record.unwrap().code).collect()),
                Rows::Procedures(_) => None,
            },
            _ => None,
        }
    }

    #[test]
    fn what_is_open_is_read_until_something_else_is_opened() {
        let mut desk = Desk::default();
        let Reply::Opened(opened) = answer(&mut desk, &open(), Some(&workbook())) else { panic!("not opened") };
        assert_eq!(opened.sheets[0].name, "Hồ sơ");
        assert_eq!(codes(&mut desk, &opened), Some(["HS-1", "HS-2", "HS-3"].map(str::to_owned).to_vec()));
        let pasted =
            Ask::Paste { kind: Kind::Dossiers, text: "Mã hồ sơ\tLĩnh vực\nHS-9\tĐất đai\n".to_owned() };
        let Reply::Opened(pasted) = answer(&mut desk, &pasted, None) else { panic!("not opened") };
        assert_eq!(codes(&mut desk, &pasted), Some(vec!["HS-9".to_owned()]));
        let refused = answer(&mut desk, &open(), Some(b"PK\x03\x04 and no more"));
        assert!(matches!(refused, Reply::Refused(OpenError::Workbook(WorkbookError::Broken))), "{refused:?}");
        assert_eq!(codes(&mut desk, &pasted), None, "what cannot be opened closes what was");
    }

    #[test]
    fn a_table_of_figures_is_opened_described_and_read() {
        let file: FormFile = serde_json::from_str(include_str!("../../public/data/bieu-mau.json")).unwrap();
        let form = file.forms.into_iter().find(|form| form.id.as_str() == "muc-do-3").unwrap();
        let mut desk = Desk::default();
        let ask = |ask: FiguresAsk| Ask::Figures(Box::new(ask));
        let text = "TT\tTên cơ quan, đơn vị\tSố hồ sơ mức độ 3\n1\tSở A\t957\n".to_owned();
        let describe = ask(FiguresAsk::Describe { form: form.clone(), sheet: 0, heading: None });
        assert_eq!(answer(&mut desk, &describe, None), Reply::Closed);
        let paste = ask(FiguresAsk::Paste { form: form.clone(), text: text.clone() });
        let Reply::Figures(reply) = answer(&mut desk, &paste, None) else { panic!("not opened") };
        let FiguresReply::Opened(opened) = *reply else { panic!("{reply:?}") };
        let open = ask(FiguresAsk::Open { form: form.clone(), name: "muc-do-3.csv".to_owned() });
        let Reply::Figures(reply) = answer(&mut desk, &open, Some(text.as_bytes())) else { panic!("not opened") };
        let FiguresReply::Opened(again) = *reply else { panic!("{reply:?}") };
        assert_eq!(again.sheets[0].matching, opened.sheets[0].matching);
        let read = ask(FiguresAsk::Read(again.sheets[0].request(form)));
        let Reply::Figures(reply) = answer(&mut desk, &read, None) else { panic!("not read") };
        let FiguresReply::Read(Ok(reading)) = *reply else { panic!("{reply:?}") };
        assert_eq!(reading.rows[0].name, "Sở A");
        let Reply::Figures(reply) = answer(&mut desk, &describe, None) else { panic!("not described") };
        assert!(matches!(*reply, FiguresReply::Described(Some(sheet)) if sheet.heading.is_none()));
    }

    #[test]
    fn what_is_no_ask_is_an_error() {
        assert!(Desk::default().answer("{\"close\":{}}", None, &mut |_| {}).is_err());
    }
}
