//! `/desk/counter`: whoever stands at the counter is registered: first the house, then the form that hosts use.
use leptos::{ev, prelude::*, task::spawn_local};
use shared::{
    identity::PartyKind,
    premises::{
        Address, CounterHost, FindPremises, NewCounterPremises, NewPremises, PlaceKind, PremisesView,
    },
    problem::{FieldProblem, Problem},
};
use strum::IntoEnumIterator;
use validator::Validate;

use super::words;
use crate::{
    client,
    components::{
        address_picker::{AddressAnswers, AddressPicker},
        choice_field::{Choice, RadioField, SelectField},
        error_summary::ErrorSummary,
        form_errors::{FieldError, FormErrors, found},
        page_title::PageTitle,
        problem_note::ProblemNote,
        skeleton::Skeleton,
        submit::Submit,
        text_field::TextField,
    },
    i18n::{t, wording},
    offices::offices,
    pages::host::{
        just::Just,
        register::{CounterForm, form::given, form::text},
    },
    session::session,
};

const ORDER: &[&str] = &[
    "/address/district",
    "/address/settlement",
    "/address/street",
    "/address/house",
    "/address/flat",
    "/host/kind",
    "/host/name",
    "/host/fin",
    "/host/voen",
    "/kind",
    "/proof",
];
const KINDS: &[(&str, &str, Option<&str>)] = &[
    ("person", "desk-counter-host-person", Some("desk-counter-host-person-hint")),
    ("organisation", "desk-counter-host-organisation", None),
];

/// First the address, then the guest.
#[component]
pub fn CounterPage() -> impl IntoView {
    Just::provide();
    let (session, offices) = (session(), offices());
    let chosen = RwSignal::new(None::<PremisesView>);
    let owner = Memo::new(move |_| session.me().map(|me| me.id));
    view! {
        <div class="desk-head">
            <PageTitle text=Signal::derive(wording("desk-counter-title"))/>
            <p>{wording("desk-counter-lead")}</p>
        </div>
        {move || match (owner.get().filter(|_| offices.settled()), chosen.get()) {
            (None, _) => view! { <Skeleton lines=8/> }.into_any(),
            (Some(_), None) => view! { <Place chosen/> }.into_any(),
            (Some(owner), Some(premises)) => view! {
                <Chosen premises=premises.clone() chosen/>
                <CounterForm owner premises/>
            }
            .into_any(),
        }}
    }
}

/// Where; another one is a press away.
#[component]
fn Chosen(premises: PremisesView, chosen: RwSignal<Option<PremisesView>>) -> impl IntoView {
    let offices = offices();
    let (address, host) = (premises.address, premises.host.name);
    view! {
        <div class="panel">
            <p><strong translate="no">{move || words::address(offices, &address)}</strong></p>
            <p translate="no">{host}</p>
            <button type="button" class="quiet" on:click=move |_| chosen.set(None)>
                {wording("desk-counter-other-address")}
            </button>
        </div>
    }
}

#[component]
fn Place(chosen: RwSignal<Option<PremisesView>>) -> impl IntoView {
    let offices = offices();
    let errors = FormErrors::new(ORDER);
    let address = AddressAnswers::new();
    let (busy, problem) = (RwSignal::new(false), RwSignal::new(None::<Problem>));
    let here = RwSignal::new(None::<Vec<PremisesView>>);
    let find = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        problem.set(None);
        here.set(None);
        let form = FindPremises { address: asked(address) };
        if !errors.refuse(missing(address, &form)) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = client::premises::of_house(&form).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(page) => {
                    let _ = here.try_set(Some(page.items));
                }
                Err(said) => {
                    if !errors.take(&said) {
                        let _ = problem.try_set(Some(said));
                    }
                }
            }
        });
    };
    view! {
        <form class="host-form host-form-narrow" novalidate on:submit=find>
            <ErrorSummary errors kept="host-register-kept"/>
            <AddressPicker answers=address law=Signal::derive(move || offices.law()) errors/>
            {move || problem.get().map(|problem| view! { <ProblemNote problem/> })}
            <Submit label="desk-counter-find" busy/>
        </form>
        {move || here.get().map(|rows| view! { <Found rows address errors chosen/> })}
    }
}

/// Which of the house, or a new one.
#[component]
fn Found(
    rows: Vec<PremisesView>,
    address: AddressAnswers,
    errors: FormErrors,
    chosen: RwSignal<Option<PremisesView>>,
) -> impl IntoView {
    let offices = offices();
    let fresh = RwSignal::new(rows.is_empty());
    let none = rows.is_empty();
    let line = move |row: PremisesView| {
        let (address, host) = (row.address.clone(), row.host.name.clone());
        view! {
            <li class="my-stay">
                <div translate="no">
                    <p><strong>{move || words::address(offices, &address)}</strong></p>
                    <p>{host}</p>
                </div>
                <button type="button" class="govuk-button" on:click=move |_| chosen.set(Some(row.clone()))>
                    {wording("desk-counter-here")}
                </button>
            </li>
        }
    };
    view! {
        <section aria-labelledby="counter-found" role="status">
            <h2 id="counter-found">{wording("desk-counter-found")}</h2>
            {none.then(|| view! { <p>{wording("desk-counter-none")}</p> })}
            <ul class="my-stays">{rows.into_iter().map(line).collect_view()}</ul>
        </section>
        {move || if fresh.get() {
            view! { <Fresh address errors chosen/> }.into_any()
        } else {
            view! {
                <button type="button" class="govuk-button govuk-button--secondary" on:click=move |_| fresh.set(true)>
                    {wording("desk-counter-new")}
                </button>
            }
            .into_any()
        }}
    }
}

/// An address of somebody who has no account, or of the foreigner.
#[component]
fn Fresh(
    address: AddressAnswers,
    errors: FormErrors,
    chosen: RwSignal<Option<PremisesView>>,
) -> impl IntoView {
    let empty = || RwSignal::new(String::new());
    let host_kind = RwSignal::new(PartyKind::Person.to_string());
    let (name, number, kind, proof) = (empty(), empty(), empty(), empty());
    let (busy, problem) = (RwSignal::new(false), RwSignal::new(None::<Problem>));
    let person = Memo::new(move |_| host_kind.with(|kind| kind == "person"));
    let kinds = Signal::derive(|| {
        PlaceKind::iter()
            .map(|kind| Choice::new(kind.to_string(), t(&format!("place-kind-{kind}"))))
            .collect::<Vec<_>>()
    });
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        problem.set(None);
        let is_person = person.get_untracked();
        let host = CounterHost {
            kind: if is_person { PartyKind::Person } else { PartyKind::Organisation },
            name: text(name),
            fin: given(number).filter(|_| is_person).map(|fin| fin.to_uppercase()),
            voen: given(number).filter(|_| !is_person),
        };
        let premises = NewPremises {
            kind: text(kind).parse().unwrap_or(PlaceKind::Other),
            address: asked(address),
            proof: given(proof),
        };
        let form = NewCounterPremises { host, premises };
        let mut wrong = form.validate().map_or_else(|errors| found(&errors), |()| Vec::new());
        for error in &mut wrong {
            error.at = plain(&error.at);
        }
        if text(kind).is_empty() {
            wrong.push(FieldError::new("/kind", "needed_kind"));
        }
        if !errors.refuse(wrong) {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = client::premises::create_at_counter(&form).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(view) => {
                    let _ = chosen.try_set(Some(view));
                }
                Err(said) => {
                    let fields = said.errors.iter().cloned();
                    let fields = fields.map(|field| FieldProblem { pointer: plain(&field.pointer), ..field });
                    let said = Problem { errors: fields.collect(), ..said };
                    if !errors.take(&said) {
                        let _ = problem.try_set(Some(said));
                    }
                }
            }
        });
    };
    view! {
        <form class="host-form host-form-narrow" novalidate on:submit=send>
            <h2>{wording("desk-counter-new")}</h2>
            <p>{wording("desk-counter-new-lead")}</p>
            <RadioField at="/host/kind" label="desk-counter-host-kind" value=host_kind errors choices=KINDS/>
            <TextField at="/host/name" label="desk-counter-host-name" value=name errors/>
            {move || if person.get() {
                view! { <TextField at="/host/fin" label="my-account-fin" value=number errors optional=true class="width-10"/> }.into_any()
            } else {
                view! { <TextField at="/host/voen" label="my-account-voen" value=number errors class="width-10"/> }.into_any()
            }}
            <SelectField at="/kind" label="host-new-premises-kind" value=kind errors choices=kinds none="host-field-choose"/>
            <TextField at="/proof" label="host-new-premises-proof" value=proof errors optional=true
                hint="host-new-premises-proof-hint"/>
            {move || problem.get().map(|problem| view! { <ProblemNote problem/> })}
            <Submit label="desk-counter-new-send" busy/>
        </form>
    }
}

/// The fields of the address stand on the page once, wherever they go.
fn plain(at: &str) -> String {
    at.strip_prefix("/premises").unwrap_or(at).to_owned()
}

fn asked(address: AddressAnswers) -> Address {
    Address {
        district: text(address.district),
        settlement: given(address.settlement),
        street: text(address.street),
        house: text(address.house),
        flat: given(address.flat),
    }
}

/// What has to be answered to look for a house, and what the shared rules say.
fn missing(address: AddressAnswers, form: &FindPremises) -> Vec<FieldError> {
    let needed = [
        ("/address/district", "needed_district", address.district),
        ("/address/street", "needed_street", address.street),
        ("/address/house", "needed_house", address.house),
    ];
    let missing = needed.into_iter().filter(|(.., answer)| text(*answer).is_empty());
    let mut wrong: Vec<_> = missing.map(|(at, code, _)| FieldError::new(at, code)).collect();
    if let Err(errors) = form.validate() {
        wrong.extend(found(&errors));
    }
    wrong
}
