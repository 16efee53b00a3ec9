import "metier-quiz";
import quiz from "metier-quiz/quizzes/pace.json";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

function Page() {
  const [shown, show] = useState(true);
  const [again, set] = useState(false);
  return (
    <>
      <h1>Quiz</h1>
      {shown && (
        <metier-quiz
          quiz={quiz}
          src={undefined}
          roles={undefined}
          seed={again ? undefined : 7}
          theme={again ? undefined : "dark"}
          heading={again ? 4 : 3}
          resume
        >
          <a href="pace.html">Keeping the pace</a>
        </metier-quiz>
      )}
      <button id="again" onClick={() => set(true)}>
        Others
      </button>
      {shown ? (
        <button id="away" onClick={() => show(false)}>
          Away
        </button>
      ) : (
        <button id="home" onClick={() => show(true)}>
          Back
        </button>
      )}
    </>
  );
}

createRoot(document.querySelector("#app")).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
