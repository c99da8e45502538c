//! What was typed into fields that are drawn anew is typed again: nobody loses a letter because code came late.
use js_sys::{Function, Reflect};
use leptos::{prelude::document, task};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventInit, HtmlInputElement, HtmlSelectElement};

/// The fields of a part of the page as somebody left them.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    fields: Vec<Field>,
}

#[derive(Debug, Clone)]
struct Field {
    id: String,
    text: String,
    /// Where the writing stands in the field that has the focus.
    focus: Option<Selected>,
}

/// From and to, where the browser says so.
type Selected = (Option<u32>, Option<u32>);

impl Typed {
    /// Reads the fields inside the element with this id.
    pub fn within(id: &str) -> Self {
        let Some(part) = document().get_element_by_id(id) else { return Self::default() };
        let inputs = part.get_elements_by_tag_name("input");
        let input = |at| inputs.item(at)?.dyn_into::<HtmlInputElement>().ok();
        Self { fields: (0..inputs.length()).filter_map(input).filter_map(Field::read).collect() }
    }

    /// Types it into the fields that stand there once everything that waits to be drawn is drawn.
    pub fn type_again(self) {
        if self.fields.is_empty() {
            return;
        }
        task::spawn_local(async move {
            // What is drawn asks the size of the screen first, and draws once more.
            task::tick().await;
            task::tick().await;
            let (here, others): (Vec<_>, Vec<_>) =
                self.fields.into_iter().partition(|field| field.focus.is_some());
            others.iter().chain(&here).for_each(Field::write);
        });
    }
}

impl Field {
    /// None: nothing was typed, and nobody is there.
    fn read(input: HtmlInputElement) -> Option<Self> {
        let here =
            document().active_element().is_some_and(|active| active == *input.unchecked_ref::<Element>());
        let selected = || (input.selection_start().ok().flatten(), input.selection_end().ok().flatten());
        let field = Self { id: input.id(), text: input.value(), focus: here.then(selected) };
        (here || !field.text.is_empty()).then_some(field)
    }

    fn write(&self) {
        let Some(found) = document().get_element_by_id(&self.id) else { return };
        if let Some(list) = found.dyn_ref::<HtmlSelectElement>() {
            // On a touch screen the field is a list: it opens as if it had been there.
            if self.focus.is_some() {
                let _ = list.focus();
                show(list);
            }
            return;
        }
        let Ok(input) = found.dyn_into::<HtmlInputElement>() else { return };
        if !self.text.is_empty() {
            input.set_value(&self.text);
            tell(&input, "input");
        }
        match self.focus {
            Some((from, to)) => {
                let _ = input.focus();
                if let (Some(from), Some(to)) = (from, to) {
                    let _ = input.set_selection_range(from, to);
                }
            }
            // Left: what was typed is looked at.
            None => tell(&input, "blur"),
        }
    }
}

fn tell(input: &HtmlInputElement, what: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict(what, &init) {
        let _ = input.dispatch_event(&event);
    }
}

/// Not in every browser; then the list opens by the next touch.
fn show(list: &HtmlSelectElement) {
    let picker = Reflect::get(list, &JsValue::from_str("showPicker")).ok();
    if let Some(Ok(picker)) = picker.map(JsCast::dyn_into::<Function>) {
        let _ = picker.call0(list);
    }
}
