//! How what was computed was computed, with every term, as one would write it with a pencil.

use crate::domain::figures::Rule;
use crate::domain::figures::audit::{Discrepancy, Place, RuleKind, Term};

use super::{Teller, value_words};

/// The formula, such as `126.378 = 13.725 + 108.937 + 3.716`; none where there is nothing to compute.
pub fn formula(teller: &Teller<'_>, found: &Discrepancy) -> Option<String> {
    let stated = || value_words(&found.stated, teller.lang);
    let computed = || value_words(&found.computed, teller.lang);
    let terms: Vec<String> = found.terms.iter().map(|term| teller.or_blank(term.figure)).collect();
    let added = |terms: &[String]| terms.join(" + ");
    Some(match found.rule {
        RuleKind::Identity | RuleKind::RowSum | RuleKind::Text => match found.terms.as_slice() {
            [] => return None,
            [only] => format!("{} = {}", computed(), teller.place(&only.place)),
            _ => format!("{} = {}", computed(), added(&terms)),
        },
        RuleKind::AtMost => match terms.split_last()? {
            (whole, [part]) => format!("{part} > {whole}"),
            (whole, parts) => format!("{} = {} > {whole}", added(parts), stated()),
        },
        RuleKind::Share | RuleKind::ShareOfNothing => {
            let (part, whole) = terms.split_at_checked(parts_of(teller, found))?;
            let bracketed = |terms: &[String]| match terms {
                [one] => one.clone(),
                _ => format!("({})", added(terms)),
            };
            format!("{} / {} = {}", bracketed(part), bracketed(whole), computed())
        }
        RuleKind::SharesTotal => {
            let shares: Vec<String> = terms.iter().map(|term| format!("{term}%")).collect();
            format!("{} = {}", shares.join(" + "), stated())
        }
        RuleKind::Balance => {
            let (came, left) = terms.split_at_checked(terms.len().checked_sub(2)?)?;
            let side = |terms: &[String], sum: String| match terms {
                [_] => sum,
                _ => format!("{} = {sum}", added(terms)),
            };
            format!("{} ≠ {}", side(came, stated()), side(left, computed()))
        }
        RuleKind::CarryOver | RuleKind::Same => {
            let [Term { place, .. }] = found.terms.as_slice() else { return None };
            format!("{} = {}", computed(), teller.place(place))
        }
        RuleKind::Unit | RuleKind::Name | RuleKind::Citation => {
            let [Term { place, .. }] = found.terms.as_slice() else { return None };
            teller.place(place)
        }
        RuleKind::Listed | RuleKind::Negative | RuleKind::Fractional | RuleKind::AboveMost => return None,
    })
}

/// How many of the terms of a percentage stand above the line.
fn parts_of(teller: &Teller<'_>, found: &Discrepancy) -> usize {
    if let Place::Cell { table, column, .. } = &found.place
        && let Some(held) = teller.figures.tables.get(table)
    {
        let parts = held.value.form.across.iter().find_map(|rule| match rule {
            Rule::Share { share, part, whole } if share == column && part.len() + whole.len() == found.terms.len() => {
                Some(part.len())
            }
            _ => None,
        });
        return parts.unwrap_or(1);
    }
    1
}
