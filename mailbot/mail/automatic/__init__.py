"""Recognises automatic mail; `classify.py` asks in order.

By headers: `by_headers.py`, `postmaster.py`, `notice.py`. By wording: the words of `words_*.py` are
read as the concepts of `concepts.py`, weighed by `weights.py`, and added up in `by_wording.py`.
"""
