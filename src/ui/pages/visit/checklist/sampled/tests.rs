use crate::domain::answer::Answer;
use crate::domain::dossier::Dossier;
use crate::domain::edit::{DossierRow, Edit};
use crate::domain::fixture::{day, make, visit};
use crate::domain::id::DossierId;
use crate::domain::procedure::{PostedProcedure, Posting};
use crate::domain::sampling::SampleShare;

use super::*;

fn shown(failing: Vec<usize>, of: Sampled) -> Shown {
    let share = SampleShare { met: 0, of: 9, failing, critical: Vec::new() };
    Shown { answer: Answer::Ratio { part: Some(0), whole: Some(9) }, share, of, size: 9 }
}

fn sampled() -> Visit {
    let mut visit = visit("v", "u", day(2023, 5, 10));
    let row = |place: usize| DossierRow {
        id: DossierId::new(format!("d-{place}")).unwrap(),
        dossier: Some(Dossier { code: format!("HS{place}"), ..Dossier::default() }),
    };
    let one = |place: usize| PostedProcedure { code: format!("TT{place}"), ..PostedProcedure::default() };
    let posting = Posting {
        list: None,
        on: visit.date,
        in_force: None,
        counted: None,
        draw: None,
        sampled: (0..8).map(one).collect(),
    };
    make(&mut visit, [Edit::Dossiers { rows: (0..8).map(row).collect() }, Edit::Posting { posting: Some(posting) }]);
    visit
}

#[test]
fn those_that_fail_are_named_by_their_codes() {
    let visit = sampled();
    let words = |failing, of| failing_words(&visit, &shown(failing, of), Lang::Vi);
    assert_eq!(words(vec![], Sampled::Dossiers), "");
    assert_eq!(words(vec![1, 7], Sampled::Dossiers), "Không đạt: HS1, HS7");
    assert_eq!(words(vec![0], Sampled::Procedures), "Không đạt: TT0");
}

#[test]
fn five_are_named_and_the_others_counted() {
    let visit = sampled();
    let words = |of| failing_words(&visit, &shown((0..8).collect(), of), Lang::Vi);
    assert_eq!(words(Sampled::Dossiers), "Không đạt: HS0, HS1, HS2, HS3, HS4 và 3 hồ sơ khác");
    assert_eq!(words(Sampled::Procedures), "Không đạt: TT0, TT1, TT2, TT3, TT4 và 3 thủ tục khác");
    let exactly = failing_words(&visit, &shown((0..5).collect(), Sampled::Dossiers), Lang::Vi);
    assert_eq!(exactly, "Không đạt: HS0, HS1, HS2, HS3, HS4");
}

#[test]
fn a_place_that_is_gone_is_left_out() {
    let visit = sampled();
    assert_eq!(failing_words(&visit, &shown(vec![2, 99], Sampled::Dossiers), Lang::Vi), "Không đạt: HS2");
}

#[test]
fn what_the_unit_reports_and_what_the_sample_shows_stand_side_by_side() {
    use crate::domain::fixture::{code, template};

    let mut template = template();
    let item = template.items.iter_mut().find(|item| item.code == code("A02")).unwrap();
    let shown = Shown {
        answer: Answer::Ratio { part: Some(1), whole: Some(2) },
        share: SampleShare { met: 1, of: 2, failing: vec![1], critical: Vec::new() },
        of: Sampled::Dossiers,
        size: 6,
    };
    let row = |answer: Option<Answer>, standing| {
        let mut now = RowState {
            entry: crate::domain::answer::Entry::default(),
            outcome: crate::domain::outcome::Outcome::Unanswered,
            shown: None,
            standing,
            asked: true,
        };
        now.entry.answer = answer;
        now
    };
    let typed = Answer::Ratio { part: Some(30), whole: Some(39) };
    let reported = row(Some(typed), StandingKind::Reported);
    assert_eq!(
        line(item, &shown, &reported, Lang::Vi),
        "Đơn vị báo cáo: 30/39 (76,92%) · Trong 06 hồ sơ mẫu: 1/2 (50,00%)"
    );
    assert_eq!(state_words(item, &shown, &reported, Lang::Vi), ("reported", ""));
    let none = row(None, StandingKind::Shown);
    assert_eq!(line(item, &shown, &none, Lang::Vi), "Đơn vị báo cáo: chưa nhập · Trong 06 hồ sơ mẫu: 1/2 (50,00%)");
    let all = row(Some(Answer::Ratio { part: Some(39), whole: Some(39) }), StandingKind::Unreasoned);
    assert_eq!(state_words(item, &shown, &all, Lang::Vi).0, "contradicted", "one of the sample fails");
    let half = row(Some(Answer::Ratio { part: Some(30), whole: None }), StandingKind::Shown);
    assert_eq!(state_words(item, &shown, &half, Lang::Vi).0, "unfinished");
    item.takes = Some(Takes::Sample);
    assert_eq!(line(item, &shown, &none, Lang::Vi), "Theo mẫu: 1/2 (50,00%) – trong 06 hồ sơ mẫu");
    assert_eq!(state_words(item, &shown, &all, Lang::Vi).0, "unreasoned");
}
