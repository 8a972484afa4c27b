//! The table of answers: one row for each item that is asked, and for each that is not but holds an answer or a note.

use num_bigint::BigInt;
use num_rational::BigRational;

use crate::domain::answer::Answer;
use crate::domain::evidence::{Sampled, Standing};
use crate::domain::outcome::{Outcome, share};
use crate::domain::score::{ItemScore, score};
use crate::domain::template::{Item, Template};
use crate::domain::visit::Visit;
use crate::words::{Lang, Text};

use super::answer_words::outcome_label;
use super::shown_words::shown_on_its_base;
use super::{Cell, Material, Table, VisitMaterial, answer_words, columns, section_words, words, yes_no};

/// The answers of every visit, in the template's order. What was answered and is no longer asked is kept and marked.
pub fn answers_table(material: &Material) -> Table {
    let columns = columns(&[
        ("Đơn vị", "Unit"),
        ("Ngày làm việc", "Date of visit"),
        ("Nhóm", "Group"),
        ("Mã mục", "Item"),
        ("Nội dung kiểm tra", "What was checked"),
        ("Trọng yếu", "Critical"),
        ("Kiểu trả lời", "Kind of answer"),
        ("Trả lời", "Answer"),
        ("Nguồn trả lời", "Where the answer comes from"),
        ("Mẫu thể hiện", "What the sample shows"),
        ("Tử số", "Numerator"),
        ("Mẫu số", "Denominator"),
        ("Tỷ lệ (%)", "Ratio (%)"),
        ("Giá trị", "Value"),
        ("Ngày thực hiện", "Date done"),
        ("Hạn", "Due date"),
        ("Mức đạt (0–1)", "Share reached (0–1)"),
        ("Trọng số", "Weight"),
        ("Kết luận", "Conclusion"),
        ("Lý do không áp dụng", "Why not applicable"),
        ("Ghi chú", "Note"),
        ("Người trả lời", "Answered by"),
        ("Trả lời lúc", "Answered at"),
        ("Thiết bị", "Device"),
    ]);
    let mut rows = Vec::new();
    for VisitMaterial { visit, template, evidence, .. } in material.visits {
        let (unit, level) = material.unit(&visit.unit);
        let card = score(template, visit, evidence, level);
        let mut asked = card.items.iter().peekable();
        for item in &template.items {
            // The card lists the asked items in the template's order.
            let scored = asked.next_if(|scored| scored.code == item.code);
            let entry = visit.entries.get(&item.code);
            let standing = evidence.standing(visit, item);
            let holds = standing.answer().is_some() || entry.is_some_and(|entry| !entry.note.is_empty());
            if scored.is_some() || holds {
                rows.push(row(unit, visit, template, item, scored, standing));
            }
        }
    }
    Table { name: Text::new("Kết quả kiểm tra từng mục", "Answers"), columns, rows }
}

fn row(
    unit: &str,
    visit: &Visit,
    template: &Template,
    item: &Item,
    scored: Option<&ItemScore>,
    standing: Standing,
) -> Vec<Cell> {
    let entry = visit.entries.get(&item.code);
    let answer = standing.answer();
    // Clearing an answer is stamped too, and is nobody's answer; what a sample shows is nobody's either.
    let by_hand = matches!(standing, Standing::ByHand(_) | Standing::Overruled(..) | Standing::Reported(..));
    let answered = entry.filter(|_| by_hand).and_then(|entry| entry.answered.as_ref());
    let figures = answer.map(figures).unwrap_or_default();
    let share = match scored.map(|scored| &scored.outcome) {
        Some(Outcome::Scored { share, .. }) => Cell::Decimal { value: share.clone(), decimals: 4 },
        _ => Cell::Empty,
    };
    let conclusion = scored
        .map_or(Text::new("Không tính (ngoài phạm vi)", "Not counted (out of scope)"), |scored| {
            outcome_label(item, &scored.outcome)
        });
    vec![
        words(unit),
        Cell::Date(visit.date),
        section_words(template, item),
        words(item.code.as_str()),
        words(&item.question.vi),
        yes_no(item.critical.is_some()),
        words(item.answer.label().vi),
        answer.map_or(Cell::Empty, |answer| words(&answer_words(item, answer, Lang::Vi))),
        source(standing).map_or(Cell::Empty, |source| words(source.vi)),
        standing.shown().map_or(Cell::Empty, |shown| words(&shown_on_its_base(item, shown, Lang::Vi))),
        figures.part,
        figures.whole,
        figures.percent,
        figures.value,
        figures.on,
        figures.due,
        share,
        scored.map_or(Cell::Empty, |scored| Cell::Count(scored.weight)),
        words(conclusion.vi),
        figures.reason,
        words(entry.map_or("", |entry| &entry.note)),
        words(answered.map_or("", |stamp| &stamp.by)),
        answered.map_or(Cell::Empty, |stamp| Cell::Moment(stamp.at)),
        words(answered.map_or("", |stamp| &stamp.device)),
    ]
}

/// Where the answer that counts comes from.
fn source(standing: Standing) -> Option<Text> {
    Some(match standing {
        Standing::Open => return None,
        Standing::ByHand(_) => Text::new("Trả lời tay", "By hand"),
        Standing::Reported(..) => Text::new("Đơn vị báo cáo", "Reported by the unit"),
        Standing::Awaited(_) => Text::new("Chờ số đơn vị báo cáo", "Awaits what the unit reports"),
        Standing::Shown(shown) if shown.of == Sampled::Checks => Text::new("Theo số liệu", "From the figures"),
        Standing::Unreasoned(shown) if shown.of == Sampled::Checks => Text::new(
            "Theo số liệu (trả lời tay chưa ghi lý do)",
            "From the figures (the answer by hand has no reason)",
        ),
        Standing::Overruled(_, shown) if shown.of == Sampled::Checks => {
            Text::new("Trả lời tay, thay kết quả kiểm tra số liệu", "By hand, over the figures")
        }
        Standing::Shown(_) => Text::new("Theo mẫu", "From the sample"),
        Standing::Unreasoned(_) => {
            Text::new("Theo mẫu (trả lời tay chưa ghi lý do)", "From the sample (the answer by hand has no reason)")
        }
        Standing::Overruled(..) => Text::new("Trả lời tay, thay kết quả mẫu", "By hand, over the sample"),
    })
}

struct Figures {
    part: Cell,
    whole: Cell,
    percent: Cell,
    value: Cell,
    on: Cell,
    due: Cell,
    reason: Cell,
}

impl Default for Figures {
    fn default() -> Self {
        Self {
            part: Cell::Empty,
            whole: Cell::Empty,
            percent: Cell::Empty,
            value: Cell::Empty,
            on: Cell::Empty,
            due: Cell::Empty,
            reason: Cell::Empty,
        }
    }
}

/// The figures of an answer in columns of their own, for sums and filters. Several counts or means in one answer have no
/// single value: they stand in the answer in words.
fn figures(answer: &Answer) -> Figures {
    let count = |count: &Option<u64>| count.map_or(Cell::Empty, Cell::Count);
    let none = Figures::default();
    match answer {
        Answer::Verdict { .. } => none,
        Answer::NotApplicable { reason } => Figures { reason: words(reason), ..none },
        Answer::Counts { values } => match values.as_slice() {
            [one] => Figures { value: count(one), ..none },
            _ => none,
        },
        Answer::Ratio { part, whole } => Figures {
            part: count(part),
            whole: count(whole),
            percent: part.zip(*whole).and_then(|(part, whole)| share(part, whole)).map_or(Cell::Empty, Cell::Percent),
            ..none
        },
        Answer::Date { on, due } => {
            Figures { on: on.map_or(Cell::Empty, Cell::Date), due: due.map_or(Cell::Empty, Cell::Date), ..none }
        }
        Answer::Means { hundredths } => match hundredths.as_slice() {
            [Some(one)] => Figures {
                value: Cell::Decimal { value: BigRational::new(BigInt::from(*one), BigInt::from(100)), decimals: 2 },
                ..none
            },
            _ => none,
        },
    }
}
