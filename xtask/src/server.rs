//! A static server for the built folder: local, read only, and able to fail on purpose for the tests.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use crate::run::Outcome;

/// How long a connection may be silent.
const IDLE: Duration = Duration::from_secs(60);

/// The longest head of a request.
const HEAD_LIMIT: u64 = 16 * 1024;

/// Bytes sent between two looks at what is left to send.
const CHUNK: usize = 4 * 1024;

/// Decides by path whether a request is answered; a request that is not loses its connection.
type Gate = Box<dyn Fn(&str) -> bool + Send>;

/// What a host does to an answer, by the path that was asked for; none where it leaves it alone.
type Rewrite = Box<dyn Fn(&str) -> Option<Deed> + Send>;

/// What hosts do to files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The file is not there.
    Missing,
    /// A page of the host's in its place, said to be all right.
    Page,
    /// The browser is sent to another page, to sign in say.
    Moved,
    /// This is put behind it.
    Appended(&'static str),
    /// A page loses its line breaks, indentation and quotes around attributes.
    Minified,
    /// Another type is named for it.
    Typed(&'static str),
    /// This Content-Security-Policy comes with it.
    Policy(&'static str),
}

/// Serves one folder under one prefix until it is stopped or dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    acceptor: Option<JoinHandle<()>>,
}

struct Shared {
    root: Mutex<PathBuf>,
    prefix: String,
    stopped: AtomicBool,
    next: AtomicU64,
    connections: Mutex<BTreeMap<u64, TcpStream>>,
    requests: Mutex<Vec<String>>,
    gate: Mutex<Option<Gate>>,
    rewrite: Mutex<Option<Rewrite>>,
    /// How many bytes of bodies may still be sent.
    left: AtomicU64,
}

impl Server {
    /// Serves `root` under `prefix` (`/` or `/a/b/`) on this machine only; port 0 takes any that is free.
    pub fn start(root: &Path, prefix: &str, port: u16) -> Outcome<Self> {
        if !prefix.starts_with('/') || !prefix.ends_with('/') {
            return Err(format!("the prefix {prefix} must begin and end with a slash"));
        }
        if !root.is_dir() {
            return Err(format!("there is no folder {} to serve", root.display()));
        }
        let failed = |error: io::Error| format!("port {port} cannot be served: {error}");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let shared = Arc::new(Shared {
            root: Mutex::new(root.to_path_buf()),
            prefix: prefix.to_owned(),
            stopped: AtomicBool::new(false),
            next: AtomicU64::new(0),
            connections: Mutex::default(),
            requests: Mutex::default(),
            gate: Mutex::new(None),
            rewrite: Mutex::new(None),
            left: AtomicU64::new(u64::MAX),
        });
        let accepting = Arc::clone(&shared);
        let acceptor = Some(thread::spawn(move || accept(&listener, &accepting)));
        Ok(Self { address, shared, acceptor })
    }

    /// The address of the folder.
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.shared.prefix)
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// The paths that were asked for, in order.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shared.requests).clone()
    }

    /// Serves another folder from now on, as a host does after an upload.
    pub fn set_root(&self, root: &Path) {
        *lock(&self.shared.root) = root.to_path_buf();
    }

    /// Cuts every connection once this many more bytes of bodies were sent; `u64::MAX` heals it.
    pub fn fail_after(&self, bytes: u64) {
        self.shared.left.store(bytes, Ordering::SeqCst);
    }

    /// Whether connections are cut by now because of [`Self::fail_after`].
    pub fn has_failed(&self) -> bool {
        self.shared.left.load(Ordering::SeqCst) == 0
    }

    /// Lets only the requests through whose path passes; the others lose their connection.
    pub fn gate(&self, passes: impl Fn(&str) -> bool + Send + 'static) {
        *lock(&self.shared.gate) = Some(Box::new(passes));
    }

    /// Does to each answer what this says for its path, as some hosts do; the path is below the prefix.
    pub fn rewrite(&self, deed: impl Fn(&str) -> Option<Deed> + Send + 'static) {
        *lock(&self.shared.rewrite) = Some(Box::new(deed));
    }

    /// Closes the listener and every connection.
    pub fn stop(mut self) {
        self.close();
    }

    fn close(&mut self) {
        let Some(acceptor) = self.acceptor.take() else { return };
        self.shared.stopped.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for a connection.
        drop(TcpStream::connect(self.address));
        // A panic of that thread would have closed the listener too.
        drop(acceptor.join());
        for connection in std::mem::take(&mut *lock(&self.shared.connections)).into_values() {
            // Whoever has gone already needs no closing.
            drop(connection.shutdown(Shutdown::Both));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.close();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for stream in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let Ok(handle) = stream.try_clone() else { continue };
        let id = shared.next.fetch_add(1, Ordering::SeqCst);
        lock(&shared.connections).insert(id, handle);
        let shared = Arc::clone(shared);
        thread::spawn(move || {
            // A connection that breaks is the browser's business.
            drop(converse(&stream, &shared));
            drop(stream.shutdown(Shutdown::Both));
            lock(&shared.connections).remove(&id);
        });
    }
}

/// Answers one connection's requests until either side has enough.
fn converse(mut stream: &TcpStream, shared: &Shared) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(request) = Request::read(&mut reader)? {
        lock(&shared.requests).push(request.path.clone());
        if let Some(passes) = &*lock(&shared.gate)
            && !passes(&request.path)
        {
            return Ok(());
        }
        let mut response = respond(&request, shared);
        let below = request.path.strip_prefix(&shared.prefix).unwrap_or(&request.path);
        if let Some(deed) = lock(&shared.rewrite).as_ref().and_then(|rewrite| rewrite(below)) {
            response.suffer(deed);
        }
        let head = request.method == "HEAD";
        stream.write_all(response.head(request.close).as_bytes())?;
        for chunk in response.body.chunks(CHUNK).take_while(|_| !head) {
            let wanted = chunk.len() as u64;
            let take = |left: u64| Some(if left == u64::MAX { left } else { left.saturating_sub(wanted) });
            let left = shared.left.fetch_update(Ordering::SeqCst, Ordering::SeqCst, take).unwrap_or(u64::MAX);
            let allowed = usize::try_from(left).unwrap_or(usize::MAX).min(chunk.len());
            stream.write_all(&chunk[..allowed])?;
            if allowed < chunk.len() {
                return Ok(());
            }
        }
        if request.close {
            return Ok(());
        }
    }
    Ok(())
}

struct Request {
    method: String,
    /// As sent, without the query.
    path: String,
    close: bool,
}

impl Request {
    /// Reads one head; none when the other side has closed.
    fn read(reader: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut head = reader.take(HEAD_LIMIT);
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let mut words = line.split_whitespace();
        let (method, target, version) = (words.next(), words.next(), words.next());
        let (Some(method), Some(target)) = (method, target) else { return Ok(None) };
        let path = target.split(['?', '#']).next().unwrap_or_default();
        let mut request = Self { method: method.to_owned(), path: path.to_owned(), close: version != Some("HTTP/1.1") };
        loop {
            let mut field = String::new();
            if head.read_line(&mut field)? == 0 {
                return Ok(None);
            }
            let field = field.trim().to_ascii_lowercase();
            if field.is_empty() {
                return Ok(Some(request));
            }
            // Bodies are never read: whoever sends one is not heard a second time.
            let body = field.strip_prefix("content-length:").is_some_and(|length| length.trim() != "0")
                || field.starts_with("transfer-encoding:");
            request.close |= body || field.starts_with("connection:") && field.contains("close");
        }
    }
}

/// The page that a host gives in the place of another file.
const OTHER_PAGE: &str = "<!DOCTYPE html><html><title>Sign in</title><form><input name=password></form></html>";

struct Response {
    status: &'static str,
    kind: &'static str,
    location: Option<String>,
    policy: Option<String>,
    body: Vec<u8>,
}

impl Response {
    fn plain(status: &'static str) -> Self {
        let body = format!("{status}\n").into_bytes();
        Self { status, kind: "text/plain; charset=utf-8", location: None, policy: None, body }
    }

    fn suffer(&mut self, deed: Deed) {
        match deed {
            Deed::Missing => *self = Self::plain("404 Not Found"),
            Deed::Page => {
                (self.status, self.kind) = ("200 OK", "text/html; charset=utf-8");
                self.body = OTHER_PAGE.as_bytes().to_vec();
            }
            Deed::Moved => {
                *self = Self { location: Some("/sign-in".to_owned()), ..Self::plain("302 Found") };
            }
            Deed::Appended(text) => self.body.extend_from_slice(text.as_bytes()),
            Deed::Minified => {
                let text = String::from_utf8_lossy(&self.body);
                let lines: Vec<&str> = text.lines().map(str::trim).collect();
                self.body = lines.join("").replace("lang=\"vi\"", "lang=vi").into_bytes();
            }
            Deed::Typed(kind) => self.kind = kind,
            Deed::Policy(policy) => self.policy = Some(policy.to_owned()),
        }
    }

    fn head(&self, close: bool) -> String {
        let Self { status, kind, location, policy, body } = self;
        let location = location.as_ref().map(|to| format!("Location: {to}\r\n")).unwrap_or_default();
        let policy = policy.as_ref().map(|policy| format!("Content-Security-Policy: {policy}\r\n")).unwrap_or_default();
        let allow = if status.starts_with("405") { "Allow: GET, HEAD\r\n" } else { "" };
        let connection = if close { "close" } else { "keep-alive" };
        format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
             X-Content-Type-Options: nosniff\r\n{allow}{location}{policy}Connection: {connection}\r\n\r\n",
            body.len()
        )
    }
}

fn respond(request: &Request, shared: &Shared) -> Response {
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return Response::plain("405 Method Not Allowed");
    }
    let Some(path) = request.path.strip_prefix(&shared.prefix) else {
        return Response::plain("404 Not Found");
    };
    let file = decode(path).and_then(|path| inside(&lock(&shared.root), &path));
    let Some(mut file) = file else { return Response::plain("404 Not Found") };
    if file.is_dir() {
        if !path.is_empty() && !path.ends_with('/') {
            let location = Some(format!("{}/", request.path));
            return Response { location, ..Response::plain("301 Moved Permanently") };
        }
        file.push("index.html");
    }
    match fs::read(&file) {
        Ok(body) => Response { status: "200 OK", kind: kind(&file), location: None, policy: policy(&body), body },
        Err(_) => Response::plain("404 Not Found"),
    }
}

/// The policy that a page carries, with what only a header can say: no other page may frame it.
fn policy(body: &[u8]) -> Option<String> {
    let page = std::str::from_utf8(body).ok().filter(|page| page.starts_with("<!doctype html>"))?;
    let (_, rest) = page.split_once("http-equiv=\"Content-Security-Policy\" content=\"")?;
    let (policy, _) = rest.split_once('"')?;
    Some(format!("{policy}; frame-ancestors 'none'"))
}

/// The path below the root; none if it would leave it.
fn inside(root: &Path, path: &str) -> Option<PathBuf> {
    let relative = Path::new(path);
    let plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
    if !plain || path.contains(['\\', '\0']) {
        return None;
    }
    // A link inside the folder must not lead out of it either.
    let (root, file) = (root.canonicalize().ok()?, root.join(relative).canonicalize().ok()?);
    file.starts_with(&root).then_some(file)
}

/// The text that percent signs hide; none if they hide no text.
fn decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        if byte == b'%' {
            let digits = std::str::from_utf8(after.get(..2)?).ok()?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
            rest = after.get(2..)?;
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok()
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
#[path = "server_tests.rs"]
mod tests;
