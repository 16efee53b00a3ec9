//! Of what the years are: an experience, or a time, an age, the length of a post, a schooling.

use super::{EXPERIENCE, FAR, NEAR, Reader};
use crate::advert::words::any;
use crate::steps::counted;

/// Before the years: a time or an age, not an experience; or an experience of those who write.
const BEFORE: &str = "last|past|next|previous|coming|first|every|each|within|after|since|aged|age of|ages of|contract of|term of|terms of|tenure of|\
    period of|duration of|backed by|built on|building on|builds on|drawing on|draws on";
/// The same, unless experience is spoken of: "in three years", "limited to 2 years", "the training takes 3 years".
const BEFORE_ALONE: &str =
    "in|in just|in only|limited to|limited for|lasts|lasting|take|takes|taking|retention of|validity of";
/// The same, anywhere among the words right before: "options vest monthly over 4 years".
const VESTING: &str = "vest|vests|vesting|vested";
/// The same as [`BEFORE`], also before a colon: "Age: 25-35 years".
const NAMES: &str = "age|ages|turned|duration|term|length";
/// The same, unless experience is spoken of: "Contract: 12 months".
const NAMES_ALONE: &str = "contract|kids|children|pupils";
/// Who is so many years old after "under" and "over".
const OF_AGE: &str = "people|persons|babies|infants|toddlers";
/// What lasts so many years, by itself after it: "temporary position (3 years)", "Contract, 1 year"; ...
const POSTS: &str = "position|post|contract|appointment|assignment|placement|internship|fellowship|secondment|studentship|traineeship|apprenticeship";
/// ... what is studied for so long: "Bachelor's degree (4 years)"; ...
const STUDIES: &str = "degree|diploma|course|programme|program";
/// ... unless it is one that the applicant had.
const HAD: &str = "experience|exp|in|as|similar|previous|comparable|equivalent|relevant";
/// Right after the years.
const AFTER: &str =
    "ago|old|later|young|ahead|in a row|of age|or older|and older|from now|of paid|to apply|to enter|to join|to be";
/// Right after the years, where the stretch ends with it: "five years running", not "five years running a team".
const AFTER_LAST: &str = "running|out";
/// Right after the years, where the phrase ends with it: "30 years of growth", not "5 years of growth management".
const AFTER_WHOLE: &str = "or over|and over|in business|of history|of heritage|of growth|of trading|of innovation|of success|\
    of service|of operation|of funding";
/// The noun that the years belong to, where the phrase ends with it; ...
const NOUNS: &str = "schooling|education|college|university|school|degree|diploma|study|studies|warranty|leave|runway|retention|validity|\
    cliff|vesting|tenure";
/// ... without "of", which makes them fields of work: "5 years of contract and vendor management"; ...
const LENGTHS: &str =
    "contract|plan|fixed|term|position|internship|apprenticeship|placement|secondment|fellowship|appointment|cover";
/// ... and what may stand before it.
const WITH_NOUNS: &str = "of|full|part|time|formal|regular|primary|higher|further|secondary|high|college|university|school|undergraduate|graduate|postgraduate|\
    bachelor|bachelors|masters|paid|unpaid|fixed|term|temporary|renewable|data|maternity|parental|rolling|limited|phd|doctoral|business";
/// What a phrase ends before.
const ENDS: &str = "and|or|but|in|at|on|to|for|with|by|from|as|is|are|was|will|that|which|who|until|per|starting|since|across|before|\
    after|we|our|you|has|have";
/// Before years that make no difference: "it doesn't matter whether you have 2 or 10 years".
const INDIFFERENT: &str = "matter|care|mind";
/// What applicants have done for so many years, ...
const PERFECT: &str = "have|has|having|youve";
/// ... beside verbs that end in "ed".
const DONE: &str = "been|held|led|run|built|done|made|sold|taught|written|spent|driven|grown|overseen";
/// ... and what of that is no work: "You have lived in the UK for 3 years".
const NO_WORK: &str = "lived|resided|resident|licence|license";
/// Who an applicant is, before "have".
const APPLICANT: &str = "you|youll|who|must|should|candidate|candidates|applicant|applicants";

impl Reader<'_> {
    /// Whether the years are an experience. They are `plain` if neither a bound nor a `+` makes them a demand.
    pub(super) fn is_experience(&self, first: usize, end: usize, plain: bool) -> bool {
        let before = |list: &str| any(list, &|phrase| self.ends_before(first, phrase).is_some());
        if before(BEFORE) && !self.is_spent(first) || any(AFTER, &|phrase| self.begins_at(end, phrase)) {
            return false;
        }
        if self.is_named_by(first, NAMES) || self.is_whole(end) || self.is_indifferent(first) {
            return false;
        }
        if self.has_experience(end) {
            return true;
        }
        if before(BEFORE_ALONE) || self.is_time_alone(first) || plain && self.is_post(first, end) {
            return false;
        }
        // "Kept for a minimum of two years."
        let since = self.ends_before(first, "for").or_else(|| self.ends_before(first, "for a"));
        since.is_none_or(|since| self.is_done(since))
    }

    /// Whether the word before names what the years are of.
    fn is_named_by(&self, first: usize, names: &str) -> bool {
        let Some(before) = first.checked_sub(1) else { return false };
        let joined = self.words.together(before, first) || self.gap(before) == ":";
        joined && self.is(Some(before), names)
    }

    /// Whether what stands before makes the years a time or an age where no experience is spoken of, nor was right
    /// before: "Experience with children: 2 years".
    fn is_time_alone(&self, first: usize) -> bool {
        let named = self.is_named_by(first, NAMES_ALONE);
        named && self.nearest_of(first, NEAR, EXPERIENCE).is_none()
            || self.is_named_by(first, OF_AGE) && self.is(Some(first), "under|over|below|above")
            || self.nearest_of(first, NEAR, VESTING).is_some()
    }

    /// Whether a phrase ends before the word.
    pub(super) fn ends_at(&self, word: usize) -> bool {
        !self.goes_with(word, word) || self.is(Some(word), ENDS)
    }

    /// Whether the years belong to a noun for a time or a schooling, with which the phrase ends: "15 years full time
    /// education". Where another follows, it is a field of work: "5 years of service design".
    fn is_whole(&self, end: usize) -> bool {
        let whole =
            |phrase: &str| self.begins_at(end, phrase) && self.ends_at(end + if phrase.contains(' ') { 2 } else { 1 });
        if self.is(Some(end), AFTER_LAST) && !self.goes_with(end + 1, end + 1) || any(AFTER_WHOLE, &whole) {
            return true;
        }
        // "Of" and a few adjectives may stand before the noun.
        let of = self.is(Some(end), "of");
        let noun = |word: usize| {
            let length = !of && self.is(Some(word), LENGTHS) && !self.is(Some(word + 1), "and|or");
            (length || self.is(Some(word), NOUNS)) && self.ends_at(word + 1)
        };
        let adjectives = (end..end + NEAR).take_while(|&word| self.is(Some(word), WITH_NOUNS)).count();
        counted(end..=end + adjectives).any(|word| self.goes_with(end, word) && noun(word))
    }

    /// Whether the years are the length of a post that is named right before, and nothing else is said of them:
    /// "Position: 2 years, 100%".
    fn is_post(&self, first: usize, end: usize) -> bool {
        let Some(post) = first.checked_sub(1).filter(|&post| self.words.sentence(post) == self.words.sentence(first))
        else {
            return false;
        };
        let gap = self.gap(post);
        let named = matches!(gap, ":" | "(" | ",") && self.is(Some(post), POSTS);
        let studied = gap == "(" && self.is(Some(post), STUDIES);
        (named || studied) && !self.goes_with(end, end) && self.nearest_of(post, NEAR, HAD).is_none()
    }

    /// Whether the advert says that the years make no difference.
    fn is_indifferent(&self, first: usize) -> bool {
        let told = |word: usize| {
            let care = word.checked_sub(1).filter(|_| self.is(Some(word), "if"));
            self.is(Some(word), "whether") || self.is(care, INDIFFERENT)
        };
        self.nearest(first, FAR, &told).is_some()
    }

    /// Whether the applicant is said to have done something until "for", at `since`: "You have worked in product for at
    /// least 5 years".
    fn is_done(&self, since: usize) -> bool {
        let Some(have) = self.nearest_of(since, FAR, PERFECT) else { return false };
        let done = have + 1 + usize::from(self.is(Some(have + 1), "you"));
        let is_done = self.words.letters(done).ends_with("ed") || self.is(Some(done), DONE);
        let work = self.nearest_of(since, since.saturating_sub(done), NO_WORK).is_none();
        is_done && done < since && work && self.is_of_applicant(have)
    }

    /// Whether "spent the last" stands before the years, and the applicant before that.
    fn is_spent(&self, first: usize) -> bool {
        let Some(spent) = ["spent the last", "spent the past"].iter().find_map(|spent| self.ends_before(first, spent))
        else {
            return false;
        };
        let have = spent.checked_sub(1).filter(|&have| self.is(Some(have), PERFECT));
        self.is_of_applicant(have.unwrap_or(spent))
    }

    /// Whether the applicant is who has done what the verb says: nobody is named before it, or "you" are.
    fn is_of_applicant(&self, verb: usize) -> bool {
        let who = self.nearest(verb, 2, &|word| !self.is(Some(word), "will"));
        who.is_none()
            || self.is(who, APPLICANT) && who.is_some_and(|who| !self.is_one_of_theirs(who))
            || self.is(Some(verb), "youve")
    }
}
