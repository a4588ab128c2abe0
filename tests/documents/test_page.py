"""The brief as a picture and as a page to print."""

import hashlib
import io
import re
import struct
import subprocess
import sys
from functools import cache
from pathlib import Path

import pypdf
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf.generic import ContentStream

from documents import brief as page
from documents.brief import TEMPLATE, DocumentFailed, render_brief
from documents.glyphs import BUILT_IN
from tests.documents import samples

A4 = (595, 842)
every_brief = pytest.mark.parametrize("name", samples.ALL)


@cache
def rendered(name: str, output: page.Format) -> bytes:
    return render_brief(samples.ALL[name], output)


def png_size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    assert png.endswith(b"IEND\xaeB`\x82")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def pdf_page(pdf: bytes) -> pypdf.PageObject:
    (only,) = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return only


def words(pdf: bytes) -> str:
    return re.sub(r"[\s\u200b]+", "", pdf_page(pdf).extract_text())


def glyphs(pdf: bytes) -> list[int]:
    """Every glyph number on the page; 0 is the empty box."""
    only = pdf_page(pdf)
    shown: list[int] = []
    for operands, operator in ContentStream(only.get_contents(), only.pdf).operations:
        if operator in {b"Tj", b"TJ"}:
            parts = operands[0] if operator == b"TJ" else operands
            for part in parts:
                raw = getattr(part, "original_bytes", part if isinstance(part, bytes) else b"")
                shown += [number for (number,) in struct.iter_unpack(">H", raw)]
    return shown


@every_brief
def test_the_picture_is_a_png_as_wide_as_a_phone_that_telegram_takes(name: str) -> None:
    png = rendered(name, "png")
    width, height = png_size(png)
    assert width == 390 * 3
    assert width + height <= 10_000
    assert height <= 20 * width
    assert len(png) < 10_000_000


@pytest.mark.parametrize("name", ["chinese", "english", "mixed"])
def test_a_usual_picture_is_light_enough_for_a_bad_line(name: str) -> None:
    assert len(rendered(name, "png")) < 600_000


@every_brief
def test_the_print_is_exactly_one_page_of_a4(name: str) -> None:
    only = pdf_page(rendered(name, "pdf"))
    assert (round(only.mediabox.width), round(only.mediabox.height)) == A4


@every_brief
def test_no_type_on_paper_is_smaller_than_8_5_points(name: str) -> None:
    sizes: set[float] = set()

    def note(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            sizes.add(size * abs(tm[3] * cm[3]))

    pdf_page(rendered(name, "pdf")).extract_text(visitor_text=note)
    assert min(sizes) >= 8.49


@every_brief
def test_no_character_is_printed_as_an_empty_box(name: str) -> None:
    shown = glyphs(rendered(name, "pdf"))
    assert shown
    assert 0 not in shown


def test_every_character_that_the_built_in_fonts_are_said_to_draw_is_drawn() -> None:
    characters = [chr(c) for first, last in BUILT_IN for c in range(first, last + 1)]
    for start in range(0, len(characters), 600):
        pitch = tuple(" ".join(characters[n : n + 50]) for n in range(start, start + 600, 50))
        shown = glyphs(render_brief(samples.MINIMAL.model_copy(update={"pitch": pitch}), "pdf"))
        assert 0 not in shown
        assert len(shown) > 500 or start + 600 > len(characters)


def test_chinese_and_latin_words_can_be_read_back_from_the_print() -> None:
    text = words(rendered("mixed", "pdf"))
    for part in (
        "东桥电子DongqiaoElectronics",
        "MES报警推不到手机",
        "It’s6now",
        "¥49.0",
        "从这句开始",
        "六个月内回到2,400lines",
    ):
        assert part in text


def test_the_chinese_font_travels_inside_the_print() -> None:
    fonts = pdf_page(render_brief(samples.CHINESE, "pdf"))["/Resources"]["/Font"].values()
    for font in (reference.get_object() for reference in fonts):
        assert "NotoSansCJK" in font["/BaseFont"]
        assert "/FontFile2" in font["/DescendantFonts"][0].get_object()["/FontDescriptor"]


def test_a_full_brief_loses_no_word_on_paper() -> None:
    text = words(rendered("chinese", "pdf"))
    whole = samples.CHINESE
    expected = [whole.title, whole.start_here, whole.goal, whole.fallback, *whole.pitch, *whole.bring, *whole.unknown]
    expected += [q.text for q in whole.questions] + [o.line for o in whole.objections]
    expected += [part for rung in whole.ladder for part in (rung.label, rung.get, rung.sentence)]
    assert [part for part in expected if part.replace(" ", "") not in text] == []


def test_what_does_not_fit_is_cut_with_an_ellipsis_and_the_rest_is_counted() -> None:
    text = words(rendered("monstrous", "pdf"))
    assert "…" in text
    assert re.search(r"…\+3\d", text)


def test_an_empty_section_is_left_out_with_its_heading() -> None:
    text = words(rendered("english", "pdf"))
    labels = samples.LABELS_EN
    for heading in (labels.goal, labels.questions, labels.objections):
        assert heading.replace(" ", "") in text
    for heading in (labels.fallback, labels.pitch, labels.ladder, labels.bring, labels.unknown):
        assert heading.replace(" ", "") not in text


@pytest.mark.parametrize("text", [t for t in samples.HOSTILE_TEXTS if t.isascii() and len(t) < 40 and "\x00" not in t])
def test_words_that_look_like_markup_are_printed_as_they_were_typed(text: str) -> None:
    brief = samples.MINIMAL.model_copy(update={"goal": text, "bring": (text,)})
    assert words(render_brief(brief, "pdf")).count("".join(text.split())) == 2


def test_emoji_are_left_out_and_the_words_beside_them_stay() -> None:
    with_emoji = samples.MINIMAL.model_copy(update={"goal": "好的 \U0001f600\U0001f44d\U0001f3fd 周五前"})
    without = samples.MINIMAL.model_copy(update={"goal": "好的 周五前"})
    assert render_brief(with_emoji, "pdf") == render_brief(without, "pdf")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    texts=st.lists(st.text(max_size=400), min_size=1, max_size=6).map(tuple),
    items=st.integers(0, 30),
    language=st.sampled_from(["zh-Hans", "zh-Hant", "en"]),
)
def test_whatever_was_typed_there_is_one_page_without_empty_boxes(texts: tuple[str, ...], items: int, language: str) -> None:
    pdf = render_brief(samples.crowded(texts, items, language), "pdf")
    assert 0 not in glyphs(pdf)


@pytest.mark.parametrize("output", ["png", "pdf"])
def test_the_same_brief_gives_the_same_bytes_in_another_process(output: page.Format) -> None:
    code = (
        "import hashlib, documents.brief as page; from tests.documents import samples;"
        f"print(hashlib.sha256(page.render_brief(samples.CHINESE, {output!r})).hexdigest())"
    )
    other = subprocess.run([sys.executable, "-c", code], cwd=TEMPLATE.parents[1], capture_output=True, check=True, text=True)
    render_brief(samples.ENGLISH, output)
    assert hashlib.sha256(render_brief(samples.CHINESE, output)).hexdigest() == other.stdout.strip()


def test_the_print_carries_no_date_of_its_own() -> None:
    metadata = pypdf.PdfReader(io.BytesIO(render_brief(samples.CHINESE, "pdf"))).metadata
    assert not {"/CreationDate", "/ModDate"} & set(metadata)


def test_a_fault_of_the_typesetter_is_a_sentence_without_the_reps_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "broken.typ"
    broken.write_text("#panic(sys.inputs.brief)")
    monkeypatch.setattr(page, "TEMPLATE", broken)
    with pytest.raises(DocumentFailed) as caught:
        render_brief(samples.CHINESE, "pdf")
    assert str(caught.value).endswith(".")
    assert "酒" not in str(caught.value)
    assert caught.value.__suppress_context__
    assert caught.value.__cause__ is None


def test_a_panic_inside_the_typesetter_is_a_failed_document_and_not_the_end_of_the_bot(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    panic = type("PanicException", (BaseException,), {})

    def compile_and_panic(*_: object, **__: object) -> bytes:
        raise panic

    monkeypatch.setattr(typst, "compile", compile_and_panic)
    with pytest.raises(DocumentFailed):
        render_brief(samples.ENGLISH, "png")


def test_a_keyboard_interrupt_is_not_taken_for_a_failed_document(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(typst, "compile", interrupt)
    with pytest.raises(KeyboardInterrupt):
        render_brief(samples.ENGLISH, "png")


def test_the_template_reads_nothing_but_its_data() -> None:
    template = TEMPLATE.read_text(encoding="utf-8")
    assert not re.search(r"#?\b(import|include|eval|read|plugin|image)\b\s*[(\"]|@preview", template)


def test_importing_the_documents_does_not_load_the_typesetter() -> None:
    code = "import sys, documents.press; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=TEMPLATE.parents[1], check=False).returncode == 0
