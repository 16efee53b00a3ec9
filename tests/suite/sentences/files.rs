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

/// The codes that [`problems_of_a_whole_file_are_said_in_full`] tests.
pub(super) const WHOLE: [&str; 7] =
    ["file-read", "file-size", "text-utf8", "cap-bytes", "cap-depth", "cap-string", "more-problems"];
