//! A file is read in the browser: nothing of it leaves before the host says so.
use js_sys::{Array, ArrayBuffer, Function, Reflect, Uint8Array};
use leptos::prelude::window;
use shared::sheet::{
    self, Fault, Line, Row, csv,
    xlsx::{self, Part},
};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableWritablePair, Response};

/// A thousand guests are a hundredth of it.
pub const MOST_BYTES: f64 = 5_000_000.0;

/// The guests of a file.
pub async fn read(file: &Blob) -> Result<Vec<Row>, Fault> {
    if file.size() > MOST_BYTES {
        return Err(Fault::TooMany);
    }
    let bytes = JsFuture::from(file.array_buffer()).await.map_err(|_| Fault::Kind)?;
    let bytes = Uint8Array::new(&bytes).to_vec();
    let lines = if bytes.starts_with(b"PK") {
        workbook(&bytes).await.ok_or(Fault::Kind)?
    } else {
        csv::lines(&csv::text(&bytes)?)
    };
    sheet::rows(lines)
}

async fn workbook(bytes: &[u8]) -> Option<Vec<Line>> {
    let parts = xlsx::parts(bytes)?;
    let sheet = unpacked(xlsx::first_sheet(&parts)?).await?;
    let shared = match parts.iter().find(|part| part.name == "xl/sharedStrings.xml") {
        Some(part) => xlsx::shared_texts(&unpacked(part).await?),
        None => Vec::new(),
    };
    Some(xlsx::lines(&sheet, &shared))
}

/// The browser's own unpacker.
async fn unpacked(part: &Part<'_>) -> Option<String> {
    if !part.deflated {
        return String::from_utf8(part.bytes.to_vec()).ok();
    }
    let packed = Array::of1(&Uint8Array::from(part.bytes));
    let packed = Blob::new_with_u8_array_sequence(&packed).ok()?;
    let make: Function = Reflect::get(&window(), &"DecompressionStream".into()).ok()?.dyn_into().ok()?;
    let pair: ReadableWritablePair =
        Reflect::construct(&make, &Array::of1(&"deflate-raw".into())).ok()?.unchecked_into();
    let stream = packed.stream().pipe_through(&pair);
    let answer = Response::new_with_opt_readable_stream(Some(&stream)).ok()?;
    let bytes: ArrayBuffer = JsFuture::from(answer.array_buffer().ok()?).await.ok()?.unchecked_into();
    String::from_utf8(Uint8Array::new(&bytes).to_vec()).ok()
}
