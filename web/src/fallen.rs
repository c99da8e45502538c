//! A page whose first question failed gives its whole place to what happened (R2), until it is tried again or left.
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shared::problem::Problem;

use crate::{
    place,
    root::everywhere,
    session::{Who, session},
};

/// What happened to the whole of the page at hand, a context of the application.
#[derive(Debug, Clone, Copy)]
pub struct Fallen(RwSignal<Option<Problem>>);

/// What happened to this page.
pub fn fallen() -> Fallen {
    everywhere()
}

/// Answers that speak of the whole page: session ended, not for this account, no such thing, too many, our fault, away.
pub const fn is_whole(problem: &Problem) -> bool {
    matches!(problem.status, 401 | 403 | 404 | 429 | 500..=599)
}

impl Fallen {
    /// Forgets by itself when another page is opened and when somebody has signed in again.
    pub fn provide() {
        let fallen = Self(RwSignal::new(None));
        provide_context(fallen);
        let (here, search, session) = (place::here(), use_location().search, session());
        let known = Memo::new(move |_| matches!(session.who(), Who::Known(_)));
        Effect::new(move || {
            here.track();
            search.track();
            // Read, not only tracked: nobody else asks this memo.
            let _ = known.get();
            fallen.forget();
        });
    }

    /// The first question of this page was answered so.
    pub fn tell(self, problem: Problem) {
        self.0.set(Some(problem));
    }

    /// Tracked.
    pub fn what(self) -> Option<Problem> {
        self.0.get()
    }

    /// The page is drawn, and asks, anew.
    pub fn again(self) {
        session().ask_again();
        self.forget();
    }

    fn forget(self) {
        if self.0.with_untracked(Option::is_some) {
            self.0.set(None);
        }
    }
}
