#!/bin/sh
# Finds or installs a Chromium for the browser tests: one on the path, the system's package, or Playwright's own.
# The one without a window is preferred, since the tests take half of the time in it: where a package is had for the
# asking it comes beside another browser, too, and where it is not to be had that other one is good enough.
set -eu
python=$1
have() { command -v "$1" >/dev/null 2>&1; }
if [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ]; then exit 0; fi
if have chromium-headless-shell; then exit 0; fi
there=
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  if [ -z "$there" ] && have "$name"; then there=$name; fi
done
if [ "$(id -u)" = 0 ] && have apt-get && timeout 60 apt-get update -qq >/dev/null 2>&1; then
  wanted=chromium-headless-shell
  if [ -z "$there" ]; then wanted="$wanted chromium"; fi
  for name in $wanted; do
    echo "Installing $name for the browser tests."
    if timeout 600 apt-get install -y -qq --no-install-recommends "$name" fonts-liberation >/dev/null 2>&1; then exit 0; fi
  done
fi
if [ -n "$there" ]; then exit 0; fi
for which in --only-shell ""; do
  if "$python" -m playwright install $which chromium >/dev/null 2>&1; then exit 0; fi
done
echo "No browser: install Chromium (apt-get install chromium), or name one with CHROMIUM=/path/to/chromium, and run again." >&2
exit 1
