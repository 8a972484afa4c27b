//! What changes of a visit touch.

use crate::words::Text;

/// With who touched it last.
pub const BY: Text = Text::new("{what} ({by})", "{what} ({by})");
/// A part of something.
pub const PART: Text = Text::new("{whole}: {part}", "{whole}: {part}");
/// The answer to an item.
pub const ANSWER: Text = Text::new("{name}: trả lời", "{name}: answer");
/// The note of an item.
pub const NOTE: Text = Text::new("{name}: ghi chú", "{name}: note");
/// Day and people present.
pub const DETAILS: Text = Text::new("Ngày làm việc, thành phần dự", "Day of the visit, people present");
/// A finding.
pub const FINDING: Text = Text::new("Tồn tại {name}", "Finding {name}");
/// The words of a finding.
pub const FINDING_WORDS: Text = Text::new("lời của tồn tại", "its words");
/// Why a finding was withdrawn.
pub const WITHDRAWN: Text = Text::new("rút tồn tại", "its withdrawal");
/// State of remedy.
pub const REMEDY: Text = Text::new("mức khắc phục", "state of remedy");
/// A sampled dossier.
pub const DOSSIER: Text = Text::new("Hồ sơ {name}", "Dossier {name}");
/// The draws of dossiers.
pub const DRAWS: Text = Text::new("Lượt lấy mẫu hồ sơ", "Draws of dossiers");
/// How many procedures are posted.
pub const COUNTED: Text = Text::new("Niêm yết: số thủ tục đếm được", "Posting: procedures counted");
/// How many procedures are in force.
pub const IN_FORCE: Text = Text::new("Niêm yết: số thủ tục phải niêm yết", "Posting: procedures in force");
/// A sampled procedure.
pub const PROCEDURE: Text = Text::new("Niêm yết: thủ tục {name}", "Posting: procedure {name}");
/// The posting.
pub const POSTING: Text = Text::new("Niêm yết", "Posting");
/// A table of figures.
pub const TABLE: Text = Text::new("Biểu {name}", "Table {name}");
/// A row of a table.
pub const ROW: Text = Text::new("hàng {name}", "row {name}");
/// A passage.
pub const STATEMENT: Text = Text::new("Đoạn lời văn {name}", "Passage {name}");
/// A tie.
pub const TIE: Text = Text::new("Một đối chiếu số liệu", "A tie between figures");
/// What was made of a discrepancy.
pub const DECISION: Text = Text::new("Cách xử lý một chênh lệch", "What was made of a discrepancy");
