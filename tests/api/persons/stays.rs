//! My own registrations, over all hosts.
use shared::{
    page::Page,
    registrations::{RegistrationRow, RegistrationView},
};
use tests::given;

use super::{Linked, emre};

#[actix_web::test]
async fn i_see_my_stays_at_all_hosts_and_nobody_elses() {
    let Linked { app, officer, emre, stay, hotel, .. } = emre().await;
    let other = app.host("kamran").await;
    let premises = app.confirmed_premises(&other, &officer).await;
    app.sign_in(&emre).await;
    let new = shared::registrations::NewRegistration {
        arrived_at_address: "2026-11-24".into(),
        ..given::registration(premises.id)
    };
    app.set_clock("2026-11-24T09:00:00Z");
    for who in [&other, &emre, &hotel] {
        app.sign_in(who).await;
    }
    let second = app.registered(&other, &new).await;
    let stranger = app.registered(&other, &given::registration_number(premises.id, 5)).await;

    let all = app.get(&emre, "/my/registrations").await.ok::<Page<RegistrationRow>>().items;
    let now = app.get(&emre, "/my/registrations?view=in_force").await.ok::<Page<RegistrationRow>>().items;
    let past = app.get(&emre, "/my/registrations?view=past").await.ok::<Page<RegistrationRow>>().items;

    let ids = |rows: &[RegistrationRow]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(ids(&all), [second.id, stay.id]);
    assert_eq!(ids(&now), [second.id]);
    assert_eq!(ids(&past), [stay.id]);
    assert!(all.iter().all(|row| row.actions.is_empty()), "{all:?}");
    let path = format!("/my/registrations/{}", stranger.id);
    assert_eq!(app.get(&emre, &path).await.refused().0, 404);
    assert_eq!(app.get(&emre, &format!("{path}/notice")).await.refused().0, 404);
}

#[actix_web::test]
async fn i_open_and_print_my_own_and_that_is_not_logged() {
    let Linked { app, emre, stay, .. } = emre().await;
    let before = app.count("access_entry").await;

    let view: RegistrationView = app.get(&emre, &format!("/my/registrations/{}", stay.id)).await.ok();
    let paper = app.get(&emre, &format!("/my/registrations/{}/notice?lang=ru", stay.id)).await;

    assert_eq!((view.id, view.number, view.actions), (stay.id, stay.number, Vec::new()));
    assert!(paper.body.starts_with(b"%PDF"), "{}", paper.status);
    assert_eq!(app.count("access_entry").await, before);
}

#[actix_web::test]
async fn my_stays_come_page_by_page() {
    let Linked { app, emre, .. } = emre().await;

    let page: Page<RegistrationRow> = app.get(&emre, "/my/registrations?limit=1").await.ok();
    let wrong = app.get(&emre, "/my/registrations?limit=0").await;

    assert_eq!((page.items.len(), page.next), (1, None));
    assert_eq!(wrong.refused().0, 422);
}
