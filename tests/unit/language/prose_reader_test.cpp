#include "language/prose_reader.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "foreign/unicode.h"
#include "language/phrase_automaton.h"
#include "language/token_scanner.h"

using namespace casewright;

namespace {

std::vector<std::string> sentences_of(std::string_view text) {
  const Prose prose = prose_of_text(text);
  std::vector<std::string> found;
  for (const Sentence& each : prose.sentences) found.emplace_back(prose.view(each.span));
  return found;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("words are folded for comparison") {
  CHECK(unicode::fold("O’SHEA-Wiśniewska") == "o'shea-wisniewska");
  CHECK(unicode::fold("Łukaszewicz Søren Đặng Strauß Adébáyò") == "lukaszewicz soren dang strauss adebayo");
  CHECK(unicode::fold("Nguyễn Ní Siân") == "nguyen ni sian");
  CHECK(unicode::fold("hy\xC2\xADphen") == "hyphen");
  CHECK(unicode::fold("re\xCC\x81sume\xCC\x81") == "resume");
}

TEST_CASE("tokens keep inner apostrophes and hyphens and part the possessive") {
  CHECK(words_of_phrase("O'Brien's double-barrelled name, isn't it?") ==
        Texts{"o'brien", "'s", "double-barrelled", "name", ",", "isn't", "it", "?"});
  CHECK(words_of_phrase("3.2 and 1,000 the parents’ 21st") == Texts{"3.2", "and", "1,000", "the", "parents", "'", "21st"});
  std::vector<RawToken> tokens;
  scan_tokens("Jan SMITH McGonagle O'Shea-Bell iPhone K will 42", tokens);
  const std::vector<Casing> expected{Casing::capitalised, Casing::capitals,    Casing::capitalised, Casing::capitalised,
                                     Casing::mixed,       Casing::capitalised, Casing::lower,       Casing::number};
  REQUIRE(tokens.size() == expected.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) CHECK(tokens[i].casing == expected[i]);
}

TEST_CASE("sentences end where a reader sees them end") {
  CHECK(sentences_of("Dr. Bell saw him. He was well.") == Texts{"Dr. Bell saw him.", "He was well."});
  CHECK(sentences_of("It met J. Bell and K.L. Moss today. No one came.") ==
        Texts{"It met J. Bell and K.L. Moss today.", "No one came."});
  CHECK(sentences_of("The nurse met Child K. The school knew.") == Texts{"The nurse met Child K.", "The school knew."});
  CHECK(sentences_of("See para. 4 of Form No. 5 (e.g. the plan). It grew by 2.5 kg.") ==
        Texts{"See para. 4 of Form No. 5 (e.g. the plan).", "It grew by 2.5 kg."});
  CHECK(sentences_of("3.2 The police came. They left.") == Texts{"3.2 The police came.", "They left."});
  CHECK(sentences_of("4. Report to the Board.") == Texts{"4. Report to the Board."});
  CHECK(sentences_of("\"Go away.\" He left. \"Why?\" she asked.") ==
        Texts{"\"Go away.\"", "He left.", "\"Why?\" she asked."});
  CHECK(sentences_of("He was seen.Then he left.1 The end") == Texts{"He was seen.", "Then he left.1", "The end"});
  CHECK(sentences_of("He went to St. Bride's. It was late.") == Texts{"He went to St. Bride's.", "It was late."});
  CHECK(sentences_of("She said no. The nurse left at 8 p.m. The police came.") ==
        Texts{"She said no.", "The nurse left at 8 p.m.", "The police came."});
  CHECK(sentences_of("a list item without a stop") == Texts{"a list item without a stop"});
}

TEST_CASE("a document becomes stretches with scopes, sections and origins") {
  Document document;
  document.file = "in/jan-smith.html";
  Block heading = text_block(BlockKind::heading, "What happened");
  heading.level = 2;
  heading.section = "narrative";
  Block below = text_block(BlockKind::heading, "In 2014");
  below.level = 3;
  Block paragraph(BlockKind::paragraph);
  Inline one = text_inline("The ");
  one.origins = {{0, {1, 1, 10}, OriginStep::Steps::by_byte}};
  Inline two = text_inline("school");
  two.target = "https://school.example";
  two.origins = {{0, {1, 2, 40}, OriginStep::Steps::by_byte}};
  paragraph.inlines = {one, two};
  Block item(BlockKind::list_item);
  item.inlines.push_back(text_inline("first"));
  Block list(BlockKind::list);
  list.children.push_back(item);
  Block contents(BlockKind::contents);
  contents.children.push_back(list);
  Block next = text_block(BlockKind::heading, "Other");
  next.level = 2;
  document.blocks = {heading, below, paragraph, list, contents, next};
  Container container;
  container.items.push_back({CarriedKind::comment, "", "check this", "A. Writer", {}, 0, {}});

  const Prose prose = read_prose(document, container);
  REQUIRE(prose.stretches.size() == 10);
  const std::vector<Scope> scopes{Scope::heading, Scope::heading,  Scope::paragraph, Scope::link,     Scope::list,
                                  Scope::contents, Scope::heading, Scope::comment,   Scope::metadata, Scope::file_name};
  for (std::size_t i = 0; i < scopes.size(); ++i) CHECK(prose.stretches[i].scope == scopes[i]);
  CHECK(prose.stretches[2].section == "narrative");
  CHECK(prose.stretches[2].number == "3");
  CHECK(prose.stretches[2].heading == 1);
  CHECK(prose.stretches[6].section.empty());
  CHECK(prose.view(prose.stretches[9].span) == "jan-smith.html");
  const auto school = static_cast<std::uint32_t>(prose.text.find("school"));
  CHECK(prose.origin_at(school + 2) == Origin{1, 2, 42});
  CHECK(prose.origin_at(school - 1) == Origin{1, 1, 13});
  for (const Token& each : prose.tokens) CHECK(prose.words[each.word].folded == unicode::fold(prose.view(each.span())));
}

TEST_CASE("a title that is the first words of a text is read once, in its place") {
  Document document;
  document.title = "Report about Anna";
  document.blocks = {text_block(BlockKind::title, "Report  about Anna"), text_block(BlockKind::paragraph, "She was seen.")};
  const auto times = [&](bool says_of_itself) {
    Container container;
    container.says_of_itself = says_of_itself;
    const Prose prose = read_prose(document, container);
    return std::count_if(prose.stretches.begin(), prose.stretches.end(), [](const Stretch& each) { return each.scope == Scope::metadata; });
  };
  CHECK(times(false) == 0);
  CHECK(times(true) == 1);  // there the title is recorded apart and goes with the file
  document.blocks.erase(document.blocks.begin());
  CHECK(times(false) == 1);
}

TEST_CASE("the automaton finds what a plain search finds") {
  PhraseAutomaton automaton;
  const std::vector<Texts> phrases{{"a"}, {"a", "b"}, {"b", "c", "a"}, {"c"}, {"a", "b", "c", "d"}, {"b", "c"}, {"a", "b"}};
  for (const Texts& each : phrases) automaton.add(each);
  automaton.build();
  std::uint32_t seed = 7;
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> text;
    for (int i = 0; i < 30; ++i) text.emplace_back(1, "abcdx"[((seed = seed * 1664525u + 1013904223u) >> 16) % 5]);
    std::vector<std::uint32_t> words;
    for (const auto& each : text) words.push_back(automaton.word(each));
    std::size_t expected = 0;
    for (const Texts& phrase : phrases)
      for (std::size_t at = 0; at + phrase.size() <= text.size(); ++at)
        expected += std::equal(phrase.begin(), phrase.end(), text.begin() + static_cast<std::ptrdiff_t>(at));
    CHECK(automaton.all(words).size() == expected);
  }
}

