"use client";

import "metier-quiz";
import quiz from "metier-quiz/quizzes/pace.json";

// React gives a tag that the server has drawn no properties: they come by a reference.
const fill = (tag) => {
  if (tag) tag.quiz = quiz;
};

export default function Quiz() {
  return (
    <metier-quiz ref={fill} roles={undefined} resume>
      <a href="https://quiz.example/pace.html">Keeping the pace</a>
    </metier-quiz>
  );
}
