//! Whose the years are, and of what: a demand on whoever applies, or a time, an age, years of those who write.

use super::Reader;

/// Before or after the years: a time or an age, not an experience; or an experience of those who write.
const TIME_BEFORE: &str = "last|past|next|previous|coming|first|every|each|within|after|since|aged|age of|ages of|contract of|term of|terms of|tenure of|\
    period of|duration of|backed by|built on|building on|builds on|drawing on|draws on";
/// The same, also before a colon: "Age: 25-35 years", "Contract: 12 months".
const TIME_NAMES: &str = "age|ages|turned|kids|children|pupils|contract|duration|term|length";
const TIME_AFTER: &str = "ago|old|later|young|contract|fixed|plan|warranty|of age|or older|and older|or over|and over|to apply|from now|of paid|of leave|of funding|\
    to enter|to join|to be|in business|of history|of heritage|of growth|of trading|of innovation|of success|\
    of service|of operation";
/// Words after the years within which experience is looked for when `for` stands before the number, and words before
/// them within which it is looked for whose they are.
const NEAR: usize = 4;
/// Words after the years, or before "who", within which it is looked for whose they are.
const FAR: usize = 8;
/// Years of those who write the advert, ...
const OWN: &str = "we|our|weve|us|combined|its|companys|teams|firms|agencys";
/// ... of a person whom they name before "who", ...
const NAMED: &str = "our|report|reports|reporting|led|managed|headed|founded|mentored|alongside|under";
/// ... or whom they call after "your", ...
const YOURS: &str = "manager|boss|lead|leader|mentor|coach|colleague|colleagues|peers|supervisor|director|team";
/// Years of several people, whose they are being said after them: "30 years of combined experience in our team".
const SUMMED: &str = "combined|collective";
/// What stands between somebody and their years.
const HAVE: &str = "has|have|with|brings|bring|boasts|boast";
/// Whose years they are if one of them stands before that.
const GROUPS: &str = "team|company|business|firm|agency|founders";
/// ... unless they say what they ask for.
const ASKED: &str = "you|your|youll|youve|youd|candidate|candidates|applicant|applicants|someone|somebody|person|people|who|need|\
    needs|require|requires|required|want|wants|seek|seeks|seeking|looking|look|expect|expects|ask|asks|must|\
    should|like|prefer|hire|hiring|welcome|welcomes";
/// Who is asked for, where no name stands.
const ROLES: &str =
    "manager|owner|lead|role|job|holder|postholder|engineer|designer|analyst|developer|director|head|pm|hire|colleague";
/// After a name that a sentence goes on with: "With 20 years of experience, Acme helps banks".
const DOES: &str =
    "is|are|has|helps|serves|offers|builds|provides|makes|supports|delivers|runs|remains|knows|leads|develops|brings";

impl Reader<'_> {
    /// Whether the years are an experience.
    pub(super) fn is_experience(&self, first: usize, end: usize) -> bool {
        let before = |phrase: &str| self.ends_before(first, phrase).is_some();
        let after = |phrase: &str| self.begins_at(end, phrase);
        if TIME_BEFORE.split('|').any(before) || TIME_AFTER.split('|').any(after) || self.is_time(first) {
            return false;
        }
        self.ends_before(first, "for").is_none() || self.has_experience(first, end)
    }

    /// Whether the word before names a time or an age.
    fn is_time(&self, first: usize) -> bool {
        let Some(before) = first.checked_sub(1) else { return false };
        let joined = self.words.together(before, first) || self.between(before).trim() == ":";
        joined && self.is(Some(before), TIME_NAMES)
    }

    /// Whether experience is spoken of soon after the years.
    pub(super) fn has_experience(&self, first: usize, end: usize) -> bool {
        (end..end + NEAR).any(|word| self.words.together(first, word) && self.is(Some(word), "experience|exp"))
    }

    /// Whether the years are of those who write: the nearest word before that tells is one for themselves, or years of
    /// several people are theirs by what comes after.
    pub(super) fn is_own(&self, first: usize, end: usize) -> bool {
        let before = |count: usize| first.checked_sub(count);
        let had = self.is(before(1), HAVE);
        if had && self.is(before(2), GROUPS) {
            return true;
        }
        let near = (first.saturating_sub(NEAR)..first).rev().take_while(|&word| self.words.together(word, first));
        let telling = near.map(Some).find(|&word| self.is(word, OWN) || self.is(word, ASKED));
        let Some(telling) = telling else {
            return self.is_summed(end)
                || self.is_somebodys(first)
                || self.is_named(first)
                || self.is_led_in(first, end);
        };
        let yours =
            |who: usize| had && self.is(Some(who), "your") && (who..first).any(|word| self.is(Some(word), YOURS));
        self.is(telling, OWN)
            || telling.is_some_and(|who| yours(who) || self.is(Some(who), "who") && self.is_one_of_theirs(who))
    }

    fn sentence(&self, word: usize) -> Option<u32> {
        self.words.list.get(word).map(|word| word.sentence)
    }

    /// Whether "who" speaks of somebody there: "our founder, who has 20 years", "reporting to Jane, who has 15 years".
    fn is_one_of_theirs(&self, who: usize) -> bool {
        let before = (who.saturating_sub(FAR)..who).rev().take_while(|&word| self.sentence(word) == self.sentence(who));
        let telling = before.map(Some).find(|&word| self.is(word, NAMED) || self.is(word, ASKED));
        telling.is_some_and(|word| self.is(word, NAMED))
    }

    /// Whether the word before says whose they are: "Acme's 10 years", "the founders' 30 years". Of an apostrophe within a
    /// word only its room in the text is left.
    fn is_somebodys(&self, first: usize) -> bool {
        let Some(before) = first.checked_sub(1).filter(|&before| self.words.together(before, first)) else {
            return false;
        };
        let Some(whose) = self.words.list.get(before) else { return false };
        let letters = self.words.letters_of(whose);
        let within = (whose.end.byte - whose.start.byte) as usize > letters.len();
        letters.ends_with('s') && (within || self.between(before).starts_with(['\'', '’']))
    }

    /// Whether a sentence of a name and "has" ends with the years: "Acme has more than 30 years".
    fn is_named(&self, first: usize) -> bool {
        let Some(has) = first.checked_sub(1).filter(|&has| self.is(Some(has), HAVE) && !self.is(Some(has), "with"))
        else {
            return false;
        };
        let begins = |name: usize| name == 0 || !self.words.together(name - 1, name);
        let name = (has.saturating_sub(NEAR)..has).rev().find(|&name| begins(name));
        name.is_some_and(|name| !(name..has).any(|word| self.is(Some(word), ROLES)))
    }

    /// Whether a sentence begins with the years and goes on with those whose they are: "With 20 years of experience, we
    /// help", "..., Acme helps".
    fn is_led_in(&self, first: usize, end: usize) -> bool {
        let Some(with) = first.checked_sub(1).filter(|&with| self.is(Some(with), "with")) else { return false };
        let same = |word: usize| self.sentence(word) == self.sentence(with);
        if with.checked_sub(1).is_some_and(same) {
            return false;
        }
        let next = (end..end + FAR).find(|&word| !self.words.together(end.saturating_sub(1), word));
        next.filter(|&next| same(next)).is_some_and(|next| {
            self.is(Some(next), "we|our")
                || !self.is(Some(next), ASKED) && (next + 1..next + 3).any(|word| self.is(Some(word), DOES))
        })
    }

    /// Whether the years are said to be those of several people, and these to be the ones who write.
    fn is_summed(&self, end: usize) -> bool {
        let after = |count: usize| {
            (end..end + count).take_while(|&word| self.sentence(word) == self.sentence(end.saturating_sub(1)))
        };
        after(NEAR).any(|word| self.is(Some(word), SUMMED)) && after(FAR).any(|word| self.is(Some(word), "we|our|us"))
    }
}
