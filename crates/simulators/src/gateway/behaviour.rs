//! How the gateway misbehaves: as real ones do, but when asked.
use serde::{Deserialize, Serialize};

/// What `POST /behaviour` sets; what is absent goes back to good.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Behaviour {
    /// So many messages are refused with 503 and not kept.
    pub fail_next: u32,
    /// So many messages are kept, but their answer is lost: 504.
    pub lose_next: u32,
    /// Every message waits so long before it is answered.
    pub slow_ms: u64,
    /// Every message is delivered twice.
    pub duplicate: bool,
    /// Everything but `/behaviour` and the mailbox page answers 503.
    pub down: bool,
}

impl Behaviour {
    /// Takes one of the failures that are still owed.
    pub(crate) fn fails(&mut self) -> bool {
        owed(&mut self.fail_next)
    }

    /// Takes one of the lost answers that are still owed.
    pub(crate) fn loses(&mut self) -> bool {
        owed(&mut self.lose_next)
    }
}

fn owed(left: &mut u32) -> bool {
    let some = *left > 0;
    *left = left.saturating_sub(1);
    some
}
