"""The rows that are read of result files, and the plain tables that are made of them."""

from __future__ import annotations

from typing import Final

ROWS: Final = {
    "files": "n INTEGER, name VARCHAR, code VARCHAR, made VARCHAR, locale VARCHAR, content VARCHAR",
    "attempts": """no BIGINT, n INTEGER, quiz VARCHAR, id VARCHAR, at DOUBLE, mode VARCHAR,
        version VARCHAR, points DOUBLE, total DOUBLE, percent DOUBLE, passed BOOLEAN,
        seconds DOUBLE""",
    "answers": "no BIGINT, question VARCHAR, answer VARCHAR, share FLOAT, hash VARCHAR",
    "steps": """n INTEGER, path VARCHAR, step VARCHAR, at DOUBLE, by VARCHAR, name VARCHAR,
        score DOUBLE""",
    "certificates": """n INTEGER, path VARCHAR, id VARCHAR, at DOUBLE, expires DOUBLE,
        version VARCHAR""",
}
"""The rows of result files, as `rows` writes them: `n` is the number of a file, `no` that of an
attempt."""

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
