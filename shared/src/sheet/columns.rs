//! The columns of a file of guests: their heads in three languages, and what is written in them. Words of the file, which
//! is the same whatever the language of the page.
use chrono::{Days, NaiveDate};
use serde_json::Value;

use crate::{dates, texts::Lang};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    /// Capitals without spaces.
    Code,
    Day,
    Sex,
    Document,
    YesNo,
    Language,
}

#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// For programs; is a head too.
    pub name: &'static str,
    /// Where it goes in the registration.
    pub pointer: &'static str,
    pub kind: Kind,
    pub required: bool,
    /// Azerbaijani, English, Russian.
    pub heads: [&'static str; 3],
}

const fn column(
    name: &'static str,
    pointer: &'static str,
    kind: Kind,
    required: bool,
    heads: [&'static str; 3],
) -> Column {
    Column { name, pointer, kind, required, heads }
}

pub const ALL: &[Column] = &[
    column("surname", "/guest/surname", Kind::Text, true, ["Soyad", "Surname", "Фамилия"]),
    column("given_names", "/guest/given_names", Kind::Text, false, ["Ad", "Given names", "Имя"]),
    column("sex", "/guest/sex", Kind::Sex, true, ["Cins", "Sex", "Пол"]),
    column(
        "birth_date",
        "/guest/birth_date",
        Kind::Day,
        true,
        ["Doğum tarixi", "Date of birth", "Дата рождения"],
    ),
    column(
        "citizenship",
        "/guest/citizenship",
        Kind::Code,
        true,
        ["Vətəndaşlıq", "Citizenship", "Гражданство"],
    ),
    column(
        "document_kind",
        "/guest/document/kind",
        Kind::Document,
        false,
        ["Sənədin növü", "Document type", "Вид документа"],
    ),
    column(
        "document_issuer",
        "/guest/document/issuer",
        Kind::Code,
        false,
        ["Sənədi verən ölkə", "Issuing country", "Страна выдачи"],
    ),
    column(
        "document_number",
        "/guest/document/number",
        Kind::Code,
        true,
        ["Sənədin nömrəsi", "Document number", "Номер документа"],
    ),
    column(
        "document_expires_on",
        "/guest/document/expires_on",
        Kind::Day,
        true,
        ["Sənədin son günü", "Document valid until", "Документ действует до"],
    ),
    column(
        "arrived_in_country",
        "/arrived_in_country",
        Kind::Day,
        true,
        ["Ölkəyə gəliş", "Arrival in the country", "Въезд в страну"],
    ),
    column(
        "arrived_at_address",
        "/arrived_at_address",
        Kind::Day,
        true,
        ["Ünvana gəliş", "Arrival at the address", "Прибытие по адресу"],
    ),
    column("until", "/until", Kind::Day, true, ["Son gün", "Last day", "Последний день"]),
    column("visa_number", "/visa/number", Kind::Code, false, ["Viza nömrəsi", "Visa number", "Номер визы"]),
    column(
        "visa_until",
        "/visa/stay_until",
        Kind::Day,
        false,
        ["Viza üzrə son gün", "Visa valid until", "Последний день по визе"],
    ),
    column("moved", "/moved", Kind::YesNo, false, ["Köçüb", "Moved", "Переезд"]),
    column("room", "/room", Kind::Text, false, ["Otaq", "Room", "Комната"]),
    column("contact", "/contact", Kind::Text, false, ["Əlaqə", "Contact", "Контакт"]),
    column("language", "/language", Kind::Language, false, ["Dil", "Language", "Язык"]),
];

/// Each choice with the words for it, besides its own.
const SEXES: &[(&str, &[&str])] = &[
    ("female", &["f", "q", "qadın", "ж", "женский", "жен"]),
    ("male", &["m", "k", "kişi", "м", "мужской", "муж"]),
    ("x", &["<"]),
];
const DOCUMENTS: &[(&str, &[&str])] = &[
    ("passport", &["p", "pasport", "паспорт"]),
    ("identity_card", &["id", "id card", "identity card", "şəxsiyyət vəsiqəsi", "удостоверение личности"]),
    ("travel_document", &["travel document", "yol sənədi", "проездной документ"]),
];
const ANSWERS: &[(&str, &[&str])] =
    &[("yes", &["bəli", "hə", "да", "1", "true", "+"]), ("no", &["xeyr", "yox", "нет", "0", "false", "-"])];

impl Column {
    /// Heads are compared without case, marks and spaces.
    pub fn is_headed(&self, head: &str) -> bool {
        let plain =
            |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).flat_map(small).collect() };
        let head = plain(head);
        self.heads.iter().chain([&self.name]).any(|own| plain(own) == head)
    }

    /// In the language of the page.
    pub fn head(&self, lang: Lang) -> &'static str {
        let [az, en, ru] = self.heads;
        match lang {
            Lang::Az => az,
            Lang::En => en,
            Lang::Ru => ru,
        }
    }

    /// As it is sent; what cannot be understood stays as it is.
    pub fn written(&self, text: &str) -> String {
        match self.kind {
            Kind::Text => text.to_owned(),
            Kind::Code => text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_uppercase).collect(),
            Kind::Day => day(text).map_or_else(|| text.to_owned(), |day| day.to_string()),
            Kind::Sex => choice(SEXES, text),
            Kind::Document => choice(DOCUMENTS, text),
            Kind::YesNo => choice(ANSWERS, text),
            Kind::Language => text.chars().flat_map(small).collect(),
        }
    }
}

/// `İ` is `i` and not two letters.
fn small(letter: char) -> impl Iterator<Item = char> {
    let letter = if letter == 'İ' { 'i' } else { letter };
    letter.to_lowercase()
}

fn choice(choices: &[(&str, &[&str])], text: &str) -> String {
    let small: String = text.chars().flat_map(small).collect();
    let known = choices.iter().find(|(own, words)| *own == small || words.contains(&&*small));
    known.map_or_else(|| text.to_owned(), |(own, _)| (*own).to_owned())
}

pub fn yes_or_no(text: &str) -> Value {
    match text {
        "yes" => true.into(),
        "no" => false.into(),
        other => other.into(),
    }
}

/// `2026-11-30`, `30.11.2026`, also with a time of day after it, or the number that a spreadsheet counts a day by.
fn day(text: &str) -> Option<NaiveDate> {
    let first = text.split([' ', 'T']).next()?;
    if let Some(day) = dates::parse(first) {
        return Some(day);
    }
    let parts: Vec<_> = first.split('.').collect();
    if let [day, month, year] = parts.as_slice()
        && year.len() == 4
    {
        return NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    }
    // Five digits: 1927 to 2173. A year or a room is no day.
    let count = first.split('.').next().filter(|count| count.len() == 5)?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(count.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_and_spreadsheets_write_it() {
        for text in
            ["2026-11-30", "30.11.2026", "30.11.2026 0:00:00", "2026-11-30T00:00:00", "46356", "46356.0"]
        {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), Some("2026-11-30"), "{text}");
        }
        for text in ["", "2026", "30.11.26", "31.02.2026", "11/30/2026", "tomorrow"] {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn choices_are_understood_in_three_languages() {
        assert_eq!(["Qadın", "F", "ЖЕНСКИЙ", "female"].map(|text| choice(SEXES, text)), ["female"; 4]);
        assert_eq!(["Kişi", "m", "м"].map(|text| choice(SEXES, text)), ["male"; 3]);
        assert_eq!(choice(DOCUMENTS, "Şəxsiyyət vəsiqəsi"), "identity_card");
        assert_eq!(choice(ANSWERS, "perhaps"), "perhaps");
    }
}
