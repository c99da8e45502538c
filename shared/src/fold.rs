//! Letters for machines: folding for search, the Azerbaijani order of names, case with İ and ı. What is shown is never folded.
use crate::texts::Lang;

/// The Azerbaijani alphabet; w after v, only in foreign names (language.md §5).
const ALPHABET: &str = "abcçdeəfgğhxıijkqlmnoöprsştuüvwyz";

/// Both sides of a search: `muveqqeti yasama icazesi` finds “Müvəqqəti yaşama icazəsi” (language.md §5).
/// ə=e=a, ı=i, ö=o, ü=u, ş=s=sh, ç=c=ch, ğ=g=gh, q=g=k, x=h=kh, Cyrillic as Latin; marks and spaces are one space.
pub fn fold(text: &str) -> String {
    let mut latin = String::with_capacity(text.len());
    let mut letters = text.chars().flat_map(small).peekable();
    while let Some(letter) = letters.next() {
        match (letter, letters.peek()) {
            // Джафаров is Cəfərov.
            ('д', Some('ж')) => {
                letters.next();
                latin.push('c');
            }
            ('\u{300}'..='\u{36f}' | '\'' | '’' | 'ʼ' | '`', _) => {}
            (letter, _) => match spelled(letter) {
                Some(base) => latin.push_str(base),
                None if letter.is_alphanumeric() => latin.push(letter),
                None => latin.push(' '),
            },
        }
    }
    let mut folded = String::with_capacity(latin.len());
    let mut letters = latin.chars().peekable();
    while let Some(letter) = letters.next() {
        let digraph = matches!(letter, 's' | 'c' | 'g' | 'k') && letters.next_if_eq(&'h').is_some();
        match letter {
            'k' if digraph => folded.push('h'),
            'e' => folded.push('a'),
            'q' | 'g' => folded.push('k'),
            'x' => folded.push('h'),
            ' ' if folded.is_empty() || folded.ends_with(' ') => {}
            letter => folded.push(letter),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// A key by which names stand in the order of the Azerbaijani alphabet in any database that compares bytes.
pub fn sort_key(name: &str) -> String {
    let rank = |letter: char| ALPHABET.chars().position(|known| known == letter);
    let mut key = String::with_capacity(name.len());
    for letter in name.chars().flat_map(|letter| lower_letter(Lang::Az, letter)) {
        let base =
            spelled(letter).filter(|_| letter.is_alphabetic() && !is_cyrillic(letter)).unwrap_or_default();
        match rank(letter) {
            Some(rank) => key.push(ranked(rank)),
            None if base.is_empty() => key.push(letter),
            None => key.extend(base.chars().filter_map(|base| rank(base).map(ranked))),
        }
    }
    key
}

/// Ranks are written from `A` on: after spaces and digits, before other scripts.
fn ranked(rank: usize) -> char {
    u8::try_from(rank).ok().and_then(|rank| b'A'.checked_add(rank)).map_or('~', char::from)
}

const fn is_cyrillic(letter: char) -> bool {
    matches!(letter, '\u{400}'..='\u{52f}')
}

/// Upper case of words; codes, e-mail, FİN, VÖEN and MRZ use ASCII instead.
pub fn upper(lang: Lang, text: &str) -> String {
    let turned = |letter: char| match (lang, letter) {
        (Lang::Az, 'i') => 'İ'.to_uppercase(),
        (Lang::Az, 'ı') => 'I'.to_uppercase(),
        (_, letter) => letter.to_uppercase(),
    };
    text.chars().flat_map(turned).collect()
}

/// Lower case of words.
pub fn lower(lang: Lang, text: &str) -> String {
    text.chars().flat_map(|letter| lower_letter(lang, letter)).collect()
}

fn lower_letter(lang: Lang, letter: char) -> std::char::ToLowercase {
    match (lang, letter) {
        (Lang::Az, 'I') => 'ı'.to_lowercase(),
        // Rust gives an i and a loose dot.
        (_, 'İ') => 'i'.to_lowercase(),
        (_, letter) => letter.to_lowercase(),
    }
}

/// For folding the two i are one letter, so no language is needed.
fn small(letter: char) -> std::char::ToLowercase {
    match letter {
        'İ' | 'I' | 'ı' => 'i'.to_lowercase(),
        letter => letter.to_lowercase(),
    }
}

/// A small letter in plain Latin; `None` for what is plain already or has no Latin spelling.
fn spelled(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' => "a",
        'ə' | 'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' | 'ĸ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' | 'ŋ' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        'а' | 'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' | 'ғ' | 'ҝ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'є' => "ye",
        'ж' => "j",
        'з' => "z",
        'и' | 'ы' | 'і' => "i",
        'ї' => "yi",
        'й' | 'ј' | 'ў' => "y",
        'к' | 'қ' => "k",
        'л' => "l",
        'м' => "m",
        'н' | 'ң' => "n",
        'о' | 'ө' => "o",
        'п' => "p",
        'р' => "r",
        'с' | 'ш' | 'щ' => "s",
        'т' => "t",
        'у' | 'ү' | 'ұ' => "u",
        'ф' => "f",
        'х' | 'һ' | 'ҳ' => "h",
        'ц' => "ts",
        'ч' | 'ҹ' => "c",
        'ю' => "yu",
        'я' => "ya",
        'ъ' | 'ь' => "",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_finds_what_is_written() {
        for (typed, written) in [
            ("muveqqeti yasama icazesi", "Müvəqqəti yaşama icazəsi"),
            ("memmedov", "Məmmədov"),
            ("Mammadov", "MƏMMƏDOV"),
            ("Мамедов", "Məmədov"),
            ("Джафаров", "Cəfərov"),
            ("shaki", "Şəki"),
            ("Ganja", "Gənjə"),
            ("bakhtiyar", "Bəxtiyar"),
            ("gulnara qizi", "Gülnarə qızı"),
            ("istanbul", "İSTANBUL"),
            ("Isik", "IŞIK"),
            ("oneill", "O’Neill"),
            ("anna maria", " Anna-Maria "),
            ("Алёна", "Алена"),
            ("lukasz", "Łukasz"),
            ("chingiz", "Çingiz"),
            ("aghdam", "Ağdam"),
        ] {
            assert_eq!(fold(typed), fold(written), "{typed} · {written}");
        }
        assert_ne!(fold("Əli"), fold("Vəli"));
        assert_eq!(fold("გიორგი"), "გიორგი");
    }

    #[test]
    fn a_dot_typed_apart_folds_like_one_letter() {
        assert_eq!(fold("I\u{307}smayıl"), fold("İsmayıl"));
    }

    #[test]
    fn names_stand_in_the_order_of_the_alphabet() {
        let mut names = vec![
            "Zeynal", "Şirin", "Sara", "Əli", "Elçin", "Çingiz", "Cavid", "Xalid", "Həsən", "İlqar", "Ilham",
            "Adél", "Ada",
        ];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            [
                "Ada", "Adél", "Cavid", "Çingiz", "Elçin", "Əli", "Həsən", "Xalid", "Ilham", "İlqar", "Sara",
                "Şirin", "Zeynal"
            ]
        );
        assert!(sort_key("Əli Z") < sort_key("Əlibəy"));
    }

    #[test]
    fn i_with_and_without_a_dot_are_two_letters() {
        assert_eq!(upper(Lang::Az, "işçi qızıl"), "İŞÇİ QIZIL");
        assert_eq!(lower(Lang::Az, "İŞÇİ QIZIL"), "işçi qızıl");
        assert_eq!(upper(Lang::En, "registration"), "REGISTRATION");
        assert_eq!(lower(Lang::En, "İstanbul FILE"), "istanbul file");
    }
}
