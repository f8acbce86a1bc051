"""The log: one line for each decision, with its reasons, and never a word of a mail."""

import logging
import sys

import structlog


def start_log() -> None:
    """Lines of key=value on stderr; APScheduler's skipped wake-ups are no news."""
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    # mail-parser tells every oddity of every mail; what matters of it is among the defects
    logging.getLogger("mailparser").setLevel(logging.CRITICAL)
    structlog.configure(
        processors=[
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.add_log_level,
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"]),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
