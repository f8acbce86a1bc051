"""A thread is one case in whatever order its mails come; what is undone leaves nothing behind."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from mailbot.desk.decisions.splitting import is_unchanged
from tests.examples import examples
from tests.stories.story import CUSTOMER, ENGINEER, Story

WRITERS = (CUSTOMER, "wang@partner.example", "sun@partner.example")
SUBJECTS = ("服务器蓝屏", "打印机离线")
MOST = 6

Thread = tuple[int, ...]


def threads() -> st.SearchStrategy[Thread]:
    """A thread by its parents: the n-th mail answers one of those before it."""
    parents = st.tuples(*(st.integers(0, max(n - 1, 0)) for n in range(MOST)))
    return st.tuples(parents, st.integers(2, MOST)).map(lambda drawn: drawn[0][: drawn[1]])


def writes(story: Story, thread: int, parents: Thread, number: int, keeps: int) -> None:
    """The ``number``-th mail of a thread, with the ids of so many of its ancestors."""
    chain: list[str] = []
    at = number
    while at:
        at = parents[at]
        chain.insert(0, f"t{thread}-{at}@partner.example")
    named = chain[-keeps:]
    subject = SUBJECTS[thread]
    story.customer_writes(
        f"第{thread}件事的第{number}封邮件，内容如下。",
        sender=WRITERS[number % len(WRITERS)],
        subject=f"Re: {subject}" if number else subject,
        id=f"t{thread}-{number}@partner.example",
        answers="> <".join(named),
        threaded="yes" if named else "no",
    )


def partition(story: Story) -> set[frozenset[str]]:
    """The mails by the case in which they lie."""
    cases: dict[str, set[str]] = {}
    for one in story.received:
        case = story.engine.state.merges.current(one.case)
        cases.setdefault(case, set()).add(one.mail.message_id)
    return {frozenset(mails) for mails in cases.values()}


@settings(max_examples=examples(12), deadline=None, derandomize=True)
@given(
    st.tuples(threads(), threads()),
    st.randoms(use_true_random=False),
    st.sampled_from((1, 2, MOST)),
)
def test_any_order_of_arrival_ends_in_the_same_cases(
    two: tuple[Thread, Thread],
    rng: Random,
    keeps: int,
) -> None:
    mails = [(thread, number) for thread in (0, 1) for number in range(len(two[thread]))]
    rng.shuffle(mails)
    story = Story()
    for thread, number in mails:
        writes(story, thread, two[thread], number, keeps)

    assert partition(story) == {
        frozenset(f"t{thread}-{number}@partner.example" for number in range(len(two[thread])))
        for thread in (0, 1)
    }


def lived(talk: list[tuple[int, str]]) -> Story:
    """Two cases of one house, and what is said in them."""
    story = Story()
    for thread in (0, 1):
        writes(story, thread, (0,), 0, MOST)
    for number, (thread, text) in enumerate(talk):
        how = {"subject": f"Re: {SUBJECTS[thread]}", "answers": f"t{thread}-0@partner.example"}
        if number % 3 == 1:
            story.engineer_writes(text, to=WRITERS[0], **how)
        else:
            story.customer_writes(text, sender=WRITERS[number % 2], **how)
    return story


SAID = st.sampled_from(
    [
        "日志已经准备好，请提供sftp账号。", "又蓝屏了一次。", "请问还需要提供什么？",
        "请上传full dump文件。", "明天上传。", "谢谢！", "我再观察一周。",
    ]
)  # fmt: skip
TALKS = st.lists(st.tuples(st.integers(0, 1), SAID), max_size=5)


@settings(max_examples=examples(8), deadline=None, derandomize=True)
@given(TALKS)
def test_a_join_that_is_undone_leaves_both_cases_as_they_were(talk: list[tuple[int, str]]) -> None:
    story = lived(talk)
    first, second = (case for case in story.cases if not case.linked_to)

    story.order.join(first.id, second.id, ENGINEER)
    story.order.undo(first.id, ENGINEER)

    for was in (first, second):
        assert is_unchanged(story.engine.state.cases.load(was.id), was)


@settings(max_examples=examples(8), deadline=None, derandomize=True)
@given(TALKS, st.data())
def test_a_split_that_is_undone_leaves_the_case_as_it_was(
    talk: list[tuple[int, str]], data: st.DataObject
) -> None:
    story = lived([*talk, (0, "又蓝屏了一次。")])
    was = story.cases[0]
    mails = [mail.id for mail in story.engine.state.filed_mails.mails_of(was.id)]
    going = data.draw(
        st.lists(st.sampled_from(mails), min_size=1, max_size=len(mails) - 1, unique=True)
    )

    story.order.split(was.id, going, ENGINEER)
    story.order.undo(was.id, ENGINEER)

    assert is_unchanged(story.engine.state.cases.load(was.id), was)
    assert [mail.id for mail in story.engine.state.filed_mails.mails_of(was.id)] == mails
