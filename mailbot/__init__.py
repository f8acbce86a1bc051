"""mailbot looks after a support mailbox: it reads, files, answers, reminds and closes."""

import os

# onnxruntime tells its maker of every process that loads it, unless this stands there beforehand;
# what a desk runs is nobody else's business
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
