// @ts-check
/** The ways through a branching conversation. Pure. */

/** @typedef {{ value: string, points: number, goto: string | null }} Choice */
/** @typedef {{ id: string, choices: Choice[] }} Moment */
/** @typedef {{ nodes: Moment[] }} ScenarioKey It begins at the first one. */
/** @typedef {{ node: Moment, choice: Choice }} Step */

/**
 * @param {ScenarioKey} key
 * @returns {Moment | undefined}
 */
export function startOf({ nodes }) {
  return nodes[0];
}

/**
 * Give the moment that a choice leads to; none where it ends the conversation.
 *
 * @param {ScenarioKey} key
 * @param {Choice} choice
 */
export function after({ nodes }, choice) {
  return nodes.find(({ id }) => id === choice.goto);
}

/**
 * Follow choices from the start.
 *
 * @param {ScenarioKey} key
 * @param {unknown[]} values
 * @returns {Step[] | null} `null` where they lead nowhere.
 */
export function walk(key, values) {
  const steps = [];
  let node = startOf(key);
  for (const value of values) {
    const choice = node?.choices.find((one) => one.value === value);
    if (!node || !choice) return null;
    steps.push({ node, choice });
    node = after(key, choice);
  }
  return steps;
}

/**
 * Count what choices earned. Where the conversation came back to a moment, the same choice counts
 * once; and nobody earns more than the best way does.
 *
 * @param {ScenarioKey} key
 * @param {Step[]} steps
 */
export function earned(key, steps) {
  const choices = [...new Set(steps.map(({ choice }) => choice))];
  const sum = choices.reduce((points, choice) => points + choice.points, 0);
  return Math.min(best(key).points, sum);
}

/**
 * Find the way that earns most and comes to no moment twice. Where several do, it is the first.
 *
 * @param {ScenarioKey} key
 * @returns {{ points: number, steps: Step[] }}
 */
export function best(key) {
  const top = { points: -1, steps: /** @type {Step[]} */ ([]) };
  const most = (/** @type {Moment} */ { choices }) => Math.max(0, ...choices.map(({ points }) => points));
  /** @type {(node: Moment | undefined, steps: Step[], points: number, left: number) => void} */
  const go = (node, steps, points, left) => {
    // Not even the best choice in every moment that is left would come to more.
    if (points + left <= top.points) return;
    if (!node?.choices.length) {
      if (points > top.points) Object.assign(top, { points, steps });
    } else if (!steps.some((step) => step.node === node)) {
      const rest = left - most(node);
      for (const choice of node.choices) {
        go(after(key, choice), [...steps, { node, choice }], points + choice.points, rest);
      }
    }
  };
  go(startOf(key), [], 0, key.nodes.reduce((sum, node) => sum + most(node), 0));
  return { ...top, points: Math.max(0, top.points) };
}
