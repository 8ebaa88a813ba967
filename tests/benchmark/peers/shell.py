"""Shell: Material's header, search box, navigation and footer as the layout of the peers that do not have it.

One page that MkDocs made is taken apart, so that every tool writes the same themed bytes around its bodies.
"""

from __future__ import annotations

import re

_NAV = """
    <li class="md-nav__item{active}">
      <a href="{href}" class="md-nav__link">
  <span class="md-ellipsis">
    {title}
  </span>
      </a>
    </li>
"""
_TOC = """
        <li class="md-nav__item">
  <a href="#{id}" class="md-nav__link">
    <span class="md-ellipsis">
        {title}
    </span>
  </a>
</li>
"""


def for_hugo(page: str) -> str:
    """layouts/baseof.html."""
    item = _NAV.format(href="{{ $base }}{{ .URL }}", title="{{ .Name }}",
                       active="{{ if eq .URL $url }} md-nav__item--active{{ end }}")
    toc = _TOC.format(id="{{ anchorize . }}", title="{{ . }}")
    head = """{{- $depth := sub (len (split (strings.TrimSuffix "/" .RelPermalink) "/")) 1 -}}
{{- $base := cond (eq $depth 0) "./" (strings.Repeat $depth "../") -}}
{{- $url := strings.TrimPrefix "/" .RelPermalink -}}
{{- $toc := index site.Params.toc .Type | default (slice) -}}
"""
    return head + _shell(
        page, title="{{ .Title }}", canonical="{{ .Permalink }}", base="{{ $base }}", anchor="{{ anchorize .Title }}",
        nav="{{ range site.Menus.main }}" + item + "{{ end }}", toc="{{ range $toc }}" + toc + "{{ end }}",
        body='{{ block "main" . }}{{ end }}',
    )


def for_eleventy(page: str) -> str:
    """_includes/shell.njk."""
    item = _NAV.format(href="{{ base }}{{ n.url }}", title="{{ n.name }}",
                       active="{% if n.url == here %} md-nav__item--active{% endif %}")
    toc = _TOC.format(id="{{ t | anchor }}", title="{{ t }}")
    head = "{% set base = page.url | relbase %}{% set here = page.url | ltrim %}\n"
    return head + _shell(
        page, title="{{ title }}", canonical="https://example.org{{ page.url }}", base="{{ base }}",
        anchor="{{ title | anchor }}", nav="{% for n in mainmenu %}" + item + "{% endfor %}",
        toc="{% for t in toc %}" + toc + "{% endfor %}", body="{{ content | safe }}",
    )


def _shell(page: str, *, title: str, canonical: str, base: str, anchor: str, nav: str, toc: str, body: str) -> str:
    """A page of https://example.org/contacts/…/ with holes for what differs from page to page."""
    text = re.sub(r'href="https://example\.org/contacts/\w+/"', f'href="{canonical}"', page)
    text = re.sub(r"<title>.*?</title>", f"<title>{title} - My network</title>", text, flags=re.DOTALL)
    text = re.sub(r'<a href="#[^"]*" class="md-skip">', f'<a href="#{anchor}" class="md-skip">', text)
    text = re.sub(r'(header-topic">\s*<span class="md-ellipsis">\s*)(?!My network)[^<]*?(\s*</span>)',
                  lambda found: found[1] + title + found[2], text)
    text = _filled(text, '<ul class="md-nav__list" data-md-scrollfix>', "</ul>", nav)
    text = _filled(text, '<ul class="md-nav__list" data-md-component="toc" data-md-scrollfix>', "</ul>", toc)
    start = text.index("<h1 ")
    text = text[:start] + body + "\n" + text[text.index("</article>", start):]
    text = text.replace('href="../.."', f'href="{base}"').replace('"../../', f'"{base}')
    text = text.replace('new URL("../..",location)', f'new URL("{base}",location)')
    return text.replace('"base": "../.."', f'"base": "{base}"').lstrip()


def _filled(text: str, start: str, end: str, inner: str) -> str:
    begin = text.index(start) + len(start)
    return text[:begin] + inner + text[text.index(end, begin):]
