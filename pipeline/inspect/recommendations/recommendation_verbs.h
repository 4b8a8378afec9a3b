#pragma once

#include <string>

namespace casewright {

/// What reviews ask people to do, as one expression that matches the bare form of each verb; -ing forms are nouns there.
const std::string& ask_verbs();

/// The same, and verbs that count only where they stand first: in the middle of a sentence they are as often no verbs.
const std::string& opening_verbs();

}  // namespace casewright
