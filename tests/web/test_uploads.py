"""What is kept of a file that somebody sends."""

from claims.web.uploads import FILE_AT_MOST, Bounded

CHUNK = 64 * 1024


def sent(size: int):
    handler = Bounded()
    handler.new_file("file", "a.txt", "text/plain", size)
    for start in range(0, size, CHUNK):
        assert handler.receive_data_chunk(b"x" * min(CHUNK, size - start), start) is None
    return handler.file_complete(size)


def test_a_file_within_the_limit_is_kept_whole() -> None:
    kept = sent(FILE_AT_MOST)
    assert kept.size == FILE_AT_MOST and kept.read() == b"x" * FILE_AT_MOST


def test_of_a_larger_one_the_size_is_known_and_not_all_is_kept() -> None:
    kept = sent(20 * FILE_AT_MOST)
    assert kept.size == 20 * FILE_AT_MOST
    assert len(kept.read()) <= FILE_AT_MOST + CHUNK
