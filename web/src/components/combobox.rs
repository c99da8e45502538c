//! A list one can search in (ARIA 1.2); spelling is folded, so `turkiye` finds “Türkiyə”. On touch screens a native list.
use leptos::{ev, html, prelude::*};
use shared::fold;

use crate::{
    components::{
        choice_field::{Choice, SelectField},
        field::{Asked, Field, asked},
        form_errors::FormErrors,
        icon::{Icon, IconName},
    },
    i18n::t,
};

/// What the open list does with a key.
#[derive(Debug, Clone, Copy)]
enum Step {
    Down,
    Up,
}

/// One of many. `value` is the code of the chosen one, or empty.
#[component]
pub fn Combobox(
    at: &'static str,
    label: &'static str,
    value: RwSignal<String>,
    errors: FormErrors,
    #[prop(into)] choices: Signal<Vec<Choice>>,
    #[prop(optional)] hint: Option<&'static str>,
    #[prop(optional, into)] hint_text: Option<Signal<Option<String>>>,
    #[prop(optional)] optional: bool,
    #[prop(optional, into)] source: Option<Signal<Option<String>>>,
    /// What is typed and stands in no list is the answer too.
    #[prop(optional)]
    free: bool,
) -> impl IntoView {
    let asked = asked(at, label, errors, hint, hint_text, optional, source);
    let touch = RwSignal::new(false);
    Effect::new(move || touch.set(!free && is_touch_screen()));
    move || {
        if touch.get() {
            view! { <SelectField at label value errors choices hint_text=asked.hint optional source=asked.source/> }
                .into_any()
        } else {
            view! { <Searched asked value choices free/> }.into_any()
        }
    }
}

/// The state of one list.
#[derive(Debug, Clone, Copy)]
struct List {
    asked: Asked,
    value: RwSignal<String>,
    typed: RwSignal<String>,
    open: RwSignal<bool>,
    active: RwSignal<Option<usize>>,
    matches: Memo<Vec<Choice>>,
    choices: Signal<Vec<Choice>>,
    free: bool,
}

impl List {
    fn choose(self, choice: &Choice) {
        self.typed.set(choice.text.clone());
        self.value.set(choice.value.clone());
        self.asked.errors.forget(self.asked.at);
        self.open.set(false);
    }

    fn choose_active(self) -> bool {
        let at = self.active.get_untracked().filter(|_| self.open.get_untracked());
        let choice = at.and_then(|at| self.matches.with_untracked(|list| list.get(at).cloned()));
        choice.inspect(|choice| self.choose(choice)).is_some()
    }

    fn step(self, step: Step) {
        let count = self.matches.with_untracked(Vec::len);
        let next = match (step, self.active.get_untracked()) {
            _ if count == 0 => None,
            (Step::Down, Some(at)) if at + 1 < count => Some(at + 1),
            (Step::Down, _) => Some(0),
            (Step::Up, Some(at)) if at > 0 => Some(at - 1),
            (Step::Up, _) => Some(count - 1),
        };
        self.open.set(true);
        self.active.set(next);
        if let Some(at) = next {
            scroll_to(&self.option_id(at));
        }
    }

    fn type_in(self, text: String) {
        self.active.set((!text.is_empty()).then_some(0));
        self.value.set(if self.free { text.clone() } else { String::new() });
        self.typed.set(text);
        self.open.set(true);
        self.asked.errors.forget(self.asked.at);
    }

    /// Left without choosing: the only match is what was meant.
    fn leave(self) {
        // A field that is taken away while it has the focus is left too.
        if self.open.try_set(false).is_some() {
            return;
        }
        let chosen = !self.value.with_untracked(String::is_empty);
        if chosen || self.typed.with_untracked(String::is_empty) {
            return;
        }
        let typed = fold::fold(&self.typed.get_untracked());
        let matches = self.matches.get_untracked();
        let same = matches.iter().find(|choice| fold::fold(&choice.text) == typed);
        let only = matches.first().filter(|_| matches.len() == 1);
        if let Some(choice) = same.or(only) {
            self.choose(choice);
        }
    }

    fn option_id(self, at: usize) -> String {
        format!("{}-option-{at}", self.asked.id())
    }

    fn text_of(self, value: &str) -> Option<String> {
        self.choices
            .with(|list| list.iter().find(|choice| choice.value == value).map(|choice| choice.text.clone()))
    }
}

#[component]
fn Searched(
    asked: Asked,
    value: RwSignal<String>,
    choices: Signal<Vec<Choice>>,
    free: bool,
) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    // Opened on what is chosen, the list is whole.
    let chosen = move |list: &[Choice], typed: &str| {
        !free && value.with(|value| list.iter().any(|choice| choice.value == *value && choice.text == typed))
    };
    let matches = Memo::new(move |_| {
        choices.with(|list| {
            typed.with(|typed| if chosen(list, typed) { list.clone() } else { matching(list, typed) })
        })
    });
    let (open, active) = (RwSignal::new(false), RwSignal::new(None));
    let list = List { asked, value, typed, open, active, matches, choices, free };
    // A value from outside, or the same value in another language.
    Effect::new(move || {
        let value = value.get();
        match list.text_of(&value) {
            Some(text) => typed.set(text),
            None if value.is_empty() && !open.get_untracked() => typed.set(String::new()),
            None if free => typed.set(value),
            None => {}
        }
    });
    let id = asked.id();
    let list_id = format!("{id}-list");
    let key = move |event: ev::KeyboardEvent| match event.key().as_str() {
        "ArrowDown" => {
            event.prevent_default();
            list.step(Step::Down);
        }
        "ArrowUp" => {
            event.prevent_default();
            list.step(Step::Up);
        }
        "Enter" if !event.ctrl_key() && list.choose_active() => event.prevent_default(),
        "Tab" => {
            list.choose_active();
        }
        "Escape" if open.get_untracked() => {
            event.prevent_default();
            open.set(false);
        }
        _ => {}
    };
    view! {
        <Field asked>
            <div class="combobox">
                <input
                    class="govuk-input"
                    class:govuk-input--error=move || asked.wrong()
                    class:filled=move || asked.source.with(Option::is_some)
                    id=id
                    type="text"
                    role="combobox"
                    autocomplete="off"
                    spellcheck="false"
                    aria-autocomplete="list"
                    aria-expanded=move || open.get().to_string()
                    aria-controls=list_id.clone()
                    aria-activedescendant=move || {
                        active.get().filter(|_| open.get()).map(|at| list.option_id(at))
                    }
                    aria-describedby=move || asked.described_by()
                    aria-invalid=move || asked.wrong().then_some("true")
                    prop:value=typed
                    on:input:target=move |event| list.type_in(event.target().value())
                    on:focus:target=move |event| event.target().select()
                    on:click=move |_| open.set(true)
                    on:keydown=key
                    on:blur=move |_| list.leave()
                />
                <Icon name=IconName::ChevronDown/>
                <Options list id=list_id/>
            </div>
        </Field>
    }
}

#[component]
fn Options(list: List, id: String) -> impl IntoView {
    let ul = NodeRef::<html::Ul>::new();
    let option = move |(at, choice): (usize, Choice)| {
        let chosen = choice.value.clone();
        let text = choice.text.clone();
        view! {
            <li
                role="option"
                id=list.option_id(at)
                aria-selected=move || (list.active.get() == Some(at)).to_string()
                class:chosen=move || list.value.with(|value| *value == chosen)
                // Before the blur of the box.
                on:pointerdown=move |event| {
                    event.prevent_default();
                    list.choose(&choice);
                }
            >
                {text}
            </li>
        }
    };
    view! {
        <ul class="combobox-list" role="listbox" id=id node_ref=ul hidden=move || !list.open.get()
            aria-label=move || list.asked.label.get()>
            {move || {
                list.open.get().then(|| list.matches.get().into_iter().enumerate().map(option).collect_view())
            }}
            {move || {
                (list.open.get() && list.matches.with(Vec::is_empty))
                    .then(|| view! { <li class="combobox-none">{t("ui-no-results")}</li> })
            }}
        </ul>
    }
}

/// Who is called so comes first, then those that begin with what was typed, then those in which a word begins so.
fn matching(choices: &[Choice], typed: &str) -> Vec<Choice> {
    let wanted = fold::fold(typed);
    if wanted.is_empty() {
        return choices.to_vec();
    }
    let (mut same, mut first, mut then) = (Vec::new(), Vec::new(), Vec::new());
    for choice in choices {
        let text = fold::fold(&choice.text);
        if text == wanted {
            same.push(choice.clone());
        } else if text.starts_with(&wanted) || choice.value.eq_ignore_ascii_case(typed) {
            first.push(choice.clone());
        } else if text.split(' ').any(|word| word.starts_with(&wanted)) {
            then.push(choice.clone());
        }
    }
    [same, first, then].concat()
}

/// Is a finger what points here?
pub fn is_touch_screen() -> bool {
    window().match_media("(pointer: coarse)").ok().flatten().is_some_and(|query| query.matches())
}

fn scroll_to(id: &str) {
    let id = id.to_owned();
    request_animation_frame(move || {
        if let Some(option) = document().get_element_by_id(&id) {
            let nearest = web_sys::ScrollIntoViewOptions::new();
            nearest.set_block(web_sys::ScrollLogicalPosition::Nearest);
            option.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_is_folded_and_beginnings_come_first() {
        let list =
            [("GBR", "Böyük Britaniya"), ("TUR", "Türkiyə"), ("TKM", "Türkmənistan"), ("BRA", "Braziliya")];
        let list: Vec<_> = list.map(|(code, name)| Choice::new(code, name)).into();
        let found = |typed| matching(&list, typed).into_iter().map(|choice| choice.value).collect::<Vec<_>>();
        assert_eq!(found("turki"), ["TUR"]);
        assert_eq!(found("br"), ["BRA", "GBR"]);
        assert_eq!(found("tur"), ["TUR", "TKM"]);
        assert_eq!(found(""), ["GBR", "TUR", "TKM", "BRA"]);
        assert_eq!(found("Türkiyə"), ["TUR"]);
    }

    #[test]
    fn a_whole_name_comes_before_longer_ones() {
        let list = [("COD", "Konqo Demokratik Respublikası"), ("COG", "Konqo"), ("NGA", "Nigeriya")];
        let list: Vec<_> = list.map(|(code, name)| Choice::new(code, name)).into();
        assert_eq!(matching(&list, "Konqo").first().map(|choice| choice.value.as_str()), Some("COG"));
    }
}
