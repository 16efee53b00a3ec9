// What only a quiz with an order, a slider, a number, groups or a text of one's own needs: the inputs, how their
// answers are shown, words and looks. One file of the release, loaded before the first question.
import { moreMarks, moreWords, ownWordsSection } from "./view/more-answers.js";
import { moreSheet } from "./view/more-style.js";
import { numberFields } from "./view/number.js";
import { rankFields } from "./view/rank.js";
import { reflectFields } from "./view/reflect.js";
import { sliderFields } from "./view/slider.js";
import { sortFields } from "./view/sort.js";
import words from "./words/items-en.js";

const fields = { rank: rankFields, slider: sliderFields, number: numberFields, sort: sortFields, text: reflectFields };

export const items = { fields, words, marks: moreMarks, answerWords: moreWords, ownWords: ownWordsSection, sheet: moreSheet };
