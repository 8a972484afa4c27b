//! Names of files: unit or place, date and kind, such as `giam-sat_UBND-xa-Ia-Rmok_2023-05-10_ton-tai.csv`.

use chrono::NaiveDate;

use crate::words::fold::bare;

use super::csv::CsvForm;

/// The most characters that the subject takes in a name.
pub const MAX_SUBJECT: usize = 60;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Findings, CSV.
    Findings,
    /// Answers, CSV.
    Answers,
    /// Scores, CSV.
    Scores,
    /// Units, CSV.
    Units,
    /// Sampled dossiers, CSV.
    Dossiers,
    /// Discrepancies of the figures, CSV.
    Discrepancies,
    /// Everything, JSON.
    Record,
}

impl Kind {
    /// The tables, in the order of the report.
    pub const TABLES: [Self; 4] = [Self::Findings, Self::Answers, Self::Scores, Self::Units];

    fn words(self) -> &'static str {
        match self {
            Self::Findings => "ton-tai",
            Self::Answers => "tra-loi",
            Self::Scores => "diem",
            Self::Units => "don-vi",
            Self::Dossiers => "ho-so",
            Self::Discrepancies => "chenh-lech",
            Self::Record => "du-lieu",
        }
    }
}

/// The name of a file about `subject` (a unit's name or the supervision's place) of the day `on`. ASCII letters, digits,
/// `-`, `_` and `.` only, so that every system and every USB stick takes it. CSV for machines says so: `.may.csv`.
pub fn file_name(kind: Kind, subject: &str, on: NaiveDate, form: CsvForm) -> String {
    let extension = match (kind, form) {
        (Kind::Record, _) => "json",
        (_, CsvForm::Spreadsheet) => "csv",
        (_, CsvForm::Machine) => "may.csv",
    };
    format!("giam-sat_{}_{on}_{}.{extension}", safe(subject), kind.words())
}

/// The names of the JSON files about `subject` of the day `on`: one, or so many parts.
pub fn record_names(subject: &str, on: NaiveDate, parts: usize) -> Vec<String> {
    let name = file_name(Kind::Record, subject, on, CsvForm::Machine);
    let Some(stem) = name.strip_suffix(".json").filter(|_| parts > 1) else { return vec![name] };
    (1..=parts).map(|part| format!("{stem}_{part}-{parts}.json")).collect()
}

fn safe(subject: &str) -> String {
    let mut name = String::new();
    for letter in bare(subject).chars() {
        if name.len() == MAX_SUBJECT {
            break;
        }
        if letter.is_ascii_alphanumeric() {
            name.push(letter);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() { "khong-ten".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::domain::fixture::day;

    use super::*;

    #[test]
    fn a_name_carries_subject_date_and_kind() {
        let on = day(2023, 5, 10);
        for (kind, subject, form, name) in [
            (
                Kind::Findings,
                "UBND xã Ia Rmok",
                CsvForm::Spreadsheet,
                "giam-sat_UBND-xa-Ia-Rmok_2023-05-10_ton-tai.csv",
            ),
            (Kind::Units, "Đắk Lắk", CsvForm::Machine, "giam-sat_Dak-Lak_2023-05-10_don-vi.may.csv"),
            (Kind::Answers, "  M’Đrắk / <2> ", CsvForm::Spreadsheet, "giam-sat_M-Drak-2_2023-05-10_tra-loi.csv"),
            (Kind::Scores, "…", CsvForm::Spreadsheet, "giam-sat_khong-ten_2023-05-10_diem.csv"),
        ] {
            assert_eq!(file_name(kind, subject, on, form), name);
        }
        assert_eq!(record_names("Krông Pa", on, 1), ["giam-sat_Krong-Pa_2023-05-10_du-lieu.json"]);
        assert_eq!(
            record_names("Krông Pa", on, 2),
            ["giam-sat_Krong-Pa_2023-05-10_du-lieu_1-2.json", "giam-sat_Krong-Pa_2023-05-10_du-lieu_2-2.json"]
        );
    }

    proptest! {
        #[test]
        fn every_system_takes_every_name(subject in "\\PC{0,90}|[A-Za-zĐđắẮ .:*?/]{0,90}") {
            let name = file_name(Kind::Findings, &subject, day(2023, 5, 10), CsvForm::Machine);
            prop_assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)));
            prop_assert!(name.len() <= MAX_SUBJECT + 40);
            prop_assert!(!name.contains("..") && !name.contains("--"));
        }
    }
}
