//! `metier quality`: signs of careless answering, a row for each person.

use crate::Wrong;
use crate::input::{print_text, read};
use crate::responses::read_with;
use crate::table::number;
use metier::quality::{Flag, even_odd, flags, longest_run, variability};
use std::path::Path;

/// Prints the signs as CSV. Each of `scales` names the items of one scale, with commas between them; `reverse` those of their items
/// whose categories run the other way.
pub fn quality(file: &Path, scales: &[String], reverse: &[String]) -> Result<(), Wrong> {
    let (responses, (scales, reversed)) = read(file, |text| {
        read_with(text, &|responses, problems| {
            let named = |scale: &String| responses.named(&scale.split(',').map(str::to_owned).collect::<Vec<_>>(), problems);
            (scales.iter().map(named).collect::<Vec<_>>(), responses.reversed(reverse, problems))
        })
    })?;
    let several = responses.highest() > 1;
    let mut out = csv::Writer::from_writer(Vec::new());
    let mut written = out.write_record(["person", "answered", "longstring", "irv", "even_odd", "flags"]);
    for (person, name) in responses.persons.iter().enumerate() {
        let answers = responses.of(person);
        let scored = |scale: &Vec<usize>| scale.iter().map(|&item| responses.score(person, item, &reversed)).collect();
        let scored: Vec<Vec<Option<f64>>> = scales.iter().map(scored).collect();
        let answered = answers.iter().flatten().count();
        let run = if answered > 0 { longest_run(answers).to_string() } else { String::new() };
        let irv = variability(answers).map(number).unwrap_or_default();
        let halves = even_odd(&scored).map(number).unwrap_or_default();
        // Of two categories, as right and wrong are, ten alike are no sign of anything.
        let rated: &[Option<u32>] = if several { answers } else { &[] };
        let said: Vec<&str> = flags(rated, None, None).into_iter().map(word).collect();
        written = written.and_then(|()| out.write_record([name.as_str(), &answered.to_string(), &run, &irv, &halves, &said.join(" ")]));
    }
    let bytes = written.ok().and_then(|()| out.into_inner().ok()).ok_or(Wrong)?;
    print_text(&String::from_utf8(bytes).map_err(|_| Wrong)?)
}

fn word(flag: Flag) -> &'static str {
    match flag {
        Flag::Fast => "fast",
        Flag::Flat => "flat",
        Flag::LongRun => "long-run",
    }
}
