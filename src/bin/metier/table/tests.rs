//! Tables as they are written, and where their cells stand.

use super::*;

fn problems(text: &str) -> Vec<(Code, u32, u32)> {
    let mut problems = Problems::default();
    let table = Table::read(text, &mut problems);
    assert_eq!(table.is_none(), problems.rejected(), "{text:?}");
    problems.into_list().iter().map(|problem| (problem.code, problem.line, problem.column)).collect()
}

/// The cells of a table with their places, header first.
fn cells(text: &str) -> Vec<Vec<(String, (u32, u32))>> {
    let mut problems = Problems::default();
    let table = Table::read(text, &mut problems).expect("a table");
    let known = |cell: Cell<'_>| (cell.text.to_owned(), cell.place());
    let mut all = vec![table.header().map(known).collect()];
    all.extend(table.rows().map(|row| row.map(known).collect::<Vec<_>>()));
    all
}

fn placed(cells: &[(&str, (u32, u32))]) -> Vec<(String, (u32, u32))> {
    cells.iter().map(|&(text, place)| (text.to_owned(), place)).collect()
}

#[test]
fn cells_know_their_places() {
    let expected = [
        placed(&[("a", (1, 1)), ("b", (1, 3))]),
        placed(&[("1", (2, 1)), ("", (2, 3))]),
        placed(&[("x\ny", (3, 1)), ("say \"hi\", now", (4, 4))]),
        placed(&[("é😀", (5, 1)), ("z", (5, 5))]),
    ];
    let text = "a,b\n1,\n\"x\ny\",\"say \"\"hi\"\", now\"\né😀,z\n";
    assert_eq!(cells(text), expected);
    assert_eq!(cells(&format!("\u{feff}{}", text.trim_end())), expected, "byte order mark, and no line end at the end");
}

#[test]
fn lines_end_as_they_like_and_empty_ones_are_passed_over() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["", "a,b", "", "", "1,\"2", "3\"", "4,5", "", ""].join(end);
        let inner = format!("2{end}3");
        let expected = [
            placed(&[("a", (2, 1)), ("b", (2, 3))]),
            placed(&[("1", (5, 1)), (&inner, (5, 3))]),
            placed(&[("4", (7, 1)), ("5", (7, 3))]),
        ];
        assert_eq!(cells(&text), expected, "{end:?}");
    }
}

#[test]
fn all_that_is_wrong_comes_at_once() {
    for empty in ["", "\u{feff}", "\n\r\n"] {
        assert_eq!(problems(empty), [(Code::CSV_EMPTY, 1, 1)]);
    }
    assert_eq!(problems("a,b\n"), [(Code::CSV_ROWS, 1, 1)]);
    assert_eq!(
        problems("a,b,a,, \n1\n1,2,3,4,5\n1,2,3,4,5,6\n1,2,3,\u{1b},5\n1,2,\"3,4"),
        [
            (Code::CSV_NAME_TWICE, 1, 5),
            (Code::CSV_NAME_EMPTY, 1, 7),
            (Code::CSV_NAME_EMPTY, 1, 8),
            (Code::CSV_RAGGED, 2, 1),
            (Code::CSV_RAGGED, 4, 1),
            (Code::TEXT_CONTROL, 5, 7),
            (Code::CSV_QUOTE, 6, 5)
        ]
    );
    assert_eq!(problems("a,\"b\nc,d\n"), [(Code::CSV_QUOTE, 1, 3)], "in the header");
    assert_eq!(problems("a,b\n1,\"2\"\"\n"), [(Code::CSV_QUOTE, 2, 3)], "a doubled mark closes nothing");
    assert_eq!(problems("a,b\n1,2\"\"\"\n"), [], "marks within a cell that began without one");
}

/// The cells without their places, rows apart by `|`.
fn plainly(text: &str) -> String {
    let row = |row: Vec<(String, (u32, u32))>| row.into_iter().map(|(cell, _)| cell).collect::<Vec<_>>().join(" ");
    cells(text).into_iter().map(row).collect::<Vec<_>>().join("|")
}

#[test]
fn tables_are_read_as_spreadsheets_and_r_write_them() {
    let expected = "person q1 q2|ann 0 1|bob 2 ";
    for text in [
        "person,q1,q2\nann,0,1\nbob,2,\n",
        "person;q1;q2\r\nann;0;1\r\nbob;2;\r\n",
        "person\tq1\tq2\nann\t0\t1\nbob\t2\t\n",
        "sep=;\r\nperson;q1;q2\r\nann;0;1\r\nbob;2;\r\n",
        "\u{feff}\"sep=\t\"\nperson\tq1\tq2\nann\t0\t1\nbob\t2\t\n",
        "sep=\\t\nperson\tq1\tq2\nann\t0\t1\nbob\t2\t\n",
        "sep=,\nperson,q1,q2\nann,0,1\nbob,2,\n",
        "person,q1,q2,,\nann,0,1,,\nbob,2,,,\n,,,,\n,,,,\n",
        "person,q1,q2\nann,0,1,,\nbob,2,,\n",
        "person,q1,,q2\nann,0,,1\nbob,2,,\n",
        "person,,q1, ,q2,\nann,,0,,1,\nbob,,2, ,,\n",
        "\"\",\"person\",\"q1\",\"q2\"\n\"1\",\"ann\",0,1\n\"2\",\"bob\",2,\n",
        "person,q1,q2\n1,ann,0,1\n2,bob,2,\n",
        "Unnamed: 0,person,q1,q2\n0,ann,0,1\n1,bob,2,\n",
        "X,person,q1,q2\n1,ann,0,1\n2,bob,2,\n",
        "...1;person;q1;q2\n1;ann;0;1\n2;bob;2;\n",
        "\"rownames\",\"person\",\"q1\",\"q2\"\n\"1\",\"ann\",0,1\n\"2\",\"bob\",2,\n",
        "\"person\" \"q1\" \"q2\"\n\"ann\" 0 1\n\"bob\" 2 \"\"\n",
        "\"person\" \"q1\" \"q2\"\n\"1\" \"ann\" 0 1\n\"2\" \"bob\" 2 \"\"\n",
        "person q1 q2\nann 0 1\nbob 2 \n",
        "person, q1,q2 \nann,0,1\nbob,2,\n",
    ] {
        assert_eq!(plainly(text), expected, "{text:?}");
    }
    assert_eq!(plainly("q1,q2\nann,0,1\nbob,2,3\n"), " q1 q2|ann 0 1|bob 2 3", "names of rows without a name");
    assert_eq!(plainly("\"\",q1\nann,0\n"), " q1|ann 0");
    assert_eq!(plainly("\"a;b;c\",d\n1,2\n"), "a;b;c d|1 2", "what stands within quotation marks separates nothing");
}

#[test]
fn cells_of_such_tables_know_their_places_too() {
    let at = |text: &str| {
        cells(text)
            .into_iter()
            .map(|row| row.into_iter().map(|(_, place)| place).collect::<Vec<_>>())
            .collect::<Vec<_>>()
    };
    assert_eq!(at("sep=;\na;b\n\n1;2\n"), [[(2, 1), (2, 3)], [(4, 1), (4, 3)]]);
    assert_eq!(at("\"\",person,q\n7,ann,0\n"), [[(1, 4), (1, 11)], [(2, 3), (2, 7)]]);
    assert_eq!(at("person,q\n7,ann,0\n"), [[(1, 1), (1, 8)], [(2, 3), (2, 7)]]);
    assert_eq!(at("q,r\nann,0,1\n"), [[(1, 1), (1, 1), (1, 3)], [(2, 1), (2, 5), (2, 7)]]);
    assert_eq!(
        at("q\n\"a\"b\",1\n"),
        [[(1, 1), (1, 1)], [(2, 1), (2, 7)]],
        "a mark after the one that closes is a character"
    );
    assert_eq!(problems("a;b\n1;2\n"), [(Code::CSV_SEPARATOR, 1, 1)]);
    assert_eq!(problems("a,b,\n1,2,3\n"), [(Code::CSV_NAME_EMPTY, 1, 5)], "something stands below no name");
    assert_eq!(problems("a,q1, q1\n1,2,3\n"), [(Code::CSV_NAME_TWICE, 1, 6)], "a blank makes no other name");
    assert_eq!(problems("a,,b\n1,,3\n2,x,3\n"), [(Code::CSV_NAME_EMPTY, 1, 3)]);
    assert_eq!(at("a,,b\n1,,3\n"), [[(1, 1), (1, 4)], [(2, 1), (2, 4)]]);
}

#[test]
fn numbers_have_a_decimal_point_or_comma_and_any_minus() {
    let numbers = |text: &str| {
        let mut problems = Problems::default();
        let table = Table::read(text, &mut problems).expect("a table");
        table.rows().flatten().map(|cell| cell.number()).collect::<Vec<_>>()
    };
    assert_eq!(numbers("a;b;c\n1,5;2.5;1.000,5\n"), [Some(1.5), Some(2.5), None]);
    assert_eq!(numbers("a,b\n\"-1,5\",2.5\n"), [Some(-1.5), Some(2.5)]);
    assert_eq!(numbers("a,b,c\n\u{2212}0.5,–1,1e\u{2212}3\n"), [Some(-0.5), Some(-1.0), Some(1e-3)]);
    assert_eq!(numbers("a,b,c\n20%,1_000,\"1,5,3\"\n"), [None, None, None]);
}

/// One problem for a first line that is not the header, and none for one that only lacks a name for names of rows.
#[test]
fn a_title_or_a_remark_is_no_header() {
    for (text, line) in [
        ("# made by R\nperson,q1,q2\na,1,2\nb,2,1\n", 1),
        ("# made by R\nperson,q1\na,1\nb,2\n", 1),
        ("\nA survey\n\nof May\nperson,q1,q2\na,1,2\nb,2,1\n", 2),
        ("A survey\nperson,q1\na,1\nb,2\n", 1),
        ("A survey,\nperson,q1,q2,q3\na,1,2,3\nb,2,1\n", 1),
    ] {
        assert_eq!(problems(text), [(Code::CSV_TITLE, line, 1)], "{text:?}");
    }
    for text in ["q1,q2\nann,0,1\nbob,2,3\n", "#1\nann,0\nbob,1\n", "person,q1\na,1,,,\nb,2,,,\n", "q1\nann,1\n"] {
        assert_eq!(problems(text), [], "{text:?}");
    }
    let ragged = [(Code::CSV_RAGGED, 2, 1)];
    assert_eq!(problems("person,q1\nann,1,2,3\nbob,2\n"), ragged, "one row alone is no table below");
}

#[test]
fn hostile_texts_end_soon() {
    assert_eq!(problems(&",".repeat(1_000_000)).len(), 1);
    assert_eq!(problems(&format!("a,{}\n1", " ,".repeat(500_000))).len(), 1);
    assert_eq!(problems(&format!("a,{}\n1{}", " ,".repeat(500_000), ",1".repeat(500_000))).len(), MOST + 1);
    assert_eq!(problems(&format!("a{}\n{}", ",".repeat(500_000), "1\n".repeat(500_000))).len(), 0);
    assert_eq!(problems(&format!("a,b\n{}", "x\n".repeat(1_000_000))).len(), MOST + 1);
    assert_eq!(problems(&format!("a\n{}", "\n".repeat(1_000_000))).len(), 1);
}

/// No character is cut into parts, however many code points it has.
#[test]
fn what_is_quoted_is_cut_between_characters() {
    for character in
        ["a", "文", "e\u{301}", "👩🏽\u{200d}💻", "🇩🇪", "ก\u{e49}", "❤\u{fe0f}", "🏴\u{e0067}\u{e0062}\u{e007f}"]
    {
        assert_eq!(shortened(&character.repeat(41)), character.repeat(40) + "…", "{character}");
        assert_eq!(shortened(&character.repeat(40)), character.repeat(40), "{character}");
    }
}

/// The text from a place on.
fn text_at(text: &str, (line, column): (u32, u32)) -> String {
    let unix = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let rest: Vec<&str> = unix.split('\n').skip(line as usize - 1).collect();
    let units: Vec<u16> = rest.join("\n").encode_utf16().collect();
    String::from_utf16(&units[column as usize - 1..]).expect("whole characters")
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    /// Whatever is read, it ends, and each cell stands where it says.
    #[test]
    fn any_text_has_a_table_or_problems(text in "[\u{feff}]?([a1,é😀\"\r\n\u{1b}]|,|\n|\r\n|\"){0,40}") {
        let mut problems = Problems::default();
        if let Some(table) = Table::read(&text, &mut problems) {
            for cell in table.header().chain(table.rows().flatten()) {
                let (found, said) = (text_at(&text, cell.place()), cell.text.replace("\r\n", "\n").replace('\r', "\n"));
                let bare = found.trim_start_matches('"').chars().next();
                assert!(said.is_empty() || said.starts_with('"') || said.chars().next() == bare, "{text:?} {found:?} {said:?}");
            }
        } else {
            assert!(problems.rejected());
        }
    }
}
