//! The press: as many papers at once as there are processors, some wait, more are told "unavailable" (C7).
use std::thread;

use tokio::sync::Semaphore;

use crate::error::ApiError;

/// Papers under the press and waiting for it.
const ROOM: usize = 64;

pub struct Press {
    room: Semaphore,
    hands: Semaphore,
}

impl Default for Press {
    fn default() -> Self {
        Self::of(ROOM, thread::available_parallelism().map_or(1, usize::from))
    }
}

impl Press {
    fn of(room: usize, hands: usize) -> Self {
        Self { room: Semaphore::new(room), hands: Semaphore::new(hands) }
    }

    /// Prints beside the requests when it is its turn.
    pub async fn print<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, ApiError> + Send + 'static,
    ) -> Result<T, ApiError> {
        let full = |_| ApiError::Unavailable("too many papers wait for the press".into());
        let _place = self.room.try_acquire().map_err(full)?;
        let _hand = self.hands.acquire().await.map_err(ApiError::broken)?;
        tokio::task::spawn_blocking(work).await.map_err(ApiError::broken)?
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::{
            Arc,
            atomic::{AtomicUsize, Ordering},
            mpsc,
        },
        time::Duration,
    };

    use futures_util::{FutureExt, future::join_all};

    use super::*;

    #[actix_web::test]
    async fn a_paper_too_many_is_refused_and_the_others_come_one_by_one() {
        let press = Press::of(3, 1);
        let under = Arc::new(AtomicUsize::new(0));
        let (go, wait) = mpsc::channel::<()>();
        let paper = || {
            let under = under.clone();
            press.print(move || {
                let others = under.fetch_add(1, Ordering::SeqCst);
                thread::sleep(Duration::from_millis(5));
                under.fetch_sub(1, Ordering::SeqCst);
                Ok(others)
            })
        };
        let mut first = Box::pin(press.print(move || wait.recv().map_err(ApiError::broken)));
        let mut others = Box::pin(join_all([paper(), paper()]));
        assert!(first.as_mut().now_or_never().is_none());
        assert!(others.as_mut().now_or_never().is_none());
        assert!(matches!(paper().await, Err(ApiError::Unavailable(_))));

        go.send(()).unwrap();
        first.await.unwrap();
        assert!(others.await.iter().all(|others| matches!(others, Ok(0))), "two papers at once");
        assert!(paper().await.is_ok());
    }
}
