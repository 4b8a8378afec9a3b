// Each field that rules of published Vale styles use, on invented styles and a small invented report.

#include <catch2/catch.hpp>

#include "base/disk.h"
#include "base/text.h"
#include "inspect/inspect.h"
#include "language/prose_reader.h"
#include "memory_world.h"

using namespace casewright;

namespace {

using Words = std::vector<std::string>;

Block with_level(std::string text, std::uint8_t level) {
  Block block = text_block(BlockKind::heading, std::move(text));
  block.level = level;
  return block;
}

Block table_of(const std::string& head, const std::string& below) {
  Block table;
  table.kind = BlockKind::table;
  for (const bool header : {true, false}) {
    Block cell = text_block(BlockKind::cell, header ? head : below), row;
    row.kind = BlockKind::row;
    cell.cell = std::make_unique<CellShape>();
    cell.cell->header = header;
    row.children.push_back(std::move(cell));
    table.children.push_back(std::move(row));
  }
  return table;
}

template <class... Each>
std::vector<Block> blocks_of(Each... each) {
  std::vector<Block> all;
  (all.push_back(std::move(each)), ...);
  return all;
}

/// What came of a style: the words found, and what is told of fields that are not read.
struct Came {
  Words found;
  std::string told, messages, advice;
};

/// Reads styles from files of memory and runs them over some blocks.
Came run(const std::map<std::string, std::string>& files, std::vector<Block> blocks) {
  static const Disk disk;
  MemoryWorld world(&disk);
  for (const auto& [name, text] : files) world.files["styles/" + name] = text;
  Came came;
  static const auto corpus = read_corpus(Disk(), join(PROJECT_FOLDER, "corpus"));
  const auto book = read_rules(world, {join(PROJECT_FOLDER, "rules")}, {"styles"}, {"House"});
  REQUIRE((corpus.ok() && book.ok()));
  for (const Fault& each : book->left_out) came.told += describe(each) + "\n";
  std::vector<Reading> readings(1);
  readings[0].document.blocks = std::move(blocks);
  readings[0].prose = read_prose(readings[0].document, {});
  InspectOptions options;
  options.corpus = &*corpus;
  const Checked checked = inspect(*book, std::move(readings), options);
  for (const Finding& each : checked.findings) {
    came.found.emplace_back(checked.readings[0].prose.view(each.span));
    came.messages += each.message + "\n";
    came.advice += each.suggestion + "\n";
  }
  return came;
}

Came run(const std::string& rule, std::vector<Block> blocks) { return run({{"House/Rule.yml", rule}}, std::move(blocks)); }
Came run(const std::string& rule, const std::string& text) { return run(rule, blocks_of(text_block(BlockKind::paragraph, text))); }

const std::string exists = "extends: existence\nmessage: \"Not '%s'.\"\n";
const std::string swaps = "extends: substitution\nmessage: \"Use '%s' and not '%s'.\"\n";

}  // namespace

TEST_CASE("case counts in Vale's rules unless they say otherwise") {
  CHECK(run(exists + "tokens: [robust]\n", "Robust and robust.").found == Words{"robust"});
  CHECK(run(exists + "ignorecase: true\ntokens: [robust]\n", "Robust and robust.").found.size() == 2);
  CHECK(run(swaps + "swap:\n  crisis: emergency\n", "Crisis and crisis.").found == Words{"crisis"});
}

TEST_CASE("tokens are whole words, raw is not, and append says which comes first") {
  CHECK(run(exists + "tokens: [able]\n", "An able table.").found == Words{"able"});
  CHECK(run(exists + "nonword: true\ntokens: [able, '!']\n", "An able table!").found == Words{"able", "able", "!"});
  CHECK(run(exists + "raw: ['\\bvery ']\ntokens: [sad, glad]\n", "very sad, very glad, very slow").found == Words{"very sad", "very glad"});
  CHECK(run(exists + "append: true\nraw: [' indeed']\ntokens: [sad]\n", "sad indeed and sad").found == Words{"sad indeed"});
  CHECK(run(exists + "nonword: true\ntokens: [' - ']\n", "well-made - not so").found == Words{" - "});
}

TEST_CASE("an exception clears what holds it and what stands inside it") {
  const std::string rule = exists + "tokens: ['abus\\w+']\nexceptions: [abuser, 'substance abuse']\n";
  CHECK(run(rule, "He saw abuse. No abusers but an abuser; substance abuse too.").found == Words{"abuse", "abusers"});
}

TEST_CASE("groups, named groups and references back are read as they are meant") {
  CHECK(run(exists + "raw: ['(?P<word>\\b\\w+) (?:and|or) (?P=word)\\b']\n", "on and on, off and on").found == Words{"on and on"});
  CHECK(run(exists + "tokens: ['(?<day>Mon|Tues)day', '[(]sic[)]?']\n", "On Monday (sic and Tuesday.").found.size() == 2);
  CHECK(run(swaps + "swap:\n  'made (?:the |an? )?(?:decision|choice)': decided\n  decision: choice\n", "She made a decision.").found == Words{"made a decision"});
}

TEST_CASE("what to write comes in the message, with alternatives, groups and capitals") {
  CHECK(run(swaps + "swap:\n  leverage: use|draw on\n", "They leverage it.").messages == "Use 'use' or 'draw on' and not 'leverage'.\n");
  CHECK(run(swaps + "action: {name: replace}\nswap:\n  leverage: use|draw on\n", "They leverage it.").advice == "\"use\" or \"draw on\"\n");
  CHECK(run(swaps + "swap:\n  'in the (\\w+) area': in the $1\n", "Seen in the local area.").messages == "Use 'in the local' and not 'in the local area'.\n");
  CHECK(run(swaps + "ignorecase: true\ncapitalize: true\nswap:\n  utilise: use\n", "Utilise it.").messages == "Use 'Use' and not 'these words'.\n");
  CHECK(run("extends: substitution\nmessage: \"%[2]s? %[1]s!\"\nswap:\n  utilise: use\n", "We utilise it.").messages == "utilise? use!\n");
}

TEST_CASE("an action becomes advice, and one that cannot is told") {
  CHECK(run(exists + "action: {name: remove}\ntokens: [very]\n", "It is very good.").advice == "Leave it out.\n");
  CHECK(run(exists + "action:\n  name: replace\n  params: [a, b]\ntokens: [very]\n", "It is very good.").advice == "Write \"a\" or \"b\".\n");
  const Came came = run(exists + "action:\n  name: suggest\n  params: [own.tengo]\ntokens: [very]\n", "It is very good.");
  CHECK((came.found == Words{"very"} && came.told.find("Rule.yml:3: the action 'suggest' is not run here") != std::string::npos));
}

TEST_CASE("a limit keeps the first findings and says how many more there are") {
  const Came came = run(exists + "limit: 2\ntokens: [very]\n", "very very slow, very late, very sad");
  CHECK((came.found.size() == 2 && came.messages.find("2 more like it") != std::string::npos));
}

TEST_CASE("each scope of Vale reads what it names") {
  const auto blocks = [] {
    return blocks_of(with_level("One very", 1), with_level("Two very", 2), text_block(BlockKind::paragraph, "Three very"),
                     text_block(BlockKind::quote, "Four very"), table_of("Five very", "Six very"));
  };
  const auto found = [&](const std::string& scope) {
    Words words = run(exists + "scope: " + scope + "\nraw: ['\\w+ very']\n", blocks()).found;
    return join_text(words, ",");
  };
  CHECK(found("text") == "One very,Two very,Three very,Four very,Five very,Six very");
  CHECK(found("heading") == "One very,Two very");
  CHECK(found("heading.h2") == "Two very");
  CHECK(found("[heading.h1, blockquote]") == "One very,Four very");
  CHECK(found("table.header") == "Five very");
  CHECK(found("table") == "Five very,Six very");
  CHECK(found("~blockquote & ~table") == "One very,Two very,Three very");
  CHECK(found("paragraph & ~blockquote") == "Three very");
  CHECK(found("text & heading") == "One very,Two very");
  CHECK(found("sentence") == "Three very,Four very");
}

TEST_CASE("a rule of sentences looks at each by itself") {
  CHECK(run(exists + "scope: sentence\nnonword: true\ntokens: ['^\\d+']\n", "12 nurses came. 13 of them went. In 14 none.").found == Words{"12", "13"});
  const std::string rule = "extends: occurrence\nmessage: \"%s!\"\nscope: sentence\nmax: 2\ntoken: '\\b\\w+\\b'\n";
  CHECK(run(rule, "One two. One two three.").messages == "3!\n");
  CHECK(run("extends: occurrence\nmessage: m\nscope: summary\nmin: 2\ntoken: review\n", "A review.").found.size() == 1);
}

TEST_CASE("repetition takes its own tokens, a number and exceptions") {
  CHECK(run("extends: repetition\nmessage: \"%s\"\ntokens: ['[^\\s]+']\nexceptions: ['that that']\n", "It saw that that day was was long.").found == Words{"was was"});
  CHECK(run("extends: repetition\nmessage: m\nalpha: true\nmax: 1\ntokens: ['\\b(?:so|very)\\b']\n", "so so. It was very very very sad.").found == Words{"very very"});
}

TEST_CASE("capitals: exceptions that are patterns, indicators, a prefix and the share that must be right") {
  const auto heading = [](const std::string& rule, const std::string& text) {
    return run("extends: capitalization\nmessage: m\nscope: heading\n" + rule, blocks_of(with_level(text, 1), text_block(BlockKind::paragraph, "the local board said what we knew about the plan"))).found.size();
  };
  CHECK(heading("match: $sentence\nthreshold: 0.9\n", "What the Local board said") == 1);
  CHECK(heading("match: $sentence\nthreshold: 0.5\n", "What the Local board said") == 0);
  CHECK(heading("match: $sentence\nthreshold: 0.9\nexceptions: ['Local [Bb]oard']\n", "What the Local board said") == 0);
  CHECK(heading("match: $sentence\nthreshold: 0.9\nindicators: [what]\n", "Here is what The plan said") == 0);
  CHECK(heading("match: $sentence\nthreshold: 0.9\n", "Here is what The plan said") == 1);
  CHECK(heading("match: $sentence\n", "What The Family Told The Board") == 1);
  CHECK(heading("match: $sentence\n", "What Casewright and Brookmere told") == 0);
  CHECK(heading("match: $lower\nprefix: 'Step \\d+: '\n", "Step 2: the plan") == 0);
  CHECK(heading("match: $lower\n", "Step 2: the plan") == 1);
  CHECK(heading("match: $title\n", "What We Knew About the Plan") == 0);
  CHECK(heading("match: $title\nstyle: Chicago\nthreshold: 0.9\n", "What We Knew about the Plan") == 0);
  CHECK(heading("match: $title\nstyle: AP\nthreshold: 0.9\n", "What We Knew about the Plan") == 1);
  CHECK(heading("match: '^\\d+[.]'\n", "What we knew") == 1);
}

TEST_CASE("metrics count what Vale counts, with every sign, and refuse what nothing counts") {
  const std::string rule = "extends: metric\nmessage: \"%s\"\nformula: ";
  CHECK(run(rule + "heading.h2 + list\ncondition: '== 1'\n", blocks_of(with_level("A", 2), text_block(BlockKind::paragraph, "One two."))).messages == "1\n");
  CHECK(run(rule + "words\ncondition: '>= 2'\n", "One two.").messages == "2\n");
  CHECK(run(rule + "words\ncondition: '> 2'\n", "One two.").messages.empty());
  CHECK(run(rule + "words\ncondition: '!= 2'\n", "One two.").messages.empty());
  CHECK(run(rule + "words\ncondition: '<= 2'\n", "One two.").messages == "2\n");
  CHECK(run(rule + "wrods / sentences\ncondition: '> 1'\n", "One two.").told.find("names 'wrods', which nothing here counts") != std::string::npos);
}

TEST_CASE("spelling leaves what filters, exceptions and lists allow") {
  const std::string rule = "extends: spelling\nmessage: \"'%s'\"\n", text = "The flumble and the grobbel saw a wibblet.";
  CHECK(run(rule, text).found == Words{"flumble", "grobbel", "wibblet"});
  CHECK(run(rule + "filters: ['flum.*']\nexceptions: [Grobbel]\n", text).found == Words{"wibblet"});
  CHECK(run({{"House/Rule.yml", rule + "ignore: own.txt\n"}, {"own.txt", "wibblet\nflumble\n"}}, blocks_of(text_block(BlockKind::paragraph, text))).found == Words{"grobbel"});
  CHECK(run(rule + "ignore: gone.txt\n", text).told.find("Rule.yml:3: the list of words 'gone.txt' is not there") != std::string::npos);
}

TEST_CASE("vocabularies clear the words they accept and find those they reject") {
  const std::map<std::string, std::string> files{{"House/Rule.yml", exists + "tokens: [signposting, robust]\n"},
                                                 {"House/Own.yml", exists + "vocab: false\ntokens: [signposting]\n"},
                                                 {"config/vocabularies/Board/accept.txt", "# ours\nsignposting\nEarly Help\n"},
                                                 {"config/vocabularies/Board/reject.txt", "clients?\n"}};
  const Came came = run(files, blocks_of(text_block(BlockKind::paragraph, "A robust signposting of early help to the client in Early Help.")));
  CHECK(came.found == Words{"robust", "signposting", "early help", "client"});
  CHECK(came.told.empty());
}

TEST_CASE("a field that is not read is told with its line and why, and the rule runs") {
  const Came came = run(swaps + "pos: VB\nfoo: 3\nswap:\n  utilise: use\n", "We utilise it.");
  CHECK(came.found == Words{"utilise"});
  CHECK(came.told.find("Rule.yml:3: the field 'pos' is not read: it asks for a model") != std::string::npos);
  CHECK(came.told.find("Rule.yml:4: the field 'foo' is not read: a rule of the kind substitution has none") != std::string::npos);
  CHECK(run(exists + "scope: raw\ntokens: [very]\n", "A very.").told.find("the scope 'raw' means the marks of a text file") != std::string::npos);
  const Came strong = run(exists + "scope: strong\ntokens: [very]\n", "A very.");
  CHECK((strong.found.empty() && strong.told.find("Rule.yml:3: the scope 'strong' is not told apart here") != std::string::npos));
  CHECK(run(exists + "scope: [strong, heading]\ntokens: [very]\n", blocks_of(with_level("A very", 1))).found == Words{"very"});
  CHECK(run({{"House/Rule.yaml", exists}}, {}).told.find("Vale's rules end in .yml") != std::string::npos);
}

TEST_CASE("a conditional without a group only asks that the second half stands there") {
  const std::string rule = "extends: conditional\nmessage: m\nfirst: '\\bsuicide\\b'\nsecond: 'Samaritans'\n";
  CHECK(run(rule, "It was suicide.").found == Words{"suicide"});
  CHECK(run(rule, "It was suicide. Call Samaritans.").found.empty());
}
