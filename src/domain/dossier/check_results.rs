//! What one dossier shows of every check.

use crate::domain::check::DossierCheck;
use crate::domain::sampling::Check;

/// What one dossier shows of every check, each in its place among [`DossierCheck::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Checks([Option<Check>; DossierCheck::ALL.len()]);

impl Checks {
    /// What these checks show, in the order of [`DossierCheck::ALL`].
    pub(super) fn new(results: [Option<Check>; DossierCheck::ALL.len()]) -> Self {
        Self(results)
    }

    /// Whether any check tells.
    pub(super) fn any(&self) -> bool {
        self.0.iter().any(Option::is_some)
    }

    /// What one of them shows.
    pub(super) fn of(&self, check: DossierCheck) -> Option<Check> {
        self.0.get(check as usize).copied().flatten()
    }
}
