//! Which items are asked.

use so_giam_sat::domain::answer::{Answer, Verdict};
use so_giam_sat::domain::applicability::asked;
use so_giam_sat::domain::edit::Edit;
use so_giam_sat::domain::evidence::Evidence;
use so_giam_sat::domain::score::score;
use so_giam_sat::domain::supervision::Level;
use so_giam_sat::domain::template::{AnswerSpec, Template, Test};

use crate::build::*;

fn late_dossiers() -> Template {
    let some_late = || Test::CountAbove { field: "n".to_owned(), value: 0 };
    template(vec![
        item("C01", counts(None)),
        applies_if(item("C03", ratio(Some(100))), "C01", some_late()),
        applies_if(item("C04", AnswerSpec::Verdict), "C03", Test::Verdict { is: Verdict::Met }),
        item("D01", AnswerSpec::Verdict),
    ])
}

fn shown(template: &Template, edits: Vec<Edit>) -> Vec<String> {
    let mut visit = visit(template);
    make(&mut visit, template, edits);
    asked(template, &visit, &Evidence::default()).iter().map(|item| item.code.to_string()).collect()
}

fn count(count: u64) -> Edit {
    answer("C01", Answer::Counts { values: vec![Some(count)] })
}

#[test]
fn nothing_is_hidden_before_the_deciding_answer_is_there() {
    assert_eq!(shown(&late_dossiers(), vec![]), ["C01", "C03", "C04", "D01"]);
    assert_eq!(shown(&late_dossiers(), vec![answer("C01", Answer::Counts { values: vec![None] })]).len(), 4);
}

#[test]
fn an_item_whose_condition_fails_is_hidden_with_those_that_depend_on_it() {
    assert_eq!(shown(&late_dossiers(), vec![count(0)]), ["C01", "D01"]);
    assert_eq!(shown(&late_dossiers(), vec![count(1)]), ["C01", "C03", "C04", "D01"]);
}

#[test]
fn an_item_that_does_not_apply_hides_what_depends_on_it() {
    assert_eq!(shown(&late_dossiers(), vec![answer("C01", not_applicable())]), ["C01", "D01"]);
}

#[test]
fn a_hidden_item_is_out_of_the_score_and_keeps_its_answer() {
    let template = late_dossiers();
    let mut visit = visit(&template);
    let failed = answer("C03", Answer::Ratio { part: Some(1), whole: Some(2) });
    make(&mut visit, &template, vec![count(2), failed, answer("D01", verdict(true)), count(0)]);
    let card = score(&template, &visit, &Evidence::default(), Level::Commune);
    assert_eq!((card.total.asked, card.total.failed), (2, 0));
    assert!(visit.answer(&code("C03")).is_some());
}

#[test]
fn a_group_that_is_left_out_is_not_asked() {
    let template = late_dossiers();
    let sections = vec![template.sections[1].code.clone()];
    assert_eq!(shown(&template, vec![Edit::Sections { sections }]), ["D01"]);
}
