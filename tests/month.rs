//! Months: their text, the borders of what input may name, and spans. Expected values from the calendar and from the
//! doc comments of `Month`.
#![allow(clippy::unwrap_used)]

use cakupan::month::{Month, Span};

#[test]
fn a_month_is_written_as_it_is_read() {
    for text in ["2000-01", "2026-03", "2026-09", "2026-10", "2026-12", "2199-12"] {
        let month = Month::parse(text).unwrap();
        assert_eq!(month.text(), text);
        assert_eq!(month.to_string(), text);
        assert_eq!(serde_json::to_value(month).unwrap(), text);
    }
    let month = Month::parse("2187-11").unwrap();
    assert_eq!((month.year(), month.number()), (2187, 11));
    assert_eq!(month, Month::of(2187, 11));
}

/// Four digits, a hyphen, two digits; the years 2000 to 2199; 1 to 12.
#[test]
fn other_texts_are_not_months() {
    for text in [
        "",
        "2026",
        "2026-",
        "2026-3",
        "2026-003",
        "026-03",
        "12026-03",
        "202603",
        "2026/03",
        "2026-03-01",
        "1999-12",
        "2200-01",
        "2026-00",
        "2026-13",
        "2026-0a",
        "202a-03",
        "2026-1:",
        "202:-01",
        "2026-0/",
        " 026-03",
        "+026-03",
        "２026-03",
    ] {
        assert_eq!(Month::parse(text), None, "{text}");
    }
}

#[test]
fn months_are_counted_across_years() {
    let december = Month::of(2025, 12);
    let january = Month::of(2026, 1);
    assert_eq!(december.plus(1), january);
    assert_eq!(december.plus(0), december);
    assert_eq!(december.plus(25), Month::of(2028, 1));
    assert_eq!(january.before(), Some(december));
    assert_eq!(january.since(december), 1);
    assert_eq!(Month::of(2028, 1).since(december), 25);
    assert_eq!(december.since(january), 0, "not later");
    // Nothing is known before January 2000.
    assert_eq!(Month::of(2000, 2).before(), Some(Month::of(2000, 1)));
    assert_eq!(Month::of(2000, 1).before(), None);
}

#[test]
fn a_span_has_its_first_and_its_last_month() {
    let (first, last) = (Month::of(2025, 11), Month::of(2026, 2));
    let span = Span { from: first, to: last };
    assert!(span.contains(first) && span.contains(last) && span.contains(Month::of(2026, 1)));
    assert!(!span.contains(Month::of(2025, 10)) && !span.contains(Month::of(2026, 3)));
    let months: Vec<String> = span.months().map(Month::text).collect();
    assert_eq!(months, ["2025-11", "2025-12", "2026-01", "2026-02"]);
    assert_eq!(Span { from: first, to: first }.months().count(), 1);
    assert_eq!(Span { from: last, to: first }.months().count(), 0);
}
