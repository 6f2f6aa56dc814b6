#!/usr/bin/env bash
# Starts and stops a real Neo4j for the tests, without Docker: Neo4j Community runs
# straight from its jars on Maven Central. See usage below.
set -euo pipefail

usage() {
  cat <<'USAGE'
usage: scripts/neo4j.sh start|stop|status|admin [options] [-- arguments]

  start    start Neo4j on 127.0.0.1, wait until a login works, print its address as
           shell lines (also in STATE/env):  set -a; . .neo4j/env; set +a
  stop     stop the server that start started; nothing else is ever stopped
  status   exit 0 and the address when it runs, 1 when not
  admin    run neo4j-admin with the arguments on the data of a server that is stopped

  --fresh        begin with an empty database
  --keep         go on with the data of the last time (default)
  --port N       Bolt port (default: the last one with --keep, else any free one)
  --state DIR    pid, port, password, log and data (default: .neo4j in the checkout)
  --timeout N    seconds to wait for readiness (default: 90)

INNOGRAPH_TEST_NEO4J_URI, when set, names a server that is already there: start then
only checks that INNOGRAPH_TEST_NEO4J_USER and _PASSWORD can log in.
INNOGRAPH_CACHE is where the jars are kept, INNOGRAPH_NEO4J_HEAP the heap (1g), and
INNOGRAPH_NEO4J_PAGECACHE how much of the files the server keeps in memory (256m).

exit codes: 0 done, 1 failed or not running, 2 wrong use, 3 no Java or Maven here
USAGE
}

say() { printf 'neo4j.sh: %s\n' "$*" >&2; }
die() { say "$1"; exit "${2:-1}"; }
wrong_use() { usage >&2; exit 2; }

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
pom=$root/scripts/neo4j/pom.xml
version=$(sed -n 's|.*<neo4j.version>\(.*\)</neo4j.version>.*|\1|p' "$pom")
cache=${INNOGRAPH_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/innograph}/neo4j-$version

# --- Java and the jars ---------------------------------------------------------------

# Neo4j 5 runs on Java 17 and 21, and warns or breaks on others.
find_java() {
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java found=none
  command -v "$java" >/dev/null || return 1
  found=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')
  [[ $found == 17 || $found == 21 ]]
}

# Maven is needed only to fill the cache.
have_tools() { find_java && { jars_intact || command -v mvn >/dev/null; }; }

# Only a CI machine may have packages installed without being asked.
install_tools() {
  [[ ${CI:-} == true && $(id -u) == 0 ]] && command -v apt-get >/dev/null || return 1
  say "CI: installing Java and Maven by apt-get"
  local jre=openjdk-17-jre-headless
  {
    apt-get update -qq
    apt-cache show $jre >/dev/null 2>&1 || jre=openjdk-21-jre-headless # Debian 13
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $jre maven
  } >&2
}

need_tools() {
  have_tools || { install_tools && have_tools; } || die "cannot run Neo4j here: it needs Java 17 or 21 (in JAVA_HOME or PATH; found: $found)
  and, the first time, Maven (found: $(command -v mvn || echo none)).
  On Debian or Ubuntu: apt-get install openjdk-17-jre-headless maven
  Or set INNOGRAPH_TEST_NEO4J_URI, _USER and _PASSWORD to a Neo4j 5 that may be emptied." 3
}

# The checksums catch a jar that is missing, cut off or damaged; 0.1 s for all.
jars_intact() { (cd "$cache" && cksum ./*.jar | cmp -s - cksums) 2>/dev/null; }

# Filled beside its place and renamed, so that a cache is whole or not there.
fill_cache() {
  say "getting Neo4j $version from Maven Central into $cache (123 MB, once)"
  mkdir -p "$(dirname "$cache")"
  find "$(dirname "$cache")" -maxdepth 1 -name 'neo4j-*.part.*' -mmin +120 -exec rm -rf {} + # of killed runs
  part=$(mktemp -d "$cache.part.XXXXXX")
  mvn -q -B -f "$pom" dependency:copy-dependencies -DoutputDirectory="$part" >"$state/log" 2>&1 ||
    { tail -n 40 "$state/log" >&2; die "Maven could not get the jars"; }
  (cd "$part" && cksum ./*.jar >cksums)
  # Somebody else may have filled it meanwhile, and may already be running from it.
  if jars_intact; then rm -rf "$part"; else rm -rf "$cache" && mv "$part" "$cache"; fi
}

# --- the server ------------------------------------------------------------------------

# A pid alone may have gone to another process since.
running() {
  local pid args
  pid=$(cat "$state/pid" 2>/dev/null) && [[ $pid ]] || return 1
  if [[ -d /proc/self ]]; then
    { args=$(tr '\0' ' ' <"/proc/$pid/cmdline"); } 2>/dev/null || return 1
  else
    args=$(ps -ww -o args= -p "$pid") || return 1
  fi
  [[ $args == *" --home-dir=$home "* ]]
}

stop_server() {
  local pid tries=0
  if running; then
    pid=$(cat "$state/pid")
    kill "$pid" 2>/dev/null || true
    while running; do
      sleep 0.1
      tries=$((tries + 1))
      if ((tries == 300)); then
        say "pid $pid did not stop within 30 s: killing it"
        kill -9 "$pid" 2>/dev/null || true
      fi
      ((tries < 400)) || die "pid $pid cannot be stopped"
    done
  fi
  rm -f "$state/pid" "$state/env"
}

own_uri() { echo "bolt://127.0.0.1:$(cat "$state/port" 2>/dev/null)"; }

# A server that we did not start; sourcing STATE/env does not make ours a foreign one.
foreign() { [[ ${INNOGRAPH_TEST_NEO4J_URI:-} && $INNOGRAPH_TEST_NEO4J_URI != "$(own_uri)" ]]; }

port_used() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Below 32768, where Linux begins to hand out ports for outgoing connections.
choose_port() {
  local port=$fixed_port
  if [[ $port ]]; then
    ! port_used "$port" || die "port $port on 127.0.0.1 is in use"
  else
    port=$([[ $mode == keep ]] && cat "$state/port" 2>/dev/null || echo 0)
    while ((port == 0)) || port_used "$port"; do port=$((20000 + RANDOM % 12000)); done
  fi
  echo "$port" >"$state/port"
}

configure() {
  local port
  port=$(cat "$state/port")
  mkdir -p "$home/conf"
  cat >"$home/conf/neo4j.conf" <<CONF
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:$port
# neo4j:// clients are sent to this address
server.bolt.advertised_address=127.0.0.1:$port
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
client.allow_telemetry=false
server.memory.pagecache.size=${INNOGRAPH_NEO4J_PAGECACHE:-256m}
# small log files and a quick stop (0.3 s instead of 10 s): this is a test server
db.tx_log.preallocate=false
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
CONF
  # The password must be there before the first start creates the system database.
  [[ ! -d $home/data/databases/system ]] || return 0
  (umask 077 && od -An -N16 -tx1 /dev/urandom | tr -d ' \n' >"$state/password")
  # By an argument file, because anyone can read a command line.
  (umask 077 && echo "dbms set-initial-password $(cat "$state/password")" >"$home/args")
  NEO4J_HOME=$home NEO4J_CONF=$home/conf "$java" -cp "$cache/*" org.neo4j.cli.AdminTool "@$home/args" >"$state/log" 2>&1 ||
    { tail -n 40 "$state/log" >&2; die "could not set the password"; }
  rm -f "$home/args"
}

launch() {
  # A process group of its own: Ctrl-C in the terminal is for the tests, which stop
  # the server in order. Descriptor 9 is the lock, which must not live on in the server.
  set -m
  nohup "$java" -Xmx"${INNOGRAPH_NEO4J_HEAP:-1g}" \
    --add-opens=java.base/java.nio=ALL-UNNAMED --add-opens=java.base/java.io=ALL-UNNAMED \
    --add-opens=java.base/sun.nio.ch=ALL-UNNAMED -cp "$cache/*" \
    org.neo4j.server.CommunityEntryPoint --console-mode --home-dir="$home" --config-dir="$home/conf" \
    </dev/null >"$state/log" 2>&1 9>&- &
  local pid=$!
  set +m
  echo "$pid" >"$state/pid"
  # Until exec has happened, the command line is still that of this script.
  while kill -0 "$pid" 2>/dev/null && ! running; do sleep 0.02; done
}

# Waits for a real login. Our own server is watched meanwhile: when it dies, so does the hope.
wait_ready() {
  local rc=0
  "$state/ready" -timeout "${timeout}s" &
  checker=$!
  while kill -0 $checker 2>/dev/null; do
    foreign || running || kill $checker 2>/dev/null || true
    sleep 0.1
  done
  wait $checker || rc=1
  checker=
  return $rc
}

# --- what start gives --------------------------------------------------------------------

quote() {
  case $1 in
  '' | *[!A-Za-z0-9_.,:/@%+-]*) printf "'%s'" "$(printf %s "$1" | sed "s/'/'\\\\''/g")" ;;
  *) printf %s "$1" ;;
  esac
}

write_env() {
  (
    umask 077
    for name in URI USER PASSWORD; do
      variable=INNOGRAPH_TEST_NEO4J_$name
      printf '%s=%s\n' "$variable" "$(quote "${!variable}")"
    done >"$state/env"
  )
  cat "$state/env"
}

use_own() {
  export INNOGRAPH_TEST_NEO4J_USER=neo4j INNOGRAPH_TEST_NEO4J_URI INNOGRAPH_TEST_NEO4J_PASSWORD
  INNOGRAPH_TEST_NEO4J_URI=$(own_uri)
  INNOGRAPH_TEST_NEO4J_PASSWORD=$(cat "$state/password")
}

start() {
  mkdir -p "$state"
  echo '*' >"$state/.gitignore"
  exec 9>"$state/lock" # two starts at once: the second waits, and finds the server running
  ! command -v flock >/dev/null || flock -w 300 9 || die "another start is still at work in $state"

  if foreign; then
    build_ready
    export INNOGRAPH_TEST_NEO4J_URI INNOGRAPH_TEST_NEO4J_USER=${INNOGRAPH_TEST_NEO4J_USER:-neo4j} INNOGRAPH_TEST_NEO4J_PASSWORD=${INNOGRAPH_TEST_NEO4J_PASSWORD:-}
    wait_ready || die "the server named by INNOGRAPH_TEST_NEO4J_URI is not usable"
    say "using the server at $INNOGRAPH_TEST_NEO4J_URI"
  elif running; then
    build_ready
    use_own
    wait_ready || { tail -n 40 "$state/log" >&2; die "running, but not ready"; }
    say "already running at $INNOGRAPH_TEST_NEO4J_URI, with its data as it is"
  else
    start_own
  fi
  write_env
}

build_ready() { (cd "$root" && go build -o "$state/ready" ./store/neo4j/neo4jtest/ready); }

start_own() {
  local began=$SECONDS
  need_tools
  # Nothing half-started stays behind.
  part='' checker=''
  trap 'kill $checker 2>/dev/null || true; rm -rf "$part"; stop_server' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  jars_intact || fill_cache
  build_ready
  [[ $mode == keep ]] || rm -rf "$home"
  [[ ! -d $home/data/databases/system || -s $state/password ]] ||
    die "the password of the data in $home is lost: start --fresh"
  for _ in 1 2 3; do
    choose_port
    configure
    use_own
    launch
    if wait_ready; then
      trap - EXIT HUP INT TERM
      say "Neo4j $version at $INNOGRAPH_TEST_NEO4J_URI after $((SECONDS - began)) s"
      return
    fi
    stop_server
    # Somebody took the port between our look and the server's bind.
    grep -qi 'address already in use' "$state/log" && [[ ! $fixed_port ]] || break
    : >"$state/port"
  done
  tail -n 40 "$state/log" >&2
  die "Neo4j did not start; the log is $state/log"
}

status() {
  if foreign; then
    mkdir -p "$state"
    build_ready
    timeout=5
    wait_ready || die "not usable: $INNOGRAPH_TEST_NEO4J_URI"
    echo "ready: $INNOGRAPH_TEST_NEO4J_URI (not started by this script)"
  elif running; then
    echo "running: $(own_uri) (pid $(cat "$state/pid"))"
  else
    echo "not running"
    return 1
  fi
}

stop() {
  if running; then
    stop_server
    say "stopped $(own_uri)"
  else
    stop_server
    say "not running"
  fi
}

admin() {
  ! running || die "stop the server first"
  mkdir -p "$state" "$home/conf"
  part=''
  trap 'rm -rf "$part"' EXIT
  need_tools
  jars_intact || fill_cache
  NEO4J_HOME=$home NEO4J_CONF=$home/conf "$java" -cp "$cache/*" org.neo4j.cli.AdminTool "$@"
}

command=${1:-}
[[ $command ]] || wrong_use
shift
state=$root/.neo4j mode=keep fixed_port='' timeout=90
while (($#)); do
  case $1 in
  --fresh) mode=fresh ;;
  --keep) mode=keep ;;
  --)
    shift
    break
    ;;
  --state | --port | --timeout)
    [[ ${2:-} ]] || wrong_use
    case $1 in --state) state=$2 ;; --port) fixed_port=$2 ;; --timeout) timeout=$2 ;; esac
    shift
    ;;
  *) wrong_use ;;
  esac
  shift
done
[[ $fixed_port$timeout =~ ^[0-9]+$ ]] || wrong_use
[[ $state == /* ]] || state=$PWD/$state
home=$state/home

case $command in
start | stop | status) (($# == 0)) || wrong_use; "$command" ;;
admin) admin "$@" ;;
-h | --help | help) usage ;;
*) wrong_use ;;
esac
