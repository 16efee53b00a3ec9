// Which skills rest on what somebody says they have done, and on nothing else.

/**
 * The skills that only statements speak for.
 * @template {{ item: string }} P
 * @param {{ skill: string, pulls: P[] }[]} skills
 * @param {(pull: P) => string | undefined} typeOf the type of the item behind a pull
 */
export function saidSkills(skills, typeOf) {
  const said = skills.filter(({ pulls }) => pulls.length > 0 && pulls.every((pull) => typeOf(pull) === "statement"));
  return new Set(said.map(({ skill }) => skill));
}
