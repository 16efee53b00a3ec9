//! Where a link leads: which addresses may stand in a document, and which of those are followed.
//!
//! **The policy.** An address is `https:` or relative; any other is an error. An `https:` address that shows a name
//! before its host (`https://bank.example@other.example`) is followed without that name, and one that leads to the
//! reader's own machine is not followed: its words are drawn as text. One that leads into a private network is
//! followed, since a quiz of an intranet may well link to it. `metier check` warns of all three.

use super::unseen::{is_control, is_unseen};
use crate::problem::{Code, TELLS};

/// The longest address, in bytes; every run of a link carries it.
const LONGEST: usize = 2_000;

/// Whether a link may have this address: an `https:` one, or one relative to the document.
///
/// Control characters, backslashes and spaces are refused, since browsers drop or turn them and so see another address.
pub fn address_allowed(address: &str) -> bool {
    let turned = |c: char| c == ' ' || c == '\\' || is_control(c);
    if address.is_empty() || address.len() > LONGEST || address.chars().any(turned) {
        return false;
    }
    if let Some(host) = address.strip_prefix("https://") {
        return host.starts_with(|first: char| first.is_ascii_alphanumeric() || !first.is_ascii());
    }
    let before_slash = address.split(['/', '?', '#']).next().unwrap_or_default();
    !before_slash.bytes().any(|byte| byte == b':') && !address.starts_with("//")
}

/// What makes an allowed address doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It shows a name, or a name and a password, before its host.
    Credentials,
    /// It leads to the reader's own machine, or its host is a number in disguise.
    OwnMachine,
    /// It leads into a private network.
    PrivateNetwork,
}

impl Doubt {
    /// The code of the warning.
    pub fn code(self) -> Code {
        match self {
            Doubt::Credentials => Code::LINK_NAME,
            Doubt::OwnMachine => Code::LINK_MACHINE,
            Doubt::PrivateNetwork => Code::LINK_PRIVATE,
        }
    }
}

/// The worst doubt about an address; nothing where there is none.
pub fn doubt(address: &str) -> Option<Doubt> {
    let authority = authority(address)?;
    let host = host(authority);
    if authority.contains('@') {
        Some(Doubt::Credentials)
    } else if is_own_machine(host) {
        Some(Doubt::OwnMachine)
    } else {
        is_private(host).then_some(Doubt::PrivateNetwork)
    }
}

/// Whether an address has to be looked at closely: its host is a number, `localhost`, or written in other letters than
/// plain ones, or something stands before it. The player that most embeds load leaves that to the full one, with the
/// whole document, and is spared the bytes of [`doubt`] and of all but the first lines of [`followed`].
pub fn is_strange(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("https://") else { return false };
    let mut before = b'.';
    let mut host = 0;
    for &byte in rest.as_bytes() {
        if matches!(byte, b'/' | b'?' | b'#') {
            break;
        }
        if matches!(byte, b'@' | b'%' | b'[' | 0x80..) || byte.is_ascii_digit() && before == b'.' {
            return true;
        }
        (before, host) = (byte, host + 1);
    }
    rest.as_bytes().get(..host).unwrap_or_default().windows(9).any(|part| part.eq_ignore_ascii_case(b"localhost"))
}

/// The address that a link with this one leads to; nothing where it is not followed.
pub fn followed(address: &str) -> Option<String> {
    if !address_allowed(address) {
        return None;
    }
    if !TELLS {
        return Some(address.into());
    }
    let Some(authority) = authority(address) else { return Some(address.into()) };
    let host = authority.rsplit('@').next().unwrap_or_default();
    let mut plain = String::from("https://");
    plain.push_str(host);
    plain.push_str(address.get("https://".len() + authority.len()..).unwrap_or_default());
    (address_allowed(&plain) && !is_own_machine(self::host(host))).then_some(plain)
}

/// What stands between `https://` and the path.
fn authority(address: &str) -> Option<&str> {
    address.strip_prefix("https://")?.split(['/', '?', '#']).next()
}

/// The host of an authority, without a port and without the dot that may end it.
fn host(authority: &str) -> &str {
    let named = authority.rsplit('@').next().unwrap_or_default();
    let host = if named.starts_with('[') { named } else { named.split(':').next().unwrap_or_default() };
    host.strip_suffix('.').unwrap_or(host)
}

fn ends(host: &str, name: &str) -> bool {
    let start = host.len().wrapping_sub(name.len());
    host.get(start..).is_some_and(|end| end.eq_ignore_ascii_case(name))
        && (start == 0 || host.get(..start).is_some_and(|rest| rest.ends_with('.')))
}

/// The four numbers of an address such as `10.0.0.1`, in their usual form.
fn quad(host: &str) -> Option<[u32; 4]> {
    let mut parts = host.split('.');
    let mut next = || {
        let part = parts.next().filter(|part| part.len() <= 3 && (part.len() == 1 || !part.starts_with('0')))?;
        part.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| part.bytes().fold(0, |number, byte| number * 10 + u32::from(byte - b'0')))
    };
    let quad = [next()?, next()?, next()?, next()?];
    parts.next().is_none().then_some(quad)
}

/// The reader's own machine, and hosts that browsers read as a number though they do not look like one
/// (`https://0x7f.1`, `https://%6c…`, full-width letters), which may be it.
fn is_own_machine(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    let number = last.starts_with(|first: char| first.is_ascii_digit());
    // Names are compared in plain letters (UTS 46): others become some, or vanish. Whole blocks, since hosts are written
    // with none of them (`tests/module/links.mjs` asks a browser's own reader of addresses about each character).
    let turned = |c: char| {
        c == '%'
            || is_unseen(c)
            || matches!(c, 'ª' | '²' | '³' | '¹' | 'º' | '\u{132}' | '\u{133}' | 'ſ' | '\u{1c7}'..='\u{1cc}' | '\u{1f1}'..='\u{1f3}'
                | '\u{2b0}'..='\u{2ff}' | '\u{34f}' | '\u{37e}' | '\u{180b}'..='\u{180f}' | '\u{1d2c}'..='\u{1dbf}' | '\u{1e9e}'
                | '\u{1fef}' | '\u{2000}'..='\u{218f}' | '\u{2460}'..='\u{24ff}' | '\u{2a74}'..='\u{2a76}' | '\u{2c7c}' | '\u{2c7d}'
                | '\u{3002}' | '\u{3250}'..='\u{33ff}' | '\u{a7f1}'..='\u{a7f4}' | '\u{fb00}'..='\u{fb06}' | '\u{fb29}'
                | '\u{fe00}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff61}' | '\u{10780}'..='\u{107bf}' | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1ccd6}'..='\u{1ccf9}' | '\u{1d400}'..='\u{1d7ff}' | '\u{1f100}'..='\u{1f1ff}' | '\u{1fbf0}'..='\u{1fbf9}'
                | '\u{e0100}'..='\u{e01ef}')
    };
    match quad(host) {
        Some([127 | 0, ..]) => true,
        Some(_) => false,
        None => {
            let named =
                ["localhost", "localhost.localdomain", "localhost6.localdomain6"].iter().any(|name| ends(host, name));
            number || named || begins_with_zero(host) || host.chars().any(turned)
        }
    }
}

/// An address of IPv6 whose first group is 0, written out or left out: `[::1]`, `[0:0:0:0:0:0:0:1]`, and those that wrap an
/// address of IPv4. No other machine has one (RFC 4291, section 2.5).
fn begins_with_zero(host: &str) -> bool {
    let first = host.strip_prefix('[').and_then(|six| six.split(':').next());
    first.is_some_and(|first| first.bytes().all(|digit| digit == b'0'))
}

fn is_private(host: &str) -> bool {
    match quad(host) {
        Some([10, ..] | [192, 168, ..] | [169, 254, ..] | [172, 16..=31, ..] | [100, 64..=127, ..]) => true,
        Some(_) => false,
        None => {
            let six = |start: &str| host.get(..3).is_some_and(|first| first.eq_ignore_ascii_case(start));
            let named = ["local", "localdomain", "internal", "intranet", "lan", "home.arpa"]
                .iter()
                .any(|name| ends(host, name));
            named || six("[fc") || six("[fd") || six("[fe") || !host.contains(['.', '['])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_before_a_host_and_hosts_of_ones_own_are_doubtful() {
        use Doubt::{Credentials, OwnMachine, PrivateNetwork};
        for (address, expected) in [
            ("https://good.example@evil.example", Some(Credentials)),
            ("https://a:b@localhost/x", Some(Credentials)),
            ("https://localhost", Some(OwnMachine)),
            ("https://LOCALHOST.:8443/x", Some(OwnMachine)),
            ("https://a.localhost?x", Some(OwnMachine)),
            ("https://127.0.0.1", Some(OwnMachine)),
            ("https://127.1", Some(OwnMachine)),
            ("https://2130706433", Some(OwnMachine)),
            ("https://0x7f000001", Some(OwnMachine)),
            ("https://0177.0.0.1", Some(OwnMachine)),
            ("https://0.0.0.0", Some(OwnMachine)),
            ("https://[::1]:80/", Some(OwnMachine)),
            ("https://[::ffff:127.0.0.1]", Some(OwnMachine)),
            ("https://[0:0:0:0:0:0:0:1]:8000/", Some(OwnMachine)),
            ("https://[0000::1]", Some(OwnMachine)),
            ("https://[0:0::ffff:7f00:1]", Some(OwnMachine)),
            ("https://%6cocalhost", Some(OwnMachine)),
            ("https://ｌｏｃａｌｈｏｓｔ", Some(OwnMachine)),
            ("https://localhost.localdomain", Some(OwnMachine)),
            ("https://local\u{ad}host", Some(OwnMachine)),
            ("https://local\u{200b}host", Some(OwnMachine)),
            ("https://127․0․0․1", Some(OwnMachine)),
            ("https://¹27.0.0.¹", Some(OwnMachine)),
            ("https://localhoſt", Some(OwnMachine)),
            ("https://ⅼocaⅼhost:8080/admin", Some(OwnMachine)),
            ("https://ˡocalhost/", Some(OwnMachine)),
            ("https://local\u{180b}host/", Some(OwnMachine)),
            ("https://㉑30706433/", Some(OwnMachine)),
            ("https://router.localdomain", Some(PrivateNetwork)),
            ("https://10.1.2.3", Some(PrivateNetwork)),
            ("https://192.168.0.1:8080/a@b", Some(PrivateNetwork)),
            ("https://172.31.0.1", Some(PrivateNetwork)),
            ("https://169.254.169.254/latest", Some(PrivateNetwork)),
            ("https://wiki/page", Some(PrivateNetwork)),
            ("https://printer.local", Some(PrivateNetwork)),
            ("https://[fd00::1]", Some(PrivateNetwork)),
            ("https://172.32.0.1", None),
            ("https://8.8.8.8", None),
            ("https://example.org/a@b?c@d", None),
            ("https://mylocalhost.example", None),
            ("https://[2606:4700::1]", None),
            ("https://bücher.example", None),
            ("pace.html#a@b", None),
        ] {
            assert_eq!(doubt(address), expected, "{address}");
        }
    }

    /// What the small player takes is followed as it stands.
    #[test]
    fn what_is_not_strange_is_followed_as_it_stands() {
        for address in [
            "https://example.org/a@b?c@d",
            "https://doi.org/10.1037/0033",
            "https://a.example:8080/%20/v1.2",
            "../pace.html",
            "https://wiki/x",
            "https://printer.local",
        ] {
            assert!(!is_strange(address), "{address}");
            assert_eq!(followed(address).as_deref(), Some(address));
        }
        for address in [
            "https://a@b.example",
            "https://127.0.0.1",
            "https://a.LocalHost/x",
            "https://0x7f.1",
            "https://%6c",
            "https://ｌ",
            "https://1.2.3.4",
        ] {
            assert!(is_strange(address), "{address}");
        }
    }

    #[test]
    fn what_is_followed_has_no_name_before_its_host_and_leads_away() {
        for (address, expected) in [
            ("https://good.example@evil.example/x?y#z", Some("https://evil.example/x?y#z")),
            ("https://a:b@[fd00::1]/", None),
            ("https://a@b@c.example", Some("https://c.example")),
            ("https://a@localhost", None),
            ("https://a@", None),
            ("https://127.0.0.1/x", None),
            ("https://10.0.0.1/x", Some("https://10.0.0.1/x")),
            ("../pace.html", Some("../pace.html")),
            ("javascript:x", None),
        ] {
            assert_eq!(followed(address).as_deref(), expected, "{address}");
        }
        assert!(address_allowed(&format!("https://a.example/{}", "b".repeat(1_900))));
        assert!(!address_allowed(&format!("https://a.example/{}", "b".repeat(2_000))));
    }

    #[test]
    fn addresses_that_a_browser_would_run_or_read_otherwise_are_refused() {
        for refused in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "java\nscript:x",
            "\u{1}javascript:x",
            " javascript:x",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example",
            "\\\\evil.example",
            "https:\\\\evil",
            "http://plain.example",
            "blob:x",
            "file:///x",
            "mailto:a@b",
            "",
            "https://",
            "https:///x",
            "a:b",
            "x\u{202e}y",
            "https://a b",
        ] {
            assert!(!address_allowed(refused), "{refused:?}");
        }
        for allowed in
            ["https://example.org", "../pace.html", "pace.html#top", "#top", "?a=b:c", "/method.html", "a/b:c"]
        {
            assert!(address_allowed(allowed), "{allowed:?}");
        }
    }
}
