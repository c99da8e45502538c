//! `/my/account`: name, phone and language; whose account it is.
use leptos::{ev, prelude::*};
use shared::{
    identity::{ChangeMe, Me},
    texts::Lang,
};

use super::form::{AccountForm, FormPart};
use crate::{
    components::{
        choice_field::{Choice, SelectField},
        page_title::PageTitle,
        text_field::TextField,
    },
    i18n::{t, wording},
    offices::offices,
    session::session,
};

/// The facts, then what can be changed without the password.
#[component]
pub fn AccountPage() -> impl IntoView {
    view! {
        <PageTitle text=Signal::derive(wording("my-account-title"))/>
        <Facts/>
        <ContactForm/>
    }
}

/// What an administrator or the sign-up decided; nobody changes it here.
#[component]
fn Facts() -> impl IntoView {
    let (session, offices) = (session(), offices());
    let facts = move || {
        let Some(me) = session.me() else { return Vec::new() };
        let roles: Vec<String> = me.roles.iter().map(|role| t(&format!("role-{role}"))).collect();
        let mut facts = vec![("my-account-roles", roles.join(", "), false)];
        if let Some(party) = me.party {
            facts.push(("my-account-party", party.name, true));
            facts.extend(party.fin.map(|fin| ("my-account-fin", fin, true)));
            facts.extend(party.voen.map(|voen| ("my-account-voen", voen, true)));
        }
        facts.extend(me.department.map(|code| ("my-account-department", offices.department(&code), false)));
        facts
    };
    let line = |(name, value, foreign): (&'static str, String, bool)| {
        view! {
            <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{t(name)}</dt>
                <dd class="govuk-summary-list__value" translate=foreign.then_some("no")>
                    {value}
                </dd>
            </div>
        }
    };
    view! {
        <section aria-labelledby="account-who">
            <h2 id="account-who">{wording("my-account-who")}</h2>
            <dl class="govuk-summary-list">{move || facts().into_iter().map(line).collect_view()}</dl>
        </section>
    }
}

/// The name, phone and language that stand in the form.
#[derive(Debug, Clone, Copy)]
struct Contact {
    name: RwSignal<String>,
    phone: RwSignal<String>,
    language: RwSignal<String>,
}

impl Contact {
    fn fill(self, me: &Me) {
        self.name.set(me.name.clone());
        self.phone.set(me.phone.clone().unwrap_or_default());
        self.language.set(me.language.to_string());
    }

    /// Spaces in a telephone number are for the eye.
    fn form(self) -> ChangeMe {
        let phone: String = self.phone.get_untracked().chars().filter(|c| !c.is_whitespace()).collect();
        ChangeMe {
            name: Some(self.name.get_untracked().trim().to_owned()),
            phone: (!phone.is_empty()).then_some(phone),
            language: self.language.get_untracked().parse().ok(),
            ..ChangeMe::default()
        }
    }
}

#[component]
fn ContactForm() -> impl IntoView {
    let session = session();
    let form = AccountForm::new(&["/name", "/phone", "/language"], "my-account-saved");
    let contact =
        Contact { name: RwSignal::default(), phone: RwSignal::default(), language: RwSignal::default() };
    // Once: a later answer of the server never overwrites what is being typed.
    Effect::new(move |filled: Option<bool>| {
        let filled = filled.unwrap_or_default();
        match session.me() {
            Some(me) if !filled => {
                contact.fill(&me);
                true
            }
            _ => filled,
        }
    });
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        form.send(contact.form(), || ());
    };
    let languages = || Lang::ALL.map(|of| Choice::new(of.code(), of.own_name())).to_vec();
    view! {
        <FormPart form id="account-contact" title="my-account-contact" send save="my-account-save">
            <TextField
                at="/name"
                label="my-account-name"
                hint="my-account-name-hint"
                autocomplete="name"
                value=contact.name
                errors=form.errors
            />
            <TextField
                at="/phone"
                label="my-account-phone"
                hint="my-account-phone-hint"
                kind="tel"
                autocomplete="tel"
                optional=true
                class="width-20"
                value=contact.phone
                errors=form.errors
            />
            <SelectField
                at="/language"
                label="my-account-language"
                hint="my-account-language-hint"
                value=contact.language
                errors=form.errors
                choices=Signal::derive(languages)
            />
        </FormPart>
    }
}
