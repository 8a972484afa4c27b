use super::*;
use crate::domain::calendar::fixture::announced;
use crate::domain::dossier::Seen;
use crate::domain::edit::{DossierRow, Edit, apply};
use crate::domain::fixture::{self, code, day, dossier_row, full_dossier, make};
use crate::domain::outcome::outcome;
use crate::domain::score::score;
use crate::domain::supervision::Level;
use crate::domain::template::{Condition, CountField, Target, Test};
use crate::words::Localised;

/// The fixture's template with items of the catalogue: B03 and C08 sampled, C01 and C10 counts, C03 a ratio asked if
/// C01 counts any, A04 a verdict; B03 critical.
fn template() -> Template {
    let mut template = fixture::template();
    let like = |at: &str, answer: AnswerSpec| {
        let mut item = fixture::template().items.remove(0);
        item.code = code(at);
        item.section = crate::domain::id::SectionCode::new("B").unwrap();
        item.answer = answer;
        item.applies_if = None;
        item
    };
    let counts = |keys: &[&str]| AnswerSpec::Counts {
        fields: keys.iter().map(|key| CountField { key: (*key).to_owned(), label: Localised::default() }).collect(),
        threshold: None,
    };
    let ratio = AnswerSpec::Ratio {
        part: Localised::default(),
        whole: Localised::default(),
        target: Some(Target { percent: Some(100), percent_by_level: None }),
    };
    let mut c03 = like("C03", ratio);
    c03.applies_if =
        Some(Condition { item: code("C01"), test: Test::CountAbove { field: "so_luong".to_owned(), value: 0 } });
    template.items.retain(|item| item.code != code("B03"));
    template.items.extend([
        like("B03", AnswerSpec::Sample { of: SampleOf::Dossiers }),
        like("C01", counts(&["so_luong"])),
        c03,
        like("C08", AnswerSpec::Sample { of: SampleOf::Apologies }),
        like("C10", counts(&["thao_tac", "he_thong", "qua_han_thuc_su"])),
        like("A04", AnswerSpec::Verdict),
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
    assert_eq!(answer("B01"), None, "the item of that code counts something else here");
    assert_eq!(evidence.shown(&code("B03")).map(|shown| shown.share.failing.clone()), Some(vec![2]));
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
    let standing_words = |visit: &Visit| match evidence(visit).standing(visit, b03) {
        Standing::Open => "open",
        Standing::ByHand(_) => "by hand",
        Standing::Shown(_) => "shown",
        Standing::Unreasoned(_) => "unreasoned",
        Standing::Overruled(..) => "overruled",
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
    let like = |at: &str, answer: AnswerSpec| {
        let mut item = fixture::template().items.remove(0);
        item.code = code(at);
        item.answer = answer;
        item.critical = Some(Localised::default());
        item
    };
    template.items.extend([
        like("D01", AnswerSpec::Audit),
        like("D05", AnswerSpec::Audit),
        like("D07", AnswerSpec::Audit),
        like("D02", AnswerSpec::Verdict),
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
