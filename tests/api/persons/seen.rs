//! Who has seen my data (E4).
use chrono::Duration;
use shared::{
    page::Page,
    permission::Role,
    transparency::{AccessOffice, MyAccess},
};

use super::{Linked, emre};

#[actix_web::test]
async fn i_see_which_office_looked_when_and_why_but_no_officers_name() {
    let Linked { app, emre, officer, stay, .. } = emre().await;
    app.forward(Duration::minutes(1));
    let at = app.now();
    app.get(&officer, &format!("/registrations/{}", stay.id)).await.ok::<serde_json::Value>();

    let page: Page<MyAccess> = app.get(&emre, "/my/access-log").await.ok();

    let first = &page.items[0];
    assert_eq!((first.at, first.operation.as_str()), (at, "show_registration"));
    assert_eq!((first.role, first.office.as_deref()), (Some(Role::Officer), Some("baku")));
    assert_eq!(first.purpose, "department_work");
    assert_eq!(first.registrations, [stay.number]);
    let number = first.officer.clone().unwrap();
    assert!(number.len() == 6 && number.bytes().all(|byte| byte.is_ascii_digit()), "{number}");
    let linked = page.items.iter().find(|row| row.operation == "link_account").unwrap();
    assert_eq!(linked.officer.as_ref(), Some(&number), "the same officer has the same number");
    let registered = page.items.iter().find(|row| row.operation == "create_registration").unwrap();
    assert_eq!((registered.role, registered.officer.as_ref()), (Some(Role::Host), None));
    assert_eq!(registered.office_name.as_deref(), Some("lale MMC"));
    let said = serde_json::to_string(&page).unwrap();
    assert!(!said.contains(&officer.name), "{said}");
}

#[actix_web::test]
async fn i_ask_by_office_and_time_and_page_by_page() {
    let Linked { app, emre, officer, stay, .. } = emre().await;
    app.forward(Duration::minutes(1));
    let since = app.now().to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    for _ in 0..3 {
        app.forward(Duration::seconds(1));
        app.get(&officer, &format!("/registrations/{}", stay.id)).await.ok::<serde_json::Value>();
    }
    let ask =
        async |query: &str| app.get(&emre, &format!("/my/access-log{query}")).await.ok::<Page<MyAccess>>();

    let offices: Page<AccessOffice> = app.get(&emre, "/my/access-log/offices").await.ok();
    let hotel = offices.items.iter().find(|row| row.office_name.as_deref() == Some("lale MMC")).unwrap();
    let of_hotel = ask(&format!("?office={}", hotel.office.as_ref().unwrap())).await.items;
    let lately = ask(&format!("?from={since}")).await.items;
    let before = ask(&format!("?until={since}")).await.items;
    let first = ask("?limit=2").await;
    let next = ask(&format!("?limit=100&cursor={}", first.next.unwrap())).await.items;

    assert_eq!(offices.items[0].office.as_deref(), Some("baku"), "who looked last stands first");
    assert_eq!(hotel.count, i64::try_from(of_hotel.len()).unwrap());
    assert!(of_hotel.iter().all(|row| row.role == Some(Role::Host)), "{of_hotel:?}");
    assert_eq!(lately.len(), 3);
    assert_eq!(first.items.len() + next.len(), lately.len() + before.len());
    assert!(app.get(&emre, "/my/access-log?colour=red").await.refused().0 == 422);
}

#[actix_web::test]
async fn whoever_is_linked_to_nobody_sees_nobodys_log() {
    let Linked { app, .. } = emre().await;
    let other = app.person("other").await;

    let page: Page<MyAccess> = app.get(&other, "/my/access-log").await.ok();
    let offices: Page<AccessOffice> = app.get(&other, "/my/access-log/offices").await.ok();

    assert_eq!((page.items, offices.items), (Vec::new(), Vec::new()));
}
