//! How a cell shows its number, as far as that says what the number is: its percent sign, its decimals, its unit.
//! Format codes: ECMA-376 part 1, 18.8.30 and 18.8.31.

/// A number format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberFormat {
    /// Whether the number is shown a hundredfold with `%` behind it.
    pub is_percent: bool,
    /// How many decimals are shown at most.
    pub decimals: u8,
    /// How many of them are shown even where they are 0.
    pub fixed_decimals: u8,
    /// Whether thousands are parted.
    pub is_grouped: bool,
    /// How many digits before the decimal mark are shown at least.
    pub least_digits: u8,
    /// How often the number is divided by a thousand before it is shown.
    pub thousands: u8,
    /// Words shown around the number, such as `hồ sơ`; may be empty.
    pub unit: String,
}

/// The most decimals that a format is believed to show.
const MOST_DECIMALS: u8 = 12;

impl NumberFormat {
    /// The digits that the cell shows, with a point before the decimals and without marks between thousands: 0.98823
    /// under `0.0%` is `98.8`. None for a number beyond what any table holds.
    pub fn digits(&self, number: f64) -> Option<String> {
        let shift = if self.is_percent { 2 } else { 0 } - 3 * i32::from(self.thousands);
        let written = rounded(number, shift, usize::from(self.decimals))?;
        let fixed = usize::from(self.fixed_decimals);
        match written.split_once('.') {
            Some((whole, decimals)) => {
                let mut decimals = decimals.to_owned();
                while decimals.len() > fixed && decimals.ends_with('0') {
                    decimals.pop();
                }
                Some(if decimals.is_empty() { whole.to_owned() } else { format!("{whole}.{decimals}") })
            }
            None => Some(written),
        }
    }

    /// The cell as a Vietnamese spreadsheet shows it: `1.716`, `98,8%`, `39 hồ sơ`.
    pub fn printed(&self, number: f64) -> String {
        let Some(digits) = self.digits(number) else { return number.to_string() };
        let (sign, digits) = digits.strip_prefix('-').map_or(("", digits.as_str()), |rest| ("-", rest));
        let (whole, decimals) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
        let mut text = String::from(sign);
        for (at, digit) in whole.char_indices() {
            if self.is_grouped && at > 0 && (whole.len() - at).is_multiple_of(3) {
                text.push('.');
            }
            text.push(digit);
        }
        if let Some(decimals) = decimals {
            text.push(',');
            text.push_str(decimals);
        }
        if self.is_percent {
            text.push('%');
        }
        if !self.unit.is_empty() {
            text.push(' ');
            text.push_str(&self.unit);
        }
        text
    }
}

/// A number times ten to the power of `shift`, rounded half away from zero to so many decimals, reckoned on the fifteen
/// digits that spreadsheets keep: 0.9885 is 98.9 %, though its binary form lies below that.
fn rounded(number: f64, shift: i32, decimals: usize) -> Option<String> {
    if !number.is_finite() {
        return None;
    }
    let written = format!("{:.14e}", number.abs());
    let (mantissa, exponent) = written.split_once('e')?;
    let point = exponent.parse::<i32>().ok()? + 1 + shift;
    if point > 21 {
        return None;
    }
    let mut digits: Vec<u8> = mantissa.bytes().filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect();
    // Zeros before the digits, so that the point stands among them.
    let before = usize::try_from(1 - point).unwrap_or(0).min(40);
    digits.splice(0..0, std::iter::repeat_n(0, before));
    let point = usize::try_from(point).unwrap_or(0).max(1);
    let end = point + decimals;
    let rounds_up = digits.get(end).is_some_and(|digit| *digit >= 5);
    digits.resize(end, 0);
    if rounds_up {
        let mut at = end;
        loop {
            let Some(before) = at.checked_sub(1) else {
                digits.insert(0, 1);
                break;
            };
            at = before;
            match digits.get_mut(at) {
                Some(digit) if *digit == 9 => *digit = 0,
                Some(digit) => {
                    *digit += 1;
                    break;
                }
                None => break,
            }
        }
    }
    let whole = digits.len() - decimals;
    let text = |digits: &[u8]| digits.iter().map(|digit| char::from(b'0' + digit)).collect::<String>();
    let (whole, decimals) = digits.split_at(whole);
    let whole = text(whole);
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let is_zero = whole == "0" && decimals.iter().all(|digit| *digit == 0);
    let sign = if number < 0.0 && !is_zero { "-" } else { "" };
    Some(if decimals.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{}", text(decimals)) })
}

/// What a cell with a format code holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Coded {
    /// A number of which the format says nothing.
    Plain,
    /// A number shown so.
    Number(NumberFormat),
    /// A date or an hour.
    Date,
    /// A length of time.
    Duration,
}

/// Reads a format code, its first section: that of numbers above zero.
pub fn coded(code: &str) -> Coded {
    if code.trim().eq_ignore_ascii_case("general") {
        return Coded::Plain;
    }
    let mut format = NumberFormat::default();
    let (mut has_digit, mut is_date, mut is_duration, mut has_point) = (false, false, false, false);
    let (mut commas, mut exponent) = (0_u8, false);
    let mut letters = code.chars().peekable();
    let mut first_section = true;
    while let Some(letter) = letters.next() {
        match letter {
            ';' => first_section = false,
            '"' => {
                let quoted: String = letters.by_ref().take_while(|letter| *letter != '"').collect();
                if first_section {
                    format.unit.push_str(&quoted);
                }
            }
            '\\' => {
                let next = letters.next();
                if first_section {
                    format.unit.extend(next);
                }
            }
            // A blank as wide as the next letter, and a letter that fills the cell.
            '_' | '*' => {
                letters.next();
            }
            '[' => {
                let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                if inside.starts_with(['<', '>', '=']) {
                    // Which section holds depends on the number.
                    return Coded::Plain;
                }
                let lower = inside.to_ascii_lowercase();
                if !lower.is_empty() && ["h", "m", "s"].iter().any(|unit| lower.trim_start_matches(unit).is_empty()) {
                    is_duration = true;
                }
                // `[$đ-42A]`: a currency and a language.
                if let Some(currency) = inside.strip_prefix('$').filter(|_| first_section) {
                    format.unit.push_str(currency.split('-').next().unwrap_or_default());
                }
            }
            _ if !first_section => {}
            '0' | '#' | '?' => {
                has_digit = true;
                if exponent {
                    continue;
                }
                // Commas between digits part thousands.
                format.is_grouped |= commas > 0;
                commas = 0;
                if has_point {
                    format.decimals = format.decimals.saturating_add(1).min(MOST_DECIMALS);
                    if letter == '0' {
                        format.fixed_decimals = format.decimals;
                    }
                } else if letter == '0' {
                    format.least_digits = format.least_digits.saturating_add(1);
                }
            }
            '.' => has_point = true,
            ',' if has_digit => commas = commas.saturating_add(1),
            '%' => format.is_percent = true,
            'E' | 'e' if has_digit => exponent = true,
            // A fraction such as `# ?/?`.
            '/' if has_digit => return Coded::Plain,
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' | 'e' | 'E' | 'b' | 'B' => is_date = true,
            '@' => return Coded::Plain,
            _ => {}
        }
    }
    if is_duration {
        return Coded::Duration;
    }
    if is_date {
        return Coded::Date;
    }
    if !has_digit || exponent {
        return Coded::Plain;
    }
    format.thousands = commas;
    format.unit = format.unit.split_whitespace().collect::<Vec<_>>().join(" ");
    if format.unit == "%" {
        format.unit.clear();
    }
    Coded::Number(format)
}

/// The code of a format that workbooks name by number alone; none for those that depend on the country of the computer,
/// all of which show dates, and for those that nobody defined.
pub fn built_in(id: u16) -> Coded {
    match id {
        1 => coded("0"),
        2 => coded("0.00"),
        3 | 37 | 38 | 41 | 42 => coded("#,##0"),
        4 | 39 | 40 | 43 | 44 => coded("#,##0.00"),
        9 => coded("0%"),
        10 => coded("0.00%"),
        14..=22 | 27..=36 | 45 | 47 | 50..=58 => Coded::Date,
        46 => Coded::Duration,
        _ => Coded::Plain,
    }
}

#[cfg(test)]
mod tests;
