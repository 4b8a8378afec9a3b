#include "emit/pdf/pdf_tags.h"

#include <algorithm>

namespace casewright {

PdfTags::PdfTags() {
  elements_.push_back({});
  elements_[0].type = "Document";
  elements_[0].attached = true;
}

TagId PdfTags::add_later(std::string_view type, TagId parent, std::string entries) {
  Element element;
  element.type = type;
  element.parent = parent;
  element.entries = std::move(entries);
  elements_.push_back(std::move(element));
  return static_cast<TagId>(elements_.size() - 1);
}

TagId PdfTags::add(std::string_view type, TagId parent, std::string entries) {
  const TagId tag = add_later(type, parent, std::move(entries));
  attach(tag);
  return tag;
}

void PdfTags::attach(TagId tag) {
  while (!elements_[tag].attached) {
    elements_[tag].attached = true;
    const TagId parent = elements_[tag].parent;
    elements_[parent].kids.push_back({KidKind::element, tag, 0});
    tag = parent;
  }
}

void PdfTags::add_entries(TagId tag, std::string_view entries) { elements_[tag].entries.append(" ").append(entries); }

void PdfTags::set_id(TagId tag, const std::string& id) {
  add_entries(tag, "/ID (" + id + ")");
  ids_.emplace(id, tag);
}

std::uint32_t PdfTags::mark(TagId tag, std::uint32_t page) {
  attach(tag);
  if (marked_.size() <= page) marked_.resize(page + 1);
  const auto number = static_cast<std::uint32_t>(marked_[page].size());
  marked_[page].push_back(tag);
  elements_[tag].kids.push_back({KidKind::content, number, page});
  return number;
}

std::uint32_t PdfTags::add_annotation(TagId tag, pdf::ObjectId annotation, std::uint32_t page, std::uint32_t page_count) {
  attach(tag);
  elements_[tag].kids.push_back({KidKind::annotation, annotation, page});
  annotated_.push_back(tag);
  return page_count + static_cast<std::uint32_t>(annotated_.size()) - 1;
}

void PdfTags::append_kids(std::string& body, const Element& element, pdf::ObjectId first, const std::vector<pdf::ObjectId>& pages) const {
  const auto content = std::find_if(element.kids.begin(), element.kids.end(), [](const Kid& kid) { return kid.kind == KidKind::content; });
  const std::uint32_t own_page = content == element.kids.end() ? 0 : content->page;
  if (content != element.kids.end()) body += " /Pg " + pdf::reference(pages[own_page]);
  if (element.kids.empty()) return;
  body += " /K [";
  for (const Kid& kid : element.kids) {
    body += ' ';
    if (kid.kind == KidKind::element) body += pdf::reference(first + kid.what);
    else if (kid.kind == KidKind::annotation)
      body += "<< /Type /OBJR /Obj " + pdf::reference(kid.what) + " /Pg " + pdf::reference(pages[kid.page]) + " >>";
    else if (kid.page == own_page) body += std::to_string(kid.what);
    else body += "<< /Type /MCR /Pg " + pdf::reference(pages[kid.page]) + " /MCID " + std::to_string(kid.what) + " >>";
  }
  body += " ]";
}

std::string PdfTags::body_of(const Element& element, pdf::ObjectId first, pdf::ObjectId root, const std::vector<pdf::ObjectId>& pages) const {
  std::string body = "<< /Type /StructElem /S /";
  body.append(element.type).append(" /P ");
  body += pdf::reference(&element == elements_.data() ? root : first + element.parent);
  body += element.entries.empty() ? "" : " " + element.entries;
  append_kids(body, element, first, pages);
  return body + " >>";
}

pdf::ObjectId PdfTags::write(pdf::Objects& objects, const std::vector<pdf::ObjectId>& pages) {
  const pdf::ObjectId root = objects.reserve();
  const pdf::ObjectId first = root + 1;
  for (std::size_t i = 0; i < elements_.size(); ++i) objects.reserve();
  for (std::size_t i = 0; i < elements_.size(); ++i)
    if (elements_[i].attached) objects.set(static_cast<pdf::ObjectId>(first + i), body_of(elements_[i], first, root, pages));
  std::string numbers = "<< /Nums [";
  marked_.resize(pages.size());
  for (std::size_t page = 0; page < pages.size(); ++page) {
    std::string parents = "[";
    for (const TagId tag : marked_[page]) parents += " " + pdf::reference(first + tag);
    numbers += " " + std::to_string(page) + " " + pdf::reference(objects.add(parents + " ]"));
  }
  for (std::size_t i = 0; i < annotated_.size(); ++i)
    numbers += " " + std::to_string(pages.size() + i) + " " + pdf::reference(first + annotated_[i]);
  const pdf::ObjectId tree = objects.add(numbers + " ] >>");
  std::string names;
  for (const auto& [id, tag] : ids_) names += " (" + id + ") " + pdf::reference(first + tag);
  if (!names.empty()) names = " /IDTree << /Names [" + names + " ] >>";
  objects.set(root, "<< /Type /StructTreeRoot /K " + pdf::reference(first) + " /ParentTree " + pdf::reference(tree) +
                        " /ParentTreeNextKey " + std::to_string(pages.size() + annotated_.size()) + names + " >>");
  return root;
}

}  // namespace casewright
