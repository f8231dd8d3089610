"""One question and its answer over a real connection: well, badly, slowly, and elsewhere."""

import gzip
from datetime import timedelta
from email.utils import format_datetime

import pytest
from django.utils import timezone

from claims.errors import AnswerTooSlow, ReaderFailed, ReaderUnavailable
from claims.second_reader.asking import ANSWER_AT_MOST, PAUSE, PAUSE_AT_MOST, Reader, ask
from tests.second_reader.server import Model, cut_off, envelope, sends, without_end, writes

MESSAGES = [{"role": "user", "content": "أُغلق الجسر"}]


def failed(reader: Reader) -> ReaderFailed:
    with pytest.raises(ReaderFailed) as told:
        ask(reader, MESSAGES)
    return told.value


def test_the_question_goes_to_the_api_with_key_and_model(model: Model, reader: Reader) -> None:
    model.answers = [writes("well")]
    assert ask(reader, MESSAGES) == envelope("well")
    assert model.paths == ["/v1/chat/completions"]
    assert model.asked == [{"model": "small", "messages": MESSAGES, "stream": False}]
    assert model.headers[0]["authorization"] == "Bearer secret-key"
    assert model.headers[0]["host"] == f"127.0.0.1:{model.port}"
    assert "cookie" not in model.headers[0]


def test_without_a_key_none_is_sent(model: Model) -> None:
    model.answers = [writes("well")]
    ask(Reader(model.url, "small", 5), MESSAGES)
    assert "authorization" not in model.headers[0]


def test_the_key_is_shown_nowhere(reader: Reader) -> None:
    assert "secret-key" not in repr(reader)


def test_a_packed_answer_is_unpacked(model: Model, reader: Reader) -> None:
    model.answers = [sends(gzip.compress(envelope("well")), Content_Encoding="gzip")]
    assert ask(reader, MESSAGES) == envelope("well")


def test_a_packed_flood_is_not_taken(model: Model, reader: Reader) -> None:
    flood = gzip.compress(b"0" * (ANSWER_AT_MOST + 1))
    model.answers = [sends(flood, Content_Encoding="gzip")]
    assert "more than any list" in str(failed(reader))


def test_an_answer_without_end_is_not_taken(model: Model, reader: Reader) -> None:
    model.answers = [without_end]
    told = failed(reader)
    assert "more than any list" in str(told)
    assert (type(told), told.pause) == (ReaderFailed, 0)


def test_an_answer_that_is_cut_off_is_told(model: Model, reader: Reader) -> None:
    model.answers = [cut_off]
    told = failed(reader)
    assert "broke off" in str(told)
    assert (type(told), told.pause) == (ReaderFailed, PAUSE)


def test_who_is_silent_is_waited_for_as_long_as_the_settings_say(model: Model) -> None:
    model.answers = [model.sleeps]
    told = failed(Reader(model.url, "small", seconds=1))
    assert str(told) == "The second reader did not answer within 1 seconds."
    assert (type(told), told.pause) == (ReaderFailed, PAUSE)


def test_who_may_take_long_and_hangs_is_left_alone_as_long_again(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hangs(*_: object, **__: object) -> None:
        raise AnswerTooSlow("too slow")

    monkeypatch.setattr("claims.second_reader.asking.post", hangs)
    assert failed(Reader(model.url, "small", seconds=200)).pause == 200


def test_who_drips_is_not_waited_for_either(model: Model) -> None:
    def drips(handler) -> None:  # type: ignore[no-untyped-def]
        handler.send_response(200)
        handler.end_headers()
        while not model.woken.wait(0.1):
            handler.wfile.write(b" ")

    model.answers = [drips]
    assert "did not answer within 1" in str(failed(Reader(model.url, "small", seconds=1)))


def test_nobody_there_is_told(model: Model, reader: Reader) -> None:
    model.close()
    told = failed(reader)
    assert "was not reached" in str(told)
    assert (type(told), told.pause) == (ReaderUnavailable, PAUSE)


@pytest.mark.parametrize(
    ("status", "pause", "says"),
    [
        (500, PAUSE, "status 500"),
        (503, PAUSE, "status 503"),
        (408, PAUSE, "status 408"),
        (429, PAUSE, "asked too often"),
        (404, PAUSE_AT_MOST, "FACTLOG_READER_URL"),
        (405, PAUSE_AT_MOST, "FACTLOG_READER_MODEL"),
        (401, PAUSE_AT_MOST, "FACTLOG_READER_KEY"),
        (403, PAUSE_AT_MOST, "FACTLOG_READER_KEY"),
        (204, PAUSE_AT_MOST, "status 204"),
    ],
)
def test_who_answers_nobody_is_told_with_a_pause(
    model: Model, reader: Reader, status: int, pause: float, says: str
) -> None:
    model.answers = [sends(b"", status)]
    told = failed(reader)
    assert says in str(told)
    assert (type(told), told.pause) == (ReaderUnavailable, pause)


@pytest.mark.parametrize("status", [400, 413, 422])
def test_a_question_that_is_not_taken_may_be_its_texts_fault(
    model: Model, reader: Reader, status: int
) -> None:
    model.answers = [sends(b"", status)]
    told = failed(reader)
    assert f"status {status}" in str(told)
    assert (type(told), told.pause) == (ReaderFailed, PAUSE)


@pytest.mark.parametrize(
    ("told", "seconds"),
    [
        ("7", 7),
        ("0", 0),
        ("999999999999", PAUSE_AT_MOST),
        ("soon", PAUSE),
        ("-5", PAUSE),
        ("٧", PAUSE),
        ("", PAUSE),
    ],
)
def test_a_server_that_asks_for_a_pause_gets_one_within_bounds(
    model: Model, reader: Reader, told: str, seconds: float
) -> None:
    model.answers = [sends(b"", 429, Retry_After=told.encode("utf-8").decode("latin-1"))]
    assert failed(reader).pause == seconds


def test_a_pause_may_be_a_moment(model: Model, reader: Reader) -> None:
    moment = timezone.now() + timedelta(seconds=60)
    model.answers = [sends(b"", 503, Retry_After=format_datetime(moment, usegmt=True))]
    assert 50 < failed(reader).pause <= 60


def test_a_redirect_leads_nowhere(model: Model, reader: Reader) -> None:
    other = Model([writes("well")])
    try:
        model.answers = [sends(b"", 307, Location=f"{other.url}/chat/completions")]
        assert "status 307" in str(failed(reader))
        assert other.asked == []
    finally:
        other.close()


@pytest.mark.parametrize(
    "url",
    [
        "http://93.184.215.14/v1",  # the public web without TLS
        "http://169.254.169.254/v1",  # a cloud's secrets, whoever names them
        "https://192.0.2.7/v1",
    ],
)
def test_addresses_that_no_reader_has_are_not_asked(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def dial(*_: object) -> None:
        raise AssertionError("somebody was called")

    monkeypatch.setattr("socket.create_connection", dial)
    assert "was not reached" in str(failed(Reader(url, "small", 5)))
