//! Ties in words: what must agree with what.

use crate::domain::figures::statement::{Operand, Relation};
use crate::domain::figures::{Parts, Picked};
use crate::words::catalogue::audit::report as told;

use super::Teller;

/// Up to so many parts are all told.
const MOST_PARTS: usize = 8;

/// A relation: `278 = 122 + 156`, `34,2% = 41.200 / 120.695`, `126.378 = Biểu 06c › Tổng cộng › Tổng số tiếp nhận`.
pub fn relation_words(teller: &Teller<'_>, relation: &Relation) -> String {
    let one = |operand: &Operand| teller.operand(operand);
    let sum = |operands: &[Operand]| match operands {
        // The columns of a table added up cell by cell would fill a page.
        [first, .., last] if operands.len() > MOST_PARTS => {
            format!("{} + … + {} ({})", one(first), one(last), teller.count(told::PARTS_COUNTED, operands.len()))
        }
        _ => operands.iter().map(one).collect::<Vec<_>>().join(" + "),
    };
    match relation {
        Relation::Sum { total, parts, are: Parts::Overlapping } => {
            told::RELATION_OVERLAPPING.get(teller.lang).replace("{total}", &one(total)).replace("{parts}", &sum(parts))
        }
        Relation::Sum { total, parts, are: Parts::Partition } => format!("{} = {}", one(total), sum(parts)),
        Relation::Share { share, part, whole } => format!("{} = {} / {}", one(share), one(part), one(whole)),
        Relation::Same { first: first @ Operand::Said { .. }, second: second @ Operand::Said { .. } } => {
            let (first, second) = (teller.in_context(first), teller.in_context(second));
            told::RELATION_SAME.get(teller.lang).replace("{first}", &first).replace("{second}", &second)
        }
        Relation::Same { first, second } => {
            told::RELATION_SAME.get(teller.lang).replace("{first}", &one(first)).replace("{second}", &one(second))
        }
        Relation::Balance { opening, received, resolved, pending } => {
            let came = match opening {
                Some(opening) => format!("{} + {}", one(opening), one(received)),
                None => one(received),
            };
            format!("{came} = {} + {}", one(resolved), one(pending))
        }
        Relation::Listed { statement, names, table, column } => {
            let held = teller.figures.statements.get(statement).map(|held| &held.value);
            let named = names.iter().filter_map(|number| match &held?.pick(*number)?.what {
                Picked::Name { name } => Some(name.as_str()),
                Picked::Figure { .. } | Picked::Citation { .. } => None,
            });
            let column = format!("{}{}{}", teller.table(table), super::places::STEP, teller.column(table, column));
            told::RELATION_LISTED
                .get(teller.lang)
                .replace("{names}", &named.collect::<Vec<_>>().join(", "))
                .replace("{column}", &column)
        }
    }
}
