//! Word of what takes long in the database: some browsers have been seen to answer never.

use std::cell::Cell;
use std::rc::Rc;

use crate::browser::timer::Timer;

/// How long another tab may keep an older version open before that is told, in milliseconds.
pub const BLOCKED_MS: i32 = 4_000;

/// How long the browser may take to open the database or to read from it before that is told, in milliseconds.
pub const SLOW_MS: i32 = 8_000;

/// Why the database has not answered yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delay {
    /// The browser does not answer.
    Silence,
    /// Another tab holds an older version open.
    OtherTab,
}

/// Whom to tell that something takes long, and, with nothing, that it has ended.
pub(super) type TellDelay = Rc<dyn Fn(Option<Delay>)>;

/// One thing that may take long; dropped when it has ended.
pub(super) struct Patience {
    tell: TellDelay,
    has_told: Rc<Cell<bool>>,
    timers: Vec<Timer>,
}

impl Patience {
    /// Tells of silence after [`SLOW_MS`].
    pub(super) fn new(tell: &TellDelay) -> Self {
        let mut patience = Self { tell: Rc::clone(tell), has_told: Rc::default(), timers: Vec::new() };
        patience.tell_after(SLOW_MS, Delay::Silence);
        patience
    }

    /// Tells of another tab after [`BLOCKED_MS`], instead of silence.
    pub(super) fn blocked(&mut self) {
        self.timers.clear();
        self.tell_after(BLOCKED_MS, Delay::OtherTab);
    }

    fn tell_after(&mut self, milliseconds: i32, delay: Delay) {
        let (tell, has_told) = (Rc::clone(&self.tell), Rc::clone(&self.has_told));
        self.timers.push(Timer::after(milliseconds, move || {
            has_told.set(true);
            tell(Some(delay));
        }));
    }
}

impl Drop for Patience {
    fn drop(&mut self) {
        if self.has_told.get() {
            (self.tell)(None);
        }
    }
}
