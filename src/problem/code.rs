//! The codes of problems: each is named here once, and has its sentence in `www/words/problems-en.js`.

use serde::{Serialize, Serializer};

/// What is wrong; the key of its sentence. Codes that begin `shape-` are those a JSON Schema can see too.
///
/// Constants and not the values of an enum, so that a module has the words of those alone that it can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code(&'static str);

macro_rules! codes {
    ($($name:ident = $word:literal,)+) => {
        impl Code {
            $(#[doc = concat!("`", $word, "`")] pub const $name: Code = Code($word);)+

            /// All of them, in the order of their sentences.
            pub const ALL: &'static [Code] = &[$(Code::$name),+];
        }
    };
}

impl Code {
    /// In place of all codes where no problem is told ([`super::TELLS`]).
    pub(crate) const UNTOLD: Code = Code("");

    /// The word by which documents, sentences and pages know it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        self.0
    }

    /// A code by its word, for the rooms that still spell codes out.
    pub(crate) const fn spelled(word: &'static str) -> Code {
        Code(word)
    }
}

/// As its word.
impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

codes! {
    MORE_PROBLEMS = "more-problems",
    TEXT_WESTERN = "text-western",
    FILE_KIND = "file-kind",
    FILE_WRITE = "file-write",
    TEXT_UTF8 = "text-utf8",
    FILE_READ = "file-read",
    FILE_SIZE = "file-size",
    CAP_BYTES = "cap-bytes",
    CAP_DEPTH = "cap-depth",
    CAP_STRING = "cap-string",
    JSON_END = "json-end",
    JSON_VALUE = "json-value",
    JSON_PAGE = "json-page",
    JSON_ARRAY = "json-array",
    JSON_OBJECT = "json-object",
    JSON_KEY = "json-key",
    JSON_COLON = "json-colon",
    JSON_CONTROL = "json-control",
    JSON_ESCAPE = "json-escape",
    JSON_SURROGATE = "json-surrogate",
    JSON_NUMBER = "json-number",
    JSON_RANGE = "json-range",
    JSON_TRAILING = "json-trailing",
    SHAPE_TYPE = "shape-type",
    SHAPE_MISSING = "shape-missing",
    SHAPE_UNKNOWN = "shape-unknown",
    SHAPE_WORD = "shape-word",
    SHAPE_RANGE = "shape-range",
    SHAPE_WHOLE = "shape-whole",
    SHAPE_ID = "shape-id",
    SHAPE_LANGUAGE = "shape-language",
    SHAPE_EMPTY = "shape-empty",
    SHAPE_FEW = "shape-few",
    SHAPE_MANY = "shape-many",
    DUPLICATE_KEY = "duplicate-key",
    DUPLICATE_ID = "duplicate-id",
    TEXT_CONTROL = "text-control",
    TEXT_UNSEEN = "text-unseen",
    TEXT_MARKS = "text-marks",
    TEXT_PIECES = "text-pieces",
    TEXT_FENCE = "text-fence",
    TEXT_HEADING = "text-heading",
    TEXT_TABLE = "text-table",
    TEXT_IMAGE = "text-image",
    TEXT_STAR = "text-star",
    LINK_NAME = "link-name",
    LINK_MACHINE = "link-machine",
    LINK_PRIVATE = "link-private",
    LINK_ADDRESS = "link-address",
    UNKNOWN_SKILL = "unknown-skill",
    UNKNOWN_GROUP = "unknown-group",
    UNKNOWN_TEXT = "unknown-text",
    MISSING_TRANSLATION = "missing-translation",
    SKILL_WITHOUT_ITEMS = "skill-without-items",
    ITEM_WITHOUT_KEY = "item-without-key",
    UNREACHABLE_OPTION = "unreachable-option",
    UNREACHABLE_KEY = "unreachable-key",
    UNREACHABLE_MEAN = "unreachable-mean",
    UNREACHABLE_CHOICE = "unreachable-choice",
    UNREACHABLE_GROUP = "unreachable-group",
    UNREACHABLE_CORRECT = "unreachable-correct",
    EMPTY_RANGE = "empty-range",
    UNEVEN_STEPS = "uneven-steps",
    FLAT_ORDER = "flat-order",
    FLAT_RIGHT = "flat-right",
    TARGET_OR_KEY = "target-or-key",
    EMPTY_TARGET = "empty-target",
    UNREACHABLE_TARGET = "unreachable-target",
    FLAT_KEY = "flat-key",
    EMPTY_BAND = "empty-band",
    OVERLAPPING_BANDS = "overlapping-bands",
    MEANING_UNSEEN = "meaning-unseen",
    OWN_LANGUAGE = "own-language",
    MINUTES_ORDER = "minutes-order",
    EVIDENCE_MISSING = "evidence-missing",
    FLOOR_ABOVE_NEED = "floor-above-need",
    CORRELATION_ORDER = "correlation-order",
    ANSWER_SHEET = "answer-sheet",
    ANSWER_ITEM = "answer-item",
    ANSWER_ENTRY = "answer-entry",
    ANSWER_AGAIN = "answer-again",
    ANSWER_TYPE = "answer-type",
    ANSWER_OPTION = "answer-option",
    ANSWER_RANGE = "answer-range",
    ANSWER_NUMBER = "answer-number",
    ANSWER_STEP = "answer-step",
    ANSWER_LENGTH = "answer-length",
    ANSWER_TWICE = "answer-twice",
    ANSWER_ALONE = "answer-alone",
    ANSWER_COUNT = "answer-count",
    ANSWER_SAME = "answer-same",
    ANSWER_TOTAL = "answer-total",
    ANSWER_TIME = "answer-time",
    CSV_EMPTY = "csv-empty",
    CSV_ROWS = "csv-rows",
    CSV_QUOTE = "csv-quote",
    CSV_RAGGED = "csv-ragged",
    CSV_NAME_EMPTY = "csv-name-empty",
    CSV_NAME_TWICE = "csv-name-twice",
    CSV_SEPARATOR = "csv-separator",
    RESPONSES_FIRST = "responses-first",
    RESPONSES_ITEMS = "responses-items",
    RESPONSES_PERSON = "responses-person",
    RESPONSES_TWICE = "responses-twice",
    RESPONSES_CELL = "responses-cell",
    ITEM_NAMED = "item-named",
    NOTE_LEFT_OUT = "note-left-out",
    NOTE_PAIRWISE = "note-pairwise",
    NOTE_FEW_PERSONS = "note-few-persons",
    NOTE_FEW_ITEMS = "note-few-items",
    NOTE_NO_VARIANCE = "note-no-variance",
    NOTE_NEGATIVE = "note-negative",
    NOTE_CONSTANT = "note-constant",
    NOTE_CONTRARY = "note-contrary",
    NOTE_OMEGA_ITEMS = "note-omega-items",
    NOTE_OMEGA_FACTOR = "note-omega-factor",
    NOTE_OMEGA_IMPROPER = "note-omega-improper",
    RESPONSES_ITEM = "responses-item",
    RESPONSES_CATEGORY = "responses-category",
    ITEMS_COLUMN = "items-column",
    ITEMS_HEADER = "items-header",
    ITEMS_ID = "items-id",
    ITEMS_TWICE = "items-twice",
    ITEMS_MODEL = "items-model",
    ITEMS_NUMBER = "items-number",
    ITEMS_MISSING = "items-missing",
    ITEMS_UNUSED = "items-unused",
    ITEMS_SLOPE = "items-slope",
    ITEMS_ORDER = "items-order",
    ITEMS_ASYMPTOTE = "items-asymptote",
    ITEMS_ASYMPTOTES = "items-asymptotes",
    ITEMS_CATEGORIES = "items-categories",
    ESTIMATE_ANSWERS = "estimate-answers",
    ESTIMATE_LOW = "estimate-low",
    ESTIMATE_HIGH = "estimate-high",
    ESTIMATE_FINITE = "estimate-finite",
    SEED_RANGE = "seed-range",
    TYPED_EITHER = "typed-either",
    QUIZ_FULL = "quiz-full",
    CALIBRATION_SKILL = "calibration-skill",
    CALIBRATION_ASYMPTOTES = "calibration-asymptotes",
    CALIBRATION_ORDER = "calibration-order",
    CALIBRATION_PAIRS = "calibration-pairs",
    CALIBRATION_OPTIONS = "calibration-options",
    CALIBRATION_LISTED = "calibration-listed",
    CALIBRATION_CATEGORIES = "calibration-categories",
    CALIBRATION_PARTIAL = "calibration-partial",
    ADAPTIVE_MISSING = "adaptive-missing",
    ADAPTIVE_ORDER = "adaptive-order",
    ADAPTIVE_LENGTH = "adaptive-length",
    ADAPTIVE_GRADE = "adaptive-grade",
    ADAPTIVE_CALIBRATED = "adaptive-calibrated",
    ADAPTIVE_ROLES = "adaptive-roles",
    CORRELATION_TWICE = "correlation-twice",
    CORRELATION_IMPOSSIBLE = "correlation-impossible",
    SAMPLE_GRADE = "sample-grade",
    SAMPLE_SIZE = "sample-size",
    SAMPLE_SYMMETRIC = "sample-symmetric",
    SAMPLE_IMPOSSIBLE = "sample-impossible",
    SKILL_LEFT_OUT = "skill-left-out",
    PROFILE_PAIR = "profile-pair",
    PROFILE_MIXED = "profile-mixed",
    COVARIANCE_SIZE = "covariance-size",
    PROFILE_VERSION = "profile-version",
    PROFILE_CUT = "profile-cut",
    PROFILE_QUIZ = "profile-quiz",
    PROFILE_DAY = "profile-day",
    PROFILE_AGAIN = "profile-again",
    PROFILE_FUTURE = "profile-future",
    PROFILE_NONE = "profile-none",
    COVARIANCE = "covariance",
    UNKNOWN_ARCHETYPE = "unknown-archetype",
    DUPLICATE_PHRASE = "duplicate-phrase",
    PHRASE_UNREACHABLE = "phrase-unreachable",
    ARCHETYPE_SILENT = "archetype-silent",
    ROLE_LEFT_OUT = "role-left-out",
    ADVERT_LONG = "advert-long",
    ADVERT_DRAWN = "advert-drawn",
}
