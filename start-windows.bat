@echo off
rem Double-click: makes the environment once, then opens Tienkeer in the browser.
setlocal
rem pushd, not cd: it also works on a network share, to which it gives a drive letter for as long as this runs.
pushd "%~dp0" || goto failed
set PYTHONUTF8=1

if not exist requirements.txt (
  echo Unpack the whole zip file first, and start from the folder that comes out of it.
  echo Pak eerst het hele zipbestand uit, en start vanuit de map die daaruit komt.
  goto stopped
)

set "PY=python"
where py >nul 2>nul
if not errorlevel 1 set "PY=py -3"
%PY% -c "import sys; sys.exit(0 if sys.version_info >= (3, 11) else 1)" >nul 2>nul
if errorlevel 1 (
  echo Tienkeer needs Python 3.11 or newer. Ask your IT department for Python 3.11 or install it from python.org, then start again.
  echo Tienkeer heeft Python 3.11 of nieuwer nodig. Vraag het je ICT-afdeling of installeer het van python.org en start opnieuw.
  goto stopped
)

rem An environment whose Python was removed or replaced is made anew.
if exist .venv\Scripts\python.exe (
  .venv\Scripts\python -c "pass" >nul 2>nul || rmdir /s /q .venv
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
popd
exit /b 0

:failed
echo Something went wrong; the lines above say what. Er ging iets mis; de regels hierboven zeggen wat.
:stopped
popd
pause
exit /b 1
