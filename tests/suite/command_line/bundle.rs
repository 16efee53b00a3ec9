//! `metier bundle`: one page from a quiz and the page that a release holds.

use crate::support::{SMALL, Scratch, metier};
use std::path::PathBuf;

/// A page without a quiz, as small as can be.
const TEMPLATE: &str = "<html lang=\"{{quiz.language}}\" dir=\"{{quiz.direction}}\"><title>{{quiz.title}}</title>\
    <script type=\"application/json\">{{quiz.document}}</script><script>`{{`</script>";

/// A folder that is gone with the test.
struct Folder(PathBuf);

impl Folder {
    /// A release with `template` for a page, and room beside it.
    fn new(name: &str, template: &str) -> Folder {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("bundle-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(folder.join("one-page.txt"), template).unwrap();
        Folder(folder)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn a_quiz_becomes_a_page_on_standard_output_or_in_a_new_file() {
    let folder = Folder::new("made", TEMPLATE);
    let printed = metier(&["bundle", "-", "--release", folder.path()], format!("\u{feff}{SMALL}"));
    let expected = format!(
        "<html lang=\"en\" dir=\"ltr\"><title>T</title><script type=\"application/json\">{SMALL}</script><script>`{{{{`</script>"
    );
    assert_eq!((printed.code, printed.err.as_str(), printed.out.as_str()), (0, "", expected.as_str()));
    let file = folder.0.join("quiz.html");
    let words = ["bundle", "-", "-o", file.to_str().unwrap(), "--release", folder.path()];
    let written = metier(&words, SMALL);
    assert_eq!((written.code, written.out.as_str(), written.err.as_str()), (0, "", ""));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), expected);
    let again = metier(&words, SMALL.replace("\"T\"", "\"Other\""));
    assert_eq!((again.code, again.out.as_str()), (1, ""));
    assert!(again.err.contains("error[file-write]"), "{}", again.err);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), expected, "what is there stays");
}

#[test]
fn what_a_quiz_says_stays_text() {
    let folder = Folder::new("hostile", TEMPLATE);
    let title = "</title></script><!-- <b>&\\\"{{quiz.document}}";
    let quiz = SMALL.replace("\"title\":\"T\"", &format!("\"title\":\"{title}\""));
    let quiz = quiz.replace("\"about\":\"A\"", "\"about\":\"A\u{2028}\u{2029}B<script>\"");
    let done = metier(&["bundle", "-", "--release", folder.path()], &quiz);
    assert_eq!(done.code, 0, "{}", done.err);
    let (head, rest) = done.out.split_once("</title>").unwrap();
    let shown = "<title>&lt;/title&gt;&lt;/script&gt;&lt;!-- &lt;b&gt;&amp;&quot;{{quiz.document}}";
    assert!(head.ends_with(shown), "{head}");
    let document = rest.strip_prefix("<script type=\"application/json\">").unwrap().split_once("</script>").unwrap().0;
    assert!(!document.contains(['<', '\u{2028}', '\u{2029}']), "{document}");
    assert!(quiz.contains('\u{2028}') && document.contains("A\\u2028\\u2029B\\u003cscript>"), "{document}");
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(read(document), read(&quiz));
}

#[test]
fn the_page_has_the_language_and_direction_of_its_quiz() {
    let folder = Folder::new("rtl", TEMPLATE);
    let done = metier(
        &["bundle", "-", "--release", folder.path()],
        SMALL.replace("\"language\":\"en\"", "\"language\":\"ar\""),
    );
    assert!(done.out.starts_with("<html lang=\"ar\" dir=\"rtl\">"), "{} {}", done.out, done.err);
}

#[test]
fn a_quiz_with_mistakes_and_a_folder_without_a_release_make_no_page() {
    let folder = Folder::new("wrong", TEMPLATE);
    let file = folder.0.join("quiz.html");
    let wrong = Scratch::new(SMALL.replace("\"points\":5", "\"points\":12"));
    let done = metier(&["bundle", wrong.path(), "-o", file.to_str().unwrap(), "--release", folder.path()], "");
    assert_eq!((done.code, done.out.as_str()), (1, ""));
    assert_eq!(done.err, metier(&["check", wrong.path()], "").out, "the same problems as `check` prints");
    let done = metier(&["bundle", "-", "-o", file.to_str().unwrap(), "--release", "no-such-folder"], SMALL);
    assert_eq!((done.code, done.out.as_str()), (1, ""));
    assert_eq!(
        done.err,
        "There is no release in no-such-folder to take the page from. Write one first, in the project’s folder: cargo www build\n"
    );
    let other = Folder::new("other", "<title>{{quiz.title}}</title>");
    let done = metier(&["bundle", "-", "-o", file.to_str().unwrap(), "--release", other.path()], SMALL);
    assert_eq!((done.code, done.err.contains("is of another version")), (1, true), "{}", done.err);
    assert!(!file.exists());
}

/// In a script of a page each "<" takes six bytes: what would be too long there is refused here.
#[test]
fn a_quiz_that_its_page_could_not_read_is_refused() {
    let folder = Folder::new("long", TEMPLATE);
    let mut quiz = serde_json::from_str::<serde_json::Value>(SMALL).unwrap();
    let item = quiz["items"][0].clone();
    let items = (0..30).map(|index| {
        let mut item = item.clone();
        item["id"] = format!("i{index}").into();
        item["situation"] = "<".repeat(19_000).into();
        item
    });
    quiz["items"] = items.collect();
    let document = quiz.to_string();
    assert!(metier::quiz::read(&document).0.is_some(), "by itself it is right");
    let done = metier(&["bundle", "-", "--release", folder.path()], &document);
    assert_eq!((done.code, done.out.as_str()), (1, ""));
    assert!(done.err.contains("error[cap-bytes] 1:1"), "{}", done.err);
}
