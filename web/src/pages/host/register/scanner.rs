//! A scanner that types: keys faster than any hand, beginning like machine-readable lines, go to the box of the lines
//! wherever the focus is. What the field held that they began to be typed into is put back.
use std::time::Duration;

use leptos::{ev, prelude::*};
use shared::{countries, mrz};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, KeyboardEvent};

/// No hand is as fast, ten times running.
const GAP_MS: f64 = 80.0;
/// From here on the keys are the scanner's.
const ENOUGH: usize = 10;
/// As long after the last key it is done.
const DONE: Duration = Duration::from_millis(150);
/// The shortest zone has two lines of 36; a scan with a few letters lost is still one, and its box says what is wrong.
const SHORTEST: usize = 60;

/// What the keys came to so far.
#[derive(Debug, Default)]
struct Burst {
    letters: String,
    last: f64,
    /// The fields they went into before it was known, with what these had held.
    touched: Vec<(HtmlElement, String)>,
    taken: bool,
}

impl Burst {
    /// The next key of the same hand, or the first of another.
    fn begin(&mut self, now: f64) {
        if now - self.last > GAP_MS && !self.taken {
            *self = Self::default();
        }
        self.last = now;
    }

    fn is_a_zone(&self) -> bool {
        begins_a_zone(&self.letters)
    }
}

/// The letter of a zone and the code of an issuer.
fn begins_a_zone(letters: &str) -> bool {
    let kind = letters.chars().next().is_some_and(|letter| "PVIAC".contains(letter));
    kind && letters.chars().count() >= ENOUGH && letters.get(2..5).and_then(countries::normalise).is_some()
}

/// Watches the keys while the form is shown.
pub fn follow(value: RwSignal<String>) {
    let burst = StoredValue::new_local(Burst::default());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = waiting.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    let handle = window_event_listener(ev::keydown, move |event| {
        let Some(key) = key(&event) else { return };
        let taken = burst.try_update_value(|burst| heard(burst, &event, key)).unwrap_or(false);
        if taken {
            event.prevent_default();
            stop();
            waiting.set_value(set_timeout_with_handle(move || done(burst, value), DONE).ok());
        }
    });
    on_cleanup(move || {
        stop();
        handle.remove();
    });
}

/// Notes a key; whether it is the scanner's.
fn heard(burst: &mut Burst, event: &KeyboardEvent, key: char) -> bool {
    burst.begin(event.time_stamp());
    if burst.taken {
        burst.letters.push(key);
        return true;
    }
    if let Some((field, held)) = focused()
        && !burst.touched.iter().any(|(known, _)| *known == field)
    {
        burst.touched.push((field, held));
    }
    if key == '\n' {
        *burst = Burst::default();
        return false;
    }
    burst.letters.push(key);
    burst.taken = burst.is_a_zone();
    if burst.taken {
        for (field, held) in &burst.touched {
            put(field, held);
        }
        // Some fields hand the focus on while they are typed into.
        if let Some((field, _)) = burst.touched.first() {
            let _ = field.focus();
        }
    }
    burst.taken
}

/// The lines go to their box. What was none after all goes where it was typed.
fn done(burst: StoredValue<Burst, LocalStorage>, value: RwSignal<String>) {
    let Some(Burst { letters, touched, .. }) = burst.try_update_value(std::mem::take) else { return };
    let count = letters.chars().filter(|letter| *letter != '\n').count();
    match touched.first() {
        Some((field, held)) if count < SHORTEST => put(field, &format!("{held}{}", letters.trim_end())),
        _ => {
            let _ = value.try_set(mrz::completed(&letters));
        }
    }
}

/// The letter of the zone that a key types; by its place on the keyboard where another alphabet is chosen.
fn key(event: &KeyboardEvent) -> Option<char> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat() {
        return None;
    }
    let (key, code) = (event.key(), event.code());
    if matches!(key.as_str(), "Enter" | "Tab") {
        return Some('\n');
    }
    letter(&key, &code, event.shift_key())
}

fn letter(key: &str, code: &str, shift: bool) -> Option<char> {
    let mut letters = key.chars();
    let (typed, None) = (letters.next()?, letters.next()) else { return None };
    if typed == '<' || typed.is_ascii_alphanumeric() {
        return Some(typed.to_ascii_uppercase());
    }
    if code == "IntlBackslash" || (code == "Comma" && shift) {
        return Some('<');
    }
    let place = code.strip_prefix("Key").or_else(|| code.strip_prefix("Digit"))?;
    place.chars().next().filter(char::is_ascii_alphanumeric)
}

/// The field that has the focus, and what it holds.
fn focused() -> Option<(HtmlElement, String)> {
    let field = document().active_element()?.dyn_into::<HtmlElement>().ok()?;
    let held = held(&field)?;
    Some((field, held))
}

fn held(field: &HtmlElement) -> Option<String> {
    let text = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    let area = || field.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    let choice = || field.dyn_ref::<HtmlSelectElement>().map(HtmlSelectElement::value);
    text.or_else(area).or_else(choice)
}

/// As if it had been typed: the form hears of it.
fn put(field: &HtmlElement, text: &str) {
    if held(field).is_none_or(|now| now == text) {
        return;
    }
    if let Some(input) = field.dyn_ref::<HtmlInputElement>() {
        input.set_value(text);
    } else if let Some(area) = field.dyn_ref::<HtmlTextAreaElement>() {
        area.set_value(text);
    } else if let Some(choice) = field.dyn_ref::<HtmlSelectElement>() {
        choice.set_value(text);
    }
    for name in ["input", "change"] {
        if let Ok(event) = web_sys::Event::new(name) {
            event.init_event_with_bubbles(name, true);
            let _ = field.dispatch_event(&event);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_known_by_their_beginning() {
        for zone in ["P<TURYILMAZ<<", "I<AZEAA1234", "V<D<<MUELLER", "IDSWED2314", "PRUNOXXXXX"] {
            assert!(begins_a_zone(zone), "{zone}");
        }
        for other in ["P<TURYILM", "PETROVSKIY", "0501234567", "AZ12345678", "U214578933T", "V<UTOERIKSSON"] {
            assert!(!begins_a_zone(other), "{other}");
        }
    }

    #[test]
    fn a_key_is_known_by_its_place_where_another_alphabet_is_chosen() {
        assert_eq!(letter("p", "KeyP", false), Some('P'));
        assert_eq!(letter("з", "KeyP", false), Some('P'));
        assert_eq!(letter("Б", "Comma", true), Some('<'));
        assert_eq!(letter("7", "Digit7", false), Some('7'));
        assert_eq!(letter("Shift", "ShiftLeft", true), None);
        assert_eq!(letter(" ", "Space", false), None);
    }
}
