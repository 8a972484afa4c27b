//! A draw in one sentence, with everything that is needed to make it again.

use crate::domain::sampling::{Draw, Method, Stratum, allocation};
use crate::domain::template::SampleOf;
use crate::words::format::count;
use crate::words::{Lang, Text};

#[cfg(test)]
mod tests;

/// How the chance of a draw is made. Whoever repeats it needs the name of the generator.
const CHANCE: Text =
    Text::new("bộ sinh số SplitMix64, xáo trộn Fisher–Yates", "generator SplitMix64, Fisher–Yates shuffle");

/// The draw in one sentence: population, way, step and start or fields, seed, and the numbers drawn. Seeds and drawn
/// numbers stand without thousands marks, so that they can be typed as they are. A draw that gives other numbers when
/// it is made again says so at the end.
pub fn draw_words(draw: &Draw, of: SampleOf, lang: Lang) -> String {
    let size = draw.drawn.len();
    let population = count(u64::from(draw.population));
    let seed = draw.seed;
    let chance = CHANCE.get(lang);
    let way = match (&draw.method, lang) {
        (Method::SimpleRandom, Lang::Vi) => format!("ngẫu nhiên đơn giản, số khởi tạo {seed} ({chance})"),
        (Method::SimpleRandom, Lang::En) => format!("at random, seed {seed} ({chance})"),
        (Method::Systematic { step, start }, Lang::Vi) => format!(
            "hệ thống, bắt đầu từ số {start}{}, cách đều {step} số, hết danh sách thì quay lại số 1",
            if start_is_drawn(draw) {
                format!(" (rút với số khởi tạo {seed}, bộ sinh số SplitMix64)")
            } else {
                String::new()
            }
        ),
        (Method::Systematic { step, start }, Lang::En) => format!(
            "systematically, from number {start}{} every {step}, past the end on from number 1",
            if start_is_drawn(draw) {
                format!(" (drawn with seed {seed}, generator SplitMix64)")
            } else {
                String::new()
            }
        ),
        (Method::ByField { strata }, Lang::Vi) => format!(
            "phân tầng theo lĩnh vực, mỗi lĩnh vực theo tỷ trọng và chọn ngẫu nhiên ({}), số khởi tạo {seed} ({chance})",
            fields(strata, size, lang)
        ),
        (Method::ByField { strata }, Lang::En) => format!(
            "stratified by field, each by its share and at random ({}), seed {seed} ({chance})",
            fields(strata, size, lang)
        ),
        (Method::ByLateness { late }, Lang::Vi) => {
            format!("ưu tiên hồ sơ quá hạn {}, số khởi tạo {seed} ({chance})", late_ones(late, size, lang))
        }
        (Method::ByLateness { late }, Lang::En) => {
            format!("late ones first {}, seed {seed} ({chance})", late_ones(late, size, lang))
        }
        (Method::ByHand { reason }, Lang::Vi) => format!("chủ đích, lý do: {}", clause(reason)),
        (Method::ByHand { reason }, Lang::En) => format!("by hand, because: {}", clause(reason)),
    };
    let things = match of {
        SampleOf::Dossiers => Text::new("hồ sơ", "dossiers"),
        SampleOf::Procedures => Text::new("thủ tục", "procedures"),
        SampleOf::Apologies => Text::new("văn bản xin lỗi", "apology letters"),
    }
    .get(lang);
    let (numbers, size) = (list(&draw.drawn), count(size as u64));
    let sentence = match lang {
        Lang::Vi => format!(
            "Chọn {size} trong {population} {things}, đánh số từ 1 theo thứ tự danh sách, theo cách {way}; các số được \
             chọn: {numbers}"
        ),
        Lang::En => format!(
            "{size} of {population} {things}, numbered from 1 in the order of the list, chosen {way}; numbers drawn: \
             {numbers}"
        ),
    };
    let broken = Text::new(
        " (rút lại theo đúng cách này thì được các số khác)",
        " (drawn again in this way, other numbers come out)",
    );
    format!("{sentence}{}.", if draw.holds() { "" } else { broken.get(lang) })
}

/// Whether the start is the one that the seed gives.
fn start_is_drawn(draw: &Draw) -> bool {
    let size = u32::try_from(draw.drawn.len()).unwrap_or(u32::MAX);
    Method::systematic(draw.population, size, draw.seed).is_ok_and(|method| method == draw.method)
}

/// "Đất đai, số 1–60: 6; Tư pháp, số 61–80: 2". Fields that hold none take no numbers and are left out.
fn fields(strata: &[Stratum], size: usize, lang: Lang) -> String {
    let sizes: Vec<u32> = strata.iter().map(|stratum| stratum.size).collect();
    let parts = allocation(&sizes, u32::try_from(size).unwrap_or(u32::MAX));
    let mut before = 0_u64;
    let mut said = Vec::new();
    for (stratum, part) in strata.iter().zip(parts).filter(|(stratum, _)| stratum.size > 0) {
        let (first, last) = (before + 1, before + u64::from(stratum.size));
        before = last;
        let range = if first == last { first.to_string() } else { format!("{first}–{last}") };
        let number = Text::new("số", "numbers").get(lang);
        said.push(format!("{}, {number} {range}: {part}", stratum.name.trim()));
    }
    said.join("; ")
}

/// Which are late, and what was drawn at random.
fn late_ones(late: &[u32], size: usize, lang: Lang) -> String {
    let numbers = list(late);
    match (late.len().cmp(&size), late.is_empty(), lang) {
        (_, true, Lang::Vi) => "(không có hồ sơ nào, chọn ngẫu nhiên cả)".to_owned(),
        (_, true, Lang::En) => "(there are none, so all at random)".to_owned(),
        (std::cmp::Ordering::Greater, false, Lang::Vi) => format!("(chọn ngẫu nhiên trong các số {numbers})"),
        (std::cmp::Ordering::Greater, false, Lang::En) => format!("(at random among numbers {numbers})"),
        (std::cmp::Ordering::Equal, false, Lang::Vi) => format!("(các số {numbers})"),
        (std::cmp::Ordering::Equal, false, Lang::En) => format!("(numbers {numbers})"),
        (std::cmp::Ordering::Less, false, Lang::Vi) => format!("(các số {numbers}), còn lại chọn ngẫu nhiên"),
        (std::cmp::Ordering::Less, false, Lang::En) => format!("(numbers {numbers}), the rest at random"),
    }
}

fn list(numbers: &[u32]) -> String {
    numbers.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}

/// A reason as part of the sentence: without its own full stop.
fn clause(reason: &str) -> &str {
    reason.trim().trim_end_matches('.')
}
