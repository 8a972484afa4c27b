//! One visit on its pages: the checklist, the posting of procedures, the dossiers and their draws, the score with its
//! breakdown, the findings. They share a bar that says which visit it is, whether everything is saved, and the score as
//! it forms.

mod opened;

mod bar;

mod dom;

mod moves;

mod open_cell;

mod place;

mod item_link;

mod checklist;

mod apology;

mod dossiers;

mod score;

mod findings;

mod posting;

mod draws;

mod audit;
mod figures;

pub use apology::Apology;
pub use audit::page as audit;
pub use bar::Page;
pub use checklist::Checklist;
pub use dossiers::{DossierForm, DossierImport, Dossiers};
pub use draws::Draws;
pub use figures::page as figures;
pub use findings::Findings;
pub use opened::Opened;
pub use posting::PostingPage;
pub use score::Score;
