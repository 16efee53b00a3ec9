//! Whose a level is: that of the job ("as a senior product manager"), or that of somebody whom the job has to do with
//! ("present to senior stakeholders", "report to the Head of Product").

use super::phrases::Found;
use super::words::{Words, any};
use crate::steps::counted;

/// Words before a level within which it is looked for whose it is, and words of the noun phrase after it.
const NEAR: usize = 5;
/// Words before the end of a list within which it is looked for with whom the job has to do.
const FAR: usize = 12;
/// Whoever is looked for has the level, also where they are several: "we are hiring senior engineers"; ...
const SOUGHT: &str =
    "hiring|hire|recruiting|recruit|seeking|seek|looking|search|searching|need|needs|want|wants|appoint|appointing";
/// ... and so has whoever the text says that the job is for.
const JOB: &str = "as|is|are|be|been|become|becoming|role|job|position|post|title|designation|level|grade|seniority|vacancy|opportunity";
/// What a level belongs to that is the job's, at the end of its noun phrase.
const JOBS: &str = "role|roles|job|position|positions|post|posts|vacancy|vacancies|opportunity|opportunities|programme|program|scheme|candidate|candidates";
/// Before "for" and a level that is the job's: "ready for a senior role".
const FOR_JOB: &str = "looking|search|searching|opportunity|opening|vacancy|position|role|job|room|place|apply|applying|applications|ideal|perfect|\
    right|ready|advertising|recruiting|hiring";
/// What the job does with somebody of the level: verbs without their ending, ...
const VERBS: &str = "manag|lead|mentor|coach|support|supervis|train|guid|advis|assist|help|influenc|brief|engag|report|present|persuad|escalat|\
    onboard|challeng|develop";
/// ... which are verbs and no nouns with one of these, ...
const ENDINGS: &str = "s|es|ing";
/// ... or without one at the start of a line or after one of these; ...
const BEFORE_VERBS: &str = "you|will|youll|to|and|or|can|who|must|line|also|then|directly|may|well";
/// ... and what the level belongs to in "relationships at senior level", "under the supervision of a senior designer".
const THEIRS: &str = "stakeholder|stakeholders|relationships|supervisor|boss|guidance|supervision|mentorship";
/// Right before somebody of the level: "learn from senior designers", "with our commercial director".
const WITH: &str = "to|from|with|by|alongside|under|between|among|for";
/// Before a list of such people.
const LISTED: &str = "with|alongside|between";
/// What may stand between, and other words after it.
const ARTICLES: &str = "the|a|an|our|your|their|his|her|its|this|one|two|three|four|other|more|most|very|some|any|all|many|several|various|both";
/// Whose a level is that does not begin its sentence.
const POSSESSIVES: &str = "our|their|his|her";
/// People at the end of the noun phrase, who are others.
const PEOPLE: &str = "stakeholder|stakeholders|leaders|people|staff|colleagues|teammates|peers|clients|customers|buyers|partners|executives|execs|\
    sponsors|audience|audiences|members|officials|figures|makers|talent|citizens|students|apprentices|bas|pms";
/// Those whom the level itself makes others, right after it: "senior leadership team", "senior stakeholder management".
const BODIES: &str = "leadership|management|stakeholder|stakeholders|leaders";
/// One of those who are others where they are several.
const ROLES: &str = "manager|engineer|developer|designer|analyst|architect|director|owner|consultant|specialist|scientist|lead|officer|associate|\
    assistant|trainee|graduate|intern|nurse|researcher|marketer|tester|adviser|advisor";
/// Levels that the words after them name the field of: "Head of People".
const TOPS: &str = "of|director|president|vp|chief";
/// Levels that are qualifications as well, ...
const DEGREES: &str = "graduate|associate";
/// ... by what ends their noun phrase, ...
const QUALIFIED: &str =
    "degree|degrees|diploma|diplomas|certificate|certificates|qualification|qualifications|school|studies|education";
/// ... or stands right before them.
const QUALIFYING: &str = "post|under|any|university|college";
/// An assistant that is a program.
const PROGRAMS: &str =
    "ai|virtual|digital|voice|chat|coding|writing|shopping|search|conversational|intelligent|smart|automated";
/// What a noun phrase ends before.
const ENDS: &str = "of|in|at|on|to|for|with|by|from|as|who|that|which|is|are|was|will|can|across|within|into|through|about|including|such|than|\
    the|a|an|our|your|their|you|we|they|so|if|when|while|per|via";

/// Whether a level that was found is that of the job.
pub fn is_of_the_job(words: &Words, found: Found) -> bool {
    let level = Level { words, found };
    if level.is_other_thing() {
        return false;
    }
    let head = level.head();
    if level.is(head, JOBS) {
        return true;
    }
    match level.telling() {
        // "You need senior stakeholder management": nobody hires stakeholders.
        Some(Telling::Sought) => !level.is(Some(found.end), "stakeholder|stakeholders"),
        Some(Telling::Other) => level.is(head, "experience|background"),
        Some(Telling::Job) => !level.is_of_people(head),
        // The title of the job stands in the first line.
        None => words.list.get(found.first).is_some_and(|word| word.line == 0) || !level.is_of_people(head),
    }
}

/// What a word before a level says of it.
enum Telling {
    /// It is that of whoever is looked for.
    Sought,
    /// It is that of the job.
    Job,
    /// It is somebody else's.
    Other,
}

struct Level<'l> {
    words: &'l Words,
    found: Found,
}

impl Level<'_> {
    fn is(&self, word: Option<usize>, list: &str) -> bool {
        self.words.is_one(word, list)
    }

    /// The word so many before the level, in its stretch; or in that before a colon: "Reports to: Head of Product".
    fn before(&self, count: usize) -> Option<usize> {
        let word = self.found.first.checked_sub(count)?;
        let colon = || self.words.between(word).trim() == ":";
        (self.words.together(word, word + 1) || colon()).then_some(word)
    }

    /// The words that may tell, the nearest first.
    fn near(&self) -> impl Iterator<Item = usize> {
        counted(1..=NEAR).map_while(|count| self.before(count))
    }

    /// Whether the word is no level here: the verb of "you will lead product strategy", a qualification, a program.
    fn is_other_thing(&self) -> bool {
        let (first, last) = (Some(self.found.first), self.found.end.checked_sub(1));
        let before = self.before(1);
        let verb = self.is(first, "lead") && self.is(before, BEFORE_VERBS);
        let qualified = || {
            let next = Some(self.found.end).filter(|&next| self.words.together(self.found.first, next));
            self.is(self.head(), QUALIFIED) || self.is(next, "from|of") || self.is(before, QUALIFYING)
        };
        verb || self.is(last, DEGREES) && qualified() || self.is(last, "assistant") && self.is(before, PROGRAMS)
    }

    /// The last word of the noun phrase that the level begins; the level's own if nothing follows it.
    fn head(&self) -> Option<usize> {
        let Found { first, end, .. } = self.found;
        let joined = usize::from(self.is(Some(end), "and|or"));
        let within = |word: &usize| self.words.together(first, *word) && !self.is(Some(*word), ENDS);
        let ends = |word: &usize| within(word) && !self.is(Some(*word), "and|or");
        counted(end + joined..end + joined + NEAR).take_while(ends).last().or(end.checked_sub(1))
    }

    /// What is said by the nearest word before that tells.
    fn telling(&self) -> Option<Telling> {
        self.near().find_map(|word| self.told(word)).or_else(|| self.is_listed().then_some(Telling::Other))
    }

    /// Whether the level is that of the last in a list of those whom the job has to do with: "work with sales, design
    /// and the chief architect".
    fn is_listed(&self) -> bool {
        let first = self.found.first;
        let article = usize::from(self.is(self.before(1), ARTICLES));
        let and = self.before(1 + article).filter(|&and| self.is(Some(and), "and"));
        let near = |and: usize| counted((and.saturating_sub(FAR)..and).rev());
        let listed = |word: usize| self.is(Some(word), LISTED);
        and.is_some_and(|and| {
            near(and).take_while(|&word| self.words.sentence(word) == self.words.sentence(first)).any(listed)
        })
    }

    fn told(&self, word: usize) -> Option<Telling> {
        let told = Some(word);
        let before = word.checked_sub(1).filter(|&before| self.words.together(before, word));
        if self.is(told, SOUGHT) {
            return Some(Telling::Sought);
        }
        if self.is(told, WITH) && self.is_right_before(word) {
            let job = self.is(told, "for") && (1..=3).any(|count| self.is(word.checked_sub(count), FOR_JOB));
            return Some(if job { Telling::Sought } else { Telling::Other });
        }
        let line_manager = self.is(told, "manager") && self.is(before, "line|your|hiring");
        let theirs = self.is(told, POSSESSIVES) && before.is_some() && !self.is(before, JOB);
        if self.is(told, THEIRS) || self.is_verb(word, before) || line_manager || theirs {
            return Some(Telling::Other);
        }
        self.is(told, JOB).then_some(Telling::Job)
    }

    /// Whether the word is what the job does with somebody.
    fn is_verb(&self, word: usize, before: Option<usize>) -> bool {
        let ending = |verb: &str| {
            let ending = self.words.letters(word).strip_prefix(verb);
            ending.is_some_and(|ending| match ending {
                // "Lead/Senior Product Manager" is a title.
                "" | "e" => {
                    self.words.between(word).trim() != "/" && (before.is_none() || self.is(before, BEFORE_VERBS))
                }
                ending => any(ENDINGS, &|one| one == ending),
            })
        };
        any(VERBS, &ending)
    }

    /// Whether nothing but articles and numbers stand between the word and the level, or an article and up to two other
    /// words: "to the senior marketing director".
    fn is_right_before(&self, word: usize) -> bool {
        let between = self.found.first - word - 1;
        between == 0 || between <= 3 && self.is(Some(word + 1), ARTICLES)
    }

    /// Whether the noun phrase names people who are others.
    fn is_of_people(&self, head: Option<usize>) -> bool {
        if self.is(self.found.end.checked_sub(1), TOPS) {
            return false;
        }
        // "Senior product managers at Acme own ..." may be the job.
        let first = self.found.first;
        let begins =
            first.checked_sub(1).is_none_or(|before| self.words.sentence(before) != self.words.sentence(first));
        let several = |head: usize| {
            let one = self.words.letters(head).strip_suffix('s');
            one.is_some_and(|one| !begins && any(ROLES, &|role| role == one))
        };
        let body = || {
            let next = Some(self.found.end);
            self.is(next, BODIES) && (next == head || self.is(head, "team|teams") || self.is(next, "stakeholder"))
        };
        self.is(head, PEOPLE) || head.is_some_and(several) || body()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::advert::phrases::Phrases;
    use crate::advert::words::words;

    /// The levels that count, of a text below a title.
    fn levels(text: &str) -> String {
        const LEVELS: [&str; 14] = [
            "senior",
            "junior",
            "graduate",
            "associate",
            "assistant",
            "head of",
            "director",
            "director of",
            "vp",
            "chief",
            "c level",
            "lead product",
            "apprentice*",
            "mid level",
        ];
        let read = words(&format!("Tea\n{text}"));
        let found = Phrases::of(LEVELS.into_iter()).find(&read);
        let own = found.into_iter().filter(|found| is_of_the_job(&read, *found));
        own.map(|found| LEVELS[found.phrase]).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_level_is_that_of_the_job() {
        for (text, level) in [
            ("Position: Associate Product Manager", "associate"),
            ("We are looking for a senior product manager", "senior"),
            ("We want to hire a senior product manager", "senior"),
            ("We're hiring senior engineers", "senior"),
            ("As a senior product manager you will lead a team", "senior"),
            ("Join us as Head of Product", "head of"),
            ("as our senior product manager", "senior"),
            ("An opportunity for a senior product manager", "senior"),
            ("The successful candidate will be a senior product manager", "senior"),
            ("We are growing and adding a senior product manager to the team", "senior"),
            ("The Junior PO will act as the proxy", "junior"),
            ("The Head of Product leads a team", "head of"),
            ("Our senior product manager will own the roadmap", "senior"),
            ("Senior product managers at Acme own outcomes", "senior"),
            ("Lead/Senior Product Manager", "senior"),
            ("Senior management consultant", "senior"),
            ("Senior Leadership Coach", "senior"),
            ("move into a senior role", "senior"),
            ("You come with senior experience", "senior"),
            ("experience at a senior level", "senior"),
            ("Level: Senior", "senior"),
            ("Head of People", "head of"),
            ("Graduate programme", "graduate"),
            ("Product Assistant", "assistant"),
            ("a lead product manager who'll work out", "lead product"),
        ] {
            assert_eq!(levels(text), level, "{text}");
        }
    }

    #[test]
    fn a_level_is_that_of_somebody_else() {
        for text in [
            "You will present to senior stakeholders and report to the Head of Product",
            "report to the Director of Product and line manage one junior analyst",
            "You will learn from senior product managers",
            "work with senior engineers, junior designers and the chief architect",
            "Present to the senior leadership team",
            "Experience of influencing senior leaders",
            "Senior stakeholders will trust you",
            "senior stakeholder management",
            "You will need senior stakeholder management skills",
            "confidence with very senior people",
            "strong stakeholder relationships at senior level",
            "support for senior management",
            "presenting to C-level executives",
            "Reports to: Head of Product",
            "reports to VP Marketing",
            "Line manager: Director of Product",
            "escalating red items to the Programme Director",
            "the plan that our Chief Product Officer hands down",
            "under the guidance of a senior product manager",
            "- Mentor junior PMs",
            "Manage a team of senior product managers",
            "bring on two apprentices",
            "You'll lead product strategy",
            "Associate degree; a graduate degree",
            "graduate or postgraduate degree",
            "Graduate from any discipline",
            "an AI assistant",
        ] {
            assert_eq!(levels(text), "", "{text}");
        }
    }

    #[test]
    fn the_first_line_is_a_title() {
        for (text, counts) in [
            ("Senior Stakeholder Manager", true),
            ("Senior Product Manager, People Team", true),
            ("Support for senior managers", false),
        ] {
            let read = words(text);
            let found = Phrases::of(["senior"].into_iter()).find(&read);
            assert_eq!(found.into_iter().all(|found| is_of_the_job(&read, found)), counts, "{text}");
        }
    }
}
