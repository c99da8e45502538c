//! The lines that were not taken: corrected here and sent again, or taken away as a file.
use leptos::prelude::*;
use shared::{
    problem::{FieldProblem, Problem},
    sheet::{
        columns::{self, Column},
        csv,
    },
};

use super::{choose::place_of, sending::Upload};
use crate::{
    components::{
        download,
        icon::{Icon, IconName},
    },
    i18n::{language, t_args, wording},
};

#[component]
pub fn BadLines(upload: Upload) -> impl IntoView {
    let bad = Memo::new(move |_| upload.bad());
    let save = move |_| {
        let lines = bad.get_untracked();
        let rows: Vec<_> = upload
            .rows
            .with_untracked(|rows| lines.iter().filter_map(|(line, _)| rows.get(*line)).cloned().collect());
        download::save_text(&csv::file(&rows, place_of(language())), "umis-bad.csv", "text/csv");
    };
    move || {
        let count = bad.with(Vec::len);
        (count > 0).then(|| view! {
            <section aria-labelledby="bad-lines">
                <h2 id="bad-lines">{wording("host-upload-bad")}</h2>
                <p class="second">{wording("host-upload-bad-lead")}</p>
                <ul class="cards">
                    {bad.get().into_iter().map(|(line, problem)| view! { <BadLine upload line problem/> }).collect_view()}
                </ul>
                <div class="govuk-button-group">
                    <button class="govuk-button" type="button"
                        aria-busy=move || upload.busy.get().then_some("true")
                        on:click=move |_| upload.send_bad()>
                        {t_args("host-upload-send-again", &[("count", count.into())])}
                    </button>
                    <button class="govuk-button govuk-button--secondary" type="button" on:click=save>
                        <Icon name=IconName::Download/>
                        {wording("host-upload-save-bad")}
                    </button>
                </div>
            </section>
        })
    }
}

/// Its number in the file, whose it is, and each column that is wrong with its sentence.
#[component]
fn BadLine(upload: Upload, line: usize, problem: Problem) -> impl IntoView {
    let (number, name) = upload.rows.with_untracked(|rows| {
        rows.get(line).map_or_else(Default::default, |row| {
            (row.number, format!("{} {}", row.cell("surname"), row.cell("given_names")))
        })
    });
    let Problem { title, detail, errors, .. } = problem;
    // What belongs to no column, and what is wrong with the line as a whole.
    let (fields, others): (Vec<_>, Vec<_>) =
        errors.into_iter().map(|error| (column_of(&error), error)).partition(|(column, _)| column.is_some());
    let whole = fields.is_empty() && others.is_empty();
    view! {
        <li class="panel card">
            <h3 class="card-title">
                {move || t_args("host-upload-line", &[("number", number.into())])}
                " · "
                <span translate="no">{name}</span>
            </h3>
            {whole.then(|| view! {
                <p class="govuk-error-message">{title}</p>
                <p>{detail}</p>
            })}
            {others.into_iter().map(|(_, error)| view! { <p class="govuk-error-message">{error.message}</p> }).collect_view()}
            <div class="field-pairs">
                {fields.into_iter().filter_map(|(column, error)| {
                    column.map(|(at, column)| view! { <BadCell upload line at column message=error.message/> })
                }).collect_view()}
            </div>
        </li>
    }
}

fn column_of(error: &FieldProblem) -> Option<(usize, &'static Column)> {
    columns::ALL.iter().enumerate().find(|(_, column)| column.pointer == error.pointer)
}

#[component]
fn BadCell(
    upload: Upload,
    line: usize,
    at: usize,
    column: &'static Column,
    message: String,
) -> impl IntoView {
    let id = format!("line-{line}-{}", column.name);
    let error = format!("{id}-error");
    let value = upload
        .rows
        .with_untracked(|rows| rows.get(line).and_then(|row| row.cells.get(at)).cloned().unwrap_or_default());
    view! {
        <div class="govuk-form-group govuk-form-group--error">
            <label class="govuk-label" for=id.clone()>{move || column.head(language())}</label>
            <p class="govuk-error-message" id=error.clone()>
                <Icon name=IconName::Alert/>
                {message}
            </p>
            <input class="govuk-input govuk-input--error" id=id type="text" autocomplete="off" spellcheck="false"
                translate="no" aria-describedby=error aria-invalid="true" value=value
                on:input:target=move |event| {
                    let text = column.written(event.target().value().trim());
                    upload.rows.update(|rows| {
                        if let Some(cell) = rows.get_mut(line).and_then(|row| row.cells.get_mut(at)) {
                            *cell = text;
                        }
                    });
                }/>
        </div>
    }
}
