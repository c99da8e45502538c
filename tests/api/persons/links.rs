//! Identity seen: who may link which account to whom, and what that leaves behind.
use chrono::Duration;
use serde_json::json;
use shared::{
    identity::{AccountPurpose, Me, PartyKind, SignUp},
    page::Page,
    permission::Role,
    persons::{LinkCode, PersonRow},
    registrations::RegistrationRow,
};
use tests::{Actor, TestApp, given};

use super::{Linked, document, emre, found};

async fn me(app: &TestApp, who: &Actor) -> Me {
    app.get(who, "/me").await.ok()
}

async fn mine(app: &TestApp, who: &Actor) -> Vec<RegistrationRow> {
    app.get(who, "/my/registrations").await.ok::<Page<RegistrationRow>>().items
}

#[actix_web::test]
async fn an_account_for_oneself_receives_no_guests_and_knows_nobody() {
    let app = TestApp::start().await;
    let person = app.person("emre").await;

    let known = me(&app, &person).await;

    assert_eq!((known.roles, known.party, known.linked_at), (vec![Role::Person], None, None));
    assert_eq!(app.get(&person, "/premises").await.refused(), (403, "forbidden".into()));
    assert_eq!(mine(&app, &person).await, []);
}

#[actix_web::test]
async fn an_account_for_oneself_is_a_persons() {
    let app = TestApp::start().await;
    let form = SignUp {
        purpose: AccountPurpose::Personal,
        ..TestApp::sign_up_form("lale", PartyKind::Organisation)
    };

    let wrong = app.post(&Actor::nobody(), "/accounts", &form).await.wrong_fields();

    assert_eq!(wrong, [("/kind".into(), "personal_account".into())]);
}

/// A stranger who knows name and passport of somebody learns nothing by signing up with them, and is linked to nobody.
#[actix_web::test]
async fn signing_up_with_a_strangers_passport_learns_and_links_nothing() {
    let app = TestApp::start().await;
    let hotel = app.hotel("lale").await;
    let premises = app.premises(&hotel).await;
    app.registered(&hotel, &given::registration(premises.id)).await;
    let form = |name: &str, email: &str| SignUp {
        purpose: AccountPurpose::Personal,
        fin: None,
        email: email.into(),
        ..TestApp::sign_up_form(name, PartyKind::Person)
    };

    let known = app.post(&Actor::nobody(), "/accounts", &form("YILMAZ EMRE", "one@example.az")).await;
    let unknown = app.post(&Actor::nobody(), "/accounts", &form("NOBODY KNOWN", "two@example.az")).await;
    let said = |number: &str| {
        let mut body = serde_json::to_value(form("YILMAZ EMRE", "three@example.az")).unwrap();
        body["document_number"] = number.into();
        body
    };
    let passport = app.post(&Actor::nobody(), "/accounts", &said("U21457893")).await.problem();
    let other = app.post(&Actor::nobody(), "/accounts", &said("U00000000")).await.problem();

    assert_eq!((known.status, known.body), (unknown.status, unknown.body));
    assert_eq!((passport.code, passport.errors), (other.code, other.errors));
    app.run_outbox().await;
    let stranger = app.confirmed("YILMAZ EMRE", &form("YILMAZ EMRE", "four@example.az")).await;
    app.sign_in(&stranger).await;
    assert_eq!(me(&app, &stranger).await.linked_at, None);
    assert_eq!(mine(&app, &stranger).await, []);
    assert_eq!(app.count("person_link").await, 0);
}

#[actix_web::test]
async fn who_showed_the_document_sees_their_own_registrations() {
    let Linked { app, officer, emre, stay, .. } = emre().await;

    let rows = mine(&app, &emre).await;

    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), [stay.id]);
    assert_eq!(me(&app, &emre).await.linked_at, Some(app.now()));
    let row = found(&app, &officer).await;
    let account = row.account.unwrap();
    assert_eq!((account.email.as_str(), account.linked_by), ("e…@example.az", officer.name));
    let events = "registry_event where kind = 'account_linked'";
    assert_eq!(app.count(events).await, 1);
    assert_eq!(app.count("security_event where kind = 'account_linked'").await, 1);
    let entries = "access_entry where operation = 'link_account' and purpose = 'identity_seen'";
    assert_eq!(app.count(entries).await, 1);
    assert!(app.mail_to("emre@example.az").await[0].message.body.contains("my/registrations"));
}

#[actix_web::test]
async fn a_host_who_showed_the_document_is_a_person_too() {
    let app = TestApp::start().await;
    let (host, officer) = (app.host("emre").await, app.officer("baku").await);
    let premises = app.confirmed_premises(&host, &officer).await;
    app.registered(&host, &given::registration(premises.id)).await;
    assert_eq!(app.get(&host, "/my/registrations").await.refused(), (403, "forbidden".into()));

    let row = found(&app, &officer).await;
    let form = json!({ "document": row.document, "original_seen": true, "email": "Emre@Example.az" });
    let path = format!("/persons/{}/account-link", row.id);
    let _: PersonRow = app.post(&officer, &path, &form).if_match(row.version).await.ok();
    app.run_outbox().await;

    app.sign_in(&host).await;
    assert_eq!(me(&app, &host).await.roles, [Role::Host, Role::Person]);
    assert_eq!(mine(&app, &host).await.len(), 1);
}

#[actix_web::test]
async fn nobody_is_linked_without_the_original() {
    let app = TestApp::start().await;
    let (hotel, officer) = (app.hotel("lale").await, app.officer("baku").await);
    let premises = app.confirmed_premises(&hotel, &officer).await;
    app.registered(&hotel, &given::registration(premises.id)).await;
    let person = app.person("emre").await;
    let row = found(&app, &officer).await;
    let path = format!("/persons/{}/account-link", row.id);
    let ask = |form: serde_json::Value| app.post(&officer, &path, &form).if_match(row.version);
    let code: LinkCode = app.act(&person, "/me/link-code").await.ok();

    let unseen = json!({ "document": row.document, "original_seen": false, "code": code.code });
    let both =
        json!({ "document": row.document, "original_seen": true, "code": code.code, "email": person.email });
    let wrong = json!({ "document": row.document, "original_seen": true, "code": "ZZZZZZZZ" });
    let nobody = json!({ "document": row.document, "original_seen": true, "email": "nobody@example.az" });
    let colleague = json!({ "document": row.document, "original_seen": true, "email": officer.email });
    let elsewhere = json!({ "document": row.id, "original_seen": true, "code": code.code });

    assert_eq!(ask(unseen).await.wrong_fields(), [("/original_seen".into(), "original_not_seen".into())]);
    assert_eq!(ask(both).await.wrong_fields(), [("/code".into(), "link_account".into())]);
    assert_eq!(ask(wrong).await.wrong_fields(), [("/code".into(), "link_code".into())]);
    assert_eq!(ask(nobody).await.wrong_fields(), [("/email".into(), "link_email".into())]);
    assert_eq!(ask(colleague).await.refused(), (409, "staff_account".into()));
    assert_eq!(ask(elsewhere).await.refused().0, 404);
    let good = json!({ "document": row.document, "original_seen": true, "code": code.code });
    assert_eq!(app.post(&officer, &path, &good).await.refused(), (428, "precondition_required".into()));
    assert_eq!(app.post(&officer, &path, &good).if_match(99).await.refused(), (412, "stale".into()));
    app.forward(Duration::minutes(10));
    assert_eq!(
        ask(good).await.wrong_fields(),
        [("/code".into(), "link_code".into())],
        "ten minutes are over"
    );
    assert_eq!(app.count("person_link").await, 0);
}

#[actix_web::test]
async fn one_account_is_one_persons() {
    let Linked { app, officer, emre, .. } = emre().await;
    let second = app.person("second").await;
    let row = found(&app, &officer).await;
    let path = format!("/persons/{}/account-link", row.id);
    let form = json!({ "document": row.document, "original_seen": true, "email": second.email });

    let again = app.post(&officer, &path, &form).if_match(row.version).await;

    assert_eq!(again.refused(), (409, "person_linked".into()));
    assert_eq!(app.act(&emre, "/me/link-code").await.refused(), (409, "account_linked".into()));
    assert_eq!(app.act(&officer, "/me/link-code").await.refused(), (409, "staff_account".into()));
}

#[actix_web::test]
async fn a_supervisor_undoes_a_link_and_the_account_sees_nothing_any_more() {
    let Linked { app, officer, emre, stay, .. } = emre().await;
    let supervisor = app.supervisor("baku").await;
    let row = found(&app, &supervisor).await;
    let path = format!("/persons/{}/account-link", row.id);
    let undo = async |who: &Actor| app.ask(who, "DELETE", &path).if_match(row.version).await;
    assert_eq!(undo(&officer).await.refused(), (403, "forbidden".into()));

    undo(&supervisor).await.done();
    app.run_outbox().await;

    assert_eq!(mine(&app, &emre).await, []);
    let path = format!("/my/registrations/{}", stay.id);
    assert_eq!(app.get(&emre, &path).await.refused().0, 404);
    assert_eq!(me(&app, &emre).await.linked_at, None);
    assert_eq!(app.count("registry_event where kind = 'account_unlinked'").await, 1);
    assert_eq!(app.count("security_event where kind = 'account_unlinked'").await, 1);
    assert_eq!(found(&app, &officer).await.account, None);
    assert!(
        app.mail_to("emre@example.az").await[0]
            .message
            .subject
            .as_deref()
            .unwrap_or_default()
            .contains("ləğv")
    );
}

#[actix_web::test]
async fn an_administrator_undoes_one_too() {
    let Linked { app, emre, .. } = emre().await;
    let administrator = app.administrator().await;
    let row = found(&app, &administrator).await;

    let path = format!("/persons/{}/account-link", row.id);
    app.ask(&administrator, "DELETE", &path).if_match(row.version).await.done();
    app.run_outbox().await;

    assert_eq!(mine(&app, &emre).await, []);
    let purposes = "access_entry where operation = 'unlink_account' and purpose = 'administration'";
    assert_eq!(app.count(purposes).await, 1);
}

#[actix_web::test]
async fn a_person_is_found_by_the_whole_document_only() {
    let Linked { app, officer, .. } = emre().await;
    for (field, value) in [("issuer", "GEO"), ("number", "U21457894"), ("birth_date", "1988-03-13")] {
        let mut form = document();
        form[field] = value.into();

        let page: Page<PersonRow> = app.post(&officer, "/persons/search", &form).await.ok();

        assert_eq!(page.items, [], "{field}");
    }
    let asked = "access_entry where operation = 'search_persons' and query is not null";
    assert_eq!(app.count(asked).await, 4);
}
