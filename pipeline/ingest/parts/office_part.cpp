#include "ingest/parts/office_part.h"

#include <charconv>
#include <vector>

#include "base/text.h"
#include "foreign/xml/xml_stream.h"

namespace casewright {
namespace {

class RelationshipListener final : public xml::Listener {
 public:
  std::vector<Relationship> found;

  void open(const xml::Tag& tag) override {
    if (tag.name != "Relationship" || tag.attribute("TargetMode") == "External") return;
    const std::string_view type = tag.attribute("Type");
    const std::string_view kind = type.substr(type.rfind('/') == std::string_view::npos ? 0 : type.rfind('/') + 1);
    found.push_back({std::string(tag.attribute("Id")), std::string(kind), std::string(tag.attribute("Target"))});
  }
  void close(std::string_view, std::string_view) override {}
  void words(std::string_view) override {}
};

}  // namespace

std::uint32_t small_number(std::string_view text, std::uint32_t otherwise, std::uint32_t most) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error == std::errc::invalid_argument) return otherwise;
  if (error != std::errc() || number > most) return most;
  return static_cast<std::uint32_t>(number);
}

std::string part_path(std::string_view folder, std::string_view target) {
  const std::string whole = target.starts_with('/') ? std::string(target) : std::string(folder) + "/" + std::string(target);
  std::vector<std::string> parts;
  for (const std::string_view each : split(whole, '/')) {
    if (each == "..") {
      if (!parts.empty()) parts.pop_back();
    } else if (!each.empty() && each != ".") {
      parts.emplace_back(each);
    }
  }
  return join_text(parts, "/");
}

Result<std::vector<Relationship>> read_relationships(const zip::Archive& archive, const std::string& part, const std::string& file) {
  if (!archive.has(part)) return std::vector<Relationship>{};
  const Result<std::string> bytes = archive.read(part);
  if (!bytes.ok()) return bytes.faults();
  RelationshipListener listener;
  if (const Outcome read = xml::stream(*bytes, file, listener); !read.ok()) return read.faults();
  return std::move(listener.found);
}

}  // namespace casewright
