//! A green word (Đạt, Khớp, Đã lưu, sẵn sàng, đủ and the like, or its English twin) is said only where it was checked and
//! could have been otherwise. This list holds every sentence that says one, with the test that shows that something else
//! is said where it does not hold. A new sentence without an entry fails here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What claims that something is well, in Vietnamese.
const GREEN: [&str; 17] = [
    "đạt",
    "khớp",
    "đã lưu",
    "được lưu ngay",
    "sẵn sàng",
    "đủ",
    "không cần mạng",
    "ổn",
    "hợp lệ",
    "đã xuất",
    "được xuất",
    "đúng",
    "đều",
    "còn nguyên",
    "giống hệt",
    "chưa thấy",
    "được kiểm",
];

/// The twins in English.
const GREEN_EN: [&str; 7] = ["agree", "agrees", "saved", "ready", "complete", "exported", "works"];

/// Phrases in which such a word says the contrary, or only what would have to be.
const OTHERWISE: [&str; 21] = [
    "không đạt",
    "mức đạt",
    "điểm đạt",
    "đạt khi",
    "không hợp lệ",
    "chưa đủ",
    "không còn đủ",
    "chưa ghi đủ",
    "chưa chọn đủ",
    "ghi đủ",
    "không khớp",
    "phải khớp",
    "không đúng",
    "không gửi đúng",
    "không đủ chỗ",
    "ghi đúng",
    "phải đủ",
    "và đủ",
    "was saved",
    "not saved",
    "not complete",
];

/// What stands behind a sentence.
enum Behind {
    /// The test that shows it can say otherwise, by its name.
    Test(&'static str),
    /// It claims nothing, and why.
    NoClaim(&'static str),
}

use Behind::{NoClaim, Test};

/// The beginning of every sentence with a green word, and what stands behind it.
#[rustfmt::skip]
const SENTENCES: &[(&str, Behind)] = &[
    // Verdicts on items.
    ("Đạt", Test("a_part_above_its_whole_is_neither_met_nor_answered")),
    ("Đạt / không đạt", NoClaim("the name of a kind of answer")),
    ("Mọi mục đã được kiểm.", Test("a_score_is_complete_only_where_every_asked_item_is_answered")),
    ("đã kiểm đủ", Test("a_score_is_complete_only_where_every_asked_item_is_answered")),
    ("Đã kiểm đủ {asked} mục", Test("all_items_are_checked_only_where_some_are_asked_and_none_is_open")),
    ("Chưa thấy mục trọng yếu nào", Test("no_critical_failure_is_certain_only_once_each_is_decided")),
    ("Tính điểm theo đúng tỷ lệ.", NoClaim("how an item is scored")),
    ("Điểm {score} đủ xếp loại", Test("a_failed_critical_item_caps_the_band")),
    ("Điểm của mục = mức đạt", NoClaim("how points are reckoned")),
    // Figures.
    ("Khớp", Test("a_tie_agrees_only_where_something_was_compared")),
    ("Khớp", Test("an_entry_agrees_only_where_something_was_compared")),
    ("Mọi số đã đối chiếu đều khớp.", Test("all_agrees_only_where_something_was_compared")),
    ("Các phép tính trong biểu đều khớp.", Test("a_table_agrees_only_where_something_was_computed")),
    ("Đơn vị đã giải trình, số liệu đúng", NoClaim("a reason that a person chooses")),
    ("Số nào đúng?", NoClaim("a question")),
    ("Dòng {line}: ô STT và ô tên gộp làm một", Test("a_row_of_another_length_is_refused_with_its_line")),
    // Dossiers, letters and draws.
    ("Đã giải quyết đúng hạn", Test("every_dossier_of_the_table_is_judged_as_by_hand")),
    ("Văn bản xin lỗi ban hành đúng hạn", Test("every_dossier_of_the_table_is_judged_as_by_hand")),
    ("Hồ sơ đã trả kết quả đúng hạn", Test("there_is_nothing_to_apologise_for_in_a_dossier_returned_in_time_or_withdrawn")),
    ("Đúng hạn tính: {date}", NoClaim("a button that takes the date that was reckoned")),
    ("Chưa thấy sai sót.", Test("a_dossier_of_which_nothing_is_known_is_not_without_fault")),
    ("Lặp lại cho đúng các số này.", Test("a_draw_that_was_tampered_with_does_not_hold")),
    ("Chọn theo chủ đích nên không lặp lại được; các số đều", Test("a_choice_by_hand_needs_a_reason_and_true_numbers")),
    (" (rút lại theo đúng cách này thì được các số khác)", NoClaim("it says that a draw does not hold")),
    ("Ngày tiếp nhận đủ hồ sơ", NoClaim("the name of a field")),
    ("Ngày nhận đủ hồ sơ", NoClaim("the name of a field")),
    ("Đủ", NoClaim("a choice that a person makes")),
    // What is saved, exported and kept.
    ("Đã lưu", Test("a_full_device_is_told_keeps_what_was_saved_and_saves_again_when_there_is_room")),
    ("Những gì đọc được sẽ tự lưu trong lúc gõ.", Test("a_full_device_is_told_keeps_what_was_saved_and_saves_again_when_there_is_room")),
    ("Đã lưu ngày vào lịch.", Test("a_stale_reference_is_refused_even_after_a_deletion")),
    ("Đã lưu căn cứ pháp lý.", Test("a_stale_reference_is_refused_even_after_a_deletion")),
    ("Đã nhập và lưu.", Test("an_import_shows_what_it_would_change_and_a_bad_file_changes_nothing")),
    ("Đã xuất {names}.", Test("a_record_that_would_be_refused_is_no_backup")),
    ("Mọi thứ trong tệp đã có trên máy, giống hệt.", Test("an_import_shows_what_it_would_change_and_a_bad_file_changes_nothing")),
    ("Tệp JSON giữ đủ mọi thứ", Test("reading_and_writing_again_gives_the_same_bytes")),
    ("Hãy chọn tệp JSON đã xuất", NoClaim("what to choose")),
    ("Chưa cập nhật: còn nội dung", NoClaim("it says that something is not saved")),
    ("Đây là trang web được lưu", NoClaim("it says that a file is none")),
    ("Nhập tệp đã xuất gần nhất", NoClaim("what to do")),
    ("Trước hết tải phần còn trên máy về", NoClaim("what to do")),
    ("Dữ liệu quá lớn cho một tệp nên được xuất thành", Test("what_is_too_much_for_one_file_becomes_several_that_hold_every_visit_once")),
    ("Cuộc giám sát không còn đơn vị của buổi này.", NoClaim("what to do")),
    ("Nội dung đã lưu được sửa sau khi viết bản nháp", NoClaim("it says that something is to be looked at")),
    ("Một thẻ khác đã mở phiên bản mới", Test("a_full_device_is_told_keeps_what_was_saved_and_saves_again_when_there_is_room")),
    ("Trang này gặp lỗi khi hiển thị.", Test("after_a_trap_nothing_looks_as_if_it_were_saved")),
    // Without a network.
    ("Sẵn sàng dùng khi không có mạng", Test("a_host_that_gives_something_else_for_a_file_is_named_and_once_it_is_mended_the_app_is_ready")),
    ("Sổ tay của Đoàn giám sát", NoClaim("what the app is for; whether this device is ready is told beside it")),
    ("Ứng dụng chạy không cần mạng", NoClaim("what the app is made for; whether this device is ready is told beside it")),
    ("là tệp của phiên bản khác", NoClaim("what to do")),
    ("Có phiên bản mới.", Test("a_new_version_waits_is_offered_and_comes_only_when_it_is_taken")),
    // Reference data.
    ("Không có văn bản nào khớp.", NoClaim("it says that nothing was found")),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn all(folders: &[&str]) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    folders.iter().for_each(|folder| sources(&root.join(folder), &mut found));
    found.into_iter().map(|path| (path.clone(), fs::read_to_string(&path).unwrap())).collect()
}

/// The string that a text of the source begins with, and what follows it.
fn literal(source: &str) -> Option<(String, &str)> {
    let mut rest = source.trim_start().strip_prefix('"')?;
    let mut text = String::new();
    loop {
        let letter = rest.chars().next()?;
        rest = &rest[letter.len_utf8()..];
        match letter {
            '"' => return Some((text, rest)),
            '\\' => {
                let escaped = rest.chars().next()?;
                rest = &rest[escaped.len_utf8()..];
                match escaped {
                    '\n' => rest = rest.trim_start(),
                    'n' => text.push('\n'),
                    other => text.push(other),
                }
            }
            letter => text.push(letter),
        }
    }
}

/// Every pair of sentences in a source, the Vietnamese one first; those of its tests left out.
fn pairs(source: &str) -> Vec<(String, String)> {
    let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let pair = |at: &str| {
        let (vi, rest) = literal(at)?;
        let (en, _) = literal(rest.trim_start().strip_prefix(',')?)?;
        Some((vi, en))
    };
    source.split("Text::new(").skip(1).filter_map(pair).collect()
}

fn says(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

fn is_green(vi: &str, en: &str) -> bool {
    let bare = |text: &str| OTHERWISE.iter().fold(text.to_lowercase(), |text, phrase| text.replace(phrase, " "));
    GREEN.iter().any(|word| says(&bare(vi), word)) || GREEN_EN.iter().any(|word| says(&bare(en), word))
}

fn green_sentences() -> BTreeSet<String> {
    let shipped = all(&["src"]).into_iter().filter(|(path, _)| {
        let path = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().to_string_lossy();
        !path.contains("tests") && !path.contains("fixture") && !path.contains("contract")
    });
    let pairs = shipped.flat_map(|(_, source)| pairs(&source));
    pairs.filter(|(vi, en)| is_green(vi, en)).map(|(vi, _)| vi).collect()
}

/// Whether an entry is about a sentence: the whole of it where the entry is one word or two, else its beginning.
fn is_about(entry: &str, sentence: &str) -> bool {
    if entry.split_whitespace().count() < 3 { entry == sentence } else { sentence.starts_with(entry) }
}

#[test]
fn every_sentence_with_a_green_word_names_the_test_that_shows_it_can_say_otherwise() {
    let sentences = green_sentences();
    assert!(sentences.len() > 30, "the sentences are found: {}", sentences.len());
    let missing: Vec<&String> =
        sentences.iter().filter(|sentence| !SENTENCES.iter().any(|(entry, _)| is_about(entry, sentence))).collect();
    assert!(missing.is_empty(), "without an entry in this list: {missing:#?}");
}

#[test]
fn the_tests_that_are_named_are_there() {
    let (tests, sentences) = (all(&["src", "tests"]), green_sentences());
    for (entry, behind) in SENTENCES {
        // An entry may come before its sentence.
        if !sentences.iter().any(|sentence| is_about(entry, sentence)) {
            continue;
        }
        match behind {
            Test(name) => {
                let heads = [format!("fn {name}("), format!("fn {name}<")];
                let is_there = |source: &str| heads.iter().any(|head| source.contains(head));
                assert!(tests.iter().any(|(_, source)| is_there(source)), "{entry}: {name}");
            }
            NoClaim(why) => assert!(!why.is_empty(), "{entry}"),
        }
    }
}

#[test]
fn a_green_word_is_found_and_its_contrary_is_not() {
    for (vi, en, green) in [
        ("Đạt", "Met", true),
        ("Không đạt", "Not met", false),
        ("Đạt khi từ 80% trở lên.", "Met from 80%.", false),
        ("Mọi phép tính đều khớp.", "Everything agrees.", true),
        ("Chưa ghi đủ ngày.", "The date is not complete.", false),
        ("Sẵn sàng ngoại tuyến", "Ready without a network", true),
        ("Chưa lưu", "Not saved", false),
        ("Tốt", "All is saved", true),
        ("Mạng ổn định", "The line holds", true),
        ("Nguyên đơn", "Plaintiff", false),
    ] {
        assert_eq!(is_green(vi, en), green, "{vi}");
    }
    let source = "Text::new(\n    \"Đã \\\n     lưu “a”\",\n    \"Saved \\\"a\\\"\",\n)";
    assert_eq!(pairs(source), [("Đã lưu “a”".to_owned(), "Saved \"a\"".to_owned())]);
}
