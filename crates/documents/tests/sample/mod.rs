//! Notices as the service would hand them over, with the texts of the real catalogue.
use std::path::Path;

use chrono::{DateTime, Utc};
use documents::{Notice, NoticeLabels, Tone};

/// As long as the longest that the service signs: 300 bytes of JWS (architecture.md section 4).
pub fn qr(lang: &str) -> String {
    format!("https://bir-pencere.migration.gov.az/{lang}/check#{}", "eyJhbGciOiJFZERTQSIs".repeat(15))
}

/// The time that goes into the file.
pub fn at() -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_428_372, 0).expect("a time in 2026")
}

/// The fixed texts of the catalogue: all of them are one line.
pub fn labels(lang: &str) -> NoticeLabels {
    // Where cargo runs it, not where it was compiled: a build may be kept for another checkout.
    let crate_folder = std::env::var_os("CARGO_MANIFEST_DIR").expect("run by cargo");
    let file = Path::new(&crate_folder).join("../../shared/locales").join(lang).join("notice.ftl");
    let catalogue = std::fs::read_to_string(&file).expect("the catalogue");
    NoticeLabels::gather(|key| {
        let text = catalogue.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(" = "));
        let text = text.unwrap_or_else(|| panic!("{key} is missing in {}", file.display()));
        text.replace("{ $", "{$").replace(" }", "}")
    })
}

/// A guest in time, at a confirmed address.
pub fn ordinary(lang: &str) -> Notice {
    let (status, state, remark, rest) = match lang {
        "az" => (
            "Qeydiyyata alınıb",
            "Qeydiyyat 30 noyabr 2026 tarixinədək qüvvədədir (həmin gün daxil olmaqla).",
            "Qonaq gedəndə qəbul edən tərəf bunu Xidmətə bildirir. Bildirilməsə, qeydiyyat son gün özü bitir.",
            [
                "12.03.1988",
                "Türkiyə",
                "Pasport U21457893",
                "Bakı şəhəri, Səbail rayonu, Kiçik Qala küçəsi, 14",
                "23–30 noyabr 2026, son gün daxil olmaqla",
                "23 noyabr 2026, saat 14:06 (Bakı vaxtı)",
                "04.12.2026, qeydiyyat vaxtındadır",
                "Miqrasiya Məcəlləsi, maddə 21",
                "“Bir Pəncərə” saytı",
                "Hazırlanıb: 23 noyabr 2026, saat 14:06 (Bakı vaxtı)",
            ],
        ),
        "en" => (
            "Registered",
            "The registration is in force up to and including 30 November 2026.",
            "When the guest leaves, the host tells the Service. If nobody does, the registration ends by itself on its last day.",
            [
                "12 Mar 1988",
                "Türkiye",
                "Passport U21457893",
                "Kiçik Qala küçəsi 14, Sabail district, Baku",
                "23–30 November 2026, last day included",
                "23 November 2026, 14:06 (Baku time)",
                "4 Dec 2026, registered in time",
                "Migration Code, Article 21",
                "Bir Pəncərə website",
                "Prepared: 23 November 2026, 14:06 (Baku time)",
            ],
        ),
        _ => (
            "Регистрация оформлена",
            "Регистрация действует по 30 ноября 2026 года включительно.",
            "Когда гость уезжает, принимающая сторона сообщает об этом Службе. Если никто не сообщит, регистрация прекратится сама в последний день.",
            [
                "12.03.1988",
                "Турция",
                "Паспорт U21457893",
                "г. Баку, Сабаильский район, Kiçik Qala küçəsi, 14",
                "23–30 ноября 2026 года, последний день включительно",
                "23 ноября 2026 года в 14:06 (по бакинскому времени)",
                "04.12.2026, регистрация в срок",
                "статья 21 Миграционного кодекса",
                "Сайт «Bir Pəncərə»",
                "Подготовлено: 23 ноября 2026 года в 14:06 (по бакинскому времени)",
            ],
        ),
    };
    let [birth_date, citizenship, document, address, period, registered, last_day, basis, channel, prepared] =
        rest.map(str::to_owned);
    Notice {
        labels: labels(lang),
        number: "2026-48217036-7".to_owned(),
        code: "K7QF2M9TX4HD".to_owned(),
        qr: qr(lang),
        tone: Tone::Ok,
        status: status.to_owned(),
        state: state.to_owned(),
        remarks: vec![remark.to_owned()],
        guest: "YILMAZ EMRE".to_owned(),
        birth_date,
        citizenship,
        document,
        address,
        host: "Xəzər Qonaq Evi MMC, VÖEN 1402356781".to_owned(),
        period,
        registered,
        last_day,
        basis,
        channel,
        prepared,
    }
}

/// Every field as long as the service lets it be, in the language that needs the most room.
pub fn longest() -> Notice {
    let long = |length: usize| {
        "WOLFESCHLEGELSTEINHAUSENBERGERDORFF".chars().cycle().take(length).collect::<String>()
    };
    Notice {
        tone: Tone::Warn,
        status: "Регистрация оформлена, адрес ожидает подтверждения".to_owned(),
        state: "Регистрация действует по 30 ноября 2026 года включительно. Если адрес не подтвердят, она будет аннулирована, \
                и принимающая сторона узнает об этом."
            .to_owned(),
        guest: format!("{} {}", long(80), long(80)),
        address: format!("г. Баку, Сабаильский район, {}, {}, {}, {}", long(100), "Kiçik Qala küçəsi ".repeat(6), long(20), long(20)),
        host: format!("{}, VÖEN 1402356781", "Xəzər Qonaq Evi Məhdud Məsuliyyətli Cəmiyyəti ".repeat(5).trim_end()),
        last_day: "4 декабря 2026 года, опоздание 128 календарных дней".to_owned(),
        basis: "статьи 21.1, 21.2 и 21.4 Миграционного кодекса; статья 575.0.1 Кодекса об административных проступках".to_owned(),
        ..ordinary("ru")
    }
}
