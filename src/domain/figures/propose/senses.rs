//! What the words beside a figure, or over a column, tell it apart by: stage, time, level, channel, level of service.

use super::super::scan::token::Token;

/// A distinction that reports make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Received, resolved, pending.
    Stage,
    /// Before, on, after the due time, or still within it.
    Time,
    /// Province, district, commune.
    Level,
    /// Online, in person, by post, carried over.
    Channel,
    /// Level of online service.
    Service,
    /// Who holds it.
    Holder,
}

/// Every family.
pub const FAMILIES: [Family; 6] =
    [Family::Stage, Family::Time, Family::Level, Family::Channel, Family::Service, Family::Holder];

/// Received.
pub const RECEIVED: u8 = 0;
/// Resolved.
pub const RESOLVED: u8 = 1;
/// Pending.
pub const PENDING: u8 = 2;

/// Received in person.
const IN_PERSON: u8 = 1;
/// Newly received.
const NEW: u8 = 4;

/// The cases, folded, with their family; alike cases have one number.
const CASES: &[(&str, Family, u8)] = &[
    ("tiep nhan", Family::Stage, RECEIVED),
    ("yeu cau giai quyet", Family::Stage, RECEIVED),
    ("da giai quyet", Family::Stage, RESOLVED),
    ("da duoc giai quyet", Family::Stage, RESOLVED),
    ("da xu ly", Family::Stage, RESOLVED),
    ("da tra ket qua", Family::Stage, RESOLVED),
    ("dang giai quyet", Family::Stage, PENDING),
    ("dang xu ly", Family::Stage, PENDING),
    ("chua giai quyet", Family::Stage, PENDING),
    ("con ton", Family::Stage, PENDING),
    ("ton dong", Family::Stage, PENDING),
    ("truoc han", Family::Time, 0),
    ("truoc thoi han", Family::Time, 0),
    ("dung han", Family::Time, 1),
    ("dung thoi han", Family::Time, 1),
    ("dung hen", Family::Time, 1),
    ("qua han", Family::Time, 2),
    ("tre han", Family::Time, 2),
    ("tre hen", Family::Time, 2),
    ("cham han", Family::Time, 2),
    ("qua thoi han", Family::Time, 2),
    ("trong han", Family::Time, 3),
    ("trong thoi han", Family::Time, 3),
    ("chua den han", Family::Time, 3),
    ("dung va truoc han", Family::Time, 4),
    ("dung , truoc han", Family::Time, 4),
    ("truoc va dung han", Family::Time, 4),
    ("truoc , dung han", Family::Time, 4),
    ("truoc han va dung han", Family::Time, 4),
    ("cap tinh", Family::Level, 0),
    ("cap huyen", Family::Level, 1),
    ("cap xa", Family::Level, 2),
    ("cap trung uong", Family::Level, 3),
    ("truc tuyen", Family::Channel, 0),
    ("truc tiep", Family::Channel, IN_PERSON),
    ("buu chinh", Family::Channel, 2),
    ("bcci", Family::Channel, 2),
    ("ky truoc", Family::Channel, 3),
    ("moi tiep nhan", Family::Channel, NEW),
    ("muc do 1", Family::Service, 1),
    ("muc do 2", Family::Service, 2),
    ("muc do 3", Family::Service, 3),
    ("muc do 4", Family::Service, 4),
    ("mot phan", Family::Service, 5),
    ("toan trinh", Family::Service, 6),
    ("co quan", Family::Holder, 0),
    ("ca nhan", Family::Holder, 1),
    ("to chuc", Family::Holder, 2),
];

/// Words that are no case although they hold one.
const NO_CASES: [&str; 7] = [
    "tiep nhan ho so va tra ket qua",
    "dich vu cong truc tuyen",
    "thanh toan truc tuyen",
    "tiep nhan va tra ket qua",
    "bo phan tiep nhan",
    "dvc truc tuyen",
    "giam sat truc tiep",
];

/// The cases that some words name: for each family the first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Senses(Vec<(Family, u8)>);

impl Senses {
    /// The cases that folded words name, single spaces between them.
    pub fn of(folded: &str) -> Self {
        let mut text = format!(" {folded} ");
        for phrase in NO_CASES {
            if text.contains(phrase) {
                text = text.replace(phrase, "_");
            }
        }
        let mut found: Vec<(usize, usize, Family, u8)> = Vec::new();
        for (case, family, number) in CASES {
            if let Some(place) = text.find(&format!(" {case} ")) {
                found.push((place, case.len(), *family, *number));
            }
        }
        // The first, and of those that begin together the longest.
        found.sort_by_key(|(place, length, ..)| (*place, usize::MAX - *length));
        let mut senses = Self::default();
        for (_, _, family, number) in found {
            if senses.get(family).is_none() {
                senses.0.push((family, number));
            }
        }
        // "quá hạn giải quyết", "mới tiếp nhận": the narrower case says more than the stage.
        senses.0.sort_unstable();
        senses
    }

    /// The case within a family.
    pub fn get(&self, family: Family) -> Option<u8> {
        self.0.iter().find(|(known, _)| *known == family).map(|(_, case)| *case)
    }

    /// Only the level.
    pub fn only_level(mut self) -> Self {
        self.0.retain(|(family, _)| *family == Family::Level);
        self
    }

    /// Only the stage.
    pub fn only_stage(mut self) -> Self {
        self.0.retain(|(family, _)| *family == Family::Stage);
        self
    }

    /// Whether it names anything but a level or a holder.
    pub fn tells(&self) -> bool {
        self.0.iter().any(|(family, _)| !matches!(family, Family::Level | Family::Holder))
    }

    /// These cases, and another's in the families that they leave open.
    pub fn or(mut self, other: &Self) -> Self {
        for (family, case) in &other.0 {
            if self.get(*family).is_none() {
                self.0.push((*family, *case));
            }
        }
        self.0.sort_unstable();
        self
    }

    /// Whether both name the same cases but for the stage, and no other stage.
    pub fn agrees(&self, other: &Self) -> bool {
        FAMILIES.iter().all(|family| match (family, self.get(*family), other.get(*family)) {
            (Family::Stage, Some(one), Some(two)) => one == two,
            (Family::Stage, ..) => true,
            // What is newly received is, beside what comes online, what comes in person.
            (Family::Channel, Some(NEW), Some(IN_PERSON)) | (Family::Channel, Some(IN_PERSON), Some(NEW)) => true,
            (Family::Level | Family::Holder | Family::Service, None, _)
            | (Family::Level | Family::Holder | Family::Service, _, None) => true,
            (_, one, two) => one == two,
        })
    }
}

/// Pieces as folded words with single spaces.
pub fn folded(tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens.iter().filter(|token| !token.is_break()) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&token.text);
    }
    text
}

/// Whether figures are the cases of one distinction, each another one.
pub fn are_cases<'s>(all: impl Iterator<Item = &'s Senses> + Clone) -> Option<Family> {
    FAMILIES.into_iter().find(|family| {
        let mut cases: Vec<u8> = Vec::new();
        all.clone().all(|senses| {
            let case = senses.get(*family).filter(|case| !cases.contains(case));
            cases.extend(case);
            case.is_some()
        })
    })
}
