#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/record.h"
#include "base/result.h"
#include "base/world.h"

namespace casewright::xml {

/// A RELAX NG schema, ready to validate any number of files; shared and read-only.
class Schema {
 public:
  /// Reads the schema from its bytes; `file` names it in faults. `neighbours` are the schemas that it may
  /// include, by file name; nothing else is ever opened.
  static Result<Schema> read(std::string_view bytes, const std::string& file,
                             const std::map<std::string, std::string>& neighbours = {});

  struct State;
  const State& state() const { return *state_; }

 private:
  std::shared_ptr<const State> state_;
};

/// Reads a schema from its file; it may include the other .rng files of its folder.
Result<Schema> read_schema(const World& world, const Path& file);

/// The schemas of one folder, each read when it is first asked for. The world must outlive it.
class Schemas {
 public:
  Schemas(const World& world, Path folder) : world_(world), folder_(std::move(folder)) {}
  /// The schema in the file `name` of the folder, or why there is none; good as long as this lives.
  const Result<Schema>& named(const std::string& name);

 private:
  const World& world_;
  Path folder_;
  std::map<std::string, Result<Schema>> read_;
};

/// Reads an XML file into a Record whose origins carry `source` and the line. No network, no external
/// entities, no entity expansion beyond the predefined ones, at most 256 levels deep. With a schema every
/// breach of it is a fault with file and line, in words for a person who is no programmer; without faults
/// the Record is complete. Comments and processing instructions are left out; white space is kept.
Result<Record> read(std::string_view bytes, const std::string& file, std::uint32_t source,
                    const Schema* schema = nullptr);

/// The Record as XML text with an XML declaration, two spaces per level only where no text stands.
std::string write(const Record& record);

}  // namespace casewright::xml
