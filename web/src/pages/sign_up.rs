//! S7 `/sign-up`: somebody opens an account for oneself; a person with FIN or an organisation with VÖEN to receive guests.
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use shared::{
    identity::{AccountPurpose, PRIVACY_VERSION, PartyKind, SignUp, TERMS_VERSION, dialled},
    problem::Problem,
};

use super::sign_in::Entering;
use crate::{
    client,
    components::{
        choice_field::{RadioField, TickField},
        error_summary::ErrorSummary,
        form_errors::{FieldError, FormErrors, found},
        icon::IconName,
        note::Note,
        page_title::PageTitle,
        problem_note::ProblemNote,
        submit::Submit,
        text_field::{PasswordField, TextField},
    },
    i18n::{self, wording},
    place::{goer, way},
};

const PERSONAL: &str = "personal";
const PERSON: &str = "person";
const ORGANISATION: &str = "organisation";
const KINDS: &[(&str, &str, Option<&str>)] = &[
    (PERSONAL, "sign-up-personal", Some("sign-up-personal-hint")),
    (PERSON, "sign-up-person", Some("sign-up-person-hint")),
    (ORGANISATION, "sign-up-organisation", Some("sign-up-organisation-hint")),
];
const ORDER: &[&str] =
    &["/kind", "/fin", "/voen", "/organisation", "/name", "/email", "/phone", "/password", "/terms"];

/// What was typed.
#[derive(Debug, Clone, Copy)]
struct Typed {
    kind: RwSignal<String>,
    fin: RwSignal<String>,
    voen: RwSignal<String>,
    organisation: RwSignal<String>,
    name: RwSignal<String>,
    email: RwSignal<String>,
    phone: RwSignal<String>,
    password: RwSignal<String>,
    accepted: RwSignal<bool>,
}

impl Typed {
    fn new(entering: Entering) -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            kind: RwSignal::new(PERSON.to_owned()),
            fin: empty(),
            voen: empty(),
            organisation: empty(),
            name: empty(),
            email: entering.email,
            phone: empty(),
            password: entering.password,
            accepted: RwSignal::new(false),
        }
    }

    fn is_person(self) -> bool {
        self.kind.with(|kind| kind != ORGANISATION)
    }

    /// For oneself: nobody is received, and no number is asked.
    fn is_personal(self) -> bool {
        self.kind.with(|kind| kind == PERSONAL)
    }

    /// The form as it is sent; spaces are for reading.
    fn form(self) -> SignUp {
        let plain = |field: RwSignal<String>| {
            field.get_untracked().chars().filter(|letter| !letter.is_whitespace()).collect::<String>()
        };
        let trimmed = |field: RwSignal<String>| field.get_untracked().trim().to_owned();
        let some = |text: String| (!text.is_empty()).then_some(text);
        let (person, personal) = untrack(|| (self.is_person(), self.is_personal()));
        SignUp {
            purpose: if personal { AccountPurpose::Personal } else { AccountPurpose::Host },
            kind: if person { PartyKind::Person } else { PartyKind::Organisation },
            fin: some(plain(self.fin).to_ascii_uppercase()).filter(|_| person && !personal),
            voen: some(plain(self.voen)).filter(|_| !person),
            organisation: some(trimmed(self.organisation)).filter(|_| !person),
            name: trimmed(self.name),
            email: trimmed(self.email),
            phone: some(dialled(&self.phone.get_untracked())),
            password: self.password.get_untracked(),
            language: i18n::texts().now().lang(),
            terms: TERMS_VERSION.to_owned(),
            privacy: PRIVACY_VERSION.to_owned(),
        }
    }
}

/// The page; the server's answer is the same whether the address was known or not.
#[component]
pub fn SignUpPage() -> impl IntoView {
    let entering: Entering = expect_context();
    let typed = Typed::new(entering);
    let errors = FormErrors::new(ORDER);
    let busy = RwSignal::new(false);
    let problem = RwSignal::<Option<Problem>>::new(None);
    let go = goer();
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let form = typed.form();
        let mut wrong = missing(&form);
        if let Err(errors) = validator::Validate::validate(&form) {
            wrong.extend(found(&errors));
        }
        if !typed.accepted.get_untracked() {
            wrong.push(FieldError::new("/terms", "terms_not_accepted"));
        }
        if !errors.refuse(wrong) {
            return;
        }
        busy.set(true);
        problem.set(None);
        let go = go.clone();
        spawn_local(async move {
            match client::identity::sign_up(&form).await {
                Ok(()) => go("/sign-in/code"),
                Err(said) if errors.take(&said) => {}
                Err(said) => problem.set(Some(said)),
            }
            busy.set(false);
        });
    };
    view! {
        <div class="frame page">
            <div class="with-aside">
                <div class="narrow">
                    <PageTitle text=Signal::derive(wording("sign-up-title")) errors=Signal::derive(move || errors.count())/>
                    <p class="lead">{wording("sign-up-lead")}</p>
                    <form novalidate=true on:submit=send>
                        <ErrorSummary errors/>
                        {move || problem.get().map(|problem| view! { <div class="govuk-form-group"><ProblemNote problem/></div> })}
                        <Fields typed errors/>
                        <Submit label="ui-sign-up" busy/>
                    </form>
                    <p class="after">
                        {wording("sign-up-have")} " "
                        <a href=way("/sign-in")>{wording("ui-login")}</a>
                    </p>
                </div>
                <aside>
                    <Note icon=IconName::Shield>
                        <p>{wording("sign-up-proof")}</p>
                    </Note>
                </aside>
            </div>
        </div>
    }
}

/// What was left empty, said before any rule about its form. What the other kind of party is asked is not.
fn missing(form: &SignUp) -> Vec<FieldError> {
    let person = form.kind == PartyKind::Person;
    let host = form.purpose == AccountPurpose::Host;
    let needed = [
        ("/fin", "needed_fin", host && person && form.fin.is_none()),
        ("/voen", "needed_voen", !person && form.voen.is_none()),
        ("/organisation", "needed_organisation", !person && form.organisation.is_none()),
        ("/name", "needed_person_name", form.name.is_empty()),
    ];
    let left = needed.into_iter().filter(|(.., empty)| *empty);
    left.map(|(at, code, _)| FieldError::new(at, code)).collect()
}

#[component]
fn Fields(typed: Typed, errors: FormErrors) -> impl IntoView {
    view! {
        <RadioField at="/kind" label="sign-up-kind" value=typed.kind errors choices=KINDS/>
        <Show
            when=move || typed.is_person()
            fallback=move || {
                view! {
                    <TextField at="/voen" label="field-voen" hint="sign-up-voen-hint" value=typed.voen errors inputmode="numeric"
                        class="width-20"/>
                    <TextField at="/organisation" label="sign-up-organisation-name" value=typed.organisation errors
                        autocomplete="organization"/>
                }
            }
        >
            <Show when=move || !typed.is_personal()>
                <TextField at="/fin" label="field-pin" hint="sign-up-fin-hint" value=typed.fin errors class="width-10"/>
            </Show>
        </Show>
        <TextField at="/name" label="sign-up-name" value=typed.name errors autocomplete="name"/>
        <TextField at="/email" label="field-email" hint="sign-up-email-hint" value=typed.email errors kind="email" autocomplete="email"/>
        <TextField at="/phone" label="field-phone" hint="sign-up-phone-hint" value=typed.phone errors optional=true kind="tel"
            autocomplete="tel" class="width-20"/>
        <PasswordField at="/password" label="field-password" hint="password-hint" value=typed.password errors
            autocomplete="new-password"/>
        <TickField at="/terms" value=typed.accepted errors>
            {wording("sign-up-accept")} " "
            // In a tab of its own: what was typed stays here.
            <a href=way("/terms") target="_blank">{wording("sign-up-terms")}</a> ", "
            <a href=way("/privacy") target="_blank">{wording("sign-up-privacy")}</a>
        </TickField>
    }
}
