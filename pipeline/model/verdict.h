#pragma once

#include <string>
#include <vector>

#include "base/dates.h"
#include "model/document.h"
#include "model/finding.h"

namespace casewright {

/// What a check came to.
struct Verdict {
  bool ready = false;  ///< no unwaived block remains
  std::uint32_t block = 0, fix = 0, advise = 0;  ///< unwaived findings by level
  std::uint32_t waived = 0;
  std::string rule_book;  ///< sha256 of the rules it rests on
};

/// Leave to publish: the documents that were checked and the verdict on them. Only certify() makes one, and
/// only a Certificate lets a website be written, so that no unchecked report reaches it.
class Certificate {
 public:
  const std::vector<Document>& documents() const { return documents_; }
  const Verdict& verdict() const { return verdict_; }
  const std::vector<Finding>& findings() const { return findings_; }
  /// The date of publication that the case gives.
  const Date& publication() const { return publication_; }

 private:
  friend class CertificateMaker;
  Certificate() = default;
  std::vector<Document> documents_;
  std::vector<Finding> findings_;
  Verdict verdict_;
  Date publication_;
};

}  // namespace casewright
