//! Builds short texts without `core::fmt`, which would add kilobytes to the wasm.

/// Decimal digits of a number.
pub(crate) fn digits(number: impl Into<u64>) -> String {
    let mut text = String::new();
    push_digits(&mut text, number.into());
    text
}

/// Appends the decimal digits of a number.
pub(crate) fn push_digits(text: &mut String, number: u64) {
    if number > 9 {
        push_digits(text, number / 10);
    }
    text.push(char::from(b'0' | u8::try_from(number % 10).unwrap_or(0)));
}

/// Fills a path pattern: the n-th `#` becomes the n-th position. `segments[#].counts[#]` with 0 and 3 gives
/// `segments[0].counts[3]`.
pub(crate) fn place(pattern: &str, positions: &[usize]) -> String {
    let mut place = String::with_capacity(pattern.len());
    let mut rest = pattern;
    for position in positions {
        let mark = rest.bytes().position(|byte| byte == b'#').unwrap_or(rest.len());
        let (before, after) = rest.split_at_checked(mark).unwrap_or_default();
        place.push_str(before);
        push_digits(&mut place, *position as u64);
        rest = after.get(1..).unwrap_or_default();
    }
    place.push_str(rest);
    place
}

/// Joins a path and its continuation: `below("period", ".months")`.
pub(crate) fn below(place: &str, rest: &str) -> String {
    [place, rest].concat()
}

/// Joins words with ", ".
pub(crate) fn listed(words: &[&str]) -> String {
    let mut list = String::new();
    for word in words {
        if !list.is_empty() {
            list.push_str(", ");
        }
        list.push_str(word);
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_in_order() {
        assert_eq!(
            place("segments[#].counts[#].people", &[0, 120]),
            "segments[0].counts[120].people"
        );
        assert_eq!(below("period", ".months"), "period.months");
        assert_eq!(digits(u64::MAX), "18446744073709551615");
    }

    #[test]
    fn numbers_have_no_digit_too_many() {
        let numbers = [0_u64, 7, 9, 10, 99, 100, 16_800, 1_234_567_890];
        let texts = ["0", "7", "9", "10", "99", "100", "16800", "1234567890"];
        assert_eq!(numbers.map(digits), texts);
    }

    #[test]
    fn words_are_joined_with_commas() {
        assert_eq!(listed(&[]), "");
        assert_eq!(listed(&["JKK"]), "JKK");
        assert_eq!(listed(&["JKK", "JKM", "JHT"]), "JKK, JKM, JHT");
    }
}
