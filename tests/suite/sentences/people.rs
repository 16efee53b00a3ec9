//! Problems of people's answers, and what `metier reliability` adds to its numbers, word for word.

use super::code_in;
use crate::support::metier;
use serde_json::Value;

/// People's answers, of which the item `x` is to be turned round, with all that is said of them.
const SAID: &[(&str, &[&str])] = &[
    (
        "",
        &[
            "error[csv-empty] 1:1: The file is empty: there is no header.",
            "  hint: The first line names the columns, with commas between the names.",
        ],
    ),
    ("person,x,y\n", &["error[csv-rows] 1:1: There are no rows below the header."]),
    (
        "person,x,y\nann,1,2\nbob,\"1,2\n",
        &[
            "error[csv-quote] 3:5: The quotation mark that opens this cell is never closed.",
            "  hint: Close it, or write it twice within a quoted cell if it belongs to the text.",
        ],
    ),
    (
        "person,x,y\r\nann,1\r\n",
        &[
            "error[csv-ragged] 2:1: Separated by commas, this row has 2 cells and the header 3.",
            "  hint: Look for an extra or a missing comma; put a cell that contains a comma in double quotation marks.",
        ],
    ),
    (
        "person\tx\ty\nann\nbob\t1\t2\n",
        &[
            "error[csv-ragged] 2:1: Separated by tabs, this row has one cell and the header 3.",
            "  hint: Look for an extra or a missing tab; put a cell that contains a tab in double quotation marks.",
        ],
    ),
    (
        "# made by R\nperson,x,y\na,1,2\nb,2,1\n",
        &[
            "error[csv-title] 1:1: This line has one cell, and from line 2 on there are 3 in each: it does not name the columns.",
            "  hint: Delete what stands above the line with the names of the columns.",
        ],
    ),
    (
        "A survey,of May\n\nperson,x,y,z\na,1,2,0\n",
        &[
            "error[csv-title] 1:1: This line has 2 cells, and from line 3 on there are 4 in each: it does not name the columns.",
            "  hint: Delete what stands above the line with the names of the columns.",
        ],
    ),
    ("person,x,\nann,1,2\n", &["error[csv-name-empty] 1:10: This column has no name."]),
    ("person,x,y,x\nann,1,2,3\n", &["error[csv-name-twice] 1:12: There is another column called “x”."]),
    (
        "name,x,y\nann,1,2\n",
        &[
            "error[responses-first] 1:1: The first column must be called “person”, not “name”.",
            "  hint: The header is “person”, then the identifiers of the items.",
        ],
    ),
    ("person\nann\n", &["error[responses-items] 1:1: There is no item: after “person” the header names the items."]),
    ("person,x,y\n,1,2\n", &["error[responses-person] 2:1: This row does not say whose answers it holds."]),
    (
        "person,x,y\n\"an\nn\",1,2\nbob,1,2\nbob,1,2\n",
        &["error[responses-twice] 5:1: The person “bob” appears twice, first in line 4."],
    ),
    (
        "person,x,y\nann,inf,-1\nbob,1.5,1e3\n",
        &[
            "error[responses-cell] 2:5: “inf” is no category: a whole number from 0, or nothing (or NA) where the item was not answered.",
            "error[responses-code] 2:9: “-1” is no category: they are whole numbers from 0 to 100.",
            "  hint: 99, 999, -99 and the like are often written for a missing answer: leave the cell empty then.",
            "error[responses-cell] 3:5: “1.5” is no category: a whole number from 0, or nothing (or NA) where the item was not answered.",
            "error[responses-cell] 3:9: “1e3” is no category: a whole number from 0, or nothing (or NA) where the item was not answered.",
        ],
    ),
    (
        "person,xx,y\nann,1,2\nbob,0,99\n",
        &[
            "warning[responses-far] 3:7: After 2, the next higher answer to “y” is 99.",
            "  hint: If it is written for a missing answer, leave the cell empty.",
            "error[item-named]: There is no item “x”.",
        ],
    ),
    ("person,xx,y\nann,1,2\n", &["error[item-named]: There is no item “x”."]),
];

/// What `metier reliability` has to add to its numbers: people's answers, and all notes on them.
const NOTES: &[(&str, &[(&str, &str)])] = &[
    ("person,x,y,z\na,0,1,1\nb,1,0,0\nc,2,2,1\nd,2,1,3\ne,3,4,4\nf,4,3,2\ng,1,1,0\nh,3,2,4\n", &[]),
    (
        "person,x,y,z\na,0,1,\nb,1,1,1\n",
        &[
            ("note-left-out", "One person of 2 did not answer every item and is left out."),
            (
                "note-pairwise-few",
                "There is no pairwise alpha: some pair of items was answered by fewer than two people.",
            ),
            (
                "note-few-persons",
                "Fewer than two people answered every item, so nothing is computed that needs all of a person’s answers.",
            ),
        ],
    ),
    // Each pair of items was answered by two, all three by nobody.
    (
        "person,x,y,z\na,0,1,\nb,2,2,\nc,,0,1\nd,,3,3\ne,1,,1\nf,3,,2\n",
        &[
            ("note-left-out", "6 of 6 people did not answer every item and are left out."),
            (
                "note-pairwise",
                "The pairwise alpha leaves nobody out: each covariance is over all who answered both items, 2 people at least. It is no alpha of any one group of people.",
            ),
            (
                "note-few-persons",
                "Fewer than two people answered every item, so nothing is computed that needs all of a person’s answers.",
            ),
        ],
    ),
    // One item is the other turned round.
    (
        "person,x,y\na,0,2\nb,1,1\nc,2,0\nd,1,\n",
        &[
            ("note-left-out", "One person of 4 did not answer every item and is left out."),
            (
                "note-pairwise-sum",
                "There is no pairwise alpha: the covariances of the items add up to nothing or less.",
            ),
            ("note-no-variance", "The sum of the items is the same for everybody, so there is no reliability."),
            ("note-contrary", "“x” falls where the other items rise. Should it be reversed?"),
            ("note-contrary", "“y” falls where the other items rise. Should it be reversed?"),
            ("note-omega-items", "Omega needs at least three items that vary."),
        ],
    ),
    (
        "person,x\na,0\nb,1\n",
        &[
            ("note-few-items", "Alpha, lambda-2 and the standard error need at least two items."),
            ("note-omega-items", "Omega needs at least three items that vary."),
        ],
    ),
    (
        "person,x,y\na,1,1\nb,1,1\n",
        &[
            ("note-no-variance", "The sum of the items is the same for everybody, so there is no reliability."),
            ("note-constant", "Everybody gave the same answer to “x”."),
            ("note-constant", "Everybody gave the same answer to “y”."),
            ("note-omega-items", "Omega needs at least three items that vary."),
        ],
    ),
    (
        "person,x,y\na,0,2\nb,1,2\nc,2,0\n",
        &[
            ("note-negative", "Alpha is negative: the items contradict each other. Should some of them be reversed?"),
            ("note-contrary", "“x” falls where the other items rise. Should it be reversed?"),
            ("note-contrary", "“y” falls where the other items rise. Should it be reversed?"),
            ("note-omega-items", "Omega needs at least three items that vary."),
        ],
    ),
    // An alpha of exactly 0 is not negative.
    (
        "person,x,y\na,0,0\nb,0,1\nc,1,0\nd,1,1\ne,3,1\nf,3,0\n",
        &[("note-omega-items", "Omega needs at least three items that vary.")],
    ),
    (
        "person,x,y\na,0,1\nb,1,\nc,2,2\nd,,0\ne,3,4\n",
        &[
            ("note-left-out", "2 of 5 people did not answer every item and are left out."),
            (
                "note-pairwise",
                "The pairwise alpha leaves nobody out: each covariance is over all who answered both items, 3 people at least. It is no alpha of any one group of people.",
            ),
            ("note-omega-items", "Omega needs at least three items that vary."),
        ],
    ),
    // Covariances of exactly 0 between three items.
    (
        "person,x,y,z\na,0,0,0\nb,0,0,1\nc,0,1,0\nd,0,1,1\ne,1,0,0\nf,1,0,1\ng,1,1,0\nh,1,1,1\n",
        &[("note-omega-factor", "There is no omega: no factor was found that the items share.")],
    ),
    // x goes with y and with z, which do not go with each other: its loading would have no end.
    (
        "person,x,y,z\na,0,0,0\nb,0,0,0\nc,1,1,0\nd,1,0,1\ne,2,2,1\nf,2,1,2\ng,1,0,2\nh,1,2,0\n",
        &[("note-omega-improper", "There is no omega: one factor would have to explain more of “x” than there is.")],
    ),
];

/// The codes that this file tests.
pub fn codes() -> impl Iterator<Item = &'static str> {
    let problems = SAID.iter().flat_map(|(_, lines)| lines.iter().filter_map(|line| code_in(line)));
    problems.chain(NOTES.iter().flat_map(|(_, notes)| notes.iter().map(|(code, _)| *code))).chain(["scale-item"])
}

/// An item counts once, in one scale; scales that share none are no problem.
#[test]
fn an_item_of_two_scales_is_refused() {
    let quality = |scales: &[&str]| {
        let scales = scales.iter().flat_map(|scale| ["--scale", scale]);
        metier(&[&["quality", "-"], &scales.collect::<Vec<_>>()[..]].concat(), "person,a,b,c,d\nann,1,2,0,1\n")
    };
    for scales in [&["a,a", "b,c"][..], &["a,b", "c,a"], &["a", "a"]] {
        let done = quality(scales);
        assert_eq!((done.code, done.out.as_str()), (1, ""), "{scales:?}");
        assert_eq!(
            done.err,
            "-: 1 error, 0 warnings\nerror[scale-item]: “a” is named twice by `--scale`.\n  hint: An item counts once, in one scale.\n"
        );
    }
    assert_eq!(quality(&["a,b", "c,d"]).err, "");
}

#[test]
fn every_problem_of_peoples_answers_is_said_in_full() {
    for (answers, expected) in SAID {
        let done = metier(&["reliability", "-", "--reverse", "x"], answers);
        assert_eq!((done.code, done.out.as_str()), (1, ""), "{answers}");
        assert_eq!(done.err.lines().skip(1).collect::<Vec<_>>(), *expected);
    }
}

#[test]
fn every_note_is_said_in_full() {
    for (answers, expected) in NOTES {
        let done = metier(&["reliability", "-"], answers);
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{answers}");
        let printed: Value = serde_json::from_str(&done.out).unwrap();
        let note =
            |note: &Value| (note["code"].as_str().unwrap().to_owned(), note["message"].as_str().unwrap().to_owned());
        let notes: Vec<(String, String)> = printed["notes"].as_array().unwrap().iter().map(note).collect();
        let expected: Vec<(String, String)> =
            expected.iter().map(|&(code, message)| (code.into(), message.into())).collect();
        assert_eq!(notes, expected, "{answers}");
    }
}
