#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/record.h"
#include "base/result.h"
#include "base/world.h"
#include "foreign/xml/xml.h"

namespace casewright {

/// What is wrong with a bundle, by how grave it is.
struct BundleFaults {
  Faults stop;  ///< something was lost or would come out wrong: there is no Case
  Faults tell;  ///< nothing was lost; a person should look

  bool empty() const { return stop.empty() && tell.empty(); }
};

/// The files of a case folder, read one by one; keeps the list of sources and everything that went wrong.
class Bundle {
 public:
  /// Both the world and the schemas must outlive it.
  Bundle(const World& world, Path folder, xml::Schemas& schemas) : world_(world), folder_(std::move(folder)), schemas_(schemas) {}

  /// The path of a file of the bundle.
  Path path(std::string_view name) const { return join(folder_, name); }
  PathKind kind_of(std::string_view name) const { return world_.kind_of(path(name)); }
  /// The files of a folder of the bundle that a person put there, sorted: "imr/police.xml". Hidden files, lock
  /// files and read-me files are passed over.
  std::vector<std::string> files_in(std::string_view subfolder);
  /// The bytes of a file, or nothing and a fault.
  std::optional<std::string> bytes(std::string_view name);
  /// A file as Record, checked against its schema ("imr.rng"), or nothing and its faults.
  std::optional<Record> xml(std::string_view name, const std::string& schema, std::uint32_t source);
  /// Enters a file into the list of sources.
  std::uint32_t add_source(std::string_view name);

  std::vector<std::string> sources{""};
  BundleFaults faults;

 private:
  const World& world_;
  Path folder_;
  xml::Schemas& schemas_;
};

}  // namespace casewright
