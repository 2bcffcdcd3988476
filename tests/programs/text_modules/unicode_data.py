"""unicodedata: categories, normal forms, and what slugs are made with."""
import re
import unicodedata


def slugify(text):
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", text.lower())).strip("-_")


print(slugify("Crème Brûlée & Öl -- für alle"), [unicodedata.category(c) for c in "aA1 _-é€中\ń"], unicodedata.combining("́"), unicodedata.combining("a"))
s = "é ﬁ ① Å ñ 한글 x²"
for form in ("NFC", "NFD", "NFKC", "NFKD"):
    t = unicodedata.normalize(form, s)
    print(form, len(t), ascii(t), unicodedata.is_normalized(form, s))
print("".join(c for c in unicodedata.normalize("NFD", "àéîõü") if unicodedata.category(c) != "Mn"), unicodedata.bidirectional("א"), unicodedata.mirrored("("), unicodedata.normalize("NFC", "plain"))
for bad in (lambda: unicodedata.normalize("X", "a"), lambda: unicodedata.category("ab"), lambda: unicodedata.normalize("NFC", 1)):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
