//! Tables of late dossiers and the letters that answer them, as the monthly reports count them: resolved and pending
//! apart. A share is of those looked at; those that nobody looked at are counted beside it and held against nobody.

use std::collections::BTreeMap;

use crate::domain::dossier::{Cause, Coverage, Lateness, Part, Seal};
use crate::domain::outcome::share;
use crate::words::catalogue::coverage as word;
use crate::words::catalogue::dossier as heading;
use crate::words::fold::collation_key;
use crate::words::{Lang, Text, format};

use super::chart::{Chart, chart};
use super::{Cell, Column, Material, Table, words};

/// The letters for late dossiers: of those resolved and of those pending, how many have one, have it posted, have it
/// uploaded.
pub fn coverage_overview(coverage: &Coverage) -> Table {
    let mut rows = Vec::new();
    for (group, lateness) in groups(coverage) {
        let part = lateness.total();
        for (what, seal) in seals(&part) {
            let looked_at = seal.yes + seal.no;
            rows.push(vec![
                words(group.vi),
                count(part.late),
                words(what.vi),
                count(seal.yes),
                count(looked_at),
                share(u64::from(seal.yes), u64::from(looked_at)).map_or(Cell::Empty, Cell::Percent),
                count(seal.unseen),
            ]);
        }
    }
    let headings = [word::GROUP, word::LATE, word::WHAT, word::YES, word::SEEN, word::SHARE, word::UNSEEN];
    table(word::OVERVIEW, &headings, rows)
}

/// By field, in the order of the alphabet, those without one last.
pub fn coverage_by_field(coverage: &Coverage) -> Table {
    by_key(word::BY_FIELD, heading::FIELD, Counted::All, coverage, |lateness| named(lateness.by_field()))
}

/// By the level that resolves, the highest first.
pub fn coverage_by_level(coverage: &Coverage) -> Table {
    let rows = |lateness: &Lateness| {
        lateness.by_level().into_iter().map(|(level, part)| (level.short_label().vi.to_owned(), part)).collect()
    };
    by_key(word::BY_LEVEL, Text::new("Cấp giải quyết", "Resolving level"), Counted::All, coverage, rows)
}

/// By cause, those without one last. Only late dossiers have a cause.
pub fn coverage_by_cause(coverage: &Coverage) -> Table {
    let rows = |lateness: &Lateness| {
        let mut causes: Vec<_> = lateness.by_cause().into_iter().collect();
        causes.sort_by_key(|(cause, _)| cause.is_none());
        let label = |cause: Option<Cause>| cause.map_or(word::NOT_GIVEN, |cause| cause.label()).vi.to_owned();
        causes.into_iter().map(|(cause, part)| (label(cause), part)).collect()
    };
    by_key(word::BY_CAUSE, heading::CAUSE, Counted::Late, coverage, rows)
}

/// By body at fault, in the order of the alphabet, those without one last. Only late dossiers have one.
pub fn coverage_by_body(coverage: &Coverage) -> Table {
    by_key(word::BY_BODY, heading::BODY_AT_FAULT, Counted::Late, coverage, |lateness| named(lateness.by_body()))
}

/// By unit, in the order given, with a total.
pub fn coverage_by_unit(units: &[(String, Coverage)]) -> Table {
    let mut whole = Coverage::default();
    units.iter().for_each(|(_, coverage)| whole.merge(coverage));
    let mut rows = Vec::new();
    for (place, (group, all)) in groups(&whole).into_iter().enumerate() {
        let parts = units.iter().map(|(unit, coverage)| (unit.as_str(), groups(coverage)[place].1.total()));
        let parts = parts.chain([(word::TOTAL.vi, all.total())]);
        rows.extend(parts.map(|(label, part)| row(group, label, Counted::All, &part)));
    }
    table(word::BY_UNIT, &headings(heading::UNIT, Counted::All), rows)
}

/// The coverage of all visits of each unit that has dossiers, in the order of the visits.
pub fn coverage_of_units(material: &Material) -> Vec<(String, Coverage)> {
    let mut units: Vec<(String, Coverage)> = Vec::new();
    for held in material.visits.iter().filter(|held| !held.judged.is_empty()) {
        let (name, level) = material.unit(&held.visit.unit);
        let coverage = Coverage::of(held.dossiers(), level);
        match units.iter_mut().find(|(unit, _)| unit == name) {
            Some((_, whole)) => whole.merge(&coverage),
            None => units.push((name.to_owned(), coverage)),
        }
    }
    units
}

/// All tables, in the order of a report.
pub fn coverage_tables(coverage: &Coverage) -> [Table; 5] {
    [
        coverage_overview(coverage),
        coverage_by_field(coverage),
        coverage_by_level(coverage),
        coverage_by_cause(coverage),
        coverage_by_body(coverage),
    ]
}

/// Lateness by field, resolved and pending together: how many are late, by how many working days in all, and by how
/// many the latest. The three keep one order, the fields with most late dossiers first.
pub fn lateness_charts(coverage: &Coverage) -> [Chart; 3] {
    let mut both = coverage.resolved.clone();
    both.merge(&coverage.pending);
    let mut fields: Vec<(String, Part)> =
        named(both.by_field()).into_iter().filter(|(_, part)| part.late > 0).collect();
    fields.sort_by_key(|(_, part)| std::cmp::Reverse(part.late));
    let bars = |name, unit, value: fn(&Part) -> u64| {
        chart(name, unit, fields.iter().map(|(field, part)| (field.clone(), value(part))))
    };
    [
        bars(word::CHART_LATE, word::UNIT_DOSSIERS, |part| u64::from(part.late)),
        bars(word::CHART_DAYS, word::UNIT_DAYS, |part| part.days_late),
        bars(word::CHART_LONGEST, word::UNIT_DAYS, |part| u64::from(part.longest)),
    ]
}

/// The lines on letters as a monthly report prints them: "Đã có văn bản xin lỗi: 117/117 hồ sơ quá
/// hạn (Cấp tỉnh: 116/116 hồ sơ, cấp xã: 1/1 hồ sơ)". The levels follow where there is more than one. Those that
/// nobody looked at are named at the end of the line.
pub fn coverage_lines(lateness: &Lateness) -> Vec<String> {
    let total = lateness.total();
    let lines = [
        ("Đã có văn bản xin lỗi", (|part: &Part| part.apology) as fn(&Part) -> Seal),
        ("Đã niêm yết công khai văn bản xin lỗi tại Bộ phận tiếp nhận và trả kết quả của đơn vị", |part| part.posted),
        ("Đã đăng tải văn bản xin lỗi lên Trang thông tin điện tử của đơn vị", |part| {
            part.uploaded
        }),
    ];
    let late = format!("Quá hạn: {} hồ sơ", format::count(u64::from(total.late)));
    let line = |(what, seal): (&str, fn(&Part) -> Seal)| {
        let levels: Vec<String> = lateness
            .by_level()
            .iter()
            .filter(|(_, part)| part.late > 0)
            .map(|(level, part)| format!("{}: {} hồ sơ", level.short_label().get(Lang::Vi), of(seal(part))))
            .collect();
        let levels = match levels.as_slice() {
            [] | [_] => String::new(),
            [first, rest @ ..] => {
                let rest: Vec<String> = rest.iter().map(|level| level.replacen("Cấp", "cấp", 1)).collect();
                format!(" ({first}, {})", rest.join(", "))
            }
        };
        let all = seal(&total);
        let unseen = match all.unseen {
            0 => String::new(),
            unseen => format!("; chưa xem {} hồ sơ", format::count(u64::from(unseen))),
        };
        // Of what nobody looked at there is no share, not even 0/0.
        if all.yes + all.no == 0 && all.unseen > 0 {
            return format!("{what}: chưa xem {} hồ sơ quá hạn", format::count(u64::from(all.unseen)));
        }
        let looked_at = if all.unseen > 0 { " đã xem" } else { "" };
        format!("{what}: {} hồ sơ quá hạn{looked_at}{levels}{unseen}", of(all))
    };
    std::iter::once(late).chain((total.late > 0).then_some(lines).into_iter().flatten().map(line)).collect()
}

/// So many of those looked at: "116/116".
fn of(seal: Seal) -> String {
    format!("{}/{}", format::count(u64::from(seal.yes)), format::count(u64::from(seal.yes + seal.no)))
}

fn groups(coverage: &Coverage) -> [(Text, &Lateness); 2] {
    [(word::RESOLVED, &coverage.resolved), (word::PENDING, &coverage.pending)]
}

fn seals(part: &Part) -> [(Text, Seal); 3] {
    [(word::APOLOGY, part.apology), (word::POSTED, part.posted), (word::UPLOADED, part.uploaded)]
}

/// Which dossiers a table counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counted {
    /// All, so that lateness has a share.
    All,
    /// Those late: the key is one of lateness.
    Late,
}

fn by_key(
    name: Text,
    key: Text,
    counted: Counted,
    coverage: &Coverage,
    rows: impl Fn(&Lateness) -> Vec<(String, Part)>,
) -> Table {
    let mut written = Vec::new();
    for (group, lateness) in groups(coverage) {
        let total = (word::TOTAL.vi.to_owned(), lateness.total());
        let parts = rows(lateness).into_iter().filter(|(_, part)| counted == Counted::All || part.late > 0);
        written.extend(parts.chain([total]).map(|(label, part)| row(group, &label, counted, &part)));
    }
    table(name, &headings(key, counted), written)
}

fn headings(key: Text, counted: Counted) -> Vec<Text> {
    let mut headings = vec![word::GROUP, key];
    if counted == Counted::All {
        headings.extend([word::DOSSIERS, word::LATE, word::LATE_SHARE]);
    } else {
        headings.push(word::LATE);
    }
    headings.extend([word::APOLOGY, word::APOLOGY_NO, word::APOLOGY_UNSEEN]);
    headings.extend([word::POSTED, word::POSTED_NO, word::POSTED_UNSEEN]);
    headings.extend([word::UPLOADED, word::UPLOADED_NO, word::UPLOADED_UNSEEN, word::DAYS, word::LONGEST]);
    headings
}

fn row(group: Text, label: &str, counted: Counted, part: &Part) -> Vec<Cell> {
    let mut row = vec![words(group.vi), words(label)];
    if counted == Counted::All {
        let late = share(u64::from(part.late), u64::from(part.dossiers)).map_or(Cell::Empty, Cell::Percent);
        row.extend([count(part.dossiers), count(part.late), late]);
    } else {
        row.push(count(part.late));
    }
    for (_, seal) in seals(part) {
        row.extend([count(seal.yes), count(seal.no), count(seal.unseen)]);
    }
    row.extend([Cell::Count(part.days_late), count(part.longest)]);
    row
}

/// Parts by name in the order of the alphabet, those without a name last.
fn named(parts: BTreeMap<String, Part>) -> Vec<(String, Part)> {
    let mut parts: Vec<(String, Part)> = parts.into_iter().collect();
    parts.sort_by_cached_key(|(name, _)| (name.is_empty(), collation_key(name)));
    let given = |name: String| if name.is_empty() { word::NOT_GIVEN.vi.to_owned() } else { name };
    parts.into_iter().map(|(name, part)| (given(name), part)).collect()
}

fn table(name: Text, headings: &[Text], rows: Vec<Vec<Cell>>) -> Table {
    Table { name, columns: headings.iter().map(|heading| Column { heading: *heading }).collect(), rows }
}

fn count(count: u32) -> Cell {
    Cell::Count(u64::from(count))
}

#[cfg(test)]
mod tests;
