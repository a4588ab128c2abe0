"""The small playbook of the manual's examples, read and written out for the tests: it has one of everything."""

from authoring.document import Document
from authoring.read import read
from authoring.specimen import NAMES, SAMPLES, Card, Sample, check

__all__ = ["NAMES", "PLAYBOOK", "SAMPLES", "Card", "Sample", "check", "document"]


def document(text: str) -> Document:
    """The document in a text that can be read."""
    checked = read("fleet.yaml", text.encode())
    assert checked.value is not None, checked.findings
    return checked.value


PLAYBOOK = """\
id: fleet-objections
language: zh-Hans            # bare strings are in this language
title: 车队客户的异议
author: 车队组
notes:
  zh-Hans: 您想先跟{{ client }}谈哪件事？
  en: What do you want to talk to {{ client }} about first?
cards:
  too_expensive:
    class: price
    heard: [太贵了, '比“别家”贵', "预算: 不够"]
    acknowledge: |
      我理解您要对预算负责。
      {% if decided %}<b>{{ person.role }}</b>那边也看过了。{% else %}我们一起看。{% endif %}
    tactics:
      find_cause: 您是跟哪一家、哪个方案比的？
      leave_room: >-
        先做两个点，达到约定的数字
        再签全部，您看行吗？
    never:
      - 一分钱一分货
      - 您不识货
limits:
  cards_offered: 4
  share: 0.25
  warn: true
ending:
  kind: advance
  next_step: 下周三前同意两辆车试用 {{ problems | join('、') }}
"""
