"""Writes a report whose picture lies under a shape, and one where a second picture does, too."""
import sys

top, *names = sys.argv[1:]
sys.path[:0] = [f"{top}/tests/redaction/pdf", f"{top}/tests/redaction"]
from pdf import Pdf, lines


def report(pictures):
    pdf, content, resources = Pdf(), lines(780, ["Learning from Child K", "The panel met in March."]), ""
    for at in range(pictures):
        resources += f"/I{at} {pdf.image(64 - at, 64)} 0 R"
        content += f"q 100 0 0 100 72 {500 - 150 * at} cm /I{at} Do Q 0 g 70 {498 - 150 * at} 104 104 re f\n"
    pdf.page(content, f"/XObject<<{resources}>>")
    return pdf.bytes()


for pictures, name in enumerate(names, 1):
    open(name, "wb").write(report(pictures))
