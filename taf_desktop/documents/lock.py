"""A PDF that opens only with a password: AES with a key of 256 bits, tags and all kept."""

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.constants import UserAccessPermissions


def lock_pdf(pdf: bytes, password: str) -> bytes:
    """The same pages behind a password; whoever knows it may read, print and listen."""
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf)))
    writer.pdf_header = "%PDF-1.7"
    writer.encrypt(
        user_password=password,
        permissions_flag=UserAccessPermissions.all(),
        algorithm="AES-256",
    )
    file = BytesIO()
    writer.write(file)
    return file.getvalue()
