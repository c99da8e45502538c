//! Who looked at whose data; what happened to the safety of the service.
use shared::{
    page::Page,
    problem::Problem,
    transparency::{AccessEntry, SecurityEvent},
};

use super::{cursor_query, get};

/// `GET /access-entries`, the latest first.
pub async fn access_entries(cursor: Option<&str>) -> Result<Page<AccessEntry>, Problem> {
    get(&format!("/access-entries{}", cursor_query(cursor, 50))).fetch().await
}

/// `GET /security-events`, the latest first.
pub async fn security_events(cursor: Option<&str>) -> Result<Page<SecurityEvent>, Problem> {
    get(&format!("/security-events{}", cursor_query(cursor, 50))).fetch().await
}
