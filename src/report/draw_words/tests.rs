use proptest::prelude::*;

use crate::domain::sampling::{by_hand, draw};

use super::*;

fn strata(sizes: &[(&str, u32)]) -> Method {
    let strata = sizes.iter().map(|(name, size)| Stratum { name: (*name).to_owned(), size: *size }).collect();
    Method::ByField { strata }
}

fn said(draw: &Draw) -> (String, String) {
    (draw_words(draw, SampleOf::Dossiers, Lang::Vi), draw_words(draw, SampleOf::Dossiers, Lang::En))
}

fn holds(draw: &Draw, vi: &str, en: &str) {
    assert_eq!(said(draw), (vi.to_owned(), en.to_owned()));
}

#[test]
fn a_random_draw_gives_its_seed_and_its_numbers() {
    let draw = draw(1_200, 3, Method::SimpleRandom, 42).unwrap();
    let numbers = list(&draw.drawn);
    holds(
        &draw,
        &format!(
            "Chọn 3 trong 1.200 hồ sơ, đánh số từ 1 theo thứ tự danh sách, theo cách ngẫu nhiên đơn giản, số khởi tạo \
             42 (bộ sinh số SplitMix64, xáo trộn Fisher–Yates); các số được chọn: {numbers}."
        ),
        &format!(
            "3 of 1.200 dossiers, numbered from 1 in the order of the list, chosen at random, seed 42 (generator \
             SplitMix64, Fisher–Yates shuffle); numbers drawn: {numbers}."
        ),
    );
}

#[test]
fn a_systematic_draw_gives_step_and_start_and_whether_the_start_was_drawn() {
    let given = draw(10, 3, Method::Systematic { step: 3, start: 9 }, 0).unwrap();
    let (vi, en) = said(&given);
    assert!(vi.contains("hệ thống, bắt đầu từ số 9, cách đều 3 số, hết danh sách thì quay lại số 1; "), "{vi}");
    assert!(vi.ends_with("các số được chọn: 2, 5, 9."), "{vi}");
    assert!(en.contains("systematically, from number 9 every 3, past the end on from number 1; "), "{en}");
    let drawn = draw(10, 3, Method::systematic(10, 3, 7).unwrap(), 7).unwrap();
    assert!(said(&drawn).0.contains("(rút với số khởi tạo 7, bộ sinh số SplitMix64), cách đều 3 số"));
}

#[test]
fn a_stratified_draw_gives_the_numbers_of_each_field_and_how_many_fell_to_it() {
    let draw = draw(21, 4, strata(&[("Đất đai", 15), ("Y tế", 0), ("Tư pháp", 5), ("Thuế", 1)]), 1).unwrap();
    let (vi, en) = said(&draw);
    assert!(vi.contains("(Đất đai, số 1–15: 2; Tư pháp, số 16–20: 1; Thuế, số 21: 1), số khởi tạo 1"), "{vi}");
    assert!(en.contains("(Đất đai, numbers 1–15: 2; Tư pháp, numbers 16–20: 1; Thuế, numbers 21: 1), seed 1"), "{en}");
}

#[test]
fn a_draw_of_late_ones_gives_their_numbers() {
    let vi = |late: &[u32]| said(&draw(20, 2, Method::ByLateness { late: late.to_vec() }, 5).unwrap()).0;
    assert!(vi(&[4]).contains("ưu tiên hồ sơ quá hạn (các số 4), còn lại chọn ngẫu nhiên, số khởi tạo 5"));
    assert!(vi(&[4, 9]).contains("ưu tiên hồ sơ quá hạn (các số 4, 9), số khởi tạo 5"));
    assert!(vi(&[4, 9, 11]).contains("ưu tiên hồ sơ quá hạn (chọn ngẫu nhiên trong các số 4, 9, 11), số khởi tạo 5"));
    assert!(vi(&[]).contains("ưu tiên hồ sơ quá hạn (không có hồ sơ nào, chọn ngẫu nhiên cả), số khởi tạo 5"));
}

#[test]
fn a_choice_by_hand_gives_its_reason_and_no_seed() {
    let draw = by_hand(20, &[7, 3], " hồ sơ có đơn phản ánh. ").unwrap();
    holds(
        &draw,
        "Chọn 2 trong 20 hồ sơ, đánh số từ 1 theo thứ tự danh sách, theo cách chủ đích, lý do: hồ sơ có đơn phản ánh; \
         các số được chọn: 3, 7.",
        "2 of 20 dossiers, numbered from 1 in the order of the list, chosen by hand, because: hồ sơ có đơn phản ánh; \
         numbers drawn: 3, 7.",
    );
}

#[test]
fn a_draw_of_procedures_says_so() {
    let draw = draw(20, 3, Method::SimpleRandom, 42).unwrap();
    assert!(draw_words(&draw, SampleOf::Procedures, Lang::Vi).starts_with("Chọn 3 trong 20 thủ tục, đánh số"));
}

#[test]
fn a_draw_that_was_changed_says_so() {
    let mut changed = draw(20, 3, Method::SimpleRandom, 42).unwrap();
    let free = (1..=20).find(|number| !changed.drawn.contains(number)).unwrap();
    changed.drawn[0] = free;
    changed.drawn.sort_unstable();
    let (vi, en) = said(&changed);
    assert!(vi.ends_with(" (rút lại theo đúng cách này thì được các số khác)."), "{vi}");
    assert!(en.ends_with(" (drawn again in this way, other numbers come out)."), "{en}");
}

proptest! {
    /// Whoever reads the sentence of a random draw can make it again from nothing else.
    #[test]
    fn a_random_draw_can_be_made_again_from_its_sentence(population in 1_u32..999, part in 0.0..1.0_f64, seed: u64) {
        let size = (f64::from(population) * part).floor().max(1.0);
        let size = (1..=population).find(|candidate| f64::from(*candidate) >= size).unwrap();
        let sentence = draw_words(&draw(population, size, Method::SimpleRandom, seed).unwrap(), SampleOf::Dossiers, Lang::Vi);
        let after = |mark: &str| sentence.split(mark).nth(1).unwrap().to_owned();
        let number = |text: String| -> u64 {
            text.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
        };
        let read = (
            u32::try_from(number(after(" trong "))).unwrap(),
            u32::try_from(number(after("Chọn "))).unwrap(),
            number(after("số khởi tạo ")),
        );
        let again = draw(read.0, read.1, Method::SimpleRandom, read.2).unwrap();
        prop_assert_eq!(format!("{}.", list(&again.drawn)), after("các số được chọn: "));
    }
}
