//! A guest who stayed here before: the house's own register knows the document, and what it knows can be taken over (S8).
use std::time::Duration;

use leptos::{prelude::*, task::spawn_local};
use shared::{
    registrations::{RegistrationRow, RegistrationView, SearchRegistrations},
    texts::format,
};

use super::{
    answers::{Answers, Source, of_guest},
    entry::Entry,
    form,
};
use crate::{
    client,
    components::{icon::IconName, note::Note, status_tag::Tone},
    i18n::{language, t, t_args},
    pages::host::words,
    press::after_press,
};

/// Asked when the typing rests; a number as short as that is still being typed.
const REST: Duration = Duration::from_millis(600);
const SHORTEST: usize = 5;

/// The last stay of the guest whose document stands in the form, and the question whether it is to be used.
#[component]
pub fn KnownGuest(entry: Entry) -> impl IntoView {
    let known = RwSignal::new(None::<RegistrationRow>);
    let busy = RwSignal::new(false);
    follow(entry.answers, known);
    let take = move |_| {
        let Some(id) = known.with_untracked(|row| row.as_ref().map(|row| row.id)) else { return };
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let answer = client::registrations::show(id).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(view) => {
                    take_over(entry, &view);
                    let _ = known.try_set(None);
                }
                Err(problem) => {
                    let _ = entry.problem.try_set(Some(problem));
                }
            }
        });
    };
    view! {
        <div role="status">
            {move || known.get().map(|row| view! {
                <Note icon=IconName::Refresh tone=Tone::Info>
                    <p class="note-title">{said(&row)}</p>
                    <p>{t_args("host-known-from", &[("number", row.number.into())])}</p>
                    <button class="quiet" type="button" aria-busy=move || busy.get().then_some("true") on:click=take>
                        {t("host-known-take")}
                    </button>
                    <button class="quiet" type="button" on:click=move |_| known.set(None)>{t("host-known-leave")}</button>
                </Note>
            })}
        </div>
    }
}

/// Əvvəl də qalıb: YILMAZ EMRE, 23–30 noyabr 2026; tracked.
fn said(row: &RegistrationRow) -> String {
    let key = if row.in_force { "host-known-now" } else { "host-known-before" };
    let period = format::period(language(), row.from, row.until);
    t_args(key, &[("name", words::name(&row.surname, &row.given_names).into()), ("period", period.into())])
}

/// Asks the house's own register for the document, never anybody else's. No answer is no news: this is only help.
fn follow(answers: Answers, known: RwSignal<Option<RegistrationRow>>) {
    let number = Memo::new(move |_| {
        answers.number.track();
        Some(form::code(answers.number)).filter(|number| number.len() >= SHORTEST)
    });
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = waiting.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let ask = move |asked: String| {
        spawn_local(async move {
            let form = SearchRegistrations { document_number: Some(asked.clone()), ..Default::default() };
            let Ok(page) = client::registrations::search(&form).await else { return };
            if number.try_get_untracked().flatten() == Some(asked) {
                let row = page.items.into_iter().next();
                after_press(move || {
                    let _ = known.try_set(row);
                });
            }
        });
    };
    Effect::new(move || {
        stop();
        known.set(None);
        if let Some(number) = number.get() {
            waiting.set_value(set_timeout_with_handle(move || ask(number), REST).ok());
        }
    });
    on_cleanup(stop);
}

/// Fills what is empty or was only the usual answer; what was typed or read from the passport today stays.
fn take_over(entry: Entry, view: &RegistrationView) {
    let answers = entry.answers.all();
    for (at, text) in of_guest(view).into_iter().filter(|(_, text)| !text.is_empty()) {
        let Some((_, answer)) = answers.iter().copied().find(|(known, _)| *known == at) else { continue };
        let read = entry.filled.source_now(at, answer) == Some(Source::Mrz);
        if !read && !entry.filled.by_hand(at, answer) {
            entry.filled.fill(at, answer, Source::LastStay, &text);
            entry.errors.forget(at);
        }
    }
}
