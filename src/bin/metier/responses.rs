//! The CSV of responses: a row for each person, a column for each item, the category chosen in each cell.

use super::items::Items;
use super::table::{Cell, Table};
use metier::problem::{Naming, Problem, Problems, Severity, nearest};
use std::collections::HashMap;

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

    /// The category that a person chose, turned round where the item is reversed: the highest of the file becomes 0. Nothing where
    /// the item was not answered.
    pub fn score(&self, person: usize, item: usize, reversed: &Reversed) -> Option<f64> {
        let category = (*self.of(person).get(item)?)?;
        let turned = reversed.items.get(item) == Some(&true);
        Some(f64::from(if turned { reversed.highest - category } else { category }))
    }

    /// The places of the items with these names; a name that is none of theirs is a problem.
    pub fn named(&self, names: &[String], problems: &mut Problems) -> Vec<usize> {
        let mut places = Vec::new();
        for name in names {
            match self.items.iter().position(|item| item == name) {
                Some(place) => places.push(place),
                None => {
                    let hint = nearest(name, &mut self.items.iter().map(String::as_str));
                    problems.add(Problem::plain(Severity::Error, "item-named", &[("item", Naming::Text(name))], hint));
                }
            }
        }
        places
    }

    /// The items with these names are to be turned round.
    pub fn reversed(&self, names: &[String], problems: &mut Problems) -> Reversed {
        let named = self.named(names, problems);
        Reversed { items: (0..self.items.len()).map(|item| named.contains(&item)).collect(), highest: self.highest() }
    }

    /// The highest category that anybody chose; 0 where nobody answered.
    pub fn highest(&self) -> u32 {
        self.answers.iter().flatten().max().copied().unwrap_or_default()
    }
}

/// Which items count backwards.
pub struct Reversed {
    items: Vec<bool>,
    highest: u32,
}

/// What reading gives, and what is wrong.
type Found<T> = (Option<T>, Vec<Problem>);

/// Joins responses that were read with what a call says of their items.
pub fn with<T>(found: Found<Responses>, join: impl FnOnce(&Responses, &mut Problems) -> T) -> Found<(Responses, T)> {
    let (Some(responses), _) = found else { return (None, found.1) };
    let mut problems = Problems::default();
    let joined = join(&responses, &mut problems);
    let joined = (!problems.rejected()).then_some((responses, joined));
    (joined, problems.into_list())
}

/// Reads the text of such a file: its first column is called `person`, the others are items.
pub fn read(text: &str) -> Found<Responses> {
    let mut problems = Problems::default();
    let responses = Table::read(text, &mut problems).map(|table| of_table(&table, &mut problems));
    let responses = responses.filter(|_| !problems.rejected());
    (responses, problems.into_list())
}

/// Reads responses to known items: every item is one of them, and every category one that its item has.
pub fn read_of(text: &str, items: &Items) -> Found<Responses> {
    let mut problems = Problems::default();
    let responses = Table::read(text, &mut problems).map(|table| {
        let responses = of_table(&table, &mut problems);
        if !problems.rejected() {
            check_items(&table, items, &mut problems);
        }
        responses
    });
    let responses = responses.filter(|_| !problems.rejected());
    (responses, problems.into_list())
}

/// The items of the header are known, and so is every category.
fn check_items(table: &Table, items: &Items, problems: &mut Problems) {
    let known: Vec<Option<usize>> = table.header().map(|cell| items.find(cell.text)).collect();
    for (cell, _) in table.header().zip(&known).skip(1).filter(|(_, item)| item.is_none()) {
        let hint = nearest(cell.text, &mut items.ids.iter().map(String::as_str));
        if !problems.full() {
            problems.add(cell.problem("responses-item", &[("item", Naming::Text(&cell.quoted()))], hint));
        }
    }
    let counts: Vec<Option<usize>> = known.iter().map(|item| Some(items.models.get((*item)?)?.count())).collect();
    for row in table.rows() {
        for (cell, count) in row.zip(&counts).skip(1) {
            let (Some(count), Ok(category)) = (*count, cell.text.parse::<usize>()) else { continue };
            if category >= count && !problems.full() {
                let values = [("found", Naming::Number(category as f64)), ("last", Naming::Number((count - 1) as f64))];
                problems.add(cell.problem("responses-category", &values, None));
            }
        }
    }
}

fn of_table(table: &Table, problems: &mut Problems) -> Responses {
    let mut responses = Responses { items: Vec::new(), persons: Vec::new(), answers: Vec::new() };
    let mut header = table.header();
    if let Some(first) = header.next().filter(|first| first.text != "person") {
        problems.add(first.problem("responses-first", &[("found", Naming::Text(&first.quoted()))], None));
    }
    responses.items.extend(header.map(|cell| cell.text.to_owned()));
    if responses.items.is_empty() {
        problems.add(Problem { line: 1, column: 1, ..Problem::plain(Severity::Error, "responses-items", &[], None) });
    }
    let mut seen = HashMap::new();
    for mut row in table.rows() {
        if problems.full() {
            break;
        }
        if let Some(person) = row.next() {
            check_person(person, &mut seen, problems);
            responses.persons.push(person.text.to_owned());
        }
        for cell in row {
            responses.answers.push(category(cell, problems));
        }
    }
    responses
}

/// Each person has a name of their own.
fn check_person<'t>(person: Cell<'t>, seen: &mut HashMap<&'t str, Cell<'t>>, problems: &mut Problems) {
    if person.text.trim().is_empty() {
        problems.add(person.problem("responses-person", &[], None));
    } else if let Some(first) = seen.insert(person.text, person) {
        let values = [("person", Naming::Text(&person.quoted())), ("line", Naming::Number(f64::from(first.place().0)))];
        problems.add(person.problem("responses-twice", &values, None));
    }
}

/// The category in a cell, a whole number from 0; nothing where it is empty.
fn category(cell: Cell, problems: &mut Problems) -> Option<u32> {
    if cell.text.is_empty() {
        return None;
    }
    let digits = cell.text.bytes().all(|byte| byte.is_ascii_digit());
    let category = cell.text.parse().ok().filter(|_| digits);
    // Once the list is full, looking for places would only take time.
    if category.is_none() && !problems.full() {
        problems.add(cell.problem("responses-cell", &[("found", Naming::Text(&cell.quoted()))], None));
    }
    category
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_items_and_answers() {
        let (responses, problems) = read("person,q1,\"q,2\"\r\nann,0,\r\n\"bob\nb\",,11\r\n");
        assert!(problems.is_empty());
        let responses = responses.expect("responses");
        assert_eq!((responses.items.join("|"), responses.persons.join("|")), ("q1|q,2".into(), "ann|bob\nb".into()));
        assert_eq!((responses.of(0), responses.of(1), responses.of(2)), (&[Some(0), None][..], &[None, Some(11)][..], &[][..]));
    }

    #[test]
    fn all_that_is_wrong_comes_at_once() {
        let found = |text: &str| -> Vec<(&'static str, u32, u32)> {
            let (responses, problems) = read(text);
            assert!(responses.is_none(), "{text}");
            problems.iter().map(|problem| (problem.code, problem.line, problem.column)).collect()
        };
        assert_eq!(found("person\nann\n"), [("responses-items", 1, 1)]);
        assert_eq!(
            found("Person,a,b\n,0,1\nann,NaN,-1\nann,1.5,text\nbob,1e3,+1\ncy,4294967296, 1\ndi,１,inf\n"),
            [
                ("responses-first", 1, 1),
                ("responses-person", 2, 1),
                ("responses-cell", 3, 5),
                ("responses-cell", 3, 9),
                ("responses-twice", 4, 1),
                ("responses-cell", 4, 5),
                ("responses-cell", 4, 9),
                ("responses-cell", 5, 5),
                ("responses-cell", 5, 9),
                ("responses-cell", 6, 4),
                ("responses-cell", 6, 15),
                ("responses-cell", 7, 4),
                ("responses-cell", 7, 6)
            ]
        );
        let many = format!("person,a\n{}", (0..200).map(|person| format!("p{person},x\n")).collect::<String>());
        assert_eq!(found(&many).len(), metier::problem::MOST + 1);
    }
}
