//! Secrets two at a time, scopes never more than were given.
use shared::{identity::Scope, refusal::Refusal};
use strum::IntoEnumIterator;

/// The places of a program's secrets.
const SLOTS: &[i64] = &[0, 1];

/// The place of the next secret, counted from one.
pub fn free_slot(used: &[i64]) -> Result<i64, Refusal> {
    let free = SLOTS.iter().map(|slot| slot + 1).find(|slot| !used.contains(slot));
    free.ok_or(Refusal::ClientSecretLimit)
}

/// A scope as it is written in tokens and rows.
pub fn written(scopes: &[Scope]) -> String {
    let in_order = Scope::iter().filter(|scope| scopes.contains(scope));
    in_order.map(|scope| scope.permission().to_string()).collect::<Vec<_>>().join(" ")
}

/// Scopes as they were written; unknown words are left out.
pub fn read(written: &str) -> Vec<Scope> {
    let words: Vec<&str> = written.split(' ').collect();
    Scope::iter().filter(|scope| words.contains(&scope.permission().to_string().as_str())).collect()
}

/// What a token may do: all that was given, or the part that is asked for. More is none.
pub fn granted(given: &str, asked: Option<&str>) -> Option<Vec<Scope>> {
    let given = read(given);
    let words: Vec<&str> = asked.unwrap_or_default().split(' ').filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return Some(given);
    }
    let fits = |word: &&str| given.iter().any(|scope| scope.permission().to_string() == **word);
    words.iter().all(fits).then(|| read(&words.join(" ")))
}

/// Are two digests the same? Takes the same time wherever they differ.
pub fn same(a: &str, b: &str) -> bool {
    let differ = a.bytes().zip(b.bytes()).fold(0, |differ, (a, b)| differ | (a ^ b));
    a.len() == b.len() && differ == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_has_two_secrets_at_most() {
        assert_eq!(free_slot(&[]), Ok(1));
        assert_eq!(free_slot(&[1]), Ok(2));
        assert_eq!(free_slot(&[2]), Ok(1));
        assert_eq!(free_slot(&[1, 2]), Err(Refusal::ClientSecretLimit));
    }

    #[test]
    fn scopes_are_written_once_and_read_again() {
        let twice = [Scope::PremisesRead, Scope::RegistrationsWrite, Scope::PremisesRead];
        assert_eq!(written(&twice), "registrations.write premises.read");
        assert_eq!(read(&written(&twice)), [Scope::RegistrationsWrite, Scope::PremisesRead]);
    }

    #[test]
    fn a_token_never_may_more_than_its_program() {
        let given = "registrations.write registrations.read";
        assert_eq!(granted(given, None).map(|scopes| scopes.len()), Some(2));
        assert_eq!(granted(given, Some("")).map(|scopes| scopes.len()), Some(2));
        assert_eq!(granted(given, Some("registrations.read")), Some(vec![Scope::RegistrationsRead]));
        assert_eq!(granted(given, Some("registrations.read premises.read")), None);
        assert_eq!(granted(given, Some("everything")), None);
    }

    #[test]
    fn digests_are_compared_whole() {
        assert!(same("ab12", "ab12"));
        assert!(!same("ab12", "ab13") && !same("ab12", "ab1") && !same("", "a"));
    }
}
