//! What an auditor has beside the list: who saw one person's data, by a document; and the log as a file.
use leptos::{prelude::*, task::spawn_local};
use shared::{
    dates,
    ids::PersonId,
    problem::Problem,
    texts::format,
    transparency::{ExportAccess, FindPersons},
};

use super::asked::Asked;
use crate::{
    client,
    components::{
        country_field::CountryField,
        download::Download,
        error_summary::ErrorSummary,
        form_errors::{FieldError, FormErrors},
        problem_note::ProblemNote,
        submit::Submit,
        text_area::TextArea,
        text_field::TextField,
    },
    i18n::{t_args, wording},
    place::{goer, href},
};

const TRACE: &[&str] = &["/issuer", "/number"];
const EXPORT: &[&str] = &["/reason"];
/// The longest reason that is kept.
const MOST: usize = 1000;

/// By a document: what is typed goes in the body, the address holds the person's id only (F5).
#[component]
pub fn Trace(asked: Memo<Asked>) -> impl IntoView {
    let (issuer, number) = (RwSignal::<String>::default(), RwSignal::<String>::default());
    let errors = FormErrors::new(TRACE);
    let (busy, problem) = (RwSignal::new(false), RwSignal::new(None::<Problem>));
    // More than one where the registry doubts: each is looked at by itself.
    let many = RwSignal::new(Vec::<PersonId>::new());
    let go = goer();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let number = number.get_untracked().replace([' ', '-'], "").to_ascii_uppercase();
        let form = FindPersons { issuer: issuer.get_untracked(), number };
        problem.set(None);
        many.set(Vec::new());
        if busy.get_untracked() || !errors.check(&form) {
            return;
        }
        busy.set(true);
        let go = go.clone();
        spawn_local(async move {
            let found = client::transparency::find_persons(&form).await;
            let _ = busy.try_set(false);
            match found.map(|found| found.persons) {
                Ok(persons) => match persons.as_slice() {
                    [] => {
                        errors.refuse(vec![FieldError::new("/number", "document_not_known")]);
                    }
                    [person] => go(&asked.read_untracked().with("person", &person.to_string()).address()),
                    _ => many.set(persons),
                },
                Err(refused) if errors.take(&refused) => {}
                Err(refused) => problem.set(Some(refused)),
            }
        });
    };
    let link = move |(at, count, person): (usize, usize, PersonId)| {
        let address = move || href(&asked.read().with("person", &person.to_string()).address());
        let text = move || t_args("admin-trace-many", &[("count", count.into()), ("at", at.into())]);
        view! { <li><a href=address>{text}</a></li> }
    };
    let links = move || {
        let persons = many.get();
        let count = persons.len();
        persons.into_iter().enumerate().map(|(at, person)| link((at + 1, count, person))).collect_view()
    };
    view! {
        <details class="log-filter">
            <summary>{wording("admin-trace-title")}</summary>
            <p>{wording("admin-trace-lead")}</p>
            <ErrorSummary errors/>
            <form class="desk-search-form" novalidate on:submit=send>
                <CountryField at="/issuer" label="admin-trace-issuer" value=issuer errors/>
                <TextField at="/number" label="admin-trace-number" value=number errors/>
                <div class="act-buttons">
                    <Submit label="admin-trace-send" busy/>
                </div>
            </form>
            <div role="status">
                <ul>{links}</ul>
            </div>
            {move || problem.get().map(|problem| view! { <ProblemNote problem/> })}
        </details>
    }
}

/// The log as it is narrowed now; the reason stays in it.
#[component]
pub fn Export(asked: Memo<Asked>) -> impl IntoView {
    let reason = RwSignal::<String>::default();
    let errors = FormErrors::new(EXPORT);
    let download = Download::new();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = form(&asked.read_untracked(), reason.get_untracked().trim());
        if errors.check(&form) {
            download.save(client::transparency::export(&form), "access-log.csv".to_owned());
        }
    };
    view! {
        <details class="log-filter">
            <summary>{wording("admin-export-title")}</summary>
            <p>{wording("admin-export-lead")}</p>
            <ErrorSummary errors/>
            <form class="desk-form" novalidate on:submit=send>
                <TextArea
                    at="/reason"
                    label="admin-export-reason"
                    hint="admin-export-reason-hint"
                    value=reason
                    errors
                    most=MOST
                />
                <div class="act-buttons">
                    <Submit label="admin-export-send" busy=download.busy/>
                </div>
            </form>
            {move || download.problem.get().map(|problem| view! { <ProblemNote problem/> })}
        </details>
    }
}

fn form(asked: &Asked, reason: &str) -> ExportAccess {
    let text = |key: &str| asked.value(key).map(str::to_owned);
    let day = |key: &str| asked.value(key).and_then(dates::parse);
    ExportAccess {
        reason: reason.to_owned(),
        actor: asked.value("actor").and_then(|id| id.parse().ok()),
        person: asked.value("person").and_then(|id| id.parse().ok()),
        office: text("office"),
        operation: text("operation"),
        purpose: text("purpose"),
        from: day("from").map(format::midnight),
        // The last day counts whole.
        until: day("until").and_then(|day| day.succ_opt()).map(format::midnight),
    }
}
