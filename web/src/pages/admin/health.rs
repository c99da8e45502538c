//! `/admin/health`: how the service is doing: rates, times, what waits, and what is running. Nobody's data.
use std::time::Duration;

use leptos::prelude::*;
use shared::{
    figures::{Figures, MessageFigures, OperationFigures, StuckMessage},
    texts::format,
};

use super::codes;
use crate::{
    client,
    components::{
        data_table::{Cell, Column, DataTable, EmptyList, column, figures},
        icon::IconName,
        not_loaded::NotLoaded,
        page_title::PageTitle,
        pairs::{Pair, Pairs},
        skeleton::Skeleton,
        status_tag::{Tag, Tone},
    },
    i18n::{language, t, t_args, wording},
    pages::desk::words,
};

const OPERATION: Column = column("admin-access-column-operation");
const REQUESTS: Column = figures("admin-health-requests");
const REFUSED: Column = figures("admin-health-refused");
const FAILED: Column = figures("admin-health-failed");
const HALF: Column = figures("admin-health-half");
const NEARLY_ALL: Column = figures("admin-health-nearly-all");
const OPERATIONS: &[Column] = &[OPERATION, REQUESTS, REFUSED, FAILED, HALF, NEARLY_ALL];

const MESSAGE: Column = column("admin-health-message");
const WRITTEN: Column = figures("admin-health-written");
const TRIES: Column = figures("admin-health-tries");
const NEXT: Column = figures("admin-health-next");
const BEHIND: Column = figures("admin-health-behind");
const MESSAGES: &[Column] = &[MESSAGE, WRITTEN, TRIES, NEXT, BEHIND];

/// More would not be read, least of all on a phone; Prometheus has all of them.
const BUSIEST: usize = 15;
/// Read anew so often: an operator leaves it open.
const REST: Duration = Duration::from_secs(10);

/// What is seen changes under the reader's eyes; what was seen last stays until the next figures have come.
#[component]
pub fn HealthPage() -> impl IntoView {
    let fetched = LocalResource::new(client::figures::show);
    if let Ok(timer) = set_interval_with_handle(move || fetched.refetch(), REST) {
        on_cleanup(move || timer.clear());
    }
    view! {
        <div class="desk-head">
            <PageTitle text=Signal::derive(wording("admin-health-title"))/>
            <p>{wording("admin-health-lead")}</p>
        </div>
        <Transition fallback=|| view! { <Skeleton lines=8/> }>
            {move || {
                fetched.get().map(|figures| match figures {
                    Ok(figures) => view! { <Seen figures/> }.into_any(),
                    Err(problem) => {
                        view! { <NotLoaded problem retry=Callback::new(move |()| fetched.refetch())/> }.into_any()
                    }
                })
            }}
        </Transition>
    }
}

#[component]
fn Seen(figures: Figures) -> impl IntoView {
    let operations = figures.operations.clone();
    let messages = figures.messages.clone();
    view! {
        <Running figures/>
        <section aria-labelledby="health-messages">
            <h2 id="health-messages">{wording("admin-health-messages")}</h2>
            <Messages messages/>
        </section>
        <section aria-labelledby="health-operations">
            <h2 id="health-operations">{wording("admin-health-operations")}</h2>
            <Operations operations/>
        </section>
    }
}

/// What is running, and how full it is.
#[component]
fn Running(figures: Figures) -> impl IntoView {
    let Figures { version, database, edition, started_at, now, memory, under_way, places, .. } = figures;
    let failed: u64 = figures.operations.iter().map(|it| it.failed).sum();
    let (tone, icon, said) = match failed {
        0 => (Tone::Ok, IconName::Tick, "admin-health-fine"),
        _ => (Tone::Warn, IconName::Warning, "admin-health-failing"),
    };
    let pairs = Signal::derive(move || {
        let mut pairs = vec![
            Pair::new("admin-health-version", version.clone()).foreign(),
            Pair::new("admin-health-database", t(&format!("admin-health-database-{database}"))),
            Pair::new("admin-health-edition", edition.to_string()),
            Pair::new("admin-health-started", words::moment(started_at)),
            Pair::new(
                "admin-health-under-way",
                t_args(
                    "admin-health-places",
                    &[("taken", i64::from(under_way).into()), ("places", i64::from(places).into())],
                ),
            ),
        ];
        if let Some(bytes) = memory {
            pairs.push(Pair::new("admin-health-memory", format!("{} MB", bytes / 1_048_576)));
        }
        pairs
    });
    view! {
        <section class="panel">
            <p>
                <Tag tone icon text=Signal::derive(wording(said))/>
                " "
                <span class="second">
                    {move || t_args("admin-health-as-of", &[("time", format::clock(format::baku(now).time()).into())])}
                </span>
            </p>
            <Pairs pairs/>
        </section>
    }
}

#[component]
fn Messages(messages: MessageFigures) -> impl IntoView {
    let MessageFigures { waiting, resting, oldest, stuck } = messages;
    let said = move || {
        let oldest = oldest.map_or_else(|| t("admin-health-nothing"), words::moment);
        t_args(
            "admin-health-waiting",
            &[("waiting", waiting.into()), ("resting", resting.into()), ("oldest", oldest.into())],
        )
    };
    let none = stuck.is_empty();
    view! {
        <p>{move || if waiting == 0 { t("admin-health-all-sent") } else { said() }}</p>
        {(!none).then(|| view! {
            <DataTable name="admin-health-messages" columns=MESSAGES>
                <tbody>{stuck.into_iter().map(|message| view! { <Stuck message/> }).collect_view()}</tbody>
            </DataTable>
            <p class="second">{wording("admin-health-stuck-next")}</p>
        })}
    }
}

#[component]
fn Stuck(message: StuckMessage) -> impl IntoView {
    let StuckMessage { id, kind, created_at, attempts, next_at, behind } = message;
    view! {
        <tr>
            <Cell column=MESSAGE>
                {move || codes::letter(&kind)}
                " "
                <code class="data-soft" translate="no">{id.to_string()}</code>
            </Cell>
            <Cell column=WRITTEN>{move || words::moment(created_at)}</Cell>
            <Cell column=TRIES>{move || format::number(language(), attempts)}</Cell>
            <Cell column=NEXT>
                {move || next_at.map_or_else(|| t("admin-health-rests"), words::moment)}
            </Cell>
            <Cell column=BEHIND>{move || format::number(language(), behind)}</Cell>
        </tr>
    }
}

#[component]
fn Operations(operations: Vec<OperationFigures>) -> impl IntoView {
    if operations.is_empty() {
        return view! { <EmptyList title="admin-health-quiet" next="admin-health-quiet-next"/> }.into_any();
    }
    view! {
        <DataTable name="admin-health-operations" columns=OPERATIONS>
            <tbody>
                {operations.into_iter().take(BUSIEST).map(|figures| view! { <Operation figures/> }).collect_view()}
            </tbody>
        </DataTable>
    }
    .into_any()
}

#[component]
fn Operation(figures: OperationFigures) -> impl IntoView {
    let OperationFigures { operation, requests, refused, failed, half_within, nearly_all_within } = figures;
    let count = |count: u64| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        move || format::number(language(), count)
    };
    let worry = if failed > 0 { "data-strong" } else { "" };
    let within = |millis: u32| move || t_args("admin-health-within", &[("millis", i64::from(millis).into())]);
    view! {
        <tr>
            <Cell column=OPERATION>
                {move || codes::operation(&operation)}
            </Cell>
            <Cell column=REQUESTS>{count(requests)}</Cell>
            <Cell column=REFUSED>{count(refused)}</Cell>
            <Cell column=FAILED class=worry>{count(failed)}</Cell>
            <Cell column=HALF>{within(half_within)}</Cell>
            <Cell column=NEARLY_ALL>{within(nearly_all_within)}</Cell>
        </tr>
    }
}
