//! The apology letter for a late dossier, drafted for the unit to check, sign and send: "Phiếu xin lỗi và hẹn lại ngày
//! trả kết quả" for dossiers received to 30/6/2025, "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết" since.
//!
//! No name is in it: the applicant's is written by hand on the dots, and the signer is named by post. The sentences are
//! this app's own; the forms of the circulars decide what has to be said. Of the time before Nghị định 61/2018/NĐ-CP no
//! form is known: the letter then bears the older name and names no form.

use chrono::NaiveDate;

use crate::domain::calendar::{WorkingCalendar, apology_deadlines};
use crate::domain::dossier::{Course, Dossier, Field, Judged, Readings, Seen, looks_personal};
use crate::domain::regime::{LegalBases, Paper, Regime, Validity};
use crate::words::Lang;
use crate::words::format::long_date;

use super::document::frame::{BLANK_DATE, Head, foot, head, written_date};
use super::document::{Align, Block, Document, Paragraph};

pub use warning::{NoLetter, Warning};

mod warning;

#[cfg(test)]
mod tests;

/// What a letter is drafted from. Texts may be empty: dots take their place.
#[derive(Clone, Copy, Debug)]
pub struct ApologyRequest<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// What was judged of it.
    pub judged: &'a Judged,
    /// The body above the issuing one.
    pub above: &'a str,
    /// The body that resolves the dossier and issues the letter, by name.
    pub issuer: &'a str,
    /// The counter where the dossier was filed; empty for the usual name of its time.
    pub counter: &'a str,
    /// Number and sign, such as "12/PXL".
    pub number: &'a str,
    /// The place it is issued at (địa danh).
    pub place: &'a str,
    /// The day it is issued.
    pub date: Option<NaiveDate>,
    /// Why the dossier is late.
    pub reason: &'a str,
    /// The new date; [`crate::domain::dossier::propose_new_date`] gives one. Left out once the result was returned.
    pub new_date: Option<NaiveDate>,
    /// The post of the head who signs.
    pub signer_post: &'a str,
}

/// A letter, and what the person should look at before it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApologyDraft {
    /// The letter.
    pub document: Document,
    /// The regime that chose its name and form.
    pub regime: Regime,
    /// What to look at, in the order of the letter.
    pub warnings: Vec<Warning>,
}

/// The name of the letter before there was a form.
const OLD_TITLE: &str = "Phiếu xin lỗi và hẹn lại ngày trả kết quả";

const DOTS: &str = "……………………………………………";

/// How the applicant is addressed, who may be a person or an organisation.
const APPLICANT: &str = "Ông/Bà (tổ chức)";

/// Drafts the letter. None where the dossier was returned in time or withdrawn: then there is nothing to apologise for.
pub fn apology_letter(
    request: &ApologyRequest<'_>,
    bases: &LegalBases,
    calendar: &WorkingCalendar,
) -> Result<ApologyDraft, NoLetter> {
    match request.judged.course {
        Some(Course::ResolvedInTime) => return Err(NoLetter::ResolvedInTime),
        Some(Course::Withdrawn) => return Err(NoLetter::Withdrawn),
        Some(Course::ResolvedLate { .. } | Course::PendingInTime | Course::PendingLate { .. }) | None => {}
    }
    let mut letter = Letter { request, calendar, warnings: Vec::new() };
    let regime = letter.regime();
    let form = regime.form(Paper::Apology);
    let title = form.map_or(OLD_TITLE, |form| form.title);
    let mut blocks: Vec<Block> = Vec::new();
    if let Some(note) = form.and_then(|form| form_note(form.number, form.basis, bases, request.date)) {
        blocks.push(Paragraph::new(Align::Right, 12).italic(note).into());
    }
    let number = match (request.number.trim(), regime) {
        ("", Regime::Decision09_2015 | Regime::Decree61_2018) => "……/PXL",
        // What sign a letter bears since 01/7/2025 no source says.
        ("", Regime::Decree118_2025) => "……/……",
        (number, _) => number,
    };
    let ApologyRequest { above, issuer, place, date, .. } = *request;
    blocks.extend(head(&Head { above, issuer: or_dots(issuer), number, place, date }));
    blocks.push(Paragraph::new(Align::Centre, 14).bold(title.to_uppercase()).into());
    blocks.push(letter.addressee().into());
    blocks.extend(letter.body(regime).into_iter().map(|text| Block::from(Paragraph::body(text))));
    blocks.push(letter.foot(regime));
    Ok(ApologyDraft { document: Document { title: title.to_owned(), blocks }, regime, warnings: letter.warnings })
}

/// "Mẫu số 04, Thông tư 01/2018/TT-VPCP"; none on a day on which that was not issued yet, or where it was taken off
/// the list.
fn form_note(number: u8, basis: &str, bases: &LegalBases, on: Option<NaiveDate>) -> Option<String> {
    let basis = bases.get(basis)?;
    if on.is_some_and(|on| basis.validity(on) == Validity::NotYet) {
        return None;
    }
    Some(format!("Mẫu số {number:02}, {} {}", basis.kind.label().get(Lang::Vi), basis.number))
}

fn or_dots(text: &str) -> &str {
    match text.trim() {
        "" => DOTS,
        text => text,
    }
}

/// A sentence that begins with a capital.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

struct Letter<'r> {
    request: &'r ApologyRequest<'r>,
    calendar: &'r WorkingCalendar,
    warnings: Vec<Warning>,
}

impl Letter<'_> {
    /// A date that the letter prints, left out and warned of where it is impossible.
    fn possible(&mut self, field: Field, date: Option<NaiveDate>) -> Option<NaiveDate> {
        let error = self.request.judged.errors.iter().copied().find(|error| error.field == field);
        if let Some(error) = error.filter(|_| date.is_some()) {
            self.warnings.push(Warning::Impossible(error));
            return None;
        }
        date
    }

    /// The regime of receipt; of the day of the letter where the receipt is not known.
    fn regime(&mut self) -> Regime {
        let received = self.request.dossier.received.map(|receipt| receipt.date);
        if received.is_none() {
            self.warnings.push(Warning::ReceiptUnknown);
        }
        // Without any day the regime in force now is the likeliest.
        received.or(self.request.date).map_or(Regime::Decree118_2025, Regime::on_receipt)
    }

    fn addressee(&self) -> Paragraph {
        let code = or_dots(&self.request.dossier.code);
        Paragraph::new(Align::Centre, 14).plain(format!("Kính gửi: {APPLICANT} {DOTS}, người nộp hồ sơ mã {code}"))
    }

    fn body(&mut self, regime: Regime) -> Vec<String> {
        let returned = self.possible(Field::Returned, self.request.dossier.returned);
        let mut body = vec![self.receipt(), self.appointed()];
        body.push(match returned {
            Some(returned) => self.returned(returned),
            None => self.pending(),
        });
        body.push(self.reason());
        body.push(if returned.is_some() { self.apology_after_return() } else { self.apology_with_new_date(regime) });
        body.push(format!("Rất mong nhận được sự thông cảm của {APPLICANT}./."));
        self.check_day();
        body
    }

    fn receipt(&mut self) -> String {
        let dossier = self.request.dossier;
        let received = self.possible(Field::Received, dossier.received.map(|receipt| receipt.date));
        let field = match dossier.field.trim() {
            "" => String::new(),
            field => format!(", lĩnh vực {field}"),
        };
        sentence(&format!(
            "{}, {} tiếp nhận hồ sơ mã {} của {APPLICANT}, thủ tục {}{field}.",
            written_date(received),
            or_dots(self.request.issuer),
            or_dots(&dossier.code),
            or_dots(&dossier.procedure),
        ))
    }

    fn appointed(&mut self) -> String {
        let dossier = self.request.dossier;
        let said = if dossier.slip == Some(false) { None } else { dossier.appointed.is().copied() };
        if let Some(appointed) = self.possible(Field::Appointed, said) {
            return format!("Ngày hẹn trả kết quả ghi trên giấy tiếp nhận: {}.", long_date(appointed));
        }
        self.warnings.push(Warning::NoAppointedDate);
        let Some(deadline) = self.request.judged.deadline else {
            self.warnings.push(Warning::NoDeadline);
            return format!("Ngày hẹn trả kết quả: {BLANK_DATE}.");
        };
        let due = long_date(deadline.date);
        match (&dossier.appointed, dossier.slip) {
            (_, Some(false)) => format!(
                "Hồ sơ không có giấy tiếp nhận và hẹn trả kết quả; thời hạn giải quyết theo quy định là đến hết {due}."
            ),
            (Seen::Absent, _) => format!(
                "Giấy tiếp nhận không ghi ngày hẹn trả kết quả; thời hạn giải quyết theo quy định là đến hết {due}."
            ),
            (Seen::NotLookedAt | Seen::Is(_), _) => format!("Thời hạn giải quyết theo quy định: đến hết {due}."),
        }
    }

    fn pending(&self) -> String {
        let overdue = match (self.request.date, self.request.judged.deadline) {
            (Some(date), Some(deadline)) => Some((date, deadline.date)),
            (None, _) | (_, None) => None,
        };
        match overdue {
            Some((date, deadline)) if date > deadline => match self.calendar.working_days_between(deadline, date) {
                0 => "Đến nay hồ sơ vẫn đang được giải quyết và đã quá thời hạn quy định.".to_owned(),
                days => {
                    format!("Đến nay hồ sơ vẫn đang được giải quyết, đã quá thời hạn quy định {days} ngày làm việc.")
                }
            },
            Some(_) => "Hồ sơ đang được giải quyết nhưng không thể trả kết quả đúng thời hạn quy định.".to_owned(),
            None if self.request.judged.course.is_some_and(Course::is_late) => {
                "Đến nay hồ sơ vẫn đang được giải quyết và đã quá thời hạn quy định.".to_owned()
            }
            None => "Hồ sơ đang được giải quyết nhưng không thể trả kết quả đúng hẹn.".to_owned(),
        }
    }

    fn returned(&self, returned: NaiveDate) -> String {
        let days = self.request.judged.course.and_then(Course::days_late).filter(|days| *days > 0);
        let late = days.map_or_else(
            || "quá thời hạn quy định".to_owned(),
            |days| format!("chậm {days} ngày làm việc so với thời hạn quy định"),
        );
        format!("Hồ sơ đã được giải quyết và trả kết quả {}, {late}.", long_date(returned))
    }

    fn reason(&mut self) -> String {
        let given = self.request.reason.trim();
        if given.is_empty() {
            self.warnings.push(Warning::ReasonMissing);
            return format!("Lý do: {DOTS}{DOTS}");
        }
        if let Some(personal) = looks_personal(given) {
            self.warnings.push(Warning::PersonalReason(personal));
        }
        format!("Lý do: {}.", given.trim_end_matches('.'))
    }

    fn apology_after_return(&self) -> String {
        let issuer = or_dots(self.request.issuer);
        sentence(&format!(
            "{issuer} xin lỗi {APPLICANT} về sự chậm trễ này và sẽ chấn chỉnh để việc này không lặp lại."
        ))
    }

    fn apology_with_new_date(&mut self, regime: Regime) -> String {
        self.check_new_date();
        let issuer = or_dots(self.request.issuer);
        let day = written_date(self.request.new_date);
        sentence(&match regime {
            Regime::Decision09_2015 | Regime::Decree61_2018 => {
                format!("{issuer} xin lỗi {APPLICANT} về sự chậm trễ này và hẹn lại ngày trả kết quả là {day}.")
            }
            Regime::Decree118_2025 => format!(
                "{issuer} xin lỗi {APPLICANT} về sự chậm trễ này và đề nghị gia hạn thời gian giải quyết hồ sơ đến hết \
                 {day}; kết quả được trả chậm nhất vào ngày đó."
            ),
        })
    }

    fn check_new_date(&mut self) {
        if let Some(beyond) = self.request.dossier.beyond_reappointing() {
            self.warnings.push(Warning::AlreadyReappointed(beyond));
        }
        let Some(new_date) = self.request.new_date else {
            self.warnings.push(Warning::NewDateMissing);
            return;
        };
        if self.request.date.is_some_and(|date| new_date <= date) {
            self.warnings.push(Warning::NewDateNotAfterLetter);
        }
        if self.request.judged.deadline.is_some_and(|deadline| new_date <= deadline.date) {
            self.warnings.push(Warning::NewDateNotAfterDeadline);
        }
        if self.calendar.covers(new_date) && !self.calendar.is_working(new_date) {
            self.warnings.push(Warning::NewDateOff);
        }
    }

    /// Whether the letter comes in time, where its regime has a rule and its day and deadline are known.
    fn check_day(&mut self) {
        let dossier = self.request.dossier;
        let received = dossier.received.map(|receipt| receipt.date);
        let ruled = received.is_some_and(|received| Regime::on_receipt(received).apology_rule().is_some());
        let (true, Some(date), Some(deadline)) = (ruled, self.request.date, self.request.judged.deadline) else {
            return;
        };
        let Some(latest) = apology_deadlines(deadline.date, received, self.calendar) else {
            return;
        };
        let readings = Readings {
            calendar_day_before: date <= latest.calendar_day_before,
            working_day_before: date <= latest.working_day_before,
        };
        if !(readings.calendar_day_before && readings.working_day_before) {
            self.warnings.push(Warning::Late(readings));
        }
    }

    fn foot(&self, regime: Regime) -> Block {
        let usual = match regime {
            Regime::Decision09_2015 | Regime::Decree61_2018 => "Bộ phận Tiếp nhận và Trả kết quả",
            Regime::Decree118_2025 => "Trung tâm Phục vụ hành chính công",
        };
        let counter = match self.request.counter.trim() {
            "" => usual,
            counter => counter,
        };
        let post = match self.request.signer_post.trim() {
            "" => "Thủ trưởng cơ quan",
            post => post,
        };
        foot(post, &["Như trên".to_owned(), format!("{counter} (để niêm yết)"), "Lưu: VT".to_owned()])
    }
}
