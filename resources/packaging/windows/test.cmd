@echo off
rem Sets up everything on Windows and runs the tests. PostgreSQL's bin folder must be on PATH.
setlocal
cd /d "%~dp0..\..\.."
if not exist .venv\Scripts\python.exe py -3 -m venv .venv || exit /b 1
.venv\Scripts\python -m pip install -q -e .[test] || exit /b 1
.venv\Scripts\python -m pytest
