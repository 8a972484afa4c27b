//! How long a page, a form or a row is there, for what runs later: a future after an `await`, a timer, a callback. Signals
//! are disposed with the reactive owner that they were made under, and reading a disposed one ends the app. An effect is an
//! owner too, and disposes at its next run what it made in this one.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use leptos::prelude::*;
use leptos::reactive::owner::WeakOwner;
use leptos::task::spawn_local;

/// The reactive owner of whoever asked for it. A handle: copies are the same.
#[derive(Clone, Copy)]
pub struct OwnerScope(StoredValue<WeakOwner>);

impl OwnerScope {
    /// The current owner: that of the component which is being set up.
    pub fn here() -> Self {
        Self(StoredValue::new(Owner::current().unwrap_or_default().downgrade()))
    }

    /// Whether the owner is gone, and with it every signal that was made under it.
    pub fn is_gone(self) -> bool {
        self.0.is_disposed()
    }

    /// Makes signals that live as long as the owner, even where an effect or a handler asks for them.
    pub fn make<T>(self, make: impl FnOnce() -> T) -> T {
        match self.0.try_with_value(WeakOwner::upgrade).flatten() {
            Some(owner) => owner.with(make),
            None => make(),
        }
    }

    /// Runs a future as long as the owner is there: it is dropped at the first `await` that outlives the owner. A write
    /// that must be finished is no matter of a page and goes through the app.
    pub fn spawn(self, future: impl Future<Output = ()> + 'static) {
        spawn_local(self.while_here(future));
    }

    fn while_here(self, future: impl Future<Output = ()> + 'static) -> impl Future<Output = ()> {
        let mut future: Option<Pin<Box<dyn Future<Output = ()>>>> = Some(Box::pin(future));
        poll_fn(move |context| {
            if self.is_gone() {
                future = None;
            }
            future.as_mut().map_or(Poll::Ready(()), |future| future.as_mut().poll(context))
        })
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::pin::pin;
    use std::rc::Rc;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::task::{Context, Waker};

    use super::*;

    #[test]
    fn what_an_effect_makes_in_a_scope_outlives_its_run() {
        let page = Owner::new();
        let scope = page.with(OwnerScope::here);
        let effect = page.with(Owner::new);
        let (own, kept) = effect.with(|| (RwSignal::new(1), scope.make(|| RwSignal::new(2))));
        effect.with_cleanup(|| ());
        assert_eq!((own.try_get_untracked(), kept.try_get_untracked()), (None, Some(2)));
        page.cleanup();
        assert!(scope.is_gone());
        assert_eq!(kept.try_get_untracked(), None);
    }

    #[test]
    fn a_future_of_a_page_that_is_left_reads_nothing_more() {
        let page = Owner::new();
        let (scope, signal) = page.with(|| (OwnerScope::here(), RwSignal::new(0)));
        let waits = Rc::new(Cell::new(true));
        let gate = Rc::clone(&waits);
        let mut future = pin!(scope.while_here(async move {
            poll_fn(|_| if gate.get() { Poll::Pending } else { Poll::Ready(()) }).await;
            signal.get_untracked();
        }));
        let mut context = Context::from_waker(Waker::noop());
        assert_eq!(future.as_mut().poll(&mut context), Poll::Pending);
        page.cleanup();
        waits.set(false);
        assert_eq!(future.as_mut().poll(&mut context), Poll::Ready(()));
    }

    #[test]
    fn a_page_that_is_left_is_not_called_back() {
        let (page, called) = (Owner::new(), Arc::new(AtomicUsize::new(0)));
        let count = Arc::clone(&called);
        let then = page.with(|| {
            let signal = RwSignal::new(1);
            Callback::new(move |()| {
                count.fetch_add(signal.get_untracked(), Ordering::Relaxed);
            })
        });
        assert_eq!(then.try_run(()), Some(()));
        page.cleanup();
        assert_eq!(then.try_run(()), None);
        assert_eq!(called.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn a_future_of_a_page_that_is_there_goes_on() {
        let page = Owner::new();
        let (scope, signal) = page.with(|| (OwnerScope::here(), RwSignal::new(0)));
        let mut future = pin!(scope.while_here(async move { signal.set(1) }));
        assert_eq!(future.as_mut().poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(()));
        assert_eq!(signal.get_untracked(), 1);
    }
}
