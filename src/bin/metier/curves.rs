//! `metier curves`: probabilities and information of items at chosen levels.

use crate::Wrong;
use crate::cells::{Cells, number};
use crate::input::{print_text, read};
use crate::items;
use crate::sort::Sort;
use std::path::Path;

/// Prints a row for each item, level and category.
pub fn curves(items: &Path, levels: &[f64], cells: Cells) -> Result<(), Wrong> {
    let items = read(items, Sort::Table, items::read)?;
    let mut out = String::from("item,theta,category,probability,information\n");
    for (id, model) in items.ids.iter().zip(&items.models) {
        for &theta in levels {
            let information = model.information(theta);
            for (category, found) in model.categories(theta).iter().enumerate() {
                let numbers = [number(theta), category.to_string(), number(found.probability), number(information)];
                out += &format!("{},{}\n", cells.cell(id), numbers.join(","));
            }
        }
    }
    print_text(&out)
}
