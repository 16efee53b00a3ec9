//! Which item comes next: the session's choice, or where a quiz decides between roles the one that most decides, as on the page.

use crate::score::profile;
use metier::report::report;
use metier::roles::catalogue::Catalogue;
use metier::roles::{person, question};
use metier::session::Session;

/// The item to be asked next; nothing when the quiz ends.
pub fn next(session: &Session, catalogue: &Catalogue) -> Option<String> {
    let own = session.quiz.items.get(session.next()?)?.id.value.clone();
    let Some(adaptive) = session.quiz.adaptive.as_ref().filter(|_| session.quiz.is_adaptive()) else { return Some(own) };
    let decides = session.quiz.decides();
    if !decides && adaptive.stop_share.is_none() {
        return Some(own);
    }
    let (placed, _) = person::read(&profile(&report(session)), catalogue);
    let (items, _) = question::read(&serde_json::json!({ "items": session.candidates() }).to_string(), catalogue);
    let found = placed.and_then(|placed| question::question(catalogue, &placed.profile, &items, session.seed));
    let Some(found) = found else { return Some(own) };
    let enough = session.path.len() >= adaptive.min.unwrap_or(1) as usize;
    if enough && adaptive.stop_share.is_some_and(|share| found.share >= share) {
        return None;
    }
    found.item.filter(|_| decides).or(Some(own))
}
