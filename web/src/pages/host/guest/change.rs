//! The file on the page and what happens when an act is sent: the answer becomes the file, a stale one is shown anew.
use std::future::Future;

use chrono::NaiveTime;
use leptos::{prelude::*, task::spawn_local};
use shared::{
    problem::Problem,
    registrations::{RegistrationEventKind, RegistrationView},
    texts::format,
};

use crate::{
    client::{self, clock},
    components::{
        form_errors::FormErrors, icon::IconName, note::Note, problem_note::ProblemNote, status_tag::Tone,
    },
    i18n::{t, t_args},
    place::href,
    session::{Session, session},
};

/// The code of "somebody else changed it meanwhile".
const STALE: &str = "stale";

#[derive(Debug, Clone, Copy)]
pub struct Change {
    pub file: RwSignal<RegistrationView>,
    pub busy: RwSignal<bool>,
    problem: RwSignal<Option<Problem>>,
    stale: RwSignal<bool>,
    saved: RwSignal<Option<NaiveTime>>,
    /// Grows with each accepted act: the forms then begin anew from what the register says.
    accepted: RwSignal<u32>,
    session: Session,
}

impl Change {
    /// Call it in the body of a component.
    pub fn new(view: RegistrationView) -> Self {
        Self {
            file: RwSignal::new(view),
            busy: RwSignal::new(false),
            problem: RwSignal::new(None),
            stale: RwSignal::new(false),
            saved: RwSignal::new(None),
            accepted: RwSignal::new(0),
            session: session(),
        }
    }

    /// The version that the reader sees.
    pub fn seen(self) -> i64 {
        self.file.with_untracked(|view| view.version)
    }

    /// How many acts were accepted; tracked.
    pub fn accepted(self) -> u32 {
        self.accepted.get()
    }

    /// Sends an act once; errors of fields go to the form, all others above it.
    pub fn send(
        self,
        errors: FormErrors,
        act: impl Future<Output = Result<RegistrationView, Problem>> + 'static,
    ) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.problem.set(None);
        self.stale.set(false);
        self.saved.set(None);
        spawn_local(async move {
            let answer = act.await;
            let _ = self.busy.try_set(false);
            match answer {
                Ok(view) => {
                    let _ = self.saved.try_set(Some(format::baku(untrack(clock::now)).time()));
                    let _ = self.file.try_set(view);
                    let _ = self.accepted.try_update(|acts| *acts += 1);
                    self.session.reload();
                }
                Err(problem) if problem.code == STALE => self.refresh().await,
                Err(problem) => {
                    if !errors.take(&problem) {
                        let _ = self.problem.try_set(Some(problem));
                    }
                }
            }
        });
    }

    /// Takes the present state; what was typed stays in its form until it is sent again.
    async fn refresh(self) {
        let id = self.file.with_untracked(|view| view.id);
        match client::registrations::show(id).await {
            Ok(view) => {
                let _ = self.stale.try_set(true);
                let _ = self.file.try_set(view);
            }
            Err(problem) => {
                let _ = self.problem.try_set(Some(problem));
            }
        }
    }
}

/// What came of the last act.
#[component]
pub fn Told(change: Change) -> impl IntoView {
    let corrected = move || {
        change.file.with(|view| {
            view.events.last().is_some_and(|event| {
                use RegistrationEventKind::{Corrected, Extended, Moved};
                matches!(event.kind, Corrected | Extended | Moved)
            })
        })
    };
    let receipt = move || href(&format!("/host/guests/{}/receipt", change.file.with(|view| view.id)));
    view! {
        <div role="status">
            {move || change.saved.get().map(|time| view! {
                <Note icon=IconName::Tick tone=Tone::Ok>
                    <p>{t_args("host-guest-changed", &[("time", format::clock(time).into())])}</p>
                    {corrected().then(|| view! {
                        <p>
                            {t("host-guest-print-anew")} " "
                            <a href=receipt()>{t("host-receipt-print")}</a>
                        </p>
                    })}
                </Note>
            })}
            {move || change.stale.get().then(|| view! {
                <Note icon=IconName::Warning tone=Tone::Warn>
                    <p>{t("host-guest-stale")}</p>
                </Note>
            })}
        </div>
        {move || change.problem.get().map(|problem| view! { <ProblemNote problem/> })}
    }
}
