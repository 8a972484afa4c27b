//! One visit on its pages: the checklist, the posting of procedures, the draws of dossiers, the score with its
//! breakdown, the findings. They share a bar that says which visit it is, whether everything is saved, and the score as it forms.

mod opened;

mod bar;

mod dom;

mod place;

mod item_link;

mod checklist;

mod score;

mod findings;

mod posting;

mod draws;

pub use checklist::Checklist;
pub use draws::Draws;
pub use findings::Findings;
pub use posting::PostingPage;
pub use score::Score;
