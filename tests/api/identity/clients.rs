//! A host's own programs.
use chrono::Duration;
use serde_json::json;
use shared::{
    identity::{AccessToken, ApiClientRow, ApiClientSecret, Scope},
    ids::ApiClientId,
    page::Page,
};
use tests::{Actor, Answer, TestApp, given};

use super::{events_of, me, same_answer};

async fn make(app: &TestApp, host: &Actor) -> ApiClientSecret {
    let form = json!({ "name": "Front desk", "scopes": ["registrations.write", "premises.read"] });
    let made = app.post(host, "/api-clients", &form).await.ok();
    app.run_outbox().await;
    made
}

async fn list(app: &TestApp, host: &Actor) -> Vec<ApiClientRow> {
    let page: Page<ApiClientRow> = app.get(host, "/api-clients").await.ok();
    page.items
}

/// A token with the credentials in the form.
async fn token(app: &TestApp, made: &ApiClientSecret) -> Answer {
    let form = format!(
        "grant_type=client_credentials&client_id={}&client_secret={}",
        made.client_id, made.client_secret
    );
    app.act(&Actor::nobody(), "/oauth/token").body("application/x-www-form-urlencoded", form).await
}

async fn program(app: &TestApp, made: &ApiClientSecret) -> Actor {
    let program = Actor::nobody();
    let token: AccessToken = token(app, made).await.ok();
    program.bearer.replace(Some(token.access_token));
    program
}

#[actix_web::test]
async fn a_secret_is_shown_once_and_kept_as_a_hash() {
    let app = TestApp::start().await;
    let hotel = app.hotel("ayten").await;

    app.forward(Duration::seconds(1));
    let form = json!({ "name": " Front desk ", "scopes": ["premises.read", "registrations.write", "premises.read"] });
    let answer = app.post(&hotel, "/api-clients", &form).await;

    assert_eq!((answer.status.as_u16(), answer.header("etag")), (201, Some("\"1\"")));
    let made: ApiClientSecret = answer.ok();
    assert_eq!(
        (made.name.as_str(), made.client_id.clone(), made.slot),
        ("Front desk", made.id.to_string(), 1)
    );
    assert_eq!(made.client_secret.len(), 43);
    assert_eq!(app.outbox().await, ["client_created"]);
    app.run_outbox().await;
    assert!(app.mail_to(&hotel.email).await[0].message.body.contains("Front desk"));

    let answer = app.get(&hotel, "/api-clients").await;
    assert!(!answer.text().contains(&made.client_secret));
    let row = answer.ok::<Page<ApiClientRow>>().items.remove(0);
    assert_eq!((row.secrets, row.slots.len(), row.used_at, row.ended_at), (1, 1, None, None));
    assert_eq!(row.scopes, [Scope::RegistrationsWrite, Scope::PremisesRead]);
    let kept = format!("api_client_secret where hash = '{}'", made.client_secret);
    assert_eq!((app.count(&kept).await, app.count("api_client_secret").await), (0, 1));
    let account = me(&app, &hotel).await.id;
    assert_eq!(events_of(&app, account).await.last().unwrap(), "client_created");
}

#[actix_web::test]
async fn a_program_does_what_its_scopes_allow_for_its_hotel() {
    let app = TestApp::start().await;
    let hotel = app.hotel("ayten").await;
    let officer = app.officer("baku").await;
    let premises = app.confirmed_premises(&hotel, &officer).await;
    let made = make(&app, &hotel).await;
    let program = program(&app, &made).await;

    assert_eq!(app.get(&program, &format!("/premises/{}", premises.id)).await.status, 200);
    let new = given::registration(premises.id);
    assert_eq!(app.post(&program, "/registrations", &new).key("first-guest").await.status, 201);
    app.run_outbox().await;

    for refused in
        [app.get(&program, "/registrations").await, app.post(&program, "/premises", &given::premises()).await]
    {
        assert_eq!(refused.refused(), (403, "insufficient_scope".to_owned()));
    }
    for refused in [
        app.get(&program, "/api-clients").await,
        app.get(&program, "/me").await,
        app.get(&program, "/staff").await,
    ] {
        assert_eq!(refused.refused(), (403, "forbidden".to_owned()));
    }
    assert_eq!(list(&app, &hotel).await[0].used_at, Some(app.now()));
}

#[actix_web::test]
async fn two_secrets_work_side_by_side_and_a_third_is_refused() {
    let app = TestApp::start().await;
    let hotel = app.hotel("ayten").await;
    let first = make(&app, &hotel).await;
    let secrets = format!("/api-clients/{}/secrets", first.id);
    app.forward(Duration::seconds(1));

    let stale = app.act(&hotel, &secrets).if_match(7).await.refused();
    assert_eq!(stale, (412, "stale".to_owned()));
    let second: ApiClientSecret = app.act(&hotel, &secrets).await.ok();
    assert_eq!((second.slot, second.id), (2, first.id));
    assert_ne!(first.client_secret, second.client_secret);
    assert_eq!(
        (token(&app, &first).await.status, token(&app, &second).await.status),
        (200.try_into().unwrap(), 200.try_into().unwrap())
    );
    let third = app.act(&hotel, &secrets).await.refused();
    assert_eq!(third, (409, "client_secret_limit".to_owned()));

    let row = list(&app, &hotel).await.remove(0);
    assert_eq!((row.secrets, row.version), (2, 2), "a refusal changes nothing");
    let old = format!("{secrets}/{}", row.slots[0].slot);
    assert_eq!(app.delete(&hotel, &old).await.refused(), (428, "precondition_required".to_owned()));
    assert_eq!(app.delete(&hotel, &old).if_match(1).await.refused(), (412, "stale".to_owned()));
    app.forward(Duration::seconds(1));
    app.delete(&hotel, &old).if_match(2).await.done();
    assert_eq!(
        (token(&app, &first).await.status.as_u16(), token(&app, &second).await.status.as_u16()),
        (401, 200)
    );
    assert_eq!(app.delete(&hotel, &old).if_match(3).await.refused(), (404, "not_found".to_owned()));
    assert_eq!(app.delete(&hotel, &format!("{secrets}/3")).if_match(3).await.status, 404);

    app.forward(Duration::seconds(1));
    let again: ApiClientSecret = app.act(&hotel, &secrets).await.ok();
    assert_eq!(again.slot, 1);
    let account = me(&app, &hotel).await.id;
    let events = events_of(&app, account).await;
    assert_eq!(
        events[events.len() - 3..],
        ["client_secret_created", "client_secret_ended", "client_secret_created"]
    );
}

#[actix_web::test]
async fn two_who_make_the_second_secret_at_once_get_one() {
    let app = TestApp::start().await;
    let hotel = app.hotel("ayten").await;
    let made = make(&app, &hotel).await;
    let secrets = format!("/api-clients/{}/secrets", made.id);

    let (one, other) = futures_util::future::join(
        app.act(&hotel, &secrets).into_future(),
        app.act(&hotel, &secrets).into_future(),
    )
    .await;

    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409]);
}

#[actix_web::test]
async fn an_ended_program_dies_at_once_and_stays_in_the_list() {
    let app = TestApp::start().await;
    let hotel = app.hotel("ayten").await;
    let made = make(&app, &hotel).await;
    let program = program(&app, &made).await;
    let path = format!("/api-clients/{}", made.id);
    assert_eq!(app.get(&program, "/premises").await.status, 200);

    assert_eq!(app.delete(&hotel, &path).await.refused(), (428, "precondition_required".to_owned()));
    assert_eq!(app.delete(&hotel, &path).if_match(9).await.refused(), (412, "stale".to_owned()));
    app.forward(Duration::seconds(1));
    app.delete(&hotel, &path).if_match(1).await.done();

    assert_eq!(app.get(&program, "/premises").await.refused(), (401, "unauthenticated".to_owned()));
    assert_eq!(token(&app, &made).await.status, 401);
    let row = list(&app, &hotel).await.remove(0);
    assert_eq!((row.ended_at, row.secrets, row.version), (Some(app.now()), 0, 2));
    let ended = (409, "client_ended".to_owned());
    assert_eq!(app.delete(&hotel, &path).if_match(2).await.refused(), ended);
    assert_eq!(app.act(&hotel, &format!("{path}/secrets")).await.refused(), ended);
    assert_eq!(app.delete(&hotel, &format!("{path}/secrets/1")).if_match(2).await.refused(), ended);
    let account = me(&app, &hotel).await.id;
    assert_eq!(events_of(&app, account).await.last().unwrap(), "client_ended");
}

#[actix_web::test]
async fn another_hosts_program_is_not_there() {
    let app = TestApp::start().await;
    let hotel = app.hotel("ayten").await;
    let other = app.hotel("rauf").await;
    let made = make(&app, &hotel).await;
    let missing = ApiClientId("01999999-0000-7000-8000-000000000000".parse().unwrap());
    assert_eq!(list(&app, &other).await, []);

    for rest in ["", "/secrets/1"] {
        let path = |id: ApiClientId| format!("/api-clients/{id}{rest}");
        let foreign = app.delete(&other, &path(made.id)).if_match(1).await;
        assert_eq!(foreign.status, 404);
        same_answer(foreign, app.delete(&other, &path(missing)).if_match(1).await);
        // Also where the version would be stale.
        assert_eq!(app.delete(&other, &path(made.id)).if_match(9).await.status, 404);
    }
    let secrets = |id: ApiClientId| format!("/api-clients/{id}/secrets");
    let foreign = app.act(&other, &secrets(made.id)).await;
    assert_eq!(foreign.status, 404);
    same_answer(foreign, app.act(&other, &secrets(missing)).await);
    assert_eq!(app.delete(&hotel, "/api-clients/no-id").if_match(1).await.status, 404);
    assert_eq!((list(&app, &hotel).await[0].version, token(&app, &made).await.status.as_u16()), (1, 200));
}

#[actix_web::test]
async fn a_host_has_twenty_programs_at_most() {
    let app = TestApp::start().await;
    let hotel = app.hotel("ayten").await;
    for _ in 0..19 {
        make(&app, &hotel).await;
    }
    let last = make(&app, &hotel).await;

    let form = json!({ "name": "One more", "scopes": ["premises.read"] });
    assert_eq!(app.post(&hotel, "/api-clients", &form).await.refused(), (409, "too_many".to_owned()));

    app.delete(&hotel, &format!("/api-clients/{}", last.id)).if_match(1).await.done();
    assert_eq!(app.post(&hotel, "/api-clients", &form).await.status, 201);
    app.run_outbox().await;
    let page: Page<ApiClientRow> = app.get(&hotel, "/api-clients?limit=20").await.ok();
    assert_eq!(page.items.len(), 20);
    let rest = format!("/api-clients?limit=20&cursor={}", page.next.unwrap());
    let page: Page<ApiClientRow> = app.get(&hotel, &rest).await.ok();
    assert_eq!((page.items.len(), page.next), (1, None));
}

#[actix_web::test]
async fn what_is_not_fit_is_told() {
    let app = TestApp::start().await;
    let hotel = app.hotel("ayten").await;

    for (form, pointer, code) in [
        (json!({ "name": "F", "scopes": ["premises.read"] }), "/name", "text_length"),
        (json!({ "name": "    ", "scopes": ["premises.read"] }), "/name", "text_length"),
        (json!({ "name": "Front desk", "scopes": [] }), "/scopes", "scopes"),
        (json!({ "name": "Front desk", "scopes": ["staff.manage"] }), "/scopes/0", "not_a_choice"),
        (json!({ "name": "Front desk" }), "/scopes", "required"),
        (
            json!({ "name": "Front desk", "scopes": ["premises.read"], "party": "x" }),
            "/party",
            "unknown_field",
        ),
    ] {
        let wrong = app.post(&hotel, "/api-clients", &form).await.wrong_fields();
        assert_eq!(wrong, [(pointer.to_owned(), code.to_owned())], "{form}");
    }
}

#[actix_web::test]
async fn officers_have_no_programs() {
    let app = TestApp::start().await;
    let officer = app.officer("baku").await;

    let form = json!({ "name": "Front desk", "scopes": ["premises.read"] });
    assert_eq!(app.post(&officer, "/api-clients", &form).await.refused(), (403, "forbidden".to_owned()));
    assert_eq!(app.get(&officer, "/api-clients").await.status, 403);
    assert_eq!(app.get(&Actor::nobody(), "/api-clients").await.status, 401);
}
