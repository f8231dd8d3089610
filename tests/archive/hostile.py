"""Files that are honest, and files that are made to hurt whoever reads them."""

import zlib
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

ARTICLE = (
    "قالت هيئة الموانئ في بيان يوم الاثنين إن الجسر أُغلق أمام الشاحنات حتى إشعار آخر، "
    "وإن العمل مستمر على إصلاحه منذ ثلاثة أيام."
)
PAGE = (
    "<!doctype html><html lang=ar><head><title>إغلاق الجسر | وكالة</title>"
    "<script>var hidden = 'لا يُقرأ'</script></head><body><nav><a href=/>الرئيسية</a></nav>"
    f"<article><h1>إغلاق الجسر</h1><p>{ARTICLE}</p></article></body></html>"
)


def pdf(*pages: str, title: str = "", password: str = "") -> bytes:
    """A PDF whose pages say these (Latin) words."""
    return _pdf(
        [f"BT /F 12 Tf 72 720 Td ({page}) Tj ET".encode() for page in pages], title, password
    )


def _pdf(contents: list[bytes], title: str = "", password: str = "") -> bytes:
    writer = PdfWriter()
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}
    font = DictionaryObject({NameObject(k): NameObject(v) for k, v in names.items()})
    for content in contents:
        page = writer.add_blank_page(612, 792)
        stream = DecodedStreamObject()
        stream.set_data(content)
        page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F"): font})}
        )
    if title:
        writer.add_metadata({"/Title": title})
    if password:
        writer.encrypt(password)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_of_endless_work() -> bytes:
    """A small file with a page of millions of strokes."""
    return _pdf([b"BT /F 1 Tf (a) Tj ET " * 2_000_000])


def pdf_bomb() -> bytes:
    """A small file whose page unpacks, and unpacks again, to 200 MB."""
    packed = zlib.compress(zlib.compress(bytes(200 * 1024 * 1024)))
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    head += b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    head += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
    head += b"4 0 obj<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n" % len(packed)
    return head + packed + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"


def pdf_of_a_circle() -> bytes:
    """Its tree of pages leads back to itself."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


def deep_html() -> bytes:
    return b"<html><body>" + b"<div><b>" * 300_000 + b"words" + b"</b></div>" * 300_000


def wide_html() -> bytes:
    return b"<html><body>" + b"<p><i>a</i>" * 2_000_000


def entity_html() -> bytes:
    """Entities that grow tenfold at each step, and one that reads a file."""
    steps = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    return (
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "words">{steps}'
        '<!ENTITY file SYSTEM "file:///etc/passwd">]>'
        "<html><body><p>&file;</p><p>&e11;</p></body></html>"
    ).encode()
