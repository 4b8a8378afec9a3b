#include "ingest/case/theme_reader.h"

#include <cmath>

#include "base/colour.h"
#include "base/text.h"
#include "foreign/xml/xml.h"

namespace casewright {

namespace data {
extern const std::string_view theme_schema;  // templates/schemas/theme.rng
}

namespace {

constexpr double readable_contrast = 4.5;              // WCAG 2.2, success criterion 1.4.3
constexpr std::uint64_t largest_logo = 2u << 20;    // it goes into every page

struct Role {
  std::string_view name, plain;
};
constexpr Role roles[] = {{"ink", "#18222d"},   {"paper", "#ffffff"}, {"wash", "#f2f5f7"}, {"accent", "#175676"},
                          {"accent-ink", "#ffffff"}, {"quiet", "#4a5663"}, {"line", "#c9d1d9"}, {"warning", "#97180c"}};

/// Words and the ground that they stand on.
struct Pair {
  std::string_view words, ground;
};
constexpr Pair pairs[] = {{"ink", "paper"},   {"accent", "paper"}, {"quiet", "paper"}, {"warning", "paper"},    {"ink", "wash"},
                          {"accent", "wash"}, {"quiet", "wash"},   {"warning", "wash"}, {"accent-ink", "accent"}};

std::string_view media_type_of(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return "image/png";
  if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
  const std::string_view head = bytes.substr(0, 2048);
  const bool markup = trim(head).starts_with('<') || head.starts_with("\xEF\xBB\xBF<");
  if (markup && head.find("<svg") != std::string_view::npos) return "image/svg+xml";
  return "";
}

void read_logo(const World& world, const Path& file, const Record& logo, Theme& theme, Faults& faults) {
  const std::string name = fold_space(logo.attribute("file"));
  if (name.find('/') != std::string::npos || name.find('\\') != std::string::npos || name.starts_with("..")) {
    faults.push_back({file, logo.origin.part, 0, "the logo lies outside the theme's folder", "put it beside theme.xml and give its name alone"});
    return;
  }
  const Path path = join(parent_folder(file), name);
  Result<std::string> bytes = world.read_file(path, largest_logo);
  if (!bytes) return bytes.move_faults_to(faults);
  const std::string_view type = media_type_of(*bytes);
  if (type.empty()) {
    faults.push_back({path, 0, 0, "the logo is no PNG, SVG or JPEG picture, whatever its name says", "save it again as PNG or SVG"});
    return;
  }
  theme.logo.alternative = fold_space(logo.attribute("alt"));
  theme.logo.media_type = type;
  theme.logo.bytes = *std::move(bytes);
}

void read_colours(const Path& file, const Record* colours, Theme& theme, Faults& faults) {
  for (const Role& role : roles) {
    const std::string_view given = colours == nullptr ? std::string_view() : trim(colours->attribute(role.name));
    theme.colours[std::string(role.name)] = given.empty() ? std::string(role.plain) : ascii_lower(given);
  }
  for (const Pair& pair : pairs) {
    const auto words = read_colour(theme.colours[std::string(pair.words)]), ground = read_colour(theme.colours[std::string(pair.ground)]);
    if (!words || !ground || contrast(*words, *ground) >= readable_contrast) continue;
    // Cut, not rounded: 4.49 must not be told as 4.5.
    const int tenths = static_cast<int>(std::floor(contrast(*words, *ground) * 10));
    faults.push_back({file, colours == nullptr ? 0 : colours->origin.part, 0,
                      "the colour " + std::string(pair.words) + " cannot be read well on " + std::string(pair.ground) + ": their contrast is " +
                          std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " to 1",
                      "make one darker or the other lighter until it is 4.5 to 1 (WCAG 2.2, 1.4.3)"});
  }
}

}  // namespace

Result<Theme> read_theme(const World& world, const Path& file) {
  const Result<std::string> bytes = world.read_file(file, World::default_limit);
  if (!bytes) return bytes.faults();
  const Result<xml::Schema> schema = xml::Schema::read(data::theme_schema, "theme.rng");
  if (!schema) return schema.faults();
  const Result<Record> record = xml::read(*bytes, file, 0, &*schema);
  if (!record) return record.faults();
  Theme theme;
  Faults faults;
  theme.name = fold_space(record->attribute("name"));
  if (record->has_attribute("language")) theme.language = fold_space(record->attribute("language"));
  if (const Record* logo = record->child("logo")) read_logo(world, file, *logo, theme, faults);
  read_colours(file, record->child("colours"), theme, faults);
  if (const Record* fonts = record->child("fonts")) {
    theme.text_font = fold_space(fonts->attribute("text"));
    theme.heading_font = fold_space(fonts->attribute("heading"));
  }
  theme.header = record->content_of("header");
  theme.footer = record->content_of("footer");
  theme.contact = record->content_of("contact");
  theme.website = record->content_of("website");
  theme.accessibility = record->content_of("accessibility");
  if (const Record* support = record->child("support"))
    for (const Record* each : support->all("contact")) theme.support.emplace_back(each->content_of("name"), each->content_of("how"));
  if (!faults.empty()) return faults;
  return theme;
}

}  // namespace casewright
