//! Who looked at whose data; what happened to the safety of the service.
use shared::{
    page::Page,
    problem::Problem,
    transparency::{
        AccessEntry, ExportAccess, FindAccount, FindPersons, FoundAccount, FoundPersons, SecurityEvent,
    },
};

use super::{Waiting, cursor_query, get, post};

/// `GET /access-entries`, the latest first; `asked` is what follows in the query.
pub async fn access_entries(asked: &str, cursor: Option<&str>) -> Result<Page<AccessEntry>, Problem> {
    get(&format!("/access-entries{}{asked}", cursor_query(cursor, 50))).fetch().await
}

/// `GET /security-events`, the latest first.
pub async fn security_events(asked: &str, cursor: Option<&str>) -> Result<Page<SecurityEvent>, Problem> {
    get(&format!("/security-events{}{asked}", cursor_query(cursor, 50))).fetch().await
}

/// `POST /access-entries/account`: whose account an address of sign-in is.
pub async fn find_account(form: &FindAccount) -> Result<FoundAccount, Problem> {
    post("/access-entries/account").json(form).fetch().await
}

/// `POST /access-entries/persons`: of whom such a document is known.
pub async fn find_persons(form: &FindPersons) -> Result<FoundPersons, Problem> {
    post("/access-entries/persons").json(form).fetch().await
}

/// `POST /access-entries/export`: a file of the log.
pub fn export(form: &ExportAccess) -> Waiting<String> {
    post("/access-entries/export").json(form).file()
}
