//! Problems of lexicons and adverts, word for word.

use super::code_in;
use crate::support::{metier, text_of};

/// The lexicon that has every field, with its one place that reads as the first text changed to the second, and all
/// that is said of it, beside what the shipped catalogue lacks.
const SAID: &[(&str, &str, &[&str])] = &[
    (
        r#""archetype": "cook""#,
        r#""archetype": "cok""#,
        &[
            "warning[archetype-silent] 13:13 /archetypes/2/id: No phrase speaks for the archetype “cook”, so its score is always 0.",
            "error[unknown-archetype] 18:51 /phrases/2/for/0/archetype: There is no archetype “cok”.",
            "  hint: did you mean “cook”?",
        ],
    ),
    (
        r#""when": "mender""#,
        r#""when": "mendr""#,
        &[
            "error[unknown-archetype] 24:91 /questions/1/when: There is no archetype “mendr”.",
            "  hint: did you mean “mender”?",
        ],
    ),
    (
        r#""cook", "name""#,
        r#""always", "name""#,
        &[
            "error[duplicate-id] 13:13 /archetypes/2/id: The identifier “always” is used twice.",
            "warning[archetype-silent] 13:13 /archetypes/2/id: No phrase speaks for the archetype “always”, so its score is always 0.",
            "error[unknown-archetype] 18:51 /phrases/2/for/0/archetype: There is no archetype “cook”.",
        ],
    ),
    (
        r#""phrase": "kitchen""#,
        r#""phrase": "Mend* tóols""#,
        &[
            "error[duplicate-phrase] 18:17 /phrases/2/phrase: The phrase “Mend* tóols” appears twice: adverts are read without regard to the differences.",
            "  hint: Case, accents, hyphens and apostrophes make no difference.",
        ],
    ),
    (
        r#"["benefits"]"#,
        r#"["Duties"]"#,
        &[
            "error[duplicate-phrase] 20:146 /sections/1/headings/0: The phrase “Duties” appears twice: adverts are read without regard to the differences.",
            "  hint: Case, accents, hyphens and apostrophes make no difference.",
        ],
    ),
    (
        r#"["must have"]"#,
        r#"["must, have"]"#,
        &[
            "error[phrase-unreachable] 23:38 /musts/0: No advert can contain the phrase “must, have”.",
            "  hint: A phrase is a few words without punctuation between them; an asterisk may end a word.",
        ],
    ),
];

/// What it lacks of the shipped catalogue.
const LACKED: [&str; 3] = [
    "warning[role-left-out] 11:111 /archetypes/0/role: The catalogue has no role “mender”, so no skill can be compared with what it needs.",
    "warning[skill-left-out] 16:132 /phrases/0/skills/0: The catalogue has no skill “care”; it is left out.",
    "warning[skill-left-out] 25:26 /prepare/0/skill: The catalogue has no skill “care”; it is left out.",
];

fn said_of(lexicon: &str) -> (Vec<String>, Vec<String>) {
    let done = metier(&["check", "-"], lexicon);
    let lines = done.out.lines().skip(1).map(str::to_owned);
    lines.partition(|line| line.contains("-left-out]"))
}

#[test]
fn every_problem_of_a_lexicon_is_said_in_full() {
    let lexicon = text_of("tests/suite/schema/advert.json");
    for (from, to, expected) in SAID {
        assert_eq!(lexicon.matches(from).count(), 1, "{from} stands in the document once");
        assert_eq!(said_of(&lexicon.replace(from, to)).1, *expected);
    }
    let (lacked, others) = said_of(&lexicon);
    assert_eq!(lacked, LACKED);
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn an_advert_that_is_too_long_is_said_to_be() {
    let long = metier(&["advert", "-"], "x ".repeat(102_401));
    assert_eq!((long.code, long.out.as_str()), (1, ""));
    let said = "error[advert-long]: The advert is too long: 204802 bytes, at most 204800 are read.\n  hint: Paste one advert alone.\n";
    assert_eq!(long.err, format!("-: 1 error, 0 warnings\n{said}"));
    let drawn = metier(&["advert", "-"], "x\n".repeat(20_000));
    let said = "error[advert-drawn]: The text would be drawn in 20001 pieces, and at most 20000 are: lines, cues, names of characters.\n  \
        hint: Paste one advert alone, as text.\n";
    assert_eq!((drawn.code, drawn.err), (1, format!("-: 1 error, 0 warnings\n{said}")));
    let marks = metier(&["advert", "-"], "e\u{301}".to_owned() + &"\u{301}".repeat(60_000)).err;
    assert!(marks.contains("error[text-marks]: More than 30 marks"), "{marks}");
}

/// The codes that this file tests.
pub fn codes() -> impl Iterator<Item = &'static str> {
    SAID.iter()
        .flat_map(|(_, _, lines)| *lines)
        .chain(&LACKED)
        .filter_map(|line| code_in(line))
        .chain(["advert-long", "advert-drawn"])
}
