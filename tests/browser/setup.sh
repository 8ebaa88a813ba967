#!/bin/sh
# Finds or installs a Chromium for the browser tests: one on the path, the system's package, or Playwright's own.
set -eu
python=$1
if [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ]; then exit 0; fi
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing chromium for the browser tests."
  if { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-liberation; } >/dev/null 2>&1; then exit 0; fi
fi
if "$python" -m playwright install chromium >/dev/null 2>&1; then exit 0; fi
echo "No browser: install Chromium (apt-get install chromium), or name one with CHROMIUM=/path/to/chromium, and run again." >&2
exit 1
