//! Hand over, reset, close and open: the acts that touch a colleague's way in.
use leptos::prelude::*;
use shared::{
    ids::AccountId,
    staff::{ChangeStaff, StaffRow},
};

use super::colleague::{File, Said};
use crate::{
    components::{
        choice_field::{Choice, SelectField},
        form_errors::FieldError,
        submit::Submit,
    },
    i18n::wording,
    session::session,
};

type Send = Callback<(&'static str, ChangeStaff, i64)>;

/// One act that needs no answers: keys of its head, its consequence, its button, and what is said when it is done.
#[derive(Debug, Clone)]
struct Act {
    title: &'static str,
    means: &'static str,
    button: &'static str,
    done: &'static str,
    /// It takes something away that the same page cannot give back at once.
    grave: bool,
    change: ChangeStaff,
}

fn reset() -> Act {
    Act {
        title: "admin-colleague-reset",
        means: "admin-colleague-reset-means",
        button: "admin-colleague-reset-send",
        done: "admin-colleague-was-reset",
        grave: false,
        change: ChangeStaff { reset: Some(true), ..ChangeStaff::default() },
    }
}

fn disable() -> Act {
    Act {
        title: "admin-colleague-disable",
        means: "admin-colleague-disable-means",
        button: "admin-colleague-disable-send",
        done: "admin-colleague-was-disabled",
        grave: true,
        change: ChangeStaff { disabled: Some(true), ..ChangeStaff::default() },
    }
}

fn enable() -> Act {
    Act {
        title: "admin-colleague-enable",
        means: "admin-colleague-enable-means",
        button: "admin-colleague-enable-send",
        done: "admin-colleague-was-enabled",
        grave: false,
        change: ChangeStaff { disabled: Some(false), ..ChangeStaff::default() },
    }
}

fn let_go() -> Act {
    Act {
        title: "admin-colleague-let-go",
        means: "admin-colleague-let-go-means",
        button: "admin-colleague-let-go-send",
        done: "admin-colleague-was-let-go",
        grave: false,
        change: ChangeStaff { end_hand_over: Some(true), ..ChangeStaff::default() },
    }
}

/// The acts that make sense for this colleague.
#[component]
pub fn Acts(file: File, others: Signal<Vec<StaffRow>>, send: Send) -> impl IntoView {
    let session = session();
    let own = Memo::new(move |_| session.me().is_some_and(|me| file.row.with(|row| row.id == me.id)));
    let disabled = Memo::new(move |_| file.row.with(|row| row.disabled));
    let deputy = Memo::new(move |_| file.row.with(|row| row.deputy.is_some()));
    view! {
        <HandOver file others send/>
        {move || deputy.get().then(|| view! { <OneAct file act=let_go() send/> })}
        {move || {
            (!disabled.get()).then(|| view! { <OneAct file act=reset() send/> })
        }}
        {move || {
            let act = if disabled.get() { enable() } else { disable() };
            (!own.get()).then(|| view! { <OneAct file act send/> })
        }}
    }
}

#[component]
fn OneAct(file: File, act: Act, send: Send) -> impl IntoView {
    let Act { title, means, button, done, grave, change } = act;
    let class =
        if grave { "govuk-button govuk-button--warning" } else { "govuk-button govuk-button--secondary" };
    let run = move |_| send.run((done, change.clone(), file.row.with_untracked(|row| row.version)));
    view! {
        <section class="act">
            <h3>{wording(title)}</h3>
            <p>{wording(means)}</p>
            <button type="button" class=class on:click=run>
                {wording(button)}
            </button>
        </section>
    }
}

/// Who answers for the colleague's work from now on: somebody of the same department who is at work.
#[component]
fn HandOver(file: File, others: Signal<Vec<StaffRow>>, send: Send) -> impl IntoView {
    let to = RwSignal::new(String::new());
    let fit = Memo::new(move |_| {
        file.row.with(|row| {
            let fits = |other: &&StaffRow| {
                !other.disabled && other.id != row.id && other.department == row.department
            };
            others.with(|others| others.iter().filter(fits).cloned().collect::<Vec<_>>())
        })
    });
    let choices = move || {
        fit.get().into_iter().map(|other| Choice::new(other.id.to_string(), other.name)).collect::<Vec<_>>()
    };
    let act = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        file.errors.clear();
        let Ok(to) = to.get_untracked().parse::<AccountId>() else {
            file.errors.refuse(vec![FieldError::new("/hand_over_to", "colleague_needed")]);
            return;
        };
        let change = ChangeStaff { hand_over_to: Some(to), ..ChangeStaff::default() };
        send.run(("admin-colleague-handed", change, file.row.with_untracked(|row| row.version)));
    };
    let busy = Signal::derive(move || file.said.with(|said| *said == Said::Sending));
    let form = move || {
        view! {
            <form class="desk-form" novalidate on:submit=act>
                <p>{wording("admin-colleague-hand-over-means")}</p>
                <SelectField
                    at="/hand_over_to"
                    label="admin-colleague-hand-over-to"
                    value=to
                    errors=file.errors
                    choices=Signal::derive(choices)
                    none="admin-colleague-hand-over-choose"
                />
                <div class="act-buttons">
                    <Submit label="admin-colleague-hand-over-send" busy/>
                </div>
            </form>
        }
    };
    view! {
        <section class="act">
            <h3>{wording("admin-colleague-hand-over")}</h3>
            {move || match fit.with(Vec::is_empty) {
                true => view! { <p class="data-soft">{wording("admin-colleague-hand-over-nobody")}</p> }.into_any(),
                false => form().into_any(),
            }}
        </section>
    }
}
