#pragma once

#include <map>
#include <string>
#include <vector>

#include "foreign/zip.h"
#include "ingest/parts/office_tree.h"

namespace casewright {

/// Where a relationship of a part leads.
struct WordLink {
  std::string kind;    ///< the last word of its type, "image"
  std::string target;  ///< the path of a part, or an address outside the file
  bool outside = false;
};

/// One part of a Word file, read.
struct WordPart {
  std::string path;
  std::uint32_t index = 0;  ///< among the names of the archive: Origin::part of all that comes from it
  OfficeNode root;
  std::map<std::string, WordLink, std::less<>> links;

  /// The target of the first link of that kind, empty where there is none.
  std::string target_of(std::string_view kind) const;
};

/// A Word file, its parts read when asked for.
class WordPackage {
 public:
  static Result<WordPackage> open(std::string_view bytes, const std::string& file);

  const WordPart& main() const { return main_; }
  /// The part at that path; a fault where it is missing or damaged.
  Result<WordPart> part(const std::string& path) const;
  /// The bytes of a part.
  Result<std::string> bytes(const std::string& path) const { return archive_.read(path); }
  bool has(const std::string& path) const { return archive_.has(path); }
  /// The relationships of a part, by id; of the package itself where the path is empty.
  Result<std::map<std::string, WordLink, std::less<>>> links_of(const std::string& path) const;
  /// All parts in the order of the archive.
  const std::vector<std::string>& names() const { return names_; }
  /// The index of a part as Origins give it.
  std::uint32_t index_of(const std::string& path) const;
  /// The path of the part with the document's core, extended or own properties, empty where there is none.
  const std::map<std::string, WordLink, std::less<>>& root_links() const { return root_links_; }

 private:
  explicit WordPackage(zip::Archive archive) : archive_(std::move(archive)) {}
  zip::Archive archive_;
  std::string file_;
  std::vector<std::string> names_;
  std::map<std::string, std::uint32_t> indices_;
  std::map<std::string, WordLink, std::less<>> root_links_;
  WordPart main_;
};

/// The part that draws the diagram whose points are in that part.
std::string drawing_of_diagram(std::string_view points);

}  // namespace casewright
