//! Compiles the texts of the three languages; a missing key or an unsupported construct stops the build here.
mod build_law;

use std::path::{Path, PathBuf};
use std::{env, fs, process};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let (Some(home), Some(out)) = (env::var_os("CARGO_MANIFEST_DIR"), env::var_os("OUT_DIR")) else {
        stop(&["cargo did not say where to build".to_owned()]);
    };
    let (home, out) = (PathBuf::from(home), PathBuf::from(out));
    texts(&home, &out);
    law(&home, &out);
}

/// `locales/{az,en,ru}/*.ftl` → `texts.{az,en,ru}.json`, for the page `page.{az,en,ru}.json`, of which `first.…` and `later.…`
/// are what a first visit shows and the others, and `texts.keys`, one key a line.
fn texts(home: &Path, out: &Path) {
    println!("cargo::rerun-if-changed=locales");
    match texts::compile(&home.join("locales")) {
        Ok(tables) => {
            for (language, json) in &tables.languages {
                write(&out.join(format!("texts.{language}.json")), json);
            }
            for (name, pages) in [("page", &tables.pages), ("first", &tables.first), ("later", &tables.later)]
            {
                for (language, json) in pages {
                    write(&out.join(format!("{name}.{language}.json")), json);
                }
            }
            write(&out.join("texts.keys"), &tables.keys.join("\n"));
        }
        Err(problems) => {
            let lines: Vec<String> =
                problems.iter().map(|problem| format!("shared/locales/{problem}")).collect();
            stop(&lines);
        }
    }
}

/// `law/**/*.toml` → the first edition, checked.
fn law(home: &Path, out: &Path) {
    println!("cargo::rerun-if-changed=law");
    match build_law::build(&home.join("law")) {
        Ok(files) => {
            for (name, content) in &files {
                write(&out.join(name), content);
            }
        }
        Err(complaints) => stop(&complaints),
    }
}

fn write(path: &Path, content: &str) {
    if let Err(error) = fs::write(path, content) {
        stop(&[format!("{}: {error}", path.display())]);
    }
}

/// Every line is told, then the build ends.
fn stop(lines: &[String]) -> ! {
    for line in lines {
        println!("cargo::error={line}");
    }
    process::exit(1)
}
