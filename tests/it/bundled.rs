//! The bundled files: the template and the sample supervision, through the same gate as any file.

use std::collections::BTreeSet;

use so_giam_sat::domain::answer::Answer;
use so_giam_sat::domain::edit::apply;
use so_giam_sat::domain::evidence::Evidence;
use so_giam_sat::domain::finding::findings;
use so_giam_sat::domain::regime::{LegalBases, Regime};
use so_giam_sat::domain::supervision::{Mode, UnitKind};
use so_giam_sat::domain::template::{AnswerSpec, Takes, Template};
use so_giam_sat::domain::visit::Visit;
use so_giam_sat::domain::wording::PLACEHOLDERS;
use so_giam_sat::export::json::json;
use so_giam_sat::storage::gate::{CheckedFile, read_file, read_template};
use so_giam_sat::storage::record::{FORMAT, FileRecord, VERSION, VisitRecord};

use crate::build::code;

const TEMPLATE: &[u8] = include_bytes!("../../public/data/mau-phieu-mot-cua-1.json");
const BASES: &str = include_str!("../../public/data/can-cu-phap-ly-1.json");
const SAMPLE: &[u8] = include_bytes!("../../public/data/giam-sat-mau-krong-pa.json");

fn template() -> Template {
    read_template(TEMPLATE).unwrap()
}

fn sample() -> CheckedFile {
    read_file(SAMPLE).unwrap()
}

#[test]
fn the_template_holds_the_whole_catalogue() {
    let template = template();
    assert_eq!((template.items.len(), template.sections.len()), (86, 11));
    let letters: String = template.sections.iter().map(|section| section.code.as_str()).collect();
    assert_eq!(letters, "ABCDEFGHIKL");
    let of = |wanted: fn(&AnswerSpec) -> bool| template.items.iter().filter(|item| wanted(&item.answer)).count();
    assert_eq!(of(|answer| matches!(answer, AnswerSpec::Sample { .. })), 11);
    assert_eq!(of(|answer| matches!(answer, AnswerSpec::Audit)), 8);
    assert_eq!(of(|answer| matches!(answer, AnswerSpec::Date { .. })), 3);
    assert_eq!(of(|answer| matches!(answer, AnswerSpec::Means { .. })), 1);
}

#[test]
fn every_item_is_worded_in_both_languages() {
    for item in template().items {
        let texts = [Some(&item.question), Some(&item.evidence), item.critical.as_ref(), item.finding.as_ref()];
        let more = [item.cause.as_ref(), item.recommendation.as_ref(), item.addressee.as_ref()];
        for text in texts.into_iter().chain(more).flatten() {
            assert!(!text.vi.trim().is_empty() && !text.en.trim().is_empty(), "{}", item.code);
        }
        assert_ne!(item.question.vi, item.question.en, "{}", item.code);
    }
}

#[test]
fn what_can_fail_has_a_finding_a_recommendation_and_an_addressee() {
    for item in template().items {
        let worded = item.finding.is_some() && item.recommendation.is_some() && item.addressee.is_some();
        assert_eq!(worded, item.answer.can_fail(), "{}", item.code);
    }
}

#[test]
fn totals_of_the_period_take_what_the_unit_reports_and_samples_their_sample() {
    let template = template();
    let takes = |at: &str| template.item(&code(at)).unwrap().takes();
    for reported in ["C01", "C02", "C03", "C04", "C05", "C06", "C10", "C11", "C12", "E01", "F03"] {
        assert_eq!(takes(reported), Takes::Reported, "{reported}");
    }
    for sampled in ["A02", "A03", "A04", "B01", "B04", "C07", "C09", "K01"] {
        assert_eq!(takes(sampled), Takes::Sample, "{sampled}");
    }
    let parts = ["C10", "C11", "C12"].map(|at| match &template.item(&code(at)).unwrap().answer {
        AnswerSpec::Counts { sums_to: Some(whole), .. } => (whole.item.to_string(), whole.may_leave_out),
        other => panic!("{other:?}"),
    });
    assert_eq!(parts, [true, true, false].map(|may| ("C01".to_owned(), may)));
}

#[test]
fn a_critical_item_weighs_two_and_any_other_one() {
    for item in template().items {
        assert_eq!(item.weight, if item.critical.is_some() { 2 } else { 1 }, "{}", item.code);
    }
}

#[test]
fn a_sentence_has_only_placeholders_that_its_answer_fills() {
    for item in template().items {
        let Some(finding) = item.finding else { continue };
        let fills: &[&str] = match item.answer {
            AnswerSpec::Ratio { .. } => &["{part}", "{whole}", "{percent}"],
            AnswerSpec::Counts { .. } => &["{value}"],
            AnswerSpec::Date { .. } => &["{value}", "{due}"],
            _ => &[],
        };
        for sentence in [&finding.vi, &finding.en] {
            let bare = fills.iter().fold(sentence.clone(), |text, fill| text.replace(fill, ""));
            assert!(!bare.contains(['{', '}']), "{}: {sentence}", item.code);
            assert!(fills.iter().all(|fill| PLACEHOLDERS.contains(fill)));
        }
    }
}

#[test]
fn every_kind_of_unit_begins_with_some_group() {
    let template = template();
    for kind in UnitKind::ALL {
        assert!(template.sections_for(kind).len() >= 4, "{kind:?}");
    }
    assert_eq!(template.sections_for(UnitKind::OneStop).len(), 11);
}

#[test]
fn the_sample_is_the_supervision_of_the_report() {
    let CheckedFile { supervision, visits, templates } = sample();
    assert_eq!(supervision.resolution.number, "142/NQ-HĐND");
    let direct = supervision.units.iter().filter(|unit| unit.mode == Mode::Direct).count();
    assert_eq!((supervision.units.len(), direct, visits.len()), (17, 7, 7));
    assert_eq!(templates, [template()]);
    let visit = |unit: &str| visits.iter().map(|(visit, _)| visit).find(|visit| visit.unit.as_str() == unit).unwrap();
    let count = |unit: &str, item: &str| match visit(unit).answer(&code(item)) {
        Some(Answer::Counts { values }) => values[0].unwrap(),
        other => panic!("{other:?}"),
    };
    // The annex: resolved late and pending late of both years.
    assert_eq!(["ia-rmok", "chu-drang", "ia-rsum", "phu-tuc"].map(|unit| count(unit, "C01")), [39, 608, 34, 1_315]);
    assert_eq!(["ia-rmok", "chu-drang", "ia-rsum", "phu-tuc"].map(|unit| count(unit, "C02")), [3, 7, 18, 93]);
    assert_eq!(count("vpdkdd", "C01"), 248 + 356 + 255 + 267);
}

#[test]
fn the_sample_is_exported_again_byte_for_byte() {
    let CheckedFile { supervision, visits, templates } = sample();
    let visits = visits.iter().map(|(visit, history)| VisitRecord::from_visit(visit, history.clone())).collect();
    let file = FileRecord { format: FORMAT.to_owned(), version: VERSION, supervision, templates, visits };
    assert!(json(&file) == SAMPLE, "the sample is not in the form that the app writes");
}

#[test]
fn the_history_of_each_sample_visit_leads_to_the_visit() {
    let template = template();
    for (visit, history) in sample().visits {
        let begun = Visit { revision: 0, entries: Default::default(), findings: Default::default(), ..visit.clone() };
        let mut replayed = begun;
        for change in history {
            apply(&mut replayed, &template, change.edit, &change.stamp).unwrap();
            assert_eq!(replayed.revision, change.revision);
        }
        assert_eq!(replayed, visit);
    }
}

#[test]
fn every_failure_in_the_sample_yields_a_finding_that_says_what_to_do() {
    let CheckedFile { supervision, visits, .. } = sample();
    let template = template();
    let mut seen = BTreeSet::new();
    for (visit, _) in visits {
        let level = supervision.unit(&visit.unit).unwrap().level;
        let found = findings(&template, &visit, &Evidence::default(), level);
        assert!(!found.is_empty(), "{}", visit.id);
        for finding in found {
            assert!(!finding.content.statement.contains(['{', '…']), "{}", finding.content.statement);
            assert!(!finding.content.recommendation.is_empty() && !finding.content.addressee.is_empty());
            seen.extend(finding.item.map(|item| item.to_string()));
        }
    }
    for item in ["A03", "A04", "A05", "B02", "B04", "C03", "C04", "E01", "E02", "H02", "I05", "K01"] {
        assert!(seen.contains(item), "{item}");
    }
}

#[test]
fn the_legal_bases_hold_every_document_that_a_regime_names() {
    let bases: LegalBases = serde_json::from_str(BASES).unwrap();
    assert_eq!(bases.record().version, 1);
    for regime in Regime::ALL {
        let forms = regime.forms().iter().map(|form| form.basis);
        let rule = regime.apology_rule().map(|rule| rule.basis);
        for id in [regime.basis()].into_iter().chain(forms).chain(rule) {
            assert!(bases.get(id).is_some(), "{id}");
        }
    }
}
