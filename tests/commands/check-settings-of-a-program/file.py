"""Writes an OpenDocument file whose settings have the given names."""
import sys

top, file, *names = sys.argv[1:]
sys.path[:0] = [f"{top}/tests/redaction/ways", f"{top}/tests/redaction"]
from make import ODT, open_document

items = "".join(f"<config:config-item config:name='{name}' config:type='boolean'>true</config:config-item>" for name in names)
settings = f"<office:document-settings{ODT}><office:settings><config:config-item-set config:name='ooo:configuration-settings'>{items}</config:config-item-set></office:settings></office:document-settings>"
open(file, "wb").write(open_document("<text:p>The panel met.</text:p>", parts={"settings.xml": settings}))
