#!/bin/sh
# Installs the named Debian packages that are missing, when that is permitted; else says what to ask IT for.
command -v dpkg-query >/dev/null 2>&1 || exit 0
missing=""
for name in "$@"; do
  # Newer releases rename libraries for 64-bit time (libglib2.0-0t64); either one serves.
  for known in "$name" "${name}t64"; do
    dpkg-query -W -f='${Status}' "$known" 2>/dev/null | grep -q "ok installed" && continue 2
  done
  missing="$missing $name"
done
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ]; then as=""; elif sudo -n true 2>/dev/null; then as="sudo -n"; else
  echo "These system packages are missing:$missing" >&2
  echo "Ask IT to run: apt-get install$missing" >&2
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
echo "Installing system packages:$missing"
$as apt-get update -qq >/dev/null
# shellcheck disable=SC2086 # the names are words on purpose
$as apt-get install -y -qq --no-install-recommends $missing >/dev/null
