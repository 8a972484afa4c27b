use proptest::prelude::*;

use super::*;

fn bundled() -> LegalBases {
    serde_json::from_str(include_str!("../../../../public/data/can-cu-phap-ly-1.json")).unwrap()
}

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%d/%m/%Y").unwrap()
}

/// On a day, in a unit whose province is not known.
fn at(text: &str) -> LegalScope<'static> {
    LegalScope { on: day(text), province: None }
}

/// The ids that each number of a citation finds.
fn found(citation: &str) -> Vec<Vec<String>> {
    let bases = bundled();
    let checked = bases.check_citation(citation, at("10/5/2023"));
    checked.iter().map(|one| one.found.iter().map(|found| found.basis.id.clone()).collect()).collect()
}

fn places(citation: &str) -> Vec<(String, Vec<String>)> {
    let bases = bundled();
    let checked = bases.check_citation(citation, at("10/5/2023"));
    checked.into_iter().map(|one| (one.number, one.places)).collect()
}

fn stands(citation: &str, on: &str) -> (Option<Validity>, Option<String>) {
    let bases = bundled();
    let checked = bases.check_citation(citation, at(on));
    let [one] = checked.as_slice() else { panic!("{citation}: {checked:?}") };
    (one.validity(), one.warning(day(on), Lang::Vi))
}

#[test]
fn a_decree_is_in_force_from_its_first_day_through_its_last() {
    let decree_61 = "Nghị định 61/2018/NĐ-CP";
    assert_eq!(
        stands(decree_61, "20/6/2018"),
        (
            Some(Validity::NotYet),
            Some(
                "Nghị định 61/2018/NĐ-CP chưa có hiệu lực vào ngày 20/6/2018 (có hiệu lực từ ngày 21/6/2018)."
                    .to_owned()
            )
        )
    );
    assert_eq!(stands(decree_61, "21/6/2018"), (Some(Validity::InForce), None));
    assert_eq!(stands(decree_61, "30/6/2025"), (Some(Validity::InForce), None));
    let ended = "Nghị định 61/2018/NĐ-CP đã hết hiệu lực vào ngày 01/7/2025 (có hiệu lực đến hết ngày 30/6/2025).";
    assert_eq!(stands(decree_61, "1/7/2025"), (Some(Validity::NoLonger), Some(ended.to_owned())));
    assert_eq!(stands("NĐ 118/2025/NĐ-CP", "30/6/2025").0, Some(Validity::NotYet));
    assert_eq!(stands("NĐ 118/2025/NĐ-CP", "1/7/2025"), (Some(Validity::InForce), None));
}

#[test]
fn the_decision_before_it_ended_the_day_before() {
    let decision = "QĐ 09/2015/QĐ-TTg";
    assert_eq!(stands(decision, "24/3/2015").0, Some(Validity::NotYet), "before its issue");
    let unknown = "Chưa rõ Quyết định 09/2015/QĐ-TTg có hiệu lực vào ngày 20/6/2018 hay không.";
    assert_eq!(stands(decision, "20/6/2018"), (Some(Validity::Unknown), Some(unknown.to_owned())));
    assert_eq!(stands(decision, "21/6/2018").0, Some(Validity::NoLonger));
}

#[test]
fn a_number_that_is_not_listed_is_said_to_be_so() {
    let (validity, warning) = stands("Nghị định 999/2019/NĐ-CP", "21/6/2018");
    assert_eq!(validity, None);
    assert_eq!(warning.as_deref(), Some("999/2019/NĐ-CP không có trong danh mục căn cứ pháp lý."));
    let bases = bundled();
    let citation = bases.check_citation("666/2016/NĐ-CP", at("1/7/2025")).remove(0);
    let english = citation.warning(day("1/7/2025"), Lang::En);
    assert_eq!(english.as_deref(), Some("666/2016/NĐ-CP is not on the list of legal bases."));
}

#[test]
fn a_number_is_found_however_it_is_written() {
    for citation in [
        "NĐ 61/2018/NĐ-CP",
        "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018",
        "nghị định 61/2018/nđ-cp.",
        "61/2018/ND-CP",
        "NĐ61/2018/NĐ–CP",
        "(Nghị định 61/2018)",
        "NĐ số 061/2018",
    ] {
        assert_eq!(found(citation), [["nd-61-2018"]], "{citation}");
    }
    assert_eq!(found("TT 2/2017/TT-VPCP"), [["tt-02-2017"]]);
    assert_eq!(found("Luật 87/2015; QĐ 766/QĐ-TTg"), [["luat-87-2015"], ["qd-766-2022"]]);
}

#[test]
fn dates_and_counts_are_no_numbers_of_documents() {
    for text in ["ngày 29/4/2020", "Tháng 6/2020", "117/117 hồ sơ", "12/PXL", "Luật Đất đai", "5/kg", ""] {
        assert_eq!(found(text), Vec::<Vec<String>>::new(), "{text}");
    }
    assert_eq!(found("NĐ 161/2018/NĐ-CP, NĐ 61/2018/NĐ-CPX"), [[""; 0], [""; 0]]);
    assert_eq!(found("Thông tư 61/2018"), [[""; 0]], "a circular is no decree");
}

#[test]
fn articles_belong_to_the_number_they_stand_with() {
    let after = [("02/2017/TT-VPCP".to_owned(), vec!["Điều 6".to_owned()])];
    assert_eq!(places("TT 02/2017/TT-VPCP Điều 6"), after);
    assert_eq!(places("Điều 6 Thông tư số 02/2017/TT-VPCP ngày 31/10/2017"), after);
    assert_eq!(
        places("khoản 3 Điều 111 Bộ luật 45/2019/QH14, điểm b, c, h khoản 1 Điều 35 NĐ 118/2025/NĐ-CP"),
        [
            ("45/2019/QH14".to_owned(), vec!["khoản 3 Điều 111".to_owned()]),
            ("118/2025/NĐ-CP".to_owned(), vec!["điểm b, c, h khoản 1 Điều 35".to_owned()]),
        ]
    );
    assert_eq!(
        places("NĐ 118/2025/NĐ-CP Điều 5, 24; Điều 40 Luật 121/2025/QH15"),
        [
            ("118/2025/NĐ-CP".to_owned(), vec!["Điều 5".to_owned(), "Điều 24".to_owned()]),
            ("121/2025/QH15".to_owned(), vec!["Điều 40".to_owned()]),
        ]
    );
    let decomposed = "Đie\u{302}\u{300}u 6 TT 02/2017/TT-VPCP";
    assert_eq!(places(decomposed), after, "as other systems write the marks");
    assert_eq!(places("Điều này của NĐ 61/2018/NĐ-CP"), [("61/2018/NĐ-CP".to_owned(), Vec::new())]);
}

#[test]
fn a_cited_article_on_the_list_says_how_sure_it_is() {
    let bases = bundled();
    let articles = |citation: &str| -> Vec<String> {
        let checked = bases.check_citation(citation, at("10/5/2023"));
        checked[0].found[0].articles.iter().map(|article| article.article.clone()).collect()
    };
    assert_eq!(articles("TT 02/2017/TT-VPCP Điều 6"), ["Điều 6"]);
    assert_eq!(articles("TT 02/2017/TT-VPCP Điều 60"), Vec::<String>::new());
    assert_eq!(articles("Điều 111 Bộ luật 45/2019/QH14"), ["khoản 3 Điều 111"]);
}

#[test]
fn of_documents_with_one_number_one_in_force_is_enough() {
    let bases = bundled();
    let mut record = bases.record().clone();
    let old = record.bases.iter().find(|basis| basis.id == "nd-61-2018").unwrap().clone();
    let (from, to) = (Some(day("1/7/2025")), None);
    record.bases.push(LegalBasis { id: "again".to_owned(), valid_from: from, valid_to: to, ..old });
    let bases = LegalBases::try_from(record).unwrap();
    let checked = bases.check_citation("61/2018/NĐ-CP", at("1/7/2025"));
    assert_eq!((checked[0].found.len(), checked[0].validity()), (2, Some(Validity::InForce)));
}

#[test]
fn a_document_without_a_usual_number_is_found_by_its_words() {
    let mut record = bundled().record().clone();
    let law = record.bases[0].clone();
    record.bases.push(LegalBasis { id: "hien-phap".to_owned(), number: "Hiến pháp 2013".to_owned(), ..law });
    let bases = LegalBases::try_from(record).unwrap();
    let numbers = |text: &str| -> Vec<String> {
        bases.check_citation(text, at("1/7/2025")).into_iter().map(|one| one.number).collect()
    };
    assert_eq!(numbers("Hiến pháp 2013; NĐ 61/2018/NĐ-CP"), ["61/2018/NĐ-CP", "Hiến pháp 2013"]);
    assert_eq!(numbers("Hiến pháp 20139"), Vec::<String>::new());
}

#[test]
fn every_bundled_document_is_found_by_its_own_name() {
    let bases = bundled();
    for basis in &bases.record().bases {
        let checked = bases.check_citation(&basis.short_name(), at("1/7/2025"));
        let ids: Vec<&str> = checked.iter().flat_map(|one| &one.found).map(|found| found.basis.id.as_str()).collect();
        assert!(ids.contains(&basis.id.as_str()), "{}: {ids:?}", basis.short_name());
    }
}

proptest! {
    #[test]
    fn any_text_is_read_without_fault(text in "\\PC{0,60}|(Điều |khoản |điểm |NĐ |/|2018|61|-CP|;| ){0,12}") {
        let bases = bundled();
        let checked = bases.check_citation(&text, at("1/7/2025"));
        for citation in checked {
            prop_assert!(text.contains(&citation.number));
            prop_assert_eq!(citation.found.is_empty(), citation.validity().is_none());
        }
    }
}
