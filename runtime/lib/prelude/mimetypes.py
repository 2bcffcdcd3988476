"""mimetypes: what kind of content a file's name tells, and names for kinds.

`_standard` has a kind with its extensions in each entry; more come from the system's files.
"""

import os

__all__ = ['knownfiles', 'inited', 'MimeTypes', 'guess_type', 'guess_all_extensions', 'guess_extension', 'add_type',
           'init', 'read_mime_types', 'suffix_map', 'encodings_map', 'types_map', 'common_types']

knownfiles = [
    '/etc/mime.types', '/etc/httpd/mime.types', '/etc/httpd/conf/mime.types', '/etc/apache/mime.types',
    '/etc/apache2/mime.types', '/usr/local/etc/httpd/conf/mime.types', '/usr/local/lib/netscape/mime.types',
    '/usr/local/etc/httpd/conf/mime.types', '/usr/local/etc/mime.types',
]

_standard = '''
application/javascript .js .mjs; application/json .json; application/manifest+json .webmanifest;
application/msword .doc .dot .wiz; application/n-quads .nq; application/n-triples .nt;
application/octet-stream .bin .a .dll .exe .o .obj .so; application/oda .oda; application/pdf .pdf;
application/pkcs7-mime .p7c; application/postscript .ps .ai .eps; application/trig .trig;
application/vnd.apple.mpegurl .m3u .m3u8; application/vnd.ms-excel .xls .xlb;
application/vnd.ms-powerpoint .ppt .pot .ppa .pps .pwz; application/wasm .wasm; application/x-bcpio .bcpio;
application/x-cpio .cpio; application/x-csh .csh; application/x-dvi .dvi; application/x-gtar .gtar;
application/x-hdf .hdf; application/x-hdf5 .h5; application/x-latex .latex; application/x-mif .mif;
application/x-netcdf .cdf .nc; application/x-pkcs12 .p12 .pfx; application/x-pn-realaudio .ram;
application/x-python-code .pyc .pyo; application/x-sh .sh; application/x-shar .shar;
application/x-shockwave-flash .swf; application/x-sv4cpio .sv4cpio; application/x-sv4crc .sv4crc;
application/x-tar .tar; application/x-tcl .tcl; application/x-tex .tex; application/x-texinfo .texi .texinfo;
application/x-troff .roff .t .tr; application/x-troff-man .man; application/x-troff-me .me;
application/x-troff-ms .ms; application/x-ustar .ustar; application/x-wais-source .src;
application/xml .xsl .rdf .wsdl .xpdl; application/zip .zip; audio/3gpp .3gp .3gpp; audio/3gpp2 .3g2 .3gpp2;
audio/aac .aac .adts .loas .ass; audio/basic .au .snd; audio/mpeg .mp3 .mp2; audio/opus .opus;
audio/x-aiff .aif .aifc .aiff; audio/x-pn-realaudio .ra; audio/x-wav .wav; image/avif .avif; image/bmp .bmp;
image/gif .gif; image/ief .ief; image/jpeg .jpg .jpe .jpeg; image/heic .heic; image/heif .heif; image/png .png;
image/svg+xml .svg; image/tiff .tiff .tif; image/vnd.microsoft.icon .ico; image/x-cmu-raster .ras;
image/x-portable-anymap .pnm; image/x-portable-bitmap .pbm; image/x-portable-graymap .pgm;
image/x-portable-pixmap .ppm; image/x-rgb .rgb; image/x-xbitmap .xbm; image/x-xpixmap .xpm;
image/x-xwindowdump .xwd; message/rfc822 .eml .mht .mhtml .nws; text/css .css; text/csv .csv;
text/html .html .htm; text/n3 .n3; text/plain .txt .bat .c .h .ksh .pl .srt; text/richtext .rtx;
text/tab-separated-values .tsv; text/vtt .vtt; text/x-python .py; text/x-setext .etx; text/x-sgml .sgm .sgml;
text/x-vcard .vcf; text/xml .xml; video/mp4 .mp4; video/mpeg .mpeg .m1v .mpa .mpe .mpg; video/quicktime .mov .qt;
video/webm .webm; video/x-msvideo .avi; video/x-sgi-movie .movie
'''


def _standard_types():
    table = {}
    for entry in _standard.replace('\n', ' ').split(';'):
        kind, *extensions = entry.split()
        for extension in extensions:
            table[extension] = kind
    return table


suffix_map = {'.svgz': '.svg.gz', '.tgz': '.tar.gz', '.taz': '.tar.gz', '.tz': '.tar.gz', '.tbz2': '.tar.bz2',
              '.txz': '.tar.xz'}
encodings_map = {'.gz': 'gzip', '.Z': 'compress', '.bz2': 'bzip2', '.xz': 'xz', '.br': 'br'}
types_map = _standard_types()
common_types = {'.rtf': 'application/rtf', '.midi': 'audio/midi', '.mid': 'audio/midi', '.jpg': 'image/jpg',
                '.pict': 'image/pict', '.pct': 'image/pict', '.pic': 'image/pict', '.webp': 'image/webp',
                '.xul': 'text/xul'}
inited = False
_db = None


class MimeTypes:
    """Both tables by whether they are standard: (common, strict)."""

    def __init__(self, filenames=(), strict=True):
        if not inited:
            init()
        self.encodings_map = encodings_map.copy()
        self.suffix_map = suffix_map.copy()
        self.types_map = ({}, {})
        self.types_map_inv = ({}, {})
        for extension, kind in types_map.items():
            self.add_type(kind, extension, True)
        for extension, kind in common_types.items():
            self.add_type(kind, extension, False)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        self.types_map[strict][ext] = type
        known = self.types_map_inv[strict].setdefault(type, [])
        if ext not in known:
            known.append(ext)

    def guess_type(self, url, strict=True):
        url = os.fspath(url)
        scheme, colon, rest = url.partition(':')
        if colon and len(scheme) > 1 and scheme[0].isalpha() and all(c.isalnum() or c in '+-.' for c in scheme):
            if scheme == 'data':
                return self._of_data(rest)
            url = rest
        folder, slash, base = url.rpartition('/')
        base, extension = _split_extension(base)
        while extension.lower() in self.suffix_map:
            base, extension = _split_extension(base + self.suffix_map[extension.lower()])
        encoding = None
        if extension in self.encodings_map:
            encoding = self.encodings_map[extension]
            base, extension = _split_extension(base)
        extension = extension.lower()
        if extension in self.types_map[True]:
            return self.types_map[True][extension], encoding
        if not strict and extension in self.types_map[False]:
            return self.types_map[False][extension], encoding
        return None, encoding

    def _of_data(self, rest):
        head, comma, _ = rest.partition(',')
        if not comma:
            return None, None
        kind = head.partition(';')[0]
        return 'text/plain' if '=' in kind or '/' not in kind else kind, None

    def guess_all_extensions(self, type, strict=True):
        type = type.lower()
        found = list(self.types_map_inv[True].get(type, []))
        if not strict:
            found += [ext for ext in self.types_map_inv[False].get(type, []) if ext not in found]
        return found

    def guess_extension(self, type, strict=True):
        found = self.guess_all_extensions(type, strict)
        return found[0] if found else None

    def read(self, filename, strict=True):
        with open(filename, encoding='utf-8') as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        for line in fp:
            words = []
            for word in line.split():
                if word[0] == '#':
                    break
                words.append(word)
            for suffix in words[1:]:
                self.add_type(words[0], '.' + suffix, strict)


def _split_extension(name):
    """As os.path.splitext: dots at the beginning are part of the name."""
    dot = name.rfind('.')
    return (name[:dot], name[dot:]) if dot > 0 and name[:dot].strip('.') else (name, '')


def init(files=None):
    global suffix_map, types_map, encodings_map, common_types, inited, _db
    inited = True
    if files is None or _db is None:
        types_map = _standard_types()
        db = MimeTypes()
        files = knownfiles if files is None else knownfiles + list(files)
    else:
        db = _db
    for file in files:
        if os.path.isfile(file):
            db.read(file)
    encodings_map = db.encodings_map
    suffix_map = db.suffix_map
    types_map = db.types_map[True]
    common_types = db.types_map[False]
    _db = db


def _ready():
    if _db is None:
        init()
    return _db


def guess_type(url, strict=True):
    return _ready().guess_type(url, strict)


def guess_all_extensions(type, strict=True):
    return _ready().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    return _ready().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    _ready().add_type(type, ext, strict)


def read_mime_types(file):
    try:
        with open(file, encoding='utf-8') as lines:
            db = MimeTypes()
            db.readfp(lines, True)
            return db.types_map[True]
    except OSError:
        return None
