//! The working calendar that due dates are reckoned by: the user's where there is one, else the bundled one.

use std::sync::Arc;

use chrono::Datelike;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::files;
use crate::browser::reader::Reader;
use crate::domain::calendar::{Calendar, CalendarDay, CalendarEdit, CalendarError, WorkingCalendar};
use crate::domain::reference::{Differences, Reference, differences};
use crate::export::csv::csv as table_file;
use crate::export::{NamedFile, json};
use crate::intake::ask::{Ask, Reply};
use crate::intake::calendar::{CsvProblem, day_problem};
use crate::report::calendar_table;
use crate::storage::gate::{MAX_FILE_BYTES, Refusal, read_calendar};
use crate::storage::reference::ReferenceKind;
use crate::words::catalogue::{calendar as labels, notice as words, references};
use crate::words::{Lang, Text, format};

use super::library::{Loading, Unread};
use super::outgoing::CsvForm;
use super::references::{Bundled, InUse, Kept, ReferenceError};
use super::route::Route;
use super::{App, reading};

/// The calendar as the app holds it. A handle: copies are the same calendar.
#[derive(Clone, Copy)]
pub(super) struct CalendarState {
    working: RwSignal<Loading<Arc<WorkingCalendar>>>,
    kept: Kept<Calendar>,
    import: RwSignal<CalendarImport>,
}

impl Default for CalendarState {
    fn default() -> Self {
        let import = RwSignal::new(CalendarImport::None);
        Self { working: RwSignal::new(Loading::Waiting), kept: Kept::default(), import }
    }
}

impl Bundled for Calendar {
    const KIND: ReferenceKind = ReferenceKind::Calendar;
    const ASSET: &'static str = "data/lich-nghi-1.json";

    fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        read_calendar(bytes)
    }

    fn kept(app: App) -> Kept<Self> {
        app.calendar.kept
    }

    fn taken(app: App, value: &Self) {
        let is_same =
            |working: &Loading<Arc<WorkingCalendar>>| working.ready().is_some_and(|held| held.calendar() == value);
        if !app.calendar.working.with_untracked(is_same) {
            app.calendar.working.set(Loading::Ready(Arc::new(WorkingCalendar::new(value))));
        }
    }

    fn missed(app: App, why: Option<&Unread>) {
        app.calendar.working.set(why.cloned().map_or(Loading::Waiting, Loading::Failed));
    }
}

/// A calendar on its way in from a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum CalendarImport {
    /// There is none.
    #[default]
    None,
    /// It is being read.
    Reading,
    /// It is refused, for this reason.
    Refused(String),
    /// Its lines have these problems; nothing is taken of it.
    Problems(Vec<CsvProblem>),
    /// This is what it would do.
    Ready(Box<CalendarPreview>),
}

/// What a calendar from a file would do.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarPreview {
    /// What would be added, changed and removed.
    pub differences: Differences<CalendarDay>,
    /// The years whose days a table replaces; none if the file is a whole calendar.
    pub years: Option<Vec<i32>>,
    /// The last announced year, where the file changes it.
    pub announced_through: Option<i32>,
    before: Calendar,
    after: Calendar,
}

impl App {
    /// The working calendar; reactive, so that it follows what is changed, also in another tab. Read at the first call;
    /// what stands in the way becomes a notice.
    pub fn calendar(self) -> Signal<Loading<Arc<WorkingCalendar>>> {
        self.ensure_reference::<Calendar>();
        self.calendar.working.into()
    }

    /// The working calendar, once it is read: what due dates are reckoned by. Says nothing by itself; the error has its
    /// sentence.
    pub async fn working_calendar(self) -> Result<Arc<WorkingCalendar>, ReferenceError> {
        let read = self.reference::<Calendar>().await?;
        let working = self.calendar.working.with_untracked(|working| working.ready().cloned());
        Ok(working.unwrap_or_else(|| Arc::new(WorkingCalendar::new(&read.value))))
    }

    /// The calendar, and where it comes from; reactive. Read at the first call.
    pub fn calendar_in_use(self) -> Signal<Loading<Arc<InUse<Calendar>>>> {
        self.ensure_reference::<Calendar>();
        self.calendar.kept.0.into()
    }

    /// Tries to read the calendar that could not be read.
    pub fn retry_calendar(self) {
        self.retry_reference::<Calendar>();
    }

    /// Changes the calendar and offers to take that back. `shown` is the day that a form began with: if it is another
    /// one by now, nothing is changed. `then` runs once it is written.
    pub fn edit_calendar(
        self,
        edit: CalendarEdit,
        shown: Option<CalendarDay>,
        said: Text,
        draft: Option<String>,
        then: Callback<()>,
    ) {
        let lang = self.prefs.lang.get_untracked();
        let change = move |now: &InUse<Calendar>| {
            if let Some(shown) = shown
                && now.value.entry(shown.date) != Some(&shown)
            {
                return Err(references::MOVED.get(lang).to_owned());
            }
            now.value.edited(edit).map_err(|error| calendar_sentence(&error, lang))
        };
        self.change_reference(Box::new(change), said, draft, then);
    }

    /// Goes back to the calendar of the app.
    pub fn use_bundled_calendar(self) {
        let change = |now: &InUse<Calendar>| Ok(now.bundled.clone());
        self.change_reference(Box::new(change), references::BUNDLED_USED, None, Callback::new(|()| ()));
    }

    /// Takes what a newer version of the app brings; the user's own days stay.
    pub fn take_calendar_news(self) {
        let change = |now: &InUse<Calendar>| Ok(now.news().map_or_else(|| now.value.clone(), |(merged, _)| merged));
        self.change_reference(Box::new(change), references::NEWS_TAKEN, None, Callback::new(|()| ()));
    }

    /// Drops a calendar that cannot be read.
    pub fn drop_corrupt_calendar(self) {
        self.drop_corrupt_reference::<Calendar>();
    }

    /// Hands the calendar to the person: as JSON, which an import takes back whole, or as CSV.
    pub fn export_calendar(self, as_csv: bool) {
        let Some(held) = self.calendar.kept.0.with_untracked(|kept| kept.ready().cloned()) else { return };
        let version = held.value.version();
        let file = if as_csv {
            let bytes = table_file(&calendar_table(&held.value), CsvForm::Spreadsheet);
            NamedFile { name: format!("lich-nghi_ban-{version}.csv"), bytes }
        } else {
            NamedFile { name: format!("lich-nghi_ban-{version}.json"), bytes: json::lines(&held.value) }
        };
        self.hand_out(vec![file], as_csv);
    }

    /// How far a calendar from a file has come; reactive.
    pub fn calendar_import(self) -> Signal<CalendarImport> {
        self.calendar.import.into()
    }

    /// Takes a file that a person chose and shows what it would do.
    pub fn choose_calendar(self, file: web_sys::File) {
        let import = self.calendar.import;
        import.set(CalendarImport::Reading);
        self.go(&Route::CalendarImport);
        spawn_local(async move {
            let read = self.read_calendar_file(&file).await;
            import.set(read.unwrap_or_else(CalendarImport::Refused));
        });
    }

    /// Drops the file and goes back; nothing was written.
    pub fn leave_calendar_import(self) {
        self.calendar.import.set(CalendarImport::None);
        self.go(&Route::Calendar);
    }

    /// Writes what the preview shows.
    pub fn confirm_calendar(self) {
        let CalendarImport::Ready(preview) = self.calendar.import.get_untracked() else { return };
        let lang = self.prefs.lang.get_untracked();
        let change = move |now: &InUse<Calendar>| {
            if now.value == preview.before { Ok(preview.after) } else { Err(words::IMPORT_MOVED.get(lang).to_owned()) }
        };
        self.change_reference(
            Box::new(change),
            words::IMPORTED,
            None,
            Callback::new(move |()| self.leave_calendar_import()),
        );
    }

    async fn read_calendar_file(self, file: &web_sys::File) -> Result<CalendarImport, String> {
        let lang = self.prefs.lang.get_untracked();
        let before = self.reference::<Calendar>().await.map_err(|error| error.sentence(lang))?.value.clone();
        let refused = |refusal: Refusal| refusal.sentence(lang);
        if file.name().to_lowercase().ends_with(".json") {
            let bytes = files::read(file, MAX_FILE_BYTES)
                .await
                .map_err(|error| words::FILE_UNREADABLE.get(lang).replace("{detail}", &error.to_string()))?;
            let mut record = read_calendar(&bytes).map_err(refused)?.record().clone();
            // A calendar of another house becomes the content of this one.
            record.id.clone_from(&before.record().id);
            record.version = before.version();
            let after = Calendar::try_from(record).map_err(|error| calendar_sentence(&error, lang))?;
            return Ok(preview(before, after, None));
        }
        let bytes = reading::bytes(file, lang).await?;
        // A reader of its own, which ends with this.
        let reply = Reader::default().ask(&Ask::Calendar { name: file.name() }, Some(bytes), |_share| {}).await;
        match reply.map_err(|error| reading::sentence(&error, lang))? {
            Reply::Refused(error) => Err(error.sentence(lang)),
            Reply::Calendar(Err(problems)) => Ok(CalendarImport::Problems(problems)),
            Reply::Opened(_) | Reply::Described(_) | Reply::Read(_) | Reply::Figures(_) | Reply::Closed => {
                Ok(CalendarImport::None)
            }
            Reply::Calendar(Ok(days)) => {
                let mut years: Vec<i32> = days.iter().map(|day| day.date.year()).collect();
                years.sort_unstable();
                years.dedup();
                let mut record = before.record().clone();
                record.days.retain(|day| !years.contains(&day.date.year()));
                record.days.extend(days);
                let after = Calendar::try_from(record).map_err(|error| calendar_sentence(&error, lang))?;
                Ok(preview(before, after, Some(years)))
            }
        }
    }
}

fn preview(before: Calendar, after: Calendar, years: Option<Vec<i32>>) -> CalendarImport {
    let through = after.record().announced_through;
    let announced_through = (through != before.record().announced_through).then_some(through);
    let differences = differences(&before, &after);
    CalendarImport::Ready(Box::new(CalendarPreview { differences, years, announced_through, before, after }))
}

/// Why a calendar or an edit cannot be taken, in words.
pub fn calendar_sentence(error: &CalendarError, lang: Lang) -> String {
    match error {
        CalendarError::Day { date, problem, .. } => labels::DAY_REFUSED
            .get(lang)
            .replace("{date}", &format::date(*date))
            .replace("{why}", day_problem(*problem).get(lang)),
        CalendarError::NoSuchDay(_) => references::MOVED.get(lang).to_owned(),
        CalendarError::TooManyDays => labels::TOO_MANY_DAYS.get(lang).to_owned(),
        CalendarError::BadName | CalendarError::BadVersion(_) | CalendarError::BadYears { .. } => {
            labels::CALENDAR_WRONG.get(lang).to_owned()
        }
    }
}
