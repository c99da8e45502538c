//! `cargo xtask dist`: what is copied to a server: `dist/umis`, one file with the page inside.
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::House;
use crate::{cargo, page, parts};

/// The last bytes of a program that carries a page; `api/src/packed.rs` reads them.
const MARK: &[u8] = b"umis-page-1";

/// Builds the service and the page for visitors and joins them.
pub fn dist(house: &House) -> Result<ExitCode> {
    parts::toolchain(house)?;
    cargo::build(house, "release")?;
    let page = page::page(house, "wasm-release")?;
    let mut pack = Vec::new();
    append(&page, &page, &mut pack)?;
    let mut program = fs::read(house.program("release", "umis"))?;
    let length = u64::try_from(pack.len())?;
    program.append(&mut pack);
    program.extend(length.to_le_bytes());
    program.extend(MARK);
    let file = house.root.join("dist/umis");
    fs::create_dir_all(house.root.join("dist"))?;
    fs::write(&file, program)?;
    executable(&file)?;
    println!("{}: copy it to the server and start `umis serve`", file.display());
    Ok(ExitCode::SUCCESS)
}

/// Name and content of every file, each after its length in eight bytes.
fn append(root: &Path, folder: &Path, pack: &mut Vec<u8>) -> Result<()> {
    let mut entries: Vec<_> = fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            append(root, &path, pack)?;
            continue;
        }
        let name = path.strip_prefix(root)?.to_str().context("a name that is not text")?;
        for piece in [name.as_bytes(), fs::read(&path)?.as_slice()] {
            pack.extend(u64::try_from(piece.len())?.to_le_bytes());
            pack.extend(piece);
        }
    }
    Ok(())
}

fn executable(file: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(file, fs::Permissions::from_mode(0o755))?;
    }
    Ok(())
}
