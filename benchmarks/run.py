"""``make bench``: measures and writes the tables of benchmarks/README.md.

    python -m benchmarks.run FOLDER [--part quality] [--part cost]

FOLDER holds coded files (see ``coded_files``). Each part replaces the text between its two markers in the README, so
that a part can be measured on its own. BERTopic must be installed (requirements-bench.txt)."""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import subprocess
import sys
from pathlib import Path

README = Path(__file__).with_name("README.md")
PARTS = ("quality", "cost")


def replaced(text: str, part: str, table: str) -> str:
    """``text`` with ``table`` between the markers of ``part``, which are added at the end if there are none."""
    begin, end = f"<!-- {part} begins -->", f"<!-- {part} ends -->"
    if begin not in text:
        return f"{text.rstrip()}\n\n{begin}\n{table}\n{end}\n"
    before, rest = text.split(begin, 1)
    after = rest.split(end, 1)[1]
    return f"{before}{begin}\n{table}\n{end}{after}"


def write(part: str, table: str) -> None:
    """Put the table of one part into the README, with the machine and the date."""
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    told = f"Measured {datetime.datetime.now(datetime.UTC).date().isoformat()} on {machine}.\n\n{table}"
    text = README.read_text(encoding="utf-8") if README.exists() else "# Benchmarks\n"
    README.write_text(replaced(text, part, told), encoding="utf-8")


def measure(part: str, folder: Path) -> None:
    """Measure one part and write its table."""
    command = [sys.executable, "-m", f"benchmarks.{part}"]
    if part == "cost":  # writes its own table
        subprocess.run(command, check=True)
        return
    done = subprocess.run([*command, str(folder)], stdout=subprocess.PIPE, text=True, check=True)
    write(part, done.stdout.strip())


def main() -> None:
    """Measure the parts one after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--part", action="append", choices=PARTS)
    options = parser.parse_args()
    for part in options.part or PARTS:
        measure(part, options.folder)


if __name__ == "__main__":
    main()
