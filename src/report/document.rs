//! A document without a format: paragraphs with their letters and place, in the terms of Nghị định 30/2020/NĐ-CP, for
//! every exporter to write alike. Capitals are in the text itself. Typeface, paper and margins are the same for all
//! documents and are the exporter's.

pub mod frame;

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its name, for the file and its properties.
    pub title: String,
    /// Its parts, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A paragraph over the whole width.
    Paragraph(Paragraph),
    /// Two columns without lines, side by side, as at the head and at the signature.
    Columns {
        /// The left one.
        left: Vec<Paragraph>,
        /// The right one, which is read first.
        right: Vec<Paragraph>,
    },
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where its lines stand.
    pub align: Align,
    /// The size of its letters (cỡ chữ), in points.
    pub points: u8,
    /// Whether its first line is drawn in, by 1 to 1,27 cm.
    pub first_line: bool,
    /// The rule under it.
    pub rule: Rule,
    /// Its words.
    pub runs: Vec<Run>,
}

/// Where the lines of a paragraph stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Centre,
    /// At the right.
    Right,
    /// From margin to margin.
    Justified,
}

/// The rule under a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// None.
    None,
    /// As long as its line, as under the motto.
    Whole,
    /// A third to a half of its line, in the middle, as under the issuing body.
    Part,
}

/// Words in one kind of letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Đậm.
    pub bold: bool,
    /// Nghiêng.
    pub italic: bool,
}

impl Paragraph {
    /// An empty paragraph; without words it is an empty line.
    pub fn new(align: Align, points: u8) -> Self {
        Self { align, points, first_line: false, rule: Rule::None, runs: Vec::new() }
    }

    /// A paragraph of body text (nội dung): size 14, justified, its first line drawn in.
    pub fn body(text: impl Into<String>) -> Self {
        Self { first_line: true, ..Self::new(Align::Justified, 14) }.plain(text)
    }

    /// With upright words after what it holds.
    pub fn plain(self, text: impl Into<String>) -> Self {
        self.run(text.into(), false, false)
    }

    /// With bold words after what it holds.
    pub fn bold(self, text: impl Into<String>) -> Self {
        self.run(text.into(), true, false)
    }

    /// With italic words after what it holds.
    pub fn italic(self, text: impl Into<String>) -> Self {
        self.run(text.into(), false, true)
    }

    /// With bold italic words after what it holds.
    pub fn bold_italic(self, text: impl Into<String>) -> Self {
        self.run(text.into(), true, true)
    }

    /// With a rule under it.
    pub fn ruled(self, rule: Rule) -> Self {
        Self { rule, ..self }
    }

    fn run(mut self, text: String, bold: bool, italic: bool) -> Self {
        self.runs.push(Run { text, bold, italic });
        self
    }

    /// Its words in one piece.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }
}

impl From<Paragraph> for Block {
    fn from(paragraph: Paragraph) -> Self {
        Self::Paragraph(paragraph)
    }
}

/// The document as plain text for copying: a line for each paragraph, the right column before the left one, since it
/// is read first, and an empty line around columns.
pub fn plain_text(document: &Document) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut after_columns = false;
    for block in &document.blocks {
        match block {
            Block::Paragraph(paragraph) => {
                if after_columns {
                    lines.push(String::new());
                }
                lines.push(paragraph.text());
            }
            Block::Columns { left, right } => {
                for column in [right, left] {
                    if !lines.is_empty() && !column.is_empty() {
                        lines.push(String::new());
                    }
                    lines.extend(column.iter().map(Paragraph::text));
                }
            }
        }
        after_columns = matches!(block, Block::Columns { .. });
    }
    let mut text = lines.join("\n");
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_text_reads_the_right_column_first() {
        let left = |text: &str| Paragraph::new(Align::Left, 13).plain(text);
        let columns = |a: &str, b: &str| Block::Columns { left: vec![left(a)], right: vec![left(b)] };
        let blocks = vec![
            columns("trái", "phải"),
            left("một ").bold("hai").italic(" ba").into(),
            left("bốn").into(),
            columns("nơi nhận", "ký"),
        ];
        let document = Document { title: "Thử".to_owned(), blocks };
        assert_eq!(plain_text(&document), "phải\n\ntrái\n\nmột hai ba\nbốn\n\nký\n\nnơi nhận\n");
    }
}
