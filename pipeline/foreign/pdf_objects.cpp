#include "foreign/pdf_objects.h"

#define POINTERHOLDER_TRANSITION 4  // qpdf asks which of its pointers are meant
#include <cmath>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/text.h"

namespace casewright::pdf {
namespace {

constexpr char digits[] = "0123456789ABCDEF";
constexpr std::size_t longest_string = 32767;  ///< bytes that PDF/A-2 lets a string have (6.1.13)

void append_hex(std::string& out, unsigned unit) {
  for (int shift = 12; shift >= 0; shift -= 4) out += digits[unit >> shift & 15];
}

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

Result<std::string> Objects::write(ObjectId catalog, ObjectId information) const {
  const std::string file = plain_file(bodies_, catalog, information);
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("report", file.data(), file.size());
    QPDFObjectHandle metadata = pdf.getRoot().getKey("/Metadata");
    if (metadata.isStream()) metadata.setFilterOnWrite(false);  // anybody can read what a file says of itself
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    writer.setMinimumPDFVersion("1.7");
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
  } catch (const std::exception& error) {
    return Fault{"", 0, 0, std::string("the PDF could not be put together: ") + error.what(), ""};
  }
}

std::string reference(ObjectId id) { return std::to_string(id) + " 0 R"; }

void append_utf16_hex(std::string& out, std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const CodePoint point = code_point_at(words, at);
    at += point.bytes;
    if (point.value < 0x10000) {
      append_hex(out, point.value);
    } else {
      append_hex(out, 0xD800 + ((point.value - 0x10000) >> 10));
      append_hex(out, 0xDC00 + ((point.value - 0x10000) & 0x3FF));
    }
  }
}

std::string text_string(std::string_view words) {
  std::string made = "<FEFF";
  append_utf16_hex(made, words);
  if ((made.size() - 1) / 2 > longest_string) {
    made.resize(1 + 4 * ((longest_string - 4) / 2));
    const bool half = made[made.size() - 4] == 'D' && std::string_view("89AB").find(made[made.size() - 3]) != std::string_view::npos;
    if (half) made.resize(made.size() - 4);  // the other half of the character is cut off
    made += "2026";
  }
  return made + ">";
}

void append_number(std::string& out, float value) {
  const auto thousandths = static_cast<long long>(std::llround(static_cast<double>(value) * 1000));
  const long long whole = std::llabs(thousandths) / 1000, rest = std::llabs(thousandths) % 1000;
  if (thousandths < 0) out += '-';
  out += std::to_string(whole);
  if (rest == 0) return;
  std::string decimals = std::to_string(1000 + rest).substr(1);
  while (decimals.back() == '0') decimals.pop_back();
  out.append(".").append(decimals);
}

std::string number(float value) {
  std::string out;
  append_number(out, value);
  return out;
}

}  // namespace casewright::pdf
