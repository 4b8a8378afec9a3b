#include "foreign/pdf/pdf_objects.h"

#include <algorithm>

#include "foreign/parts.h"

namespace casewright::pdf {
namespace {

/// The objects as a plain PDF file that qpdf reads and packs.
std::string plain_file(const std::vector<std::string>& bodies, ObjectId catalog, ObjectId information) {
  std::size_t size = 200;
  for (const std::string& body : bodies) size += body.size() + 48;
  std::string file;
  file.reserve(size);
  file += "%PDF-1.7\n";
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    places.push_back(file.size());
    file += std::to_string(i + 1);
    file.append(" 0 obj\n").append(bodies[i].empty() ? "null" : bodies[i]).append("\nendobj\n");
  }
  const std::size_t table = file.size();
  file += "xref\n0 " + std::to_string(bodies.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t place : places) {
    const std::string at = std::to_string(place);
    file.append(10 - std::min<std::size_t>(10, at.size()), '0').append(at).append(" 00000 n \n");
  }
  file += "trailer\n<< /Size " + std::to_string(bodies.size() + 1) + " /Root " + reference(catalog) + " /Info " +
          reference(information) + " >>\nstartxref\n" + std::to_string(table) + "\n%%EOF\n";
  return file;
}

}  // namespace

ObjectId Objects::reserve() {
  bodies_.emplace_back();
  return static_cast<ObjectId>(bodies_.size());
}

void Objects::set(ObjectId id, std::string body) { bodies_[id - 1] = std::move(body); }

ObjectId Objects::add(std::string body) {
  bodies_.push_back(std::move(body));
  return static_cast<ObjectId>(bodies_.size());
}

void Objects::set_stream(ObjectId id, std::string_view entries, std::string_view bytes) {
  std::string body = "<< /Length " + std::to_string(bytes.size()) + " ";
  body.reserve(bytes.size() + entries.size() + 60);
  body.append(entries).append(" >>\nstream\n").append(bytes).append("\nendstream");
  set(id, std::move(body));
}

ObjectId Objects::add_stream(std::string_view entries, std::string_view bytes) {
  const ObjectId id = reserve();
  set_stream(id, entries, bytes);
  return id;
}

Result<std::string> Objects::write(ObjectId catalog, ObjectId information) const { return part<PdfObjects>().pack(plain_file(bodies_, catalog, information)); }

}  // namespace casewright::pdf
