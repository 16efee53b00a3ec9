// A quiz that chooses its questions, over a calibration that is invented.

const invented = {
  grade: 3,
  note: "Invented for a test.",
  experts: { count: 5, roles: "nobody", agreement: 0.8 },
  people: 500,
  reliability: 0.9,
  fit: "Invented.",
};
const LOCATIONS = [0.4, -0.9, 1.3, 0, -0.3, 2, 0.9, -1.7];

/**
 * Right-or-wrong questions of one slope: the next is the one whose location is nearest to the level.
 * @param {Record<string, unknown>} [more]
 * @returns {any}
 */
export function ladder(more = {}) {
  return {
    format: "metier-quiz/1",
    id: "ladder",
    version: "1",
    language: "en",
    title: "Ladder",
    about: "Made up.",
    instruction: "best",
    order: "adaptive",
    adaptive: { rule: "information", max: 5 },
    skills: [
      {
        id: "s",
        name: "Care",
        definition: "Keeps tools fit.",
        levels: ["none", "cleans", "mends", "prevents", "teaches"],
      },
    ],
    items: LOCATIONS.map((b, index) => ({
      id: `b${index}`,
      type: "single",
      prompt: `Question on ${b}?`,
      options: [
        { id: "wrong", text: "One answer" },
        { id: "right", text: "Another answer", keys: [{ skill: "s", level: 3 }] },
      ],
      calibration: { model: "2pl", skill: "s", a: 1.2, b: [b], categories: [0, 1] },
    })),
    evidence: invented,
    ...more,
  };
}
