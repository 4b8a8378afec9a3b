"""Makes small JPEG files of grey squares, with another one in the Exif record as cameras put it there."""
import struct


class Bits:
    def __init__(self):
        self.out, self.held, self.count = bytearray(), 0, 0

    def put(self, value, bits):
        self.held, self.count = self.held << bits | value, self.count + bits
        while self.count >= 8:
            self.count -= 8
            byte = self.held >> self.count & 255
            self.out += bytes([byte]) + (b"\0" if byte == 255 else b"")

    def close(self):
        if self.count:
            self.put((1 << 8 - self.count) - 1, 8 - self.count)
        return bytes(self.out)


def segment(marker, body):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body


def jpeg(cells, record=b""):
    """A JPEG of which each cell is eight dots wide and high; `cells` are rows of greys from 0 to 255."""
    height, width = len(cells), len(cells[0])
    bits, before = Bits(), 0
    for row in cells:
        for grey in row:
            step, before = (grey - 128) * 8 - before, (grey - 128) * 8
            size = abs(step).bit_length()
            bits.put(size, 4)  # all twelve sizes have codes of four bits
            bits.put(step if step > 0 else step + (1 << size) - 1, size)
            bits.put(0, 1)  # the only other code: nothing more in this cell
    sizes = segment(0xC4, b"\0" + bytes([0, 0, 0, 12] + [0] * 12) + bytes(range(12)))
    rest = segment(0xC4, b"\x10" + bytes([1] + [0] * 15) + b"\0")
    frame = segment(0xC0, struct.pack(">BHHB", 8, height * 8, width * 8, 1) + b"\1\x11\0")
    return b"\xff\xd8" + record + segment(0xDB, b"\0" + b"\1" * 64) + frame + sizes + rest + segment(0xDA, b"\1\1\0\0\x3f\0") + bits.close() + b"\xff\xd9"


def exif_with(thumbnail):
    """An Exif record that says nothing and holds that picture."""
    head = b"II*\0" + struct.pack("<I", 8) + struct.pack("<HI", 0, 14)
    at = 14 + 2 + 3 * 12 + 4
    table = struct.pack("<H", 3) + struct.pack("<HHIHH", 0x103, 3, 1, 6, 0) + struct.pack("<HHII", 0x201, 4, 1, at) + struct.pack("<HHII", 0x202, 4, 1, len(thumbnail)) + struct.pack("<I", 0)
    return segment(0xE1, b"Exif\0\0" + head + table + thumbnail)


def scene(width, height, painted=False):
    """A picture of many greys, with a black bar where somebody was painted over."""
    def grey(x, y):
        u, v = x / width, y / height
        return 0 if painted and .4 < u < .7 and .3 < v < .6 else int(60 + 90 * u + 60 * v + (30 if (int(u * 9) + int(v * 7)) % 2 else 0))
    return [[grey(x, y) for x in range(width)] for y in range(height)]


def cut(cells, width):
    return [row[:width] for row in cells]


WHOLE = scene(48, 36)
SMALL = jpeg(scene(20, 15))
CROPPED = jpeg(cut(WHOLE, 20), exif_with(SMALL))
PAINTED = jpeg(scene(48, 36, True), exif_with(SMALL))
UNCHANGED = jpeg(WHOLE, exif_with(SMALL))
BARRED = jpeg(scene(48, 32), exif_with(jpeg([[0] * 20] + scene(20, 13) + [[0] * 20])))  # a wide picture in a thumbnail of the usual shape
