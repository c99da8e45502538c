//! Figures for analysts.
use shared::{problem::Problem, reports::RegistrationsReport};

use super::{Waiting, get};

/// `GET /reports/registrations`; `asked` is its query.
pub async fn registrations(asked: &str) -> Result<RegistrationsReport, Problem> {
    get(&format!("/reports/registrations?{asked}")).fetch().await
}

/// `GET /reports/registrations/file`: the same as CSV.
pub fn registrations_file(asked: &str) -> Waiting<String> {
    get(&format!("/reports/registrations/file?{asked}")).file()
}
