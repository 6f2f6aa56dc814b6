"""Makes borderless.pdf: an invented plan with two tables that have no lines, with
cells that are broken to fit their columns. In the first the rows are set apart and
short cells stand in the middle of their row; in the second all lines have one
distance, and numbers begin the rows. Needs reportlab.

    python3 borderless.py OUTPUT-FOLDER
"""

import pathlib
import sys

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

SIZE, LINE = 10.5, 15

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
page = canvas.Canvas(str(pathlib.Path(sys.argv[1]) / "borderless.pdf"))
y = 780


def text(*rows):
    global y
    page.setFont("STSong-Light", SIZE)
    for row in rows:
        page.drawString(80, y, row)
        y -= LINE + 5


def table(columns, rows, gap, middle):
    """columns: left edge and width in characters."""
    global y
    page.setFont("STSong-Light", SIZE)
    for row in rows:
        cells = [[cell[i:i + width] for i in range(0, len(cell), width)] for cell, (_, width) in zip(row, columns)]
        height = max(len(c) for c in cells)
        for (x, _), lines in zip(columns, cells):
            top = (height - len(lines)) * LINE / 2 if middle else 0
            for i, line in enumerate(lines):
                page.drawString(x, y - top - i * LINE, line)
        y -= height * LINE + gap


text("溪川市科技创新规划", "一、建强创新平台", "专栏1 重点创新平台")
table([(80, 2), (130, 8), (250, 10), (400, 4)], [
    ["序号", "平台名称", "依托单位", "级别"],
    ["1", "溪川光电材料工程研究中心", "江北理工大学、溪川光电股份有限公司", "省级"],
    ["2", "溪川绿色铸造技术创新中心", "溪川重型机械有限公司", "市级"],
    ["3", "溪川中药实验室", "溪川市中医院", "省级"],
], 14, True)
y -= 20
text("二、攻克关键技术", "聚焦主导产业发展需求，每年凝练一批重大技术需求。", "专栏2 重大科技项目")
table([(80, 2), (130, 9), (270, 6), (370, 8)], [
    ["序号", "项目名称", "技术领域", "承担单位"],
    ["1", "高强耐蚀铝合金制备关键技术研发", "新材料", "溪川铝业有限公司"],
    ["2", "竹木复合材料绿色制造技术研究", "新材料", "江北理工大学"],
], 0, False)
y -= 20
text("三、保障措施", "加强组织领导，落实各项政策。")
page.save()
