//! The CSV of calibrated items: a row for each item, a column for each parameter.

use super::table::{Cell, Table};
use metier::closed::Closed;
use metier::model::response::{Impossible, LARGEST, ResponseModel};
use metier::problem::{Code, Naming, Problem, Problems, Severity};
use metier::quiz::calibration::ModelKind;
use std::collections::HashMap;

/// Items with their response models.
#[derive(Default)]
pub struct Items {
    /// Their identifiers.
    pub ids: Vec<String>,
    /// Their models, each possible.
    pub models: Vec<ResponseModel>,
    /// Where each identifier stands.
    places: HashMap<String, usize>,
}

impl Items {
    /// The item with an identifier.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    fn add(&mut self, id: &str, model: ResponseModel) {
        self.places.entry(id.to_owned()).or_insert(self.ids.len());
        self.ids.push(id.to_owned());
        self.models.push(model);
    }
}

/// Reads the text of such a file: `item,model,a,b1,b2,…,c,d`, for nominal items `a1,a2,…` and `c1,c2,…`. Columns named
/// `se_…` are passed over.
pub fn read(text: &str) -> (Option<Items>, Vec<Problem>) {
    let mut problems = Problems::default();
    let mut items = Items::default();
    if let Some(table) = Table::read(text, &mut problems) {
        let columns: Vec<Cell> = table.header().map(Cell::trimmed).collect();
        check_header(&columns, &mut problems);
        if !problems.rejected() {
            let places = columns.iter().enumerate().map(|(place, column)| (column.text, place)).collect();
            for cells in table.rows() {
                if !problems.full() {
                    let row = Row { columns: &columns, places: &places, cells: cells.map(Cell::trimmed).collect() };
                    row.read(&mut items, &mut problems);
                }
            }
        }
    }
    ((!problems.rejected()).then_some(items), problems.into_list())
}

/// The parameters of a series: a, b or c with the number that follows it, of three digits at most.
fn numbered(name: &str) -> Option<(&str, usize)> {
    let (series, number) = name.split_at_checked(1)?;
    let digits = number.len() <= 3 && !number.starts_with('0') && number.bytes().all(|byte| byte.is_ascii_digit());
    let known = matches!(series, "a" | "b" | "c") && digits;
    Some((series, number.parse().ok().filter(|_| known)?))
}

/// All columns are known, and the two that every item needs are there.
fn check_header(columns: &[Cell], problems: &mut Problems) {
    let names = ["item", "model", "a", "b1", "b2", "c", "d"];
    for column in columns {
        let known = names.contains(&column.text) || numbered(column.text).is_some() || column.text.starts_with("se_");
        if !known && !problems.full() {
            let hint =
                if column.text == "b" { Some("b1") } else { problems.nearest(column.text, &mut names.into_iter()) };
            problems.add(column.problem(Code::ITEMS_COLUMN, &[("found", Naming::Text(&column.quoted()))], hint));
        }
    }
    for name in ["item", "model"] {
        if !columns.iter().any(|column| column.text == name) {
            let values = [("name", Naming::Text(name))];
            problems.add(Problem {
                line: 1,
                column: 1,
                ..Problem::plain(Severity::Error, Code::ITEMS_HEADER, &values, None)
            });
        }
    }
}

/// The problem of a number beyond [`LARGEST`], by itself or times another.
fn too_large(cell: Cell<'_>) -> Problem {
    let values = [("found", Naming::Text(&cell.quoted())), ("most", Naming::Text(&format!("{LARGEST:e}")))];
    cell.problem(Code::ITEMS_LARGE, &values, None)
}

/// One item.
struct Row<'r> {
    columns: &'r [Cell<'r>],
    /// Where each column stands.
    places: &'r HashMap<&'r str, usize>,
    cells: Vec<Cell<'r>>,
}

/// A parameter and where it stands.
type Parameter<'r> = (f64, Cell<'r>);

impl<'r> Row<'r> {
    fn cell(&self, name: &str) -> Option<Cell<'r>> {
        self.cells.get(*self.places.get(name)?).copied()
    }

    fn read(&self, items: &mut Items, problems: &mut Problems) {
        let (Some(id), Some(kind)) = (self.cell("item"), self.cell("model")) else { return };
        if id.text.is_empty() {
            problems.add(id.problem(Code::ITEMS_ID, &[], None));
        } else if items.find(id.text).is_some() {
            problems.add(id.problem(Code::ITEMS_TWICE, &[("item", Naming::Text(&id.quoted()))], None));
        }
        let Some(model) = ModelKind::of_word(kind.text) else {
            let values = [("found", Naming::Text(&kind.quoted())), ("words", Naming::Text(ModelKind::WORDS))];
            let hint = problems.nearest(kind.text, &mut ModelKind::WORDS.split(' '));
            return problems.add(kind.problem(Code::ITEMS_MODEL, &values, hint));
        };
        if let Some(model) = self.model(model, kind, problems) {
            items.add(id.text, model);
        }
    }

    /// The model of the row, if it has all the parameters that it needs, no others, and possible ones. `kind` is the
    /// cell that names it.
    fn model(&self, model: ModelKind, kind: Cell<'r>, problems: &mut Problems) -> Option<ResponseModel> {
        let nominal = model == ModelKind::Nominal;
        let stepped = matches!(model, ModelKind::Graded | ModelKind::PartialCredit);
        self.unused(model, problems);
        let a = if nominal { None } else { self.number("a", kind, model == ModelKind::OnePl, problems) };
        let series = |name: &str, problems: &mut Problems| self.series(name, kind, problems);
        let (slopes, steps, intercepts) = if nominal {
            (series("a", problems)?, Vec::new(), series("c", problems)?)
        } else if stepped {
            (Vec::new(), series("b", problems)?, Vec::new())
        } else {
            (Vec::new(), vec![self.number("b1", kind, false, problems)?], Vec::new())
        };
        let values = |of: &[Parameter]| of.iter().map(|(value, _)| *value).collect::<Vec<f64>>();
        let slope = || a.map_or(Some(1.0).filter(|_| model == ModelKind::OnePl), |(a, _)| Some(a));
        let asymptote = |name, needed: bool, otherwise, problems: &mut Problems| {
            if needed { self.number(name, kind, false, problems).map(|(value, _)| value) } else { Some(otherwise) }
        };
        let found = match model {
            ModelKind::Nominal => ResponseModel::Nominal { a: values(&slopes), c: values(&intercepts) },
            ModelKind::Graded => ResponseModel::Graded { a: slope()?, b: values(&steps) },
            ModelKind::PartialCredit => ResponseModel::partial_credit(slope()?, &values(&steps)),
            ModelKind::OnePl | ModelKind::TwoPl | ModelKind::ThreePl | ModelKind::FourPl => {
                let c = asymptote("c", matches!(model, ModelKind::ThreePl | ModelKind::FourPl), 0.0, problems);
                let d = asymptote("d", model == ModelKind::FourPl, 1.0, problems);
                ResponseModel::Logistic { a: slope()?, b: steps.first()?.0, c: c?, d: d? }
            }
        };
        // The partial credit model hides its slope in the nominal one.
        let flat = a.filter(|(a, _)| *a <= 0.0).map(|_| Impossible::Slope);
        let Some(fault) = flat.or_else(|| found.fault()) else { return Some(found) };
        self.tell(fault, kind, a, &steps, problems);
        None
    }

    /// Says what is impossible, at the cell that makes it so.
    fn tell(
        &self,
        fault: Impossible,
        kind: Cell<'r>,
        a: Option<Parameter<'r>>,
        steps: &[Parameter<'r>],
        problems: &mut Problems,
    ) {
        let falls = || steps.iter().zip(steps.iter().skip(1)).find(|((lower, _), (higher, _))| lower >= higher);
        let (code, cell) = match fault {
            Impossible::Slope => (Code::ITEMS_SLOPE, a.map(|(_, cell)| cell)),
            Impossible::Order => (Code::ITEMS_ORDER, falls().map(|(_, (_, cell))| *cell)),
            Impossible::Lower => (Code::ITEMS_ASYMPTOTE, self.cell("c")),
            Impossible::Upper => (Code::ITEMS_ASYMPTOTE, self.cell("d")),
            Impossible::Asymptotes => (Code::ITEMS_ASYMPTOTES, self.cell("c")),
            Impossible::Categories => (Code::ITEMS_CATEGORIES, None),
            Impossible::NotFinite => return problems.add(too_large(a.map_or(kind, |(_, cell)| cell))),
        };
        let cell = cell.unwrap_or(kind);
        problems.add(cell.problem(code, &[("found", Naming::Text(&cell.quoted()))], None));
    }

    /// A parameter that is no number is said once, by whoever needs it; one that the model does not have is said here.
    fn unused(&self, model: ModelKind, problems: &mut Problems) {
        for (column, cell) in self.columns.iter().zip(&self.cells) {
            let series = numbered(column.text).map(|(series, _)| series);
            // A lower asymptote of 0 and an upper one of 1 are what a model without them has.
            let used = match (model, column.text) {
                (_, "item" | "model") => true,
                (_, name) if name.starts_with("se_") => true,
                (ModelKind::Nominal, _) => matches!(series, Some("a" | "c")),
                (_, "a") => true,
                (ModelKind::Graded | ModelKind::PartialCredit, _) => series == Some("b"),
                (_, "b1") => true,
                (ModelKind::ThreePl | ModelKind::FourPl, "c") | (ModelKind::FourPl, "d") => true,
                (_, "c") => cell.number() == Some(0.0),
                (_, "d") => cell.number() == Some(1.0),
                _ => false,
            };
            if !used && !cell.is_missing() && !problems.full() {
                let values = [("column", Naming::Text(column.text)), ("model", Naming::Text(model.word()))];
                problems.add(cell.problem(Code::ITEMS_UNUSED, &values, None));
            }
        }
    }

    /// The number in a column; nothing, and a problem, where it is missing or none. One that is `free` may be left out.
    fn number(&self, name: &str, kind: Cell<'r>, free: bool, problems: &mut Problems) -> Option<Parameter<'r>> {
        let cell = self.cell(name).filter(|cell| !cell.is_missing());
        let Some(cell) = cell else {
            if !free && !problems.full() {
                let values = [("model", Naming::Text(kind.text)), ("column", Naming::Text(name))];
                problems.add(self.cell(name).unwrap_or(kind).problem(Code::ITEMS_MISSING, &values, None));
            }
            return None;
        };
        let value = cell.number();
        match value {
            _ if problems.full() => {}
            None => problems.add(cell.problem(Code::ITEMS_NUMBER, &[("found", Naming::Text(&cell.quoted()))], None)),
            Some(value) if value.abs() > LARGEST => problems.add(too_large(cell)),
            Some(_) => {}
        }
        value.filter(|value| value.abs() <= LARGEST).map(|value| (value, cell))
    }

    /// The numbers of a series: from the first to the last that is filled, none between them left out.
    fn series(&self, series: &str, kind: Cell<'r>, problems: &mut Problems) -> Option<Vec<Parameter<'r>>> {
        let filled = self.columns.iter().zip(&self.cells).filter(|(_, cell)| !cell.is_missing());
        let last = filled
            .filter_map(|(column, _)| numbered(column.text).filter(|(name, _)| *name == series))
            .map(|(_, number)| number)
            .max();
        let least = if series == "b" { 1 } else { 2 };
        let found: Vec<_> = (1..=last.unwrap_or(0).max(least))
            .map(|number| self.number(&format!("{series}{number}"), kind, false, problems))
            .collect();
        found.into_iter().collect()
    }
}
