"""Two states of a record become one, and a file is brought in: nothing achieved is lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.server import BLANK
from tests.browser.test_storage import FILL

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

RUN = """async ([module, name, args]) => {
  const made = await import(new URL(`assets/kitaran/js/${module}.js`, location.origin));
  return JSON.parse(JSON.stringify(await made[name](...args)));
}"""


def entry(answer: str, at: int, share: float = 0, **more: Any) -> dict[str, Any]:
    """Make what is kept of a question."""
    base = {"answer": answer, "checked": True, "tries": 1, "at": at, "share": share, "hash": "h"}
    return {**base, "seen": None, "hints": 0, **more}


def tried(answer: str, share: float, at: int) -> dict[str, Any]:
    """Make what was answered once."""
    return {"answer": answer, "share": share, "at": at, "hash": "h"}


def attempt(name: str, at: int) -> dict[str, Any]:
    """Make one time through a quiz."""
    return {"id": name, "at": at, "percent": 50}


CASES: dict[str, tuple[str, dict[str, Any], dict[str, Any], dict[str, Any]]] = {
    "the later answer stays": (
        "quiz",
        {"answers": {"q": entry("a", 1, 0)}},
        {"answers": {"q": entry("b", 2, 0)}},
        {"answers": {"q": entry("b", 2, 0, best=tried("a", 0, 1))}},
    ),
    "the first and the best stay, wherever they are": (
        "quiz",
        {"answers": {"q": entry("a", 9, 0, first=tried("x", 0, 5), best=tried("y", 0.5, 6))}},
        {"answers": {"q": entry("b", 8, 1, tries=4, first=tried("z", 0, 3))}},
        {
            "answers": {
                "q": entry("a", 9, 0, tries=4, first=tried("z", 0, 3), best=tried("b", 1, 8))
            }
        },
    ),
    "of two best ones the earlier stays": (
        "quiz",
        {"answers": {"q": entry("a", 1, 1, best=tried("a", 1, 1))}},
        {"answers": {"q": entry("b", 2, 1, best=tried("b", 1, 2))}},
        {"answers": {"q": entry("b", 2, 1, best=tried("a", 1, 1))}},
    ),
    "attempts come together in the order of time, each once": (
        "quiz",
        {"attempts": [attempt("c", 3), attempt("a", 1)]},
        {"attempts": [attempt("a", 1), attempt("b", 2)]},
        {"attempts": [attempt("a", 1), attempt("b", 2), attempt("c", 3)]},
    ),
    "what is no attempt is left out": (
        "quiz",
        {"attempts": [5, None, attempt("a", 1)], "test": 7},
        {"attempts": "x", "answers": [1]},
        {"attempts": [attempt("a", 1)]},
    ),
    "of two running tests the later goes on": (
        "quiz",
        {"test": {"at": 1, "seed": 1, "answers": {"a": 1, "b": 2}}},
        {"test": {"at": 2, "seed": 2, "answers": {}}},
        {"test": {"at": 2, "seed": 2, "answers": {}}},
    ),
    "of one running test the state with more answers goes on": (
        "quiz",
        {"test": {"at": 1, "seed": 1, "answers": {"a": 1, "b": 2}}},
        {"test": {"at": 1, "seed": 1, "answers": {"a": 1}}},
        {"test": {"at": 1, "seed": 1, "answers": {"a": 1, "b": 2}}},
    ),
    "names that every object has are names like others": (
        "quiz",
        {"answers": {"constructor": entry("a", 1, 0, best=tried("a", 0, 1))}},
        {"answers": {"toString": entry("b", 2, 0, best=tried("b", 0, 2))}},
        {
            "answers": {
                "constructor": entry("a", 1, 0, best=tried("a", 0, 1)),
                "toString": entry("b", 2, 0, best=tried("b", 0, 2)),
            }
        },
    ),
    "a tick is as the later change says": (
        "checklist",
        {"done": ["a", "b"], "at": {"a": 5, "b": 1}},
        {"done": ["c"], "at": {"a": 4, "b": 2}},
        {"done": ["a", "c"], "at": {"a": 5, "b": 2}},
    ),
    "a tick without a time stays": (
        "checklist",
        {"done": ["a"]},
        {"done": []},
        {"done": ["a"]},
    ),
    "a step is as its later note says": (
        "steps",
        {"steps": {"page:a": {"done": True, "at": 1}, "task:b": {"done": True, "at": 3}}},
        {"steps": {"page:a": {"done": False, "at": 2}}},
        {"steps": {"page:a": {"done": False, "at": 2}, "task:b": {"done": True, "at": 3}}},
    ),
    "the later path stays, and the first day of each": (
        "path",
        {"path": "a", "at": 9, "since": {"a": 9}},
        {"path": "b", "at": 5, "since": {"a": 2, "b": 5, "c": "x"}},
        {"path": "a", "at": 9, "since": {"a": 2, "b": 5}},
    ),
    "logs come together": (
        "review",
        {"log": {"q#a": [[2, 3], [1, 1]], "q#b": [[1, 1]]}},
        {"log": {"q#a": [[2, 3], [4, 2], "x", [1]]}},
        {"log": {"q#a": [[1, 1], [2, 3], [4, 2]], "q#b": [[1, 1]]}},
    ),
    "certificates come together": (
        "certificate",
        {"issued": [{"id": "b", "at": 2}]},
        {"issued": [{"id": "a", "at": 1}, {"id": "b", "at": 2}]},
        {"issued": [{"id": "a", "at": 1}, {"id": "b", "at": 2}]},
    ),
    "what is unknown is handed on": (
        "quiz",
        {"later": {"x": 1}},
        {"attempts": []},
        {"later": {"x": 1}, "attempts": []},
    ),
    "of settings the later stay": (
        "settings",
        {"name": "A", "at": 1},
        {"name": "B", "at": 2},
        {"name": "B", "at": 2},
    ),
}


def _bare(value: dict[str, Any]) -> dict[str, Any]:
    """Leave empty tables and lists out: they say nothing."""
    return {name: inner for name, inner in value.items() if inner not in ({}, [])}


@pytest.fixture
def page(visit: Visit) -> Page:
    """Open a page that has no script of ours at work."""
    return visit(BLANK)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("way", ["one into the other", "the other into the one"])
def test_two_states_become_one(page: Page, name: str, way: str) -> None:
    kind, one, other, expected = CASES[name]
    pair = [{"schema": 1, **state} for state in (one, other)]
    if way == "the other into the one":
        pair.reverse()
    made = page.evaluate(RUN, ["merge", "merge", [kind, *pair]])
    assert _bare(made) == _bare({"schema": 1, **expected})


def test_name_of_a_prototype_is_dropped(page: Page) -> None:
    made = page.evaluate(
        """async () => {
          const { merge } = await import(new URL("assets/kitaran/js/merge.js", location.origin));
          const text = '{"schema":1,"__proto__":{"polluted":1},"answers":{"__proto__":{"at":9}}}';
          const both = merge("quiz", JSON.parse(text), { schema: 1 });
          return [Object.keys(both.answers), "polluted" in {}, Object.hasOwn(both, "__proto__")];
        }"""
    )
    assert made == [[], False, False]


LAWS = """async ([seed, rounds]) => {
  const load = (name) => import(new URL(`assets/kitaran/js/${name}.js`, location.origin));
  const [{ merge }, { canonical }, { randomFrom }] = await Promise.all(
    ["merge", "canonical", "random"].map(load));
  const random = randomFrom(seed);
  const below = (n) => Math.floor(random() * n);
  const pick = (...items) => items[below(items.length)];
  const maybe = (name, make) => (random() < 0.7 ? { [name]: make() } : {});
  const table = (names, make) =>
    Object.fromEntries(names.filter(() => random() < 0.6).map((name) => [name, make()]));
  const list = (make) => Array.from({ length: below(4) }, make);
  const share = () => pick(0, 0.5, 1);
  const tried = () => ({ answer: pick("a", "b", null), share: share(), at: below(4), hash: "h" });
  const entry = () => pick(7, null, {
    answer: pick("a", "b", ["c"]), checked: random() < 0.7, tries: below(4), at: below(4),
    share: share(), hash: "h", hints: below(2),
    ...maybe("first", tried), ...maybe("best", tried),
  }, { ...tried(), checked: true });
  const attempt = () => pick(3, { at: below(4), percent: below(3) },
    { id: pick("i", "j", "k"), at: below(3), percent: below(2) });
  const make = {
    quiz: () => ({
      ...maybe("answers", () => table(["p", "q", "toString", "__proto__"], entry)),
      ...maybe("archived", () => table(["p", "z"], entry)),
      ...maybe("attempts", () => list(attempt)),
      ...maybe("test", () => ({ at: below(2), seed: below(2), answers: table(["p", "q"], share) })),
      ...maybe("undo", () => table(["p"], entry)),
      ...maybe("extra", () => pick(1, "x", { y: 2 })),
    }),
    checklist: () => ({
      ...maybe("done", () => list(() => pick("a", "b", "c", 4))),
      ...maybe("at", () => table(["a", "b", "c"], () => pick(below(3), "x"))),
    }),
    path: () => ({
      path: pick("a", "b", null), at: below(3),
      ...maybe("since", () => table(["a", "b"], () => pick(below(3), "x"))),
    }),
    steps: () => ({
      steps: table(["s", "t"], () => pick(1, { done: random() < 0.5, at: below(3) })),
    }),
    review: () => ({
      log: table(["q#a", "q#b"], () => list(() => pick([below(3), 1 + below(4)], "x"))),
    }),
    certificate: () => ({ issued: list(attempt) }),
    roleplay: () => ({ scores: list(attempt) }),
    settings: () => ({ name: pick("A", "B"), at: below(3) }),
  };
  const bests = (record) => Object.entries(record.answers ?? {}).map(([name, one]) =>
    [name, Math.max(one?.best?.share ?? 0, one?.checked ? (one.share ?? 0) : 0)]);
  const broken = [];
  for (let round = 0; round < rounds; round++) {
    for (const [kind, of] of Object.entries(make)) {
      const [a, b, c] = [of(), of(), of()].map((data) => ({ schema: 1, ...data }));
      const text = (value) => canonical(JSON.parse(JSON.stringify(value)));
      const both = merge(kind, a, b);
      const laws = {
        commutes: text(both) === text(merge(kind, b, a)),
        associates: text(merge(kind, both, c)) === text(merge(kind, a, merge(kind, b, c))),
        repeats: [b, both].every((part) => text(both) === text(merge(kind, both, part))),
        bests: [a, b].every((part) => bests(part).every(([name, share]) =>
          name === "__proto__" || (both.answers[name]?.best?.share ?? 0) >= share)),
        attempts: [a, b].every((part) => (part.attempts ?? []).every((one) =>
          !one.id || both.attempts.some(({ id }) => id === one.id))),
      };
      for (const [law, holds] of Object.entries(laws)) {
        if (!holds && broken.length < 3) broken.push([law, kind, a, b, c]);
      }
    }
  }
  return broken;
}"""


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_merging_obeys_its_laws(page: Page, seed: int) -> None:
    assert page.evaluate(LAWS, [seed, 1000]) == []


def _file(records: Any, **changes: Any) -> str:
    whole = {"format": "kitaran-progress", "schema": 1, "name": "", "records": records}
    return json.dumps({**whole, **changes})


def _take(page: Page, text: str) -> dict[str, Any]:
    taken: dict[str, Any] = page.evaluate(RUN, ["transfer", "take", [text]])
    return taken


def _stored(page: Page) -> dict[str, str]:
    stored: dict[str, str] = page.evaluate("() => ({...localStorage})")
    return {key: value for key, value in stored.items() if key.startswith("kitaran:v1:")}


QUIZ = {"schema": 1, "attempts": [attempt("a", 1)]}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        pytest.param("", "no-bundle", id="empty"),
        pytest.param("{", "no-bundle", id="cut off"),
        pytest.param("[]", "no-bundle", id="a list"),
        pytest.param("<html>", "no-bundle", id="a page"),
        pytest.param(json.dumps({"format": "kitaran-result"}), "no-bundle", id="another file"),
        pytest.param(_file([]), "no-bundle", id="no records"),
        pytest.param(_file({}, schema="1"), "no-bundle", id="no schema"),
        pytest.param(_file({"quiz:a": QUIZ}, schema=2), "newer", id="newer"),
        pytest.param("[" * 100_000, "no-bundle", id="nested without end"),
    ],
)
def test_what_is_no_file_of_ours_changes_nothing(page: Page, text: str, state: str) -> None:
    assert _take(page, text) == {"state": state, "count": 0, "skipped": 0}
    assert _stored(page) == {}


@pytest.mark.parametrize(
    ("name", "record"),
    [
        pytest.param("quiz:a", {"schema": 2}, id="newer record"),
        pytest.param("quiz:a", {"answers": {}}, id="no schema"),
        pytest.param("quiz:a", [1], id="a list"),
        pytest.param("quiz:a", None, id="nothing"),
        pytest.param("quiz:a", {"schema": 1, "answers": [1]}, id="wrong form"),
        pytest.param("quiz:a", {"schema": 1, "attempts": {}}, id="wrong list"),
        pytest.param("quiz:a:damaged:1", {"schema": 1}, id="set aside"),
        pytest.param("@x:quiz:a", {"schema": 1}, id="another profile"),
        pytest.param("profiles", {"schema": 1}, id="list of profiles"),
        pytest.param("__proto__", {"schema": 1}, id="prototype"),
        pytest.param("quiz:__proto__", {"schema": 1}, id="prototype as an id"),
        pytest.param("quiz:" + "a" * 300, {"schema": 1}, id="endless id"),
        pytest.param("erased:quiz:a", {"schema": 1}, id="erased"),
    ],
)
def test_damaged_part_is_skipped_and_the_rest_comes_in(page: Page, name: str, record: Any) -> None:
    text = f'{{"{name}": {json.dumps(record)}, "quiz:b": {json.dumps(QUIZ)}}}'
    whole = _file({}).replace('"records": {}', f'"records": {text}')
    assert _take(page, whole) == {"state": "ok", "count": 1, "skipped": 1}
    assert {key: json.loads(value)["attempts"] for key, value in _stored(page).items()} == {
        "kitaran:v1:quiz:b": QUIZ["attempts"]
    }


def test_deep_answer_is_skipped(page: Page) -> None:
    deep = "[" * 20_000 + "]" * 20_000
    broken = f'{{"schema": 1, "answers": {{"q": {{"answer": {deep}}}}}}}'
    text = f'{{"quiz:a": {broken}, "quiz:b": {json.dumps(QUIZ)}}}'
    taken = _take(page, _file({}).replace('"records": {}', f'"records": {text}'))
    # Some browsers refuse to read it at all.
    assert taken["state"] in ("ok", "no-bundle")
    assert "kitaran:v1:quiz:a" not in _stored(page)


def test_nothing_is_half_written_where_there_is_no_room(page: Page) -> None:
    before = {"schema": 1, "done": ["a"]}
    set_ = "([key, text]) => localStorage.setItem(key, text)"
    page.evaluate(set_, ["kitaran:v1:checklist:a", json.dumps(before)])
    page.evaluate(set_, ["kitaran:v1:quiz:a", json.dumps(QUIZ)])
    page.evaluate(FILL)
    page.evaluate(
        """() => {
          const filled = Object.keys(localStorage).filter((key) => key.startsWith("fill"));
          localStorage.removeItem(filled.pop());
        }"""
    )
    stored = _stored(page)
    many = {f"quiz:{i}": {**QUIZ, "answers": {"q": entry("x" * 3000, i)}} for i in range(2000)}
    text = _file({"checklist:a": {"schema": 1, "done": ["b" * 100]}, **many})
    assert _take(page, text) == {"state": "full", "count": 0, "skipped": 0}
    assert _stored(page) == stored


@pytest.mark.parametrize(
    ("here", "state"),
    [
        pytest.param('{"schema": 1, "answ', "damaged", id="damaged"),
        pytest.param('{"schema": 1, "answers": 5}', "damaged", id="wrong form"),
        pytest.param('{"schema": 2}', "other", id="of a newer version"),
        pytest.param('{"schema": 1, "attempts": []}', "ok", id="sound"),
    ],
)
def test_what_is_here_is_never_lost(page: Page, here: str, state: str) -> None:
    key = "kitaran:v1:quiz:a"
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, here])
    taken = _take(page, _file({"quiz:a": QUIZ}))
    stored = _stored(page)
    aside = [value for name, value in stored.items() if name.startswith(f"{key}:damaged:")]
    assert taken == {
        "state": "ok",
        "count": int(state != "other"),
        "skipped": int(state == "other"),
    }
    assert aside == ([here] if state == "damaged" else [])
    if state == "other":
        assert stored == {key: here}
    else:
        assert json.loads(stored[key])["attempts"] == QUIZ["attempts"]


def test_test_that_was_handed_in_elsewhere_does_not_go_on(page: Page) -> None:
    running = {"schema": 1, "test": {"at": 5, "seed": 7, "answers": {}}}
    done = {"schema": 1, "attempts": [{**attempt("a", 9), "mode": "test", "seed": 7}]}
    page.evaluate(
        "([key, text]) => localStorage.setItem(key, text)",
        ["kitaran:v1:quiz:a", json.dumps(running)],
    )
    assert _take(page, _file({"quiz:a": done}))["state"] == "ok"
    assert "test" not in json.loads(_stored(page)["kitaran:v1:quiz:a"])


def test_what_goes_out_comes_in_again(page: Page) -> None:
    records = {
        "kitaran:v1:quiz:stages/closing": QUIZ,
        "kitaran:v1:settings:reader": {"schema": 1, "name": "Aina", "at": 1},
        "kitaran:v1:quiz:x:damaged:5": "text",
        "kitaran:v1:@other:quiz:a": QUIZ,
        "kitaran:v1:practice:session": {"schema": 1},
    }
    for key, value in records.items():
        page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, json.dumps(value)])
    made = page.evaluate(RUN, ["transfer", "bundle", []])
    assert set(made["records"]) == {"quiz:stages/closing", "settings:reader"}
    page.evaluate("() => localStorage.clear()")
    for _ in range(2):
        taken = _take(page, json.dumps(made))
        assert taken == {"state": "ok", "count": 2, "skipped": 0}
    assert (
        page.evaluate(RUN, ["transfer", "bundle", []])["records"].keys() == made["records"].keys()
    )


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ],
)
def test_hash_by_hand_is_the_standard_one(page: Page, text: str, digits: str) -> None:
    made = page.evaluate(
        """async (text) => {
          const { digest, sha256 } = await import(
            new URL("assets/kitaran/js/canonical.js", location.origin));
          const lengths = Array.from({ length: 130 }, (_, n) => "é".repeat(n));
          const same = await Promise.all(lengths.map(async (one) =>
            digest(new TextEncoder().encode(one)) === await sha256(one)));
          return [digest(new TextEncoder().encode(text)), same.every(Boolean)];
        }""",
        text,
    )
    assert made == [digits, True]
