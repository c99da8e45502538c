//! Floor: what others must learn is written with the change and delivered later, in order per key (§2.5).
mod deliver;
pub mod operator;
mod store;
pub mod worker;

use sha2::{Digest, Sha256};
use shared::{
    identity::Language,
    ids::{AccountId, RegistrationId},
};
use uuid::Uuid;

use crate::{act::Tx, error::ApiError};

/// Something to be told. The worker renders it when it goes out.
#[derive(Debug, Clone)]
pub struct Message {
    recipient: &'static str,
    order_key: Uuid,
    kind: &'static str,
    event: Option<Uuid>,
    subject: Uuid,
    payload: serde_json::Map<String, serde_json::Value>,
}

impl Message {
    /// To the owner of an account, by mail.
    pub fn to_account(account: AccountId, kind: &'static str) -> Self {
        Self {
            recipient: "account",
            order_key: account.0,
            kind,
            event: None,
            subject: account.0,
            payload: serde_json::Map::new(),
        }
    }

    /// To the guest of a registration, by the contact that was given.
    pub fn to_guest(registration: RegistrationId, event: Uuid, kind: &'static str) -> Self {
        Self {
            recipient: "guest",
            order_key: registration.0,
            event: Some(event),
            subject: registration.0,
            ..Self::to_account(AccountId(registration.0), kind)
        }
    }

    /// A code or a link: scrubbed once delivered.
    #[must_use]
    pub fn with(mut self, name: &str, value: Option<String>) -> Self {
        if let Some(value) = value {
            self.payload.insert(name.to_owned(), value.into());
        }
        self
    }

    /// Of an account, but to an address that is not its own, or not for long. Letters to it keep an order of their own:
    /// one that rests there holds back nothing else.
    #[must_use]
    pub fn to_address(self, email: &str) -> Self {
        let place = Sha256::digest(format!("{} {email}", self.subject));
        let order_key = place.first_chunk().copied().map_or(self.order_key, Uuid::from_bytes);
        Self { order_key, ..self.with("to", Some(email.to_owned())) }
    }

    /// Where the account's own language is not the one to use.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        self.with("language", Some(language.to_string()))
    }
}

/// Writes a message with the change that causes it.
pub async fn enqueue(tx: &Tx, message: Message) -> Result<(), ApiError> {
    store::add(tx, &message).await
}

/// The same of messages to guests to whom nothing was written before: of registrations made in this act.
pub fn enqueue_first(tx: &Tx, messages: &[Message]) -> Result<(), ApiError> {
    store::add_first(tx, messages)
}
