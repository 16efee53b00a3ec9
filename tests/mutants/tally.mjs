// What became of the mutants, room by room. One that loops for ever, or does not end within its limits, has been
// noticed.

/** @typedef {{ room: string, name: string, fate: import('./cargo.mjs').Fate }} Verdict */

/**
 * Prints the table and the survivors.
 * @param {number} seed
 * @param {string[]} rooms
 * @param {Verdict[]} verdicts
 * @param {number} required of 100
 * @returns {boolean} whether enough died
 */
export function tell(seed, rooms, verdicts, required) {
  for (const room of rooms)
    console.log(
      line(
        room,
        verdicts.filter((one) => one.room === room),
      ),
    );
  console.log(line("all", verdicts));
  const survivors = verdicts.filter(({ fate }) => fate === "survived");
  for (const { name } of survivors) console.log(`survived: ${name}`);
  const enough = rate(verdicts) >= required;
  console.log(`seed ${seed}: ${rate(verdicts).toFixed(1)} of 100 killed, ${required} required`);
  return enough;
}

/** @param {Verdict[]} verdicts @param {...import('./cargo.mjs').Fate} fates */
const counted = (verdicts, ...fates) => verdicts.filter(({ fate }) => fates.includes(fate)).length;

/** Of 100 that compile. @param {Verdict[]} verdicts */
function rate(verdicts) {
  const viable = verdicts.length - counted(verdicts, "unviable");
  return viable ? (100 * counted(verdicts, "killed", "timeout")) / viable : 0;
}

/** @param {string} room @param {Verdict[]} verdicts */
function line(room, verdicts) {
  const [killed, timeout, survived, unviable] = /** @type {const} */ ([
    "killed",
    "timeout",
    "survived",
    "unviable",
  ]).map((fate) => counted(verdicts, fate));
  return (
    `${room.padEnd(9)} ${killed} killed, ${timeout} killed by their limits, ${survived} survived, ` +
    `${unviable} do not compile: ${rate(verdicts).toFixed(1)} of 100`
  );
}
