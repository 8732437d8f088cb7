#!/usr/bin/env bash
# Makes the virtual environment: `run` for the program, `dev` for the tests as well.
# Missing system packages are installed on Debian and Ubuntu where that is allowed, and named otherwise.
set -euo pipefail
cd "$(dirname "$0")/../.."
kind=$1
python=${PYTHON:-python3}
venv=.venv

say() { printf '%s\n' "$*" >&2; }

# The packages that hold what Qt loads, and for the tests what reads the PDFs again.
declare -A library=(
  [libEGL.so.1]=libegl1 [libGL.so.1]=libgl1 [libxkbcommon.so.0]=libxkbcommon0
  [libdbus-1.so.3]=libdbus-1-3 [libfontconfig.so.1]=libfontconfig1
  [libglib-2.0.so.0]=libglib2.0-0 [libfreetype.so.6]=libfreetype6
  [libX11-xcb.so.1]=libx11-xcb1 [libxcb-cursor.so.0]=libxcb-cursor0
  [libxcb-icccm.so.4]=libxcb-icccm4 [libxcb-image.so.0]=libxcb-image0
  [libxcb-keysyms.so.1]=libxcb-keysyms1 [libxcb-randr.so.0]=libxcb-randr0
  [libxcb-render-util.so.0]=libxcb-render-util0 [libxcb-shape.so.0]=libxcb-shape0
  [libxcb-xkb.so.1]=libxcb-xkb1 [libxkbcommon-x11.so.0]=libxkbcommon-x11-0
)
missing=()
if [ "$(uname)" = Linux ]; then
  known=$( (ldconfig -p 2>/dev/null || /sbin/ldconfig -p) | awk '{print $1}')
  for file in "${!library[@]}"; do
    grep -qxF "$file" <<<"$known" || missing+=("${library[$file]}")
  done
  if [ "$kind" = dev ]; then
    command -v pdfinfo >/dev/null || missing+=(poppler-utils)
    command -v qpdf >/dev/null || missing+=(qpdf)
    # What stands between the program and the disk, and sets its clock, in the campaigns of faults.
    command -v cc >/dev/null || missing+=(gcc libc6-dev)
    # A real keyring, for the test of unlocking with the computer's sign-in.
    command -v gnome-keyring-daemon >/dev/null || missing+=(gnome-keyring)
    command -v dbus-run-session >/dev/null || missing+=(dbus)
  fi
fi
"$python" -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)

if [ ${#missing[@]} -gt 0 ]; then
  root=()
  if [ "$(id -u)" != 0 ]; then root=(sudo -n); fi
  if command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
    say "Installing system packages: ${missing[*]}"
    "${root[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -y -qq --no-install-recommends \
      "${missing[@]}" >/dev/null
  else
    say "These system packages are missing: ${missing[*]}. Please install them, then try again."
    exit 1
  fi
fi

[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
wanted=requirements/$kind.txt
if [ "$kind" = run ] && [ -e "$venv/.dev" ]; then wanted=requirements/dev.txt; fi
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$wanted"
site=$("$venv/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
pwd >"$site/taf_desktop_checkout.pth"
touch "$venv/.$kind"
