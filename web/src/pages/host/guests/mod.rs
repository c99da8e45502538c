//! `/host/guests`, `/host/ending`, `/host/closed`: the guests of the house (S10).
mod rows;
mod search;

use leptos::{prelude::*, task::spawn_local};
use shared::{page::Page, problem::Problem, registrations::RegistrationRow};

use self::{
    rows::{Rows, Told},
    search::{Search, SearchBox},
};
use crate::{
    client::{self, registrations::View},
    components::{
        filters::{Segment, Segments},
        not_loaded::NotLoaded,
        page_title::PageTitle,
        problem_note::ProblemNote,
        skeleton::Skeleton,
    },
    i18n::wording,
    place::{href, way},
    session::session,
    spot,
};

/// What has been loaded of a list.
#[derive(Debug, Clone, Copy)]
pub struct Loaded {
    rows: RwSignal<Option<Vec<RegistrationRow>>>,
    next: RwSignal<Option<String>>,
    problem: RwSignal<Option<Problem>>,
    busy: RwSignal<bool>,
}

impl Loaded {
    fn new() -> Self {
        Self {
            rows: RwSignal::new(None),
            next: RwSignal::new(None),
            problem: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    /// The first page, or the one after what is there.
    fn more(self, view: View) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        let cursor = self.next.get_untracked();
        spawn_local(async move {
            let answer = client::registrations::list(view, None, cursor.as_deref()).await;
            let _ = self.busy.try_set(false);
            match answer {
                Ok(Page { items, next }) => {
                    let _ = self.problem.try_set(None);
                    let _ = self.next.try_set(next);
                    let _ = self.rows.try_update(|rows| rows.get_or_insert_default().extend(items));
                }
                Err(problem) => {
                    let _ = self.problem.try_set(Some(problem));
                }
            }
        });
    }
}

/// What the page shows below its head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stand {
    Loading,
    Failed,
    Empty,
    Listed,
}

/// One of the three lists.
#[component]
pub fn GuestsPage(view: View) -> impl IntoView {
    let loaded = Loaded::new();
    loaded.more(view);
    come_back(loaded, view);
    let search = Search::new();
    let stand = Memo::new(move |_| match loaded.rows.with(|rows| rows.as_ref().map(Vec::is_empty)) {
        None if loaded.problem.with(Option::is_some) => Stand::Failed,
        None => Stand::Loading,
        Some(true) => Stand::Empty,
        Some(false) => Stand::Listed,
    });
    let lead = match view {
        View::Ending => "host-guests-lead-ending",
        View::Closed => "host-guests-lead-closed",
        _ => "host-guests-lead-in_force",
    };
    let retry = Callback::new(move |()| loaded.more(view));
    let ask_again = Callback::new(move |()| search.again());
    view! {
        <PageTitle text=Signal::derive(wording("host-guests-title"))/>
        <Views view/>
        <p class="second">{wording(lead)}</p>
        <Told/>
        {move || loaded.problem.get().map(|problem| if loaded.rows.with_untracked(Option::is_some) {
            view! { <ProblemNote problem retry/> }.into_any()
        } else {
            view! { <NotLoaded problem retry/> }.into_any()
        })}
        {move || match stand.get() {
            Stand::Failed => ().into_any(),
            Stand::Loading => view! { <Skeleton lines=10/> }.into_any(),
            Stand::Empty => view! { <Empty view/> }.into_any(),
            Stand::Listed => view! {
                <SearchBox search loaded/>
                {move || search.problem.get().map(|problem| view! { <ProblemNote problem retry=ask_again/> })}
                <Rows rows=Signal::derive(move || search.rows(loaded))/>
                <More loaded search view/>
            }
            .into_any(),
        }}
    }
}

/// Whoever comes back finds as many rows as before, and stands where the list was left.
fn come_back(loaded: Loaded, view: View) {
    let left = StoredValue::new(None);
    Effect::new(move |asked: Option<bool>| {
        let asked = asked.unwrap_or_default();
        let Some(count) = loaded.rows.with(|rows| rows.as_ref().map(Vec::len)) else { return asked };
        // Not before the first rows: until then the address may still be that of the page before.
        if !asked {
            left.set_value(spot::left());
        }
        let wanted = left.get_value().map_or(0, |left: spot::Spot| left.rows);
        if count < wanted && loaded.next.with_untracked(Option::is_some) {
            loaded.more(view);
        } else {
            spot::stand(count, left.try_update_value(Option::take).flatten());
        }
        true
    });
    on_cleanup(spot::gone);
}

#[component]
fn Views(view: View) -> impl IntoView {
    let session = session();
    let choices = Signal::derive(move || {
        let counts = session.me().map(|me| me.counts).unwrap_or_default();
        let segment = |of: View, text, address: &str, count| Segment {
            text,
            href: href(address),
            count,
            current: of == view,
        };
        vec![
            segment(View::InForce, "host-guests-view-in_force", "/host/guests", counts.in_force),
            segment(View::Ending, "host-guests-view-ending", "/host/ending", counts.ending),
            segment(View::Closed, "host-guests-view-closed", "/host/closed", 0),
        ]
    });
    view! { <Segments name="host-guests-views" choices/> }
}

/// The next page of the list, or of what was found.
#[component]
fn More(loaded: Loaded, search: Search, view: View) -> impl IntoView {
    let seeks = Memo::new(move |_| !search.text().is_empty());
    let goes_on =
        Memo::new(move |_| if seeks.get() { search.goes_on() } else { loaded.next.with(Option::is_some) });
    let busy = move || if seeks.get() { search.busy.get() } else { loaded.busy.get() };
    let more = move |_| if seeks.get_untracked() { search.more() } else { loaded.more(view) };
    move || {
        goes_on.get().then(|| {
            view! {
                <button class="govuk-button govuk-button--secondary" type="button"
                    aria-busy=move || busy().then_some("true") on:click=more>
                    {wording("host-guests-more")}
                </button>
            }
        })
    }
}

#[component]
fn Empty(view: View) -> impl IntoView {
    let title = match view {
        View::Ending => "host-guests-empty-ending",
        View::Closed => "host-guests-empty-closed",
        _ => "host-guests-empty-in_force",
    };
    view! {
        <div class="host-empty">
            <p class="host-empty-title">{wording(title)}</p>
            <p>{wording("host-guests-empty-next")}</p>
            <p>
                <a class="govuk-button" href=way("/host/")>{wording("host-register-send")}</a>
            </p>
        </div>
    }
}
