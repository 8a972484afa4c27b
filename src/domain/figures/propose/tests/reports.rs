//! The percentages, sums and ratios of three published reports that stand within one paragraph.

use super::*;

/// The percentages, sums and ratios of the audit of these reports that stand within one paragraph, those that do not agree
/// among them: the report, the paragraph, the relation.
const AUDITED: [(&str, &str, &str); 40] = [
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
];

/// What else is meant: figures said again, the two values of one indicator, and the wholes of ratios in the line above.
const ALSO: [(&str, &str, &str); 4] = [
    ("000", "II.6 a", "53% 101649/192279"),
    ("000", "II.6 b", "2.76% 5300/192279"),
    ("000", "II.4", "20865 ~ 1321"),
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
fn forty_of_forty_percentages_sums_and_ratios_are_proposed() {
    let all = all();
    let is_there = |(file, place, short): &&(&str, &str, &str)| {
        all.iter().any(|(of, at, _, found)| (of, at.as_str(), found.as_str()) == (file, *place, *short))
    };
    let missed: Vec<_> = AUDITED.iter().chain(&ALSO).filter(|expected| !is_there(expected)).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn nothing_is_proposed_that_is_not_meant() {
    let is_meant =
        |file: &str, place: &str, short: &str| AUDITED.iter().chain(&ALSO).any(|meant| *meant == (file, place, short));
    let all = all();
    assert!(all.len() >= AUDITED.len());
    let others: Vec<_> = all.iter().filter(|(file, place, _, short)| !is_meant(file, place, short)).collect();
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn all_but_the_two_values_of_one_indicator_are_strong() {
    let all = all();
    let weak: Vec<&str> = all
        .iter()
        .filter(|(_, _, strength, _)| *strength == Strength::Weak)
        .map(|(_, _, _, short)| short.as_str())
        .collect();
    assert_eq!(weak, ["20865 ~ 1321"]);
}

#[test]
fn a_footnote_pasted_behind_its_sentence_is_held_against_it() {
    let of_004 = paragraphs("004");
    let text = |place: &str| of_004.iter().find(|(of, _)| of == place).unwrap().1.clone();
    let both = format!("{}\n\n{}", text("B.I.2.1 đất đai"), text("chú thích 3"));
    let sum = "1126 = 248 + 356 + 255 + 267".to_owned();
    assert!(proposed(&both).contains(&(Strength::Strong, Why::Run, sum)), "{:?}", proposed(&both));
}
