"""Makes password.pdf, which opens with a password only, and named-font.pdf: Chinese in a font that is only named, and coded by one of
the character maps that every reader has to know (UniGB-UCS2-H). Many PDFs of
Chinese offices are made like this.

    python3 named_font.py OUTPUT-FOLDER
"""

import pathlib
import sys

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
page = canvas.Canvas(str(pathlib.Path(sys.argv[1]) / "named-font.pdf"))
for number, text in enumerate((
    ["溪川市科技创新规划", "一、发展基础", "　　近年来，全市上下深入实施创新驱动发展战略，区域创新能力明显", "增强。"],
    ["二、重点任务", "　　建设溪川光电材料实验室。"],
), 1):
    page.setFont("STSong-Light", 9)
    page.drawString(90, 800, "溪川市人民政府公报 2026年第3期")
    page.setFont("STSong-Light", 12)
    for i, line in enumerate(text):
        page.drawString(90 + 12 * (len(line) - len(line.lstrip("　"))), 760 - 20 * i, line.lstrip("　"))
    page.drawString(290, 40, f"- {number} -")
    page.showPage()
page.save()

locked = canvas.Canvas(str(pathlib.Path(sys.argv[1]) / "password.pdf"), encrypt="geheim")
locked.drawString(90, 760, "locked")
locked.save()
