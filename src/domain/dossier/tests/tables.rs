//! The coverage tables of the printed reports, entered dossier by dossier.

use super::*;
use crate::domain::supervision::Level;

/// So many land dossiers late by one day through a body, a letter to each.
fn land(count: usize, body: &str) -> Vec<Dossier> {
    vec![Dossier { body_at_fault: body.to_owned(), ..apologised() }; count]
}

fn apologised() -> Dossier {
    Dossier { apology: Seen::Is(letter()), posted: Some(true), uploaded: Some(true), ..late() }
}

fn coverage(dossiers: &[Dossier], unit: Level) -> Coverage {
    let calendar = calendar();
    let judged: Vec<Judged> = dossiers.iter().map(|one| judge_on(one, calendar, day(2023, 5, 10))).collect();
    Coverage::of(dossiers.iter().zip(&judged), unit)
}

fn seal(yes: u32, no: u32, unseen: u32) -> Seal {
    Seal { yes, no, unseen }
}

/// 000, II.1: Báo cáo kết quả thực hiện Chỉ thị 08/CT-UBND và 18/CT-UBND, Đắk Lắk, June 2020.
#[test]
fn the_june_2020_report_of_dak_lak_comes_back_exactly() {
    const BRANCHES: [(&str, usize); 6] = [
        ("Chi nhánh VPĐKĐĐ thành phố Buôn Ma Thuột", 65),
        ("Chi nhánh VPĐKĐĐ huyện Ea H'leo", 8),
        ("Chi nhánh VPĐKĐĐ huyện Krông Bông", 6),
        ("Chi nhánh VPĐKĐĐ huyện Krông Pắc", 5),
        ("Chi nhánh VPĐKĐĐ huyện M'Đrăk", 3),
        ("Chi nhánh VPĐKĐĐ huyện Ea Kar", 10),
    ];
    let mut province: Vec<Dossier> = BRANCHES.into_iter().flat_map(|(body, count)| land(count, body)).collect();
    province.extend(vec![Dossier { field: "Tư pháp".to_owned(), ..apologised() }; 19]);
    // Some in time, which no count of late ones may see; and section II.2: 48 pending late, with their letters.
    province.extend(vec![in_time(); 40]);
    province.extend(vec![Dossier { apology: Seen::Is(letter()), ..open() }; 48]);
    let mut whole = coverage(&province, Level::Province);
    whole.merge(&coverage(&land(1, "UBND cấp xã"), Level::Commune));

    let total = whole.resolved.total();
    assert_eq!((total.late, total.dossiers), (117, 157));
    assert_eq!(total.apology, seal(117, 0, 0));
    assert_eq!(total.posted, seal(117, 0, 0));
    assert_eq!(total.uploaded, seal(117, 0, 0));
    let by_level = whole.resolved.by_level();
    let level = |level| by_level.get(&level).map(|part| (part.late, part.apology.yes, part.uploaded.yes));
    assert_eq!(level(Level::Province), Some((116, 116, 116)));
    assert_eq!(level(Level::Commune), Some((1, 1, 1)));
    assert_eq!(level(Level::District), None);
    let by_field = whole.resolved.by(|cell| Some((cell.field.clone(), cell.level)));
    let late_in = |field: &str, level| by_field.get(&(field.to_owned(), level)).map(|part| part.late);
    assert_eq!(late_in("Đất đai", Level::Province), Some(97));
    assert_eq!(late_in("Đất đai", Level::Commune), Some(1));
    assert_eq!(late_in("Tư pháp", Level::Province), Some(19));
    let by_branch = whole.resolved.by(|cell| (cell.level == Level::Province).then(|| cell.body.clone()));
    for (body, count) in BRANCHES {
        assert_eq!(by_branch.get(body).map(|part| part.late), Some(u32::try_from(count).unwrap()), "{body}");
    }
    assert_eq!(whole.resolved.by_field().values().map(|part| part.late).sum::<u32>(), 117);

    let pending = whole.pending.total();
    assert_eq!((pending.late, pending.apology), (48, seal(48, 0, 0)), "apart from those resolved");
}

/// 002, I.1.a: Báo cáo tháng 11/2024 of Đắk Lắk. 369 late, of 296 on land 9 + 11 + 276 by cause, 276 by body, 54 with
/// a letter. The report does not say to whom of the 276 the letters went by cause, only 54 of 276.
#[test]
fn the_november_2024_report_of_dak_lak_comes_back_exactly() {
    let with = |cause, body: &str, apology: Seen<Letter>, count| {
        vec![Dossier { cause: Some(cause), body_at_fault: body.to_owned(), apology, ..late() }; count]
    };
    let none = || Seen::Absent;
    let mut dossiers = [
        with(Cause::HandlingError, "", Seen::NotLookedAt, 9),
        with(Cause::System, "", Seen::NotLookedAt, 11),
        with(Cause::TrulyLate, "Sở TN&MT", Seen::Is(letter()), 54),
        with(Cause::TrulyLate, "Sở TN&MT", none(), 1),
        with(Cause::TrulyLate, "UBND cấp huyện", none(), 218),
        with(Cause::TrulyLate, "Chi cục Thuế", none(), 3),
    ]
    .concat();
    let other =
        |field: &str, level, count| vec![Dossier { field: field.to_owned(), level: Some(level), ..late() }; count];
    dossiers.extend(other("Tư pháp", Level::Province, 10));
    dossiers.extend(other("Khác", Level::District, 27));
    dossiers.extend(other("Khác", Level::Commune, 36));

    let coverage = coverage(&dossiers, Level::Province);
    assert_eq!(coverage.resolved.total().late, 369);
    let land = coverage.resolved.by(|cell| (cell.field == "Đất đai").then_some(cell.cause));
    let cause = |cause| land.get(&Some(cause)).copied().unwrap_or_default();
    assert_eq!(cause(Cause::HandlingError).late, 9);
    assert_eq!(cause(Cause::System).late, 11);
    assert_eq!((cause(Cause::TrulyLate).late, cause(Cause::TrulyLate).apology), (276, seal(54, 222, 0)));
    let truly = coverage.resolved.by(|cell| (cell.cause == Some(Cause::TrulyLate)).then(|| cell.body.clone()));
    let body = |name: &str| truly.get(name).map(|part| (part.late, part.apology.no));
    assert_eq!(body("Sở TN&MT"), Some((55, 1)));
    assert_eq!(body("UBND cấp huyện"), Some((218, 218)));
    assert_eq!(body("Chi cục Thuế"), Some((3, 3)));
    assert_eq!(coverage.resolved.by_level().get(&Level::Commune).map(|part| part.late), Some(36));
    assert_eq!(coverage.resolved.by_cause().get(&None).map(|part| part.late), Some(73));
}

#[test]
fn what_is_not_there_can_be_neither_posted_nor_uploaded() {
    let sample = [
        Dossier { apology: Seen::Absent, ..late() },
        late(),
        Dossier { apology: Seen::Is(letter()), posted: Some(true), ..late() },
        Dossier { state: Some(State::Withdrawn), ..late() },
    ];
    let total = coverage(&sample, Level::Commune).resolved.total();
    assert_eq!((total.dossiers, total.late), (3, 3), "one withdrawn is in no number");
    assert_eq!(total.apology, seal(1, 1, 1));
    assert_eq!(total.posted, seal(1, 1, 1));
    assert_eq!(total.uploaded, seal(0, 1, 2));
}

#[test]
fn days_late_add_up_and_the_longest_stays() {
    let sample = [late(), Dossier { returned: Some(day(2023, 3, 20)), ..late() }, in_time()];
    let table = coverage(&sample, Level::Commune).resolved.by_field();
    let land = table.get("Đất đai").copied().unwrap();
    assert_eq!((land.late, land.days_late, land.longest), (2, 6, 5));
}

proptest! {
    #[test]
    fn tables_of_visits_add_up_to_the_table_of_all(kinds in prop::collection::vec(0usize..4, 0..30), cut in 0usize..30) {
        let all: Vec<Dossier> = kinds
            .iter()
            .map(|kind| match kind {
                0 => in_time(),
                1 => apologised(),
                2 => open(),
                _ => Dossier { field: "Tư pháp".to_owned(), cause: Some(Cause::System), ..late() },
            })
            .collect();
        let (one, other) = all.split_at(cut.min(all.len()));
        let mut sum = coverage(one, Level::Commune);
        sum.merge(&coverage(other, Level::Commune));
        let whole = coverage(&all, Level::Commune);
        prop_assert_eq!(&sum, &whole);
        let total = whole.resolved.total();
        for part in [total.apology, total.posted, total.uploaded] {
            prop_assert_eq!(part.yes + part.no + part.unseen, total.late);
        }
    }
}
