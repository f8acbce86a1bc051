#!/bin/sh
# Installs what the tests drive: Dovecot, the OpenSSH sftp client, sshpass, a browser,
# systemd-analyze.
set -eu

missing=""
have() { command -v "$1" >/dev/null 2>&1 || [ -x "/usr/sbin/$1" ]; }
have dovecot || missing="$missing dovecot-imapd"
have sftp    || missing="$missing openssh-client"
have sshpass || missing="$missing sshpass"
have systemd-analyze || missing="$missing systemd"
have chromium || missing="$missing chromium"
# Chinese characters on the pages and their pictures
[ -n "$(find /usr/share/fonts -name 'NotoSansCJK*' 2>/dev/null | head -1)" ] || missing="$missing fonts-noto-cjk"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # policy-rc.d is left alone: the tests start their own servers on free ports
    apt-get install -y -qq --no-install-recommends $missing
else
    echo "The tests need:$missing. Install them, for example: sudo apt-get install$missing" >&2
    exit 1
fi
