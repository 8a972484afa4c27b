//! Ties: what a person, or a proposal that a person took, says must agree.

use std::collections::BTreeSet;

use crate::domain::figures::Figures;
use crate::domain::figures::figure::{Amount, Figure};
use crate::domain::figures::form::Parts;
use crate::domain::figures::statement::{Operand, Picked, Relation, Tie};
use crate::domain::figures::table::Cell;
use crate::domain::id::{LineKey, StatementId, TableId, TieId};
use crate::words::fold::fold;

use super::share::{Judged, judge};
use super::table::line;
use super::worth::{Worth, beside, counted, worth};
use super::{Audit, Cause, Discrepancy, Place, RuleKind, Sure, Term, Value, cause, id_of, names};

/// Audits every tie.
pub fn audit(figures: &Figures) -> Audit {
    let mut found = Audit::default();
    for (id, held) in &figures.ties {
        let ties = Held { figures, id, tie: &held.value };
        let mut one = Audit::default();
        if ties.audit(&mut one).is_none() {
            one.loose.push(id.clone());
        }
        one.compared_by(&held.value.relation);
        found.absorb(one);
    }
    found
}

impl Audit {
    /// Counts what was compared with each table and statement that a tie takes something of.
    fn compared_by(&mut self, relation: &Relation) {
        if let Relation::Listed { statement, table, .. } = relation {
            self.compared_statements.insert(statement.clone(), self.compared);
            self.compared_tables.insert(table.clone(), self.compared);
        }
        for operand in relation.operands() {
            match operand {
                Operand::Said { statement, .. } => self.compared_statements.insert(statement.clone(), self.compared),
                Operand::Cell { table, .. } | Operand::Column { table, .. } | Operand::Rows { table, .. } => {
                    self.compared_tables.insert(table.clone(), self.compared)
                }
            };
        }
    }
}

/// Audits one tie; none if it is not there, or takes something that is no longer there.
pub fn audit_one(figures: &Figures, id: &TieId) -> Option<Audit> {
    let mut found = Audit::default();
    let held = figures.ties.get(id)?;
    Held { figures, id, tie: &held.value }.audit(&mut found).map(|()| found)
}

struct Held<'f> {
    figures: &'f Figures,
    id: &'f TieId,
    tie: &'f Tie,
}

impl Held<'_> {
    fn worth(&self, operand: &Operand) -> Option<Worth> {
        worth(self.figures, operand)
    }

    /// None if the tie takes something that is no longer there.
    fn audit(&self, found: &mut Audit) -> Option<()> {
        let operands = self.tie.relation.operands();
        let worths = operands.into_iter().map(|operand| self.worth(operand)).collect::<Option<Vec<_>>>()?;
        // What was not read agrees with nothing, and contradicts nothing.
        if worths.iter().any(|worth| worth.is_unread) {
            found.leave_out(RuleKind::Text, self.tie.item.as_ref());
            return Some(());
        }
        match &self.tie.relation {
            Relation::Sum { total, parts, are } => self.sum(total, parts, *are, found),
            Relation::Share { share, part, whole } => self.share(share, part, whole, found),
            Relation::Same { first, second } => self.same(first, second, found),
            Relation::Balance { opening, received, resolved, pending } => {
                self.balance(opening.as_ref(), received, resolved, pending, found)
            }
            Relation::Listed { statement, names, table, column } => self.listed(statement, names, table, column, found),
        }
    }

    fn sum(&self, total: &Operand, parts: &[Operand], are: Parts, found: &mut Audit) -> Option<()> {
        let stated = self.worth(total)?;
        let worths: Vec<Worth> = parts.iter().map(|part| self.worth(part)).collect::<Option<_>>()?;
        if let [only] = worths.as_slice() {
            self.unit(&stated, only, found);
        }
        let Some(figure) = stated.figure else { return Some(()) };
        let sum: Amount = worths.iter().map(Worth::amount).sum();
        let terms: Vec<Term> = worths.iter().map(Worth::term).collect();
        let above = worths.iter().find(|part| are == Parts::Overlapping && part.amount() > figure.amount());
        let agrees = match are {
            Parts::Partition => sum == figure.amount(),
            Parts::Overlapping => sum >= figure.amount() && above.is_none(),
        };
        let rule =
            if matches!(total, Operand::Said { .. }) || parts.iter().any(|part| matches!(part, Operand::Said { .. })) {
                RuleKind::Text
            } else {
                RuleKind::Identity
            };
        let is_blank = worths.iter().all(|part| part.figure.is_none());
        // Blanks, parts that may overlap and make more than the whole, and a figure against itself prove nothing.
        if agrees && (is_blank || sum != figure.amount() || parts == std::slice::from_ref(total)) {
            found.pass_without_proof();
            return Some(());
        }
        found.check(
            rule,
            self.tie.item.as_ref(),
            (!agrees).then(|| {
                let near: Vec<Term> = parts.iter().flat_map(|part| beside(self.figures, part)).collect();
                let mut causes = cause::of_sum(figure, sum, &terms, &near);
                // Parts of a text that make more than the whole may share something: the text does not say.
                let may_overlap = are == Parts::Partition
                    && sum > figure.amount()
                    && worths.len() > 1
                    && worths.iter().all(|part| part.amount() <= figure.amount());
                if may_overlap {
                    causes.push(Cause::Overlap);
                }
                if worths.iter().any(|part| other_body(&stated, part)) {
                    causes.push(Cause::OtherBody);
                }
                self.discrepancy(
                    rule,
                    &stated.place,
                    value(figure, &stated.unit),
                    line::value(sum),
                    terms,
                    Sure::Certain,
                    causes,
                )
            }),
        );
        Some(())
    }

    fn share(&self, share: &Operand, part: &Operand, whole: &Operand, found: &mut Audit) -> Option<()> {
        let (stated, above, below) = (self.worth(share)?, self.worth(part)?, self.worth(whole)?);
        self.unit(&below, &above, found);
        let (Some(percent), Some(part_figure), Some(whole_figure)) = (stated.figure, above.figure, below.figure) else {
            return Some(());
        };
        // The percentages of the other parts of the same whole explain one that was made up to 100; one that agrees needs
        // no explanation.
        let explains = || {
            let other = |held: &crate::domain::figures::Held<Tie>| match &held.value.relation {
                Relation::Share { share: other, whole: same, .. } if other != share && self.is_same(same, whole) => {
                    self.worth(other)?.figure
                }
                _ => None,
            };
            self.figures.ties.values().filter_map(other).collect::<Vec<Figure>>()
        };
        let judged = judge(percent, part_figure.amount(), whole_figure.amount(), &[]);
        let others = if matches!(judged, Judged::Wrong { .. }) { explains() } else { Vec::new() };
        let terms = vec![above.term(), below.term()];
        let judged = line::share(percent, part_figure.amount(), whole_figure.amount(), &others, stated.place, terms);
        found.check(
            RuleKind::Share,
            self.tie.item.as_ref(),
            judged.map(|judged| Discrepancy { named: self.tie.item.clone(), ..judged }),
        );
        Some(())
    }

    /// Whether two operands are the same figure: the same place, or one said twice in the same statement.
    fn is_same(&self, one: &Operand, other: &Operand) -> bool {
        one == other
            || match (one, other) {
                (Operand::Said { statement, .. }, Operand::Said { statement: same, .. }) if statement == same => {
                    let figures = self.worth(one).zip(self.worth(other));
                    figures.is_some_and(|(one, other)| one.figure.is_some() && one.figure == other.figure)
                }
                _ => false,
            }
    }

    fn same(&self, first: &Operand, second: &Operand, found: &mut Audit) -> Option<()> {
        let (one, other) = (self.worth(first)?, self.worth(second)?);
        let (Some(stated), Some(computed)) = (one.figure, other.figure) else { return Some(()) };
        if first == second {
            found.pass_without_proof();
            return Some(());
        }
        found.check(
            RuleKind::Same,
            self.tie.item.as_ref(),
            (stated != computed).then(|| {
                let elsewhere = other_body(&one, &other);
                let mut causes: Vec<Cause> = Vec::new();
                if elsewhere {
                    causes.push(Cause::OtherBody);
                }
                if counted(&one.unit) != counted(&other.unit) {
                    causes.push(Cause::WrongUnit);
                }
                causes.extend(cause::of_digits(stated, computed.amount()));
                let sure = if elsewhere { Sure::Possible } else { Sure::Certain };
                let (stated, computed) = (value(stated, &one.unit), value(computed, &other.unit));
                self.discrepancy(RuleKind::Same, &one.place, stated, computed, vec![other.term()], sure, causes)
            }),
        );
        Some(())
    }

    /// Dossiers against procedures: one of the two units is wrong, for a part has the unit of its whole.
    fn unit(&self, one: &Worth, other: &Worth, found: &mut Audit) {
        let Some((first, second)) = counted(&one.unit).zip(counted(&other.unit)) else { return };
        let clash = first != second;
        found.check(
            RuleKind::Unit,
            self.tie.item.as_ref(),
            clash.then(|| {
                let words = |worth: &Worth| match worth.figure {
                    Some(figure) => value(figure, &worth.unit),
                    None => Value::Words(worth.unit.clone()),
                };
                let causes = vec![Cause::WrongUnit];
                let computed = Value::Words(other.unit.clone());
                self.discrepancy(
                    RuleKind::Unit,
                    &one.place,
                    words(one),
                    computed,
                    vec![other.term()],
                    Sure::Likely,
                    causes,
                )
            }),
        );
    }

    fn balance(
        &self,
        opening: Option<&Operand>,
        received: &Operand,
        resolved: &Operand,
        pending: &Operand,
        found: &mut Audit,
    ) -> Option<()> {
        let stated = self.worth(received)?;
        let left = [self.worth(resolved)?, self.worth(pending)?];
        let opened = match opening {
            Some(opening) => Some(self.worth(opening)?),
            None => None,
        };
        let declared = opened.as_ref().and_then(|opened| opened.figure);
        let computed: Amount = left.iter().map(Worth::amount).sum();
        let came = stated.amount() + declared.map(Figure::amount).unwrap_or_default();
        if came == computed && (stated.figure.is_none() || left.iter().all(|left| left.figure.is_none())) {
            found.pass_without_proof();
            return Some(());
        }
        found.check(
            RuleKind::Balance,
            self.tie.item.as_ref(),
            (came != computed).then(|| {
                let is_open = declared.is_none() && came < computed;
                let (sure, causes) =
                    if is_open { (Sure::Likely, vec![Cause::NoOpening]) } else { (Sure::Certain, Vec::new()) };
                let terms = std::iter::once(&stated).chain(&opened).chain(&left).map(Worth::term).collect();
                self.discrepancy(
                    RuleKind::Balance,
                    &stated.place,
                    line::value(came),
                    line::value(computed),
                    terms,
                    sure,
                    causes,
                )
            }),
        );
        Some(())
    }

    fn listed(
        &self,
        statement: &StatementId,
        picks: &[u32],
        table: &TableId,
        column: &LineKey,
        found: &mut Audit,
    ) -> Option<()> {
        let said = &self.figures.statements.get(statement)?.value;
        let held = &self.figures.tables.get(table)?.value;
        let at = held.form.column(column)?;
        let named: Vec<&str> = picks
            .iter()
            .map(|pick| match &said.pick(*pick)?.what {
                Picked::Name { name } => Some(name.as_str()),
                Picked::Figure { .. } | Picked::Citation { .. } => None,
            })
            .collect::<Option<_>>()?;
        let is_there =
            |row: &&super::super::Row| row.cells.get(at).and_then(Cell::figure).is_some_and(|figure| !figure.is_zero());
        let rows: Vec<&super::super::Row> = names::unit_rows(held).filter(is_there).collect();
        let keys = |names: &[&str]| -> BTreeSet<String> { names.iter().map(|name| names::key(name)).collect() };
        let with_figure: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        let (listed, counted) = (keys(&named), keys(&with_figure));
        let first = picks.first()?;
        found.check(
            RuleKind::Listed,
            self.tie.item.as_ref(),
            (listed != counted).then(|| {
                let place = Place::Said { statement: statement.clone(), pick: *first };
                let apart = rows.iter().filter(|row| !listed.contains(&names::key(&row.name)));
                let terms = apart.map(|row| Term {
                    place: Place::Cell { table: table.clone(), row: row.key.clone(), column: column.clone() },
                    figure: row.cells.get(at).and_then(Cell::figure),
                });
                let (stated, computed) = (Value::Words(named.join(", ")), Value::Words(with_figure.join(", ")));
                let terms = terms.collect();
                self.discrepancy(RuleKind::Listed, &place, stated, computed, terms, Sure::Certain, Vec::new())
            }),
        );
        Some(())
    }

    #[expect(clippy::too_many_arguments, reason = "a discrepancy has so many parts")]
    fn discrepancy(
        &self,
        rule: RuleKind,
        place: &Place,
        stated: Value,
        computed: Value,
        terms: Vec<Term>,
        sure: Sure,
        causes: Vec<Cause>,
    ) -> Discrepancy {
        let id = id_of(rule, place, self.id.as_str());
        Discrepancy {
            id,
            rule,
            named: self.tie.item.clone(),
            place: place.clone(),
            stated,
            computed,
            terms,
            sure,
            causes,
        }
    }
}

fn other_body(one: &Worth, other: &Worth) -> bool {
    !one.body.is_empty() && !other.body.is_empty() && fold(&one.body) != fold(&other.body)
}

fn value(figure: Figure, unit: &str) -> Value {
    if unit.trim() == "%" { Value::Percent(figure) } else { Value::Figure { figure, unit: unit.to_owned() } }
}
