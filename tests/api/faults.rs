//! R5: a browser tells where the page's code stopped, and nothing else.
use serde_json::json;
use tests::{Actor, TestApp};

#[actix_web::test]
async fn anybody_tells_where_the_page_broke_and_ten_a_minute_are_heard() {
    let app = TestApp::start().await;
    let anyone = Actor::nobody();
    let tell = async |form| app.post(&anyone, "/page-faults", &form).await;
    let place = json!({ "place": "web/src/pages/check.rs:41:9" });

    tell(place.clone()).await.done();
    assert_eq!(app.state.faults.told(), 1);
    for wrong in [json!({ "place": "Kamran Əliyev" }), json!({ "place": "a".repeat(121) })] {
        assert_eq!(tell(wrong).await.wrong_fields(), [("/place".into(), "not_a_choice".into())]);
    }
    let more = json!({ "place": "a.rs:1:1", "message": "U21457893 was typed" });
    assert_eq!(tell(more).await.wrong_fields(), [("/message".into(), "unknown_field".into())]);
    assert_eq!(app.state.faults.told(), 1);

    for _ in 0..9 {
        tell(place.clone()).await.done();
    }
    assert_eq!(tell(place).await.refused(), (429, "throttled".into()));
    assert_eq!(app.state.faults.told(), 10);
}
