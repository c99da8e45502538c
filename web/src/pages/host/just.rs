//! The registration that has just been accepted: its receipt is drawn without asking again.
use leptos::prelude::*;
use shared::{ids::RegistrationId, registrations::RegistrationView};

/// A context of the host's part.
#[derive(Debug, Clone, Copy)]
pub struct Just(StoredValue<Option<RegistrationView>>);

impl Just {
    pub fn provide() {
        provide_context(Self(StoredValue::new(None)));
    }

    /// Hands a registration to the page that follows.
    pub fn keep(self, view: RegistrationView) {
        self.0.set_value(Some(view));
    }

    /// The registration, once, if it is the one that is asked for.
    pub fn take(self, id: RegistrationId) -> Option<RegistrationView> {
        let held = self.0.try_update_value(Option::take).flatten();
        held.filter(|view| view.id == id)
    }
}
