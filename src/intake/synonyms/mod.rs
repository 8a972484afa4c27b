//! What people write at the head of a column, folded and without marks. Headings of one-stop systems, of the reports of
//! provinces and of receipts (giấy tiếp nhận hồ sơ và hẹn trả kết quả).

use crate::intake::protocol::Target;

mod dossiers;
mod procedures;

/// What a heading may say of a column.
pub(super) struct Names {
    /// The whole heading; of two words or more, also a part of a longer one.
    pub whole: &'static [&'static str],
    /// Words of a heading over several columns, with what may stand below it.
    pub under: &'static [(&'static str, &'static [&'static str])],
}

const fn names(whole: &'static [&'static str]) -> Names {
    Names { whole, under: &[] }
}

/// Headings of columns about people, which are never read.
pub(super) const PEOPLE: [&str; 14] = [
    "nguoi nop",
    "ho ten",
    "ho va ten",
    "chu ho so",
    "cong dan",
    "to chuc ca nhan",
    "ten to chuc",
    "dia chi",
    "dien thoai",
    "sdt",
    "email",
    "cccd",
    "cmnd",
    "can bo",
];

/// What headings may say of a column.
pub(super) fn names_of(target: Target) -> Names {
    match target {
        Target::Dossier(column) => dossiers::names_of(column),
        Target::Procedure(column) => procedures::names_of(column),
    }
}
