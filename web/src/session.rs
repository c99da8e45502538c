//! Who is signed in, kept alive while the person works (P21).
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use leptos::{prelude::*, task::spawn_local};
use shared::{
    identity::{Me, Session as Life},
    permission::Permission,
};

use crate::{
    client::{self, clock},
    fallen::{fallen, is_whole},
    root::everywhere,
};

/// How often the clock is looked at.
const TICK: Duration = Duration::from_secs(5);
/// The access token is renewed so long before it ends, if somebody is there.
const EARLY: TimeDelta = TimeDelta::seconds(60);
/// The bar comes so long before the end.
const WARNED: TimeDelta = TimeDelta::minutes(2);

/// Who the reader is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// The server has not answered yet.
    Asking,
    Nobody,
    Known(Box<Me>),
    /// The session ended; what was typed is still on the page.
    Ended(Box<Me>),
}

/// The session, a context of the application.
#[derive(Debug, Clone, Copy)]
pub struct Session {
    who: RwSignal<Who>,
    /// Seconds until the session ends, while the bar warns.
    ending: RwSignal<Option<i64>>,
    /// Nobody knows who is there: not because nobody is, but because the question failed.
    unanswered: RwSignal<bool>,
    /// When somebody last pressed a key or touched the page.
    seen: StoredValue<DateTime<Utc>>,
    /// When the session was last renewed.
    renewed: StoredValue<DateTime<Utc>>,
}

/// The session of this page.
pub fn session() -> Session {
    everywhere()
}

impl Session {
    /// Asks who is signed in and watches the clock from here on.
    pub fn provide() {
        let now = StoredValue::new(clock::now());
        let session = Self {
            who: RwSignal::new(Who::Asking),
            ending: RwSignal::new(None),
            unanswered: RwSignal::new(false),
            seen: now,
            renewed: StoredValue::new(clock::now()),
        };
        provide_context(session);
        session.reload();
        client::on_session_end(move || session.end());
        for event in ["keydown", "pointerdown", "paste"] {
            window_event_listener_untyped(event, move |_| session.seen.set_value(untrack(clock::now)));
        }
        set_interval(move || session.tick(), TICK);
    }

    /// Asks again: after signing in, and when the numbers in the menu have changed.
    pub fn reload(self) {
        spawn_local(async move {
            match client::identity::me().await {
                Ok(me) => {
                    self.renewed.set_value(untrack(clock::now));
                    self.ending.set(None);
                    self.who.set(Who::Known(Box::new(me)));
                }
                // Known already: then `end` has said so.
                Err(problem) => {
                    if self.who.with_untracked(|who| *who == Who::Asking) {
                        self.who.set(Who::Nobody);
                        self.unanswered.set(problem.status != 401);
                        if problem.status != 401 && is_whole(&problem) {
                            fallen().tell(problem);
                        }
                    }
                }
            }
        });
    }

    /// Asks once more who is there, when the question itself had failed.
    pub fn ask_again(self) {
        if self.unanswered.get_untracked() {
            self.unanswered.set(false);
            self.who.set(Who::Asking);
            self.reload();
        }
    }

    /// Signs out here; the page forgets who it was.
    pub fn sign_out(self) {
        spawn_local(async move {
            // Without an answer the cookies may still stand: then the person stays signed in and sees it.
            let ended =
                client::identity::sign_out().await.map_or_else(|problem| problem.status == 401, |()| true);
            if ended {
                if let Ok(Some(storage)) = window().session_storage() {
                    let _ = storage.clear();
                }
                self.ending.set(None);
                self.who.set(Who::Nobody);
            }
        });
    }

    /// Goes on although nothing was typed: the button of the bar.
    pub fn go_on(self) {
        self.seen.set_value(untrack(clock::now));
        self.renew();
    }

    /// Tracked.
    pub fn who(self) -> Who {
        self.who.get()
    }

    /// The account, also of a session that has just ended; tracked.
    pub fn me(self) -> Option<Me> {
        self.who.with(|who| match who {
            Who::Known(me) | Who::Ended(me) => Some((**me).clone()),
            Who::Asking | Who::Nobody => None,
        })
    }

    /// May the account do such things? Courtesy only, the server has the last word; tracked.
    pub fn can(self, permission: Permission) -> bool {
        self.me().is_some_and(|me| me.permissions.contains(&permission))
    }

    /// Seconds until the end, while the bar warns; tracked.
    pub fn ending(self) -> Option<i64> {
        self.ending.get()
    }

    fn end(self) {
        self.ending.set(None);
        self.who.update(|who| {
            if let Who::Known(me) = who {
                *who = Who::Ended(me.clone());
            }
        });
    }

    fn renew(self) {
        spawn_local(async move {
            self.renewed.set_value(untrack(clock::now));
            match client::identity::refresh().await {
                Ok(life) => {
                    self.ending.set(None);
                    self.who.update(|who| {
                        if let Who::Known(me) = who {
                            me.session = life;
                        }
                    });
                }
                Err(problem) if problem.status == 401 => self.end(),
                Err(_) => {}
            }
        });
    }

    fn tick(self) {
        let life = self.who.with_untracked(|who| match who {
            Who::Known(me) => Some(me.session.clone()),
            _ => None,
        });
        let Some(life) = life else { return };
        match next(&life, untrack(clock::now), self.seen.get_value() > self.renewed.get_value()) {
            Next::Nothing if self.ending.get_untracked().is_some() => self.ending.set(None),
            Next::Nothing => {}
            Next::Renew => self.renew(),
            Next::Warn(seconds) => self.ending.set(Some(seconds)),
            // Another tab may have kept it alive: the server knows.
            Next::Ask => {
                self.ending.set(None);
                self.reload();
            }
        }
    }
}

/// What the clock asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Nothing,
    Renew,
    Warn(i64),
    Ask,
}

/// `worked`: somebody was there since the session was last renewed.
fn next(life: &Life, now: DateTime<Utc>, worked: bool) -> Next {
    let end = life.idle_until.min(life.ends_at);
    let left = end - now;
    let token_ends = life.renew_before - now <= EARLY;
    if left <= TimeDelta::zero() {
        Next::Ask
    } else if worked && (token_ends || life.idle_until - now <= WARNED + EARLY) && now < life.ends_at - WARNED
    {
        Next::Renew
    } else if left <= WARNED {
        Next::Warn(left.num_seconds())
    } else {
        Next::Nothing
    }
}

#[cfg(test)]
mod tests {
    use shared::ids::SessionId;

    use super::*;

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
    }

    fn life() -> Life {
        let id = SessionId(uuid::Uuid::nil());
        Life { id, idle_until: at(30), ends_at: at(600), renew_before: at(10) }
    }

    #[test]
    fn who_works_is_renewed_and_who_is_away_is_warned() {
        assert_eq!(next(&life(), at(5), true), Next::Nothing);
        assert_eq!(next(&life(), at(9), true), Next::Renew);
        assert_eq!(next(&life(), at(9), false), Next::Nothing);
        assert_eq!(next(&life(), at(29), false), Next::Warn(60));
        assert_eq!(next(&life(), at(29), true), Next::Renew);
        assert_eq!(next(&life(), at(30), true), Next::Ask);
    }

    #[test]
    fn a_session_that_must_end_is_not_renewed_but_warned_of() {
        let life = Life { idle_until: at(620), renew_before: at(599), ..life() };
        assert_eq!(next(&life, at(599), true), Next::Warn(60));
    }
}
