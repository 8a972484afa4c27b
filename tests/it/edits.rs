//! Edits: what changes a visit, what undoes it, what is refused.

use chrono::NaiveDate;
use proptest::prelude::*;
use so_giam_sat::domain::answer::{Answer, Entry, MAX_COUNT};
use so_giam_sat::domain::dossier::Dossier;
use so_giam_sat::domain::edit::{DossierRow, Edit, EditError, MAX_DOSSIERS, apply, replay};
use so_giam_sat::domain::id::{DossierId, SectionCode};
use so_giam_sat::domain::sampling::{Draw, Method};
use so_giam_sat::domain::template::AnswerSpec;
use so_giam_sat::domain::visit::{DossierDraw, Visit};

use crate::build::*;

/// What a person sees of a visit: stamps and the revision move with every edit, an undone one too.
fn seen(visit: &Visit) -> (Vec<(String, Option<Answer>, String)>, Visit) {
    let touched = |entry: &&Entry| entry.answer.is_some() || !entry.note.is_empty();
    let entries = visit.entries.iter().filter(|(_, entry)| touched(entry));
    let entries = entries.map(|(item, entry)| (item.to_string(), entry.answer.clone(), entry.note.clone()));
    let rest = Visit { revision: 0, entries: Default::default(), ..visit.clone() };
    (entries.collect(), rest)
}

#[test]
fn an_answer_carries_who_when_and_where() {
    let template = template(vec![item("A01", AnswerSpec::Verdict)]);
    let mut visit = visit(&template);
    make(&mut visit, &template, vec![answer("A01", verdict(true))]);
    let entry = &visit.entries[&code("A01")];
    assert_eq!(entry.answered, Some(stamp()));
    assert_eq!(entry.noted, None);
    assert_eq!(visit.revision, 1);
}

#[test]
fn a_cleared_answer_remembers_who_cleared_it() {
    let template = template(vec![item("A01", AnswerSpec::Verdict)]);
    let mut visit = visit(&template);
    let clear = Edit::Answer { item: code("A01"), answer: None };
    make(&mut visit, &template, vec![answer("A01", verdict(true)), clear]);
    assert_eq!(visit.entries[&code("A01")], Entry { answered: Some(stamp()), ..Entry::default() });
}

#[test]
fn a_refused_edit_changes_nothing() {
    let template =
        template(vec![item("A01", AnswerSpec::Verdict), item("A02", ratio(None)), item("A03", means(&[12]))]);
    let mut visit = visit(&template);
    let before = visit.clone();
    let far = chrono::NaiveDate::from_ymd_opt(20_233, 5, 10).unwrap();
    let too_long = "x".repeat(20_001);
    let cases = [
        (answer("Z99", verdict(true)), EditError::UnknownItem(code("Z99"))),
        (answer("A02", verdict(true)), EditError::WrongAnswer(code("A02"))),
        (answer("A01", Answer::Counts { values: vec![Some(1)] }), EditError::WrongAnswer(code("A01"))),
        (
            answer("A02", Answer::Ratio { part: Some(MAX_COUNT + 1), whole: Some(1) }),
            EditError::WrongAnswer(code("A02")),
        ),
        (answer("A03", Answer::Means { hundredths: vec![Some(1_201)] }), EditError::WrongAnswer(code("A03"))),
        (answer("A03", Answer::Means { hundredths: vec![Some(1), Some(1)] }), EditError::WrongAnswer(code("A03"))),
        (Edit::Note { item: code("A01"), text: too_long }, EditError::TextTooLong),
        (Edit::Details { date: far, present: vec![] }, EditError::ImplausibleDate(far)),
        (
            Edit::Sections { sections: vec![SectionCode::new("Z").unwrap()] },
            EditError::UnknownSection(SectionCode::new("Z").unwrap()),
        ),
    ];
    for (edit, error) in cases {
        assert_eq!(apply(&mut visit, &template, edit, &stamp()), Err(error));
        assert_eq!(visit, before);
    }
}

#[test]
fn groups_keep_the_order_of_the_template() {
    let template = template(vec![item("A01", AnswerSpec::Verdict), item("B01", AnswerSpec::Verdict)]);
    let mut visit = visit(&template);
    let [a, b] = ["A", "B"].map(|code| SectionCode::new(code).unwrap());
    make(&mut visit, &template, vec![Edit::Sections { sections: vec![b.clone(), a.clone()] }]);
    assert_eq!(visit.sections, [a, b]);
}

proptest! {
    #[test]
    fn undoing_everything_restores_what_was_seen((template, edits) in any_template_and_edits()) {
        let mut visit = visit(&template);
        let before = seen(&visit);
        let (_, undo) = make(&mut visit, &template, edits);
        let after = seen(&visit);
        let (_, redo) = make(&mut visit, &template, undo.into_iter().rev().collect());
        prop_assert_eq!(seen(&visit), before);
        make(&mut visit, &template, redo.into_iter().rev().collect());
        prop_assert_eq!(seen(&visit), after);
    }

    #[test]
    fn a_batch_is_made_whole_or_not_at_all_and_replayed_as_it_was_applied(
        (template, edits) in any_template_and_edits(),
        refused_at in proptest::option::of(0_usize..20),
    ) {
        let mut batch = edits;
        if let Some(at) = refused_at.map(|at| at.min(batch.len())) {
            batch.insert(at, answer("Z99", verdict(true)));
        }
        let batch = Edit::Batch { edits: batch };
        let (before, mut applied, mut replayed) = (visit(&template), visit(&template), visit(&template));
        let inverse = apply(&mut applied, &template, batch.clone(), &stamp());
        prop_assert_eq!(&inverse, &replay(&mut replayed, &template, batch, &stamp()));
        prop_assert_eq!(inverse.is_err(), refused_at.is_some());
        prop_assert_eq!(applied, if refused_at.is_some() { before } else { replayed });
    }

    #[test]
    fn the_order_of_edits_on_different_items_does_not_matter(
        (template, edits) in any_template_and_edits(),
        seed in any::<u64>(),
    ) {
        // One edit for each item and kind: those commute.
        let mut edits = edits;
        let key = |edit: &Edit| match edit {
            Edit::Answer { item, .. } => (item.to_string(), "answer"),
            Edit::Note { item, .. } => (item.to_string(), "note"),
            other => panic!("not generated: {other:?}"),
        };
        edits.sort_by_key(key);
        edits.dedup_by_key(|edit| key(edit));
        let mut shuffled = edits.clone();
        // A shuffle that depends on the seed alone.
        let mut state = seed;
        for position in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            shuffled.swap(position, (state >> 33) as usize % (position + 1));
        }
        let (mut one, mut other) = (visit(&template), visit(&template));
        make(&mut one, &template, edits);
        make(&mut other, &template, shuffled);
        prop_assert_eq!(one, other);
    }
}

#[test]
fn an_edit_of_dossiers_is_undone_step_by_step() {
    let template = template(vec![item("A01", AnswerSpec::Verdict)]);
    let mut visit = visit(&template);
    let row = |id: &str, code: Option<&str>| DossierRow {
        id: DossierId::new(id).unwrap(),
        dossier: code.map(|code| Dossier { code: code.to_owned(), ..Dossier::default() }),
    };
    make(&mut visit, &template, vec![Edit::Dossiers { rows: vec![row("d-1", Some("H-1"))] }]);
    let before = visit.dossiers.clone();
    let rows = vec![
        row("d-2", Some("H-2")),
        row("d-1", Some("H-1a")),
        row("d-1", Some("H-1b")),
        row("d-2", None),
        row("d-3", None),
    ];
    let inverse = apply(&mut visit, &template, Edit::Dossiers { rows }, &stamp()).unwrap();
    let codes: Vec<&str> = visit.dossiers.values().map(|held| held.dossier.code.as_str()).collect();
    assert_eq!(codes, ["H-1b"]);
    apply(&mut visit, &template, inverse, &stamp()).unwrap();
    assert_eq!(visit.dossiers.len(), 1);
    assert!(visit.dossiers.values().zip(before.values()).all(|(now, then)| now.dossier == then.dossier));
}

#[test]
fn samples_that_cannot_be_held_are_refused_and_change_nothing() {
    let template = template(vec![item("A01", AnswerSpec::Verdict)]);
    let mut visit = visit(&template);
    let before = visit.clone();
    let dossier = |dossier| Edit::Dossiers {
        rows: vec![
            DossierRow { id: DossierId::new("good").unwrap(), dossier: Some(Dossier::default()) },
            DossierRow { id: DossierId::new("bad").unwrap(), dossier: Some(dossier) },
        ],
    };
    let far = NaiveDate::from_ymd_opt(20_233, 5, 1).unwrap();
    let draw = |drawn: Vec<u32>, seed| DossierDraw {
        list: "Sổ theo dõi".to_owned(),
        draw: Draw { population: 100, method: Method::SimpleRandom, seed, drawn },
        stamp: stamp(),
    };
    let many = (0..=MAX_DOSSIERS).map(|number| DossierRow {
        id: DossierId::new(format!("d-{number}")).unwrap(),
        dossier: Some(Dossier::default()),
    });
    for (edit, error) in [
        (dossier(Dossier { returned: Some(far), ..Dossier::default() }), EditError::ImplausibleDate(far)),
        (dossier(Dossier { field: "x".repeat(20_001), ..Dossier::default() }), EditError::TextTooLong),
        (Edit::Dossiers { rows: many.collect() }, EditError::TooMany(MAX_DOSSIERS)),
        (Edit::Draws { draws: vec![draw(vec![1, 2, 3], 7)] }, EditError::BadDraw),
        (Edit::Draws { draws: vec![draw(vec![], u64::MAX)] }, EditError::BadDraw),
    ] {
        assert_eq!(apply(&mut visit, &template, edit, &stamp()), Err(error));
        assert_eq!(visit, before);
    }
}
