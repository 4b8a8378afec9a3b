#include "foreign/confine.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

namespace casewright::confine {
namespace {

// Rights that came after the first edition of Landlock; Debian 12's header knows only some of them.
constexpr std::uint64_t refer = 1ull << 13;
constexpr std::uint64_t truncate_file = 1ull << 14;

/// The rights to change something that this kernel can watch over; 0 where it has no Landlock.
std::uint64_t watched_rights() {
  const long edition = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (edition < 1) return 0;
  std::uint64_t rights = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                         LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
                         LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
                         LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
  if (edition >= 2) rights |= refer;
  if (edition >= 3) rights |= truncate_file;
  return rights;
}

bool allow_below(int rules, const std::string& path, std::uint64_t rights) {
  const int place = open(path.c_str(), O_PATH | O_CLOEXEC);
  if (place < 0) return false;
  landlock_path_beneath_attr rule{};
  rule.allowed_access = rights;
  rule.parent_fd = place;
  const long added = syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
  close(place);
  return added == 0;
}

bool wall_of_files(const Allowed& allowed) {
  const std::uint64_t rights = watched_rights();
  if (rights == 0) return false;
  landlock_ruleset_attr watched{};
  watched.handled_access_fs = rights;
  const int rules = static_cast<int>(syscall(SYS_landlock_create_ruleset, &watched, sizeof watched, 0));
  if (rules < 0) return false;
  bool sound = true;
  for (const std::string& folder : allowed.writable) sound = allow_below(rules, folder, rights) && sound;
  // Programs that a reader starts write their complaints there.
  allow_below(rules, "/dev/null", rights & (LANDLOCK_ACCESS_FS_WRITE_FILE | truncate_file));
  sound = sound && syscall(SYS_landlock_restrict_self, rules, 0) == 0;
  close(rules);
  return sound;
}

/// Calls that no reader of documents makes and that have opened doors before.
constexpr int refused_calls[] = {
    SCMP_SYS(ptrace),           SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(bpf),
    SCMP_SYS(perf_event_open),  SCMP_SYS(userfaultfd),      SCMP_SYS(keyctl),            SCMP_SYS(add_key),
    SCMP_SYS(request_key),      SCMP_SYS(mount),            SCMP_SYS(umount2),           SCMP_SYS(pivot_root),
    SCMP_SYS(init_module),      SCMP_SYS(finit_module),     SCMP_SYS(kexec_load),        SCMP_SYS(reboot),
    SCMP_SYS(io_uring_setup),   SCMP_SYS(open_by_handle_at)};

bool wall_of_network() {
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
  if (filter == nullptr) return false;
  // Sockets between programs of this machine stay: LibreOffice cannot start without them.
  const scmp_arg_cmp other_than_unix{0, SCMP_CMP_NE, AF_UNIX, 0};
  bool sound = seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(socket), 1, &other_than_unix) == 0;
  for (const int call : refused_calls) seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), call, 0);
  sound = sound && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return sound;
}

}  // namespace

Walls put_up(const Allowed& allowed) {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return {};
  Walls walls;
  walls.files = wall_of_files(allowed);
  walls.network = wall_of_network();
  return walls;
}

void add_processor_time(std::chrono::seconds more) {
  rlimit limit{};
  if (getrlimit(RLIMIT_CPU, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) return;
  const rlim_t wanted = limit.rlim_cur + static_cast<rlim_t>(more.count());
  limit.rlim_cur = limit.rlim_max == RLIM_INFINITY || wanted < limit.rlim_max ? wanted : limit.rlim_max;
  setrlimit(RLIMIT_CPU, &limit);
}

}  // namespace casewright::confine
