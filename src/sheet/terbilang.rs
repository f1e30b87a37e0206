//! Numbers in Indonesian: in words, as budgets are signed, and in groups of three.

/// The greatest number with words: 999 triliun and what follows.
pub const TERBILANG_MAX: u64 = 999_999_999_999_999;

const SMALL: [&str; 12] = [
    "nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan",
    "sepuluh", "sebelas",
];

/// A number in Indonesian words; `None` above [`TERBILANG_MAX`].
///
/// ```
/// use cakupan::sheet::terbilang;
/// assert_eq!(terbilang(1_100).as_deref(), Some("seribu seratus"));
/// ```
#[must_use]
pub fn terbilang(number: u64) -> Option<String> {
    if number > TERBILANG_MAX {
        return None;
    }
    if number == 0 {
        return Some("nol".into());
    }
    let mut words: Vec<&str> = Vec::new();
    let scales = [
        (number / 1_000_000_000_000, "triliun"),
        (number / 1_000_000_000 % 1_000, "miliar"),
        (number / 1_000_000 % 1_000, "juta"),
        (number / 1_000 % 1_000, "ribu"),
    ];
    for (many, name) in scales {
        match (many, name) {
            (0, _) => {}
            // Only a single thousand has a word of its own: satu juta, satu miliar.
            (1, "ribu") => words.push("seribu"),
            _ => {
                below_a_thousand(many, &mut words);
                words.push(name);
            }
        }
    }
    below_a_thousand(number % 1_000, &mut words);
    Some(words.join(" "))
}

fn below_a_thousand(number: u64, words: &mut Vec<&str>) {
    let (hundreds, rest) = (number / 100, number % 100);
    match hundreds {
        0 => {}
        1 => words.push("seratus"),
        _ => {
            words.push(small(hundreds));
            words.push("ratus");
        }
    }
    match rest {
        0 => {}
        1..=11 => words.push(small(rest)),
        12..=19 => {
            words.push(small(rest % 10));
            words.push("belas");
        }
        _ => {
            words.push(small(rest / 10));
            words.push("puluh");
            if !rest.is_multiple_of(10) {
                words.push(small(rest % 10));
            }
        }
    }
}

fn small(number: u64) -> &'static str {
    usize::try_from(number).ok().and_then(|number| SMALL.get(number)).copied().unwrap_or_default()
}

/// As Indonesian readers group: 2.829.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && digits.len().saturating_sub(place).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}
