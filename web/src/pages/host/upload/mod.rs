//! `/host/upload`: many guests from a file (S11). What is good is registered; each bad line says what is wrong with it.
mod bad;
mod choose;
mod reading;
mod sending;

use leptos::prelude::*;
use shared::premises::{PremisesState, PremisesView};

use self::{bad::BadLines, choose::Choose, sending::Upload};
use super::words;
use crate::{
    client,
    components::{
        choice_field::{Choice, SelectField},
        form_errors::FormErrors,
        icon::IconName,
        not_loaded::NotLoaded,
        note::Note,
        page_title::PageTitle,
        problem_note::ProblemNote,
        skeleton::Skeleton,
        status_tag::Tone,
    },
    i18n::{t_args, wording},
    offices::offices,
    place::way,
};

#[component]
pub fn UploadPage() -> impl IntoView {
    let premises = LocalResource::new(client::premises::all);
    // Outside of what is drawn anew: the file that was chosen is not lost.
    let upload = Upload::new();
    view! {
        <PageTitle text=Signal::derive(wording("host-upload-title"))/>
        <p class="lead">{wording("host-upload-lead")}</p>
        <Suspense fallback=|| view! { <Skeleton lines=8/> }>
            {move || Suspend::new(async move {
                match premises.await {
                    Ok(list) => {
                        let open = |it: &PremisesView| it.state != PremisesState::Rejected;
                        let list: Vec<_> = list.into_iter().filter(open).collect();
                        if list.is_empty() {
                            view! { <NoPremises/> }.into_any()
                        } else {
                            view! { <Work upload list/> }.into_any()
                        }
                    }
                    Err(problem) => {
                        view! { <NotLoaded problem retry=Callback::new(move |()| premises.refetch())/> }.into_any()
                    }
                }
            })}
        </Suspense>
    }
}

#[component]
fn NoPremises() -> impl IntoView {
    view! {
        <div class="host-empty">
            <p class="host-empty-title">{wording("host-register-no-premises")}</p>
            <p>
                <a class="govuk-button" href=way("/host/premises/new")>{wording("ui-add-address")}</a>
            </p>
        </div>
    }
}

#[component]
fn Work(upload: Upload, list: Vec<PremisesView>) -> impl IntoView {
    if let [only] = list.as_slice() {
        upload.premises.set(only.id.to_string());
    }
    let offices = offices();
    let choices = Signal::derive(move || {
        let choice = |it: &PremisesView| Choice::new(it.id.to_string(), words::address(offices, &it.address));
        list.iter().map(choice).collect::<Vec<_>>()
    });
    let errors = FormErrors::new(&["/premises"]);
    let send = Callback::new(move |()| upload.send_new());
    view! {
        <SelectField at="/premises" label="field-address" value=upload.premises errors choices
            none="host-field-premises-choose" class="wide"/>
        <Choose upload/>
        {move || upload.name.get().map(|name| view! { <Chosen upload name send/> })}
        <Progress upload/>
        {move || upload.problem.get().map(|problem| {
            view! { <ProblemNote problem retry=Callback::new(move |()| upload.go_on())/> }
        })}
        <BadLines upload/>
    }
}

/// The file, and how many guests are in it that nobody has sent yet.
#[component]
fn Chosen(upload: Upload, name: String, send: Callback<()>) -> impl IntoView {
    let count = move || upload.rows.with(Vec::len);
    let open = Memo::new(move |_| upload.open().len());
    let ready = move || !upload.premises.with(String::is_empty);
    view! {
        <p class="upload-file">
            <strong translate="no">{name}</strong>
            " · "
            {move || t_args("host-upload-guests", &[("count", count().into())])}
        </p>
        {move || (open.get() > 0).then(|| view! {
            <p>
                <button class="govuk-button" type="button"
                    aria-busy=move || upload.busy.get().then_some("true")
                    aria-describedby="upload-no-premises"
                    on:click=move |_| if ready() { send.run(()) }>
                    {move || t_args("host-upload-send", &[("count", open.get().into())])}
                </button>
            </p>
        })}
        {move || (!ready()).then(|| view! {
            <p class="second" id="upload-no-premises">{wording("host-field-premises-choose")}</p>
        })}
    }
}

/// How far it is, and how it came out.
#[component]
fn Progress(upload: Upload) -> impl IntoView {
    let all = move || upload.rows.with(Vec::len);
    let taken = move || upload.taken();
    let bad = move || upload.bad().len();
    let answered = move || taken() + bad();
    view! {
        <div role="status">
            {move || upload.busy.get().then(|| view! {
                <p class="upload-progress">
                    <progress max=move || all().to_string() value=move || answered().to_string()
                        aria-label=wording("host-upload-progress")></progress>
                    <span>
                        {move || t_args("host-upload-so-far", &[("done", answered().into()), ("count", all().into())])}
                    </span>
                </p>
            })}
            {move || (!upload.busy.get() && answered() > 0).then(|| view! {
                <Note icon=if bad() == 0 { IconName::Tick } else { IconName::Info }
                    tone=if bad() == 0 { Tone::Ok } else { Tone::Info }>
                    <p class="note-title">{t_args("host-upload-taken", &[("count", taken().into())])}</p>
                    {(bad() > 0).then(|| view! {
                        <p>{t_args("host-upload-not-taken", &[("count", bad().into())])}</p>
                    })}
                    <p><a href=way("/host/guests")>{wording("host-back-to-guests")}</a></p>
                </Note>
            })}
        </div>
    }
}
