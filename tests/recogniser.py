"""The shipped recogniser, loaded once a process: what mails are read with in tests as in use."""

from mailbot.bot.wiring.recogniser import read_recogniser
from mailbot.config import Config, Desk

RECOGNISER = read_recogniser(Config(Desk("desk@support.example")))
