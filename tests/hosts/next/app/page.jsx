import Link from "next/link";
import Quiz from "./quiz";

export default function Page() {
  return (
    <main>
      <h1>Quiz</h1>
      <Quiz />
      <Link id="away" href="/other/">
        Other page
      </Link>
    </main>
  );
}
