//! One request: what is kept beside what is asked, and what an officer or a supervisor does with it.
use leptos::{html, prelude::*, task::spawn_local};
use shared::{
    corrections::{CorrectionAction as Action, CorrectionFile, CorrectionState, SayWhy},
    ids::CorrectionId,
    problem::Problem,
};

use super::words;
use crate::{
    client,
    components::{
        desk_shell::reload,
        form_errors::FormErrors,
        icon::{Icon, IconName},
        pairs::{Pair, Pairs},
        problem_note::ProblemNote,
        recorded::Recorded,
        skeleton::Skeleton,
        status_tag::StatusTag,
        text_area::TextArea,
    },
    i18n::{t, t_args, wording},
    pages::my::correction_words::{field_name, value},
    place::href,
    session::session,
};

/// The longest reason, as `SayWhy` takes it.
const REASON: usize = 1000;

/// The open request. Opening it is recorded, and says so.
#[component]
pub fn CorrectionPanel(
    id: CorrectionId,
    /// Address of the list without it.
    close: Signal<String>,
) -> impl IntoView {
    let again = RwSignal::new(0_u32);
    let file = LocalResource::new(move || {
        again.track();
        async move { (client::corrections::show(id).await, words::now()) }
    });
    let retry = Callback::new(move |()| again.update(|times| *times = times.wrapping_add(1)));
    // Said once the fresh file is drawn.
    let done = RwSignal::new(None::<(&'static str, String)>);
    view! {
        <section class="desk-panel" aria-labelledby="correction-title">
            {move || match file.get() {
                None => view! { <div class="desk-panel-body"><Skeleton lines=8/></div> }.into_any(),
                Some((Err(problem), _)) => view! { <ProblemNote problem retry/> }.into_any(),
                Some((Ok(file), at)) => view! { <File file at close done again=retry/> }.into_any(),
            }}
        </section>
    }
}

#[component]
fn File(
    file: CorrectionFile,
    at: chrono::DateTime<chrono::Utc>,
    close: Signal<String>,
    done: RwSignal<Option<(&'static str, String)>>,
    again: Callback<()>,
) -> impl IntoView {
    let heading = NodeRef::<html::H2>::new();
    // Opened by a key or a link: the reader goes on from here.
    Effect::new(move || {
        if let Some(heading) = heading.get()
            && done.with_untracked(Option::is_none)
        {
            let _ = heading.focus();
        }
    });
    let (surname, given) = (&file.registration.guest.surname, &file.registration.guest.given_names);
    let name = words::name(surname, given);
    let status = format!("correction_{}", file.request.state);
    let registration = file.request.registration;
    let number = file.request.number.clone();
    let file = StoredValue::new(file);
    view! {
        <header>
            <div>
                <h2 id="correction-title" node_ref=heading tabindex="-1" translate="no">
                    {name}
                </h2>
                <StatusTag status/>
            </div>
            <a href=close>{wording("desk-premises-back")}</a>
        </header>
        <Facts file/>
        <div class="desk-panel-body">
            {wording("desk-corrections-registration")} " "
            <a href=move || href(&format!("/desk/registrations/{registration}")) translate="no">
                {number}
            </a>
        </div>
        {move || done.get().map(|(said, time)| view! { <Done said time/> })}
        <Acts file done again/>
        <p class="act"><Recorded at/></p>
    }
}

#[component]
fn Facts(file: StoredValue<CorrectionFile>) -> impl IntoView {
    let pairs = move || {
        file.with_value(|file| {
            let request = &file.request;
            let written = |text: &Option<String>| {
                text.as_deref().map_or_else(|| t("desk-not-given"), |text| value(request.field, text))
            };
            let unsure = (!request.term_confirmed).then(|| t("desk-premises-department-unsure"));
            let mut pairs = vec![
                Pair::new("desk-corrections-column-by", words::day(request.answer_by)).note(unsure),
                Pair::new("desk-corrections-kind", t(&format!("correction-kind-{}", request.kind))),
                Pair::new("desk-corrections-field", field_name(request.field)),
                Pair::new("desk-corrections-now", written(&file.now)).foreign(),
            ];
            if request.kept != file.now {
                pairs.push(Pair::new("desk-corrections-then", written(&request.kept)).foreign());
            }
            if request.right.is_some() {
                pairs.push(Pair::new("desk-corrections-right", written(&request.right)).foreign());
            }
            pairs.push(Pair::new("desk-corrections-reason", request.reason.clone()).foreign());
            let answer = request.answer.clone();
            pairs.extend(answer.map(|text| Pair::new("desk-corrections-answer", text).foreign()));
            let back = request.sent_back.clone();
            pairs.extend(back.map(|text| Pair::new("desk-corrections-sent-back", text).foreign()));
            pairs
        })
    };
    view! { <Pairs pairs=Signal::derive(pairs)/> }
}

#[component]
fn Done(said: &'static str, time: String) -> impl IntoView {
    let line = NodeRef::<html::P>::new();
    Effect::new(move || {
        if let Some(line) = line.get() {
            let _ = line.focus();
        }
    });
    view! {
        <div class="act-done" role="status">
            <p node_ref=line tabindex="-1">
                <Icon name=IconName::Tick/>
                {move || t_args(said, &[("time", time.as_str().into())])}
            </p>
        </div>
    }
}

/// What the answer's `actions` list; a reason is written for the two that need one.
#[component]
fn Acts(
    file: StoredValue<CorrectionFile>,
    done: RwSignal<Option<(&'static str, String)>>,
    again: Callback<()>,
) -> impl IntoView {
    let writing = RwSignal::new(None::<Action>);
    let reason = RwSignal::new(String::new());
    let errors = FormErrors::new(&["/reason"]);
    let (busy, problem) = (RwSignal::new(false), RwSignal::new(None::<Problem>));
    let (session, reload) = (session(), reload());
    let send = Callback::new(move |action: Action| {
        if busy.get_untracked() {
            return;
        }
        let form = SayWhy { reason: reason.with_untracked(|reason| reason.trim().to_owned()) };
        if matches!(action, Action::Recommend | Action::SendBack) && !errors.check(&form) {
            return;
        }
        busy.set(true);
        problem.set(None);
        let (id, seen) = file.with_value(|file| (file.request.id, file.request.version));
        spawn_local(async move {
            let answer = match action {
                Action::Accept => client::corrections::accept(id, seen).await,
                Action::Recommend => client::corrections::recommend(id, seen, &form).await,
                Action::Sign => client::corrections::sign(id, seen).await,
                Action::SendBack => client::corrections::send_back(id, seen, &form).await,
            };
            let _ = busy.try_set(false);
            match answer {
                Ok(_) => {
                    let said = match action {
                        Action::Accept => "desk-corrections-done-accept",
                        Action::Recommend => "desk-corrections-done-recommend",
                        Action::Sign => "desk-corrections-done-sign",
                        Action::SendBack => "desk-corrections-done-send_back",
                    };
                    let _ = done.try_set(Some((said, words::clock(words::now()))));
                    session.reload();
                    reload.again();
                    again.run(());
                }
                // What was typed stays; the colleague's work is one press away.
                Err(said) => {
                    if !errors.take(&said) || said.errors.iter().all(|error| error.pointer != "/reason") {
                        let _ = problem.try_set(Some(said));
                    }
                }
            }
        });
    });
    let can = move |action| file.with_value(|file| file.request.actions.contains(&action));
    let own = file.with_value(|file| file.request.state == CorrectionState::Recommended)
        && can(Action::SendBack)
        && !can(Action::Sign);
    let none = file.with_value(|file| file.request.actions.is_empty());
    let retry = Callback::new(move |()| again.run(()));
    move || {
        if none {
            return ().into_any();
        }
        let trouble = move || problem.get().map(|problem| view! { <ProblemNote problem retry/> });
        match writing.get() {
            Some(action) => view! { <Why action reason errors busy send writing>{trouble}</Why> }.into_any(),
            None => view! {
                <div class="act">
                    {trouble}
                    {can(Action::Accept).then(|| view! { <p>{wording("desk-corrections-accept-means")}</p> })}
                    {can(Action::Sign).then(|| view! { <p>{wording("desk-corrections-sign-means")}</p> })}
                    {own.then(|| view! { <p>{wording("desk-corrections-own")}</p> })}
                    <div class="act-buttons">
                        {can(Action::Accept).then(|| view! {
                            <button type="button" class="govuk-button" on:click=move |_| send.run(Action::Accept)>
                                {wording("desk-corrections-accept")}
                            </button>
                        })}
                        {can(Action::Recommend).then(|| view! {
                            <button type="button" class="govuk-button govuk-button--secondary"
                                on:click=move |_| writing.set(Some(Action::Recommend))>
                                {wording("desk-corrections-recommend")}
                            </button>
                        })}
                        {can(Action::Sign).then(|| view! {
                            <button type="button" class="govuk-button govuk-button--warning" on:click=move |_| send.run(Action::Sign)>
                                {wording("desk-corrections-sign")}
                            </button>
                        })}
                        {can(Action::SendBack).then(|| view! {
                            <button type="button" class="govuk-button govuk-button--secondary"
                                on:click=move |_| writing.set(Some(Action::SendBack))>
                                {wording("desk-corrections-send-back")}
                            </button>
                        })}
                    </div>
                </div>
            }
            .into_any(),
        }
    }
}

/// The reason of a refusal, or of not signing one.
#[component]
fn Why(
    action: Action,
    reason: RwSignal<String>,
    errors: FormErrors,
    busy: RwSignal<bool>,
    send: Callback<Action>,
    writing: RwSignal<Option<Action>>,
    children: Children,
) -> impl IntoView {
    let [title, hint, button] = if action == Action::Recommend {
        [
            "desk-corrections-recommend-title",
            "desk-corrections-recommend-hint",
            "desk-corrections-recommend-send",
        ]
    } else {
        [
            "desk-corrections-send-back-title",
            "desk-corrections-send-back-hint",
            "desk-corrections-send-back-send",
        ]
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        send.run(action);
    };
    view! {
        <form class="act" novalidate on:submit=submit>
            {children()}
            <TextArea at="/reason" label=title hint=hint errors value=reason most=REASON focused=true/>
            {(action == Action::Recommend).then(|| view! { <p>{wording("desk-corrections-recommend-means")}</p> })}
            <div class="act-buttons">
                <button class="govuk-button govuk-button--warning" aria-disabled=move || busy.get().then_some("true")>
                    {wording(button)}
                </button>
                <button type="button" class="desk-quiet" on:click=move |_| writing.set(None)>
                    {wording("ui-cancel")}
                </button>
            </div>
        </form>
    }
}
