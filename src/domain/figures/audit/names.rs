//! One unit under two names or two kinds, over tables, statements and the list of units. Shown for a person to confirm:
//! two units may well be called alike.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::figures::Figures;
use crate::domain::figures::form::Rows;
use crate::domain::figures::statement::Picked;
use crate::domain::figures::table::{Row, StatTable};
use crate::words::fold::{fold_name, unit_kind};
use crate::words::outline::is_total;

use super::{Audit, Cause, Discrepancy, Place, RuleKind, Sure, Term, Value, id_of};

/// A unit's name where it stands.
struct Mention<'f> {
    name: &'f str,
    /// Folded, without body, kind, apostrophes and spaces.
    key: String,
    /// Its words, folded, without body and kind.
    words: String,
    kind: Option<&'static str>,
    place: Place,
    source: Source,
}

/// Where a name stands; the earlier is held for right.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Known,
    Said,
    Table(usize),
}

/// The rows of a table that are units: none of another table's.
pub fn unit_rows(table: &StatTable) -> impl Iterator<Item = &Row> {
    let is_units = matches!(table.form.rows, Rows::Units {});
    table.leaves().filter(move |row| is_units && !row.name.trim().is_empty() && !is_total(&row.name))
}

/// What a unit's name is matched by: folded, without body, kind, apostrophes and spaces.
pub fn key(name: &str) -> String {
    joined(&fold_name(name))
}

fn joined(folded: &str) -> String {
    folded.replace(['\'', ' '], "")
}

/// Holds the names of units against each other.
pub fn audit(figures: &Figures, units: &[&str]) -> Audit {
    let mentions = mentions(figures, units);
    let mut groups: BTreeMap<&str, Vec<&Mention<'_>>> = BTreeMap::new();
    for mention in mentions.iter().filter(|mention| !mention.key.is_empty()) {
        groups.entry(&mention.key).or_default().push(mention);
    }
    let mut found = Audit::default();
    for group in groups.values() {
        within(group, &mut found);
    }
    for mention in &mentions {
        let alone = groups
            .get(mention.key.as_str())
            .is_some_and(|group| group.iter().all(|other| other.source == mention.source));
        if alone && mention.source == Source::Said {
            found.check(RuleKind::Name, None, near(mention, &groups));
        }
    }
    found
}

fn mentions<'f>(figures: &'f Figures, units: &'f [&'f str]) -> Vec<Mention<'f>> {
    let mention = |name: &'f str, place: Place, source: Source| {
        let words = fold_name(name);
        let key = joined(&words);
        Mention { name, key, words, kind: unit_kind(name), place, source }
    };
    let known = units.iter().enumerate().map(|(place, name)| mention(name, Place::KnownUnit { place }, Source::Known));
    let said = figures.statements.iter().flat_map(|(id, held)| {
        held.value.picks.iter().filter_map(move |pick| match &pick.what {
            Picked::Name { name } => Some((name, Place::Said { statement: id.clone(), pick: pick.number })),
            Picked::Figure { .. } | Picked::Citation { .. } => None,
        })
    });
    let said = said.map(|(name, place)| mention(name, place, Source::Said));
    let listed = figures.tables.iter().enumerate().flat_map(|(order, (id, held))| {
        unit_rows(&held.value).map(move |row| {
            (row.name.as_str(), Place::Row { table: id.clone(), row: row.key.clone() }, Source::Table(order))
        })
    });
    let listed = listed.map(|(name, place, source)| mention(name, place, source));
    known.chain(said).chain(listed).collect()
}

/// Mentions that fold to one name: each is held against the first that has another kind, or else another spelling. Two
/// rows of one table, and two units of the list, are two units.
fn within(group: &[&Mention<'_>], found: &mut Audit) {
    let spelled: Vec<String> = group.iter().map(|mention| spelling(mention.name)).collect();
    // A source that has a kind of unit besides has both units.
    let kinds: BTreeSet<(Source, Option<&str>)> = group.iter().map(|mention| (mention.source, mention.kind)).collect();
    for (at, mention) in group.iter().enumerate() {
        let earlier = || group.iter().zip(&spelled).take(at).filter(|(other, _)| other.source != mention.source);
        let other_kind = earlier().find(|(other, _)| {
            other.kind.is_some()
                && mention.kind.is_some()
                && other.kind != mention.kind
                && !kinds.contains(&(mention.source, other.kind))
        });
        let other_spelling = || earlier().find(|(_, other)| spelled.get(at) != Some(other));
        let (other, cause) = match other_kind {
            Some(other) => (Some(other), Cause::UnitKind),
            None => (other_spelling(), Cause::Spelling),
        };
        found.check(RuleKind::Name, None, other.map(|(other, _)| report(mention, other, cause)));
    }
}

/// The name of another source that this one, found nowhere else, may be a slip of: one word differs in the middle.
fn near(mention: &Mention<'_>, groups: &BTreeMap<&str, Vec<&Mention<'_>>>) -> Option<Discrepancy> {
    let mut near = groups.values().filter_map(|group| {
        let other = group.iter().find(|other| other.source != mention.source)?;
        is_slip(&mention.words, &other.words).then_some(*other)
    });
    let found = near.next()?;
    // With two to choose from neither is likelier than a unit of its own.
    near.next().is_none().then(|| report(mention, found, Cause::Spelling))
}

fn report(mention: &Mention<'_>, other: &Mention<'_>, cause: Cause) -> Discrepancy {
    Discrepancy {
        id: id_of(RuleKind::Name, &mention.place, &other.key),
        rule: RuleKind::Name,
        named: None,
        place: mention.place.clone(),
        stated: Value::Words(mention.name.to_owned()),
        computed: Value::Words(other.name.to_owned()),
        terms: vec![Term { place: other.place.clone(), figure: None }],
        sure: Sure::Possible,
        causes: vec![cause],
    }
}

/// A name as it is spelled, without body and kind, in small letters; marks of letters are kept.
fn spelling(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    let kept = fold_name(name).split(' ').count();
    let from = words.len().saturating_sub(kept);
    let own = words.get(from..).unwrap_or_default().join(" ");
    own.replace(['’', 'ʼ', '‘', '`'], "'").replace(['-', '–'], " ")
}

/// Whether two names differ in one word only, and there by at most two letters, the first and the last being the same.
fn is_slip(one: &str, other: &str) -> bool {
    let (ones, others): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    if ones.len() != others.len() {
        return false;
    }
    let mut differing = ones.iter().zip(&others).filter(|(one, other)| one != other);
    let (Some((one, other)), None) = (differing.next(), differing.next()) else { return false };
    let ends = |word: &str| (word.chars().next(), word.chars().next_back());
    one.len().min(other.len()) > 2 && ends(one) == ends(other) && distance(one, other) <= 2
}

/// How many letters have to be put in, left out or changed to turn one word into the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (line, letter) in one.chars().enumerate() {
        let mut corner = line;
        let mut left = line + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (place, like) in other.iter().enumerate() {
            let Some(cell) = row.get_mut(place + 1) else { continue };
            let changed = corner + usize::from(*like != letter);
            corner = *cell;
            left = changed.min(left + 1).min(corner + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_one_word_with_the_same_ends() {
        assert!(is_slip("ia rswom", "ia rsum"));
        assert!(!is_slip("ia rsai", "ia rsum"));
        assert!(!is_slip("krong nang", "krong ana"));
        assert!(!is_slip("ia rmok", "ia rsum"));
        assert!(!is_slip("phu tuc", "phu can"));
    }

    #[test]
    fn the_distance_counts_letters() {
        for (one, other, expected) in [("rswom", "rsum", 2), ("buk", "buk", 0), ("", "abc", 3), ("ab", "ba", 2)] {
            assert_eq!(distance(one, other), expected, "{one} {other}");
        }
    }

    #[test]
    fn the_spelling_leaves_out_body_and_kind_only() {
        assert_eq!(spelling("UBND xã Phú Túc"), spelling("thị trấn Phú Túc"));
        assert_ne!(spelling("Krông Búk"), spelling("huyện Krông Buk"));
        assert_eq!(spelling("M’Đrắk"), spelling("huyện M'Đrắk"));
    }
}
