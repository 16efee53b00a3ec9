// The page that reads an advert.
export default {
  "reading": "What this advert asks for",
  "most-evidence": "By its words this is mostly {name} work: {n}\u00a0of\u00a0100\u00a0parts.",
  "more-evidence": "By its words this is {name} work more than any other: {n}\u00a0of\u00a0100\u00a0parts.",
  "lead-right": "On real adverts a lead like this was right about {n} times in 100. Yours may be different.",
  "lead-mostly": "On real adverts so clear a lead was right more than 9 times in 10. Yours may be different.",
  "nearly-all": "By its words this is nearly all {name} work.",
  "first-evidence": "By its words this is a mix: {n}\u00a0of\u00a0100\u00a0parts are {name}, then {others}.",
  "other-evidence": "{name} ({n})",
  "rest-evidence": "Next: {others}.",
  "superhero": "A superhero is wanted: one person for about {breadth} kinds of work.",
  "superhero-why": "Its words are spread over much at once: {others}. On top of that, {pressure}.",
  "superhero-musts": { "one": "there is {count} must-have", "other": "there are {count} must-haves" },
  "superhero-superlatives": { "one": "it looks for somebody beyond measure", "other": "it looks {count} times for somebody beyond measure" },
  "superhero-ask": "Ask them: which two of these matter most in the first six months?",
  "too-short": "Too short to say anything.",
  "too-short-why": { "one": "There is {count} word, and it takes {least}. What was found is shown below.", "other": "There are {count} words, and it takes {least}. What was found is shown below." },
  "too-few": "Too little to say anything.",
  "too-few-why": { "one": "We know only one phrase in it, and it takes {least}. Perhaps it is not an advert, or not in English.", "other": "We know only {count} phrases in it, and it takes {least}. Perhaps it is not an advert, or not in English." },
  "other-language": "This does not look like English.",
  "other-language-why": "We know English phrases alone, so we cannot say what this advert asks for. What was found is shown below.",
  "not-chances": "This is about words, not about your chances. Companies copy adverts from one another, and leave things out. So ask.",

  "product-title": "Is it product work at all?",
  "product-3": "By its words, clearly.",
  "product-2": "By its words, more likely than not.",
  "product-1": "By its words, rather not. Look at what would fill the days.",
  "product-0": "By its words, hardly. Whatever the title says, read it as an advert for other work.",
  "product-most": "more than 0.99",
  "product-least": "less than 0.01",
  "product-scale": "Product work: {value} on a scale from 0, like adverts for other work, to 1, like adverts for product work.",

  "shares-title": "Kinds of work in it",
  "shares-figure": "How much of it speaks for each kind, out of 100",
  "shares-none": "Nothing speaks for {names}.",
  "shares-table": "What each kind of work is, and what to do with it",
  "shares-caption": "Kinds of work, with their share of 100 and the phrases found",
  "share": "Share of 100",
  "kind": "Kind of work",
  "phrases": "Phrases found",
  "places": { "one": "{phrases}, in {count} place", "other": "{phrases}, in {count} places" },
  "none": "none",
  "advice": "What to do with it",
  "advice-title": "If that is what they mean",
  "role-page": "The job in detail: {role}",

  "text-title": "Its text, with the words that speak",
  "text-lead": { "one": "{count} phrase counts. Its number says for which kind of work.", "other": "{count} phrases count. The number at each says for which kind of work." },
  "text-label": "The advert’s text",
  "no-cues": "We know no phrase in it.",
  "legend": "Show the phrases of",
  "all-kinds": "All",
  "shown-only": { "one": "{count} phrase of {name} is shown", "other": "{count} phrases of {name} are shown" },
  "shown-all": { "one": "{count} phrase is shown", "other": "All {count} phrases are shown" },
  "legend-negated": "Struck through: not wanted, so not counted.",
  "legend-left-out": "Dotted: in a part that is not about the work, so not counted.",
  "back-to-list": "Back to where you were",
  "cues-title": "Every phrase, and how much it weighs",
  "cues-lead": "The weights of one kind add up to its score. Its part of all scores is its share of 100.",
  "cues-of": { "one": "{name}: {score} from {count} place", "other": "{name}: {score} from {count} places" },
  "cues-caption": "Phrases of {name}",
  "cue": "Phrase",
  "cue-places": "Where in the text",
  "cue-more": { "one": "and {count} more", "other": "and {count} more" },
  "adds": "Weight",
  "together": "Together",
  "uncounted": { "one": "{count} phrase that does not count", "other": "{count} phrases that do not count" },
  "uncounted-caption": "Phrases that do not count",
  "reason": "Reason",
  "negated": "not wanted",
  "left-out": "a sentence that most adverts have",
  "left-out-benefits": "in the part on benefits",
  "left-out-apply": "in the part on how to apply",
  "left-out-equal": "in the part on equal opportunity",
  "left-out-company": "in the part on the company",
  "go-to": "{words}, place {n} in the text",

  "facts-title": "What it says outright",
  "fact-seniority": "Level of the job",
  "fact-years": "Years",
  "fact-musts": "Must-haves",
  "fact-superlatives": "Big words",
  "fact-none": "none found",
  "years-from": { "one": "at least {count} year", "other": "at least {count} years" },
  "years-range": { "one": "{least} to {count} year", "other": "{least} to {count} years" },
  "times": "{count} ×",
  "musts-count": { "one": "{count} found", "other": "{count} found" },
  "musts-which": { "one": "Which one", "other": "Which ones" },

  "questions-title": "Questions to ask them",
  "questions-lead": "The advert is where they begin. The answers tell you more.",
  "questions-more": { "one": "One question more", "other": "{count} questions more" },

  "meets-title": "You and this advert",
  "meets-intro": "Compare your skills with what this advert asks for. That happens on this page alone, and only if you press the button.",
  "meets-button": "Compare with my profile",
  "meets-none": "No results are kept on this device. Take a quiz, keep its result in {profile}, and come back. Or choose a file that you saved there.",
  "my-profile": "My profile",
  "meets-file": "Choose a profile file",
  "meets-working": "Comparing …",
  "meets-empty": "No line of this advert asks for a skill that we know, so there is nothing to compare.",
  "meets-unmeasured": "No quiz that you kept has measured what this advert asks for: {skills}.",
  "meets-best": "Your best fit here: {skill}.",
  "meets-closest": "Closest to what is asked: {skill}.",
  "meets-first": "Prepare first: {skill}.",
  "meets-first-close": "Nothing asked here is clearly beyond you. To be safe, prepare {skill}.",
  "meets-asked": "They ask for it here:",
  "meets-all": { "one": "The one skill that it asks for", "other": "All {count} skills that it asks for" },
  "meets-order": "What is furthest below comes first.",
  "meets-need": "The advert names no levels. Each need is what {role} often takes, by our own judgement. It is not this company’s number.",
  "state-strength": "Reaches it",
  "state-gap": "Below it",
  "state-even": "May reach it",
  "state-unknown": "Not measured",
  "meets-level": "You are at {level}, likely {low} to {high}. The job needs {need}.",
  "level-top": "{level} or more",
  "level-bottom": "{level} or less",
  "meets-need-only": "The job needs {need}. No quiz that you kept has measured it.",
  "meets-unknown": "No quiz that you kept has measured it.",
  "meets-level-only": "You are at {level}, likely {low} to {high}. What the job needs, we do not know.",
  "meets-prepare": "Prepare:",
  "meets-evidence": "No results, or not only those? {evidence}, and hold it against each line.",
  "meets-evidence-link": "Write down what you have done",
  "meets-done": "Compared. {words}",

  "how-title": "How this reading works",
  "how-phrases": "We wrote a list of {count} phrases, and for which kind of work each speaks. A phrase counts for more under duties and requirements. It counts for nothing under benefits or how to apply. Each repetition adds less.",
  "how-limits": "All weights are our own judgement. Two adverts for one job can read differently. An honest answer from the company is worth more than all of this.",
  "how-method": "How often it was right on real adverts, and where it was not",
  "how-lexicon": "Read the list of phrases, with the source of each question (version {version})",

  "hiring-label": "Your draft",
  "applying-label": "The advert’s text",
  "hiring-button": "Read my draft",
  "applying-button": "Read the advert",
  "hiring-reading": "What your draft asks for",
  "hiring-parts": "Of 100 parts of what its words say, {n} speak for {first} and {m} for {second}.",
  "hiring-doubt": "That is about words, and we may read them wrongly. You know what you need.",
  "hiring-split": "How to divide the work",
  "hiring-none": "No line of your draft says so.",
  "hiring-more": { "one": "{count} more line", "other": "{count} more lines" },
  "hiring-ask": "Three questions before it goes out",

  "empty": "Paste an advert first, or put in the example.",
  "no-text": "“{name}” holds no plain text. Open it, copy the text, and paste it here.",
  "file-read": "“{name}” is in the box. Press “Read the advert”.",
  "example-in": "The example is in the box. Press “Read the advert”.",
  "too-long": "This text is too long for one advert. Paste the advert alone.",
  "load-failed": "A part of this page could not be loaded. Check the connection, then press the button again.",
  "policy-failed": "This site does not let the reader of adverts run. Only the people who make the site can change that.",
  "engine-failed": "The advert could not be read, and the fault is ours. Your text is still in the box.",
  "profile-careless": "Some answers behind this profile came very fast, were all alike or look like random picks. So this comparison says little.",
  "profile-problems": "Part of the profile could not be read. The rest is compared.",
  "problem-lead": "The advert could not be read. Your text is still in the box.",
  "profile-lead": "This is not a file of results from this site, or it is damaged. Save it anew on My profile.",
  "details": "Technical details"
};

/** An advert of our own, for whoever wants to see what the page does. No template: a release has no line ends in those. */
export const example =
  "Senior Product Manager, Scheduling\n" +
  "\n" +
  "About us\n" +
  "Tidewheel makes planning software for ferry lines and small harbours. We are forty people in two towns.\n" +
  "\n" +
  "What you will do\n" +
  "- Talk to harbour masters and crews every week, find the customer problems worth solving, and turn them into a product vision and a roadmap.\n" +
  "- Decide what we build next, and say no with reasons.\n" +
  "- Own the product backlog: write user stories and acceptance criteria, refine them with the team, and attend the daily stand-up.\n" +
  "- Keep the delivery plan, milestones and status report up to date for the executives.\n" +
  "- Work with marketing on positioning, pricing and the launch of new features.\n" +
  "\n" +
  "What you bring\n" +
  "- At least 5 years in product management, ideally with business software.\n" +
  "- You must have experience of discovery with users, and be able to set priorities by outcomes.\n" +
  "- SQL and product analytics are essential.\n" +
  "- You can explain an API to a harbour master. A degree in engineering is not required.\n" +
  "- You are a rock star communicator.\n" +
  "\n" +
  "Benefits\n" +
  "A project budget for your own learning, and a free ferry pass.\n" +
  "\n" +
  "We are an equal opportunity employer and welcome product managers of every background.";
