//! The fields of dossiers, findings, sampled procedures, rows, draws, statements, and of what a visit says of itself.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::domain::calendar::{ClockStop, Receipt, Term};
use crate::domain::dossier::{Cause, Channel, Dossier, Letter, Seen, State};
use crate::domain::figures::{Cell, Pick, Row, Statement};
use crate::domain::finding::{FindingContent, FindingEntry, Remedy};
use crate::domain::id::ItemCode;
use crate::domain::procedure::{Content, Edition, PostedProcedure};
use crate::domain::sampling::Draw;
use crate::domain::supervision::Level;
use crate::domain::visit::{DossierDraw, Visit};

use super::field::{Field, fields};

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
