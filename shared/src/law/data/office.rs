//! Departments, districts, and which department serves which district.
use serde::{Deserialize, Serialize};

use super::caption::{Caption, Standing};

/// A department of the Service, its headquarters, or another Service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Department {
    pub code: String,
    pub kind: DepartmentKind,
    pub caption: Caption,
    pub law: Standing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DepartmentKind {
    Regional,
    Headquarters,
    /// Not ours: the Service of Nakhchivan answers for its own districts.
    OwnService,
}

/// A district or a city, as chosen in an address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct District {
    pub code: String,
    pub kind: DistrictKind,
    pub caption: Caption,
    /// Code of the department that serves it.
    pub department: String,
    /// False where no source names the department; headquarters serve it until one does.
    pub confirmed: bool,
    /// The department we would expect, to be confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DistrictKind {
    District,
    City,
    CityDistrict,
}
