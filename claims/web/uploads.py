"""Files that people send, within bounds: whoever sends too much fills neither disk nor memory."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from claims.archive import files
from claims.ingest.text import MAX_CHARS

# No text within the limit has more bytes than this, whatever its encoding.
FILE_AT_MOST = 4 * MAX_CHARS + 4
# By the name of the field; in any other a file may be as large as a text.
AT_MOST = {"evidence_file": files.FILE_AT_MOST}


class Bounded(FileUploadHandler):
    """Keeps a file in memory; of one that is too large the size is told, but not all is kept."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self.kept = BytesIO()
        self.at_most = AT_MOST.get(self.field_name or "", FILE_AT_MOST)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        if start <= self.at_most:
            self.kept.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        self.kept.seek(0)
        return InMemoryUploadedFile(
            file=self.kept,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
