//! One box over all guests of the house: the rows on the page answer at once, the register half a second after the last
//! key. What is looked for goes in the body, never in an address (F5).
use std::time::Duration;

use leptos::{html, prelude::*, task::spawn_local};
use shared::{
    fold,
    page::Page,
    problem::Problem,
    registrations::{RegistrationRow, SearchRegistrations},
};

use super::{super::words, Loaded};
use crate::{
    client,
    i18n::{t_args, wording},
};

const REST: Duration = Duration::from_millis(500);
/// As long as the server takes it.
const LONGEST: u32 = 80;

/// What the register found for a text.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    text: String,
    rows: Vec<RegistrationRow>,
    next: Option<String>,
}

#[derive(Debug, Clone, Copy)]
pub struct Search {
    wanted: RwSignal<String>,
    found: RwSignal<Option<Found>>,
    pub problem: RwSignal<Option<Problem>>,
    pub busy: RwSignal<bool>,
}

impl Search {
    /// Call it in the body of a component.
    pub fn new() -> Self {
        let search = Self {
            wanted: RwSignal::new(String::new()),
            found: RwSignal::new(None),
            problem: RwSignal::new(None),
            busy: RwSignal::new(false),
        };
        search.follow();
        search
    }

    /// Asks when the typing rests.
    fn follow(self) {
        let waiting = StoredValue::new(None::<TimeoutHandle>);
        let stop = move || {
            if let Some(timer) = waiting.try_update_value(Option::take).flatten() {
                timer.clear();
            }
        };
        Effect::new(move || {
            let text = self.text();
            stop();
            self.problem.set(None);
            if text.is_empty() {
                self.found.set(None);
            } else {
                waiting.set_value(set_timeout_with_handle(move || self.ask(text, None), REST).ok());
            }
        });
        on_cleanup(stop);
    }

    /// What is looked for; tracked.
    pub fn text(self) -> String {
        self.wanted.with(|text| text.trim().to_owned())
    }

    /// The answer to what stands in the box now; tracked.
    fn answer(self) -> Option<Found> {
        let text = self.text();
        self.found.get().filter(|found| found.text == text)
    }

    /// The rows to show: the register's, or until it answers those on the page that fit. Tracked.
    pub fn rows(self, loaded: Loaded) -> Vec<RegistrationRow> {
        if let Some(found) = self.answer() {
            return found.rows;
        }
        let wanted = fold::fold(&self.text());
        let fitting = |rows: &Vec<RegistrationRow>| {
            rows.iter().filter(|row| fits(row, &wanted)).cloned().collect::<Vec<_>>()
        };
        loaded.rows.with(|rows| rows.as_ref().map(fitting)).unwrap_or_default()
    }

    /// Is there a next page of what was found? Tracked.
    pub fn goes_on(self) -> bool {
        self.answer().is_some_and(|found| found.next.is_some())
    }

    /// The next page under the rows that are there.
    pub fn more(self) {
        if let Some(Found { text, rows, next: Some(cursor) }) = untrack(|| self.answer()) {
            self.ask(text, Some((rows, cursor)));
        }
    }

    /// Asks again after a failure.
    pub fn again(self) {
        self.ask(untrack(|| self.text()), None);
    }

    fn ask(self, text: String, before: Option<(Vec<RegistrationRow>, String)>) {
        let (mut rows, cursor) = before.map(|(rows, cursor)| (rows, Some(cursor))).unwrap_or_default();
        let form = SearchRegistrations { text: Some(text.clone()), cursor, ..Default::default() };
        let _ = self.busy.try_set(true);
        spawn_local(async move {
            let answer = client::registrations::search(&form).await;
            let _ = self.busy.try_set(false);
            match answer {
                Ok(Page { items, next }) => {
                    rows.extend(items);
                    let _ = self.problem.try_set(None);
                    let _ = self.found.try_set(Some(Found { text, rows, next }));
                }
                Err(problem) => {
                    let _ = self.problem.try_set(Some(problem));
                }
            }
        });
    }

    /// How many are shown, and of what; tracked.
    fn said(self, loaded: Loaded) -> String {
        let count = self.rows(loaded).len();
        let key = match self.answer() {
            Some(found) if found.next.is_some() => "host-guests-found-more",
            Some(_) => "host-guests-found",
            None if loaded.next.with(Option::is_some) && self.text().is_empty() => "host-guests-shown-more",
            None => "host-guests-shown",
        };
        t_args(key, &[("count", count.into())])
    }
}

/// Name, room, number or document, however it is spelled.
fn fits(row: &RegistrationRow, wanted: &str) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let name = fold::fold(&words::name(&row.surname, &row.given_names));
    let begins = |text: &str| {
        let text = fold::fold(text);
        text.starts_with(wanted) || text.replace(' ', "").starts_with(&wanted.replace(' ', ""))
    };
    name.contains(wanted)
        || row.room.as_deref().is_some_and(begins)
        || begins(&row.number)
        || begins(&row.document_number)
}

/// The box and what it came to.
#[component]
pub fn SearchBox(search: Search, loaded: Loaded) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    view! {
        <form class="guest-filter" role="search" on:submit=|event| event.prevent_default()>
            <label class="govuk-label" for="guest-filter">{wording("host-guests-filter")}</label>
            <div class="govuk-hint" id="guest-filter-hint">{wording("host-guests-filter-hint")}</div>
            <input node_ref=input class="govuk-input" id="guest-filter" type="search" autocomplete="off"
                maxlength=LONGEST aria-describedby="guest-filter-hint" prop:value=search.wanted
                on:input:target=move |event| search.wanted.set(event.target().value())/>
            <p class="second" role="status">{move || search.said(loaded)}</p>
        </form>
    }
}
