//! What cannot be offered is told in words, and how to go on.

use std::net::TcpListener;
use std::process::Command;

/// What the program says of these arguments, and how it ends.
fn told(arguments: &[&str]) -> (Option<i32>, String) {
    let data = tempfile::tempdir().unwrap();
    let ended = Command::new(env!("CARGO_BIN_EXE_doithoai"))
        .args(["hall", "2026-11-25-01", "--lang", "vi", "--data-dir"])
        .arg(data.path())
        .args(arguments)
        .env("DOITHOAI_CONFIG_DIR", data.path().join("none"))
        .output()
        .unwrap();
    (
        ended.status.code(),
        String::from_utf8(ended.stderr).unwrap(),
    )
}

#[test]
fn an_address_that_is_none_or_taken_is_told_with_what_to_do() {
    let (code, said) = told(&["--listen", "máy chủ:x"]);
    assert_eq!(code, Some(1));
    assert!(
        said.contains("“máy chủ:x” không phải là địa chỉ")
            && said.contains("--listen 0.0.0.0:8080"),
        "{said}"
    );
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let (code, said) = told(&["--listen", &address]);
    assert_eq!(code, Some(1));
    assert!(
        said.contains(&address) && said.contains("đang được chương trình khác dùng"),
        "{said}"
    );
    // An address of another computer.
    let (code, said) = told(&["--listen", "192.0.2.1:8080"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("địa chỉ phải là của máy này"), "{said}");
}

#[cfg(not(feature = "tls"))]
#[test]
fn what_is_built_without_encryption_says_so() {
    let (code, said) = told(&["--listen", "127.0.0.1:0", "--tls", "a.pem", "b.pem"]);
    assert_eq!(code, Some(1));
    assert!(
        said.contains("không có mã hóa") && said.contains("--features tls"),
        "{said}"
    );
}

#[cfg(feature = "tls")]
#[test]
fn files_that_do_not_encrypt_are_told_by_name() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("chung-thu.pem");
    let name = file.to_str().unwrap();
    for content in [
        None,
        Some("nothing"),
        Some("-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----\n"),
    ] {
        if let Some(content) = content {
            std::fs::write(&file, content).unwrap();
        }
        let (code, said) = told(&["--listen", "127.0.0.1:0", "--tls", name, name]);
        assert_eq!(code, Some(1));
        assert!(
            said.contains("không dùng được") && said.contains(name),
            "{said}"
        );
    }
}

#[test]
fn contacts_and_venues_belong_to_a_registration() {
    for option in [["--contacts"].as_slice(), &["--venue", "Nậm Cưởm"]] {
        let (code, said) = told(option);
        assert_eq!(code, Some(2), "{said}");
    }
}
