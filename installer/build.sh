#!/usr/bin/env bash
# Makes the installer from the built program: a run-time image by jlink (JDK and JavaFX modules), the
# rest on the class path, packed by jpackage. With --check the package is also installed, the
# installed program captures a replayed document while the stream is read over HTTP, and the package
# is removed again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
out=$PWD/installer/target
app=$PWD/desktop-app/target/app
: "${JAVA_HOME:?start this with ./tanaw package}"

say() { printf '\033[2m[installer]\033[0m %s\n' "$*" >&2; }
fail() {
  printf '\033[31m[installer]\033[0m %s\n' "$*" >&2
  exit 1
}

version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' pom.xml | head -n 1)
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml,jdk.crypto.ec,jdk.management,jdk.unsupported,jdk.zipfs,javafx.controls,javafx.graphics,javafx.base
flags=(
  --java-options "--enable-native-access=ALL-UNNAMED,javafx.graphics"
  --java-options "--sun-misc-unsafe-memory-access=allow"
  --java-options "-XX:+UseSerialGC"
  --java-options "-Xmx256m"
)

image() {
  say "run-time image"
  rm -rf "$out/runtime"
  mkdir -p "$out"
  "$JAVA_HOME/bin/jlink" --module-path "$app/fx" --add-modules "$modules" \
    --strip-debug --no-header-files --no-man-pages --compress zip-6 --output "$out/runtime"
}

# What Java reads and links at each start, kept ready (its AOT cache), saves a good third of the time
# to the first screen. Made from a run on the replay camera, with the very files that are packed: Java
# takes none but those, by their times. $1: the program's folder.
quick_start() {
  say "classes kept ready for quick starts"
  local work station line
  work=$(mktemp -d)
  mkfifo "$work/out"
  JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$work/quick.aot -Dglass.platform=Headless -Dprism.order=sw" \
    "$1/bin/tanaw" run --timings --camera replay --port 0 --ask none --data "$work/data" \
    >"$work/out" 2>&1 &
  station=$!
  while read -r -t 120 line; do
    case $line in *"timing: first live picture"*) kill "$station" ;; esac
  done <"$work/out"
  kill "$station" 2>/dev/null || true
  wait "$station" || true
  [ -s "$work/quick.aot" ] || fail "the classes for quick starts could not be written"
  mv "$work/quick.aot" "$1/lib/app/quick.aot"
  rm -rf "$work"
  # Told only now: no program may both make one and use one. Where it does not fit nothing is said.
  printf 'java-options=%s\n' "-XX:AOTCache=\$APPDIR/quick.aot" -Xlog:aot=off -Xlog:cds=off \
    >>"$1/lib/app/tanaw.cfg"
}

deb() {
  say "package (about two minutes)"
  rm -rf "$out/deb" "$out/tree" && mkdir -p "$out/deb"
  # Packed again below: not compressed yet.
  DPKG_DEB_COMPRESSOR_TYPE=none "$JAVA_HOME/bin/jpackage" --type deb --name tanaw --app-version "$version" \
    --description "Captures identity documents and lets supervisors watch live" \
    --vendor "Tanaw" --license-file LICENSE \
    --runtime-image "$out/runtime" --input "$app/lib" --main-jar "desktop-app-$version.jar" \
    --main-class dev.tanaw.desktop.app.Main "${flags[@]}" \
    --linux-package-name tanaw --linux-package-deps "libgtk-3-0, libgl1, libxxf86vm1" \
    --linux-app-category utils --dest "$out/deb"
  package=$(ls "$out"/deb/*.deb)
  dpkg-deb -R "$package" "$out/tree"
  quick_start "$out/tree/opt/tanaw"
  sed -i "s/^Installed-Size: .*/Installed-Size: $(du -sk "$out/tree/opt" | cut -f1)/" "$out/tree/DEBIAN/control"
  dpkg-deb --root-owner-group -b "$out/tree" "$package" >/dev/null
  rm -rf "$out/tree"
  say "made $package ($(du -h "$package" | cut -f1))"
}

# The proof: what a workstation does with the package.
check() {
  if [ "$(id -u)" -ne 0 ] || ! command -v dpkg >/dev/null; then
    say "SKIPPED: installing needs root and dpkg; the package was made but not tried"
    return 0
  fi
  say "install"
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null
  local work status=0
  work=$(mktemp -d)
  trap 'dpkg --purge tanaw >/dev/null 2>&1 || true' EXIT
  JAVA_TOOL_OPTIONS=-XX:AOTMode=on /opt/tanaw/bin/tanaw --version >/dev/null 2>&1 ||
    fail "the classes kept ready for quick starts do not fit the installed program"
  say "run the installed program headless with the replay camera"
  /opt/tanaw/bin/tanaw run --headless --camera replay --port 0 --port-file "$work/port" \
    --data "$work/data" --sessions 1 >"$work/out" 2>"$work/err" &
  local station=$!
  for _ in $(seq 1 600); do
    [ -s "$work/port" ] && break
    kill -0 "$station" 2>/dev/null || break
    sleep 0.1
  done
  [ -s "$work/port" ] || { cat "$work/out" "$work/err" >&2; fail "the installed station did not start"; }
  timeout 120 curl -sN "http://127.0.0.1:$(cat "$work/port")/stations/stream?from=start" >"$work/sse" || true
  wait "$station" || status=$?
  if [ "$status" -ne 0 ] || ! grep -q '"outcome":"complete"' "$work/sse"; then
    cat "$work/out" "$work/err" >&2
    tail -n 5 "$work/sse" >&2
    fail "the installed station did not complete a session over SSE (exit $status)"
  fi
  say "a session completed over SSE: $(grep -c '^event: extraction_field' "$work/sse") fields"
  dpkg --purge tanaw >/dev/null 2>&1
  trap - EXIT
  [ ! -e /opt/tanaw ] || fail "something was left behind in /opt/tanaw"
  rm -rf "$work"
  say "removed again, nothing left behind"
}

image
deb
case "${1:-}" in
  "") ;;
  --check) check ;;
  *)
    printf '[installer] unknown option: %s\n' "$1" >&2
    exit 2
    ;;
esac
