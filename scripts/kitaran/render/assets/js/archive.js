// @ts-check
/** Answers to questions that are no more in their quiz: they are put aside, and none is lost. */

import { quizQuestions } from "./records.js";

/**
 * Put aside what belongs to questions that are no more; bring it back when they are.
 *
 * @param {import("./storage.js").Store} store
 * @param {HTMLElement} quiz
 * @returns {{ aside: number, moved: boolean }} How many answers are kept aside, and whether that is new.
 */
export function archive(store, quiz) {
  const here = new Set(quizQuestions(quiz).map((element) => element.dataset.question ?? ""));
  const { state, data } = store.read();
  if (state !== "ok") return { aside: 0, moved: false };
  const { answers = {}, archived = {} } = data;
  const gone = Object.keys(answers).filter((id) => !here.has(id));
  const back = Object.keys(archived).filter((id) => here.has(id));
  const moved = gone.length + back.length > 0;
  if (moved) {
    store.update("archive", (now) => {
      const [shown, aside] = [{ ...now.answers }, { ...now.archived }];
      for (const id of gone) move(id, shown, aside);
      for (const id of back) move(id, aside, shown);
      Object.assign(now, { answers: shown, archived: aside });
    });
  }
  const aside = new Set([...Object.keys(archived), ...gone].filter((id) => !here.has(id)));
  return { aside: aside.size, moved };
}

/**
 * Move an entry, unless there is one in its place already.
 *
 * @param {string} id
 * @param {Record<string, unknown>} from
 * @param {Record<string, unknown>} to
 */
function move(id, from, to) {
  if (!Object.hasOwn(to, id)) Object.assign(to, { [id]: from[id] });
  delete from[id];
}
