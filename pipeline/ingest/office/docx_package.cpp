#include "ingest/office/docx_package.h"

#include "base/text.h"
#include "ingest/parts/office_part.h"

namespace casewright {
namespace {

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

/// "word/_rels/document.xml.rels" of "word/document.xml".
std::string links_path(const std::string& path) {
  const std::string folder = folder_of(path);
  const std::string name = path.substr(folder.empty() ? 0 : folder.size() + 1);
  return (folder.empty() ? "" : folder + "/") + "_rels/" + name + ".rels";
}

}  // namespace

std::string WordPart::target_of(std::string_view kind) const {
  for (const auto& [id, link] : links)
    if (link.kind == kind && !link.outside) return link.target;
  return {};
}

Result<std::map<std::string, WordLink, std::less<>>> WordPackage::links_of(const std::string& path) const {
  std::map<std::string, WordLink, std::less<>> links;
  const std::string at = path.empty() ? "_rels/.rels" : links_path(path);
  if (!archive_.has(at)) return links;
  const Result<std::string> bytes = archive_.read(at);
  if (!bytes) return bytes.faults();
  const Result<OfficeNode> root = read_office_tree(*bytes, file_);
  if (!root) return root.faults();
  for (const OfficeNode& each : root->children) {
    if (each.attribute("Target").empty()) continue;
    const std::string_view type = each.attribute("Type");
    const std::size_t slash = type.rfind('/');
    WordLink link;
    link.kind = std::string(type.substr(slash == std::string_view::npos ? 0 : slash + 1));
    link.outside = each.attribute("TargetMode") == "External";
    link.target = link.outside ? std::string(each.attribute("Target")) : part_path(folder_of(path), each.attribute("Target"));
    links[std::string(each.attribute("Id"))] = std::move(link);
  }
  return links;
}

std::uint32_t WordPackage::index_of(const std::string& path) const {
  const auto found = indices_.find(path);
  return found == indices_.end() ? 0 : found->second;
}

Result<WordPart> WordPackage::part(const std::string& path) const {
  Result<std::string> bytes = archive_.read(path);
  if (!bytes) return bytes.faults();
  Result<OfficeNode> root = read_office_tree(*bytes, file_);
  if (!root) return root.faults();
  auto links = links_of(path);
  if (!links) return links.faults();
  return WordPart{path, index_of(path), std::move(*root), std::move(*links)};
}

Result<WordPackage> WordPackage::open(std::string_view bytes, const std::string& file) {
  Result<zip::Archive> archive = zip::Archive::open(bytes, file);
  if (!archive) return archive.faults();
  WordPackage package(std::move(*archive));
  package.file_ = file;
  package.names_ = package.archive_.names();
  for (std::uint32_t i = 0; i < package.names_.size(); ++i) package.indices_.emplace(package.names_[i], i);
  auto links = package.links_of("");
  if (!links) return links.faults();
  package.root_links_ = std::move(*links);
  std::string main = "word/document.xml";
  for (const auto& [id, link] : package.root_links_)
    if (link.kind == "officeDocument" && !link.outside) main = link.target;
  if (!package.archive_.has(main))
    return Fault{file, 0, 0, "this file is no Word document", "open it in the program that made it and save it as .docx"};
  Result<WordPart> part = package.part(main);
  if (!part) return part.faults();
  package.main_ = std::move(*part);
  return package;
}

std::string drawing_of_diagram(std::string_view points) { return replace_every(points, "/data", "/drawing"); }

}  // namespace casewright
