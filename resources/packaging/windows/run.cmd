@echo off
rem Sets up everything on Windows and opens the console with sample data.
setlocal
cd /d "%~dp0..\..\.."
if not exist .venv\Scripts\python.exe py -3 -m venv .venv || exit /b 1
.venv\Scripts\python -m pip install -q -e . || exit /b 1
.venv\Scripts\konsol gui --demo
