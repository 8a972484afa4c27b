//! The laws of scores, and the cases that a chairman would work by hand.

use proptest::prelude::*;
use so_giam_sat::domain::answer::Answer;
use so_giam_sat::domain::edit::Edit;
use so_giam_sat::domain::evidence::Evidence;
use so_giam_sat::domain::outcome::{Contradiction, Outcome, Share};
use so_giam_sat::domain::score::{ScoreCard, score};
use so_giam_sat::domain::supervision::Level;
use so_giam_sat::domain::template::{AnswerSpec, DateRule, Template, Threshold};
use so_giam_sat::words::format;

use crate::build::*;

fn card(template: &Template, edits: Vec<Edit>) -> ScoreCard {
    let mut visit = visit(template);
    make(&mut visit, template, edits);
    score(template, &visit, &Evidence::default(), Level::Commune)
}

fn total(card: &ScoreCard) -> Option<String> {
    card.total.score().map(|share| format::score(&share))
}

fn share_of(card: &ScoreCard, item: &str) -> Option<Share> {
    match &card.items.iter().find(|scored| scored.code == code(item))?.outcome {
        Outcome::Scored { share, .. } => Some(share.clone()),
        _ => None,
    }
}

#[test]
fn the_total_is_the_weighted_mean_of_what_is_scored() {
    let template = template(vec![
        item("A01", AnswerSpec::Verdict),
        critical(item("A02", AnswerSpec::Verdict)),
        item("B01", ratio(None)),
    ]);
    let card = card(
        &template,
        vec![
            answer("A01", verdict(true)),
            answer("A02", verdict(false)),
            answer("B01", Answer::Ratio { part: Some(1), whole: Some(3) }),
        ],
    );
    // (1·1 + 2·0 + 1·1/3) / 4 = 1/3
    assert_eq!(total(&card).as_deref(), Some("33,3"));
    assert_eq!(card.sections[0].tally.score(), Some(Share::new(1.into(), 3.into())));
    assert_eq!(card.critical_failed, [code("A02")]);
}

#[test]
fn an_unanswered_item_lowers_coverage_and_not_the_score() {
    let template = template(vec![item("A01", AnswerSpec::Verdict), item("A02", AnswerSpec::Verdict)]);
    let card = card(&template, vec![answer("A01", verdict(true))]);
    assert_eq!(total(&card).as_deref(), Some("100"));
    assert_eq!((card.total.answered, card.total.asked), (1, 2));
    assert!(card.total.is_provisional());
}

#[test]
fn a_group_wholly_not_applicable_has_no_score() {
    let template = template(vec![item("A01", AnswerSpec::Verdict), item("B01", AnswerSpec::Verdict)]);
    let card = card(&template, vec![answer("A01", not_applicable()), answer("B01", verdict(false))]);
    assert_eq!(card.sections[0].tally.score(), None);
    assert_eq!(total(&card).as_deref(), Some("0,0"));
    assert!(!card.total.is_provisional());
}

#[test]
fn not_applicable_without_a_reason_is_still_unanswered() {
    let template = template(vec![item("A01", AnswerSpec::Verdict)]);
    let card = card(&template, vec![answer("A01", Answer::NotApplicable { reason: " ".to_owned() })]);
    assert_eq!(card.items[0].outcome, Outcome::Unanswered);
}

#[test]
fn a_plain_count_is_information_and_a_threshold_makes_it_met_or_not() {
    let at_most = |most| counts(Some(Threshold { field: "n".to_owned(), at_most: Some(most), at_least: None }));
    let template = template(vec![item("A01", counts(None)), item("A02", at_most(3)), item("A03", at_most(3))]);
    let count = |count| Answer::Counts { values: vec![Some(count)] };
    let card = card(&template, vec![answer("A01", count(9)), answer("A02", count(3)), answer("A03", count(4))]);
    let outcomes: Vec<bool> = card.items.iter().map(|item| item.outcome.is_failed()).collect();
    assert_eq!(card.items[0].outcome, Outcome::Information);
    assert_eq!(outcomes, [false, false, true]);
    assert_eq!((card.total.answered, card.total.possible), (3, 2));
}

#[test]
fn a_ratio_counts_against_its_target_and_at_most_one() {
    let template = template(vec![item("A01", ratio(Some(80))), item("A02", ratio(Some(80))), item("A03", ratio(None))]);
    let ratio = |part, whole| Answer::Ratio { part: Some(part), whole: Some(whole) };
    let card = card(
        &template,
        vec![answer("A01", ratio(40, 100)), answer("A02", ratio(90, 100)), answer("A03", ratio(70, 100))],
    );
    assert_eq!(share_of(&card, "A01"), Some(Share::new(1.into(), 2.into())));
    assert_eq!(share_of(&card, "A02"), Some(Share::from_integer(1.into())));
    assert_eq!(share_of(&card, "A03"), Some(Share::new(7.into(), 10.into())));
    assert_eq!(card.total.failed, 1);
}

#[test]
fn a_part_above_its_whole_is_neither_met_nor_answered() {
    let mut more = ratio(None);
    let AnswerSpec::Ratio { may_exceed, .. } = &mut more else { panic!("a ratio") };
    *may_exceed = true;
    let template = template(vec![item("A01", ratio(Some(80))), item("A02", ratio(None)), item("A03", more)]);
    let ratio = |part, whole| Answer::Ratio { part: Some(part), whole: Some(whole) };
    let card =
        card(&template, vec![answer("A01", ratio(5, 4)), answer("A02", ratio(1, 0)), answer("A03", ratio(300, 293))]);
    let contradictory = Outcome::Contradictory(Contradiction::PartAboveWhole);
    assert_eq!(card.items[0].outcome, contradictory);
    assert_eq!(card.items[1].outcome, contradictory);
    assert_eq!(share_of(&card, "A03"), Some(Share::from_integer(1.into())), "computers may exceed officials");
    assert_eq!((card.total.answered, card.total.possible, card.total.failed), (1, 1, 0));
}

#[test]
fn a_share_of_nothing_is_undefined_and_leaves_the_denominator() {
    let template = template(vec![item("A01", ratio(Some(100))), item("A02", AnswerSpec::Verdict)]);
    let card = card(
        &template,
        vec![answer("A01", Answer::Ratio { part: Some(0), whole: Some(0) }), answer("A02", verdict(true))],
    );
    assert_eq!(card.items[0].outcome, Outcome::Undefined);
    assert_eq!(total(&card).as_deref(), Some("100"));
}

#[test]
fn a_date_is_met_on_its_very_boundary_and_missed_a_day_later() {
    let months = AnswerSpec::Date { rule: DateRule::WithinMonthsBeforeVisit { months: 12 } };
    let due = AnswerSpec::Date { rule: DateRule::NoLaterThanDue };
    let template = template(vec![
        item("A01", months.clone()),
        item("A02", months.clone()),
        item("A03", months),
        item("A04", due.clone()),
        item("A05", due),
    ]);
    let on = |on: &str| Answer::Date { on: Some(day(on)), due: None };
    let by = |on: &str| Answer::Date { on: Some(day(on)), due: Some(day("2023-08-01")) };
    // The visit is on 10/5/2023.
    let card = card(
        &template,
        vec![
            answer("A01", on("2022-05-10")),
            answer("A02", on("2022-05-09")),
            answer("A03", on("2023-05-11")),
            answer("A04", by("2023-08-01")),
            answer("A05", by("2023-08-02")),
        ],
    );
    let failed: Vec<bool> = card.items.iter().map(|item| item.outcome.is_failed()).collect();
    assert_eq!(failed, [false, true, true, false, true]);
}

#[test]
fn means_count_as_the_mean_of_mean_over_maximum() {
    let template = template(vec![item("A01", means(&[12, 8]))]);
    let card = card(&template, vec![answer("A01", Answer::Means { hundredths: vec![Some(970), Some(600)] })]);
    // (9,7/12 + 6/8) / 2 = 0,779…
    assert_eq!(total(&card).as_deref(), Some("77,9"));
}

#[test]
fn a_failed_critical_item_caps_the_band() {
    let mut items: Vec<_> = (2..20).map(|n| item(&format!("A{n:02}"), AnswerSpec::Verdict)).collect();
    items.insert(0, critical(item("A01", AnswerSpec::Verdict)));
    let template = template(items);
    let edits = |first: bool| {
        let all =
            template.items.iter().map(|item| answer(item.code.as_str(), verdict(item.code != code("A01") || first)));
        all.collect::<Vec<_>>()
    };
    let (good, bad) = (card(&template, edits(true)), card(&template, edits(false)));
    let placing =
        |card: &ScoreCard| card.placing(&template).map(|placing| (placing.band.name.vi.clone(), placing.capped));
    assert_eq!(placing(&good), Some(("Xuất sắc".to_owned(), false)));
    assert_eq!(total(&bad).as_deref(), Some("90,0"));
    assert_eq!(placing(&bad), Some(("Trung bình".to_owned(), true)));
}

#[test]
fn the_share_of_a_target_follows_the_level() {
    let template: Template = serde_json::from_value(serde_json::json!({
        "id": "t", "version": 1, "name": {"vi": "t", "en": "t"},
        "bands": [{"from_percent": 0, "name": {"vi": "Yếu", "en": "Weak"}}],
        "critical_cap_percent": 0, "not_applicable_reasons": [],
        "sections": [{"code": "F", "name": {"vi": "F", "en": "F"}, "weight": 1, "kinds": []}],
        "items": [{"code": "F10", "section": "F", "question": {"vi": "q", "en": "q"}, "basis": [],
            "evidence": {"vi": "", "en": ""}, "source": "", "weight": 1,
            "answer": {"ratio": {"part": {"vi": "", "en": ""}, "whole": {"vi": "", "en": ""},
                "target": {"percent_by_level": {"province": 30, "district": 20, "commune": 15}}}}}]
    }))
    .unwrap();
    let mut visit = visit(&template);
    make(&mut visit, &template, vec![answer("F10", Answer::Ratio { part: Some(15), whole: Some(100) })]);
    let failed = |level| score(&template, &visit, &Evidence::default(), level).total.failed;
    assert_eq!([Level::Province, Level::District, Level::Commune].map(failed), [1, 1, 0]);
}

proptest! {
    #[test]
    fn a_score_lies_within_zero_and_its_maximum((template, edits) in any_template_and_edits()) {
        let card = card(&template, edits);
        let tallies = card.sections.iter().map(|section| &section.tally).chain([&card.total]);
        for tally in tallies {
            prop_assert!(tally.answered <= tally.asked);
            prop_assert!(tally.points.exact() >= Share::from_integer(0.into()));
            prop_assert!(tally.points.exact() <= Share::from_integer(tally.possible.into()));
            prop_assert_eq!(tally.score().is_none(), tally.possible == 0);
        }
    }

    #[test]
    fn the_total_is_the_sum_of_the_groups_and_of_the_items((template, edits) in any_template_and_edits()) {
        let card = card(&template, edits);
        let zero = || Share::from_integer(0.into());
        let of_groups = card.sections.iter().fold(zero(), |sum, section| sum + section.tally.points.exact());
        let of_items = card.items.iter().fold(zero(), |sum, item| match &item.outcome {
            Outcome::Scored { share, .. } => sum + share * num_bigint::BigInt::from(item.weight),
            _ => sum,
        });
        prop_assert_eq!(&of_groups, &card.total.points.exact());
        prop_assert_eq!(&of_items, &card.total.points.exact());
    }

    #[test]
    fn not_applicable_never_changes_another_items_share(
        (template, edits) in any_template_and_edits(),
        position in any::<prop::sample::Index>(),
    ) {
        let chosen = &template.items[position.index(template.items.len())].code;
        let before = card(&template, edits.clone());
        let with_one_out: Vec<Edit> = edits.into_iter().chain([answer(chosen.as_str(), not_applicable())]).collect();
        let after = card(&template, with_one_out);
        for (left, right) in before.items.iter().zip(&after.items).filter(|(left, _)| left.code != *chosen) {
            prop_assert_eq!(left, right);
        }
        prop_assert_eq!(share_of(&after, chosen.as_str()), None);
    }

    #[test]
    fn meeting_one_more_item_never_lowers_the_score((template, edits) in any_template_and_edits()) {
        let judged = template.items.iter().find(|item| item.answer.is_judged()).map(|item| item.code.clone());
        prop_assume!(judged.is_some());
        let judged = judged.unwrap();
        let with = |met| edits.iter().cloned().chain([answer(judged.as_str(), verdict(met))]).collect();
        prop_assert!(card(&template, with(false)).total.score() <= card(&template, with(true)).total.score());
    }
}
