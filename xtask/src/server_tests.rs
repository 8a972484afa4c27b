use super::*;

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("so-giam-sat-server-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("root/sub")).unwrap();
        fs::write(folder.join("secret.txt"), "secret").unwrap();
        fs::write(folder.join("root/index.html"), "<p>home").unwrap();
        fs::write(folder.join("root/app.wasm"), vec![7; 50_000]).unwrap();
        fs::write(folder.join("root/sub/index.html"), "<p>sub").unwrap();
        fs::write(folder.join("root/tên.csv"), "a,b").unwrap();
        Self(folder)
    }

    fn serve(&self, prefix: &str) -> Server {
        Server::start(&self.0.join("root"), prefix, 0).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

fn ask(server: &Server, request: &str) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    stream.write_all(format!("{request} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").as_bytes()).unwrap();
    let mut bytes = Vec::new();
    // A cut connection may end in a reset: what came before it counts.
    let _ = stream.read_to_end(&mut bytes);
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").map_or(bytes.len(), |at| at + 4);
    let body = bytes.split_off(end);
    (String::from_utf8(bytes).unwrap(), body)
}

fn status(server: &Server, request: &str) -> String {
    ask(server, request).0.lines().next().unwrap_or_default().to_owned()
}

#[test]
fn files_carry_their_type_and_the_headers_of_safety() {
    let folder = Folder::new("types");
    let server = folder.serve("/");
    let (head, body) = ask(&server, "GET /app.wasm?x=1");
    assert!(head.starts_with("HTTP/1.1 200 OK\r\nContent-Type: application/wasm\r\n"), "{head}");
    assert!(head.contains("Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\n"), "{head}");
    assert_eq!(body.len(), 50_000);
    assert_eq!(ask(&server, "GET /").1, b"<p>home");
    assert_eq!(ask(&server, "GET /t%C3%AAn.csv").1, b"a,b");
    let (head, body) = ask(&server, "HEAD /app.wasm");
    assert!(head.contains("Content-Length: 50000") && body.is_empty(), "{head}");
    assert_eq!(server.requests(), ["/app.wasm", "/", "/t%C3%AAn.csv", "/app.wasm"]);
}

#[test]
fn only_the_prefix_is_served() {
    let folder = Folder::new("prefix");
    let server = folder.serve("/a/b/");
    assert_eq!(server.url(), format!("http://127.0.0.1:{}/a/b/", server.port()));
    assert_eq!(ask(&server, "GET /a/b/").1, b"<p>home");
    assert_eq!(ask(&server, "GET /a/b/sub/").1, b"<p>sub");
    assert!(ask(&server, "GET /a/b/sub").0.contains("Location: /a/b/sub/"));
    for outside in ["/", "/a/", "/a/b", "/index.html"] {
        assert_eq!(status(&server, &format!("GET {outside}")), "HTTP/1.1 404 Not Found", "{outside}");
    }
    assert!(Server::start(&folder.0, "a/", 0).is_err());
}

#[test]
fn nothing_outside_the_folder_can_be_read() {
    let folder = Folder::new("outside");
    std::os::unix::fs::symlink(folder.0.join("secret.txt"), folder.0.join("root/link.txt")).unwrap();
    let server = folder.serve("/");
    for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/sub/..%2f../secret.txt", "//etc/passwd", "/link.txt", "/%ff"]
    {
        assert_eq!(status(&server, &format!("GET {path}")), "HTTP/1.1 404 Not Found", "{path}");
    }
    assert_eq!(status(&server, "POST /index.html"), "HTTP/1.1 405 Method Not Allowed");
}

#[test]
fn one_connection_answers_many_requests() {
    let folder = Folder::new("alive");
    let server = folder.serve("/");
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).unwrap();
    for _ in 0..3 {
        stream.write_all(b"GET /index.html HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        let mut bytes = Vec::new();
        while !bytes.ends_with(b"<p>home") {
            let mut piece = [0; 512];
            let read = stream.read(&mut piece).unwrap();
            assert_ne!(read, 0, "the connection was closed");
            bytes.extend_from_slice(&piece[..read]);
        }
    }
}

#[test]
fn a_stopped_server_closes_its_connections_and_frees_its_port() {
    let folder = Folder::new("stop");
    let server = folder.serve("/");
    let port = server.port();
    let mut open = TcpStream::connect(("127.0.0.1", port)).unwrap();
    open.write_all(b"GET /index.html HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
    let mut piece = [0; 512];
    assert_ne!(open.read(&mut piece).unwrap(), 0);
    server.stop();
    while open.read(&mut piece).is_ok_and(|read| read > 0) {}
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
    let again = Server::start(&folder.0.join("root"), "/", port).unwrap();
    assert_eq!(again.port(), port);
}

#[test]
fn a_server_fails_when_it_is_told_to() {
    let folder = Folder::new("fail");
    let server = folder.serve("/");
    server.fail_after(10_000);
    assert_eq!(ask(&server, "GET /app.wasm").1.len(), 10_000);
    assert!(ask(&server, "GET /index.html").1.is_empty());
    server.fail_after(u64::MAX);
    assert_eq!(ask(&server, "GET /app.wasm").1.len(), 50_000);
    server.gate(|path| !path.ends_with(".wasm"));
    assert_eq!(status(&server, "GET /app.wasm"), "");
    assert_eq!(ask(&server, "GET /index.html").1, b"<p>home");
    server.set_root(&folder.0.join("root/sub"));
    assert_eq!(ask(&server, "GET /index.html").1, b"<p>sub");
}

#[test]
fn a_pages_own_policy_is_also_sent_with_it_and_forbids_frames() {
    let page = b"<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\"><p>home";
    assert_eq!(policy(page).as_deref(), Some("default-src 'none'; frame-ancestors 'none'"));
    assert_eq!(policy(b"<!doctype html><p>home"), None);
    assert_eq!(policy(b"plain content=\"\""), None);
}

#[test]
fn a_host_may_give_something_else_for_a_file() {
    let folder = Folder::new("deeds");
    let server = folder.serve("/a/");
    server.rewrite(|path| match path {
        "app.wasm" => Some(Deed::Page),
        "index.html" => Some(Deed::Appended("<!-- x -->")),
        "sub/" => Some(Deed::Policy("default-src 'self'")),
        "tên.csv" | "t%C3%AAn.csv" => Some(Deed::Missing),
        "" => Some(Deed::Moved),
        _ => None,
    });
    let (head, body) = ask(&server, "GET /a/app.wasm");
    assert!(head.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html") && body.starts_with(b"<!DOCTYPE html>"));
    assert_eq!(ask(&server, "GET /a/index.html").1, b"<p>home<!-- x -->");
    assert!(ask(&server, "GET /a/sub/").0.contains("Content-Security-Policy: default-src 'self'\r\n"));
    assert_eq!(status(&server, "GET /a/t%C3%AAn.csv"), "HTTP/1.1 404 Not Found");
    assert!(ask(&server, "GET /a/").0.contains("Location: /sign-in\r\n"));
}
