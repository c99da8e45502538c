//! Colours that stand on each other can be told apart: WCAG 2.2 ratios, computed from `web/style/_tokens.scss`.
use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../../../web/style/_tokens.scss");

/// What stands on what, and the least ratio: 7 for the text of a page, 4.5 for other text, 3 for what is not text.
const PAIRS: [(&str, &str, f64); 41] = [
    ("ink", "paper", 7.0),
    ("ink", "surface", 7.0),
    ("ink", "raised", 7.0),
    ("ink", "xezer-tint", 7.0),
    ("ink-2", "paper", 4.5),
    ("ink-2", "surface", 4.5),
    ("ink-2", "sunken", 4.5),
    ("ink-2", "xezer-tint", 4.5),
    ("ink-3", "paper", 4.5),
    ("ink-3", "surface", 4.5),
    ("ink-3", "sunken", 4.5),
    ("on-xezer", "xezer", 4.5),
    ("on-xezer", "xezer-hover", 4.5),
    ("link", "paper", 4.5),
    ("link", "surface", 4.5),
    ("link", "xezer-tint", 4.5),
    ("link-hover", "paper", 4.5),
    ("visited", "paper", 4.5),
    ("on-deep", "deep", 7.0),
    ("on-deep-2", "deep", 4.5),
    ("on-safran", "safran", 7.0),
    ("safran", "deep", 3.0),
    ("line-strong", "surface", 3.0),
    ("line-strong", "paper", 3.0),
    ("ok", "ok-bg", 4.5),
    ("warn", "warn-bg", 4.5),
    ("bad", "bad-bg", 4.5),
    ("bad", "surface", 4.5),
    ("info", "info-bg", 4.5),
    ("wait", "wait-bg", 4.5),
    ("mute", "mute-bg", 4.5),
    ("on-bad", "bad-solid", 4.5),
    ("c1", "surface", 3.0),
    ("c2", "surface", 3.0),
    ("c3", "surface", 3.0),
    ("c4", "surface", 3.0),
    ("c5", "surface", 3.0),
    ("c6", "surface", 3.0),
    ("ring", "paper", 3.0),
    ("ring", "surface", 3.0),
    ("mark-bars", "mark", 3.0),
];

type Colours = BTreeMap<&'static str, [u8; 3]>;

/// The opaque colours of `@mixin light` or `@mixin dark`.
fn mixin(name: &str) -> Colours {
    let start = TOKENS.split_once(&format!("@mixin {name} {{")).expect("such a mixin").1;
    let body = start.split_once('}').expect("its end").0;
    let token = |line: &'static str| {
        let (name, value) = line.trim().strip_prefix("--")?.trim_end_matches(';').split_once(": #")?;
        let channel = |at: usize| u8::from_str_radix(&value[at..at + 2], 16).ok();
        Some((name, [channel(0)?, channel(2)?, channel(4)?]))
    };
    body.lines().filter_map(token).collect()
}

/// Relative luminance, WCAG 2.2.
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn ratio(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn too_close(look: &str, colours: &Colours) -> Vec<String> {
    let colour = |name: &str| *colours.get(name).unwrap_or_else(|| panic!("{look} has no --{name}"));
    PAIRS
        .into_iter()
        .map(|(on, under, bound)| (on, under, ratio(colour(on), colour(under)), bound))
        .filter(|(.., found, bound)| found < bound)
        .map(|(on, under, found, bound)| format!("{look}: --{on} on --{under} is {found:.2}, not {bound}"))
        .collect()
}

#[test]
fn the_ratio_of_black_and_white_is_21() {
    assert!((ratio([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    assert!((ratio([0x77; 3], [255; 3]) - 4.48).abs() < 0.01);
}

#[test]
fn what_stands_on_a_colour_can_be_read_in_both_looks() {
    let light = mixin("light");
    let mut dark = light.clone();
    dark.extend(mixin("dark"));
    let found = [too_close("light", &light), too_close("dark", &dark)].concat();
    assert!(found.is_empty(), "{}", found.join("\n"));
}
