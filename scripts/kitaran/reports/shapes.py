"""What the database expects of result files, and the plain tables that it makes of them."""

from __future__ import annotations

from typing import Final

_ANSWER: Final = "STRUCT(answer JSON, share DOUBLE, hash VARCHAR)"
_ATTEMPT: Final = f"""STRUCT(id VARCHAR, "at" DOUBLE, mode VARCHAR, version VARCHAR, points DOUBLE,
    total DOUBLE, percent DOUBLE, passed BOOLEAN, seconds DOUBLE,
    questions MAP(VARCHAR, {_ANSWER}))"""
_STEP: Final = """STRUCT("at" DOUBLE, "by" VARCHAR, name VARCHAR, date VARCHAR, score DOUBLE)"""
_CERTIFICATE: Final = """STRUCT(id VARCHAR, "at" DOUBLE, expires DOUBLE, version VARCHAR)"""
RESULT: Final = f"""STRUCT(person STRUCT(name VARCHAR, code VARCHAR), made VARCHAR, locale VARCHAR,
    content VARCHAR, quizzes MAP(VARCHAR, STRUCT(version VARCHAR, attempts {_ATTEMPT}[])),
    steps MAP(VARCHAR, MAP(VARCHAR, {_STEP})), certificates MAP(VARCHAR, {_CERTIFICATE}[]))"""
"""What is read of a result file."""

TABLE: Final = {
    "files": """source VARCHAR, file VARCHAR, name VARCHAR, code VARCHAR, made TIMESTAMP,
        locale VARCHAR, content VARCHAR""",
    "attempts": """key UBIGINT, source VARCHAR, quiz VARCHAR, attempt VARCHAR, "at" TIMESTAMP,
        mode VARCHAR, version VARCHAR, points DOUBLE, total DOUBLE, percent DOUBLE,
        passed BOOLEAN, seconds DOUBLE""",
    "answers": "key UBIGINT, question VARCHAR, answer VARCHAR, share FLOAT, hash VARCHAR",
    "steps": """source VARCHAR, path VARCHAR, step VARCHAR, "at" TIMESTAMP, "by" VARCHAR,
        signed VARCHAR, score DOUBLE""",
    "certificates": """source VARCHAR, path VARCHAR, id VARCHAR, "at" TIMESTAMP,
        expires TIMESTAMP, version VARCHAR""",
}
"""The plain tables. A company that outgrows files keeps them as Parquet. `source` is the check
code of a file, `key` stands for one attempt in one file."""
