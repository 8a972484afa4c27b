//! Where each meaning stands in a row.

use std::collections::BTreeMap;

use super::protocol::Target;

/// The column of each meaning, from 0.
pub(super) type Places = BTreeMap<Target, usize>;
