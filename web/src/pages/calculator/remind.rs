//! The last day as a file for a calendar (RFC 5545), made on the device.
use chrono::NaiveDate;
use js_sys::Array;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// Offers `umis.ics`. A browser that refuses loses nothing: the date stands on the page.
pub fn download(day: NaiveDate, what: &str) {
    let _ = offer(&event(day, what));
}

fn offer(text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("text/calendar");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download("umis.ics");
    link.click();
    Url::revoke_object_url(&address)
}

fn event(day: NaiveDate, what: &str) -> String {
    let date = |day: NaiveDate| day.format("%Y%m%d").to_string();
    let (from, to) = (date(day), date(day.succ_opt().unwrap_or(day)));
    let what = what.replace('\\', "\\\\").replace(',', "\\,").replace(';', "\\;");
    [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//UMIS//Bir Pencere//AZ",
        "BEGIN:VEVENT",
        &format!("UID:registration-{from}@umis"),
        &format!("DTSTAMP:{from}T000000Z"),
        &format!("DTSTART;VALUE=DATE:{from}"),
        &format!("DTEND;VALUE=DATE:{to}"),
        &format!("SUMMARY:{what}"),
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P2D",
        &format!("DESCRIPTION:{what}"),
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    .join("\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_event_takes_the_whole_day() {
        let text = event(NaiveDate::from_ymd_opt(2026, 12, 31).unwrap(), "Qonaq, son gün");
        assert!(text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"));
        assert!(text.contains("SUMMARY:Qonaq\\, son gün\r\n"));
    }
}
