//! The frame of a document by Nghị định 30/2020/NĐ-CP, Phụ lục I: what stands at its head and at its foot.

use chrono::NaiveDate;

use crate::words::format::long_date;

use super::{Align, Block, Paragraph, Rule};

/// What stands for a day that is written by hand.
pub const BLANK_DATE: &str = "ngày …… tháng …… năm ………";

/// Who issues a document, where and when.
#[derive(Clone, Copy, Debug)]
pub struct Head<'a> {
    /// The body above the issuing one (cơ quan chủ quản); empty where none is printed.
    pub above: &'a str,
    /// The issuing body.
    pub issuer: &'a str,
    /// Number and sign, such as "05/BC-ĐGS".
    pub number: &'a str,
    /// The place (địa danh).
    pub place: &'a str,
    /// The day; left to be written by hand where none is given.
    pub date: Option<NaiveDate>,
}

/// The day in full, or dots to write it on.
pub fn written_date(date: Option<NaiveDate>) -> String {
    date.map_or_else(|| BLANK_DATE.to_owned(), long_date)
}

/// Ô 1 to 4: state name and motto, bodies, number, place and day.
pub fn head(head: &Head<'_>) -> [Block; 2] {
    let centre = |points| Paragraph::new(Align::Centre, points);
    let mut bodies = Vec::new();
    if !head.above.trim().is_empty() {
        bodies.push(centre(13).plain(head.above.trim().to_uppercase()));
    }
    bodies.push(centre(13).bold(head.issuer.trim().to_uppercase()).ruled(Rule::Part));
    let state = vec![
        centre(13).bold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        centre(14).bold("Độc lập - Tự do - Hạnh phúc").ruled(Rule::Whole),
    ];
    let place = match head.place.trim() {
        "" => "……………",
        place => place,
    };
    let day = centre(14).italic(format!("{place}, {}", written_date(head.date)));
    let number = centre(13).plain(format!("Số: {}", head.number));
    [Block::Columns { left: bodies, right: state }, Block::Columns { left: vec![number], right: vec![day] }]
}

/// Ô 7 and 9: who receives it at the left, who signs at the right, by post; the name is written by hand.
pub fn foot(post: &str, recipients: &[String]) -> Block {
    let mut left = vec![Paragraph::new(Align::Left, 12).bold_italic("Nơi nhận:")];
    left.extend(recipients.iter().enumerate().map(|(place, recipient)| {
        let end = if place + 1 == recipients.len() { '.' } else { ';' };
        Paragraph::new(Align::Left, 11).plain(format!("- {recipient}{end}"))
    }));
    let right = vec![
        Paragraph::new(Align::Centre, 14).bold(post.trim().to_uppercase()),
        Paragraph::new(Align::Centre, 13).italic("(Ký, ghi rõ họ tên và đóng dấu)"),
    ];
    Block::Columns { left, right }
}

#[cfg(test)]
mod tests {
    use crate::domain::fixture::day;

    use super::*;

    #[test]
    fn bodies_stand_in_capitals_and_the_lower_one_is_bold_and_ruled() {
        let given = Head {
            above: "UBND huyện Krông Pa",
            issuer: "UBND xã Ia Rmok",
            number: "05/PXL",
            place: "Ia Rmok",
            date: Some(day(2023, 2, 1)),
        };
        let [bodies, line] = head(&given);
        let Block::Columns { left, right } = bodies else { panic!("two columns") };
        assert_eq!(left.iter().map(Paragraph::text).collect::<Vec<_>>(), ["UBND HUYỆN KRÔNG PA", "UBND XÃ IA RMOK"]);
        assert_eq!(
            left.iter().map(|body| (body.runs[0].bold, body.rule)).collect::<Vec<_>>(),
            [(false, Rule::None), (true, Rule::Part),]
        );
        assert_eq!(right[1].rule, Rule::Whole);
        let Block::Columns { left, right } = line else { panic!("two columns") };
        assert_eq!(
            (left[0].text().as_str(), right[0].text().as_str()),
            ("Số: 05/PXL", "Ia Rmok, ngày 01 tháng 02 năm 2023")
        );
    }

    #[test]
    fn what_is_not_given_is_left_to_be_written_by_hand() {
        let [bodies, line] = head(&Head { above: " ", issuer: "a", number: "…", place: "", date: None });
        let Block::Columns { left, .. } = bodies else { panic!("two columns") };
        assert_eq!(left.len(), 1);
        let Block::Columns { right, .. } = line else { panic!("two columns") };
        assert_eq!(right[0].text(), "……………, ngày …… tháng …… năm ………");
    }

    #[test]
    fn the_list_of_recipients_ends_with_a_full_stop() {
        let Block::Columns { left, .. } = foot("Chủ tịch", &["Như trên".to_owned(), "Lưu: VT".to_owned()])
        else {
            panic!("two columns")
        };
        let lines: Vec<String> = left.iter().map(Paragraph::text).collect();
        assert_eq!(lines, ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]);
    }
}
