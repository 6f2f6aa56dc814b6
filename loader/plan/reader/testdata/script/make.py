"""Makes the fixtures of this folder: one invented plan in six forms.

Run once, by hand, with python-docx, Pillow and LibreOffice at hand and the font
WenQuanYi Micro Hei installed:

    python3 make.py OUTPUT-FOLDER

The DOCX holds what Word files of offices hold: numbers made by Word, a table
with merged cells, frames, a text box, tracked changes, hidden text. The PDF is
LibreOffice's export of it with wider lines, so that boxes break over pages, and
with a page header and page numbers.
"""

import copy
import html
import pathlib
import subprocess
import sys
import tempfile

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from PIL import Image, ImageDraw, ImageFont

FONT = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
TITLE = "溪川市“十五五”科技创新规划"

# Each entry: kind, and what it holds. Numbers are not written here; make_docx
# leaves them to Word, the others print them.
PLAN = [
    ("chapter", "发展基础与目标"),
    ("section", "发展基础"),
    ("p", "“十四五”以来，溪川市深入实施创新驱动发展战略，全社会研发投入持续增长，高新技术企业数量实现翻番，一批关键核心技术取得突破，科技创新对高质量发展的支撑作用明显增强，为“十五五”时期的发展奠定了坚实基础。"),
    ("p", "同时也要看到，全市创新资源总量仍然不足，高水平创新平台数量偏少，R&D 投入结构有待优化，科技成果就地转化的渠道还不够通畅，区域协同创新的体制机制有待进一步完善。"),
    ("section", "主要目标"),
    ("p", "到2030年，创新体系更加完善，主要指标进入全省前列，基本建成区域性科技创新中心。"),
    ("table", "“十五五”科技创新主要指标", [
        ["序号", "类别", "指标名称", "单位", "2025年", "2030年", "属性"],
        ["1", "创新投入", "全社会研发经费投入强度", "%", "2.4", "3.2", "预期性"],
        ["2", "创新投入", "基础研究经费占研发经费比重", "%", "5.1", "8", "预期性"],
        ["3", "创新产出", "每万人口高价值发明专利拥有量", "件", "9.6", "16", "约束性"],
        ["4", "创新产出", "技术合同成交额", "亿元", "120.5", "260", "预期性"],
    ]),
    ("chapter", "建设创新平台与载体"),
    ("section", "做强创新平台"),
    ("p", "围绕重点产业布局重大创新平台，推动平台向社会开放共享，支持企业与高校、科研院所共建联合实验室和技术创新中心，完善从基础研究、应用开发到成果转化的平台体系。"),
    ("box", "重大创新平台", [
        "产业技术创新平台：（1）溪川光电材料实验室（2）溪川市绿色铸造技术创新中心（3）江北理工大学溪川研究院。",
        "科技公共服务平台：（1）溪川市检验检测中心（2）溪川市科技文献共享服务平台。",
    ]),
    ("section", "优化空间布局"),
    ("p", "构建一核两翼的创新空间格局。"),
    ("box", "重点创新园区", [
        "溪川科创走廊。以溪川高新区为核心区，联动北岭经济开发区，依托江北理工大学等单位，建设溪川软件园、溪川新材料产业园等2个园区。",
        "南汀科学城。重点依托溪川光电材料实验室建设，推进南汀超算中心建设。",
    ]),
    ("chapter", "攻克关键核心技术"),
    ("section", "攻关任务"),
    ("p", "聚焦主导产业发展需求，每年凝练一批重大技术需求，采用揭榜挂帅等方式组织实施，形成一批具有自主知识产权的创新产品，带动产业链上中下游、大中小企业融通创新。"),
    ("box", "新材料领域重点项目", [
        "先进金属材料：高强耐蚀铝合金制备关键技术研发、耐热钢冶炼关键技术研发、钛合金精密成形技术攻关、航空铝材产业化项目。",
        "无机非金属材料：特种玻璃基板制备关键技术研发、高性能碳化硅陶瓷制备技术研发、石墨烯导热膜中试项目。",
    ]),
    ("textbox", "生物医药领域重点项目", [
        "创新药物：靶向抗肿瘤药物研发、吸入制剂关键技术研发、中药经典名方二次开发项目。",
        "医疗器械：微创手术机器人研发、可降解骨科植入材料技术研发。",
    ]),
    ("section", "保障措施"),
    ("p", "加强组织领导，完善工作机制，强化监测评估，确保规划各项任务落到实处。"),
]

HAN = "零一二三四五六七八九十"


def printed():
    """The plan with its numbers: kind, text or (title, content)."""
    chapter = section = box = 0
    for kind, text, *rest in PLAN:
        if kind == "chapter":
            chapter, section = chapter + 1, 0
            yield kind, f"第{HAN[chapter]}章 {text}"
        elif kind == "section":
            section += 1
            yield kind, f"第{HAN[section]}节 {text}"
        elif kind == "p":
            yield kind, text
        else:
            box += 1
            content = rest[0]
            if kind != "table":
                content = [f"{i}.{item}" for i, item in enumerate(content, 1)]
            yield kind, (f"专栏{box} {text}", content)


def make_text():
    out = [TITLE, "（征求意见稿）", ""]
    for kind, what in printed():
        if kind in ("chapter", "section", "p"):
            out.append(what)
            continue
        title, content = what
        out += ["", "\t" + title, ""]
        if kind == "table":
            for row in content:
                out += ["\t" + cell for cell in row] + [""]
        else:
            out += ["\t" + item for item in content] + [""]
        out.append("")
    return "\n".join(out) + "\n"


def make_html(encoding):
    out = [f'<!DOCTYPE html>\n<html lang="zh"><head><meta charset="{encoding}"><title>{TITLE}_溪川市科学技术局</title>',
           "<style>body{margin:2em}</style><script>var title = '第一章 脚本';</script></head><body>",
           '<div class="top-nav"><a href="/">首页</a> &gt; <a href="/zwgk">政务公开</a> &gt; 正文</div>',
           '<ul><li><a href="/a">机构概况</a></li><li><a href="/b">新闻动态</a></li></ul>',
           f'<div id="zoom"><h1>{TITLE}</h1><p align="center">（征求意见稿）</p>']
    level = {"chapter": "h2", "section": "h3", "p": "p"}
    for kind, what in printed():
        if kind in level:
            text = html.escape(what)
            if kind == "p":  # an editor that breaks its source anywhere
                text = "　　" + text[:20] + "\n      " + text[20:40] + "<span>" + text[40:] + "</span>"
            out.append(f"<{level[kind]}>{text}</{level[kind]}>")
            continue
        title, content = what
        if kind == "table":
            out.append(f"<table border=1><caption>{title}</caption>")
            for i, row in enumerate(content):
                cells = "".join(html_cell(content, i, j) for j in range(len(row)))
                out.append(f"<tr>{cells}</tr>")
            out.append("</table>")
        elif kind == "box":
            items = "".join(f"<p>{html.escape(x)}</p>" for x in content)
            out.append(f"<table border=1><tr><td>{title}</td></tr><tr><td>{items}</td></tr></table>")
        else:
            items = "".join(f"<li>{html.escape(x.split('.', 1)[1])}</li>" for x in content)
            out.append(f"<table><tr><td><p><strong>{title}</strong></p><ol>{items}</ol></td></tr></table>")
    out.append("</div><footer><p>版权所有：溪川市科学技术局</p></footer></body></html>")
    return "\n".join(out)


def html_cell(rows, i, j):
    """A cell of the second column spans the rows that say the same."""
    text = html.escape(rows[i][j])
    if j != 1 or i == 0:
        return f"<td>{text}</td>"
    if rows[i - 1][j] == rows[i][j]:
        return ""
    span = 1
    while i + span < len(rows) and rows[i + span][j] == rows[i][j]:
        span += 1
    return f'<td rowspan="{span}">{text}</td>'


# --- DOCX -------------------------------------------------------------------

NUMBERING = """
<w:abstractNum {ns} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="Heading1"/><w:suff w:val="space"/><w:lvlText w:val="第%1章"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="Heading2"/><w:suff w:val="space"/><w:lvlText w:val="第%2节"/></w:lvl>
</w:abstractNum>"""
ITEMS = """
<w:abstractNum {ns} w:abstractNumId="91"><w:multiLevelType w:val="singleLevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1."/></w:lvl>
</w:abstractNum>"""


class Word:
    def __init__(self):
        self.doc = docx.Document()
        self.num = 100
        numbering = self.doc.part.numbering_part.element
        for i, xml in enumerate((NUMBERING, ITEMS)):
            numbering.insert(i, parse_xml(xml.format(ns=nsdecls("w"))))
        self.add_num(90, restart=False)
        for level, style in enumerate(("Heading 1", "Heading 2")):
            ppr = self.doc.styles[style].element.get_or_add_pPr()
            ppr.append(self.num_pr(level if level else None, 100))
        for style in ("Normal", "Heading 1", "Heading 2", "Title"):
            self.font(self.doc.styles[style])
        head = self.doc.sections[0].header.paragraphs[0]
        head.text = TITLE
        foot = self.doc.sections[0].footer.paragraphs[0]
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        foot.add_run("— ")
        foot._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'))
        foot.add_run(" —")

    def font(self, style):
        rpr = style.element.get_or_add_rPr()
        fonts = rpr.find(qn("w:rFonts"))
        if fonts is None:
            fonts = OxmlElement("w:rFonts")
            rpr.append(fonts)
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn("w:" + slot), "WenQuanYi Micro Hei")

    def add_num(self, abstract, restart=True):
        override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restart else ""
        self.doc.part.numbering_part.element.append(parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{self.num}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'))
        self.num += 1
        return self.num - 1

    def num_pr(self, level, num):
        lvl = "" if level is None else f'<w:ilvl w:val="{level}"/>'
        return parse_xml(f'<w:numPr {nsdecls("w")}>{lvl}<w:numId w:val="{num}"/></w:numPr>')

    def paragraph(self, text):
        p = self.doc.add_paragraph()
        p.paragraph_format.first_line_indent = Pt(22)
        p.add_run(text)
        return p

    def table(self, title, rows):
        t = self.doc.add_table(rows=len(rows) + 1, cols=len(rows[0]), style="Table Grid")
        t.cell(0, 0).merge(t.cell(0, len(rows[0]) - 1)).paragraphs[0].add_run(title)
        for i, row in enumerate(rows, 1):
            for j, text in enumerate(row):
                if j == 1 and i > 1 and rows[i - 2][1] == text:
                    continue
                t.cell(i, j).text = text
        start = 2
        for i in range(2, len(rows) + 2):
            if i == len(rows) + 1 or (i > start and rows[i - 1][1] != rows[start - 1][1]):
                t.cell(start, 1).merge(t.cell(i - 1, 1))
                start = i

    def items(self, cell, items):
        num = self.add_num(91)
        for i, item in enumerate(items):
            p = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
            p.add_run(item)
            p._p.get_or_add_pPr().append(self.num_pr(0, num))

    def box(self, title, items):
        t = self.doc.add_table(rows=2, cols=1, style="Table Grid")
        t.cell(0, 0).paragraphs[0].add_run(title)
        self.items(t.cell(1, 0), items)

    def textbox(self, title, items):
        t = self.doc.add_table(rows=1, cols=1)
        self.items(t.cell(0, 0), items)
        content = [copy.deepcopy(p._p) for p in t.cell(0, 0).paragraphs]
        t._tbl.getparent().remove(t._tbl)
        xml = f"""<w:r {nsdecls("w")} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="5400000" cy="1800000"/><wp:docPr id="7" name="box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="5400000" cy="1800000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:txbx><w:txbxContent/></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>{title}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""
        run = parse_xml(xml)
        inside = run.find(".//" + qn("w:txbxContent"))
        inside.append(parse_xml(f'<w:p {nsdecls("w")}><w:r><w:t>{title}</w:t></w:r></w:p>'))
        for p in content:
            inside.append(p)
        self.doc.add_paragraph()._p.append(run)

    def track(self, p):
        """A deletion, an insertion and hidden text; accepted, the text is as before."""
        run = p.runs[0]
        text = run.text
        at = text.index("，") + 1
        run.text = text[:at]
        mark = f'{nsdecls("w")} w:id="1" w:author="a" w:date="2026-01-01T00:00:00Z"'
        p._p.append(parse_xml(f'<w:del {mark}><w:r><w:delText>删去的第九章，</w:delText></w:r></w:del>'))
        p._p.append(parse_xml(f'<w:ins {mark}><w:r><w:t>{text[at:]}</w:t></w:r></w:ins>'))
        p._p.append(parse_xml(f'<w:r {nsdecls("w")}><w:rPr><w:vanish/></w:rPr><w:t>隐藏文字</w:t></w:r>'))


def make_docx(path, printed=False):
    """printed: with changes accepted, and wide lines, so that boxes break over pages."""
    w = Word()
    if printed:
        w.doc.styles["Normal"].paragraph_format.line_spacing = 2.4
    title = w.doc.add_paragraph(TITLE, style="Title")
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    w.doc.add_paragraph("（征求意见稿）").alignment = WD_ALIGN_PARAGRAPH.CENTER
    box = 0
    for kind, text, *rest in PLAN:
        if kind == "chapter":
            w.doc.add_heading(text, 1)
        elif kind == "section":
            w.doc.add_heading(text, 2)
        elif kind == "p":
            p = w.paragraph(text)
            if text.startswith("聚焦") and not printed:
                w.track(p)
        else:
            box += 1
            getattr(w, kind)(f"专栏{box} {text}", rest[0])
            w.doc.add_paragraph()
    w.doc.save(path)


def make_scan(path):
    """A page as a scanner gives it: a picture."""
    page = Image.new("L", (620, 877), 255)
    ImageDraw.Draw(page).text((60, 80), TITLE, font=ImageFont.truetype(FONT, 24), fill=0)
    page.save(path, "PDF", resolution=75.0, quality=50)


def main():
    out = pathlib.Path(sys.argv[1])
    text = make_text()
    (out / "xichuan.txt").write_text(text, "utf-8")
    (out / "xichuan-gb18030.txt").write_bytes(text.encode("gb18030"))
    (out / "xichuan-utf16le.txt").write_bytes(b"\xff\xfe" + text.encode("utf-16-le"))
    (out / "xichuan-utf16be.txt").write_bytes(text.encode("utf-16-be"))
    (out / "xichuan.html").write_text(make_html("utf-8"), "utf-8")
    (out / "xichuan-gbk.html").write_bytes(make_html("gb2312").encode("gbk"))
    make_docx(out / "xichuan.docx")
    with tempfile.TemporaryDirectory() as tmp:
        source = pathlib.Path(tmp) / "xichuan.docx"
        make_docx(source, printed=True)
        subprocess.run(["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(out), str(source)], check=True)
    make_scan(out / "scanned.pdf")


main()
