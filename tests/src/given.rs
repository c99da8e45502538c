//! What stands before a test begins; builders take only what the test cares about.
use shared::{
    ids::PremisesId,
    premises::{Address, NewPremises, PlaceKind, PremisesView},
    registrations::{DocumentKind, Guest, NewRegistration, RegistrationView, Sex, TravelDocument},
};

use crate::{Actor, TestApp};

/// The machine-readable lines of `guest()`.
pub const MRZ: &str =
    "P<TURYILMAZ<<EMRE<<<<<<<<<<<<<<<<<<<<<<<<<<<\nU214578933TUR8803126M3106143<<<<<<<<<<<<<<06";

/// Emre Yılmaz from Türkiye, as the document of the API shows him.
pub fn guest() -> Guest {
    Guest {
        surname: "YILMAZ".into(),
        given_names: "EMRE".into(),
        sex: Sex::Male,
        birth_date: "1988-03-12".into(),
        citizenship: "TUR".into(),
        document: TravelDocument {
            kind: DocumentKind::Passport,
            issuer: "TUR".into(),
            number: "U21457893".into(),
            expires_on: "2031-06-14".into(),
        },
        mrz: None,
    }
}

/// Somebody else each time: the number goes into name and passport.
pub fn guest_number(number: u32) -> Guest {
    let letter = |at: u32| char::from_u32(u32::from(b'A') + number / 26_u32.pow(at) % 26).unwrap();
    let surname: String = "TAMM".chars().chain((0..4).rev().map(letter)).collect();
    let mut guest = Guest { surname, ..guest() };
    guest.document.number = format!("K{number:07}");
    guest
}

/// In time, for eight days.
pub fn registration(premises: PremisesId) -> NewRegistration {
    NewRegistration {
        premises,
        guest: guest(),
        arrived_in_country: "2026-11-19".into(),
        arrived_at_address: "2026-11-23".into(),
        until: "2026-11-30".into(),
        visa: None,
        moved: false,
        room: Some("12".into()),
        contact: None,
        language: None,
        original_seen: None,
    }
}

/// Of somebody else each time.
pub fn registration_number(premises: PremisesId, number: u32) -> NewRegistration {
    NewRegistration { guest: guest_number(number), ..registration(premises) }
}

/// A hotel in the old city of Baku.
pub fn premises() -> NewPremises {
    premises_in("baku_sabail")
}

/// A hotel in a district, by its code.
pub fn premises_in(district: &str) -> NewPremises {
    NewPremises {
        kind: PlaceKind::Hotel,
        address: Address {
            district: district.into(),
            settlement: None,
            street: "Kiçik Qala küçəsi".into(),
            house: "14".into(),
            flat: None,
        },
        proof: Some("0123456789".into()),
    }
}

impl TestApp {
    /// An address that waits for its confirmation.
    pub async fn premises(&self, host: &Actor) -> PremisesView {
        let mut wanted = premises();
        for flat in 1.. {
            let answer = self.post(host, "/premises", &wanted).await;
            if answer.status != 409 {
                return answer.ok();
            }
            // The host has this one: the next flat of the house.
            wanted.address.flat = Some(flat.to_string());
        }
        unreachable!("a house has so many flats")
    }

    /// An address that an officer has confirmed; the host has been told.
    pub async fn confirmed_premises(&self, host: &Actor, officer: &Actor) -> PremisesView {
        let asked = self.premises(host).await;
        let path = format!("/premises/{}/confirmation", asked.id);
        let _: PremisesView = self.act(officer, &path).if_match(asked.version).await.ok();
        self.run_outbox().await;
        self.get(host, &format!("/premises/{}", asked.id)).await.ok()
    }

    /// Registers; the key is made from the passport.
    pub async fn registered(&self, host: &Actor, new: &NewRegistration) -> RegistrationView {
        let key = format!("given-{}-{}", new.guest.document.number, new.arrived_at_address);
        self.post(host, "/registrations", new).key(&key).await.ok()
    }
}
