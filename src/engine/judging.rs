//! What is judged of the dossiers of an open visit, dossier by dossier, so that an edit judges one of them and not all;
//! and the evidence that follows, gathered when it is next asked for.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::calendar::WorkingCalendar;
use crate::domain::dossier::Judged;
use crate::domain::evidence::{Evidence, judge_in};
use crate::domain::id::DossierId;
use crate::domain::template::Template;
use crate::domain::visit::Visit;

/// The judgements of one open visit.
pub struct Judging {
    calendar: Option<Arc<WorkingCalendar>>,
    judged: BTreeMap<DossierId, Arc<Judged>>,
    evidence: Evidence,
    /// What the figures show: an audit of large tables is not made for each dossier.
    figures: Evidence,
    /// Whether the evidence is older than what was judged.
    outdated: bool,
    /// Whether what the figures show is older than they are.
    figures_outdated: bool,
}

impl Judging {
    /// Judges all dossiers of a visit; none of them without a calendar.
    pub fn new(calendar: Option<Arc<WorkingCalendar>>, visit: &Visit, template: &Template) -> Self {
        let mut judging = Self {
            calendar,
            judged: BTreeMap::new(),
            evidence: Evidence::default(),
            figures: Evidence::default(),
            outdated: true,
            figures_outdated: true,
        };
        judging.judge_all(visit);
        judging.gather(visit, template);
        judging
    }

    /// The evidence as it was last gathered.
    pub fn evidence(&self) -> &Evidence {
        &self.evidence
    }

    /// What was judged of a dossier.
    pub fn judged(&self, id: &DossierId) -> Option<Arc<Judged>> {
        self.judged.get(id).cloned()
    }

    /// The calendar that is judged by.
    pub fn calendar(&self) -> Option<Arc<WorkingCalendar>> {
        self.calendar.clone()
    }

    /// Takes a calendar; what was judged by another one is judged anew only when asked.
    pub fn take_calendar(&mut self, calendar: Arc<WorkingCalendar>) {
        self.calendar = Some(calendar);
    }

    /// Judges every dossier, and the figures with them: the visit may be another one.
    pub fn judge_all(&mut self, visit: &Visit) {
        self.outdate_figures();
        self.judged.clear();
        self.follow(visit, visit.dossiers.keys());
    }

    /// Judges these dossiers, which were entered, changed or removed, and says whether there are others now.
    pub fn follow<'i>(&mut self, visit: &Visit, changed: impl Iterator<Item = &'i DossierId>) -> bool {
        self.outdate();
        let Some(calendar) = &self.calendar else { return false };
        let mut is_other_list = false;
        for id in changed {
            is_other_list |= match visit.dossiers.get(id) {
                Some(held) => {
                    self.judged.insert(id.clone(), Arc::new(judge_in(visit, &held.dossier, calendar))).is_none()
                }
                None => self.judged.remove(id).is_some(),
            };
        }
        is_other_list
    }

    /// Every dossier that was judged, in order.
    pub fn all(&self) -> impl Iterator<Item = (&DossierId, &Arc<Judged>)> {
        self.judged.iter()
    }

    /// Notes that the samples changed.
    pub fn outdate(&mut self) {
        self.outdated = true;
    }

    /// Notes that the figures changed.
    pub fn outdate_figures(&mut self) {
        self.outdated = true;
        self.figures_outdated = true;
    }

    /// Gathers the evidence if it is outdated, and says whether it was.
    pub fn gather(&mut self, visit: &Visit, template: &Template) -> bool {
        if std::mem::take(&mut self.outdated) {
            let judged: Vec<&Judged> = self.judged.values().map(Arc::as_ref).collect();
            if std::mem::take(&mut self.figures_outdated) {
                self.figures = Evidence::of_figures(&visit.figures, template);
            }
            self.evidence = Evidence::of_samples(visit, template, &judged).and(&self.figures);
            return true;
        }
        false
    }
}
