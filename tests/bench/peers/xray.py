"""The method of x-ray on FILE...: words whose box a filled rectangle covers, read with PyMuPDF (python3-fitz). Prints how many files
have any."""
import sys

import fitz

bad = 0
for name in sys.argv[1:]:
    found = 0
    for page in fitz.open(name):
        bars = [drawing["rect"] for drawing in page.get_drawings() if drawing.get("fill") is not None and drawing["rect"].width > 4 and drawing["rect"].height > 4]
        if bars:
            found += sum(1 for word in page.get_text("words") if any(bar.contains(fitz.Rect(word[:4])) for bar in bars))
    bad += found > 0
print(bad)
