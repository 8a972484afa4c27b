//! What the database held before, against what it holds now: a database that was emptied or lost a table looks like a new
//! device otherwise.

pub use crate::browser::preferences::Seen;

/// What the database held that it does not hold any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// What it held when it was last whole.
    pub seen: Seen,
    /// What it holds now.
    pub found: Seen,
}

impl Loss {
    /// Whether nothing is left.
    pub fn is_total(self) -> bool {
        self.found.supervisions == 0 && self.found.visits == 0
    }
}

/// When the database is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// For the first time in this tab.
    First,
    /// Again: another tab may have changed it.
    Refresh,
    /// After a change of this tab's own, such as a removal.
    OwnChange,
}

/// What is to be remembered, and what is lost, after a reading. `seen` is what was remembered before, `loss` what was known
/// to be lost.
pub fn after_reading(occasion: Occasion, seen: Seen, loss: Option<Loss>, found: Seen) -> (Seen, Option<Loss>) {
    // What is known to be lost stays so until it is back, or the person knows of it.
    let before = loss.map_or(seen, |loss| loss.seen);
    let is_less = found.supervisions < before.supervisions || found.visits < before.visits;
    match occasion {
        Occasion::First if is_less => (before, Some(Loss { seen: before, found })),
        Occasion::Refresh | Occasion::OwnChange if is_less && loss.is_some() => {
            (before, Some(Loss { seen: before, found }))
        }
        // The tab that removed something remembers it; here it may have come first.
        Occasion::Refresh if is_less => (seen, None),
        Occasion::First | Occasion::Refresh | Occasion::OwnChange => (found, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(supervisions: usize, visits: usize) -> Seen {
        Seen { supervisions, visits, on: None }
    }

    #[test]
    fn a_new_device_has_lost_nothing_and_what_it_gets_is_remembered() {
        let none = Seen::default();
        assert_eq!(after_reading(Occasion::First, none, None, seen(0, 0)), (seen(0, 0), None));
        assert_eq!(after_reading(Occasion::OwnChange, none, None, seen(1, 2)), (seen(1, 2), None));
        assert_eq!(after_reading(Occasion::First, seen(1, 2), None, seen(1, 2)), (seen(1, 2), None));
    }

    #[test]
    fn an_emptied_database_is_a_loss_and_so_is_one_that_holds_less() {
        for found in [seen(0, 0), seen(3, 0), seen(3, 11), seen(2, 12)] {
            let (kept, loss) = after_reading(Occasion::First, seen(3, 12), None, found);
            let loss = loss.unwrap();
            assert_eq!((kept, loss.seen, loss.found), (seen(3, 12), seen(3, 12), found), "a reload says it again");
            assert_eq!(loss.is_total(), found == seen(0, 0));
        }
    }

    #[test]
    fn what_a_person_removes_is_no_loss_here_or_in_another_tab() {
        assert_eq!(after_reading(Occasion::OwnChange, seen(3, 12), None, seen(2, 8)), (seen(2, 8), None));
        assert_eq!(after_reading(Occasion::Refresh, seen(3, 12), None, seen(2, 8)), (seen(3, 12), None));
        assert_eq!(after_reading(Occasion::OwnChange, seen(1, 0), None, seen(0, 0)), (seen(0, 0), None));
    }

    #[test]
    fn a_loss_ends_when_a_backup_brings_back_what_was_there() {
        let (kept, loss) = after_reading(Occasion::First, seen(2, 5), None, seen(0, 0));
        let (kept, loss) = after_reading(Occasion::OwnChange, kept, loss, seen(1, 3));
        assert_eq!((kept, loss.map(|loss| loss.found)), (seen(2, 5), Some(seen(1, 3))));
        let (kept, loss) = after_reading(Occasion::Refresh, kept, loss, seen(1, 4));
        assert_eq!((kept, loss.map(|loss| loss.found)), (seen(2, 5), Some(seen(1, 4))));
        assert_eq!(after_reading(Occasion::OwnChange, kept, loss, seen(2, 5)), (seen(2, 5), None));
    }
}
