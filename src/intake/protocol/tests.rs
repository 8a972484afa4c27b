use std::collections::BTreeSet;

use crate::words::Lang;

use super::*;

fn problem(column: Option<usize>, target: DossierColumn, kind: ProblemKind, text: &str) -> CellProblem {
    CellProblem { column, target: Some(Target::Dossier(target)), kind, text: text.to_owned() }
}

#[test]
fn a_problem_names_line_column_and_what_was_found() {
    let problem = problem(Some(3), DossierColumn::Received, ProblemKind::DayDoesNotExist, "31/02/2024");
    assert_eq!(
        problem.sentence(12, Lang::Vi),
        "Dòng 12, cột D (Ngày nhận): \"31/02/2024\" không phải là ngày có thật."
    );
    assert_eq!(
        problem.sentence(12, Lang::En),
        "Line 12, column D (Received on): \"31/02/2024\" is a day that does not exist."
    );
}

#[test]
fn an_unknown_word_is_told_with_the_words_that_are_taken() {
    let problem = problem(Some(0), DossierColumn::Channel, ProblemKind::UnknownWord, "fax {words}");
    assert_eq!(
        problem.sentence(2, Lang::Vi),
        "Dòng 2, cột A (Hình thức nộp): \"fax {words}\" không có trong các từ được nhận: trực tiếp, trực tuyến, bưu \
         chính."
    );
}

#[test]
fn a_double_names_the_row_that_came_first() {
    let problem = problem(Some(1), DossierColumn::Code, ProblemKind::DuplicateCode { first: 4 }, "H01");
    assert_eq!(problem.sentence(9, Lang::Vi), "Dòng 9, cột B (Mã hồ sơ): \"H01\" trùng mã với dòng 4.");
}

#[test]
fn a_column_that_is_not_in_the_table_is_named_by_what_it_means() {
    let problem = problem(None, DossierColumn::Code, ProblemKind::RequiredBlank, "");
    assert_eq!(problem.sentence(3, Lang::Vi), "Dòng 3, Mã hồ sơ: còn trống.");
}

#[test]
fn columns_carry_the_letters_of_a_spreadsheet() {
    let letters = [0, 25, 26, 51, 52, 701, 702].map(column_letters);
    assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
}

#[test]
fn keys_and_labels_are_unique_within_a_kind_and_need_no_quotes() {
    for kind in [Kind::Dossiers, Kind::Procedures] {
        let all = Target::all(kind);
        let unique = |of: fn(Target) -> &'static str| all.iter().map(|target| of(*target)).collect::<BTreeSet<_>>();
        assert_eq!(unique(Target::key).len(), all.len());
        assert_eq!(unique(|target| target.label().vi).len(), all.len());
        assert_eq!(unique(|target| target.label().en).len(), all.len());
        assert!(unique(|target| target.label().vi).iter().all(|label| !label.contains([',', ';', '"', '\t', '|'])));
    }
}

#[test]
fn every_refusal_is_one_sentence_in_both_languages() {
    let errors = [
        OpenError::Empty,
        OpenError::TooLarge { bytes: 60_000_000 },
        OpenError::TooManyRows,
        OpenError::TooManyColumns,
        OpenError::NotText,
        OpenError::UnknownEncoding,
        OpenError::OldFontTcvn3,
        OpenError::OldFontVni,
        OpenError::LettersLost,
        OpenError::Garbled,
        OpenError::Pdf,
        OpenError::WebPage,
        OpenError::Ragged { line: 7 },
        OpenError::Workbook(WorkbookError::Broken),
        OpenError::Workbook(WorkbookError::Locked),
        OpenError::Workbook(WorkbookError::NotAWorkbook),
        OpenError::Workbook(WorkbookError::OtherKind),
    ];
    let sentences: BTreeSet<String> =
        errors.iter().flat_map(|error| [error.sentence(Lang::Vi), error.sentence(Lang::En)]).collect();
    assert_eq!(sentences.len(), 2 * errors.len());
    assert!(sentences.iter().all(|sentence| sentence.ends_with('.') && !sentence.contains('{')), "{sentences:?}");
    assert_eq!(OpenError::TooManyRows.sentence(Lang::Vi), "Bảng có hơn 200.000 dòng; xin tách thành nhiều tệp.");
}

#[test]
fn what_is_said_survives_json() {
    let request = Request {
        kind: Kind::Dossiers,
        sheet: 1,
        heading: Some(HeadingRows { first: 3, last: 4 }),
        matching: vec![None, Some(Target::Dossier(DossierColumn::Code))],
        options: Options::default(),
        answers: Answers::default(),
    };
    let json = serde_json::to_string(&request).unwrap();
    assert!(json.contains(r#"[null,{"dossier":"code"}]"#), "{json}");
    assert_eq!(serde_json::from_str::<Request>(&json).unwrap(), request);
}
