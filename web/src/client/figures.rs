//! How the service is doing.
use shared::{figures::Figures, problem::Problem};

use super::get;

/// `GET /figures`.
pub async fn show() -> Result<Figures, Problem> {
    get("/figures").fetch().await
}
