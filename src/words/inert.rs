//! Words that a spreadsheet would run as a formula, made inert by an apostrophe, and given back. Whatever stands between
//! the cells of the file for its reader, `,`, `;` or a tab: each place within the words at which a cell could begin for
//! one of them is made inert like the first.

use std::borrow::Cow;

/// Signs that begin a formula (OWASP, CSV injection), full width ones too.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The words with an apostrophe wherever a formula could begin. Words that already have one there get another, so that
/// [`undo`] gives back exactly what was there.
pub fn make(words: &str) -> Cow<'_, str> {
    let places: Vec<usize> = places(words).filter(|at| may_run(words, *at)).collect();
    if places.is_empty() {
        return Cow::Borrowed(words);
    }
    let mut inert = String::with_capacity(words.len() + places.len());
    let mut done = 0;
    for at in places {
        inert.push_str(words.get(done..at).unwrap_or_default());
        inert.push('\'');
        done = at;
    }
    inert.push_str(words.get(done..).unwrap_or_default());
    Cow::Owned(inert)
}

/// What stood there before [`make`].
pub fn undo(inert: &str) -> Cow<'_, str> {
    if !inert.contains('\'') {
        return Cow::Borrowed(inert);
    }
    // Behind an apostrophe, what is judged is the same as before it was put there: apostrophes are looked over.
    let is_made = |at: &usize| inert.get(*at..).is_some_and(|rest| rest.starts_with('\'')) && may_run(inert, *at);
    let places: Vec<usize> = places(inert).filter(is_made).collect();
    if places.is_empty() {
        return Cow::Borrowed(inert);
    }
    let mut words = String::with_capacity(inert.len());
    let mut done = 0;
    for at in places {
        words.push_str(inert.get(done..at).unwrap_or_default());
        done = at + 1;
    }
    words.push_str(inert.get(done..).unwrap_or_default());
    Cow::Owned(words)
}

/// The places at which a cell could begin: the first, and each behind a mark between cells, a line's end or a quotation
/// mark.
fn places(words: &str) -> impl Iterator<Item = usize> {
    let behind = words.match_indices([',', ';', '\t', '\r', '\n', '"']).map(|(at, mark)| at + mark.len());
    std::iter::once(0).chain(behind)
}

/// Whether a cell that begins here may be taken for a formula, also behind blanks, which some programs drop.
fn may_run(words: &str, at: usize) -> bool {
    let behind = words.get(at..).unwrap_or_default().trim_start_matches('\'');
    let is_blank = |letter: char| letter.is_whitespace() && !matches!(letter, '\t' | '\r' | '\n');
    // A mark at the very end would make the quotation mark behind it open a cell.
    let ends_open = words.get(..at).is_some_and(|before| before.ends_with([';', '\t', '\r', '\n']))
        && behind.trim_matches(is_blank).is_empty();
    let begins = if at == 0 { ['\t', '\r', '\n'].as_slice() } else { ['\t'].as_slice() };
    ends_open || behind.starts_with(begins) || behind.trim_start_matches(is_blank).starts_with(SIGNS)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_that_could_run_are_made_inert_and_given_back() {
        for (words, inert) in [
            ("=1+1", "'=1+1"),
            ("+84", "'+84"),
            ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t'=1"),
            ("\r=1", "'\r'=1"),
            ("\nxin", "'\nxin"),
            ("  =1", "'  =1"),
            ("\u{a0}=1", "'\u{a0}=1"),
            ("＝1", "'＝1"),
            ("'=1", "''=1"),
            ("đất;=1+1", "đất;'=1+1"),
            ("đất; =1+1", "đất;' =1+1"),
            ("dòng một\n=1+1", "dòng một\n'=1+1"),
            ("nói \"=1", "nói \"'=1"),
            ("một, -hai", "một,' -hai"),
            ("'Đạt", "'Đạt"),
            ("Đạt", "Đạt"),
            ("9,7/12", "9,7/12"),
            ("a\n\nb", "a\n\nb"),
            ("một, hai;", "một, hai;'"),
            ("một, hai;'", "một, hai;''"),
            ("", ""),
        ] {
            assert_eq!(make(words), inert);
            assert_eq!(undo(inert), words);
        }
    }

    proptest! {
        #[test]
        fn whatever_is_made_inert_is_given_back(words in any::<String>(), signs in "['=+@,;\"\t\r\n ＝a-]{0,12}") {
            for words in [words, signs] {
                let inert = make(&words);
                prop_assert_eq!(undo(&inert), words.as_str(), "{:?}", inert);
            }
        }
    }
}
