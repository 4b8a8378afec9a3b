#include "language/name_forms.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "base/among.h"
#include "base/text.h"
#include "base/words.h"
#include "foreign/unicode.h"
#include "language/name_words.h"
#include "language/person_names.h"
#include "language/short_names.h"
#include "language/token_scanner.h"

namespace casewright {
namespace {

/// Words that any school, hospital or church has in its name.
constexpr std::array<std::string_view, 44> common_place_words{
    "the",     "catholic", "primary", "infant",   "infants",  "junior",   "school",  "academy", "nursery",
    "hospital", "infirmary", "surgery", "practice", "medical", "health",   "centre",  "college", "church",
    "day",     "royal",    "general", "community", "high",     "secondary", "grammar", "c",       "of",
    "e",       "rc",       "ce",      "dental",   "care",     "home",     "house",   "hmp",     "estate",
    "mosque",  "temple",   "clinic",  "homes",    "recreation", "preschool", "childrens", "trust"};

bool common_place_word(std::string_view word) {
  return std::find(common_place_words.begin(), common_place_words.end(), word) != common_place_words.end();
}

bool all_capitals(std::string_view text) {
  std::size_t letters = 0;
  for (const char c : text) {
    if (c >= 'a' && c <= 'z') return false;
    letters += c >= 'A' && c <= 'Z';
  }
  return letters >= 2 && letters <= 6;
}

/// Collects the forms of one register entry.
class FormMaker {
 public:
  FormMaker(std::vector<NameForm>& forms, std::uint32_t identity) : forms_(forms), identity_(identity) {}

  void person(const Identity& person) {
    const PersonNames names(person);
    Strings firsts = names.given;
    firsts.insert(firsts.end(), names.others.begin(), names.others.end());
    firsts.insert(firsts.end(), names.nicknames.begin(), names.nicknames.end());
    const Strings usual = usual_names(names.given, firsts);
    firsts.insert(firsts.end(), usual.begin(), usual.end());
    for (const std::string& each : names.full) add(each, NameKind::full, FormShape::whole);
    pairs(names, firsts);
    for (const std::string& each : usual) usual_name(each);
    for (const std::string& each : names.given) add(each, NameKind::given, FormShape::given);
    for (const std::string& each : names.others) add(each, NameKind::alias, FormShape::other);
    for (const std::string& each : names.nicknames) add(each, NameKind::nickname, FormShape::other);
    for (const std::string& each : names.given) halves(each, NameKind::given);
    for (const std::string& each : names.family) family(each);
    for (const std::string& each : names.middle) add(each, NameKind::middle, FormShape::middle);
    initials(names, person.role);
    contacts(person);
  }

  /// Initials that the register gives to somebody else are those of this one, too: "JB" signs for James Brennand.
  void contested_initials(const Identity& person, const std::set<std::string>& registered) {
    const PersonNames names(person);
    if (!names.initials.empty() || names.given.empty() || names.family.empty()) return;
    const std::string firsts = firsts_of(names), lasts = lasts_of(names);
    for (const std::string& each : std::set<std::string>{firsts + lasts, firsts.substr(0, 1) + lasts, firsts.substr(0, 1) + lasts.substr(0, 1)}) {
      if (!registered.contains(each)) continue;
      push({each}, NameKind::initials, FormShape::made_initials).need = CaseNeed::all_capitals;
      Atoms apart;
      for (const char c : each) apart.emplace_back(1, c);
      push(std::move(apart), NameKind::initials, FormShape::made_initials).need = CaseNeed::all_capitals;
    }
  }

  void place(const Identity& place) {
    for (const NameEntry& each : place.names) {
      if (each.kind == NameKind::address) {
        address(each.text);
      } else if (each.kind == NameKind::email || each.kind == NameKind::username) {
        add(each.text, each.kind, FormShape::contact);
      } else if (each.kind != NameKind::postcode && each.kind != NameKind::phone && each.kind != NameKind::number) {
        place_name(each.text, place.role == "agency");
      }
    }
  }

 private:
  NameForm& push(Atoms atoms, NameKind kind, FormShape shape) {
    NameForm& form = forms_.emplace_back();
    form.everyday = std::all_of(atoms.begin(), atoms.end(), [](const std::string& each) { return is_everyday_word(each); });
    form.common = !form.everyday && atoms.size() == 1 && is_common_word(atoms.front());
    const bool brief = atoms.size() == 1 && atoms.front().size() <= 3;
    // "a will" is nobody's name, "A Will" may be.
    const bool plain = std::all_of(atoms.begin(), atoms.end(), [](const std::string& each) { return each.size() == 1 || is_everyday_word(each); });
    form.need = plain || brief ? CaseNeed::capital : CaseNeed::any;
    form.atoms = std::move(atoms);
    form.identity = identity_;
    form.kind = kind;
    form.shape = shape;
    return form;
  }

  void add(const std::string& text, NameKind kind, FormShape shape, bool reversed = false) {
    const bool of_place = shape == FormShape::place || shape == FormShape::place_core || shape == FormShape::address;
    Written written = variants_of(text, of_place);
    for (Atoms& each : written.variants) {
      if (each.empty() || (each.size() == 1 && each.front().size() < 2)) continue;
      NameForm& form = push(std::move(each), kind, shape);
      form.reversed = reversed || of_place;
      form.ends_possessive = written.ends_possessive;
      const bool may_be_short = of_place || shape == FormShape::other;
      if (may_be_short && all_capitals(text)) form.need = CaseNeed::all_capitals;
    }
  }

  /// First and family names together, in both orders, with middle names and with an initial.
  void pairs(const PersonNames& names, const Strings& firsts) {
    const std::string middles = join_text(names.middle, " ");
    for (const std::string& family : names.family)
      for (const std::string& first : firsts) {
        add(first + " " + family, NameKind::full, FormShape::whole);
        add(family + " " + first, NameKind::full, FormShape::whole, true);
        joined(first, family);
        if (middles.empty()) continue;
        add(first + " " + middles + " " + family, NameKind::full, FormShape::whole);
        add(family + " " + first + " " + middles, NameKind::full, FormShape::whole, true);
      }
    for (const std::string& first : firsts)
      for (const std::string& family : names.family)
        for (const std::string& part : name_parts(family)) {
          add(first + " " + part, NameKind::full, FormShape::whole);
          joined(first, part);
        }
    for (const std::string& given : names.given) {
      if (!middles.empty()) add(given + " " + middles, NameKind::given, FormShape::given);
      for (const std::string& family : names.family) {
        with_initials(given, names.middle, family);
        for (const std::string& part : name_parts(family)) with_initials(given, names.middle, part);
      }
    }
  }

  /// What the given names are usually shortened to or short for, besides what the register has itself.
  static Strings usual_names(const Strings& given, const Strings& known) {
    Strings usual;
    for (const std::string& name : given)
      for (std::string& each : usual_names_beside(name)) {
        const auto same = [&](const std::string& other) { return unicode::fold(other) == each; };
        if (std::none_of(known.begin(), known.end(), same) && std::none_of(usual.begin(), usual.end(), same)) usual.push_back(std::move(each));
      }
    return usual;
  }

  /// By itself such a name says who may be meant, never who is.
  void usual_name(const std::string& name) {
    push({name}, NameKind::nickname, FormShape::middle).need = CaseNeed::capital;
  }

  static std::string initial(std::string_view name) {
    return name.empty() ? std::string() : std::string(name.substr(0, code_point_at(name, 0).bytes));
  }

  void with_initials(const std::string& given, const Strings& middle, const std::string& family) {
    const std::string first = initial(given);
    initial_form(first + " " + family, false);
    initial_form(family + " " + first, true);
    if (middle.empty()) return;
    std::string spaced = first, tight = first;
    for (const std::string& each : middle) {
      spaced += " " + initial(each);
      tight += initial(each);
    }
    initial_form(spaced + " " + family, false);
    initial_form(tight + " " + family, false);
    initial_form(given + spaced.substr(first.size()) + " " + family, false);
  }

  void initial_form(const std::string& text, bool reversed) {
    const std::size_t from = forms_.size();
    add(text, NameKind::full, FormShape::whole, reversed);
    for (std::size_t i = from; i < forms_.size(); ++i) forms_[i].need = CaseNeed::capital;
  }

  /// "jansmith", "smithjan", "jsmith": what email addresses, user names and file names are made of.
  void joined(const std::string& first, const std::string& family) {
    const std::string a = compact_of(first), b = compact_of(family);
    if (a.empty() || b.empty()) return;
    for (const std::string& each : {a + b, b + a, a.substr(0, 1) + b, b + a.substr(0, 1)})
      if (each.size() >= 6 && !is_everyday_word(each)) push({each}, NameKind::full, FormShape::joined);
  }

  void family(const std::string& text) {
    add(text, NameKind::family, FormShape::family);
    plural(text);
    halves(text, NameKind::family);
  }

  void plural(const std::string& text) {
    const std::string folded = unicode::fold(text);
    const bool hissing = folded.ends_with("s") || folded.ends_with("x") || folded.ends_with("z") ||
                         folded.ends_with("sh") || folded.ends_with("ch");
    const std::size_t from = forms_.size();
    add(text + (hissing ? "es" : "s"), NameKind::family, FormShape::plural);
    for (std::size_t i = from; i < forms_.size(); ++i) forms_[i].need = CaseNeed::capital;
  }

  /// The telling words of a double-barrelled name or of one of several words; none where it is one word.
  static Strings name_parts(const std::string& text) {
    Strings parts;
    if (atoms_of(text).size() == 1) return parts;
    for (const std::string& word : words_between_spaces(replace_every(text, "-", " ")))
      if (!is_particle(word) && compact_of(word).size() >= 3) parts.push_back(word);
    return parts;
  }

  /// Each part of a name of several parts, as people shorten it.
  void halves(const std::string& text, NameKind kind) {
    const Strings parts = name_parts(text);
    for (const std::string& each : parts) {
      add(each, kind, FormShape::half);
      if (kind == NameKind::family && parts.size() > 1) plural(each);
    }
  }

  void initials(const PersonNames& names, const std::string& role) {
    for (const std::string& each : names.initials) initials_form(compact_of(each), FormShape::initials);
    const bool of_family = role == "subject" || role == "sibling" || role == "mother" || role == "father" || role == "relative";
    if (!of_family || !names.initials.empty() || names.given.empty() || names.family.empty()) return;
    const std::string made = firsts_of(names);
    const std::string tail = lasts_of(names);
    initials_form(made + tail, FormShape::made_initials);
    const std::string& last = names.family.front();
    if (last.size() > 3 && (last[0] == 'O' || last[0] == 'o') && compact_of(last).size() + 1 <= last.size()) {
      const std::string o_part = compact_of(last).substr(0, 2);
      NameForm& form = push({made, o_part}, NameKind::initials, FormShape::made_initials);
      form.need = CaseNeed::all_capitals;
    }
  }

  /// The first letters of the given names, and of the parts of the family name.
  static std::string firsts_of(const PersonNames& names) {
    std::string made = compact_of(names.given.front()).substr(0, 1);
    for (const std::string& each : names.middle) made += compact_of(each).substr(0, 1);
    return made;
  }
  static std::string lasts_of(const PersonNames& names) {
    std::string tail;
    for (const std::string& part : words_between_spaces(replace_every(names.family.front(), "-", " "))) tail += compact_of(part).substr(0, 1);
    return tail;
  }

  void initials_form(const std::string& letters, FormShape shape) {
    if (letters.size() < 2) return;
    Atoms apart;
    for (const char c : letters) apart.emplace_back(1, c);
    push({letters}, NameKind::initials, shape).need = CaseNeed::all_capitals;
    push(std::move(apart), NameKind::initials, shape).need = CaseNeed::all_capitals;
  }

  void contacts(const Identity& person) {
    for (const NameEntry& each : person.names) {
      if (each.kind == NameKind::address) address(each.text);
      if (each.kind != NameKind::email && each.kind != NameKind::username) continue;
      add(each.text, each.kind, FormShape::contact);
      const std::size_t at = each.text.find('@');
      if (each.kind == NameKind::email && at != std::string::npos && at >= 6)
        add(each.text.substr(0, at), each.kind, FormShape::contact);
    }
  }

  void place_name(const std::string& text, bool whole_names_only) {
    std::string name = fold_space(text);
    if (name.starts_with("the ") || name.starts_with("The ")) name = name.substr(4);
    add(name, NameKind::place_name, FormShape::place);
    if (whole_names_only) return;
    core(name);
    in_one_word(name);
    street_alone(name);
  }

  /// "Mossbank" for Moss Bank.
  void in_one_word(const std::string& name) {
    const Strings words = words_between_spaces(name);
    if (words.size() != 2 || name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ") != std::string::npos) return;
    const std::string joined = unicode::fold(words[0] + words[1]);
    if (joined.size() >= 7 && !is_everyday_word(joined) && !is_common_word(joined)) push({joined}, NameKind::place_name, FormShape::place).need = CaseNeed::capital;
  }

  /// "31 Copperbeech" for 31 Copperbeech Close: a person must look, for a street may bear a common name.
  void street_alone(const std::string& name) {
    Strings words = words_between_spaces(name);
    while (words.size() > 2 && words.front().find_first_of("0123456789,") != std::string::npos) words.erase(words.begin());
    if (words.size() != 2 || !among({"street", "road", "close", "lane", "avenue", "way", "drive", "row", "court", "crescent", "gardens", "grove", "terrace", "walk", "parade", "rise", "mews"}, unicode::fold(words.back()))) return;
    const std::string street = unicode::fold(words.front());
    if (street.size() < 6 || is_everyday_word(street) || is_common_word(street) || atoms_of(street).size() != 1) return;
    push({street}, NameKind::address, FormShape::place_core).need = CaseNeed::capital;
  }

  /// What is left of a place's name without the words that any such place has: "St Bride's", "Millrace".
  void core(const std::string& name) {
    std::vector<RawToken> tokens;
    scan_tokens(name, tokens);
    std::uint32_t end = 0;
    std::size_t words = 0;
    bool telling = false, cut = false, saint = false;
    for (const RawToken& each : tokens) {
      const std::string folded = unicode::fold(std::string_view(name).substr(each.span.begin, each.span.length()));
      if (common_place_word(folded)) {
        cut = true;
        break;
      }
      if (each.casing != Casing::punctuation) ++words;
      telling = telling || (folded.size() >= 4 && each.casing == Casing::capitalised && (saint || !is_everyday_word(folded)));
      saint = folded == "st" || folded == "saint" || (saint && folded == ".");
      end = each.span.end;
    }
    if (cut && telling && words <= 4) add(name.substr(0, end), NameKind::place_name, FormShape::place_core);
  }

  /// The whole address, its first line, and the street without the number.
  void address(const std::string& text) {
    add(text, NameKind::address, FormShape::address);
    const auto parts = split(text, ',');
    std::size_t line = 0;
    while (line + 1 < parts.size() && atoms_of(parts[line]).size() < 3) ++line;
    const std::string street = fold_space(parts[line]);
    const auto first_space = street.find(' ');
    const bool numbered = !street.empty() && street[0] >= '0' && street[0] <= '9' && first_space != std::string::npos;
    if (numbered) {
      add(street, NameKind::address, FormShape::address);
      add(street.substr(first_space + 1), NameKind::address, FormShape::address);
    } else if (parts.size() > 1 && atoms_of(parts[0]).size() >= 2) {
      add(std::string(parts[0]), NameKind::address, FormShape::address);
    }
  }

  std::vector<NameForm>& forms_;
  std::uint32_t identity_;
};

bool is_compact(NameKind kind) {
  return kind == NameKind::postcode || kind == NameKind::phone || kind == NameKind::number;
}

}  // namespace

std::vector<NameForm> name_forms(const Register& people) {
  std::vector<NameForm> forms;
  for (std::uint32_t i = 0; i < people.entries.size(); ++i) {
    FormMaker maker(forms, i);
    if (people.entries[i].kind == IdentityKind::person) maker.person(people.entries[i]);
    else maker.place(people.entries[i]);
  }
  std::set<std::string> registered;
  for (const Identity& each : people.entries)
    for (const NameEntry& name : each.names)
      if (name.kind == NameKind::initials) registered.insert(compact_of(name.text));
  for (std::uint32_t i = 0; i < people.entries.size() && !registered.empty(); ++i)
    if (people.entries[i].kind == IdentityKind::person) FormMaker(forms, i).contested_initials(people.entries[i], registered);
  const auto order = [](const NameForm& each) { return std::tie(each.atoms, each.identity, each.shape); };
  std::stable_sort(forms.begin(), forms.end(), [&](const NameForm& a, const NameForm& b) { return order(a) < order(b); });
  forms.erase(std::unique(forms.begin(), forms.end(),
                          [&](const NameForm& a, const NameForm& b) { return order(a) == order(b); }),
              forms.end());
  return forms;
}

std::vector<CompactForm> compact_forms(const Register& people) {
  std::vector<CompactForm> forms;
  for (std::uint32_t i = 0; i < people.entries.size(); ++i)
    for (const NameEntry& each : people.entries[i].names) {
      if (!is_compact(each.kind)) continue;
      const std::string compact = compact_of(each.text);
      if (compact.size() < 3) continue;
      forms.push_back({compact, i, each.kind});
      if (each.kind == NameKind::phone && compact[0] == '0') forms.push_back({"44" + compact.substr(1), i, each.kind});
      if (each.kind == NameKind::phone && compact[0] == '0') forms.push_back({"440" + compact.substr(1), i, each.kind});
      if (each.kind == NameKind::phone && compact[0] == '0') forms.push_back({"0044" + compact.substr(1), i, each.kind});
    }
  return forms;
}

}  // namespace casewright
