//! What an operator sees of a service at work: rates, times, what waits. Nobody's data.
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::ids::MessageId;

/// One running service, and the messages of all.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Figures {
    #[cfg_attr(feature = "openapi", schema(example = "0.1.0"))]
    pub version: String,
    /// `postgres` or `sqlite`.
    #[cfg_attr(feature = "openapi", schema(example = "postgres"))]
    pub database: String,
    /// Edition of the law that judges now.
    pub edition: u32,
    pub started_at: DateTime<Utc>,
    pub now: DateTime<Utc>,
    /// Memory of the process in bytes, where the system tells it.
    pub memory: Option<u64>,
    /// Requests before the database now, and how many places there are.
    pub under_way: u32,
    pub places: u32,
    /// The figures of `operations` are of so many seconds before `now`.
    pub seconds: i64,
    /// The busiest first.
    pub operations: Vec<OperationFigures>,
    pub messages: MessageFigures,
}

/// One operation of the API, in the last minutes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OperationFigures {
    #[cfg_attr(feature = "openapi", schema(example = "create_registration"))]
    pub operation: String,
    pub requests: u64,
    /// Answered with 4xx: the caller's.
    pub refused: u64,
    /// Answered with 5xx: ours.
    pub failed: u64,
    /// Half of the answers came within so many milliseconds, and 99 of 100; upper bounds of a scale.
    pub half_within: u32,
    pub nearly_all_within: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct MessageFigures {
    /// Not delivered yet.
    pub waiting: i64,
    /// Of them: tried in vain for the last time.
    pub resting: i64,
    /// When the oldest that waits was written.
    pub oldest: Option<DateTime<Utc>>,
    /// Those that were tried in vain, at rest first; twenty at most.
    pub stuck: Vec<StuckMessage>,
}

/// Neither what it says nor to whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct StuckMessage {
    pub id: MessageId,
    #[cfg_attr(feature = "openapi", schema(example = "address_confirmed"))]
    pub kind: String,
    pub created_at: DateTime<Utc>,
    pub attempts: i64,
    /// When it is tried next; nothing where it rests.
    pub next_at: Option<DateTime<Utc>>,
    /// Messages that wait behind it.
    pub behind: i64,
}
