#include "batch/inputs.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include "base/text.h"
#include "foreign/zip.h"

namespace casewright {
namespace {

/// A name of UTF-8 that stays below the folder it is joined to, whatever it was.
std::string safe_name(std::string_view name) {
  std::string safe;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find_first_of("/\\"), name.size());
    const std::string_view part = name.substr(0, end);
    name.remove_prefix(std::min(end + 1, name.size()));
    if (part.empty() || part == "." || part == "..") continue;
    if (!safe.empty()) safe += '/';
    for (const char letter : part) safe += static_cast<unsigned char>(letter) < 0x20 ? '_' : letter;
  }
  return safe.empty() ? "file" : printable(safe);
}

/// Looks for files, an archive or a folder at a time.
class Gatherer {
 public:
  Gatherer(const World& world, const std::function<bool(std::string_view)>& wanted, const Path& out)
      : world_(world), wanted_(wanted), out_(out.empty() ? Path() : world.real_path(out)) {}

  void take(const Path& path, bool alone) {
    switch (world_.kind_of(path)) {
      case PathKind::folder: return below(path, alone ? "" : std::string(file_name(world_.real_path(path))));
      case PathKind::other:
      case PathKind::missing:  // whoever reads it will say so, as of any file that cannot be read
      case PathKind::file: return file(path, std::string(file_name(path)), true);
    }
  }

  BatchInputs finish() {
    // What lies in a folder bears that folder's name, though a link leads there as well; only then are links followed.
    while (!links_.empty()) {
      std::vector<Open> links;
      links.swap(links_);
      for (Open& each : links) walk(std::move(each));
    }
    auto& files = found_.files;
    std::sort(files.begin(), files.end(), [](const BatchInput& left, const BatchInput& right) {
      return std::tie(left.name, left.path, left.member) < std::tie(right.name, right.path, right.member);
    });
    files.erase(std::unique(files.begin(), files.end(),
                            [](const BatchInput& left, const BatchInput& right) {
                              return left.path == right.path && left.member == right.member;
                            }),
                files.end());
    make_unique();
    return std::move(found_);
  }

 private:
  struct Open {
    Path path;
    std::string name;
  };

  void below(const Path& root, const std::string& name_of_root) { walk({root, name_of_root == "/" ? "" : name_of_root}); }

  /// Takes what lies below a folder, but for what only a link leads to.
  void walk(Open root) {
    std::vector<Open> open{std::move(root)};
    while (!open.empty()) {
      const Open folder = std::move(open.back());
      open.pop_back();
      const Path real = world_.real_path(folder.path);
      if ((!out_.empty() && lies_in(real, out_)) || !entered_.insert(real).second) continue;
      auto entries = world_.list_folder(folder.path);
      entries.move_faults_to(found_.faults);
      if (!entries) continue;
      for (const FolderEntry& entry : *entries) {
        const std::string name = folder.name.empty() ? entry.name : folder.name + "/" + entry.name;
        if (entry.kind == PathKind::folder) {
          Open inner{join(folder.path, entry.name), name};
          const bool link = world_.real_path(inner.path) != join(real, entry.name);
          (link ? links_ : open).push_back(std::move(inner));
        } else if (entry.kind == PathKind::file) {
          file(join(folder.path, entry.name), name, false);
        }
      }
    }
  }

  void file(const Path& path, const std::string& name, bool named_by_hand) {
    if (extension(path) == ".zip") return archive(path, name);
    // What Word and LibreOffice keep beside a file that is open is no report.
    const std::string_view last = file_name(path);
    if (!named_by_hand && (!wanted_(path) || last.starts_with("~$") || last.starts_with(".~lock.")))
      return found_.left_out.push_back(path);
    found_.files.push_back({path, "", safe_name(name), world_.stamp_of(path)});
  }

  void archive(const Path& path, const std::string& name) {
    const auto bytes = world_.read_file(path, World::default_limit);
    if (!bytes) return refuse(bytes.faults());
    const auto opened = zip::Archive::open(*bytes, path, archive_limits);
    if (!opened) return refuse(opened.faults());
    for (const std::string& member : opened->names()) {
      if (member.ends_with('/') || member.find("__MACOSX/") != std::string::npos) continue;
      BatchInput input{path, member, safe_name(name + "/" + member), world_.stamp_of(path)};
      if (wanted_(member))
        found_.files.push_back(std::move(input));
      else
        found_.left_out.push_back(printable(spoken_path(input)));
    }
  }

  void refuse(const Faults& faults) { found_.faults.insert(found_.faults.end(), faults.begin(), faults.end()); }

  /// Two files given from different folders may bear one name; the later ones get a number.
  void make_unique() {
    std::set<std::string> taken;
    for (BatchInput& input : found_.files) {
      std::string name = input.name;
      const std::string ending = extension(name);
      for (int number = 2; !taken.insert(name).second; ++number)
        name = input.name.substr(0, input.name.size() - ending.size()) + "-" + std::to_string(number) +
               input.name.substr(input.name.size() - ending.size());
      input.name = name;
    }
  }

 public:
  static constexpr zip::Limits archive_limits{100000, 256ull << 20, 4ull << 30, 400, 8ull << 20};

 private:
  const World& world_;
  const std::function<bool(std::string_view)>& wanted_;
  const Path out_;
  std::set<Path> entered_;
  std::vector<Open> links_;  ///< folders that a link leads to
  BatchInputs found_;
};

}  // namespace

BatchInputs gather_inputs(const World& world, const std::vector<Path>& given,
                          const std::function<bool(std::string_view)>& wanted, const Path& out) {
  Gatherer gatherer(world, wanted, out);
  for (const Path& path : given) gatherer.take(path, given.size() == 1);
  return gatherer.finish();
}

std::vector<Path> read_list(std::istream& list) {
  const std::string all{std::istreambuf_iterator<char>(list), {}};
  const char end = all.find('\0') != std::string::npos ? '\0' : '\n';
  std::vector<Path> paths;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t stop = std::min(all.find(end, at), all.size());
    std::string path = all.substr(at, stop - at);
    if (end == '\n' && path.ends_with('\r')) path.pop_back();
    if (!path.empty()) paths.push_back(std::move(path));
    at = stop + 1;
  }
  return paths;
}

Result<std::string> read_input(const World& world, const BatchInput& input) {
  auto bytes = world.read_file(input.path, World::default_limit);
  if (!bytes || input.member.empty()) return bytes;
  const auto archive = zip::Archive::open(*bytes, input.path, Gatherer::archive_limits);
  if (!archive) return archive.faults();
  return archive->read(input.member);
}

std::string spoken_path(const BatchInput& input) {
  return input.member.empty() ? input.path : input.path + ": " + input.member;
}

std::string printable(std::string_view bytes) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint letter = code_point_at(bytes, at);
    if (letter.valid) {
      text.append(bytes.substr(at, letter.bytes));
    } else {
      const auto byte = static_cast<unsigned char>(bytes[at]);
      text += {'%', digits[byte >> 4], digits[byte & 15]};
    }
    at += letter.valid ? letter.bytes : 1;
  }
  return text;
}

}  // namespace casewright
