//! Writing the lines, for documents that the seed and the tests invent.
use chrono::NaiveDate;

use super::{BirthDate, Kind, Sex, digit::check_digit, kind::Place};

/// What a document says.
#[derive(Debug, Clone)]
pub struct Holder<'a> {
    pub kind: Kind,
    /// Such as `P`, `ID` or `V`.
    pub code: &'a str,
    /// Such as `TUR`; `DEU` is written `D`.
    pub issuer: &'a str,
    pub surname: &'a str,
    pub given_names: &'a str,
    /// Nine letters and digits; a card may have more.
    pub number: &'a str,
    pub nationality: &'a str,
    pub birth: BirthDate,
    pub sex: Sex,
    pub expires_on: NaiveDate,
    /// The issuer's own, such as a personal number; may be empty.
    pub optional: &'a str,
    /// The second such place, of a card with three lines.
    pub optional_second: &'a str,
}

/// A value that does not fit its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unwritable(pub &'static str);

/// The lines, joined by line breaks.
pub fn write(holder: &Holder<'_>) -> Result<String, Unwritable> {
    let layout = holder.kind.layout();
    let names = layout.names;
    let code = coded(holder.code, 2).filter(|code| begins(holder.kind, code)).ok_or(Unwritable("code"))?;
    let issuer = country(holder.issuer).ok_or(Unwritable("issuer"))?;
    let names = names_of(holder, names.to - names.from).ok_or(Unwritable("names"))?;
    let nationality = country(holder.nationality).ok_or(Unwritable("nationality"))?;
    let birth = with_digit(&six(holder.birth)).ok_or(Unwritable("birth date"))?;
    let expiry = with_digit(&six(holder.expires_on.into())).ok_or(Unwritable("expiry"))?;
    let (number, rest) = number(holder).ok_or(Unwritable("number"))?;
    let optional = optional(holder, &rest).ok_or(Unwritable("optional data"))?;
    let sex = match holder.sex {
        Sex::Female => 'F',
        Sex::Male => 'M',
        Sex::Unspecified => '<',
    };
    let lines = if let Some(second) = layout.optional_second {
        let second = plain(holder.optional_second, second.to - second.from);
        let second = second.ok_or(Unwritable("second optional data"))?;
        vec![
            format!("{code}{issuer}{number}{optional}"),
            format!("{birth}{sex}{expiry}{nationality}{second}"),
            names,
        ]
    } else {
        vec![format!("{code}{issuer}{names}"), format!("{number}{nationality}{birth}{sex}{expiry}{optional}")]
    };
    with_composite(holder.kind, lines).ok_or(Unwritable("composite"))
}

fn begins(kind: Kind, code: &str) -> bool {
    code.chars().next().is_some_and(|letter| Kind::begun_by(letter).contains(&kind))
}

/// The last check digit is written behind what it covers.
fn with_composite(kind: Kind, mut lines: Vec<String>) -> Option<String> {
    if let Some((covered, digit)) = kind.layout().composite {
        let text = |place: &Place| lines.get(place.line - 1)?.get(place.from..place.to).map(str::to_owned);
        let covered: Vec<String> = covered.iter().map(text).collect::<Option<_>>()?;
        let composite = check_digit(&covered.concat())?;
        lines.get_mut(digit.line - 1)?.push(composite);
    }
    Some(lines.join("\n"))
}

/// The number with its check digit. What of a card's number does not fit goes to the optional data, the check digit too.
fn number(holder: &Holder<'_>) -> Option<(String, String)> {
    let number = holder.number;
    let short = checked(number, 9);
    if let Some(short) = short {
        return Some((short, String::new()));
    }
    let (first, rest) = number.split_at_checked(9).filter(|_| holder.kind.is_card())?;
    plain(number, number.len())?;
    let digit = check_digit(number)?;
    Some((format!("{first}<"), format!("{rest}{digit}<")))
}

/// What is left of the place after the rest of a long number; a passport writes a check digit behind it.
fn optional(holder: &Holder<'_>, rest: &str) -> Option<String> {
    let place = holder.kind.layout().optional;
    let room = place.to - place.from;
    if holder.kind == Kind::Td3 {
        return checked(holder.optional, room);
    }
    if holder.optional.is_empty() && rest.len() == room + 1 {
        // No filler fits behind the check digit.
        return rest.strip_suffix('<').map(str::to_owned);
    }
    let data = plain(holder.optional, room.checked_sub(rest.len())?)?;
    Some(format!("{rest}{data}"))
}

fn six(birth: BirthDate) -> String {
    let two = |part: Option<u32>| part.map_or_else(|| "<<".to_owned(), |part| format!("{part:02}"));
    let year = birth.year.and_then(|year| u32::try_from(year.rem_euclid(100)).ok());
    [two(year), two(birth.month), two(birth.day)].concat()
}

/// Filled to its width.
fn plain(text: &str, width: usize) -> Option<String> {
    let plain = text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    filled(text, width).filter(|_| plain)
}

/// Filled to its width, with its check digit.
fn checked(text: &str, width: usize) -> Option<String> {
    with_digit(&plain(text, width)?)
}

fn with_digit(text: &str) -> Option<String> {
    let digit = check_digit(text)?;
    Some(format!("{text}{digit}"))
}

fn country(code: &str) -> Option<String> {
    coded(if code == "DEU" { "D" } else { code }, 3)
}

fn coded(code: &str, width: usize) -> Option<String> {
    let plain = code.bytes().all(|byte| byte.is_ascii_uppercase());
    filled(code, width).filter(|_| plain && !code.is_empty())
}

fn filled(text: &str, width: usize) -> Option<String> {
    let missing = width.checked_sub(text.len())?;
    Some(format!("{text}{}", "<".repeat(missing)))
}

/// Surname, two fillers, given names; cut where they do not fit, so that something of both remains.
fn names_of(holder: &Holder<'_>, room: usize) -> Option<String> {
    let (mut surname, mut given) = (spelled(holder.surname)?, spelled(holder.given_names)?);
    if surname.is_empty() {
        return None;
    }
    let both = room.checked_sub(2)?;
    if !given.is_empty() && surname.len() + given.len() > both {
        surname.truncate(both.saturating_sub(given.len()).max(both - given.len().min(12)));
        given.truncate(both - surname.len());
        return filled(&format!("{surname}<<{given}"), room);
    }
    surname.truncate(room);
    let joined = if given.is_empty() { surname } else { format!("{surname}<<{given}") };
    filled(&joined, room)
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
