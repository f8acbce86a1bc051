"""mailbot looks after a support mailbox: it reads, files, answers, reminds and closes."""
