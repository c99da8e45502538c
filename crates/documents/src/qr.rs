//! A QR code that a phone reads from paper: black on white, 25 mm, no module smaller than 0.33 mm.
use std::fmt::Write as _;

use qrcode::bits::{Bits, encode_auto};
use qrcode::{Color, EcLevel, QrCode};

use crate::DocumentError;

/// Side of the symbol in millimetres, without its quiet zone (experience.md P22).
pub const SIDE_MM: u16 = 25;

/// The smallest module that phones read well from office print, in hundredths of a millimetre.
pub const MIN_MODULE_HUNDREDTHS: u16 = 33;

/// White modules around the symbol that ISO/IEC 18004 asks for.
const QUIET: u16 = 4;

/// A drawn QR code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QrCodeSymbol {
    /// Modules on one side, without the quiet zone.
    pub modules: u16,
    /// With the quiet zone; one unit is one module.
    pub svg: String,
}

impl QrCodeSymbol {
    /// Level M where its modules are large enough, else L: a large module helps a phone more than redundancy.
    ///
    /// # Errors
    /// When even level L would need modules under 0.33 mm.
    pub fn draw(content: &str) -> Result<Self, DocumentError> {
        let drawn = plan(content).and_then(|(level, bits, modules)| {
            let code = QrCode::with_bits(bits, level).ok()?;
            Some(Self { modules, svg: svg(&code, modules) })
        });
        drawn.ok_or(DocumentError::QrTooLong(content.len()))
    }
}

/// Level and size, known before the costly choice of a mask.
fn plan(content: &str) -> Option<(EcLevel, Bits, u16)> {
    [EcLevel::M, EcLevel::L].into_iter().find_map(|level| {
        let bits = encode_auto(content.as_bytes(), level).ok()?;
        let modules = u16::try_from(bits.version().width()).ok()?;
        (modules <= SIDE_MM * 100 / MIN_MODULE_HUNDREDTHS).then_some((level, bits, modules))
    })
}

/// One path of horizontal runs, filled at once: no hairlines between the modules.
fn svg(code: &QrCode, modules: u16) -> String {
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(usize::from(modules)).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|left, right| left == right) {
            if run.first() == Some(&Color::Dark) {
                let _written = write!(path, "M{x} {y}h{len}v1h-{len}z", len = run.len());
            }
            x += run.len();
        }
    }
    let side = modules + 2 * QUIET;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"{side}\" viewBox=\"-{QUIET} -{QUIET} {side} {side}\">\
         <path fill=\"#fff\" d=\"M-{QUIET} -{QUIET}h{side}v{side}h-{side}z\"/><path fill=\"#000\" d=\"{path}\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn modules(bytes: usize) -> Option<(EcLevel, u16)> {
        plan(&"a".repeat(bytes)).map(|(level, _, modules)| (level, modules))
    }

    #[test]
    fn a_module_is_never_smaller_than_a_third_of_a_millimetre() {
        for bytes in 1..=458 {
            let (_, modules) = modules(bytes).expect("up to 458 bytes fit");
            assert!(SIDE_MM * 100 / modules >= MIN_MODULE_HUNDREDTHS, "{bytes} bytes");
        }
        assert_eq!(modules(459), None);
    }

    #[test]
    fn four_hundred_characters_take_level_l_and_shorter_ones_m() {
        assert_eq!(modules(362), Some((EcLevel::M, 73)));
        assert_eq!(modules(363), Some((EcLevel::L, 65)));
        assert_eq!(modules(400), Some((EcLevel::L, 69)));
    }

    #[test]
    fn the_drawing_is_the_code() {
        let symbol = QrCodeSymbol::draw("https://example.org/az/check#abc").expect("short");
        let dark: usize = symbol
            .svg
            .rsplit_once("d=\"")
            .map(|(_, path)| {
                path.split('h').filter_map(|part| part.split('v').next()?.parse::<usize>().ok()).sum()
            })
            .expect("a path");
        let code = QrCode::with_error_correction_level("https://example.org/az/check#abc", EcLevel::M)
            .expect("short");
        assert_eq!(dark, code.to_colors().iter().filter(|color| **color == Color::Dark).count());
    }
}
