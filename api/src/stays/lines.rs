//! The machine-readable lines beside the fields: check digits hold, and both say the same (C4).
use chrono::NaiveDate;
use shared::{
    dates, fold,
    mrz::{self, Kind, Problem, Reading},
    registrations::{DocumentKind, Guest, Sex, Visa},
};

use crate::error::FieldError;

/// The guest's lines as they are kept: as they were meant, whatever keyboard they went through.
pub fn kept(guest: &Guest) -> Option<String> {
    guest.mrz.as_deref().map(mrz::completed)
}

/// What the lines of the guest's document and of the visa say otherwise than the fields, or what of them cannot be true.
pub fn disagreements(guest: &Guest, visa: Option<&Visa>, today: NaiveDate) -> Vec<FieldError> {
    let mut told = of_document(guest, today);
    told.extend(visa.map(|visa| of_visa(guest, visa, today)).unwrap_or_default());
    told
}

fn of_document(guest: &Guest, today: NaiveDate) -> Vec<FieldError> {
    const AT: &str = "/guest/mrz";
    let Some(lines) = &guest.mrz else { return Vec::new() };
    let reading = mrz::read(lines, today);
    if reading.kind.is_some_and(Kind::is_visa) {
        return vec![FieldError::new(AT, "mrz_of_visa")];
    }
    let mut told = wrong(AT, &reading);
    told.extend(of_person(guest, &reading));
    let fields = &reading.fields;
    let document = &guest.document;
    differs(&mut told, "/guest/document/number", fields.number.as_deref(), &document.number);
    differs(&mut told, "/guest/document/issuer", fields.issuer.as_deref(), &document.issuer);
    let expiry = fields.expiry.map(|day| day.to_string());
    differs(&mut told, "/guest/document/expires_on", expiry.as_deref(), &document.expires_on);
    let other_kind = match document.kind {
        DocumentKind::Passport => reading.kind.is_some_and(Kind::is_card),
        DocumentKind::IdentityCard => reading.kind == Some(Kind::Td3),
        // Refugees' and stateless persons' are booklets, seamen's are cards.
        DocumentKind::TravelDocument => false,
    };
    if other_kind {
        told.push(FieldError::new("/guest/document/kind", "mrz_disagrees"));
    }
    told
}

/// The visa of somebody else, or of another number. It may carry the number of the passport instead of its own
/// (ICAO 9303 part 7).
fn of_visa(guest: &Guest, visa: &Visa, today: NaiveDate) -> Vec<FieldError> {
    const AT: &str = "/visa/mrz";
    let Some(lines) = &visa.mrz else { return Vec::new() };
    let reading = mrz::read(lines, today);
    if reading.kind.is_some_and(|kind| !kind.is_visa()) {
        return vec![FieldError::new(AT, "mrz_not_of_visa")];
    }
    let mut told = wrong(AT, &reading);
    told.extend(of_person(guest, &reading));
    let number = reading.fields.number.as_deref();
    if number != Some(&guest.document.number) {
        differs(&mut told, "/visa/number", number, &visa.number);
    }
    told
}

/// Who it is.
fn of_person(guest: &Guest, reading: &Reading) -> Vec<FieldError> {
    let fields = &reading.fields;
    let mut told = Vec::new();
    differs(&mut told, "/guest/citizenship", fields.nationality.as_deref(), &guest.citizenship);
    let born = dates::parse(&guest.birth_date);
    if fields.birth.zip(born).is_some_and(|(birth, born)| !birth.may_be(born)) {
        told.push(FieldError::new("/guest/birth_date", "mrz_disagrees"));
    }
    let sex = fields.sex.and_then(|sex| match sex {
        mrz::Sex::Female => Some(Sex::Female),
        mrz::Sex::Male => Some(Sex::Male),
        mrz::Sex::Unspecified => None,
    });
    if sex.is_some_and(|sex| sex != guest.sex) {
        told.push(FieldError::new("/guest/sex", "mrz_disagrees"));
    }
    let cut = fields.names_cut;
    let names = [
        ("/guest/surname", fields.surname.as_deref(), &guest.surname, cut),
        // Middle names are left out on one side or the other.
        ("/guest/given_names", fields.given_names.as_deref(), &guest.given_names, true),
    ];
    for (pointer, read, written, cut) in names {
        if read.is_some_and(|read| !same_name(read, written, cut)) {
            told.push(FieldError::new(pointer, "mrz_disagrees"));
        }
    }
    told
}

fn differs(told: &mut Vec<FieldError>, pointer: &str, read: Option<&str>, written: &str) {
    if read.is_some_and(|read| read != written) {
        told.push(FieldError::new(pointer, "mrz_disagrees"));
    }
}

/// The lines spell letters with marks in more ways than one (Ü is UE, UXX or U), so both sides are folded. Of names that do
/// not fit the lines, one is the beginning of the other.
fn same_name(read: &str, written: &str, cut: bool) -> bool {
    let plain = |name: &str| {
        let folded: String = fold::fold(name).chars().filter(|letter| *letter != ' ').collect();
        // E is folded to a.
        folded.replace("uxx", "u").replace("oa", "o").replace("ua", "u").replace("aa", "a")
    };
    let (read, written) = (plain(read), plain(written));
    read == written || (cut && (read.starts_with(&written) || written.starts_with(&read)))
}

/// Names line, character, what was found and what is expected.
fn wrong(pointer: &str, reading: &Reading) -> Vec<FieldError> {
    let error = |code: &str| FieldError::new(pointer, code);
    let said = |problem: &Problem| match problem {
        Problem::Digit { line, at, found, expected, .. } => error("mrz_digit")
            .with("line", line)
            .with("at", at)
            .with("found", found)
            .with("expected", expected),
        Problem::Letter { line, at, found } => {
            error("mrz_letter").with("line", line).with("at", at).with("found", found)
        }
        Problem::Date { line, at, found, .. } | Problem::Country { line, at, found, .. } => {
            error("mrz_letter").with("line", line).with("at", at).with("found", found)
        }
        Problem::Length { line, found, expected } => {
            error("mrz_line_length").with("line", line).with("found", found).with("expected", expected)
        }
        Problem::Lines { .. } => error("mrz_length"),
        Problem::Kind => error("mrz_kind"),
    };
    reading.problems.iter().map(said).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_however_the_lines_spell_it() {
        for (read, written) in [
            ("MUELLER", "MÜLLER"),
            ("MULLER", "Müller"),
            ("ELIYEV", "Əliyev"),
            ("YILMAZ", "Yılmaz"),
            ("OCONNOR", "O'Connor"),
            ("VAN DER BERG", "van der Berg"),
            ("WEISS", "Weiß"),
            ("AAKESSON", "Åkesson"),
        ] {
            assert!(same_name(read, written, false), "{read} {written}");
        }
        assert!(!same_name("YILMAZ", "YILDIZ", false));
        assert!(!same_name("NILAVADHANAN", "NILAVADHANANANDA", false));
        assert!(same_name("NILAVADHANAN", "NILAVADHANANANDA", true));
        assert!(same_name("", "GANESH", true), "one name only");
    }
}
