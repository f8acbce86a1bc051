"""Who is who to the desk: roles, mailboxes, organisations, and who a mail is really from."""
