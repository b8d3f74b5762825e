#!/usr/bin/env sh
# Makes the environment once, then opens Tienkeer in the browser. On macOS and Linux; needs no make.
set -eu
cd "$(dirname "$0")"
export PYTHONUTF8=1
python=${PYTHON:-python3}
if [ ! -f requirements.txt ]; then
  echo "Unpack the whole zip file first, and start from the folder that comes out of it." >&2
  echo "Pak eerst het hele zipbestand uit, en start vanuit de map die daaruit komt." >&2
  exit 1
fi
if ! "$python" -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else 1)' 2>/dev/null; then
  echo "Tienkeer needs Python 3.11 or newer. / Tienkeer heeft Python 3.11 of nieuwer nodig." >&2
  exit 1
fi
# An environment whose Python was removed or replaced is made anew.
.venv/bin/python -c pass 2>/dev/null || "$python" -m venv --clear .venv
if ! cmp -s requirements.txt .venv/.requirements-installed; then
  if [ -d wheels ]; then
    .venv/bin/python -m pip install --disable-pip-version-check --no-index --find-links wheels -r requirements.txt
  else
    .venv/bin/python -m pip install --disable-pip-version-check -r requirements.txt
  fi
  cp requirements.txt .venv/.requirements-installed
fi
echo "Tienkeer opens in your browser (http://127.0.0.1:8501, or the next free number). Stop it with Ctrl+C."
echo "Tienkeer opent in je browser (http://127.0.0.1:8501, of het eerstvolgende vrije nummer). Stoppen: Ctrl+C."
exec .venv/bin/python -m streamlit run app.py
