//! Every "no" the office can say, one line each. `refusal-<code>` is its title, `refusal-<code>-next` what to do.
use serde::{Deserialize, Serialize};
use strum::{Display, EnumIter, EnumString};

/// A rule said no: 409 with this code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, Display, EnumString, EnumIter)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Refusal {
    /// The address has been confirmed or rejected already.
    PremisesDecided,
    /// The address was rejected; nobody can be registered there.
    PremisesRejected,
    /// The host has asked for this address already, or has it.
    PremisesAlreadyYours,
    /// The guest has left, or the registration was annulled or superseded.
    RegistrationClosed,
    /// The same guest is registered at this address for these days already.
    RegistrationAlreadyHere,
    /// Two secrets are in use; end one first.
    ClientSecretLimit,
    /// The client has been ended.
    ClientEnded,
    /// Nobody takes the last administrator away.
    StaffLastAdministrator,
    /// Nobody changes their own roles.
    StaffOwnRoles,
    /// The colleague cannot take over: disabled or of another department.
    StaffDeputyUnfit,
    /// The e-mail address serves another account.
    EmailTaken,
    /// Staff accounts are no persons' accounts.
    StaffAccount,
    /// The account is linked to a person.
    AccountLinked,
    /// The person has an account.
    PersonLinked,
    /// The same field of the same registration is asked about already.
    CorrectionOpen,
    /// The request was answered, or is with the other desk.
    CorrectionDecided,
    /// The law asks to keep it: it is refused with a reason, not erased.
    CorrectionKept,
    /// Nobody signs the refusal that they recommended.
    CorrectionOwnRefusal,
    /// Too many sessions or clients of one account.
    TooMany,
}

impl std::error::Error for Refusal {}
