//! P7: day, month, year in three boxes that understand pasting, month names and moving on.
use leptos::{ev, html, prelude::*};
use shared::{
    fold,
    texts::{Lang, format},
};

use crate::{
    components::{
        field::{FieldGroup, asked},
        form_errors::{FieldError, FormErrors},
    },
    i18n::wording,
    press::after_press,
};

/// The three boxes as they were typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Boxes {
    day: String,
    month: String,
    year: String,
}

impl Boxes {
    /// `2026-11-19`, or what comes nearest: the server's rule then says that there is no such day.
    fn joined(&self) -> String {
        if self.day.is_empty() && self.month.is_empty() && self.year.is_empty() {
            return String::new();
        }
        let month = month_number(&self.month).unwrap_or_else(|| self.month.clone());
        format!("{}-{month:0>2}-{:0>2}", self.year, self.day)
    }

    /// Reads `2026-11-19`, `19.11.2026`, `19/11/2026`, `19 noyabr 2026`.
    fn read(text: &str) -> Option<Self> {
        let words: Vec<&str> =
            text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let [first, month, last, ..] = words.as_slice() else { return None };
        let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
        let month = month_number(month)?;
        let numbers = [year, day].iter().all(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
        numbers.then(|| Self {
            day: format!("{day:0>2}"),
            month: format!("{month:0>2}"),
            year: (*year).to_owned(),
        })
    }
}

/// What stands in one box after a key.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Typed {
    text: String,
    /// A dot, a slash, a space: on to the next box.
    ended: bool,
    /// A whole date came at once.
    whole: Option<Boxes>,
}

impl Typed {
    /// People write 5.11.2026 and 5/11/2026 in one go: what stands between is not typed into a box.
    fn read(raw: &str) -> Self {
        let between = |letter: char| !letter.is_alphanumeric();
        let text = raw.trim_matches(between).to_owned();
        Self { ended: !text.is_empty() && raw.ends_with(between), whole: Boxes::read(&text), text }
    }
}

/// A number as it is, or the number of a month by its name in any of our languages.
fn month_number(text: &str) -> Option<String> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return (!text.is_empty()).then(|| text.to_owned());
    }
    let typed = fold::fold(text);
    let months = (1..=12).filter_map(|month| chrono::NaiveDate::from_ymd_opt(2000, month, 1));
    let mut names = months
        .enumerate()
        .flat_map(|(at, day)| Lang::ALL.map(move |lang| (at + 1, fold::fold(format::month(lang, day)))));
    let short = typed.chars().count() >= 3;
    names.find(|(_, name)| short && name.starts_with(&typed)).map(|(number, _)| number.to_string())
}

/// A date. `value` is `YYYY-MM-DD` or empty.
#[component]
pub fn DateField(
    at: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    errors: FormErrors,
    #[prop(optional)] hint: Option<&'static str>,
    #[prop(optional, into)] hint_text: Option<Signal<Option<String>>>,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] source: Option<Signal<Option<String>>>,
    /// Today in Baku, where today is a likely answer: then a button fills it in.
    #[prop(optional, into)]
    today: Option<Signal<chrono::NaiveDate>>,
    /// Birthdays and expiry dates can be filled by the browser: `bday`.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
) -> impl IntoView {
    let asked = asked(at, label, errors, hint, hint_text, optional, source);
    let boxes = RwSignal::new(Boxes::default());
    // What came from outside, such as the machine-readable lines or a draft.
    Effect::new(move || {
        let value = value.get();
        if boxes.with_untracked(Boxes::joined) != value {
            boxes.set(Boxes::read(&value).unwrap_or_default());
        }
    });
    let change = move |change: &dyn Fn(&mut Boxes)| {
        boxes.update(|boxes| change(boxes));
        value.set(boxes.with_untracked(Boxes::joined));
        errors.forget(at);
    };
    let (day, month, year) = (NodeRef::new(), NodeRef::new(), NodeRef::new());
    // Moved on by itself: a Tab that comes now meant the same step.
    let hopped = RwSignal::new(false);
    let hop = move |to: NodeRef<html::Input>| {
        focus(to);
        hopped.set(true);
    };
    let paste = move |event: ev::ClipboardEvent| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text").ok()).unwrap_or_default();
        if let Some(read) = Boxes::read(&text) {
            event.prevent_default();
            change(&|boxes| *boxes = read.clone());
            focus(year);
        }
    };
    let look = move || {
        let Some(typed) = boxes.try_get_untracked() else { return };
        if (1..=3).contains(&typed.year.len()) && typed.year.bytes().all(|byte| byte.is_ascii_digit()) {
            errors.mark(FieldError::new(at, "year_short").with("year", typed.year));
        }
    };
    let leave = move |()| after_press(look);
    let id = asked.id();
    let fill =
        autocomplete.map(|kind| [format!("{kind}-day"), format!("{kind}-month"), format!("{kind}-year")]);
    let [fill_day, fill_month, fill_year] = fill.unwrap_or_else(|| ["off", "off", "off"].map(str::to_owned));
    view! {
        <FieldGroup asked>
            <div class="date" on:paste=paste>
                <DateBox id=id.clone() label="date-day" width="date-2" asked node=day fill=fill_day
                    text=Signal::derive(move || boxes.with(|boxes| boxes.day.clone()))
                    typed=Callback::new(move |Typed { text, ended, whole }: Typed| {
                        if let Some(whole) = whole {
                            change(&|boxes| *boxes = whole.clone());
                            return focus(year);
                        }
                        let full = text.len() == 2;
                        change(&|boxes| boxes.day.clone_from(&text));
                        if ended { focus(month) } else if full { hop(month) }
                    })
                    hopped
                    back=Callback::new(|()| {})
                    leave=Callback::new(leave)/>
                <DateBox id=format!("{id}-month") label="date-month" width="date-2" asked node=month fill=fill_month
                    text=Signal::derive(move || boxes.with(|boxes| boxes.month.clone()))
                    typed=Callback::new(move |Typed { text, ended, .. }: Typed| {
                        let full = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
                        change(&|boxes| boxes.month.clone_from(&text));
                        if ended { focus(year) } else if full { hop(year) }
                    })
                    hopped
                    back=Callback::new(move |()| focus(day))
                    leave=Callback::new(leave)/>
                <DateBox id=format!("{id}-year") label="date-year" width="date-4" asked node=year fill=fill_year
                    text=Signal::derive(move || boxes.with(|boxes| boxes.year.clone()))
                    typed=Callback::new(move |Typed { text, .. }: Typed| {
                        change(&|boxes| boxes.year.clone_from(&text));
                    })
                    hopped
                    back=Callback::new(move |()| focus(month))
                    leave=Callback::new(leave)/>
                {today.map(|today| view! { <TodayButton today value errors at/> })}
            </div>
        </FieldGroup>
    }
}

#[component]
fn TodayButton(
    today: Signal<chrono::NaiveDate>,
    value: RwSignal<String>,
    errors: FormErrors,
    at: &'static str,
) -> impl IntoView {
    let fill = move |_| {
        value.set(today.get_untracked().to_string());
        errors.forget(at);
    };
    view! { <button class="quiet" type="button" on:click=fill>{wording("date-today")}</button> }
}

#[component]
fn DateBox(
    id: String,
    label: &'static str,
    width: &'static str,
    asked: crate::components::field::Asked,
    node: NodeRef<html::Input>,
    fill: String,
    text: Signal<String>,
    typed: Callback<Typed>,
    hopped: RwSignal<bool>,
    back: Callback<()>,
    leave: Callback<()>,
) -> impl IntoView {
    let key = move |event: ev::KeyboardEvent| {
        let at_start = node.get_untracked().is_some_and(|input| input.value().is_empty());
        if event.key() == "Backspace" && at_start {
            back.run(());
        }
        let hopped = hopped.try_update(std::mem::take).unwrap_or_default();
        if event.key() == "Tab" && !event.shift_key() && hopped && at_start {
            event.prevent_default();
        }
    };
    let type_in = move |event: ev::Targeted<ev::Event, web_sys::HtmlInputElement>| {
        let input = event.target();
        let raw = input.value();
        let read = Typed::read(&raw);
        if read.text != raw {
            input.set_value(&read.text);
        }
        typed.run(read);
    };
    view! {
        <div class="date-box">
            <label class="date-label" for=id.clone()>{wording(label)}</label>
            <input
                node_ref=node
                class=format!("govuk-input {width}")
                class:govuk-input--error=move || asked.wrong()
                class:filled=move || asked.source.with(Option::is_some)
                id=id
                type="text"
                inputmode="numeric"
                autocomplete=fill
                translate="no"
                aria-invalid=move || asked.wrong().then_some("true")
                prop:value=text
                on:input:target=type_in
                on:keydown=key
                // A box that is taken away while it has the focus says so too.
                on:blur=move |_| { let _ = leave.try_run(()); }
            />
        </div>
    }
}

fn focus(input: NodeRef<html::Input>) {
    if let Some(input) = input.get_untracked() {
        let _ = input.focus();
        input.select();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_date_fills_the_boxes() {
        for text in [
            "2026-11-19",
            "19.11.2026",
            "19/11/2026",
            "19 noyabr 2026",
            "19 November 2026",
            "19 ноября 2026 года",
        ] {
            assert_eq!(Boxes::read(text).unwrap().joined(), "2026-11-19", "{text}");
        }
        assert_eq!(Boxes::read("U21457893"), None);
    }

    #[test]
    fn what_stands_between_moves_on_and_is_not_typed() {
        let typed = |raw| {
            let Typed { text, ended, .. } = Typed::read(raw);
            (text, ended)
        };
        assert_eq!(typed("5"), ("5".into(), false));
        for raw in ["5.", "5/", "5 ", "5-"] {
            assert_eq!(typed(raw), ("5".into(), true), "{raw}");
        }
        assert_eq!(typed("."), (String::new(), false));
        assert_eq!(Typed::read("5.11.2026").whole.unwrap().joined(), "2026-11-05");
    }

    #[test]
    fn what_is_not_a_day_stays_as_typed() {
        let boxes = Boxes { day: "31".into(), month: "2".into(), year: "26".into() };
        assert_eq!(boxes.joined(), "26-02-31");
        assert_eq!(Boxes::default().joined(), "");
    }
}
