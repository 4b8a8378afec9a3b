// Makes a scan of pages: make_scan OUT.pdf PAGE.pgm... Each page is turned by up to a degree and a half, speckled and
// greyed by lot, the same every time, and becomes a page of a PDF without any text. The pages are taken as painted at
// 300 dots per inch.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Page {
  int width = 0, height = 0;
  std::vector<unsigned char> grey;
};

/// A grey PGM of eight bits.
Page read_page(const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::string kind;
  int most = 0;
  Page page;
  in >> kind >> page.width >> page.height >> most;
  in.get();
  if (kind != "P5" || most != 255 || page.width <= 0 || page.height <= 0) return {};
  page.grey.resize(static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height));
  in.read(reinterpret_cast<char*>(page.grey.data()), static_cast<std::streamsize>(page.grey.size()));
  return page;
}

/// The page as a worn machine sees it: askew, its black not black and its white not white.
Page scanned(const Page& page, std::mt19937& lot) {
  Page out = page;
  const double angle = (static_cast<double>(lot() % 3001) / 1000 - 1.5) * 3.14159265 / 180, across = std::cos(angle), along = std::sin(angle);
  const double middle_x = page.width / 2.0, middle_y = page.height / 2.0;
  for (int y = 0; y < page.height; ++y)
    for (int x = 0; x < page.width; ++x) {
      const double from_x = middle_x + (x - middle_x) * across + (y - middle_y) * along, from_y = middle_y - (x - middle_x) * along + (y - middle_y) * across;
      const int left = static_cast<int>(std::floor(from_x)), top = static_cast<int>(std::floor(from_y));
      double grey = 255;
      if (left >= 0 && top >= 0 && left + 1 < page.width && top + 1 < page.height) {
        const double right = from_x - left, below = from_y - top;
        const auto at = [&](int column, int row) { return static_cast<double>(page.grey[static_cast<std::size_t>(row) * static_cast<std::size_t>(page.width) + static_cast<std::size_t>(column)]); };
        grey = (at(left, top) * (1 - right) + at(left + 1, top) * right) * (1 - below) + (at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right) * below;
      }
      grey = 40 + grey * 0.76 + static_cast<double>(lot() % 33) - 16;
      if (lot() % 4000 == 0) grey = 60;
      out.grey[static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width) + static_cast<std::size_t>(x)] = static_cast<unsigned char>(std::clamp(grey, 0.0, 255.0));
    }
  return out;
}

/// Objects of a PDF in the order of their numbers, with the table that says where they stand.
class PdfFile {
 public:
  explicit PdfFile(const char* path) : out_(path, std::ios::binary) { out_ << "%PDF-1.4\n"; }

  void object(const std::string& dictionary, std::string_view stream = {}) {
    places_.push_back(static_cast<std::size_t>(out_.tellp()));
    out_ << places_.size() << " 0 obj <<" << dictionary;
    if (!stream.empty()) out_ << " /Length " << stream.size() << ">> stream\n" << stream << "\nendstream endobj\n";
    else out_ << ">> endobj\n";
  }

  ~PdfFile() {
    const auto table = static_cast<std::size_t>(out_.tellp());
    out_ << "xref\n0 " << places_.size() + 1 << "\n0000000000 65535 f \n";
    for (const std::size_t place : places_) {
      char line[32];
      std::snprintf(line, sizeof line, "%010zu 00000 n \n", place);
      out_ << line;
    }
    out_ << "trailer <</Size " << places_.size() + 1 << " /Root 1 0 R>>\nstartxref\n" << table << "\n%%EOF\n";
  }

 private:
  std::ofstream out_;
  std::vector<std::size_t> places_;
};

void write_pdf(const char* path, const std::vector<Page>& pages) {
  PdfFile file(path);
  const auto number = [](std::size_t page, std::size_t part) { return std::to_string(3 + 3 * page + part); };
  std::string kids;
  for (std::size_t i = 0; i < pages.size(); ++i) kids += number(i, 0) + " 0 R ";
  file.object("/Type /Catalog /Pages 2 0 R");
  file.object("/Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "]");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const Page& page = pages[i];
    const std::string wide = std::to_string(page.width * 0.24), high = std::to_string(page.height * 0.24);
    file.object("/Type /Page /Parent 2 0 R /MediaBox [0 0 " + wide + " " + high + "] /Contents " + number(i, 1) + " 0 R /Resources <</XObject <</Scan " + number(i, 2) + " 0 R>>>>");
    file.object("", wide + " 0 0 " + high + " 0 0 cm /Scan Do");
    file.object("/Type /XObject /Subtype /Image /Width " + std::to_string(page.width) + " /Height " + std::to_string(page.height) + " /ColorSpace /DeviceGray /BitsPerComponent 8",
                {reinterpret_cast<const char*>(page.grey.data()), page.grey.size()});
  }
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::fputs("usage: make_scan OUT.pdf PAGE.pgm...\n", stderr);
    return 2;
  }
  std::mt19937 lot(7);
  std::vector<Page> pages;
  for (int i = 2; i < count; ++i) {
    pages.push_back(scanned(read_page(words[i]), lot));
    if (pages.back().grey.empty()) return std::fprintf(stderr, "%s is no grey PGM\n", words[i]), 1;
  }
  write_pdf(words[1], pages);
  return 0;
}
