@echo off
rem Opens the program in Windows Terminal, else in the console, at 120 by 40. An error stays until a key is pressed.
chcp 65001 >nul
if "%~1"=="here" goto here
where wt.exe >nul 2>nul
if errorlevel 1 goto here
start "" wt.exe -w new --size 120,40 nt --title "Đối thoại" --suppressApplicationTitle cmd.exe /c ""%~f0" here"
exit /b 0
:here
title Đối thoại
if not defined WT_SESSION mode con: cols=120 lines=40
"%~dp0doithoai.exe"
if errorlevel 1 pause
