//! The template, and the file that is chosen or dropped.
use leptos::{ev, prelude::*};
use shared::{
    sheet::{Fault, columns, csv},
    texts::Lang,
};
use web_sys::FileList;

use super::sending::Upload;
use crate::{
    components::{
        download,
        icon::{Icon, IconName},
        note::Note,
        status_tag::Tone,
    },
    i18n::{language, t, t_args, wording},
};

const INPUT: &str = "upload-file";

#[component]
pub fn Choose(upload: Upload) -> impl IntoView {
    let over = RwSignal::new(false);
    let take = move |files: Option<FileList>| {
        if let Some(file) = files.and_then(|files| files.get(0)) {
            upload.choose(file.name(), file.into());
        }
    };
    let drop = move |event: ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        take(event.data_transfer().and_then(|data| data.files()));
    };
    let save = move |_| download::save_text(&csv::file(&[], place_of(language())), "umis.csv", "text/csv");
    view! {
        <div class="upload-drop" class:upload-over=over
            on:dragover=move |event| { event.prevent_default(); over.set(true); }
            on:dragleave=move |_| over.set(false)
            on:drop=drop>
            <label class="govuk-label" for=INPUT>{wording("host-upload-choose")}</label>
            <div class="govuk-hint" id="upload-hint">{wording("host-upload-limits")}</div>
            // Its own button would speak the browser's language: the label below is the button, the input has the focus.
            <input class="govuk-visually-hidden upload-input" id=INPUT type="file" accept=".csv,.xlsx,text/csv"
                aria-describedby="upload-hint"
                on:change:target=move |event| {
                    let input = event.target();
                    take(input.files());
                    // The same file, corrected, is chosen again.
                    input.set_value("");
                }/>
            <label class="govuk-button govuk-button--secondary upload-pick" for=INPUT aria-hidden="true">
                <Icon name=IconName::Paper/>
                {wording("host-upload-pick")}
            </label>
        </div>
        {move || upload.fault.get().map(|fault| view! { <Unreadable fault/> })}
        <p>
            <button class="govuk-button govuk-button--secondary" type="button" on:click=save>
                <Icon name=IconName::Download/>
                {wording("host-upload-template")}
            </button>
        </p>
        <details class="govuk-details">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{wording("host-upload-columns")}</span>
            </summary>
            <div class="govuk-details__text">
                <p>{wording("host-upload-columns-lead")}</p>
                <dl class="upload-columns">
                    {columns::ALL.iter().map(|column| view! { <ColumnWords column/> }).collect_view()}
                </dl>
            </div>
        </details>
    }
}

/// Its place in the heads of a column.
pub fn place_of(lang: Lang) -> usize {
    Lang::ALL.iter().position(|known| *known == lang).unwrap_or_default()
}

#[component]
fn ColumnWords(column: &'static columns::Column) -> impl IntoView {
    let kind = match column.kind {
        columns::Kind::Text => "host-upload-kind-text",
        columns::Kind::Code if column.pointer.ends_with("number") => "host-upload-kind-number",
        columns::Kind::Code => "host-upload-kind-country",
        columns::Kind::Day => "host-upload-kind-day",
        columns::Kind::Sex => "host-upload-kind-sex",
        columns::Kind::Document => "host-upload-kind-document",
        columns::Kind::YesNo => "host-upload-kind-yes-no",
        columns::Kind::Language => "host-upload-kind-language",
    };
    view! {
        <div>
            <dt>
                {move || column.head(language())}
                {(!column.required).then(|| view! { <span class="field-optional">" (" {wording("ui-optional")} ")"</span> })}
            </dt>
            <dd>{wording(kind)}</dd>
        </div>
    }
}

/// Why a file cannot be read; the one before stays.
#[component]
fn Unreadable(fault: Fault) -> impl IntoView {
    let key = fault.key();
    let missing = move || match &fault {
        Fault::Missing(columns) => {
            columns.iter().map(|column| column.head(language())).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    };
    view! {
        <div role="alert">
            <Note icon=IconName::Alert tone=Tone::Bad>
                <p class="note-title">{move || t(key)}</p>
                <p>{move || t_args(&format!("{key}-next"), &[("columns", missing().into())])}</p>
            </Note>
        </div>
    }
}
