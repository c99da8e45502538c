//! A file that the session may read: fetched as every other answer, then handed to the browser.
use leptos::{prelude::*, task::spawn_local};
use shared::problem::Problem;

use crate::client::Waiting;

/// What became of the last file that was asked for.
#[derive(Debug, Clone, Copy)]
pub struct Download {
    pub busy: RwSignal<bool>,
    pub problem: RwSignal<Option<Problem>>,
}

impl Download {
    /// Call it in the body of a component.
    pub fn new() -> Self {
        Self { busy: RwSignal::new(false), problem: RwSignal::new(None) }
    }

    /// Fetches the file and saves it under a name without personal data; asked for twice it comes once.
    pub fn save(self, file: Waiting<String>, name: String) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.problem.set(None);
        spawn_local(async move {
            let answer = file.await;
            let _ = self.busy.try_set(false);
            match answer {
                Ok(address) => hand_over(&address, &name),
                Err(problem) => {
                    let _ = self.problem.try_set(Some(problem));
                }
            }
        });
    }
}

/// A text that the page itself has written.
pub fn save_text(text: &str, name: &str, kind: &str) {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options);
    if let Ok(address) = blob.and_then(|blob| web_sys::Url::create_object_url_with_blob(&blob)) {
        hand_over(&address, name);
    }
}

/// By a link that nobody sees.
fn hand_over(address: &str, name: &str) {
    use wasm_bindgen::JsCast;
    let link = document()
        .create_element("a")
        .ok()
        .and_then(|link| link.dyn_into::<web_sys::HtmlAnchorElement>().ok());
    if let Some(link) = link {
        link.set_href(address);
        link.set_download(name);
        link.click();
    }
    let _ = web_sys::Url::revoke_object_url(address);
}
