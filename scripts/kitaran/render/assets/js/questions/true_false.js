// @ts-check
/** A statement to accept or refuse: a choice between two options, always in the same order. */

export { carry, key, read, restore, score, show } from "./single.js";
