//! Who may do what: one line for each operation (B1). A new operation without a line fails the build's tests.
use shared::{
    permission::{Permission, Role},
    registrations::Channel,
};

/// Who gets in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Anybody; meant to be public.
    Public,
    /// The cookie of a session is read by the operation itself.
    Cookie,
    /// Who holds the permission.
    Holds(Permission),
    /// Who holds one of the two.
    Either(Permission, Permission),
}

/// What somebody has to do with the object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Belongs to nobody.
    None,
    /// One's own account.
    Self_,
    /// Of the party one acts for.
    Own,
    /// Of the department one works for.
    Department,
    /// Of the party, or of the department.
    OwnOrDepartment,
    /// The whole service.
    All,
}

/// What must be said of the version seen (G3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    Required,
    Accepted,
    No,
}

#[derive(Debug, Clone, Copy)]
pub struct Line {
    /// operationId.
    pub operation: &'static str,
    pub door: Door,
    pub relation: Relation,
    pub if_match: Version,
    pub idempotency_key: bool,
    /// Tries are counted: too many are 429 (A4).
    pub throttled: bool,
}

const fn line(operation: &'static str, door: Door, relation: Relation) -> Line {
    changing(operation, door, relation, Version::No)
}

const fn changing(operation: &'static str, door: Door, relation: Relation, if_match: Version) -> Line {
    Line { operation, door, relation, if_match, idempotency_key: false, throttled: false }
}

const fn counted(line: Line) -> Line {
    Line { throttled: true, ..line }
}

use Door::{Cookie, Either, Holds, Public};
use Permission as P;
use Relation as R;
use Version as V;

/// The policy table. `docs/policy.md` is printed from it.
pub const TABLE: &[Line] = &[
    line("show_health", Public, R::None),
    line("show_readiness", Public, R::None),
    line("show_jwks", Public, R::None),
    line("show_document", Public, R::None),
    line("list_demo_accounts", Public, R::None),
    counted(line("report_page_fault", Public, R::None)),
    counted(line("create_account", Public, R::None)),
    counted(line("confirm_account", Public, R::None)),
    counted(line("send_confirmation_code", Public, R::None)),
    counted(line("sign_in", Public, R::None)),
    counted(line("refresh_session", Cookie, R::Self_)),
    line("sign_out", Cookie, R::Self_),
    counted(line("ask_reset", Public, R::None)),
    counted(line("set_password", Public, R::None)),
    counted(line("create_token", Public, R::None)),
    line("get_me", Holds(P::AccountOwn), R::Self_),
    counted(changing("change_me", Holds(P::AccountOwn), R::Self_, V::Required)),
    // The code says which change is meant.
    counted(line("confirm_email", Holds(P::AccountOwn), R::Self_)),
    line("list_sessions", Holds(P::AccountOwn), R::Self_),
    // A session is never edited: there is no version to have seen.
    line("end_session", Holds(P::AccountOwn), R::Self_),
    line("end_other_sessions", Holds(P::AccountOwn), R::Self_),
    line("list_api_clients", Holds(P::ClientsManage), R::Own),
    line("create_api_client", Holds(P::ClientsManage), R::Own),
    changing("add_api_client_secret", Holds(P::ClientsManage), R::Own, V::Accepted),
    changing("end_api_client_secret", Holds(P::ClientsManage), R::Own, V::Required),
    changing("end_api_client", Holds(P::ClientsManage), R::Own, V::Required),
    line("list_staff", Holds(P::StaffManage), R::All),
    line("create_staff", Holds(P::StaffManage), R::All),
    changing("change_staff", Holds(P::StaffManage), R::All, V::Required),
    line("list_access_entries", Holds(P::AuditRead), R::All),
    line("find_account", Holds(P::AuditRead), R::All),
    line("find_persons", Holds(P::AuditInspect), R::All),
    line("export_access_entries", Holds(P::AuditInspect), R::All),
    line("list_security_events", Holds(P::AuditRead), R::All),
    line("show_figures", Holds(P::StaffManage), R::All),
    line("list_services", Public, R::None),
    line("show_service", Public, R::None),
    line("show_calendar", Public, R::None),
    line("show_current_edition", Public, R::None),
    line("show_edition_service", Public, R::None),
    line("find_deadline", Public, R::None),
    line("create_premises", Holds(P::PremisesWrite), R::Own),
    line("list_premises", Either(P::PremisesRead, P::PremisesSupervise), R::OwnOrDepartment),
    line("show_premises", Either(P::PremisesRead, P::PremisesSupervise), R::OwnOrDepartment),
    line("find_premises", Holds(P::RegistrationsCounter), R::Department),
    line("create_counter_premises", Holds(P::RegistrationsCounter), R::Department),
    changing("confirm_premises", Holds(P::PremisesDecide), R::Department, V::Required),
    changing("reject_premises", Holds(P::PremisesDecide), R::Department, V::Required),
    line("show_board", Holds(P::DepartmentOversee), R::Department),
    Line {
        idempotency_key: true,
        ..line(
            "create_registration",
            Either(P::RegistrationsWrite, P::RegistrationsCounter),
            R::OwnOrDepartment,
        )
    },
    Line { idempotency_key: true, ..line("create_registrations", Holds(P::RegistrationsWrite), R::Own) },
    line("list_registrations", Either(P::RegistrationsRead, P::RegistrationsSupervise), R::OwnOrDepartment),
    line("search_registrations", Either(P::RegistrationsRead, P::RegistrationsSupervise), R::OwnOrDepartment),
    line("show_registration", Either(P::RegistrationsRead, P::RegistrationsSupervise), R::OwnOrDepartment),
    changing("record_departure", Holds(P::RegistrationsWrite), R::Own, V::Accepted),
    changing("correct_registration", Holds(P::RegistrationsWrite), R::Own, V::Accepted),
    changing("extend_registration", Holds(P::RegistrationsWrite), R::Own, V::Accepted),
    changing("move_registration", Holds(P::RegistrationsWrite), R::Own, V::Accepted),
    changing("annul_registration", Holds(P::RegistrationsWrite), R::Own, V::Accepted),
    line("print_notice", Either(P::RegistrationsRead, P::RegistrationsSupervise), R::OwnOrDepartment),
    line("ask_correction", Holds(P::PersonOwn), R::Self_),
    line("list_my_corrections", Holds(P::PersonOwn), R::Self_),
    line("list_corrections", Holds(P::CorrectionsWork), R::Department),
    line("show_correction", Holds(P::CorrectionsWork), R::Department),
    changing("accept_correction", Holds(P::CorrectionsWork), R::Department, V::Required),
    changing("recommend_refusal", Holds(P::CorrectionsWork), R::Department, V::Required),
    changing("sign_refusal", Holds(P::CorrectionsSign), R::Department, V::Required),
    changing("send_back_refusal", Holds(P::CorrectionsSign), R::Department, V::Required),
    line("show_registrations_report", Holds(P::ReportsRead), R::All),
    line("download_registrations_report", Holds(P::ReportsRead), R::All),
    counted(line("check_notice", Public, R::None)),
    line("list_my_registrations", Holds(P::PersonOwn), R::Self_),
    line("show_my_registration", Holds(P::PersonOwn), R::Self_),
    line("print_my_notice", Holds(P::PersonOwn), R::Self_),
    line("list_my_access_log", Holds(P::PersonOwn), R::Self_),
    line("list_my_access_offices", Holds(P::PersonOwn), R::Self_),
    line("show_my_data", Holds(P::AccountOwn), R::Self_),
    counted(changing("close_account", Holds(P::AccountOwn), R::Self_, V::Required)),
    line("create_link_code", Holds(P::AccountOwn), R::Self_),
    line("search_persons", Either(P::PersonsLink, P::PersonsUnlink), R::All),
    changing("link_account", Holds(P::PersonsLink), R::All, V::Required),
    changing("unlink_account", Holds(P::PersonsUnlink), R::All, V::Required),
];

/// Who files through which channel: nobody says it, the role under which the act is done does.
pub fn channel(role: Option<Role>) -> Option<Channel> {
    match role {
        Some(Role::Host) => Some(Channel::Web),
        Some(Role::Client) => Some(Channel::Api),
        Some(Role::Officer | Role::Supervisor) => Some(Channel::Counter),
        _ => None,
    }
}

/// The line of an operation.
pub fn of(operation: &str) -> Option<&'static Line> {
    TABLE.iter().find(|line| line.operation == operation)
}
