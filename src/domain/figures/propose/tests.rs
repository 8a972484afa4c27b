//! What is proposed for the sentences of three reports, and for sentences in other wording.

use super::super::scan;
use super::super::statement::Picked;
use super::*;

mod reports;
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
