//! Writing the two lines, for documents that the seed and the tests invent.
use chrono::{Datelike, NaiveDate};

use super::{Sex, WIDTH, digit::check_digit};

/// What a passport says.
#[derive(Debug, Clone)]
pub struct Holder<'a> {
    /// Such as `TUR`; `DEU` is written `D`.
    pub issuer: &'a str,
    pub surname: &'a str,
    pub given_names: &'a str,
    /// At most nine letters and digits.
    pub number: &'a str,
    pub nationality: &'a str,
    pub birth_date: NaiveDate,
    pub sex: Sex,
    pub expires_on: NaiveDate,
    /// At most fourteen letters and digits; may be empty.
    pub personal_number: &'a str,
}

/// A value that does not fit its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unwritable(pub &'static str);

/// The two lines, joined by a line break.
pub fn write(holder: &Holder<'_>) -> Result<String, Unwritable> {
    let names = names(holder.surname, holder.given_names).ok_or(Unwritable("names"))?;
    let issuer = code(holder.issuer).ok_or(Unwritable("issuer"))?;
    let nationality = code(holder.nationality).ok_or(Unwritable("nationality"))?;
    let number = checked(holder.number, 9).ok_or(Unwritable("number"))?;
    let birth = checked(&date(holder.birth_date), 6).ok_or(Unwritable("birth date"))?;
    let expiry = checked(&date(holder.expires_on), 6).ok_or(Unwritable("expiry"))?;
    let personal = checked(holder.personal_number, 14).ok_or(Unwritable("personal number"))?;
    let composite = check_digit(&[number.as_str(), &birth, &expiry, &personal].concat())
        .ok_or(Unwritable("composite"))?;
    let sex = match holder.sex {
        Sex::Female => 'F',
        Sex::Male => 'M',
        Sex::Unspecified => '<',
    };
    Ok(format!("P<{issuer}{names}\n{number}{nationality}{birth}{sex}{expiry}{personal}{composite}"))
}

fn date(date: NaiveDate) -> String {
    format!("{:02}{:02}{:02}", date.year().rem_euclid(100), date.month(), date.day())
}

/// Filled to its width, with its check digit.
fn checked(text: &str, width: usize) -> Option<String> {
    let plain = text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    let filled = filled(text, width).filter(|_| plain)?;
    let digit = check_digit(&filled)?;
    Some(format!("{filled}{digit}"))
}

fn code(code: &str) -> Option<String> {
    let code = if code == "DEU" { "D" } else { code };
    let plain = code.bytes().all(|byte| byte.is_ascii_uppercase());
    filled(code, 3).filter(|_| plain && !code.is_empty())
}

fn filled(text: &str, width: usize) -> Option<String> {
    let missing = width.checked_sub(text.len())?;
    Some(format!("{text}{}", "<".repeat(missing)))
}

/// Surname, two fillers, given names; cut where they do not fit, so that something of both remains.
fn names(surname: &str, given: &str) -> Option<String> {
    const ROOM: usize = WIDTH - 5;
    let (mut surname, mut given) = (spelled(surname)?, spelled(given)?);
    if surname.is_empty() {
        return None;
    }
    if !given.is_empty() && surname.len() + 2 + given.len() > ROOM {
        surname.truncate((ROOM - 2).saturating_sub(given.len()).max(ROOM - 2 - given.len().min(12)));
        given.truncate(ROOM - 2 - surname.len());
        let joined = format!("{surname}<<{given}");
        return filled(&joined, ROOM);
    }
    surname.truncate(ROOM);
    let joined = if given.is_empty() { surname } else { format!("{surname}<<{given}") };
    filled(&joined, ROOM)
}

/// Latin letters without marks (ICAO 9303 part 3, section 6); spaces and hyphens are fillers, other marks go.
fn spelled(name: &str) -> Option<String> {
    let mut text = String::new();
    for letter in name.trim().chars() {
        match letter {
            ' ' | '-' if text.ends_with('<') => {}
            ' ' | '-' => text.push('<'),
            '\'' | '’' | '.' | ',' | '`' => {}
            'a'..='z' | 'A'..='Z' => text.push(letter.to_ascii_uppercase()),
            _ => text.push_str(latin(letter)?),
        }
    }
    Some(text)
}

fn latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'Á' | 'á' | 'À' | 'à' | 'Â' | 'â' | 'Ã' | 'ã' | 'Ă' | 'ă' | 'Ą' | 'ą' | 'Ā' | 'ā' => {
            "A"
        }
        'Ä' | 'ä' | 'Æ' | 'æ' => "AE",
        'Å' | 'å' => "AA",
        'Ç' | 'ç' | 'Ć' | 'ć' | 'Č' | 'č' => "C",
        'Ď' | 'ď' | 'Đ' | 'đ' => "D",
        'É' | 'é' | 'È' | 'è' | 'Ê' | 'ê' | 'Ë' | 'ë' | 'Ę' | 'ę' | 'Ě' | 'ě' | 'Ə' | 'ə' | 'Ē' | 'ē' => {
            "E"
        }
        'Ğ' | 'ğ' | 'Ģ' | 'ģ' => "G",
        'İ' | 'ı' | 'Í' | 'í' | 'Ì' | 'ì' | 'Î' | 'î' | 'Ï' | 'ï' | 'Ī' | 'ī' => "I",
        'Ł' | 'ł' | 'Ľ' | 'ľ' => "L",
        'Ñ' | 'ñ' | 'Ń' | 'ń' | 'Ň' | 'ň' => "N",
        'Ó' | 'ó' | 'Ò' | 'ò' | 'Ô' | 'ô' | 'Õ' | 'õ' | 'Ő' | 'ő' => "O",
        'Ö' | 'ö' | 'Ø' | 'ø' | 'Œ' | 'œ' => "OE",
        'Ř' | 'ř' => "R",
        'Ş' | 'ş' | 'Ș' | 'ș' | 'Ś' | 'ś' | 'Š' | 'š' => "S",
        'ß' | 'ẞ' => "SS",
        'Ţ' | 'ţ' | 'Ț' | 'ț' | 'Ť' | 'ť' => "T",
        'Ú' | 'ú' | 'Ù' | 'ù' | 'Û' | 'û' | 'Ů' | 'ů' | 'Ű' | 'ű' | 'Ū' | 'ū' => "U",
        'Ü' | 'ü' => "UE",
        'Ý' | 'ý' | 'Ÿ' | 'ÿ' => "Y",
        'Ź' | 'ź' | 'Ż' | 'ż' | 'Ž' | 'ž' => "Z",
        _ => return None,
    })
}
