//! Compact tables of the desk: heads, groups, rows that `J` and `K` walk, and the way to the next page.
use leptos::prelude::*;

use crate::i18n::{t, wording};

/// One column: the key of its head and how its cells stand.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub head: &'static str,
    pub class: &'static str,
}

/// A column of plain text.
pub const fn column(head: &'static str) -> Column {
    Column { head, class: "" }
}

/// A column of dates, numbers and codes.
pub const fn figures(head: &'static str) -> Column {
    Column { head, class: "data-number" }
}

/// A table with its heads; the children are `tbody` elements.
#[component]
pub fn DataTable(
    /// Key of the text that names the table.
    name: &'static str,
    columns: &'static [Column],
    #[prop(optional)] class: &'static str,
    children: Children,
) -> impl IntoView {
    let heads = columns
        .iter()
        .map(|column| view! { <th scope="col" class=column.class>{wording(column.head)}</th> })
        .collect_view();
    view! {
        <div class="data-frame" tabindex="0">
            <table class=format!("data {class}")>
                <caption class="govuk-visually-hidden">{wording(name)}</caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                {children()}
            </table>
        </div>
    }
}

/// The head of a group of rows: what they have in common, and how many there are if that is known.
#[component]
pub fn GroupHead(
    span: usize,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] note: Signal<Option<String>>,
) -> impl IntoView {
    let note = move || note.get().map(|note| format!(" · {note}"));
    view! {
        <tr class="data-group">
            <th scope="rowgroup" colspan=span.to_string()>
                <strong>{title}</strong>
                {note}
            </th>
        </tr>
    }
}

/// A cell that says the name of its column when the row becomes a card on a phone.
#[component]
pub fn Cell(column: Column, #[prop(optional)] class: &'static str, children: Children) -> impl IntoView {
    let class = format!("{} {class}", column.class);
    view! {
        <td class=class data-label=wording(column.head)>
            <span>{children()}</span>
        </td>
    }
}

/// Rows that are still on their way, under their real heads (P23).
#[component]
pub fn GhostRows(columns: usize, rows: usize) -> impl IntoView {
    let row = move || {
        let cells = (0..columns).map(|_| view! { <td><span class="data-ghost"></span></td> }).collect_view();
        view! { <tr>{cells}</tr> }
    };
    view! {
        <tbody aria-busy="true" aria-hidden="true">{(0..rows).map(|_| row()).collect_view()}</tbody>
    }
}

/// Nothing is in the list: one sentence, and when something will be.
#[component]
pub fn EmptyList(
    #[prop(into)] title: Signal<&'static str>,
    #[prop(into)] next: Signal<&'static str>,
) -> impl IntoView {
    view! {
        <div class="data-empty">
            <p>{move || t(title.get())}</p>
            <p>{move || t(next.get())}</p>
        </div>
    }
}

/// Links to the start of the list and to its next page; the browser's own "back" leads to the one before.
#[component]
pub fn Pages(
    /// Address of the following page.
    #[prop(into)]
    next: Signal<Option<String>>,
    /// Address of the first page, on every other page.
    #[prop(into)]
    first: Signal<Option<String>>,
) -> impl IntoView {
    let link = |address: Option<String>, key: &'static str, class: &'static str| {
        address.map(|address| view! { <a href=address class=class>{wording(key)}</a> })
    };
    view! {
        <nav class="data-pages" aria-label=wording("desk-list-pages")>
            {move || link(first.get(), "desk-list-first", "data-first")}
            {move || link(next.get(), "desk-list-more", "data-next")}
        </nav>
    }
}
