export default {
  "reading": "What its words speak for",
  "most-evidence": "Most of the evidence, {n}\u00a0of\u00a0100, speaks for {name}.",
  "more-evidence": "More of the evidence, {n}\u00a0of\u00a0100, speaks for {name} than for any other work.",
  "lead-right": "Of the real adverts that this reader was adjusted on, those with a lead like this were for the kind of work in front some {n} times in 100; for yours nobody can promise that.",
  "lead-mostly": "Of the real adverts that this reader was adjusted on, those with a lead as clear as this were for the kind of work in front more than 9 times in 10; for yours nobody can promise that.",
  "nearly-all": "Nearly all of the evidence speaks for {name}.",
  "first-evidence": "The evidence is divided: {n}\u00a0of\u00a0100 speaks for {name}, {others}.",
  "other-evidence": "{n} for {name}",
  "rest-evidence": "Then {others}.",
  "superhero": "A superhero is wanted: one person for about {breadth} kinds of work.",
  "superhero-why": "The evidence is spread over much at once: {others}. On top of that, {pressure}.",
  "superhero-musts": { "one": "there is {count} must-have", "other": "there are {count} must-haves" },
  "superhero-superlatives": { "one": "it looks for somebody beyond measure", "other": "it looks {count} times for somebody beyond measure" },
  "superhero-ask": "Ask them: which two of these matter most in the first six months?",
  "too-short": "Too short to say anything.",
  "too-short-why": { "one": "There is {count} word, and it takes {least}. What was found is shown all the same.", "other": "There are {count} words, and it takes {least}. What was found is shown all the same." },
  "too-few": "Too few cues to say anything.",
  "too-few-why": { "one": "One phrase that we know counts here, and it takes {least} different ones. Perhaps the text is not an advert, or not in English.", "other": "{count} different phrases that we know count here, and it takes {least}. Perhaps the text is not an advert, or not in English." },
  "other-language": "This does not look like English.",
  "other-language-why": "The phrases that we know are English, and the few that stand here would say little of a text in another language. What was found is shown all the same, without shares.",
  "not-chances": "These are parts of what the cues in this text weigh, not chances. Companies copy adverts from one another, and what they leave out counts nowhere: take it as a guess to ask about.",

  "product-title": "Is it product work at all?",
  "product-3": "By its words, clearly.",
  "product-2": "By its words, it leans that way.",
  "product-1": "By its words, it leans the other way: look at what would fill the days.",
  "product-0": "By its words, hardly: whatever the title says, read it as an advert for other work.",
  "product-most": "More than 0.99",
  "product-least": "Less than 0.01",
  "product-scale": "{value} on a scale from 0, like adverts for other work, to 1, like adverts for product work.",

  "shares-title": "Shares of the evidence",
  "shares-figure": "Of 100 parts of the evidence",
  "shares-table": "The same as a table",
  "shares-caption": "What each kind of work has of the evidence, and in how many phrases",
  "share": "Share",
  "kind": "Kind of work",
  "phrases": "Phrases found",
  "places": { "one": "{phrases}, in {count} place", "other": "{phrases}, in {count} places" },
  "none": "none",
  "advice": "What to do with it",
  "advice-title": "If that is what they mean",

  "text-title": "The text with its cues",
  "text-lead": { "one": "{count} cue counts. The number at it tells for which kind of work.", "other": "{count} cues count. The number at each tells for which kind of work." },
  "text-label": "The advert’s text",
  "no-cues": "No phrase in it is one that we know.",
  "legend": "Show the cues of",
  "all-kinds": "All",
  "shown-only": { "one": "{count} cue of {name} is shown", "other": "{count} cues of {name} are shown" },
  "shown-all": { "one": "{count} cue is shown", "other": "All {count} cues are shown" },
  "legend-negated": "Struck through: said not to be wanted, and not counted.",
  "legend-left-out": "Dotted: in a part that is not about the work, and not counted.",
  "back-to-list": "Back to where you were",
  "cues-title": "Every cue and what it adds",
  "cues-lead": "What the cues of one kind add makes its score, and its part of all scores is its share of the evidence.",
  "cues-of": { "one": "{name}: {score} from {count} place", "other": "{name}: {score} from {count} places" },
  "cues-caption": "Cues of {name}",
  "cue": "Cue",
  "cue-place": "Place",
  "cue-places": "Where in the text",
  "cue-more": { "one": "and {count} more", "other": "and {count} more" },
  "adds": "Adds",
  "together": "Together",
  "uncounted": { "one": "{count} cue that does not count", "other": "{count} cues that do not count" },
  "uncounted-caption": "Cues that do not count",
  "reason": "Reason",
  "negated": "said not to be wanted",
  "left-out": "a sentence that most adverts have",
  "left-out-benefits": "in the part on benefits",
  "left-out-apply": "in the part on how to apply",
  "left-out-equal": "in the part on equal opportunity",
  "left-out-company": "in the part on the company",
  "go-to": "{words}, place {n} in the text",

  "facts-title": "Said in so many words",
  "fact-seniority": "Seniority",
  "fact-years": "Years",
  "fact-musts": "Must-haves",
  "fact-superlatives": "Superlatives",
  "fact-none": "none found",
  "years-from": { "one": "at least {count} year", "other": "at least {count} years" },
  "years-range": { "one": "{least} to {count} year", "other": "{least} to {count} years" },
  "times": "{count} ×",
  "musts-count": { "one": "{count} found", "other": "{count} found" },
  "musts-which": { "one": "Which one", "other": "Which ones" },

  "questions-title": "Questions to ask them",
  "questions-lead": "An advert is where they begin, not where they end. Behind each question stand the rows of our inventory that it comes from.",

  "meets-title": "You and this advert",
  "meets-intro": "Hold your measured skills against each line of this advert. That, too, happens in this page alone, and only if you ask for it.",
  "meets-saved": "You have kept results on this device.",
  "meets-button": "Compare with my profile",
  "meets-none": "There are no results kept on this device. Take a quiz, keep its result in {profile}, and come back; or choose a profile file that you exported there.",
  "my-profile": "My profile",
  "meets-file": "Choose a profile file",
  "meets-working": "Comparing …",
  "meets-count": { "one": "{count} line of the advert asks for a skill in our catalogue: {states}.", "other": "{count} lines of the advert ask for skills in our catalogue: {states}." },
  "meets-empty": "No line of this advert asks for a skill in our catalogue, so there is nothing to compare.",
  "states-strength": { "one": "{count} strength", "other": "{count} strengths" },
  "states-gap": { "one": "{count} gap", "other": "{count} gaps" },
  "states-even": { "one": "{count} even", "other": "{count} even" },
  "states-unknown": { "one": "{count} not known", "other": "{count} not known" },
  "meets-need": "Where the needs are from: the advert names no levels. Each need is what {role}, the kind of work in front, typically takes in our catalogue of roles. That is an editorial number, not this company’s.",
  "meets-even": "Even means: no further from the need than your level may be off.",
  "state-strength": "Strength",
  "state-gap": "Gap",
  "state-even": "Even",
  "state-unknown": "Not known",
  "meets-level": "Your level {level}, give or take {spread}; needs {need}.",
  "level-top": "{level} or more",
  "level-bottom": "{level} or less",
  "meets-need-only": "Needs {need}; no quiz that you kept measured it.",
  "meets-unknown": "No quiz that you kept measured it.",
  "meets-prepare": "Prepare:",
  "meets-above": "What to prepare stands above, where this skill first comes up.",
  "meets-line": "The line",
  "meets-you": "You",
  "meets-done": "Compared. {words}",

  "how-title": "How this reading comes about",
  "how-phrases": "A lexicon of {count} phrases, written by us, says for which kinds of work each speaks and how strongly. A phrase counts for more under headings on duties and requirements, for nothing under benefits or how to apply, and each repetition adds less than the one before.",
  "how-limits": "All of these weights are editorial. Two adverts for one job can read differently, and an honest answer from the company is worth more than all of this.",
  "how-method": "How often it was right on real adverts, and where it was not",
  "how-lexicon": "Read the lexicon (version {version})",

  "empty": "Paste an advert first, or put in the example.",
  "no-text": "“{name}” holds no plain text. Open it, copy the text, and paste it here.",
  "file-read": "“{name}” is in the box. Press “Read the advert”.",
  "example-in": "The example is in the box. Press “Read the advert”.",
  "load-failed": "A part of this page could not be loaded. See whether you are online, then press the button again.",
  "policy-failed": "The security policy of this site does not let WebAssembly run, so the advert cannot be read here.",
  "engine-failed": "The advert could not be read, and the fault is ours. Your text is still in the box.",
  "profile-careless": "Some of the answers behind this profile came very fast, were all alike or look like random picks, so the comparison says little.",
  "profile-problems": "Not all of the profile could be read; the rest is compared.",
  "problem-lead": "The advert could not be read:",
  "profile-lead": "The profile could not be read as it is:",
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
