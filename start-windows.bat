@echo off
rem Double-click: makes the environment once, then opens Tienkeer in the browser.
setlocal
cd /d "%~dp0"
set PYTHONUTF8=1

where py >nul 2>nul && (set "PY=py -3") || (set "PY=python")
%PY% -c "import sys; sys.exit(0 if sys.version_info >= (3, 11) else 1)" >nul 2>nul
if errorlevel 1 (
  echo Tienkeer needs Python 3.11 or newer. Ask your IT department for Python 3.11 or install it from python.org, then start again.
  echo Tienkeer heeft Python 3.11 of nieuwer nodig. Vraag het je ICT-afdeling of installeer het van python.org en start opnieuw.
  pause
  exit /b 1
)

if not exist .venv\Scripts\python.exe (
  %PY% -m venv .venv || goto failed
)
fc /b requirements.txt .venv\.requirements-installed >nul 2>nul
if errorlevel 1 (
  echo Installing, this takes a few minutes the first time. Een ogenblik, dit duurt de eerste keer enkele minuten.
  if exist wheels (
    .venv\Scripts\python -m pip install --disable-pip-version-check --no-index --find-links wheels -r requirements.txt || goto failed
  ) else (
    .venv\Scripts\python -m pip install --disable-pip-version-check -r requirements.txt || goto failed
  )
  copy /y requirements.txt .venv\.requirements-installed >nul
)
echo Tienkeer opens in your browser: http://127.0.0.1:8501 or the next free number. Keep this window open.
echo Tienkeer opent in je browser: http://127.0.0.1:8501 of het eerstvolgende vrije nummer. Laat dit venster open.
.venv\Scripts\python -m streamlit run app.py
if errorlevel 1 goto failed
exit /b 0

:failed
echo Something went wrong; the lines above say what. Er ging iets mis; de regels hierboven zeggen wat.
pause
exit /b 1
