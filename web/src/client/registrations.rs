//! Registrations at the place of stay.
use shared::{
    batches::{BatchAnswer, RegisterBatch},
    identity::Language,
    ids::{PremisesId, RegistrationId},
    page::Page,
    problem::Problem,
    registrations::{
        AnnulRegistration, CorrectRegistration, ExtendRegistration, MoveGuest, NewRegistration,
        RecordDeparture, RegistrationRow, RegistrationView, SearchRegistrations,
    },
};
use uuid::Uuid;

use super::{Waiting, cursor_query, get, post};

/// Which registrations: a host's own by the first four, an officer's department's by the rest too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum View {
    #[default]
    InForce,
    Ending,
    Closed,
    All,
    New,
    Late,
    Unconfirmed,
}

impl View {
    /// As it stands in an address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InForce => "in_force",
            Self::Ending => "ending",
            Self::Closed => "closed",
            Self::All => "all",
            Self::New => "new",
            Self::Late => "late",
            Self::Unconfirmed => "unconfirmed",
        }
    }
}

/// `GET /registrations`.
pub async fn list(
    view: View,
    premises: Option<PremisesId>,
    cursor: Option<&str>,
) -> Result<Page<RegistrationRow>, Problem> {
    let premises = premises.map(|id| format!("&premises={id}")).unwrap_or_default();
    get(&format!("/registrations{}&view={}{premises}", cursor_query(cursor, 50), view.code())).fetch().await
}

/// `POST /registrations`: the same key is the same registration, sent again.
pub async fn create(form: &NewRegistration, key: Uuid) -> Result<RegistrationView, Problem> {
    post("/registrations").json(form).idempotency_key(key).fetch().await
}

/// `POST /registrations/batch`: the same key is the same act, sent again.
pub async fn create_all(registrations: &[serde_json::Value], key: Uuid) -> Result<BatchAnswer, Problem> {
    let body = RegisterBatch { registrations: registrations.to_vec() };
    post("/registrations/batch").json(&body).idempotency_key(key).fetch().await
}

/// `GET /registrations/{id}`.
pub async fn show(id: RegistrationId) -> Result<RegistrationView, Problem> {
    get(&format!("/registrations/{id}")).fetch().await
}

/// `POST /registrations/{id}/departure`.
pub async fn depart(
    id: RegistrationId,
    seen: i64,
    form: &RecordDeparture,
) -> Result<RegistrationView, Problem> {
    post(&format!("/registrations/{id}/departure")).if_match(seen).json(form).fetch().await
}

/// `POST /registrations/{id}/correction`.
pub async fn correct(
    id: RegistrationId,
    seen: i64,
    form: &CorrectRegistration,
) -> Result<RegistrationView, Problem> {
    post(&format!("/registrations/{id}/correction")).if_match(seen).json(form).fetch().await
}

/// `POST /registrations/{id}/extension`.
pub async fn extend(
    id: RegistrationId,
    seen: i64,
    form: &ExtendRegistration,
) -> Result<RegistrationView, Problem> {
    post(&format!("/registrations/{id}/extension")).if_match(seen).json(form).fetch().await
}

/// `POST /registrations/{id}/move`.
pub async fn relocate(id: RegistrationId, seen: i64, form: &MoveGuest) -> Result<RegistrationView, Problem> {
    post(&format!("/registrations/{id}/move")).if_match(seen).json(form).fetch().await
}

/// `POST /registrations/{id}/annulment`.
pub async fn annul(
    id: RegistrationId,
    seen: i64,
    form: &AnnulRegistration,
) -> Result<RegistrationView, Problem> {
    post(&format!("/registrations/{id}/annulment")).if_match(seen).json(form).fetch().await
}

/// `POST /registrations/search`: names go in the body, never in an address (F5).
pub async fn search(form: &SearchRegistrations) -> Result<Page<RegistrationRow>, Problem> {
    post("/registrations/search").json(form).fetch().await
}

/// `GET /registrations/{id}/notice`: the PDF, as an address that a link can hold.
pub fn notice(id: RegistrationId, language: Language) -> Waiting<String> {
    get(&format!("/registrations/{id}/notice?lang={language}")).file()
}

/// A departure that must go out although the page is being left: a beacon outlives it. Nobody reads the answer.
pub fn depart_on_leaving(id: RegistrationId, form: &RecordDeparture) {
    let Ok(body) = serde_json::to_string(form) else { return };
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type("application/json");
    let parts = js_sys::Array::of1(&body.into());
    if let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &kind) {
        let address = format!("/api/v1/registrations/{id}/departure");
        let _ = leptos::prelude::window().navigator().send_beacon_with_opt_blob(&address, Some(&blob));
    }
}
