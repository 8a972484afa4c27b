use std::collections::BTreeSet;

use crate::words::Lang;

use super::*;

#[test]
fn a_refusal_says_where_and_how_many() {
    let header = FiguresRefusal::Header { line: 3, found: 7, wanted: 13 };
    assert_eq!(
        header.sentence(Lang::Vi),
        "Dòng 3: tiêu đề không khớp mẫu biểu (bảng có 7 cột, mẫu biểu có 13 cột); chưa lấy số liệu nào."
    );
    let rows = FiguresRefusal::TooManyRows { rows: 200_000 };
    assert_eq!(
        rows.sentence(Lang::En),
        "The table has 200.000 rows, more than the 5.000 of one table; nothing was taken."
    );
}

#[test]
fn every_sentence_is_whole_in_both_languages() {
    let problem = |why| FigureProblem { line: 12, column: 3, key: None, typed: "x".to_owned(), why };
    let kinds = [
        FigureProblemKind::NotANumber,
        FigureProblemKind::TooLarge,
        FigureProblemKind::TooPrecise,
        FigureProblemKind::SpreadsheetError,
        FigureProblemKind::PairUnclear,
        FigureProblemKind::TooLong,
        FigureProblemKind::UnknownRow,
        FigureProblemKind::TwiceRow { first: 4 },
    ];
    let notes = [
        FiguresNote::TotalMoved { line: 9 },
        FiguresNote::SumIntoSection { line: 9, section: 2 },
        FiguresNote::OtherTable { line: 9 },
        FiguresNote::Shifted { line: 9 },
    ];
    let refusals = [
        FiguresRefusal::Header { line: 1, found: 2, wanted: 3 },
        FiguresRefusal::Ragged { line: 1, found: 2, wanted: 3 },
        FiguresRefusal::TooManyRows { rows: 6_000 },
        FiguresRefusal::NoFigure,
    ];
    let in_lang = |lang: Lang| {
        let problems = kinds.iter().map(|kind| problem(*kind).sentence(lang));
        let notes = notes.iter().map(|note| note.sentence(lang));
        problems.chain(notes).chain(refusals.iter().map(|refusal| refusal.sentence(lang))).collect::<Vec<_>>()
    };
    let all: BTreeSet<String> = in_lang(Lang::Vi).into_iter().chain(in_lang(Lang::En)).collect();
    assert_eq!(all.len(), 2 * (kinds.len() + notes.len() + refusals.len()));
    assert!(all.iter().all(|sentence| sentence.ends_with('.') && !sentence.contains('{')), "{all:?}");
    assert_eq!(problem(kinds[1]).sentence(Lang::Vi), "Dòng 12, cột D: “x” vượt quá 1.000.000.000.000.000.");
}

#[test]
fn a_matching_survives_json() {
    let key = |key: &str| LineKey::new(key).unwrap();
    let matching = vec![None, Some(FigureColumn::Name), Some(FigureColumn::Pair(key("a"), key("b")))];
    let json = serde_json::to_string(&matching).unwrap();
    assert_eq!(json, r#"[null,"name",{"pair":["a","b"]}]"#);
    assert_eq!(serde_json::from_str::<Vec<Option<FigureColumn>>>(&json).unwrap(), matching);
}
