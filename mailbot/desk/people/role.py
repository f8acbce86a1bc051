"""Who somebody is to the desk."""

from enum import StrEnum


class Role(StrEnum):
    """Who somebody is to the desk; staff, second line and admin only with trust=pass."""

    CUSTOMER = "customer"
    STAFF = "staff"
    SECOND_LINE = "second_line"
    ADMIN = "admin"
    DESK = "desk"
    MACHINE = "machine"
    UNKNOWN = "unknown"
