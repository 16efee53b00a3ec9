"use client";

import "metier-quiz";
import quiz from "metier-quiz/quizzes/pace.json";

export default function Quiz() {
  return (
    <metier-quiz quiz={quiz} roles={undefined} resume>
      <a href="https://quiz.example/pace.html">Keeping the pace</a>
    </metier-quiz>
  );
}
