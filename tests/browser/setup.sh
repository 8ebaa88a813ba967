#!/bin/sh
# Finds or installs a Chromium for the browser tests: one on the path, the system's package, or Playwright's own.
# Where there is a choice it is the one without a window, which the tests take half of the time with.
set -eu
python=$1
if [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ]; then exit 0; fi
for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && apt-get update -qq >/dev/null 2>&1; then
  for name in chromium-headless-shell chromium; do
    echo "Installing $name for the browser tests."
    if apt-get install -y -qq --no-install-recommends "$name" fonts-liberation >/dev/null 2>&1; then exit 0; fi
  done
fi
for which in --only-shell ""; do
  if "$python" -m playwright install $which chromium >/dev/null 2>&1; then exit 0; fi
done
echo "No browser: install Chromium (apt-get install chromium), or name one with CHROMIUM=/path/to/chromium, and run again." >&2
exit 1
