"""What the file says about itself: its title, its language, and that it is PDF/UA-1."""

from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFStream

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


class PlainStream(PDFStream):
    """A stream without a filter entry: an empty one makes readers skip the description."""

    def format(self, document: PDFDocument) -> bytes:
        """The stream as it stands in the file."""
        content: bytes = self.content.encode("utf-8")
        entries = PDFDictionary({**self.dictionary.dict, "Length": len(content)})
        head = bytes(entries.format(document))
        return head + b"\nstream\n" + content + b"\nendstream\n"


def description(title: str, language: str) -> PDFStream:
    """The file's description (XMP)."""
    packet = _PACKET.format(title=_encoded(title), language=_encoded(language))
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    return PlainStream(dictionary=kind, content=packet)


def _encoded(text: str) -> str:
    """The text as XML, without the word that a hasty reader takes for the end of the stream."""
    return escape(text).replace("endstream", "end&#115;tream")
