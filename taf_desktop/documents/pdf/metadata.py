"""What the file says about itself: title, language, colours; that it is PDF/UA-1 and PDF/A-2a."""

from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFImageXObject,
    PDFName,
    PDFObject,
    PDFStream,
    PDFString,
)

from taf_desktop.documents.pdf.colour_profile import srgb_profile

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Which part of PDF/UA the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

_STREAM_END = b"endstream\n"


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


def output_intent() -> PDFArray:
    """Which colours the file means: sRGB, with its profile inside."""
    profile = PDFStream(PDFDictionary({"N": 3}), srgb_profile())
    intent = PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": profile,
        }
    )
    return PDFArray([intent])


class EvenStreams(dict[str, object]):
    """The objects of a file, whose streams end with a line end of their own, as archives want."""

    def __getitem__(self, name: str) -> object:
        """The object, ready to be written."""
        found = super().__getitem__(name)
        if isinstance(found, PDFStream | PDFImageXObject) and not isinstance(found, PlainStream):
            return _EvenStream(found)
        return found


class _EvenStream(PDFObject):
    """A stream of the library, written with a line end before its closing word."""

    def __init__(self, stream: PDFStream | PDFImageXObject) -> None:
        self._stream = stream

    def format(self, document: PDFDocument) -> bytes:
        """The stream as it stands in the file."""
        written = bytes(self._stream.format(document))
        return written.removesuffix(_STREAM_END) + b"\n" + _STREAM_END


def _encoded(text: str) -> str:
    """The text as XML, without the word that a hasty reader takes for the end of the stream."""
    return escape(text).replace("endstream", "end&#115;tream")
