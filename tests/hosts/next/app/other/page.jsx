import Link from "next/link";

export default function Page() {
  return (
    <main>
      <h1>Other page</h1>
      <Link id="home" href="/">
        Quiz
      </Link>
    </main>
  );
}
