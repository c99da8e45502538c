//! Invented hosts of every kind, in real districts.
use chrono::NaiveDate;
use shared::premises::PlaceKind;

pub struct Place {
    pub host: &'static str,
    pub kind: PlaceKind,
    pub district: &'static str,
    pub street: &'static str,
    pub house: &'static str,
    pub flat: Option<&'static str>,
    /// A request that nobody has confirmed yet.
    pub waits: bool,
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
    Place { host, kind, district, street, house, flat: None, waits: false }
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
        waits: true,
        ..place("Xəzər Qonaq Evi MMC", PlaceKind::Hotel, "baku_yasamal", "Hüseyn Cavid prospekti", "29")
    },
    Place {
        waits: true,
        ..place("İçərişəhər Otaqları MMC", PlaceKind::Hostel, "baku_sabail", "Böyük Qala küçəsi", "7")
    },
];
