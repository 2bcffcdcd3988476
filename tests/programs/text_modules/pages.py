# html.parser: tags, attributes, text and references of pages, whole and in pieces.
from html.parser import HTMLParser


class Show(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print('start', tag, attrs, self.getpos(), repr(self.get_starttag_text()))

    def handle_endtag(self, tag):
        print('end', tag)

    def handle_data(self, data):
        print('data', repr(data))

    def handle_comment(self, data):
        print('comment', repr(data))

    def handle_entityref(self, name):
        print('entity', name)

    def handle_charref(self, name):
        print('char', name)

    def handle_decl(self, decl):
        print('decl', decl)

    def handle_pi(self, data):
        print('pi', data)

    def unknown_decl(self, data):
        print('unknown', data)


class Void(Show):
    def handle_startendtag(self, tag, attrs):
        print('void', tag, attrs)


PAGE = '''<!DOCTYPE html>
<html lang="en"><head><title>A &amp; B</title>
<script type='text/javascript'>if (a < b && c > d) { x = "</p>"; }</script><style>p > a { }</style></head>
<body class=main data-x checked>
<!-- a comment --><p id="p1" title="a &lt; b">Text &copy; &#65;&#x42; <b>bold</b> &unknown; 1 < 2</P>
<br/><img src="a.png" alt='it"s' /><A HREF="http://x/?a=1&b=2">link</A><?php echo ?><![CDATA[raw]]></body></html>'''
for kind in (Show(), Show(convert_charrefs=False), Void()):
    kind.feed(PAGE)
    kind.close()
    print('--')
parser = Show()
for at in range(0, 120, 7):
    parser.feed(PAGE[16:][at:at + 7])
parser.close()


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.depth, self.text = [], 0, []

    def handle_starttag(self, tag, attrs):
        self.depth += 1
        if tag == 'a':
            self.links.append(dict(attrs).get('href'))

    def handle_endtag(self, tag):
        self.depth -= 1

    def handle_data(self, data):
        if data.strip():
            self.text.append(data.strip())


links = Links()
links.feed('<ul><li><a href="/one">One</a><li><a class="x" href="/two">Two</a></ul><p>unclosed <i>text')
links.close()
print(links.links, links.depth, links.text)
for text in ('a & b', 'a &lt', '<', '</>', '</ x>', '<a', '<a b="c', '<!-- open', '<1>', 'x<y>z', '<p/>', '<p / a>', '<a b=c/>'):
    print(repr(text))
    parser = Show()
    parser.feed(text)
    parser.close()
