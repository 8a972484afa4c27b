//! Every kind of field that a visit is typed into: where it is, what it makes of a text, and what is stored for it.

use serde_json::json;
use so_giam_sat::domain::answer::{Answer, MAX_COUNT};
use so_giam_sat::domain::dossier::{Dossier, Seen};
use so_giam_sat::domain::figures::reading::{Reading, read};
use so_giam_sat::domain::figures::{Cell, Measure, StatTable};
use so_giam_sat::domain::id::{DossierId, ItemCode};
use so_giam_sat::domain::visit::Visit;
use so_giam_sat::words::{Localised, format, parse};
use xtask::chromium::Page;

use crate::pages::handle;
use crate::setup::SOON;

/// The visit that is typed into, and one of its dossiers.
pub const VISIT: &str = "krong-pa-2023-01-ubnd-huyen";
pub const DOSSIER: &str = "d00001";

/// A kind of field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// A figure of an item: its code, its place, and the maximum of a mean.
    Figure(&'static str, usize, Option<u32>),
    /// A date of an item.
    Day(&'static str),
    /// The note of an item.
    Note(&'static str),
    /// Why an item does not apply.
    Reason(&'static str),
    /// A number of the posting.
    Posting(&'static str),
    /// A text of the form of a dossier.
    Form(&'static str),
    /// A count there.
    FormCount(&'static str),
    /// A date there.
    FormDay(&'static str),
    /// A cell of the grid of dossiers.
    Cell(&'static str),
    /// A cell of a table of figures.
    Figures(&'static str),
    /// A text that a table says of itself.
    Details(&'static str),
    /// The text of a passage.
    Statement,
}

/// How a field is typed into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    Text,
    Date,
    Cell,
}

impl Field {
    /// The page that it is on, after the visit's address.
    pub fn page(self) -> &'static str {
        match self {
            Self::Figure(..) | Self::Day(_) | Self::Note(_) | Self::Reason(_) => "",
            Self::Posting(_) => "/niem-yet",
            Self::Form(_) | Self::FormCount(_) | Self::FormDay(_) => "/ho-so/d00001",
            Self::Cell(_) => "/ho-so",
            Self::Figures(_) | Self::Details(_) => "/so-lieu/bieu",
            Self::Statement => "/so-lieu/loi-van/moi",
        }
    }

    pub fn control(self) -> Control {
        match self {
            Self::Day(_) | Self::FormDay(_) => Control::Date,
            Self::Cell(_) | Self::Figures(_) => Control::Cell,
            _ => Control::Text,
        }
    }

    /// The field, or the cell that it is put over.
    pub fn selector(self) -> String {
        match self {
            Self::Figure(item, place, _) => {
                format!("[data-item={item}] .figures > .figure:nth-of-type({}) input", place + 1)
            }
            Self::Day(item) => format!("[data-item={item}] .figures > .figure:nth-of-type(1) input"),
            Self::Note(item) => format!("[data-item={item}] textarea"),
            Self::Reason(item) => format!("[data-item={item}] [data-field=reason]"),
            Self::Posting(id) | Self::Form(id) | Self::FormCount(id) | Self::FormDay(id) => format!("#{id}"),
            Self::Details(id) => format!("#{id}"),
            Self::Cell(column) => format!("[data-testid=dossier-grid] [aria-rowindex='2'] > [data-column={column}]"),
            Self::Figures(cell) => format!("[data-cell='{cell}']"),
            Self::Statement => handle("statement-text"),
        }
    }

    /// What is typed into it to be tried, readable and not.
    pub fn texts(self) -> &'static [&'static str] {
        match self {
            Self::Figure(_, _, None) => &["100.000", "1 716", "1716", "1.716", "39", " 5", "1.0", "12a", "1.234.567"],
            Self::Figure(_, _, Some(_)) => &["9,7", "9.25", "8", "11,05", "7,", "9,705"],
            Self::Posting(_) => &["1.716", "100.000", "1 716", "250", "1.7", "0"],
            Self::FormCount(_) => &["3", "12", "1.000", "1 000", "hai"],
            Self::Note(_) | Self::Reason(_) | Self::Details(_) => {
                &["Bảng niêm yết cũ, thiếu 3 thủ tục", "Không rõ lý do; xem biên bản số 7", "Ea Ly – K'Đăng"]
            }
            Self::Form(_) => &["H-2023.001/UBND", "Cấp lại giấy chứng nhận", "Đất đai"],
            Self::Day(_) | Self::FormDay(_) => &["2023-05-12", "2022-11-30", "2200-05-12", "20233-01-02"],
            Self::Cell("received" | "returned") => &["12/5/2023", "30/11/2022", "12/5", "1-6-2023"],
            Self::Cell("times_reappointed") => &["3", "12", "hai"],
            Self::Cell(_) => &["H-2023.002", "Đất đai, môi trường"],
            Self::Figures(_) => &["1.716", "100.000", "39", "năm", "1716"],
            Self::Statement => &["Tiếp nhận 1.716 hồ sơ, đã giải quyết 1.700 hồ sơ", "Còn 16 hồ sơ đang giải quyết"],
        }
    }

    /// How its text reads as it is written everywhere; none for a text that is not taken.
    pub fn canonical(self, text: &str) -> Option<String> {
        let count = |most: u64| Some(parse::count(text, most).ok()?.map(format::count).unwrap_or_default());
        match self {
            Self::Figure(_, _, None) => count(MAX_COUNT),
            Self::Figure(_, _, Some(maximum)) => {
                Some(parse::mean(text, maximum * 100).ok()?.map(format::hundredths).unwrap_or_default())
            }
            Self::Posting(_) => count(u32::MAX.into()),
            Self::FormCount(_) => count(1_000),
            Self::Day(_) | Self::FormDay(_) => {
                let day: chrono::NaiveDate = text.parse().ok()?;
                ("1900".."2200").contains(&text.get(..4)?).then(|| day.to_string())
            }
            Self::Cell("received" | "returned") => match text {
                "12/5" => None,
                "1-6-2023" => Some("01/6/2023".to_owned()),
                _ => Some(text.to_owned()),
            },
            Self::Cell("times_reappointed") => parse::count(text, 1_000).ok().map(|_| text.to_owned()),
            Self::Figures(_) => match read(text, &Measure::Count { of: Localised::default() }) {
                Reading::Figure(figure) => Some(so_giam_sat::report::audit::figure_words(figure)),
                _ => None,
            },
            Self::Note(_) | Self::Reason(_) | Self::Form(_) | Self::Cell(_) | Self::Details(_) | Self::Statement => {
                Some(text.to_owned())
            }
        }
    }

    /// What the visit says for it, written as [`Field::canonical`] writes it.
    pub fn stored(self, visit: &Visit) -> String {
        let answer = |item: &str| visit.answer(&ItemCode::new(item).unwrap()).cloned();
        let count = |count: Option<u64>| count.map(format::count).unwrap_or_default();
        let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let dossier = || visit.dossiers[&DossierId::new(DOSSIER).unwrap()].dossier.clone();
        match self {
            Self::Figure(item, place, _) => match answer(item) {
                Some(Answer::Counts { values }) => count(values[place]),
                Some(Answer::Ratio { part, whole }) => count([part, whole][place]),
                Some(Answer::Means { hundredths }) => hundredths[place].map(format::hundredths).unwrap_or_default(),
                _ => String::new(),
            },
            Self::Day(item) => match answer(item) {
                Some(Answer::Date { on, .. }) => day(on),
                _ => String::new(),
            },
            Self::Note(item) => {
                visit.entries.get(&ItemCode::new(item).unwrap()).map_or(String::new(), |entry| entry.note.clone())
            }
            Self::Reason(item) => match answer(item) {
                Some(Answer::NotApplicable { reason }) => reason,
                _ => String::new(),
            },
            Self::Posting(id) => {
                let posting = visit.posting.as_ref().map(|held| &held.posting);
                let number = posting
                    .and_then(|posting| if id == "posting-counted" { posting.counted } else { posting.in_force });
                count(number.map(u64::from))
            }
            Self::Form(id) => of_form(&dossier(), id),
            Self::FormCount(_) => count(dossier().additions_asked.map(u64::from)),
            Self::FormDay("returned") => day(dossier().returned),
            Self::FormDay(_) => day(dossier().received.map(|receipt| receipt.date)),
            Self::Cell(column) => of_grid(&dossier(), column),
            Self::Figures(name) => {
                let (row, column) = name.split_once('/').unwrap();
                let table = own_table(visit);
                let at = table.form.columns.iter().position(|one| one.key.as_str() == column).unwrap();
                let row = table.rows.iter().find(|one| one.key.as_str() == row).unwrap();
                match &row.cells[at] {
                    Cell::Figure(figure) => so_giam_sat::report::audit::figure_words(*figure),
                    Cell::Text(text) | Cell::Unread(text) => text.clone(),
                    Cell::Blank => String::new(),
                }
            }
            Self::Details(id) => {
                let table = own_table(visit);
                if id == "table-title" { table.title.clone() } else { table.body.clone() }
            }
            Self::Statement => visit.figures.statements.values().map(|held| held.value.text.clone()).collect(),
        }
    }

    /// What stands in the field now.
    pub fn shown(self, page: &Page) -> String {
        let selector = json!(self.selector());
        let shown = match self.control() {
            // While a cell is edited its field lies over it.
            Control::Cell => format!(
                "(() => {{ const cell = document.querySelector({selector}); return cell.querySelector('input, select')?.value ?? cell.firstChild.textContent.trim(); }})()"
            ),
            Control::Text | Control::Date => format!("document.querySelector({selector}).value"),
        };
        page.text(&shown).unwrap()
    }

    /// Prepares what the field needs to be there.
    pub fn prepare(self, page: &Page) {
        if let Self::Reason(item) = self {
            let there = format!("document.querySelector('[data-item={item}] [data-field=reason]') !== null");
            if page.eval(&there).unwrap() != json!(true) {
                page.click(&format!("[data-item={item}] input[value=not_applicable]")).unwrap();
            }
            page.wait_for(&there, SOON, "the field of the reason").unwrap();
        }
        if matches!(self, Self::FormCount(_) | Self::Details(_)) {
            page.eval("document.querySelectorAll('details').forEach((one) => { one.open = true })").unwrap();
        }
        page.wait_for_element(&self.selector(), SOON).unwrap();
    }
}

fn of_form(dossier: &Dossier, id: &str) -> String {
    match id {
        "code" => dossier.code.clone(),
        "procedure" => dossier.procedure.clone(),
        _ => dossier.field.clone(),
    }
}

fn of_grid(dossier: &Dossier, column: &str) -> String {
    match column {
        "code" => dossier.code.clone(),
        "field" => dossier.field.clone(),
        "received" => dossier.received.map(|receipt| format::date(receipt.date)).unwrap_or_default(),
        "returned" => dossier.returned.map(format::date).unwrap_or_default(),
        "times_reappointed" => dossier.times_reappointed.map(|times| times.to_string()).unwrap_or_default(),
        "appointed" => match dossier.appointed {
            Seen::Is(day) => format::date(day),
            _ => String::new(),
        },
        _ => String::new(),
    }
}

/// The table that the test began.
fn own_table(visit: &Visit) -> &StatTable {
    let mut tables = visit.figures.tables.values().map(|held| &held.value);
    tables.find(|table| table.form.id.as_str() == "igate").unwrap()
}
