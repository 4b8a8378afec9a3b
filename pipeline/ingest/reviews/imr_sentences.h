#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/dates.h"
#include "ingest/reviews/fact_words.h"

namespace casewright {

/// What the sentences of a review say of itself; what they do not say is empty.
struct ToldInSentences {
  ToldPerson author;            ///< "Written for the Trust by ...", "I, ..., am ..."
  Date requested;               ///< "commissioned by the Board on ...", "was directed to write this review on ..."
  std::pair<Date, Date> period; ///< "covering the period from ... until ..."
  std::string independent;      ///< those sentences that say how the author is independent
  bool anything() const { return !author.name.empty() || requested.known() || period.first.known(); }
};

/// The phrases are those of the set review-sentences in corpus/labels.
ToldInSentences told_in_sentences(std::string_view text);

/// Who approved a review, by a sentence: "Approved on behalf of the Trust by Ann Lea, Chief Executive, at the meeting held on 20 May 2014."
ToldPerson signer_in(std::string_view text);

}  // namespace casewright
