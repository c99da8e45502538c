//! Analysts see sums of months that are over, and none that tells of somebody.
use shared::reports::RegistrationsReport;
use tests::{Actor, TestApp, given};

const NOVEMBER: &str = "from=2026-11&to=2026-11";

async fn report(app: &TestApp, who: &Actor, query: &str) -> RegistrationsReport {
    app.get(who, &format!("/reports/registrations?{query}")).await.ok()
}

/// Guests of these citizenships are registered in November; then it is December, and an analyst comes.
async fn after_november(guests: &[(&str, u32)]) -> (TestApp, Actor) {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let mut number = 0;
    for (citizenship, count) in guests {
        for _ in 0..*count {
            let mut new = given::registration_number(premises.id, number);
            new.guest.citizenship = (*citizenship).to_owned();
            app.registered(&host, &new).await;
            number += 1;
        }
    }
    app.set_clock("2026-12-01T06:00:00Z");
    let analyst = app.analyst().await;
    (app, analyst)
}

fn figures(report: &RegistrationsReport) -> Vec<(&str, Vec<Option<i64>>)> {
    report.rows.iter().map(|row| (row.key.as_str(), row.figures.clone())).collect()
}

#[actix_web::test]
async fn a_small_figure_is_hidden_with_one_more_and_the_sums_tell_neither() {
    let (app, analyst) = after_november(&[("TUR", 6), ("GEO", 3), ("IRN", 8)]).await;

    let by = report(&app, &analyst, &format!("{NOVEMBER}&group_by=citizenship")).await;
    assert_eq!(figures(&by), [("GEO", vec![None]), ("IRN", vec![Some(8)]), ("TUR", vec![None])]);
    assert_eq!((by.totals.as_slice(), by.total, by.hides), ([Some(17)].as_slice(), 17, true));
    assert_eq!(by.rows.iter().map(|row| row.total).collect::<Vec<_>>(), [0, 8, 0]);
    let by = report(&app, &analyst, &format!("{NOVEMBER}&group_by=department")).await;
    assert_eq!(figures(&by), [("baku", vec![Some(17)])]);
    let by = report(&app, &analyst, "from=2026-10&to=2026-11&group_by=month").await;
    assert_eq!((by.totals, by.total, by.rows.len()), (vec![Some(0), Some(17)], 17, 0));
}

#[actix_web::test]
async fn a_month_of_small_figures_only_is_hidden_in_every_division() {
    let (app, analyst) = after_november(&[("TUR", 4), ("GEO", 4)]).await;

    for by in ["citizenship", "department", "month"] {
        let report = report(&app, &analyst, &format!("{NOVEMBER}&group_by={by}")).await;
        assert_eq!(
            (report.totals.as_slice(), report.total, report.hides),
            ([None].as_slice(), 0, true),
            "{by}"
        );
        assert!(report.rows.iter().all(|row| row.figures == [None] && row.total == 0), "{by}");
    }
    let file =
        app.get(&analyst, &format!("/reports/registrations/file?{NOVEMBER}&group_by=citizenship")).await;
    assert_eq!(file.header("content-type"), Some("text/csv; charset=utf-8"));
    let lines = "\u{feff}month,citizenship,registrations\r\n2026-11,GEO,*\r\n2026-11,TUR,*\r\n";
    assert_eq!(file.text(), lines);
}

#[actix_web::test]
async fn a_month_is_summed_once_and_does_not_change_after_that() {
    let (app, analyst) = after_november(&[("TUR", 6)]).await;
    let query = format!("{NOVEMBER}&group_by=citizenship");

    let first = report(&app, &analyst, &query).await;
    assert_eq!(figures(&first), [("TUR", vec![Some(6)])]);
    assert_eq!(app.count("rollup_month").await, 1);
    let (one, other) =
        futures_util::future::join(report(&app, &analyst, &query), report(&app, &analyst, &query)).await;
    assert_eq!((&one, &other), (&first, &first));
    assert_eq!(app.count("rollup_month").await, 1);
}

#[actix_web::test]
async fn a_month_that_is_not_over_and_a_span_that_is_none_are_named() {
    let (app, analyst) = after_november(&[]).await;
    for (query, at, code) in [
        ("from=2026-11&to=2026-12", "?to", "month_not_over"),
        ("from=2026-11&to=2026-10", "?to", "until_before_from"),
        ("from=2025-11&to=2026-11", "?from", "months_too_many"),
        ("from=2026-13&to=2026-11", "?from", "month_invalid"),
    ] {
        let path = format!("/reports/registrations?{query}&group_by=month");
        assert_eq!(app.get(&analyst, &path).await.wrong_fields(), [(at.into(), code.into())], "{query}");
    }
    // In Baku it is January already, but what was on its way at midnight has an hour.
    app.set_clock("2026-12-31T20:30:00Z");
    let analyst = app.analyst().await;
    let path = "/reports/registrations?from=2026-12&to=2026-12&group_by=month";
    assert_eq!(app.get(&analyst, path).await.problem().status, 422);
    app.set_clock("2026-12-31T21:00:00Z");
    app.sign_in(&analyst).await;
    assert_eq!(app.get(&analyst, path).await.status, 200);
}
