"""Makes hechuan.txt, .html, .docx and .pdf: an invented plan full of tables.

Run by hand, with LibreOffice at hand and the font WenQuanYi Micro Hei installed:

    python3 make_tables.py OUTPUT-FOLDER

The DOCX is LibreOffice's import of the HTML, the PDF its export of that.
"""

import html
import pathlib
import subprocess
import sys

TITLE = "禾川市科技创新“十五五”规划"

# Each entry: a line of text, or (title, rows). Of several cells with one text
# below each other one cell is made that spans the rows.
PLAN = [
    "一、总体要求",
    "（一）发展基础",
    "“十四五”期间，禾川市深入实施创新驱动发展战略，全社会研发经费投入持续增长，高新技术企业数量实现翻番，科技创新对高质量发展的支撑作用明显增强，为“十五五”时期的发展奠定了坚实基础。",
    "（二）主要目标",
    "到2030年，创新体系更加完善，主要指标进入全省前列，基本建成区域性科技创新中心。",
    ("表1 主要指标", [
        ["序号", "类别", "指标名称", "单位", "2025年", "2030年", "属性"],
        ["1", "创新投入", "全社会研发经费投入强度", "%", "2.1", "3", "预期性"],
        ["2", "创新投入", "财政科技支出占比", "%", "3.4", "4.5", "预期性"],
        ["3", "创新产出", "技术合同成交额", "亿元", "88.5", "200", "约束性"],
    ]),
    "二、重点任务",
    "（一）建强创新平台",
    "1.优化平台布局。围绕主导产业布局创新平台，推动平台向社会开放共享，完善从基础研究、应用开发到成果转化的平台体系。",
    ("专栏2 重点创新平台", [
        ["序号", "平台名称", "级别", "依托单位", "共建单位", "建设状态"],
        ["1", "禾川光电材料实验室", "省级", "江北理工大学", "禾川光电股份有限公司", "在建"],
        ["2", "禾川绿色铸造技术创新中心", "市级", "禾川重型机械有限公司", "江北理工大学、禾川职业技术学院", "拟建"],
        ["3", "禾川中药现代化工程研究中心", "省级", "禾川市中医院", "—", "已建"],
    ]),
    "2.做强孵化载体。完善众创空间、孵化器、加速器链条，提升服务能力，建设一批专业化的创业孵化载体，为科技型中小企业成长提供全过程的服务。",
    ("专栏3 科技服务体系", [
        ["技术转移平台", "禾川技术转移中心、禾川科技大市场"],
        ["检验检测平台", "禾川检验检测中心、禾川铸件质量检测中心"],
    ]),
    "（二）攻克关键技术",
    "聚焦主导产业发展需求，每年凝练一批重大技术需求，采用揭榜挂帅等方式组织实施，带动产业链上中下游、大中小企业融通创新。",
    ("专栏4 重大科技项目", [
        ["项目名称", "技术领域", "承担单位", "建设地点", "起止年限"],
        ["高强耐蚀铝合金制备关键技术研发", "新材料", "禾川铝业有限公司", "禾川高新区", "2026—2028年"],
        ["竹、木复合材料绿色制造技术研究", "新材料", "江北理工大学", "上禾县", "2026—2027年"],
        ["靶向抗肿瘤药物研发", "生物医药", "禾川药业集团有限公司", "禾川高新区", "2027—2030年"],
        ["医用微创手术机器人产业化项目", "生物医药", "禾川市人民医院", "下禾县", "2028—2030年"],
    ]),
    "三、保障措施",
    "加强组织领导，完善工作机制，强化监测评估，确保规划各项任务落到实处。",
]


def make_text():
    out = [TITLE, ""]
    for entry in PLAN:
        if isinstance(entry, str):
            out.append(entry)
            continue
        title, rows = entry
        out += ["", title] + ["| " + " | ".join(row) + " |" for row in rows] + ["", ""]
    return "\n".join(out) + "\n"


def make_html():
    out = [f'<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><title>{TITLE}</title>',
           '<style>body{font-family:"WenQuanYi Micro Hei"}p{text-indent:2em;line-height:180%}td{border:1px solid black}</style></head><body>',
           f"<h1>{TITLE}</h1>"]
    for entry in PLAN:
        if isinstance(entry, str):
            out.append(f"<p>{html.escape(entry)}</p>")
            continue
        title, rows = entry
        out.append(f'<p align="center"><b>{html.escape(title)}</b></p>\n<table border="1" cellspacing="0" width="100%">')
        for i, row in enumerate(rows):
            out.append("<tr>")
            for j, cell in enumerate(row):
                merges = j == 1 and len(row) == 7
                if merges and i > 0 and rows[i - 1][j] == cell:
                    continue
                span = sum(1 for r in rows[i:] if r[j] == cell) if merges else 1
                out.append(f'<td{f" rowspan={span}" if span > 1 else ""}>{html.escape(cell)}</td>')
            out.append("</tr>")
        out.append("</table>")
    return "\n".join(out + ["</body></html>"]) + "\n"


folder = pathlib.Path(sys.argv[1])
(folder / "hechuan.txt").write_text(make_text(), encoding="utf-8")
(folder / "hechuan.html").write_text(make_html(), encoding="utf-8")
for target, source, filters in (("docx", "html", ["--infilter=HTML (StarWriter)"]), ("pdf", "docx", [])):
    subprocess.run(["soffice", "--headless", *filters, "--convert-to", target, "--outdir", str(folder), str(folder / f"hechuan.{source}")], check=True)
