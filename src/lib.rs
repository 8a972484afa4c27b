//! Sổ Giám Sát: an offline field notebook for supervision delegations.
