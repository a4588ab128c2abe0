"""The picture of a plan."""

import struct
import xml.etree.ElementTree as ET

import pytest

from coaching.flow import Behind, Flow, FlowLabels, FlowStep, Group, Lane, flow
from documents.flow import render_flow
from tests.coaching.chatting import shipped

HOSTILE = "#panic() $x$ *b* <b>& \u202e\x00 " + "长" * 500 + "w" * 300 + " 😀"


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_a_plan_becomes_a_picture_that_is_wide_enough_to_read(language):
    width, height = size(render_flow(flow(shipped().preparations["fleet-plan"], language), "png"))
    assert 2000 < width < 4000
    assert 1000 < height < 5000


def test_the_same_plan_gives_the_same_picture():
    found = flow(shipped().preparations["fleet-plan"], "en", 5)
    assert render_flow(found, "png") == render_flow(found, "png")


def test_an_svg_needs_nothing_from_outside():
    root = ET.fromstring(render_flow(flow(shipped().preparations["fleet-plan"], "zh-Hans", 5), "svg"))
    links = [value for element in root.iter() for name, value in element.attrib.items() if name.endswith("href")]
    assert all(link.startswith(("#", "data:")) for link in links)


def test_a_pdf_is_one_page():
    assert render_flow(flow(shipped().preparations["fleet-plan"], "zh-Hans"), "pdf").count(b"/Type /Page\n") <= 1


def test_whatever_a_trainer_writes_is_only_ever_text():
    step = FlowStep(id="x.y", question=HOSTILE, minutes=(5,), only_if=HOSTILE)
    step = step.model_copy(update={"behind": (Behind(what="problems", label=HOSTILE, count=100, names=(HOSTILE,) * 100),)})
    labels = FlowLabels(**dict.fromkeys(FlowLabels.model_fields, HOSTILE))
    lanes = tuple(
        Lane(part=part, name=HOSTILE, question=HOSTILE, check=HOSTILE, groups=(Group(kind=kind, caption=HOSTILE, steps=(step,)),))
        for part, kind in (("plan", "once"), ("goal", "listing"), ("spin", "chain"))
    )
    found = Flow(plan=HOSTILE, language="zh-Hans", title=HOSTILE, times=(5, 15), lanes=lanes, labels=labels)
    width, height = size(render_flow(found, "png"))
    assert width < 4000
    assert height < 12000
