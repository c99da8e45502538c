//! A fault in the page's own code, as the page tells it to the service: where it is, and nothing of who was there (R5).
use serde::{Deserialize, Serialize};
use validator::{Validate, ValidationError};

/// The longest place that is taken.
pub const LONGEST: usize = 120;

/// Where the code of a page stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PageFault {
    /// File, line and column of the source. Never a message: that could hold what somebody typed.
    #[validate(custom(function = place))]
    #[cfg_attr(
        feature = "openapi",
        schema(
            example = "web/src/pages/check.rs:41:9",
            min_length = 1,
            max_length = 120,
            pattern = "^[A-Za-z0-9_./:-]{1,120}$"
        )
    )]
    pub place: String,
}

fn place(text: &str) -> Result<(), ValidationError> {
    let fits = (1..=LONGEST).contains(&text.len()) && text.bytes().all(is_of_a_place);
    fits.then_some(()).ok_or_else(|| ValidationError::new("not_a_choice"))
}

fn is_of_a_place(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_./:-".contains(&byte)
}

impl PageFault {
    /// The end of a path says most; nothing but what a path holds is told.
    pub fn at(file: &str, line: u32, column: u32) -> Self {
        let whole: Vec<char> = format!("{file}:{line}:{column}").chars().collect();
        let end = whole.iter().skip(whole.len().saturating_sub(LONGEST));
        let letter = |letter: &char| u8::try_from(*letter).ok().filter(|byte| is_of_a_place(*byte));
        Self { place: end.map(|it| letter(it).map_or('_', char::from)).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_place_in_the_source_and_nothing_else() {
        let told = PageFault::at("web/src/pages/check.rs", 41, 9);
        assert_eq!(told.place, "web/src/pages/check.rs:41:9");
        let long = PageFault::at(&format!("{}Ə x/a.rs", "y/".repeat(100)), 1, 2);
        assert!(long.validate().is_ok() && long.place.ends_with("__x/a.rs:1:2"), "{}", long.place);
        for wrong in ["", "Kamran Əliyev", "a b", &"x".repeat(LONGEST + 1)] {
            assert!(PageFault { place: wrong.to_owned() }.validate().is_err(), "{wrong}");
        }
    }
}
