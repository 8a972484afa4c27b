//! Records changed field by field: an edit that names one field leaves the others to whoever changes them meanwhile, and a
//! line of history holds what it changed and not the whole record.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::domain::calendar::{ClockStop, Receipt, Term};
use crate::domain::dossier::{Cause, Channel, Dossier, Letter, Seen, State};
use crate::domain::figures::{Cell, Pick, Row, Statement};
use crate::domain::finding::{FindingContent, FindingEntry, Remedy};
use crate::domain::id::ItemCode;
use crate::domain::procedure::{Content, Edition, PostedProcedure};
use crate::domain::sampling::Draw;
use crate::domain::supervision::{Level, Member, Mode, Supervision, Unit, UnitKind};
use crate::domain::visit::{DossierDraw, Visit};

/// One field of a record, with the value that it takes.
pub trait Field: Clone {
    /// What it is a field of.
    type Record;

    /// Writes the value into a record; gives the field with the value that it had.
    fn swap(self, record: &mut Self::Record) -> Self;

    /// The fields in which `after` differs from `before`, with their values in `after`.
    fn differences(before: &Self::Record, after: &Self::Record) -> Vec<Self>;

    /// What of the record it touches: from the largest to the smallest, once for each thing.
    fn paths(&self) -> Vec<Vec<String>>;

    /// Whether it is a part of a value that may be missing.
    fn is_part(&self) -> bool {
        false
    }

    /// Whether the record has what it is a part of.
    fn fits(&self, _: &Self::Record) -> bool {
        true
    }
}

/// Writes fields one after the other; gives those that undo them.
pub(super) fn swap_all<F: Field>(record: &mut F::Record, fields: Vec<F>) -> Vec<F> {
    let mut before: Vec<F> = fields.into_iter().map(|field| field.swap(record)).collect();
    before.reverse();
    before
}

/// The record `now`, with what was made of it between `before` and `after`: a form that was opened on `before` changes what
/// was typed into it, and no field that someone else changed meanwhile.
pub fn carry_over<F: Field>(before: &F::Record, after: &F::Record, mut now: F::Record) -> F::Record {
    swap_all(&mut now, F::differences(before, after));
    now
}

/// Whether each field, after those before it, has what it is a part of.
pub(super) fn fit<F: Field>(record: &F::Record, fields: &[F]) -> bool
where
    F::Record: Clone,
{
    if !fields.iter().any(Field::is_part) {
        return true;
    }
    let mut record = record.clone();
    fields.iter().all(|field| {
        let fits = field.fits(&record);
        field.clone().swap(&mut record);
        fits
    })
}

/// Declares the fields of a record, each with the variant that names it. Under `parts` stand fields of a value that may be
/// missing: they are named where it is there before and after, and the whole value where it comes or goes.
macro_rules! fields {
    (
        $(#[$about:meta])* $name:ident of $record:ty {
            $($(#[$doc:meta])* $variant:ident($($field:ident).+: $type:ty),)+
        }
        $(parts {
            $($(#[$part_doc:meta])* $part:ident($part_type:ty) of $whole:ident($whole_field:ident: $whole_type:ty),)+
        })?
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$doc])* $variant($type),)+
            $($(
                #[doc = concat!("The whole of `", stringify!($whole_field), "`, where it comes or goes.")]
                $whole($whole_type),
                $(#[$part_doc])* $part($part_type),
            )+)?
        }

        impl Field for $name {
            type Record = $record;

            fn swap(self, record: &mut $record) -> Self {
                match self {
                    $(Self::$variant(value) => Self::$variant(std::mem::replace(&mut record.$($field).+, value)),)+
                    $($(
                        Self::$whole(value) => Self::$whole(std::mem::replace(&mut record.$whole_field, value)),
                        Self::$part(part) => match Whole::get_mut(&mut record.$whole_field) {
                            Some(whole) => Self::$part(part.swap(whole)),
                            None => Self::$whole(record.$whole_field.clone()),
                        },
                    )+)?
                }
            }

            fn differences(before: &$record, after: &$record) -> Vec<Self> {
                let mut fields = Vec::new();
                $(if before.$($field).+ != after.$($field).+ {
                    fields.push(Self::$variant(after.$($field).+.clone()));
                })+
                $($(match (Whole::get(&before.$whole_field), Whole::get(&after.$whole_field)) {
                    (Some(before), Some(after)) => {
                        fields.extend(<$part_type>::differences(before, after).into_iter().map(Self::$part));
                    }
                    _ if before.$whole_field != after.$whole_field => {
                        fields.push(Self::$whole(after.$whole_field.clone()));
                    }
                    _ => {}
                })+)?
                fields
            }

            fn paths(&self) -> Vec<Vec<String>> {
                match self {
                    $(Self::$variant(_) => vec![vec![stringify!($variant).to_owned()]],)+
                    $($(
                        Self::$whole(_) => vec![vec![stringify!($whole).to_owned()]],
                        Self::$part(part) => {
                            let below = |path: Vec<String>| {
                                [stringify!($whole).to_owned()].into_iter().chain(path).collect()
                            };
                            part.paths().into_iter().map(below).collect()
                        }
                    )+)?
                }
            }

            $(
                fn is_part(&self) -> bool {
                    matches!(self, $(Self::$part(_))|+)
                }

                fn fits(&self, record: &$record) -> bool {
                    match self {
                        $(Self::$part(_) => Whole::get(&record.$whole_field).is_some(),)+
                        _ => true,
                    }
                }
            )?
        }
    };
}

/// A value that may be missing.
trait Whole {
    type Is;

    fn get(&self) -> Option<&Self::Is>;

    fn get_mut(&mut self) -> Option<&mut Self::Is>;
}

impl<T> Whole for Option<T> {
    type Is = T;

    fn get(&self) -> Option<&T> {
        self.as_ref()
    }

    fn get_mut(&mut self) -> Option<&mut T> {
        self.as_mut()
    }
}

impl<T> Whole for Seen<T> {
    type Is = T;

    fn get(&self) -> Option<&T> {
        self.is()
    }

    fn get_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Is(value) => Some(value),
            Self::Absent | Self::NotLookedAt => None,
        }
    }
}

fields! {
    /// A field of a dossier; see [`Dossier`] for what each means.
    DossierField of Dossier {
        /// Its code.
        Code(code: String),
        /// Its procedure.
        Procedure(procedure: String),
        /// Its field (lĩnh vực).
        Field(field: String),
        /// The level that resolves it.
        Level(level: Option<Level>),
        /// How it was filed.
        Channel(channel: Option<Channel>),
        /// The time that the procedure gives.
        Term(term: Option<Term>),
        /// When the clock stood still.
        Stops(stops: Vec<ClockStop>),
        /// Whether there is a slip.
        Slip(slip: Option<bool>),
        /// The appointed date.
        Appointed(appointed: Seen<NaiveDate>),
        /// How many times additions were asked for.
        AdditionsAsked(additions_asked: Option<u32>),
        /// When the result was returned.
        Returned(returned: Option<NaiveDate>),
        /// Its state.
        State(state: Option<State>),
        /// How many times it was re-appointed.
        TimesReappointed(times_reappointed: Option<u32>),
        /// Whether the apology is posted.
        Posted(posted: Option<bool>),
        /// Whether the apology is uploaded.
        Uploaded(uploaded: Option<bool>),
        /// Whether it is in the electronic system.
        InSystem(in_system: Option<bool>),
        /// Cause of lateness.
        Cause(cause: Option<Cause>),
        /// Body at fault.
        BodyAtFault(body_at_fault: String),
        /// Whether it passes between the land office and the tax office.
        Linked(linked: Option<bool>),
    }
    parts {
        /// A part of when it was received.
        Receipt(ReceiptField) of Received(received: Option<Receipt>),
        /// A part of the apology letter.
        Letter(LetterField) of Apology(apology: Seen<Letter>),
    }
}

fields! {
    /// A part of when a dossier was received.
    ReceiptField of Receipt {
        /// The day.
        Date(date: NaiveDate),
        /// The time of the day.
        Time(time: Option<NaiveTime>),
    }
}

fields! {
    /// A part of an apology letter.
    LetterField of Letter {
        /// Its number and sign.
        Number(number: String),
        /// Its date.
        Date(date: Option<NaiveDate>),
        /// The reason that it gives.
        Reason(reason: Seen<String>),
        /// The new date that it names.
        NewDate(new_date: Seen<NaiveDate>),
        /// Who signed it.
        SignedBy(signed_by: String),
    }
}

fields! {
    /// What a visit says of itself.
    DetailField of Visit {
        /// The day of the visit.
        Date(date: NaiveDate),
        /// The people present, by post.
        Present(present: Vec<String>),
    }
}

fields! {
    /// A field of the words of a finding.
    ContentField of FindingContent {
        /// What is wrong.
        Statement(statement: String),
        /// Legal basis.
        Basis(basis: Vec<String>),
        /// Cause.
        Cause(cause: String),
        /// To whom the recommendation goes.
        Addressee(addressee: String),
        /// What is recommended.
        Recommendation(recommendation: String),
        /// By when.
        Deadline(deadline: Option<NaiveDate>),
    }
}

fields! {
    /// What a sampled procedure looks like; its code tells it from the others.
    ProcedureField of PostedProcedure {
        /// Its name.
        Name(name: String),
        /// Whether it is posted.
        Posted(posted: Option<bool>),
        /// What is inside.
        Content(content: Option<Content>),
        /// Which edition it is.
        Edition(edition: Option<Edition>),
        /// Whether something is left blank.
        BlankFields(blank_fields: Option<bool>),
        /// Whether the internal flow hangs in its place.
        InternalFlowPosted(internal_flow_posted: Option<bool>),
    }
}

fields! {
    /// A field of a row of a table of figures; its key tells it from the others.
    RowField of Row {
        /// STT as printed.
        Number(number: String),
        /// Its name.
        Name(name: String),
        /// How deep it stands.
        Depth(depth: u8),
        /// All its cells.
        Cells(cells: Vec<Cell>),
    }
}

fields! {
    /// A field of a draw of dossiers; its stamp tells it from the others.
    DrawField of DossierDraw {
        /// The list that was drawn from.
        List(list: String),
        /// Population, method, seed and numbers.
        Draw(draw: Draw),
    }
}

fields! {
    /// A field of what is held by hand for a finding.
    FindingField of FindingEntry {
        /// The item it was observed at.
        Item(item: Option<ItemCode>),
        /// Why it was withdrawn.
        Withdrawn(withdrawn: Option<String>),
        /// State of remedy.
        Remedy(remedy: Remedy),
    }
    parts {
        /// A part of its words.
        Words(ContentField) of Content(content: Option<FindingContent>),
    }
}

fields! {
    /// A field of a supervision; its units are told apart by their ids.
    SupervisionField of Supervision {
        /// The body in whose name the delegation works.
        Body(body: String),
        /// Place name for the head of documents.
        Place(place: String),
        /// The province whose documents bind.
        Province(province: Option<String>),
        /// Number of the resolution.
        Number(resolution.number: String),
        /// Date of the resolution.
        Issued(resolution.date: Option<NaiveDate>),
        /// What is supervised.
        Topic(topic: String),
        /// First day of the period.
        From(period.from: Option<NaiveDate>),
        /// Last day of the period.
        To(period.to: Option<NaiveDate>),
        /// The members with their roles.
        Delegation(delegation: Vec<Member>),
    }
}

fields! {
    /// A field of a unit under supervision.
    UnitField of Unit {
        /// Its name.
        Name(name: String),
        /// Level of government.
        Level(level: Level),
        /// What kind of body it is.
        Kind(kind: UnitKind),
        /// How it is supervised.
        Mode(mode: Mode),
    }
}

/// The supervision `now`, with what a form made of it between `before` and `after`. Where both changed one field, the form's
/// stands.
pub fn join_supervision(before: &Supervision, after: &Supervision, now: Supervision) -> Supervision {
    let mut joined = carry_over::<SupervisionField>(before, after, now);
    if joined.units == before.units {
        joined.units.clone_from(&after.units);
        return joined;
    }
    joined.units.retain(|unit| after.unit(&unit.id).is_some() || before.unit(&unit.id).is_none());
    for unit in &after.units {
        match before.unit(&unit.id) {
            Some(known) => {
                for held in joined.units.iter_mut().filter(|held| held.id == unit.id) {
                    swap_all(held, UnitField::differences(known, unit));
                }
            }
            None => joined.units.push(unit.clone()),
        }
    }
    joined
}

/// A field of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum StatementField {
    /// Where it stands in the report.
    Place(String),
    /// The body whose figures it gives.
    Body(String),
    /// The text with its picks, which lie within it.
    Text {
        /// The text.
        text: String,
        /// The picks.
        picks: Vec<Pick>,
    },
}

impl Field for StatementField {
    type Record = Statement;

    fn swap(self, statement: &mut Statement) -> Self {
        match self {
            Self::Place(place) => Self::Place(std::mem::replace(&mut statement.place, place)),
            Self::Body(body) => Self::Body(std::mem::replace(&mut statement.body, body)),
            Self::Text { text, picks } => Self::Text {
                text: std::mem::replace(&mut statement.text, text),
                picks: std::mem::replace(&mut statement.picks, picks),
            },
        }
    }

    fn paths(&self) -> Vec<Vec<String>> {
        let name = match self {
            Self::Place(_) => "Place",
            Self::Body(_) => "Body",
            Self::Text { .. } => "Text",
        };
        vec![vec![name.to_owned()]]
    }

    fn differences(before: &Statement, after: &Statement) -> Vec<Self> {
        let mut fields = Vec::new();
        if before.place != after.place {
            fields.push(Self::Place(after.place.clone()));
        }
        if before.body != after.body {
            fields.push(Self::Body(after.body.clone()));
        }
        if before.text != after.text || before.picks != after.picks {
            fields.push(Self::Text { text: after.text.clone(), picks: after.picks.clone() });
        }
        fields
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::fixture::{day, supervision};
    use crate::domain::id::UnitId;

    use super::*;

    #[test]
    fn what_two_forms_change_of_a_supervision_both_stands() {
        let before = supervision();
        let (mut mine, mut theirs) = (before.clone(), before.clone());
        mine.topic = "Cải cách hành chính".to_owned();
        mine.period.to = Some(day(2024, 6, 30));
        mine.units[0].name = "UBND xã Ia Rsai".to_owned();
        mine.units.push(Unit { id: UnitId::new("u-9").unwrap(), ..before.units[0].clone() });
        theirs.place = "Pleiku".to_owned();
        theirs.period.from = Some(day(2021, 1, 1));
        theirs.units[0].level = Level::Province;
        theirs.units.push(Unit { id: UnitId::new("u-8").unwrap(), ..before.units[0].clone() });
        let joined = join_supervision(&before, &mine, theirs);
        assert_eq!((&*joined.topic, &*joined.place), ("Cải cách hành chính", "Pleiku"));
        assert_eq!((joined.period.from, joined.period.to), (Some(day(2021, 1, 1)), Some(day(2024, 6, 30))));
        assert_eq!((&*joined.units[0].name, joined.units[0].level), ("UBND xã Ia Rsai", Level::Province));
        let ids: Vec<&str> = joined.units.iter().skip(before.units.len()).map(|unit| unit.id.as_str()).collect();
        assert_eq!(ids, ["u-8", "u-9"]);
    }

    #[test]
    fn a_unit_that_the_form_removed_goes_and_one_that_came_meanwhile_stays() {
        let before = supervision();
        let (mut mine, mut theirs) = (before.clone(), before.clone());
        let gone = mine.units.remove(0);
        theirs.units.push(Unit { id: UnitId::new("u-8").unwrap(), ..gone.clone() });
        let joined = join_supervision(&before, &mine, theirs);
        assert!(joined.unit(&gone.id).is_none());
        assert!(joined.unit(&UnitId::new("u-8").unwrap()).is_some());
    }

    #[test]
    fn a_part_of_a_letter_leaves_the_other_parts_alone() {
        let letter = |number: &str, by: &str| Dossier {
            apology: Seen::Is(Letter { number: number.to_owned(), signed_by: by.to_owned(), ..Letter::default() }),
            ..Dossier::default()
        };
        let joined = carry_over::<DossierField>(&letter("1", ""), &letter("2", ""), letter("1", "Chủ tịch"));
        assert_eq!(joined, letter("2", "Chủ tịch"));
        let gone = Dossier { apology: Seen::Absent, ..Dossier::default() };
        assert!(!fit(&gone, &DossierField::differences(&letter("1", ""), &letter("2", ""))));
    }
}
