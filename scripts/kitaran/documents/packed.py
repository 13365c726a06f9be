"""Files that are packages of XML, made the same in every run."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime


def repacked(data: bytes, day: date) -> bytes:
    """Pack a package anew without the time of day, so that the same content gives the same bytes.

    Parts are stored and not packed, because packers differ from one machine to the next.

    Args:
        data: The package.
        day: The date that its parts bear.
    """
    moment = max(datetime(1980, 1, 1), datetime(*day.timetuple()[:3]))
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            info = zipfile.ZipInfo(name, moment.timetuple()[:6])
            info.create_system = 0
            new.writestr(info, old.read(name))
    return result.getvalue()
