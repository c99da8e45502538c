//! Guests and their stays: valid documents with machine-readable lines, late ones, repeated ones.
use chrono::{DateTime, Days, NaiveDate, Utc};
use rand::{Rng, rngs::StdRng};
use shared::{
    mrz::{self, Holder},
    registrations::{DocumentKind, Guest, Sex, TravelDocument, Visa},
};

use super::{
    names::{NATIONS, Nation},
    one, sometime,
};

/// One stay of one guest.
#[derive(Debug, Clone)]
pub struct Stay {
    pub guest: Guest,
    pub host: usize,
    pub arrived_in_country: NaiveDate,
    pub arrived_at_address: NaiveDate,
    pub until: NaiveDate,
    pub visa: Option<Visa>,
    pub room: Option<String>,
    pub received: DateTime<Utc>,
    pub left_on: Option<NaiveDate>,
    /// From another address in the country.
    pub moved: bool,
    pub after: After,
}

/// What the host found out a little later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum After {
    Nothing,
    /// It was another room.
    OtherRoom(String),
    /// The last day was one too late.
    DayLess,
    NeverCame,
}

/// The stays of one invented person: one, sometimes two or three.
pub fn stays(chance: &mut StdRng, hosts: usize, first: NaiveDate, until: NaiveDate) -> Vec<Stay> {
    let Some(nation) = nation(chance) else { return Vec::new() };
    let days = u64::try_from((until - first).num_days()).unwrap_or_default().max(1);
    // A tenth arrives in the last days, so that lists of today are not empty.
    let lately = chance.random_range(0..10) == 0;
    let back = if lately { chance.random_range(0..12) } else { chance.random_range(0..days) };
    let arrived = until.checked_sub_days(Days::new(back)).unwrap_or(until).max(first);
    let guest = guest(chance, nation, arrived);
    let mut first = stay(chance, nation, guest.clone(), hosts, arrived, until);
    let goes_on = chance.random_range(0..10) == 0;
    let moved = if goes_on { moved(chance, &first, hosts, until) } else { None };
    if moved.is_some() {
        // The registration at the next address ends this one.
        first.left_on = None;
    }
    let mut found: Vec<Stay> = std::iter::once(first).chain(moved).collect();
    let again = arrived + Days::new(chance.random_range(100..400));
    if chance.random_range(0..4) == 0 && again <= until {
        found.push(stay(chance, nation, guest, hosts, again, until));
    }
    found
}

fn nation(chance: &mut StdRng) -> Option<&'static Nation> {
    let all: u32 = NATIONS.iter().map(|nation| nation.share).sum();
    let mut drawn = chance.random_range(0..all);
    NATIONS.iter().find(|nation| {
        let here = drawn < nation.share;
        drawn = drawn.saturating_sub(nation.share);
        here
    })
}

fn stay(
    chance: &mut StdRng,
    nation: &Nation,
    guest: Guest,
    hosts: usize,
    arrived: NaiveDate,
    today: NaiveDate,
) -> Stay {
    let length = chance.random_range(3..60);
    let waited = chance.random_range(0..3_u64);
    let arrived_at_address = (arrived + Days::new(waited)).min(today);
    let until = arrived_at_address + Days::new(length);
    // One in fifteen is late.
    let late = chance.random_range(0..15) == 0;
    let delay = if late { chance.random_range(18..30) } else { waited };
    let received_on = (arrived + Days::new(delay)).clamp(arrived_at_address, today);
    let left = arrived_at_address + Days::new(chance.random_range(2..=length));
    let left_on = (left <= today && left >= received_on && chance.random_range(0..10) < 6).then_some(left);
    let visa = nation.visa.then(|| Visa {
        number: number(chance, "AZ9999999"),
        stay_until: (arrived + Days::new(89)).to_string(),
        mrz: None,
    });
    let after = after(chance, length);
    // The first hosts are the demo's: they get every third guest.
    let host = if chance.random_range(0..3) == 0 { 0 } else { chance.random_range(0..hosts.max(1)) };
    Stay {
        guest,
        host,
        arrived_in_country: arrived,
        arrived_at_address,
        until: until.min(arrived + Days::new(89)),
        visa,
        room: (chance.random_range(0..2) == 0).then(|| chance.random_range(1..420).to_string()),
        received: sometime(chance, received_on),
        left_on: left_on.filter(|_| after == After::Nothing),
        moved: false,
        after,
    }
}

/// On to another host in the middle of a stay: the same visit to the country.
fn moved(chance: &mut StdRng, from: &Stay, hosts: usize, today: NaiveDate) -> Option<Stay> {
    if from.after != After::Nothing {
        return None;
    }
    let last = from.left_on.unwrap_or(from.until);
    let days = u64::try_from((last - from.arrived_at_address).num_days()).ok().filter(|days| *days > 1)?;
    let arrived_at_address = from.arrived_at_address + Days::new(chance.random_range(1..days));
    let waited = Days::new(chance.random_range(0..2));
    let received = sometime(chance, arrived_at_address + waited);
    let received_on = crate::clock::baku_day(received);
    if received_on > today || received <= from.received {
        return None;
    }
    Some(Stay {
        host: (from.host + chance.random_range(1..hosts.max(2))) % hosts.max(1),
        arrived_at_address,
        room: Some(chance.random_range(1..420).to_string()),
        received,
        left_on: None,
        moved: true,
        after: After::Nothing,
        ..from.clone()
    })
}

fn after(chance: &mut StdRng, length: u64) -> After {
    match chance.random_range(0..100) {
        0..3 => After::OtherRoom(chance.random_range(1..420).to_string()),
        3 if length > 3 => After::DayLess,
        4..7 => After::NeverCame,
        _ => After::Nothing,
    }
}

fn guest(chance: &mut StdRng, nation: &Nation, arrived: NaiveDate) -> Guest {
    let woman = chance.random_range(0..100) < 42;
    let surnames = if woman && !nation.surnames_of_women.is_empty() {
        nation.surnames_of_women
    } else {
        nation.surnames
    };
    let given = if woman { nation.women } else { nation.men };
    let surname = one(chance, surnames).copied().unwrap_or("NAME").to_owned();
    let given_names = one(chance, given).copied().unwrap_or_default().to_owned();
    let birth = arrived - Days::new(chance.random_range(19 * 365..75 * 365));
    // Long enough for a second stay.
    let expires = arrived + Days::new(chance.random_range(500..3500));
    let document = number(chance, nation.number);
    let holder = Holder {
        kind: mrz::Kind::Td3,
        code: "P",
        issuer: nation.code,
        surname: &surname,
        given_names: &given_names,
        number: &document,
        nationality: nation.code,
        birth: birth.into(),
        sex: if woman { mrz::Sex::Female } else { mrz::Sex::Male },
        expires_on: expires,
        optional: "",
        optional_second: "",
    };
    Guest {
        mrz: mrz::write(&holder).ok(),
        surname,
        given_names,
        sex: if woman { Sex::Female } else { Sex::Male },
        birth_date: birth.to_string(),
        citizenship: nation.code.to_owned(),
        document: TravelDocument {
            kind: DocumentKind::Passport,
            issuer: nation.code.to_owned(),
            number: document,
            expires_on: expires.to_string(),
        },
    }
}

/// Draws a number after a pattern.
fn number(chance: &mut StdRng, pattern: &str) -> String {
    let draw = |mark: char| match mark {
        'A' => char::from(b'A' + chance.random_range(0..26_u8)),
        '9' => char::from(b'0' + chance.random_range(0..10_u8)),
        other => other,
    };
    pattern.chars().map(draw).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;

    #[test]
    fn the_same_seed_invents_the_same_people_with_sound_lines() {
        let (first, until) = ("2024-01-08".parse().unwrap(), "2026-11-23".parse().unwrap());
        let invent = |seed| {
            let mut chance = StdRng::seed_from_u64(seed);
            (0..50).flat_map(|_| stays(&mut chance, 17, first, until)).collect::<Vec<_>>()
        };
        let (once, twice) = (invent(7), invent(7));
        assert_eq!(format!("{once:?}"), format!("{twice:?}"));
        for stay in once {
            let lines = stay.guest.mrz.unwrap();
            assert!(mrz::read(&lines, until).is_sound(), "{lines}");
            assert!(
                stay.arrived_in_country <= stay.arrived_at_address && stay.arrived_at_address <= stay.until
            );
        }
    }
}
