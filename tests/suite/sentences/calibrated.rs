//! What is said of files of calibrated items, and of responses to them.

use super::Input::{self, Items, Responses, Unestimated};
use super::{estimated, said_of};

/// Items that the responses of these tests are for.
pub const BANK: &str = "item,model,a,b1,b2\nq1,2pl,1,0,\nq2,graded,1.5,-1,1\n";

/// Each input with all lines that the command line prints about it.
pub const SAID: &[(Input, &[&str])] = &[
    (
        Items(""),
        &[
            "error[csv-empty] 1:1: The file is empty: there is no header.",
            "  hint: The first line names the columns, with commas between the names.",
        ],
    ),
    (Items("item,model\n"), &["error[csv-rows] 1:1: There are no rows below the header."]),
    (
        Items("item,model,a,b1\nq1,\"2pl,1,0\nq2,2pl,1,0\n"),
        &[
            "error[csv-quote] 2:4: The quotation mark that opens this cell is never closed.",
            "  hint: Close it, or write it twice within a quoted cell if it belongs to the text.",
        ],
    ),
    (
        Items("item,model,a,b1\nq1,2pl,1\nq2,2pl,1,0,0\n"),
        &[
            "error[csv-ragged] 2:1: Separated by commas, this row has 3 cells and the header 4.",
            "  hint: Look for an extra or a missing comma; put a cell that contains a comma in double quotation marks.",
            "error[csv-ragged] 3:1: Separated by commas, this row has 5 cells and the header 4.",
            "  hint: Look for an extra or a missing comma; put a cell that contains a comma in double quotation marks.",
        ],
    ),
    (Items("item,model,,b1\nq1,1pl,x,0\n"), &["error[csv-name-empty] 1:12: This column has no name."]),
    (Items("item,model,b1,b1\nq1,1pl,0,0\n"), &["error[csv-name-twice] 1:15: There is another column called “b1”."]),
    (
        Items("item,model,a,b\nq1,2pl,1,0\n"),
        &["error[items-column] 1:14: There is no column “b” in a file of items.", "  hint: did you mean “b1”?"],
    ),
    (
        Items("item,model,difficulty,discrimination\nq1,2pl,1,0\n"),
        &[
            "error[items-column] 1:12: There is no column “difficulty” in a file of items.",
            "  hint: The header is item,model,a,b1,b2,…,c,d; nominal items use a1,a2,… and c1,c2,….",
            "error[items-column] 1:23: There is no column “discrimination” in a file of items.",
            "  hint: The header is item,model,a,b1,b2,…,c,d; nominal items use a1,a2,… and c1,c2,….",
        ],
    ),
    (
        Items("id,model,b1\nq1,1pl,0\n"),
        &[
            "error[items-column] 1:1: There is no column “id” in a file of items.",
            "  hint: The header is item,model,a,b1,b2,…,c,d; nominal items use a1,a2,… and c1,c2,….",
            "error[items-header] 1:1: There is no column “item”.",
            "  hint: The header is item,model,a,b1,b2,…,c,d; nominal items use a1,a2,… and c1,c2,….",
        ],
    ),
    (Items("item,model,b1\n ,1pl,0\n"), &["error[items-id] 2:1: This item has no identifier."]),
    (Items("item,model,b1\nq1,1pl,0\nq2,1pl,0\nq1,1pl,1\n"), &["error[items-twice] 4:1: The item “q1” appears twice."]),
    (
        Items("item,model,b1\nq1,rasch,0\nq2,gradde,0\n"),
        &[
            "error[items-model] 2:4: “rasch” is not a model. The models are: 1pl 2pl 3pl 4pl graded partial-credit nominal.",
            "error[items-model] 3:4: “gradde” is not a model. The models are: 1pl 2pl 3pl 4pl graded partial-credit nominal.",
            "  hint: did you mean “graded”?",
        ],
    ),
    (
        Items("item,model,a,b1\nq1,2pl,1e999,0\nq2,2pl,1,NaN\nq3,2pl,1_000,\"1.234,5\"\nq4,2pl,1e31,20%\n"),
        &[
            "error[items-large] 2:8: “1e999” is too large: parameters, and products of them, go to 1e30.",
            "error[items-missing] 3:10: A 2pl item needs a number in the column b1.",
            "error[items-number] 4:8: “1_000” is not a number that can be used.",
            "  hint: Write digits and one decimal point or comma, such as -0.5 or 1e-3: no percent sign, and nothing between thousands.",
            "error[items-number] 4:14: “1.234,5” is not a number that can be used.",
            "  hint: Write digits and one decimal point or comma, such as -0.5 or 1e-3: no percent sign, and nothing between thousands.",
            "error[items-large] 5:8: “1e31” is too large: parameters, and products of them, go to 1e30.",
            "error[items-number] 5:13: “20%” is not a number that can be used.",
            "  hint: Write digits and one decimal point or comma, such as -0.5 or 1e-3: no percent sign, and nothing between thousands.",
        ],
    ),
    (
        Items("item,model,a,b1\nq1,partial-credit,1e30,1e30\n"),
        &["error[items-large] 2:19: “1e30” is too large: parameters, and products of them, go to 1e30."],
    ),
    (
        Items("item,model,a,b1,b2,c\nq1,2pl,,0,,\nq2,3pl,1,0,,\nq3,graded,1,,1,\nq4,nominal,,,,\n"),
        &[
            "error[items-missing] 2:8: A 2pl item needs a number in the column a.",
            "error[items-missing] 3:13: A 3pl item needs a number in the column c.",
            "error[items-missing] 4:13: A graded item needs a number in the column b1.",
            "error[items-missing] 5:4: A nominal item needs a number in the column a1.",
            "error[items-missing] 5:4: A nominal item needs a number in the column a2.",
        ],
    ),
    (
        Items("item,model,a,b1,b2,c,d\nq1,2pl,1,0,1,0.2,\nq2,graded,1,0,1,,1\n"),
        &[
            "error[items-unused] 2:12: A 2pl item has no parameter b2.",
            "  hint: Leave the cell empty.",
            "error[items-unused] 2:14: A 2pl item has no parameter c.",
            "  hint: Leave the cell empty.",
            "error[items-unused] 3:18: A graded item has no parameter d.",
            "  hint: Leave the cell empty.",
        ],
    ),
    (
        Items("item,model,a,b1\nq1,2pl,0,0\nq2,partial-credit,-1.2,0\n"),
        &[
            "error[items-slope] 2:8: The slope must be above 0, not 0.",
            "  hint: Reverse an item that is keyed the other way before you calibrate it.",
            "error[items-slope] 3:19: The slope must be above 0, not -1.2.",
            "  hint: Reverse an item that is keyed the other way before you calibrate it.",
        ],
    ),
    (
        Items("item,model,a,b1,b2,b3\nq1,graded,1,-1,1,0.5\nq2,graded,1,0,0,\n"),
        &[
            "error[items-order] 2:18: Thresholds of a graded item rise from one to the next, and 0.5 does not.",
            "  hint: Thresholds in any order belong to the model partial-credit.",
            "error[items-order] 3:15: Thresholds of a graded item rise from one to the next, and 0 does not.",
            "  hint: Thresholds in any order belong to the model partial-credit.",
        ],
    ),
    (
        Items("item,model,a,b1,c,d\nq1,3pl,1,0,-0.1,\nq2,4pl,1,0,0.1,1.2\n"),
        &[
            "error[items-asymptote] 2:12: An asymptote is from 0 to 1, not -0.1.",
            "error[items-asymptote] 3:16: An asymptote is from 0 to 1, not 1.2.",
        ],
    ),
    (
        Items("item,model,a,b1,c,d\nq1,4pl,1,0,0.6,0.6\n"),
        &["error[items-asymptotes] 2:12: The lower asymptote must be below the upper one, and 0.6 is not."],
    ),
    (
        Items("item,model,a1,a2,a3,c1,c2\nq1,nominal,0,1,2,0,1\n"),
        &["error[items-categories] 2:4: A nominal item has as many slopes as intercepts, at least two."],
    ),
    (
        Responses("Name,q1\nann,1\n"),
        &[
            "error[responses-first] 1:1: The first column must be called “person”, not “Name”.",
            "  hint: The header is “person”, then the identifiers of the items.",
        ],
    ),
    (
        Responses("person\nann\n"),
        &["error[responses-items] 1:1: There is no item: after “person” the header names the items."],
    ),
    (Responses("person,q1\n,1\n"), &["error[responses-person] 2:1: This row does not say whose answers it holds."]),
    (
        Responses("person,q1\nann,1\nbob,0\nann,1\n"),
        &["error[responses-twice] 4:1: The person “ann” appears twice, first in line 2."],
    ),
    (
        Responses("person,q1,q2\nann,n.a.,1.5\nbob,-1,1\n"),
        &[
            "error[responses-cell] 2:5: “n.a.” is no category: a whole number from 0, or nothing (or NA) where the item was not answered.",
            "error[responses-cell] 2:10: “1.5” is no category: a whole number from 0, or nothing (or NA) where the item was not answered.",
            "error[responses-code] 3:5: “-1” is no category: they are whole numbers from 0 to 1.",
            "  hint: 99, 999, -99 and the like are often written for a missing answer: leave the cell empty then.",
        ],
    ),
    (
        Responses("person;q1;q2\nann;x;1\n"),
        &[
            "warning[csv-separator] 1:1: The cells are separated by semicolons instead of commas, and were read that way.",
            "error[responses-cell] 2:5: “x” is no category: a whole number from 0, or nothing (or NA) where the item was not answered.",
        ],
    ),
    (
        Responses("person,q1,q3\nann,1,1\n"),
        &["error[responses-item] 1:11: There is no item “q3” among the calibrated items."],
    ),
    (
        Responses("person,q2,q1\nann,2,1\nbob,3,2\ncy,9,999\n"),
        &[
            "error[responses-category] 3:5: The item has categories from 0 to 2, not 3.",
            "error[responses-category] 3:7: The item has categories from 0 to 1, not 2.",
            "error[responses-code] 4:4: “9” is no category: they are whole numbers from 0 to 2.",
            "  hint: 99, 999, -99 and the like are often written for a missing answer: leave the cell empty then.",
            "error[responses-code] 4:6: “999” is no category: they are whole numbers from 0 to 1.",
            "  hint: 99, 999, -99 and the like are often written for a missing answer: leave the cell empty then.",
        ],
    ),
    (
        Unestimated("ml", "person,q1,q2\nann,,\nbob,0,0\ncy,1,2\ndi,1,0\n"),
        &[
            "warning[estimate-answers]: “ann” has no estimate: nothing was answered.",
            "warning[estimate-lowest]: “bob” has no estimate: all answers are the lowest, and then ml has none in any range.",
            "  hint: Take wle, map or eap.",
            "warning[estimate-highest]: “cy” has no estimate: all answers are the highest, and then ml has none in any range.",
            "  hint: Take wle, map or eap.",
        ],
    ),
    // Under a prior that says nothing the likelihood alone counts.
    (
        Unestimated("map", "person,q1,q2\nann,,\nbob,0,0\ncy,1,2\n"),
        &[
            "warning[estimate-prior]: “ann” answered nothing: the estimate is the prior.",
            "warning[estimate-low]: “bob” has no estimate: the highest point is at the low end of the range or beyond it.",
            "  hint: Let `--range` begin lower, or take another `--method`.",
            "warning[estimate-high]: “cy” has no estimate: the highest point is at the high end of the range or beyond it.",
            "  hint: Let `--range` end higher, or take another `--method`.",
        ],
    ),
    (
        Unestimated("eap", "person,q1\nann,1\n"),
        &[
            "warning[estimate-finite]: “ann” has no estimate: the numbers are too large, or too far apart, to compute with.",
        ],
    ),
];

#[test]
fn every_problem_of_items_and_responses_is_said_in_full() {
    for (input, expected) in SAID {
        assert_eq!(said_of(input), *expected);
    }
}

/// What is legal: columns in any order, cells that a model without asymptotes has anyway, errors beside parameters,
/// exponents, rows in any order, items that nobody answered, nothing but the prior.
#[test]
fn what_is_legal_has_no_problem() {
    for items in [
        BANK,
        "model,b1,item\n1pl,0,q1\n",
        "item,model,a,b1\nq1,2pl,\"1,2\",\"-0,5\"\nq2,2pl,1,\u{2212}0.5\n",
        "item,model,a,b1,c,d\nq1,2pl,1e-1,+.5,0,1\nq2,3pl,2.,-1E0,0.2,1.0\nq3,1pl,,0,0.0,\n",
        "item,model,a,se_a,b1,se_b1\nq1,2pl,1,0.1,0,0.2\n",
        "item,model,a,b1,b2,b3\nq1,partial-credit,1,2,-2,\nq2,graded,1,0,,\n",
        "item,model,c2,a2,c1,a1\nq1,nominal,0,-1,0.5,1\n",
        "\u{feff}item,model,b1\r\n\"q,1\",1pl,0\r\n",
    ] {
        assert_eq!(said_of(&Items(items)), [] as [&str; 0], "{items}");
    }
    for responses in ["person,q2\nann,2\n", "person,q2,q1\nann,,0\nbob,1,\n", "person,q1\n\"Ann, B.\",1\n"] {
        assert_eq!(said_of(&Responses(responses)), [] as [&str; 0], "{responses}");
    }
}

/// Where nothing was answered, what is estimated under a prior is the prior to the last digit.
#[test]
fn the_estimate_of_no_answers_is_the_prior() {
    for method in ["eap", "map"] {
        for (prior, row) in [("0,1", "ann,0,1,"), ("-0.3,0.7", "ann,-0.3,0.7,")] {
            let done = estimated(method, prior, "person,q1,q2\nann,,\n");
            assert!(done.out.lines().nth(1).unwrap().starts_with(row), "{method} {prior}: {}", done.out);
            assert!(done.err.contains("warning[estimate-prior]"), "{}", done.err);
        }
    }
    let done = estimated("map", "9,1", "person,q1,q2\nann,,\n");
    assert!(done.err.contains("warning[estimate-high]"), "the prior is not within the range: {}", done.err);
}

/// A table with another separator is read, and says so.
#[test]
fn the_separator_of_a_table_is_said() {
    let done = estimated("map", "0,1", "person;q1;q2\nann;1;\n");
    assert_eq!((done.code, done.out.lines().count()), (0, 2));
    assert_eq!(
        done.err,
        "-: 0 errors, 1 warning\nwarning[csv-separator] 1:1: The cells are separated by semicolons instead of commas, and were read that way.\n"
    );
}

/// However hostile a header, reading it ends soon, with the usual number of problems.
#[test]
fn columns_with_enormous_numbers_are_unknown() {
    let said = said_of(&Items("item,model,a,b99999999999\nq1,graded,1,0\n"));
    assert!(said[0].starts_with("error[items-column] 1:14: There is no column “b99999999999”"), "{said:?}");
}
