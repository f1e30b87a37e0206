//! A contestant: the model in native Rust, one unit after the other in whole numbers of 64 bits. `months` bills every month
//! by itself; `runs` multiplies what is equal in months that follow each other.
//!
//! `native MODEL TABLE` reads names of contestants from standard input, and writes for each its milliseconds and its sums.

use std::io::{BufRead, Write};
use std::time::Instant;

struct Bill {
    rupiah: Vec<u64>,
    shares: Vec<(usize, u64)>,
}

enum Heads {
    Counts(Vec<(usize, usize)>),
    Path { members: usize, eligible: usize, whole: u64, leave: u64, weights: Vec<u64> },
}

struct Segment {
    heads: Heads,
    bills: Vec<Bill>,
}

struct Model {
    months: usize,
    years: usize,
    funds: usize,
    segments: Vec<Segment>,
    /// Fund, year, column.
    ceilings: Vec<(usize, usize, usize)>,
}

const MILLION: u64 = 1_000_000;

fn read_model(text: &str) -> Model {
    let mut numbers = text.split_ascii_whitespace().map(|word| word.parse::<u64>().unwrap());
    let mut next = || numbers.next().unwrap();
    let (months, years, funds) = (next() as usize, next() as usize, next() as usize);
    let segments = (0..next())
        .map(|_| {
            let heads = if next() == 0 {
                Heads::Counts((0..next()).map(|_| (next() as usize, next() as usize)).collect())
            } else {
                let (members, eligible) = (next() as usize, next() as usize);
                let (whole, leave) = (next(), next());
                Heads::Path { members, eligible, whole, leave, weights: (0..months).map(|_| next()).collect() }
            };
            let bills = (0..next())
                .map(|_| Bill {
                    rupiah: (0..months).map(|_| next()).collect(),
                    shares: (0..next()).map(|_| (next() as usize, next())).collect(),
                })
                .collect();
            Segment { heads, bills }
        })
        .collect();
    let ceilings = (0..next()).map(|_| (next() as usize, next() as usize, next() as usize)).collect();
    Model { months, years, funds, segments, ceilings }
}

fn heads_of(heads: &Heads, village: &[u64], row: &mut [u64]) {
    match heads {
        Heads::Counts(counts) => {
            for (at, (column, from)) in counts.iter().enumerate() {
                let to = counts.get(at + 1).map_or(row.len(), |next| next.1);
                row[*from..to].fill(village[*column]);
            }
        }
        Heads::Path { members, eligible, whole, leave, weights } => {
            let (mut people, mut leaving) = (village[*members], 0);
            for (month, heads) in row.iter_mut().enumerate() {
                if month > 0 {
                    leaving += people * leave;
                    people -= (leaving / (12 * MILLION)).min(people);
                    leaving %= 12 * MILLION;
                }
                let asked = (village[*eligible] * weights[month]).div_ceil(*whole);
                people = people.max(asked.min(village[*eligible]));
                *heads = people;
            }
        }
    }
}

/// Adds the bills of so many months.
fn add(shares: &[(usize, u64)], bill: u64, months: u64, year: &mut [u64]) {
    match shares {
        [(fund, _)] => year[*fund] += bill * months,
        [(first, weight), (second, _)] => {
            let part = (bill * weight + MILLION / 2) / MILLION;
            year[*first] += part * months;
            year[*second] += (bill - part) * months;
        }
        _ => {
            let (mut parts, mut left) = ([(0, 0); 8], bill);
            for ((_, weight), part) in shares.iter().zip(&mut parts) {
                *part = (bill * weight / MILLION, bill * weight % MILLION);
                left -= part.0;
            }
            for _ in 0..left {
                let most = parts[..shares.len()].iter().map(|part| part.1).max().unwrap();
                let first = parts.iter_mut().find(|part| part.1 == most).unwrap();
                *first = (first.0 + 1, 0);
            }
            for ((fund, _), part) in shares.iter().zip(parts) {
                year[*fund] += part.0 * months;
            }
        }
    }
}

fn run(model: &Model, table: &[Vec<f64>], by_runs: bool, asked: &mut [Vec<u64>], short: &mut [Vec<u64>]) {
    let mut village = vec![0; table.len()];
    let mut row = vec![0; model.months];
    let mut sums = vec![0; model.years * model.funds];
    for unit in 0..table[0].len() {
        for (number, column) in village.iter_mut().zip(table) {
            *number = column[unit] as u64;
        }
        sums.fill(0);
        for segment in &model.segments {
            heads_of(&segment.heads, &village, &mut row);
            for (year, sums) in sums.chunks_exact_mut(model.funds).enumerate() {
                let mut month = year * 12;
                let end = month + 12;
                while month < end {
                    let mut months = 1;
                    // Prices change in January only.
                    while by_runs && month + months < end && row[month + months] == row[month] {
                        months += 1;
                    }
                    for bill in &segment.bills {
                        add(&bill.shares, bill.rupiah[month] * row[month], months as u64, sums);
                    }
                    month += months;
                }
            }
        }
        for (column, sum) in asked.iter_mut().zip(&sums) {
            column[unit] = *sum;
        }
        for (fund, year, column) in &model.ceilings {
            let place = year * model.funds + fund;
            short[place][unit] = sums[place].saturating_sub(village[*column]);
        }
    }
}

fn main() {
    let given: Vec<String> = std::env::args().collect();
    let model = read_model(&std::fs::read_to_string(&given[1]).unwrap());
    let bytes = std::fs::read(&given[2]).unwrap();
    let (count, bytes) = bytes.split_at(8);
    let units = f64::from_le_bytes(count.try_into().unwrap()) as usize;
    let numbers: Vec<f64> =
        bytes.chunks_exact(8).map(|eight| f64::from_le_bytes(eight.try_into().unwrap())).collect();
    let table: Vec<Vec<f64>> = numbers.chunks_exact(units).map(<[f64]>::to_vec).collect();
    let empty = vec![vec![0_u64; units]; model.years * model.funds];
    let mut out = std::io::stdout();
    for line in std::io::stdin().lock().lines() {
        let (mut asked, mut short) = (empty.clone(), empty.clone());
        let begin = Instant::now();
        run(&model, &table, line.unwrap() == "runs", &mut asked, &mut short);
        let milliseconds = begin.elapsed().as_secs_f64() * 1000.0;
        let sums: Vec<u64> = asked.iter().chain(&short).map(|column| column.iter().sum()).collect();
        writeln!(out, "{{\"milliseconds\":{milliseconds},\"sums\":{sums:?}}}").unwrap();
        out.flush().unwrap();
    }
}
