//! What is served to whom: pages with a strict policy, to who asks for this computer by the address it was reached at, and
//! nothing that changes anything to other pages.

use crate::client::{Ask, get};
use crate::hall::{Desk, Hall};

#[test]
fn the_pages_are_served_with_a_policy_that_lets_nothing_else_in() {
    let desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    for (path, kind) in [
        ("/", "text/html"),
        ("/register", "text/html"),
        ("/hall.css", "text/css"),
        ("/hall.js", "text/javascript"),
        ("/view/0", "application/json"),
    ] {
        let reply = get(hall.address, path);
        assert_eq!(reply.status, 200, "{path}");
        assert!(
            reply.header("content-type").starts_with(kind),
            "{path}: {reply:?}"
        );
        let policy = reply.header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self'"),
            "{policy}"
        );
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(reply.header("x-content-type-options"), "nosniff");
        assert_eq!(reply.header("referrer-policy"), "no-referrer");
        assert_eq!(reply.header("cache-control"), "no-store");
        assert!(reply.header("access-control-allow-origin").is_empty());
    }
    assert!(get(hall.address, "/").body.contains("lang=\"vi\""));
    for path in ["/nothing", "/../journal.ron", "/view/x", "/hall.html", "//"] {
        assert_eq!(get(hall.address, path).status, 404, "{path}");
    }
}

#[test]
fn without_registration_there_is_none_to_be_found() {
    let desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--lang", "en"]);
    assert!(get(hall.address, "/").body.contains("lang=\"en\""));
    assert!(
        get(hall.address, "/hall.js")
            .body
            .contains("\"registers\":false")
    );
    assert_eq!(get(hall.address, "/register").status, 404);
    let pin = Ask::new(hall.address, "POST", "/register/pin").sent_by_page("{\"pin\":\"000000\"}");
    assert_eq!(pin.done().status, 404);
}

#[test]
fn who_was_led_here_under_another_name_gets_nothing() {
    let desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--host", "hoi-truong.local"]);
    let port = hall.address.port();
    let status = |host: &str| {
        let ask = Ask::new(hall.address, "GET", "/view/0").with("Host", host);
        ask.done().status
    };
    for ours in ["127.0.0.1", "localhost", "hoi-truong.local"] {
        assert_eq!(status(&format!("{ours}:{port}")), 200, "{ours}");
    }
    for foreign in [
        "example.org",
        "192.168.1.10",
        "hoi-truong.local.example.org",
    ] {
        assert_eq!(status(&format!("{foreign}:{port}")), 421, "{foreign}");
    }
    assert_eq!(status("127.0.0.1"), 421, "another port");
    let twice = Ask::new(hall.address, "GET", "/")
        .with("Host", &hall.address.to_string())
        .with("Host", "example.org");
    assert!([400, 421].contains(&twice.done().status));
}

#[test]
fn what_changes_something_comes_from_our_own_page_only() {
    let desk = Desk::of_sample();
    let hall = Hall::of(&desk, &["--register"]);
    let pin = hall.pin();
    let (own, body) = (
        format!("http://{}", hall.address),
        format!("{{\"pin\":\"{pin}\"}}"),
    );
    let tried = |origin: Option<&str>, kind: &str| {
        let mut ask = Ask::new(hall.address, "POST", "/register/pin").with("Content-Type", kind);
        if let Some(origin) = origin {
            ask = ask.with("Origin", origin);
        }
        ask.sending(&body).done()
    };
    let foreign = [
        None,
        Some("null"),
        Some("http://example.org"),
        Some("https://127.0.0.1"),
        Some("http://127.0.0.1:1"),
        Some("http://localhost"),
    ];
    for origin in foreign {
        let reply = tried(origin, "application/json");
        assert_eq!(reply.status, 403, "{origin:?}");
        assert!(reply.header("set-cookie").is_empty());
    }
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "",
    ] {
        assert_eq!(tried(Some(&own), kind).status, 415, "{kind}");
    }
    // None of that spent the number.
    assert_eq!(
        tried(Some(&own), "application/json; charset=utf-8").status,
        200
    );
    // And what is only looked at is no way to change anything.
    let got = Ask::new(hall.address, "GET", "/register/pin").with("Origin", &own);
    assert_eq!(got.done().status, 405);
}
