//! `/desk/registrations/{id}`: one registration, its legal term and its journal.
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use shared::{
    ids::RegistrationId,
    premises::PremisesState,
    registrations::{RegistrationState, RegistrationView},
    texts::format,
};

use super::{
    journal::Journal,
    request::number_of,
    term::{TermLine, TermPanel},
    words,
};
use crate::{
    client,
    components::{
        download::Download,
        icon::{Icon, IconName},
        not_loaded::NotLoaded,
        note::Note,
        page_title::PageTitle,
        pairs::{Pair, Pairs},
        problem_note::ProblemNote,
        recorded::Recorded,
        skeleton::Skeleton,
        status_tag::{StatusTag, Tone},
    },
    i18n::{language, t, t_args, wording},
    offices::offices,
    place::href,
};

/// Fetches the registration; opening it is recorded.
#[component]
pub fn RegistrationPage(id: RegistrationId) -> impl IntoView {
    let again = RwSignal::new(0_u32);
    let file = LocalResource::new(move || {
        again.track();
        async move { (client::registrations::show(id).await, words::now()) }
    });
    let retry = Callback::new(move |()| again.update(|times| *times = times.wrapping_add(1)));
    let law = offices();
    // The term is drawn with the law: what stands below it would move when that comes later.
    move || match file.get().filter(|_| law.settled()) {
        None => view! { <Skeleton lines=14/> }.into_any(),
        Some((Err(problem), _)) => view! {
            <PageTitle text=Signal::derive(wording("desk-registration-title"))/>
            <NotLoaded problem retry/>
        }
        .into_any(),
        Some((Ok(file), at)) => view! { <File file=StoredValue::new(file) at/> }.into_any(),
    }
}

#[component]
fn File(file: StoredValue<RegistrationView>, at: DateTime<Utc>) -> impl IntoView {
    let waits = file.with_value(|file| {
        file.state == RegistrationState::Registered && file.premises_state == PremisesState::Requested
    });
    view! {
        <IdentityBar file at/>
        {waits.then(|| view! { <AddressWaits file/> })}
        <div class="desk-columns">
            <div>
                <Person file/>
                <Stay file/>
                <Place file/>
            </div>
            <div>
                <TermPanel file/>
                <Journal file/>
            </div>
        </div>
    }
}

/// Name, state, number, the last legal day; and that this opening was written down.
#[component]
fn IdentityBar(file: StoredValue<RegistrationView>, at: DateTime<Utc>) -> impl IntoView {
    let name = file.with_value(|file| words::name(&file.guest.surname, &file.guest.given_names));
    let status = file.with_value(|file| words::view_status(file).to_owned());
    let (number, id) = file.with_value(|file| (file.number.clone(), file.id));
    let download = Download::new();
    let period = move || {
        let (from, until, in_force) = file.with_value(|file| (file.from, file.until, file.in_force));
        match in_force {
            true => t_args(
                "desk-registration-in-force",
                &[("period", format::period(language(), from, until).into())],
            ),
            false => t("desk-registration-not-in-force"),
        }
    };
    view! {
        <div class="identity-bar">
            <div>
                <div class="identity-name" translate="no">
                    <PageTitle text=name named="desk-registration-title"/>
                    <StatusTag status/>
                </div>
                <p>
                    <span class="data-number" translate="no">{number}</span>
                    " · "
                    {period}
                </p>
            </div>
            <TermLine file/>
            <div class="identity-seen">
                <NoticeFile id download/>
                <p>
                    <Recorded at/>
                </p>
            </div>
        </div>
        {move || download.problem.get().map(|problem| view! {
            <ProblemNote problem/>
            <p>{t("desk-registration-notice-failed")}</p>
        })}
    }
}

/// The notice as a file in the reader's language, fetched with the session.
#[component]
fn NoticeFile(id: RegistrationId, download: Download) -> impl IntoView {
    let fetch = move |_| {
        let lang = language();
        download.save(client::registrations::notice(id, lang), format!("{id}-{}.pdf", lang.code()));
    };
    view! {
        <p>
            <button type="button" class="desk-quiet" aria-busy=move || download.busy.get().then_some("true") on:click=fetch>
                <Icon name=IconName::Download/>
                {wording("desk-registration-notice")}
            </button>
        </p>
    }
}

#[component]
fn AddressWaits(file: StoredValue<RegistrationView>) -> impl IntoView {
    let (premises, in_force) = file.with_value(|file| (file.premises, file.in_force));
    let means = match in_force {
        true => "desk-registration-address-waits",
        false => "desk-registration-address-waits-over",
    };
    view! {
        <Note tone=Tone::Wait>
            <p>{wording(means)}</p>
            <p>
                <a href=move || href(&format!("/desk/premises?id={premises}"))>
                    {wording("desk-registration-to-address")}
                </a>
            </p>
        </Note>
    }
}

#[component]
fn Panel(title: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="desk-panel">
            <header>
                <h2>{wording(title)}</h2>
            </header>
            {children()}
        </section>
    }
}

#[component]
fn Person(file: StoredValue<RegistrationView>) -> impl IntoView {
    let pairs = move || {
        file.with_value(|file| {
            let guest = &file.guest;
            vec![
                Pair::new("field-surname", guest.surname.clone()).foreign(),
                Pair::new("field-name", given(&guest.given_names)).foreign(),
                Pair::new("field-birth-date", words::day_text(&guest.birth_date)),
                Pair::new("field-sex", words::sex(&guest.sex.to_string())),
                Pair::new("field-citizenship", words::country(&guest.citizenship))
                    .note(Some(guest.citizenship.clone())),
                Pair::new("field-passport-number", guest.document.number.clone())
                    .note(Some(words::document_kind(guest.document.kind)))
                    .foreign(),
                Pair::new("field-document-country", words::country(&guest.document.issuer)),
                Pair::new("field-expiry-date", words::day_text(&guest.document.expires_on)),
            ]
        })
    };
    view! {
        <Panel title="desk-registration-document">
            <Pairs pairs=Signal::derive(pairs)/>
        </Panel>
    }
}

/// One name only is a whole name.
fn given(names: &str) -> String {
    if names.is_empty() { t("desk-not-given") } else { names.to_owned() }
}

#[component]
fn Stay(file: StoredValue<RegistrationView>) -> impl IntoView {
    let pairs = move || {
        file.with_value(|file| {
            let not_given = || t("desk-not-given");
            let moved = if file.moved { t("ui-yes") } else { t("ui-no") };
            let visa = file.visa.as_ref();
            let mut pairs = vec![
                Pair::new("desk-registration-country-arrival", words::day(file.arrived_in_country)),
                Pair::new("desk-registration-address-arrival", words::day(file.arrived_at_address)),
                Pair::new("desk-registration-until", words::day(file.until)),
                Pair::new("desk-registration-latest-until", words::day(file.latest_until)),
                Pair::new("desk-registration-moved", moved),
                Pair::new("desk-registration-visa", visa.map_or_else(not_given, |visa| visa.number.clone()))
                    .foreign(),
            ];
            pairs.extend(
                visa.map(|visa| Pair::new("desk-registration-visa-until", words::day_text(&visa.stay_until))),
            );
            if let Some(decision) = &file.decision {
                pairs.push(Pair::new("host-guest-decision-number", decision.number.clone()).foreign());
                pairs.push(Pair::new("host-guest-decision-until", words::day_text(&decision.stay_until)));
            }
            pairs.push(
                Pair::new("desk-registration-room", file.room.clone().unwrap_or_else(not_given)).foreign(),
            );
            pairs.extend(
                file.contact.clone().map(|contact| Pair::new("desk-registration-contact", contact).foreign()),
            );
            pairs
        })
    };
    view! {
        <Panel title="desk-registration-stay">
            <Pairs pairs=Signal::derive(pairs)/>
        </Panel>
    }
}

#[component]
fn Place(file: StoredValue<RegistrationView>) -> impl IntoView {
    let offices = offices();
    let pairs = move || {
        file.with_value(|file| {
            let address_state = t(&format!("status-{}", words::premises_status(file.premises_state)));
            vec![
                Pair::new("field-address", words::address(offices, &file.address))
                    .note(Some(address_state))
                    .foreign(),
                Pair::new("desk-premises-kind", words::place_kind(file.place)),
                Pair::new("desk-column-host", file.host.name.clone()).note(number_of(&file.host)).foreign(),
                Pair::new("desk-premises-department", offices.department(&file.department)),
                Pair::new("desk-registration-channel", t(&format!("desk-channel-{}", file.channel))),
                Pair::new("desk-registration-code", file.code.clone()).foreign(),
            ]
        })
    };
    view! {
        <Panel title="desk-registration-place">
            <Pairs pairs=Signal::derive(pairs)/>
        </Panel>
    }
}
