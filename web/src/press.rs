//! What is found on leaving a field is told after the press that left it: no button moves away under the pointer.
use std::time::Duration;

use leptos::prelude::*;

use crate::root::everywhere;

/// While something is held down, it is looked again so often.
const AGAIN: Duration = Duration::from_millis(50);

/// Whether a finger or a button of the mouse is down, a context of the application.
#[derive(Debug, Clone, Copy)]
pub struct Press(StoredValue<bool>);

impl Press {
    /// Watches the pointer from here on.
    pub fn provide() {
        let held = StoredValue::new(false);
        for (event, down) in [("pointerdown", true), ("pointerup", false), ("pointercancel", false)] {
            window_event_listener_untyped(event, move |_| held.set_value(down));
        }
        provide_context(Self(held));
    }
}

/// Runs `act` once nothing is held down and the click has reached what was pressed. A tap is told whole, from press to
/// click: it is enough to wait for the end of that.
pub fn after_press(act: impl FnOnce() + 'static) {
    let Press(held) = everywhere();
    let wait = if held.get_value() { AGAIN } else { Duration::ZERO };
    set_timeout(
        move || {
            if held.get_value() {
                after_press(act);
            } else {
                act();
            }
        },
        wait,
    );
}
