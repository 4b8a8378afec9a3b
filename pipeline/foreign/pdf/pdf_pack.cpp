#define POINTERHOLDER_TRANSITION 4  // qpdf asks which of its pointers are meant
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "foreign/parts.h"

namespace casewright::pdf {

Result<std::string> packed_file(const std::string& file) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("report", file.data(), file.size());
    QPDFObjectHandle metadata = pdf.getRoot().getKey("/Metadata");
    if (metadata.isStream()) metadata.setFilterOnWrite(false);  // anybody can read what a file says of itself
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    writer.setMinimumPDFVersion("1.7");
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    const auto bytes = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
  } catch (const std::exception& error) {
    return Fault{"", 0, 0, std::string("the PDF could not be put together: ") + error.what(), ""};
  }
}

}  // namespace casewright::pdf
