"""How well mail is read, measured on real corpora and on mails of our own: `make accuracy`.

Each file here measures one thing: `measure() -> Iterator[Row]`, found by lying there. A measure
that needs `../shared/corpora` raises `NoCorpora` where it is missing, and the table says so.
"""
