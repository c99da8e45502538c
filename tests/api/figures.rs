//! What an operator sees of the service at work: on the administrator's page, and as Prometheus reads it.
use std::net::TcpListener;

use shared::{figures::Figures, premises::PremisesView};
use tests::{Actor, TestApp, given};

#[actix_web::test]
async fn an_administrator_sees_rates_times_and_what_waits() {
    let mut app = TestApp::start().await;
    app.leaves_messages();
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let administrator = app.administrator().await;
    app.run_outbox().await;
    for _ in 0..3 {
        app.get(&host, "/registrations").await.ok::<serde_json::Value>();
    }
    app.get(&host, "/registrations?limit=0").await.problem();
    let path = format!("/premises/{}/confirmation", app.premises(&host).await.id);
    app.act(&officer, &path).if_match(1).await.ok::<PremisesView>();

    let seen: Figures = app.get(&administrator, "/figures").await.ok();
    let list = seen.operations.iter().find(|it| it.operation == "list_registrations").unwrap();
    assert_eq!((list.requests, list.refused, list.failed), (4, 1, 0));
    assert!(list.half_within <= list.nearly_all_within);
    assert_eq!((seen.messages.waiting, seen.messages.resting), (1, 0));
    assert_eq!((seen.messages.oldest, seen.messages.stuck.len()), (Some(app.now()), 0));
    assert_eq!((seen.places, seen.edition), (1000, 1));
    assert_eq!(app.get(&host, "/figures").await.refused(), (403, "forbidden".into()));

    app.gateway_behaves(&serde_json::json!({ "down": true })).await;
    app.run_outbox().await;
    let seen: Figures = app.get(&administrator, "/figures").await.ok();
    let stuck = &seen.messages.stuck[0];
    assert_eq!((stuck.kind.as_str(), stuck.attempts), ("address_confirmed", 1));
    assert!(stuck.next_at.is_some_and(|next| next > app.now()));
}

#[actix_web::test]
async fn prometheus_reads_the_figures_at_an_address_of_their_own() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    app.registered(&host, &given::registration(premises.id)).await;
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    api::figures::serve(app.state.clone(), free).unwrap();

    let mut answer = awc::Client::default().get(format!("http://{free}/metrics")).send().await.unwrap();
    let text = String::from_utf8(answer.body().await.unwrap().to_vec()).unwrap();
    let counted = r#"umis_request_seconds_count{operation="create_registration",status="2xx"} 1"#;
    assert!(text.contains(counted), "{text}");
    for line in ["umis_database_up 1", "umis_messages_waiting 0", "umis_under_way ", "# EOF"] {
        assert!(text.contains(line), "{line} is missing: {text}");
    }
    assert!(!text.contains("kamran") && !text.contains("YILMAZ"), "a name in the figures");
    assert!(app.get(&Actor::nobody(), "/metrics").await.status == 404, "open to everybody");
}
