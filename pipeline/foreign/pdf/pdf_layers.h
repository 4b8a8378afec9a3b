#pragma once

#include <utility>
#include <vector>

#include <poppler/Object.h>
#include <poppler/OptionalContent.h>

#include "foreign/pdf/pdf_scan.h"

// Layers (optional content, ISO 32000-1, 8.11): what a page shows with some of them on and others off.
namespace casewright::pdf {

/// Layers may say that they are for print or for export only, and are off on a screen then (ISO 32000-1, 8.11.4.5).
void switch_as_shown(OCGs& layers, const Object& catalog);

/// Switches every layer on or off for as long as it lives.
class AllLayers {
 public:
  AllLayers(OCGs& layers, OptionalContentGroup::State to) {
    for (const auto& [ref, layer] : layers.getOCGs()) {
      kept_.emplace_back(layer.get(), layer->getState());
      layer->setState(to);
    }
  }
  ~AllLayers() {
    for (const auto& [layer, state] : kept_) layer->setState(state);
  }

 private:
  std::vector<std::pair<OptionalContentGroup*, OptionalContentGroup::State>> kept_;
};

/// Marks the runs and paints of `all` whose glyphs are not in `shown`: they stand in layers that are switched off.
void mark_hidden(PageScan& all, const PageScan& shown);
/// Adds what is seen only while layers are off to what is seen while they are on, as hidden.
void add_seen_without_layers(PageScan& all, const PageScan& without);

}  // namespace casewright::pdf
