// The same measurement in plain JavaScript on typed arrays, as an attentive programmer would write it for one bank:
// what the engine is compared with. Curves are tabled once a bank on a fixed grid, and that is not counted.

const WIDTH = 6;
const LOW = -8;
const CORRELATION = 0.5;

export class Plain {
  /**
   * The grid is as fine as the narrow posterior of so many items wants.
   * @param {Float64Array} items six numbers an item: 0, a, b, c, d or 1, a and four thresholds
   */
  constructor(items) {
    this.items = items;
    this.count = items.length / WIDTH;
    this.graded = items[0] === 1;
    this.categories = this.graded ? 5 : 2;
    this.nodes = 1 + Math.ceil(16 / Math.min(0.2, 1 / Math.sqrt(this.count)));
    this.step = 16 / (this.nodes - 1);
    const { nodes, step } = this;
    this.prior = new Float64Array(nodes).map((_, node) => -0.5 * (LOW + step * node) ** 2);
    this.logs = new Float64Array(nodes);
    this.table = new Float64Array(this.count * this.categories * nodes);
    for (let item = 0; item < this.count; item += 1) {
      for (let category = 0; category < this.categories; category += 1) {
        for (let node = 0; node < nodes; node += 1) {
          this.table[(item * this.categories + category) * nodes + node] = Math.log(
            this.probability(item, category, LOW + step * node),
          );
        }
      }
    }
  }

  /** @param {number} item @param {number} category @param {number} theta */
  probability(item, category, theta) {
    const at = item * WIDTH;
    const curve = (/** @type {number} */ z) => 1 / (1 + Math.exp(-z));
    const a = this.items[at + 1];
    if (!this.graded) {
      const [b, c, d] = this.items.subarray(at + 2, at + 5);
      return category === 1 ? c + (d - c) * curve(a * (theta - b)) : 1 - d + (d - c) * curve(-a * (theta - b));
    }
    const u = category === 0 ? Infinity : a * (theta - this.items[at + 1 + category]);
    const v = category === 4 ? -Infinity : a * (theta - this.items[at + 2 + category]);
    return curve(u) * curve(-v) * (1 - Math.exp(v - u));
  }

  /**
   * EAP and its error into `found`.
   * @param {Uint16Array} asked
   * @param {number} length
   * @param {Uint8Array} answers
   * @param {number} from
   */
  eap(asked, length, answers, from) {
    const { logs, table, nodes, step } = this;
    logs.set(this.prior);
    for (let index = 0; index < length; index += 1) {
      const item = asked[index];
      const row = (item * this.categories + answers[from + item]) * nodes;
      for (let node = 0; node < nodes; node += 1) logs[node] += table[row + node];
    }
    let peak = -Infinity;
    for (let node = 0; node < nodes; node += 1) if (logs[node] > peak) peak = logs[node];
    let [sum, first, second] = [0, 0, 0];
    for (let node = 0; node < nodes; node += 1) {
      const theta = LOW + step * node;
      const weight = Math.exp(logs[node] - peak);
      sum += weight;
      first += weight * theta;
      second += weight * theta * theta;
    }
    const theta = first / sum;
    return [theta, Math.sqrt(second / sum - theta * theta)];
  }

  /** @param {number} item @param {number} theta */
  information(item, theta) {
    const at = item * WIDTH;
    const a = this.items[at + 1];
    if (!this.graded) {
      const c = this.items[at + 3];
      const d = this.items[at + 4];
      const p = 1 / (1 + Math.exp(-a * (theta - this.items[at + 2])));
      const right = c + (d - c) * p;
      const rise = a * (d - c) * p * (1 - p);
      return (rise * rise) / (right * (1 - right));
    }
    let [sum, upper] = [0, 1];
    for (let category = 0; category < 5; category += 1) {
      const lower = category === 4 ? 0 : 1 / (1 + Math.exp(-a * (theta - this.items[at + 2 + category])));
      const slope = a * (1 - upper - lower);
      sum += (upper - lower) * slope * slope;
      upper = lower;
    }
    return sum;
  }

  /** @param {number} theta @param {Uint8Array} open */
  choose(theta, open) {
    let [best, most] = [-1, 0];
    for (let item = 0; item < this.count; item += 1) {
      if (open[item] === 0) continue;
      const found = this.information(item, theta);
      if (best < 0 || found > most + 1e-10 * most) [best, most] = [item, found];
    }
    return best;
  }

  /** @param {Uint8Array} answers @param {number} from @param {number} length */
  adapt(answers, from, length) {
    const open = new Uint8Array(this.count).fill(1);
    const asked = new Uint16Array(length);
    let [theta, se] = [0, 1];
    for (let step = 0; step < length; step += 1) {
      asked[step] = this.choose(theta, open);
      open[asked[step]] = 0;
      [theta, se] = this.eap(asked, step + 1, answers, from);
    }
    return [...asked, theta, se];
  }

  /**
   * Mode of the posterior of several skills (2PL) by Newton's steps, and errors.
   * @param {Uint8Array} answers
   * @param {number} skills
   */
  several(answers, skills) {
    const each = this.count / skills;
    const prior = inverse(
      Float64Array.from({ length: skills ** 2 }, (_, cell) => (cell % (skills + 1) === 0 ? 1 : CORRELATION)),
      skills,
    );
    const theta = new Float64Array(skills);
    for (let turn = 0; ; turn += 1) {
      const curvature = prior.slice();
      const slope = new Float64Array(skills);
      for (let skill = 0; skill < skills; skill += 1) {
        for (let other = 0; other < skills; other += 1) slope[skill] -= prior[skill * skills + other] * theta[other];
        for (let item = skill * each; item < (skill + 1) * each; item += 1) {
          const a = this.items[item * WIDTH + 1];
          const p = 1 / (1 + Math.exp(-a * (theta[skill] - this.items[item * WIDTH + 2])));
          slope[skill] += a * (answers[item] - p);
          curvature[skill * (skills + 1)] += a * a * p * (1 - p);
        }
      }
      const root = inverse(curvature, skills);
      let largest = 0;
      for (let skill = 0; skill < skills; skill += 1) {
        let step = 0;
        for (let other = 0; other < skills; other += 1) step += root[skill * skills + other] * slope[other];
        theta[skill] += step;
        largest = Math.max(largest, Math.abs(step));
      }
      if (largest < 1e-9 || turn === 50)
        return [...theta, ...theta.map((_, skill) => Math.sqrt(root[skill * (skills + 1)]))];
    }
  }

  /**
   * The tasks of the engine's `Bank.run`.
   * @param {string} task
   * @param {Uint8Array} answers
   * @param {number} extra
   * @param {number} times
   */
  run(task, answers, extra, times) {
    const all = new Uint16Array(this.count).map((_, item) => item);
    const open = new Uint8Array(this.count).fill(1);
    const persons = answers.length / this.count;
    /** @type {number[] | Float64Array} */
    let found = [];
    for (let turn = 0; turn < times; turn += 1) {
      if (task === "choose") found = [this.choose(extra, open)];
      else if (task === "several") found = this.several(answers, extra);
      else if (task === "adapt")
        found = Array.from({ length: persons }, (_, person) => this.adapt(answers, person * this.count, extra)).flat();
      else {
        found = new Float64Array(2 * persons);
        for (let person = 0; person < persons; person += 1) {
          [found[2 * person], found[2 * person + 1]] = this.eap(all, this.count, answers, person * this.count);
        }
      }
    }
    return found;
  }
}

/**
 * By Gauss and Jordan without pivots, which a positive definite matrix does not need.
 * @param {Float64Array} matrix
 * @param {number} size
 */
function inverse(matrix, size) {
  const left = matrix.slice();
  const right = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1) right[row * (size + 1)] = 1;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const over = 1 / left[pivot * (size + 1)];
    for (let column = 0; column < size; column += 1) {
      left[pivot * size + column] *= over;
      right[pivot * size + column] *= over;
    }
    for (let row = 0; row < size; row += 1) {
      if (row === pivot) continue;
      const factor = left[row * size + pivot];
      for (let column = 0; column < size; column += 1) {
        left[row * size + column] -= factor * left[pivot * size + column];
        right[row * size + column] -= factor * right[pivot * size + column];
      }
    }
  }
  return right;
}
