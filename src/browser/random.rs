//! Randomness: ids that no other device makes, and where draws begin.

use super::page::window;

/// A new id: a random UUID (version 4) in lower case.
///
/// It is made from `getRandomValues`, which every page has; `randomUUID` is missing where a page is served without
/// HTTPS, as on a laptop's own hotspot.
pub fn id() -> String {
    let mut bytes = random::<16>();
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut id = String::with_capacity(36);
    for (position, byte) in bytes.iter().enumerate() {
        if matches!(position, 4 | 6 | 8 | 10) {
            id.push('-');
        }
        for digit in [byte >> 4, byte & 0x0f] {
            id.push(char::from_digit(digit.into(), 16).unwrap_or_default());
        }
    }
    id
}

/// A random number of 32 bits.
pub fn number() -> u32 {
    u32::from_le_bytes(random())
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0_u8; N];
    let crypto = window().crypto().expect("every browser that runs WebAssembly has a source of randomness");
    crypto.get_random_values_with_u8_array(&mut bytes).expect("a few bytes are below the limit of 65,536");
    bytes
}
