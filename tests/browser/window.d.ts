// What the instruments leave in a page's window, and what tests put there themselves.
import type { Answer, FullReport, Problem } from "../../www/types.d.ts";

/** What the element tells in its events, by their kind. */
export type Details = {
  ready: { quiz: string; version: string; language: string; title: string; items: number };
  start: { quiz: string; version: string; seed: number; items: number; resumed?: true };
  answer: { quiz: string; item: string; answer: Answer; answered: boolean; milliseconds: number };
  progress: { quiz: string; answered: number; skipped: number; left: number; items: number };
  complete: { quiz: string; version: string; report: FullReport; resumed?: true };
  error: { code: string; message: string; problems: Problem[] };
};
export type Told<K extends keyof Details = keyof Details> = {
  [Kind in K]: { type: `metier-${Kind}`; target: string; detail: Details[Kind] };
}[K];
/** How often which element is drawn, by the name of the screen. */
export type Harmless = (readonly [string, [string, number][]])[];
/** A quiz over a document, to be taken by `drawn.js`: name, of the document; own, the person's own words; more, attributes of the tag; names, whether its names are payloads. */
export type Taken = {
  text: string;
  name: string;
  how: "keep" | "equal" | "less" | "among";
  own?: string;
  more?: Record<string, string>;
  names?: boolean;
};
export type Collected = { faults: string[]; said: string[]; printed: number; events: Told[] };

declare global {
  interface HTMLElementTagNameMap {
    /** As scripts see the tag that a page has loaded: they may give it what an attribute says, and nothing. */
    "metier-quiz": HTMLElement &
      Record<"src" | "roles" | "seed" | "heading" | "theme" | "loading", string | number | null | undefined> & {
        quiz: string | object | null | undefined;
        resume: boolean;
        private: boolean;
        ready: Promise<import("../../www/types.d.ts").Ready>;
        start(): Promise<import("../../www/types.d.ts").Ready>;
        restart(): void;
        toJSON(): { answers: unknown } | null;
      };
  }
  interface Window {
    /** Of `collector.js`. */
    __collected: Collected;
    /** How a tag asked for its shadow root. */
    __mode: string;
    /** Of `traps.js`. */
    __traps: { calls: Record<string, number>; trapped: number; instances: number };
    /** Of `faults.js`. */
    __faults: {
      calls: number;
      thrown: number;
      instances: number;
      pages: number;
      refused: number;
      looks: number;
      /** Set by a test: from now on nothing fails. */
      over: boolean;
    };
    /** Of `drawn.js`. */
    __drawn: {
      look: (root: ParentNode, name: string, how: "keep" | "equal" | "less" | "among") => string[];
      take: (taken: Taken) => Promise<{ found: string[]; told: string[] | null; title: string }>;
      unfold: (root: ParentNode) => Promise<void>;
      until: <T>(seen: () => T, what: string) => Promise<NonNullable<T>>;
      write: (input: Element, value: string) => void;
      record: { screens: number; elements: number };
      harmless: () => Harmless;
      know: (harmless: Harmless) => void;
    };
    /** Of `weighed.js`. */
    __weighed: () => { instances: number; bytes: number; nodes: number; listeners: number };
    /** Of `views.mjs`: views of the page by their names, with a stage to draw on. */
    __views: any;
    /** Chromium's, by a switch of ours. */
    gc?: () => void;
    /** What a page has handed out. */
    __files: { name: string; file: Blob }[];
    /** The time limits that a page has set. */
    __limits: { ms: number; limit: AbortController }[];
  }
}
