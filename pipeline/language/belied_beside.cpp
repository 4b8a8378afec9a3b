#include "language/belied_beside.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/among.h"
#include "language/name_words.h"

namespace casewright {
namespace {

using std::string_view;

constexpr std::array<string_view, 8> owners{"his", "her", "their", "its", "our", "my", "your", "whose"};
/// What stands before a relation and says more of it: "her late maternal grandmother".
constexpr std::array<string_view, 19> nearer{"maternal", "paternal", "mat", "pat", "late", "own", "new", "then", "current", "previous", "former", "older", "younger", "eldest", "elder", "half", "step", "great", "twin"};
/// Behind them a person is who is told and another begins what is told: "told his nan Callum was ill".
constexpr std::array<string_view, 17> telling_verbs{"told", "tells", "tell", "telling", "asked", "asks", "informed", "advised", "reminded", "said", "says", "thought", "knew", "saw", "warned", "that", "assured"};
/// The last word of what a professional is.
constexpr std::array<string_view, 32> occupations{
    "worker", "visitor", "teacher", "headteacher", "head", "nurse", "midwife", "doctor", "gp", "paediatrician", "registrar", "consultant", "constable", "officer", "sergeant", "detective",
    "solicitor", "guardian", "psychologist", "psychiatrist", "therapist", "manager", "sw", "hv", "pc", "dc", "ta", "senco", "dsl", "fsw", "practitioner", "counsellor"};

/// What somebody may be to a family without belonging to it.
constexpr std::array<string_view, 8> acquaintances{"friend", "neighbour", "classmate", "schoolfriend", "mate", "flatmate", "housemate", "lodger"};
/// Behind a name, with a capital, they make it the name of a house, a street or a firm.
constexpr std::array<string_view, 22> named_after{"house", "hall", "lodge", "road", "rd", "lane", "avenue", "ave", "close", "drive", "crescent", "terrace", "gardens", "grove", "academy", "surgery", "hotel", "arms",
                                                  "ltd", "limited", "solicitors", "hostel"};
/// The same behind a family name; behind a given name they may begin what is noted of it: "Callum School report".
constexpr std::array<string_view, 12> named_after_family{"court", "street", "st", "school", "primary", "nursery", "hospital", "centre", "unit", "clinic", "farm", "park"};

/// A kin word beside a name.
struct Relation {
  const KinWord* kin = nullptr;
  string_view side;              ///< "paternal" of "paternal grandmother"
  bool owned = false;            ///< "his uncle", "Callum's uncle"
  bool of_child = false, of_parent = false;  ///< whose it is, where a name says so: "Callum's uncle", "Wayne's mother"
};

class Beside {
 public:
  Beside(const SearchedText& searched, std::uint32_t identity, std::size_t first, std::size_t last, const IdentityHit* before)
      : index_(searched.index), fact_(searched.index.facts[identity]), identity_(identity), text_(searched.text), tokens_(searched.tokens), first_(first), last_(last), before_(before) {}

  Belied belies(bool by_family_name) const {
    if (!fact_.person || fact_.may_be_named) return Belied::no;
    if (of_another(by_family_name)) return Belied::another;
    return names_a_thing(by_family_name) || short_for_a_thing() ? Belied::thing : Belied::no;
  }

 private:
  bool of_another(bool by_family_name) const {
    return contradicts(relation_before()) || contradicts(relation_behind()) || another_profession_behind() || an_acquaintance() || generation_behind() || (by_family_name && other_given_behind()) || namesake();
  }

  string_view word(std::size_t at) const { return at < tokens_.size() ? string_view(tokens_[at].word->folded) : string_view(); }
  /// The folded token so many before the name, or nothing.
  string_view word_back(std::size_t at, std::size_t back) const { return at >= back ? word(at - back) : string_view(); }
  bool one_paragraph(std::size_t from, std::size_t to) const { return text_.substr(tokens_[from].span.begin, tokens_[to].span.end - tokens_[from].span.begin).find('\n') == string_view::npos; }

  static const KinWord* kin_of(string_view folded) {
    if (folded.starts_with("half-")) folded.remove_prefix(5);
    return find_kin(folded);
  }

  /// "his uncle Wayne", "Callum's uncle, Mr Braithe,", "PGM (Mrs Braithe)".
  Relation relation_before() const {
    Relation none, found;
    std::size_t at = first_;
    const string_view mark = word_back(at, 1);
    const bool apart = mark == "," || mark == "(";
    if (apart) --at;
    if (at == 0 || !one_paragraph(at - 1, last_)) return none;
    found.kin = kin_of(word(at - 1));
    if (found.kin == nullptr) return none;
    --at;
    while (at > 0 && among(nearer, word(at - 1))) {
      if (found.side.empty()) found.side = word(at - 1);
      --at;
    }
    const string_view owner = word_back(at, 1);
    const bool possessive = owner == "'s" || owner == "'";
    found.owned = possessive || among(owners, owner);
    if (possessive && at > 1) tell_owner(at - 2, found);
    if (apart && mark == ",") return stands_apart(at, found) ? found : none;
    if (apart) return found;
    if (found.kin->kind == KinKind::parent && !found.owned) return none;  // "told mum Callum was ill"
    for (std::size_t back = 1; back <= 3; ++back)
      if (among(telling_verbs, word_back(at, back))) return none;
    return found;
  }

  /// Between commas a relation and a name are one person; "with her nan, Wayne and Leo" is a list.
  bool stands_apart(std::size_t kin, const Relation& found) const {
    const string_view stop = word(last_ + 1);
    if (stop != "," && stop != "." && stop != ";" && stop != ")") return false;
    if (stop == "," && last_ + 2 < tokens_.size() && tokens_[last_ + 2].capital()) return false;
    return found.owned || word_back(kin, 1) == "the" || tokens_[kin].opens_sentence;
  }

  /// "(paternal grandfather)", ", Callum's uncle,": the tokens between the marks, or nothing.
  struct Words {
    std::size_t begin = 0, end = 0;
    bool bracket = false;
    std::size_t head = 0;  ///< "uncle" of "uncle of Callum"
  };
  Words words_behind() const {
    constexpr std::size_t reach = 12;  // tokens
    Words words{last_ + 2, last_ + 2, word(last_ + 1) == "("};
    if (!words.bracket && word(last_ + 1) != ",") return {};
    while (words.end < tokens_.size() && words.end < last_ + reach && (tokens_[words.end].is_word() || word(words.end) == "'s")) ++words.end;
    const string_view stop = word(words.end);
    const bool closed = words.bracket ? stop == ")" || stop == "," : stop == "," || stop == "." || stop == ";" || stop == ")";
    if (!closed || words.end == words.begin || !one_paragraph(first_, words.end)) return {};
    words.head = words.end - 1;
    for (std::size_t at = words.end - 1; at > words.begin; --at)
      if (among({"of", "to", "for", "from", "at", "with", "in"}, word(at))) words.head = at - 1;
    return words;
  }

  Relation relation_behind() const {
    const Words words = words_behind();
    Relation found;
    if (words.end == words.begin) return found;
    const string_view last = word(words.head);
    const bool short_form = among({"mgm", "pgm", "mgf", "pgf"}, last);
    if (!words.bracket && words.end - words.begin < 2 && !short_form) return found;  // "Wayne, dad, nan and Leo"
    found.kin = kin_of(last);
    if (words.head > words.begin) found.side = word(words.head - 1);
    found.owned = true;
    for (std::size_t at = words.begin + 1; at < words.end; ++at)
      if (word(at) == "'s" || word(at) == "'") tell_owner(at - 1, found);
    return found;
  }

  /// Whose relation it is, where all who bear the name before "'s" are children of the family or all are its parents.
  void tell_owner(std::size_t owner, Relation& relation) const {
    const auto found = index_.single.find(std::string(word(owner)));
    if (found == index_.single.end()) return;
    const auto all = [&](auto is) { return std::all_of(index_.begin(found->second), index_.end(found->second), [&](const NameForm& each) { return is(index_.facts[each.identity]); }); };
    relation.of_child = all([](const IdentityFacts& each) { return each.child; });
    relation.of_parent = all([](const IdentityFacts& each) { return each.role == "mother" || each.role == "father"; });
  }

  /// "Jodie (social worker)", "Jodie, the health visitor,"; "Jodie, a nurse," may tell what she lives by.
  bool another_profession_behind() const {
    const Words words = words_behind();
    if (!fact_.family || words.end == words.begin || !among(occupations, word(words.head))) return false;
    const bool attribute = word(words.begin) == "a" || word(words.begin) == "an";
    const bool in_list = !words.bracket && words.end - words.begin < 2;
    return !attribute && !in_list && !public_name_has(word(words.head));
  }

  /// "Her friend Jodie rang", "Jodie (neighbour)": a parent, a grandparent or a professional of the register is no such thing. Children are friends of one another.
  bool an_acquaintance() const {
    const bool never = fact_.role == "mother" || fact_.role == "father" || fact_.role == "practitioner" || public_name_has("grand");
    if (!never) return false;
    const string_view before = word_back(first_, 1), owner = word_back(first_, 2);
    if (among(acquaintances, before) && !public_name_has(before) && (owner == "'s" || owner == "'" || owner == "a" || owner == "the" || among(owners, owner))) return true;
    const Words words = words_behind();
    return words.bracket && words.end > words.begin && among(acquaintances, word(words.head)) && !public_name_has(word(words.head));
  }

  /// "Prewett House", "Brook Rd", "Prewett and Sons": a house, a street, a firm that bears the name.
  bool names_a_thing(bool by_family_name) const {
    if (tokens_[first_].word->title || last_ + 1 >= tokens_.size()) return false;
    const auto capital = [&](std::size_t at) { return at < tokens_.size() && tokens_[at].capital(); };
    const string_view next = word(last_ + 1);
    if (capital(last_ + 1) && (among(named_after, next) || (by_family_name && among(named_after_family, next)))) return true;
    return by_family_name && (next == "and" || next == "&") && capital(last_ + 2) && among({"sons", "daughters", "partners", "co"}, word(last_ + 2));
  }

  /// "The ACE score", where a child is called Ace: an abbreviation in capitals behind an article.
  bool short_for_a_thing() const {
    constexpr std::size_t longest_of_capitals = 4;  // bytes
    const string_view article = word_back(first_, 1);
    const bool capitals = first_ == last_ && tokens_[first_].casing == Casing::capitals && word(first_).size() <= longest_of_capitals;
    return capitals && (article == "the" || article == "an" || article == "a") && tokens_[first_ - 1].casing != Casing::capitals;
  }

  /// "Mr Braithe snr rang": of two of one name the register has one.
  bool generation_behind() const {
    std::size_t at = last_ + 1;
    if (word(at) == "(" || word(at) == ",") ++at;
    if (!among({"snr", "sr", "senior", "jnr", "jr"}, word(at))) return false;
    if (word(at + 1) == ".") ++at;
    const string_view next = word(at + 1);
    return at + 1 >= tokens_.size() || !tokens_[at + 1].is_word() || is_past_verb(next) || among({"and", "or", "who", "of"}, next);
  }

  /// "Mr Braithe (Lee)".
  bool other_given_behind() const {
    if (first_ == last_ || word(last_ + 1) != "(" || word(last_ + 3) != ")") return false;
    const SeenToken& token = tokens_[last_ + 2];
    if (token.casing != Casing::capitalised || token.word->title || find_kin(token.word->folded) != nullptr || is_time_word(token.word->folded)) return false;
    for (const NameForm& form : index_.forms)
      if (form.identity == identity_ && among(form.atoms, token.word->folded)) return false;
    return !public_name_has(token.word->folded);
  }

  /// "another boy called Callum", "a different Callum", "Callum's friend Callum".
  bool namesake() const {
    constexpr std::size_t reach = 5;  // tokens
    if (word_back(first_, 1) == "different" || word_back(first_, 1) == "another") return true;
    if (among({"called", "named"}, word_back(first_, 1)))
      for (std::size_t back = 2; back <= reach; ++back)
        if (among({"another", "different", "other", "second"}, word_back(first_, back))) return true;
    const bool own = before_ != nullptr && before_->identity == identity_ && before_->possessive;
    if (!own || !among({"friend", "cousin", "mate", "classmate", "father", "dad", "mother", "mum", "uncle", "aunt", "grandfather", "grandmother", "grandad", "nan", "boyfriend", "girlfriend", "partner", "son", "daughter"}, word_back(first_, 1))) return false;
    return text_.substr(before_->span.end, tokens_[first_].span.begin - before_->span.end).find_first_of(".,;\n") == string_view::npos;
  }

  bool public_name_has(string_view part) const { return fact_.public_name.find(part) != std::string::npos; }

  /// True where nobody of this role and public name is that to a child of the family, or of that sex.
  bool contradicts(const Relation& relation) const {
    if (relation.kin == nullptr) return false;
    const KinWord& kin = *relation.kin;
    if (kin.sex != ' ' && fact_.sex != ' ' && kin.sex != fact_.sex) return true;
    const bool grandparent = kin.kind == KinKind::grandparent;
    if (grandparent && public_name_has("grand")) return other_side(relation);
    if (!kin.of_public_name.empty() && public_name_has(kin.of_public_name)) return false;
    if (fact_.child) return grandparent || kin.kind == KinKind::uncle_or_aunt || kin.kind == KinKind::step_parent || kin.kind == KinKind::partner || kin.kind == KinKind::parent;
    if (fact_.role == "mother" || fact_.role == "father") {
      const bool of_child = relation.of_child && (kin.kind == KinKind::sibling || kin.kind == KinKind::child || kin.kind == KinKind::partner);
      return grandparent || kin.kind == KinKind::uncle_or_aunt || kin.kind == KinKind::cousin || kin.kind == KinKind::grandchild || of_child || (relation.of_parent && kin.kind == KinKind::parent);
    }
    if (fact_.role == "practitioner") return relation.owned && kin.kind != KinKind::carer && kin.kind != KinKind::partner;
    if (public_name_has("grand")) return kin.kind == KinKind::uncle_or_aunt || kin.kind == KinKind::cousin;
    return grandparent && (fact_.role == "other" || public_name_has("aunt") || public_name_has("uncle") || public_name_has("cousin"));
  }

  /// "MGM" of a paternal grandmother.
  bool other_side(const Relation& relation) const {
    const bool maternal = relation.kin->word.starts_with("mg") || relation.side.starts_with("mat");
    const bool paternal = relation.kin->word.starts_with("pg") || relation.side.starts_with("pat");
    return (maternal && public_name_has("paternal")) || (paternal && public_name_has("maternal"));
  }

  const IdentitySearch::Index& index_;
  const IdentityFacts& fact_;
  std::uint32_t identity_;
  string_view text_;
  const std::vector<SeenToken>& tokens_;
  std::size_t first_, last_;
  const IdentityHit* before_;
};

}  // namespace

Belied belied_beside(const SearchedText& searched, std::uint32_t identity, std::size_t first, std::size_t last, bool by_family_name, const IdentityHit* before) {
  return Beside(searched, identity, first, last, before).belies(by_family_name);
}

}  // namespace casewright
