"""What comes in: mails read and filed, uploads taken."""
