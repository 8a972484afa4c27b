//! What changes touch, in words: the lines of an import that name what only the file, or only the device has.

use crate::domain::edit::{Change, Target, touched};
use crate::domain::figures::StatTable;
use crate::domain::id::{DossierId, StatementId, TableId};
use crate::domain::visit::Visit;
use crate::words::catalogue::{changes as words, dossier, forms};
use crate::words::{Lang, Text};

/// A line for each thing that changes touch, with who touched it last; what a thing is called is looked up in these visits.
pub fn change_lines(changes: &[Change], visits: [&Visit; 2], lang: Lang) -> Vec<String> {
    let line = |target: &Target| {
        let name = target_words(target, visits, lang);
        let last = changes.iter().rev().find(|change| change.edit.targets().contains(target));
        match last.map(|change| change.stamp.by.trim()).filter(|by| !by.is_empty()) {
            Some(by) => words::BY.get(lang).replace("{what}", &name).replace("{by}", by),
            None => name,
        }
    };
    touched(changes).iter().map(line).collect()
}

/// What a thing of a visit is called.
pub fn target_words(target: &Target, visits: [&Visit; 2], lang: Lang) -> String {
    let steps: Vec<&str> = target.0.iter().map(String::as_str).collect();
    let named = |text: Text, name: &str| text.get(lang).replace("{name}", name);
    let part = |whole: String, part: Option<Text>| match part {
        Some(part) => words::PART.get(lang).replace("{whole}", &whole).replace("{part}", part.get(lang)),
        None => whole,
    };
    match steps.as_slice() {
        ["answer", item, ..] => named(words::ANSWER, item),
        ["note", item, ..] => named(words::NOTE, item),
        ["details", "Date", ..] => dossier::VISITED.get(lang).to_owned(),
        ["details", "Present", ..] => forms::PRESENT.get(lang).to_owned(),
        ["details", ..] => words::DETAILS.get(lang).to_owned(),
        ["sections", ..] => forms::SECTIONS.get(lang).to_owned(),
        ["finding", id, rest @ ..] => part(named(words::FINDING, id), finding_part(rest)),
        ["dossier", id, rest @ ..] => {
            let code = DossierId::new(*id).ok().and_then(|id| {
                let held = visits.iter().find_map(|visit| visit.dossiers.get(&id));
                held.map(|held| held.dossier.code.clone()).filter(|code| !code.is_empty())
            });
            part(named(words::DOSSIER, code.as_deref().unwrap_or(id)), dossier_part(rest))
        }
        ["draws", ..] => words::DRAWS.get(lang).to_owned(),
        ["posting", "counted", ..] => words::COUNTED.get(lang).to_owned(),
        ["posting", "in_force", ..] => words::IN_FORCE.get(lang).to_owned(),
        ["posting", "sampled", code, ..] => named(words::PROCEDURE, code),
        ["posting", ..] => words::POSTING.get(lang).to_owned(),
        ["table", id, rest @ ..] => {
            let title = TableId::new(*id).ok().and_then(|id| {
                let title = |table: &StatTable| table.title.clone();
                visits.iter().find_map(|visit| visit.figures.tables.get(&id)).map(|held| title(&held.value))
            });
            let table = named(words::TABLE, title.filter(|title| !title.is_empty()).as_deref().unwrap_or(id));
            match rest {
                ["rows", row, ..] => format!("{table}: {}", named(words::ROW, row)),
                _ => table,
            }
        }
        ["statement", id, ..] => {
            let place = StatementId::new(*id).ok().and_then(|id| {
                let held = visits.iter().find_map(|visit| visit.figures.statements.get(&id));
                held.map(|held| held.value.place.clone()).filter(|place| !place.is_empty())
            });
            named(words::STATEMENT, place.as_deref().unwrap_or(id))
        }
        ["tie", ..] => words::TIE.get(lang).to_owned(),
        ["decision", ..] => words::DECISION.get(lang).to_owned(),
        _ => steps.join(" "),
    }
}

fn finding_part(rest: &[&str]) -> Option<Text> {
    Some(match *rest.first()? {
        "Withdrawn" => words::WITHDRAWN,
        "Remedy" => words::REMEDY,
        _ => words::FINDING_WORDS,
    })
}

fn dossier_part(rest: &[&str]) -> Option<Text> {
    Some(match *rest.first()? {
        "Code" => dossier::CODE,
        "Procedure" => dossier::PROCEDURE,
        "Field" => dossier::FIELD,
        "Level" => dossier::LEVEL,
        "Channel" => dossier::CHANNEL,
        "Received" => dossier::RECEIVED,
        "Term" => dossier::TERM,
        "Stops" => dossier::STOPS,
        "Slip" => dossier::SLIP,
        "Appointed" => dossier::APPOINTED,
        "AdditionsAsked" => dossier::ADDITIONS,
        "Returned" => dossier::RETURNED,
        "State" => dossier::STATE,
        "Apology" => match rest.get(1).copied() {
            Some("Number") => dossier::APOLOGY_NUMBER,
            Some("Date") => dossier::APOLOGY_DATE,
            Some("Reason") => dossier::REASON,
            Some("NewDate") => dossier::NEW_DATE,
            Some("SignedBy") => dossier::SIGNED_BY,
            _ => dossier::APOLOGY,
        },
        "TimesReappointed" => dossier::TIMES_REAPPOINTED,
        "Posted" => dossier::POSTED,
        "Uploaded" => dossier::UPLOADED,
        "InSystem" => dossier::IN_SYSTEM,
        "Cause" => dossier::CAUSE,
        "BodyAtFault" => dossier::BODY_AT_FAULT,
        "Linked" => dossier::LINKED,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use crate::domain::edit::{DossierField, Edit};
    use crate::domain::fixture::{day, every_answer, every_figure, every_finding, every_sample, make, visit};

    use super::*;

    #[test]
    fn every_thing_has_a_name_in_both_languages() {
        let mut held = visit("v1", "u1", day(2023, 5, 10));
        let edits = every_answer().into_iter().chain(every_finding()).chain(every_sample()).chain(every_figure());
        let history = make(&mut held, edits);
        for lang in [Lang::Vi, Lang::En] {
            let lines = change_lines(&history, [&held, &held], lang);
            assert!(lines.len() > 40, "{}", lines.len());
            for line in &lines {
                assert!(!line.contains('{') && !line.trim().is_empty(), "{line}");
            }
        }
        assert!(change_lines(&history, [&held, &held], Lang::Vi).contains(&"A02: trả lời (Lan)".to_owned()));
    }

    #[test]
    fn two_fields_of_a_dossier_are_two_lines_that_name_it_by_its_code() {
        let mut held = visit("v1", "u1", day(2023, 5, 10));
        make(&mut held, every_sample());
        let id = held.dossiers.keys().next().unwrap().clone();
        let code = held.dossiers[&id].dossier.code.clone();
        let fields = vec![DossierField::Slip(Some(false)), DossierField::BodyAtFault("Chi cục Thuế".to_owned())];
        let history = make(&mut held, [Edit::DossierFields { id, fields }]);
        let lines: BTreeSet<String> = change_lines(&history, [&held, &held], Lang::Vi).into_iter().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| line.starts_with(&format!("Hồ sơ {code}: "))), "{lines:?}");
    }
}
