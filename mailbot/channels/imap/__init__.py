"""The mailbox over IMAP."""
