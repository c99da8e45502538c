//! The page: one application for the public, hosts, officers and administrators.
#![expect(clippy::needless_pass_by_value, reason = "component props are owned values")]

mod app;
mod client;
mod components;
mod fallen;
mod i18n;
mod offices;
mod pages;
mod panics;
mod place;
mod press;
mod root;
mod session;
mod settings;
mod spot;
mod typed;

fn main() {
    panics::tell();
    wasm_bindgen_futures::spawn_local(app::start());
}
