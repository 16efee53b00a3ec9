//! Tags of HTML in a text: what is dropped, and what ends a line.

use crate::steps::count;

/// Elements within a line; every other tag ends one.
const INLINE: &str = " a abbr acronym b bdi bdo big cite code data dfn del em font i ins kbd label mark o:p q s samp small span strike strong sub \
    sup time tt u var wbr ";

/// The effect of a tag on the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// Nothing: the text goes on.
    Inline,
    /// It ends a line.
    Block,
    /// It begins an entry of a list.
    Entry,
    /// It ends an entry of a list, or the list.
    EntryEnd,
}

/// The longest value in quotation marks, in bytes: pictures within a page have long ones.
const LONGEST: usize = 10_000;

/// Finds tags, and remembers what does not come any more, so that no text is searched twice for the same.
#[derive(Debug, Default)]
pub struct Tags {
    /// No `-->`, `</script`, `</style` in what is left.
    gone: [bool; 3],
    /// Of each byte of the text whether it is an equals sign of a tag after which no tag closes; empty while there is
    /// none.
    open: Vec<bool>,
}

/// What ends a comment, a script and a style sheet.
const ENDS: [&str; 3] = ["-->", "</script", "</style"];

impl Tags {
    /// The tag at a byte of `text`, and the bytes that go with it: scripts, style sheets and comments whole, if they
    /// end.
    ///
    /// A tag is `<`, then a letter, or `/`, `!` or `?` and a letter, then anything up to the next `>` before the next
    /// `<`, values in quotation marks passed over.
    pub fn tag(&mut self, text: &str, at: usize) -> Option<(Tag, usize)> {
        let rest = text.get(at..)?;
        if rest.starts_with("<!--")
            && let Some(end) = self.end(rest, 0)
        {
            return Some((Tag::Inline, end + 3));
        }
        let inner = rest.strip_prefix('<')?;
        let closes = inner.starts_with('/');
        let name = inner.strip_prefix(['/', '!', '?']).unwrap_or(inner);
        if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return None;
        }
        let length = self.close(text, at + 1)? + 1 - at;
        let name = name.split(|c: char| !c.is_ascii_alphanumeric() && c != ':').next().unwrap_or_default();
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        let unseen = if is("script") { 1 } else { 2 };
        if !closes
            && (is("script") || is("style"))
            && let Some(end) = self.end(rest, unseen)
        {
            let rest = rest.get(end..)?;
            return Some((Tag::Block, end + rest.find('>').map_or(rest.len(), |at| at + 1)));
        }
        let tag = match closes {
            false if is("li") => Tag::Entry,
            true if is("li") || is("ul") || is("ol") => Tag::EntryEnd,
            _ if is_inline(name) => Tag::Inline,
            _ => Tag::Block,
        };
        Some((tag, length))
    }

    /// Where the end of that kind begins, if it comes.
    fn end(&mut self, text: &str, kind: usize) -> Option<usize> {
        let gone = self.gone.get_mut(kind).filter(|gone| !**gone)?;
        let wanted = ENDS.get(kind)?.as_bytes();
        let found = text.as_bytes().windows(wanted.len()).position(|window| window.eq_ignore_ascii_case(wanted));
        count(found.unwrap_or(text.len()));
        *gone = found.is_none();
        found
    }

    /// Where the tag closes whose name begins at a byte.
    ///
    /// What is within quotation marks for one tag may be another tag to who begins there. Both meet at the next equals
    /// sign outside of marks, and go the same way from there: so each of those signs is passed once.
    fn close(&mut self, text: &str, from: usize) -> Option<usize> {
        let mut signs = Vec::new();
        let closing = self.passed(text.as_bytes(), from, &mut signs);
        if closing.is_none() && !signs.is_empty() {
            self.open.resize(text.len(), false);
            for sign in signs {
                self.open.get_mut(sign).into_iter().for_each(|open| *open = true);
            }
        }
        closing
    }

    /// Goes to where a tag closes, by way of equals signs.
    fn passed(&self, bytes: &[u8], from: usize, signs: &mut Vec<usize>) -> Option<usize> {
        let mut at = from;
        loop {
            let length = bytes.get(at..)?.iter().position(|byte| matches!(byte, b'<' | b'>' | b'='));
            count(1 + length.unwrap_or(bytes.len() - at));
            at += length?;
            match bytes.get(at) {
                Some(b'>') => return Some(at),
                Some(b'<') => return None,
                _ if self.open.get(at) == Some(&true) => return None,
                _ => signs.push(at),
            }
            at += 1;
            if let Some(quote @ (b'"' | b'\'')) = bytes.get(at) {
                let end = bytes.get(at + 1..)?.iter().take(LONGEST).position(|byte| byte == quote);
                count(end.unwrap_or(LONGEST));
                at += end.map_or(0, |length| length + 2);
            }
        }
    }
}

fn is_inline(name: &str) -> bool {
    INLINE.split(' ').any(|known| known.eq_ignore_ascii_case(name) && !known.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{Tag, Tags};

    #[test]
    fn tags_end_lines_or_not() {
        for (text, found) in [
            ("<b>x", Some((Tag::Inline, 3))),
            ("</STRONG >x", Some((Tag::Inline, 10))),
            ("<br/>", Some((Tag::Block, 5))),
            ("<p class=\"a\">", Some((Tag::Block, 13))),
            ("<li>", Some((Tag::Entry, 4))),
            ("</li>", Some((Tag::EntryEnd, 5))),
            ("</ul>", Some((Tag::EntryEnd, 5))),
            ("<!doctype html>", Some((Tag::Block, 15))),
            ("<!-- a > b --> c", Some((Tag::Inline, 14))),
            ("<script>a < b</script >c", Some((Tag::Block, 23))),
            ("<style>b</p>", Some((Tag::Block, 7))),
            ("<o:p>", Some((Tag::Inline, 5))),
            ("<a b=\"c>d\" e='<'>", Some((Tag::Inline, 17))),
            ("<p b=\"c>d", Some((Tag::Block, 8))),
            ("< 5 ms>", None),
            ("<5>", None),
            ("<b", None),
            ("<b <i>", None),
            ("</>", None),
            ("<", None),
            ("x", None),
        ] {
            assert_eq!(Tags::default().tag(text, 0), found, "{text}");
        }
    }

    /// A tag within the value of another that never closes.
    #[test]
    fn what_one_tag_quotes_may_be_another() {
        let text = "<a b=\"<i>\" c=\"<i d='>\" e='<u>x";
        let found = |at: usize| Tags::default().tag(text, at);
        assert_eq!([found(0), found(6)], [None, Some((Tag::Inline, 3))]);
        let mut tags = Tags::default();
        let same = (0..text.len()).all(|at| tags.tag(text, at) == found(at));
        assert!(same, "what is remembered of one changes nothing of another");
    }

    #[test]
    fn what_never_ends_is_looked_for_once() {
        let text = "<script>".repeat(50_000);
        let mut tags = Tags::default();
        let found = (0..50_000).filter(|index| tags.tag(&text, 8 * index) == Some((Tag::Block, 8))).count();
        assert_eq!(found, 50_000);
    }
}
