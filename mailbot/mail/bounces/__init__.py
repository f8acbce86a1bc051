"""Delivery status notifications: which mail failed, and why (RFC 3464)."""
