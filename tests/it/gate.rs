//! The gate: a bad file is refused with one sentence that names the place.

use num_bigint::BigInt;
use serde_json::{Value, json};
use so_giam_sat::domain::answer::Answer;
use so_giam_sat::domain::edit::{EditError, MAX_REVISION, apply, shorten};
use so_giam_sat::domain::evidence::Evidence;
use so_giam_sat::domain::score::score;
use so_giam_sat::domain::supervision::Level;
use so_giam_sat::storage::check::MAX_FRACTIONS;
use so_giam_sat::storage::gate::{MAX_FILE_BYTES, Refusal, check_size, read_file, read_forms, read_template};
use so_giam_sat::storage::record::{FORMAT, FileRecord, VERSION, VisitRecord};
use so_giam_sat::words::Lang;

use crate::build::*;
use so_giam_sat::domain::template::{AnswerSpec, Template, Test, Whole};

fn file() -> FileRecord {
    let some = Test::CountAbove { field: "n".to_owned(), value: 0 };
    let template = template(vec![
        item("A01", AnswerSpec::Verdict),
        item("A02", ratio(Some(100))),
        item("C01", counts(None)),
        applies_if(item("C03", ratio(Some(100))), "C01", some),
    ]);
    let mut visit = visit(&template);
    let (history, _) = make(&mut visit, &template, vec![answer("A01", verdict(false)), answer("A01", verdict(true))]);
    FileRecord {
        format: FORMAT.to_owned(),
        version: VERSION,
        supervision: supervision(),
        visits: vec![VisitRecord::from_visit(&visit, history)],
        templates: vec![template],
    }
}

fn good() -> Value {
    serde_json::to_value(file()).unwrap()
}

fn refusal(value: &Value) -> String {
    let bytes = serde_json::to_vec_pretty(value).unwrap();
    read_file(&bytes).unwrap_err().sentence(Lang::Vi)
}

fn twice(list: &mut Value) {
    let list = list.as_array_mut().unwrap();
    list.push(list[0].clone());
}

#[test]
fn a_good_file_comes_in_whole() {
    let bytes = serde_json::to_vec(&good()).unwrap();
    let checked = read_file(&bytes).unwrap();
    assert_eq!(checked.supervision, supervision());
    assert_eq!(checked.visits[0].0.revision, 2);
    assert_eq!(checked.visits[0].1.len(), 2);
    let with_mark = ["\u{feff}".as_bytes(), &bytes].concat();
    assert_eq!(read_file(&with_mark), Ok(checked));
}

#[test]
fn what_is_not_json_is_refused_with_line_and_column() {
    assert_eq!(read_file(b"{\n  \"format\": }"), Err(Refusal::NotJson { line: 2, column: 13 }));
    assert_eq!(read_file(b""), Err(Refusal::NotJson { line: 1, column: 0 }));
    let bytes = serde_json::to_vec(&good()).unwrap();
    let cut_off = &bytes[..bytes.len() - 1];
    assert!(matches!(read_file(cut_off), Err(Refusal::NotJson { line: 1, .. })));
    assert!(matches!(read_file(&[&bytes[..], b"{}"].concat()), Err(Refusal::NotJson { .. })));
    assert_eq!(read_file(b"\x50\x4b\xff\xfe"), Err(Refusal::NotText { offset: 2 }));
}

#[test]
fn what_is_nested_ten_thousand_deep_is_refused_with_its_place() {
    let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(read_file(deep.as_bytes()), Err(Refusal::TooDeep { line: 1, column: 65 }));
    let inside = format!("{{\n  \"format\": \"so-giam-sat\", \"version\": 1,\n  \"x\": {deep}}}");
    assert_eq!(read_file(inside.as_bytes()), Err(Refusal::TooDeep { line: 3, column: 71 }));
    let in_a_string = serde_json::to_vec(&json!({"format": "[".repeat(100), "version": 1})).unwrap();
    assert_eq!(read_file(&in_a_string), Err(Refusal::WrongFormat));
}

#[test]
fn three_hundred_megabytes_are_refused_before_they_are_read() {
    assert_eq!(check_size(300_000_000), Err(Refusal::TooLarge { bytes: 300_000_000 }));
    assert_eq!(check_size(MAX_FILE_BYTES), Ok(()));
    let sentence = Refusal::TooLarge { bytes: 300_000_000 }.sentence(Lang::Vi);
    assert_eq!(sentence, "Tệp có 300.000.000 byte, lớn hơn mức 150.000.000 byte mà ứng dụng đọc được.");
}

#[test]
fn another_json_is_refused_as_not_ours() {
    for value in [json!([1, 2]), json!({"a": 1}), json!({"format": "khac", "version": 1}), json!("x"), json!(null)] {
        assert_eq!(read_file(value.to_string().as_bytes()), Err(Refusal::WrongFormat), "{value}");
    }
}

#[test]
fn a_newer_version_is_refused_even_with_fields_that_nobody_knows() {
    let newer = json!({"format": "so-giam-sat", "version": 5, "something": {"new": []}});
    assert_eq!(read_file(newer.to_string().as_bytes()), Err(Refusal::TooNew { found: 5 }));
}

#[test]
fn a_wrong_shape_is_refused_with_path_line_and_column() {
    let mut value = good();
    value["visits"][0]["date"] = json!("31/02/2024");
    let sentence = refusal(&value);
    assert!(sentence.contains("visits[0].date") && sentence.contains("dòng "), "{sentence}");
    let mut value = good();
    value["supervision"]["units"][0]["level"] = json!("quan");
    assert!(refusal(&value).starts_with("Giá trị lạ “quan” tại supervision.units[0].level"), "{}", refusal(&value));
    let mut value = good();
    value["templates"][0]["items"][1]["answer"] = json!({"slider": {}});
    let sentence = refusal(&value);
    assert!(sentence.starts_with("Giá trị lạ “slider” tại templates[0].items[1].answer"), "{sentence}");
    let mut value = good();
    value["visits"][0]["extra"] = json!(1);
    assert!(refusal(&value).starts_with("Trường lạ “extra” tại visits[0] "), "{}", refusal(&value));
    let mut value = good();
    value["supervision"].as_object_mut().unwrap().remove("topic");
    assert!(refusal(&value).starts_with("Thiếu trường “topic” tại supervision"), "{}", refusal(&value));
}

#[test]
fn what_does_not_hold_together_is_refused_with_its_place() {
    let cases: [(Spoil, &str); 18] = [
        (|file| twice(&mut file["visits"]), "Mã “v1” bị trùng tại visits[1].id."),
        (|file| twice(&mut file["supervision"]["units"]), "Mã “u1” bị trùng tại supervision.units[1].id."),
        (|file| twice(&mut file["templates"]), "Mã “thu@1” bị trùng tại templates[1].id."),
        (|file| twice(&mut file["visits"][0]["entries"]), "Mã “A01” bị trùng tại visits[0].entries[1].item."),
        (
            |file| file["templates"][0]["items"][1]["code"] = json!("A01"),
            "Mã “A01” bị trùng tại templates[0].items[1].code.",
        ),
        (|file| file["visits"][0]["unit"] = json!("u9"), "“u9” không có trong tệp tại visits[0].unit."),
        (|file| file["visits"][0]["supervision"] = json!("s9"), "“s9” không có trong tệp tại visits[0].supervision."),
        (
            |file| file["visits"][0]["template"]["version"] = json!(7),
            "“thu@7” không có trong tệp tại visits[0].template.",
        ),
        (
            |file| file["visits"][0]["entries"][0]["answer"] = json!({"ratio": {"part": 1, "whole": 2}}),
            "Trả lời không hợp với mục A01 tại visits[0].entries[0].answer.",
        ),
        (
            |file| file["visits"][0]["entries"][0]["note"] = json!("x".repeat(20_001)),
            "Văn bản dài hơn 20.000 byte tại visits[0].entries[0].note.",
        ),
        (
            |file| file["visits"][0]["history"][1]["revision"] = json!(1),
            "Sai thứ tự tại visits[0].history[1].revision.",
        ),
        (|file| file["supervision"]["period"]["to"] = json!("2020-01-01"), "Sai thứ tự tại supervision.period."),
        (|file| file["visits"][0]["date"] = json!("+20233-05-10"), "Ngày ngoài các năm 1900–2199 tại visits[0].date."),
        (
            |file| file["templates"][0]["critical_cap_percent"] = json!(101),
            "Số không nằm trong khoảng 1–100 tại templates[0].critical_cap_percent.",
        ),
        (|file| file["supervision"]["units"][0]["name"] = json!(" "), "Để trống tại supervision.units[0].name."),
        (|file| file["templates"][0]["bands"][4]["from_percent"] = json!(10), "Sai thứ tự tại templates[0].bands."),
        (
            |file| file["templates"][0]["items"][0]["weight"] = json!(0),
            "Số không nằm trong khoảng 1–100 tại templates[0].items[0].weight.",
        ),
        (
            |file| {
                file["templates"][0]["items"][2]["applies_if"] =
                    json!({"item": "C03", "test": {"verdict": {"is": "met"}}});
            },
            "Trả lời không hợp với mục C03 tại templates[0].items[2].applies_if.test.",
        ),
    ];
    for (spoil, sentence) in cases {
        let mut value = good();
        spoil(&mut value);
        assert_eq!(refusal(&value), sentence);
    }
}

#[test]
fn items_that_depend_on_each_other_in_a_circle_are_refused() {
    let met = || Test::Verdict { is: so_giam_sat::domain::answer::Verdict::Met };
    let circle = template(vec![
        applies_if(item("A01", AnswerSpec::Verdict), "A02", met()),
        applies_if(item("A02", AnswerSpec::Verdict), "A01", met()),
    ]);
    let refusal = read_template(&serde_json::to_vec(&circle).unwrap()).unwrap_err();
    assert_eq!(refusal.sentence(Lang::En), "Item A01 depends on itself at template.items[0].applies_if.");
}

#[test]
fn counts_that_are_parts_of_nothing_in_the_template_are_refused() {
    let parts_of = |of: &str, field: &str| {
        let mut parts = counts(None);
        let AnswerSpec::Counts { sums_to, .. } = &mut parts else { panic!("counts") };
        *sums_to = Some(Whole { item: code(of), field: field.to_owned(), may_leave_out: false });
        template(vec![item("C01", counts(None)), item("C03", AnswerSpec::Verdict), item("C12", parts)])
    };
    let read = |template: &Template| read_template(&serde_json::to_vec(template).unwrap());
    assert!(read(&parts_of("C01", "n")).is_ok());
    for (of, field, place) in [("C09", "n", "item"), ("C01", "m", "field"), ("C03", "n", "item"), ("C12", "n", "item")]
    {
        let sentence = read(&parts_of(of, field)).unwrap_err().sentence(Lang::Vi);
        assert!(sentence.ends_with(&format!("template.items[2].answer.counts.sums_to.{place}.")), "{sentence}");
    }
}

#[test]
fn every_refusal_has_a_sentence_in_both_languages() {
    let refusals = [
        Refusal::TooLarge { bytes: 1 },
        Refusal::NotText { offset: 3 },
        Refusal::NotJson { line: 1, column: 2 },
        Refusal::TooDeep { line: 1, column: 2 },
        Refusal::WrongFormat,
        Refusal::TooNew { found: 9 },
    ];
    for refusal in refusals {
        for lang in [Lang::Vi, Lang::En] {
            let sentence = refusal.sentence(lang);
            assert!(sentence.ends_with('.') && !sentence.contains(['{', '}']), "{sentence}");
        }
    }
}

#[test]
fn a_file_of_version_1_is_read_as_it_stands() {
    let bytes = include_bytes!("../fixtures/giam-sat-dinh-dang-1.json");
    let file = read_file(bytes).unwrap();
    let old: Value = serde_json::from_slice(bytes).unwrap();
    assert_eq!(old["version"], json!(1));
    let (visit, history) = file.visits.into_iter().next().unwrap();
    assert!(visit.dossiers.is_empty() && visit.draws.is_empty() && visit.posting.is_none());
    let written = serde_json::to_value(VisitRecord::from_visit(&visit, history)).unwrap();
    assert_eq!(written, old["visits"][0], "nothing of it is lost or changed");
}

#[test]
fn a_file_of_version_2_is_read_as_it_stands() {
    let bytes = include_bytes!("../fixtures/giam-sat-dinh-dang-2.json");
    let file = read_file(bytes).unwrap();
    let old: Value = serde_json::from_slice(bytes).unwrap();
    assert_eq!(old["version"], json!(2));
    let (visit, history) = file.visits.into_iter().next().unwrap();
    assert!(visit.figures.is_empty() && !visit.dossiers.is_empty() && visit.posting.is_some());
    let written = serde_json::to_value(VisitRecord::from_visit(&visit, history)).unwrap();
    assert_eq!(written, old["visits"][0], "nothing of it is lost or changed");
}

#[test]
fn a_file_of_version_3_is_read_as_it_stands_and_its_whole_postings_are_told_in_short() {
    let bytes = include_bytes!("../fixtures/giam-sat-dinh-dang-3.json");
    let file = read_file(bytes).unwrap();
    let old: FileRecord = serde_json::from_slice(bytes).unwrap();
    assert_eq!(old.version, 3);
    let (visit, history) = file.visits.into_iter().next().unwrap();
    assert!(!visit.figures.is_empty() && !visit.dossiers.is_empty() && visit.posting.is_some());
    let (old_visit, mut old_history) = old.visits.into_iter().next().unwrap().into_visit();
    assert_eq!(visit, old_visit, "nothing of it is lost or changed");
    shorten(&mut old_history);
    assert_eq!(history, old_history);
}

/// Makes something wrong in a file.
type Spoil = fn(&mut Value);

/// A file is refused with a sentence after something in it was changed.
fn assert_refused(cases: &[(Spoil, &str)]) {
    for (spoil, sentence) in cases {
        let mut value = good();
        spoil(&mut value);
        assert_eq!(refusal(&value), *sentence);
    }
}

#[test]
fn stamps_have_limits_like_every_text_and_date() {
    assert_refused(&[
        (
            |file| file["visits"][0]["begun"]["at"] = json!("+262142-12-31T23:59:59Z"),
            "Ngày ngoài các năm 1900–2199 tại visits[0].begun.",
        ),
        (
            |file| file["visits"][0]["entries"][0]["answered"]["by"] = json!("x".repeat(1_001)),
            "Văn bản dài hơn 1.000 byte tại visits[0].entries[0].answered.",
        ),
        (
            |file| file["visits"][0]["history"][1]["stamp"]["device"] = json!("x".repeat(1_001)),
            "Văn bản dài hơn 1.000 byte tại visits[0].history[1].stamp.",
        ),
        (
            |file| file["visits"][0]["history"][0]["stamp"]["at"] = json!("1899-12-31T23:59:59Z"),
            "Ngày ngoài các năm 1900–2199 tại visits[0].history[0].stamp.",
        ),
    ]);
}

#[test]
fn a_history_is_one_that_a_visit_can_have_had() {
    assert_refused(&[
        (
            |file| file["visits"][0]["history"][1]["revision"] = json!(3),
            "Sai thứ tự tại visits[0].history[1].revision.",
        ),
        (
            |file| file["visits"][0]["history"][0]["revision"] = json!(0),
            "Sai thứ tự tại visits[0].history[0].revision.",
        ),
        (|file| file["visits"][0]["revision"] = json!(3), "Sai thứ tự tại visits[0].revision."),
        (
            |file| file["visits"][0]["history"][0]["edit"] = json!({"note": {"item": "Z99", "text": ""}}),
            "“Z99” không có trong tệp tại visits[0].history[0].edit.",
        ),
        (
            |file| {
                file["visits"][0]["history"][1]["edit"] =
                    json!({"figures": {"change": {"cells": {"table": "b-1", "put": []}}}});
            },
            "“b-1” không có trong tệp tại visits[0].history[1].edit.",
        ),
        (
            |file| {
                // Of a history that begins later each edit is checked by itself.
                file["visits"][0]["history"].as_array_mut().unwrap().remove(0);
                file["visits"][0]["history"][0]["edit"] =
                    json!({"answer": {"item": "A01", "answer": {"ratio": {"part": 1, "whole": 2}}}});
            },
            "“A01” không có trong tệp tại visits[0].history[0].edit.",
        ),
    ]);
    for left in [0, 1] {
        let mut value = good();
        let history = value["visits"][0]["history"].as_array_mut().unwrap();
        history.drain(..2 - left);
        let file = read_file(value.to_string().as_bytes()).unwrap();
        assert_eq!((file.visits[0].0.revision, file.visits[0].1.len()), (2, left), "a visit is readable without it");
    }
}

#[test]
fn a_revision_leaves_room_for_what_is_still_to_come() {
    let beyond = "Số không nằm trong khoảng 0–1.000.000.000 tại ";
    let mut value = good();
    value["visits"][0]["revision"] = json!(1_u64 << 53);
    assert!(refusal(&value).starts_with(beyond), "{}", refusal(&value));
    let mut value = good();
    value["supervision"]["revision"] = json!(1_u64 << 53);
    assert!(refusal(&value).starts_with(beyond), "{}", refusal(&value));

    // At the limit a visit takes no more edits, so that it can always be exported.
    let mut value = good();
    value["visits"][0]["revision"] = json!(MAX_REVISION);
    value["visits"][0].as_object_mut().unwrap().remove("history");
    let mut file = read_file(value.to_string().as_bytes()).unwrap();
    let edit = answer("A01", verdict(false));
    let refused = apply(&mut file.visits[0].0, &file.templates[0], edit, &stamp());
    assert_eq!(refused, Err(EditError::TooManyChanges));
}

fn times(value: &Value, count: usize, name: impl Fn(&mut Value, usize)) -> Value {
    let one = |place| {
        let mut value = value.clone();
        name(&mut value, place);
        value
    };
    Value::Array((0..count).map(one).collect())
}

#[test]
fn every_list_of_a_template_and_a_form_has_a_bound() {
    let numbered = |key: &'static str| move |value: &mut Value, place: usize| value[key] = json!(format!("k{place}"));
    let words = json!({"vi": "x", "en": "x"});
    let most = |count: usize, place: &str| {
        format!("Nhiều hơn {} phần tử tại {place}.", so_giam_sat::words::format::count(count as u64))
    };
    let mut value = good();
    let section = value["templates"][0]["sections"][0].clone();
    value["templates"][0]["sections"] = times(&section, 101, numbered("code"));
    assert_eq!(refusal(&value), most(100, "templates[0].sections"));
    let mut value = good();
    let field = value["templates"][0]["items"][2]["answer"]["counts"]["fields"][0].clone();
    value["templates"][0]["items"][2]["answer"]["counts"]["fields"] = times(&field, 101, numbered("key"));
    assert_eq!(refusal(&value), most(100, "templates[0].items[2].answer.fields"));
    let mut value = good();
    let part = json!({"key": "", "label": words, "maximum": 8});
    value["templates"][0]["items"][0]["answer"] = json!({"means": {"parts": times(&part, 101, numbered("key"))}});
    assert_eq!(refusal(&value), most(100, "templates[0].items[0].answer.parts"));
    let mut value = good();
    value["templates"][0]["items"][0]["basis"] = times(&json!(""), 101, |_, _| ());
    assert_eq!(refusal(&value), most(100, "templates[0].items[0].basis"));
    let mut value = good();
    value["templates"][0]["bands"] = times(&json!({"from_percent": 0, "name": words}), 21, |band, place| {
        band["from_percent"] = json!(20 - place);
    });
    assert_eq!(refusal(&value), most(20, "templates[0].bands"));
    let mut value = good();
    value["visits"][0]["present"] = times(&json!("x"), 1_001, |_, _| ());
    assert_eq!(refusal(&value), most(1_000, "visits[0].present"));

    let bundled: Value = serde_json::from_str(include_str!("../../public/data/bieu-mau.json")).unwrap();
    let form = bundled["forms"][0].clone();
    let faulty = |spoil: &dyn Fn(&mut Value)| {
        let mut form = form.clone();
        spoil(&mut form);
        read_forms(form.to_string().as_bytes()).unwrap_err().sentence(Lang::Vi)
    };
    let heading = faulty(&|form| form["columns"][0]["heading"] = times(&words, 11, |_, _| ()));
    assert_eq!(heading, most(10, "form"));
    let rules = faulty(&|form| form["across"] = times(&form["across"][0], 201, |_, _| ()));
    assert_eq!(rules, most(200, "form"));
    let parts = faulty(&|form| {
        let key = form["columns"][0]["key"].clone();
        form["across"][0] = json!({"sum": {"total": key, "parts": times(&key, 121, |_, _| ())}});
    });
    assert_eq!(parts, most(120, "form"));
    let rows = faulty(&|form| {
        let row = json!({"key": "", "name": words});
        form["rows"] = json!({"fixed": {"rows": times(&row, 30_000, numbered("key"))}});
    });
    assert_eq!(rows, most(5_000, "form"));
    let draw = json!({
        "population": 1_001, "seed": 1, "drawn": [1],
        "method": {"by_field": {"strata": times(&json!({"name": "x", "size": 1}), 1_001, |_, _| ())}},
    });
    let mut value = good();
    value["visits"][0]["draws"] = json!([{"list": "", "draw": draw, "stamp": value["visits"][0]["begun"]}]);
    assert_eq!(refusal(&value), most(1_000, "visits[0].draws[0]"));
}

#[test]
fn a_score_of_as_many_fractions_as_a_template_may_have_is_exact_and_soon_there() {
    let primes = (2_u64..).filter(|number| (2..).take_while(|of| of * of <= *number).all(|of| number % of != 0));
    let wholes: Vec<u64> = primes.skip_while(|prime| *prime < 100_000).take(MAX_FRACTIONS).collect();
    let ratios = |count: usize| (0..count).map(|place| item(&format!("A{place}"), ratio(None))).collect();
    let template = template(ratios(MAX_FRACTIONS));
    let mut visit = visit(&template);
    let answers = wholes
        .iter()
        .enumerate()
        .map(|(place, whole)| answer(&format!("A{place}"), Answer::Ratio { part: Some(1), whole: Some(*whole) }));
    make(&mut visit, &template, answers.collect());
    let card = score(&template, &visit, &Evidence::default(), Level::Commune);
    let exact = card.total.points.exact();
    let product: BigInt = wholes.iter().map(|whole| BigInt::from(*whole)).product();
    assert_eq!(*exact.denom(), product, "no digit is given up");
    let sum: BigInt = wholes.iter().map(|whole| &product / BigInt::from(*whole)).sum();
    assert_eq!(*exact.numer(), sum);

    let mut value = good();
    value["templates"][0]["items"] = serde_json::to_value(self::template(ratios(2_000)).items).unwrap();
    value["visits"] = json!([]);
    assert_eq!(
        refusal(&value),
        "Nhiều hơn 300 mục trả lời bằng tỷ lệ, điểm trung bình hoặc mẫu tại templates[0].items."
    );
}

#[test]
fn figures_that_multiply_beyond_an_audit_are_refused() {
    let keys: Vec<String> = (0..12).map(|place| format!("c{place}")).collect();
    let words = json!({"vi": "x", "en": "x"});
    let column = |key: &String| json!({"key": key, "heading": [words], "measure": {"count": {"of": words}}});
    let rule = json!({"sum": {"total": "c0", "parts": keys[1..]}});
    let row = json!({"key": "", "number": "", "name": "x", "depth": 0, "cells": vec![json!("blank"); 12]});
    let table = |rows: usize, rules: usize| {
        json!({
            "form": {
                "id": "f", "version": 1, "name": words, "source": "", "rows": {"units": {}}, "row_heading": words,
                "columns": keys.iter().map(column).collect::<Vec<_>>(), "across": vec![rule.clone(); rules],
            },
            "title": "", "body": "",
            "rows": times(&row, rows, |row, place| row["key"] = json!(format!("r{place}"))),
        })
    };
    let with = |rows: usize, rules: usize| {
        let mut value = good();
        let begun = value["visits"][0]["begun"].clone();
        value["visits"][0]["figures"] = json!({
            "tables": [{"id": "b-1", "held": {"value": table(rows, rules), "stamp": begun}}],
            "statements": [], "ties": [], "decisions": [],
        });
        value
    };
    read_file(with(1_000, 10).to_string().as_bytes()).unwrap();
    assert_eq!(
        refusal(&with(5_000, 200)),
        "Biểu, lời văn và đối chiếu nhân với nhau quá lớn để kiểm tra tại visits[0].figures."
    );
}

#[test]
fn a_refusal_shows_no_more_of_a_file_than_a_line() {
    let long = format!("{}\u{202e}\n\"x{}", "k".repeat(20), "é".repeat(100_000));
    let spoilt: [&dyn Fn(&mut Value); 6] = [
        &|file| file[&long] = json!(1),
        &|file| file["visits"][0][&long] = json!(1),
        &|file| file["visits"][0]["date"] = json!(long),
        &|file| file["supervision"]["id"] = json!(long),
        &|file| file["templates"][0]["items"][0]["answer"] = json!({&long: {}}),
        &|file| {
            file["templates"][0]["items"][0]["answer"] = json!({"counts": {"fields": [
                {"key": &long[..900], "label": {"vi": "", "en": ""}}, {"key": &long[..900], "label": {"vi": "", "en": ""}},
            ]}})
        },
    ];
    for (place, spoil) in spoilt.iter().enumerate() {
        let mut value = good();
        spoil(&mut value);
        for bytes in [serde_json::to_vec(&value).unwrap(), serde_json::to_vec_pretty(&value).unwrap()] {
            for lang in [Lang::Vi, Lang::En] {
                let sentence = read_file(&bytes).unwrap_err().sentence(lang);
                assert!(sentence.chars().count() < 400, "{place}: {} characters", sentence.chars().count());
                assert!(!sentence.contains(|letter: char| letter.is_control() || letter == '\u{202e}'), "{sentence:?}");
            }
        }
    }
}

#[test]
fn forms_come_alone_or_several_and_a_faulty_one_is_refused_with_its_place() {
    let bundled = include_str!("../../public/data/bieu-mau.json");
    let mut file: Value = serde_json::from_str(bundled).unwrap();
    let number = file["forms"].as_array().unwrap().len();
    assert_eq!(read_forms(bundled.as_bytes()).unwrap().len(), number);
    let alone = serde_json::to_vec(&file["forms"][0]).unwrap();
    assert_eq!(read_forms(&alone).unwrap()[0].id.as_str(), "bieu-06c");

    file["forms"][1]["across"][0]["sum"]["total"] = json!("khong_co");
    let sentence = read_forms(file.to_string().as_bytes()).unwrap_err().sentence(Lang::Vi);
    assert!(sentence.contains("khong_co") && sentence.contains("forms[1]"), "{sentence}");
    let none = read_forms(br#"{"version": 1, "forms": []}"#).unwrap_err();
    assert!(matches!(none, Refusal::Fault(_)), "{none:?}");
    assert!(matches!(read_forms(b"[1, 2]").unwrap_err(), Refusal::Shape { .. }));
}
