//! Two histories of one visit: how far they are the same, what each holds alone, and whether both can stand.

use super::{Change, Target, shorten};

/// Two histories of one visit, held against each other.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Divergence {
    /// How many changes both begin with.
    pub common: usize,
    /// The changes after these on this device, oldest first.
    pub only_here: Vec<Change>,
    /// The changes after these in the file, oldest first.
    pub only_file: Vec<Change>,
}

impl Divergence {
    /// Compares histories that both begin with the first change of the visit.
    pub fn of(here: &[Change], file: &[Change]) -> Self {
        let same = |(mine, theirs): &(&Change, &Change)| mine.is_same(theirs);
        let common = here.iter().zip(file).take_while(same).count();
        if common == here.len().min(file.len()) {
            return Self::split(here, file, common);
        }
        // Versions before told the same change at length.
        let (mut here, mut file) = (here.to_vec(), file.to_vec());
        shorten(&mut here);
        shorten(&mut file);
        let common = here.iter().zip(&file).take_while(same).count();
        Self::split(&here, &file, common)
    }

    fn split(here: &[Change], file: &[Change], common: usize) -> Self {
        let rest = |history: &[Change]| history.iter().skip(common).cloned().collect();
        Self { common, only_here: rest(here), only_file: rest(file) }
    }

    /// Whether each side changed something that the other has not.
    pub fn is_diverged(&self) -> bool {
        !self.only_here.is_empty() && !self.only_file.is_empty()
    }

    /// What both sides changed, each otherwise: these cannot both stand.
    pub fn touched_by_both(&self) -> Vec<Target> {
        let here = touched(&self.only_here);
        let mut both = touched(&self.only_file);
        both.retain(|target| target.is_touched_in(&here));
        both
    }
}

/// Everything that changes touch, each once, in order.
pub fn touched(changes: &[Change]) -> Vec<Target> {
    let mut targets: Vec<Target> = changes.iter().flat_map(|change| change.edit.targets()).collect();
    targets.sort_unstable();
    targets.dedup();
    targets
}

#[cfg(test)]
mod tests {
    use crate::domain::answer::{Answer, Verdict};
    use crate::domain::edit::Edit;
    use crate::domain::fixture::{answer, stamp};

    use super::*;

    fn change(revision: u64, id: &str, edit: Edit) -> Change {
        Change { revision, id: id.to_owned(), stamp: stamp(), edit }
    }

    fn met(item: &str) -> Edit {
        answer(item, Answer::Verdict { value: Verdict::Met })
    }

    #[test]
    fn what_both_begin_with_is_known_by_the_ids_of_changes() {
        let (a, b, c) = (change(1, "a", met("A01")), change(2, "b", met("B02")), change(2, "c", met("A02")));
        let found = Divergence::of(&[a.clone(), b.clone()], &[a.clone(), c.clone()]);
        assert_eq!(found, Divergence { common: 1, only_here: vec![b.clone()], only_file: vec![c] });
        assert!(found.is_diverged() && found.touched_by_both().is_empty());
        let newer = Divergence::of(std::slice::from_ref(&a), &[a.clone(), b.clone()]);
        assert!(!newer.is_diverged() && newer.only_here.is_empty() && newer.only_file == [b]);
    }

    #[test]
    fn the_same_answer_given_twice_is_touched_by_both() {
        let (mine, theirs) = (change(1, "a", met("A01")), change(1, "b", met("A01")));
        let found = Divergence::of(&[mine], &[theirs]);
        assert_eq!(found.touched_by_both(), met("A01").targets());
    }
}
