//! The law in force, as the server publishes it; the page's engine answers from it.
use serde::Deserialize;
use shared::{law::Service, problem::Problem};

use super::get;
use crate::settings::Settings;

/// The part of `GET /law/editions/current` that the page needs.
#[derive(Debug, Deserialize)]
struct Current {
    number: u32,
}

/// Registration at the place of stay, with all that its questions need, in the edition in force.
pub async fn service(settings: &Settings) -> Result<Service, Problem> {
    if let Some(address) = &settings.law {
        return super::call::get_file(address).fetch().await;
    }
    let Current { number } = get("/law/editions/current").once().fetch().await?;
    get(&format!("/law/editions/{number}/services/registration_stay")).once().fetch().await
}
