"""The second opinion: what a mail wants, learnt from mails that people read and labelled."""
