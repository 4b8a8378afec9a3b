#include "batch/checked_parcel.h"

#include <bit>
#include <cstring>
#include <type_traits>

namespace casewright {
namespace {

/// Appends values to bytes. Numbers stand as the machine has them: a parcel never leaves it.
struct Packer {
  static constexpr bool reads = false;
  std::string bytes;

  template <class T>
  void number(const T& value) {
    static_assert(std::is_arithmetic_v<T>);
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(const std::string& value) {
    count(value.size());
    bytes += value;
  }
  void flag(bool value) { bytes += value ? '\1' : '\0'; }
  template <class T>
  void choice(const T& value, T) {
    bytes += static_cast<char>(value);
  }
  void count(std::size_t size) { number(static_cast<std::uint64_t>(size)); }
};

/// Takes the values off again. Whatever the bytes are, it stays within them; `sound` says whether they made sense.
struct Unpacker {
  static constexpr bool reads = true;
  std::string_view bytes;
  bool sound = true;

  template <class T>
  void number(T& value) {
    if (bytes.size() < sizeof value) return fail();
    T copy{};
    std::memcpy(&copy, bytes.data(), sizeof copy);
    bytes.remove_prefix(sizeof copy);
    value = copy;
  }
  void text(std::string& value) {
    value = bytes.substr(0, size());
    bytes.remove_prefix(value.size());
  }
  void flag(bool& value) {
    std::uint8_t byte = 0;
    number(byte);
    value = byte != 0;
  }
  template <class T>
  void choice(T& value, T last) {
    std::uint8_t byte = 0;
    number(byte);
    if (byte > static_cast<std::uint8_t>(last)) return fail();
    value = static_cast<T>(byte);
  }
  /// A count of things that take a byte each at least.
  std::size_t size() {
    std::uint64_t count = 0;
    number(count);
    if (count <= bytes.size()) return static_cast<std::size_t>(count);
    fail();
    return 0;
  }
  void fail() {
    sound = false;
    bytes = {};
  }
};

// One description of each type serves both ways; `with` is a Packer or an Unpacker.

template <class With, class T>
void list(With& with, T& values);
template <class With, class T>
void maybe(With& with, T& value);

template <class With, class T>
void each_field(With& with, T& value) requires std::is_arithmetic_v<std::remove_const_t<T>> {
  with.number(value);
}

template <class With>
void each_field(With& with, auto& value) requires std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string> {
  with.text(value);
}

template <class T, class Is>
concept A = std::is_same_v<std::remove_const_t<T>, Is>;

template <class With, A<Span> T>
void each_field(With& with, T& value) {
  with.number(value.begin);
  with.number(value.end);
}

template <class With, A<Box> T>
void each_field(With& with, T& value) {
  with.number(value.left);
  with.number(value.top);
  with.number(value.right);
  with.number(value.bottom);
}

template <class With, A<Date> T>
void each_field(With& with, T& value) {
  with.number(value.year);
  with.number(value.month);
  with.number(value.day);
}

template <class With, A<Fault> T>
void each_field(With& with, T& value) {
  with.text(value.file);
  with.number(value.line);
  with.number(value.column);
  with.text(value.what);
  with.text(value.hint);
}

template <class With, A<Stretch> T>
void each_field(With& with, T& value) {
  each_field(with, value.span);
  with.choice(value.scope, Scope::file_name);
  with.number(value.level);
  for (auto* each : {&value.page, &value.heading, &value.first_sentence, &value.end_sentence, &value.first_token, &value.end_token})
    with.number(*each);
  each_field(with, value.box);
  with.text(value.number);
  with.text(value.section);
  with.text(value.label);
}

template <class With, A<Sentence> T>
void each_field(With& with, T& value) {
  each_field(with, value.span);
  with.number(value.stretch);
  with.number(value.first_token);
  with.number(value.end_token);
}

template <class With, A<Token> T>
void each_field(With& with, T& value) {
  with.number(value.begin);
  with.number(value.length);
  with.choice(value.casing, Casing::punctuation);
  with.flag(value.opens_sentence);
  with.flag(value.other_language);
  with.number(value.word);
}

template <class With, A<Word> T>
void each_field(With& with, T& value) {
  with.text(value.folded);
  with.number(value.count);
  with.number(value.count_lower);
}

template <class With, A<OriginStep> T>
void each_field(With& with, T& value) {
  with.number(value.at);
  with.number(value.origin.source);
  with.number(value.origin.part);
  with.number(value.origin.at);
  with.choice(value.steps, OriginStep::Steps::by_character);
}

template <class With, A<Prose> T>
void each_field(With& with, T& value) {
  with.text(value.text);
  list(with, value.stretches);
  list(with, value.sentences);
  list(with, value.tokens);
  list(with, value.words);
  list(with, value.origins);
}

template <class With, A<Waiver> T>
void each_field(With& with, T& value) {
  for (auto* each : {&value.rule, &value.words, &value.reason, &value.person, &value.role}) with.text(*each);
  list(with, value.places);
  each_field(with, value.date);
  each_field(with, value.until);
}

template <class With, A<Place> T>
void each_field(With& with, T& value) {
  with.number(value.page);
  with.text(value.paragraph);
  with.number(value.line);
  with.number(value.offset);
  with.number(value.length);
  each_field(with, value.box);
}

template <class With, A<Finding> T>
void each_field(With& with, T& value) {
  with.text(value.rule);
  with.choice(value.level, Level::block);
  for (auto* each : {&value.message, &value.suggestion, &value.rewrite, &value.source, &value.thing, &value.about, &value.identity}) with.text(*each);
  with.number(value.document);
  each_field(with, value.span);
  each_field(with, value.place);
  list(with, value.search);
  with.flag(value.secret);
  with.flag(value.quoted);
  maybe(with, value.waived);
}

template <class With, A<Counts> T>
void each_field(With& with, T& value) {
  for (auto* each : {&value.words, &value.sentences, &value.syllables, &value.letters, &value.characters, &value.hard,
                     &value.polysyllables, &value.long_words, &value.unfamiliar, &value.passives, &value.nominals, &value.paragraphs})
    with.number(*each);
}

template <class With, A<MeasuredText::Section> T>
void each_field(With& with, T& value) {
  with.number(value.heading);
  each_field(with, value.counts);
}

template <class With, A<SectionSeen> T>
void each_field(With& with, T& value) {
  with.text(value.heading);
  with.number(value.level);
  with.number(value.page);
  list(with, value.canonical);
  with.number(value.confidence);
  with.text(value.rests_on);
  with.number(value.stretch);
}

template <class With, A<RecommendationSeen> T>
void each_field(With& with, T& value) {
  for (auto* each : {&value.id, &value.text, &value.owner, &value.due, &value.outcome, &value.evidence, &value.progress}) with.text(*each);
  with.number(value.page);
  each_field(with, value.span);
  with.flag(value.numbered);
  with.flag(value.consideration);
}

template <class With, A<Inspected> T>
void each_field(With& with, T& value) {
  with.number(value.measures.pages);
  with.number(value.measures.words);
  with.number(value.measures.sentences);
  for (const MeasureName& name : measure_names()) with.number(value.measures.*name.value);
  each_field(with, value.measured.counts);
  list(with, value.measured.sections);
  for (auto& hardest : value.measured.hardest) each_field(with, hardest);
  with.text(value.regime);
  with.text(value.profile);
  list(with, value.sections);
  list(with, value.recommendations);
  list(with, value.names);
}

template <class With, A<Verdict> T>
void each_field(With& with, T& value) {
  with.flag(value.ready);
  for (auto* each : {&value.block, &value.fix, &value.advise, &value.waived}) with.number(*each);
  with.text(value.rule_book);
}

template <class With, A<Reading> T>
void each_field(With& with, T& value) {
  with.text(value.path);
  with.text(value.container.format);
  with.flag(value.container.says_of_itself);
  with.flag(value.container.by_line);
  with.text(value.container.sha256);
  each_field(with, value.prose);
}

template <class With, A<Checked> T>
void each_field(With& with, T& value) {
  list(with, value.readings);
  list(with, value.inspected);
  list(with, value.findings);
  list(with, value.verdicts);
  list(with, value.faults);
  with.text(value.rule_book);
}

template <class With, class T>
void list(With& with, T& values) {
  if constexpr (With::reads) {
    const std::size_t count = with.size();
    for (std::size_t at = 0; at < count && with.sound; ++at) each_field(with, values.emplace_back());
  } else {
    with.count(values.size());
    for (const auto& each : values) each_field(with, each);
  }
}

template <class With, class T>
void maybe(With& with, T& value) {
  if constexpr (With::reads) {
    bool there = false;
    with.flag(there);
    if (there) each_field(with, value.emplace());
  } else {
    with.flag(value.has_value());
    if (value) each_field(with, *value);
  }
}

bool within(Span span, std::size_t end) { return span.begin <= span.end && span.end <= end; }

/// True where every index and span of a Prose leads to something.
bool fits(const Prose& prose) {
  const std::size_t bytes = prose.text.size(), tokens = prose.tokens.size(), sentences = prose.sentences.size();
  for (const Stretch& each : prose.stretches)
    if (!within(each.span, bytes) || !within({each.first_token, each.end_token}, tokens) ||
        !within({each.first_sentence, each.end_sentence}, sentences) || each.heading > prose.stretches.size())
      return false;
  for (const Sentence& each : prose.sentences)
    if (!within(each.span, bytes) || !within({each.first_token, each.end_token}, tokens) || each.stretch >= prose.stretches.size())
      return false;
  for (const Token& each : prose.tokens)
    if (!within(each.span(), bytes) || each.word >= prose.words.size()) return false;
  return true;
}

bool fits(const Inspected& inspected, const Prose& prose) {
  for (const Span& each : inspected.names)
    if (!within(each, prose.text.size())) return false;
  for (const Span& each : inspected.measured.hardest)
    if (!within(each, prose.text.size())) return false;
  return true;
}

bool fits(const Checked& checked) {
  const std::size_t count = checked.readings.size();
  if (checked.inspected.size() != count || checked.verdicts.size() != count) return false;
  for (std::size_t at = 0; at < count; ++at)
    if (!fits(checked.readings[at].prose) || !fits(checked.inspected[at], checked.readings[at].prose)) return false;
  for (const Finding& each : checked.findings)
    if (each.document >= count || !within(each.span, checked.readings[each.document].prose.text.size())) return false;
  return true;
}

}  // namespace

std::string pack_checked(const Checked& checked) {
  Packer packer;
  each_field(packer, checked);
  return std::move(packer.bytes);
}

std::optional<Checked> unpack_checked(std::string_view bytes) {
  Unpacker unpacker{bytes};
  Checked checked;
  each_field(unpacker, checked);
  if (!unpacker.sound || !unpacker.bytes.empty() || !fits(checked)) return std::nullopt;
  return checked;
}

}  // namespace casewright
