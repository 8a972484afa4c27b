//! The mandate: a supervision (cuộc giám sát), its delegation (đoàn giám sát) and the units it visits.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::words::Text;
use crate::words::fold::fold;

use super::id::{SupervisionId, UnitId};

/// One mandate: resolution, topic, period, delegation and units. Visits are records of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supervision {
    /// Its id.
    pub id: SupervisionId,
    /// How often it was saved; a write compares it, so that nothing is silently overwritten.
    pub revision: u64,
    /// The body in whose name the delegation works, such as "HĐND huyện Krông Pa".
    pub body: String,
    /// Place name for the head of documents (địa danh), such as "Krông Pa".
    pub place: String,
    /// The province whose documents bind the units, such as "Gia Lai"; [`Supervision::province`] reads it off the body
    /// where it was not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub province: Option<String>,
    /// The resolution that set up the delegation.
    pub resolution: Resolution,
    /// What is supervised.
    pub topic: String,
    /// The period under supervision: two dates, never derived from a name.
    pub period: Period,
    /// The members with their roles.
    pub delegation: Vec<Member>,
    /// The units, in the order of the official list.
    pub units: Vec<Unit>,
}

/// A resolution (nghị quyết) by number and date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Resolution {
    /// Number and sign, such as "142/NQ-HĐND".
    pub number: String,
    /// Date of issue.
    pub date: Option<NaiveDate>,
}

/// A period, both days included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
}

impl Period {
    /// Whether both days are there and in the wrong order.
    pub fn is_reversed(self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if to < from)
    }
}

/// A member of the delegation, named by post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// Role in the delegation.
    pub role: Role,
    /// The member's post, such as "Phó Chủ tịch HĐND huyện".
    pub post: String,
    /// Full name; may stay empty.
    pub name: String,
}

/// Role in the delegation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Trưởng đoàn.
    Head,
    /// Phó Trưởng đoàn.
    Deputy,
    /// Thư ký.
    Secretary,
    /// Thành viên.
    Member,
}

impl Role {
    /// Every role, the head first.
    pub const ALL: [Self; 4] = [Self::Head, Self::Deputy, Self::Secretary, Self::Member];

    /// The role in words.
    pub fn label(self) -> Text {
        match self {
            Self::Head => Text::new("Trưởng đoàn", "Head of delegation"),
            Self::Deputy => Text::new("Phó Trưởng đoàn", "Deputy head"),
            Self::Secretary => Text::new("Thư ký", "Secretary"),
            Self::Member => Text::new("Thành viên", "Member"),
        }
    }
}

/// A unit under supervision (đơn vị chịu sự giám sát).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// Name as documents write it, such as "UBND xã Ia Rmok".
    pub name: String,
    /// Level of government.
    pub level: Level,
    /// What kind of body it is; chooses the groups of the checklist.
    pub kind: UnitKind,
    /// Visited, or supervised through its report.
    pub mode: Mode,
}

/// Level of government. District level was abolished from 01/7/2025 (Luật 72/2025/QH15), kept for earlier periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Cấp tỉnh.
    Province,
    /// Cấp huyện, until 30/6/2025.
    District,
    /// Cấp xã.
    Commune,
}

impl Level {
    /// Every level, the highest first.
    pub const ALL: [Self; 3] = [Self::Province, Self::District, Self::Commune];

    /// The level in words.
    pub fn label(self) -> Text {
        match self {
            Self::Province => Text::new("Cấp tỉnh", "Province"),
            Self::District => Text::new("Cấp huyện (đến 30/6/2025)", "District (until 30 June 2025)"),
            Self::Commune => Text::new("Cấp xã", "Commune"),
        }
    }

    /// The level alone, without a word on how long there was one.
    pub fn short_label(self) -> Text {
        match self {
            Self::Province => Text::new("Cấp tỉnh", "Province"),
            Self::District => Text::new("Cấp huyện", "District"),
            Self::Commune => Text::new("Cấp xã", "Commune"),
        }
    }
}

/// What kind of body a unit is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// Ủy ban nhân dân.
    PeoplesCommittee,
    /// Bộ phận Một cửa, or the office that runs it.
    OneStop,
    /// Văn phòng đăng ký đất đai and its branches.
    LandOffice,
    /// Phòng, sở chuyên môn.
    Department,
    /// Cơ quan thuế.
    TaxOffice,
    /// Đơn vị khác.
    Other,
}

impl UnitKind {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 6] =
        [Self::PeoplesCommittee, Self::OneStop, Self::LandOffice, Self::Department, Self::TaxOffice, Self::Other];

    /// The kind in words.
    pub fn label(self) -> Text {
        match self {
            Self::PeoplesCommittee => Text::new("Ủy ban nhân dân", "People's committee"),
            Self::OneStop => Text::new("Bộ phận Một cửa", "One-stop shop"),
            Self::LandOffice => Text::new("Văn phòng đăng ký đất đai", "Land registration office"),
            Self::Department => Text::new("Phòng, sở chuyên môn", "Department"),
            Self::TaxOffice => Text::new("Cơ quan thuế", "Tax office"),
            Self::Other => Text::new("Đơn vị khác", "Other body"),
        }
    }
}

/// How a unit is supervised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Giám sát trực tiếp.
    Direct,
    /// Giám sát gián tiếp qua báo cáo.
    Indirect,
}

impl Mode {
    /// Both modes.
    pub const ALL: [Self; 2] = [Self::Direct, Self::Indirect];

    /// The mode in words.
    pub fn label(self) -> Text {
        match self {
            Self::Direct => Text::new("Trực tiếp", "On site"),
            Self::Indirect => Text::new("Gián tiếp qua báo cáo", "Through its report"),
        }
    }
}

/// The cities that are provinces of their own (thành phố trực thuộc trung ương): of any other city the name of the
/// province does not follow.
const CITIES: [&str; 6] = ["Hà Nội", "Huế", "Hải Phòng", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ"];

/// The province that a name of a body or a place ends with: "Gia Lai" of "HĐND tỉnh Gia Lai", "Huế" of "TP. Huế". None
/// where neither "tỉnh" nor one of the cities stands in it.
pub fn province_in(name: &str) -> Option<&str> {
    let starts = name.char_indices().filter(|(at, _)| {
        name.get(..*at).and_then(|before| before.chars().next_back()).is_none_or(|before| !before.is_alphanumeric())
    });
    for (at, _) in starts {
        let rest = name.get(at..).unwrap_or_default();
        let Some((word, after)) = rest.split_once(char::is_whitespace) else { continue };
        let after = after.split([',', ';', '(', '–']).next().unwrap_or_default().trim();
        // Exactly this word, composed or not: without its mark it is another one, as in "xã Tịnh Khê".
        if !after.is_empty() && ["tỉnh", "ti\u{309}nh"].contains(&word.to_lowercase().as_str()) {
            return Some(after);
        }
    }
    let folded = fold(name);
    CITIES.into_iter().find(|city| {
        let city = fold(city);
        ["thanh pho ", "tp. ", "tp "].iter().any(|kind| folded.contains(&format!("{kind}{city}")))
    })
}

impl Supervision {
    /// The province whose documents bind the units: as it was given, else as the body or the place names it.
    pub fn province(&self) -> Option<&str> {
        let given = self.province.as_deref().map(str::trim).filter(|given| !given.is_empty());
        given.or_else(|| province_in(&self.body)).or_else(|| province_in(&self.place))
    }

    /// The unit with this id.
    pub fn unit(&self, id: &UnitId) -> Option<&Unit> {
        self.units.iter().find(|unit| unit.id == *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fixture;

    #[test]
    fn a_province_is_read_off_a_body_only_where_it_is_named() {
        for (name, province) in [
            ("HĐND tỉnh Gia Lai", Some("Gia Lai")),
            ("HỘI ĐỒNG NHÂN DÂN TỈNH ĐẮK LẮK", Some("ĐẮK LẮK")),
            ("Ban Pháp chế HĐND tỉnh Lâm Đồng, khóa X", Some("Lâm Đồng")),
            ("HĐND thành phố Đà Nẵng", Some("Đà Nẵng")),
            ("TP. Huế", Some("Huế")),
            ("HĐND thành phố Pleiku", None),
            ("HĐND thành phố Pleiku, tỉnh Gia Lai", Some("Gia Lai")),
            ("HĐND xã Tịnh Khê", None),
            ("HĐND huyện Krông Pa", None),
            ("HĐND tỉnh", None),
            ("", None),
        ] {
            assert_eq!(province_in(name), province, "{name}");
        }
    }

    #[test]
    fn the_province_that_was_given_goes_before_the_one_that_is_read() {
        let mut held = Supervision { body: "HĐND tỉnh Gia Lai".to_owned(), ..fixture::supervision() };
        assert_eq!(held.province(), Some("Gia Lai"));
        held.province = Some(" Đắk Lắk ".to_owned());
        assert_eq!(held.province(), Some("Đắk Lắk"));
        held.province = Some("  ".to_owned());
        assert_eq!(held.province(), Some("Gia Lai"));
    }
}
