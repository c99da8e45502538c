//! A person: one's own registrations and data, and the link of an account at the counter.
use shared::{
    identity::Language,
    ids::{PersonId, RegistrationId},
    page::Page,
    persons::{FindPerson, LinkAccount, LinkCode, MyData, PersonRow},
    problem::Problem,
    registrations::{RegistrationRow, RegistrationView},
    transparency::{AccessOffice, MyAccess},
};

use super::{Waiting, cursor_query, delete, get, post};

/// `GET /my/registrations`.
pub async fn registrations(cursor: Option<&str>) -> Result<Page<RegistrationRow>, Problem> {
    get(&format!("/my/registrations{}", cursor_query(cursor, 50))).fetch().await
}

/// `GET /my/registrations/{id}`.
pub async fn registration(id: RegistrationId) -> Result<RegistrationView, Problem> {
    get(&format!("/my/registrations/{id}")).fetch().await
}

/// `GET /my/registrations/{id}/notice`: the PDF, as an address that a link can hold.
pub fn notice(id: RegistrationId, language: Language) -> Waiting<String> {
    get(&format!("/my/registrations/{id}/notice?lang={language}")).file()
}

/// `GET /my/access-log`: of one office and since a moment, where they are said.
pub async fn access_log(
    office: &str,
    from: Option<&str>,
    cursor: Option<&str>,
) -> Result<Page<MyAccess>, Problem> {
    let mut path = format!("/my/access-log{}", cursor_query(cursor, 50));
    if !office.is_empty() {
        path.push_str(&format!("&office={}", js_sys::encode_uri_component(office)));
    }
    if let Some(from) = from {
        path.push_str(&format!("&from={from}"));
    }
    get(&path).fetch().await
}

/// `GET /my/access-log/offices`.
pub async fn offices() -> Result<Page<AccessOffice>, Problem> {
    get("/my/access-log/offices").fetch().await
}

/// `GET /my/data`.
pub async fn data() -> Result<MyData, Problem> {
    get("/my/data").fetch().await
}

/// `GET /my/data`: as a file.
pub fn data_file() -> Waiting<String> {
    get("/my/data").file()
}

/// `POST /me/link-code`.
pub async fn link_code() -> Result<LinkCode, Problem> {
    post("/me/link-code").fetch().await
}

/// `POST /persons/search`: a document's number goes in the body, never in an address (F5).
pub async fn search(form: &FindPerson) -> Result<Page<PersonRow>, Problem> {
    post("/persons/search").json(form).fetch().await
}

/// `POST /persons/{id}/account-link`.
pub async fn link(id: PersonId, seen: i64, form: &LinkAccount) -> Result<PersonRow, Problem> {
    post(&format!("/persons/{id}/account-link")).if_match(seen).json(form).fetch().await
}

/// `DELETE /persons/{id}/account-link`.
pub async fn unlink(id: PersonId, seen: i64) -> Result<(), Problem> {
    delete(&format!("/persons/{id}/account-link")).if_match(seen).done().await
}
