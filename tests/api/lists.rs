//! Lists are cut by cursors without gaps or repeats, and officers find by name.
use serde_json::json;
use shared::{
    identity::Me,
    page::Page,
    premises::{Board, PremisesView},
    registrations::{RegistrationRow, RegistrationView},
};
use tests::{Actor, TestApp, given};

/// Follows `next` to the end.
async fn all(app: &TestApp, who: &Actor, path: &str) -> Vec<RegistrationRow> {
    let mut rows = Vec::new();
    let mut cursor = String::new();
    for _ in 0..50 {
        let page: Page<RegistrationRow> = app.get(who, &format!("{path}{cursor}")).await.ok();
        rows.extend(page.items);
        match page.next {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return rows,
        }
    }
    panic!("a list without end")
}

fn numbers(rows: &[RegistrationRow]) -> Vec<&str> {
    rows.iter().map(|row| row.number.as_str()).collect()
}

#[actix_web::test]
async fn pages_have_no_gaps_and_no_repeats() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let premises = app.premises(&host).await;
    let mut views: Vec<RegistrationView> = Vec::new();
    for guest in 0..11 {
        // Several of one moment and of one last day: the id decides then.
        if guest % 3 == 0 {
            app.forward(chrono::Duration::seconds(1));
        }
        let mut new = given::registration_number(premises.id, guest);
        new.until = format!("2026-11-2{}", 5 + guest % 4);
        views.push(app.registered(&host, &new).await);
    }

    let newest = all(&app, &host, "/registrations?view=all&limit=4").await;
    let at_desk = all(&app, &officer, "/registrations?view=new&limit=3").await;
    let ending = all(&app, &host, "/registrations?view=in_force&limit=2").await;

    views.sort_by_key(|view| std::cmp::Reverse((view.registered_at, view.id)));
    let expected: Vec<&str> = views.iter().map(|view| view.number.as_str()).collect();
    assert_eq!(numbers(&newest), expected);
    assert_eq!(numbers(&at_desk), expected);
    views.sort_by_key(|view| (view.until, view.id));
    let expected: Vec<&str> = views.iter().map(|view| view.number.as_str()).collect();
    assert_eq!(numbers(&ending), expected);
}

#[actix_web::test]
async fn a_list_stays_whole_while_others_write() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    for guest in 0..5 {
        app.registered(&host, &given::registration_number(premises.id, guest)).await;
    }

    let first: Page<RegistrationRow> = app.get(&host, "/registrations?view=all&limit=3").await.ok();
    app.forward(chrono::Duration::seconds(1));
    app.registered(&host, &given::registration_number(premises.id, 9)).await;
    let path = format!("/registrations?view=all&limit=3&cursor={}", first.next.unwrap());
    let second: Page<RegistrationRow> = app.get(&host, &path).await.ok();

    let mut seen: Vec<_> = first.items.iter().chain(&second.items).map(|row| row.id).collect();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!((seen.len(), second.next), (5, None));
}

#[actix_web::test]
async fn each_view_shows_its_part() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let elsewhere: PremisesView = app.post(&host, "/premises", &given::premises_in("baku_nasimi")).await.ok();
    let staying = app.registered(&host, &given::registration_number(premises.id, 1)).await;
    let mut soon = given::registration_number(elsewhere.id, 2);
    soon.until = "2026-11-26".into();
    let soon = app.registered(&host, &soon).await;
    let left = app.registered(&host, &given::registration_number(premises.id, 3)).await;
    let departure = format!("/registrations/{}/departure", left.id);
    let _: RegistrationView = app.post(&host, &departure, &json!({ "left_on": "2026-11-23" })).await.ok();

    let view = async |query: &str| all(&app, &host, &format!("/registrations?{query}")).await;
    assert_eq!(numbers(&view("view=in_force").await), [&soon.number, &staying.number].map(String::as_str));
    assert_eq!(numbers(&view("limit=50").await), [&soon.number, &staying.number].map(String::as_str));
    assert_eq!(numbers(&view("view=ending").await), [soon.number.as_str()]);
    assert_eq!(numbers(&view("view=closed").await), [left.number.as_str()]);
    assert_eq!(view("view=all").await.len(), 3);
    let there = format!("view=all&premises={}", elsewhere.id);
    assert_eq!(numbers(&view(&there).await), [soon.number.as_str()]);
}

#[actix_web::test]
async fn each_number_of_the_menu_is_the_length_of_its_list() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let confirmed = app.confirmed_premises(&host, &officer).await;
    let waiting: PremisesView = app.post(&host, "/premises", &given::premises_in("baku_nasimi")).await.ok();
    // Forty days ago: one late, one at an address that nobody confirms.
    for (guest, premises, until) in [(1, confirmed.id, "2026-12-20"), (2, waiting.id, "2027-01-06")] {
        let mut new = given::registration_number(premises, guest);
        (new.arrived_in_country, new.until) = ("2026-10-10".into(), until.into());
        app.registered(&host, &new).await;
    }
    // Ten days ago, and today: one in time and one late each time.
    for (moment, first) in [("2026-12-23T09:00:00Z", 3), ("2027-01-02T09:00:00Z", 5)] {
        app.set_clock(moment);
        app.sign_in(&host).await;
        for (guest, arrived) in [(first, &moment[..10]), (first + 1, "2026-11-25")] {
            let mut new = given::registration_number(confirmed.id, guest);
            (new.arrived_in_country, new.arrived_at_address) = (arrived.into(), arrived.into());
            new.until = "2027-01-04".into();
            app.registered(&host, &new).await;
        }
    }
    app.sign_in(&officer).await;

    let desk: shared::identity::Me = app.get(&officer, "/me").await.ok();
    let mine: shared::identity::Me = app.get(&host, "/me").await.ok();
    let length = async |who: &Actor, view: &str| {
        let rows = all(&app, who, &format!("/registrations?view={view}&limit=2")).await;
        i64::try_from(rows.len()).unwrap()
    };
    let requested: Page<PremisesView> = app.get(&officer, "/premises?state=requested").await.ok();

    assert_eq!((desk.counts.new, length(&officer, "new").await), (3, 3));
    assert_eq!((desk.counts.late, length(&officer, "late").await), (2, 2));
    assert_eq!((desk.counts.premises_requested, requested.items.len()), (1, 1));
    assert_eq!((mine.counts.in_force, length(&host, "in_force").await), (5, 5));
    assert_eq!((mine.counts.ending, length(&host, "ending").await), (4, 4));
    assert_eq!(length(&officer, "all").await, 6);
}

#[actix_web::test]
async fn a_query_that_does_not_fit_is_named() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;

    for (query, pointer, code) in [
        ("limit=0", "?limit", "limit"),
        ("limit=101", "?limit", "limit"),
        ("cursor=abc", "?cursor", "cursor"),
        ("colour=red", "?colour", "query_key"),
        ("view=everything", "?view", "not_a_choice"),
        ("limit=many", "?limit", "wrong_type"),
        ("limit=9&premises=12", "?premises", "wrong_type"),
        ("limit=1&limit=2", "?limit", "query_twice"),
    ] {
        let wrong = app.get(&host, &format!("/registrations?{query}")).await.wrong_fields();
        assert_eq!(wrong, [(pointer.into(), code.into())], "{query}");
    }
}

#[actix_web::test]
async fn an_operation_without_a_query_refuses_any_and_does_nothing() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let premises = app.premises(&host).await;
    let guest = app.registered(&host, &given::registration(premises.id)).await;
    let path = format!("/registrations/{}", guest.id);
    let left = json!({ "left_on": "2026-11-23" });

    let wrong = app.post(&host, &format!("{path}/departure?today=1"), &left).await.wrong_fields();
    assert_eq!(wrong, [("?today".into(), "query_key".into())]);
    let wrong = app.get(&host, &format!("{path}?x=1")).await.wrong_fields();
    assert_eq!(wrong, [("?x".into(), "query_key".into())]);
    let still: RegistrationView = app.get(&host, &path).await.ok();
    assert_eq!(still.version, 1);
}

#[actix_web::test]
async fn an_officer_finds_by_folded_name_number_and_passport() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let elsewhere = app.officer("ganja").await;
    let premises = app.premises(&host).await;
    let mut new = given::registration(premises.id);
    new.guest.surname = "GÜRBÜZ-ŞAHİN".into();
    new.guest.given_names = "ÇAĞLA IŞIK".into();
    let view = app.registered(&host, &new).await;
    app.registered(&host, &given::registration_number(premises.id, 1)).await;

    let found = async |who: &Actor, form: serde_json::Value| {
        let page: Page<RegistrationRow> = app.post(who, "/registrations/search", &form).await.ok();
        page.items.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    for name in ["gurbuz", "Gürbüz Şahin", "gurbuz-shahin cagla", "ГЮРБЮЗ", "GÜRB"] {
        let expected = if name == "ГЮРБЮЗ" { vec![] } else { vec![view.id] };
        assert_eq!(found(&officer, json!({ "name": name })).await, expected, "{name}");
    }
    for given_first in ["Çağla Işık Gürbüz-Şahin", "cagla gurbuz", "isik gurb", "CAGLA ISIK GURBUZ SAHIN"]
    {
        assert_eq!(found(&officer, json!({ "name": given_first })).await, [view.id], "{given_first}");
        assert_eq!(found(&officer, json!({ "text": given_first })).await, [view.id], "{given_first}");
    }
    for nobody in ["agla gurbuz", "cagla sahin", "cagla", "cagla tamm"] {
        assert_eq!(found(&officer, json!({ "name": nobody })).await, [], "{nobody}");
    }
    let bare = view.number.replace('-', "");
    for number in [view.number.clone(), bare.clone(), view.number.replace('-', " "), format!(" {bare} ")] {
        assert_eq!(found(&officer, json!({ "number": number })).await, [view.id], "{number}");
        assert_eq!(found(&officer, json!({ "text": number })).await, [view.id], "{number}");
    }
    assert_eq!(found(&officer, json!({ "number": bare.split_at(12).0 })).await, []);
    for document in ["u21457893", "U 2145-7893"] {
        assert_eq!(found(&officer, json!({ "document_number": document })).await, [view.id]);
    }
    assert_eq!(found(&officer, json!({ "name": "gurbuz", "document_number": "K0000001" })).await, []);
    assert_eq!(found(&officer, json!({ "name": "%%" })).await, []);
    assert_eq!(found(&elsewhere, json!({ "name": "gurbuz" })).await, []);
    let nothing = app.post(&officer, "/registrations/search", &json!({})).await.wrong_fields();
    assert_eq!(nothing, [("/name".into(), "required".into())]);
}

#[actix_web::test]
async fn a_host_finds_its_own_guests_and_nobody_elses() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let other = app.hotel("lale").await;
    let program = app.client_of(&host).await;
    let premises = app.premises(&host).await;
    let elsewhere = app.premises(&other).await;
    let mut new = given::registration(premises.id);
    new.guest.surname = "GÜRBÜZ-ŞAHİN".into();
    new.guest.given_names = "ÇAĞLA IŞIK".into();
    new.room = Some("12A".into());
    let own = app.registered(&host, &new).await;
    let path = format!("/registrations/{}/departure", own.id);
    let _: RegistrationView = app.post(&host, &path, &json!({ "left_on": "2026-11-23" })).await.ok();
    let mut same_name = new.clone();
    (same_name.premises, same_name.guest.document.number) = (elsewhere.id, "U21457894".into());
    let theirs = app.registered(&other, &same_name).await;
    app.registered(&host, &given::registration_number(premises.id, 1)).await;

    let found = async |who: &Actor, form: serde_json::Value| {
        let page: Page<RegistrationRow> = app.post(who, "/registrations/search", &form).await.ok();
        page.items.into_iter().map(|row| row.id).collect::<Vec<_>>()
    };
    for text in ["gurbuz", "Şahin", "cagla", "gurbuz sahin c", "12a", "u 2145-7893", own.number.as_str()] {
        assert_eq!(found(&host, json!({ "text": text })).await, [own.id], "{text}");
        assert_eq!(found(&program, json!({ "text": text })).await, [own.id], "{text}");
    }
    assert_eq!(found(&host, json!({ "room": "12a" })).await, [own.id]);
    assert_eq!(found(&host, json!({ "name": "gurbuz", "room": "12" })).await, []);
    for text in ["%", "urbuz", "U21457894", theirs.number.as_str()] {
        assert_eq!(found(&host, json!({ "text": text })).await, [], "{text}");
    }
    assert_eq!(found(&other, json!({ "text": "gurbuz" })).await, [theirs.id]);
    let officer = app.officer("baku").await;
    assert_eq!(found(&officer, json!({ "text": "gurbuz" })).await.len(), 2);
    assert_eq!(found(&officer, json!({ "text": "12a" })).await, []);
}

#[actix_web::test]
async fn a_search_goes_on_where_it_stopped() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let premises = app.premises(&host).await;
    for guest in 0..52 {
        app.registered(&host, &given::registration_number(premises.id, guest)).await;
    }

    let search = async |cursor: Option<String>| {
        let form = json!({ "name": "tamm", "cursor": cursor });
        app.post(&officer, "/registrations/search", &form).await.ok::<Page<RegistrationRow>>()
    };
    let first = search(None).await;
    let second = search(first.next.clone()).await;

    assert_eq!((first.items.len(), second.items.len(), second.next), (50, 2, None));
    assert!(second.items.iter().all(|row| !first.items.contains(row)));
}

#[actix_web::test]
async fn a_department_sees_its_own_registrations_only() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let ganja = app.officer("ganja").await;
    let premises = app.premises(&host).await;
    let view = app.registered(&host, &given::registration(premises.id)).await;

    assert_eq!(all(&app, &ganja, "/registrations?view=all").await, []);
    assert_eq!(app.get(&ganja, &format!("/registrations/{}", view.id)).await.status, 404);
    assert_eq!(app.get(&ganja, &format!("/registrations/{}/notice", view.id)).await.status, 404);
}

#[actix_web::test]
async fn what_waits_for_its_address_stands_above_what_is_new_until_its_time_is_over() {
    let app = TestApp::start().await;
    let host = app.host("kamran").await;
    let officer = app.officer("baku").await;
    let supervisor = app.supervisor("baku").await;
    let (waiting, confirmed) = (app.premises(&host).await, app.confirmed_premises(&host, &officer).await);
    let stay = |premises, number, until: &str| {
        let mut new = given::registration_number(premises, number);
        new.until = until.into();
        new
    };
    let short = app.registered(&host, &stay(waiting.id, 1, "2026-11-24")).await;
    app.forward(chrono::Duration::seconds(1));
    let long = app.registered(&host, &stay(waiting.id, 2, "2026-12-14")).await;
    app.forward(chrono::Duration::seconds(1));
    let here = app.registered(&host, &stay(confirmed.id, 3, "2026-11-24")).await;
    app.forward(chrono::Duration::seconds(1));
    let last = app.registered(&host, &stay(confirmed.id, 4, "2026-12-14")).await;

    let lists = async || {
        for who in [&officer, &supervisor] {
            app.sign_in(who).await;
        }
        let new = all(&app, &officer, "/registrations?view=new&limit=2").await;
        let whole: Page<RegistrationRow> = app.get(&officer, "/registrations?view=new").await.ok();
        assert_eq!(new, whole.items);
        let unconfirmed = all(&app, &officer, "/registrations?view=unconfirmed").await;
        let board: Board = app.get(&supervisor, "/board").await.ok();
        assert_eq!(board.guests_waiting, i64::try_from(unconfirmed.len()).unwrap());
        let me: Me = app.get(&officer, "/me").await.ok();
        assert_eq!(me.counts.new, i64::try_from(new.len()).unwrap());
        let ids = |rows: &[RegistrationRow]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
        (ids(&new), ids(&unconfirmed))
    };

    assert_eq!(lists().await, (vec![long.id, short.id, last.id, here.id], vec![long.id, short.id]));
    app.set_clock("2026-11-25T09:00:00Z");
    assert_eq!(lists().await, (vec![long.id, last.id, here.id, short.id], vec![long.id]));
    app.set_clock("2026-12-05T09:00:00Z");
    assert_eq!(lists().await, (vec![long.id], vec![long.id]));
    app.set_clock("2026-12-15T09:00:00Z");
    assert_eq!(lists().await, (vec![], vec![]));
    // The decision still reaches all of them.
    app.sign_in(&officer).await;
    let waiting: PremisesView = app.get(&officer, &format!("/premises/{}", waiting.id)).await.ok();
    assert_eq!(waiting.waiting, 2);
}
