//! A QR code drawn in the page: one path of squares, always dark on white, also in the dark look.
use std::fmt::Write;

use leptos::prelude::*;
use qrcode::{Color, EcLevel, QrCode};

use crate::i18n::wording;

/// White around the code that a reader needs.
const MARGIN: usize = 4;

/// A QR code; `label` is the key of the sentence that says what it opens.
#[component]
pub fn Qr(text: String, label: &'static str) -> impl IntoView {
    let squares = squares(&text);
    view! {
        {squares
            .map(|Squares { side, path }| {
                view! {
                    <svg
                        class="qr"
                        role="img"
                        aria-label=wording(label)
                        viewBox=format!("0 0 {side} {side}")
                        shape-rendering="crispEdges"
                    >
                        <rect class="qr-paper" width=side.to_string() height=side.to_string()></rect>
                        <path class="qr-ink" d=path></path>
                    </svg>
                }
            })}
    }
}

/// The code as runs of dark squares.
#[derive(Debug, PartialEq, Eq)]
struct Squares {
    side: usize,
    path: String,
}

/// None for a text longer than a QR code can hold.
fn squares(text: &str) -> Option<Squares> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let width = code.width();
    let mut path = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        let mut x = 0;
        for run in row.chunk_by(|one, next| one == next) {
            if run.first() == Some(&Color::Dark) {
                let _ = write!(path, "M{} {}h{}v1h-{}z", x + MARGIN, y + MARGIN, run.len(), run.len());
            }
            x += run.len();
        }
    }
    Some(Squares { side: width + 2 * MARGIN, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signed_address_fits() {
        let address = format!("https://umis.example/az/check#{}", "A".repeat(300));
        let drawn = squares(&address).unwrap();
        assert!(drawn.side <= 100, "{}", drawn.side);
        // The first row of the corner mark: seven dark squares.
        assert!(drawn.path.starts_with("M4 4h7v1h-7z"), "{}", drawn.path);
    }
}
