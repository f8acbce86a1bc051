"""The structure of a mail: headers, parts, bodies, limits (RFC 5322, RFC 2045)."""
