//! The ways in which a file is made wrong.

use std::borrow::Cow;

use serde_json::{Number, Value, json};

use crate::domain::sampling::Generator;

/// Changes a few values of a JSON value; gives its bytes and what was done. `pointers` are those of the value.
pub fn mutate_value(value: &Value, pointers: &[String], chance: &mut Generator) -> (Vec<u8>, String) {
    let mut value = value.clone();
    let mut done = Vec::new();
    let mut pointers = Cow::Borrowed(pointers);
    for left in (0..=chance.below(3)).rev() {
        let pointer = pick(&pointers, chance).clone();
        done.push(format!("{pointer} {}", change(&mut value, &pointer, &pointers, chance)));
        if left > 0 {
            pointers = Cow::Owned(self::pointers(&value));
        }
    }
    (serde_json::to_vec(&value).unwrap(), done.join("; "))
}

/// Changes bytes; gives them and what was done.
pub fn mutate_bytes(bytes: &[u8], chance: &mut Generator) -> (Vec<u8>, String) {
    let mut bytes = bytes.to_vec();
    let place =
        |bytes: &[u8], chance: &mut Generator| chance.below(u32::try_from(bytes.len()).unwrap().max(1)) as usize;
    let mut done = Vec::new();
    for _ in 0..1 + chance.below(4) {
        let (from, length) = (place(&bytes, chance), chance.below(40) as usize);
        let to = (from + length).min(bytes.len());
        let what = match chance.below(6) {
            0 => {
                bytes.truncate(from);
                "cut off"
            }
            1 => {
                bytes.drain(from..to);
                "left out"
            }
            2 => {
                let piece = bytes[from..to].to_vec();
                let at = place(&bytes, chance);
                bytes.splice(at..at, piece);
                "doubled"
            }
            3 => {
                if let Some(byte) = bytes.get_mut(from) {
                    *byte = u8::try_from(chance.below(256)).unwrap();
                }
                "another byte"
            }
            4 => {
                let digits = bytes.iter().enumerate().filter(|(_, byte)| byte.is_ascii_digit());
                let digits: Vec<usize> = digits.map(|(place, _)| place).collect();
                if !digits.is_empty() {
                    bytes[*pick(&digits, chance)] = b'0' + u8::try_from(chance.below(10)).unwrap();
                }
                "another digit"
            }
            _ => {
                let token =
                    *pick(&["null", "[", "]", "{", "}", ",", "\"", "\\u0000", "1e999", "-", "\u{feff}"], chance);
                bytes.splice(from..from, token.bytes());
                "a token more"
            }
        };
        done.push(format!("byte {from}: {what}"));
    }
    (bytes, done.join("; "))
}

fn pick<'l, T>(list: &'l [T], chance: &mut Generator) -> &'l T {
    &list[chance.below(u32::try_from(list.len()).unwrap()) as usize]
}

/// The pointers to every value, the whole left out. Texts that are JSON themselves, as in a rescue file, are one value.
pub fn pointers(value: &Value) -> Vec<String> {
    fn below(name: &str, value: &Value, at: &mut String, found: &mut Vec<String>) {
        let length = at.len();
        at.push('/');
        at.push_str(name);
        found.push(at.clone());
        walk(value, at, found);
        at.truncate(length);
    }
    fn walk(value: &Value, at: &mut String, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    if name.contains(['~', '/']) {
                        below(&name.replace('~', "~0").replace('/', "~1"), value, at, found);
                    } else {
                        below(name, value, at, found);
                    }
                }
            }
            Value::Array(values) => {
                for (place, value) in values.iter().enumerate() {
                    below(&place.to_string(), value, at, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(value, &mut String::new(), &mut found);
    if found.is_empty() {
        found.push(String::new());
    }
    found
}

fn change(value: &mut Value, pointer: &str, pointers: &[String], chance: &mut Generator) -> String {
    let end = pointer.rfind('/').unwrap_or_default();
    let (parent, name) = (&pointer[..end], &pointer[end..]);
    if chance.below(3) == 0 {
        // Another value of the same name fits more often than not, and so leads behind the gate.
        let like: Vec<&String> = pointers.iter().filter(|other| other.ends_with(name)).collect();
        let from = (*pick(&like, chance)).clone();
        let other = value.pointer(&from).cloned().unwrap_or_default();
        if let Some(there) = value.pointer_mut(pointer) {
            *there = other;
        }
        return format!("becomes what stands at {from}");
    }
    if chance.below(6) == 0 && !name.is_empty() {
        return in_parent(value, parent, &name[1..], chance);
    }
    let Some(there) = value.pointer_mut(pointer) else { return "is no longer there".to_owned() };
    *there = match (&*there, chance.below(8)) {
        (_, 0) => another_type(chance),
        (Value::Number(number), _) => another_number(number, chance),
        (Value::String(text), _) => another_text(text, chance),
        (Value::Array(list), _) => another_list(list.clone(), chance),
        (Value::Bool(is), _) => json!(!is),
        (Value::Null, _) => another_type(chance),
        (Value::Object(fields), _) => {
            let mut fields = fields.clone();
            let names: Vec<String> = fields.keys().cloned().collect();
            match (chance.below(2), names.is_empty()) {
                (0, false) => drop(fields.remove(pick(&names, chance))),
                _ => drop(fields.insert("la".to_owned(), json!(1))),
            }
            Value::Object(fields)
        }
    };
    format!("becomes {:.60}", there.to_string())
}

/// Leaves a value out of what holds it, or doubles it there, once or many times.
fn in_parent(value: &mut Value, parent: &str, name: &str, chance: &mut Generator) -> String {
    match value.pointer_mut(parent) {
        Some(Value::Object(fields)) => {
            fields.remove(name);
            "is left out".to_owned()
        }
        Some(Value::Array(list)) => {
            let place: usize = name.parse().unwrap_or_default();
            let Some(one) = list.get(place).cloned() else { return "is no longer there".to_owned() };
            let most = 2_000_000 / one.to_string().len().max(1);
            let times = *pick(&[0, 1, 2, 60, 300, 6_000], chance);
            if times == 0 {
                list.remove(place);
            } else {
                let at = place + 1;
                list.splice(at..at, std::iter::repeat_n(one, times.min(most)));
            }
            format!("stands there {times} times more")
        }
        _ => "is no longer there".to_owned(),
    }
}

fn another_type(chance: &mut Generator) -> Value {
    pick(
        &[
            json!(null),
            json!([]),
            json!({}),
            json!(true),
            json!(""),
            json!(0),
            json!([[]]),
            json!("verdict"),
            json!(-1.5),
        ],
        chance,
    )
    .clone()
}

fn another_number(number: &Number, chance: &mut Generator) -> Value {
    let now = number.as_u64().unwrap_or_default();
    pick(
        &[
            json!(0),
            json!(1),
            json!(now.wrapping_add(1)),
            json!(now.saturating_sub(1)),
            json!(now.saturating_mul(1_000)),
            json!(100),
            json!(255),
            json!(u32::MAX),
            json!(1_000_000_000_000_000_u64),
            json!(1_u64 << 53),
            json!(u64::MAX),
            json!(-1),
            json!(i64::MIN),
            json!(0.5),
            json!(1e300),
        ],
        chance,
    )
    .clone()
}

fn another_text(text: &str, chance: &mut Generator) -> Value {
    let long = "Đ".repeat(10_001);
    let fits = "x".repeat(19_999);
    let name = "n".repeat(64);
    let texts = [
        "",
        " ",
        "2199-12-31",
        "1900-01-01",
        "9999-12-31",
        "+262142-12-31",
        "2024-02-30",
        "2199-12-31T23:59:59.999Z",
        "+262142-12-31T23:59:59Z",
        "1900-01-01T00:00:00Z",
        "999999999999999.999999",
        "-1000000000000000",
        "0.000001",
        "0",
        "99.99",
        "\u{202e}=1+1\u{0}\r\n\"; DROP",
        "23:59:60",
        "a|b|c",
        "Quý V/99999",
        "Tháng 13/0000",
        "01/9999/TT-BTP",
        "12345678901234567890 hồ sơ (98,8%), trong đó 1.716 + 2 = 3.935/20.865; 5 xã: A, B và C",
        long.as_str(),
        fits.as_str(),
        name.as_str(),
    ];
    match chance.below(4) {
        0 => json!(format!("{text}{text}")),
        1 => json!(text.chars().rev().collect::<String>()),
        _ => json!(pick(&texts, chance)),
    }
}

fn another_list(mut list: Vec<Value>, chance: &mut Generator) -> Value {
    match chance.below(5) {
        0 => list.clear(),
        1 => list.reverse(),
        2 => list.extend(list.clone()),
        3 => drop(list.pop()),
        _ => {
            let first = list.first().cloned().unwrap_or_default();
            let most = 1_000_000 / first.to_string().len().max(1);
            list.extend(std::iter::repeat_n(first, most.min(3_000)));
        }
    }
    Value::Array(list)
}
