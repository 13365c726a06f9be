// @ts-check
/** A statement to accept or refuse: a choice between two options. */

export * from "./single.js";
