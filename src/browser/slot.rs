//! A place where a callback leaves a value for the one future that waits for it.
//!
//! Promises would do, but they carry only JavaScript values, and their continuations run when they like.

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// The place. Its clones are the same place.
#[derive(Debug)]
pub(super) struct Slot<T>(Rc<RefCell<State<T>>>);

#[derive(Debug)]
struct State<T> {
    filled: bool,
    value: Option<T>,
    waker: Option<Waker>,
}

impl<T> Clone for Slot<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Slot<T> {
    /// An empty place.
    pub(super) fn new() -> Self {
        Self(Rc::new(RefCell::new(State { filled: false, value: None, waker: None })))
    }

    /// Leaves the value; gives it back if one was left before.
    pub(super) fn fill(&self, value: T) -> Result<(), T> {
        let mut state = self.0.borrow_mut();
        if state.filled {
            return Err(value);
        }
        state.filled = true;
        state.value = Some(value);
        let waker = state.waker.take();
        drop(state);
        if let Some(waker) = waker {
            waker.wake();
        }
        Ok(())
    }

    /// Waits for the value and takes it. Only one future may wait.
    pub(super) async fn take(&self) -> T {
        poll_fn(|context| {
            let mut state = self.0.borrow_mut();
            match state.value.take() {
                Some(value) => Poll::Ready(value),
                None => {
                    state.waker = Some(context.waker().clone());
                    Poll::Pending
                }
            }
        })
        .await
    }
}
