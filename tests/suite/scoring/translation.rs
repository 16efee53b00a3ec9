//! A quiz in another language than its own, text by text.

use crate::support::{kept, near, open, quiz_of, single};
use metier::closed::Closed;
use metier::quiz::translate::Spoken;
use metier::quiz::view::QuizView;
use metier::report::report;
use serde_json::{Value, json};

/// A quiz with a German translation that lacks a text, and an Arabic one with nothing but the title.
fn translated() -> Value {
    let mut quiz = quiz_of(&json!([single("x", &[0.0, 4.0])]));
    let strings = json!({ "title": "Titel", "items/x/prompt": "Frage", "items/x/options/a/text": "ja", "skills/s/name": "Fähigkeit" });
    quiz["translations"] =
        json!([{ "language": "de", "strings": strings }, { "language": "ar", "strings": { "title": "عنوان" } }]);
    quiz
}

#[test]
fn a_translation_is_shown_text_by_text() {
    let session = |language: &str| kept(open(&translated().to_string(), language, 1));
    let text = |text: Spoken| {
        let tree = text.tree();
        (tree.blocks[0].runs[0].text.clone(), tree.language, tree.direction.map(Closed::word))
    };
    let option = |view: &QuizView, at: usize| text(view.items[0].options.iter().nth(at).unwrap().text);
    let view = session("de").view();
    assert_eq!((view.language, view.direction.word()), ("de", "ltr"));
    assert_eq!(text(view.title), ("Titel".into(), None, None));
    assert_eq!(
        text(view.about),
        ("A".into(), Some("en".into()), Some("ltr")),
        "what is missing stands in its own language, and says so"
    );
    assert_eq!(option(&view, 0), ("ja".into(), None, None));
    assert_eq!(option(&view, 1), ("b".into(), Some("en".into()), Some("ltr")));
    let arabic = session("ar").view();
    assert_eq!((arabic.language, arabic.direction.word()), ("ar", "rtl"));
    assert_eq!(text(arabic.about), ("A".into(), Some("en".into()), Some("ltr")));
    for language in ["", "en", "EN", "en-GB", "fr"] {
        let view = session(language).view();
        assert_eq!(
            (view.language, text(view.title).0.as_str(), view.about.tree().language),
            ("en", "T", None),
            "{language}"
        );
    }
    for language in ["de-AT", "DE", "de-Latn-CH"] {
        assert_eq!(session(language).view().language, "de", "{language}");
    }
    for language in ["", "de", "ar"] {
        assert_eq!(
            session(language).view().languages,
            ["en", "de", "ar"],
            "all languages are listed, the one shown too"
        );
    }
    let mut answered = open(&translated().to_string(), "de", 1);
    answered.answer("x", "\"b\"", 1.0).unwrap();
    let report = report(&answered);
    assert_eq!((report.language, text(report.skills[0].name).0.as_str()), ("de", "Fähigkeit"));
    near(report.skills[0].pulls[0].value, 4.0, 0.0);
}

/// A text that falls back keeps the direction that its document names, or that its language has.
#[test]
fn the_direction_of_a_fallback_is_its_own() {
    let about = |language: &str, direction: Option<&str>| {
        let mut quiz = translated();
        quiz["language"] = json!(language);
        if let Some(direction) = direction {
            quiz["direction"] = json!(direction);
        }
        open(&quiz.to_string(), "de", 1).view().about.tree().direction.map(Closed::word)
    };
    assert_eq!(about("he", None), Some("rtl"));
    assert_eq!(about("HE", None), Some("rtl"));
    assert_eq!(about("ks", Some("rtl")), Some("rtl"));
    assert_eq!(about("ar", Some("ltr")), Some("ltr"));
    assert_eq!(about("en", None), Some("ltr"));
}
