//! What made-up people chose, and what was said of them: which options nobody takes, which bands nobody reaches.

use super::taking::Taken;
use crate::quiz::Quiz;
use crate::quiz::item::Item;
use crate::quiz::limits::TOP;
use crate::quiz::response::Answer;
use crate::report::{Band, nearest};
use serde::Serialize;

/// How often each option or step of an item was chosen.
#[derive(Clone, Debug, Serialize)]
pub struct Choices {
    /// Identifier of the item.
    pub item: String,
    /// Each option or step, in the document's order.
    pub options: Vec<Chosen>,
}

/// An option or a step.
#[derive(Clone, Debug, Serialize)]
pub struct Chosen {
    /// Identifier of the option; the number of a step, from 0.
    pub option: String,
    /// Share of those who answered the item that favour it: who chose it, called it best, rated it highest, put it first.
    pub share: f64,
    /// The same of those who press anything.
    pub pressing: f64,
}

/// People whose band goes from one whole level to another.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct BandShare {
    /// The whole level nearest to its lower end.
    pub from: u32,
    /// The whole level nearest to its upper end.
    pub to: u32,
    /// Share of the people with a level.
    pub share: f64,
}

/// How often each option of each item was chosen by people, and by those who press anything. Items whose answers favour
/// none are left out: numbers, sorted options, one's own words.
pub fn choices(quiz: &Quiz, taken: &[Taken], pressed: &[Taken]) -> Vec<Choices> {
    let of = |(index, item): (usize, &Item)| {
        let names = names(item);
        let shares = |taken: &[Taken]| {
            let favoured: Vec<Vec<usize>> =
                taken.iter().filter_map(|one| Some(favoured(item, one.given.get(index)?.as_ref()?))).collect();
            (0..names.len())
                .map(|place| mean(favoured.iter().map(|all| f64::from(u8::from(all.contains(&place))))))
                .collect::<Vec<f64>>()
        };
        let both = shares(taken).into_iter().zip(shares(pressed));
        let options = names.iter().zip(both).map(|(option, (share, pressing))| Chosen {
            option: option.clone(),
            share,
            pressing,
        });
        Choices { item: item.id.value.clone(), options: options.collect() }
    };
    quiz.items
        .iter()
        .enumerate()
        .map(of)
        .filter(|found| found.options.iter().any(|option| option.share > 0.0))
        .collect()
}

/// What can be favoured: options, else steps.
fn names(item: &Item) -> Vec<String> {
    let options = &item.kind.options().list;
    if options.is_empty() {
        (0..item.kind.categories()).map(|step| step.to_string()).collect()
    } else {
        options.iter().map(|option| option.id.value.clone()).collect()
    }
}

/// The options or the step that an answer favours.
fn favoured(item: &Item, answer: &Answer) -> Vec<usize> {
    let highest = |points: &mut dyn Iterator<Item = Option<u32>>| -> Vec<usize> {
        let points: Vec<Option<u32>> = points.collect();
        let most = points.iter().copied().max().flatten();
        (0..points.len()).filter(|&place| most.is_some() && points.get(place) == Some(&most)).collect()
    };
    match answer {
        Answer::Option(option) => vec![*option],
        Answer::Options(options) if item.kind.word() == "rank" => options.iter().take(1).copied().collect(),
        Answer::Options(options) => options.clone(),
        Answer::Category(step) => vec![*step as usize],
        Answer::BestWorst { best, .. } => vec![*best],
        Answer::Ratings(ratings) => highest(&mut ratings.iter().copied()),
        Answer::Shares(shares) => highest(&mut shares.iter().map(|share| Some(*share))),
        Answer::Number(_) | Answer::Groups(_) | Answer::Words => Vec::new(),
    }
}

/// How often the band of a skill goes from which whole level to which, with all for which the quiz has a sentence.
pub fn bands(quiz: &Quiz, skill: usize, taken: &[Taken]) -> Vec<BandShare> {
    let band = |taken: &Taken| {
        let measured = taken.found.get(skill)?;
        let estimate = measured.estimate.as_ref()?;
        let band = Band::of(estimate.level, estimate.spread, measured.calibrated);
        Some((nearest(band.low), nearest(band.high)))
    };
    let found: Vec<(u32, u32)> = taken.iter().filter_map(band).collect();
    let id = quiz.skills.get(skill).map_or("", |skill| skill.id.value.as_str());
    let said = |ends: (u32, u32)| quiz.summary.list.iter().any(|line| line.skill.value == id && line.band == ends);
    let all = (0..=TOP as u32).flat_map(|from| (from..=TOP as u32).map(move |to| (from, to)));
    all.filter(|ends| said(*ends) || found.contains(ends))
        .map(|ends| BandShare {
            from: ends.0,
            to: ends.1,
            share: mean(found.iter().map(|other| f64::from(u8::from(*other == ends)))),
        })
        .collect()
}

/// Mean of numbers; 0 of none.
pub(super) fn mean(numbers: impl Iterator<Item = f64>) -> f64 {
    let (count, sum) = numbers.fold((0.0, 0.0), |(count, sum), number| (count + 1.0, sum + number));
    sum / f64::max(count, 1.0)
}
