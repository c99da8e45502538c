//! A sealed file: AES-256-GCM in frames (STREAM, <https://eprint.iacr.org/2015/189>). Whoever changes, cuts off or swaps
//! a frame is noticed before anything of it is used.
use std::io::{self, Read, Write};

use aead_stream::{DecryptorBE32, EncryptorBE32, Nonce, StreamBE32};
use aes_gcm::{Aes256Gcm, Key};
use anyhow::{Context, bail};

use super::secrets::{Secret, SecretId};
use crate::chance::Chance;

/// The first bytes of every backup.
const MAGIC: &[u8; 8] = b"UMISBAK1";
/// Bytes of a frame before sealing.
const FRAME: usize = 256 * 1024;
/// What the seal adds to a frame.
const TAG: usize = 16;
/// STREAM takes five of the twelve bytes for itself.
type Random = [u8; 7];

/// Writes frames; nothing is whole before [`Sealing::finish`].
pub struct Sealing<W: Write> {
    to: W,
    seal: EncryptorBE32<Aes256Gcm>,
    frame: Vec<u8>,
}

impl<W: Write> Sealing<W> {
    pub fn new(mut to: W, secret: &Secret) -> io::Result<Self> {
        let random: Random = Chance::Real.bytes();
        to.write_all(MAGIC)?;
        to.write_all(&secret.id())?;
        to.write_all(&random)?;
        let key = Key::<Aes256Gcm>::from(secret.bytes);
        let nonce = Nonce::<Aes256Gcm, StreamBE32<Aes256Gcm>>::from(random);
        Ok(Self { to, seal: EncryptorBE32::new(&key, &nonce), frame: Vec::with_capacity(FRAME) })
    }

    /// The last frame says that it is the last.
    pub fn finish(self) -> io::Result<W> {
        let Self { mut to, seal, frame } = self;
        let last = seal.encrypt_last(frame.as_slice()).map_err(io::Error::other)?;
        to.write_all(&last)?;
        Ok(to)
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full frame goes out when more comes: the last one is kept for `finish`.
        if self.frame.len() == FRAME {
            let sealed = self.seal.encrypt_next(self.frame.as_slice()).map_err(io::Error::other)?;
            self.to.write_all(&sealed)?;
            self.frame.clear();
        }
        let taken = bytes.len().min(FRAME - self.frame.len());
        self.frame.extend(bytes.iter().take(taken));
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Reads frames, each proven before it is given out.
pub struct Opening<R: Read> {
    from: R,
    seal: Option<DecryptorBE32<Aes256Gcm>>,
    frame: Vec<u8>,
    given: usize,
    /// Bytes that were read beyond the frame under way: whether there are any tells the last frame.
    ahead: Vec<u8>,
}

impl<R: Read> Opening<R> {
    pub fn new(mut from: R, secrets: &[Secret]) -> anyhow::Result<Self> {
        let (mut magic, mut id, mut random) = ([0; 8], SecretId::default(), Random::default());
        from.read_exact(&mut magic).context("this is no backup of UMIS")?;
        if &magic != MAGIC {
            bail!("this is no backup of UMIS");
        }
        from.read_exact(&mut id)
            .and_then(|()| from.read_exact(&mut random))
            .context("the backup is cut off")?;
        let secret = secrets.iter().find(|secret| secret.id() == id);
        let secret = secret.context("none of the backup keys here sealed this file")?;
        let key = Key::<Aes256Gcm>::from(secret.bytes);
        let nonce = Nonce::<Aes256Gcm, StreamBE32<Aes256Gcm>>::from(random);
        let seal = Some(DecryptorBE32::new(&key, &nonce));
        Ok(Self { from, seal, frame: Vec::new(), given: 0, ahead: Vec::new() })
    }

    fn next_frame(&mut self) -> io::Result<()> {
        let broken = |_| {
            io::Error::new(
                io::ErrorKind::InvalidData,
                "the backup was changed or cut off: its seal is broken",
            )
        };
        let Some(mut seal) = self.seal.take() else { return Ok(()) };
        let wanted = FRAME + TAG + 1 - self.ahead.len();
        let mut sealed = std::mem::take(&mut self.ahead);
        (&mut self.from).take(u64::try_from(wanted).unwrap_or(u64::MAX)).read_to_end(&mut sealed)?;
        self.given = 0;
        if sealed.len() > FRAME + TAG {
            self.ahead = sealed.split_off(FRAME + TAG);
            self.frame = seal.decrypt_next(sealed.as_slice()).map_err(broken)?;
            self.seal = Some(seal);
        } else {
            self.frame = seal.decrypt_last(sealed.as_slice()).map_err(broken)?;
        }
        Ok(())
    }
}

impl<R: Read> Read for Opening<R> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        if self.given == self.frame.len() {
            self.frame.clear();
            self.next_frame()?;
        }
        let rest = self.frame.get(self.given..).unwrap_or_default();
        let taken = rest.len().min(to.len());
        to.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        self.given += taken;
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: Secret = Secret { bytes: [7; 32] };

    fn sealed(text: &[u8]) -> Vec<u8> {
        let mut sealing = Sealing::new(Vec::new(), &SECRET).unwrap();
        sealing.write_all(text).unwrap();
        sealing.finish().unwrap()
    }

    fn opened(file: &[u8]) -> anyhow::Result<Vec<u8>> {
        let mut text = Vec::new();
        Opening::new(file, &[Secret { bytes: [1; 32] }, SECRET])?.read_to_end(&mut text)?;
        Ok(text)
    }

    #[test]
    fn what_was_sealed_is_opened_whatever_its_length() {
        for length in [0, 1, FRAME - 1, FRAME, FRAME + 1, 3 * FRAME, 3 * FRAME + 17] {
            let text: Vec<u8> = (0..length).map(|at| u8::try_from(at % 251).unwrap()).collect();
            assert!(opened(&sealed(&text)).unwrap() == text, "{length}");
        }
    }

    #[test]
    fn a_changed_byte_a_cut_and_a_swap_are_noticed() {
        let text = vec![5; 3 * FRAME];
        let whole = sealed(&text);
        for at in [30, FRAME, whole.len() - 1] {
            let mut changed = whole.clone();
            changed[at] ^= 1;
            assert!(opened(&changed).unwrap_err().to_string().contains("seal is broken"), "{at}");
        }
        for length in [whole.len() - 1, 23 + 2 * (FRAME + TAG), 23 + FRAME + TAG, 24] {
            assert!(opened(&whole[..length]).is_err(), "cut to {length}");
        }
        let mut swapped = whole.clone();
        let (first, second) = swapped[23..].split_at_mut(FRAME + TAG);
        first.swap_with_slice(&mut second[..FRAME + TAG]);
        assert!(opened(&swapped).is_err());
    }

    #[test]
    fn another_key_and_another_file_are_named() {
        let file = sealed(b"text");
        let other = Opening::new(file.as_slice(), &[Secret { bytes: [1; 32] }]);
        assert!(other.err().unwrap().to_string().contains("none of the backup keys"));
        assert!(opened(b"SQLite format 3").unwrap_err().to_string().contains("no backup of UMIS"));
    }
}
