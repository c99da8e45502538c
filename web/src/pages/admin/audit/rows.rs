//! One line of each log; the account that stands there narrows the log to itself.
use leptos::prelude::*;
use shared::transparency::{AccessEntry, SecurityEvent};

use super::{super::codes, asked::Asked};
use crate::{
    components::data_table::{Cell, Column, column, figures},
    i18n::{t, wording},
    offices::offices,
    pages::desk::words,
    place::href,
};

const AT: Column = figures("admin-access-column-at");
const WHO: Column = column("admin-access-column-who");
const OFFICE: Column = column("admin-access-column-office");
const OPERATION: Column = column("admin-access-column-operation");
const PURPOSE: Column = column("admin-access-column-purpose");
const SUBJECTS: Column = Column { head: "admin-access-column-subjects", class: "data-number data-end" };
const CAUSE: Column = column("admin-access-column-cause");
const KIND: Column = column("admin-security-column-kind");
const ACCOUNT: Column = column("admin-security-column-account");

pub const ACCESS_COLUMNS: &[Column] = &[AT, WHO, OFFICE, OPERATION, PURPOSE, SUBJECTS, CAUSE];
pub const SECURITY_COLUMNS: &[Column] = &[AT, KIND, OPERATION, ACCOUNT, CAUSE];

/// A name that leads to all that its account did.
#[component]
fn Only(asked: Memo<Asked>, key: &'static str, id: String, name: String) -> impl IntoView {
    let address = move || href(&asked.read().with(key, &id).address());
    view! {
        <a href=address translate="no">
            {name}
            <span class="govuk-visually-hidden" translate="yes">
                " "
                {wording("admin-filter-only")}
            </span>
        </a>
    }
}

#[component]
pub fn AccessRow(entry: AccessEntry, asked: Memo<Asked>) -> impl IntoView {
    let offices = offices();
    let at = entry.at;
    let who = match entry.actor {
        Some(id) => {
            let name = entry.actor_name.unwrap_or_else(|| id.clone());
            view! { <Only asked key="actor" id name/> }.into_any()
        }
        None => wording("admin-access-service").into_any(),
    };
    let role = entry.role.map(|role| move || format!(" · {}", t(&format!("role-{role}"))));
    // A host's party has no name here: the log keeps ids of parties, not who they are.
    let office = move || {
        let code = entry.office.as_deref()?;
        let name = offices.department(code);
        Some(if name == code {
            view! { <code class="data-soft" translate="no">{name}</code> }.into_any()
        } else {
            name.into_any()
        })
    };
    view! {
        <tr>
            <Cell column=AT>{move || words::moment_exact(at)}</Cell>
            <Cell column=WHO>
                <span class="data-strong">{who}</span>
                <span class="data-soft">{role}</span>
            </Cell>
            <Cell column=OFFICE>{office}</Cell>
            <Cell column=OPERATION>{move || codes::operation(&entry.operation)}</Cell>
            <Cell column=PURPOSE>
                {move || codes::purpose(&entry.purpose)}
                {entry.reason.map(|reason| view! { <span class="data-soft">" · " <span translate="no">{reason}</span></span> })}
            </Cell>
            <Cell column=SUBJECTS>{entry.subjects.to_string()}</Cell>
            <Cell column=CAUSE>
                <code class="data-soft" translate="no">{entry.cause}</code>
            </Cell>
        </tr>
    }
}

#[component]
pub fn SecurityRow(event: SecurityEvent, asked: Memo<Asked>) -> impl IntoView {
    let at = event.at;
    let account = match event.account {
        Some(id) => {
            let name = event.account_name.unwrap_or_else(|| id.to_string());
            view! { <Only asked key="account" id=id.to_string() name/> }.into_any()
        }
        None => wording("admin-security-no-account").into_any(),
    };
    view! {
        <tr>
            <Cell column=AT>{move || words::moment_exact(at)}</Cell>
            <Cell column=KIND class="data-strong">{move || codes::event(&event.kind)}</Cell>
            <Cell column=OPERATION>{move || codes::operation(&event.operation)}</Cell>
            <Cell column=ACCOUNT>{account}</Cell>
            <Cell column=CAUSE>
                <code class="data-soft" translate="no">{event.cause}</code>
            </Cell>
        </tr>
    }
}
