#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace casewright::xml {

/// An attribute of an element that is just opened; the views end with the call that gives them.
struct Attribute {
  std::string_view space, name, value;
};

/// An element that is just opened: namespace, local name, attributes.
struct Tag {
  std::string_view space, name;
  std::vector<Attribute> attributes;
  std::uint32_t line = 0;

  /// The value of the attribute with that local name in whatever namespace, empty where there is none.
  std::string_view attribute(std::string_view local) const;
};

/// Hears an XML text from its first tag to its last.
class Listener {
 public:
  virtual ~Listener() = default;
  virtual void open(const Tag& tag) = 0;
  virtual void close(std::string_view space, std::string_view name) = 0;
  /// A piece of text; one text may come in several pieces.
  virtual void words(std::string_view text) = 0;
  /// Asked after each tag: false ends the reading early, without a fault.
  virtual bool wants_more() const { return true; }
};

/// Reads XML without building a tree, for parts of office files, which may be large. No network, no entities
/// of its own, no document type, at most 256 levels; what is not well-formed is a fault, and the listener
/// has then heard what stood before it.
Outcome stream(std::string_view bytes, const std::string& file, Listener& listener);

}  // namespace casewright::xml
