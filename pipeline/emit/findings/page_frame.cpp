#include "emit/findings/page_frame.h"

#include "base/base64.h"
#include "base/letters.h"
#include "base/text.h"
#include "base/words.h"
#include "emit/words/html_text.h"
#include "foreign/hash.h"

namespace casewright {

namespace data {
extern const std::string_view page_css;
}

namespace {

int hex_digit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

std::string spaced(std::string_view name) {
  std::string words = replace_every(name, "-", " ");
  if (!words.empty()) words[0] = to_capital(words[0]);
  return words;
}

}  // namespace

std::string policy_hash(std::string_view bytes) {
  const std::string hex = hash::sha256(bytes);
  std::string digest, name = "'sha256-";
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    digest += static_cast<char>(hex_digit(hex[i]) << 4 | hex_digit(hex[i + 1]));
  append_base64(name, digest);
  return name + "'";
}

std::string page_frame(std::string_view title, std::string_view body, std::string_view script) {
  std::string page = "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                     "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src ";
  page += policy_hash(data::page_css);
  if (!script.empty()) page += "; script-src " + policy_hash(script);
  page += "; base-uri 'none'; form-action 'none'\">\n<meta name=\"robots\" content=\"noindex\">\n<title>";
  append_html(page, title);
  page += "</title>\n<style>";
  page += data::page_css;
  page += "</style>\n</head>\n<body>\n";
  page += body;
  if (!script.empty()) page.append("<script>").append(script).append("</script>\n");
  return page + "</body>\n</html>\n";
}

std::string family_title(std::string_view family) {
  static constexpr std::pair<std::string_view, std::string_view> titles[] = {
      {"anonymisation", "Names and identity"},     {"redaction", "What the file still carries"},
      {"sections", "What the report must contain"}, {"plain-english", "Plain English"},
      {"tone", "Fair wording"},                     {"accessibility", "Accessibility"},
      {"timescales", "Dates and sign-off"},         {"waivers", "Accepted findings"},
  };
  for (const auto& [name, title] : titles)
    if (name == family) return std::string(title);
  return spaced(family);
}

std::string rule_title(std::string_view id) { return spaced(id.substr(id.find('/') == std::string_view::npos ? 0 : id.find('/') + 1)); }

std::string guidance_title(std::string_view regime) {
  const std::size_t at = regime.find("-WT");
  if (at == std::string_view::npos) return "the guidance " + std::string(regime);
  return "Working Together " + std::string(regime.substr(at + 3)) + " (" + std::string(regime) + ")";
}

}  // namespace casewright
