//! In the place of what only proof opens: how an account becomes somebody's, and the code for the counter.
use leptos::{prelude::*, task::spawn_local};
use shared::{persons::LinkCode, problem::Problem, texts::format};

use crate::{
    client,
    components::{
        icon::IconName, note::Note, page_title::PageTitle, problem_note::ProblemNote, status_tag::Tone,
        submit::Submit,
    },
    i18n::{t_args, wording},
    place::way,
};

/// Three steps, and the code when somebody stands at the counter.
#[component]
pub fn LinkPage() -> impl IntoView {
    let code = RwSignal::<Option<LinkCode>>::new(None);
    let problem = RwSignal::<Option<Problem>>::new(None);
    let busy = RwSignal::new(false);
    let ask = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        problem.set(None);
        spawn_local(async move {
            match client::persons::link_code().await {
                Ok(fresh) => code.set(Some(fresh)),
                Err(said) => problem.set(Some(said)),
            }
            busy.set(false);
        });
    };
    view! {
        <div class="account">
            <PageTitle text=Signal::derive(wording("my-link-title"))/>
            <p class="lead">{wording("my-link-lead")}</p>
            <ol class="steps">
                <li>{wording("my-link-step-come")}</li>
                <li>{wording("my-link-step-show")}</li>
                <li>{wording("my-link-step-code")}</li>
            </ol>
            <form novalidate on:submit=ask>
                <Submit label="my-link-show-code" busy/>
            </form>
            {move || problem.get().map(|problem| view! { <ProblemNote problem/> })}
            <div role="status">{move || code.get().map(|code| view! { <Code code/> })}</div>
            <p class="second after">{wording("my-link-why")}</p>
            <p class="second">
                <a href=way("/contacts")>{wording("my-link-where")}</a>
            </p>
        </div>
    }
}

/// Large, in groups of four, with the time until which it works.
#[component]
fn Code(code: LinkCode) -> impl IntoView {
    let letters: Vec<char> = code.code.chars().collect();
    let grouped =
        letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("\u{a0}");
    let until = format::clock(format::baku(code.until).time());
    view! {
        <Note icon=IconName::Key tone=Tone::Info>
            <p class="link-code" translate="no">{grouped}</p>
            <p>{move || t_args("my-link-until", &[("time", until.as_str().into())])}</p>
        </Note>
    }
}
