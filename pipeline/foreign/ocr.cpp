#include "foreign/ocr.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <leptonica/allheaders.h>

#include "foreign/image.h"
#include "foreign/ocr_engine.h"

namespace casewright::ocr {
namespace {

constexpr std::uint32_t most_side = 20'000;          // pixels
constexpr std::uint64_t most_pixels = 120'000'000;   // A2 at 600 dots per inch
constexpr std::uint32_t likely_dpi = 300;
constexpr int most_pages = 2'000;
constexpr float degrees_worth_turning = 0.05F, degrees_believed = 8;
constexpr float skew_certain = 2.5F;
constexpr double radians_in_degree = 3.14159265358979 / 180;

struct ClosePix {
  void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using Pixels = std::unique_ptr<Pix, ClosePix>;

/// A page turned to stand straight, where it clearly does not; `degrees` says by how much.
Pixels straightened(Pixels page, float& degrees) {
  degrees = 0;
  const Pixels grey(pixConvertTo8(page.get(), 0));
  if (!grey) return page;
  const Pixels black(pixThresholdToBinary(grey.get(), 150));
  float angle = 0, certainty = 0;
  if (!black || pixFindSkew(black.get(), &angle, &certainty) != 0 || certainty < skew_certain) return page;
  if (std::fabs(angle) < degrees_worth_turning || std::fabs(angle) > degrees_believed) return page;
  Pixels turned(pixRotate(grey.get(), static_cast<float>(angle * radians_in_degree), L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
  if (!turned) return page;
  degrees = angle;
  return turned;
}

/// How many quarters of a circle a page must be turned clockwise so that its letters stand, by where their strokes reach up; 0
/// where it stands, or where that cannot be told.
int quarters_to_stand(Pix* page) {
  // Easily believed: a page that was turned in vain is read worse, and the first reading stands.
  constexpr int least_strokes = 20;
  constexpr float least_certainty = 2, least_ratio = 1.5;
  const Pixels grey(pixConvertTo8(page, 0));
  const Pixels black(grey ? pixThresholdToBinary(grey.get(), 150) : nullptr);
  float upright = 0, to_the_left = 0;
  int found = L_TEXT_ORIENT_UNKNOWN;
  if (!black || pixOrientDetect(black.get(), &upright, &to_the_left, least_strokes, 0) != 0 ||
      makeOrientDecision(upright, to_the_left, least_certainty, least_ratio, &found, 0) != 0) return 0;
  return found == L_TEXT_ORIENT_LEFT ? 1 : found == L_TEXT_ORIENT_DOWN ? 2 : found == L_TEXT_ORIENT_RIGHT ? 3 : 0;
}

struct CloseBoxes {
  void operator()(Boxa* boxes) const { boxaDestroy(&boxes); }
};

struct ClosePictures {
  void operator()(Pixa* pictures) const { pixaDestroy(&pictures); }
};
struct CloseNumbers {
  void operator()(Numa* numbers) const { numaDestroy(&numbers); }
};

/// The lines that are left where everything shorter or thicker than a line is wiped out of black and white.
std::vector<Box> lines_of(Pix* black, bool across, float points) {
  constexpr int shortest = 60, thickest = 8, most = 5'000;  // pixels at half the size
  std::vector<Box> lines;
  const Pixels open(pixOpenBrick(nullptr, black, across ? shortest : 1, across ? 1 : shortest));
  const std::unique_ptr<Boxa, CloseBoxes> boxes(open ? pixConnCompBB(open.get(), 8) : nullptr);
  const int count = boxes ? std::min(boxaGetCount(boxes.get()), most) : 0;
  for (int at = 0; at < count; ++at) {
    int x = 0, y = 0, wide = 0, high = 0;
    if (boxaGetBoxGeometry(boxes.get(), at, &x, &y, &wide, &high) != 0 || (across ? high : wide) > thickest) continue;
    lines.push_back({static_cast<float>(x) * points, static_cast<float>(y) * points, static_cast<float>(x + wide) * points, static_cast<float>(y + high) * points});
  }
  return lines;
}

/// Finds the lines that are drawn on a page.
void find_lines(Pix* picture, float points, Page& page) {
  const Pixels grey(pixConvertTo8(picture, 0));
  const Pixels black(grey ? pixThresholdToBinary(grey.get(), 150) : nullptr);
  const Pixels half(black ? pixReduceRankBinaryCascade(black.get(), 1, 0, 0, 0) : nullptr);
  if (!half) return;
  page.across = lines_of(half.get(), true, 2 * points);
  page.down = lines_of(half.get(), false, 2 * points);
}

/// The shades of a part of a page; `mask` says which dots from x and y on are the part.
struct Shades {
  float ground = 0, palest = 0;
  bool pale_letters = false;  ///< more of it is far paler than its ground than is as far darker
};

Shades shades_of(Pix* grey, Pix* mask, int x, int y) {
  constexpr float least_contrast = 40;
  const std::unique_ptr<Numa, CloseNumbers> shades(pixGetGrayHistogramMasked(grey, mask, x, y, 2));
  Shades found;
  if (!shades) return found;
  numaHistogramGetValFromRank(shades.get(), 0.5F, &found.ground);
  numaHistogramGetValFromRank(shades.get(), 0.98F, &found.palest);
  const float contrast = found.palest - found.ground;
  if (contrast < least_contrast) return found;
  float darker = 0, not_paler = 1;
  numaHistogramGetRankFromVal(shades.get(), std::max(0.0F, found.ground - contrast / 2), &darker);
  numaHistogramGetRankFromVal(shades.get(), found.ground + contrast / 2, &not_paler);
  found.pale_letters = 1 - not_paler > darker;
  return found;
}

/// The grounds of a page that are darker than that, at a quarter of its size: without any stroke of a letter, and with what stands inside them.
Pixels grounds_below(Pix* grey, int shade) {
  const Pixels dark(pixThresholdToBinary(grey, shade));
  const Pixels cells(dark ? pixReduceRankBinaryCascade(dark.get(), 2, 3, 0, 0) : nullptr);
  const Pixels solid(cells ? pixOpenBrick(nullptr, cells.get(), 6, 2) : nullptr);
  Pixels joined(solid ? pixCloseSafeBrick(nullptr, solid.get(), 3, 3) : nullptr);
  const Pixels inside(joined ? pixHolesByFilling(joined.get(), 4) : nullptr);
  if (inside) pixOr(joined.get(), joined.get(), inside.get());
  return joined;
}

/// Where the ground is darker than `shade` and has letters paler than itself, makes it white and them black.
void turn_grounds(Pix* grey, int shade) {
  constexpr int cell = 4, least_wide = 20, least_high = 7, widest_gap = 15;  // in cells
  const Pixels grounds = grounds_below(grey, shade);
  Pixa* found = nullptr;
  const std::unique_ptr<Boxa, CloseBoxes> boxes(grounds ? pixConnComp(grounds.get(), &found, 4) : nullptr);
  const std::unique_ptr<Pixa, ClosePictures> masks(found);
  for (int at = 0; boxes && at < boxaGetCount(boxes.get()); ++at) {
    int x = 0, y = 0, wide = 0, high = 0;
    if (boxaGetBoxGeometry(boxes.get(), at, &x, &y, &wide, &high) != 0 || wide < least_wide || high < least_high) continue;
    const Pixels open(pixaGetPix(masks.get(), at, L_CLONE));
    const Pixels whole(open ? pixCloseSafeBrick(nullptr, open.get(), widest_gap, widest_gap) : nullptr);  // over letters at its edge
    const Pixels mask(whole ? pixExpandBinaryPower2(whole.get(), cell) : nullptr);
    if (!mask) continue;
    const Shades shades = shades_of(grey, mask.get(), x * cell, y * cell);
    if (!shades.pale_letters) continue;
    const Pixels part(pixCreate(wide * cell, high * cell, 8));
    pixRasterop(part.get(), 0, 0, wide * cell, high * cell, PIX_SRC, grey, x * cell, y * cell);
    const Pixels turned(pixGammaTRC(nullptr, part.get(), 1, static_cast<int>(shades.ground), static_cast<int>(shades.palest)));
    if (turned) pixInvert(turned.get(), turned.get());
    if (turned) pixCombineMaskedGeneral(grey, turned.get(), mask.get(), x * cell, y * cell);
  }
}

/// The page in grey, and dark letters on light ground wherever it has light ones on dark, as in a banner or the head of a table.
/// Tesseract by itself reads whatever it doubts a second time the other way round, which takes a fifth of its time.
Pixels dark_on_light(Pix* picture) {
  Pixels grey(pixConvertTo8(picture, 0));
  if (!grey) return grey;
  turn_grounds(grey.get(), 110);
  turn_grounds(grey.get(), 200);  // what is paler, without what stood beside it
  return grey;
}

Pixels pixels_of(const Picture& picture) {
  Pixels page(pixCreate(static_cast<l_int32>(picture.width), static_cast<l_int32>(picture.height), 8));
  if (!page) return page;
  l_uint32* const data = pixGetData(page.get());
  const l_int32 words_a_line = pixGetWpl(page.get());
  for (std::uint32_t y = 0; y < picture.height; ++y) {
    l_uint32* const line = data + static_cast<std::size_t>(y) * static_cast<std::size_t>(words_a_line);
    for (std::uint32_t x = 0; x < picture.width; ++x)
      SET_DATA_BYTE(line, x, static_cast<unsigned char>(picture.pixels[static_cast<std::size_t>(y) * picture.width + x]));
  }
  return page;
}

bool too_large(std::uint64_t width, std::uint64_t height) { return width > most_side || height > most_side || width * height > most_pixels; }

Fault too_large_fault(const std::string& file, std::uint32_t page) {
  return {file, page, 0, "the picture of this page is larger than any scan needs to be", "scan it at 300 dots per inch"};
}

std::uint32_t believable_dpi(int told) { return told >= 70 && told <= 1200 ? static_cast<std::uint32_t>(told) : likely_dpi; }

/// Where a line stands and how large its letters are, in points.
struct LineLook {
  float baseline = 0, size = 0;
};

LineLook look_of_line(const Engine& engine, const TessPageIterator* place, float points) {
  constexpr float row_of_size = 0.93F;  // a row from its descenders to its ascenders, as a share of the size of its letters
  int left = 0, top = 0, right = 0, bottom = 0;
  float row = 0, descenders = 0, ascenders = 0;
  LineLook look;
  if (engine.baseline(place, tesseract::RIL_TEXTLINE, &left, &top, &right, &bottom) != 0) look.baseline = static_cast<float>(top + bottom) / 2 * points;
  if (engine.row_attributes != nullptr) engine.row_attributes(place, &row, &descenders, &ascenders);
  if (row <= 0 && engine.box(place, tesseract::RIL_TEXTLINE, &left, &top, &right, &bottom) != 0) row = static_cast<float>(bottom - top);
  look.size = row * points / row_of_size;
  return look;
}

}  // namespace

struct Reader::State {
  explicit State(const Engine& loaded) : engine(loaded), base(loaded.create()) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    engine.end(base);
    engine.destroy(base);
  }

  const Engine& engine;
  TessBaseAPI* const base;

  /// Reads a page; one that makes no sense as it lies, and plainly lies otherwise, is turned and read again.
  Result<Page> read(Pixels picture, std::uint32_t dpi, const std::string& file, std::uint32_t number);

 private:
  Result<Page> read_as_it_lies(Pixels picture, std::uint32_t dpi, const std::string& file, std::uint32_t number);
};

Reader::Reader(std::unique_ptr<State> state) : state_(std::move(state)) {}
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;
Reader::~Reader() = default;

Result<Reader> Reader::open(const std::string& file) {
  setMsgSeverity(L_SEVERITY_NONE);
  const Engine* const loaded = engine();
  auto state = loaded == nullptr ? nullptr : std::make_unique<State>(*loaded);
  if (state == nullptr || loaded->init(state->base, nullptr, "eng", tesseract::OEM_LSTM_ONLY) != 0)
    return Fault{file, 0, 0, "this is a scan, and what reads scans is not installed on this machine", "ask whoever looks after it for Tesseract with its English data (on Debian: apt install libtesseract5 tesseract-ocr-eng)"};
  loaded->set_variable(state->base, "debug_file", "/dev/null");
  loaded->set_variable(state->base, "tessedit_do_invert", "0");  // dark_on_light() sees to that
  return Reader(std::move(state));
}

Result<Page> Reader::State::read(Pixels picture, std::uint32_t dpi, const std::string& file, std::uint32_t number) {
  Result<Page> page = read_as_it_lies(Pixels(pixClone(picture.get())), dpi, file, number);
  if (!page || page->confidence >= low_confidence) return page;
  const int quarters = quarters_to_stand(picture.get());
  Pixels turned(quarters == 0 ? nullptr : pixRotateOrth(picture.get(), quarters));
  if (!turned) return page;
  Result<Page> again = read_as_it_lies(std::move(turned), dpi, file, number);
  if (!again || again->confidence <= page->confidence) return page;
  again->degrees += 90.0F * static_cast<float>(quarters);
  return again;
}

Result<Page> Reader::State::read_as_it_lies(Pixels picture, std::uint32_t dpi, const std::string& file, std::uint32_t number) {
  // Tesseract's own threads cost more than they gain; pages are read beside each other already. It asks for four threads
  // by name, so that only a limit on how deep threads may start threads keeps it to one. The limit holds for this thread only.
  if (engine.set_active_levels != nullptr) engine.set_active_levels(0);
  Page page;
  picture = straightened(std::move(picture), page.degrees);
  const float points = 72.0F / static_cast<float>(dpi);
  page.width = static_cast<float>(pixGetWidth(picture.get())) * points;
  page.height = static_cast<float>(pixGetHeight(picture.get())) * points;
  find_lines(picture.get(), points, page);
  engine.set_segmentation(base, tesseract::PSM_AUTO);
  const Pixels readable = dark_on_light(picture.get());
  engine.set_image(base, readable ? readable.get() : picture.get());
  engine.set_resolution(base, static_cast<int>(dpi));
  if (engine.recognize(base, nullptr) != 0) return Fault{file, number, 0, "this page could not be read as a scan", "scan it anew at 300 dots per inch"};
  const std::unique_ptr<TessResultIterator, decltype(engine.free_iterator)> at(engine.iterator(base), engine.free_iterator);
  double weighted = 0, letters = 0;
  std::uint32_t block = 0, paragraph = 0, line = 0;
  LineLook look;
  const TessPageIterator* const place = at == nullptr ? nullptr : engine.places(at.get());
  for (bool more = at != nullptr; more; more = engine.next(at.get(), tesseract::RIL_WORD) != 0) {
    if (!page.words.empty()) {
      block += engine.begins(place, tesseract::RIL_BLOCK) != 0;
      paragraph += engine.begins(place, tesseract::RIL_PARA) != 0;
      line += engine.begins(place, tesseract::RIL_TEXTLINE) != 0;
    }
    const std::unique_ptr<char, decltype(engine.free_text)> text(engine.text(at.get(), tesseract::RIL_WORD), engine.free_text);
    if (text == nullptr) continue;
    if (page.words.empty() || engine.begins(place, tesseract::RIL_TEXTLINE) != 0) look = look_of_line(engine, place, points);
    int left = 0, top = 0, right = 0, bottom = 0;
    if (engine.box(place, tesseract::RIL_WORD, &left, &top, &right, &bottom) == 0) continue;
    Word word;
    word.text = text.get();
    word.box = {static_cast<float>(left) * points, static_cast<float>(top) * points, static_cast<float>(right) * points, static_cast<float>(bottom) * points};
    word.baseline = look.baseline;
    word.size = look.size;
    word.confidence = engine.confidence(at.get(), tesseract::RIL_WORD);
    word.block = block;
    word.paragraph = paragraph;
    word.line = line;
    weighted += static_cast<double>(word.confidence) * static_cast<double>(word.text.size());
    letters += static_cast<double>(word.text.size());
    page.words.push_back(std::move(word));
  }
  page.confidence = letters > 0 ? static_cast<float>(weighted / letters) : 0;
  engine.clear(base);
  return page;
}

Result<Page> Reader::read(const Picture& picture, const std::string& file, std::uint32_t page) {
  const bool whole = picture.width > 0 && picture.height > 0 && picture.pixels.size() >= static_cast<std::size_t>(picture.width) * picture.height;
  if (!whole) return Fault{file, page, 0, "the picture of this page is damaged", "scan it anew"};
  if (too_large(picture.width, picture.height)) return too_large_fault(file, page);
  Pixels pixels = pixels_of(picture);
  if (!pixels) return too_large_fault(file, page);
  return state_->read(std::move(pixels), believable_dpi(static_cast<int>(picture.dots_per_inch)), file, page);
}

Result<std::vector<Page>> Reader::read_file(std::string_view bytes, const std::string& file) {
  const auto* const data = reinterpret_cast<const l_uint8*>(bytes.data());
  const bool tiff = bytes.starts_with("II*") || bytes.starts_with("MM");
  std::vector<Page> pages;
  std::size_t offset = 0;
  for (std::uint32_t number = 1; number <= most_pages; ++number) {
    l_int32 format = 0, width = 0, height = 0;
    const bool known = tiff || (pixReadHeaderMem(data, bytes.size(), &format, &width, &height, nullptr, nullptr, nullptr) == 0);
    const bool broken = bytes.starts_with("\x89PNG") && !image::read_png(bytes);  // Leptonica would speak of it to the user's face
    if (!known || broken) return Fault{file, number, 0, "this picture is cut short or damaged", "scan it anew"};
    if (too_large(static_cast<std::uint64_t>(std::max(0, width)), static_cast<std::uint64_t>(std::max(0, height)))) return too_large_fault(file, number);
    Pixels picture(tiff ? pixReadMemFromMultipageTiff(data, bytes.size(), &offset) : pixReadMem(data, bytes.size()));
    if (!picture) return Fault{file, number, 0, "this picture is cut short or damaged", "scan it anew"};
    if (too_large(static_cast<std::uint64_t>(pixGetWidth(picture.get())), static_cast<std::uint64_t>(pixGetHeight(picture.get())))) return too_large_fault(file, number);
    const std::uint32_t dpi = believable_dpi(pixGetXRes(picture.get()));
    Result<Page> page = state_->read(std::move(picture), dpi, file, number);
    if (!page) return page.faults();
    pages.push_back(std::move(*page));
    if (!tiff || offset == 0) break;
    if (number == most_pages) return Fault{file, number, 0, "this scan has more than 2,000 pages", "split it into reports"};
  }
  return pages;
}

bool is_picture_file(std::string_view bytes) {
  return bytes.starts_with("\x89PNG") || bytes.starts_with("\xFF\xD8\xFF") || bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4));
}

}  // namespace casewright::ocr
