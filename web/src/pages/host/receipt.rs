//! `/host/guests/{id}/receipt`: the guest is registered; the notice is printed, kept or checked (S9).
use chrono::NaiveDate;
use leptos::{prelude::*, task::spawn_local};
use shared::{
    ids::RegistrationId,
    premises::PremisesState,
    registrations::{RegistrationAction, RegistrationState, RegistrationView},
    texts::{Lang, format},
};

use super::{just::Just, register::keyboard, words};
use crate::{
    client,
    components::{
        download::Download,
        icon::{Icon, IconName},
        law_link::LawLink,
        not_loaded::NotLoaded,
        page_title::PageTitle,
        problem_note::ProblemNote,
        qr::Qr,
        skeleton::Skeleton,
        status_tag::{StatusTag, Tag, Tone},
    },
    i18n::{language, t, t_args, wording},
    offices::offices,
    place::{goer, href, way},
};

/// Drawn at once for a registration that has just been accepted; fetched otherwise.
#[component]
pub fn ReceiptPage(id: RegistrationId) -> impl IntoView {
    let just = expect_context::<Just>().take(id);
    let registration = LocalResource::new(move || {
        let just = just.clone();
        async move {
            match just {
                Some(view) => Ok(view),
                None => client::registrations::show(id).await,
            }
        }
    });
    let go = goer();
    keyboard::on_key("KeyN", move || go("/host/"));
    keyboard::on_key("KeyP", print);
    view! {
        <Suspense fallback=|| view! { <Skeleton lines=10/> }>
            {move || Suspend::new(async move {
                match registration.await {
                    Ok(view) => view! { <Receipt view/> }.into_any(),
                    Err(problem) => {
                        view! { <NotLoaded problem retry=Callback::new(move |()| registration.refetch())/> }.into_any()
                    }
                }
            })}
        </Suspense>
    }
}

fn print() {
    let _ = window().print();
}

/// The paper and what comes after it.
#[component]
fn Receipt(view: RegistrationView) -> impl IntoView {
    view! {
        <div class="host-columns receipt-page">
            <div>
                <article class="receipt">
                    <Head view=view.clone()/>
                    <div class="receipt-body">
                        <Number view=view.clone()/>
                        <Facts view=view.clone()/>
                        <p class="receipt-legal">{wording("host-receipt-legal")}</p>
                        <Footer code=view.code.clone()/>
                    </div>
                </article>
                <Acts view=view.clone()/>
            </div>
            <aside class="host-aside no-print" aria-labelledby="after-title">
                <h2 id="after-title">{wording("host-after-title")}</h2>
                <After view=view.clone()/>
                <Correct view/>
            </aside>
        </div>
    }
}

#[component]
fn Head(view: RegistrationView) -> impl IntoView {
    let RegistrationView { guest, term, state, in_force, registered_at, premises_state, until, .. } = view;
    let name = words::name(&guest.surname, &guest.given_names);
    let today = untrack(client::clock::today);
    let over = !in_force && until < today;
    let title = match state {
        RegistrationState::Annulled => "host-receipt-title-annulled",
        RegistrationState::Departed | RegistrationState::Superseded => "host-receipt-title-closed",
        RegistrationState::Registered if over => "host-receipt-title-closed",
        RegistrationState::Registered => "host-receipt-title",
    };
    let open = state == RegistrationState::Registered && !over;
    let status = if open && term.late_days > 0 {
        "registered_late"
    } else if open {
        "registered"
    } else {
        words::status(state, in_force, until, today, premises_state)
    };
    let late = term.late_days;
    let last_day = term.last_day;
    let said = move || {
        let moment = format::moment(language(), registered_at);
        if late > 0 {
            t_args("host-receipt-late", &[("moment", moment.into()), ("days", late.into())])
        } else {
            t_args(
                "host-receipt-in-time",
                &[("moment", moment.into()), ("date", words::day(last_day).into())],
            )
        }
    };
    let waits = open && premises_state == PremisesState::Requested;
    view! {
        <header class="receipt-head" class:receipt-head-closed=!open>
            <p class="receipt-status">
                <StatusTag status=String::from(status)/>
            </p>
            <PageTitle text=Signal::derive(move || t_args(title, &[("name", name.as_str().into())])) named="host-receipt-page"/>
            {(state != RegistrationState::Annulled).then(|| view! { <p>{said}</p> })}
            {(state == RegistrationState::Annulled).then(|| view! { <p><strong>{wording("host-receipt-void")}</strong></p> })}
            {waits.then(|| view! {
                <p class="receipt-waits">
                    <Tag tone=Tone::Wait icon=IconName::Hourglass text=Signal::derive(wording("host-receipt-address-waits"))/>
                </p>
            })}
        </header>
    }
}

/// The number people say on the phone, and the code that anyone can check.
#[component]
fn Number(view: RegistrationView) -> impl IntoView {
    let RegistrationView { number, code, qr, .. } = view;
    let copied = RwSignal::new(false);
    let text = number.clone();
    let copy = move |_| {
        let text = text.clone();
        spawn_local(async move {
            let clipboard = window().navigator().clipboard();
            let done = wasm_bindgen_futures::JsFuture::from(clipboard.write_text(&text)).await.is_ok();
            let _ = copied.try_set(done);
        });
    };
    let code = words::code(&code);
    view! {
        <div class="receipt-number">
            <div>
                <p class="second">{wording("field-registration-number")}</p>
                <p class="big-number" translate="no">{number}</p>
                <p class="no-print">
                    <button class="quiet" type="button" on:click=copy>
                        <Icon name=IconName::Copy/>
                        {wording("host-receipt-copy")}
                    </button>
                    <span role="status">{move || copied.get().then(|| t("host-receipt-copied"))}</span>
                </p>
            </div>
            <figure class="receipt-qr">
                <Qr text=qr label="host-receipt-qr"/>
                <figcaption>
                    {move || t_args("host-receipt-code", &[("code", code.as_str().into())])}
                </figcaption>
            </figure>
        </div>
    }
}

/// All data as they stand in the register.
#[component]
fn Facts(view: RegistrationView) -> impl IntoView {
    let offices = offices();
    let RegistrationView { guest, address, host, room, from, until, term, .. } = view;
    let basis = term.legal_basis.clone();
    let who = {
        let guest = guest.clone();
        move || {
            let name = words::name(&guest.surname, &guest.given_names);
            let (birth, country) = (words::day_text(&guest.birth_date), words::country(&guest.citizenship));
            [name, birth, country].join(", ")
        }
    };
    let document = move || words::document(guest.document.kind, &guest.document.number);
    let place = move || words::address(offices, &address);
    let host = move || match host.voen.clone() {
        Some(voen) => {
            t_args("host-receipt-organisation", &[("name", host.name.clone().into()), ("voen", voen.into())])
        }
        None => host.name.clone(),
    };
    let law = move || {
        offices.law().map_or_else(
            || term.legal_basis.clone(),
            |law| law.cited(&term.legal_basis, Lang::code(language())),
        )
    };
    view! {
        <dl class="receipt-facts">
            <Fact label="host-receipt-guest"><span translate="no">{who}</span></Fact>
            <Fact label="host-receipt-document"><span translate="no">{document}</span></Fact>
            <Fact label="host-receipt-address"><span translate="no">{place}</span></Fact>
            {room.map(|room| view! { <Fact label="host-receipt-room"><span translate="no">{room}</span></Fact> })}
            <Fact label="host-receipt-host"><span translate="no">{host}</span></Fact>
            <Fact label="host-receipt-period">{move || format::period(language(), from, until)}</Fact>
            <Fact label="host-receipt-law">
                {move || view! { <LawLink legal_basis=basis.clone() text=law()/> }}
            </Fact>
        </dl>
    }
}

#[component]
fn Fact(label: &'static str, children: Children) -> impl IntoView {
    view! {
        <div>
            <dt>{wording(label)}</dt>
            <dd>{children()}</dd>
        </div>
    }
}

/// On paper: where anyone can check it.
#[component]
fn Footer(code: String) -> impl IntoView {
    let origin = window().location().origin().unwrap_or_default();
    let code = words::code(&code);
    let said = move || {
        let address = format!("{origin}{}", href("/check"));
        t_args("host-receipt-footer", &[("address", address.into()), ("code", code.as_str().into())])
    };
    view! { <p class="receipt-footer">{said}</p> }
}

/// A paper that is not valid is not printed again; as a file it says so itself.
#[component]
fn Acts(view: RegistrationView) -> impl IntoView {
    let RegistrationView { id, number, state, .. } = view;
    let valid = state != RegistrationState::Annulled;
    view! {
        <div class="buttons">
            <a class="govuk-button" href=way("/host/")>
                {wording("host-receipt-next")}
            </a>
            {valid.then(|| view! {
                <button class="govuk-button govuk-button--secondary" type="button" on:click=move |_| print()>
                    <Icon name=IconName::Printer/>
                    {wording("host-receipt-print")}
                </button>
            })}
            <Pdf id number/>
        </div>
        <p class="keys no-print">
            <kbd>"N"</kbd>
            " "
            {wording("host-keys-next")}
            " · "
            <kbd>"P"</kbd>
            " "
            {wording("host-keys-print")}
        </p>
    }
}

/// The notice as a file, in the language of the reader or of the guest.
#[component]
fn Pdf(id: RegistrationId, number: String) -> impl IntoView {
    let number = StoredValue::new(number);
    let download = Download::new();
    let Download { busy, problem } = download;
    let fetch = move |lang: Lang| {
        let name = number.with_value(|number| format!("{number}-{}.pdf", Lang::code(lang)));
        download.save(client::registrations::notice(id, lang), name);
    };
    let button = move |lang: Lang| {
        let name = move || t_args("host-receipt-pdf-in", &[("language", lang.own_name().into())]);
        view! {
            <button type="button" aria-label=name aria-busy=move || busy.get().then_some("true")
                on:click=move |_| fetch(lang)>
                {Lang::code(lang).to_ascii_uppercase()}
            </button>
        }
    };
    view! {
        <div class="pdf" role="group" aria-label=wording("host-receipt-pdf")>
            <span class="pdf-name">
                <Icon name=IconName::Download/>
                {wording("host-receipt-pdf")}
            </span>
            {Lang::ALL.map(button).collect_view()}
        </div>
        <div class="wide">
            {move || problem.get().map(|problem| view! {
                <ProblemNote problem/>
                <p>{t("host-receipt-pdf-failed")}</p>
            })}
        </div>
    }
}

/// What was done, what the host still has to do, and until when.
#[component]
fn After(view: RegistrationView) -> impl IntoView {
    let offices = offices();
    let RegistrationView {
        state,
        premises_state,
        department,
        registered_at,
        until,
        latest_until,
        actions,
        ..
    } = view;
    let open = actions.contains(&RegistrationAction::Depart);
    let time = format::baku(registered_at).format("%H:%M:%S").to_string();
    let waits = state == RegistrationState::Registered && premises_state == PremisesState::Requested;
    let by = move |day: NaiveDate| move || t_args("host-after-day", &[("date", words::day(day).into())]);
    view! {
        <ol class="next-steps">
            <li class="step-done">
                <Icon name=IconName::Tick/>
                <h3>{wording("host-after-written")}</h3>
                <p class="second">{time}</p>
            </li>
            {waits.then(|| view! {
                <li>
                    <Icon name=IconName::Hourglass/>
                    <h3>{wording("host-after-address")}</h3>
                    <p>{move || t_args("host-after-address-note", &[("department", offices.department(&department).into())])}</p>
                </li>
            })}
            {open.then(|| view! {
                <li class="step-now">
                    <Icon name=IconName::Clock/>
                    <h3>{wording("host-after-departure")}</h3>
                    <p class="second">{by(until)}</p>
                    <p>{wording("host-after-departure-note")}</p>
                </li>
                <li class="step-later">
                    <Icon name=IconName::Calendar/>
                    <h3>{wording("host-after-longer")}</h3>
                    <p class="second">{by(until)}</p>
                    <p>{move || t_args("host-after-longer-note", &[("date", words::day(latest_until).into())])}</p>
                </li>
            })}
        </ol>
    }
}

#[component]
fn Correct(view: RegistrationView) -> impl IntoView {
    let id = view.id;
    let open = view.actions.contains(&RegistrationAction::Correct);
    let address = move || href(&format!("/host/guests/{id}"));
    view! {
        <div class="panel">
            {if open {
                view! {
                    <h3 class="panel-title">{wording("host-correct-ask")}</h3>
                    <p>{wording("host-correct-ask-note")}</p>
                    <p><a href=address>{wording("host-guest-correct")}</a></p>
                }
                .into_any()
            } else {
                view! { <p><a href=address>{wording("host-receipt-open")}</a></p> }.into_any()
            }}
        </div>
    }
}
