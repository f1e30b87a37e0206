//! Compiles the law (`src/law/*.toml`) into static tables. Faulty data stops the build and lists every fault.

#![allow(clippy::arithmetic_side_effects, clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a panic here stops the build

mod law;

use std::{env, fs, path::Path, process::ExitCode};

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=src/law");
    println!("cargo::rerun-if-changed=build");
    let compiled = law::read(Path::new("src/law")).and_then(|files| law::compile(&files));
    match (compiled, env::var_os("OUT_DIR")) {
        (Ok(law::Compiled { code, book }), Some(out)) => {
            let write = |name, text| fs::write(Path::new(&out).join(name), text);
            match write("law.rs", code).and_then(|()| write("law.json", book)) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => fail(&[error.to_string()]),
            }
        }
        (Ok(_), None) => fail(&["cargo gave no OUT_DIR".into()]),
        (Err(faults), _) => fail(&faults),
    }
}

fn fail(faults: &[String]) -> ExitCode {
    for fault in faults {
        println!("cargo::error={fault}");
    }
    ExitCode::FAILURE
}
