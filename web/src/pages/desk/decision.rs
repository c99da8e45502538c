//! The officer's decision on an address: confirm, or do not confirm and say why. A changed request is handled as P17.
use leptos::{html, prelude::*, task::spawn_local};
use shared::{
    premises::{PremisesAction, PremisesState, PremisesView, RejectPremises},
    problem::Problem,
};

use super::words;
use crate::{
    client,
    components::{
        changed_meanwhile::{ChangedMeanwhile, Difference},
        desk_shell::reload,
        form_errors::FormErrors,
        icon::{Icon, IconName},
        problem_note::ProblemNote,
        text_area::TextArea,
    },
    i18n::{t, t_args, wording},
    session::session,
};

/// The longest reason, as `RejectPremises` takes it.
const REASON: usize = 1000;

/// What the officer wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Choice {
    Confirm,
    Reject,
}

/// Where the decision stands.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Open,
    /// The reason is being written.
    Reason,
    Sending(Choice),
    Done(Choice, String),
    /// Somebody else changed the request: theirs beside mine.
    Changed(Choice, Box<PremisesView>),
}

/// One decision in the making.
#[derive(Debug, Clone, Copy)]
struct Desk {
    file: RwSignal<PremisesView>,
    step: RwSignal<Step>,
    reason: RwSignal<String>,
    errors: FormErrors,
    problem: RwSignal<Option<Problem>>,
}

impl Desk {
    fn form(self) -> RejectPremises {
        RejectPremises { reason: self.reason.get_untracked().trim().to_owned() }
    }

    /// Sends the choice for the version that the officer saw.
    async fn send(self, choice: Choice, seen: i64) -> Result<(), Problem> {
        let id = self.file.with_untracked(|file| file.id);
        self.step.set(Step::Sending(choice));
        self.problem.set(None);
        let answer = match choice {
            Choice::Confirm => client::premises::confirm(id, seen).await,
            Choice::Reject => client::premises::reject(id, seen, &self.form()).await,
        };
        match answer {
            Ok(file) => {
                self.file.set(file);
                self.step.set(Step::Done(choice, words::clock(words::now())));
                Ok(())
            }
            Err(problem) => {
                self.refused(choice, &problem).await;
                Err(problem)
            }
        }
    }

    /// Stale, or decided by a colleague: theirs is fetched and shown beside mine. Everything else stands in the form.
    async fn refused(self, choice: Choice, problem: &Problem) {
        let id = self.file.with_untracked(|file| file.id);
        if matches!(problem.status, 409 | 412)
            && let Ok(theirs) = client::premises::show(id).await
        {
            self.step.set(Step::Changed(choice, Box::new(theirs)));
            return;
        }
        self.step.set(if choice == Choice::Reject { Step::Reason } else { Step::Open });
        if !self.errors.take(problem) {
            self.problem.set(Some(problem.clone()));
        }
    }
}

/// The foot of an address request.
#[component]
pub fn Decision(file: RwSignal<PremisesView>, next: Signal<Option<String>>) -> impl IntoView {
    let desk = Desk {
        file,
        step: RwSignal::new(Step::Open),
        reason: RwSignal::new(String::new()),
        errors: FormErrors::new(&["/reason"]),
        problem: RwSignal::new(None),
    };
    let (session, reload) = (session(), reload());
    let send = Callback::new(move |(choice, seen): (Choice, i64)| {
        spawn_local(async move {
            if desk.send(choice, seen).await.is_ok() {
                session.reload();
                reload.again();
            }
        });
    });
    let can = move |action| file.with(|file| file.actions.contains(&action));
    let shape = Memo::new(move |_| desk.step.get());
    move || match shape.get() {
        Step::Done(choice, time) => view! { <Done choice time next/> }.into_any(),
        Step::Changed(choice, theirs) => view! { <Changed desk choice theirs=*theirs send/> }.into_any(),
        Step::Reason | Step::Sending(Choice::Reject) => view! { <Reason desk send/> }.into_any(),
        Step::Open | Step::Sending(Choice::Confirm) => {
            let (confirm, reject) = (can(PremisesAction::Confirm), can(PremisesAction::Reject));
            (confirm || reject).then(|| view! { <Choose desk send confirm reject/> }).into_any()
        }
    }
}

/// The two ways, with the consequence before the buttons (P20).
#[component]
fn Choose(desk: Desk, send: Callback<(Choice, i64)>, confirm: bool, reject: bool) -> impl IntoView {
    let sending = move || matches!(desk.step.get(), Step::Sending(_));
    let act = move |_| {
        if !sending() {
            send.run((Choice::Confirm, desk.file.with_untracked(|file| file.version)));
        }
    };
    view! {
        <div class="act">
            {move || desk.problem.get().map(|problem| view! { <ProblemNote problem/> })}
            <p>{wording("desk-premises-confirm-means")}</p>
            <div class="act-buttons">
                {confirm
                    .then(|| {
                        view! {
                            <button type="button" class="govuk-button" on:click=act aria-disabled=move || sending().then_some("true")>
                                <Icon name=IconName::Tick/>
                                {wording("desk-premises-confirm")}
                            </button>
                        }
                    })}
                {reject
                    .then(|| {
                        view! {
                            <button
                                type="button"
                                class="govuk-button govuk-button--secondary"
                                on:click=move |_| desk.step.set(Step::Reason)
                            >
                                {wording("desk-premises-reject")}
                            </button>
                        }
                    })}
            </div>
        </div>
    }
}

/// Why the address is not confirmed; the host reads it.
#[component]
fn Reason(desk: Desk, send: Callback<(Choice, i64)>) -> impl IntoView {
    let waiting = desk.file.with_untracked(|file| file.waiting);
    let sending = move || matches!(desk.step.get(), Step::Sending(_));
    let act = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !sending() && desk.errors.check(&desk.form()) {
            send.run((Choice::Reject, desk.file.with_untracked(|file| file.version)));
        }
    };
    view! {
        <form class="act" novalidate on:submit=act>
            {move || desk.problem.get().map(|problem| view! { <ProblemNote problem/> })}
            <TextArea
                at="/reason"
                label="desk-premises-reject-title"
                hint="desk-premises-reject-hint"
                errors=desk.errors
                value=desk.reason
                most=REASON
                focused=true
            />
            <p>{move || t_args("desk-premises-reject-means", &[("count", waiting.into())])}</p>
            <div class="act-buttons">
                <button class="govuk-button govuk-button--warning" aria-disabled=move || sending().then_some("true")>
                    {wording("desk-premises-reject-send")}
                </button>
                <button type="button" class="desk-quiet" on:click=move |_| desk.step.set(Step::Open)>
                    {wording("ui-cancel")}
                </button>
            </div>
        </form>
    }
}

/// Said in the past, with the time; the next request is one key away.
#[component]
fn Done(choice: Choice, time: String, next: Signal<Option<String>>) -> impl IntoView {
    let said = NodeRef::<html::P>::new();
    Effect::new(move || {
        if let Some(said) = said.get() {
            let _ = said.focus();
        }
    });
    let text = match choice {
        Choice::Confirm => "desk-premises-done-confirmed",
        Choice::Reject => "desk-premises-done-rejected",
    };
    view! {
        <div class="act-done" role="status">
            <p node_ref=said tabindex="-1">
                <Icon name=IconName::Tick/>
                {move || t_args(text, &[("time", time.as_str().into())])}
            </p>
            {move || {
                next.get()
                    .map(|address| view! { <a href=address>{wording("desk-premises-next-request")}</a> })
            }}
        </div>
    }
}

/// P17: nothing that was typed is lost.
#[component]
fn Changed(desk: Desk, choice: Choice, theirs: PremisesView, send: Callback<(Choice, i64)>) -> impl IntoView {
    let decided = theirs.state != PremisesState::Requested;
    let (state, when, reason) = (theirs.state, theirs.decided_at, theirs.reason.clone());
    let seen = theirs.version;
    let differences = move || {
        let not_given = || t("desk-not-given");
        let status = |state| t(&format!("status-{}", words::premises_status(state)));
        let mine = match choice {
            Choice::Confirm => t("desk-stale-mine-confirm"),
            Choice::Reject => t("desk-stale-mine-reject"),
        };
        let mut rows = vec![Difference { field: t("desk-stale-field-state"), theirs: status(state), mine }];
        rows.extend(when.map(|at| Difference {
            field: t("desk-stale-field-when"),
            theirs: words::moment(at),
            mine: t("desk-stale-not-sent"),
        }));
        if choice == Choice::Reject || reason.is_some() {
            let typed = desk.form().reason;
            let mine = if choice == Choice::Reject && !typed.is_empty() { typed } else { not_given() };
            rows.push(Difference {
                field: t("desk-stale-field-reason"),
                theirs: reason.clone().unwrap_or_else(not_given),
                mine,
            });
        }
        rows
    };
    let take = Callback::new(move |()| {
        desk.file.set(theirs.clone());
        desk.step.set(Step::Open);
    });
    let keep = (!decided).then(|| Callback::new(move |()| send.run((choice, seen))));
    view! {
        <ChangedMeanwhile
            title="desk-stale-title"
            lead=if decided { "desk-stale-decided" } else { "desk-stale-lead" }
            mine="desk-stale-mine"
            differences=Signal::derive(differences)
            take
            keep
        />
    }
}
