"""Every question that is put to the database, in one place.

Three layers: `LOAD` brings result files into plain tables, which can also come from Parquet;
`KEEP` makes of them what counts, each thing once; the rest are the questions of the report. The
handbook itself is there as the tables `h_…`, filled by `store`.
"""

from __future__ import annotations

from typing import Final

from kitaran.check.measured import FEW
from kitaran.reports.formulas import UPPER_LOWER

SHARED: Final = 3
"""A typed answer is only shown if so many people gave it: nobody's own words are told."""
OFTEN: Final = 5
"""So many of the wrong answers to a question are shown."""

_TIME: Final = """CASE WHEN {0} BETWEEN 946684800000 AND 4102444800000
    THEN make_timestamp(CAST({0} * 1000 AS BIGINT)) END"""
"""Milliseconds as a time; none where a clock was wrong by decades."""

LOAD: Final = {
    "files": """
        INSERT INTO files SELECT source, file, trim(name), trim(code),
            try_cast(made AS TIMESTAMPTZ)::TIMESTAMP, locale, content
        FROM read_files JOIN names USING (n)""",
    "tries": f"""
        CREATE TEMP TABLE tries AS
        SELECT no, md5_number_lower(concat_ws('|', source, quiz, id, "at")) AS key, source, quiz,
            id AS attempt, {_TIME.format('"at"')} AS "at", mode, version, points, total, percent,
            passed, seconds
        FROM read_attempts JOIN names USING (n) WHERE fresh""",
    "attempts": "INSERT INTO attempts SELECT * EXCLUDE (no) FROM tries",
    "answers": """
        INSERT INTO answers SELECT key, question, answer, share, hash
        FROM read_answers JOIN tries USING (no)""",
    "steps": f"""
        INSERT INTO steps SELECT source, path, step, {_TIME.format('"at"')}, nullif("by", ''), name,
            score
        FROM read_steps JOIN names USING (n) WHERE fresh""",
    "certificates": f"""
        INSERT INTO certificates SELECT source, path, id, {_TIME.format('"at"')},
            {_TIME.format("expires")}, version
        FROM read_certificates JOIN names USING (n) WHERE fresh""",
    "away": "DROP TABLE tries",
}
"""From the rows of a batch of result files to the plain tables, in this order."""

_SAME: Final = "lower(nfc_normalize(regexp_replace({0}, '\\s+', ' ', 'g')))"
KEEP: Final = {
    # One row for each content of a file. A code tells people apart; without one, a name does;
    # without a name, nobody can tell, so the file stands for itself.
    "sources": f"""
        CREATE TEMP TABLE sources AS
        SELECT *, dense_rank() OVER (ORDER BY person) AS person_no FROM (
        SELECT *, CASE WHEN code <> '' THEN 'code:' || {_SAME.format("code")}
            WHEN name <> '' THEN 'name:' || {_SAME.format("name")}
            ELSE 'file:' || source END AS person
        FROM files
        QUALIFY row_number() OVER (PARTITION BY source ORDER BY length(file), file) = 1)""",
    # An attempt counts once, whoever hands it in: the newest file has it.
    "kept": """
        CREATE TEMP TABLE kept AS
        SELECT a.*, s.person, s.person_no, s.file FROM attempts a JOIN sources s USING (source)
        QUALIFY row_number() OVER (PARTITION BY a.quiz, a.attempt, a."at"
            ORDER BY s.made DESC NULLS LAST, s.source) = 1""",
    "people": """
        CREATE TEMP TABLE people AS
        SELECT person, arg_max(CASE WHEN code <> '' AND name <> '' THEN name || ' (' || code || ')'
                WHEN code <> '' THEN code ELSE name END, coalesce(made, TIMESTAMP '1970-01-01'))
            AS name, max(made) AS made, count(*) AS files
        FROM sources GROUP BY person""",
    "done": """
        CREATE TEMP TABLE done AS
        SELECT s.person, t.path, t.step, max(t."at") AS "at",
            bool_or(t."by" IN ('manager', 'trainer')) AS signed
        FROM steps t JOIN sources s USING (source) GROUP BY ALL""",
    "papers": """
        CREATE TEMP TABLE papers AS
        SELECT s.person, c.path, c.expires, c."at", c.version
        FROM certificates c JOIN sources s USING (source)
        QUALIFY row_number() OVER (PARTITION BY s.person, c.path
            ORDER BY c."at" DESC NULLS LAST, c.id) = 1""",
    # How a person stands in a quiz. A pass counts whether it was practice or a test; a test is
    # named first, as it tells more.
    "standing": """
        CREATE TEMP TABLE standing AS
        WITH told AS (
            SELECT k.person, k.quiz, k.percent, k.mode, k."at",
                CASE WHEN NOT k.passed THEN 'failed' WHEN k.version <> q.version THEN 'changed'
                    WHEN k."at" IS NULL OR k."at" < $fresh THEN 'old' ELSE 'passed' END AS state
            FROM kept k JOIN h_quizzes q ON q.quiz = k.quiz)
        SELECT * FROM told
        QUALIFY row_number() OVER (PARTITION BY person, quiz ORDER BY CASE state
            WHEN 'passed' THEN 0 WHEN 'old' THEN 1 WHEN 'changed' THEN 2 ELSE 3 END,
            mode = 'test' DESC, "at" DESC NULLS LAST, percent DESC) = 1""",
    # Answers that the handbook still has a question for. From here on people and questions are
    # numbers: there may be millions of answers.
    "current": """
        CREATE TEMP TABLE current AS
        SELECT k.key, k.person_no, h.quiz_no, h.no, w.answer, h.points,
            least(greatest(w.share, 0), 1) AS share, w.hash = h.hash AS same
        FROM answers w JOIN (SELECT DISTINCT ON (key) key, person_no, quiz FROM kept) k USING (key)
        JOIN h_questions h ON h.quiz = k.quiz AND h.question = w.question
        WHERE h.scored""",
    # Of each person's attempts at a quiz that tell of today's content, the first test counts,
    # or, where there is none, the first time with feedback.
    "firsts": """
        CREATE TEMP TABLE firsts AS
        SELECT key, mode FROM kept SEMI JOIN (SELECT key FROM current WHERE same) c USING (key)
        QUALIFY row_number() OVER (PARTITION BY person_no, quiz
            ORDER BY mode = 'test' DESC, "at" NULLS LAST, attempt) = 1""",
    "papers_in": """
        CREATE TEMP TABLE handed AS
        SELECT c.key, any_value(c.person_no) AS person_no, any_value(c.quiz_no) AS quiz_no,
            any_value(f.mode) AS mode, sum(c.share * c.points) AS earned,
            sum(c.points) AS possible, count(*) AS asked
        FROM current c JOIN firsts f USING (key) WHERE c.same GROUP BY c.key""",
    # Of the best and the weakest 27%, those who share the last place count by halves or thirds:
    # who comes first among equals must not decide.
    "scored": f"""
        CREATE TEMP TABLE scored AS
        WITH sums AS (
            SELECT c.key, c.quiz_no, c.no, c.answer, c.share, c.share * c.points AS x, h.asked,
                CASE WHEN h.possible > c.points
                    THEN (h.earned - c.share * c.points) / (h.possible - c.points) END AS y,
                h.person_no
            FROM current c JOIN handed h USING (key) WHERE c.same),
        ranked AS (
            SELECT *, round({UPPER_LOWER} * count(*) OVER (PARTITION BY no)) AS k,
                rank() OVER (PARTITION BY no ORDER BY y DESC NULLS LAST) - 1 AS above,
                rank() OVER (PARTITION BY no ORDER BY y NULLS LAST) - 1 AS below,
                count(*) OVER (PARTITION BY no, y) AS ties
            FROM sums)
        SELECT * EXCLUDE (above, below, ties, person_no),
            least(1, greatest(0, (k - above) / ties)) AS upper,
            least(1, greatest(0, (k - below) / ties)) AS lower
        FROM ranked""",
}
"""From the plain tables to what counts, in this order."""

SAME_FILE: Final = """
    SELECT f.file, s.file FROM files f JOIN sources s USING (source)
    WHERE f.file <> s.file ORDER BY f.file"""
"""Files that are the same as another, to the letter."""

NOTHING_NEW: Final = """
    WITH mine AS (
        SELECT a.source, count(*) AS every, count(*) FILTER (k.source = a.source) AS counted,
            min(k.file) FILTER (k.source <> a.source) AS other
        FROM attempts a JOIN kept k ON k.quiz = a.quiz AND k.attempt = a.attempt
            AND k."at" IS NOT DISTINCT FROM a."at"
        GROUP BY a.source),
    whose AS (SELECT m.*, s.file, s.person, o.person AS other_person
        FROM mine m JOIN sources s USING (source) LEFT JOIN sources o ON o.file = m.other)
    SELECT file, other, every - counted AS shared, every, person <> other_person AS stranger
    FROM whose WHERE counted < every ORDER BY file"""
"""Files whose attempts are, all or in part, in a newer one too."""

TWO_PEOPLE: Final = """
    WITH named AS (
        SELECT s.person, s.source, s.file FROM sources s
        WHERE s.person LIKE 'name:%' AND EXISTS (FROM attempts a WHERE a.source = s.source)),
    many AS (SELECT person FROM named GROUP BY person HAVING count(*) > 1),
    linked AS (
        SELECT DISTINCT n.person, n.source FROM named n JOIN many USING (person)
        JOIN attempts a ON a.source = n.source
        JOIN attempts b ON b.quiz = a.quiz AND b.attempt = a.attempt AND b.source <> a.source
        JOIN named o ON o.source = b.source AND o.person = n.person)
    SELECT max(p.name), list(n.file ORDER BY n.file)
    FROM named n JOIN many USING (person) JOIN people p USING (person)
    WHERE NOT EXISTS (FROM linked l WHERE l.source = n.source)
    GROUP BY n.person HAVING count(*) > 0 ORDER BY 1"""
"""Names under which files that share no attempt came: one person, or two of the same name?"""

OLDER: Final = """
    SELECT k.file, count(*) FILTER (w.hash <> h.hash), count(*) FILTER (h.hash IS NULL), count(*)
    FROM answers w JOIN kept k USING (key)
    LEFT JOIN h_questions h ON h.quiz = k.quiz AND h.question = w.question
    GROUP BY k.file HAVING count(*) FILTER (h.hash IS NULL OR w.hash <> h.hash) > 0
    ORDER BY k.file"""
"""Files with answers about a content that the handbook has no more."""

COUNTS: Final = """
    SELECT (SELECT count(*) FROM files), (SELECT count(*) FROM sources),
        (SELECT count(*) FROM people), (SELECT count(*) FROM kept),
        (SELECT min("at") FROM kept), (SELECT max("at") FROM kept),
        (SELECT count(*) FILTER (mode = 'test') FROM kept)"""

PAGES: Final = """
    CREATE TEMP TABLE pages AS
    WITH every AS (
        SELECT s.person, q.page, count(*) AS tried, any_value(q.quizzes) AS quizzes,
            count(*) FILTER (s.state = 'passed') AS passed,
            bool_or(s.state = 'failed') AS failed, bool_or(s.state = 'changed') AS changed,
            bool_or(s.state = 'old') AS old, avg(s.percent) AS percent, max(s."at") AS "at",
            bool_and(s.mode = 'test') AS test
        FROM standing s JOIN (SELECT *, count(*) OVER (PARTITION BY page) AS quizzes
            FROM h_quizzes) q USING (quiz)
        GROUP BY s.person, q.page)
    SELECT person, page, percent, "at", test,
        CASE WHEN failed THEN 'failed' WHEN changed THEN 'changed' WHEN old THEN 'old'
            WHEN passed = quizzes THEN 'passed' ELSE 'begun' END AS state
    FROM every"""
"""How a person stands on a page: as in the worst of its quizzes."""

STAGES: Final = """
    SELECT h.page, count(*) FILTER (p.state = 'passed'), count(*) FILTER (p.state = 'old'),
        count(*) FILTER (p.state = 'changed'), count(*) FILTER (p.state = 'begun'),
        count(*) FILTER (p.state = 'failed'), f.percent, f.n
    FROM h_stages h LEFT JOIN pages p USING (page)
    LEFT JOIN (SELECT q.page, 100 * sum(d.earned) / sum(d.possible) AS percent,
        count(DISTINCT d.person_no) AS n
        FROM handed d JOIN h_quizzes q ON q.number = d.quiz_no GROUP BY q.page) f USING (page)
    GROUP BY h.page, h.number, f.percent, f.n ORDER BY h.number"""
"""How many stand how in each stage, and how well first answers did."""

READINESS: Final = """
    SELECT p.person, p.name, p.made::DATE, count(*) FILTER (g.state = 'passed') AS ready,
        list({page: g.page, state: g.state, percent: g.percent, day: g."at"::DATE, test: g.test})
            FILTER (g.page IS NOT NULL)
    FROM people p LEFT JOIN (SELECT * FROM pages SEMI JOIN h_stages USING (page)) g USING (person)
    GROUP BY p.person, p.name, p.made ORDER BY lower(p.name), p.person"""
"""Everybody, with how they stand in each stage."""

PATHS: Final = """
    WITH on_path AS (SELECT DISTINCT person, path FROM done
        UNION SELECT person, path FROM papers),
    steps AS (
        SELECT o.person, o.path, count(*) AS steps, count(*) FILTER (d.step IS NOT NULL
            OR s.state IN ('passed', 'old', 'changed')) AS done,
            count(*) FILTER (h.sign_off IN ('manager', 'trainer')) AS to_sign,
            count(*) FILTER (h.sign_off IN ('manager', 'trainer') AND d.signed) AS signed
        FROM on_path o JOIN h_steps h USING (path)
        LEFT JOIN done d ON d.person = o.person AND d.path = o.path AND d.step = h.step
        LEFT JOIN standing s ON h.kind = 'quiz' AND s.quiz = h.ref AND s.person = o.person
        GROUP BY ALL)
    SELECT p.person, p.name, t.path, t.done, t.steps, t.signed, t.to_sign, c."at"::DATE,
        c.expires::DATE, CASE WHEN c.path IS NULL THEN 'none' WHEN c.expires IS NULL THEN 'valid'
            WHEN c.expires < $today THEN 'expired' WHEN c.expires < $soon THEN 'due'
            ELSE 'valid' END
    FROM steps t JOIN people p USING (person)
    LEFT JOIN papers c ON c.person = t.person AND c.path = t.path
    ORDER BY t.path, lower(p.name), p.person"""
"""How far everybody has come on a path, and the newest certificate."""

REFRESHERS: Final = """
    SELECT p.person, p.name, q.quiz, q.page, s.state, s.percent, s."at"::DATE
    FROM standing s JOIN people p USING (person) JOIN h_quizzes q USING (quiz)
    WHERE s.state <> 'passed'
    ORDER BY lower(p.name), p.person, CASE s.state WHEN 'failed' THEN 0 WHEN 'changed' THEN 1
        ELSE 2 END, q.number"""
"""Who should do what again, and why."""

ITEMS: Final = """
    WITH older AS (
        SELECT no, count(DISTINCT person_no) AS n FROM current WHERE NOT same GROUP BY no),
    items AS (
        SELECT no, count(*) AS n, avg(share) AS p, count(y) AS pairs,
            sum(share) FILTER (y IS NOT NULL) AS x, sum(y) AS y,
            sum(share * share) FILTER (y IS NOT NULL) AS xx, sum(y * y) AS yy,
            sum(share * y) AS xy, sum(share * upper) / sum(upper) AS high,
            sum(share * lower) / sum(lower) AS low, any_value(k)::INTEGER AS best
        FROM scored GROUP BY no)
    SELECT h.quiz, h.question, coalesce(i.n, 0), coalesce(o.n, 0), i.p, i.pairs, i.x, i.y, i.xx,
        i.yy, i.xy, i.high, i.low, coalesce(i.best, 0)
    FROM h_questions h LEFT JOIN items i USING (no) LEFT JOIN older o USING (no)
    WHERE h.scored AND (i.n IS NOT NULL OR o.n IS NOT NULL) ORDER BY h.no"""
"""The sums for each question."""

OPTIONS: Final = """
    WITH picks AS (
        SELECT h.quiz, h.question, s.y, s.upper, s.lower, unnest(CASE
            WHEN s.answer[1] = '[' AND json_array_length(s.answer) > 0
                THEN json_extract_string(s.answer, '$[*]')
            WHEN s.answer[1] = '"' THEN [json_extract_string(s.answer, '$')]
            ELSE [''] END) AS key
        FROM scored s JOIN h_questions h USING (no)
        WHERE h.type IN ('single', 'true_false', 'multiple'))
    SELECT quiz, question, key, count(*), sum(upper), sum(lower), count(y), sum(y)
    FROM picks GROUP BY quiz, question, key"""
"""How often each option was chosen, and by whom."""

TYPED: Final = f"""
    WITH typed AS (
        SELECT h.no, h.quiz, h.question, h.type, s.share,
            trim(regexp_replace(json_extract_string(s.answer, '$'), '\\s+', ' ', 'g')) AS answer
        FROM scored s JOIN h_questions h USING (no)
        WHERE h.type IN ('short', 'numeric') AND s.answer[1] = '"'),
    answered AS (
        SELECT * FROM typed WHERE answer <> '' QUALIFY count(*) OVER (PARTITION BY no) >= {FEW}),
    written AS (
        SELECT no, quiz, question, answer, count(*) AS n,
            CASE type WHEN 'numeric' THEN lower(regexp_replace(answer, '[ ,]', '', 'g'))
                ELSE lower(nfc_normalize(answer)) END AS same
        FROM answered WHERE share < 1 GROUP BY ALL),
    counted AS (
        SELECT no, quiz, question, same, sum(n)::INTEGER AS people,
            first(answer ORDER BY n DESC, answer) AS answer
        FROM written GROUP BY no, quiz, question, same HAVING people >= {SHARED})
    SELECT quiz, question, answer, people FROM counted
    QUALIFY row_number() OVER (PARTITION BY no ORDER BY people DESC, same) <= {OFTEN}
    ORDER BY no, people DESC, same"""
"""What people typed instead of the right answer. Capitals and spaces make no difference, and in
numbers the commas neither."""

QUIZZES: Final = """
    WITH whole AS (
        SELECT s.quiz_no, s.no, s.x FROM scored s
        JOIN h_quizzes q ON q.number = s.quiz_no WHERE s.asked = q.scored),
    parts AS (
        SELECT quiz_no, sum(v) AS variances FROM (
            SELECT quiz_no, no, var_pop(x) AS v FROM whole GROUP BY quiz_no, no)
        GROUP BY quiz_no),
    firsts AS (
        SELECT d.quiz_no, count(*) AS n, 100 * avg(d.earned / d.possible) AS percent,
            avg((d.earned / d.possible >= q.pass)::INTEGER) AS passed,
            count(*) FILTER (d.mode = 'test') AS tests,
            count(*) FILTER (d.asked = q.scored) AS whole,
            var_pop(d.earned) FILTER (d.asked = q.scored) AS total
        FROM handed d JOIN h_quizzes q ON q.number = d.quiz_no GROUP BY d.quiz_no)
    SELECT q.quiz, q.page, q.scored, f.n, f.tests, f.percent, f.passed, f.whole, f.total,
        p.variances
    FROM h_quizzes q JOIN firsts f ON f.quiz_no = q.number
    LEFT JOIN parts p ON p.quiz_no = q.number ORDER BY q.number"""
"""The sums for each quiz."""
