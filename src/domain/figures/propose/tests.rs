//! What is proposed for the sentences of three reports, and for sentences in other wording.

use super::super::scan;
use super::super::statement::Picked;
use super::*;

mod reports;
mod tables;
mod wording;

/// The paragraphs of a fixture: each behind a line `== where`.
fn paragraphs(file: &str) -> Vec<(String, String)> {
    let path = format!("{}/tests/fixtures/loi-van-{file}.txt", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let parts = text.split("== ").filter(|part| !part.trim().is_empty());
    parts
        .map(|part| part.split_once('\n').unwrap())
        .map(|(place, text)| (place.to_owned(), text.trim().to_owned()))
        .collect()
}

fn statement(text: &str) -> Statement {
    Statement { text: text.to_owned(), picks: scan::picks(text), ..Statement::default() }
}

fn id() -> StatementId {
    StatementId::new("s1").unwrap()
}

/// A relation in short: `120695 = 41200 + 78692 + 803`, `34.2% 41200/120695`.
fn short(statement: &Statement, relation: &Relation) -> String {
    let operand = |operand: &Operand| match operand {
        Operand::Said { pick, .. } => match &statement.pick(*pick).unwrap().what {
            Picked::Figure { figure, .. } => figure.to_string(),
            Picked::Name { name } => name.clone(),
            Picked::Citation { number, .. } => number.clone(),
        },
        Operand::Cell { table, row, column } => format!("[{table}:{row}/{column}]"),
        Operand::Rows { table, .. } => format!("#{table}"),
        Operand::Column { table, column } => format!("{table}/{column}"),
    };
    match relation {
        Relation::Sum { total, parts, .. } => {
            let parts: Vec<String> = parts.iter().map(operand).collect();
            format!("{} = {}", operand(total), parts.join(" + "))
        }
        Relation::Share { share, part, whole } => format!("{}% {}/{}", operand(share), operand(part), operand(whole)),
        Relation::Same { first, second } => format!("{} ~ {}", operand(first), operand(second)),
        Relation::Balance { received, resolved, pending, .. } => {
            format!("{} - {} - {}", operand(received), operand(resolved), operand(pending))
        }
        Relation::Listed { names, table, column, .. } => format!("{} names = {table}/{column}", names.len()),
    }
}

fn proposed(text: &str) -> Vec<(Strength, Why, String)> {
    let statement = statement(text);
    let proposals = within(&id(), &statement);
    proposals.iter().map(|proposal| (proposal.strength, proposal.why, short(&statement, &proposal.relation))).collect()
}

#[test]
fn nothing_is_proposed_twice_and_every_pick_is_there() {
    let text = paragraphs("000").into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("\n\n");
    let statement = statement(&text);
    let proposals = within(&id(), &statement);
    for (place, proposal) in proposals.iter().enumerate() {
        assert!(proposals[..place].iter().all(|other| other.relation != proposal.relation));
        for operand in proposal.relation.operands() {
            let Operand::Said { pick, .. } = operand else { panic!("{operand:?}") };
            assert!(statement.pick(*pick).is_some());
        }
    }
}

proptest::proptest! {
    #[test]
    fn no_text_and_no_picks_make_it_panic(text in "[0-9a-zđ%.,;:()/=+ \n-]{0,120}", shift in 0_u32..9, drop in 0_usize..4) {
        let mut statement = statement(&text);
        // Picks that a person changed need not fit the text any more.
        statement.picks.drain(..drop.min(statement.picks.len()));
        for pick in &mut statement.picks {
            (pick.from, pick.to) = (pick.from + shift, pick.to.saturating_sub(shift));
        }
        for proposal in within(&id(), &statement) {
            for operand in proposal.relation.operands() {
                let Operand::Said { pick, .. } = operand else { panic!("{operand:?}") };
                proptest::prop_assert!(statement.pick(*pick).is_some());
            }
        }
    }

    #[test]
    fn any_total_with_its_parts_in_brackets_is_proposed(parts in proptest::collection::vec(1_u32..50_000, 2..12)) {
        let total: u32 = parts.iter().sum();
        let said = |count: u32| crate::words::format::count(u64::from(count));
        let list: Vec<String> = parts.iter().map(|part| format!("lĩnh vực khác {} hồ sơ", said(*part))).collect();
        let found = proposed(&format!("đã giải quyết {} hồ sơ ({})", said(total), list.join("; ")));
        let parts: Vec<String> = parts.iter().map(u32::to_string).collect();
        let sum = format!("{total} = {}", parts.join(" + "));
        proptest::prop_assert!(found.iter().any(|(strength, _, short)| *strength == Strength::Strong && *short == sum));
    }
}
