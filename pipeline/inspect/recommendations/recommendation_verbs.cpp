#include "inspect/recommendations/recommendation_verbs.h"

#include <map>
#include <memory>
#include <span>
#include <string_view>

namespace casewright {
namespace {

constexpr std::string_view asked[] = {
    "accelerate", "adopt", "agree", "align", "allocate", "amend", "appoint", "arrange", "ask", "assess", "assure", "audit",
    "bring", "build", "carry", "challenge", "change", "check", "choose", "circulate", "clarify", "co-ordinate", "collect",
    "commission", "complete", "conduct", "confirm", "consider", "consult", "continue", "contract", "convene", "coordinate",
    "create", "cut", "define", "deliver", "demonstrate", "design", "develop", "disseminate", "draft", "draw", "embed", "enable",
    "encourage", "end", "enhance", "ensure", "establish", "evaluate", "examine", "expand", "explore", "extend", "find", "fund",
    "give", "go", "hand", "hold", "identify", "implement", "improve", "include", "increase", "inform", "introduce", "invest",
    "investigate", "invite", "involve", "issue", "join", "keep", "launch", "lead", "learn", "link", "listen", "lobby", "look",
    "make", "map", "measure", "meet", "mend", "monitor", "move", "name", "note", "notify", "obtain", "offer", "open", "oversee",
    "pass", "pay", "pilot", "place", "plan", "prepare", "present", "prioritise", "prioritize", "produce", "promote", "propose",
    "provide", "publicise", "publicize", "publish", "put", "raise", "re-issue", "recognise", "recognize", "record", "recruit",
    "reduce", "refer", "refresh", "reinforce", "reissue", "remind", "remove", "repair", "replace", "report", "request",
    "require", "resolve", "review", "revise", "revisit", "rewrite", "run", "satisfies", "satisfy", "scope", "scrutinise",
    "scrutinize", "secure", "see", "seek", "send", "set", "share", "show", "sign", "simplify", "stop", "strengthen", "submit",
    "support", "take", "teach", "tell", "test", "track", "train", "undertake", "update", "use", "visit", "work", "write",
};

constexpr std::string_view first[] = {
    "answer", "apply", "approve", "attend", "ban", "begin", "book", "brief", "cease", "close", "collate", "communicate",
    "compare", "compile", "count", "decide", "delete", "describe", "determine", "discuss", "display", "distribute", "double",
    "employ", "engage", "equip", "escalate", "expect", "explain", "facilitate", "finalise", "finalize", "follow", "formalise",
    "formalize", "guarantee", "inspect", "install", "integrate", "let", "limit", "maintain", "manage", "mandate", "merge",
    "nominate", "offer", "organise", "organize", "persuade", "press", "prevent", "print", "protect", "prove", "pursue", "reach",
    "read", "redesign", "relaunch", "renew", "repeat", "reply", "respond", "restore", "retain", "ring", "roll out", "sample",
    "schedule", "seek", "select", "spread", "standardise", "standardize", "start", "supply", "tackle", "talk", "tighten",
    "translate", "treat", "trial", "turn", "urge", "verify", "widen", "withdraw",
};

/// Words by their letters, so that an expression for many tries each letter once.
struct Letter {
  std::map<char, Letter> next;
  bool ends = false;

  void add(std::string_view word) {
    if (word.empty()) ends = true;
    else next[word.front()].add(word.substr(1));
  }

  std::string expression() const {
    if (next.empty()) return {};
    std::string all;
    for (const auto& [letter, after] : next) all += (all.empty() ? "" : "|") + std::string(1, letter) + after.expression();
    if (next.size() == 1 && !ends) return all;
    return "(?:" + all + (ends ? ")?" : ")");
  }
};

std::string expression_of(std::initializer_list<std::span<const std::string_view>> lists) {
  Letter all;
  for (const auto list : lists)
    for (const std::string_view each : list) all.add(each);
  return all.expression();
}

}  // namespace

const std::string& ask_verbs() {
  static const std::string expression = expression_of({asked});
  return expression;
}

const std::string& opening_verbs() {
  static const std::string expression = expression_of({asked, first});
  return expression;
}

}  // namespace casewright
