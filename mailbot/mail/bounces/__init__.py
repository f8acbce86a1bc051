"""Mail that did not reach its reader, and why (RFC 3464)."""
