//! What samples and the audit of figures show of an item, in words, the same in tables and on the screen.

use crate::domain::answer::Answer;
use crate::domain::evidence::{Sampled, Shown};
use crate::domain::outcome::share;
use crate::domain::sampling::SampleShare;
use crate::domain::template::Item;
use crate::domain::wording::base;
use crate::words::catalogue::audit;
use crate::words::{Lang, format};

use super::answer_words::{PART_ABOVE_WHOLE, answer_words};

/// What the samples show of an item: `8/10 (80,00%)`, `Không đạt – 2/3 (66,67%)`, or its counts; and what the audit of
/// the figures shows: `Không đạt – 3 chênh lệch trong 120 phép kiểm`.
pub fn shown_words(item: &Item, shown: &Shown, lang: Lang) -> String {
    let words = answer_words(item, &shown.answer, lang);
    match shown.answer {
        Answer::Verdict { .. } if shown.of == Sampled::Checks => {
            let SampleShare { met, of, .. } = shown.share;
            let (n, of) = (format::count(of.saturating_sub(met).into()), format::count(of.into()));
            format!("{words} – {}", audit::OFF_OF_CHECKS.get(lang).replace("{n}", &n).replace("{of}", &of))
        }
        Answer::Verdict { .. } => format!("{words} – {}", share_words(&shown.share)),
        _ => words,
    }
}

/// What the samples show, with the base that it is of: `3 – trong 06 hồ sơ mẫu`.
pub fn shown_on_its_base(item: &Item, shown: &Shown, lang: Lang) -> String {
    let words = shown_words(item, shown, lang);
    match base_words(shown, lang) {
        Some(base) => format!("{words} – {base}"),
        None => words,
    }
}

/// What a sample's share is of: `trong 06 hồ sơ mẫu`; none of checks.
pub fn base_words(shown: &Shown, lang: Lang) -> Option<String> {
    let size = format::count(shown.size as u64);
    match lang {
        Lang::Vi => base(shown),
        Lang::En => match shown.of {
            Sampled::Dossiers => Some(format!("of {size} sampled dossiers")),
            Sampled::Procedures => Some(format!("of {size} sampled procedures")),
            Sampled::Posted => Some("as counted on site".to_owned()),
            Sampled::Checks => None,
        },
    }
}

/// How many comply: `8/10 (80,00%)`.
pub fn share_words(of: &SampleShare) -> String {
    let counts = format!("{}/{}", format::count(of.met.into()), format::count(of.of.into()));
    match share(of.met.into(), of.of.into()) {
        Some(_) if of.of < of.met => format!("{counts} ({})", PART_ABOVE_WHOLE.get(Lang::Vi)),
        Some(share) => format!("{counts} ({})", format::percent(&share)),
        None => counts,
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::answer::Verdict;
    use crate::domain::fixture::{code, template};

    use super::*;

    #[test]
    fn a_share_stands_beside_a_verdict_and_is_the_answer_else() {
        let template = template();
        let item = template.item(&code("A01")).unwrap();
        let share = SampleShare { met: 2, of: 3, failing: vec![1], critical: vec![] };
        let shown = |answer| Shown { answer, share: share.clone(), of: Sampled::Procedures, size: 3 };
        let verdict = shown(Answer::Verdict { value: Verdict::NotMet });
        assert_eq!(shown_words(item, &verdict, Lang::Vi), "Không đạt – 2/3 (66,67%)");
        let ratio = shown(Answer::Ratio { part: Some(2), whole: Some(3) });
        assert_eq!(shown_words(item, &ratio, Lang::Vi), "2/3 (66,67%)");
        let counts = shown(Answer::Counts { values: vec![Some(1)] });
        assert_eq!(shown_words(item, &counts, Lang::Vi), "1");
        assert_eq!(share_words(&SampleShare::default()), "0/0");
        let checked = Shown { of: Sampled::Checks, ..verdict };
        assert_eq!(shown_words(item, &checked, Lang::Vi), "Không đạt – 1 chênh lệch trong 3 phép kiểm");
    }
}
