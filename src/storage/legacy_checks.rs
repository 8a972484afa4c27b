//! Templates that were written before items named their checks. Then the app knew by the codes of the general catalogue what
//! answers an item from samples and figures. This is the one place where these codes are still known: they are supplied to
//! that catalogue alone, as it is read. So a template of a database, a file, the bin or a rescue file equals the one that
//! the app ships, whichever of both was written before.

use serde::de::{Deserialize, Deserializer};

use crate::domain::check::ItemCheck;
use crate::domain::dossier::DossierCheck;
use crate::domain::figures::audit::FigureCheck;
use crate::domain::procedure::PostingCheck;
use crate::domain::template::Template;

/// The id of the general catalogue, and its only version that was written without checks.
const CATALOGUE: (&str, u32) = ("mot-cua", 1);

/// What answers the items of that version, by their codes.
const CHECKS: [(&str, ItemCheck); 29] = [
    ("A02", ItemCheck::Procedures(PostingCheck::PostedShare)),
    ("A03", ItemCheck::Procedures(PostingCheck::ContentFull)),
    ("A04", ItemCheck::Procedures(PostingCheck::NoBlankFields)),
    ("A05", ItemCheck::Procedures(PostingCheck::NoInternalFlow)),
    ("A06", ItemCheck::Procedures(PostingCheck::EditionInForce)),
    ("B01", ItemCheck::Dossiers(DossierCheck::SlipIssued)),
    ("B02", ItemCheck::Dossiers(DossierCheck::SlipDated)),
    ("B03", ItemCheck::Dossiers(DossierCheck::AppointedAsComputed)),
    ("B04", ItemCheck::Dossiers(DossierCheck::ReturnedInTime)),
    ("B05", ItemCheck::Dossiers(DossierCheck::AdditionsAskedOnce)),
    ("C01", ItemCheck::Dossiers(DossierCheck::LateResolved)),
    ("C02", ItemCheck::Dossiers(DossierCheck::LatePending)),
    ("C03", ItemCheck::Dossiers(DossierCheck::ApologyForLateResolved)),
    ("C04", ItemCheck::Dossiers(DossierCheck::ApologyForLatePending)),
    ("C05", ItemCheck::Dossiers(DossierCheck::ApologyPosted)),
    ("C06", ItemCheck::Dossiers(DossierCheck::ApologyUploaded)),
    ("C07", ItemCheck::Dossiers(DossierCheck::ApologyComplete)),
    ("C08", ItemCheck::Dossiers(DossierCheck::ApologyBeforeDeadline)),
    ("C09", ItemCheck::Dossiers(DossierCheck::ReappointedOnce)),
    ("C10", ItemCheck::Dossiers(DossierCheck::LateByCause)),
    ("C11", ItemCheck::Dossiers(DossierCheck::LateByBody)),
    ("C12", ItemCheck::Dossiers(DossierCheck::LateByField)),
    ("D02", ItemCheck::Figures(FigureCheck::TotalsMatchParts)),
    ("D04", ItemCheck::Figures(FigureCheck::ReceivedBalances)),
    ("D05", ItemCheck::Figures(FigureCheck::SectionsAddUp)),
    ("D06", ItemCheck::Figures(FigureCheck::TextMatchesTables)),
    ("D07", ItemCheck::Figures(FigureCheck::PercentagesMatch)),
    ("D08", ItemCheck::Figures(FigureCheck::CarryOverMatches)),
    ("K01", ItemCheck::Dossiers(DossierCheck::LinkedInTime)),
];

/// A template as it is read from whatever holds it, with its checks.
pub(super) struct ReadTemplate(pub(super) Template);

impl<'de> Deserialize<'de> for ReadTemplate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut template = Template::deserialize(deserializer)?;
        supply(&mut template);
        Ok(Self(template))
    }
}

/// Reads templates, each as [`ReadTemplate`].
pub(super) fn templates<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Template>, D::Error> {
    let read = Vec::<ReadTemplate>::deserialize(deserializer)?;
    Ok(read.into_iter().map(|ReadTemplate(template)| template).collect())
}

/// Names the checks of the general catalogue where it names none. An item that has the code and another kind of answer
/// was answered by no sample, and is not now.
fn supply(template: &mut Template) {
    let is_without_checks = template.items.iter().all(|item| item.check.is_none());
    if (template.id.as_str(), template.version) != CATALOGUE || !is_without_checks {
        return;
    }
    for item in &mut template.items {
        let known = CHECKS.iter().find(|(code, _)| *code == item.code.as_str());
        item.check = known.map(|(_, check)| *check).filter(|check| check.fits(&item.answer));
    }
}
