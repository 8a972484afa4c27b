use super::*;
use crate::domain::calendar::fixture::announced;
use crate::domain::dossier::{DossierCheck, Seen};
use crate::domain::edit::{DossierRow, Edit, apply};
use crate::domain::figures::audit::FigureCheck;
use crate::domain::fixture::{self, code, day, dossier_row, full_dossier, make};
use crate::domain::outcome::outcome;
use crate::domain::score::score;
use crate::domain::supervision::Level;
use crate::domain::template::{Condition, CountField, SampleOf, Target, Test};
use crate::words::Localised;

/// The fixture's template with items of the catalogue: B03 and C08 sampled, C01 and C10 counts, C03 a ratio asked if
/// C01 counts any, A04 a verdict; B03 critical.
fn template() -> Template {
    let mut template = fixture::template();
    let like = |at: &str, check: ItemCheck, answer: AnswerSpec| {
        let mut item = fixture::template().items.remove(0);
        item.code = code(at);
        item.section = crate::domain::id::SectionCode::new("B").unwrap();
        item.answer = answer;
        item.check = Some(check);
        item.applies_if = None;
        item
    };
    let counts = |keys: &[&str]| AnswerSpec::Counts {
        fields: keys.iter().map(|key| CountField { key: (*key).to_owned(), label: Localised::default() }).collect(),
        threshold: None,
        sums_to: None,
    };
    let ratio = AnswerSpec::Ratio {
        part: Localised::default(),
        whole: Localised::default(),
        target: Some(Target { percent: Some(100), percent_by_level: None }),
        may_exceed: false,
    };
    let dossiers = ItemCheck::Dossiers;
    let mut c03 = like("C03", dossiers(DossierCheck::ApologyForLateResolved), ratio);
    c03.applies_if =
        Some(Condition { item: code("C01"), test: Test::CountAbove { field: "so_luong".to_owned(), value: 0 } });
    template.items.retain(|item| item.code != code("B03"));
    template.items.extend([
        like("B03", dossiers(DossierCheck::AppointedAsComputed), AnswerSpec::Sample { of: SampleOf::Dossiers }),
        like("C01", dossiers(DossierCheck::LateResolved), counts(&["so_luong"])),
        c03,
        like("C08", dossiers(DossierCheck::ApologyBeforeDeadline), AnswerSpec::Sample { of: SampleOf::Apologies }),
        like("C10", dossiers(DossierCheck::LateByCause), counts(&["thao_tac", "he_thong", "qua_han_thuc_su"])),
        like("A04", ItemCheck::Procedures(PostingCheck::NoBlankFields), AnswerSpec::Verdict),
    ]);
    template
}

fn item<'t>(template: &'t Template, at: &str) -> &'t Item {
    template.item(&code(at)).unwrap()
}

/// A visit on 31/5/2023 with these dossiers.
fn visit(dossiers: impl IntoIterator<Item = Dossier>) -> Visit {
    let mut visit = fixture::visit("v1", "u1", day(2023, 5, 31));
    let rows = dossiers.into_iter().enumerate();
    let rows = rows.map(|(place, dossier)| dossier_row(&format!("d-{place}"), dossier)).collect();
    make(&mut visit, [Edit::Dossiers { rows }]);
    visit
}

fn evidence(visit: &Visit) -> Evidence {
    Evidence::of(visit, &template(), Some(&WorkingCalendar::new(&announced())))
}

fn in_time() -> Dossier {
    Dossier { returned: Some(day(2023, 5, 12)), apology: Seen::Absent, ..full_dossier() }
}

fn late() -> Dossier {
    full_dossier()
}

fn ratio(part: u64, whole: u64) -> Answer {
    Answer::Ratio { part: Some(part), whole: Some(whole) }
}

#[test]
fn each_kind_of_item_takes_the_answer_that_its_sample_gives() {
    let unpromised = Dossier { appointed: Seen::Is(day(2023, 6, 1)), apology: Seen::Absent, ..late() };
    let mut visit = visit([in_time(), late(), unpromised]);
    make(&mut visit, [Edit::Posting { posting: Some(fixture::posting()) }]);
    let evidence = evidence(&visit);
    let answer = |at: &str| evidence.shown(&code(at)).map(|shown| shown.answer.clone());
    assert_eq!(answer("B03"), Some(ratio(2, 3)), "the due date is 15/5 with the stop, 11/5 without; 01/6 is too late");
    assert_eq!(answer("C01"), Some(Answer::Counts { values: vec![Some(2)] }));
    assert_eq!(answer("C03"), Some(ratio(1, 2)));
    assert_eq!(answer("C10"), Some(Answer::Counts { values: vec![Some(0), Some(2), Some(0)] }));
    assert_eq!(answer("A02"), Some(ratio(150, 171)));
    assert_eq!(answer("A04"), Some(Answer::Verdict { value: Verdict::Met }));
    assert_eq!(answer("B01"), None, "it names no check");
    assert_eq!(evidence.shown(&code("B03")).map(|shown| shown.share.failing.clone()), Some(vec![2]));
}

#[test]
fn a_check_answers_its_item_whatever_the_code_and_not_where_it_does_not_fit() {
    let visit = visit([in_time(), late()]);
    let mut template = template();
    let b03 = template.items.iter_mut().find(|item| item.code == code("B03")).unwrap();
    b03.code = code("X1");
    b03.check = Some(ItemCheck::Dossiers(DossierCheck::SlipIssued));
    let calendar = WorkingCalendar::new(&announced());
    let shown = |template: &Template, at: &str| {
        Evidence::of(&visit, template, Some(&calendar)).shown(&code(at)).map(|shown| shown.answer.clone())
    };
    assert_eq!(shown(&template, "X1"), Some(ratio(2, 2)));
    template.items.iter_mut().find(|item| item.code == code("X1")).unwrap().answer = AnswerSpec::Audit;
    assert_eq!(shown(&template, "X1"), None);
}

#[test]
fn an_item_without_a_hand_is_scored_by_its_sample() {
    let (visit, template) = (visit([in_time(), late()]), template());
    let evidence = evidence(&visit);
    let card = score(&template, &visit, &evidence, Level::Commune);
    let scored = |at: &str| card.items.iter().find(|item| item.code == code(at)).map(|item| item.outcome.clone());
    assert!(scored("C03").unwrap().is_answered(), "one late dossier makes C03 asked");
    assert!(!scored("C03").unwrap().is_failed());
    assert_eq!(scored("B03").map(|outcome| outcome.is_failed()), Some(false));
    let without = score(&template, &visit, &Evidence::default(), Level::Commune);
    assert!(without.total.answered < card.total.answered);
}

#[test]
fn a_hand_overrules_a_sample_only_with_a_reason() {
    let (mut visit, template) = (visit([late()]), template());
    let b03 = item(&template, "B03");
    let not_met = Answer::Verdict { value: Verdict::NotMet };
    let standing_words = |visit: &Visit| match evidence(visit).standing(visit, b03).kind() {
        StandingKind::Open => "open",
        StandingKind::ByHand => "by hand",
        StandingKind::Shown => "shown",
        StandingKind::Unreasoned => "unreasoned",
        StandingKind::Overruled => "overruled",
        StandingKind::Reported => "reported",
        StandingKind::Awaited => "awaited",
    };
    let write =
        |visit: &mut Visit, edit| crate::domain::edit::apply(visit, &template, edit, &fixture::stamp()).unwrap();
    assert_eq!(standing_words(&visit), "shown");
    write(&mut visit, Edit::Answer { item: code("B03"), answer: Some(not_met.clone()) });
    assert_eq!(standing_words(&visit), "unreasoned");
    assert_eq!(evidence(&visit).standing(&visit, b03).answer(), Some(&ratio(1, 1)), "the sample stands");
    write(&mut visit, Edit::Note { item: code("B03"), text: "Sổ giấy ghi khác".to_owned() });
    assert_eq!(standing_words(&visit), "overruled");
    assert_eq!(evidence(&visit).standing(&visit, b03).answer(), Some(&not_met));
    write(
        &mut visit,
        Edit::Dossiers {
            rows: vec![DossierRow { id: crate::domain::id::DossierId::new("d-0").unwrap(), dossier: None }],
        },
    );
    assert_eq!(standing_words(&visit), "by hand", "without dossiers nothing is overruled");
    write(&mut visit, Edit::Answer { item: code("B03"), answer: None });
    assert_eq!(standing_words(&visit), "open");
}

#[test]
fn only_a_critical_failure_of_a_sample_fails_a_critical_item() {
    let template = template();
    let b03 = item(&template, "B03");
    let critical = |appointed| {
        let visit = visit([Dossier { appointed: Seen::Is(appointed), ..late() }]);
        let evidence = evidence(&visit);
        let standing = evidence.standing(&visit, b03);
        let outcome = outcome(b03, standing.answer(), Level::Commune, visit.date);
        (outcome.is_failed(), standing.fails_critically(b03, &outcome))
    };
    assert_eq!(critical(day(2023, 5, 15)), (false, false));
    assert_eq!(critical(day(2023, 5, 10)), (true, false), "too early is wrong and harms nobody");
    assert_eq!(critical(day(2023, 5, 16)), (true, true), "too late is what the catalogue calls critical");
}

#[test]
fn without_a_calendar_only_the_procedures_speak() {
    let mut visit = visit([late()]);
    make(&mut visit, [Edit::Posting { posting: Some(fixture::posting()) }]);
    let evidence = Evidence::of(&visit, &template(), None);
    assert!(evidence.shown(&code("B03")).is_none());
    assert!(evidence.shown(&code("A02")).is_some());
}

/// The template with items D01, D05 and D07 that the figures answer, and D09 that they do not.
fn with_figures() -> (Template, Visit) {
    use crate::domain::edit::{FiguresEdit, Put};
    use crate::domain::figures::{Parts, Rows, Rule};
    use crate::domain::fixture::figures::{counts, form, line, row, table};
    use crate::domain::id::TableId;

    let mut template = fixture::template();
    let like = |at: &str, check: Option<FigureCheck>, answer: AnswerSpec| {
        let mut item = fixture::template().items.remove(0);
        item.code = code(at);
        item.check = check.map(ItemCheck::Figures);
        item.answer = answer;
        item.critical = Some(Localised::default());
        item
    };
    template.items.extend([
        like("D01", None, AnswerSpec::Audit),
        like("D05", Some(FigureCheck::SectionsAddUp), AnswerSpec::Audit),
        like("D07", Some(FigureCheck::PercentagesMatch), AnswerSpec::Audit),
        like("D02", None, AnswerSpec::Verdict),
    ]);
    let rule = Rule::Sum {
        total: line("a"),
        parts: vec![line("b"), line("c")],
        are: Parts::Partition,
        item: Some(code("D01")),
    };
    let form = form(Rows::Free { adds_up: true }, vec![counts("a"), counts("b"), counts("c")], vec![rule]);
    let rows =
        vec![row("T", "", 0, &["9", "5", "4"]), row("1", "1", 1, &["4", "3", "2"]), row("2", "2", 1, &["5", "2", "2"])];
    let put = vec![Put { id: TableId::new("b-1").unwrap(), value: Some(table(form, rows)) }];
    let mut visit = fixture::visit("v", "u", day(2023, 5, 10));
    make(&mut visit, [Edit::Figures { change: FiguresEdit::Tables { put } }]);
    (template, visit)
}

#[test]
fn figures_answer_the_items_that_ask_for_their_checks() {
    let (template, visit) = with_figures();
    let evidence = Evidence::of(&visit, &template, None);
    let share = |at: &str| evidence.shown(&code(at)).map(|shown| (shown.share.met, shown.share.of, shown.of));
    // 4 is not 3 + 2 and 5 is not 2 + 2; the total is.
    assert_eq!(share("D01"), Some((1, 3, Sampled::Checks)));
    assert_eq!(share("D05"), Some((3, 3, Sampled::Checks)));
    assert_eq!(share("D07"), None, "no percentage was checked");
    assert_eq!(share("D02"), None, "it is judged by hand");
    let answer = |at: &str| evidence.standing(&visit, template.item(&code(at)).unwrap()).answer().cloned();
    assert_eq!(answer("D01"), Some(Answer::Verdict { value: Verdict::NotMet }));
    assert_eq!(answer("D05"), Some(Answer::Verdict { value: Verdict::Met }));
    let item = template.item(&code("D01")).unwrap();
    let standing = evidence.standing(&visit, item);
    let outcome = outcome(item, standing.answer(), Level::Commune, visit.date);
    assert!(standing.fails_critically(item, &outcome));
}

#[test]
fn what_a_form_names_answers_the_item_of_its_check_where_the_template_has_no_such_item() {
    let (mut template, visit) = with_figures();
    for (code_before, check) in [("D01", FigureCheck::TotalsMatchParts), ("D05", FigureCheck::SectionsAddUp)] {
        let item = template.items.iter_mut().find(|item| item.code == code(code_before)).unwrap();
        item.code = code(&format!("X-{code_before}"));
        item.check = Some(ItemCheck::Figures(check));
    }
    let evidence = Evidence::of(&visit, &template, None);
    let share = |at: &str| evidence.shown(&code(at)).map(|shown| (shown.share.met, shown.share.of));
    assert_eq!((share("X-D01"), share("X-D05")), (Some((1, 3)), Some((3, 3))));
    let found = super::audit(&visit.figures, &[]).discrepancies;
    let against = |template: &Template| template.item_against(&found[0]).map(|item| item.code.clone());
    assert_eq!(against(&template), Some(code("X-D01")));
    template.items.retain(|item| item.code != code("X-D01"));
    assert_eq!(against(&template), None);
}

#[test]
fn an_item_is_not_met_while_a_cell_that_it_asks_for_was_not_read() {
    use crate::domain::edit::{CellPut, FiguresEdit};
    use crate::domain::figures::Cell;
    use crate::domain::fixture::figures::line;
    use crate::domain::id::TableId;

    let (template, mut visit) = with_figures();
    let met = |visit: &Visit, at: &str| {
        Evidence::of(visit, &template, None).shown(&code(at)).map(|shown| (shown.share.met, shown.share.of))
    };
    assert_eq!(met(&visit, "D05"), Some((3, 3)));
    let cell = Cell::Unread("=SUM(B2:B3)".to_owned());
    let put = vec![CellPut { row: line("2"), column: line("b"), cell }];
    make(&mut visit, [Edit::Figures { change: FiguresEdit::Cells { table: TableId::new("b-1").unwrap(), put } }]);
    assert_eq!(met(&visit, "D05"), None, "one of its three sums is not known");
    assert_eq!(met(&visit, "D01"), Some((1, 2)), "what was read still does not agree");
}

#[test]
fn a_discrepancy_that_is_set_aside_stands_against_nothing() {
    use crate::domain::edit::{FiguresEdit, Put};
    use crate::domain::figures::{Decision, audit};

    let (template, mut visit) = with_figures();
    let found = audit::audit(&visit.figures, &[]).discrepancies;
    assert_eq!(found.len(), 2);
    let put = found
        .into_iter()
        .map(|found| Put { id: found.id, value: Some(Decision::SetAside { reason: "Đã giải trình".to_owned() }) });
    make(&mut visit, [Edit::Figures { change: FiguresEdit::Decisions { put: put.collect() } }]);
    let evidence = Evidence::of(&visit, &template, None);
    assert_eq!(evidence.shown(&code("D01")).unwrap().answer, Answer::Verdict { value: Verdict::Met });
}

#[test]
fn what_figures_show_is_overruled_with_a_reason() {
    let (template, mut visit) = with_figures();
    let item = template.item(&code("D01")).unwrap();
    let met = Some(Answer::Verdict { value: Verdict::Met });
    let change = |visit: &mut Visit, edit| apply(visit, &template, edit, &fixture::stamp()).unwrap();
    change(&mut visit, Edit::Answer { item: code("D01"), answer: met });
    let evidence = Evidence::of(&visit, &template, None);
    assert!(matches!(evidence.standing(&visit, item), Standing::Unreasoned(_)));
    change(&mut visit, Edit::Note { item: code("D01"), text: "Đơn vị đã đính chính".to_owned() });
    assert!(matches!(evidence.standing(&visit, item), Standing::Overruled(..)));
}

/// What is written at an item of [`template`] by hand.
fn typed(visit: &mut Visit, at: &str, answer: Option<Answer>) {
    apply(visit, &template(), Edit::Answer { item: code(at), answer }, &fixture::stamp()).unwrap();
}

fn noted(visit: &mut Visit, at: &str) {
    apply(visit, &template(), Edit::Note { item: code(at), text: "Sổ giấy ghi khác".to_owned() }, &fixture::stamp())
        .unwrap();
}

fn one_count(count: u64) -> Answer {
    Answer::Counts { values: vec![Some(count)] }
}

/// What stands at an item, and the answer that counts.
fn stands(visit: &Visit, at: &str) -> (StandingKind, Option<Answer>) {
    let evidence = evidence(visit);
    let template = template();
    let standing = evidence.standing(visit, item(&template, at));
    (standing.kind(), standing.answer().cloned())
}

#[test]
fn a_typed_total_is_never_replaced_by_a_sample() {
    let mut visit = visit([in_time(), in_time(), in_time(), late(), late(), late()]);
    typed(&mut visit, "C01", Some(one_count(39)));
    assert_eq!(stands(&visit, "C01"), (StandingKind::Reported, Some(one_count(39))));
    let evidence = evidence(&visit);
    let shown = evidence.shown(&code("C01")).unwrap();
    assert_eq!((shown.answer.clone(), shown.size), (one_count(3), 6), "the sample stands beside it, on its own base");
    typed(&mut visit, "C03", Some(ratio(30, 39)));
    assert_eq!(stands(&visit, "C03"), (StandingKind::Reported, Some(ratio(30, 39))));
}

#[test]
fn a_count_of_the_period_is_not_answered_by_a_sample_and_a_share_is_on_its_base() {
    let visit = visit([in_time(), late()]);
    assert_eq!(stands(&visit, "C01"), (StandingKind::Awaited, None));
    assert_eq!(stands(&visit, "C10").0, StandingKind::Awaited);
    assert_eq!(stands(&visit, "C03").0, StandingKind::Shown);
}

#[test]
fn a_reported_total_that_the_sample_contradicts_needs_a_reason() {
    let mut visit = visit([late(), Dossier { apology: Seen::Absent, ..late() }]);
    // Two of the sample are late: the unit cannot have one in all.
    typed(&mut visit, "C01", Some(one_count(1)));
    assert_eq!(stands(&visit, "C01"), (StandingKind::Awaited, None));
    noted(&mut visit, "C01");
    assert_eq!(stands(&visit, "C01"), (StandingKind::Reported, Some(one_count(1))));
    // One of the sample has no letter: not all can have one.
    typed(&mut visit, "C03", Some(ratio(39, 39)));
    assert_eq!(stands(&visit, "C03"), (StandingKind::Unreasoned, Some(ratio(1, 2))));
    typed(&mut visit, "C03", Some(ratio(38, 39)));
    assert_eq!(stands(&visit, "C03").0, StandingKind::Reported, "one without a letter is what the sample shows");
    typed(&mut visit, "C03", Some(ratio(39, 39)));
    noted(&mut visit, "C03");
    assert_eq!(stands(&visit, "C03"), (StandingKind::Reported, Some(ratio(39, 39))));
}

#[test]
fn an_item_that_takes_its_sample_is_overruled_with_a_reason_only() {
    let mut template = template();
    template.items.iter_mut().find(|item| item.code == code("C03")).unwrap().takes = Some(Takes::Sample);
    let mut visit = visit([late()]);
    typed(&mut visit, "C03", Some(ratio(30, 39)));
    let evidence = evidence(&visit);
    assert_eq!(evidence.standing(&visit, item(&template, "C03")).kind(), StandingKind::Unreasoned);
}

#[test]
fn a_finding_says_on_which_base_it_stands() {
    use crate::domain::finding::findings;

    let mut template = template();
    let c03 = template.items.iter_mut().find(|item| item.code == code("C03")).unwrap();
    let sentence = "Có văn bản xin lỗi: {part}/{whole} hồ sơ ({percent}).".to_owned();
    c03.finding = Some(Localised { vi: sentence, en: String::new() });
    let mut visit = visit([in_time(), late(), Dossier { apology: Seen::Absent, ..late() }]);
    let statement = |visit: &Visit| {
        let found = findings(&template, visit, &evidence(visit), Level::Commune);
        found.into_iter().find(|found| found.item == Some(code("C03"))).unwrap().content.statement
    };
    assert_eq!(statement(&visit), "Có văn bản xin lỗi: 1/2 hồ sơ (50,00%), trong 03 hồ sơ mẫu.");
    typed(&mut visit, "C03", Some(ratio(30, 39)));
    assert_eq!(statement(&visit), "Có văn bản xin lỗi: 30/39 hồ sơ (76,92%), theo số liệu đơn vị báo cáo.");
}

#[test]
fn what_is_counted_on_site_is_no_sample_and_more_than_all_is_a_contradiction() {
    use crate::domain::outcome::Contradiction;
    use crate::domain::procedure::Posting;

    let (mut visit, template) = (visit([]), template());
    make(&mut visit, [Edit::Posting { posting: Some(Posting { counted: Some(172), ..fixture::posting() }) }]);
    let evidence = evidence(&visit);
    let shown = evidence.shown(&code("A02")).unwrap();
    assert_eq!((shown.of, shown.answer.clone()), (Sampled::Posted, ratio(172, 171)));
    let (_, outcome) = evidence.outcome(&template, &visit, item(&template, "A02"), Level::Commune);
    assert_eq!(outcome, Outcome::Contradictory(Contradiction::PartAboveWhole));
}

#[test]
fn parts_that_do_not_make_their_total_are_a_contradiction() {
    use crate::domain::outcome::Contradiction;
    use crate::domain::template::Whole;

    let mut template = template();
    let c10 = template.items.iter_mut().find(|item| item.code == code("C10")).unwrap();
    let AnswerSpec::Counts { sums_to, .. } = &mut c10.answer else { panic!("C10 counts") };
    *sums_to = Some(Whole { item: code("C01"), field: "so_luong".to_owned(), may_leave_out: false });
    let mut visit = visit([]);
    let outcome = |visit: &Visit| {
        let evidence = evidence(visit);
        evidence.outcome(&template, visit, item(&template, "C10"), Level::Commune).1
    };
    typed(&mut visit, "C10", Some(Answer::Counts { values: vec![Some(30), Some(5), Some(9)] }));
    assert_eq!(outcome(&visit), Outcome::Information, "nothing to hold it against yet");
    typed(&mut visit, "C01", Some(one_count(39)));
    let off = Contradiction::NotItsTotal { sum: 44, total: 39, item: code("C01") };
    assert_eq!(outcome(&visit), Outcome::Contradictory(off));
    assert!(!outcome(&visit).is_answered());
    typed(&mut visit, "C01", Some(one_count(44)));
    assert_eq!(outcome(&visit), Outcome::Information);
    typed(&mut visit, "C01", Some(one_count(45)));
    assert!(!outcome(&visit).is_answered(), "one is left out");
    let mut template = template.clone();
    let c10 = template.items.iter_mut().find(|item| item.code == code("C10")).unwrap();
    let AnswerSpec::Counts { sums_to: Some(whole), .. } = &mut c10.answer else { panic!("C10 counts") };
    whole.may_leave_out = true;
    let evidence = evidence(&visit);
    let outcome = evidence.outcome(&template, &visit, item(&template, "C10"), Level::Commune).1;
    assert_eq!(outcome, Outcome::Information);
}

#[test]
fn an_item_is_met_by_checks_that_could_have_failed_alone() {
    use crate::domain::edit::{FiguresEdit, Put};
    use crate::domain::figures::Rows;
    use crate::domain::fixture::figures::{counts, form, row, table};
    use crate::domain::id::TableId;

    let (mut template, _) = with_figures();
    let d02 = template.items.iter_mut().find(|item| item.code == code("D02")).unwrap();
    d02.answer = AnswerSpec::Audit;
    d02.check = Some(ItemCheck::Figures(FigureCheck::TotalsMatchParts));
    let form = form(Rows::Free { adds_up: false }, vec![counts("a"), counts("b")], vec![]);
    let put =
        vec![Put { id: TableId::new("b-1").unwrap(), value: Some(table(form, vec![row("1", "", 0, &["4", "3"])])) }];
    let mut visit = fixture::visit("v", "u", day(2023, 5, 10));
    make(&mut visit, [Edit::Figures { change: FiguresEdit::Tables { put } }]);
    let evidence = Evidence::of(&visit, &template, None);
    assert!(evidence.shown(&code("D02")).is_none(), "that no count is below zero does not make a sum agree");
}
