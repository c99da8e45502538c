//! `/host/`: a guest is registered (S8).
pub mod answers;
mod aside;
pub mod document;
pub mod entry;
pub mod form;
pub mod keyboard;
mod known;
mod mrz_fill;
mod scanner;
pub mod stay;
mod told;

use leptos::{ev, prelude::*};
use shared::{
    ids::AccountId,
    premises::{PremisesState, PremisesView},
};

use self::{
    answers::at,
    aside::{Aside, LastDayLine},
    document::DocumentPart,
    entry::{After, Entry},
    stay::StayPart,
    told::{DoneNote, SendProblem},
};
use super::new_premises::NewPremisesForm;
use crate::{
    client,
    components::{
        autosave::SavedLine, choice_field::TickField, error_summary::ErrorSummary, page_title::PageTitle,
        problem_note::ProblemNote,
    },
    i18n::{t, wording},
    place::way,
};

/// The form is there at once; the addresses come while the lines are pasted.
#[component]
pub fn RegisterPage(owner: AccountId) -> impl IntoView {
    let entry = Entry::new(owner);
    let premises = LocalResource::new(client::premises::all);
    let open = Memo::new(move |_| {
        premises.with(|answer| answer.as_ref().and_then(|answer| Some(usable(answer.as_ref().ok()?))))
    });
    let none = Memo::new(move |_| open.with(|open| open.as_ref().is_some_and(Vec::is_empty)));
    let failed = move || premises.with(|answer| answer.as_ref().and_then(|answer| answer.clone().err()));
    Effect::new(move || {
        open.with(|open| {
            let ids: Vec<String> = open.iter().flatten().map(|premises| premises.id.to_string()).collect();
            entry.suggest_premises(&ids);
        });
    });
    let again = Callback::new(move |()| premises.refetch());
    view! {
        <div class="head-line">
            <PageTitle text=Signal::derive(wording("host-register-title")) errors=Signal::derive(move || entry.errors.count())/>
            <SavedLine saved=entry.saved/>
        </div>
        <p class="second"><a href=way("/host/upload")>{wording("host-upload-link")}</a></p>
        {move || failed().map(|problem| view! { <ProblemNote problem retry=again/> })}
        {move || {
            if none.get() {
                view! { <FirstAddress again/> }.into_any()
            } else {
                view! { <GuestForm entry premises=Signal::derive(move || open.get().unwrap_or_default())/> }.into_any()
            }
        }}
    }
}

/// Rejected addresses receive nobody; confirmed ones come first.
fn usable(items: &[PremisesView]) -> Vec<PremisesView> {
    let mut list: Vec<PremisesView> =
        items.iter().filter(|premises| premises.state != PremisesState::Rejected).cloned().collect();
    list.sort_by_key(|premises| premises.state != PremisesState::Confirmed);
    list
}

/// The first time: the address is asked for in place.
#[component]
fn FirstAddress(again: Callback<()>) -> impl IntoView {
    view! {
        <h2>{wording("host-register-no-premises")}</h2>
        <p class="lead">{wording("host-register-no-premises-lead")}</p>
        <NewPremisesForm done=Callback::new(move |_| again.run(()))/>
    }
}

/// The form at the counter, of one address that an officer has chosen.
#[component]
pub fn CounterForm(owner: AccountId, premises: PremisesView) -> impl IntoView {
    let entry = Entry::at_counter(owner);
    entry.answers.premises.set(premises.id.to_string());
    let premises = vec![premises];
    view! { <GuestForm entry premises=Signal::stored(premises)/> }
}

/// An officer says that the original lies on the counter.
#[component]
fn OriginalSeen(entry: Entry) -> impl IntoView {
    view! {
        <TickField at=at::ORIGINAL_SEEN value=entry.original_seen errors=entry.errors>
            {wording("desk-counter-original-seen")}
        </TickField>
    }
}

#[component]
fn GuestForm(entry: Entry, #[prop(into)] premises: Signal<Vec<PremisesView>>) -> impl IntoView {
    let send = entry.sender();
    keyboard::on_ctrl_enter({
        let send = send.clone();
        move || send(After::Receipt)
    });
    let submit = {
        let send = send.clone();
        move |event: ev::SubmitEvent| {
            event.prevent_default();
            send(After::Receipt);
        }
    };
    let next = move |_| send(After::NextGuest);
    let label = move || t(if entry.busy.get() { "host-register-sending" } else { "host-register-send" });
    view! {
        <DoneNote entry/>
        <LastDayLine entry/>
        <div class="host-columns">
            <form class="host-form" novalidate on:submit=submit>
                <ErrorSummary errors=entry.errors kept="host-register-kept"/>
                <DocumentPart entry/>
                <StayPart entry premises/>
                {entry.counter.then(|| view! { <OriginalSeen entry/> })}
                <SendProblem entry/>
                <div class="buttons">
                    <button class="govuk-button" type="submit" aria-busy=move || entry.busy.get().then_some("true")>
                        {label}
                    </button>
                    <button class="govuk-button govuk-button--secondary" type="button" on:click=next>
                        {wording("host-register-send-next")}
                    </button>
                    <button class="quiet" type="button" on:click=move |_| entry.clear()>
                        {wording("host-register-clear")}
                    </button>
                </div>
                <div class="beside-buttons">
                    <SavedLine saved=entry.saved silent=true/>
                </div>
            </form>
            <Aside entry/>
        </div>
    }
}
