//! The card of the calculator on the start page. Its fields stand there at once; what answers comes when it is touched.
use leptos::{ev, prelude::*, reactive::computed::ScopedFuture, task::spawn_local};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::head::head;
use crate::{
    components::{
        combobox::is_touch_screen,
        icon::{Icon, IconName},
    },
    i18n::{self, wording},
    typed::Typed,
};

/// Where the card is found; the shell draws it under the same id.
const ID: &str = "calculator";

/// Two questions and the day.
#[component]
pub fn Card() -> impl IntoView {
    let head_drawn = RwSignal::new_local(None::<AnyView>);
    let fetched = StoredValue::new(false);
    let texts = i18n::texts();
    let wake = move || {
        if fetched.try_update_value(|fetched| std::mem::replace(fetched, true)) != Some(false) {
            return;
        }
        spawn_local(ScopedFuture::new(async move {
            match head().await {
                Ok(view) if texts.rest().await => drop(head_drawn.try_set(Some(view))),
                // The next touch tries again.
                _ => drop(fetched.try_set_value(false)),
            }
        }));
    };
    let inside = move || {
        head_drawn.track();
        match head_drawn.try_update_untracked(Option::take).flatten() {
            None => view! { <Before/> }.into_any(),
            Some(head) => {
                Typed::within(ID).type_again();
                head
            }
        }
    };
    view! {
        <section class="hero-card" id=ID aria-labelledby="card" on:focusin=move |_| wake() on:pointerenter=move |_| wake()
            on:pointerdown=move |_| wake()>
            <h2 id="card">{wording("start-calculator")}</h2>
            <p class="second">{wording("start-calculator-lead")}</p>
            {inside}
        </section>
    }
}

/// The fields as they are drawn before anything can answer: what is typed into them is typed again into the real ones.
#[component]
fn Before() -> impl IntoView {
    // Two figures are a whole day or month.
    let step = move |event: ev::Event| {
        let Some(typed) = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) else {
            return;
        };
        let full = typed.value().len() == 2 && typed.value().bytes().all(|byte| byte.is_ascii_digit());
        let next = match typed.id().as_str() {
            "arrived" => "arrived-month",
            "arrived-month" => "arrived-year",
            _ => return,
        };
        if full && let Some(next) = document().get_element_by_id(next) {
            let _ = next.unchecked_into::<HtmlInputElement>().focus();
        }
    };
    let part = |(id, label, width): (&'static str, &'static str, &'static str)| {
        view! {
            <div class="date-box">
                <label class="date-label" for=id>{wording(label)}</label>
                <input class=format!("govuk-input {width}") id=id type="text" inputmode="numeric" autocomplete="off"
                    translate="no"/>
            </div>
        }
    };
    let boxes = [
        ("arrived", "date-day", "date-2"),
        ("arrived-month", "date-month", "date-2"),
        ("arrived-year", "date-year", "date-4"),
    ];
    view! {
        <div class="govuk-form-group">
            <div class="field-head">
                <label class="govuk-label" for="citizenship">{wording("calculator-citizenship")}</label>
            </div>
            <div class="combobox">
                <input class="govuk-input" id="citizenship" type="text" autocomplete="off" spellcheck="false"
                    inputmode=is_touch_screen().then_some("none")/>
                <Icon name=IconName::ChevronDown/>
            </div>
        </div>
        <div class="govuk-form-group">
            <fieldset class="govuk-fieldset">
                <legend class="govuk-fieldset__legend">
                    <span class="field-head"><span>{wording("field-arrival-date")}</span></span>
                </legend>
                <div class="date" on:input=step>{boxes.map(part).collect_view()}</div>
            </fieldset>
        </div>
        <div class="hero-answer" aria-live="polite" aria-atomic="true">
            <p class="second">{wording("start-calculator-wait")}</p>
        </div>
    }
}
