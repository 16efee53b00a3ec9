//! A list of phrases, found in words: the leftmost first, the longest of those, and never overlapping.

use super::words::{Gap, Words, words};
use crate::steps::{count, counted};

/// One word of a phrase.
#[derive(Clone, Debug)]
struct Token {
    /// Its letters, folded.
    letters: String,
    /// Whether a word only has to begin so.
    open: bool,
}

impl Token {
    /// Whether it is the word, or what the word begins with.
    fn holds(&self, word: &str) -> bool {
        if self.open { word.starts_with(&self.letters) } else { word == self.letters }
    }
}

/// A list of phrases. They are numbered in the order in which they were added.
#[derive(Debug)]
pub struct Phrases {
    list: Vec<Vec<Token>>,
    /// The phrases whose first word begins with each byte.
    buckets: Vec<Vec<u32>>,
}

/// An occurrence of a phrase among the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// Index of the phrase in the list.
    pub phrase: usize,
    /// Index of its first word.
    pub first: usize,
    /// Index of the word after its last one.
    pub end: usize,
}

impl Default for Phrases {
    fn default() -> Phrases {
        Phrases { list: Vec::new(), buckets: vec![Vec::new(); 256] }
    }
}

/// The most bytes of a phrase: reading one that fills a document of 2 MB would take a second for nothing.
const LONGEST: usize = 1_000;

/// The words of a phrase as the text of an advert has them, joined by spaces, `*` after those that may go on.
///
/// `None` if no text can hold it: it has no words or more than `LONGEST` bytes, something in it ends a stretch, or a
/// star stands elsewhere than after the letters of a word.
pub fn folded(phrase: &str) -> Option<String> {
    if phrase.len() > LONGEST {
        return None;
    }
    let mut before = ' ';
    let mut rest = phrase.chars().peekable();
    while let Some(character) = rest.next() {
        if character == '*' && (!before.is_alphanumeric() || rest.peek().is_some_and(|&next| next != ' ')) {
            return None;
        }
        before = character;
    }
    let read = words(phrase);
    let mut text = String::new();
    for (index, word) in read.list.iter().enumerate() {
        if index > 0 {
            text.push(' ');
        }
        if index > 0 && (word.gap > Gap::None || word.line > 0) {
            return None;
        }
        text.push_str(read.letters(index));
        if word.star {
            text.push('*');
        }
    }
    (!text.is_empty()).then_some(text)
}

impl Phrases {
    /// Adds a phrase in the form that [`folded`] gives it.
    pub fn add(&mut self, folded: &str) {
        let token = |word: &str| Token { letters: word.trim_end_matches('*').into(), open: word.ends_with('*') };
        let tokens: Vec<Token> = folded.split(' ').map(token).collect();
        let first = tokens.first().and_then(|token| token.letters.bytes().next()).unwrap_or_default();
        if let Some(bucket) = self.buckets.get_mut(usize::from(first)) {
            bucket.push(self.list.len() as u32);
        }
        self.list.push(tokens);
    }

    /// A list of phrases as a document has them; those that no text can hold are never found.
    pub fn of<'p>(list: impl Iterator<Item = &'p str>) -> Phrases {
        let mut phrases = Phrases::default();
        list.for_each(|phrase| phrases.add(&folded(phrase).unwrap_or_default()));
        phrases
    }

    /// All occurrences among `words`, in order.
    pub fn find(&self, words: &Words) -> Vec<Found> {
        let mut found = Vec::new();
        let mut first = 0;
        while first < words.list.len() {
            match self.at(words, first, &|last| words.together(first, last)) {
                Some(here) => {
                    found.push(here);
                    first = here.end;
                }
                None => first += 1,
            }
        }
        found
    }

    /// The longest phrase that begins with the word at `first`, all of whose words `reach` allows: the one of the most
    /// words; of those the one of the most letters, then the one with the fewest stars, then the first.
    pub fn at(&self, words: &Words, first: usize, reach: &dyn Fn(usize) -> bool) -> Option<Found> {
        let initial = words.letters(first).bytes().next()?;
        let mut best = (0, 0, 0);
        let mut longest = None;
        for &phrase in counted(self.buckets.get(usize::from(initial))?.iter()) {
            let Some(tokens) = self.list.get(phrase as usize).filter(|tokens| tokens.len() >= best.0) else { continue };
            let holds = |(index, token): (usize, &Token)| {
                count(1);
                token.holds(words.letters(first + index)) && reach(first + index)
            };
            if tokens.iter().enumerate().all(holds) {
                let closed = tokens.iter().filter(|token| !token.open).count();
                let rank = (tokens.len(), tokens.iter().map(|token| token.letters.len()).sum(), closed);
                if rank > best {
                    best = rank;
                    longest = Some(Found { phrase: phrase as usize, first, end: first + tokens.len() });
                }
            }
        }
        longest
    }
}

/// The words of phrases, each by itself, by their first byte: a general sort would cost the module kilobytes.
#[derive(Debug)]
pub struct Vocabulary {
    buckets: Vec<Vec<Token>>,
}

impl Vocabulary {
    /// The words of these phrases.
    pub fn of(phrases: &Phrases) -> Vocabulary {
        let mut buckets = vec![Vec::new(); 256];
        for token in phrases.list.iter().flatten() {
            let first = token.letters.bytes().next().unwrap_or_default();
            buckets
                .get_mut(usize::from(first))
                .into_iter()
                .for_each(|bucket: &mut Vec<Token>| bucket.push(token.clone()));
        }
        Vocabulary { buckets }
    }

    /// Whether a word, as it is folded, is one of them.
    pub fn has(&self, word: &str) -> bool {
        self.tokens(word).any(|token| token.holds(word))
    }

    /// Whether it is one of them letter by letter, whatever may follow it.
    pub fn spells(&self, word: &str) -> bool {
        self.tokens(word).any(|token| token.letters == word)
    }

    /// Those that begin with the same letter.
    fn tokens(&self, word: &str) -> impl Iterator<Item = &Token> {
        let bucket = word.bytes().next().and_then(|first| self.buckets.get(usize::from(first)));
        counted(bucket.into_iter().flatten())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrases: &[&str], text: &str) -> Vec<String> {
        let list = Phrases::of(phrases.iter().copied());
        let read = words(text);
        let at = |found: Found| {
            let (start, end) = (read.list[found.first].start.byte as usize, read.list[found.end - 1].end.byte as usize);
            format!("{}={}", phrases[found.phrase], &text[start..end])
        };
        list.find(&read).into_iter().map(at).collect()
    }

    #[test]
    fn the_leftmost_is_found_and_of_those_the_longest() {
        let phrases = ["product", "product roadmap*", "roadmap to market", "go to market", "pro*", "product r*"];
        assert_eq!(found(&phrases, "Product roadmaps to market"), ["product roadmap*=Product roadmaps"]);
        assert_eq!(
            found(&phrases, "a roadmap to market, go-to-market"),
            ["roadmap to market=roadmap to market", "go to market=go-to-market"]
        );
        assert_eq!(found(&phrases, "product, roadmap; prose"), ["product=product", "pro*=prose"]);
        assert_eq!(found(&phrases, "products PRODUCT"), ["pro*=products", "product=PRODUCT"]);
    }

    #[test]
    fn a_plural_left_open_is_one() {
        let phrases = ["stakeholders", "roadmap", "s"];
        for (text, said) in [
            ("stakeholder(s)", vec!["stakeholders=stakeholder(s)"]),
            ("Stakeholder(S), (s)", vec!["stakeholders=Stakeholder(S)", "s=s"]),
            ("roadmap(s", vec!["roadmap=roadmap", "s=s"]),
            ("roadmap (s)", vec!["roadmap=roadmap", "s=s"]),
            ("2(s)", vec!["s=s"]),
            ("stakeholder(s)roadmap", vec!["stakeholders=stakeholder(s)", "roadmap=roadmap"]),
        ] {
            assert_eq!(found(&phrases, text), said, "{text}");
        }
    }

    #[test]
    fn a_vocabulary_has_the_words_of_its_phrases() {
        let words = Vocabulary::of(&Phrases::of(["product roadmap*", "stakeholder*", "go to market"].into_iter()));
        for (word, has) in [
            ("product", true),
            ("roadmaps", true),
            ("stakeholders", true),
            ("go", true),
            ("products", false),
            ("road", false),
            ("", false),
        ] {
            assert_eq!(words.has(word), has, "{word}");
        }
    }

    #[test]
    fn a_phrase_that_no_text_can_hold_is_none() {
        for (phrase, words) in [
            ("Go-To-Market*", Some("go to market*")),
            ("what you’ll do", Some("what youll do")),
            ("P&L", Some("p l")),
            ("R & D", Some("r and d")),
            ("node.js", Some("node js")),
            ("road* map", Some("road* map")),
            ("", None),
            (" - ", None),
            ("*", None),
            ("* roadmap", None),
            ("road*map", None),
            ("a, b", None),
            ("a. B", None),
            ("a (b)", None),
            ("a\nb", None),
        ] {
            assert_eq!(folded(phrase).as_deref(), words, "{phrase}");
        }
        assert!(found(&["*", "a, b"], "a, b *").is_empty());
        assert_eq!(folded(&"a ".repeat(500)).map(|words| words.len()), Some(999));
        assert_eq!(folded(&"a ".repeat(501)), None, "too long");
    }
}
