//! Ties tried out before they are kept: what each says, and whether it holds.

use leptos::prelude::*;

use crate::domain::figures::audit::{Discrepancy, audit_tie};
use crate::domain::figures::propose::{Proposal, Strength, against, within};
use crate::domain::figures::{Figures, Held, Operand, Relation, StatTable, Statement, Tie};
use crate::domain::id::{StatementId, TableId, TieId};
use crate::report::audit::{Teller, formula, relation_words, value_words};
use crate::state::App;
use crate::words::Lang;
use crate::words::catalogue::audit::statement as words;

use super::draft::Draft;

/// Whether a tie holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// It was checked, and agrees.
    Yes,
    /// It was checked, and does not.
    No,
    /// Nothing was held against anything: blanks, or parts that may overlap and make more than the whole.
    NotCompared,
    /// It takes something that is not there.
    Loose,
}

impl Holds {
    /// In handles.
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Yes => "true",
            Self::No => "false",
            Self::NotCompared => "not-compared",
            Self::Loose => "loose",
        }
    }
}

/// A tie in words, and whether it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tried {
    /// The tie.
    pub(super) relation: Relation,
    /// What it says.
    pub(super) words: String,
    /// How much speaks for it.
    pub(super) strength: Strength,
    /// Whether it holds.
    pub(super) holds: Holds,
    /// That in words.
    pub(super) verdict: String,
}

/// What is proposed, and what a person tied, each tried out. Reactive to what was read and to the figures.
pub(super) fn tried(app: App, draft: Draft) -> (Vec<Tried>, Vec<Tried>) {
    let (statement, made, lang) = (draft.read.get(), draft.made.get(), app.lang());
    let id = draft.id.get_value();
    let stamp = draft.session.stamp();
    draft.session.figures(|figures| {
        let mut scratch = figures.clone();
        scratch.statements.insert(id.clone(), Held { value: (*statement).clone(), stamp: stamp.clone() });
        let tables: Vec<(&TableId, &StatTable)> = figures.tables.iter().map(|(id, held)| (id, &held.value)).collect();
        let proposals = within(&id, &statement).into_iter().chain(against(&id, &statement, &tables));
        let is_tied = |relation: &Relation| figures.ties.values().any(|held| held.value.relation == *relation);
        let proposals: Vec<Proposal> =
            proposals.filter(|one| !is_tied(&one.relation) && !made.contains(&one.relation)).collect();
        let tie =
            |relation: &Relation| Held { value: Tie { relation: relation.clone(), item: None }, stamp: stamp.clone() };
        // Percentages of one whole explain each other, so all that are likely are there at once.
        let strong = proposals.iter().filter(|one| one.strength == Strength::Strong).map(|one| &one.relation);
        for (place, relation) in strong.chain(&made).enumerate() {
            if let Ok(id) = TieId::new(format!("thu-{place}")) {
                scratch.ties.insert(id, tie(relation));
            }
        }
        let mut trial = |relation: &Relation, strength: Strength| {
            let known =
                scratch.ties.iter().find(|(_, held)| held.value.relation == *relation).map(|(id, _)| id.clone());
            let passing = TieId::new("thu").ok().filter(|_| known.is_none());
            if let Some(id) = &passing {
                scratch.ties.insert(id.clone(), tie(relation));
            }
            let tried = known.or_else(|| passing.clone()).map(|id| try_one(&scratch, &id, relation, strength, lang));
            if let Some(id) = &passing {
                scratch.ties.remove(id);
            }
            tried
        };
        let proposed = proposals.iter().filter_map(|one| trial(&one.relation, one.strength)).collect();
        let made = made.iter().filter_map(|relation| trial(relation, Strength::Strong)).collect();
        (proposed, made)
    })
}

/// The ties that are there and take something of this passage. Reactive.
pub(super) fn held(app: App, draft: Draft) -> Vec<(TieId, Tried)> {
    let (statement, lang) = (draft.read.get(), app.lang());
    let id = draft.id.get_value();
    draft.session.figures(|figures| {
        let mut scratch = figures.clone();
        if let Some(held) = scratch.statements.get_mut(&id) {
            held.value = (*statement).clone();
        }
        let of_it = figures.ties.iter().filter(|(_, held)| takes(&held.value.relation, &id));
        of_it
            .map(|(tie, held)| (tie.clone(), try_one(&scratch, tie, &held.value.relation, Strength::Strong, lang)))
            .collect()
    })
}

fn try_one(figures: &Figures, id: &TieId, relation: &Relation, strength: Strength, lang: Lang) -> Tried {
    let teller = Teller { figures, units: &[], lang };
    let found = audit_tie(figures, id);
    let (holds, verdict) = match &found {
        None => (Holds::Loose, words::LOOSE.get(lang).to_owned()),
        Some(found) => match found.discrepancies.as_slice() {
            [] if found.compared == 0 => (Holds::NotCompared, words::NOT_COMPARED.get(lang).to_owned()),
            [] => (Holds::Yes, words::HOLDS.get(lang).to_owned()),
            off => {
                let how: Vec<String> = off.iter().map(|one| how(&teller, one)).collect();
                (Holds::No, words::OFF.get(lang).replace("{how}", &how.join("; ")))
            }
        },
    };
    Tried { relation: relation.clone(), words: relation_words(&teller, relation), strength, holds, verdict }
}

/// How it is off: what follows instead, and the likely cause.
fn how(teller: &Teller<'_>, found: &Discrepancy) -> String {
    let short = formula(teller, found).filter(|formula| formula.chars().count() < 80);
    let what = short.unwrap_or_else(|| value_words(&found.computed, teller.lang));
    match teller.causes(found).join("; ") {
        causes if causes.is_empty() => what,
        causes => format!("{what} – {causes}"),
    }
}

/// Whether a tie takes something of a passage.
pub(super) fn takes(relation: &Relation, id: &StatementId) -> bool {
    match relation {
        Relation::Listed { statement, .. } => statement == id,
        _ => relation.operands().iter().any(|one| matches!(one, Operand::Said { statement, .. } if statement == id)),
    }
}

/// The picks of a passage that a tie takes.
pub(super) fn picks_of(relation: &Relation, id: &StatementId) -> Vec<u32> {
    match relation {
        Relation::Listed { statement, names, .. } if statement == id => names.clone(),
        _ => {
            let of = |operand: &&Operand| match operand {
                Operand::Said { statement, pick } if statement == id => Some(*pick),
                _ => None,
            };
            relation.operands().iter().filter_map(of).collect()
        }
    }
}

/// Whether all picks that a tie takes of a passage are there.
pub(super) fn is_whole(relation: &Relation, id: &StatementId, statement: &Statement) -> bool {
    picks_of(relation, id).iter().all(|pick| statement.pick(*pick).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figures::{Parts, Rows};
    use crate::domain::fixture::figures::{counts, form, line, row, table};
    use crate::domain::fixture::stamp;

    #[test]
    fn a_tie_agrees_only_where_something_was_compared() {
        let id = TableId::new("b").unwrap();
        let cell = |column: &str| Operand::Cell { table: id.clone(), row: line("1"), column: line(column) };
        let tried = |cells: &[&str], are| {
            let columns = ["t", "x", "y", "z"].map(counts).to_vec();
            let held = table(form(Rows::Free { adds_up: false }, columns, Vec::new()), vec![row("1", "1", 0, cells)]);
            let mut figures = Figures::default();
            figures.tables.insert(id.clone(), Held { value: held, stamp: stamp() });
            let relation = Relation::Sum { total: cell("t"), parts: vec![cell("x"), cell("y"), cell("z")], are };
            let tie = TieId::new("t").unwrap();
            let value = Tie { relation: relation.clone(), item: None };
            figures.ties.insert(tie.clone(), Held { value, stamp: stamp() });
            let tried = try_one(&figures, &tie, &relation, Strength::Strong, Lang::Vi);
            (tried.holds, tried.verdict)
        };
        assert_eq!(tried(&["44", "30", "5", "9"], Parts::Partition), (Holds::Yes, "Khớp".to_owned()));
        assert_eq!(tried(&["39", "30", "5", "9"], Parts::Partition).0, Holds::No);
        let (holds, verdict) = tried(&["39", "30", "5", "9"], Parts::Overlapping);
        assert_eq!(holds, Holds::NotCompared);
        assert!(verdict.starts_with("Chưa đối chiếu"), "{verdict}");
        assert_eq!(tried(&["0", "", "", ""], Parts::Partition).0, Holds::NotCompared);
        assert_eq!(tried(&["", "30", "5", "9"], Parts::Partition).0, Holds::NotCompared);
    }
}
