//! The page inside the program: `cargo xtask dist` appends its files to `umis`, one file to install.
use std::{
    collections::HashMap,
    env, fs,
    io::{self, Read, Seek, SeekFrom},
};

use actix_web::web::Bytes;
use anyhow::Context;

/// The last bytes of a program that carries a page; before them the length of the pack, eight bytes, little end first.
const MARK: &[u8] = b"umis-page-1";

/// The files by name; `None` when this program carries none.
pub fn files() -> anyhow::Result<Option<HashMap<String, Bytes>>> {
    let mut program = fs::File::open(env::current_exe()?)?;
    let Some(pack) = pack(&mut program)? else { return Ok(None) };
    unpack(&pack).context("the page inside this program is damaged").map(Some)
}

/// Cuts the pack off the end.
fn pack(program: &mut (impl Read + Seek)) -> io::Result<Option<Bytes>> {
    let mut tail = [0; 8 + MARK.len()];
    let end = program.seek(SeekFrom::End(0))?;
    let Some(start) = end.checked_sub(tail.len().try_into().unwrap_or(u64::MAX)) else { return Ok(None) };
    program.seek(SeekFrom::Start(start))?;
    program.read_exact(&mut tail)?;
    let Some((length, MARK)) = tail.split_first_chunk::<8>() else { return Ok(None) };
    let Some(first) = start.checked_sub(u64::from_le_bytes(*length)) else { return Ok(None) };
    program.seek(SeekFrom::Start(first))?;
    let mut pack = Vec::new();
    program.take(u64::from_le_bytes(*length)).read_to_end(&mut pack)?;
    Ok(Some(Bytes::from(pack)))
}

/// Name and content in turn, each after its length in eight bytes.
fn unpack(pack: &Bytes) -> Option<HashMap<String, Bytes>> {
    let mut rest = pack.clone();
    let mut piece = || {
        let length = u64::from_le_bytes(*rest.first_chunk::<8>()?);
        let end = usize::try_from(length).ok()?.checked_add(8)?;
        let whole = (end <= rest.len()).then(|| rest.split_to(end))?;
        Some(whole.slice(8..))
    };
    let mut files = HashMap::new();
    while let Some(name) = piece() {
        files.insert(String::from_utf8(name.to_vec()).ok()?, piece()?);
    }
    rest.is_empty().then_some(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut pack = Vec::new();
        for (name, content) in files {
            for piece in [name.as_bytes(), content] {
                pack.extend(u64::try_from(piece.len()).unwrap().to_le_bytes());
                pack.extend(piece);
            }
        }
        let mut program = b"the program itself".to_vec();
        program.extend(&pack);
        program.extend(u64::try_from(pack.len()).unwrap().to_le_bytes());
        program.extend(MARK);
        program
    }

    #[test]
    fn a_program_gives_back_the_page_it_carries() {
        let program = packed(&[("bundle.json", b"{}"), ("assets/app.js", b"")]);
        let pack = pack(&mut io::Cursor::new(program)).unwrap().unwrap();
        let files = unpack(&pack).unwrap();
        assert_eq!(files.len(), 2);
        assert_eq!(files["bundle.json"], "{}");
    }

    #[test]
    fn a_program_without_a_page_carries_none() {
        for program in [b"".as_slice(), b"short", b"a program that ends in nothing special"] {
            assert!(pack(&mut io::Cursor::new(program)).unwrap().is_none());
        }
    }

    #[test]
    fn a_cut_pack_is_noticed() {
        assert!(unpack(&Bytes::from_static(b"\x01\0\0\0\0\0\0\0a\x09\0\0\0\0\0\0\0b")).is_none());
    }
}
