//! The one source of chance in a draw, written so that it can be repeated with pencil, spreadsheet or any language.

/// SplitMix64 (Steele, Lea, Flood 2014), all arithmetic modulo 2^64. The state begins as the seed; each number adds
/// `0x9E3779B97F4A7C15` to the state `x` and gives, with `z = x`: `z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9`,
/// `z = (z ^ z >> 27) * 0x94D049BB133111EB`, `z ^ z >> 31`.
#[derive(Clone, Debug)]
pub struct Generator {
    state: u64,
}

impl Generator {
    /// A generator that begins at this seed.
    pub fn new(seed: u64) -> Self {
        Self { state: seed }
    }

    /// The next number of 64 bits.
    pub fn next_number(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `bound - 1`, each equally likely: the remainder of the first number below the largest
    /// multiple of `bound` that is at most 2^64; numbers from there on are thrown away. Zero for a bound of zero.
    pub fn below(&mut self, bound: u32) -> u32 {
        let Some(bound) = std::num::NonZeroU64::new(u64::from(bound)) else {
            return 0;
        };
        // 2^64 mod bound, without the number 2^64.
        let spare = (u64::MAX % bound + 1) % bound;
        loop {
            let number = self.next_number();
            if number <= u64::MAX - spare {
                // Below a bound of 32 bits, so it always fits.
                return u32::try_from(number % bound).unwrap_or_default();
            }
        }
    }
}
