// @ts-check
/** Chance that can be repeated: the same seed gives the same order, on any computer. */

/**
 * Make a source of numbers from 0 up to 1: mulberry32, by Tommy Ettinger, in the public domain.
 *
 * @param {number} seed A whole number.
 * @returns {() => number}
 */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Give the items in another order: the shuffle of Fisher and Yates.
 *
 * @template T
 * @param {readonly T[]} items
 * @param {() => number} random
 * @returns {T[]}
 */
export function shuffled(items, random) {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last--) {
    const pick = Math.floor(random() * (last + 1));
    [mixed[last], mixed[pick]] = [mixed[pick], mixed[last]];
  }
  return mixed;
}

/**
 * Draw items so that every group is drawn from before any group is drawn from again.
 *
 * @template T
 * @param {readonly T[]} items
 * @param {number} count How many to draw; all of them where there are fewer.
 * @param {(item: T) => string} group Such as the objective of a question.
 * @param {() => number} random
 * @returns {T[]}
 */
export function drawn(items, count, group, random) {
  /** @type {Map<string, T[]>} */
  const groups = new Map();
  for (const item of shuffled(items, random)) {
    groups.set(group(item), [...(groups.get(group(item)) ?? []), item]);
  }
  const rounds = [...groups.values()].flatMap((ones) => ones.map((item, round) => ({ item, round })));
  const ranked = rounds.sort((one, other) => one.round - other.round);
  return shuffled(ranked.slice(0, count).map(({ item }) => item), random);
}
