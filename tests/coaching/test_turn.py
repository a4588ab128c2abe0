"""What holds for every turn, whatever a rep does."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coaching import turn as coach
from coaching.edition import edition_id, from_stored, stored_form
from coaching.session import Commanded, Lapsed, Picked, Session
from tests.coaching.chatting import MONDAY, Chat, editions

TEXTS = st.one_of(
    st.sampled_from(
        ["下周三前同意两辆车试用", "introduce our platform", "你们觉得排队严重吗？", "15", "#2", "#99", "十五万", "不知道",
         "don't know", "  ",
         "就用这句", "够了", "250000", "240000", "226000", "200000", "太贵了", "ok", "", "a\nb\nc", "<b>&", "{{ client }}", "x" * 5000]
    ),
    st.text(max_size=60),
)  # fmt: skip
ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("tap"), st.integers(0, 9)),
        st.tuples(st.just("tap"), st.integers(0, 9)),
        st.tuples(st.just("type"), TEXTS),
        st.tuples(st.just("stale"), st.integers(0, 30)),
        st.tuples(st.just("command"), st.sampled_from(["back", "skip", "example", "help", "pause", "resume", "brief", "change", "o", "?"])),
    ),
    max_size=60,
)


def played(language, actions, until=()):
    chat = Chat(language)
    for what, value in [*until, *actions]:
        options = chat.session.open.options if chat.session.open else ()
        if what == "tap" and options:
            chat.tap(options[value % len(options)].id)
        elif what == "type":
            chat.type(value)
        elif what == "stale":
            chat.event(Picked(at=chat.at, option="skip", ask=value))
        elif what == "command":
            chat.command(value, "太贵")
    return chat


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(["zh-Hans", "en"]), ACTIONS)
def test_whatever_a_rep_does_the_session_stands_and_is_the_same_when_replayed(language, actions):
    chat = played(language, [("type", "Red Hill"), ("tap", 1), ("tap", 0), ("tap", 1), ("tap", 2), *actions])
    for turn in chat.turns:
        assert turn.session.status == "closed" or turn.session.open is not None
        assert all(line.html.strip() or line.brief for line in turn.lines)
        assert len(turn.entries[0].feedback) <= 1
    assert coach.replay(chat.books, chat.events) == chat.turns


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_a_message_is_recorded_once_in_its_own_words(text):
    chat = Chat("en").ready(5).type(text)
    reps = [entry for entry in chat.turns[-1].entries if entry.who == "rep"]
    assert [entry.text for entry in reps] == [text]


def test_what_a_rep_typed_is_escaped_wherever_it_is_quoted():
    chat = Chat("en").ready(5, client="<b>Red & Hill</b>").type("<i>introduce</i> our platform & more")
    assert "<i>introduce" not in chat.lines[-1].html
    assert "&lt;i&gt;introduce" in chat.lines[-1].html


def test_a_template_that_a_rep_types_is_words_and_nothing_else():
    chat = Chat("en").ready(5).type("the client agrees by Friday to {{ client }} {% if x %}")
    assert chat.walk.text("goal.primary").endswith("{{ client }} {% if x %}")


def test_a_session_survives_its_stored_form():
    chat = Chat("zh-Hans").ready(30).easily()
    assert Session.model_validate_json(chat.session.model_dump_json()) == chat.session


def test_an_edited_sentence_makes_another_edition_and_the_session_under_way_keeps_its_own():
    book = editions()[next(iter(editions()))]
    edited = book.model_copy(update={"plan": book.plan.model_copy(update={"reply_most": 700})})
    assert edition_id(stored_form(edited)) != edition_id(stored_form(book))
    assert from_stored(stored_form(edited)) == edited


def test_the_order_of_keys_in_a_file_does_not_make_another_edition():
    book = editions()[next(iter(editions()))]
    again = type(book).model_validate(dict(reversed(list(book.model_dump(by_alias=True).items()))))
    assert edition_id(stored_form(again)) == edition_id(stored_form(book))


def test_a_withdrawn_preparation_closes_with_a_sentence():
    chat = Chat("en").ready(5).event(Lapsed(at=MONDAY, text="This playbook was withdrawn."))
    assert chat.session.outcome == "lapsed"
    assert chat.said == "This playbook was withdrawn."


def test_an_unknown_command_is_answered_with_what_can_be_done_here():
    chat = Chat("en").ready(5).event(Commanded(at=MONDAY, name="nonsense"))
    assert chat.turns[-1].entries[0].unfit
    assert chat.said == chat.walk.plain(chat.walk.book.plan.commands.help)


def test_a_number_picks_an_option_only_where_nothing_else_is_taken():
    chat = Chat("en").ready(5, client="2")
    assert chat.walk.text("plan.client") == "2"
    asked = Chat("en").type("Red Hill").tap("fleet-plan").tap("U").tap("tomorrow")
    assert asked.type("15").session.minutes == 15
    assert Chat("en").type("Red Hill").tap("fleet-plan").tap("U").tap("tomorrow").type("2").session.minutes == 15
    assert Chat("en").type("Red Hill").tap("fleet-plan").type("#2").walk.value("plan.role") == "T"


def test_the_time_may_be_said_in_words():
    for said in ("十五分钟", "I have 15 minutes", "fifteen"):
        assert Chat("en").type("Red Hill").tap("fleet-plan").tap("U").tap("tomorrow").type(said).session.minutes == 15
