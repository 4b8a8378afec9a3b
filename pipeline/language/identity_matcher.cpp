#include "language/identity_matcher.h"

#include <algorithm>
#include <optional>

#include "base/among.h"
#include "base/text.h"
#include "foreign/unicode.h"
#include "language/belied_beside.h"
#include "language/council_areas.h"
#include "language/identity_candidates.h"
#include "language/identity_matches.h"
#include "language/name_words.h"
#include "language/person_names.h"

namespace casewright {
namespace {

std::string_view words_for(NameKind kind) {
  switch (kind) {
    case NameKind::full: return "full name";
    case NameKind::given: return "given name";
    case NameKind::middle: return "middle name";
    case NameKind::family: return "family name";
    case NameKind::alias: return "alias";
    case NameKind::nickname: return "nickname";
    case NameKind::former: return "former name";
    case NameKind::initials: return "initials";
    case NameKind::place_name: return "name of a place or organisation";
    case NameKind::address: return "address";
    case NameKind::postcode: return "postcode";
    case NameKind::email: return "email address";
    case NameKind::username: return "user name";
    case NameKind::phone: return "telephone number";
    case NameKind::number: return "number";
  }
  return "name";
}

std::string_view words_for(Slip slip) {
  switch (slip) {
    case Slip::one_letter: return " with one letter wrong";
    case Slip::two_letters: return " with two letters wrong";
    case Slip::sound: return " written as it sounds";
    case Slip::scan: return " as a scanner may misread it";
  }
  return " with an error";
}

/// Makes hits of the matches in one text, in their order: who was surely named before helps to tell who is meant later.
class Judge {
 public:
  explicit Judge(const SearchedText& searched) : searched_(searched), index_(searched.index), text_(searched.text), tokens_(searched.tokens) {}

  std::vector<IdentityHit> run() {
    std::vector<IdentityHit> hits;
    for (const Match& each : find_matches(searched_)) judge(each, hits);
    join_neighbours(hits);
    return hits;
  }

 private:
  void judge(const Match& match, std::vector<IdentityHit>& hits) {
    if (match.way == Way::compact) return judge_compact(match, hits);
    std::vector<Candidate> candidates = candidates_of(searched_, match);
    if (candidates.empty()) return;
    IdentityHit hit;
    hit.span = match.span;
    const std::optional<std::size_t> title = title_before(searched_, match, *candidates.front().form);
    const std::vector<Candidate> everybody = candidates;
    if (!title && !hits.empty()) keep_bearer_before(match, hits.back(), candidates);
    const bool open = stays_open(match, title.has_value(), *candidates.front().form);
    narrow(searched_, candidates, match, title, open ? std::vector<Mention>() : mentioned_);
    const NameForm& form = *candidates.front().form;
    if (form.shape == FormShape::plural)  // the child's family first: it is the one that readers know
      std::stable_partition(candidates.begin(), candidates.end(), [this](const Candidate& each) { return index_.facts[each.identity].family; });
    const bool beside = candidates.size() == 1 && is_another_here(match, title, form, hits);
    const bool belied = beside || (title && belied_by_title(searched_, candidates.front(), *title));
    if (index_.facts[candidates.front().identity].may_be_named) return;
    hit.identity = candidates.front().identity;
    hit.kind = form.kind;
    hit.inside_word = match.way == Way::inside;
    if (form.shape == FormShape::plural || (form.kind == NameKind::family && family_follows(match)))
      hit.plural = form.shape == FormShape::plural ? the_before(match.first) : true;
    hit.possessive = take_possessive(match, form, hit.span);
    const bool torn = match.way == Way::plain && take_rest_of_word(match, hit.span);
    take_last_stop(form, hit.span);
    if (title) hit.span.begin = tokens_[*title].span.begin;
    const bool couple = title && take_other_of_couple(*title, hit.span);
    const bool several = !one_public_name(searched_, candidates) && !(hit.plural && one_family(searched_, candidates));
    const bool shared = belied || couple || several;
    const Standing standing = title ? Standing::name : standing_in(match, form);
    if (standing == Standing::plain_word) return;
    if (!title && is_part_of_area(match, form)) return;
    if (is_usual_name(form) && (standing != Standing::name || has_stranger_beside(match))) return;
    const bool sure_name = !torn && standing == Standing::name && sure(match, form, title.has_value(), hit.plural);
    hit.certain = sure_name && !shared;
    hit.shared = sure_name && shared;
    if (shared) hit.may_be = identities_of(belied || couple ? everybody : candidates);
    hit.how = describe(match, form, title.has_value(), hit, shared && !beside);
    if (beside) hit.how += ", beside words that tell of somebody else";
    if (hit.certain && form.shape == FormShape::whole) doubted_.clear();
    if (shared && !hit.plural) doubted_.push_back(match.phrase);
    if (hit.certain && !hit.plural) mentioned_.push_back({hit.identity, title.has_value() || form.shape == FormShape::whole || form.shape == FormShape::family});
    hits.push_back(std::move(hit));
  }

  /// True where nobody named before may settle a name that several bear: "Mark Nowak rang Mark" tells of two, and so it goes
  /// on until one of them is named in full again.
  bool stays_open(const Match& match, bool titled, const NameForm& form) const {
    if (suffix_follows(match.last) || form.shape == FormShape::plural) return true;
    if (!titled && (form.shape == FormShape::family || form.shape == FormShape::half)) return false;
    return match.first == match.last && (twice_in_sentence(match.first) || std::find(doubted_.begin(), doubted_.end(), match.phrase) != doubted_.end());
  }

  /// True where the words beside a name, or beside the same name earlier in the paragraph, say that it is somebody else's: "Mr Braithe
  /// (paternal grandfather) rang. Mr Braithe was cross."
  bool is_another_here(const Match& match, std::optional<std::size_t> title, const NameForm& form, const std::vector<IdentityHit>& hits) {
    if (match.way == Way::inside || form.shape == FormShape::plural || !index_.facts[form.identity].person) return false;
    const bool by_family_name = form.shape == FormShape::family || form.shape == FormShape::half;
    const Belied belied = belied_beside(searched_, form.identity, title.value_or(match.first), match.last, by_family_name, hits.empty() ? nullptr : &hits.back());
    const bool before = belied == Belied::no && form.shape != FormShape::whole && std::any_of(anothers_.begin(), anothers_.end(), [&](const Another& each) {
      return each.phrase == match.phrase && text_.substr(each.end, match.span.begin - each.end).find('\n') == std::string_view::npos;
    });
    if (belied == Belied::another) anothers_.push_back({match.phrase, match.span.end});
    return belied != Belied::no || before;
  }

  /// "Dean Ward (Jnr)": it is said which of two is meant, but not who that is.
  bool suffix_follows(std::size_t last) const {
    std::size_t at = last + 1;
    while (at < tokens_.size() && among({"(", ","}, tokens_[at].word->folded)) ++at;
    return at < tokens_.size() && at <= last + 2 && among({"snr", "sr", "senior", "jnr", "jr", "junior"}, tokens_[at].word->folded);
  }

  /// True where the sentence holds the word of a token once more.
  bool twice_in_sentence(std::size_t token) const {
    const auto opens = [this](std::size_t at) { return tokens_[at].opens_sentence && (at == 0 || tokens_[at - 1].word->folded != "("); };
    std::size_t from = token, to = token + 1;
    while (from > 0 && !opens(from)) --from;
    while (to < tokens_.size() && !opens(to)) ++to;
    for (std::size_t at = from; at < to; ++at)
      if (at != token && tokens_[at].word == tokens_[token].word) return true;
    return false;
  }

  /// "Bożena van Wiśniewska": the family name right behind a given name is hers, particles between them.
  void keep_bearer_before(const Match& match, const IdentityHit& before, std::vector<Candidate>& candidates) const {
    std::size_t at = match.first;
    while (at > 0 && is_particle(tokens_[at - 1].word->folded)) --at;
    if (!before.certain || at == 0 || tokens_[at - 1].span.end != before.span.end || text_[before.span.end] != ' ') return;
    if (std::any_of(candidates.begin(), candidates.end(), [&](const Candidate& each) { return each.identity == before.identity; }))
      std::erase_if(candidates, [&](const Candidate& each) { return each.identity != before.identity; });
  }

  /// "Mr and Mrs Smith" are two.
  bool take_other_of_couple(std::size_t title, Span& span) const {
    if (title < 2 || !tokens_[title - 2].word->title || !tokens_[title - 2].capital()) return false;
    if (!among({"and", "&"}, tokens_[title - 1].word->folded)) return false;
    span.begin = tokens_[title - 2].span.begin;
    return true;
  }

  /// Two names side by side are one name: of one person, or of nobody whom the register knows, the given name of one and
  /// the family name of another.
  void join_neighbours(std::vector<IdentityHit>& hits) const {
    for (std::size_t at = 1; at < hits.size();) {
      IdentityHit& first = hits[at - 1];
      const IdentityHit& second = hits[at];
      if (!are_neighbours(first, second)) {
        ++at;
        continue;
      }
      if (first.identity != second.identity) {
        first.shared = first.shared || first.certain;
        first.certain = false;
        first.may_be = {std::min(first.identity, second.identity), std::max(first.identity, second.identity)};
        first.how += " beside the " + second.how;
      }
      first.span.end = second.span.end;
      first.possessive = second.possessive;
      hits.erase(hits.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }

  bool are_neighbours(const IdentityHit& first, const IdentityHit& second) const {
    const auto behind = std::lower_bound(tokens_.begin(), tokens_.end(), second.span.begin, [](const SeenToken& each, std::uint32_t at) { return each.span.begin < at; });
    if (behind != tokens_.end() && behind->word->title) return false;  // "told Kasia PC Ellery was late"
    if (first.inside_word || second.inside_word || first.plural || second.plural || first.possessive) return false;
    if (!index_.facts[first.identity].person || !index_.facts[second.identity].person) return false;
    if (second.span.begin != first.span.end + 1 || (text_[first.span.end] != ' ' && text_[first.span.end] != '-')) return false;
    if (first.identity == second.identity) return first.certain && second.certain && is_personal(first.kind) && is_personal(second.kind);
    const bool given = first.kind == NameKind::given || first.kind == NameKind::nickname || first.kind == NameKind::alias || first.kind == NameKind::middle;
    return given && second.kind == NameKind::family;
  }

  static bool is_personal(NameKind kind) {
    return kind == NameKind::full || kind == NameKind::given || kind == NameKind::middle || kind == NameKind::family || kind == NameKind::alias || kind == NameKind::nickname;
  }

  void judge_compact(const Match& match, std::vector<IdentityHit>& hits) const {
    const CompactForm& form = match.compact->front();
    if (index_.facts[form.identity].may_be_named) return;
    IdentityHit hit;
    hit.span = match.span;
    hit.identity = form.identity;
    hit.kind = form.kind;
    hit.certain = true;
    hit.how = words_for(form.kind);
    std::vector<Candidate> holders;
    for (const CompactForm& each : *match.compact)
      if (!index_.facts[each.identity].may_be_named) holders.push_back({each.identity, nullptr});
    if (!one_public_name(searched_, holders)) {
      hit.may_be = identities_of(holders);
      hit.how += ", shared by several";
    }
    const bool titled = match.first > 0 && tokens_[match.first - 1].word->title && tokens_[match.first - 1].capital();
    if (titled && form.kind == NameKind::number) {  // "PC 9941"
      hit.span.begin = tokens_[match.first - 1].span.begin;
      hit.kind = NameKind::full;
      hit.how = "title and number";
    }
    hits.push_back(std::move(hit));
  }

  bool the_before(std::size_t first) const { return first > 0 && tokens_[first - 1].word->folded == "the"; }

  /// "the Smith family", "the Smith household".
  bool family_follows(const Match& match) const {
    if (match.last + 1 >= tokens_.size() || !the_before(match.first)) return false;
    const std::string& next = tokens_[match.last + 1].word->folded;
    return next == "family" || next == "household" || next == "children" || next == "siblings" || next == "parents" || next == "home";
  }

  /// True where a possessive ending follows; where the name itself ends so, the ending belongs to the hit.
  bool take_possessive(const Match& match, const NameForm& form, Span& span) const {
    if (match.last + 1 >= tokens_.size() || match.way == Way::inside) return false;
    const SeenToken& next = tokens_[match.last + 1];
    if (next.span.begin != span.end || next.casing != Casing::punctuation) return false;
    const std::string& mark = next.word->folded;
    if (mark != "'s" && mark != "'") return false;
    if (form.ends_possessive) {
      if (mark == "'s") span.end = next.span.end;
      return false;
    }
    const char last = tokens_[match.last].word->folded.empty() ? ' ' : tokens_[match.last].word->folded.back();
    return mark == "'s" || last == 's' || last == 'z' || last == 'x';
  }

  /// Widens a hit that is only one capitalised part of a hyphenated word ("Akhtar-Husein") to the whole word.
  bool take_rest_of_word(const Match& match, Span& span) const {
    const Span last = tokens_[match.last].span, first = tokens_[match.first].span;
    const bool behind = span.end < last.end && starts_capital(text_.substr(span.end, last.end - span.end));
    const bool before = span.begin > first.begin && starts_capital(text_.substr(first.begin, span.begin - first.begin));
    if (behind) span.end = last.end;
    if (before) span.begin = first.begin;
    return behind || before;
  }

  static bool starts_capital(std::string_view part) {
    while (!part.empty() && (part[0] == '-' || part[0] == '\'')) part.remove_prefix(1);
    return !part.empty() && unicode::is_upper(code_point_at(part, 0).value);
  }

  /// Takes in the last stop of dotted initials where it ends no sentence.
  void take_last_stop(const NameForm& form, Span& span) const {
    if (form.kind != NameKind::initials || form.atoms.size() < 2 || span.end + 2 >= text_.size()) return;
    const bool dotted = text_.substr(span.begin, span.length()).find('.') != std::string_view::npos;
    if (dotted && text_[span.end] == '.' && text_[span.end + 1] == ' ' && unicode::is_lower(code_point_at(text_, span.end + 2).value))
      ++span.end;
  }

  /// True for a grade ("WCAG 2.2 AA") or a unit ("47 KB") right behind a number.
  bool is_grade_or_unit(const Match& match) const {
    if (match.first != match.last || match.first == 0) return false;
    const SeenToken& token = tokens_[match.first];
    const SeenToken& before = tokens_[match.first - 1];
    return token.casing == Casing::capitals && before.casing == Casing::number && token.span.begin - before.span.end <= 2 &&
           among({"a", "aa", "aaa", "kb", "mb", "gb", "tb", "kg", "mg", "ml", "mm", "cm", "km", "am", "pm", "ad", "bc", "bp", "hz", "mph", "gmt", "bst", "hrs"}, token.word->folded);
  }

  /// The last letters of a car's number: "ZZ19 KBO".
  bool is_registration(const Match& match) const {
    if (match.first != match.last || match.first == 0) return false;
    const std::string& before = tokens_[match.first - 1].word->folded;
    const auto is_digit_at = [&](std::size_t at) { return before[at] >= '0' && before[at] <= '9'; };
    return tokens_[match.first].word->folded.size() == 3 && before.size() == 4 && !is_digit_at(0) && !is_digit_at(1) && is_digit_at(2) && is_digit_at(3);
  }

  /// "Akhtar (2012)", "Akhtar et al.": whom a report cites.
  bool is_cited(const Match& match) const {
    const std::size_t next = match.last + 1;
    if (next + 1 >= tokens_.size()) return false;
    if (tokens_[next].word->folded == "et" && tokens_[next + 1].word->folded == "al") return true;
    const std::string& year = tokens_[next + 1].word->folded;
    return tokens_[next].word->folded == "(" && year.size() >= 4 && (year.starts_with("19") || year.starts_with("20")) && tokens_[next + 1].casing == Casing::number;
  }

  /// True for one word of a person's name that here is one word of an area: "North Yorkshire".
  bool is_part_of_area(const Match& match, const NameForm& form) const {
    return match.first == match.last && match.way != Way::inside && index_.facts[form.identity].person && stands_in_council_area(tokens_, match.first);
  }

  /// A short form that the register does not have itself. Before a family name that it does not have it is somebody
  /// else's: "Liz Strange".
  static bool is_usual_name(const NameForm& form) { return form.kind == NameKind::nickname && form.shape == FormShape::middle; }
  bool has_stranger_beside(const Match& match) const { return stranger_follows(tokens_, match.last) || stranger_precedes(tokens_, match.first); }

  /// How an everyday word, initials or a part of a name stands here.
  Standing standing_in(const Match& match, const NameForm& form) {
    if (match.way != Way::plain) return Standing::name;
    if (!tokens_[match.first].capital() && form.need == CaseNeed::capital) {
      if (called_by_name(searched_, match)) return Standing::name;
      if (match.first == match.last && form.atoms.size() > 1) return Standing::unclear;
      const bool family = form.shape == FormShape::family || form.shape == FormShape::half;
      if (!family && speaks(searched_, match)) return Standing::unclear;
    }
    if (is_grade_or_unit(match)) return Standing::plain_word;
    const bool initials = form.shape == FormShape::initials || form.shape == FormShape::made_initials;
    if (initials) {
      if (is_registration(match)) return Standing::plain_word;
      if (form.shape == FormShape::made_initials && form.atoms.size() == 1 && form.atoms.front().size() == 2) return stand_for_somebody(match) ? Standing::unclear : Standing::plain_word;
      if (in_capitals(tokens_, match.first) || (form.atoms.size() == 1 && is_usual_initials(form.atoms.front()))) return Standing::unclear;
      return form.atoms.size() == 1 && is_everyday_word(form.atoms.front()) ? Standing::unclear : Standing::name;
    }
    if ((form.shape == FormShape::family || form.shape == FormShape::half) && is_cited(match)) return Standing::unclear;
    if (form.common) return standing_of_common(match, form);
    if (!form.everyday) return Standing::name;
    if (match.first == match.last) return standing_of(tokens_, match.first);
    return in_capitals(tokens_, match.first) ? Standing::unclear : Standing::name;
  }

  /// "LM cried", "told KM", "Mother (KM)": two letters that nobody registered are somebody where a person would stand.
  bool stand_for_somebody(const Match& match) {
    if (std::find(initials_told_.begin(), initials_told_.end(), match.phrase) != initials_told_.end()) return true;
    if (!stand_as_subject(match)) return false;
    initials_told_.push_back(match.phrase);
    return true;
  }
  bool stand_as_subject(const Match& match) const {
    const SeenToken& token = tokens_[match.first];
    if (token.casing != Casing::capitals || is_usual_initials(token.word->folded) || in_capitals(tokens_, match.first)) return false;
    const auto word = [this](std::size_t at) { return at < tokens_.size() ? std::string_view(tokens_[at].word->folded) : std::string_view(); };
    const std::string_view after = word(match.last + 1), before = match.first > 0 ? word(match.first - 1) : std::string_view();
    if (among({"the", "a", "an", "no", "per", "of"}, before)) return false;
    const bool goes_on_in_figures = match.last + 2 < tokens_.size() && tokens_[match.last + 2].casing == Casing::number;
    if ((is_past_verb(after) || after == "'s") && !goes_on_in_figures) return true;
    if (among({"told", "saw", "asked", "informed", "hit", "took", "met", "rang", "hurt", "visited"}, before)) return true;
    const bool aged = after == "(" && goes_on_in_figures && word(match.last + 3) == ")";
    return aged || (before == "(" && after == ")" && match.first > 1 && is_kin(word(match.first - 2)));
  }

  /// Initials that most readers take for something else: "a CO alarm".
  static bool is_usual_initials(std::string_view folded) {
    return among({"co", "it", "tv", "uk", "us", "eu", "ok", "am", "pm", "ad", "bc", "ai", "hr", "pc", "gp", "sw", "hv", "dv", "la", "cp", "ep", "ot", "pe", "ip", "id", "dr", "st", "da", "ed", "mh", "fm", "pr", "cc", "nhs", "usa", "bbc"}, folded);
  }

  /// A common word: in small letters it is nobody's family name, and of a given name a person must look; at the head of a
  /// sentence "Ghost rang" is somebody, and "Reading helped" may be nobody.
  Standing standing_of_common(const Match& match, const NameForm& form) const {
    const SeenToken& token = tokens_[match.first];
    if (among_marks(searched_, match.first)) return Standing::name;  // all is small in addresses and names of files
    const bool given = form.kind == NameKind::given || form.kind == NameKind::nickname || form.kind == NameKind::middle || form.kind == NameKind::alias;
    if (!token.capital()) return given ? Standing::unclear : Standing::plain_word;
    const bool bare_head = token.opens_sentence && (match.last + 1 >= tokens_.size() || tokens_[match.last + 1].word->folded != "'s");
    const Standing standing = standing_of(tokens_, match.first);
    const bool may_be_place = match.first > 0 && among({"in", "near", "at", "outside"}, tokens_[match.first - 1].word->folded);
    return (bare_head || may_be_place) && !given && standing == Standing::name ? Standing::unclear : standing;
  }

  bool sure(const Match& match, const NameForm& form, bool titled, bool plural) const {
    if (match.way == Way::near) return false;
    if (match.way == Way::inside) return among_marks(searched_, match.first) || (is_tag(searched_, match.first) && tokens_[match.first].word->tagged != PhraseAutomaton::unknown);
    const bool small = std::none_of(tokens_.begin() + static_cast<std::ptrdiff_t>(match.first),
                                    tokens_.begin() + static_cast<std::ptrdiff_t>(match.last) + 1,
                                    [](const SeenToken& each) { return each.capital(); });
    if (small && !titled && (form.shape == FormShape::half || (form.shape == FormShape::other && form.atoms.size() > 1))) return false;
    switch (form.shape) {
      case FormShape::middle:
      case FormShape::made_initials: return false;
      case FormShape::plural: return plural;
      case FormShape::half: return form.kind == NameKind::family && (titled || plural || !stranger_precedes(tokens_, match.first));
      case FormShape::given:
      case FormShape::other: return !stranger_follows(tokens_, match.last);
      case FormShape::family: return titled || plural || !stranger_precedes(tokens_, match.first);
      case FormShape::place_core: return form.kind != NameKind::address && (form.atoms.size() > 1 || form.atoms.front().size() >= 6);
      case FormShape::whole:
      case FormShape::initials:
      case FormShape::joined:
      case FormShape::place:
      case FormShape::address:
      case FormShape::contact: return true;
    }
    return false;
  }

  std::string describe(const Match& match, const NameForm& form, bool titled, const IdentityHit& hit, bool shared) const {
    std::string how;
    if (hit.possessive) how += "possessive of the ";
    if (form.shape == FormShape::plural) how += "plural of the ";
    if (titled) how += "title and ";
    if (form.shape == FormShape::half) how += "one part of the ";
    how += words_for(form.kind);
    if (form.reversed && form.kind == NameKind::full) how += " in reverse order";
    if (form.shape == FormShape::joined) how += " in one word";
    if (match.way == Way::split_word) how += ", split over two lines";
    if (match.way == Way::spelled) how += " in letters that stand apart";
    if (match.way == Way::near) how += words_for(match.slip);
    if (match.way == Way::inside) how += " inside a longer word";
    if (shared) how += ", shared by several";
    return how;
  }

  const SearchedText& searched_;
  const IdentitySearch::Index& index_;
  std::string_view text_;
  const std::vector<SeenToken>& tokens_;
  std::vector<Mention> mentioned_;  ///< in the order of the text
  /// A name that was somebody else's, and where it ended.
  struct Another {
    std::uint32_t phrase = 0, end = 0;
  };
  std::vector<Another> anothers_;
  std::vector<std::uint32_t> initials_told_;  ///< phrases of two letters that stood as somebody
  std::vector<std::uint32_t> doubted_;  ///< phrases that several bear, not settled since anybody was named in full
};

}  // namespace

std::vector<IdentityHit> match_identities(const IdentitySearch::Index& index, std::string_view text,
                                          const std::vector<SeenToken>& tokens, Scope scope) {
  const SearchedText searched{index, text, tokens, scope};
  return Judge(searched).run();
}

}  // namespace casewright
