"""html.parser: tells the parts of a page, tag by tag, to methods of a subclass."""

import re
from html import unescape

_tag_name = re.compile(r'[a-zA-Z][^\t\n\r\f />\x00]*')
_attribute = re.compile(r'''((?<=['"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|"[^"]*"|(?!['"])[^>\s]*))?(?:\s|/(?!>))*''')
_start_tag = re.compile(r'''<[a-zA-Z][^\t\n\r\f />\x00]*(?:[\s/]*(?:(?<=['"\s/])[^\s/>][^\s/=>]*(?:\s*=+\s*'''
                        r'''(?:'[^']*'|"[^"]*"|(?!['"])[^>\s]*)\s*)?(?:\s|/(?!>))*)*)?\s*''')
_end_tag = re.compile(r'</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>')
_reference = re.compile(r'&(?:#([0-9]+|[xX][0-9a-fA-F]+)|([a-zA-Z][a-zA-Z0-9.]*))(?![a-zA-Z0-9])(;?)')
_begun_reference = re.compile(r'&(?:#[0-9xX]?[0-9a-fA-F]*|[a-zA-Z][a-zA-Z0-9.]*)?\Z')


class HTMLParser:
    CDATA_CONTENT_ELEMENTS = ('script', 'style')

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata = ''
        self.lasttag = '???'
        self.cdata_elem = None
        self.lineno, self.offset = 1, 0
        self._start_text = None

    def feed(self, data):
        self.rawdata += data
        self._go_on(False)

    def close(self):
        self._go_on(True)

    def getpos(self):
        return self.lineno, self.offset

    def get_starttag_text(self):
        return self._start_text

    # ---- what subclasses take over

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_data(self, data):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass

    def set_cdata_mode(self, elem):
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        self.cdata_elem = None

    # ---- one part after the other; each gives where the next one begins, or -1: more text must come

    def _move(self, begin, end):
        lines = self.rawdata.count('\n', begin, end)
        self.lineno += lines
        self.offset = end - self.rawdata.rfind('\n', begin, end) - 1 if lines else self.offset + end - begin
        return end

    def _tell_text(self, text):
        if text:
            self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)

    def _go_on(self, at_end):
        at = 0
        while at < len(self.rawdata):
            end = self._text_end(at, at_end)
            self._tell_text(self.rawdata[at:end])
            at = self._move(at, end)
            if at == len(self.rawdata) or self.rawdata[at] not in '<&':
                break
            end = self._reference(at, at_end) if self.rawdata[at] == '&' else self._markup(at)
            if end < 0:
                if not at_end:
                    break
                end = self._broken(at)
            if end == at:
                break
            at = self._move(at, end)
        if at_end and at < len(self.rawdata):
            self._tell_text(self.rawdata[at:])
            at = self._move(at, len(self.rawdata))
        self.rawdata = self.rawdata[at:]

    def _text_end(self, at, at_end):
        text = self.rawdata
        if self.cdata_elem:
            found = re.compile(rf'</{self.cdata_elem}(?=[\t\n\r\f />])', re.I).search(text, at)
            if found:
                return found.start()
            return len(text) if at_end else at
        if not self.convert_charrefs:
            places = [place for place in (text.find('<', at), text.find('&', at)) if place >= 0]
            return min(places) if places else len(text)
        end = text.find('<', at)
        if end >= 0:
            return end
        begun = text.rfind('&', max(at, len(text) - 34))
        return at if begun >= 0 and not at_end and not re.search(r'[\s;]', text[begun:]) else len(text)

    def _reference(self, at, at_end):
        found = _reference.match(self.rawdata, at)
        if found is None or self.convert_charrefs:
            if self.convert_charrefs or not at_end and _begun_reference.match(self.rawdata, at):
                return -1
            self.handle_data('&')
            return at + 1
        if found.end() == len(self.rawdata) and not found[3] and not at_end:
            return -1
        if found[1]:
            self.handle_charref(found[1])
        else:
            self.handle_entityref(found[2])
        return found.end()

    def _markup(self, at):
        text = self.rawdata
        if _tag_name.match(text, at + 1):
            return self._starttag(at)
        if text.startswith('</', at):
            return self._endtag(at)
        if text.startswith('<!--', at):
            return self._until(at, at + 4, '-->', self.handle_comment)
        if text.startswith('<?', at):
            return self._until(at, at + 2, '>', self.handle_pi)
        if text.startswith('<![', at):
            return self._until(at, at + 3, ']>' if not text.startswith('<![CDATA[', at) else ']]>', self.unknown_decl)
        if text[at:at + 9].lower() == '<!doctype':
            return self._until(at, at + 2, '>', self.handle_decl)
        if text.startswith('<!', at):
            return self._until(at, at + 2, '>', self.handle_comment)
        if at + 1 < len(text):
            self.handle_data('<')
            return at + 1
        return -1

    def _until(self, at, begin, end, tell):
        found = self.rawdata.find(end, begin)
        if found < 0:
            return -1
        tell(self.rawdata[begin:found])
        return found + len(end)

    def _broken(self, at):
        """A tag that the text ends in is text."""
        end = self.rawdata.find('>', at + 1)
        if end < 0:
            end = self.rawdata.find('<', at + 1)
            end = at + 1 if end < 0 else end
        else:
            end += 1
        self._tell_text(self.rawdata[at:end])
        return end

    def _starttag(self, at):
        text = self.rawdata
        whole = _start_tag.match(text, at)
        end = whole.end()
        if text.startswith('/>', end):
            end += 2
        elif text.startswith('>', end):
            end += 1
        elif end == len(text) or text.startswith('/', end) and end + 1 == len(text):
            return -1
        else:
            end = text.find('>', end)
            if end < 0:
                return -1
            end += 1
        name = _tag_name.match(text, at + 1)
        tag = self.lasttag = name[0].lower()
        self._start_text = text[at:end]
        attributes, place = [], name.end()
        while place < end and (text[place] in ' \t\n\r\f' or text[place] == '/' and text[place + 1:place + 2] != '>'):
            place += 1
        while place < end:
            found = _attribute.match(text, place)
            if not found or found.end() == place:
                break
            value = found[3]
            if not found[2]:
                value = None
            elif value[:1] == value[-1:] and value[:1] in ('"', "'"):
                value = value[1:-1]
            attributes.append((found[1].lower(), unescape(value) if value else value))
            place = found.end()
        rest = text[place:end].strip()
        if rest not in ('>', '/>'):
            self._tell_text(text[at:end])
        elif rest == '/>':
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return end

    def _endtag(self, at):
        text = self.rawdata
        end = text.find('>', at + 1)
        if end < 0:
            return -1
        found = _end_tag.match(text, at)
        if found is None:
            if self.cdata_elem is not None:
                self.handle_data(text[at:end + 1])
                return end + 1
            name = _tag_name.match(text, at + 2)
            if name is None:
                if text[at:at + 3] != '</>':
                    self.handle_comment(text[at + 2:end])
                return end + 1
            self.handle_endtag(name[0].lower())
            return end + 1
        tag = found[1].lower()
        if self.cdata_elem is not None and tag != self.cdata_elem:
            self.handle_data(text[at:found.end()])
            return found.end()
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return found.end()
