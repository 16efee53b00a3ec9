//! What a company means when its advert says "product manager", by the phrases of a lexicon that the text has.
//!
//! In reading order:
//!
//! - [`fold`], [`entities`], [`tags`], [`mod@words`]: a text as words with exact places, stretches, sentences and lines
//! - [`phrases`]: a list of phrases found in words
//! - [`lexicon`]: the document with phrases, weights and all other words
//! - [`sections`], [`context`]: headings, negations, sentences that are left out
//! - `language`: whether the text is in the lexicon's language
//! - [`years`], [`levels`], [`musts`]: years of experience, whose a level is, must-haves
//! - [`score`]: scores, shares, breadth, probability
//! - [`verdict`]: what may be said of it
//! - [`meets`]: a person's skills beside the lines of the advert
//! - [`report`]: all of it as plain data
//!
//! Every number rests on spans of the text, whose values add up to it. How well the lexicon tells adverts apart is a
//! question for adverts that its authors have not seen.

pub mod context;
pub mod entities;
pub mod fold;
mod language;
pub mod levels;
pub mod lexicon;
pub mod meets;
pub mod musts;
pub mod phrases;
pub mod report;
pub mod score;
pub mod sections;
pub mod tags;
pub mod verdict;
pub mod words;
pub mod years;

use crate::closed::Closed;
use crate::problem::{Code, Naming, Problem, Severity};
use crate::text::direction::Direction;
use crate::text::markdown::{self, Tree};
use crate::text::record::{Labels, Text};
use crate::text::unseen;
use context::{Context, Lists, State};
use lexicon::{ALWAYS, Lexicon, SectionKind};
use meets::Person;
use phrases::{Found, Phrases, Vocabulary};
use report::{ArchetypeReport, Fact, Meets, Part, Question, Report, Shown, Span, Value, Years};
use verdict::Verdict;
use words::{Place, Words, words};

/// The most bytes of an advert that are read: 200 KB.
pub const MOST: usize = 200 * 1024;

/// The most parts, spans and facts that a text may be drawn as.
pub const DRAWN: usize = 20_000;

/// From this share on, one archetype is meant.
const ONE: f64 = 0.6;

/// How places in the text are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// In bytes of UTF-8.
    Byte,
    /// In code units of UTF-16, as a browser counts.
    Utf16,
}

/// A lexicon, ready to read adverts.
#[derive(Debug)]
pub struct Reader {
    lexicon: Lexicon,
    phrases: Phrases,
    lists: Lists,
    seniority: Phrases,
    musts: Phrases,
    superlatives: Phrases,
    /// The words of all phrases, of which a text may have one that the end of a line divides.
    known: Vocabulary,
    common: Vocabulary,
    norms: Vec<f64>,
    /// What each phrase speaks for: archetype, weight divided by the archetype's norm.
    weights: Vec<Vec<(usize, f64)>>,
}

impl Reader {
    /// Prepares a lexicon for reading adverts.
    pub fn new(lexicon: Lexicon) -> Reader {
        let list = |labels: &Labels| Phrases::of(labels.0.iter().map(|label| label.value.as_str()));
        let norms = score::norms(&lexicon);
        let weight = |speaks: &lexicon::Speaks| {
            let archetype = lexicon.archetype(&speaks.archetype.value)?;
            Some((archetype, speaks.weight / norms.get(archetype)?))
        };
        let weights = lexicon.phrases.iter().map(|phrase| phrase.speaks.iter().filter_map(weight).collect()).collect();
        let phrases = Phrases::of(lexicon.phrases.iter().map(|phrase| phrase.phrase.value.as_str()));
        Reader {
            known: Vocabulary::of(&phrases),
            common: Vocabulary::of(&list(&lexicon.common)),
            phrases,
            lists: Lists::of(&lexicon),
            seniority: list(&lexicon.seniority),
            musts: list(&lexicon.musts),
            superlatives: list(&lexicon.superlatives),
            norms,
            weights,
            lexicon,
        }
    }

    /// The lexicon that it reads by.
    pub fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// What each archetype's weights are divided by.
    pub fn norms(&self) -> &[f64] {
        &self.norms
    }

    /// Reads an advert. Texts whose language is not `language` are marked with their own.
    ///
    /// # Errors
    /// `advert-long` for more than [`MOST`] bytes, `advert-drawn` for more than [`DRAWN`] parts, `text-marks` for marks
    /// that pile up.
    pub fn read(
        &self,
        text: &str,
        language: &str,
        person: Option<Person<'_>>,
        unit: Unit,
    ) -> Result<Report<'_>, Problem> {
        if text.len() > MOST {
            let values = [("found", Naming::Number(text.len() as f64)), ("most", Naming::Number(MOST as f64))];
            return Err(Problem::plain(Severity::Error, Code::ADVERT_LONG, &values, None));
        }
        if unseen::piles_up(text) {
            return Err(Problem::plain(
                Severity::Error,
                Code::TEXT_MARKS,
                &[("most", Naming::Number(unseen::MARKS as f64))],
                None,
            ));
        }
        let mut words = words(text);
        words.join(&|word, exactly| if exactly { self.known.spells(word) } else { self.known.has(word) });
        let context = context::context(&self.lexicon, &self.lists, &mut words);
        let words = context.words;
        let found: Vec<(Found, State)> =
            self.phrases.find(words).into_iter().map(|found| (found, context.state(found.first, found.end))).collect();
        let counted: Vec<Found> =
            found.iter().filter(|(_, state)| *state == State::Counted).map(|(found, _)| *found).collect();
        let look = Look { reader: self, context: &context, words, text, language, unit };
        let report = look.report(&found, &counted, person);
        let facts = report.seniority.len() + report.years.len() + report.musts.len() + report.superlatives.len();
        let drawn = words.parts.len() + report.spans.len() + facts;
        if drawn > DRAWN {
            let values = [("found", Naming::Number(drawn as f64)), ("most", Naming::Number(DRAWN as f64))];
            return Err(Problem::plain(Severity::Error, Code::ADVERT_DRAWN, &values, None));
        }
        Ok(report)
    }
}

/// One advert being read.
struct Look<'l, 'c> {
    reader: &'l Reader,
    context: &'c Context<'c>,
    words: &'c Words,
    text: &'c str,
    language: &'c str,
    unit: Unit,
}

impl<'l> Look<'l, '_> {
    fn report(&self, found: &[(Found, State)], counted: &[Found], person: Option<Person<'_>>) -> Report<'l> {
        let lexicon = &self.reader.lexicon;
        let gains = score::gains(lexicon, counted, self.words.list.len());
        let spans: Vec<Span<'l>> = found.iter().map(|(found, state)| self.span(*found, *state, &gains)).collect();
        let scores = self.scores(counted, &gains);
        let (phrases, all) = self.distinct(&gains);
        let long_enough = self.words.list.len() >= lexicon.model.least_words as usize;
        let foreign = self.reader.is_foreign(self.text, self.words, counted);
        let enough = long_enough && !foreign && phrases >= lexicon.model.least_phrases;
        let shares = if enough { score::shares(lexicon, &scores) } else { vec![None; scores.len()] };
        let parts = if enough { score::parts(lexicon, &scores) } else { vec![None; scores.len()] };
        let breadth = enough.then(|| score::breadth(&parts));
        let (musts, superlatives) = (self.musts(), self.facts(&self.reader.superlatives));
        let order = self.order(&scores);
        let highest = order.first().and_then(|&first| shares.get(first).copied().flatten()).unwrap_or_default();
        let too_much = musts.len() >= lexicon.model.musts as usize || !superlatives.is_empty();
        let verdict = match breadth {
            None if foreign => Verdict::OtherLanguage,
            None if long_enough => Verdict::TooFew,
            None => Verdict::TooShort,
            Some(breadth) if breadth >= lexicon.model.broad && too_much => Verdict::Superhero,
            Some(_) if highest >= ONE => Verdict::One,
            Some(_) => Verdict::Several,
        };
        let leading = order.first().copied().filter(|_| enough);
        let named = order.iter().copied().take(if verdict == Verdict::One { 1 } else { 2 }).filter(|_| enough);
        Report {
            words: self.words.list.len() as u32,
            phrases,
            verdict,
            product: (long_enough && !foreign && all >= lexicon.model.least_phrases)
                .then(|| score::product(lexicon, &scores)),
            breadth,
            archetypes: order.iter().filter_map(|&index| self.archetype(index, &scores, &parts, &shares)).collect(),
            spans,
            seniority: self.levels(),
            years: self.years(),
            musts,
            superlatives,
            questions: self.questions(verdict, &named.collect::<Vec<_>>()),
            meets: person.map(|person| self.meets(counted, person, leading)),
            shown: (self.unit == Unit::Utf16).then(|| self.shown()),
        }
    }

    /// The text as it is seen.
    fn shown(&self) -> Shown {
        let part = |part: &words::Part| {
            let stands =
                part.stands.map(|(character, accent)| [Some(character), accent].into_iter().flatten().collect());
            Part { start: part.start.unit, end: part.end.unit, ends: part.ends, stands }
        };
        Shown { tagged: self.words.tagged, parts: self.words.parts.iter().map(part).collect() }
    }

    /// Start and end of the words from `first` to before `end`.
    fn places(&self, first: usize, end: usize) -> (u32, u32) {
        let place = |place: Place| if self.unit == Unit::Byte { place.byte } else { place.unit };
        let start = self.words.list.get(first).map_or(0, |word| place(word.start));
        let end = end.checked_sub(1).and_then(|last| self.words.list.get(last)).map_or(0, |word| place(word.end));
        (start, end)
    }

    /// An author's text of a document in `from`.
    fn tree(&self, text: &Text, from: &Text) -> Tree {
        let mut tree = markdown::read(&text.value);
        if from.value != self.language {
            tree.language = Some(from.value.clone());
            tree.direction = Some(Direction::of(&from.value));
        }
        tree
    }

    fn own(&self, text: &Text) -> Tree {
        self.tree(text, &self.reader.lexicon.language)
    }

    /// What a counted occurrence adds to the score of each archetype, by index.
    fn values(&self, found: Found, gains: &[f64]) -> impl Iterator<Item = (usize, f64)> {
        let gain = gains.get(found.phrase).copied().unwrap_or_default() * self.context.factor(found.first);
        let weights = self.reader.weights.get(found.phrase).map(Vec::as_slice).unwrap_or_default();
        weights.iter().map(move |&(archetype, weight)| (archetype, weight * gain))
    }

    fn span(&self, found: Found, state: State, gains: &[f64]) -> Span<'l> {
        let lexicon = &self.reader.lexicon;
        let (start, end) = self.places(found.first, found.end);
        let value = |(archetype, value): (usize, f64)| {
            let archetype = lexicon.archetypes.get(archetype).map_or("", |archetype| archetype.id.value.as_str());
            Value { archetype, value: if state == State::Counted { value } else { 0.0 } }
        };
        Span {
            start,
            end,
            phrase: lexicon.phrases.get(found.phrase).map_or("", |phrase| phrase.phrase.value.as_str()),
            state,
            section: self.context.kind(found.first),
            r#for: self.values(found, gains).map(value).collect(),
        }
    }

    /// The sums of the spans' values: w f (k + 1) c / (c + k (1 - b + b n / length)) over the phrases.
    fn scores(&self, counted: &[Found], gains: &[f64]) -> Vec<f64> {
        let mut scores = vec![0.0; self.reader.lexicon.archetypes.len()];
        for &found in counted {
            for (archetype, value) in self.values(found, gains) {
                scores.get_mut(archetype).into_iter().for_each(|score| *score += value);
            }
        }
        scores
    }

    /// Distinct phrases that count: those for an archetype that is shown, and all.
    fn distinct(&self, gains: &[f64]) -> (u32, u32) {
        let archetypes = &self.reader.lexicon.archetypes;
        let shown = |&(archetype, _): &(usize, f64)| archetypes.get(archetype).is_some_and(|archetype| archetype.shown);
        let counted = || self.reader.weights.iter().zip(gains).filter(|(_, gain)| **gain > 0.0);
        (counted().filter(|(weights, _)| weights.iter().any(shown)).count() as u32, counted().count() as u32)
    }

    /// Archetypes that are shown, the highest score first; then the others.
    fn order(&self, scores: &[f64]) -> Vec<usize> {
        let shown = |index: usize| self.reader.lexicon.archetypes.get(index).is_some_and(|archetype| archetype.shown);
        let key = |index: usize| (shown(index), scores.get(index).copied().unwrap_or_default());
        crate::numeric::ordered(scores.len(), &|a, b| key(a) > key(b))
    }

    fn archetype(
        &self,
        index: usize,
        scores: &[f64],
        parts: &[Option<f64>],
        shares: &[Option<f64>],
    ) -> Option<ArchetypeReport<'l>> {
        let archetype = self.reader.lexicon.archetypes.get(index)?;
        Some(ArchetypeReport {
            archetype: &archetype.id.value,
            name: self.own(&archetype.name),
            about: self.own(&archetype.about),
            advice: self.own(&archetype.advice),
            role: archetype.role.is_given().then_some(archetype.role.value.as_str()),
            shown: archetype.shown,
            score: scores.get(index).copied()?,
            part: parts.get(index).copied().flatten(),
            share: shares.get(index).copied().flatten(),
            sources: strings(&archetype.sources),
        })
    }

    /// What of a list is found, unless the text says that it is not so or does not speak of the work.
    fn facts(&self, list: &Phrases) -> Vec<Fact> {
        self.counted(list).into_iter().map(|found| self.fact(found.first, found.end, found)).collect()
    }

    /// Where phrases of a list are found and count.
    fn counted(&self, list: &Phrases) -> Vec<Found> {
        let counts = |found: &Found| self.context.state(found.first, found.end) == State::Counted;
        list.find(self.words).into_iter().filter(counts).collect()
    }

    /// The words from `first` to before `end`, for what `said` says.
    fn fact(&self, first: usize, end: usize, said: Found) -> Fact {
        let (start, end) = self.places(first, end);
        let mut word = String::new();
        for index in said.first..said.end {
            word.push_str(if index > said.first { " " } else { "" });
            word.push_str(self.words.letters(index));
        }
        Fact { start, end, word }
    }

    /// The levels that are those of the job.
    fn levels(&self) -> Vec<Fact> {
        let levels = self.counted(&self.reader.seniority).into_iter();
        let own = levels.filter(|found| levels::is_of_the_job(self.words, *found));
        own.map(|found| self.fact(found.first, found.end, found)).collect()
    }

    fn musts(&self) -> Vec<Fact> {
        let found = self.counted(&self.reader.musts);
        let musts = musts::musts(self.words, self.context.headings(), &found);
        // Under what would be nice to have, nothing is a must, whatever its words.
        let counts = |must: &musts::Must| {
            self.context.state(must.first, must.end) != State::LeftOut
                && self.context.kind(must.first) != Some(SectionKind::Nice)
        };
        musts.into_iter().filter(counts).map(|must| self.fact(must.first, must.end, must.said)).collect()
    }

    /// The years asked for, without the company's own.
    fn years(&self) -> Vec<Years> {
        let counts = |years: &years::Years| {
            self.context.state(years.first, years.end) == State::Counted
                && self.context.kind(years.first) != Some(SectionKind::Company)
        };
        let placed = |years: years::Years| {
            let (start, end) = self.places(years.first, years.end);
            Years { start, end, least: years.least, most: years.most }
        };
        years::years(self.words).into_iter().filter(counts).map(placed).collect()
    }

    /// The questions for every advert, for this verdict, and for the archetypes that lead, in the order of the lexicon.
    fn questions(&self, verdict: Verdict, leading: &[usize]) -> Vec<Question<'l>> {
        let archetypes = &self.reader.lexicon.archetypes;
        let leads = |id: &str| {
            leading.iter().any(|&index| archetypes.get(index).is_some_and(|one| one.shown && one.id.value == id))
        };
        let asked =
            |when: &str| when == ALWAYS || verdict == Verdict::Superhero && when == verdict.word() || leads(when);
        let question = |question: &'l lexicon::Question| Question {
            when: &question.when.value,
            text: self.own(&question.text),
            sources: strings(&question.sources),
        };
        self.reader.lexicon.questions.iter().filter(|question| asked(&question.when.value)).map(question).collect()
    }

    fn meets(&self, counted: &[Found], person: Person<'_>, leading: Option<usize>) -> Vec<Meets<'l>> {
        let lexicon = &self.reader.lexicon;
        let Some(leading) = leading.and_then(|index| lexicon.archetypes.get(index)) else { return Vec::new() };
        let role = leading.role.is_given().then_some(leading.role.value.as_str());
        let tree = |text: &Text, from: &Text| self.tree(text, from);
        let lines = meets::lines(lexicon, self.words, counted);
        let placed = lines.into_iter().map(|line| (line, self.places(line.first, line.end)));
        placed.filter_map(|placed| meets::meets(lexicon, person, role, placed, &tree)).collect()
    }
}

fn strings(labels: &Labels) -> Vec<&str> {
    labels.0.iter().map(|label| label.value.as_str()).collect()
}
