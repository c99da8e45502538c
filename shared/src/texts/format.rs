//! Dates, times, numbers and money as each language writes them (language.md §4). All in Baku time.
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};

use super::{Lang, Number};

const MONTHS: [[&str; 12]; 3] = [
    [
        "yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust", "sentyabr", "oktyabr",
        "noyabr", "dekabr",
    ],
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
];

const WEEKDAYS: [[&str; 7]; 3] = [
    ["bazar ertəsi", "çərşənbə axşamı", "çərşənbə", "cümə axşamı", "cümə", "şənbə", "bazar"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
];

fn word<const N: usize>(words: &'static [[&'static str; N]; 3], lang: Lang, at: u32) -> &'static str {
    let [az, en, ru] = words;
    let list = match lang {
        Lang::Az => az,
        Lang::En => en,
        Lang::Ru => ru,
    };
    usize::try_from(at).ok().and_then(|at| list.get(at)).copied().unwrap_or_default()
}

/// mart · March · марта: as it stands after a day.
pub fn month(lang: Lang, date: NaiveDate) -> &'static str {
    word(&MONTHS, lang, date.month0())
}

/// cümə axşamı · Thursday · четверг.
pub fn weekday(lang: Lang, date: NaiveDate) -> &'static str {
    word(&WEEKDAYS, lang, date.weekday().num_days_from_monday())
}

/// In a sentence: 5 mart 2026 · 5 March 2026 · 5 марта 2026 года.
pub fn date(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", day_and_month(lang, date), year(lang, date))
}

/// Where the year is known: 5 mart · 5 March · 5 марта.
pub fn day_and_month(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", date.day(), month(lang, date))
}

fn year(lang: Lang, date: NaiveDate) -> String {
    match lang {
        Lang::Az | Lang::En => date.year().to_string(),
        Lang::Ru => format!("{} года", date.year()),
    }
}

/// 5 mart 2026, cümə axşamı · Thursday 5 March 2026 · четверг, 5 марта 2026 года.
pub fn date_with_weekday(lang: Lang, day: NaiveDate) -> String {
    let (weekday, day) = (weekday(lang, day), date(lang, day));
    match lang {
        Lang::Az => format!("{day}, {weekday}"),
        Lang::En => format!("{weekday} {day}"),
        Lang::Ru => format!("{weekday}, {day}"),
    }
}

/// In a letter or an act: 2026-cı il 5 mart; the other languages as in a sentence.
pub fn date_in_letter(lang: Lang, day: NaiveDate) -> String {
    match lang {
        Lang::Az => format!("{}{} il {}", day.year(), ordinal_ending(day.year()), day_and_month(lang, day)),
        Lang::En | Lang::Ru => date(lang, day),
    }
}

/// By the last word that is read: 2026 ends in altı, 2030 in otuz.
fn ordinal_ending(number: i32) -> &'static str {
    match (number % 10, number % 100, number % 1000) {
        (1 | 2 | 5 | 7 | 8, ..) | (0, 20 | 50 | 70 | 80, _) | (0, 0, 0) => "-ci",
        (3 | 4, ..) | (0, 0, _) => "-cü",
        (9, ..) | (0, 10 | 30, _) => "-cu",
        _ => "-cı",
    }
}

/// In a table: 05.03.2026 · 5 Mar 2026 · 05.03.2026. English never has figures only: 05/03 is two dates.
pub fn date_in_table(lang: Lang, day: NaiveDate) -> String {
    match lang {
        Lang::Az | Lang::Ru => format!("{:02}.{:02}.{}", day.day(), day.month(), day.year()),
        Lang::En => {
            let short: String = month(lang, day).chars().take(3).collect();
            format!("{} {short} {}", day.day(), day.year())
        }
    }
}

/// 5–10 mart 2026 · 28 February – 3 March 2026 · 30 декабря 2025 года – 2 января 2026 года.
pub fn period(lang: Lang, from: NaiveDate, to: NaiveDate) -> String {
    let end = date(lang, to);
    if from == to {
        end
    } else if (from.year(), from.month()) == (to.year(), to.month()) {
        format!("{}–{end}", from.day())
    } else if from.year() == to.year() {
        format!("{}\u{a0}– {end}", day_and_month(lang, from))
    } else {
        format!("{}\u{a0}– {end}", date(lang, from))
    }
}

/// The Service's clock: a fixed +04:00.
pub fn baku(at: DateTime<Utc>) -> NaiveDateTime {
    let utc = at.naive_utc();
    utc.checked_add_signed(TimeDelta::hours(4)).unwrap_or(utc)
}

/// When a day of Baku begins.
pub fn midnight(day: NaiveDate) -> DateTime<Utc> {
    let there = day.and_time(NaiveTime::MIN).and_utc();
    there.checked_sub_signed(TimeDelta::hours(4)).unwrap_or(there)
}

/// 14:03, the same in all languages: for tables and after a colon.
pub fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// In a sentence: saat 14:03 · 14:03 · в 14:03.
pub fn time(lang: Lang, time: NaiveTime) -> String {
    match lang {
        Lang::Az => format!("saat\u{a0}{}", clock(time)),
        Lang::En => clock(time),
        Lang::Ru => format!("в\u{a0}{}", clock(time)),
    }
}

/// Where the minute matters: saat 23:59 (Bakı vaxtı).
pub fn time_in_baku(lang: Lang, at: NaiveTime) -> String {
    let time = time(lang, at);
    match lang {
        Lang::Az => format!("{time} (Bakı vaxtı)"),
        Lang::En => format!("{time} (Baku time)"),
        Lang::Ru => format!("{time} (по бакинскому времени)"),
    }
}

/// A moment in a sentence: 5 mart 2026, saat 14:03 · 5 March 2026, 14:03 · 5 марта 2026 года в 14:03.
pub fn moment(lang: Lang, at: DateTime<Utc>) -> String {
    let at = baku(at);
    let (day, time) = (date(lang, at.date()), time(lang, at.time()));
    match lang {
        Lang::Az | Lang::En => format!("{day}, {time}"),
        Lang::Ru => format!("{day} {time}"),
    }
}

/// A moment in a table: 05.03.2026, 14:03.
pub fn moment_in_table(lang: Lang, at: DateTime<Utc>) -> String {
    let at = baku(at);
    format!("{}, {}", date_in_table(lang, at.date()), clock(at.time()))
}

/// 740 841 · 740,841 · 740 841.
pub fn number(lang: Lang, number: impl Into<Number>) -> String {
    number.into().print(lang)
}

/// 12,5% · 12.5% · 12,5 %.
pub fn percent(lang: Lang, share: impl Into<Number>) -> String {
    let share = share.into().print(lang);
    match lang {
        Lang::Az | Lang::En => format!("{share}%"),
        Lang::Ru => format!("{share}\u{a0}%"),
    }
}

/// In a sentence, from qəpik: 120 manat, 12,50 manat · 12.50 manats · 12,50 маната.
pub fn money(lang: Lang, qepik: i64) -> String {
    let amount = if qepik % 100 == 0 { Number::from(qepik / 100) } else { Number::decimal(qepik, 2) };
    let unit = match (lang, amount.plural(lang)) {
        (Lang::Az, _) => "manat",
        (Lang::En, "one") => "manat",
        (Lang::En, _) => "manats",
        (Lang::Ru, "one") => "манат",
        (Lang::Ru, "many") => "манатов",
        (Lang::Ru, _) => "маната",
    };
    format!("{}\u{a0}{unit}", amount.print(lang))
}

/// In a table, from qəpik: 120,00 ₼ · 120.00 AZN · 120,00 ₼.
pub fn money_in_table(lang: Lang, qepik: i64) -> String {
    let amount = Number::decimal(qepik, 2).print(lang);
    match lang {
        Lang::Az | Lang::Ru => format!("{amount}\u{a0}₼"),
        Lang::En => format!("{amount}\u{a0}AZN"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn in_all(say: impl Fn(Lang) -> String) -> [String; 3] {
        Lang::ALL.map(|lang| say(lang).replace('\u{a0}', " "))
    }

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        let fifth = day(2026, 3, 5);
        assert_eq!(in_all(|lang| date(lang, fifth)), ["5 mart 2026", "5 March 2026", "5 марта 2026 года"]);
        assert_eq!(
            in_all(|lang| date_with_weekday(lang, fifth)),
            ["5 mart 2026, cümə axşamı", "Thursday 5 March 2026", "четверг, 5 марта 2026 года"]
        );
        assert_eq!(in_all(|lang| date_in_table(lang, fifth)), ["05.03.2026", "5 Mar 2026", "05.03.2026"]);
        assert_eq!(date_in_letter(Lang::Az, fifth), "2026-cı il 5 mart");
        assert_eq!(
            in_all(|lang| period(lang, fifth, day(2026, 3, 10))),
            ["5–10 mart 2026", "5–10 March 2026", "5–10 марта 2026 года"]
        );
        assert_eq!(in_all(|lang| period(lang, day(2026, 2, 28), fifth))[1], "28 February – 5 March 2026");
        assert_eq!(in_all(|lang| period(lang, day(2025, 12, 30), fifth))[0], "30 dekabr 2025 – 5 mart 2026");
    }

    #[test]
    fn a_year_takes_the_ending_of_its_last_word() {
        for (year, expected) in [
            (2026, "-cı"),
            (2025, "-ci"),
            (2024, "-cü"),
            (2029, "-cu"),
            (2030, "-cu"),
            (2020, "-ci"),
            (2040, "-cı"),
            (2100, "-cü"),
            (2000, "-ci"),
        ] {
            assert_eq!(ordinal_ending(year), expected, "{year}");
        }
    }

    #[test]
    fn times_are_in_baku() {
        let at = DateTime::parse_from_rfc3339("2026-03-04T20:30:00Z").unwrap().to_utc();
        assert_eq!(
            in_all(|lang| moment(lang, at)),
            ["5 mart 2026, saat 00:30", "5 March 2026, 00:30", "5 марта 2026 года в 00:30"]
        );
        assert_eq!(moment_in_table(Lang::En, at), "5 Mar 2026, 00:30");
        let late = NaiveTime::from_hms_opt(23, 59, 0).unwrap();
        assert_eq!(
            in_all(|lang| time_in_baku(lang, late)),
            ["saat 23:59 (Bakı vaxtı)", "23:59 (Baku time)", "в 23:59 (по бакинскому времени)"]
        );
    }

    #[test]
    fn numbers_and_money_are_grouped_by_language() {
        assert_eq!(in_all(|lang| number(lang, 740_841)), ["740 841", "740,841", "740 841"]);
        assert_eq!(in_all(|lang| number(lang, 1400)), ["1400", "1,400", "1400"]);
        assert_eq!(in_all(|lang| percent(lang, Number::decimal(125, 1))), ["12,5%", "12.5%", "12,5 %"]);
        assert_eq!(in_all(|lang| money(lang, 12_000)), ["120 manat", "120 manats", "120 манатов"]);
        assert_eq!(in_all(|lang| money(lang, 1250)), ["12,50 manat", "12.50 manats", "12,50 маната"]);
        assert_eq!(in_all(|lang| money(lang, 100)), ["1 manat", "1 manat", "1 манат"]);
        assert_eq!(in_all(|lang| money_in_table(lang, 12_000)), ["120,00 ₼", "120.00 AZN", "120,00 ₼"]);
    }
}
