//! What was delivered, newest last, in bounded memory; and what each key was answered.
use std::collections::{HashMap, VecDeque};

use chrono::{DateTime, Utc};

use super::contract::{Accepted, Delivered, NewMessage};

/// So many deliveries are kept; older ones are forgotten with their keys.
pub const KEPT: usize = 10_000;

#[derive(Debug, Default)]
pub(crate) struct Mailbox {
    delivered: VecDeque<Delivered>,
    /// Idempotency key and what it was used for.
    answered: HashMap<String, (NewMessage, Accepted)>,
    /// Keys in the order of their first use.
    keys: VecDeque<String>,
    counted: u64,
}

/// The key was used for another message.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct KeyTaken;

impl Mailbox {
    /// Keeps the message once per key; the same key gives the same answer again.
    pub(crate) fn take(
        &mut self,
        key: &str,
        message: NewMessage,
        copies: usize,
        at: DateTime<Utc>,
    ) -> Result<Accepted, KeyTaken> {
        if let Some((known, answer)) = self.answered.get(key) {
            return if *known == message { Ok(answer.clone()) } else { Err(KeyTaken) };
        }
        self.counted += 1;
        let reference = format!("GW-{:08}", self.counted);
        let answer = Accepted { id: message.id.clone(), reference: reference.clone(), accepted_at: at };
        let delivered = Delivered { message: message.clone(), reference, accepted_at: at };
        self.delivered.extend(std::iter::repeat_n(delivered, copies));
        self.answered.insert(key.to_owned(), (message, answer.clone()));
        self.keys.push_back(key.to_owned());
        self.forget();
        Ok(answer)
    }

    /// Newest first.
    pub(crate) fn read(&self, to: Option<&str>, limit: usize) -> Vec<Delivered> {
        let wanted =
            |delivered: &&Delivered| to.is_none_or(|to| delivered.message.to.eq_ignore_ascii_case(to));
        self.delivered.iter().rev().filter(wanted).take(limit).cloned().collect()
    }

    fn forget(&mut self) {
        let old = self.delivered.len().saturating_sub(KEPT);
        self.delivered.drain(..old);
        while self.keys.len() > KEPT {
            if let Some(key) = self.keys.pop_front() {
                self.answered.remove(&key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gateway::{Channel, Language};

    fn message(number: usize) -> NewMessage {
        NewMessage {
            id: number.to_string(),
            channel: Channel::Sms,
            to: "+994501234567".to_owned(),
            subject: None,
            body: "Son gün: 10 mart 2026.".to_owned(),
            language: Language::Az,
        }
    }

    #[test]
    fn ten_thousand_are_kept_and_older_ones_are_forgotten_with_their_keys() {
        let mut mailbox = Mailbox::default();
        for number in 0..KEPT + 5 {
            mailbox.take(&number.to_string(), message(number), 1, DateTime::UNIX_EPOCH).expect("a new key");
        }
        let kept = mailbox.read(None, usize::MAX);
        assert_eq!(kept.len(), KEPT);
        assert_eq!(kept.first().map(|newest| newest.message.id.clone()), Some((KEPT + 4).to_string()));
        assert_eq!(kept.last().map(|oldest| oldest.message.id.clone()), Some("5".to_owned()));
        assert_eq!(mailbox.answered.len(), KEPT);
        assert!(
            mailbox.take("0", message(7), 1, DateTime::UNIX_EPOCH).is_ok(),
            "a forgotten key is new again"
        );
    }
}
