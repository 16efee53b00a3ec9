//! The HTTP headers of the site: sent by the server here, and written into the release for those who host it.

use std::fmt::Write as _;
use std::path::Path;

use crate::frame::framed::PAGE;
use crate::names::LASTING;
use crate::tools::{Outcome, write};

/// What a page may load and do; every page says the same in a `<meta>`, since a static host may set no headers.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; manifest-src 'self'; worker-src 'self'; connect-src 'self'; form-action 'none'; \
    base-uri 'none'; require-trusted-types-for 'script'; trusted-types metier-sw";
/// Who may show a page in a frame, which only a header can say: no other site, since it could overlay the page.
const FRAMES: &str = "frame-ancestors 'self'";
/// What a header says of the page that is made for frames: anybody may show it, since it keeps nothing and offers nothing
/// that one could be led to. All else its own policy says, which may name the site: where a sandbox takes the page's origin
/// away, WebKit takes `'self'` for nothing.
const FRAMED: &str = "frame-ancestors *";
/// The header that says so.
const SAYS_POLICY: &str = "Content-Security-Policy";
/// `Cache-Control` of files that are revalidated each time; every other script and style has a digest in its name.
const FRESH: &str = "no-cache";
/// `Cache-Control` of files with a digest in their name.
const LONG: &str = "public, max-age=31536000, immutable";
/// The pattern of their names.
const NAMED: &str = r"-[0-9a-f]{12}\.(css|js|wasm)$";

/// The headers of the file at `path`, in the order in which they are sent.
pub fn of(path: &str) -> Vec<(&'static str, String)> {
    let mut headers = all();
    if path == PAGE {
        headers.iter_mut().filter(|(name, _)| *name == SAYS_POLICY).for_each(|(_, value)| *value = FRAMED.to_owned());
    }
    headers
}

/// The headers of every response but that one's, in the order in which they are sent.
fn all() -> Vec<(&'static str, String)> {
    vec![
        (SAYS_POLICY, format!("{POLICY}; {FRAMES}")),
        // A quiz may stand on a page elsewhere, also on one that takes nothing which does not say so.
        ("Access-Control-Allow-Origin", "*".to_owned()),
        ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        (
            "Permissions-Policy",
            "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()".to_owned(),
        ),
    ]
}

/// Writes the configuration files for hosts into the release; `named` are the files with a digest in their name.
pub fn put(next: &Path, named: &[String]) -> Outcome<()> {
    write(&next.join("_headers"), for_pages(named))?;
    write(&next.join("hosting/nginx.conf"), for_nginx())?;
    write(&next.join("hosting/apache.conf"), for_apache())
}

/// The comment at the top of each of these files.
fn lead(text: &mut String, use_: &str) {
    let _ = writeln!(text, "# The headers of Metier. {use_}");
    let _ =
        writeln!(text, "# To let another site show these pages in a frame, name it in frame-ancestors, after 'self'.");
    let _ = writeln!(text, "# {PAGE} is made for frames: any site may show it.");
}

/// For hosts that read `_headers`: Netlify, Cloudflare Pages and others.
fn for_pages(named: &[String]) -> String {
    let mut text = String::new();
    lead(
        &mut text,
        "Netlify, Cloudflare Pages and others read this file; for nginx and Apache see the folder hosting.",
    );
    text.push_str("/*\n");
    for (name, value) in all() {
        let _ = writeln!(text, "  {name}: {value}");
    }
    // Some hosts serve a page without its ending, and some add to a header unless it is taken away by `!` before.
    for path in [PAGE, PAGE.trim_end_matches(".html")] {
        let _ = writeln!(text, "/{path}\n  ! {SAYS_POLICY}\n  {SAYS_POLICY}: {FRAMED}");
    }
    for name in LASTING {
        let _ = writeln!(text, "/{name}\n  Cache-Control: {FRESH}");
    }
    for name in named {
        let _ = writeln!(text, "/{name}\n  Cache-Control: {LONG}");
    }
    text
}

/// For nginx.
fn for_nginx() -> String {
    let mut text = String::new();
    lead(
        &mut text,
        "Include this file in http { … }; a server or location with an add_header of its own must repeat these.",
    );
    let _ = writeln!(text, "map $uri $metier_cache {{\n  default \"{FRESH}\";\n  \"~{NAMED}\" \"{LONG}\";\n}}");
    let _ = writeln!(
        text,
        "map $uri $metier_policy {{\n  default \"{POLICY}; {FRAMES}\";\n  \"~/frame(\\.html)?$\" \"{FRAMED}\";\n}}"
    );
    for (name, value) in all() {
        let value = if name == SAYS_POLICY { "$metier_policy" } else { value.as_str() };
        let _ = writeln!(text, "add_header {name} \"{value}\" always;");
    }
    text.push_str("add_header Cache-Control $metier_cache;\nerror_page 404 /404.html;\n");
    text
}

/// For Apache.
fn for_apache() -> String {
    let mut text = String::new();
    lead(&mut text, "Needs mod_headers. Include this file in <Directory>, or put it there as .htaccess.");
    for (name, value) in all() {
        let _ = writeln!(text, "Header always set {name} \"{value}\"");
    }
    let _ = writeln!(text, "<Files \"{PAGE}\">\n  Header always set {SAYS_POLICY} \"{FRAMED}\"\n</Files>");
    let _ = writeln!(text, "Header set Cache-Control \"{FRESH}\"");
    let _ = writeln!(text, "<FilesMatch \"{NAMED}\">\n  Header set Cache-Control \"{LONG}\"\n</FilesMatch>");
    text.push_str("ErrorDocument 404 /404.html\nAddType text/javascript .js\nAddType application/wasm .wasm\nAddType application/manifest+json .webmanifest\n");
    text
}

#[cfg(test)]
mod tests {
    use super::{POLICY, all, for_apache, for_nginx, for_pages, of};

    #[test]
    fn every_host_gets_the_same_headers() {
        let named = ["player-0123456789ab.js".to_owned()];
        let files = [for_pages(&named), for_nginx(), for_apache()];
        for (name, value) in all() {
            assert!(files.iter().all(|file| file.contains(name) && file.contains(&value)), "{name}: {value}");
        }
        assert!(files.iter().all(|file| file.contains("frame-ancestors 'self'") && file.contains("immutable")));
        assert!(files[0].contains("/player-0123456789ab.js\n  Cache-Control: public"), "{}", files[0]);
        assert!(files[0].contains("/metier-frame.js\n  Cache-Control: no-cache"), "{}", files[0]);
    }

    #[test]
    fn any_site_may_show_the_page_made_for_frames_and_no_other() {
        let says = |path: &str, who: &str| {
            of(path).iter().any(|(_, value)| value.ends_with(&format!("frame-ancestors {who}")))
        };
        assert!(says("frame.html", "*") && !says("frame.html", "'self'"));
        assert!(["", "pace.html", "examples/frame.html", "404.html"].iter().all(|path| says(path, "'self'")));
        let [pages, nginx, apache] = [for_pages(&[]), for_nginx(), for_apache()];
        for path in ["/frame.html", "/frame"] {
            let lines = "  ! Content-Security-Policy\n  Content-Security-Policy: frame-ancestors *\n";
            assert!(pages.contains(&format!("\n{path}\n{lines}")), "{pages}");
        }
        assert!(nginx.contains("\"~/frame(\\.html)?$\" \"frame-ancestors *\";\n}"), "{nginx}");
        assert!(nginx.contains("add_header Content-Security-Policy \"$metier_policy\" always;"), "{nginx}");
        let file =
            "<Files \"frame.html\">\n  Header always set Content-Security-Policy \"frame-ancestors *\"\n</Files>";
        assert!(apache.contains(file), "{apache}");
        assert!([&pages, &nginx, &apache].iter().all(|file| file.matches("frame-ancestors 'self'").count() == 1));
    }

    #[test]
    fn what_only_a_header_can_say_is_no_part_of_the_pages_own_policy() {
        assert!(!POLICY.contains("frame-ancestors"));
    }
}
