# A bare Debian 12 in a folder, for what tries something in one. To be sourced: make_bare FOLDER, then inside COMMAND...
# Needs root, debootstrap, and the mirror of this machine's own apt. FOLDER may have such a system from an earlier run.
make_bare() {
  bare=$1
  [ "$(id -u)" = 0 ] || { echo "${0##*/}: only root can make a bare system" >&2; exit 2; }
  if [ ! -e "$bare/etc/debian_version" ]; then
    local mirror
    mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Codename: bookworm' | head -1)
    [ -n "$mirror" ] || { echo "${0##*/}: this machine's apt knows no mirror of Debian 12" >&2; exit 2; }
    debootstrap --variant=minbase bookworm "$bare" "$mirror" >"$bare.log" 2>&1 || { tail -20 "$bare.log" >&2; exit 1; }
  fi
  if [ ! -e "$bare/usr/sbin/policy-rc.d" ]; then
    rm -rf "$bare/etc/apt/sources.list"
    cp -r /etc/apt/sources.list /etc/apt/sources.list.d /etc/apt/apt.conf.d "$bare/etc/apt/" 2>/dev/null || true
    cp /etc/resolv.conf "$bare/etc/"
    # Nothing may be started in there.
    printf '#!/bin/sh\nexit 101\n' >"$bare/usr/sbin/policy-rc.d"
    chmod +x "$bare/usr/sbin/policy-rc.d"
  fi
  chmod 755 "$bare"  # it is the root of everybody in there
  mount --bind /proc "$bare/proc"
  mount --rbind /dev "$bare/dev"
  mount --make-rslave "$bare/dev"
  # What runs programs on nodes looks for their groups there.
  mount --rbind /sys "$bare/sys"
  mount --make-rslave "$bare/sys"
  trap 'umount -R "$bare/dev" "$bare/proc" "$bare/sys"' EXIT
  inside apt-get update -qq
}

inside() { chroot "$bare" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 "$@"; }
