use super::legal::MAX_BASES;
use super::*;
use crate::domain::answer::MAX_TEXT_BYTES;

fn bundled() -> LegalBases {
    serde_json::from_str(include_str!("../../../public/data/can-cu-phap-ly-1.json")).unwrap()
}

fn date(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%d/%m/%Y").unwrap()
}

fn refused(change: impl FnOnce(&mut LegalBasesRecord)) -> LegalBasesError {
    let mut record = bundled().record().clone();
    change(&mut record);
    LegalBases::try_from(record).unwrap_err()
}

fn problem(change: impl FnOnce(&mut LegalBasis)) -> LegalProblem {
    match refused(|record| change(&mut record.bases[1])) {
        LegalBasesError::Basis { row: 2, problem, .. } => problem,
        other => panic!("{other}"),
    }
}

#[test]
fn the_regime_changes_overnight_with_the_day_of_receipt() {
    let on = |text| Regime::on_receipt(date(text));
    assert_eq!((on("20/6/2018"), on("21/6/2018")), (Regime::Decision09_2015, Regime::Decree61_2018));
    assert_eq!((on("30/6/2025"), on("1/7/2025")), (Regime::Decree61_2018, Regime::Decree118_2025));
    assert_eq!((on("1/1/2016"), on("1/1/2030")), (Regime::Decision09_2015, Regime::Decree118_2025));
}

#[test]
fn the_regimes_follow_on_each_other_without_a_gap() {
    for regime in Regime::ALL {
        let (first, last) = regime.days();
        for day in [first, last].into_iter().flatten() {
            assert_eq!(Regime::on_receipt(day), regime);
        }
        assert!(first.and_then(|day| day.pred_opt()).is_none_or(|day| Regime::on_receipt(day) < regime));
        assert!(last.and_then(|day| day.succ_opt()).is_none_or(|day| Regime::on_receipt(day) > regime));
    }
    assert_eq!(Regime::Decision09_2015.days(), (None, Some(date("20/6/2018"))));
    assert_eq!(Regime::Decree118_2025.days(), (Some(date("1/7/2025")), None));
}

#[test]
fn the_apology_is_form_4_under_two_names() {
    let title = |regime: Regime| regime.form(Paper::Apology).map(|form| (form.number, form.title));
    assert_eq!(title(Regime::Decision09_2015), None);
    assert_eq!(title(Regime::Decree61_2018), Some((4, "Phiếu xin lỗi và hẹn lại ngày trả kết quả")));
    let new = "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết";
    assert_eq!(title(Regime::Decree118_2025), Some((4, new)));
}

#[test]
fn forms_are_numbered_from_1_and_a_halt_has_one_since_2025_only() {
    for regime in Regime::ALL {
        let numbers: Vec<u8> = regime.forms().iter().map(|form| form.number).collect();
        assert!(numbers.iter().copied().eq((1..).take(numbers.len())), "{regime:?} {numbers:?}");
    }
    let number = |regime: Regime, paper| regime.form(paper).map(|form| form.number);
    let papers = [Paper::Slip, Paper::AdditionsRequest, Paper::Refusal, Paper::Halt, Paper::ProcessControl];
    let old = papers.map(|paper| number(Regime::Decree61_2018, paper));
    assert_eq!(old, [Some(1), Some(2), Some(3), None, Some(5)]);
    let new = papers.map(|paper| number(Regime::Decree118_2025, paper));
    assert_eq!(new, [Some(1), Some(2), Some(3), Some(5), Some(6)]);
}

#[test]
fn districts_exist_until_30_june_2025() {
    let has_districts = |text| Regime::on_receipt(date(text)).levels().contains(&Level::District);
    assert!(has_districts("20/6/2018") && has_districts("30/6/2025") && !has_districts("1/7/2025"));
    assert_eq!(Regime::Decree118_2025.levels(), [Level::Province, Level::Commune]);
}

#[test]
fn the_apology_rule_says_how_sure_it_is() {
    let rule = |regime: Regime| {
        regime.apology_rule().map(|rule| (rule.days_before, rule.most_reappointments, rule.basis, rule.source))
    };
    assert_eq!(rule(Regime::Decision09_2015), None);
    assert_eq!(rule(Regime::Decree61_2018), Some((1, 1, "nd-61-2018", Source::Page)));
    assert_eq!(rule(Regime::Decree118_2025), Some((1, 1, "nd-118-2025", Source::Unverified)));
}

#[test]
fn every_document_that_a_regime_names_is_bundled_and_holds_when_it_should() {
    let bases = bundled();
    for regime in Regime::ALL {
        let (first, last) = regime.days();
        let basis = bases.get(regime.basis()).unwrap();
        for day in [first, last].into_iter().flatten().filter(|_| basis.valid_from.is_some()) {
            assert_eq!(basis.validity(day), Validity::InForce, "{regime:?} {day}");
        }
        assert!(regime.forms().iter().all(|form| bases.get(form.basis).is_some()), "{regime:?}");
    }
}

#[test]
fn decrees_hold_between_their_two_days() {
    let bases = bundled();
    let on = |id, text| bases.in_force(id, date(text)).unwrap();
    assert_eq!(on("nd-61-2018", "20/6/2018"), Validity::NotYet);
    assert_eq!(on("nd-61-2018", "21/6/2018"), Validity::InForce);
    assert_eq!(on("nd-61-2018", "30/6/2025"), Validity::InForce);
    assert_eq!(on("nd-61-2018", "1/7/2025"), Validity::NoLonger);
    assert_eq!(on("nd-118-2025", "30/6/2025"), Validity::NotYet);
    assert_eq!(on("nd-118-2025", "1/7/2025"), Validity::InForce);
    assert_eq!(on("qd-09-2015", "21/6/2018"), Validity::NoLonger);
    assert_eq!(bases.in_force("nd-999-2099", date("1/7/2025")), None);
}

#[test]
fn a_document_whose_first_day_is_not_known_holds_on_no_day_before_its_issue() {
    let bases = bundled();
    let on = |id, text| bases.in_force(id, date(text)).unwrap();
    assert_eq!(on("tt-01-2018", "22/11/2018"), Validity::NotYet);
    assert_eq!(on("tt-01-2018", "23/11/2018"), Validity::Unknown);
    assert_eq!(on("nd-367-2025", "1/1/2020"), Validity::Unknown);
}

#[test]
fn what_could_not_be_verified_is_marked() {
    let bases = bundled();
    let posting = bases.get("tt-02-2017").unwrap();
    let articles: Vec<(&str, Source)> =
        posting.articles.iter().map(|article| (article.article.as_str(), article.source)).collect();
    assert_eq!(articles, [("Điều 6", Source::Unverified)]);
    for basis in &bases.record().bases {
        let sure = !matches!(basis.validity_source, Source::Unverified);
        let known = basis.valid_from.is_some() || basis.valid_to.is_some();
        assert!(known || !sure, "{}: an unknown validity is not verified", basis.id);
    }
}

#[test]
fn a_citation_names_a_document_by_its_whole_number() {
    let bases = bundled();
    let cited = |text| bases.cited_in(text).map(|basis| basis.id.as_str()).collect::<Vec<_>>();
    assert_eq!(cited("TT 02/2017/TT-VPCP Điều 6"), ["tt-02-2017"]);
    assert_eq!(cited("NĐ 61/2018/NĐ-CP; TT 01/2018/TT-VPCP"), ["nd-61-2018", "tt-01-2018"]);
    assert_eq!(cited("CT 08/CT-UBND 29/4/2020 (Đắk Lắk)"), ["ct-08-2020-dak-lak"]);
    assert_eq!(cited("NĐ 161/2018/NĐ-CP"), Vec::<&str>::new());
    assert_eq!(cited("NĐ 61/2018/NĐ-CPX"), Vec::<&str>::new());
    assert_eq!(cited("NĐ 161/2018/NĐ-CP, NĐ 61/2018/NĐ-CP."), ["nd-61-2018"]);
}

#[test]
fn the_list_reads_back_as_it_was_written() {
    let text = serde_json::to_string(&bundled()).unwrap();
    assert_eq!(serde_json::from_str::<LegalBases>(&text).unwrap(), bundled());
}

#[test]
fn an_edit_gives_a_new_version_of_the_list() {
    let bases = bundled();
    let mut posting = bases.get("tt-02-2017").unwrap().clone();
    posting.articles[0].article = "Điều 13".to_owned();
    let replaced = bases.edited(LegalBasesEdit::Replace(posting.clone())).unwrap();
    assert_eq!((replaced.record().version, replaced.get("tt-02-2017")), (2, Some(&posting)));
    let without = replaced.edited(LegalBasesEdit::Remove(posting.id.clone())).unwrap();
    assert_eq!(without.get(&posting.id), None);
    let again = without.edited(LegalBasesEdit::Add(posting.clone())).unwrap();
    assert_eq!((again.record().version, again.get(&posting.id)), (4, Some(&posting)));
    let missing = Err(LegalBasesError::NoSuchBasis(posting.id.clone()));
    assert_eq!(without.edited(LegalBasesEdit::Remove(posting.id.clone())), missing);
    assert_eq!(without.edited(LegalBasesEdit::Replace(posting)), missing);
}

#[test]
fn a_list_with_a_bad_head_is_refused() {
    assert_eq!(refused(|record| record.version = 0), LegalBasesError::BadHead);
    assert_eq!(refused(|record| record.id = " ".to_owned()), LegalBasesError::BadHead);
    assert_eq!(refused(|record| record.name.clear()), LegalBasesError::BadHead);
    let many = |record: &mut LegalBasesRecord| {
        record.bases = record.bases.iter().cycle().take(MAX_BASES + 1).cloned().collect();
    };
    assert_eq!(refused(many), LegalBasesError::TooMany);
}

#[test]
fn a_bad_document_is_named_with_its_row() {
    let twice = refused(|record| record.bases[4].id = record.bases[0].id.clone());
    let id = "bo-luat-lao-dong-2012".to_owned();
    assert_eq!(twice, LegalBasesError::Basis { row: 5, id, problem: LegalProblem::Duplicate });
    assert_eq!(problem(|basis| basis.number = " ".to_owned()), LegalProblem::BadText);
    assert_eq!(problem(|basis| basis.articles[0].article.clear()), LegalProblem::BadText);
    assert_eq!(problem(|basis| basis.articles[0].about = "a".repeat(MAX_TEXT_BYTES + 1)), LegalProblem::BadText);
    assert_eq!(problem(|basis| basis.issued = Some(date("1/1/1899"))), LegalProblem::ImplausibleDate);
    assert_eq!(problem(|basis| basis.valid_to = Some(date("31/12/2020"))), LegalProblem::WrongOrder);
    assert_eq!(problem(|basis| basis.issued = Some(date("2/1/2021"))), LegalProblem::WrongOrder);
    let many = |basis: &mut LegalBasis| basis.articles = vec![basis.articles[0].clone(); MAX_BASES + 1];
    assert_eq!(problem(many), LegalProblem::TooManyArticles);
}

/// What an item rests on, on a day in a province.
fn grounds(item: &str, citations: &[&str], on: &str, province: Option<&str>) -> Vec<String> {
    let bases = bundled();
    let citations: Vec<String> = citations.iter().map(|text| (*text).to_owned()).collect();
    let item = crate::domain::id::ItemCode::new(item).unwrap();
    bases.index().grounds(&item, &citations, LegalScope { on: date(on), province })
}

#[test]
fn a_document_of_another_province_is_not_cited() {
    let in_gia_lai = grounds("C03", &["NĐ 61/2018/NĐ-CP"], "22/5/2023", Some("Gia Lai"));
    assert_eq!(in_gia_lai, ["NĐ 61/2018/NĐ-CP (chưa kiểm chứng)"]);
    let in_dak_lak = grounds("C03", &[], "22/5/2023", Some("tỉnh Đắk Lắk"));
    assert_eq!(
        in_dak_lak,
        ["Chỉ thị 18/CT-UBND ngày 28/12/2016 (Đắk Lắk) (chưa kiểm chứng)"],
        "CT 25 is of 27/12/2023"
    );
    assert_eq!(grounds("C03", &[], "27/12/2023", Some("Đắk Lắk")).len(), 2);
    assert_eq!(grounds("C03", &["CT 18/CT-UBND 28/12/2016 (Đắk Lắk)"], "22/5/2023", Some("Gia Lai")), [""; 0]);
    assert_eq!(grounds("C03", &[], "22/5/2023", None), [""; 0], "whose province nobody knows");
}

#[test]
fn a_document_that_does_not_hold_on_the_day_is_not_cited() {
    let apology = &["NĐ 61/2018/NĐ-CP", "TT 03/2025/TT-VPCP"];
    assert_eq!(grounds("C07", apology, "20/6/2018", None), [""; 0]);
    assert_eq!(grounds("C07", apology, "30/6/2025", None), ["NĐ 61/2018/NĐ-CP (chưa kiểm chứng)"]);
    assert_eq!(grounds("C07", apology, "1/7/2025", None), [""; 0], "until the circular comes into force");
    assert_eq!(grounds("C07", apology, "15/9/2025", None), ["TT 03/2025/TT-VPCP"]);
}

#[test]
fn a_ground_is_marked_until_document_days_and_articles_are_sure() {
    let law = &["Luật 121/2025/QH15 Điều 40"];
    assert_eq!(grounds("L07", law, "1/3/2026", None), ["Luật 121/2025/QH15 Điều 40"]);
    assert_eq!(grounds("L07", &["Luật 121/2025/QH15 Điều 99"], "1/3/2026", None).len(), 1);
    assert!(grounds("L07", &["Luật 121/2025/QH15 Điều 99"], "1/3/2026", None)[0].ends_with(UNVERIFIED));
    assert!(grounds("X01", &["QĐ 999/QĐ-UBND"], "1/3/2026", None)[0].ends_with(UNVERIFIED), "not on the list");
    assert_eq!(grounds("X01", &["Luật 121/2025/QH15; NĐ 61/2018/NĐ-CP"], "1/3/2026", None), [""; 0], "one has ended");
}

#[test]
fn a_citation_of_another_province_is_warned_of() {
    let bases = bundled();
    let scope = LegalScope { on: date("22/5/2023"), province: Some("Gia Lai") };
    let checked = bases.check_citation("CT 18/CT-UBND", scope);
    assert_eq!(checked[0].validity(), Some(Validity::Elsewhere));
    let warning = checked[0].warning(scope.on, crate::words::Lang::Vi).unwrap();
    assert_eq!(warning, "Chỉ thị 18/CT-UBND là văn bản của Đắk Lắk, không áp dụng ở đơn vị này.");
    let at_home = LegalScope { province: Some("Đắk Lắk"), ..scope };
    assert_ne!(bases.check_citation("CT 18/CT-UBND", at_home)[0].validity(), Some(Validity::Elsewhere));
}
