#include "ingest/pdf/pdf_scanned.h"

#include <algorithm>
#include <chrono>
#include <future>
#include <optional>
#include <thread>

#include "foreign/confine.h"
#include "ingest/pdf/scan_reader.h"

namespace casewright {
namespace {

constexpr std::uint32_t dots_per_inch = 300;
constexpr unsigned most_at_once = 8;
constexpr std::chrono::seconds time_for_a_page{6};  // of a slow processor; a limit of time grows by it with each page

/// A reader of pictures that works on one page at a time, beside others.
class Desk {
 public:
  /// Begins with a page; what it read before must have been taken.
  void begin(pdf::Raster raster, std::uint32_t page, const Path& file) {
    page_ = page;
    answer_ = std::async(std::launch::async, [this, raster = std::move(raster), page, file]() -> Result<ocr::Page> {
      if (!reader_) {
        Result<ocr::Reader> opened = ocr::Reader::open(file);
        if (!opened) return opened.faults();
        reader_ = std::move(*opened);
      }
      return reader_->read({raster.pixels, raster.width, raster.height, raster.dots_per_inch}, file, page);
    });
  }

  /// Waits for the page in hand, if there is one.
  void finish(PdfScanned& into) {
    if (!answer_.valid()) return;
    Result<ocr::Page> read = answer_.get();
    if (!read) {
      for (const Fault& each : read.faults())
        if (std::find(into.faults.begin(), into.faults.end(), each) == into.faults.end()) into.faults.push_back(each);
      return;
    }
    into.pages.emplace_back(page_, std::move(*read));
  }

 private:
  std::optional<ocr::Reader> reader_;
  std::future<Result<ocr::Page>> answer_;
  std::uint32_t page_ = 0;
};

}  // namespace

bool is_picture_of_page(const pdf::PageScan& scan) {
  float area = 0;
  for (const pdf::Paint& paint : scan.paints)
    if (paint.kind == pdf::PaintKind::image || paint.kind == pdf::PaintKind::image_mask)
      area += std::max(0.0f, paint.box.right - paint.box.left) * std::max(0.0f, paint.box.bottom - paint.box.top);
  return area > 0.3f * scan.width * scan.height;
}

PdfScanned read_scanned_pages(pdf::File& opened, const std::vector<std::uint32_t>& pages, const Path& file) {
  PdfScanned read;
  const std::size_t at_once = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, most_at_once);
  std::vector<Desk> desks(std::min(at_once, pages.size()));
  for (std::size_t i = 0; i < pages.size(); ++i) {
    pdf::Raster raster = opened.raster(pages[i], dots_per_inch);  // one at a time: the file is not for many threads
    Desk& desk = desks[i % desks.size()];
    desk.finish(read);
    confine::add_processor_time(time_for_a_page);
    if (raster.pixels.empty()) read.faults.push_back({file, pages[i], 0, "this page is only a picture, and it cannot be painted", "look at the page itself"});
    else desk.begin(std::move(raster), pages[i], file);
  }
  for (std::size_t i = 0; i < desks.size(); ++i) desks[(pages.size() + i) % desks.size()].finish(read);
  std::sort(read.pages.begin(), read.pages.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  const Faults doubts = doubts_of_scan(read.pages, file);
  read.faults.insert(read.faults.end(), doubts.begin(), doubts.end());
  return read;
}

void merge_by_page(std::vector<Block> scanned, std::vector<Block>& blocks) {
  auto place = blocks.begin();
  for (Block& each : scanned) {
    while (place != blocks.end() && place->page <= each.page) ++place;
    place = blocks.insert(place, std::move(each)) + 1;
  }
}

}  // namespace casewright
