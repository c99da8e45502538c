//! Codes of countries: ISO 3166 alpha-3 and those that only the machine-readable zone knows (ICAO 9303 part 3).
//! `country-<code>` in the catalogue is its name.

/// Sorted.
const CODES: &[&str] = &[
    "ABW", "AFG", "AGO", "AIA", "ALA", "ALB", "AND", "ARE", "ARG", "ARM", "ASM", "ATA", "ATF", "ATG", "AUS",
    "AUT", "AZE", "BDI", "BEL", "BEN", "BES", "BFA", "BGD", "BGR", "BHR", "BHS", "BIH", "BLM", "BLR", "BLZ",
    "BMU", "BOL", "BRA", "BRB", "BRN", "BTN", "BVT", "BWA", "CAF", "CAN", "CCK", "CHE", "CHL", "CHN", "CIV",
    "CMR", "COD", "COG", "COK", "COL", "COM", "CPV", "CRI", "CUB", "CUW", "CXR", "CYM", "CYP", "CZE", "DEU",
    "DJI", "DMA", "DNK", "DOM", "DZA", "ECU", "EGY", "ERI", "ESH", "ESP", "EST", "ETH", "EUE", "FIN", "FJI",
    "FLK", "FRA", "FRO", "FSM", "GAB", "GBD", "GBN", "GBO", "GBP", "GBR", "GBS", "GEO", "GGY", "GHA", "GIB",
    "GIN", "GLP", "GMB", "GNB", "GNQ", "GRC", "GRD", "GRL", "GTM", "GUF", "GUM", "GUY", "HKG", "HMD", "HND",
    "HRV", "HTI", "HUN", "IDN", "IMN", "IND", "IOT", "IRL", "IRN", "IRQ", "ISL", "ISR", "ITA", "JAM", "JEY",
    "JOR", "JPN", "KAZ", "KEN", "KGZ", "KHM", "KIR", "KNA", "KOR", "KWT", "LAO", "LBN", "LBR", "LBY", "LCA",
    "LIE", "LKA", "LSO", "LTU", "LUX", "LVA", "MAC", "MAF", "MAR", "MCO", "MDA", "MDG", "MDV", "MEX", "MHL",
    "MKD", "MLI", "MLT", "MMR", "MNE", "MNG", "MNP", "MOZ", "MRT", "MSR", "MTQ", "MUS", "MWI", "MYS", "MYT",
    "NAM", "NCL", "NER", "NFK", "NGA", "NIC", "NIU", "NLD", "NOR", "NPL", "NRU", "NZL", "OMN", "PAK", "PAN",
    "PCN", "PER", "PHL", "PLW", "PNG", "POL", "PRI", "PRK", "PRT", "PRY", "PSE", "PYF", "QAT", "REU", "RKS",
    "ROU", "RUS", "RWA", "SAU", "SDN", "SEN", "SGP", "SGS", "SHN", "SJM", "SLB", "SLE", "SLV", "SMR", "SOM",
    "SPM", "SRB", "SSD", "STP", "SUR", "SVK", "SVN", "SWE", "SWZ", "SXM", "SYC", "SYR", "TCA", "TCD", "TGO",
    "THA", "TJK", "TKL", "TKM", "TLS", "TON", "TTO", "TUN", "TUR", "TUV", "TWN", "TZA", "UGA", "UKR", "UMI",
    "UNA", "UNK", "UNO", "URY", "USA", "UZB", "VAT", "VCT", "VEN", "VGB", "VIR", "VNM", "VUT", "WLF", "WSM",
    "XOM", "XPO", "XXA", "XXB", "XXC", "XXX", "YEM", "ZAF", "ZMB", "ZWE",
];

/// A known code of citizenship or issuer.
pub fn is_known(code: &str) -> bool {
    CODES.binary_search(&code).is_ok()
}

/// Every known code, sorted by code; a page sorts by name in its language.
pub fn all() -> impl ExactSizeIterator<Item = &'static str> {
    CODES.iter().copied()
}

/// The code to keep for what a machine-readable zone says: without fillers, `D` as `DEU`. None when it is not known.
pub fn normalise(mrz_code: &str) -> Option<&'static str> {
    let code = match mrz_code.trim_end_matches('<') {
        // Germany alone writes one letter.
        "D" => "DEU",
        code => code,
    };
    CODES.binary_search(&code).ok().and_then(|at| CODES.get(at)).copied()
}

/// The key of its name in the catalogue.
pub fn key(code: &str) -> String {
    format!("country-{code}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::{Lang, embedded};

    #[test]
    fn codes_are_sorted_and_each_stands_once() {
        assert!(CODES.is_sorted_by(|one, next| one < next));
        assert!(
            CODES.iter().all(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase()))
        );
    }

    #[test]
    fn every_code_has_a_name_in_each_language_and_no_name_is_without_a_code() {
        for lang in Lang::ALL {
            let unnamed: Vec<_> = all().filter(|code| !embedded(lang).has(&key(code))).collect();
            assert!(unnamed.is_empty(), "{unnamed:?} in {}", lang.code());
        }
        let named = crate::texts::keys().filter_map(|key| key.strip_prefix("country-"));
        let unknown: Vec<_> = named.filter(|code| !is_known(code)).collect();
        assert!(unknown.is_empty(), "{unknown:?}");
    }

    #[test]
    fn no_two_countries_share_a_name() {
        for lang in Lang::ALL {
            let mut names: Vec<_> = all().map(|code| embedded(lang).say(&key(code), &[])).collect();
            let count = names.len();
            names.sort();
            names.dedup();
            assert_eq!(names.len(), count, "{}", lang.code());
        }
    }

    #[test]
    fn germany_is_kept_as_deu() {
        assert_eq!(normalise("D<<"), Some("DEU"));
        assert_eq!(normalise("D"), Some("DEU"));
        assert_eq!(normalise("AZE"), Some("AZE"));
    }

    #[test]
    fn codes_of_the_zone_alone_are_known() {
        for code in
            ["XXA", "XXB", "XXC", "XXX", "GBD", "GBN", "GBO", "GBP", "GBS", "UNO", "UNA", "UNK", "EUE", "RKS"]
        {
            assert!(is_known(code), "{code}");
        }
        for code in ["", "D", "UTO", "ZZZ", "aze", "AZ", "TÜR"] {
            assert!(!is_known(code), "{code}");
        }
    }
}
