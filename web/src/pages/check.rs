//! S5 `/check`, `/check#…`: is a notice genuine? The signed part of the QR stays on the device; the code is asked for with a network.
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use leptos_router::hooks::use_location;
use shared::{
    problem::Problem,
    registrations::{NoticeCheck, SignedNotice},
};

mod verdict;

use self::verdict::{CheckedNotice, OfflineNotice, Unknown};
use crate::{
    client::notices::{self, Signed},
    components::{
        error_summary::ErrorSummary,
        form_errors::{FieldError, FormErrors},
        note::Note,
        page_title::PageTitle,
        problem_note::ProblemNote,
        skeleton::Skeleton,
        submit::Submit,
        text_field::TextField,
    },
    i18n::wording,
};

/// Letters of a code.
const LENGTH: usize = 12;

/// What is known.
#[derive(Debug, Clone)]
enum Answer {
    Nothing,
    Asking,
    /// The server said it.
    Checked(NoticeCheck),
    /// Only the signature could be checked.
    SignedOnly(SignedNotice),
    /// No such code.
    Unknown,
    /// The signature does not fit.
    Forged,
    Failed(Problem),
}

/// Anyone with a notice in the hand.
#[component]
pub fn CheckPage() -> impl IntoView {
    let code = RwSignal::new(String::new());
    let answer = RwSignal::new(Answer::Nothing);
    let hash = use_location().hash;
    Effect::new(move || {
        let jws = hash.get().trim_start_matches('#').to_owned();
        if jws.contains('.') {
            answer.set(Answer::Asking);
            spawn_local(async move { answer.set(by_signature(&jws).await) });
        }
    });
    let errors = FormErrors::new(&["/code"]);
    let busy = RwSignal::new(false);
    let send = move |event: SubmitEvent| {
        event.prevent_default();
        let plain = plain(&code.get_untracked());
        let wrong = plain.len() != LENGTH;
        if busy.get_untracked()
            || !errors.refuse(wrong.then(|| FieldError::new("/code", "notice_code")).into_iter().collect())
        {
            return;
        }
        busy.set(true);
        answer.set(Answer::Asking);
        spawn_local(async move {
            answer.set(by_code(&plain).await);
            busy.set(false);
        });
    };
    view! {
        <div class="frame page check">
            <PageTitle text=Signal::derive(wording("check-title")) errors=Signal::derive(move || errors.count())/>
            <p class="lead">{wording("check-lead")}</p>
            <div class="with-aside">
                <div>
                    <form novalidate=true on:submit=send>
                        <ErrorSummary errors/>
                        <TextField at="/code" label="field-verification-code" hint="check-code-hint" value=code errors
                            class="width-20" autocomplete="off"/>
                        <Submit label="check-act" busy/>
                    </form>
                    <div class="after" aria-live="polite">
                        {move || match answer.get() {
                            Answer::Nothing => ().into_any(),
                            Answer::Asking => view! { <Skeleton lines=5/> }.into_any(),
                            Answer::Checked(notice) => view! { <CheckedNotice notice/> }.into_any(),
                            Answer::SignedOnly(notice) => view! { <OfflineNotice notice/> }.into_any(),
                            Answer::Unknown => view! { <Unknown forged=false/> }.into_any(),
                            Answer::Forged => view! { <Unknown forged=true/> }.into_any(),
                            Answer::Failed(problem) => view! { <ProblemNote problem/> }.into_any(),
                        }}
                    </div>
                </div>
                <aside>
                    <Note>
                        <p class="note-title">{wording("check-qr-title")}</p>
                        <p>{wording("check-qr")}</p>
                    </Note>
                    <Note>
                        <p>{wording("check-shows")}</p>
                    </Note>
                </aside>
            </div>
        </div>
    }
}

/// First the signature on the device, then the state by the code: a revocation is known to the server only.
async fn by_signature(jws: &str) -> Answer {
    match notices::verify(jws).await {
        Signed::Forged => Answer::Forged,
        Signed::Genuine(notice) => match notices::check(&notice.c).await {
            Ok(checked) => Answer::Checked(checked),
            Err(problem) if problem.status == 404 => Answer::Unknown,
            Err(_) => Answer::SignedOnly(notice),
        },
        Signed::CannotTell => match notices::claimed_code(jws) {
            Some(code) => by_code(&code).await,
            None => Answer::Forged,
        },
    }
}

async fn by_code(code: &str) -> Answer {
    match notices::check(code).await {
        Ok(checked) => Answer::Checked(checked),
        Err(problem) if problem.status == 404 => Answer::Unknown,
        Err(problem) => Answer::Failed(problem),
    }
}

/// As the code is kept: spaces and hyphens are for reading, O is nought, I and L are one (Crockford).
fn plain(typed: &str) -> String {
    let letters = typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '-');
    letters
        .map(|letter| match letter.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(plain("k7qf 2m9t-oil4"), "K7QF2M9T0114");
    }
}
