//! Whose the years are: a demand on whoever applies, or years of those who write.

use super::{AGE, FAR, NEAR, Reader};
use crate::advert::words::Word;

/// Years of those who write the advert, ...
const OWN: &str = "we|our|weve|us|its";
/// ... of their company or a part of it, with an apostrophe: "the team's combined 40 years", ...
const GROUPS_OWN: &str = "companys|teams|firms|agencys";
/// ... of a person whom they name before "who", ...
const NAMED: &str = "our|report|reports|reporting|led|managed|headed|founded|mentored|alongside|under";
/// ... or whom they call after "your", ...
const YOURS: &str = "manager|boss|lead|leader|mentor|coach|colleague|colleagues|peers|supervisor|director|team";
/// Years of several people, whose they are being said before or after them: "30 years of combined experience in our
/// team"; of one who applies they are those in several fields.
const SUMMED: &str = "combined|collective";
/// What stands between somebody and their years.
const HAVE: &str = "has|have|with|brings|bring|boasts|boast";
/// Whose years they are if one of them stands before that.
const GROUPS: &str = "team|company|business|firm|agency|founders";
/// Before a group "with" years: what an applicant did there, or studied, ...
const HELD: &str = "in|worked|working|managing|managed|leading|led|running";
/// ... and what was studied.
const STUDIED: &str = "degree|bachelor|bachelors|master|masters|mba|studies|diploma|bsc|msc";
/// More years with a group are the group's, unless it is what was studied.
const MANY: f64 = 10.0;
/// ... unless they say what they ask for.
const ASKED: &str = "you|your|youll|youve|youd|candidate|candidates|applicant|applicants|someone|somebody|person|people|who|need|\
    needs|require|requires|required|want|wants|seek|seeks|seeking|looking|look|expect|expects|ask|asks|must|\
    should|like|prefer|hire|hiring|welcome|welcomes|value|hope|hoping|love|appreciate|requirement|requirements|criteria|\
    minimum";
/// Who is asked for, where no name stands; and what is said of them alone: "the ideal consultant".
const ROLES: &str = "manager|owner|lead|role|job|holder|postholder|engineer|designer|analyst|developer|director|head|pm|hire|colleague|\
    individual|professional|profile|consultant|leader|expert|specialist|architect|scientist|strategist|marketer|officer|\
    ideal|ideally|preferably|successful|right|perfect|suitable";
/// Degrees, which have no years: "Bachelor's 5+ years".
const DEGREES: &str = "bachelors|masters|associates|doctorates";
/// After a name that a sentence goes on with: "With 20 years of experience, Acme helps banks".
const DOES: &str =
    "is|are|has|helps|serves|offers|builds|provides|makes|supports|delivers|runs|remains|knows|leads|develops|brings";

impl Reader<'_> {
    /// Whether the years are of those who write: the nearest word before that tells is one for themselves, or years of
    /// several people are theirs by what comes after. There are at `least` so many.
    pub(super) fn is_own(&self, first: usize, end: usize, least: f64) -> bool {
        let summed = first.checked_sub(1).filter(|&summed| self.is(Some(summed), SUMMED));
        if summed.is_some() && least >= AGE {
            return true;
        }
        let first = summed.map_or(first, |summed| summed - usize::from(self.is(summed.checked_sub(1), "a")));
        let before = |count: usize| first.checked_sub(count);
        let had = self.is(before(1), HAVE);
        if let Some(group) = before(2).filter(|&group| had && self.is(Some(group), GROUPS)) {
            return !self.is(before(1), "with") || !self.is_held(group, least);
        }
        let tells = |word: usize| self.is_ours(Some(word)) || self.is(Some(word), ASKED);
        let telling = self.nearest(first, NEAR, &tells).filter(|&word| self.words.together(word, first));
        let Some(telling) = telling else {
            return self.is_summed(end, summed.is_some())
                || self.is_somebodys(first)
                || self.is_named(first)
                || self.is_led_in(first, end);
        };
        let yours =
            |who: usize| had && self.is(Some(who), "your") && (who..first).any(|word| self.is(Some(word), YOURS));
        self.is_ours(Some(telling)) || yours(telling) || self.is(Some(telling), "who") && self.is_one_of_theirs(telling)
    }

    /// Whether the word is one for those who write. "The US" is a country.
    fn is_ours(&self, word: Option<usize>) -> bool {
        let country = self.is(word, "us") && self.is(word.and_then(|us| us.checked_sub(1)), "the|in");
        self.is(word, OWN) && !country
            || self.is(word, GROUPS_OWN) && word.is_some_and(|word| self.has_apostrophe(word))
    }

    /// Whether the years that a group is said to be "with" are the applicant's: "managing a team with 3+ years", "a degree
    /// in business with 12 years".
    fn is_held(&self, group: usize, least: f64) -> bool {
        let before = |list: &str| self.nearest_of(group, NEAR, list).is_some();
        // "Work in our team with 5 years" may be either.
        before(STUDIED) || least < MANY && (before("you|your") || before(HELD) && !before(OWN))
    }

    /// Whether "who" speaks of somebody there: "our founder, who has 20 years", "reporting to Jane, who has 15 years".
    pub(super) fn is_one_of_theirs(&self, who: usize) -> bool {
        let telling = self.nearest(who, FAR, &|word| self.is(Some(word), NAMED) || self.is(Some(word), ASKED));
        self.is(telling, NAMED)
    }

    /// Whether the word before says whose they are: "Acme's 10 years", "the founders' 30 years".
    fn is_somebodys(&self, first: usize) -> bool {
        let Some(before) = first.checked_sub(1).filter(|&before| self.words.together(before, first)) else {
            return false;
        };
        // "Bachelor's/5 years", "Bachelor's + 5 years".
        if self.is(Some(before), DEGREES) || self.between(before).contains(['/', '+']) {
            return false;
        }
        let after = self.between(before).starts_with(['\'', '’']);
        self.words.letters(before).ends_with('s') && (after || self.has_apostrophe(before))
    }

    /// Whether an apostrophe stands within a word. Only its room in the text is left, as is that of the two signs of
    /// "year(s)".
    fn has_apostrophe(&self, word: usize) -> bool {
        let room = |word: &Word| {
            ((word.end.byte - word.start.byte) as usize).saturating_sub(self.words.letters_of(word).len())
        };
        self.words.list.get(word).is_some_and(|word| !matches!(room(word), 0 | 2))
    }

    /// Whether a sentence of a name and "has" ends with the years: "Acme has more than 30 years".
    fn is_named(&self, first: usize) -> bool {
        let Some(has) = first.checked_sub(1).filter(|&has| self.is(Some(has), HAVE) && !self.is(Some(has), "with"))
        else {
            return false;
        };
        let begins = |name: usize| name == 0 || !self.words.together(name - 1, name);
        // Where the sentence begins with "has", nobody is named.
        let name = self.nearest(has, NEAR, &begins);
        name.is_some_and(|name| !(name..has).any(|word| self.is(Some(word), ROLES)))
    }

    /// Whether a sentence begins with the years and goes on with those whose they are: "With 20 years of experience, we
    /// help", "..., Acme helps".
    fn is_led_in(&self, first: usize, end: usize) -> bool {
        let Some(with) = first.checked_sub(1).filter(|&with| self.is(Some(with), "with")) else { return false };
        let same = |word: usize| self.words.sentence(word) == self.words.sentence(with);
        if with.checked_sub(1).is_some_and(same) {
            return false;
        }
        let next = (end..end + FAR).find(|&word| !self.words.together(end.saturating_sub(1), word));
        let Some(next) = next.filter(|&next| same(next)) else { return false };
        let does = (next + 1..next + 3).find(|&word| self.is(Some(word), DOES));
        // "..., the candidate has", "..., the PM leads".
        let asked = |word: usize| self.is(Some(word), ASKED) || self.is(Some(word), ROLES);
        self.is(Some(next), "we|our") || does.is_some_and(|does| !(next..does).any(asked))
    }

    /// Whether the years are said to be those of several people, and these to be the ones who write.
    fn is_summed(&self, end: usize, summed: bool) -> bool {
        let after = |count: usize| {
            (end..end + count)
                .take_while(|&word| self.words.sentence(word) == self.words.sentence(end.saturating_sub(1)))
        };
        (summed || after(NEAR).any(|word| self.is(Some(word), SUMMED)))
            && after(FAR).any(|word| self.is(Some(word), "we|our|us"))
    }
}
