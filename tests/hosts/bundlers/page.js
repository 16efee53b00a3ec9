import "metier-quiz";
import quiz from "metier-quiz/quizzes/pace.json";

document.querySelector("metier-quiz").quiz = quiz;
