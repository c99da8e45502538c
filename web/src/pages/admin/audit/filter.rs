//! What narrows a log: a form that writes the address, and what is in use with the way to take it away.
use leptos::{prelude::*, task::spawn_local};
use shared::{dates, problem::Problem, transparency::FindAccount};

use super::{super::codes, asked::Asked};
use crate::{
    client,
    components::{
        choice_field::{Choice, SelectField},
        date_field::DateField,
        error_summary::ErrorSummary,
        filters::Chip,
        form_errors::{FieldError, FormErrors},
        problem_note::ProblemNote,
        submit::Submit,
        text_field::TextField,
    },
    i18n::{t, t_args, wording},
    offices::{Offices, offices},
    pages::desk::words,
    place::{goer, href},
};

const FIELDS: &[&str] = &["/email", "/office", "/operation", "/purpose", "/kind", "/from", "/until"];

/// What each log can be asked for, in the order of the form.
pub const ACCESS_KEYS: &[&str] = &["actor", "person", "office", "operation", "purpose", "from", "until"];
pub const SECURITY_KEYS: &[&str] = &["account", "kind", "from", "until"];

/// Keys whose value is chosen from a list.
const LISTS: [&str; 4] = ["office", "operation", "purpose", "kind"];
/// Keys that name an account: what is typed is its address of sign-in.
const ACCOUNTS: [&str; 2] = ["actor", "account"];

/// The answers of the form.
#[derive(Debug, Clone, Copy)]
struct Fields {
    email: RwSignal<String>,
    lists: [RwSignal<String>; 4],
    from: RwSignal<String>,
    until: RwSignal<String>,
    errors: FormErrors,
    problem: RwSignal<Option<Problem>>,
    busy: RwSignal<bool>,
}

impl Fields {
    fn new() -> Self {
        Self {
            email: RwSignal::default(),
            lists: std::array::from_fn(|_| RwSignal::default()),
            from: RwSignal::default(),
            until: RwSignal::default(),
            errors: FormErrors::new(FIELDS),
            problem: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    fn fill(self, asked: &Asked) {
        let value = |key: &str| asked.value(key).unwrap_or_default().to_owned();
        self.email.set(String::new());
        LISTS.iter().zip(self.lists).for_each(|(key, field)| field.set(value(key)));
        self.from.set(value("from"));
        self.until.set(value("until"));
        self.errors.clear();
        self.problem.set(None);
    }

    /// What is asked now, the account aside.
    fn asked(self, before: &Asked) -> Asked {
        let lists = LISTS.iter().zip(self.lists);
        let listed =
            lists.fold(before.clone(), |asked, (key, field)| asked.with(key, &field.get_untracked()));
        listed.with("from", &self.from.get_untracked()).with("until", &self.until.get_untracked())
    }

    /// Two days that exist, in their order.
    fn check(self) -> bool {
        let day = |field: RwSignal<String>| field.with_untracked(|text| dates::parse(text));
        let wrong =
            |field: RwSignal<String>| field.with_untracked(|text| !text.is_empty()) && day(field).is_none();
        let mut errors = Vec::new();
        for (at, field) in [("/from", self.from), ("/until", self.until)] {
            if wrong(field) {
                errors.push(FieldError::new(at, "date_invalid"));
            }
        }
        if let (Some(from), Some(until)) = (day(self.from), day(self.until))
            && until < from
        {
            errors.push(FieldError::new("/until", "until_before_from"));
        }
        self.errors.refuse(errors)
    }
}

/// The form, and below it what is in use.
#[component]
pub fn Filter(
    asked: Memo<Asked>,
    keys: &'static [&'static str],
    /// The account in use, as the log names it.
    #[prop(into)]
    named: Signal<Option<String>>,
) -> impl IntoView {
    let fields = Fields::new();
    Effect::new(move || fields.fill(&asked.read()));
    let go = goer();
    let account = keys.iter().copied().find(|key| ACCOUNTS.contains(key)).unwrap_or("account");
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        fields.problem.set(None);
        if fields.busy.get_untracked() || !fields.check() {
            return;
        }
        let (form, wanted, go) = (find(fields.email), fields.asked(&asked.read_untracked()), go.clone());
        let Some(form) = form else { return go(&wanted.address()) };
        if !fields.errors.check(&form) {
            return;
        }
        fields.busy.set(true);
        spawn_local(async move {
            let found = client::transparency::find_account(&form).await;
            let _ = fields.busy.try_set(false);
            match found {
                Ok(found) => go(&wanted.with(account, &found.id.to_string()).address()),
                Err(problem) if problem.status == 404 => {
                    fields.errors.refuse(vec![FieldError::new("/email", "account_unknown")]);
                }
                Err(problem) if fields.errors.take(&problem) => {}
                Err(problem) => fields.problem.set(Some(problem)),
            }
        });
    };
    // On a phone the log itself comes first, unless something narrows it.
    let open = window().inner_width().ok().and_then(|width| width.as_f64()).is_none_or(|width| width > 720.0);
    view! {
        <details class="log-filter" open=open>
            <summary>{wording("admin-filter-title")}</summary>
            <ErrorSummary errors=fields.errors/>
            <form class="desk-search-form" novalidate on:submit=send>
                <TextField
                    at="/email"
                    label="admin-filter-account"
                    hint="admin-filter-account-hint"
                    kind="email"
                    inputmode="email"
                    value=fields.email
                    errors=fields.errors
                />
                {LISTS
                    .into_iter()
                    .zip(fields.lists)
                    .filter(|(key, _)| keys.contains(key))
                    .map(|(key, value)| view! { <ListField key value errors=fields.errors/> })
                    .collect_view()}
                <DateField at="/from" label="admin-filter-from" value=fields.from errors=fields.errors/>
                <DateField at="/until" label="admin-filter-until" value=fields.until errors=fields.errors/>
                <div class="act-buttons">
                    <Submit label="admin-filter-send" busy=fields.busy/>
                </div>
            </form>
            {move || fields.problem.get().map(|problem| view! { <ProblemNote problem/> })}
        </details>
        <InUse asked named/>
    }
}

fn find(email: RwSignal<String>) -> Option<FindAccount> {
    let email = email.get_untracked().trim().to_owned();
    (!email.is_empty()).then_some(FindAccount { email })
}

#[component]
fn ListField(key: &'static str, value: RwSignal<String>, errors: FormErrors) -> impl IntoView {
    let offices = offices();
    let (at, label) = match key {
        "office" => ("/office", "admin-access-column-office"),
        "operation" => ("/operation", "admin-access-column-operation"),
        "purpose" => ("/purpose", "admin-access-column-purpose"),
        _ => ("/kind", "admin-security-column-kind"),
    };
    let choices = Memo::new(move |_| {
        let mut choices: Vec<Choice> = match key {
            "office" => {
                offices.departments().into_iter().map(|(code, name)| Choice::new(code, name)).collect()
            }
            "operation" => {
                codes::OPERATIONS.iter().map(|code| Choice::new(*code, codes::operation(code))).collect()
            }
            "purpose" => {
                codes::PURPOSES.iter().map(|code| Choice::new(*code, codes::purpose(code))).collect()
            }
            _ => codes::EVENTS.iter().map(|code| Choice::new(*code, codes::event(code))).collect(),
        };
        // What the address asks for and no list knows stays chosen.
        let asked = value.get();
        if !asked.is_empty() && choices.iter().all(|choice| choice.value != asked) {
            choices.push(Choice::new(asked.clone(), said(offices, key, &asked)));
        }
        choices
    });
    view! { <SelectField at label value errors choices none="admin-filter-any"/> }
}

/// A value of the address in words; tracked.
fn said(offices: Offices, key: &str, value: &str) -> String {
    let day = || dates::parse(value).map_or_else(|| value.to_owned(), words::day);
    match key {
        "office" => offices.department(value),
        "operation" => codes::operation(value),
        "purpose" => codes::purpose(value),
        "kind" => codes::event(value),
        "from" => t_args("admin-filter-chip-from", &[("day", day().as_str().into())]),
        "until" => t_args("admin-filter-chip-until", &[("day", day().as_str().into())]),
        "person" => t("admin-filter-chip-person"),
        _ => t("admin-filter-chip-account"),
    }
}

/// One link for each, and one for all of them.
#[component]
fn InUse(asked: Memo<Asked>, named: Signal<Option<String>>) -> impl IntoView {
    let offices = offices();
    let chip = move |key: &'static str| {
        let text = move || {
            let asked = asked.read();
            let known = ACCOUNTS.contains(&key).then(|| named.get()).flatten();
            known.unwrap_or_else(|| said(offices, key, asked.value(key).unwrap_or_default()))
        };
        let without = move || href(&asked.read().with(key, "").address());
        view! { <Chip text=Signal::derive(text) without=Signal::derive(without)/> }
    };
    let keys = Memo::new(move |_| asked.read().keys());
    view! {
        <Show when=move || !keys.read().is_empty()>
            <div class="desk-tools" role="group" aria-label=wording("admin-filter-in-use")>
                {move || keys.get().into_iter().map(chip).collect_view()}
                <a class="desk-quiet" href=move || href(&asked.read().all().address())>
                    {wording("admin-filter-clear")}
                </a>
            </div>
        </Show>
    }
}
