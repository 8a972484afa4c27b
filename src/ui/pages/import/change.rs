//! What an import would do to each record, in words and in three heaps: plain values, tested without a view.

use crate::domain::edit::{Divergence, supervision_differences};
use crate::domain::id::VisitId;
use crate::domain::progress::VisitSummary;
use crate::domain::visit::Visit;
use crate::report::changes::{change_lines, target_words};
use crate::state::incoming::{Comparison, Effect, LeftOut, Offer, Preview, Table, Way};
use crate::words::catalogue::{forms, import as words};
use crate::words::format::{count, date};
use crate::words::{Lang, Text};

/// One record of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub what: String,
    /// Its state here and in the file; empty unless it is replaced.
    pub states: String,
    /// How the two compare, where it is replaced; whether that is a warning.
    pub verdict: Option<(Text, bool)>,
    /// What each of two visits holds alone, and what can be done.
    pub comparison: Option<ComparedVisit>,
}

/// Two forms of one visit, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedVisit {
    /// Which.
    pub id: VisitId,
    /// A line for each thing that the file alone changed.
    pub only_file: Vec<String>,
    /// A line for each thing that the device alone changed.
    pub only_here: Vec<String>,
    /// A line for each thing that both changed.
    pub both: Vec<String>,
    /// Whether both can be joined.
    pub can_join: bool,
    /// What is done where nothing is chosen.
    pub usual: Way,
}

fn compared(id: &VisitId, comparison: &Comparison, file: &Visit, lang: Lang) -> ComparedVisit {
    let visits = [comparison.here(), file];
    let Divergence { only_here, only_file, .. } = &comparison.divergence;
    let both = comparison.divergence.touched_by_both();
    ComparedVisit {
        id: id.clone(),
        only_file: change_lines(only_file, visits, lang),
        only_here: change_lines(only_here, visits, lang),
        both: both.iter().map(|target| target_words(target, visits, lang)).collect(),
        can_join: comparison.can_join(),
        usual: comparison.usual_way(),
    }
}

/// How two forms of one visit compare, and whether that is a warning.
fn compared_words(comparison: &Comparison) -> (Text, bool) {
    match () {
        () if !comparison.has_base => (words::NO_BASE, true),
        () if comparison.divergence.only_here.is_empty() => (words::FILE_GOES_ON, false),
        () if comparison.divergence.only_file.is_empty() => (words::FILE_BEHIND, true),
        () => (words::DIVERGED, true),
    }
}

/// In what two forms of a supervision differ, in words.
fn differs_in(preview: &Preview, lang: Lang) -> Option<String> {
    let here = preview.supervision_here()?;
    let name = |field: String| match &*field {
        "Body" => forms::BODY,
        "Place" => forms::PLACE,
        "Province" => forms::PROVINCE,
        "Number" => forms::RESOLUTION_NUMBER,
        "Issued" => forms::RESOLUTION_DATE,
        "Topic" => forms::TOPIC,
        "From" | "To" => forms::PERIOD,
        "Delegation" => forms::DELEGATION,
        _ => words::UNITS,
    };
    let fields = supervision_differences(here, &preview.file.supervision);
    let mut names: Vec<&str> = fields.into_iter().map(|field| name(field).get(lang)).collect();
    names.dedup();
    (!names.is_empty()).then(|| words::DIFFERS_IN.get(lang).replace("{fields}", &names.join(", ")))
}

/// What an import would do, in three heaps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Not on this device yet.
    pub added: Vec<Change>,
    /// Here in another form.
    pub replaced: Vec<Change>,
    /// Here, exactly so.
    pub kept: Vec<Change>,
}

impl Changes {
    fn put(&mut self, effect: Effect, what: String, states: String) {
        let (heap, verdict) = match effect {
            Effect::Adds => (&mut self.added, None),
            Effect::Keeps => (&mut self.kept, None),
            Effect::Replaces { here, file } if here < file => (&mut self.replaced, Some((words::FILE_NEWER, false))),
            Effect::Replaces { here, file } if file < here => (&mut self.replaced, Some((words::FILE_OLDER, true))),
            Effect::Replaces { .. } => (&mut self.replaced, Some((words::FILE_DIFFERS, true))),
        };
        heap.push(Change { what, states, verdict, comparison: None });
    }
}

/// What previews say, one after the other. `here` are the visits on this device in short.
pub fn changes(previews: &[Preview], here: &[VisitSummary], lang: Lang) -> Changes {
    let mut changes = Changes::default();
    previews.iter().for_each(|preview| add(&mut changes, preview, here, lang));
    changes
}

fn add(changes: &mut Changes, preview: &Preview, here: &[VisitSummary], lang: Lang) {
    let file = &preview.file;
    let topic = words::SUPERVISION.get(lang).replace("{topic}", &file.supervision.topic);
    let differences = match preview.supervision {
        Effect::Replaces { .. } => differs_in(preview, lang),
        Effect::Adds | Effect::Keeps => None,
    };
    let states_of = [states(preview.supervision, None, lang)].into_iter().chain(differences);
    changes.put(preview.supervision, topic, states_of.collect::<Vec<_>>().join(" ").trim().to_owned());
    for template in &file.templates {
        let is_new = preview.new_templates.contains(&template.reference());
        let effect = if is_new { Effect::Adds } else { Effect::Keeps };
        let what = words::TEMPLATE
            .get(lang)
            .replace("{name}", template.name.get(lang))
            .replace("{version}", &template.version.to_string());
        changes.put(effect, what, String::new());
    }
    for ((visit, _), (_, effect)) in file.visits.iter().zip(&preview.visits) {
        let unit = file.supervision.unit(&visit.unit).map_or("", |unit| unit.name.as_str());
        let what = words::VISIT.get(lang).replace("{date}", &date(visit.date)).replace("{unit}", unit);
        let entries = words::ANSWERS.get(lang).replace("{n}", &count(visit.entries.len() as u64));
        let here = here.iter().find(|short| short.id == visit.id);
        let states = states(*effect, here.map(|here| (here, visit)), lang);
        changes.put(*effect, format!("{what} ({entries})"), states);
        if let (Some(comparison), Some(last)) = (preview.comparisons.get(&visit.id), changes.replaced.last_mut()) {
            last.verdict = Some(compared_words(comparison));
            last.comparison = Some(compared(&visit.id, comparison, visit, lang));
        }
    }
}

/// The rows of a rescue file that are not taken, each with why; then how many of other tables.
pub fn not_taken(offer: &Offer, lang: Lang) -> Vec<String> {
    let row = |LeftOut { table, key, why }: &LeftOut| {
        words::LEFT_OUT
            .get(lang)
            .replace("{table}", table.name())
            .replace("{key}", key)
            .replace("{why}", &why.sentence(lang))
    };
    let others = |(table, rows): &(Table, usize)| {
        let text = match table {
            Table::Drafts => words::DRAFTS_PASSED_OVER,
            Table::Bin => words::BIN_PASSED_OVER,
            _ => words::REFERENCES_PASSED_OVER,
        };
        text.get(lang).replace("{n}", &count(*rows as u64))
    };
    offer.left_out.iter().map(row).chain(offer.passed_over.iter().map(others)).collect()
}

fn states(effect: Effect, visits: Option<(&VisitSummary, &Visit)>, lang: Lang) -> String {
    let Effect::Replaces { here, file } = effect else {
        return String::new();
    };
    let sentence = match visits {
        None => words::REVISIONS.get(lang).to_owned(),
        Some((short, visit)) => words::REVISIONS_DATED
            .get(lang)
            .replace("{here_date}", &date(short.date))
            .replace("{here_answered}", &count(short.answered as u64))
            .replace("{file_date}", &date(visit.date)),
    };
    sentence.replace("{here}", &count(here)).replace("{file}", &count(file))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(here: u64, file: u64) -> Option<(Text, bool)> {
        let mut changes = Changes::default();
        changes.put(Effect::Replaces { here, file }, String::new(), String::new());
        changes.replaced[0].verdict
    }

    #[test]
    fn what_saw_more_changes_here_than_in_the_file_is_a_warning() {
        assert_eq!(verdict(2, 5), Some((words::FILE_NEWER, false)));
        assert_eq!(verdict(5, 2), Some((words::FILE_OLDER, true)));
        assert_eq!(verdict(3, 3), Some((words::FILE_DIFFERS, true)));
    }

    #[test]
    fn both_states_are_named() {
        let effect = Effect::Replaces { here: 1_200, file: 7 };
        assert_eq!(states(effect, None, Lang::Vi), "Trên máy: lần sửa 1.200. Trong tệp: lần sửa 7.");
        assert_eq!(states(Effect::Adds, None, Lang::Vi), "");
    }
}
