//! Prints sample notices into a folder and says how fast: `cargo run -p documents --example notice -- FOLDER [ROUNDS]`.
#[path = "../tests/sample/mod.rs"]
mod sample;

use std::error::Error;
use std::path::PathBuf;
use std::time::Instant;

use documents::{Notice, Template, Tone, render};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?);
    std::fs::create_dir_all(&folder)?;
    let annulled = Notice {
        tone: Tone::Bad,
        status: "Ləğv edilib".to_owned(),
        state: "Qeydiyyat ləğv edilib və heç vaxt olmamış sayılır.".to_owned(),
        remarks: Vec::new(),
        ..sample::ordinary("az")
    };
    let notices = [
        ("az", "az", sample::ordinary("az")),
        ("en", "en", sample::ordinary("en")),
        ("ru", "ru", sample::ordinary("ru")),
        ("longest", "ru", sample::longest()),
        ("annulled", "az", annulled),
    ];
    for (name, lang, notice) in notices {
        let began = Instant::now();
        let pdf = render(Template::Notice, &serde_json::to_value(notice)?, lang, sample::at())?;
        println!("{name}: {} bytes, {:?}", pdf.len(), began.elapsed());
        std::fs::write(folder.join(name).with_extension("pdf"), pdf)?;
    }
    let rounds: u32 = std::env::args().nth(2).map_or(Ok(100), |rounds| rounds.parse())?;
    let began = Instant::now();
    for round in 0..rounds {
        let notice = Notice { guest: format!("YILMAZ EMRE {round}"), ..sample::ordinary("az") };
        render(Template::Notice, &serde_json::to_value(notice)?, "az", sample::at())?;
    }
    println!("{rounds} different notices: {:?} each", began.elapsed() / rounds);
    Ok(())
}
