//! Format-neutral tables built from the domain: typed cells, no bytes.
