//! A fault in the page's own code: named in the console, told to the service without personal data (R5), and the reader is
//! told instead of left with a dead page.
use std::panic::{self, PanicHookInfo};

use leptos::prelude::document;
use shared::faults::PageFault;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::client;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn console_error(text: &str);
}

/// From here on a panic is said before the code stops.
pub fn tell() {
    panic::set_hook(Box::new(said));
}

fn said(info: &PanicHookInfo<'_>) {
    console_error(&info.to_string());
    if let Some(place) = info.location() {
        client::faults::tell(&PageFault::at(place.file(), place.line(), place.column()));
    }
    // The shell's note stands in the reader's language and offers to load the page again.
    if let Some(note) = document().get_element_by_id("broken") {
        let _ = note.remove_attribute("hidden");
    }
}
