//! Who may do what with a request and when, and what a correction of a field says.
use shared::{
    corrections::{CorrectionAction, CorrectionField as Field, CorrectionKind, CorrectionState},
    refusal::Refusal,
    registrations::{CorrectRegistration, Guest, RegistrationState, RegistrationView, Removable, Visa},
};

/// All that a decision reads of a request, and of who looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Facts {
    pub kind: CorrectionKind,
    pub field: Field,
    pub state: CorrectionState,
    /// The reader recommended the refusal.
    pub own: bool,
    /// The reader signs refusals.
    pub signs: bool,
}

/// Only while nobody has answered or recommended; what the law asks to keep is not erased.
pub fn accept(facts: &Facts) -> Result<(), Refusal> {
    recommend(facts)?;
    let erasable = removable(facts.field).is_some();
    if facts.kind == CorrectionKind::Erasure && !erasable { Err(Refusal::CorrectionKept) } else { Ok(()) }
}

/// A refusal is recommended by one.
pub fn recommend(facts: &Facts) -> Result<(), Refusal> {
    if facts.state == CorrectionState::Submitted { Ok(()) } else { Err(Refusal::CorrectionDecided) }
}

/// And signed by another (architecture 2.2: negative decisions need a second person).
pub fn sign(facts: &Facts) -> Result<(), Refusal> {
    send_back(facts)?;
    if facts.own { Err(Refusal::CorrectionOwnRefusal) } else { Ok(()) }
}

/// What was recommended can go back.
pub fn send_back(facts: &Facts) -> Result<(), Refusal> {
    if facts.state == CorrectionState::Recommended { Ok(()) } else { Err(Refusal::CorrectionDecided) }
}

/// What the reader may do now: the same rules, asked in advance.
pub fn actions(facts: &Facts) -> Vec<CorrectionAction> {
    let asked = [
        (CorrectionAction::Accept, accept(facts).is_ok()),
        (CorrectionAction::Recommend, recommend(facts).is_ok()),
        (CorrectionAction::Sign, facts.signs && sign(facts).is_ok()),
        (CorrectionAction::SendBack, facts.signs && send_back(facts).is_ok()),
    ];
    asked.into_iter().filter_map(|(action, open)| open.then_some(action)).collect()
}

/// Can anything be asked of it? Of a registration that never was nothing is put right.
pub fn ask(state: RegistrationState) -> Result<(), Refusal> {
    if state == RegistrationState::Annulled { Err(Refusal::RegistrationClosed) } else { Ok(()) }
}

/// What can be taken out of a registration, where nothing asks to keep it.
fn removable(field: Field) -> Option<Removable> {
    (field == Field::Contact).then_some(Removable::Contact)
}

/// The correction that does what is asked; nothing where what is right cannot be written into the field.
pub fn correction(view: &RegistrationView, field: Field, right: Option<&str>) -> Option<CorrectRegistration> {
    let form = CorrectRegistration::default();
    let Some(right) = right.map(str::to_owned) else {
        return Some(CorrectRegistration { without: removable(field).into_iter().collect(), ..form });
    };
    // The machine-readable lines state the old one.
    let mut guest = Guest { mrz: None, ..view.guest.clone() };
    let mut visa = view.visa.clone().map(|visa| Visa { mrz: None, ..visa });
    match field {
        Field::Surname => guest.surname = right,
        Field::GivenNames => guest.given_names = right,
        Field::Sex => guest.sex = right.parse().ok()?,
        Field::BirthDate => guest.birth_date = right,
        Field::Citizenship => guest.citizenship = right,
        Field::DocumentIssuer => guest.document.issuer = right,
        Field::DocumentNumber => guest.document.number = right,
        Field::DocumentExpiresOn => guest.document.expires_on = right,
        Field::ArrivedInCountry => {
            return Some(CorrectRegistration { arrived_in_country: Some(right), ..form });
        }
        Field::ArrivedAtAddress => {
            return Some(CorrectRegistration { arrived_at_address: Some(right), ..form });
        }
        Field::VisaNumber => {
            visa.as_mut()?.number = right;
            return Some(CorrectRegistration { visa, ..form });
        }
        Field::VisaStayUntil => {
            visa.as_mut()?.stay_until = right;
            return Some(CorrectRegistration { visa, ..form });
        }
        Field::Contact => return Some(CorrectRegistration { contact: Some(right), ..form }),
        Field::Registration => return None,
    }
    Some(CorrectRegistration { guest: Some(guest), ..form })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ASKED: Facts = Facts {
        kind: CorrectionKind::Correction,
        field: Field::Surname,
        state: CorrectionState::Submitted,
        own: false,
        signs: true,
    };

    #[test]
    fn one_recommends_and_another_signs() {
        let recommended = Facts { state: CorrectionState::Recommended, ..ASKED };
        assert_eq!(sign(&ASKED), Err(Refusal::CorrectionDecided));
        assert_eq!(sign(&recommended), Ok(()));
        assert_eq!(sign(&Facts { own: true, ..recommended }), Err(Refusal::CorrectionOwnRefusal));
        assert_eq!(actions(&Facts { own: true, ..recommended }), [CorrectionAction::SendBack]);
    }

    #[test]
    fn what_was_answered_is_answered() {
        for state in [CorrectionState::Accepted, CorrectionState::Refused] {
            let answered = Facts { state, ..ASKED };
            assert_eq!(actions(&answered), []);
            assert_eq!(accept(&answered), Err(Refusal::CorrectionDecided));
            assert_eq!(send_back(&answered), Err(Refusal::CorrectionDecided));
        }
    }

    #[test]
    fn a_contact_is_erased_and_a_name_is_kept() {
        let erasure = Facts { kind: CorrectionKind::Erasure, signs: false, ..ASKED };
        assert_eq!(accept(&erasure), Err(Refusal::CorrectionKept));
        assert_eq!(actions(&erasure), [CorrectionAction::Recommend]);
        assert_eq!(accept(&Facts { field: Field::Contact, ..erasure }), Ok(()));
    }
}
