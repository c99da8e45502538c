//! Departures that can still be undone: each waits ten seconds before it is sent, on whichever page of the host's part.
use std::time::Duration;

use chrono::NaiveDate;
use leptos::{ev, prelude::*, task::spawn_local};
use shared::{
    ids::RegistrationId,
    problem::Problem,
    registrations::{RecordDeparture, RegistrationRow},
};

use super::words;
use crate::{
    client::{self, clock},
    session::{Session, session},
};

/// How long a departure can be undone.
const SECONDS: u32 = 10;

/// One departure on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Departure {
    pub id: RegistrationId,
    pub name: String,
    pub left_on: NaiveDate,
    pub state: State,
    version: i64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// So many seconds are left.
    Waits(u32),
    Sent,
    Undone,
    Recorded,
    Refused(Problem),
}

/// A context of the host's part.
#[derive(Debug, Clone, Copy)]
pub struct Departures {
    list: RwSignal<Vec<Departure>>,
    session: Session,
}

impl Departures {
    /// Counts from here on; whoever leaves the part or the tab leaves nothing unsent.
    pub fn provide() {
        let departures = Self { list: RwSignal::default(), session: session() };
        provide_context(departures);
        if let Ok(ticks) = set_interval_with_handle(move || departures.tick(), Duration::from_secs(1)) {
            on_cleanup(move || ticks.clear());
        }
        let leaving = window_event_listener(ev::pagehide, move |_| departures.send_all_now());
        on_cleanup(move || {
            leaving.remove();
            departures.send_all_now();
        });
    }

    /// The departures of the page.
    pub fn here() -> Self {
        expect_context()
    }

    /// The guest left today; it is sent in ten seconds.
    pub fn record(self, row: &RegistrationRow) {
        let departure = Departure {
            id: row.id,
            name: words::name(&row.surname, &row.given_names),
            left_on: untrack(clock::today),
            state: State::Waits(SECONDS),
            version: row.version,
        };
        self.list.update(|list| {
            list.retain(|known| known.id != departure.id);
            list.push(departure);
        });
    }

    /// Nothing is sent.
    pub fn undo(self, id: RegistrationId) {
        self.turn(id, |state| {
            if matches!(state, State::Waits(_)) {
                *state = State::Undone;
            }
        });
    }

    /// How the departure of a guest stands; tracked.
    pub fn of(self, id: RegistrationId) -> Option<State> {
        self.list.with(|list| list.iter().find(|it| it.id == id).map(|it| it.state.clone()))
    }

    /// All of this visit; tracked.
    pub fn all(self) -> Vec<Departure> {
        self.list.get()
    }

    fn turn(self, id: RegistrationId, turn: impl FnOnce(&mut State)) {
        let _ = self.list.try_update(|list| {
            if let Some(departure) = list.iter_mut().find(|it| it.id == id) {
                turn(&mut departure.state);
            }
        });
    }

    fn tick(self) {
        let waits = |it: &Departure| matches!(it.state, State::Waits(_));
        if !self.list.with_untracked(|list| list.iter().any(waits)) {
            return;
        }
        let mut due = Vec::new();
        self.list.update(|list| {
            for departure in list.iter_mut() {
                match &mut departure.state {
                    State::Waits(seconds) if *seconds > 1 => *seconds -= 1,
                    State::Waits(_) => {
                        departure.state = State::Sent;
                        due.push(departure.clone());
                    }
                    _ => {}
                }
            }
        });
        for departure in due {
            self.send(departure);
        }
    }

    fn send(self, departure: Departure) {
        spawn_local(async move {
            let form = RecordDeparture { left_on: departure.left_on.to_string() };
            let answer = client::registrations::depart(departure.id, departure.version, &form).await;
            if answer.is_ok() {
                self.session.reload();
            }
            self.turn(departure.id, |state| {
                *state = match answer {
                    Ok(_) => State::Recorded,
                    Err(problem) => State::Refused(problem),
                }
            });
        });
    }

    /// The tab is closed or the part is left: what waits goes out by itself, also when the page is gone.
    fn send_all_now(self) {
        let mut due = Vec::new();
        let _ = self.list.try_update_untracked(|list| {
            for departure in list.iter_mut().filter(|it| matches!(it.state, State::Waits(_))) {
                departure.state = State::Sent;
                due.push(departure.clone());
            }
        });
        for departure in due {
            client::registrations::depart_on_leaving(
                departure.id,
                &RecordDeparture { left_on: departure.left_on.to_string() },
            );
        }
    }
}
