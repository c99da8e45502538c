//! Every permission, and which role holds it (B1).
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString};

/// What an account may be to the Service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Role {
    /// Receives guests: a hotel, an owner of a flat.
    Host,
    /// A program that acts for a host.
    Client,
    /// Has an account for what the Service keeps of oneself: a foreigner, a stateless person, a citizen.
    Person,
    Officer,
    Supervisor,
    Administrator,
    /// Looks at what the others looked at; changes nothing.
    Auditor,
    /// Sees sums, never a person.
    Analyst,
}

/// May this role do such things? One line each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Permission {
    /// See and change one's own account and sessions.
    #[strum(serialize = "account.own")]
    #[serde(rename = "account.own")]
    AccountOwn,
    /// Register guests and change one's own registrations.
    #[strum(serialize = "registrations.write")]
    #[serde(rename = "registrations.write")]
    RegistrationsWrite,
    /// See one's own guests.
    #[strum(serialize = "registrations.read")]
    #[serde(rename = "registrations.read")]
    RegistrationsRead,
    /// See the registrations of one's department.
    #[strum(serialize = "registrations.supervise")]
    #[serde(rename = "registrations.supervise")]
    RegistrationsSupervise,
    /// Ask for an address.
    #[strum(serialize = "premises.write")]
    #[serde(rename = "premises.write")]
    PremisesWrite,
    /// See one's own addresses.
    #[strum(serialize = "premises.read")]
    #[serde(rename = "premises.read")]
    PremisesRead,
    /// See the address requests of one's department.
    #[strum(serialize = "premises.supervise")]
    #[serde(rename = "premises.supervise")]
    PremisesSupervise,
    /// Confirm or reject an address.
    #[strum(serialize = "premises.decide")]
    #[serde(rename = "premises.decide")]
    PremisesDecide,
    /// See how the work of one's department stands, and who did it.
    #[strum(serialize = "department.oversee")]
    #[serde(rename = "department.oversee")]
    DepartmentOversee,
    /// Make and end API clients of one's own party.
    #[strum(serialize = "clients.manage")]
    #[serde(rename = "clients.manage")]
    ClientsManage,
    /// See what the Service keeps of oneself, and who looked at it.
    #[strum(serialize = "person.own")]
    #[serde(rename = "person.own")]
    PersonOwn,
    /// Link an account to the person whose document one has seen.
    #[strum(serialize = "persons.link")]
    #[serde(rename = "persons.link")]
    PersonsLink,
    /// Undo such a link.
    #[strum(serialize = "persons.unlink")]
    #[serde(rename = "persons.unlink")]
    PersonsUnlink,
    /// Register whoever stands at the counter, at an address of one's department.
    #[strum(serialize = "registrations.counter")]
    #[serde(rename = "registrations.counter")]
    RegistrationsCounter,
    /// See the correction requests of one's department, accept them or recommend a refusal.
    #[strum(serialize = "corrections.work")]
    #[serde(rename = "corrections.work")]
    CorrectionsWork,
    /// Sign a refusal that somebody else recommended.
    #[strum(serialize = "corrections.sign")]
    #[serde(rename = "corrections.sign")]
    CorrectionsSign,
    /// Create officers, give roles, disable, hand over, reset.
    #[strum(serialize = "staff.manage")]
    #[serde(rename = "staff.manage")]
    StaffManage,
    /// Read both logs.
    #[strum(serialize = "audit.read")]
    #[serde(rename = "audit.read")]
    AuditRead,
    /// Find by a document whose log it is; take the access log out as a file.
    #[strum(serialize = "audit.inspect")]
    #[serde(rename = "audit.inspect")]
    AuditInspect,
    /// See figures of the whole service.
    #[strum(serialize = "reports.read")]
    #[serde(rename = "reports.read")]
    ReportsRead,
}

impl Role {
    /// The policy table's columns.
    pub fn permissions(self) -> &'static [Permission] {
        use Permission as P;
        match self {
            Self::Host => &[
                P::AccountOwn,
                P::RegistrationsWrite,
                P::RegistrationsRead,
                P::PremisesWrite,
                P::PremisesRead,
                P::ClientsManage,
            ],
            Self::Client => &[P::RegistrationsWrite, P::RegistrationsRead, P::PremisesWrite, P::PremisesRead],
            Self::Person => &[P::AccountOwn, P::PersonOwn],
            Self::Officer => &[
                P::AccountOwn,
                P::RegistrationsSupervise,
                P::PremisesSupervise,
                P::PremisesDecide,
                P::PersonsLink,
                P::RegistrationsCounter,
                P::CorrectionsWork,
            ],
            Self::Supervisor => &[
                P::AccountOwn,
                P::RegistrationsSupervise,
                P::PremisesSupervise,
                P::PremisesDecide,
                P::DepartmentOversee,
                P::PersonsLink,
                P::PersonsUnlink,
                P::RegistrationsCounter,
                P::CorrectionsWork,
                P::CorrectionsSign,
            ],
            Self::Administrator => &[P::AccountOwn, P::StaffManage, P::AuditRead, P::PersonsUnlink],
            Self::Auditor => &[P::AccountOwn, P::AuditRead, P::AuditInspect],
            Self::Analyst => &[P::AccountOwn, P::ReportsRead],
        }
    }

    pub fn is_staff(self) -> bool {
        matches!(self, Self::Officer | Self::Supervisor | Self::Administrator | Self::Auditor | Self::Analyst)
    }
}
