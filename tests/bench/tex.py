# SPDX-License-Identifier: MIT
"""The same text for TeX: one pass makes pages of it."""
import re

HEAD = r"""\documentclass[10pt]{article}
\usepackage[paperwidth=%(width).2fbp,paperheight=%(height).2fbp,%%
textwidth=%(measure).2fbp,textheight=%(lines)d\baselineskip,%%
hcentering,vcentering]{geometry}
%(fonts)s
\usepackage[%(microtype)s]{microtype}
\frenchspacing
\emergencystretch=1.5em
\tolerance=1414
\hbadness=10000
\widowpenalty=10000
\clubpenalty=10000
\makeatletter
\renewcommand\normalsize{\@setfontsize\normalsize{%(size).2fbp}%%
{%(leading).2fbp}}
\makeatother
\normalsize
\parindent=%(size).2fbp
\begin{document}
\normalsize
"""

PDFLATEX = r"""\usepackage[utf8]{inputenc}
\usepackage[T1]{fontenc}
\usepackage{lmodern}"""

LUALATEX = r"""\usepackage{fontspec}
\setmainfont{EBGaramond12-Regular.otf}[Renderer=HarfBuzz]"""

MARKS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}",
         "^": r"\textasciicircum{}", "“": "``", "”": "''", "’": "'",
         "‘": "`", "—": "---", "–": "--", "…": r"\dots{}", "\u00a0": "~",
         '"': r"\textquotedbl{}"}


def escape(text):
    return re.sub(r"[\\~^“”’‘—–…\u00a0\"&%$#_{}<>]",
                  lambda m: MARKS.get(m.group(), "\\" + m.group()
                                      if m.group() in "&%$#_{}"
                                      else m.group()), text)


def blocks(found):
    """(whether it is a heading, text) of the blocks of a model."""
    for block in found:
        for key in ("text", "caption", "credit"):
            if block.get(key):
                yield block["kind"] == "heading", block[key]
        for inner in block.get("items", []) + [block.get("blocks", [])]:
            yield from blocks(inner)


def paragraph(is_heading, text):
    return r"\section*{%s}" % escape(text) if is_heading else escape(text)


def document(texts, measure, size=11, leading=13.5, lines=38,
             engine="pdflatex"):
    """A document of (whether it is a heading, text) pairs; lengths in points
    as PDF has them."""
    return HEAD % {
        "width": measure + 140, "height": lines * leading + 150,
        "measure": measure, "lines": lines, "size": size,
        "leading": leading,
        "fonts": PDFLATEX if engine == "pdflatex" else LUALATEX,
        "microtype": "stretch=20,shrink=20" if engine == "pdflatex"
                     else "stretch=20,shrink=20,expansion=true",
    } + "\n\n".join(paragraph(*part) for part in texts) + "\n\\end{document}\n"
