#include "ingest/case/waiver_reader.h"

#include "foreign/xml/xml.h"
#include "ingest/papers/record_dates.h"

namespace casewright {
namespace {

Waiver waiver_of(const Record& record) {
  Waiver waiver;
  waiver.rule = record.attribute("rule");
  waiver.words = record.content_of("words");
  for (const Record* place : record.all("in")) waiver.places.push_back(place->content());
  waiver.reason = record.content_of("reason");
  waiver.person = record.content_of("person");
  waiver.role = record.content_of("role");
  waiver.date = date_of(record, "date");
  waiver.until = date_of(record, "until");
  return waiver;
}

}  // namespace

Result<std::vector<Waiver>> read_waivers(const World& world, const Path& file, const Path& schemas) {
  if (world.kind_of(file) == PathKind::missing) return std::vector<Waiver>{};
  auto bytes = world.read_file(file);
  if (!bytes) return bytes.faults();
  const auto schema = xml::read_schema(world, join(schemas, "waivers.rng"));
  if (!schema) return schema.faults();
  const auto root = xml::read(*bytes, file, 1, &*schema);
  if (!root) return root.faults();
  std::vector<Waiver> waivers;
  for (const Record* each : root->all("waiver")) waivers.push_back(waiver_of(*each));
  return waivers;
}

}  // namespace casewright
