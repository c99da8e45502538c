//! `/my/account/sessions`: where the account is signed in, and how to end that.
use leptos::{prelude::*, task::spawn_local};
use shared::{identity::SessionRow, ids::SessionId, problem::Problem, texts::format};

use super::form::Done;
use crate::{
    client,
    components::{
        icon::IconName,
        not_loaded::NotLoaded,
        page_title::PageTitle,
        problem_note::ProblemNote,
        skeleton::Skeleton,
        status_tag::{Tag, Tone},
    },
    i18n::{language, t_args, wording},
};

/// What became of the last act.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    Nothing,
    Done(&'static str, String),
    Refused(Problem),
}

/// The list, and the one button for all others.
#[component]
pub fn SessionsPage() -> impl IntoView {
    let rows = LocalResource::new(client::account::sessions);
    let said = RwSignal::new(Said::Nothing);
    let ended = move |answer: Result<(), Problem>, text: &'static str| {
        let time = format::clock(format::baku(untrack(client::clock::now)).time());
        said.set(answer.map_or_else(Said::Refused, |()| Said::Done(text, time)));
        rows.refetch();
    };
    let end = Callback::new(move |id: SessionId| {
        spawn_local(async move { ended(client::account::end_session(id).await, "my-sessions-ended") });
    });
    let end_others = Callback::new(move |()| {
        spawn_local(
            async move { ended(client::account::end_other_sessions().await, "my-sessions-others-ended") },
        );
    });
    let retry = Callback::new(move |()| rows.refetch());
    view! {
        <PageTitle text=Signal::derive(wording("my-sessions-title"))/>
        <p>{wording("my-sessions-lead")}</p>
        {move || match said.get() {
            Said::Nothing => ().into_any(),
            Said::Done(text, time) => view! { <Done text time/> }.into_any(),
            Said::Refused(problem) => view! { <ProblemNote problem/> }.into_any(),
        }}
        {move || match rows.get() {
            None => view! { <Skeleton lines=6/> }.into_any(),
            Some(Err(problem)) => view! { <NotLoaded problem retry/> }.into_any(),
            Some(Ok(page)) => view! { <List rows=page.items end end_others/> }.into_any(),
        }}
    }
}

#[component]
fn List(rows: Vec<SessionRow>, end: Callback<SessionId>, end_others: Callback<()>) -> impl IntoView {
    let others = rows.iter().any(|row| !row.current);
    let foot = match others {
        false => view! { <p>{wording("my-sessions-only-this")}</p> }.into_any(),
        true => view! {
            <p>{wording("my-sessions-end-others-means")}</p>
            <button type="button" class="govuk-button govuk-button--warning" on:click=move |_| end_others.run(())>
                {wording("my-sessions-end-others")}
            </button>
        }
        .into_any(),
    };
    view! {
        <ul class="sessions">{rows.into_iter().map(|row| view! { <Row row end/> }).collect_view()}</ul>
        {foot}
    }
}

#[component]
fn Row(row: SessionRow, end: Callback<SessionId>) -> impl IntoView {
    let SessionRow { id, device, place, started_at, seen_at, current } = row;
    let moment = move |at| format::moment(language(), at);
    let name = {
        let device = device.clone();
        move || {
            let args = [("device", device.as_str().into()), ("moment", moment(seen_at).into())];
            t_args("my-sessions-end-name", &args)
        }
    };
    let button = (!current).then(|| {
        view! {
            <button
                type="button"
                class="govuk-button govuk-button--secondary"
                aria-label=name
                on:click=move |_| end.run(id)
            >
                {wording("my-sessions-end")}
            </button>
        }
    });
    view! {
        <li class="session">
            <div>
                <h2 class="session-device" translate="no">{device}</h2>
                {current
                    .then(|| {
                        view! {
                            <Tag
                                tone=Tone::Ok
                                icon=IconName::Tick
                                text=Signal::derive(wording("my-sessions-current"))
                            />
                        }
                    })}
                <p>{move || t_args("my-sessions-seen", &[("moment", moment(seen_at).into())])}</p>
                <p>{move || t_args("my-sessions-started", &[("moment", moment(started_at).into())])}</p>
                <p translate="no">{move || t_args("my-sessions-place", &[("place", place.as_str().into())])}</p>
            </div>
            {button}
        </li>
    }
}
