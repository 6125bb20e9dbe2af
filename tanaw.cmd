@echo off
rem Delegates to the script; Git for Windows brings the bash that runs it.
where bash >nul 2>nul
if errorlevel 1 (
  echo [tanaw] bash was not found. Install Git for Windows, or start this in WSL.
  exit /b 1
)
bash "%~dp0tanaw" %*
