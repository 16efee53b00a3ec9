//! The CSV of responses: a row for each person, a column for each item, the category chosen in each cell.

use super::items::Items;
use super::table::{Cell, Table};
use metier::problem::{Code, Naming, Problem, Problems, Severity};
use metier::quiz::limits::{OPTIONS, STEPS};
use metier::text::unseen::seen;
use std::collections::{BTreeMap, HashMap};

/// What people answered.
pub struct Responses {
    /// The items, as the header names them.
    pub items: Vec<String>,
    /// The people, each named once.
    pub persons: Vec<String>,
    /// The categories chosen, from 0, person after person; nothing where an item was not answered.
    answers: Vec<Option<u32>>,
}

impl Responses {
    /// The answers of a person, in the order of the items; none for a person who is not there.
    pub fn of(&self, person: usize) -> &[Option<u32>] {
        let start = person * self.items.len();
        self.answers.get(start..start + self.items.len()).unwrap_or_default()
    }

    /// The category that a person chose, turned round where the item is reversed: the highest of the item becomes 0.
    /// Nothing where the item was not answered.
    pub fn score(&self, person: usize, item: usize, reversed: &Reversed) -> Option<f64> {
        let category = (*self.of(person).get(item)?)?;
        let turned = reversed.items.get(item) == Some(&true);
        let highest = reversed.highest.get(item).copied().unwrap_or_default();
        Some(f64::from(if turned { highest.saturating_sub(category) } else { category }))
    }

    /// The places of the items with these names; a name that is none of theirs is a problem.
    pub fn named(&self, names: &[String], problems: &mut Problems) -> Vec<usize> {
        let known: HashMap<&str, usize> =
            self.items.iter().enumerate().map(|(place, item)| (item.as_str(), place)).collect();
        let mut places = Vec::new();
        for name in names {
            match known.get(name.as_str()) {
                Some(place) => places.push(*place),
                None => {
                    let hint = problems.nearest(name, &mut self.items.iter().map(String::as_str));
                    problems.add(Problem::plain(
                        Severity::Error,
                        Code::ITEM_NAMED,
                        &[("item", Naming::Text(name))],
                        hint,
                    ));
                }
            }
        }
        places
    }

    /// The items with these names are to be turned round.
    pub fn reversed(&self, names: &[String], problems: &mut Problems) -> Reversed {
        let count = self.items.len();
        let mut reversed = Reversed { items: vec![false; count], highest: self.highest(), known: vec![false; count] };
        for place in self.named(names, problems) {
            if let Some(item) = reversed.items.get_mut(place) {
                *item = true;
            }
        }
        reversed
    }

    /// Warns of reversed items of a scale that seem to have fewer categories than others of it: perhaps nobody chose
    /// their last ones, and they are turned round within too few.
    pub fn doubt(&self, scale: &[usize], reversed: &Reversed, problems: &mut Problems) {
        let highest = |item: usize| reversed.highest.get(item).copied().unwrap_or_default();
        let most = scale.iter().map(|&item| highest(item)).max().unwrap_or_default();
        for &item in scale {
            let turned = reversed.items.get(item) == Some(&true) && reversed.known.get(item) == Some(&false);
            if turned && highest(item) < most && !problems.full() {
                let values = [
                    ("item", Naming::Text(self.items.get(item).map_or("", String::as_str))),
                    ("found", Naming::Number(f64::from(highest(item)))),
                    ("most", Naming::Number(f64::from(most))),
                ];
                problems.add(Problem::plain(Severity::Warning, Code::ITEM_TURNED, &values, None));
            }
        }
    }

    /// The highest category of each item that anybody chose; 0 where nobody answered it.
    pub fn highest(&self) -> Vec<u32> {
        let mut highest = vec![0; self.items.len()];
        for person in 0..self.persons.len() {
            for (highest, category) in highest.iter_mut().zip(self.of(person)) {
                *highest = category.unwrap_or_default().max(*highest);
            }
        }
        highest
    }
}

/// Which items count backwards, and the highest category of each: an item of two steps is turned round within its own
/// two, whatever stands beside it.
pub struct Reversed {
    items: Vec<bool>,
    highest: Vec<u32>,
    /// Whether it is said elsewhere how many categories the item has.
    known: Vec<bool>,
}

impl Reversed {
    /// With the categories that the items are known to have, chosen or not.
    pub fn among(mut self, counts: impl Iterator<Item = Option<usize>>) -> Reversed {
        for ((highest, known), count) in self.highest.iter_mut().zip(&mut self.known).zip(counts) {
            *highest = count.map_or(0, |count| count.saturating_sub(1) as u32).max(*highest);
            *known |= count.is_some();
        }
        self
    }
}

/// What reading gives, and what is wrong.
type Found<T> = (Option<T>, Vec<Problem>);

/// Joins responses that were read with what a call says of their items.
pub fn with<T>(found: Found<Responses>, join: impl FnOnce(&Responses, &mut Problems) -> T) -> Found<(Responses, T)> {
    let (Some(responses), mut warnings) = found else { return (None, found.1) };
    let mut problems = Problems::default();
    let joined = join(&responses, &mut problems);
    let joined = (!problems.rejected()).then_some((responses, joined));
    warnings.extend(problems.into_list());
    (joined, warnings)
}

/// Reads the text of such a file: its first column is called `person`, the others are items.
pub fn read(text: &str) -> Found<Responses> {
    let mut problems = Problems::default();
    let responses = Table::read(text, &mut problems).map(|table| of_table(&table, &[], &mut problems));
    let responses = responses.filter(|_| !problems.rejected());
    (responses, problems.into_list())
}

/// Reads responses to known items: every item is one of them, and every category one that its item has.
pub fn read_of(text: &str, items: &Items) -> Found<Responses> {
    let mut problems = Problems::default();
    let responses = Table::read(text, &mut problems).map(|table| {
        let known: Vec<Option<usize>> = table.header().map(|cell| items.find(cell.text)).collect();
        let counts: Vec<Option<usize>> = known.iter().map(|item| Some(items.models.get((*item)?)?.count())).collect();
        let responses = of_table(&table, &counts, &mut problems);
        if !problems.rejected() {
            check_items(&table, &known, items, &mut problems);
        }
        responses
    });
    let responses = responses.filter(|_| !problems.rejected());
    (responses, problems.into_list())
}

/// The items of the header are known.
fn check_items(table: &Table, known: &[Option<usize>], items: &Items, problems: &mut Problems) {
    for (cell, _) in table.header().zip(known).skip(1).filter(|(_, item)| item.is_none()) {
        if !problems.full() {
            let hint = problems.nearest(cell.text, &mut items.ids.iter().map(String::as_str));
            problems.add(cell.problem(Code::RESPONSES_ITEM, &[("item", Naming::Text(&cell.quoted()))], hint));
        }
    }
}

/// Reads the rows; `counts` says column by column how many categories there are, where that is known.
fn of_table(table: &Table, counts: &[Option<usize>], problems: &mut Problems) -> Responses {
    let mut responses = Responses { items: Vec::new(), persons: Vec::new(), answers: Vec::new() };
    let mut header = table.header();
    // A first column without a name has names of rows: of the people.
    if let Some(first) = header
        .next()
        .filter(|first| !matches!(first.text.trim().to_ascii_lowercase().as_str(), "person" | "" | "unnamed: 0"))
    {
        problems.add(first.problem(Code::RESPONSES_FIRST, &[("found", Naming::Text(&first.quoted()))], None));
    }
    responses.items.extend(header.map(|cell| cell.text.trim().to_owned()));
    if responses.items.is_empty() {
        problems.add(Problem {
            line: 1,
            column: 1,
            ..Problem::plain(Severity::Error, Code::RESPONSES_ITEMS, &[], None)
        });
    }
    let mut known = HashMap::new();
    let mut chosen: Vec<Chosen> = responses.items.iter().map(|_| Chosen::default()).collect();
    for mut row in table.rows() {
        if problems.full() {
            break;
        }
        if let Some(person) = row.next() {
            check_person(person, &mut known, problems);
            responses.persons.push(person.text.trim().to_owned());
        }
        let counts = counts.iter().skip(1).copied().chain(std::iter::repeat(None));
        for ((cell, count), chosen) in row.zip(counts).zip(&mut chosen) {
            let category = category(cell, count, problems);
            if let Some(category) = category.filter(|_| count.is_none()) {
                chosen.0.entry(category).or_insert(cell);
            }
            responses.answers.push(category);
        }
    }
    if !problems.rejected() {
        for (chosen, item) in chosen.iter().zip(&responses.items) {
            chosen.doubt(item, problems);
        }
    }
    responses
}

/// The categories that anybody chose of an item, each with the first cell that has it.
#[derive(Default)]
struct Chosen<'t>(BTreeMap<u32, Cell<'t>>);

impl Chosen<'_> {
    /// Warns where one is far above all that are lower: beyond any scale for ratings, and more than twice the next one.
    /// Then it may stand for a missing answer, as may all above it.
    fn doubt(&self, item: &str, problems: &mut Problems) {
        let mut before = None;
        for (&category, cell) in &self.0 {
            let next = before.replace(category);
            let Some(lower) = next.filter(|&lower| category > STEPS && category > 2 * lower) else { continue };
            if problems.crowded() {
                return;
            }
            let values = [
                ("item", Naming::Text(item)),
                ("found", Naming::Number(f64::from(category))),
                ("most", Naming::Number(f64::from(lower))),
            ];
            problems.add(Problem { severity: Severity::Warning, ..cell.problem(Code::RESPONSES_FAR, &values, None) });
            return;
        }
    }
}

/// Each person has a name of their own, by what is seen of it.
fn check_person<'t>(person: Cell<'t>, known: &mut HashMap<String, Cell<'t>>, problems: &mut Problems) {
    if person.text.trim().is_empty() {
        problems.add(person.problem(Code::RESPONSES_PERSON, &[], None));
        return;
    }
    let first = *known.entry(seen(person.text.trim())).or_insert(person);
    if first.place() != person.place() {
        let values = [("person", Naming::Text(&person.quoted())), ("line", Naming::Number(f64::from(first.place().0)))];
        problems.add(person.problem(Code::RESPONSES_TWICE, &values, None));
    }
}

/// The digits of a whole number from 0, perhaps before decimals that are nothing: "2", "2.0", "2,0", "2."
fn digits(text: &str) -> Option<&str> {
    let (digits, decimals) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    (plain && decimals.bytes().all(|byte| byte == b'0')).then_some(digits)
}

/// A whole number from 0.
fn whole(text: &str) -> Option<u32> {
    digits(text.trim())?.parse().ok()
}

/// The category in a cell, a whole number from 0, below `count` where that is known; nothing where it is missing.
fn category(cell: Cell, count: Option<usize>, problems: &mut Problems) -> Option<u32> {
    if cell.is_missing() {
        return None;
    }
    // Some count from 1.
    let last = count.map_or(OPTIONS, |count| count.saturating_sub(1)) as u32;
    let found = whole(cell.text);
    // Once the list is full, looking for places would only take time.
    if found.is_none_or(|category| category > last) && !problems.full() {
        problems.add(no_category(cell, count.is_some(), last));
    }
    found.filter(|category| *category <= last)
}

/// What is wrong with a cell that has none of the categories from 0 to `last`, which are those of its item or not.
fn no_category(cell: Cell, of_item: bool, last: u32) -> Problem {
    let values = [("found", Naming::Text(&cell.quoted())), ("most", Naming::Number(f64::from(last)))];
    let code = if stands_for_missing(cell.text.trim()) {
        Code::RESPONSES_CODE
    } else if of_item && whole(cell.text).is_some() {
        Code::RESPONSES_CATEGORY
    } else {
        Code::RESPONSES_CELL
    };
    cell.problem(code, &values, None)
}

/// Whether other programs may have been told that the text stands for a missing answer: a whole number below 0, above
/// all options, or of one high digit alone.
fn stands_for_missing(text: &str) -> bool {
    if let Some(below) = text.strip_prefix(['-', '\u{2212}']) {
        return digits(below).is_some();
    }
    let alike = |digits: &str| ["7", "8", "9"].iter().any(|digit| digits.replace(digit, "").is_empty());
    digits(text).is_some_and(|digits| alike(digits) || digits.parse().map_or(true, |number: usize| number > OPTIONS))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A category is one that an item can have; what other programs write for a missing answer is refused or doubted.
    #[test]
    fn what_stands_for_a_missing_answer_is_no_category() {
        let codes = |answers: &[&str]| {
            let rows: String = answers.iter().enumerate().map(|(row, cell)| format!("p{row},{cell}\n")).collect();
            read(&format!("person,q\n{rows}")).1.iter().map(|problem| problem.code).collect::<Vec<_>>()
        };
        for cell in ["999", "999.0", "\"999,0\"", "-99", "-9", "-1.0", "\u{2212}9", "101", "4294967295", "1e400"] {
            let code = if cell == "1e400" { Code::RESPONSES_CELL } else { Code::RESPONSES_CODE };
            assert_eq!(codes(&[cell, "1"]), [code], "{cell}");
        }
        for far in [&["0", "1", "99"][..], &["4", "98", "99", "5"], &["0", "12"], &["88", "2"]] {
            assert_eq!(codes(far), [Code::RESPONSES_FAR], "{far:?}");
        }
        for near in [&["0", "11"][..], &["0", "10", "1"], &["6", "12"], &["100", "50"], &["99"], &["7", "9", "NA", "1"]]
        {
            assert_eq!(codes(near), [], "{near:?}");
        }
    }

    #[test]
    fn people_items_and_answers() {
        let (responses, problems) = read("person,q1,\"q,2\"\r\nann,0,\r\n\"bob\nb\",,11\r\n");
        assert!(problems.is_empty());
        let responses = responses.expect("responses");
        assert_eq!((responses.items.join("|"), responses.persons.join("|")), ("q1|q,2".into(), "ann|bob\nb".into()));
        assert_eq!(
            (responses.of(0), responses.of(1), responses.of(2)),
            (&[Some(0), None][..], &[None, Some(11)][..], &[][..])
        );
    }

    #[test]
    fn answers_are_read_as_spreadsheets_and_r_write_them() {
        for text in [
            "person;q1;q2\nann;0;NA\nbob;2,0;#N/A\n",
            "person , q1 , q2\nann , 0 , NA\n bob , 2 , NA\n",
            "\"person\" \"q1\" \"q2\"\n\"1\" \"ann\" 0 NA\n\"2\" \"bob\" 2 NA\n",
            "\"\",\"q1\",\"q2\"\n\"ann\",0.0,NA\n\"bob\",2.00,\n",
            "q1\tq2\nann\t0\tNA\nbob\t2\tNA\n",
            "SEP=| \nPerson|q1|q2\nann|0|NaN\nbob|2.|n/a\n",
            "Unnamed: 0, q1, q2\nann, 0, NULL\nbob, 2, .\n",
        ] {
            let (responses, problems) = read(text);
            assert!(problems.iter().all(|problem| problem.code == Code::CSV_SEPARATOR), "{text:?}: {problems:?}");
            let responses = responses.expect("responses");
            assert_eq!((responses.persons.join(" "), responses.items.join(" ")), ("ann bob".into(), "q1 q2".into()));
            assert_eq!([responses.of(0), responses.of(1)], [[Some(0), None], [Some(2), None]], "{text:?}");
        }
        for cell in ["1.5", ".0", "1.0.0", "-1.0", "inf", "na"] {
            assert!(read(&format!("person,q\nann,{cell}\n")).0.is_none(), "{cell}");
        }
    }

    #[test]
    fn names_that_look_the_same_are_the_same() {
        let (responses, problems) = read("person,q\nann,0\na\u{200b}nn ,1\n");
        assert!(responses.is_none());
        assert_eq!(problems.iter().map(|problem| problem.code).collect::<Vec<_>>(), [Code::RESPONSES_TWICE]);
        assert_eq!(read("person,q,q\u{ad}\nann,0,1\n").1[0].code, Code::CSV_NAME_TWICE);
    }

    /// An item of two steps is turned round within its own.
    #[test]
    fn reversed_items_have_steps_of_their_own() {
        let responses = read("person,yes,five\nann,0,4\nbob,1,0\n").0.expect("responses");
        let reversed = responses.reversed(&["yes".into(), "five".into()], &mut Problems::default());
        let scores = |item: usize| [0, 1].map(|person| responses.score(person, item, &reversed));
        assert_eq!([scores(0), scores(1)], [[Some(1.0), Some(0.0)], [Some(0.0), Some(4.0)]]);
        let known = reversed.among([Some(3), None].into_iter());
        assert_eq!(responses.score(1, 0, &known), Some(1.0), "of three steps, of which nobody chose the last");
        let doubts = |reversed: &Reversed| {
            let mut problems = Problems::default();
            responses.doubt(&[0, 1], reversed, &mut problems);
            problems.into_list().iter().map(|problem| problem.code).collect::<Vec<_>>()
        };
        assert_eq!(doubts(&known), [], "how many steps it has is known");
        let alone = responses.reversed(&["yes".into(), "five".into()], &mut Problems::default());
        assert_eq!(doubts(&alone), [Code::ITEM_TURNED], "it may have more than two");
    }

    #[test]
    fn all_that_is_wrong_comes_at_once() {
        let found = |text: &str| -> Vec<(Code, u32, u32)> {
            let (responses, problems) = read(text);
            assert!(responses.is_none(), "{text}");
            problems.iter().map(|problem| (problem.code, problem.line, problem.column)).collect()
        };
        assert_eq!(found("person\nann\n"), [(Code::RESPONSES_ITEMS, 1, 1)]);
        assert_eq!(
            found("Name,a,b\n,0,1\nann,Inf,-1\nann,1.5,text\nbob,1e3,+1\ncy,4294967296,1 2\ndi,１,inf\n"),
            [
                (Code::RESPONSES_FIRST, 1, 1),
                (Code::RESPONSES_PERSON, 2, 1),
                (Code::RESPONSES_CELL, 3, 5),
                (Code::RESPONSES_CODE, 3, 9),
                (Code::RESPONSES_TWICE, 4, 1),
                (Code::RESPONSES_CELL, 4, 5),
                (Code::RESPONSES_CELL, 4, 9),
                (Code::RESPONSES_CELL, 5, 5),
                (Code::RESPONSES_CELL, 5, 9),
                (Code::RESPONSES_CODE, 6, 4),
                (Code::RESPONSES_CELL, 6, 15),
                (Code::RESPONSES_CELL, 7, 4),
                (Code::RESPONSES_CELL, 7, 6)
            ]
        );
        // The first of several, not the one before.
        let third = read("person,a\nx,1\nx,2\nx,3\n").1.pop();
        assert!(third.is_some_and(|third| third.line == 4 && format!("{:?}", third.values).contains("Number(2.0)")));
        let many = format!("person,a\n{}", (0..200).map(|person| format!("p{person},x\n")).collect::<String>());
        assert_eq!(found(&many).len(), metier::problem::MOST + 1);
    }
}
