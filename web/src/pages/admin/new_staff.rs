//! `/admin/staff/new`: an account for a new colleague; the link to set the password goes out by mail.
use leptos::{html, prelude::*, task::spawn_local};
use shared::{
    identity::Language,
    problem::Problem,
    staff::{NewStaff, StaffRole, StaffRow},
    texts::Lang,
};
use validator::Validate;

use super::roles_field::RolesField;
use crate::{
    client,
    components::{
        choice_field::{Choice, SelectField},
        error_summary::ErrorSummary,
        form_errors::{FieldError, FormErrors, found},
        icon::{Icon, IconName},
        page_title::PageTitle,
        problem_note::ProblemNote,
        submit::Submit,
        text_field::TextField,
    },
    i18n::{t_args, wording},
    offices::offices,
    place::href,
};

const FIELDS: &[&str] = &["/name", "/email", "/department", "/roles", "/language"];

/// The form as it is being filled.
#[derive(Debug, Clone, Copy)]
struct Draft {
    name: RwSignal<String>,
    email: RwSignal<String>,
    department: RwSignal<String>,
    roles: RwSignal<Vec<StaffRole>>,
    language: RwSignal<String>,
    errors: FormErrors,
    busy: RwSignal<bool>,
    problem: RwSignal<Option<Problem>>,
    done: RwSignal<Option<StaffRow>>,
}

impl Draft {
    fn new() -> Self {
        Self {
            name: RwSignal::default(),
            email: RwSignal::default(),
            department: RwSignal::default(),
            roles: RwSignal::new(vec![StaffRole::Officer]),
            language: RwSignal::new(Language::Az.to_string()),
            errors: FormErrors::new(FIELDS),
            busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            done: RwSignal::new(None),
        }
    }

    fn form(self) -> NewStaff {
        NewStaff {
            name: self.name.get_untracked().trim().to_owned(),
            email: self.email.get_untracked().trim().to_owned(),
            department: self.department.get_untracked(),
            roles: self.roles.get_untracked(),
            language: self.language.get_untracked().parse().unwrap_or_default(),
        }
    }

    fn send(self) {
        let form = self.form();
        if self.busy.get_untracked() || !self.errors.refuse(missing(&form)) {
            return;
        }
        self.busy.set(true);
        self.problem.set(None);
        spawn_local(async move {
            match client::staff::create(&form).await {
                Ok(row) => self.done.set(Some(row)),
                Err(problem) if self.errors.take(&problem) => {}
                Err(problem) => self.problem.set(Some(problem)),
            }
            self.busy.set(false);
        });
    }

    /// The department and the language of the one before are likely those of the next.
    fn another(self) {
        self.name.set(String::new());
        self.email.set(String::new());
        self.done.set(None);
    }
}

/// What the server would say too; an empty name is asked for by an example instead of by its length.
fn missing(form: &NewStaff) -> Vec<FieldError> {
    let errors = form.validate().map_or_else(|errors| found(&errors), |()| Vec::new());
    let named = |error: FieldError| match error.at.as_str() {
        "/name" if form.name.is_empty() => FieldError::new("/name", "needed_person_name"),
        _ => error,
    };
    errors.into_iter().map(named).collect()
}

/// The form, then what became of it.
#[component]
pub fn NewStaffPage() -> impl IntoView {
    let draft = Draft::new();
    view! {
        <div class="desk-head">
            <PageTitle
                text=Signal::derive(wording("admin-new-title"))
                errors=Signal::derive(move || draft.errors.count())
            />
        </div>
        {move || match draft.done.get() {
            Some(row) => view! { <Done draft row/> }.into_any(),
            None => view! { <Form draft/> }.into_any(),
        }}
    }
}

#[component]
fn Form(draft: Draft) -> impl IntoView {
    let offices = offices();
    let departments = move || {
        offices.departments().into_iter().map(|(code, name)| Choice::new(code, name)).collect::<Vec<_>>()
    };
    let languages = || Lang::ALL.map(|of| Choice::new(of.code(), of.own_name())).to_vec();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        draft.send();
    };
    view! {
        <p>{wording("admin-new-lead")}</p>
        <ErrorSummary errors=draft.errors/>
        {move || draft.problem.get().map(|problem| view! { <ProblemNote problem/> })}
        <form class="desk-form" novalidate on:submit=send>
            <TextField at="/name" label="admin-new-name" hint="admin-new-name-hint" value=draft.name errors=draft.errors/>
            <TextField
                at="/email"
                label="admin-new-email"
                hint="admin-new-email-hint"
                kind="email"
                value=draft.email
                errors=draft.errors
            />
            <SelectField
                at="/department"
                label="admin-colleague-department"
                value=draft.department
                errors=draft.errors
                choices=Signal::derive(departments)
                none="admin-new-department-choose"
            />
            <RolesField value=draft.roles errors=draft.errors/>
            <SelectField
                at="/language"
                label="admin-new-language"
                value=draft.language
                errors=draft.errors
                choices=Signal::derive(languages)
            />
            <div class="act-buttons">
                <Submit label="admin-new-send" busy=draft.busy/>
            </div>
        </form>
    }
}

#[component]
fn Done(draft: Draft, row: StaffRow) -> impl IntoView {
    let said = NodeRef::<html::P>::new();
    Effect::new(move || {
        if let Some(said) = said.get() {
            let _ = said.focus();
        }
    });
    let StaffRow { id, name, email, .. } = row;
    view! {
        <div class="desk-panel" role="status">
            <div class="act-done">
                <p node_ref=said tabindex="-1">
                    <Icon name=IconName::Tick/>
                    {move || t_args("admin-new-done", &[("name", name.as_str().into())])}
                </p>
            </div>
            <div class="desk-panel-body">
                <p>{move || t_args("admin-new-done-next", &[("email", email.as_str().into())])}</p>
                <div class="act-buttons">
                    <button type="button" class="govuk-button" on:click=move |_| draft.another()>
                        {wording("admin-new-another")}
                    </button>
                    <a href=move || href(&format!("/admin/staff?id={id}"))>{wording("admin-new-to-list")}</a>
                </div>
            </div>
        </div>
    }
}
