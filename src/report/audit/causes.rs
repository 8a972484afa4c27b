//! Likely causes in words.

use crate::domain::figures::audit::{Cause, Discrepancy, Place};
use crate::words::catalogue::audit::report as told;

use super::{Teller, figure_words, values};

impl Teller<'_> {
    /// The likely causes of a discrepancy, the likeliest first: `bị cắt bớt, không làm tròn`.
    pub fn causes(&self, found: &Discrepancy) -> Vec<String> {
        found.causes.iter().map(|cause| self.cause(cause, found)).collect()
    }

    fn cause(&self, cause: &Cause, found: &Discrepancy) -> String {
        let text = match cause {
            Cause::Cut => told::CUT,
            Cause::Complement => told::COMPLEMENT,
            Cause::Swapped => told::SWAPPED,
            Cause::Digit => told::DIGIT,
            Cause::Scale => told::SCALE,
            Cause::Overlap => told::OVERLAP,
            Cause::OtherBody => told::OTHER_BODY,
            Cause::WrongUnit => told::WRONG_UNIT,
            Cause::Spelling => told::SPELLING,
            Cause::UnitKind => told::UNIT_KIND,
            Cause::NoOpening => {
                let gap = values::gap(&found.stated, &found.computed).map(figure_words).unwrap_or_default();
                return told::NO_OPENING.get(self.lang).replace("{gap}", &gap);
            }
            Cause::Includes(places) => {
                let parts: Vec<String> = places.iter().map(|place| self.counted_at(place, found)).collect();
                return told::INCLUDES.get(self.lang).replace("{what}", &parts.join(told::AND.get(self.lang)));
            }
            Cause::LeavesOut(place) => {
                return told::LEAVES_OUT.get(self.lang).replace("{what}", &self.counted_at(place, found));
            }
            Cause::OnlyOne(place) => {
                return told::ONLY_ONE.get(self.lang).replace("{what}", &self.counted_at(place, found));
            }
        };
        text.get(self.lang).to_owned()
    }

    /// `158 hồ sơ (Đang giải quyết – Quá hạn)`: what stands there, by what tells it from the place of the discrepancy.
    fn counted_at(&self, place: &Place, found: &Discrepancy) -> String {
        let named = match (place, &found.place) {
            (Place::Cell { table, row, column }, Place::Cell { table: same, row: same_row, column: same_column })
                if table == same && (row == same_row || column == same_column) =>
            {
                if row == same_row {
                    self.column(table, column)
                } else {
                    self.within(&Place::Row { table: table.clone(), row: row.clone() })
                }
            }
            (Place::Said { statement, .. }, Place::Said { statement: same, .. }) if statement == same => {
                // Within one passage the figure itself is all there is to say.
                return self.within(place);
            }
            _ => self.place(place),
        };
        match self.figure_at(place) {
            Some((figure, unit)) if unit.is_empty() || unit == "%" => {
                format!("{}{unit} ({named})", figure_words(figure))
            }
            Some((figure, unit)) => format!("{} {unit} ({named})", figure_words(figure)),
            None => named,
        }
    }
}
