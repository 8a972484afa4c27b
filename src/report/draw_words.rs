//! A draw stated in one sentence, with all that is needed to repeat it.

use crate::domain::sampling::{Draw, Method, Stratum};
use crate::words::{Lang, Text, format};

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawn {
    /// Dossiers (hồ sơ).
    Dossiers,
    /// Procedures (thủ tục).
    Procedures,
}

/// The most numbers that a sentence names; more are left to their list.
const MOST_NAMED: usize = 60;

const DRAWN: Text = Text::new(
    "Lấy {size} trong {population} {what} của “{list}” {how}: số {numbers}.",
    "{size} of the {population} {what} of “{list}” were drawn {how}: numbers {numbers}.",
);
const DRAWN_MANY: Text = Text::new(
    "Lấy {size} trong {population} {what} của “{list}” {how}; các số theo danh sách kèm theo.",
    "{size} of the {population} {what} of “{list}” were drawn {how}; their numbers are listed apart.",
);
const DOSSIERS: Text = Text::new("hồ sơ", "dossiers");
const PROCEDURES: Text = Text::new("thủ tục hành chính", "procedures");
const SIMPLE: Text = Text::new(
    "theo phương pháp ngẫu nhiên đơn giản, số khởi tạo {seed} (SplitMix64)",
    "at random, from seed {seed} (SplitMix64)",
);
const SYSTEMATIC: Text = Text::new(
    "theo phương pháp hệ thống, từ số {start}, cứ {step} số lấy một, hết danh sách thì quay lại đầu",
    "systematically, from number {start} every {step}, past the end on from the beginning",
);
const BY_FIELD: Text = Text::new(
    "theo phương pháp phân tầng theo lĩnh vực ({strata}), số khởi tạo {seed} (SplitMix64)",
    "by field ({strata}), from seed {seed} (SplitMix64)",
);
const BY_LATENESS: Text = Text::new(
    "theo cách ưu tiên các số đã biết trễ hạn ({late}), còn lại ngẫu nhiên, số khởi tạo {seed} (SplitMix64)",
    "late ones first ({late}), the others at random, from seed {seed} (SplitMix64)",
);
const BY_HAND: Text = Text::new("theo chủ đích, vì: {reason}", "by hand, because: {reason}");

/// The sentence: `Lấy 3 trong 171 hồ sơ của “Sổ theo dõi” theo phương pháp ngẫu nhiên đơn giản, số khởi tạo 7
/// (SplitMix64): số 12, 70, 101.`
pub fn draw_words(draw: &Draw, what: Drawn, list: &str, lang: Lang) -> String {
    let few = draw.drawn.len() <= MOST_NAMED;
    let what = match what {
        Drawn::Dossiers => DOSSIERS,
        Drawn::Procedures => PROCEDURES,
    };
    // What people typed goes in last, so that no mark in it is taken for a place of the sentence.
    let sentence = (if few { DRAWN } else { DRAWN_MANY }).get(lang);
    let sentence = sentence
        .replace("{size}", &format::count(draw.drawn.len() as u64))
        .replace("{population}", &format::count(draw.population.into()))
        .replace("{what}", what.get(lang))
        .replace("{numbers}", &listed(&draw.drawn));
    let (before, rest) = sentence.split_once("{list}").unwrap_or((&sentence, ""));
    let (between, after) = rest.split_once("{how}").unwrap_or((rest, ""));
    format!("{before}{list}{between}{}{after}", how(draw, lang))
}

fn how(draw: &Draw, lang: Lang) -> String {
    let seed = format::count(draw.seed);
    match &draw.method {
        Method::SimpleRandom => SIMPLE.get(lang).replace("{seed}", &seed),
        Method::Systematic { step, start } => SYSTEMATIC
            .get(lang)
            .replace("{start}", &format::count((*start).into()))
            .replace("{step}", &format::count((*step).into())),
        Method::ByField { strata } => {
            let stratum = |Stratum { name, size }: &Stratum| format!("{name} {}", format::count((*size).into()));
            let strata: Vec<String> = strata.iter().map(stratum).collect();
            BY_FIELD.get(lang).replace("{seed}", &seed).replace("{strata}", &strata.join(", "))
        }
        Method::ByLateness { late } => BY_LATENESS.get(lang).replace("{seed}", &seed).replace("{late}", &listed(late)),
        Method::ByHand { reason } => BY_HAND.get(lang).replace("{reason}", reason.trim().trim_end_matches('.')),
    }
}

fn listed(numbers: &[u32]) -> String {
    numbers.iter().map(|number| format::count((*number).into())).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use crate::domain::sampling::{by_hand, draw};

    use super::*;

    fn said(draw: &Draw) -> String {
        draw_words(draw, Drawn::Dossiers, "Sổ quý II", Lang::Vi)
    }

    #[test]
    fn each_method_is_stated_with_what_repeats_it() {
        let strata = [("Đất đai", 60), ("Tư pháp", 40)].map(|(name, size)| Stratum { name: name.to_owned(), size });
        let held = |method, drawn: &[u32]| Draw { population: 100, method, seed: 1_207, drawn: drawn.to_vec() };
        for (draw, expected) in [
            (
                held(Method::SimpleRandom, &[3, 70]),
                "Lấy 2 trong 100 hồ sơ của “Sổ quý II” theo phương pháp ngẫu nhiên đơn giản, số khởi tạo 1.207 (SplitMix64): số 3, 70.",
            ),
            (
                held(Method::Systematic { step: 50, start: 30 }, &[30, 80]),
                "Lấy 2 trong 100 hồ sơ của “Sổ quý II” theo phương pháp hệ thống, từ số 30, cứ 50 số lấy một, hết danh sách thì quay lại đầu: số 30, 80.",
            ),
            (
                held(Method::ByField { strata: strata.to_vec() }, &[3, 70]),
                "Lấy 2 trong 100 hồ sơ của “Sổ quý II” theo phương pháp phân tầng theo lĩnh vực (Đất đai 60, Tư pháp 40), số khởi tạo 1.207 (SplitMix64): số 3, 70.",
            ),
            (
                held(Method::ByLateness { late: vec![3] }, &[3, 70]),
                "Lấy 2 trong 100 hồ sơ của “Sổ quý II” theo cách ưu tiên các số đã biết trễ hạn (3), còn lại ngẫu nhiên, số khởi tạo 1.207 (SplitMix64): số 3, 70.",
            ),
            (
                by_hand(100, &[5], "Có đơn thư.").unwrap(),
                "Lấy 1 trong 100 hồ sơ của “Sổ quý II” theo chủ đích, vì: Có đơn thư: số 5.",
            ),
        ] {
            assert_eq!(said(&draw), expected);
        }
    }

    #[test]
    fn many_numbers_are_left_to_their_list() {
        let sentence = said(&draw(1_000, 61, Method::SimpleRandom, 1).unwrap());
        assert!(sentence.ends_with("; các số theo danh sách kèm theo."), "{sentence}");
    }

    #[test]
    fn what_people_typed_stays_as_it_is() {
        let draw = by_hand(10, &[1], "{numbers}").unwrap();
        let sentence = draw_words(&draw, Drawn::Procedures, "{how}", Lang::Vi);
        assert_eq!(sentence, "Lấy 1 trong 10 thủ tục hành chính của “{how}” theo chủ đích, vì: {numbers}: số 1.");
    }
}
