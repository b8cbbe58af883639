import pytest

from discrepancy.errors import InputError
from discrepancy.loaders._decode import decode

SENTENCE = "The café’s owner said 12 people were hurt.\r\nThe mayor’s office gave no figure.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_encoding_gives_the_same_text_with_its_newlines(encoding: str) -> None:
    assert decode((SENTENCE * 5).encode(encoding)) == SENTENCE * 5


def test_nul_and_escape_characters_stay() -> None:
    text = "The bridge\0 was shut.\x1b[31m Trains ran late on both lines all day.\n"
    assert decode(text.encode()) == text


def test_utf8_cut_inside_a_character_is_still_utf8() -> None:
    assert decode("naïve café “quoted” and so on in Orléans ’twas…".encode()[:-1]).startswith("naïve café “quoted”")


def test_a_declared_encoding_is_used() -> None:
    assert decode("Přílišný déšť zaplavil město.".encode("iso-8859-2"), "iso-8859-2") == "Přílišný déšť zaplavil město."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\0" * 5000, "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "an image"),
        (b"PK\x03\x04" + bytes(64), "a zip or office file"),
        (bytes(range(256)) * 20, "no text"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        decode(data)
