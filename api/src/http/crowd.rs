//! More at once than can be served is told so at once (overload, performance.md): the rest is served as fast as ever,
//! and officers have places of their own.
use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use shared::permission::{Permission, Role};

use crate::{
    error::ApiError,
    http::call::{Actor, Who},
};

/// Places before the database. Whoever still sends a slow body holds none.
#[derive(Debug, Clone)]
pub struct Crowd {
    /// Places that all may take; officers may take as many again.
    places: u32,
    taken: Arc<AtomicU32>,
}

/// A place, as long as it is held.
#[derive(Debug)]
pub struct Taken(Arc<AtomicU32>);

impl Crowd {
    pub fn new(places: u32) -> Self {
        Self { places, taken: Arc::default() }
    }

    /// A place before the database.
    ///
    /// # Errors
    /// All are taken: 503 with `Retry-After`.
    pub fn enter(&self, actor: &Actor) -> Result<Taken, ApiError> {
        let place = Taken(self.taken.clone());
        let before = self.taken.fetch_add(1, Ordering::Relaxed);
        let places = if is_at_work(actor) { self.places.saturating_mul(2) } else { self.places };
        // The service's own work is never put off by its callers.
        if before < places || actor.who == Who::Service { Ok(place) } else { Err(ApiError::Crowded) }
    }

    /// How many are under way now.
    pub fn under_way(&self) -> u32 {
        self.taken.load(Ordering::Relaxed)
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Somebody of the staff, with work that nobody else does.
fn is_at_work(actor: &Actor) -> bool {
    let of_everybody = |permission: &Permission| Role::Host.permissions().contains(permission);
    actor.needs.as_ref().is_some_and(|needs| !of_everybody(needs))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn somebody(needs: Option<Permission>) -> Actor {
        Actor { who: Who::Anonymous, needs, ..Actor::service("test", 1) }
    }

    #[test]
    fn the_last_comers_are_told_so_and_officers_still_find_a_place() {
        let crowd = Crowd::new(2);
        let host = somebody(Some(Permission::RegistrationsWrite));
        let officer = somebody(Some(Permission::PremisesDecide));
        let first = crowd.enter(&host).unwrap();
        let _second = crowd.enter(&somebody(None)).unwrap();

        assert!(matches!(crowd.enter(&host), Err(ApiError::Crowded)));
        let _third = crowd.enter(&officer).unwrap();
        let _fourth = crowd.enter(&officer).unwrap();
        assert!(matches!(crowd.enter(&officer), Err(ApiError::Crowded)));
        let _job = crowd.enter(&Actor::service("test", 1)).unwrap();
        assert_eq!(crowd.under_way(), 5);
        drop(first);
        assert!(crowd.enter(&host).is_err(), "the officers are before");
    }

    #[test]
    fn a_place_is_free_again_when_it_is_left() {
        let crowd = Crowd::new(1);
        for _ in 0..3 {
            drop(crowd.enter(&somebody(None)).unwrap());
        }
        assert_eq!(crowd.under_way(), 0);
    }
}
