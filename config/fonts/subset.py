"""Makes letters.ttf out of Noto Sans SemiCondensed Bold (Debian package fonts-noto-extra). Needs fonttools.

    python3 subset.py NotoSans-SemiCondensedBold.ttf letters.ttf

Keeps the outlines of the characters below, drops hinting, kerning and layout tables (the program fits the outlines to
the cells of a terminal itself), adds three plain shapes the typeface lacks, and renames the result.
"""

import sys

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

KEPT = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin-1 and Latin Extended-A: names of many of the country's peoples
    *map(ord, "ƀɃƠơƯưǍǎȷ"),
    *range(0x1EA0, 0x1EFA),  # the Vietnamese letters with two marks or a dot below
    *map(ord, "‐‑–—‘’“”•…′″№"),
]

# In thousandths of the em, on the plus sign's width and stroke.
DRAWN = {
    "−": ("minus", 536, [[(39, 299), (496, 299), (496, 408), (39, 408)]]),
    "→": (
        "arrowright",
        860,
        [[(39, 299), (570, 299), (430, 159), (505, 84), (821, 353), (505, 623), (430, 548), (570, 408), (39, 408)]],
    ),
    "✓": ("check", 720, [[(30, 330), (115, 415), (260, 270), (600, 690), (690, 615), (270, 95)]]),
}


def main(source: str, target: str) -> None:
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "DSIG", "meta"]
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=KEPT)
    subsetter.subset(font)

    for character, (name, width, contours) in DRAWN.items():
        pen = TTGlyphPen(None)
        for contour in contours:
            pen.moveTo(contour[0])
            for point in contour[1:]:
                pen.lineTo(point)
            pen.closePath()
        font.setGlyphOrder([*font.getGlyphOrder(), name])
        font["glyf"].glyphs[name] = pen.glyph()
        font["glyf"][name].recalcBounds(font["glyf"])
        font["hmtx"][name] = (width, font["glyf"][name].xMin)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(character)] = name

    names = {
        1: "Doithoai Letters",
        2: "Bold",
        3: "Doithoai Letters Bold, from Noto Sans SemiCondensed Bold 2.004",
        4: "Doithoai Letters Bold",
        6: "DoithoaiLetters-Bold",
    }
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    font.save(target)


main(*sys.argv[1:3])
