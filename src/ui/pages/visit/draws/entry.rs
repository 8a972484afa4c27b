//! What was typed of a draw, and the draw that follows, or what is wrong at which field.

use crate::domain::sampling::{Draw, DrawError, MAX_SEED, Method, Stratum, by_hand, draw};
use crate::words::catalogue::draws as words;
use crate::words::parse::{self, NumberError};
use crate::words::{Lang, Text, format};

/// A method as one chooses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui::pages::visit) enum Kind {
    SimpleRandom,
    Systematic,
    ByField,
    ByLateness,
    ByHand,
}

impl Kind {
    /// Every method with its words.
    pub(in crate::ui::pages::visit) const ALL: [(Self, Text); 5] = [
        (Self::SimpleRandom, words::SIMPLE_RANDOM),
        (Self::Systematic, words::SYSTEMATIC),
        (Self::ByField, words::BY_FIELD),
        (Self::ByLateness, words::BY_LATENESS),
        (Self::ByHand, words::BY_HAND),
    ];
}

/// A field of a draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui::pages::visit) enum Place {
    List,
    Population,
    Size,
    Seed,
    Strata,
    Late,
    Numbers,
    Reason,
}

impl Place {
    /// The end of the field's id in the page.
    pub(in crate::ui::pages::visit) fn id(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Population => "population",
            Self::Size => "size",
            Self::Seed => "seed",
            Self::Strata => "strata",
            Self::Late => "late",
            Self::Numbers => "numbers",
            Self::Reason => "reason",
        }
    }
}

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui::pages::visit) struct Fault {
    /// At which field.
    pub(in crate::ui::pages::visit) place: Place,
    why: Why,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Why {
    Is(Text),
    /// With a number or what was typed in the place of `{n}`.
    About(Text, String),
    Number(NumberError, u64),
}

impl Fault {
    /// A sentence about a field.
    pub(in crate::ui::pages::visit) fn is(place: Place, text: Text) -> Self {
        Self { place, why: Why::Is(text) }
    }

    /// A sentence about a field, with this in the place of `{n}`.
    pub(in crate::ui::pages::visit) fn about(place: Place, text: Text, what: impl ToString) -> Self {
        Self { place, why: Why::About(text, what.to_string()) }
    }

    /// The sentence.
    pub(in crate::ui::pages::visit) fn sentence(&self, lang: Lang) -> String {
        match &self.why {
            Why::Is(text) => text.get(lang).to_owned(),
            Why::About(text, what) => text.get(lang).replace("{n}", what),
            Why::Number(error, most) => error.reason(&format::count(*most), lang),
        }
    }
}

/// Everything as typed. The population comes from elsewhere: it is typed, or a list has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui::pages::visit) struct TypedDraw {
    pub(in crate::ui::pages::visit) kind: Kind,
    pub(in crate::ui::pages::visit) size: String,
    pub(in crate::ui::pages::visit) seed: String,
    /// Those that the list has, or one a line: name, comma, size.
    pub(in crate::ui::pages::visit) strata: Strata,
    pub(in crate::ui::pages::visit) late: String,
    pub(in crate::ui::pages::visit) numbers: String,
    pub(in crate::ui::pages::visit) reason: String,
}

/// The strata of a draw by field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui::pages::visit) enum Strata {
    /// As typed.
    Typed(String),
    /// As the list has them.
    Known(Vec<Stratum>),
}

impl TypedDraw {
    /// Draws from a list of `population`, at most `most`.
    pub(in crate::ui::pages::visit) fn draw(&self, population: u32, most: u32) -> Result<Draw, Fault> {
        if self.kind == Kind::ByHand {
            return self.by_hand(population, most);
        }
        let size = number(&self.size, Place::Size, words::SIZE_MISSING, u32::MAX.into())?;
        let size = u32::try_from(size).unwrap_or(u32::MAX);
        check_size(size, population, Place::Size, most)?;
        let seed = number(&self.seed, Place::Seed, words::SEED_MISSING, MAX_SEED)?;
        let method = match self.kind {
            Kind::Systematic => {
                Method::systematic(population, size, seed).map_err(|error| fault(error, Place::Size))?
            }
            Kind::ByField => Method::ByField { strata: self.strata.read()? },
            Kind::ByLateness => Method::ByLateness { late: numbers(&self.late, population, Place::Late)? },
            Kind::SimpleRandom | Kind::ByHand => Method::SimpleRandom,
        };
        let place = if self.kind == Kind::ByField { Place::Strata } else { Place::Size };
        draw(population, size, method, seed).map_err(|error| fault(error, place))
    }

    fn by_hand(&self, population: u32, most: u32) -> Result<Draw, Fault> {
        let numbers = numbers(&self.numbers, population, Place::Numbers)?;
        check_size(u32::try_from(numbers.len()).unwrap_or(u32::MAX), population, Place::Numbers, most)?;
        by_hand(population, &numbers, self.reason.trim()).map_err(|error| fault(error, Place::Numbers))
    }
}

impl Strata {
    fn read(&self) -> Result<Vec<Stratum>, Fault> {
        let strata = match self {
            Self::Known(strata) => strata.clone(),
            Self::Typed(typed) => {
                let lines = typed.lines().map(str::trim).filter(|line| !line.is_empty());
                lines.map(stratum).collect::<Result<Vec<_>, _>>()?
            }
        };
        if strata.is_empty() { Err(Fault::is(Place::Strata, words::STRATA_MISSING)) } else { Ok(strata) }
    }
}

/// A stratum as typed: its name, a mark, its size.
fn stratum(line: &str) -> Result<Stratum, Fault> {
    let (name, size) = line.rsplit_once([',', ';', ':', '\t']).unwrap_or((line, ""));
    let size = parse::count(size, u32::MAX.into()).ok().flatten().and_then(|size| u32::try_from(size).ok());
    match size {
        Some(size) if !name.trim().is_empty() => Ok(Stratum { name: name.trim().to_owned(), size }),
        _ => Err(Fault::about(Place::Strata, words::STRATUM_WRONG, line)),
    }
}

/// The population as typed.
pub(in crate::ui::pages::visit) fn population(typed: &str) -> Result<u32, Fault> {
    let population = number(typed, Place::Population, words::POPULATION_MISSING, u32::MAX.into())?;
    Ok(u32::try_from(population).unwrap_or(u32::MAX))
}

fn number(typed: &str, place: Place, missing: Text, most: u64) -> Result<u64, Fault> {
    match parse::count(typed, most) {
        Ok(Some(0)) if place != Place::Seed => Err(Fault::is(place, missing)),
        Ok(Some(number)) => Ok(number),
        Ok(None) => Err(Fault::is(place, missing)),
        Err(error) => Err(Fault { place, why: Why::Number(error, most) }),
    }
}

/// Numbers on the list as typed, in any order, each once; given back ascending.
fn numbers(typed: &str, population: u32, place: Place) -> Result<Vec<u32>, Fault> {
    let parts = typed.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';'));
    let mut read = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        let Ok(Some(number)) = parse::count(part, u64::MAX) else {
            return Err(Fault::about(place, words::NUMBER_WRONG, part));
        };
        match u32::try_from(number).ok().filter(|number| (1..=population).contains(number)) {
            Some(number) => read.push(number),
            None => return Err(Fault::about(place, words::NUMBER_OUTSIDE, format::count(number))),
        }
    }
    read.sort_unstable();
    match read.iter().zip(read.iter().skip(1)).find(|(one, next)| one == next) {
        _ if read.is_empty() => Err(Fault::is(place, words::NUMBERS_MISSING)),
        Some((twice, _)) => Err(Fault::about(place, words::NUMBER_TWICE, format::count((*twice).into()))),
        None => Ok(read),
    }
}

fn check_size(size: u32, population: u32, place: Place, most: u32) -> Result<(), Fault> {
    if size > population {
        return Err(Fault::about(place, words::SIZE_ABOVE, format::count(population.into())));
    }
    if size > most { Err(Fault::about(place, words::SIZE_LIMIT, format::count(most.into()))) } else { Ok(()) }
}

/// What the draw itself refuses. Most of it was refused before, at its own field.
fn fault(error: DrawError, place: Place) -> Fault {
    match error {
        DrawError::Nothing | DrawError::NotDrawn | DrawError::Steps { .. } => Fault::is(place, words::SIZE_MISSING),
        DrawError::TooMany { population, .. } => {
            Fault::about(place, words::SIZE_ABOVE, format::count(population.into()))
        }
        DrawError::Strata { strata, .. } => Fault::about(place, words::STRATA_SUM, format::count(strata)),
        DrawError::Number(number) => Fault::about(place, words::NUMBER_OUTSIDE, format::count(number.into())),
        DrawError::NoReason => Fault::is(Place::Reason, words::REASON_MISSING),
    }
}

#[cfg(test)]
mod tests;
