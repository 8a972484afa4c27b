//! What stands in the form while it is open: a signal for each field, so that a key stroke redraws nothing else.

use leptos::prelude::*;

use crate::domain::answer::MAX_TEXT_BYTES;
use crate::domain::id::SupervisionId;
use crate::domain::supervision::{Member, Period, Resolution, Role, Supervision};
use crate::engine::drafts::{rows_of_text, rows_to_text};
use crate::ui::components::date_field::TypedDate;
use crate::ui::components::form_draft::FormFields;
use crate::words::Text;
use crate::words::catalogue::forms as words;

/// The form's content.
#[derive(Clone, Copy)]
pub struct Draft {
    pub topic: RwSignal<String>,
    pub body: RwSignal<String>,
    pub place: RwSignal<String>,
    pub province: RwSignal<String>,
    pub number: RwSignal<String>,
    pub issued: RwSignal<TypedDate>,
    pub from: RwSignal<TypedDate>,
    pub to: RwSignal<TypedDate>,
    pub members: RwSignal<Vec<MemberDraft>>,
    next_key: StoredValue<usize>,
}

/// One row of the delegation.
#[derive(Clone, Copy)]
pub struct MemberDraft {
    /// Tells rows apart while the form is open.
    pub key: usize,
    pub role: RwSignal<Role>,
    pub post: RwSignal<String>,
    pub name: RwSignal<String>,
}

impl Draft {
    /// An empty form, with rows for those whom every delegation has.
    pub fn new() -> Self {
        let draft = Self {
            topic: RwSignal::default(),
            body: RwSignal::default(),
            place: RwSignal::default(),
            province: RwSignal::default(),
            number: RwSignal::default(),
            issued: RwSignal::default(),
            from: RwSignal::default(),
            to: RwSignal::default(),
            members: RwSignal::default(),
            next_key: StoredValue::new(0),
        };
        for role in [Role::Head, Role::Secretary] {
            draft.add_member(role, "", "");
        }
        draft
    }

    /// The form of a supervision.
    pub fn of(supervision: &Supervision) -> Self {
        let draft = Self {
            topic: RwSignal::new(supervision.topic.clone()),
            body: RwSignal::new(supervision.body.clone()),
            place: RwSignal::new(supervision.place.clone()),
            province: RwSignal::new(supervision.province.clone().unwrap_or_default()),
            number: RwSignal::new(supervision.resolution.number.clone()),
            issued: RwSignal::new(supervision.resolution.date.into()),
            from: RwSignal::new(supervision.period.from.into()),
            to: RwSignal::new(supervision.period.to.into()),
            members: RwSignal::default(),
            next_key: StoredValue::new(0),
        };
        for member in &supervision.delegation {
            draft.add_member(member.role, &member.post, &member.name);
        }
        draft
    }

    /// The fields by their names, for what is kept of the form.
    pub fn fields(self) -> FormFields {
        FormFields::default()
            .field("topic", self.topic)
            .field("number", self.number)
            .field("issued", self.issued)
            .field("from", self.from)
            .field("to", self.to)
            .field("body", self.body)
            .field("place", self.place)
            .field("province", self.province)
            .bound("members", move || self.member_rows(), move |text| self.take_member_rows(text))
    }

    fn member_rows(self) -> String {
        let role = |row: &MemberDraft| Role::ALL.iter().position(|role| *role == row.role.get()).unwrap_or_default();
        let row = |row: &MemberDraft| [role(row).to_string(), row.post.get(), row.name.get()];
        rows_to_text(self.members.get().iter().map(row))
    }

    fn take_member_rows(self, text: &str) {
        let (rows, members) = (rows_of_text(text), self.members.get_untracked());
        for (place, [role, post, name]) in rows.iter().enumerate() {
            let role = role.parse().ok().and_then(|place: usize| Role::ALL.get(place)).copied();
            let role = role.unwrap_or(Role::Member);
            // A row that is drawn goes on with its own signals.
            match members.get(place) {
                Some(row) => {
                    row.role.set(role);
                    row.post.set(post.clone());
                    row.name.set(name.clone());
                }
                None => {
                    self.add_member(role, post, name);
                }
            }
        }
        if rows.len() < members.len() {
            self.members.update(|members| members.truncate(rows.len()));
        }
    }

    /// Adds a row at the end; gives back its key.
    pub fn add_member(self, role: Role, post: &str, name: &str) -> usize {
        let key = self.next_key.get_value();
        self.next_key.set_value(key + 1);
        let row = MemberDraft {
            key,
            role: RwSignal::new(role),
            post: RwSignal::new(post.to_owned()),
            name: RwSignal::new(name.to_owned()),
        };
        self.members.update(|members| members.push(row));
        key
    }

    /// Takes a row out.
    pub fn remove_member(self, key: usize) {
        self.members.update(|members| members.retain(|row| row.key != key));
    }

    /// What is wrong with the topic.
    pub fn topic_problem(self) -> Option<Text> {
        let topic = self.topic.read();
        if topic.trim().is_empty() { Some(words::TOPIC_MISSING) } else { too_long(&topic) }
    }

    /// What is wrong with the date of the resolution.
    pub fn issued_problem(self) -> Option<Text> {
        broken(self.issued.get())
    }

    /// What is wrong with the first day.
    pub fn first_day_problem(self) -> Option<Text> {
        broken(self.from.get())
    }

    /// What is wrong with the last day, the order of both included.
    pub fn last_day_problem(self) -> Option<Text> {
        let reversed = self.period().is_reversed().then_some(words::PERIOD_REVERSED);
        broken(self.to.get()).or(reversed)
    }

    /// The id of the first field that cannot be saved as it is.
    pub fn first_problem(self) -> Option<&'static str> {
        let problems = [
            ("topic", self.topic_problem()),
            ("resolution-number", too_long(&self.number.read())),
            ("resolution-date", self.issued_problem()),
            ("period-from", self.first_day_problem()),
            ("period-to", self.last_day_problem()),
            ("body", too_long(&self.body.read())),
            ("place", too_long(&self.place.read())),
            ("province", too_long(&self.province.read())),
        ];
        let mut wrong = problems.into_iter().filter(|(_, problem)| problem.is_some());
        wrong.next().map(|(id, _)| id)
    }

    /// The supervision as the form has it: `before` with the form's fields, or a new one. A row of the delegation that
    /// says nothing is left out.
    pub fn supervision(self, before: Option<Supervision>, id: SupervisionId) -> Supervision {
        let trimmed = |field: RwSignal<String>| field.read_untracked().trim().to_owned();
        let member = |row: &MemberDraft| Member {
            role: row.role.get_untracked(),
            post: trimmed(row.post),
            name: trimmed(row.name),
        };
        let members = self.members.read_untracked();
        let said = |member: &Member| !member.post.is_empty() || !member.name.is_empty();
        let (id, revision, units) = match before {
            Some(before) => (before.id, before.revision, before.units),
            None => (id, 0, Vec::new()),
        };
        Supervision {
            id,
            revision,
            body: trimmed(self.body),
            place: trimmed(self.place),
            province: Some(trimmed(self.province)).filter(|province| !province.is_empty()),
            resolution: Resolution { number: trimmed(self.number), date: self.issued.get_untracked().day() },
            topic: trimmed(self.topic),
            period: untrack(|| self.period()),
            delegation: members.iter().map(member).filter(said).collect(),
            units,
        }
    }

    fn period(self) -> Period {
        Period { from: self.from.get().day(), to: self.to.get().day() }
    }
}

/// What is wrong with a text that a record could not hold.
pub fn too_long(text: &str) -> Option<Text> {
    (MAX_TEXT_BYTES < text.len()).then_some(words::TOO_LONG)
}

fn broken(date: TypedDate) -> Option<Text> {
    (date == TypedDate::Broken).then_some(words::DATE_BROKEN)
}
