//! Figures for analysts: sums only, and none so small that somebody could be meant (B5, F7).
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString};

/// Counts below this are not shown.
pub const LEAST: i64 = 5;

/// Months of one report at most.
pub const MONTHS: usize = 12;

/// What divides the figures of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum GroupBy {
    /// Nothing: whole months.
    Month,
    Citizenship,
    Department,
}

/// Registrations by the month in Baku in which they were made, whatever became of them later.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegistrationsReport {
    pub group_by: GroupBy,
    /// Such as `2026-10`, in order.
    #[cfg_attr(feature = "openapi", schema(example = json!(["2026-09", "2026-10"])))]
    pub months: Vec<String>,
    /// One for each month; absent where the whole month is not shown.
    pub totals: Vec<Option<i64>>,
    /// Of the months that are shown.
    pub total: i64,
    pub rows: Vec<ReportRow>,
    /// Something is not shown: sums of rows are then at least what they say.
    pub hides: bool,
}

/// One citizenship or department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReportRow {
    /// ISO 3166 alpha-3, or the code of a department.
    #[cfg_attr(feature = "openapi", schema(example = "TUR"))]
    pub key: String,
    /// One for each month; absent where it is not shown.
    pub figures: Vec<Option<i64>>,
    /// Of the figures that are shown.
    pub total: i64,
}
