//! What the forms of an account share: sending, staleness, and what is said afterwards.
use leptos::{ev, html, prelude::*, task::spawn_local};
use shared::{
    identity::{ChangeMe, ConfirmEmail},
    problem::Problem,
    texts::format,
};
use validator::Validate;

use crate::{
    client,
    components::{
        error_summary::ErrorSummary,
        form_errors::FormErrors,
        icon::{Icon, IconName},
        note::Note,
        problem_note::ProblemNote,
        status_tag::Tone,
        submit::Submit,
    },
    i18n::{t_args, wording},
    session::{Session, session},
};

/// What became of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    Nothing,
    Sending,
    Done(String),
    /// The account was changed elsewhere: the new state has been fetched, what was typed is kept.
    Stale,
    Refused(Problem),
}

/// One form of the account.
#[derive(Debug, Clone, Copy)]
pub struct AccountForm {
    pub errors: FormErrors,
    said: RwSignal<Said>,
    session: Session,
    /// Key of what is said when it is done.
    done: &'static str,
}

impl AccountForm {
    pub fn new(fields: &'static [&'static str], done: &'static str) -> Self {
        Self { errors: FormErrors::new(fields), said: RwSignal::new(Said::Nothing), session: session(), done }
    }

    pub fn busy(self) -> Signal<bool> {
        Signal::derive(move || self.said.with(|said| *said == Said::Sending))
    }

    /// Sends it if the rules allow; `then` runs when it is done.
    pub fn send(self, form: ChangeMe, then: impl Fn() + 'static) {
        let Some(me) = untrack(move || self.session.me()) else { return };
        if self.may_go(&form) {
            self.tell(async move { client::account::change(me.version, &form).await.map(drop) }, then);
        }
    }

    /// The same for the code that came to the new address.
    pub fn confirm(self, form: ConfirmEmail, then: impl Fn() + 'static) {
        if self.may_go(&form) {
            self.tell(async move { client::account::confirm_email(&form).await }, then);
        }
    }

    /// Nothing is under way, and the rules allow it.
    fn may_go(self, form: &impl Validate) -> bool {
        self.said.with_untracked(|said| *said != Said::Sending) && self.errors.check(form)
    }

    fn tell(self, sent: impl Future<Output = Result<(), Problem>> + 'static, then: impl Fn() + 'static) {
        self.said.set(Said::Sending);
        spawn_local(async move {
            match sent.await {
                Ok(()) => {
                    self.session.reload();
                    let at = format::baku(untrack(client::clock::now));
                    self.said.set(Said::Done(format::clock(at.time())));
                    then();
                }
                Err(problem) if problem.status == 412 => {
                    self.session.reload();
                    self.said.set(Said::Stale);
                }
                Err(problem) if self.errors.take(&problem) => self.said.set(Said::Nothing),
                Err(problem) => self.said.set(Said::Refused(problem)),
            }
        });
    }
}

/// A form under a heading of its own: what is wrong comes first, then the answers and the button.
#[component]
pub fn FormPart(
    form: AccountForm,
    id: &'static str,
    title: &'static str,
    /// What stands between heading and form.
    #[prop(optional, into)]
    lead: Option<Signal<String>>,
    #[prop(into)] send: Callback<ev::SubmitEvent>,
    /// Key of the button.
    save: &'static str,
    /// Key of what stands below.
    #[prop(optional)]
    below: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    view! {
        <section aria-labelledby=id>
            <h2 id=id>{wording(title)}</h2>
            {lead.map(|lead| view! { <p translate="no">{lead}</p> })}
            <form novalidate on:submit=move |event| send.run(event)>
                <ErrorSummary errors=form.errors/>
                {children()}
                <Submit label=save busy=form.busy()/>
                <Outcome form/>
            </form>
            {below.map(|below| view! { <p class="second after">{wording(below)}</p> })}
        </section>
    }
}

/// Under the button: saved, changed elsewhere, or refused.
#[component]
pub fn Outcome(form: AccountForm) -> impl IntoView {
    move || match form.said.get() {
        Said::Nothing | Said::Sending => ().into_any(),
        Said::Done(time) => view! { <Done text=form.done time/> }.into_any(),
        Said::Stale => view! {
            <div role="alert">
                <Note tone=Tone::Warn icon=IconName::Warning>
                    <p>{wording("my-account-stale")}</p>
                </Note>
            </div>
        }
        .into_any(),
        Said::Refused(problem) => view! { <ProblemNote problem/> }.into_any(),
    }
}

/// Done, in the past, with the time; it takes the focus.
#[component]
pub fn Done(text: &'static str, time: String) -> impl IntoView {
    let said = NodeRef::<html::P>::new();
    Effect::new(move || {
        if let Some(said) = said.get() {
            let _ = said.focus();
        }
    });
    view! {
        <p class="saved" role="status" tabindex="-1" node_ref=said>
            <Icon name=IconName::Tick/>
            {move || t_args(text, &[("time", time.as_str().into())])}
        </p>
    }
}
