//! Which account may become which person's.
use shared::refusal::Refusal;

/// What is read of the account and the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    /// The account is a colleague's.
    pub staff: bool,
    /// The account is linked already, to anybody.
    pub account_linked: bool,
    /// The person has an account already.
    pub person_linked: bool,
}

/// One account, one person; and nobody of the office sees a file as its owner (B4).
pub fn link(facts: Facts) -> Result<(), Refusal> {
    match facts {
        Facts { staff: true, .. } => Err(Refusal::StaffAccount),
        Facts { person_linked: true, .. } => Err(Refusal::PersonLinked),
        Facts { account_linked: true, .. } => Err(Refusal::AccountLinked),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FREE: Facts = Facts { staff: false, account_linked: false, person_linked: false };

    #[test]
    fn a_free_account_becomes_a_free_persons() {
        assert_eq!(link(FREE), Ok(()));
    }

    #[test]
    fn one_account_is_one_persons_and_no_colleagues() {
        assert_eq!(link(Facts { staff: true, ..FREE }), Err(Refusal::StaffAccount));
        assert_eq!(link(Facts { account_linked: true, ..FREE }), Err(Refusal::AccountLinked));
        assert_eq!(link(Facts { person_linked: true, ..FREE }), Err(Refusal::PersonLinked));
    }
}
