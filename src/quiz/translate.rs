//! Every text of a quiz by its path, and putting a translation in its place, string by string.

use super::FULL;
use super::document::Quiz;
use super::languages::{present, short};
use super::link::link;
use super::walk::Walk;
use crate::text::direction::Direction;
use crate::text::markdown::{self, Tree};
use crate::text::names::Names;
use crate::text::record::{OneOf, Text};
use serde::{Serialize, Serializer};

/// The language in which a quiz is shown, after [`speak`].
#[derive(Clone, Debug, Default)]
pub struct Voice {
    /// The language shown.
    pub language: String,
    /// The direction of that language.
    pub direction: Direction,
    /// The language of texts without a translation.
    pub own: String,
    /// The direction of those texts.
    pub own_direction: Direction,
}

/// A text of the quiz in the language shown. Its tree is read when it is written out: views and reports hold no trees,
/// whose copying and dropping would be a tenth of the module.
#[derive(Clone, Copy, Debug)]
pub struct Spoken<'q> {
    text: &'q Text,
    voice: &'q Voice,
}

impl Spoken<'_> {
    /// The text's tree, marked with its own language where that is not the one shown.
    pub fn tree(&self) -> Tree {
        let mut tree = markdown::read(&self.text.value);
        if !self.text.translated && self.voice.own != self.voice.language {
            tree.language = Some(self.voice.own.clone());
            tree.direction = Some(self.voice.own_direction);
        }
        tree
    }
}

impl Serialize for Spoken<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.tree().serialize(serializer)
    }
}

/// Records of the quiz as they are shown, each made when it is asked for or written out.
#[derive(Clone, Copy, Debug)]
pub struct Each<'q, T, V> {
    list: &'q [T],
    voice: &'q Voice,
    show: fn(&'q T, &'q Voice) -> V,
}

impl<'q, T, V> Each<'q, T, V> {
    /// One by one.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = V> {
        let (voice, show) = (self.voice, self.show);
        self.list.iter().map(move |record| show(record, voice))
    }
}

impl<T, V: Serialize> Serialize for Each<'_, T, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl Voice {
    /// A text of the quiz.
    pub fn text<'q>(&'q self, text: &'q Text) -> Spoken<'q> {
        Spoken { text, voice: self }
    }

    /// A text that may be left out.
    pub fn given<'q>(&'q self, text: &'q Text) -> Option<Spoken<'q>> {
        text.is_given().then_some(self.text(text))
    }

    /// A list of records, each shown by `show`.
    pub fn each<'q, T, V>(&'q self, list: &'q [T], show: fn(&'q T, &'q Voice) -> V) -> Each<'q, T, V> {
        Each { list, voice: self, show }
    }

    /// A list of texts.
    pub fn list<'q>(&'q self, texts: &'q [Text]) -> Each<'q, Text, Spoken<'q>> {
        self.each(texts, |text, voice| voice.text(text))
    }
}

/// Whether the table of other codes is there: authors have it; in a page the browser gives the present code of what is
/// wanted (`tagOf` in `www/element/meant.js`).
const CODES: bool = cfg!(feature = "author");

/// A language tag in small letters, in its parts: language, script and region; those that are not said are empty, but
/// for a script that goes without saying.
#[derive(Clone, Copy, Debug, Default)]
struct Tag<'t> {
    language: &'t str,
    script: &'t str,
    region: &'t str,
    /// Whether it is a language of its own within the larger one that it counts as.
    apart: bool,
    /// The first of its variants: "ca-valencia", "de-1996".
    variant: &'t str,
}

/// Older names of languages before their present ones, and names within a larger language.
const RENAMED: &str = "iw-he in-id ji-yi no-nb mo-ro tl-fil sh-sr cmn-zh jw-jv yue-zh nn-nb";

/// Scripts, each before the languages likely written in it, alone or in a region, where there are two (likely subtags
/// of CLDR 46). The first that fits counts. The small player, which has no room for more, knows those with the most
/// readers.
const LIKELY: &str = if FULL {
    "hant zh-tw zh-hk zh-mo zh-au zh-bn zh-gb zh-gf zh-id zh-pa zh-pf zh-ph zh-sr zh-th zh-us zh-vn hans zh cmn yue-cn hant yue \
     latn sr-me sr-ro sr-tr ky-tr cyrl sr az-ru uz-cn ug-kz ug-mn mong mn-cn deva sd-in \
     arab kk-af kk-cn kk-ir kk-mn ky-cn az-iq az-ir uz-af ku-iq ku-ir ku-lb pa-pk tg-pk ms-cc ha-cm ha-sd ks \
     guru pa cyrl kk ky mn tg latn uz sh az ms ha ku bs"
} else {
    "hant zh-tw zh-hk zh-mo yue hans zh cmn latn sr-me uz sh az cyrl sr"
};

impl<'t> Tag<'t> {
    /// Reads a tag as browsers, operating systems (`zh_CN.UTF-8`) and people write it, in small letters.
    fn of(small: &'t str) -> Tag<'t> {
        let mut tag = Tag::default();
        // What an operating system adds: an encoding, of no account, and perhaps a script ("sr_RS.UTF-8@latin").
        let (small, added) = small.split_once(['.', '@']).unwrap_or((small, ""));
        if FULL && added.ends_with("latin") {
            tag.script = "latn";
        } else if FULL && added.ends_with("cyrillic") {
            tag.script = "cyrl";
        }
        let small = if CODES { present(small) } else { small };
        for (index, part) in small.split(['-', '_']).enumerate() {
            let letters = !part.starts_with(|first: char| first.is_ascii_digit());
            match (index, part.len()) {
                (0, 3) if CODES => tag.language = short(part),
                (0, _) => tag.language = part,
                // A language that stands after the one it is within: "zh-yue".
                (1, 3) if CODES && letters => tag.language = short(part),
                (_, 5..) | (_, 4) if FULL && (part.len() > 4 || !letters) => {
                    tag.variant = if tag.variant.is_empty() { part } else { tag.variant };
                }
                // What comes after a single letter is an extension.
                (_, 1) => break,
                (_, 4) if tag.script.is_empty() => tag.script = part,
                (_, 2) if tag.region.is_empty() => tag.region = part,
                // Of regions with a number only Latin America is told from the others.
                (_, 3) if part == "419" => tag.region = part,
                _ => {}
            }
        }
        if tag.script.is_empty() {
            tag.script = tag.likely();
        }
        tag.apart = FULL && matches!(tag.language, "nn" | "yue");
        let present = |pair: &'static str| pair.strip_prefix(tag.language)?.strip_prefix('-');
        tag.language = RENAMED.split_ascii_whitespace().find_map(present).unwrap_or(tag.language);
        tag
    }

    /// The script that a language is likely written in ([`LIKELY`]).
    fn likely(self) -> &'static str {
        let mut script = "";
        for word in LIKELY.split_ascii_whitespace() {
            if word.len() == 4 {
                script = word;
            } else if word
                .strip_prefix(self.language)
                .is_some_and(|rest| rest.is_empty() || rest.strip_prefix('-') == Some(self.region))
            {
                return script;
            }
        }
        ""
    }

    /// How well a text in this language serves who wanted another: 0 not at all, then by script and region.
    fn serves(self, wanted: Tag<'_>) -> u8 {
        // What begins with a single letter is private, and another's.
        if self.language != wanted.language || self.language.len() == 1 {
            return 0;
        }
        let found = match (self.script == wanted.script, self.apart == wanted.apart) {
            (true, true) => 3 + self.nearness(wanted),
            (true, false) => 2,
            (false, _) => 1,
        };
        if FULL { 2 * found + u8::from(self.variant == wanted.variant) } else { found }
    }

    /// How near the regions are: the same, none, that from which the wanted one takes its words, any other.
    fn nearness(self, wanted: Tag<'_>) -> u8 {
        // The small player has no room for this: there the first of several other regions is taken.
        let home = match (wanted.language, wanted.region) {
            _ if !FULL => "-",
            ("pt", "") => "br",
            ("en", _) => "gb",
            ("es", "" | "es") => "es",
            ("es", _) => "419",
            ("zh", "mo") => "hk",
            (language, _) => language,
        };
        match self.region {
            region if region == wanted.region => 3,
            "" => 2,
            region => u8::from(region == home),
        }
    }
}

/// The direction that a document says, or else the usual one of the language.
fn direction(said: OneOf<Direction>, language: &str) -> Direction {
    said.get().unwrap_or_else(|| Direction::of(language))
}

/// Puts the translation nearest to `wanted` in place of the quiz's own words where it has them.
///
/// The same language is nearer than another, then the same script, said or likely, then the same region; the quiz's own
/// language comes before its translations.
pub fn speak(quiz: &mut Quiz, wanted: &str) -> Voice {
    let own = quiz.language.value.clone();
    let wanted = wanted.to_ascii_lowercase();
    let serves = |language: &str| {
        let language = language.to_ascii_lowercase();
        if language == wanted { u8::MAX } else { Tag::of(&language).serves(Tag::of(&wanted)) }
    };
    let (mut chosen, mut best) = (None, serves(&own));
    for (index, translation) in quiz.translations.iter().enumerate() {
        let found = serves(&translation.language.value);
        if found > best {
            (chosen, best) = (Some(index), found);
        }
    }
    let own_direction = direction(quiz.direction, &own);
    let Some(translation) = chosen.and_then(|index| quiz.translations.get_mut(index)) else {
        return Voice { language: own.clone(), direction: own_direction, own, own_direction };
    };
    let language = translation.language.value.clone();
    let direction = direction(translation.direction, &language);
    let strings = std::mem::take(&mut translation.strings);
    let mut paths = Names::default();
    for (key, _) in &strings {
        paths.add(&key.value);
    }
    let mut put = |path: &str, text: &mut Text| {
        if let Some((_, words)) = paths.find(path).and_then(|index| strings.get(index)) {
            text.value.clone_from(&words.value);
            text.translated = true;
        }
    };
    each_text(quiz, &mut put);
    link(quiz);
    Voice { language, direction, own, own_direction }
}

/// Calls `visit` with the path of every text that can be translated, in the order of the document's fields.
pub fn each_text(quiz: &mut Quiz, visit: &mut dyn FnMut(&str, &mut Text)) {
    let mut walk = Walk { path: String::new(), visit };
    walk.text("title", &mut quiz.title);
    walk.text("about", &mut quiz.about);
    walk.text("author", &mut quiz.author);
    walk.text("licence", &mut quiz.licence);
    walk.within("evidence", &mut |walk| {
        walk.text("note", &mut quiz.evidence.note);
        walk.text("fit", &mut quiz.evidence.fit);
        walk.text("study", &mut quiz.evidence.study);
        if let Some(experts) = &mut quiz.evidence.experts {
            walk.text("experts/roles", &mut experts.roles);
        }
    });
    for skill in &mut quiz.skills {
        walk.named("skills", &skill.id.value, &mut |walk| {
            walk.text("name", &mut skill.name);
            walk.text("definition", &mut skill.definition);
            walk.numbered("levels", &mut skill.levels.0, Walk::visit);
            for behaviour in &mut skill.behaviours.list {
                walk.named("behaviours", &behaviour.id.value, &mut |walk| walk.text("name", &mut behaviour.text));
            }
        });
    }
    for scale in quiz.scales.iter_mut().filter(|_| FULL) {
        walk.within("scales", &mut |walk| {
            walk.within(&scale.id.value, &mut |walk| {
                walk.numbered("steps", &mut scale.steps, |walk, step| walk.text("text", &mut step.text));
            });
        });
    }
    for item in &mut quiz.items {
        walk.named("items", &item.id.value, &mut |walk| {
            walk.text("situation", &mut item.situation);
            walk.text("prompt", &mut item.prompt);
            item.kind.texts(walk);
        });
    }
    #[cfg(feature = "whole")]
    if let Some(counted) = &mut quiz.counted {
        walk.within("counted", &mut |walk| counted.texts(walk));
    }
    walk.numbered("feedback", &mut quiz.feedback.list, |walk, line| walk.text("text", &mut line.text));
    walk.numbered("summary", &mut quiz.summary.list, |walk, line| {
        walk.text("you", &mut line.text);
        walk.text("i", &mut line.more);
    });
    walk.numbered("learn", &mut quiz.learn.list, |walk, line| {
        walk.text("text", &mut line.text);
        walk.text("leaves", &mut line.more);
    });
    walk.numbered("meaning", &mut quiz.meaning, |walk, meaning| {
        walk.text("name", &mut meaning.name);
        walk.text("text", &mut meaning.text);
    });
    walk.numbered("attributions", &mut quiz.attributions.0, Walk::visit);
    walk.numbered("next", &mut quiz.next, |walk, next| {
        walk.text("title", &mut next.title);
        walk.text("why", &mut next.why);
    });
    walk.numbered("forms", &mut quiz.forms, |walk, form| walk.text("name", &mut form.name));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(own: &str, translations: &[&str], wanted: &str) -> String {
        let text = |value: &str| Text { value: value.into(), ..Text::default() };
        let translation =
            |language: &&str| super::super::document::Translation { language: text(language), ..Default::default() };
        let mut quiz = Quiz {
            language: text(own),
            translations: translations.iter().map(translation).collect(),
            ..Quiz::default()
        };
        speak(&mut quiz, wanted).language
    }

    #[test]
    fn the_nearest_language_is_spoken() {
        for (own, translations, wanted, expected) in [
            ("en", &["zh-Hant", "zh-Hans"][..], "zh-CN", "zh-Hans"),
            ("en", &["zh-Hant", "zh-Hans"], "zh-SG", "zh-Hans"),
            ("en", &["zh-Hans", "zh-Hant"], "zh-TW", "zh-Hant"),
            ("en", &["zh-Hans", "zh-Hant"], "zh_HK", "zh-Hant"),
            ("en", &["zh-Hans", "zh-Hant"], "zh", "zh-Hans"),
            ("en", &["zh-Hant"], "zh-CN", "zh-Hant"),
            ("en", &["zh-Hant", "zh-HK"], "zh-Hant-HK", "zh-HK"),
            ("en", &["zh-TW", "zh-CN"], "zh-Hans", "zh-CN"),
            ("en", &["zh-TW", "zh-CN"], "cmn-Hans-CN", "zh-CN"),
            ("zh-Hant", &["en", "zh-Hans"], "zh-CN", "zh-Hans"),
            ("en", &["sr-Latn", "sr-Cyrl"], "sr", "sr-Cyrl"),
            ("en", &["sr-Cyrl", "sr-Latn"], "sh", "sr-Latn"),
            ("en", &["sr-Cyrl", "sr-Latn"], "sr-ME", "sr-Latn"),
            ("en", &["pt-PT", "pt-BR"], "pt-BR", "pt-BR"),
            ("en", &["pt-PT", "pt-BR"], "pt_BR.UTF-8", "pt-BR"),
            ("en", &["pt-PT", "pt-BR"], "pt-AO", "pt-PT"),
            ("en", &["he"], "iw", "he"),
            ("en", &["iw"], "he-IL", "iw"),
            ("en", &["no"], "nb-NO", "no"),
            ("en", &["id"], "in-ID", "id"),
            ("en", &["en-GB"], "en-GB", "en-GB"),
            ("en", &["en-GB"], "en-US", "en"),
            ("en-GB", &["en-US"], "en", "en-GB"),
            ("de", &["en"], "en-US-u-hc-h12", "en"),
            ("de", &["en"], "fr", "de"),
            ("de", &["en"], "", "de"),
            ("de", &["en-x-plain", "en"], "en-x-PLAIN", "en-x-plain"),
            ("de", &["fr-CA", "fr"], "fr-BE", "fr"),
            ("en", &["es-ES", "es-419"], "es-MX", "es-419"),
            ("en", &["pt-PT", "pt-BR"], "pt", "pt-BR"),
            ("en", &["de-AT", "de-DE"], "de", "de-DE"),
            ("en", &["de-AT", "de-DE"], "de-CH", "de-DE"),
            ("de", &["en-US", "en-GB"], "en-AU", "en-GB"),
            ("en", &["az-Arab", "az-Latn"], "az-AZ", "az-Latn"),
            ("en", &["nn", "no"], "nb", "no"),
            ("en", &["nb", "nn"], "nn-NO", "nn"),
            ("en", &["nb"], "nn", "nb"),
            ("en", &["yue", "zh-Hant"], "zh-TW", "zh-Hant"),
            ("en", &["zh-Hant", "yue"], "yue-HK", "yue"),
            ("en", &["zh-Hans", "zh-Hant"], "zh-US", "zh-Hant"),
            ("en", &["pa-Arab", "pa-Guru"], "pa", "pa-Guru"),
            ("en", &["pa", "pa-Arab"], "pa-PK", "pa-Arab"),
            ("en", &["ms-Arab", "ms"], "ms-MY", "ms"),
            ("en", &["ha-Arab", "ha"], "ha-NG", "ha"),
            ("en", &["ha", "ha-Arab"], "ha-SD", "ha-Arab"),
            ("en", &["mn-Mong", "mn-Cyrl"], "mn", "mn-Cyrl"),
            ("en", &["mn-Cyrl", "mn-Mong"], "mn-CN", "mn-Mong"),
            ("en", &["tg-Arab", "tg-Cyrl"], "tg-TJ", "tg-Cyrl"),
            ("en", &["ks-Deva", "ks"], "ks-IN", "ks"),
            ("en", &["kk-Latn", "kk-Cyrl"], "kk-KZ", "kk-Cyrl"),
            ("en", &["zh-Hans", "zh-Hant"], "yue-HK", "zh-Hant"),
            ("en", &["zh-Hans", "zh-Hant"], "zh_TW.Big5", "zh-Hant"),
            ("en", &["sr-Cyrl", "sr-Latn"], "sr_RS.UTF-8@latin", "sr-Latn"),
            ("en", &["uz-Latn", "uz-Cyrl"], "uz_UZ@cyrillic", "uz-Cyrl"),
            ("en", &["bs-Cyrl", "bs-Latn"], "bs", "bs-Latn"),
            ("en", &["es-419", "es-ES"], "es", "es-ES"),
            ("en", &["zh-Hant-TW", "zh-Hant-HK"], "zh-MO", "zh-Hant-HK"),
            ("en", &["de"], "deu", "de"),
            ("en", &["de"], "ger-AT", "de"),
            ("en", &["deu"], "de", "deu"),
            ("eng", &["fra"], "en-GB", "eng"),
            ("en", &["fr"], "fre_CA.UTF-8", "fr"),
            ("en", &["et", "es"], "est", "et"),
            ("en", &["nb", "nn"], "nno", "nn"),
            ("en", &["he"], "heb", "he"),
            ("en", &["de"], "gsw", "en"),
            ("en", &["ca", "ca-valencia"], "ca-valencia", "ca-valencia"),
            ("en", &["ca", "ca-valencia"], "ca-ES-valencia", "ca-valencia"),
            ("en", &["ca-valencia", "ca"], "ca-AD", "ca"),
            ("en", &["ca-valencia"], "ca", "ca-valencia"),
            ("en", &["de-1901", "de-1996"], "de-DE-1996", "de-1996"),
            ("en", &["de-1901", "de"], "de-AT", "de"),
            ("en", &["de"], "de-1996", "de"),
            ("en", &["de-u-co-phonebk"], "de", "de-u-co-phonebk"),
            ("en", &["de"], "de-u-co-phonebk", "de"),
            ("en", &["de"], "de-t-en-x-mine", "de"),
            ("x-ours", &["de"], "x-theirs", "x-ours"),
            ("en", &["x-ours"], "x-theirs", "en"),
            ("en", &["x-ours"], "x-ours", "x-ours"),
            ("en", &["lb"], "i-lux", "lb"),
            ("en", &["nn", "nb"], "no-bok", "nb"),
            ("en", &["zh-Hans", "zh-Hant"], "zh-yue-HK", "zh-Hant"),
            ("en", &["zh-Hans", "yue"], "zh-yue", "yue"),
            ("en", &["zh-Hans"], "zh-guoyu", "zh-Hans"),
            ("en", &["zh"], "zh-min-nan", "en"),
        ] {
            assert_eq!(spoken(own, translations, wanted), expected, "{own} with {translations:?}, wanted {wanted:?}");
        }
    }
}
