//! `cakupan batch` as a planner's script runs it: tables in and out, faults by row and column, exit codes.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "common/program.rs"]
mod program;

/// Exit code and what was printed.
fn batch(words: &[&str], input: &[u8]) -> (i32, String, String) {
    program::cakupan(&[&["batch"], words].concat(), input)
}

/// 16,800 a month and worker (FACTS §2), out of ADD; 100 workers for a year are 20,160,000.
const PLAN: &str = "examples/spark/plan.json";

#[test]
fn a_table_comes_out_with_a_row_for_each_village() {
    let table = "code,name,rentan,add.2025\n73.14.01.2001,Desa A,100,20000000\n73.14.01.2002,\"B, atas\",50,\n";
    let (code, out, told) = batch(&[PLAN], table.as_bytes());
    let expected = "code,name,personMonths.2025,asked.add.2025,short.add.2025,asked\n\
        73.14.01.2001,Desa A,1200,20160000,160000,20160000\n\
        73.14.01.2002,\"B, atas\",600,10080000,0,10080000\n";
    assert_eq!((code, out.as_str(), told.as_str()), (0, expected, ""));
    let (code, out, _) = batch(&[PLAN, "--totals"], table.as_bytes());
    let expected = "units,personMonths.2025,asked.add.2025,short.add.2025,asked\n2,1800,30240000,160000,30240000\n";
    assert_eq!((code, out.as_str()), (0, expected));
}

/// As Excel in Indonesia saves it, as a paste comes, and as an English program writes it.
#[test]
fn every_dialect_gives_the_same_numbers() {
    let tables: [&[u8]; 6] = [
        b"\xef\xbb\xbfdesa;rentan;firstMonth\r\nSuka Maju;1.200;2025-10\r\n",
        b"sep=;\r\ndesa;rentan;firstMonth\r\nSuka Maju;1.200;2025-10\r\n",
        b"desa\trentan\tfirstMonth\nSuka Maju\t1200\t202510\n",
        b"desa,rentan,firstMonth\nSuka Maju,1200,2025-10\n\n,,\n",
        b"\"desa\",\"rentan\",\"firstMonth\"\n\"Suka Maju\",\"1200\",\"2025-10\"",
        b" desa , rentan , firstMonth\n Suka Maju , 1200 , 2025-10 \n",
    ];
    for table in tables {
        let (code, out, told) = batch(&[PLAN, "--totals", "--no-header"], table);
        // 1,200 × 16,800 × 3
        let numbers: Vec<&str> = out.trim_end().split([',', ';', '\t']).collect();
        assert_eq!(
            (code, numbers.as_slice()),
            (0, &["1", "3600", "60480000", "0", "60480000"][..]),
            "{told}"
        );
    }
}

#[test]
fn columns_may_be_named_by_the_call() {
    let columns = ["--columns", "code,rentan", "--no-header"];
    let with_head = batch(&[&[PLAN], &columns[..]].concat(), b"code,rentan\na,1\n");
    let without = batch(&[&[PLAN], &columns[..]].concat(), b"a,1\n");
    assert_eq!(with_head, without);
    assert_eq!(with_head.1, "a,12,201600,0,201600\n");
    // A part without rows is nothing, and nothing wrong.
    assert_eq!(batch(&[&[PLAN], &columns[..]].concat(), b""), (0, String::new(), String::new()));
    assert_eq!(batch(&[PLAN], b""), (0, String::new(), String::new()));
}

#[test]
fn faults_name_their_row_and_column() {
    let table = b"code;rentan;add.2025\na;100;\nb;;\nc;-3;dua juta\nd;2,5;3,516E+15\n";
    let (code, out, told) = batch(&[PLAN], table);
    assert_eq!((code, out.as_str()), (1, ""));
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines.len(), 5, "{told}");
    for (line, (place, code)) in lines.iter().zip([
        ("baris 3, kolom rentan: Belum diisi", "(missing)"),
        ("baris 4, kolom rentan: ", "(tooSmall)"),
        ("baris 4, kolom add.2025: Tulis dengan angka", "(notANumber)"),
        ("baris 5, kolom rentan: Tulis dengan angka", "(notANumber)"),
        ("baris 5, kolom add.2025: Tulis dengan angka", "(notANumber)"),
    ]) {
        assert!(line.starts_with(place) && line.ends_with(code), "{line}");
    }
    let (_, _, told) = batch(&[PLAN, "--en", "--json"], b"rentan\n1\nx\n");
    let fault: serde_json::Value = serde_json::from_str(told.trim_end()).unwrap();
    assert_eq!(
        (fault["row"].as_u64(), fault["path"].as_str(), fault["code"].as_str()),
        (Some(3), Some("rentan"), Some("notANumber"))
    );
    // What no column of the plan is, and what a table must have.
    let (code, _, told) = batch(&[PLAN, "--en"], b"code,rentn\na,1\n");
    assert_eq!(code, 1);
    assert!(told.contains("\"rentn\"") && told.contains("nearest is \"rentan\""), "{told}");
    assert!(told.contains("rentan: Not filled in") && told.contains("(missing)"), "{told}");
}

/// More rows than are worked out at once; the faults of all of them are found in one run.
#[test]
fn a_long_table_goes_through_in_blocks() {
    let mut table = String::from("code,rentan\n");
    for village in 0..10_000_u32 {
        table.push_str(&format!("{village},{}\n", village % 100));
    }
    let (code, out, _) = batch(&[PLAN], table.as_bytes());
    assert_eq!((code, out.lines().count()), (0, 10_001));
    // 0 to 99 a hundred times: 495,000 workers × 16,800 × 12.
    let (_, totals, _) = batch(&[PLAN, "--totals", "--no-header"], table.as_bytes());
    assert_eq!(totals, "10000,5940000,99792000000,0,99792000000\n");
    table.push_str("z,x\n");
    let wrong = table.replacen("\n0,0\n", "\n0,-1\n", 1);
    let (code, out, told) = batch(&[PLAN], wrong.as_bytes());
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(told.contains("baris 2,") && told.contains("baris 10002,"), "{told}");
}

#[test]
fn a_call_that_is_wrong_says_so() {
    for words in [&[][..], &["-"], &[PLAN, "--columns"], &[PLAN, "--what"], &[PLAN, PLAN]] {
        let (code, _, told) = batch(words, b"");
        assert!(code == 2 && told.contains("cakupan batch"), "{words:?}: {told}");
    }
    let (code, _, told) = batch(&["nowhere.json"], b"");
    assert!(code == 2 && told.starts_with("nowhere.json: "), "{told}");
    let (code, _, _) = batch(&[PLAN], b"rentan\n\xff\xfe\n");
    assert_eq!(code, 2, "not UTF-8");
}
