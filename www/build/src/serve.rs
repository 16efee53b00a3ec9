//! A small static server for this machine alone: the right types, the policy of the pages, compression.

use std::collections::HashMap;
use std::io::Write;
use std::net::Ipv4Addr;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use tiny_http::{Method, Request, Server};

use crate::address::{compresses, locate, media_type};
use crate::frame::{self, Site as Pages};
use crate::headers::{self, POLICY};
use crate::sizes::{brotli, gzip};
use crate::tools::{Outcome, failed};

/// A header in addition to those of the site: here everything is revalidated, since it may change at any time.
const HEADERS: [(&str, &str); 2] = [("Cache-Control", "no-cache"), ("Vary", "Accept-Encoding")];

/// Number of threads that answer requests.
const THREADS: usize = 4;
/// Brotli's quality on the wire; hosts that compress as they send take about this.
const QUALITY: i32 = 5;

/// The folder being served, and a cache of compressed files.
struct Site {
    /// The folder that is served.
    folder: PathBuf,
    /// What was compressed before, by file and encoding.
    compressed: Mutex<HashMap<(PathBuf, &'static str), Compressed>>,
}

/// When a file was written, and its bytes in an encoding.
type Compressed = (SystemTime, Vec<u8>);

/// Serves `folder` on this machine at the first free port of `ports`; gives the address back and goes on serving.
pub fn start(folder: &Path, ports: RangeInclusive<u16>) -> Outcome<String> {
    let (first, last) = (*ports.start(), *ports.end());
    let server = ports.into_iter().find_map(|port| Server::http((Ipv4Addr::LOCALHOST, port)).ok());
    let server = Arc::new(server.ok_or_else(|| match first == last {
        true => failed(format!("Port {first} is taken. Choose another: --port N")),
        false => failed(format!("No port from {first} to {last} is free. Choose one: --port N")),
    })?);
    let port = server.server_addr().to_ip().map_or(first, |address| address.port());
    let site = Arc::new(Site { folder: folder.to_owned(), compressed: Mutex::default() });
    for _ in 0..THREADS {
        let (server, site) = (Arc::clone(&server), Arc::clone(&site));
        std::thread::spawn(move || {
            while let Ok(request) = server.recv() {
                // A reader who has gone away is no fault of the server.
                let _ = respond(&site, request);
            }
        });
    }
    Ok(format!("http://{}:{port}/", Ipv4Addr::LOCALHOST))
}

/// Waits for Ctrl-C while others serve.
pub fn wait() -> ! {
    loop {
        std::thread::park();
    }
}

/// Answers one request.
fn respond(site: &Site, request: Request) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return plain(request, "405 Method Not Allowed", "Only GET and HEAD are answered here.\n");
    }
    if let Some((media, content)) = made(&site.folder, request.url()) {
        return match content {
            Ok(content) => send(request, "200 OK", &[("Content-Type", media)], content.as_bytes()),
            Err(sentence) => plain(request, "500 Internal Server Error", &format!("{sentence}\n")),
        };
    }
    let Some(file) = locate(&site.folder, request.url()) else { return missing(site, request) };
    let (Ok(content), Ok(written)) = (std::fs::read(&file), file.metadata().and_then(|data| data.modified())) else {
        return missing(site, request);
    };
    let media = media_type(&file);
    let encoding = if compresses(media) { encoding(&request) } else { None };
    let content = match encoding {
        Some(encoding) => site.compressed(&file, written, encoding, &content),
        None => content,
    };
    let encoded = encoding.map(|encoding| ("Content-Encoding", encoding));
    send(request, "200 OK", &[("Content-Type", media)].into_iter().chain(encoded).collect::<Vec<_>>(), &content)
}

/// What is made anew for each request where `www/` itself is served: a page, or the sheet of all pages; with its media
/// type.
fn made(folder: &Path, address: &str) -> Option<(&'static str, Result<String, String>)> {
    let path = address.split(['?', '#']).next()?.strip_prefix('/')?;
    let name = if path.is_empty() { "index.html" } else { path };
    let page = || Pages::read(folder, POLICY);
    // A release has its pages made.
    if !folder.join("pages").is_dir() || name.contains('/') {
        return None;
    }
    if name == frame::SHEET {
        return Some((media_type(Path::new(name)), frame::sheet(folder)));
    }
    let is_page = || page().map_or(true, |pages| pages.names().iter().any(|known| known == name));
    (name.ends_with(".html") && is_page())
        .then(|| (media_type(Path::new(name)), page().and_then(|pages| pages.page(name))))
}

/// Answers with the page for addresses that lead nowhere, as static hosts do.
fn missing(site: &Site, request: Request) -> std::io::Result<()> {
    let page = match made(&site.folder, &format!("/{}", frame::MISSING)) {
        // Here it is known where the site stands.
        Some((_, page)) => page.map(|page| frame::placed(&page, "/").into_bytes()).map_err(std::io::Error::other),
        None => std::fs::read(site.folder.join(frame::MISSING)),
    };
    match page {
        Ok(page) => send(request, "404 Not Found", &[("Content-Type", "text/html; charset=utf-8")], &page),
        Err(_) => plain(request, "404 Not Found", "There is no such file here.\n"),
    }
}

/// Answers with a sentence.
fn plain(request: Request, status: &str, sentence: &str) -> std::io::Result<()> {
    send(request, status, &[("Content-Type", "text/plain; charset=utf-8"), ("Allow", "GET, HEAD")], sentence.as_bytes())
}

/// Writes an answer and lets the connection go. A browser keeps up to six open, tiny_http reads each in a thread of its
/// own and may leave the fifth without one until another ends: a page then never finishes loading.
fn send(request: Request, status: &str, own: &[(&str, &str)], body: &[u8]) -> std::io::Result<()> {
    let length = body.len().to_string();
    let body = if *request.method() == Method::Head { &[] } else { body };
    let path = request.url().split(['?', '#']).next().unwrap_or_default().trim_start_matches('/').to_owned();
    let mut writer = request.into_writer();
    write!(writer, "HTTP/1.1 {status}\r\n")?;
    let close = [("Content-Length", length.as_str()), ("Connection", "close")];
    for (name, value) in headers::of(&path) {
        write!(writer, "{name}: {value}\r\n")?;
    }
    for (name, value) in HEADERS.iter().chain(own).chain(&close) {
        write!(writer, "{name}: {value}\r\n")?;
    }
    writer.write_all(b"\r\n")?;
    writer.write_all(body)?;
    writer.flush()
}

/// The best encoding that the client accepts.
fn encoding(request: &Request) -> Option<&'static str> {
    let accepted = request.headers().iter().find(|header| header.field.equiv("Accept-Encoding"))?;
    let names = accepted.value.as_str().split(',').filter_map(|name| name.split(';').next()).map(str::trim);
    ["br", "gzip"].into_iter().find(|encoding| names.clone().any(|name| name == *encoding))
}

impl Site {
    /// `content`, which is the file's as it was `written`, in `encoding`.
    fn compressed(&self, file: &Path, written: SystemTime, encoding: &'static str, content: &[u8]) -> Vec<u8> {
        let key = (file.to_owned(), encoding);
        let lock = || self.compressed.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, bytes)) = lock().get(&key).filter(|(when, _)| *when == written) {
            return bytes.clone();
        }
        let bytes = if encoding == "br" { brotli(content, QUALITY) } else { gzip(content) };
        lock().insert(key, (written, bytes.clone()));
        bytes
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::made;

    #[test]
    fn pages_and_their_sheet_are_made_from_the_folder() {
        let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let text = |address: &str| made(&www, address).and_then(|(_, made)| made.ok()).unwrap_or_default();
        assert!(text("/").contains("<li><a href=\"./\" aria-current=\"page\">Quizzes</a></li>"));
        assert!(text("/pace.html?a=b").contains("<metier-quiz class=\"page\" src=\"quizzes/pace.json\""));
        assert!(text("/site.css").starts_with(":root {\n  color-scheme: light dark;\n  --accent: light-dark(#"));
        assert!(text("/frame.html?quiz=pace").contains("<li><a href=\"pace.html\">Keeping the pace</a></li>"));
        for other in ["/bare.html", "/quiz.html", "/examples/tag.html", "/metier.js", "/advert.css"] {
            assert!(made(&www, other).is_none(), "{other}");
        }
    }
}
