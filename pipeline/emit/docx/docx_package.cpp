#include "emit/docx/docx_package.h"

#include "emit/docx/docx_text.h"
#include "emit/words/xml_text.h"

namespace casewright {
namespace {

constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr std::string_view package_relations = "http://schemas.openxmlformats.org/package/2006/relationships";

std::string content_types(const std::vector<DocxPart>& parts, const DocxMedia& media) {
  std::string out(xml_declaration);
  out += "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
         "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
         "<Default Extension=\"xml\" ContentType=\"application/xml\"/>";
  static constexpr std::pair<std::string_view, std::string_view> pictures[] = {
      {"png", "image/png"}, {"jpeg", "image/jpeg"}, {"gif", "image/gif"}, {"svg", "image/svg+xml"}};
  for (const auto& [extension, type] : pictures)
    for (const zip::Entry& entry : media.entries())
      if (entry.name.ends_with("." + std::string(extension))) {
        out.append("<Default Extension=\"").append(extension).append("\" ContentType=\"").append(type).append("\"/>");
        break;
      }
  for (const DocxPart& part : parts)
    out += "<Override PartName=\"/" + part.name + "\" ContentType=\"application/vnd.openxmlformats-" + part.content_type + "+xml\"/>";
  return out + "</Types>";
}

/// "word/document.xml" -> "word/_rels/document.xml.rels".
std::string relations_of(const std::string& part) {
  const std::size_t slash = part.rfind('/') + 1;
  return part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels";
}

std::string row(const std::string& id, std::string_view type, const std::string& target, bool external) {
  const bool full = type.starts_with("http");
  return "<Relationship Id=\"" + id + "\" Type=\"" + (full ? "" : std::string(office)) + std::string(type) + "\" Target=\"" + xml_text(target) +
         "\"" + (external ? " TargetMode=\"External\"" : "") + "/>";
}

}  // namespace

std::string DocxMedia::add(std::string bytes, std::string_view extension) {
  for (const zip::Entry& entry : entries_)
    if (entry.bytes == bytes) return entry.name.substr(5);
  const std::string target = "media/picture-" + std::to_string(entries_.size() + 1) + "." + std::string(extension);
  entries_.push_back({"word/" + target, std::move(bytes), extension != "svg"});
  return target;
}

std::string DocxRelations::add(std::string_view type, const std::string& target, bool external) {
  const auto [found, fresh] = ids_.emplace(target, "r" + std::to_string(ids_.size() + 1));
  if (!fresh) return found->second;
  rows_ += row(found->second, type, target, external);
  return found->second;
}

void DocxRelations::name(std::string_view type, const std::string& target, const std::string& id) {
  ids_.emplace(target, id);
  rows_ += row(id, type, target, false);
}

std::string DocxRelations::xml() const {
  return std::string(xml_declaration) + "<Relationships xmlns=\"" + std::string(package_relations) + "\">" + rows_ + "</Relationships>";
}

std::vector<zip::Entry> package(std::vector<DocxPart> parts, const DocxMedia& media) {
  std::vector<zip::Entry> entries{{"[Content_Types].xml", content_types(parts, media)}};
  DocxRelations top;
  top.add("officeDocument", "word/document.xml");
  top.add("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml");
  entries.push_back({"_rels/.rels", top.xml()});
  for (DocxPart& part : parts) {
    entries.push_back({part.name, std::move(part.xml)});
    if (!part.relations.empty()) entries.push_back({relations_of(part.name), part.relations.xml()});
  }
  entries.insert(entries.end(), media.entries().begin(), media.entries().end());
  return entries;
}

}  // namespace casewright
