//! The five zones: how many lines, how long, and what stands where.

/// Which zone it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A card with three lines of 30 (part 5).
    Td1,
    /// A card with two lines of 36 (part 6).
    Td2,
    /// A passport: two lines of 44 (part 4).
    Td3,
    /// A visa that fills a page: two lines of 44 (part 7).
    MrvA,
    /// A smaller visa: two lines of 36 (part 7).
    MrvB,
}

/// Columns of a line, from 0; the end is not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// From 1.
    pub line: usize,
    pub from: usize,
    pub to: usize,
}

const fn place(line: usize, from: usize, to: usize) -> Place {
    Place { line, from, to }
}

/// What stands where. A check digit follows its number or date at once.
#[derive(Debug)]
pub(super) struct Layout {
    pub names: Place,
    pub number: Place,
    pub nationality: Place,
    pub birth: Place,
    pub sex: Place,
    pub expiry: Place,
    /// Passports alone have a check digit after it.
    pub optional: Place,
    pub optional_second: Option<Place>,
    /// What the last check digit covers, and where it stands; visas have none.
    pub composite: Option<(&'static [Place], Place)>,
}

/// The document's code and its issuer stand at the same place in every zone.
pub(super) const CODE: Place = place(1, 0, 2);
pub(super) const ISSUER: Place = place(1, 2, 5);

const TD1: Layout = Layout {
    names: place(3, 0, 30),
    number: place(1, 5, 14),
    nationality: place(2, 15, 18),
    birth: place(2, 0, 6),
    sex: place(2, 7, 8),
    expiry: place(2, 8, 14),
    optional: place(1, 15, 30),
    optional_second: Some(place(2, 18, 29)),
    composite: Some((
        &[place(1, 5, 30), place(2, 0, 7), place(2, 8, 15), place(2, 18, 29)],
        place(2, 29, 30),
    )),
};

/// The second lines of the others are alike.
const fn two_lines(width: usize, optional_to: usize, composite: Option<(&'static [Place], Place)>) -> Layout {
    Layout {
        names: place(1, 5, width),
        number: place(2, 0, 9),
        nationality: place(2, 10, 13),
        birth: place(2, 13, 19),
        sex: place(2, 20, 21),
        expiry: place(2, 21, 27),
        optional: place(2, 28, optional_to),
        optional_second: None,
        composite,
    }
}

const TD2: Layout =
    two_lines(36, 35, Some((&[place(2, 0, 10), place(2, 13, 20), place(2, 21, 35)], place(2, 35, 36))));
const TD3: Layout =
    two_lines(44, 42, Some((&[place(2, 0, 10), place(2, 13, 20), place(2, 21, 43)], place(2, 43, 44))));
const MRV_A: Layout = two_lines(44, 44, None);
const MRV_B: Layout = two_lines(36, 36, None);

impl Kind {
    /// Those that begin with this letter.
    pub(super) const fn begun_by(letter: char) -> &'static [Self] {
        match letter {
            'P' => &[Self::Td3],
            'V' => &[Self::MrvA, Self::MrvB],
            'A' | 'C' | 'I' => &[Self::Td1, Self::Td2],
            _ => &[],
        }
    }

    /// How many lines.
    pub const fn lines(self) -> usize {
        if matches!(self, Self::Td1) { 3 } else { 2 }
    }

    /// The length of a line.
    pub const fn width(self) -> usize {
        match self {
            Self::Td1 => 30,
            Self::Td2 | Self::MrvB => 36,
            Self::Td3 | Self::MrvA => 44,
        }
    }

    pub const fn is_visa(self) -> bool {
        matches!(self, Self::MrvA | Self::MrvB)
    }

    pub const fn is_card(self) -> bool {
        matches!(self, Self::Td1 | Self::Td2)
    }

    /// As in the catalogue: `mrz-format-td3`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Td1 => "td1",
            Self::Td2 => "td2",
            Self::Td3 => "td3",
            Self::MrvA => "mrv-a",
            Self::MrvB => "mrv-b",
        }
    }

    pub(super) const fn layout(self) -> &'static Layout {
        match self {
            Self::Td1 => &TD1,
            Self::Td2 => &TD2,
            Self::Td3 => &TD3,
            Self::MrvA => &MRV_A,
            Self::MrvB => &MRV_B,
        }
    }
}
