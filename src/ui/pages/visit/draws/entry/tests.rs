use proptest::prelude::*;

use super::*;

const MOST: u32 = 20_000;

fn typed(kind: Kind) -> TypedDraw {
    TypedDraw {
        kind,
        size: "10".to_owned(),
        seed: "7".to_owned(),
        strata: Strata::Typed("Đất đai, 60\nTư pháp; 40\n".to_owned()),
        late: "41, 3 40".to_owned(),
        numbers: "9;5".to_owned(),
        reason: "Hồ sơ có đơn thư".to_owned(),
    }
}

fn refused(typed: &TypedDraw, population: u32) -> (Place, String) {
    let fault = typed.draw(population, MOST).unwrap_err();
    (fault.place, fault.sentence(Lang::Vi))
}

#[test]
fn every_method_draws_what_was_typed_and_can_be_repeated() {
    for (kind, _) in Kind::ALL {
        let draw = typed(kind).draw(100, MOST).unwrap();
        assert!(draw.holds(), "{kind:?}");
        assert_eq!(draw.population, 100);
        assert_eq!(draw.drawn.len(), if kind == Kind::ByHand { 2 } else { 10 }, "{kind:?}");
    }
}

#[test]
fn the_typed_parts_reach_the_method() {
    let strata = [("Đất đai", 60), ("Tư pháp", 40)].map(|(name, size)| Stratum { name: name.to_owned(), size });
    let draw = typed(Kind::ByField).draw(100, MOST).unwrap();
    assert_eq!(draw.method, Method::ByField { strata: strata.to_vec() });
    let draw = typed(Kind::ByLateness).draw(100, MOST).unwrap();
    assert_eq!(draw.method, Method::ByLateness { late: vec![3, 40, 41] });
    assert!([3, 40, 41].iter().all(|late| draw.drawn.contains(late)));
    let draw = typed(Kind::ByHand).draw(100, MOST).unwrap();
    assert_eq!(draw.drawn, [5, 9]);
}

#[test]
fn known_strata_are_taken_as_they_are() {
    let strata = vec![Stratum { name: "Hộ tịch".to_owned(), size: 100 }];
    let known = TypedDraw { strata: Strata::Known(strata.clone()), ..typed(Kind::ByField) };
    assert_eq!(known.draw(100, MOST).unwrap().method, Method::ByField { strata });
}

#[test]
fn what_is_wrong_is_said_at_its_field() {
    let size = |size: &str| TypedDraw { size: size.to_owned(), ..typed(Kind::SimpleRandom) };
    let seed = |seed: &str| TypedDraw { seed: seed.to_owned(), ..typed(Kind::Systematic) };
    let strata = |strata: &str| TypedDraw { strata: Strata::Typed(strata.to_owned()), ..typed(Kind::ByField) };
    let late = |late: &str| TypedDraw { late: late.to_owned(), ..typed(Kind::ByLateness) };
    let numbers = |numbers: &str| TypedDraw { numbers: numbers.to_owned(), ..typed(Kind::ByHand) };
    for (typed, place, sentence) in [
        (size("101"), Place::Size, "Số cần lấy lớn hơn 100 là tổng số trong danh sách."),
        (size(""), Place::Size, "Hãy ghi số cần lấy, từ 1."),
        (size("0"), Place::Size, "Hãy ghi số cần lấy, từ 1."),
        (size("-2"), Place::Size, "Không nhập số âm."),
        (seed(" "), Place::Seed, "Hãy ghi một số khởi tạo."),
        (seed("9007199254740993"), Place::Seed, "Không lớn hơn 9.007.199.254.740.992."),
        (strata(""), Place::Strata, "Hãy ghi các lĩnh vực và số lượng."),
        (strata("Đất đai, 60\nTư pháp"), Place::Strata, "Dòng “Tư pháp” cần có tên lĩnh vực, dấu phẩy và số lượng."),
        (strata(", 100"), Place::Strata, "Dòng “, 100” cần có tên lĩnh vực, dấu phẩy và số lượng."),
        (strata("Đất đai, 60"), Place::Strata, "Các lĩnh vực cộng lại là 60, khác tổng số trong danh sách."),
        (late(" "), Place::Late, "Hãy ghi ít nhất một số thứ tự."),
        (late("3, 101"), Place::Late, "Số 101 nằm ngoài danh sách."),
        (late("3, ba"), Place::Late, "“ba” không phải số thứ tự."),
        (numbers("0"), Place::Numbers, "Số 0 nằm ngoài danh sách."),
        (numbers("5 9 5"), Place::Numbers, "Số 5 ghi hai lần."),
        (TypedDraw { reason: " ".to_owned(), ..typed(Kind::ByHand) }, Place::Reason, "Hãy ghi lý do chọn."),
    ] {
        assert_eq!(refused(&typed, 100), (place, sentence.to_owned()));
    }
    for typed in ["", "0"] {
        assert_eq!(population(typed).unwrap_err().sentence(Lang::Vi), "Hãy ghi tổng số trong danh sách.");
    }
    assert_eq!(population("1.716"), Ok(1_716));
}

#[test]
fn a_draw_never_passes_the_limit() {
    let many = TypedDraw { size: "20.001".to_owned(), ..typed(Kind::SimpleRandom) };
    assert_eq!(refused(&many, 100_000), (Place::Size, "Mỗi lượt lấy nhiều nhất 20.000.".to_owned()));
    let chosen: Vec<String> = (1..=20_001).map(|number: u32| number.to_string()).collect();
    let many = TypedDraw { numbers: chosen.join(" "), ..typed(Kind::ByHand) };
    assert_eq!(refused(&many, 100_000), (Place::Numbers, "Mỗi lượt lấy nhiều nhất 20.000.".to_owned()));
}

proptest! {
    #[test]
    fn whatever_is_drawn_holds_and_keeps_to_the_list(
        kind in prop::sample::select(Kind::ALL.map(|(kind, _)| kind).to_vec()),
        size in "[0-9. -]{0,5}",
        seed in "[0-9.]{0,18}",
        strata in "([a-z]{0,3},[0-9]{0,3}\n?){0,3}",
        chosen in "([0-9]{0,4}[ ,;a])*",
        population in 0..=500_u32,
    ) {
        let (late, numbers) = (chosen.clone(), chosen);
        let typed = TypedDraw { kind, size, seed, strata: Strata::Typed(strata), late, numbers, reason: "x".to_owned() };
        if let Ok(draw) = typed.draw(population, 50) {
            prop_assert!(draw.holds() && draw.drawn.len() <= 50);
        }
    }
}
