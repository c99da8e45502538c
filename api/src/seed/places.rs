//! Invented hosts of every kind, in real districts.
use chrono::NaiveDate;
use shared::{identity::PartyKind, premises::PlaceKind};

/// What became of the request for an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Confirmed,
    /// Nobody has decided yet.
    Waits,
    /// Guests were registered there, and then an officer did not confirm it.
    Rejected,
}

pub struct Place {
    pub host: &'static str,
    pub party: PartyKind,
    pub kind: PlaceKind,
    pub district: &'static str,
    pub street: &'static str,
    pub house: &'static str,
    pub flat: Option<&'static str>,
    pub fate: Fate,
}

/// Calendars of the law begin in 2024.
pub fn first_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 8).unwrap_or_default()
}

const fn place(
    host: &'static str,
    kind: PlaceKind,
    district: &'static str,
    street: &'static str,
    house: &'static str,
) -> Place {
    let (party, fate) = (PartyKind::Organisation, Fate::Confirmed);
    Place { host, party, kind, district, street, house, flat: None, fate }
}

/// The first belongs to the demo hotel, the second to the demo owner; the others are made by the seed.
pub const PLACES: &[Place] = &[
    place("", PlaceKind::Hotel, "baku_sabail", "Kiçik Qala küçəsi", "14"),
    Place {
        flat: Some("27"), ..place("", PlaceKind::Flat, "baku_nasimi", "Səməd Vurğun küçəsi", "43")
    },
    place("Şirvanşah Hostel MMC", PlaceKind::Hostel, "baku_sabail", "İstiqlaliyyət küçəsi", "9"),
    place("Abşeron Sanatoriyası MMC", PlaceKind::Sanatorium, "baku_khazar", "Sahil yolu", "118"),
    place("Nərimanov Klinikası MMC", PlaceKind::Hospital, "baku_narimanov", "Təbriz küçəsi", "61"),
    place("Göygöl İstirahət Evi MMC", PlaceKind::RestHome, "goygol", "Heydər Əliyev prospekti", "5"),
    place("Gəncə Saray Mehmanxanası MMC", PlaceKind::Hotel, "ganja", "Cavad xan küçəsi", "32"),
    place(
        "Şəki Karvan Pansionatı MMC",
        PlaceKind::BoardingHouse,
        "zagatala",
        "Mirzə Fətəli Axundzadə prospekti",
        "185",
    ),
    place("Qəbələ Turbaza MMC", PlaceKind::TouristBase, "gakh", "Nərimanov küçəsi", "12"),
    place("Lənkəran Sahil Oteli MMC", PlaceKind::Hotel, "lankaran", "Sahil küçəsi", "3"),
    place("Nabran Kempinq MMC", PlaceKind::Camping, "khachmaz", "Dəniz küçəsi", "1"),
    place("Şahdağ Yolu Oteli MMC", PlaceKind::Hotel, "gusar", "Heydər Əliyev prospekti", "77"),
    place("İsmayıllı Bağ Evi MMC", PlaceKind::House, "ismayilli", "Nizami küçəsi", "20"),
    place("Yevlax Mərkəz Oteli MMC", PlaceKind::Hotel, "yevlakh_city", "Nizami küçəsi", "2"),
    place("Beyləqan Qonaq Evi MMC", PlaceKind::Other, "beylagan", "Nizami küçəsi", "40"),
    Place {
        fate: Fate::Waits,
        ..place("Xəzər Qonaq Evi MMC", PlaceKind::Hotel, "baku_yasamal", "Hüseyn Cavid prospekti", "29")
    },
    Place {
        fate: Fate::Waits,
        ..place("İçərişəhər Otaqları MMC", PlaceKind::Hostel, "baku_sabail", "Böyük Qala küçəsi", "7")
    },
    Place {
        party: PartyKind::Person,
        flat: Some("51"),
        ..place("Elçin Səmədov", PlaceKind::Flat, "baku_narimanov", "Əhməd Rəcəbli küçəsi", "8")
    },
    Place {
        party: PartyKind::Person,
        ..place("Sevda Quluzadə", PlaceKind::House, "lankaran", "Dənizkənarı küçə", "16")
    },
    Place {
        fate: Fate::Rejected,
        ..place("Köhnə Dəyirman Otaqları MMC", PlaceKind::Hostel, "baku_sabail", "Qüllə küçəsi", "77")
    },
];
