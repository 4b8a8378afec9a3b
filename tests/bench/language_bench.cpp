// How well sentences, syllables and passives are found, against labelled text that stands outside the project:
// language_bench [--errors] passives|sentences FILE.conllu, syllables CMUDICT FILE.conllu,
// exceptions CMUDICT, spelling PAIRS [STEP], speed FILE.txt

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <map>
#include <set>

#include "base/disk.h"
#include "base/text.h"
#include "foreign/unicode.h"
#include "inspect/corpus.h"
#include "inspect/inspect.h"
#include "inspect/speller.h"
#include "language/passives.h"
#include "language/prose_reader.h"
#include "language/sentences.h"
#include "language/syllables.h"

using namespace casewright;

namespace {

bool show_errors = false;

/// One sentence of a CoNLL-U file.
struct Labelled {
  std::string text;
  std::vector<std::string> forms;
  bool new_paragraph = false;
  bool space_after = true;
  bool passive = false;
};

std::vector<Labelled> read_conllu(const char* path) {
  std::vector<Labelled> all;
  Labelled next;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) {
      all.push_back(std::move(next));
      next = {};
    } else if (line.starts_with("# newdoc") || line.starts_with("# newpar")) {
      next.new_paragraph = true;
    } else if (line.starts_with("# text = ")) {
      next.text = line.substr(9);
    } else if (line[0] != '#') {
      const auto fields = split(line, '\t');
      if (fields.size() < 10) continue;
      if (fields[0].find('-') == std::string_view::npos) next.forms.emplace_back(fields[1]);
      next.passive = next.passive || fields[7] == "aux:pass";
      next.space_after = fields[9].find("SpaceAfter=No") == std::string_view::npos;
    }
  }
  return all;
}

struct Score {
  double right = 0, wrong = 0, missed = 0;
  void print(const char* what) const {
    const double precision = right / std::max(1.0, right + wrong), recall = right / std::max(1.0, right + missed);
    std::printf("%s: precision %.3f, recall %.3f, F1 %.3f (%.0f right, %.0f wrong, %.0f missed)\n", what, precision,
                recall, 2 * right / std::max(1.0, 2 * right + wrong + missed), right, wrong, missed);
  }
};

void passives(const char* path, const Lexicon& lexicon) {
  Score score;
  for (const Labelled& sentence : read_conllu(path)) {
    const Prose prose = prose_of_text(sentence.text);
    const WordTable words(prose, lexicon);
    const auto found = passives_in(prose, words, 0, static_cast<std::uint32_t>(prose.tokens.size()));
    const bool is = !found.empty();
    score.right += is && sentence.passive;
    score.wrong += is && !sentence.passive;
    score.missed += !is && sentence.passive;
    if (show_errors && is != sentence.passive)
      std::printf("%s [%s] %s\n", is ? "WRONG " : "MISSED",
                  is ? std::string(prose.view(found[0].span)).c_str() : "", sentence.text.c_str());
  }
  score.print("passive sentences");
}

using Begins = std::vector<std::uint32_t>;

/// Compares the boundaries inside and at the end of one paragraph.
void score_paragraph(const std::string& text, const Begins& gold, const Begins& found, Score& score) {
  for (const std::uint32_t each : found) {
    const bool right = std::binary_search(gold.begin(), gold.end(), each);
    (right ? score.right : score.wrong) += 1;
    if (!right && show_errors)
      std::printf("WRONG  ...%s|%s\n", text.substr(each < 30 ? 0 : each - 30, std::min<std::uint32_t>(each, 30)).c_str(),
                  text.substr(each, 30).c_str());
  }
  for (const std::uint32_t each : gold) {
    if (std::binary_search(found.begin(), found.end(), each)) continue;
    score.missed += 1;
    if (show_errors)
      std::printf("MISSED ...%s|%s\n", text.substr(each < 30 ? 0 : each - 30, std::min<std::uint32_t>(each, 30)).c_str(),
                  text.substr(each, 30).c_str());
  }
}

void sentences(const char* path) {
  const std::vector<Labelled> all = read_conllu(path);
  SentenceFinder finder;
  unicode::SentenceBreaker plain;
  Score ours, unicode_rules, with_ends, unicode_with_ends;
  for (std::size_t at = 0; at < all.size();) {
    std::string text;
    Begins gold, found;
    do {
      if (!text.empty()) gold.push_back(static_cast<std::uint32_t>(text.size()));
      text += all[at].text;
      if (all[at].space_after) text += ' ';
      ++at;
    } while (at < all.size() && !all[at].new_paragraph);
    if (text.ends_with(' ')) text.pop_back();
    plain.find(text, found);
    const bool shown = show_errors;
    show_errors = false;
    score_paragraph(text, gold, found, unicode_rules);
    show_errors = shown;
    ++unicode_with_ends.right;
    finder.find(text, found);
    score_paragraph(text, gold, found, ours);
    ++with_ends.right;
  }
  for (auto [sum, part] : {std::pair{&with_ends, &ours}, std::pair{&unicode_with_ends, &unicode_rules}}) {
    sum->right += part->right;
    sum->wrong += part->wrong;
    sum->missed += part->missed;
  }
  ours.print("boundaries inside paragraphs");
  unicode_rules.print("the same, rules of Unicode alone");
  with_ends.print("with the ends of paragraphs");
  unicode_with_ends.print("the same, rules of Unicode alone");
}

/// The syllables of each word that CMUdict has; a word may be spoken in more than one way.
std::map<std::string, std::vector<int>> read_cmudict(const char* path) {
  std::map<std::string, std::vector<int>> words;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto fields = split(std::string_view(line).substr(0, line.find(" #")), ' ');
    std::string word(fields[0].substr(0, fields[0].find('(')));
    int count = 0;
    for (std::size_t at = 1; at < fields.size(); ++at)
      count += !fields[at].empty() && fields[at].back() >= '0' && fields[at].back() <= '9';
    words[word].push_back(count);
  }
  return words;
}

void syllables(const char* dictionary, const char* path, const Lexicon& lexicon) {
  const auto spoken = read_cmudict(dictionary);
  double tokens = 0, first = 0, any = 0, types = 0, types_right = 0;
  std::map<std::string, int> wrong;
  std::set<std::string> seen;
  for (const Labelled& sentence : read_conllu(path))
    for (const std::string& form : sentence.forms) {
      const std::string word = unicode::fold(form);
      const auto found = spoken.find(word);
      if (found == spoken.end()) continue;
      const int count = syllables_of(word, lexicon);
      const bool right = count == found->second.front();
      ++tokens;
      first += right;
      any += std::find(found->second.begin(), found->second.end(), count) != found->second.end();
      if (!right) ++wrong[word];
      if (seen.insert(word).second) {
        ++types;
        types_right += right;
      }
    }
  std::printf("syllables: %.4f of tokens exact (%.4f with any listed pronunciation), %.4f of distinct words\n",
              first / tokens, any / tokens, types_right / types);
  double all = 0, all_right = 0;
  for (const auto& [word, counts] : spoken) {
    if (word.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) continue;
    ++all;
    all_right += syllables_of(word, lexicon) == counts.front();
  }
  std::printf("syllables: %.4f of all %.0f words of the dictionary exact\n", all_right / all, all);
  if (!show_errors) return;
  std::vector<std::pair<int, std::string>> order;
  for (const auto& [word, count] : wrong) order.push_back({-count, word});
  std::sort(order.begin(), order.end());
  for (const auto& [count, word] : order)
    std::printf("%d %s %d not %d\n", -count, word.c_str(), syllables_of(word, lexicon), spoken.at(word).front());
}

/// Prints the words whose syllables the counter alone gets wrong: the lines of corpus/syllables-cmudict.txt.
void exceptions(const char* dictionary) {
  for (const auto& [word, counts] : read_cmudict(dictionary)) {
    const bool plain = word.find_first_not_of("abcdefghijklmnopqrstuvwxyz'") == std::string::npos;
    if (plain && word[0] != '\'' && syllables_of(word, {}) != counts.front()) std::printf("%s %d\n", word.c_str(), counts.front());
  }
}

/// Looks up the pairs of a list "wrong->right, right2" and asks for a suggestion for every one of `step`.
void spelling(const char* path, const Corpus& corpus, int step) {
  const Speller speller("en_GB");
  std::ifstream file(path);
  double pairs = 0, found = 0, asked = 0, first = 0, any = 0;
  const std::clock_t start = std::clock();
  for (std::string line; std::getline(file, line);) {
    const std::size_t arrow = line.find("->");
    const std::string wrong = line.substr(0, arrow);
    if (arrow == std::string::npos || wrong.find_first_not_of("abcdefghijklmnopqrstuvwxyz'") != std::string::npos) continue;
    ++pairs;
    const bool unknown = !speller.knows(wrong, corpus);
    found += unknown;
    if (!unknown && show_errors) std::printf("ACCEPTED %s\n", line.c_str());
    if (!unknown || static_cast<int>(pairs) % step != 0) continue;
    std::set<std::string> right;
    for (const std::string_view each : split(std::string_view(line).substr(arrow + 2), ','))
      if (!trim(each).empty()) right.insert(std::string(trim(each)));
    const auto suggested = speller.suggestions(wrong, corpus);
    ++asked;
    const bool hit = !suggested.empty() && right.count(suggested.front()) != 0;
    first += hit;
    any += std::any_of(suggested.begin(), suggested.end(), [&](const std::string& each) { return right.count(each) != 0; });
    if (!hit && show_errors) std::printf("%s, suggested %s\n", line.c_str(), join_text(suggested, " ").c_str());
  }
  std::printf("spelling: %.4f of %.0f pairs found; first suggestion right %.3f, among three %.3f of %.0f; %.2f ms a word\n",
              found / pairs, pairs, first / asked, any / asked, asked,
              1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC / asked);
}

double seconds_since(std::clock_t start) { return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }

/// The paragraphs of a text repeated to 20 MB, with all rules of language on: as reports of `report_bytes` each.
/// A paragraph, or a heading where the line begins with # or ##.
Block block_of(const std::string& line) {
  const std::size_t level = line.find_first_not_of('#');
  if (level == 0 || level == std::string::npos || line[level] != ' ') return text_block(BlockKind::paragraph, line);
  Block heading = text_block(BlockKind::heading, line.substr(level + 1));
  heading.level = static_cast<std::uint8_t>(level);
  return heading;
}

void speed_at(const RuleBook& book, const Corpus& corpus, const std::vector<std::string>& lines, std::size_t report_bytes, const char* shape) {
  std::vector<Reading> readings;
  std::size_t bytes = 0, here = report_bytes;
  for (std::size_t line = 0; bytes < 20'000'000; line = (line + 1) % lines.size()) {
    if (here >= report_bytes) {
      readings.emplace_back();
      here = 0;
    }
    readings.back().document.blocks.push_back(block_of(lines[line]));
    bytes += lines[line].size() + 1;
    here += lines[line].size() + 1;
  }
  const double megabytes = static_cast<double>(bytes) / 1e6;
  double best_reading = 1e9, best_checking = 1e9;
  InspectOptions options;
  options.families = {"plain-english", "tone"};
  options.corpus = &corpus;
  options.suggest = false;
  options.tier = 3;
  std::size_t found = 0;
  for (int run = 0; run < 3; ++run) {
    double reading = 0, checking = 0;
    found = 0;
    for (Reading& each : readings) {
      std::clock_t start = std::clock();
      each.prose = read_prose(each.document, each.container);
      reading += seconds_since(start);
      std::vector<Reading> one;
      one.push_back(std::move(each));
      start = std::clock();
      Checked checked = inspect(book, std::move(one), options);
      checking += seconds_since(start);
      found += checked.findings.size();
      each = std::move(checked.readings.front());
      each.prose = {};
    }
    best_reading = std::min(best_reading, reading);
    best_checking = std::min(best_checking, checking);
  }
  std::printf("speed: %.1f MB %s, sentences and tokens %.1f MB/s, rules and measures %.1f MB/s, together %.1f MB/s; %zu findings\n",
              megabytes, shape, megabytes / best_reading, megabytes / best_checking, megabytes / (best_reading + best_checking), found);
}

void speed(const RuleBook& book, const Corpus& corpus, const char* path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);)
    if (!trim(line).empty()) lines.push_back(line);
  speed_at(book, corpus, lines, 200'000, "as reports of 200 KB");
  speed_at(book, corpus, lines, 100'000'000, "as one text");
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<const char*> given;
  for (int at = 1; at < count; ++at)
    if (std::strcmp(arguments[at], "--errors") == 0) show_errors = true;
    else given.push_back(arguments[at]);
  const auto corpus = read_corpus(Disk(), join(PROJECT_FOLDER, "corpus"));
  const auto book = read_rules(Disk(), {join(PROJECT_FOLDER, "rules")});
  if (!corpus || !book || given.size() < 2) return 2;
  const std::string what = given[0];
  if (what == "passives") passives(given[1], corpus->lexicon);
  else if (what == "sentences") sentences(given[1]);
  else if (what == "syllables" && given.size() > 2) syllables(given[1], given[2], corpus->lexicon);
  else if (what == "spelling") spelling(given[1], *corpus, given.size() > 2 ? std::atoi(given[2]) : 1);
  else if (what == "exceptions") exceptions(given[1]);
  else if (what == "speed") speed(*book, *corpus, given[1]);
  else return 2;
}
