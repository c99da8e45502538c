//! The machine-readable lines of any document: what is wrong with them, and where they differ from the fields.
use shared::{
    mrz::{self, BirthDate, Holder, Kind},
    registrations::{DocumentKind, NewRegistration, RegistrationView, Visa},
};
use tests::{Actor, Answer, TestApp, given};

struct Desk {
    app: TestApp,
    host: Actor,
    fitting: NewRegistration,
}

impl Desk {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let host = app.host("kamran").await;
        let fitting = given::registration(app.premises(&host).await.id);
        Self { app, host, fitting }
    }

    async fn send(&self, new: &NewRegistration, key: &str) -> Answer {
        self.app.post(&self.host, "/registrations", new).key(&format!("of-a-document-{key}")).await
    }

    /// Pointers and codes of what is wrong, in their order.
    async fn wrong(&self, new: &NewRegistration) -> Vec<(String, String)> {
        let mut wrong = self.send(new, "wrong").await.wrong_fields();
        wrong.sort();
        wrong
    }

    async fn with_lines(&self, kind: DocumentKind, lines: &str) -> Vec<(String, String)> {
        let mut new = self.fitting.clone();
        new.guest.document.kind = kind;
        new.guest.mrz = Some(lines.to_owned());
        self.wrong(&new).await
    }
}

/// The guest of `given::guest()` as another document writes him.
fn holder(kind: Kind, code: &'static str) -> Holder<'static> {
    Holder {
        kind,
        code,
        issuer: "TUR",
        surname: "YILMAZ",
        given_names: "EMRE",
        number: "U21457893",
        nationality: "TUR",
        birth: BirthDate { year: Some(1988), month: Some(3), day: Some(12) },
        sex: mrz::Sex::Male,
        expires_on: "2031-06-14".parse().unwrap(),
        optional: "",
        optional_second: "",
    }
}

fn lines(kind: Kind, code: &'static str) -> String {
    mrz::write(&holder(kind, code)).unwrap()
}

fn named(pointer: &str, code: &str) -> Vec<(String, String)> {
    vec![(pointer.to_owned(), code.to_owned())]
}

const DOCUMENTS: [(Kind, &str, DocumentKind); 5] = [
    (Kind::Td1, "ID", DocumentKind::IdentityCard),
    (Kind::Td2, "I", DocumentKind::IdentityCard),
    (Kind::Td3, "P", DocumentKind::Passport),
    (Kind::Td3, "PR", DocumentKind::TravelDocument),
    (Kind::Td1, "AC", DocumentKind::TravelDocument),
];

#[actix_web::test]
async fn the_lines_of_any_document_are_taken_and_kept_as_they_were_read() {
    for (kind, code, document) in DOCUMENTS {
        let desk = Desk::start().await;
        let mut new = desk.fitting.clone();
        new.guest.document.kind = document;
        let read = lines(kind, code);
        // Small letters, a Cyrillic К or А, other breaks: as keyboards and scanners send them.
        new.guest.mrz = Some(read.to_lowercase().replace('a', "А").replace('\n', "\r\n"));

        let kept: RegistrationView = desk.send(&new, "kept").await.ok();

        assert_eq!(kept.guest.mrz, Some(read), "{kind:?}");
    }
}

#[actix_web::test]
async fn a_wrong_digit_of_any_document_is_named() {
    let desk = Desk::start().await;
    for (kind, code, document) in DOCUMENTS {
        // The check digit of the date of birth.
        let wrong = lines(kind, code).replace("8803126", "8803125");
        assert_eq!(desk.with_lines(document, &wrong).await, named("/guest/mrz", "mrz_digit"), "{kind:?}");
    }
}

#[actix_web::test]
async fn lines_that_are_too_short_or_of_no_document_are_named() {
    let desk = Desk::start().await;
    let passport = lines(Kind::Td3, "P");
    let short = &passport[..passport.len() - 1];
    assert_eq!(desk.with_lines(DocumentKind::Passport, short).await, named("/guest/mrz", "mrz_line_length"));
    let other = passport.replacen('P', "X", 1);
    assert_eq!(desk.with_lines(DocumentKind::Passport, &other).await, named("/guest/mrz", "mrz_kind"));
    let visa = lines(Kind::MrvA, "V");
    assert_eq!(desk.with_lines(DocumentKind::Passport, &visa).await, named("/guest/mrz", "mrz_of_visa"));
    let foreign = passport.replacen("EMRE", "EMЖE", 1);
    assert!(
        desk.with_lines(DocumentKind::Passport, &foreign)
            .await
            .contains(&("/guest/mrz".into(), "mrz_letter".into()))
    );
    // The first line of a passport above the second of a smaller card.
    let first = passport.lines().next().unwrap();
    let mixed = format!("{first}\n{}", lines(Kind::Td2, "I").lines().nth(1).unwrap());
    let wrong = desk.with_lines(DocumentKind::Passport, &mixed).await;
    assert!(wrong.contains(&("/guest/mrz".into(), "mrz_line_length".into())), "{wrong:?}");
    assert_eq!(desk.app.count("registration").await, 0);
}

#[actix_web::test]
async fn the_lines_must_be_of_the_chosen_kind_of_document() {
    let desk = Desk::start().await;
    let kind = named("/guest/document/kind", "mrz_disagrees");
    assert_eq!(desk.with_lines(DocumentKind::IdentityCard, &lines(Kind::Td3, "P")).await, kind);
    assert_eq!(desk.with_lines(DocumentKind::Passport, &lines(Kind::Td1, "I")).await, kind);
    assert_eq!(desk.with_lines(DocumentKind::Passport, &lines(Kind::Td2, "I")).await, kind);
}

#[actix_web::test]
async fn each_field_that_differs_from_the_lines_is_named() {
    let desk = Desk::start().await;
    let card = holder(Kind::Td1, "ID");
    let all: Vec<(&str, Holder<'_>)> = vec![
        ("/guest/surname", Holder { surname: "YILDIZ", ..card.clone() }),
        ("/guest/given_names", Holder { given_names: "EMIN", ..card.clone() }),
        ("/guest/sex", Holder { sex: mrz::Sex::Female, ..card.clone() }),
        ("/guest/birth_date", Holder { birth: BirthDate { day: Some(13), ..card.birth }, ..card.clone() }),
        (
            "/guest/birth_date",
            Holder { birth: BirthDate { day: None, month: Some(4), ..card.birth }, ..card.clone() },
        ),
        ("/guest/citizenship", Holder { nationality: "XXB", ..card.clone() }),
        ("/guest/document/issuer", Holder { issuer: "DEU", ..card.clone() }),
        ("/guest/document/number", Holder { number: "U21457893AB", ..card.clone() }),
        ("/guest/document/expires_on", Holder { expires_on: "2031-06-15".parse().unwrap(), ..card.clone() }),
    ];
    for (pointer, holder) in all {
        let wrong = desk.with_lines(DocumentKind::IdentityCard, &mrz::write(&holder).unwrap()).await;
        assert_eq!(wrong, named(pointer, "mrz_disagrees"));
    }
}

#[actix_web::test]
async fn what_the_lines_leave_open_does_not_disagree() {
    let desk = Desk::start().await;
    let card = holder(Kind::Td1, "ID");
    let mut new = desk.fitting.clone();
    new.guest.document.kind = DocumentKind::IdentityCard;
    new.guest.surname = "Yılmaz".into();
    new.guest.document.number = "U21457893AB".into();
    let unknown = Holder {
        birth: BirthDate { day: None, month: None, ..card.birth },
        sex: mrz::Sex::Unspecified,
        given_names: "",
        number: "U21457893AB",
        ..card
    };
    new.guest.mrz = Some(mrz::write(&unknown).unwrap());

    let answer = desk.send(&new, "open").await;

    assert_eq!(answer.status, 201, "{}", answer.text());
}

#[actix_web::test]
async fn the_lines_of_a_visa_are_those_of_the_guest_and_of_the_visa() {
    let desk = Desk::start().await;
    let visa = |lines: String| {
        Some(Visa { number: "AZ1234567".into(), stay_until: "2026-12-18".into(), mrz: Some(lines) })
    };
    let of = |holder: Holder<'_>| visa(mrz::write(&holder).unwrap());
    let big = Holder { number: "AZ1234567", issuer: "AZE", ..holder(Kind::MrvA, "V") };
    let small = Holder { kind: Kind::MrvB, ..big.clone() };
    let mut new = desk.fitting.clone();
    for (visa, wrong) in [
        (visa(lines(Kind::Td3, "P")), named("/visa/mrz", "mrz_not_of_visa")),
        (visa(mrz::write(&small).unwrap().replace("8803126", "8803125")), named("/visa/mrz", "mrz_digit")),
        (of(Holder { number: "AZ7654321", ..small.clone() }), named("/visa/number", "mrz_disagrees")),
        (of(Holder { surname: "YILDIZ", ..big.clone() }), named("/guest/surname", "mrz_disagrees")),
    ] {
        new.visa = visa;
        assert_eq!(desk.wrong(&new).await, wrong);
    }
    // A visa may carry the number of the passport.
    for holder in [big, small.clone(), Holder { number: "U21457893", ..small }] {
        let desk = Desk::start().await;
        new.premises = desk.fitting.premises;
        new.visa = of(holder);

        let kept: RegistrationView = desk.send(&new, "visa").await.ok();

        let visa = kept.visa.unwrap();
        assert_eq!((visa.number.as_str(), visa.mrz), ("AZ1234567", None), "compared, not kept");
    }
}
