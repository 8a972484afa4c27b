//! Vietnamese search and order: folding for search without diacritics, and a key that sorts by the Vietnamese alphabet.
