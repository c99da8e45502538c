//! `/desk/registrations?view=`: what came in, what came late, what stands at an unconfirmed address.
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::{ids::PremisesId, page::Page, problem::Problem, registrations::RegistrationRow};

use super::{
    rows::{RegistrationGhosts, RegistrationTable},
    words,
};
use crate::{
    client::{self, registrations::View},
    components::{
        data_table::{EmptyList, Pages},
        desk_keys::KeysLine,
        desk_shell::{Reload, reload},
        filters::{Chip, Segment, Segments},
        not_loaded::NotLoaded,
        page_title::PageTitle,
    },
    i18n::{t, t_args, wording},
    offices::offices,
    place::href,
    session::session,
    spot,
};

/// The lists of the desk, in the order of the menu: the name there, the heading of the page, the sentence for none.
const LISTS: [(View, [&str; 3]); 4] = [
    (View::New, ["desk-rail-new", "desk-rail-new", "desk-list-empty-new"]),
    (View::Late, ["desk-rail-late", "desk-list-title-late", "desk-list-empty-late"]),
    (
        View::Unconfirmed,
        ["desk-rail-unconfirmed", "desk-list-title-unconfirmed", "desk-list-empty-unconfirmed"],
    ),
    (View::All, ["desk-rail-all", "desk-list-title-all", "desk-list-empty-all"]),
];

/// Which list, from which row on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    view: View,
    premises: Option<PremisesId>,
    cursor: Option<String>,
}

impl Asked {
    fn texts(&self) -> (&'static str, &'static str) {
        let list = LISTS.into_iter().find(|(view, ..)| *view == self.view);
        list.map_or(("desk-rail-new", "desk-list-empty-new"), |(_, [_, title, empty])| (title, empty))
    }

    /// One page.
    async fn fetch(&self) -> Result<Listed, Problem> {
        let page = client::registrations::list(self.view, self.premises, self.cursor.as_deref()).await?;
        Ok(Listed { whole: self.cursor.is_none() && page.next.is_none(), page })
    }

    fn address(&self) -> String {
        let premises = self.premises.map(|id| format!("&premises={id}")).unwrap_or_default();
        let cursor = self.cursor.as_deref().map(js_sys::encode_uri_component);
        let cursor = cursor.map(|cursor| format!("&cursor={cursor}")).unwrap_or_default();
        href(&format!("/desk/registrations?view={}{premises}{cursor}", self.view.code()))
    }
}

/// What is on the page, and whether that is the whole list.
#[derive(Debug, Clone, PartialEq)]
struct Listed {
    page: Page<RegistrationRow>,
    whole: bool,
}

/// One list of registrations, 50 at a time.
#[component]
pub fn RegistrationsPage() -> impl IntoView {
    let query = use_query_map();
    let asked = Memo::new(move |_| {
        let query = query.read();
        let code = query.get("view").unwrap_or_default();
        let view =
            LISTS.into_iter().find(|(view, ..)| view.code() == code).map_or(View::New, |(view, ..)| view);
        let premises = query.get("premises").and_then(|id| id.parse().ok());
        Asked { view, premises, cursor: query.get("cursor") }
    });
    let reload = reload();
    let rows = LocalResource::new(move || {
        let asked = asked.get();
        reload.track();
        async move {
            let rows = asked.fetch().await;
            (asked, rows, words::now())
        }
    });
    let names = offices();
    let here = move || rows.get().filter(|(of, ..)| *of == asked.get() && names.settled());
    view! {
        <Head asked count=Signal::derive(move || here().and_then(|(_, rows, _)| Some(rows.ok()?.page.items.len())))/>
        <Tools asked reload at=Signal::derive(move || here().map(|(.., at)| words::clock(at)))/>
        {move || match here() {
            None => view! { <RegistrationGhosts name="desk-rail-registrations"/> }.into_any(),
            Some((asked, rows, _)) => view! { <List asked rows/> }.into_any(),
        }}
    }
}

#[component]
fn Head(asked: Memo<Asked>, count: Signal<Option<usize>>) -> impl IntoView {
    let shown = move || count.get().map(|count| t_args("desk-list-shown", &[("count", count.into())]));
    view! {
        <div class="desk-head">
            <PageTitle text=Signal::derive(move || t(asked.read().texts().0))/>
            <p role="status">{shown}</p>
        </div>
    }
}

#[component]
fn Tools(asked: Memo<Asked>, reload: Reload, at: Signal<Option<String>>) -> impl IntoView {
    let session = session();
    let choices = move || {
        let now = asked.read();
        // The numbers are of the whole department: beside the lists of one address they would be others'.
        let counts = session.me().filter(|_| now.premises.is_none()).map(|me| me.counts).unwrap_or_default();
        let segment = |(view, [text, ..]): (View, [&'static str; 3])| Segment {
            text,
            href: Asked { view, premises: now.premises, cursor: None }.address(),
            count: match view {
                View::New => counts.new,
                View::Late => counts.late,
                _ => 0,
            },
            current: view == now.view,
        };
        LISTS.map(segment).to_vec()
    };
    let narrowed = Memo::new(move |_| asked.read().premises.is_some());
    let without = move || Asked { premises: None, cursor: None, ..asked.get() }.address();
    let updated = move || at.get().map(|time| t_args("desk-list-updated", &[("time", time.into())]));
    view! {
        <div class="desk-tools">
            <Segments name="desk-segments" choices=Signal::derive(choices)/>
            {move || {
                narrowed
                    .get()
                    .then(|| {
                        view! {
                            <Chip
                                text=Signal::derive(wording("desk-list-one-address"))
                                without=Signal::derive(without)
                            />
                        }
                    })
            }}
            <div class="desk-tools-end">
                <span>{updated}</span>
                <button type="button" class="desk-quiet" on:click=move |_| reload.again()>
                    {wording("desk-list-reload")}
                </button>
            </div>
        </div>
    }
}

#[component]
fn List(asked: Asked, rows: Result<Listed, Problem>) -> impl IntoView {
    let Listed { page, whole } = match rows {
        Ok(listed) => listed,
        Err(problem) => return view! { <NotLoaded problem/> }.into_any(),
    };
    let empty = asked.texts().1;
    if page.items.is_empty() {
        return view! { <EmptyList title=empty next="desk-list-empty-next"/> }.into_any();
    }
    let rows = page.items.len();
    Effect::new(move || spot::stand(rows, spot::left()));
    on_cleanup(spot::gone);
    let first = asked.cursor.is_some().then(|| Asked { cursor: None, ..asked.clone() });
    let next = page.next.map(|cursor| Asked { cursor: Some(cursor), ..asked });
    view! {
        <RegistrationTable name="desk-rail-registrations" rows=page.items whole/>
        <div class="data-foot">
            <KeysLine/>
            <Pages
                first=Signal::derive(move || first.as_ref().map(Asked::address))
                next=Signal::derive(move || next.as_ref().map(Asked::address))
            />
        </div>
    }
    .into_any()
}
