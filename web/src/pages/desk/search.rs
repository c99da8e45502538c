//! `/desk/search`: registrations by name, number or document. What is looked for goes in the body, never in an address (F5).
use leptos::{prelude::*, task::spawn_local};
use shared::{
    page::Page,
    problem::Problem,
    registrations::{RegistrationRow, SearchRegistrations},
};

use super::rows::{RegistrationGhosts, RegistrationTable};
use crate::{
    client,
    components::{
        data_table::EmptyList,
        desk_keys::KeysLine,
        desk_shell::question,
        error_summary::ErrorSummary,
        form_errors::{FieldError, FormErrors},
        page_title::PageTitle,
        problem_note::ProblemNote,
        submit::Submit,
        text_field::TextField,
    },
    i18n::{t_args, wording},
};

const FIELDS: &[&str] = &["/name", "/number", "/document_number"];

/// What was found, and the cursor of what follows.
#[derive(Debug, Clone, PartialEq)]
enum Found {
    Nothing,
    Asking,
    Rows(Vec<RegistrationRow>, Option<String>),
    Refused(Problem),
}

/// The form and its answer.
#[derive(Debug, Clone, Copy)]
struct Search {
    name: RwSignal<String>,
    number: RwSignal<String>,
    document: RwSignal<String>,
    errors: FormErrors,
    found: RwSignal<Found>,
    /// What the rows on the page answer.
    asked: StoredValue<SearchRegistrations>,
}

impl Search {
    fn new() -> Self {
        Self {
            name: RwSignal::default(),
            number: RwSignal::default(),
            document: RwSignal::default(),
            errors: FormErrors::new(FIELDS),
            found: RwSignal::new(Found::Nothing),
            asked: StoredValue::default(),
        }
    }

    fn fill(self, form: &SearchRegistrations) {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        self.name.set(text(&form.name));
        self.number.set(text(&form.number));
        self.document.set(text(&form.document_number));
    }

    fn form(self) -> SearchRegistrations {
        let given = |value: RwSignal<String>| {
            let text = value.get_untracked().trim().to_owned();
            (!text.is_empty()).then_some(text)
        };
        SearchRegistrations {
            name: given(self.name),
            number: given(self.number),
            document_number: given(self.document)
                .map(|text| text.replace([' ', '-'], "").to_ascii_uppercase()),
            ..SearchRegistrations::default()
        }
    }

    /// Asks from the start; false when the form has to be corrected first.
    fn ask(self) -> bool {
        let form = self.form();
        if form == SearchRegistrations::default() {
            return self.errors.refuse(vec![FieldError::new("/name", "search_empty")]);
        }
        if !self.errors.check(&form) {
            return false;
        }
        self.asked.set_value(form.clone());
        self.found.set(Found::Asking);
        spawn_local(async move { self.answered(client::registrations::search(&form).await, Vec::new()) });
        true
    }

    /// The next page under the rows that are there.
    fn more(self) {
        let Found::Rows(rows, Some(cursor)) = self.found.get_untracked() else { return };
        let form = SearchRegistrations { cursor: Some(cursor), ..self.asked.get_value() };
        spawn_local(async move { self.answered(client::registrations::search(&form).await, rows) });
    }

    fn answered(self, answer: Result<Page<RegistrationRow>, Problem>, mut rows: Vec<RegistrationRow>) {
        self.found.set(match answer {
            Ok(page) => {
                rows.extend(page.items);
                Found::Rows(rows, page.next)
            }
            Err(problem) if self.errors.take(&problem) => Found::Nothing,
            Err(problem) => Found::Refused(problem),
        });
    }
}

/// Three fields, any of them; the answer below.
#[component]
pub fn SearchPage() -> impl IntoView {
    let search = Search::new();
    let question = question();
    // The box in the bar asks too, also while this page is open.
    Effect::new(move || {
        let asked = question.0.get();
        search.fill(&asked);
        if asked != SearchRegistrations::default() {
            search.ask();
        }
    });
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let asked = search.form();
        if search.ask() {
            // Kept for the way back from a registration, in memory only.
            question.0.update_untracked(|kept| *kept = asked);
        }
    };
    let clear = move |_| {
        search.errors.clear();
        search.found.set(Found::Nothing);
        question.0.set(SearchRegistrations::default());
        search.fill(&SearchRegistrations::default());
    };
    let busy = Signal::derive(move || search.found.with(|found| *found == Found::Asking));
    view! {
        <div class="desk-head">
            <PageTitle text=Signal::derive(wording("desk-search-title")) errors=Signal::derive(move || search.errors.count())/>
        </div>
        <p>{wording("desk-search-lead")}</p>
        <ErrorSummary errors=search.errors/>
        <form class="desk-search-form" novalidate on:submit=send>
            <TextField at="/name" label="desk-search-name" hint="desk-search-name-hint" value=search.name errors=search.errors/>
            <TextField
                at="/number"
                label="desk-search-number"
                hint="desk-search-number-hint"
                value=search.number
                errors=search.errors
            />
            <TextField
                at="/document_number"
                label="desk-search-document"
                hint="desk-search-document-hint"
                value=search.document
                errors=search.errors
            />
            <div class="act-buttons">
                <Submit label="desk-search-send" busy/>
                <button type="button" class="desk-quiet" on:click=clear>
                    {wording("desk-search-again")}
                </button>
                <span class="data-soft">{wording("desk-search-recorded")}</span>
            </div>
        </form>
        <Answer search/>
    }
}

#[component]
fn Answer(search: Search) -> impl IntoView {
    let heard = move || {
        search.found.with(|found| match found {
            Found::Rows(rows, next) => {
                let key = if next.is_some() { "desk-search-found-more" } else { "desk-search-found" };
                t_args(key, &[("count", rows.len().into())])
            }
            _ => String::new(),
        })
    };
    view! {
        <p role="status">{heard}</p>
        {move || match search.found.get() {
            Found::Nothing => ().into_any(),
            Found::Asking => view! { <RegistrationGhosts name="desk-search-title" found=true/> }.into_any(),
            Found::Refused(problem) => view! { <ProblemNote problem/> }.into_any(),
            Found::Rows(rows, _) if rows.is_empty() => {
                view! { <EmptyList title="desk-search-nothing" next="desk-search-nothing-next"/> }.into_any()
            }
            Found::Rows(rows, next) => {
                view! {
                    <RegistrationTable name="desk-search-title" rows whole=next.is_none() found=true/>
                    <div class="data-foot">
                        <KeysLine/>
                        {next
                            .map(|_| {
                                view! {
                                    <button type="button" class="desk-quiet" on:click=move |_| search.more()>
                                        {wording("desk-list-more")}
                                    </button>
                                }
                            })}
                    </div>
                }
                    .into_any()
            }
        }}
    }
}
