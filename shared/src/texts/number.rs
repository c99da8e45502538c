//! Numbers as people read them, and the plural category a number has in each language.
use super::Lang;

/// A whole number or a decimal fraction; no floats, so 12.50 stays 12.50.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    units: i64,
    places: u32,
}

impl Number {
    /// `decimal(125, 1)` is 12.5.
    pub const fn decimal(units: i64, places: u32) -> Self {
        Self { units, places }
    }

    /// The part before and the digits after the point, without the sign.
    fn split(self) -> (u64, String) {
        let scale = 10_u64.saturating_pow(self.places);
        let size = self.units.unsigned_abs();
        let fraction = size.checked_rem(scale).unwrap_or_default();
        let width = usize::try_from(self.places).unwrap_or_default();
        let digits = if width == 0 { String::new() } else { format!("{fraction:0width$}") };
        (size.checked_div(scale).unwrap_or_default(), digits)
    }

    /// Is it the number that a branch such as `[0]` names?
    pub(super) fn is(self, literal: &str) -> bool {
        let (whole, fraction) = self.split();
        let (expected, rest) = literal.split_once('.').unwrap_or((literal, ""));
        self.units >= 0
            && expected.parse() == Ok(whole)
            && fraction.trim_end_matches('0') == rest.trim_end_matches('0')
    }

    /// The category by the rules of CLDR for az, en and ru.
    pub(super) fn plural(self, lang: Lang) -> &'static str {
        let (whole, fraction) = self.split();
        match (lang, fraction.is_empty()) {
            (Lang::Az, _) if whole == 1 && fraction.trim_end_matches('0').is_empty() => "one",
            (Lang::En, true) if whole == 1 => "one",
            (Lang::Ru, true) => match (whole % 10, whole % 100) {
                (1, last) if last != 11 => "one",
                (2..=4, last) if !(12..=14).contains(&last) => "few",
                _ => "many",
            },
            _ => "other",
        }
    }

    /// 740 841 · 740,841 · 12,5 · 12.5 (language.md §4).
    pub(super) fn print(self, lang: Lang) -> String {
        let (whole, fraction) = self.split();
        let sign = if self.units < 0 { "\u{2212}" } else { "" };
        let whole = grouped(lang, whole);
        match (fraction.as_str(), lang) {
            ("", _) => format!("{sign}{whole}"),
            (digits, Lang::En) => format!("{sign}{whole}.{digits}"),
            (digits, _) => format!("{sign}{whole},{digits}"),
        }
    }
}

/// az and ru group from five digits by a space that does not break, en from four by a comma.
fn grouped(lang: Lang, whole: u64) -> String {
    let digits = whole.to_string();
    let (from, mark) = match lang {
        Lang::En => (4, ','),
        Lang::Az | Lang::Ru => (5, '\u{a0}'),
    };
    if digits.len() < from {
        return digits;
    }
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

macro_rules! whole {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Number {
            fn from(whole: $kind) -> Self {
                Self { units: i64::from(whole), places: 0 }
            }
        }
    )*};
}
whole!(i64, i32, i16, u32, u16, u8);

impl From<usize> for Number {
    fn from(whole: usize) -> Self {
        Self { units: i64::try_from(whole).unwrap_or(i64::MAX), places: 0 }
    }
}

impl From<u64> for Number {
    fn from(whole: u64) -> Self {
        Self { units: i64::try_from(whole).unwrap_or(i64::MAX), places: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_has_four_forms() {
        for (category, numbers) in [
            ("one", vec![1, 21, 101]),
            ("few", vec![2, 3, 4, 22, 104]),
            ("many", vec![0, 5, 11, 12, 14, 20, 111, 112]),
        ] {
            for number in numbers {
                assert_eq!(Number::from(number).plural(Lang::Ru), category, "{number}");
            }
        }
        assert_eq!(Number::decimal(15, 1).plural(Lang::Ru), "other");
    }

    #[test]
    fn a_fraction_is_not_one_in_english_and_one_point_zero_is_one_in_azerbaijani() {
        assert_eq!(Number::from(1).plural(Lang::En), "one");
        assert_eq!(Number::decimal(10, 1).plural(Lang::En), "other");
        assert_eq!(Number::decimal(10, 1).plural(Lang::Az), "one");
        assert_eq!(Number::decimal(15, 1).plural(Lang::Az), "other");
    }

    #[test]
    fn a_branch_with_a_number_means_that_number() {
        assert!(Number::from(0).is("0"));
        assert!(Number::decimal(150, 2).is("1.5"));
        assert!(!Number::from(-1).is("1"));
        assert!(!Number::from(10).is("1"));
    }

    #[test]
    fn the_smallest_number_prints() {
        assert_eq!(Number::from(i64::MIN).print(Lang::En), "−9,223,372,036,854,775,808");
        assert_eq!(Number::decimal(5, 40).print(Lang::En).len(), 42);
    }
}
