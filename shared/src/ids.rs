//! Ids: a UUID each, never mixed up with one another.
use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[cfg_attr(feature = "openapi", schema(value_type = String, format = Uuid))]
        #[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType))]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        #[cfg(feature = "db")]
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }

        #[cfg(feature = "openapi")]
        impl utoipa::IntoParams for $name {
            fn into_params(_: impl Fn() -> Option<utoipa::openapi::path::ParameterIn>) -> Vec<utoipa::openapi::path::Parameter> {
                Vec::new()
            }
        }
    )*};
}

ids! {
    /// Somebody's way in.
    AccountId,
    /// Who acts towards the Service: a person, an organisation or a body.
    PartyId,
    /// One sign-in on one device.
    SessionId,
    /// A program that acts for a party.
    ApiClientId,
    /// A human being in the registry.
    PersonId,
    /// One set of names, birth date and citizenship as some document stated it.
    IdentityId,
    /// A passport or another document of an identity.
    DocumentId,
    /// A place where guests stay, with the party that receives them there.
    PremisesId,
    /// A registration at the place of stay.
    RegistrationId,
    /// A request to put right or take out what is kept of oneself.
    CorrectionId,
    /// One event of a journal.
    EventId,
    /// A message to another institution or person.
    MessageId,
    /// One act of looking at or changing personal data.
    AccessEntryId,
    /// One security event.
    SecurityEventId,
}
