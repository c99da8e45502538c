//! `/host/premises/new`: a host asks for an address (S12).
use leptos::{ev, prelude::*, task::spawn_local};
use shared::{
    premises::{Address, NewPremises, PlaceKind, PremisesView},
    problem::Problem,
};
use strum::IntoEnumIterator;

use super::register::form::{checked, given, text};
use crate::{
    client,
    components::{
        address_picker::{AddressAnswers, AddressPicker},
        choice_field::{Choice, SelectField},
        error_summary::ErrorSummary,
        form_errors::{FieldError, FormErrors},
        icon::{Icon, IconName},
        page_title::PageTitle,
        problem_note::ProblemNote,
        submit::Submit,
        text_field::TextField,
    },
    i18n::{t, wording},
    offices::offices,
    place::{goer, way},
};

/// In the order of the page.
const ORDER: &[&str] = &[
    "/kind",
    "/address/district",
    "/address/settlement",
    "/address/street",
    "/address/house",
    "/address/flat",
    "/proof",
];

#[component]
pub fn NewPremisesPage() -> impl IntoView {
    let go = goer();
    let done = Callback::new(move |_: PremisesView| go("/host/premises"));
    view! {
        <a class="back" href=way("/host/premises")>
            <Icon name=IconName::ArrowLeft/>
            {wording("host-premises-title")}
        </a>
        <PageTitle text=Signal::derive(wording("host-new-premises-title"))/>
        <p class="lead">{wording("host-new-premises-lead")}</p>
        <NewPremisesForm done/>
    }
}

/// The form; a first-time host meets it on the page of the new registration.
#[component]
pub fn NewPremisesForm(done: Callback<PremisesView>) -> impl IntoView {
    let offices = offices();
    let errors = FormErrors::new(ORDER);
    let address = AddressAnswers::new();
    let (kind, proof) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let busy = RwSignal::new(false);
    let problem = RwSignal::new(None::<Problem>);
    // The same key until it is accepted: sent twice, it is asked for once.
    let key = StoredValue::new(client::fresh_key());
    let send = move |event: ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        problem.set(None);
        let form = match request(kind, address, proof) {
            Ok(form) => form,
            Err(found) => {
                errors.refuse(found);
                return;
            }
        };
        errors.clear();
        busy.set(true);
        spawn_local(async move {
            let answer = client::premises::create(&form, key.get_value()).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(view) => done.run(view),
                Err(found) => {
                    if found.code == "key_reused" {
                        key.set_value(client::fresh_key());
                    }
                    if !errors.take(&found) {
                        let _ = problem.try_set(Some(found));
                    }
                }
            }
        });
    };
    let kinds = Signal::derive(|| {
        PlaceKind::iter()
            .map(|kind| Choice::new(kind.to_string(), t(&format!("place-kind-{kind}"))))
            .collect::<Vec<_>>()
    });
    view! {
        <form class="host-form host-form-narrow" novalidate on:submit=send>
            <ErrorSummary errors kept="host-register-kept"/>
            <SelectField at="/kind" label="host-new-premises-kind" value=kind errors choices=kinds none="host-field-choose"/>
            <AddressPicker answers=address law=Signal::derive(move || offices.law()) errors/>
            <TextField at="/proof" label="host-new-premises-proof" value=proof errors optional=true
                hint="host-new-premises-proof-hint"/>
            <p class="consequence">{wording("host-new-premises-means")}</p>
            {move || problem.get().map(|problem| view! {
                <ProblemNote problem/>
                <p>{t("host-register-kept")}</p>
            })}
            <Submit label="host-new-premises-send" busy/>
        </form>
    }
}

/// The request as it will be sent, or all that needs correcting.
fn request(
    kind: RwSignal<String>,
    address: AddressAnswers,
    proof: RwSignal<String>,
) -> Result<NewPremises, Vec<FieldError>> {
    let needed = [
        ("/kind", "needed_kind", kind),
        ("/address/district", "needed_district", address.district),
        ("/address/street", "needed_street", address.street),
        ("/address/house", "needed_house", address.house),
    ];
    let missing: Vec<FieldError> = needed
        .into_iter()
        .filter(|(.., answer)| text(*answer).is_empty())
        .map(|(at, code, _)| FieldError::new(at, code))
        .collect();
    let form = NewPremises {
        kind: text(kind).parse().unwrap_or(PlaceKind::Other),
        address: Address {
            district: text(address.district),
            settlement: given(address.settlement),
            street: text(address.street),
            house: text(address.house),
            flat: given(address.flat),
        },
        proof: given(proof),
    };
    checked(form, missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_request_names_four_steps() {
        Owner::new().with(|| {
            let empty = || RwSignal::new(String::new());
            let errors = request(empty(), AddressAnswers::new(), empty()).unwrap_err();
            let mut places: Vec<_> = errors.iter().map(|error| error.at.as_str()).collect();
            places.dedup();
            assert_eq!(&places[..4], ["/kind", "/address/district", "/address/street", "/address/house"]);
        });
    }
}
