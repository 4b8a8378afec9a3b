#include "ingest/imr_facts.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/columns.h"
#include "ingest/when.h"

namespace casewright {
namespace {

constexpr std::size_t most_label_bytes = 60;

bool is_to_write(std::string_view words) { return ascii_lower(words).starts_with("to write"); }

/// "Ursula Kenworthy, Detective Inspector": the name and what stands behind the comma.
std::pair<std::string, std::string> name_and_post(const std::string& words) {
  const std::size_t comma = words.find(',');
  if (comma == std::string::npos) return {words, ""};
  return {words.substr(0, comma), fold_space(std::string_view(words).substr(comma + 1))};
}

/// The day, as a case writes it; empty where none can be read.
std::string day_of(const std::string& words, bool end = false) {
  const When when = read_when(words).when;
  return iso(end && when.to.known() ? when.to : when.from);
}

bool is_day(const std::string& words) { return read_when(words).when.from.known(); }

}  // namespace

ImrFacts::Fact ImrFacts::fact_of(std::string_view label) {
  struct Named {
    std::string_view label;
    Fact fact;
  };
  static constexpr Named named[] = {
      {"author", Fact::author}, {"report author", Fact::author}, {"imr author", Fact::author}, {"name of author", Fact::author},
      {"name of report author", Fact::author}, {"author of report", Fact::author}, {"author of the report", Fact::author}, {"author's name", Fact::author},
      {"author of review", Fact::author}, {"author of the review", Fact::author}, {"author of imr", Fact::author}, {"author name", Fact::author},
      {"completed by", Fact::author}, {"written by", Fact::author}, {"prepared by", Fact::author}, {"report by", Fact::author}, {"report completed by", Fact::author},
      {"post", Fact::post}, {"job title", Fact::post}, {"position", Fact::post}, {"designation", Fact::post}, {"role", Fact::post}, {"post held", Fact::post},
      {"author's post", Fact::post}, {"author's role", Fact::post}, {"author's job title", Fact::post}, {"role of author", Fact::post}, {"post of author", Fact::post},
      {"independence", Fact::independent}, {"independent", Fact::independent}, {"statement of independence", Fact::independent},
      {"author's independence", Fact::independent}, {"independence of author", Fact::independent}, {"independence of the author", Fact::independent},
      {"how the author is independent", Fact::independent},
      {"requested on", Fact::requested}, {"requested", Fact::requested}, {"date requested", Fact::requested}, {"date of request", Fact::requested},
      {"date imr requested", Fact::requested}, {"commissioned", Fact::requested}, {"commissioned on", Fact::requested}, {"date commissioned", Fact::requested},
      {"asked for", Fact::requested}, {"asked for on", Fact::requested},
      {"records secured", Fact::secured}, {"records secured on", Fact::secured}, {"date records secured", Fact::secured}, {"files secured", Fact::secured},
      {"date files secured", Fact::secured}, {"date records were secured", Fact::secured},
      {"period", Fact::period}, {"period covered", Fact::period}, {"review period", Fact::period}, {"period under review", Fact::period}, {"period of review", Fact::period},
      {"period reviewed", Fact::period}, {"time period", Fact::period}, {"time looked at", Fact::period}, {"timeframe", Fact::period}, {"time frame", Fact::period},
      {"signed off by", Fact::signer}, {"signed by", Fact::signer}, {"signed", Fact::signer}, {"sign off", Fact::signer}, {"approved by", Fact::signer},
      {"accepted by", Fact::signer}, {"authorised by", Fact::signer}, {"agreed by", Fact::signer}, {"countersigned by", Fact::signer}, {"chief officer", Fact::signer},
      {"senior manager", Fact::signer}, {"accepted for the agency by", Fact::signer},
      {"date", Fact::date}, {"date signed", Fact::date}, {"date of sign off", Fact::date}, {"signed on", Fact::date}, {"date approved", Fact::date},
  };
  if (label.size() > most_label_bytes) return Fact::none;
  const std::string plain = replace_every(plain_heading(label), "-", " ");
  const auto found = std::find_if(std::begin(named), std::end(named), [&](const Named& each) { return each.label == plain; });
  return found == std::end(named) ? Fact::none : found->fact;
}

void ImrFacts::put(Fact fact, std::string_view said, Origin origin) {
  std::string words = fold_space(said);
  while (!words.empty() && words.back() == '.' && fact != Fact::independent) words.pop_back();
  if (words.empty() || is_to_write(words)) return;
  const auto keep = [&](Value& value, std::string what) {
    if (!value.told()) value = {std::move(what), origin};
  };
  switch (fact) {
    case Fact::author:
    case Fact::signer: {
      auto [name, post] = name_and_post(words);
      signing_ = fact == Fact::signer;
      keep(signing_ ? signer_ : author_, std::move(name));
      if (!post.empty() && !is_day(post)) keep(signing_ ? signers_post_ : post_, std::move(post));
      return;
    }
    case Fact::post: return keep(signing_ ? signers_post_ : post_, std::move(words));
    case Fact::independent: return keep(independent_, std::move(words));
    case Fact::requested: return keep(requested_, day_of(words));
    case Fact::secured: return keep(secured_, day_of(words));
    case Fact::period: return keep(period_, std::move(words));
    case Fact::date:
      if (signing_) keep(signed_on_, day_of(words));
      return;
    case Fact::none: return;
  }
}

/// Lines, and sentences of one line, that begin with a label: "Asked for: 7 May 2015. Records secured: 8 May 2015."
bool ImrFacts::take_lines(std::string_view text, Origin origin) {
  Fact open = Fact::none;
  std::size_t from = 0, at = 0;
  bool all = true;
  while (at < text.size()) {
    const std::size_t colon = text.find(':', at);
    const std::size_t label = at;
    if (colon == std::string_view::npos) break;
    const Fact fact = fact_of(trim(text.substr(label, colon - label)));
    if (fact != Fact::none) {
      if (open != Fact::none) put(open, text.substr(from, label - from), origin);
      else if (!trim(text.substr(from, label - from)).empty()) all = false;
      open = fact;
      at = from = colon + 1;
    }
    const std::size_t line = text.find('\n', at), sentence = text.find(". ", at), next = std::min(line, sentence == std::string_view::npos ? sentence : sentence + 1);
    if (next == std::string_view::npos) break;
    at = next + 1;
  }
  if (open != Fact::none) put(open, text.substr(from), origin);
  return open != Fact::none && all;
}

bool ImrFacts::take(const Block& block, const WrittenProse& prose) {
  if (block.kind == BlockKind::table) {
    bool all = true;
    for (const Block& row : block.children)
      for (std::size_t at = 0; at < row.children.size(); at += 2) {
        std::string label = fold_space(row.children[at].text());
        while (!label.empty() && label.back() == ':') label.pop_back();
        const Fact fact = at + 1 < row.children.size() ? fact_of(label) : Fact::none;
        if (fact == Fact::none) {
          all = all && (row.children[at].children.empty() ? take_lines(row.children[at].text(), prose.origin_of(row.children[at])) : false);
          continue;
        }
        std::string words = row.children[at + 1].text();
        for (const Block& each : row.children[at + 1].children) words.append(" ").append(each.text());
        put(fact, words, prose.origin_of(row.children[at + 1]));
      }
    return all;
  }
  std::string text;
  for (const Inline& run : block.inlines) text += run.kind == InlineKind::line_break ? "\n" : run.text;
  return take_lines(text, prose.origin_of(block));
}

void ImrFacts::add_opening(Record& imr) const {
  const auto add = [](Record& to, const char* name, const Value& value) {
    if (value.told()) to.children.push_back(element_of(name, value.words, value.origin));
  };
  Record author;
  author.name = "author";
  author.origin = author_.origin;
  add(author, "name", author_);
  add(author, "post", post_);
  add(author, "independent", independent_);
  if (!author.children.empty()) imr.children.push_back(std::move(author));
  add(imr, "requested-on", requested_);
  add(imr, "records-secured-on", secured_);
  if (!period_.told() || day_of(period_.words).empty()) return;
  Record period;
  period.name = "period";
  period.origin = period_.origin;
  period.set_attribute("from", day_of(period_.words));
  period.set_attribute("to", day_of(period_.words, true));
  imr.children.push_back(std::move(period));
}

void ImrFacts::add_sign_off(Record& imr) const {
  Record made;
  made.name = "sign-off";
  made.origin = signer_.origin;
  for (const auto& [name, value] : {std::pair{"name", &signer_}, std::pair{"post", &signers_post_}, std::pair{"date", &signed_on_}})
    if (value->told()) made.children.push_back(element_of(name, value->words, value->origin));
  if (!made.children.empty()) imr.children.push_back(std::move(made));
}

std::vector<std::string> ImrFacts::missing() const {
  std::vector<std::string> missing;
  for (const auto& [value, what] : {std::pair{&author_, "who wrote it"}, std::pair{&independent_, "how the author is independent"}, std::pair{&signer_, "who signed it"}})
    if (!value->told()) missing.emplace_back(what);
  return missing;
}

}  // namespace casewright
