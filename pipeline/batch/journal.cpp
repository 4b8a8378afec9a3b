#include "batch/journal.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "foreign/json.h"

namespace casewright {
namespace {

using json::Value;

template <class T>
T member(const Value& line, const char* name, T otherwise) {
  const auto found = line.find(name);
  if (found == line.end()) return otherwise;
  if constexpr (std::is_same_v<T, std::string>)
    return found->is_string() ? found->get<std::string>() : otherwise;
  else if constexpr (std::is_same_v<T, bool>)
    return found->is_boolean() ? found->get<bool>() : otherwise;
  else
    return found->is_number_integer() ? found->get<T>() : otherwise;
}

std::optional<JournalEntry> read_entry(std::string_view text) {
  const Value line = Value::parse(text, nullptr, false);
  if (!line.is_object()) return std::nullopt;
  const auto status = run_status(member<std::string>(line, "status", ""));
  JournalEntry entry;
  entry.input = member<std::string>(line, "input", "");
  if (!status || entry.input.empty()) return std::nullopt;
  entry.status = *status;
  entry.path = member<std::string>(line, "path", "");
  entry.stamp.size = member<std::uint64_t>(line, "size", 0);
  entry.stamp.modified_ns = member<std::int64_t>(line, "modified", 0);
  entry.stamp.serial = member<std::uint64_t>(line, "serial", 0);
  entry.sha256 = member<std::string>(line, "sha256", "");
  entry.key = member<std::string>(line, "key", "");
  entry.signal = member<int>(line, "signal", 0);
  entry.attempts = member<unsigned>(line, "attempts", 1);
  entry.poison = member<bool>(line, "poison", false);
  entry.pages = member<std::uint32_t>(line, "pages", 0);
  entry.milliseconds = member<std::uint64_t>(line, "ms", 0);
  entry.memory_bytes = member<std::uint64_t>(line, "memory", 0);
  entry.same_as = member<std::string>(line, "same_as", "");
  if (const auto files = line.find("files"); files != line.end() && files->is_array())
    for (const Value& file : *files)
      if (file.is_string()) entry.files.push_back(file.get<std::string>());
  if (const auto sizes = line.find("file_bytes"); sizes != line.end() && sizes->is_array())
    for (const Value& size : *sizes)
      if (size.is_number_unsigned()) entry.file_bytes.push_back(size.get<std::uint64_t>());
  if (const auto answer = line.find("answer"); answer != line.end()) entry.answer = answer->dump();
  return entry;
}

}  // namespace

std::string write_entry(const JournalEntry& entry) {
  Value line;
  line["input"] = entry.input;
  line["status"] = name_of(entry.status);
  line["path"] = entry.path;
  line["size"] = entry.stamp.size;
  line["modified"] = entry.stamp.modified_ns;
  line["serial"] = entry.stamp.serial;
  line["sha256"] = entry.sha256;
  line["key"] = entry.key;
  if (entry.signal != 0) line["signal"] = entry.signal;
  line["attempts"] = entry.attempts;
  if (entry.poison) line["poison"] = true;
  line["pages"] = entry.pages;
  line["ms"] = entry.milliseconds;
  line["memory"] = entry.memory_bytes;
  if (!entry.same_as.empty()) line["same_as"] = entry.same_as;
  line["files"] = entry.files;
  line["file_bytes"] = entry.file_bytes;
  if (!entry.answer.empty()) {
    Value answer = Value::parse(entry.answer, nullptr, false);
    if (!answer.is_discarded()) line["answer"] = std::move(answer);
  }
  return line.dump(-1, ' ', false, Value::error_handler_t::replace) + "\n";
}

JournalRead read_journal(std::string_view bytes) {
  JournalRead read;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    const std::string_view line = bytes.substr(0, end);
    auto entry = read_entry(line);
    // The last line may have been cut short by a kill in the middle of its write.
    if (entry && end != std::string_view::npos) {
      std::string input = entry->input;
      read.entries.insert_or_assign(std::move(input), std::move(*entry));
    } else if (!line.empty()) {
      ++read.unreadable_lines;
    }
    if (end == std::string_view::npos) break;
    bytes.remove_prefix(end + 1);
  }
  return read;
}

Journal::Journal(int descriptor, Path path) : descriptor_(descriptor), path_(std::move(path)) {}
Journal::Journal(Journal&& other) noexcept : descriptor_(other.descriptor_), path_(std::move(other.path_)) {
  other.descriptor_ = -1;
}
Journal::~Journal() {
  if (descriptor_ >= 0) close(descriptor_);
}

Result<Journal> Journal::open(const Path& path, bool keep) {
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return Fault{path, 0, 0, std::string("the journal of this run cannot be written: ") + std::strerror(errno),
                 "choose a folder that you may write to with -o"};
  // This kind of lock is not passed on to workers: one that outlives its killed parent for a moment holds nothing. It
  // falls when this process closes the file anywhere, so nobody else here opens it.
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  if (fcntl(descriptor, F_SETLK, &whole) != 0) {
    close(descriptor);
    return Fault{path, 0, 0, "another run is at work in this folder", "wait for it, or choose another folder with -o"};
  }
  if (!keep && ftruncate(descriptor, 0) != 0) {
    close(descriptor);
    return Fault{path, 0, 0, "the journal of an earlier run cannot be replaced", "choose another folder with -o"};
  }
  // A line that a kill cut short must not swallow the next one.
  const off_t end = lseek(descriptor, 0, SEEK_END);
  char last = '\n';
  if (end > 0 && pread(descriptor, &last, 1, end - 1) == 1 && last != '\n' && write(descriptor, "\n", 1) != 1) {
    close(descriptor);
    return Fault{path, 0, 0, "the journal of this run cannot be written", "see that the disk is not full"};
  }
  return Journal(descriptor, path);
}

std::string Journal::bytes() const {
  const off_t length = lseek(descriptor_, 0, SEEK_END);
  std::string all(length > 0 ? static_cast<std::size_t>(length) : 0, '\0');
  std::size_t at = 0;
  while (at < all.size()) {
    const ssize_t got = pread(descriptor_, all.data() + at, all.size() - at, static_cast<off_t>(at));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    at += static_cast<std::size_t>(got);
  }
  all.resize(at);
  return all;
}

Outcome Journal::add(const JournalEntry& entry) {
  const std::string line = write_entry(entry);
  for (std::size_t at = 0; at < line.size();) {
    const ssize_t put = write(descriptor_, line.data() + at, line.size() - at);
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0)
      return Fault{path_, 0, 0, std::string("the journal of this run cannot be written: ") + std::strerror(errno),
                   "make room on the disk and run the same command again with --resume"};
    at += static_cast<std::size_t>(put);
  }
  return Done{};
}

void Journal::flush() { syncfs(descriptor_); }

}  // namespace casewright
