//! The codes by which tables name kinds of days and how sure they are, such as `nghi_le`.

use super::{Certainty, DayKind};

impl DayKind {
    /// Its code in a table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Holiday => "nghi_le",
            Self::Tet => "nghi_tet",
            Self::InLieu => "nghi_bu",
            Self::SwappedOff => "hoan_doi_nghi",
            Self::MakeUp => "lam_bu",
        }
    }
}

impl Certainty {
    /// Every degree, the surest first.
    pub const ALL: [Self; 6] = [Self::Law, Self::Computed, Self::Page, Self::Repository, Self::Library, Self::User];

    /// Its code in a table.
    pub fn code(self) -> &'static str {
        match self {
            Self::Law => "luat",
            Self::Computed => "tinh_toan",
            Self::Page => "trang_luu",
            Self::Repository => "kho_ma",
            Self::Library => "thu_vien",
            Self::User => "nguoi_dung",
        }
    }
}
