//! All that is kept of me, whole (F2).
use shared::persons::MyData;
use tests::TestApp;

use super::{Linked, emre};

#[actix_web::test]
async fn my_data_are_whole() {
    let Linked { app, emre, stay, .. } = emre().await;

    let data: MyData = app.get(&emre, "/my/data").await.ok();

    assert_eq!((data.account.email.as_str(), data.account.linked_at), ("emre@example.az", Some(app.now())));
    assert_eq!(data.consents.len(), 2);
    assert_eq!((data.sessions.len(), data.links.len()), (1, 1));
    let person = data.person.unwrap();
    let identity = &person.identities[0];
    assert_eq!((identity.surname.as_str(), identity.document_number.as_str()), ("YILMAZ", "U21457893"));
    assert_eq!(person.registrations.iter().map(|row| row.id).collect::<Vec<_>>(), [stay.id]);
    assert!(person.accesses.iter().any(|row| row.operation == "create_registration"), "{person:?}");
    assert_eq!(app.count("security_event where kind = 'data_exported'").await, 1);
}

#[actix_web::test]
async fn without_proof_my_data_are_my_accounts() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;

    let data: MyData = app.get(&host, "/my/data").await.ok();

    assert_eq!(data.person, None);
    assert_eq!(data.party.map(|party| party.name).as_deref(), Some("kamran"));
}
