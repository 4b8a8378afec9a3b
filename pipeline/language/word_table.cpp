#include "language/word_table.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "base/word_ends.h"
#include "language/syllables.h"

namespace casewright {
namespace {

/// The words of one class that grammar closes; parted by spaces.
struct ClosedClass {
  WordClass kind;
  std::string_view words;
};
constexpr std::array<ClosedClass, 11> closed_classes{{
    {WordClass::be,
     "am is are was were be been being isn't aren't wasn't weren't ain't isnt arent wasnt werent 're 'm"},
    {WordClass::suffixed, "'s"},
    {WordClass::question, "why when where how what which who whom"},
    {WordClass::contracted,
     "i'm we're you're they're who're what're there're"},
    {WordClass::become_by, "get gets got getting gotten"},
    {WordClass::adverb,
     "not also never always often still just already now then only ever even all both well so later first again soon "
     "since once twice thus therefore however yet further best better about quite too very more most less least "
     "perhaps almost seldom each instead indeed sometimes otherwise rather far long maybe together thereby thereafter "
     "either nearly hardly barely newly there here subsequently badly ill much finally today hence half currently "
     "somehow elsewhere anyway initially nevertheless nonetheless meanwhile afterwards somewhat merely solely pre "
     "to-date thereupon consequently forever generally alone likewise n't in-turn usually back up fast"},
    {WordClass::determiner,
     "the a an his her its their our my your this that these those any some no every each either neither another such "
     "all both many several few"},
    {WordClass::pronoun,
     "he she it they we you i him them us me who whom which nobody nothing somebody something anyone anybody anything "
     "everyone everybody everything himself herself itself themselves myself yourself yourselves ourselves one none "
     "others there that this these those what"},
    {WordClass::preposition,
     "in of at by for from with on to into onto upon about after before during between against through over under "
     "within without towards toward among amongst across behind beyond near since until till via per despite except "
     "as like off out around along above below beside besides"},
    {WordClass::negation, "not never no nor neither nobody nothing none without cannot hardly isn't wasn't aren't weren't "
                          "don't doesn't didn't can't couldn't won't wouldn't shouldn't hasn't haven't hadn't"},
    {WordClass::auxiliary,
     "will would shall should may might can could must has have had having do does did don't doesn't didn't won't "
     "wouldn't shouldn't can't cannot couldn't hasn't haven't hadn't i've we've they've you've i'd he'd she'd they'd"},
}};

/// Words in -ly that are no adverbs.
constexpr std::string_view no_adverbs =
    " family only early daily weekly monthly yearly elderly friendly lonely lovely ugly silly holy likely unlikely "
    "deadly costly orderly supply apply reply comply imply rely multiply assembly anomaly bully ally italy july fly "
    "belly jelly rally tally homily butterfly timely cowardly ";
/// Words in -ed that are no participles.
constexpr std::string_view no_participles =
    " need indeed bed red shed speed seed feed breed naked wicked sacred hundred exceed proceed succeed weed reed deed "
    "greed heed steed bleed freed-up ted ed fred infrared kindred hatred med embed ";

bool listed(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    const bool begins = at == 0 || words[at - 1] == ' ';
    const std::size_t end = at + word.size();
    if (begins && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

/// The classes of the words that grammar closes, by word.
const std::unordered_map<std::string_view, WordClasses>& closed_words() {
  static const auto table = [] {
    std::unordered_map<std::string_view, WordClasses> all;
    for (const ClosedClass& each : closed_classes)
      for (const std::string_view word : split(each.words, ' ')) all[word].add(each.kind);
    return all;
  }();
  return table;
}

bool is_adverb(std::string_view word) {
  return word.size() > 4 && ends_in(word, "ly") && !listed(no_adverbs, word);
}

bool is_participle(std::string_view word, const Lexicon& lexicon) {
  if (lexicon.participles.count(std::string(word)) != 0) return true;
  if (word.size() <= 3 || !ends_in(word, "ed") || listed(no_participles, word)) return false;
  return word.find_first_of("aeiouy") < word.size() - 2;
}

/// "re-housed" as "housed", "under-reported" as "reported": what a hyphen joins decides by its last part.
std::string_view last_part(std::string_view word) {
  const std::size_t hyphen = word.rfind('-');
  return hyphen == std::string_view::npos ? word : word.substr(hyphen + 1);
}

/// "unmarried" and "undressed" are states; "undertaken" and "undermined" are done to somebody.
bool is_state(std::string_view word, const Lexicon& lexicon) {
  if (lexicon.states.count(std::string(word)) != 0) return true;
  const bool un = word.size() > 6 && word.starts_with("un") && ends_in(word, "ed");
  return un && !word.starts_with("under") && !word.starts_with("unveil") && !word.starts_with("unit") &&
         !word.starts_with("uncover") && !word.starts_with("unlock") && !word.starts_with("unload");
}

bool is_nominal(std::string_view word) {
  static constexpr std::array<std::string_view, 12> endings{"ation",  "ations", "ition", "itions", "ment",  "ments",
                                                            "ization", "isation", "ance", "ances",  "ence", "ences"};
  static constexpr std::string_view plain =
      " department parliament government moment element document documents comment comments apartment station nation "
      "nations position condition conditions moments elements departments relation relations science audience "
      "sentence sentences distance chance chances france dance evidence absence silence violence residence conscience "
      "experience experiences substance substances circumstance circumstances instance instances advance conference "
      "conferences environment environments monument cement basement balance fence hence pence once whence competition "
      "partition tradition edition addition petition ambulance ambulances medicament compliment equipment population "
      "generation generations foundation organisation organisations organization association associations location "
      "information education vacation occupation ";
  if (word.size() < 8 || std::none_of(endings.begin(), endings.end(), [&](std::string_view each) { return word.ends_with(each); })) return false;
  return !listed(plain, word);
}

WordClasses classes_of(std::string_view word, const Lexicon& lexicon) {
  const auto closed = closed_words().find(word);
  WordClasses classes = closed == closed_words().end() ? WordClasses() : closed->second;
  if (is_adverb(word)) classes.add(WordClass::adverb);
  const std::string_view part = last_part(word);
  if (is_participle(part, lexicon)) classes.add(WordClass::participle);
  if (is_state(word, lexicon) || is_state(part, lexicon)) classes.add(WordClass::state);
  if (is_nominal(word)) classes.add(WordClass::nominal);
  return classes;
}

/// Dale-Chall counts regular forms of an easy word as easy.
bool is_familiar(std::string_view word, const Lexicon& lexicon) {
  const auto knows = [&](std::string_view each) { return lexicon.familiar.count(std::string(each)) != 0; };
  if (knows(word)) return true;
  static constexpr std::string_view endings[] = {"s", "es", "d", "ed", "ing", "ly", "er", "est", "n't"};
  for (const std::string_view ending : endings) {
    if (word.size() < ending.size() + 2 || !word.ends_with(ending)) continue;
    const std::string stem(word.substr(0, word.size() - ending.size()));
    if (knows(stem) || knows(stem + "e") || (stem.ends_with('i') && knows(stem.substr(0, stem.size() - 1) + "y")))
      return true;
    if (stem.size() > 2 && stem[stem.size() - 1] == stem[stem.size() - 2] && knows(stem.substr(0, stem.size() - 1)))
      return true;
  }
  return false;
}

/// Words that hold Welsh sentences together; those that English has too ("a", "am", "o", "i", "neu") are left out.
bool is_welsh(std::string_view word) {
  static constexpr std::string_view words =
      " yn yr y'r ei ac mae maent oedd roedd oeddent wedi gan bod eu nid nad nac ond hyn hynny dylai dylid sut pan gyda gyda'r cael fod fel dros "
      "drwy iddi iddo iddyn hi'n ef yw sydd chi eich ein gwaith plentyn plant i'r a'r a'i o'r yw'r hwn hon mewn rhwng gellir ni'n byddai bydd gwneud "
      "ddim pob bob asiantaeth teulu mam tad ysgol adolygiad ";
  static const auto table = [] {
    const auto parts = split(trim(words), ' ');
    return std::unordered_set<std::string_view>(parts.begin(), parts.end());
  }();
  return table.contains(word);
}

/// True where the ending of a verb's form or a plural is a syllable of its own: "completed" and not "considered".
bool has_easy_ending(std::string_view word) {
  if (word.size() < 5) return false;
  const char before = word[word.size() - 3];
  if (ends_in(word, "ing")) return !ends_in(word, "thing");
  return (ends_in(word, "ed") && (before == 't' || before == 'd')) ||
         (ends_in(word, "es") && std::string_view("sxzcgh").find(before) != std::string_view::npos);
}

}  // namespace

WordFacts facts_of(std::string_view folded, const Lexicon& lexicon) {
  WordFacts facts;
  for (const char each : folded) {
    const auto byte = static_cast<unsigned char>(each);
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte & 0xC0) == 0xC0;
    facts.letters = static_cast<std::uint16_t>(facts.letters + letter);
    facts.characters = static_cast<std::uint16_t>(facts.characters + (letter || (byte >= '0' && byte <= '9')));
  }
  if (facts.letters == 0) {
    facts.familiar = true;
    return facts;
  }
  facts.syllables = static_cast<std::uint8_t>(std::min(syllables_of(folded, lexicon), 255));
  facts.familiar = is_familiar(folded, lexicon);
  facts.welsh = is_welsh(folded);
  facts.easy_long =
      folded.find('-') != std::string_view::npos || (facts.syllables == 3 && has_easy_ending(folded));
  facts.classes = classes_of(folded, lexicon);
  return facts;
}

bool is_state_before(std::string_view participle, std::string_view next, const Lexicon& lexicon) {
  std::string both(participle);
  both += ' ';
  both += next;
  return lexicon.states.count(both) != 0;
}

WordTable::WordTable(const Prose& prose, const Lexicon& lexicon) : lexicon_(&lexicon) {
  facts_.reserve(prose.words.size());
  for (const Word& word : prose.words) facts_.push_back(facts_of(word.folded, lexicon));
}

std::uint32_t count_words(const Prose& prose, std::uint32_t first, std::uint32_t end) {
  return static_cast<std::uint32_t>(
      std::count_if(prose.tokens.begin() + first, prose.tokens.begin() + end, counts_as_word));
}

}  // namespace casewright
