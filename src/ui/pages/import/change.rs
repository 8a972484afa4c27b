//! What an import would do to each record, in words and in three heaps: plain values, tested without a view.

use crate::domain::progress::VisitSummary;
use crate::domain::visit::Visit;
use crate::state::incoming::{Effect, LeftOut, Offer, Preview, Table};
use crate::words::catalogue::import as words;
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
        heap.push(Change { what, states, verdict });
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
    changes.put(preview.supervision, topic, states(preview.supervision, None, lang));
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
