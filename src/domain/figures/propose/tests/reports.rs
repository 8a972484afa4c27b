//! The percentages, sums and ratios of three published reports that stand within one paragraph.

use super::*;

/// What must be proposed: the report, the paragraph, the relation. Those that do not agree are among them: that is what
/// the audit finds.
const EXPECTED: [(&str, &str, &str); 46] = [
    ("000", "II.1", "277894 = 122803 + 10632 + 144459"),
    ("000", "II.1", "277894 = 26043 + 251734 + 117"),
    ("000", "II.1", "117 = 116 + 1"),
    ("000", "II.1", "117 = 97 + 1 + 19"),
    ("000", "II.1", "97 = 65 + 8 + 6 + 5 + 3 + 10"),
    ("000", "II.2", "22133 = 20911 + 1056 + 166"),
    ("000", "II.2", "22133 = 22085 + 48"),
    ("000", "II.3", "280580 = 88301 + 192279"),
    ("000", "II.3", "53% 101649/192279"),
    ("000", "II.3", "2% 3823/192279"),
    ("000", "II.3", "0.77% 1477/192279"),
    ("000", "II.3", "2.76% 5300/192279"),
    ("000", "II.3", "1.01% 1940/192279"),
    ("000", "II.3", "15.37% 234/1522"),
    ("000", "II.3", "14.87% 112/753"),
    ("000", "II.3", "5300 = 3823 + 1477"),
    ("000", "II.3", "2275 = 1522 + 753"),
    ("000", "II.4", "18.86% 3935/20865"),
    ("000", "II.4", "15.05% 3140/20865"),
    ("000", "II.4", "4.54% 60/1321"),
    ("000", "II.5", "869 = 867 + 2"),
    ("000", "II.6 a", "53% 101649/192279"),
    ("000", "II.6 b", "2.76% 5300/192279"),
    ("003", "I.2", "126378 = 13725 + 3716 + 108937"),
    ("003", "I.2", "120695 = 41200 + 78692 + 803"),
    ("003", "I.2", "5683 = 4682 + 1001"),
    ("003", "I.2", "126378 = 120695 + 5683"),
    ("003", "I.2", "34.2% 41200/120695"),
    ("003", "I.2", "65.1% 78692/120695"),
    ("003", "I.2", "0.7% 803/120695"),
    ("003", "I.2", "82.3% 4682/5683"),
    ("003", "I.2", "17.7% 1001/5683"),
    ("003", "I.2 trực tuyến", "2028 = 1966 + 517 + 103"),
    ("004", "A.I.2.2 huyện", "4061 = 614 + 3396 + 51"),
    ("004", "A.I.2.2 huyện", "4061 = 3359 + 702"),
    ("004", "A.I.2.2 xã", "37795 = 35073 + 2722"),
    ("004", "A.II.2 máy tính", "100% 293/293"),
    ("004", "A.II.2 thư", "222 = 41 + 181"),
    ("004", "chú thích 3", "4.37% 248/5675"),
    ("004", "chú thích 3", "9.55% 356/3725"),
    ("004", "chú thích 3", "23.56% 255/1082"),
    ("004", "chú thích 3", "2.84% 267/9372"),
    // The two values that one indicator has, and the wholes of ratios that stand in the line above.
    ("000", "II.4", "20865 ~ 1321"),
    ("000", "II.1", "117 ~ 117"),
    ("000", "II.1", "117 ~ 117"),
    ("000", "II.1", "117 ~ 117"),
];

/// Every proposal of the three reports: the report, the paragraph, how strong, the relation.
fn all() -> Vec<(&'static str, String, Strength, String)> {
    let mut all = Vec::new();
    for file in ["000", "003", "004"] {
        for (place, text) in paragraphs(file) {
            all.extend(proposed(&text).into_iter().map(|(strength, _, short)| (file, place.clone(), strength, short)));
        }
    }
    all
}

#[test]
fn every_percentage_sum_and_ratio_of_a_paragraph_is_proposed() {
    let all = all();
    let is_there = |(file, place, short): &&(&str, &str, &str)| {
        all.iter().any(|(of, at, _, found)| (of, at.as_str(), found.as_str()) == (file, *place, *short))
    };
    let missed: Vec<_> = EXPECTED.iter().filter(|expected| !is_there(expected)).collect();
    assert_eq!((EXPECTED.len() - missed.len(), missed), (46, vec![]));
}

#[test]
fn nothing_is_strongly_proposed_that_is_not_meant_and_little_weakly() {
    let is_meant = |file: &str, place: &str, short: &str| EXPECTED.contains(&(file, place, short));
    let all = all();
    let others: Vec<_> = all.iter().filter(|(file, place, _, short)| !is_meant(file, place, short)).collect();
    let strong: Vec<_> = others.iter().filter(|(_, _, strength, _)| *strength == Strength::Strong).collect();
    assert!(strong.is_empty(), "{strong:?}");
    let weak = others.len();
    assert_eq!(weak, 0, "{others:?}");
}

#[test]
fn a_footnote_pasted_behind_its_sentence_is_held_against_it() {
    let of_004 = paragraphs("004");
    let text = |place: &str| of_004.iter().find(|(of, _)| of == place).unwrap().1.clone();
    let both = format!("{}\n\n{}", text("B.I.2.1 đất đai"), text("chú thích 3"));
    let sum = "1126 = 248 + 356 + 255 + 267".to_owned();
    assert!(proposed(&both).contains(&(Strength::Strong, Why::Run, sum)), "{:?}", proposed(&both));
}
