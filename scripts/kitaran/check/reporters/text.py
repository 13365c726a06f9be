"""Plain text for people."""


def report(report, *, root, colour):  # placeholder until the reporter is written
    return "".join(f"{d}\n" for d in report.diagnostics)
