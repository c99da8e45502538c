//! `/desk/persons`: "identity seen". An officer who holds the original finds its holder and links their account.
use leptos::{prelude::*, task::spawn_local};
use shared::{
    persons::{FindPerson, LinkAccount, PersonRow},
    problem::Problem,
    texts::format,
};

use super::words;
use crate::{
    client,
    components::{
        choice_field::TickField,
        country_field::CountryField,
        data_table::EmptyList,
        date_field::DateField,
        error_summary::ErrorSummary,
        form_errors::FormErrors,
        icon::IconName,
        note::Note,
        page_title::PageTitle,
        pairs::{Pair, Pairs},
        problem_note::ProblemNote,
        status_tag::Tone,
        submit::Submit,
        text_field::TextField,
    },
    i18n::{language, t_args, wording},
    session::session,
};

/// What stands on the page below the question.
#[derive(Debug, Clone, PartialEq)]
enum Found {
    Nothing,
    Asking,
    Persons(Vec<PersonRow>),
    Refused(Problem),
}

/// The question, and whom it found.
#[derive(Debug, Clone, Copy)]
struct Search {
    issuer: RwSignal<String>,
    number: RwSignal<String>,
    born: RwSignal<String>,
    errors: FormErrors,
    found: RwSignal<Found>,
    /// What was done last, with the time.
    done: RwSignal<Option<(&'static str, String)>>,
}

impl Search {
    fn form(self) -> FindPerson {
        let plain = |text: String| text.replace([' ', '-'], "").to_ascii_uppercase();
        FindPerson {
            issuer: self.issuer.get_untracked(),
            number: plain(self.number.get_untracked()),
            birth_date: self.born.get_untracked(),
        }
    }

    /// Asks; what was done before is said no longer, unless it is what led here.
    fn ask(self, done: Option<&'static str>) {
        let form = self.form();
        if !self.errors.check(&form) {
            return;
        }
        self.found.set(Found::Asking);
        self.done.set(done.map(|done| (done, words::clock(words::now()))));
        spawn_local(async move {
            let found = match client::persons::search(&form).await {
                Ok(page) => Found::Persons(page.items),
                Err(problem) if self.errors.take(&problem) => Found::Nothing,
                Err(problem) => Found::Refused(problem),
            };
            let _ = self.found.try_set(found);
        });
    }
}

/// Three answers from the document; below, its holder.
#[component]
pub fn PersonsPage() -> impl IntoView {
    let search = Search {
        issuer: RwSignal::default(),
        number: RwSignal::default(),
        born: RwSignal::default(),
        errors: FormErrors::new(&["/issuer", "/number", "/birth_date"]),
        found: RwSignal::new(Found::Nothing),
        done: RwSignal::new(None),
    };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        search.ask(None);
    };
    let errors = search.errors;
    let busy = Signal::derive(move || search.found.with(|found| *found == Found::Asking));
    view! {
        <div class="desk-head">
            <PageTitle text=Signal::derive(wording("desk-persons-title")) errors=Signal::derive(move || errors.count())/>
        </div>
        <p>{wording("desk-persons-lead")}</p>
        <ErrorSummary errors/>
        <form class="desk-search-form" novalidate on:submit=send>
            <CountryField at="/issuer" label="field-document-country" value=search.issuer errors/>
            <TextField at="/number" label="desk-search-document" hint="desk-search-document-hint" value=search.number errors/>
            <DateField at="/birth_date" label="field-birth-date" value=search.born errors/>
            <div class="act-buttons">
                <Submit label="desk-persons-find" busy/>
                <span class="data-soft">{wording("desk-persons-recorded")}</span>
            </div>
        </form>
        <div role="status">
            {move || search.done.get().map(|(done, time)| view! {
                <Note icon=IconName::Tick tone=Tone::Ok>
                    <p>{move || t_args(done, &[("time", time.as_str().into())])}</p>
                </Note>
            })}
        </div>
        {move || match search.found.get() {
            Found::Nothing | Found::Asking => ().into_any(),
            Found::Refused(problem) => view! { <ProblemNote problem/> }.into_any(),
            Found::Persons(persons) if persons.is_empty() => {
                view! { <EmptyList title="desk-persons-nobody" next="desk-persons-nobody-next"/> }.into_any()
            }
            Found::Persons(persons) => {
                persons.into_iter().map(|person| view! { <Person search person/> }).collect_view().into_any()
            }
        }}
    }
}

/// What the registry knows of the holder, to be compared with the document; then the act.
#[component]
fn Person(search: Search, person: PersonRow) -> impl IntoView {
    let row = StoredValue::new(person);
    let name = row.with_value(|row| words::name(&row.surname, &row.given_names));
    let pairs = Signal::derive(move || row.with_value(pairs));
    let linked = row.with_value(|row| row.account.is_some());
    view! {
        <section class="panel desk-person">
            <h2 translate="no">{name}</h2>
            <Pairs pairs/>
            {if linked {
                view! { <Undo search row/> }.into_any()
            } else {
                view! { <Link search row/> }.into_any()
            }}
        </section>
    }
}

fn pairs(row: &PersonRow) -> Vec<Pair> {
    let mut pairs = vec![
        Pair::new("field-birth-date", words::day(row.birth_date)),
        Pair::new("field-sex", words::sex(&row.sex.to_string())),
        Pair::new("field-citizenship", words::country(&row.citizenship)),
        Pair::new("field-document-type", words::document_kind(row.kind)),
        Pair::new("field-expiry-date", words::day(row.expires_on)),
    ];
    if let Some(account) = &row.account {
        let moment = format::moment(language(), account.linked_at);
        let by = t_args(
            "desk-persons-linked-by",
            &[("officer", account.linked_by.as_str().into()), ("moment", moment.into())],
        );
        pairs.push(Pair::new("desk-persons-account", account.email.clone()).foreign().note(Some(by)));
    }
    pairs
}

/// The code that the person shows, or their address; without the tick nothing is sent.
#[component]
fn Link(search: Search, row: StoredValue<PersonRow>) -> impl IntoView {
    let errors = FormErrors::new(&["/original_seen", "/code", "/email"]);
    let (code, email) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let (seen, busy) = (RwSignal::new(false), RwSignal::new(false));
    let problem = RwSignal::<Option<Problem>>::new(None);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let given = |text: RwSignal<String>| {
            let text = text.get_untracked().split_whitespace().collect::<String>();
            (!text.is_empty()).then_some(text)
        };
        let (id, document, version) = row.with_value(|row| (row.id, row.document, row.version));
        let form = LinkAccount {
            document,
            original_seen: seen.get_untracked(),
            code: given(code),
            email: given(email),
        };
        if busy.get_untracked() || !errors.check(&form) {
            return;
        }
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            let answer = client::persons::link(id, version, &form).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(_) => search.ask(Some("desk-persons-linked")),
                Err(said) if errors.take(&said) => {}
                Err(said) => problem.set(Some(said)),
            }
        });
    };
    view! {
        <form novalidate on:submit=send>
            <ErrorSummary errors/>
            <TickField at="/original_seen" value=seen errors>{wording("desk-persons-original")}</TickField>
            <TextField at="/code" label="desk-persons-code" hint="desk-persons-code-hint" value=code errors class="width-10"/>
            <TextField at="/email" label="desk-persons-email" hint="desk-persons-email-hint" value=email errors kind="email" class="width-20"/>
            <p>{wording("desk-persons-means")}</p>
            <div class="act-buttons">
                <Submit label="desk-persons-link" busy/>
            </div>
            {move || problem.get().map(|problem| view! { <ProblemNote problem/> })}
        </form>
    }
}

/// Linked by mistake: who may undo it, with the consequence before the button (P20).
#[component]
fn Undo(search: Search, row: StoredValue<PersonRow>) -> impl IntoView {
    let session = session();
    let may = Memo::new(move |_| session.can(shared::permission::Permission::PersonsUnlink));
    let problem = RwSignal::<Option<Problem>>::new(None);
    let busy = RwSignal::new(false);
    let undo = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        problem.set(None);
        let (id, version) = row.with_value(|row| (row.id, row.version));
        spawn_local(async move {
            let answer = client::persons::unlink(id, version).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => search.ask(Some("desk-persons-unlinked")),
                Err(said) => problem.set(Some(said)),
            }
        });
    };
    move || {
        if !may.get() {
            return view! { <p class="data-soft">{wording("desk-persons-undo-who")}</p> }.into_any();
        }
        view! {
            <p>{wording("desk-persons-undo-means")}</p>
            <div class="act-buttons">
                <button type="button" class="govuk-button govuk-button--warning" on:click=undo>
                    {wording("desk-persons-undo")}
                </button>
            </div>
            {move || problem.get().map(|problem| view! { <ProblemNote problem/> })}
        }
        .into_any()
    }
}
