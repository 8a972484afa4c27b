//! What findings may cite, over the bundled checklist and list of documents: never what does not hold on the day, and
//! never what binds another province.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use so_giam_sat::domain::regime::{LegalBases, LegalBasis, LegalScope, Validity, is_same_province};
use so_giam_sat::domain::template::Template;
use so_giam_sat::storage::gate::read_template;

const TEMPLATE: &str = include_str!("../../public/data/mau-phieu-mot-cua-1.json");
const BASES: &str = include_str!("../../public/data/can-cu-phap-ly-1.json");

fn template() -> Template {
    read_template(TEMPLATE.as_bytes()).unwrap()
}

fn bases() -> LegalBases {
    serde_json::from_str(BASES).unwrap()
}

/// Every province of the list, one without a document, and none.
fn provinces(bases: &LegalBases) -> Vec<Option<String>> {
    let mut provinces: Vec<Option<String>> = bases.record().bases.iter().map(|basis| basis.territory.clone()).collect();
    provinces.push(Some("Cà Mau".to_owned()));
    provinces.push(None);
    provinces.sort();
    provinces.dedup();
    provinces
}

#[test]
fn no_day_no_item_and_no_province_gets_a_citation_that_does_not_bind_there_and_then() {
    let (template, bases) = (template(), bases());
    let index = bases.index();
    let provinces = provinces(&bases);
    assert!(provinces.len() >= 5, "{provinces:?}");
    let first = NaiveDate::from_ymd_opt(2018, 1, 1).unwrap();
    let days = first.iter_days().take_while(|day| *day < NaiveDate::from_ymd_opt(2028, 1, 1).unwrap());
    let days: Vec<NaiveDate> = days.collect();
    let mut cited = 0_usize;
    let mut tried = BTreeSet::new();
    for item in &template.items {
        for candidate in index.candidates(&item.code, &item.basis) {
            // Many items rest on one document, and what a candidate gives does not depend on the item.
            if !tried.insert(format!("{candidate:?}")) {
                continue;
            }
            // What the text of the candidate names, read once more on its own.
            let documents = candidate.documents();
            for province in &provinces {
                let province = province.as_deref();
                let is_at_home = |basis: &LegalBasis| {
                    let binds = |home: &str| province.is_some_and(|province| is_same_province(home, province));
                    basis.territory.as_deref().is_none_or(binds)
                };
                let at_home: Vec<Vec<&LegalBasis>> = documents
                    .iter()
                    .map(|named| named.iter().copied().filter(|basis| is_at_home(basis)).collect())
                    .collect();
                for on in &days {
                    let Some(ground) = candidate.ground(LegalScope { on: *on, province }) else { continue };
                    cited += 1;
                    for (named, at_home) in documents.iter().zip(&at_home) {
                        let holds = at_home.iter().any(|basis| {
                            let from = basis.valid_from.or(basis.issued).is_none_or(|from| from <= *on);
                            from && basis.valid_to.is_none_or(|to| *on <= to)
                        });
                        assert!(holds, "{}: {} on {on} in {province:?}", item.code, ground.text);
                        let sure = named.iter().any(|basis| basis.validity(*on) == Validity::InForce);
                        assert!(sure || !ground.verified, "{}: {} on {on} is not marked", item.code, ground.text);
                    }
                }
            }
        }
    }
    assert!(cited > 100_000, "{cited}");
}

#[test]
fn every_citation_of_the_checklist_is_on_the_list_and_of_the_whole_country() {
    let (template, bases) = (template(), bases());
    let index = bases.index();
    let nowhere = LegalScope { on: NaiveDate::from_ymd_opt(2023, 5, 22).unwrap(), province: None };
    for item in &template.items {
        for citation in &item.basis {
            let read = index.check(citation, nowhere);
            assert!(!read.is_empty(), "{}: {citation}", item.code);
            for one in read {
                let whole = one.found.iter().any(|found| found.basis.territory.is_none());
                assert!(whole, "{}: {citation}", item.code);
            }
        }
    }
}

#[test]
fn the_documents_of_provinces_name_items_that_there_are() {
    let (template, bases) = (template(), bases());
    let local: Vec<_> = bases.record().bases.iter().filter(|basis| basis.territory.is_some()).collect();
    assert!(local.len() >= 8);
    for basis in local {
        assert!(!basis.items.is_empty(), "{}", basis.id);
        for item in &basis.items {
            assert!(template.item(item).is_some(), "{}: {item}", basis.id);
        }
    }
}

#[test]
fn nothing_of_a_sample_or_of_one_province_stands_in_the_general_checklist() {
    for trace in ["Gia Lai", "Đắk", "Krông", "182/", "BC-ĐGS", "677/", "142/NQ"] {
        assert!(!TEMPLATE.contains(trace), "{trace}");
    }
    let forms = include_str!("../../public/data/bieu-mau.json");
    for trace in ["Krông", "182/", "142/NQ"] {
        assert!(!forms.contains(trace), "{trace}");
    }
}

#[test]
fn a_visit_of_may_2023_in_gia_lai_cites_no_directive_of_dak_lak() {
    let (template, bases) = (template(), bases());
    let index = bases.index();
    let scope = LegalScope { on: NaiveDate::from_ymd_opt(2023, 5, 22).unwrap(), province: Some("Gia Lai") };
    let mut without = 0;
    for item in &template.items {
        let grounds = index.grounds(&item.code, &item.basis, scope);
        without += usize::from(grounds.is_empty());
        for ground in grounds {
            assert!(!ground.contains("Đắk") && !ground.contains("2025"), "{}: {ground}", item.code);
        }
    }
    assert!(without > 0, "where nothing binds it is said so");
    let survey = template.items.iter().find(|item| item.code.as_str() == "G02").unwrap();
    assert_eq!(index.grounds(&survey.code, &survey.basis, scope).len(), 1, "the decision of the province itself");
}
