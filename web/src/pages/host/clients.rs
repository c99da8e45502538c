//! `/host/clients`: programs of the hotel that register guests by themselves.
use leptos::{ev, prelude::*, task::spawn_local};
use shared::{
    identity::{ApiClientRow, ApiClientSecret, ClientSecretRow, NewApiClient, Scope},
    ids::ApiClientId,
    problem::Problem,
    texts::format,
};

use super::register::form::{checked, text};
use crate::{
    client,
    components::{
        error_summary::ErrorSummary,
        form_errors::{FieldError, FormErrors, id_of},
        icon::{Icon, IconName},
        not_loaded::NotLoaded,
        note::Note,
        page_title::PageTitle,
        problem_note::ProblemNote,
        skeleton::Skeleton,
        status_tag::{Tag, Tone},
        submit::Submit,
        text_field::TextField,
    },
    i18n::{language, t, t_args, wording},
};

/// Each right with the key of its words.
const SCOPES: [(Scope, &str); 4] = [
    (Scope::RegistrationsWrite, "host-scope-registrations-write"),
    (Scope::RegistrationsRead, "host-scope-registrations-read"),
    (Scope::PremisesWrite, "host-scope-premises-write"),
    (Scope::PremisesRead, "host-scope-premises-read"),
];

/// What the page holds beside the list.
#[derive(Debug, Clone, Copy)]
struct Keys {
    /// Shown once, here.
    secret: RwSignal<Option<ApiClientSecret>>,
    problem: RwSignal<Option<Problem>>,
    busy: RwSignal<bool>,
    again: Callback<()>,
}

impl Keys {
    /// One act at a time.
    fn begins(self) -> bool {
        let free = !self.busy.get_untracked();
        if free {
            self.busy.set(true);
            self.problem.set(None);
        }
        free
    }

    fn ended(self, answer: Result<(), Problem>) {
        let _ = self.busy.try_set(false);
        if let Err(problem) = answer {
            let _ = self.problem.try_set(Some(problem));
        }
        self.again.run(());
    }

    fn shows(self, answer: Result<ApiClientSecret, Problem>, errors: Option<FormErrors>) -> bool {
        let _ = self.busy.try_set(false);
        match answer {
            Ok(secret) => {
                let _ = self.secret.try_set(Some(secret));
                self.again.run(());
                true
            }
            Err(problem) => {
                if !errors.is_some_and(|errors| errors.take(&problem)) {
                    let _ = self.problem.try_set(Some(problem));
                }
                false
            }
        }
    }
}

#[component]
pub fn ClientsPage() -> impl IntoView {
    let list = LocalResource::new(|| client::api_clients::list(None));
    let keys = Keys {
        secret: RwSignal::new(None),
        problem: RwSignal::new(None),
        busy: RwSignal::new(false),
        again: Callback::new(move |()| list.refetch()),
    };
    // The form stands under the list: it comes with it, and stays while the list is asked for again.
    let listed =
        Memo::new(move |before: Option<&bool>| before.is_some_and(|listed| *listed) || list.get().is_some());
    view! {
        <PageTitle text=Signal::derive(wording("host-clients-title"))/>
        <p class="lead">{wording("host-clients-lead")}</p>
        <p>
            <a href="/docs" rel="external">{wording("host-clients-docs")}</a>
        </p>
        {move || keys.problem.get().map(|problem| view! { <ProblemNote problem/> })}
        {move || keys.secret.get().map(|secret| view! { <SecretPanel secret shown=keys.secret/> })}
        <Suspense fallback=|| view! { <Skeleton lines=4/> }>
            {move || Suspend::new(async move {
                match list.await {
                    Ok(page) if page.items.is_empty() => view! {
                        <div class="host-empty">
                            <p class="host-empty-title">{wording("host-clients-empty")}</p>
                            <p>{wording("host-clients-empty-next")}</p>
                        </div>
                    }
                    .into_any(),
                    Ok(page) => view! {
                        <ul class="cards">
                            {page.items.into_iter().map(|row| view! { <Card row keys/> }).collect_view()}
                        </ul>
                    }
                    .into_any(),
                    Err(problem) => view! { <NotLoaded problem retry=keys.again/> }.into_any(),
                }
            })}
        </Suspense>
        {move || listed.get().then(|| view! { <NewClient keys/> })}
    }
}

/// The secret, once: the server keeps only its hash.
#[component]
fn SecretPanel(secret: ApiClientSecret, shown: RwSignal<Option<ApiClientSecret>>) -> impl IntoView {
    let heading = NodeRef::<leptos::html::H2>::new();
    Effect::new(move || {
        if let Some(heading) = heading.get() {
            let _ = heading.focus();
        }
    });
    let ApiClientSecret { name, client_id, client_secret, .. } = secret;
    view! {
        <section class="panel secret" aria-labelledby="secret-title">
            <h2 class="panel-title" id="secret-title" tabindex="-1" node_ref=heading>
                <Icon name=IconName::Key/>
                {wording("host-clients-secret-title")}
            </h2>
            <p translate="no"><strong>{name}</strong></p>
            <p>{wording("host-clients-secret-lead")}</p>
            <Copyable label="host-clients-id" act="host-clients-copy-id" text=client_id/>
            <Copyable label="host-clients-secret" act="host-clients-copy-secret" text=client_secret/>
            <button class="govuk-button govuk-button--secondary" type="button" on:click=move |_| shown.set(None)>
                {wording("host-clients-secret-done")}
            </button>
        </section>
    }
}

#[component]
fn Copyable(label: &'static str, act: &'static str, text: String) -> impl IntoView {
    let copied = RwSignal::new(false);
    let copy = {
        let text = text.clone();
        move |_| {
            let text = text.clone();
            spawn_local(async move {
                let done = window().navigator().clipboard().write_text(&text);
                let _ = copied.try_set(wasm_bindgen_futures::JsFuture::from(done).await.is_ok());
            });
        }
    };
    view! {
        <p class="second">{wording(label)}</p>
        <p class="copyable">
            <code translate="no">{text}</code>
            <button class="quiet" type="button" on:click=copy>
                <Icon name=IconName::Copy/>
                {wording(act)}
            </button>
            <span role="status">{move || copied.get().then(|| t("host-clients-copied"))}</span>
        </p>
    }
}

#[component]
fn Card(row: ApiClientRow, keys: Keys) -> impl IntoView {
    let ApiClientRow { id, name, client_id, scopes, secrets, slots, created_at, used_at, ended_at, version } =
        row;
    let scopes: Vec<_> = SCOPES.into_iter().filter(|(scope, _)| scopes.contains(scope)).collect();
    let scope = |(scope, key): (Scope, &'static str)| {
        view! { <li>{wording(key)} " " <code class="second" translate="no">{scope.permission().to_string()}</code></li> }
    };
    let moment =
        move |key: &'static str, at| t_args(key, &[("moment", format::moment(language(), at).into())]);
    let (tone, icon) =
        if ended_at.is_some() { (Tone::Mute, IconName::Lock) } else { (Tone::Ok, IconName::Tick) };
    let state = Signal::derive(move || {
        ended_at.map_or_else(|| t("host-clients-live"), |at| moment("host-clients-ended", at))
    });
    let made = move || {
        let day = format::date(language(), format::baku(created_at).date());
        t_args("host-clients-created", &[("date", day.into())])
    };
    let used =
        move || used_at.map_or_else(|| t("host-clients-never-used"), |at| moment("host-clients-used", at));
    let named = StoredValue::new(name.clone());
    view! {
        <li class="panel card">
            <div class="card-head">
                <h2 class="card-title" translate="no">{name}</h2>
                <Tag tone icon text=state/>
            </div>
            <p><code translate="no">{client_id}</code></p>
            <ul class="govuk-list govuk-list--bullet">
                {scopes.into_iter().map(scope).collect_view()}
            </ul>
            <p class="second">
                {made}
                " · "
                {used}
                {ended_at.is_none().then(|| view! {
                    " · "
                    {move || t_args("host-clients-secrets", &[("count", secrets.into())])}
                })}
            </p>
            {ended_at.is_none().then(|| view! { <Acts id version slots name=named keys/> })}
        </li>
    }
}

/// A second secret, the end of the old one, or the end of all; the consequence stands before each button (P20).
#[component]
fn Acts(
    id: ApiClientId,
    version: i64,
    slots: Vec<ClientSecretRow>,
    name: StoredValue<String>,
    keys: Keys,
) -> impl IntoView {
    let rotate = move |_| {
        if keys.begins() {
            spawn_local(async move {
                keys.shows(client::api_clients::rotate(id).await, None);
            });
        }
    };
    let end = move |_| {
        if keys.begins() {
            spawn_local(async move { keys.ended(client::api_clients::end(id, version).await) });
        }
    };
    let named = move |key: &'static str| move || t_args(key, &[("name", name.get_value().into())]);
    let both = slots.len() > 1;
    view! {
        {if both {
            view! { <OldSecrets id version slots keys/> }.into_any()
        } else {
            view! {
                <details class="host-act">
                    <summary>{wording("host-clients-rotate")}</summary>
                    <div class="host-act-body">
                        <p class="consequence">{wording("host-clients-rotate-means")}</p>
                        <button class="govuk-button govuk-button--secondary" type="button"
                            aria-label=named("host-clients-rotate-of") on:click=rotate>
                            {wording("host-clients-rotate")}
                        </button>
                    </div>
                </details>
            }
            .into_any()
        }}
        <details class="host-act">
            <summary>{wording("host-clients-end")}</summary>
            <div class="host-act-body">
                <Note icon=IconName::Warning tone=Tone::Bad>
                    <p>{wording("host-clients-end-means")}</p>
                </Note>
                <button class="govuk-button govuk-button--warning" type="button"
                    aria-label=named("host-clients-end-of") on:click=end>
                    {wording("host-clients-end")}
                </button>
            </div>
        </details>
    }
}

/// While two secrets are in use, one of them can be ended.
#[component]
fn OldSecrets(id: ApiClientId, version: i64, slots: Vec<ClientSecretRow>, keys: Keys) -> impl IntoView {
    let line = move |ClientSecretRow { slot, created_at }: ClientSecretRow| {
        let end = move |_| {
            if keys.begins() {
                spawn_local(
                    async move { keys.ended(client::api_clients::end_secret(id, slot, version).await) },
                );
            }
        };
        let said = move |key: &'static str| {
            let moment = format::moment(language(), created_at);
            t_args(key, &[("slot", slot.into()), ("moment", moment.into())])
        };
        view! {
            <li>
                {move || said("host-clients-slot")}
                " "
                <button class="quiet" type="button" aria-label=move || said("host-clients-slot-end-of") on:click=end>
                    {wording("host-clients-slot-end")}
                </button>
            </li>
        }
    };
    view! {
        <details class="host-act">
            <summary>{wording("host-clients-slot-end")}</summary>
            <div class="host-act-body">
                <p class="consequence">{wording("host-clients-slot-end-means")}</p>
                <ul class="govuk-list">{slots.into_iter().map(line).collect_view()}</ul>
            </div>
        </details>
    }
}

#[component]
fn NewClient(keys: Keys) -> impl IntoView {
    let errors = FormErrors::new(&["/name", "/scopes"]);
    let name = RwSignal::new(String::new());
    let scopes = SCOPES.map(|(scope, key)| (scope, key, RwSignal::new(true)));
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let chosen: Vec<Scope> =
            scopes.iter().filter(|(.., on)| on.get_untracked()).map(|(scope, ..)| *scope).collect();
        let mut missing = Vec::new();
        if text(name).is_empty() {
            missing.push(FieldError::new("/name", "needed_name"));
        }
        if chosen.is_empty() {
            missing.push(FieldError::new("/scopes", "needed_scopes"));
        }
        match checked(NewApiClient { name: text(name), scopes: chosen }, missing) {
            Ok(form) => {
                errors.clear();
                if !keys.begins() {
                    return;
                }
                spawn_local(async move {
                    let made = client::api_clients::create(&form).await;
                    if keys.shows(made, Some(errors)) {
                        let _ = name.try_set(String::new());
                    }
                });
            }
            Err(found) => {
                errors.refuse(found);
            }
        }
    };
    view! {
        <section class="form-part" aria-labelledby="new-client-title">
            <h2 id="new-client-title">{wording("host-clients-new")}</h2>
            <form class="host-form host-form-narrow" novalidate on:submit=send>
                <ErrorSummary errors kept="host-register-kept"/>
                <TextField at="/name" label="host-clients-name" value=name errors hint="host-clients-name-hint"/>
                <ScopeTicks scopes errors/>
                <Submit label="host-clients-create" busy=keys.busy/>
            </form>
        </section>
    }
}

#[component]
fn ScopeTicks(scopes: [(Scope, &'static str, RwSignal<bool>); 4], errors: FormErrors) -> impl IntoView {
    let at = "/scopes";
    let id = id_of(at);
    let error_id = format!("{id}-error");
    let described = error_id.clone();
    let tick = move |(place, (scope, key, on)): (usize, (Scope, &'static str, RwSignal<bool>))| {
        let id = if place == 0 { id_of(at) } else { format!("{}-{place}", id_of(at)) };
        view! {
            <div class="govuk-checkboxes__item">
                <input class="govuk-checkboxes__input" type="checkbox" id=id.clone() prop:checked=on
                    on:change:target=move |event| {
                        on.set(event.target().checked());
                        errors.forget(at);
                    }/>
                <label class="govuk-label govuk-checkboxes__label" for=id>
                    {wording(key)} " " <code class="second" translate="no">{scope.permission().to_string()}</code>
                </label>
            </div>
        }
    };
    view! {
        <div class="govuk-form-group" class:govuk-form-group--error=move || errors.at(at).is_some()>
            <fieldset class="govuk-fieldset" aria-describedby=move || errors.at(at).is_some().then(|| described.clone())>
                <legend class="govuk-fieldset__legend">{wording("host-clients-scopes")}</legend>
                {move || errors.at(at).map(|error| view! {
                    <p class="govuk-error-message" id=error_id.clone()>
                        <Icon name=IconName::Alert/>
                        {error}
                    </p>
                })}
                <div class="govuk-checkboxes">{scopes.into_iter().enumerate().map(tick).collect_view()}</div>
            </fieldset>
        </div>
    }
}
