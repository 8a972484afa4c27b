//! Sampling that stands up: a draw keeps its population, method, seed and numbers, so that anyone can repeat it.
//!
//! Numbers are places in a list that is fixed before the draw, from 1. All chance comes from [`Generator`]
//! (SplitMix64, numbers without bias by rejection). Choosing `k` of `n` places is the first `k` steps of a
//! Fisher–Yates shuffle: step `i` (from 0) swaps place `i` with place `i + below(n - i)`; what then stands on the
//! first `k` places is chosen. A draw gives its numbers in ascending order, as files are pulled.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use generator::Generator;
pub use share::{Check, SampleShare};

mod generator;
mod share;
mod words;

/// The highest seed: what every JSON reader keeps exactly.
pub const MAX_SEED: u64 = 1 << 53;

/// The most strata of a draw.
pub const MAX_STRATA: usize = 1_000;

/// A draw: everything that is needed to repeat it, and what it gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draw {
    /// How many stand on the list.
    pub population: u32,
    /// How the numbers were chosen.
    pub method: Method,
    /// Where the generator began, up to [`MAX_SEED`]; without effect on a systematic draw and one by hand.
    pub seed: u64,
    /// The numbers drawn, from 1 to the population, ascending, each once.
    pub drawn: Vec<u32>,
}

/// How the numbers of a draw are chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Method {
    /// Ngẫu nhiên đơn giản: every number is as likely as any other.
    SimpleRandom,
    /// Hệ thống: from a start, every so many, past the end on from the beginning (circular systematic sampling), so
    /// that the tail of the list is as likely as its head. [`Method::systematic`] draws a start by seed.
    Systematic {
        /// The distance from one number to the next, at least 1; times the size at most the population.
        step: u32,
        /// The first number, 1 to the population.
        start: u32,
    },
    /// Phân tầng theo lĩnh vực: each field by its share of the population, at random within. The list stands in the
    /// order of the strata: the first holds the first numbers, and so on.
    ByField {
        /// The fields, in the order of the list; their sizes add up to the population.
        strata: Vec<Stratum>,
    },
    /// Ưu tiên hồ sơ trễ hạn: late ones first, at random if there are more than asked, then others at random.
    ByLateness {
        /// The numbers known to be late, ascending, each once.
        late: Vec<u32>,
    },
    /// Chọn theo chủ đích: a person chose, and says why.
    ByHand {
        /// Why these; not blank.
        reason: String,
    },
}

/// One part of a stratified list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stratum {
    /// Its name, such as a field (lĩnh vực).
    pub name: String,
    /// How many stand in it.
    pub size: u32,
}

/// Why a draw cannot be made, or cannot be what it says.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DrawError {
    /// Nothing was asked for.
    #[error("a draw of nothing")]
    Nothing,
    /// More were asked for than there are.
    #[error("{size} asked of {population}")]
    TooMany {
        /// How many were asked for.
        size: u32,
        /// How many there are.
        population: u32,
    },
    /// A start outside the list, or steps that would meet their own tracks.
    #[error("start {start} and step {step} do not fit")]
    Steps {
        /// The distance asked for.
        step: u32,
        /// The start asked for.
        start: u32,
    },
    /// Strata that do not add up to the population.
    #[error("the strata hold {strata}, the list {population}")]
    Strata {
        /// The sum of the strata.
        strata: u64,
        /// How many there are.
        population: u32,
    },
    /// A number outside the list, or not ascending.
    #[error("number {0} is not on the list, or stands twice or out of order")]
    Number(u32),
    /// A choice by hand cannot be drawn: it is given, by [`by_hand`].
    #[error("a choice by hand is given, not drawn")]
    NotDrawn,
    /// A choice by hand without a reason.
    #[error("a choice by hand needs a reason")]
    NoReason,
}

impl Method {
    /// A systematic draw of `size` from `population`, with the largest whole step and a start by seed:
    /// `1 + below(population)`.
    pub fn systematic(population: u32, size: u32, seed: u64) -> Result<Self, DrawError> {
        check_size(population, size)?;
        Ok(Self::Systematic { step: population / size, start: 1 + Generator::new(seed).below(population) })
    }
}

impl Draw {
    /// The same draw made again from population, method, seed and size. A choice by hand is only checked.
    pub fn repeat(&self) -> Result<Self, DrawError> {
        if let Method::ByHand { reason } = &self.method {
            return by_hand(self.population, &self.drawn, reason);
        }
        let size = u32::try_from(self.drawn.len()).unwrap_or(u32::MAX);
        draw(self.population, size, self.method.clone(), self.seed)
    }

    /// Whether the draw made again gives the numbers it says.
    pub fn holds(&self) -> bool {
        self.repeat().is_ok_and(|again| again.drawn == self.drawn)
    }
}

/// Draws `size` numbers of a list of `population`.
pub fn draw(population: u32, size: u32, method: Method, seed: u64) -> Result<Draw, DrawError> {
    check_size(population, size)?;
    let mut generator = Generator::new(seed);
    let mut drawn = match &method {
        Method::SimpleRandom => chosen(&mut generator, population, size).map(|place| place + 1).collect(),
        Method::Systematic { step, start } => systematic(population, size, *step, *start)?,
        Method::ByField { strata } => by_field(&mut generator, population, size, strata)?,
        Method::ByLateness { late } => by_lateness(&mut generator, population, size, late)?,
        Method::ByHand { .. } => return Err(DrawError::NotDrawn),
    };
    drawn.sort_unstable();
    Ok(Draw { population, method, seed, drawn })
}

/// A choice by hand of these numbers, in any order, for this reason.
pub fn by_hand(population: u32, numbers: &[u32], reason: &str) -> Result<Draw, DrawError> {
    if reason.trim().is_empty() {
        return Err(DrawError::NoReason);
    }
    let mut drawn = numbers.to_vec();
    drawn.sort_unstable();
    check_size(population, u32::try_from(drawn.len()).unwrap_or(u32::MAX))?;
    check_numbers(population, &drawn)?;
    Ok(Draw { population, method: Method::ByHand { reason: reason.to_owned() }, seed: 0, drawn })
}

/// How many of `size` fall to each stratum: by largest remainder (ties to the earlier), and at least one to each that
/// holds any, taken from the largest part, where `size` is enough for that. No part exceeds its stratum.
pub fn allocation(sizes: &[u32], size: u32) -> Vec<u32> {
    let population: u64 = sizes.iter().copied().map(u64::from).sum();
    let Some(population) = std::num::NonZeroU64::new(population) else {
        return vec![0; sizes.len()];
    };
    let quotas: Vec<(u64, u64)> = sizes
        .iter()
        .map(|stratum| {
            let product = u64::from(*stratum) * u64::from(size);
            (product / population, product % population)
        })
        .collect();
    let mut parts: Vec<u64> = quotas.iter().map(|(whole, _)| *whole).collect();
    let mut by_remainder: Vec<usize> = (0..sizes.len()).collect();
    by_remainder.sort_by_key(|place| std::cmp::Reverse(quotas.get(*place).map(|(_, rest)| *rest)));
    let missing = u64::from(size).saturating_sub(parts.iter().sum());
    for place in by_remainder.into_iter().take(usize::try_from(missing).unwrap_or(usize::MAX)) {
        if let Some(part) = parts.get_mut(place) {
            *part += 1;
        }
    }
    let held = sizes.iter().filter(|stratum| **stratum > 0).count();
    if u64::from(size) >= u64::try_from(held).unwrap_or(u64::MAX) {
        for (place, stratum) in sizes.iter().enumerate() {
            if *stratum == 0 || parts.get(place).is_none_or(|part| *part > 0) {
                continue;
            }
            // The first of the largest gives: it holds at least two, since there are as many as strata.
            let largest = parts.iter().copied().max().unwrap_or_default();
            if let Some(giver) = parts.iter_mut().find(|part| **part == largest) {
                *giver -= 1;
            }
            if let Some(part) = parts.get_mut(place) {
                *part = 1;
            }
        }
    }
    parts.into_iter().map(|part| u32::try_from(part).unwrap_or(u32::MAX)).collect()
}

fn check_size(population: u32, size: u32) -> Result<(), DrawError> {
    if size == 0 {
        return Err(DrawError::Nothing);
    }
    if size > population { Err(DrawError::TooMany { size, population }) } else { Ok(()) }
}

/// The numbers are on the list and strictly ascending.
fn check_numbers(population: u32, numbers: &[u32]) -> Result<(), DrawError> {
    let mut before = 0;
    for number in numbers {
        if *number <= before || *number > population {
            return Err(DrawError::Number(*number));
        }
        before = *number;
    }
    Ok(())
}

/// `size` of the places 0 to `population - 1`, in the order of the shuffle. Only what was swapped is held, so a draw
/// of few from very many costs little.
fn chosen(generator: &mut Generator, population: u32, size: u32) -> impl Iterator<Item = u32> {
    let mut moved: BTreeMap<u32, u32> = BTreeMap::new();
    (0..size.min(population)).map(move |step| {
        let place = step + generator.below(population - step);
        let standing = moved.get(&step).copied().unwrap_or(step);
        moved.insert(place, standing).unwrap_or(place)
    })
}

fn systematic(population: u32, size: u32, step: u32, start: u32) -> Result<Vec<u32>, DrawError> {
    let (length, stride) = (u64::from(population), u64::from(step));
    if step == 0 || start == 0 || start > population || stride * u64::from(size) > length {
        return Err(DrawError::Steps { step, start });
    }
    let place = |turn: u32| (u64::from(start) - 1 + u64::from(turn) * stride) % length + 1;
    Ok((0..size).filter_map(|turn| u32::try_from(place(turn)).ok()).collect())
}

fn by_field(generator: &mut Generator, population: u32, size: u32, strata: &[Stratum]) -> Result<Vec<u32>, DrawError> {
    let sizes: Vec<u32> = strata.iter().map(|stratum| stratum.size).collect();
    let sum: u64 = sizes.iter().copied().map(u64::from).sum();
    if sum != u64::from(population) {
        return Err(DrawError::Strata { strata: sum, population });
    }
    let mut drawn = Vec::new();
    let mut before = 0;
    for (stratum, part) in sizes.iter().zip(allocation(&sizes, size)) {
        drawn.extend(chosen(generator, *stratum, part).map(|place| before + place + 1));
        before += stratum;
    }
    Ok(drawn)
}

fn by_lateness(generator: &mut Generator, population: u32, size: u32, late: &[u32]) -> Result<Vec<u32>, DrawError> {
    check_numbers(population, late)?;
    let known = u32::try_from(late.len()).unwrap_or(u32::MAX);
    let taken = known.min(size);
    let at = |place: u32| usize::try_from(place).ok().and_then(|place| late.get(place)).copied();
    let mut drawn: Vec<u32> = chosen(generator, known, taken).filter_map(at).collect();
    let places: BTreeSet<u32> = chosen(generator, population - known, size - taken).collect();
    // The n-th number that is not late, for ascending n: walk past the late ones.
    let mut late = late.iter().copied().peekable();
    let mut passed = 0;
    for place in places {
        while late.next_if(|number| *number <= place + passed + 1).is_some() {
            passed += 1;
        }
        drawn.push(place + passed + 1);
    }
    Ok(drawn)
}

#[cfg(test)]
mod tests;
