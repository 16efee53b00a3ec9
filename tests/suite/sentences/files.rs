//! Problems of files and of whole texts, word for word.

use crate::support::{SMALL, metier, project};

/// No small change makes them.
#[test]
fn problems_of_a_whole_file_are_said_in_full() {
    let large = metier(&["check", "-"], vec![b' '; 50_000_001]);
    assert_eq!(
        large.out,
        "-: 1 error, 0 warnings\nerror[file-size]: The file is larger than 50 MB, and no more is read.\n  hint: Split it.\n"
    );
    let missing = metier(&["check", "no-such-file.json"], "");
    let reason = std::fs::read(project("no-such-file.json")).unwrap_err();
    assert_eq!(
        missing.out,
        format!("no-such-file.json: 1 error, 0 warnings\nerror[file-read]: The file cannot be read: {reason}.\n")
    );
    assert_eq!(missing.code, 1);

    let check = |bytes: &[u8]| metier(&["check", "-"], bytes).out;
    assert_eq!(
        check(b"\xef\xbb\xbf{\n\"\xc3\xa9\xf0\x9f\x98\x80\xff\":1}"),
        "-: 1 error, 0 warnings\nerror[text-utf8] 2:5: The file is not text in UTF-8.\n  hint: Save it again with the encoding UTF-8.\n"
    );
    assert!(check(b"\xef\xbb\xbf\xff").contains("error[text-utf8] 1:1: "), "a byte order mark has no column");

    let large = vec![b' '; 50_000_001];
    assert_eq!(
        check(&large),
        "-: 1 error, 0 warnings\nerror[file-size]: The file is larger than 50 MB, and no more is read.\n  hint: Split it.\n"
    );
    assert!(check(&large[1..]).contains("error[cap-bytes] "), "so many bytes are read");

    let long = format!("{SMALL}{}", " ".repeat(2 * 1024 * 1024 + 1 - SMALL.len()));
    assert_eq!(
        check(long.as_bytes()),
        "-: 1 error, 0 warnings\nerror[cap-bytes] 1:1: The text is too long: 2097153 bytes, at most 2097152 are read.\n  \
         hint: Split it, or shorten long texts.\n"
    );
    let deep = SMALL.replace("\"T\"", &"[".repeat(32));
    assert_eq!(
        check(deep.as_bytes()),
        format!(
            "-: 1 error, 0 warnings\nerror[cap-depth] 1:105 /title{}: Lists and objects are nested more than 32 levels deep here.\n  \
             hint: No document needs that: look for a bracket that was not closed.\n",
            "/0".repeat(31)
        )
    );
    let wide = SMALL.replace("\"T\"", &format!("\"{}\"", "x".repeat(20 * 1024 + 1)));
    assert_eq!(
        check(wide.as_bytes()),
        "-: 1 error, 0 warnings\nerror[cap-string] 1:74 /title: This string is too long: at most 20480 bytes are read.\n"
    );
    let many: String = (0..101).map(|number| format!("\"x{number}\":0,")).collect();
    let said = check(SMALL.replace("\"id\":\"q\",", &format!("{many}\"id\":\"q\",")).as_bytes());
    assert!(said.starts_with("-: 101 errors, 0 warnings\n"), "100 and the one that says so");
    assert!(said.ends_with(
        "error[more-problems]: Only the first 100 problems are listed; there may be more.\n  hint: Mend these first and check again.\n"
    ));
}

/// One of our own in the place of another: what it is and what was wanted, and nothing else.
#[test]
fn a_file_of_another_sort_is_named() {
    let (pace, roles) = ("www/quizzes/pace.json", "www/roles/product.json");
    let report = metier(&["score", pace, "-"], "{}").out;
    let quiz = "2:49 /format: This is a quiz (metier-quiz/1)";
    let of_roles = "1:46 /format: This is a catalogue of roles (metier-roles/1)";
    for (words, input, said, wanted) in [
        (&["match", pace][..], "", quiz, "a profile"),
        (&["score", pace, pace], "", quiz, "an answer sheet"),
        (&["score", roles, "-"], "{}", of_roles, "a quiz"),
        (&["take", roles], "", of_roles, "a quiz"),
        (&["simulate", roles], "", of_roles, "a quiz"),
        (&["bundle", roles], "", of_roles, "a quiz"),
        (&["match", "-", "--roles", pace], "{}", quiz, "a catalogue of roles"),
        (&["advert", "-", "--lexicon", pace], "", quiz, "a lexicon of adverts"),
        (&["advert", pace], "", quiz, "an advert"),
        (&["curves", "--items", pace, "--at=0"], "", quiz, "a table"),
        (&["estimate", "--items", pace, "--responses", "-", "--method", "eap"], "", quiz, "a table"),
        (&["quality", pace], "", quiz, "a table"),
        (&["reliability", "-"], "{\"skills\":[{\"skill\":\"s\"}]}", "1:1: This is a JSON document", "a table"),
        (&["reliability", "-"], "{\"skills\":[{", "1:1: This is a JSON document", "a table"),
        (&["match", "-"], &report, "2:13 /format: This is a report (metier-report/1)", "a profile"),
        (&["match", "-"], "person;q1\nann;1\n", "1:1: This is a table", "a profile"),
        (&["score", pace, "-"], "\u{feff}\"person\",\"q1\"\n", "1:1: This is a table", "an answer sheet"),
    ] {
        let done = metier(words, input);
        let lines: Vec<&str> = done.err.lines().skip(1).collect();
        assert_eq!((done.code, done.out.as_str()), (1, ""), "{words:?}");
        assert_eq!(lines, [format!("error[file-sort] {said}; here {wanted} is wanted.")], "{words:?}");
    }
    let checked = "here a quiz, a catalogue, a lexicon or a profile is wanted.\n";
    for (text, said) in [
        (report.as_str(), "file-sort] 2:13 /format: This is a report (metier-report/1); "),
        ("person,q1\nann,1\n", "file-sort] 1:1: This is a table; "),
    ] {
        assert_eq!(metier(&["check", "-"], text).out, format!("-: 1 error, 0 warnings\nerror[{said}{checked}"));
    }
    for words in [&["check", "-"][..], &["match", "-"]] {
        let done = metier(words, "{\"format\":\"metier-profil/1\"}");
        assert_eq!(
            done.out + &done.err,
            "-: 1 error, 0 warnings\nerror[shape-word] 1:11 /format: “metier-profil/1” is not one of these: \
             metier-quiz/1 metier-roles/1 metier-advert/1 metier-profile/1.\n  hint: did you mean “metier-profile/1”?\n"
        );
    }
    // An answer to an item of that name is no format, nor are words in a pasted advert.
    assert!(!metier(&["score", pace, "-"], "{\"format\":\"a\"}").err.contains("file-sort"));
    assert_eq!(metier(&["advert", "-"], "{\"format\":\"a\"}").code, 0);
    assert_eq!(metier(&["advert", "-"], "Person, with item skills").code, 0);
}

/// The codes that [`problems_of_a_whole_file_are_said_in_full`] tests.
pub(super) const WHOLE: [&str; 8] =
    ["file-sort", "file-read", "file-size", "text-utf8", "cap-bytes", "cap-depth", "cap-string", "more-problems"];
