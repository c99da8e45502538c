//! `/host/guests`, `/host/ending`, `/host/closed`: the guests of the house (S10).
mod rows;

use leptos::{html, prelude::*, task::spawn_local};
use shared::{fold, page::Page, problem::Problem, registrations::RegistrationRow};

use self::rows::{Rows, Told};
use super::words;
use crate::{
    client::{self, registrations::View},
    components::{
        filters::{Segment, Segments},
        page_title::PageTitle,
        problem_note::ProblemNote,
        skeleton::Skeleton,
    },
    i18n::{t_args, wording},
    place::{href, way},
    session::session,
};

/// What has been loaded of a list.
#[derive(Debug, Clone, Copy)]
struct Loaded {
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

/// One of the three lists.
#[component]
pub fn GuestsPage(view: View) -> impl IntoView {
    let loaded = Loaded::new();
    loaded.more(view);
    let wanted = RwSignal::new(String::new());
    let shown = Memo::new(move |_| {
        let wanted = wanted.with(|text| fold::fold(text));
        loaded.rows.with(|rows| {
            rows.as_ref()
                .map(|rows| rows.iter().filter(|row| fits(row, &wanted)).cloned().collect::<Vec<_>>())
        })
    });
    let lead = match view {
        View::Ending => "host-guests-lead-ending",
        View::Closed => "host-guests-lead-closed",
        _ => "host-guests-lead-in_force",
    };
    let retry = Callback::new(move |()| loaded.more(view));
    view! {
        <PageTitle text=Signal::derive(wording("host-guests-title"))/>
        <Views view/>
        <p class="second">{wording(lead)}</p>
        <Told/>
        {move || loaded.problem.get().map(|problem| view! { <ProblemNote problem retry/> })}
        {move || match shown.with(|rows| rows.as_ref().map(Vec::len)) {
            None if loaded.problem.with(Option::is_some) => ().into_any(),
            None => view! { <Skeleton lines=10/> }.into_any(),
            Some(0) if wanted.with(String::is_empty) => view! { <Empty view/> }.into_any(),
            Some(_) => view! {
                <Filter wanted loaded shown=Signal::derive(move || shown.get().unwrap_or_default().len())/>
                <Rows rows=Signal::derive(move || shown.get().unwrap_or_default())/>
                <More loaded view/>
            }
            .into_any(),
        }}
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

/// Narrows what is loaded; nothing of it goes into an address.
#[component]
fn Filter(wanted: RwSignal<String>, loaded: Loaded, shown: Signal<usize>) -> impl IntoView {
    let said = move || {
        let count = shown.get();
        let more = loaded.next.with(Option::is_some) && wanted.with(String::is_empty);
        t_args(if more { "host-guests-shown-more" } else { "host-guests-shown" }, &[("count", count.into())])
    };
    let input = NodeRef::<html::Input>::new();
    view! {
        <form class="guest-filter" role="search" on:submit=|event| event.prevent_default()>
            <label class="govuk-label" for="guest-filter">{wording("host-guests-filter")}</label>
            <div class="govuk-hint" id="guest-filter-hint">{wording("host-guests-filter-hint")}</div>
            <input node_ref=input class="govuk-input" id="guest-filter" type="search" autocomplete="off"
                aria-describedby="guest-filter-hint" prop:value=wanted
                on:input:target=move |event| wanted.set(event.target().value())/>
            <p class="second" role="status">{said}</p>
        </form>
    }
}

#[component]
fn More(loaded: Loaded, view: View) -> impl IntoView {
    move || {
        loaded.next.with(Option::is_some).then(|| {
            view! {
                <button class="govuk-button govuk-button--secondary" type="button"
                    aria-busy=move || loaded.busy.get().then_some("true")
                    on:click=move |_| loaded.more(view)>
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
