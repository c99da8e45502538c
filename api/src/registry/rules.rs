//! When is it the same person? Only the same document with the same name and birth date says so.
use chrono::NaiveDate;
use shared::ids::{IdentityId, PersonId};

/// What a document was stated to be before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub person: PersonId,
    pub identity: IdentityId,
    pub fingerprint: String,
    pub name_key: String,
    pub birth_date: NaiveDate,
}

/// What a statement leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// Stated before, to the letter.
    Same(PersonId),
    /// The same person, something of the document differs.
    Again(PersonId),
    /// Somebody new; the persons named used the same number under another name.
    New { doubtful: Vec<PersonId> },
}

/// Judges a statement against what the same document number was stated to be.
pub fn judge(known: &[Known], fingerprint: &str, name_key: &str, birth_date: NaiveDate) -> Verdict {
    if let Some(same) = known.iter().find(|known| known.fingerprint == fingerprint) {
        return Verdict::Same(same.person);
    }
    let agrees = |known: &&Known| known.name_key == name_key && known.birth_date == birth_date;
    if let Some(again) = known.iter().find(agrees) {
        return Verdict::Again(again.person);
    }
    let mut doubtful: Vec<_> = known.iter().map(|known| known.person).collect();
    doubtful.sort_unstable();
    doubtful.dedup();
    Verdict::New { doubtful }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn emre(fingerprint: &str) -> Known {
        Known {
            person: PersonId(Uuid::nil()),
            identity: IdentityId(Uuid::nil()),
            fingerprint: fingerprint.into(),
            name_key: "yilmaz emre".into(),
            birth_date: NaiveDate::from_ymd_opt(1988, 3, 12).unwrap(),
        }
    }

    #[test]
    fn a_renewed_expiry_date_is_the_same_person_again() {
        let known = [emre("a")];
        assert_eq!(judge(&known, "a", "other", known[0].birth_date), Verdict::Same(known[0].person));
        assert_eq!(judge(&known, "b", "yilmaz emre", known[0].birth_date), Verdict::Again(known[0].person));
    }

    #[test]
    fn the_same_number_under_another_name_is_somebody_else_and_looked_at() {
        let known = [emre("a")];
        let verdict = judge(&known, "b", "kaya zeynep", known[0].birth_date);
        assert_eq!(verdict, Verdict::New { doubtful: vec![known[0].person] });
    }
}
