//! Screens of an adaptive quiz that asks by screens: which items stand together, where one ends, and what the quiz by
//! itself would put on the next.
//!
//! How many items a screen holds follows from the first of them and from what was asked before it, whatever was
//! answered. So the order of the answers alone says where each screen began.

use super::{most_informative, normal, precise, worths};
use crate::estimate::skills::so_far;
use crate::quiz::calibration::Adaptive;
use crate::quiz::document::Quiz;
use crate::quiz::item::Item;
use crate::quiz::response::Responses;

/// The screens, counted from 0, that the first two instructed items join; each further one comes so many later.
const FIRST_INSTRUCTED: usize = 2;
const INSTRUCTED_EVERY: usize = 4;

/// Where a session stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Number of items asked before the present screen.
    pub begins: usize,
    /// Number of screens before it.
    pub screens: usize,
}

/// What may stand on the next screen, by what was asked before it.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    /// The most items that stand on it together, each of another skill, without one that is instructed.
    pub most: usize,
    /// The items that may stand on it, in the document's order, with the skill of each.
    pub items: Vec<(usize, usize)>,
    /// While the quiz opens: the skills whose turn it is, in the document's order.
    pub opening: Option<Vec<usize>>,
    /// The instructed item that joins it, unless it holds one that stands alone.
    pub instructed: Option<usize>,
}

/// Whether an item may share a screen: a short one, answered by a step of a scale.
pub fn may_share(item: &Item) -> bool {
    matches!(item.kind.word(), "statement" | "likert" | "frequency")
}

/// Whether the item at an index may share a screen.
pub fn shares(quiz: &Quiz, item: usize) -> bool {
    quiz.items.get(item).is_some_and(may_share)
}

/// How many of the items asked count towards the length: those that are not instructed.
pub fn counted(quiz: &Quiz, asked: &[usize]) -> usize {
    asked.iter().filter(|item| !is_instructed(quiz, **item)).count()
}

fn is_instructed(quiz: &Quiz, item: usize) -> bool {
    quiz.items.get(item).is_some_and(|item| item.instructed.is_some())
}

/// The skill that an item is asked for: of several the first.
fn skill_of(quiz: &Quiz, item: &Item) -> Option<usize> {
    let mut first = None;
    if item.instructed.is_none() {
        item.each_skill(&mut |skill| {
            let place = quiz.skill(&skill.value);
            first = if first.is_none() || place.is_some() && place < first { place } else { first };
        });
    }
    first
}

/// What the next screen may hold, after `before` on so many screens.
pub fn frame(quiz: &Quiz, before: &[usize], screens: usize) -> Frame {
    let Some(adaptive) = &quiz.adaptive else { return Frame::default() };
    let room = (adaptive.max as usize).saturating_sub(counted(quiz, before));
    let alone = before.iter().filter(|item| !shares(quiz, **item)).count();
    let may_be_alone = adaptive.alone_max.is_none_or(|most| alone < most as usize);
    let skills: Vec<Option<usize>> = quiz.items.iter().map(|item| skill_of(quiz, item)).collect();
    let open = |(item, skill): (usize, &Option<usize>)| {
        let may = room > 0 && !before.contains(&item) && (may_be_alone || shares(quiz, item));
        Some((item, (*skill).filter(|_| may)?))
    };
    let mut items: Vec<(usize, usize)> = skills.iter().enumerate().filter_map(open).collect();
    let opening = turns(quiz, adaptive, &items, before, &skills);
    if let Some(turns) = &opening {
        // A skill whose turn comes first and that has nothing to share stands alone; of others what shares does.
        let leads = |&(item, skill): &(usize, usize)| turns.first() == Some(&skill) || shares(quiz, item);
        items.retain(|entry| turns.contains(&entry.1) && leads(entry));
        let first = items.iter().any(|&(item, skill)| turns.first() == Some(&skill) && shares(quiz, item));
        items.retain(|&(item, skill)| if first { shares(quiz, item) } else { turns.first() == Some(&skill) });
    }
    let sharing = (0..quiz.skills.len())
        .filter(|skill| items.iter().any(|(item, own)| own == skill && shares(quiz, *item)))
        .count();
    let most = (adaptive.screen.unwrap_or(1) as usize).min(room).min(sharing);
    Frame { most, items, opening, instructed: due(quiz, before, screens) }
}

/// The skills whose turn it is while the quiz opens: those of which the fewest items were asked, as long as these are
/// too few; nothing once each was asked for often enough.
fn turns(
    quiz: &Quiz,
    adaptive: &Adaptive,
    open: &[(usize, usize)],
    before: &[usize],
    skills: &[Option<usize>],
) -> Option<Vec<usize>> {
    let wanted = adaptive.each.unwrap_or(0) as usize;
    let count = |skill: usize| before.iter().filter(|item| skills.get(**item) == Some(&Some(skill))).count();
    let mut lacking: Vec<(usize, usize)> = (0..quiz.skills.len()).map(|skill| (skill, count(skill))).collect();
    lacking.retain(|(skill, count)| *count < wanted && open.iter().any(|(_, own)| own == skill));
    let fewest = lacking.iter().map(|(_, count)| *count).min()?;
    lacking.retain(|(_, count)| *count == fewest);
    Some(lacking.into_iter().map(|(skill, _)| skill).collect())
}

/// The instructed item that joins the next screen, the first that was not asked: the first of them joins the third
/// screen, and each further one comes four screens later; the next that can be shared, where that one cannot.
fn due(quiz: &Quiz, before: &[usize], screens: usize) -> Option<usize> {
    let all: Vec<usize> = (0..quiz.items.len()).filter(|item| is_instructed(quiz, *item)).collect();
    let asked = all.iter().filter(|item| before.contains(item)).count();
    let next = all.into_iter().find(|item| !before.contains(item) && shares(quiz, *item))?;
    (screens >= FIRST_INSTRUCTED + INSTRUCTED_EVERY * asked).then_some(next)
}

/// How many items the screen holds that begins with an item.
fn size(quiz: &Quiz, before: &[usize], screens: usize, first: usize) -> usize {
    if !shares(quiz, first) {
        return 1;
    }
    let frame = frame(quiz, before, screens);
    frame.most.max(1) + usize::from(frame.instructed.is_some_and(|instructed| instructed != first))
}

/// Where the present screen begins: after all that was asked, where the last screen is whole.
pub fn place(quiz: &Quiz, asked: &[usize]) -> Place {
    let mut place = Place::default();
    while let Some(next) = after(quiz, asked, place) {
        place = next;
    }
    place
}

/// The place after the screen that begins at one, if it is whole.
fn after(quiz: &Quiz, asked: &[usize], place: Place) -> Option<Place> {
    let before = asked.get(..place.begins)?;
    let first = *asked.get(place.begins)?;
    let begins = place.begins + size(quiz, before, place.screens, first);
    (begins <= asked.len()).then_some(Place { begins, screens: place.screens + 1 })
}

/// Where the screen ends on which the answer at a place in the order stands.
pub fn end(quiz: &Quiz, asked: &[usize], answer: usize) -> usize {
    let mut place = Place::default();
    while place.begins <= answer {
        let Some(next) = after(quiz, asked, place) else { return asked.len() };
        place = next;
    }
    place.begins
}

/// What was answered before the present screen.
pub fn known(responses: &Responses, before: &[usize]) -> Responses {
    let kept = |(item, response): (usize, &_)| Option::clone(response).filter(|_| before.contains(&item));
    responses.iter().enumerate().map(kept).collect()
}

/// What the quiz by itself puts on the present screen: the item that says most, and then those of other skills that say
/// most; while it opens, of each skill in its turn the item that says most. Nothing where the quiz ends.
pub fn own(quiz: &Quiz, responses: &Responses, asked: &[usize]) -> Vec<usize> {
    let place = place(quiz, asked);
    let before = asked.get(..place.begins).unwrap_or_default();
    let Some(adaptive) = &quiz.adaptive else { return Vec::new() };
    let frame = frame(quiz, before, place.screens);
    let levels = so_far(quiz, &known(responses, before));
    if frame.opening.is_none()
        && counted(quiz, before) >= adaptive.min.unwrap_or(1) as usize
        && precise(adaptive, &levels)
    {
        return Vec::new();
    }
    let worths = worths(quiz, &levels, &normal(), before);
    frame.fill(quiz, &|may| {
        let worth = |item: usize| worths.get(item).copied().flatten().filter(|_| may(item));
        most_informative(quiz.items.len(), &worth)
    })
}

/// The best of the items for which something holds.
pub type Best<'b> = dyn Fn(&dyn Fn(usize) -> bool) -> Option<usize> + 'b;

impl Frame {
    /// The screen: the best item alone where it cannot share, otherwise with the best of each further skill beside it,
    /// and the instructed item last. While the quiz opens, the best of each skill in its turn.
    pub fn fill(&self, quiz: &Quiz, best: &Best<'_>) -> Vec<usize> {
        let skill = |item: usize| self.items.iter().find(|(one, _)| *one == item).map(|(_, skill)| *skill);
        let mut screen: Vec<usize> = Vec::new();
        loop {
            let free = |item: usize| {
                let Some(own) = skill(item) else { return false };
                let other = screen.iter().all(|one| skill(*one) != Some(own));
                other && (screen.is_empty() || shares(quiz, item))
            };
            let next = match &self.opening {
                Some(turns) => turns.iter().find_map(|turn| best(&|item| free(item) && skill(item) == Some(*turn))),
                None => best(&free),
            };
            let Some(next) = next.filter(|_| screen.len() < self.most.max(1)) else { break };
            screen.push(next);
            if !shares(quiz, next) {
                return screen;
            }
        }
        if !screen.is_empty() {
            screen.extend(self.instructed);
        }
        screen
    }
}
