#!/usr/bin/env bash
# Installs what the tests need, checks the format, builds once and runs every test.
# Needs the .NET 10 SDK and Node.js 20; CI=true also refuses skipped tests. The last line is "N passed, N failed, N skipped".
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_UI_LANGUAGE=en DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# A build server left behind would hold on to our output pipe.
export MSBUILDDISABLENODEREUSE=1

readonly test_minutes=20
results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT

step() { printf '\n== %s (%ds)\n' "$1" "$SECONDS"; }
fail() { printf '%s\n' "$@" >&2; exit 1; }

command -v dotnet > /dev/null || fail 'There is no "dotnet" on the PATH. Install the .NET 10 SDK.'
command -v npm > /dev/null || fail 'There is no "npm" on the PATH. Install Node.js 20 or later, with npm.'

step 'Peers from npm'
peers=tests/peers
if cmp -s "$peers/package-lock.json" "$peers/node_modules/.installed-lock.json"; then
  echo 'Already installed.'
else
  (cd "$peers" && npm ci --loglevel=error)
  cp "$peers/package-lock.json" "$peers/node_modules/.installed-lock.json"
fi

step 'Chromium'
if command -v chromium > /dev/null; then
  echo 'Already installed.'
elif [ "$(id -u)" -eq 0 ] && command -v apt-get > /dev/null; then
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core > /dev/null
elif [ "${CI:-}" = true ]; then
  fail 'There is no Chromium. Run as root: apt-get install chromium fonts-dejavu-core'
else
  echo 'There is no Chromium; unless Playwright has one, its tests are skipped.'
  echo 'To run them: sudo apt-get install chromium fonts-dejavu-core'
fi

# A package with a known weakness (NU1901 to NU1904) stops the restore, where the package source publishes such a list.
# A source that publishes none is silent, not an error: NU1905 comes only when audit sources are named by hand.
step 'Restore'
dotnet restore PartnershipBot.sln --verbosity quiet

step 'Build'
dotnet build PartnershipBot.sln --no-restore --verbosity quiet

step 'Format'
dotnet format PartnershipBot.sln --verify-no-changes --no-restore

# One assembly after another: each uses every core by itself, and Azurite and Chromium want some too.
step 'Tests'
outcome=0
timeout --kill-after=30s "${test_minutes}m" \
  dotnet test PartnershipBot.sln --no-build -m:1 --results-directory "$results" --logger trx \
  --blame-hang-timeout 5m --blame-hang-dump-type none || outcome=$?
[ "$outcome" -ne 124 ] || echo "The tests did not end within $test_minutes minutes."

step 'Result'
mapfile -d '' reports < <(find "$results" -name '*.trx' -print0)
[ "${#reports[@]}" -gt 0 ] || fail 'No test ran.'
awk -v strict="${CI:-}" -f tests/tally.awk "${reports[@]}" || outcome=1
exit "$outcome"
