"""asyncio.log: the logger that asyncio tells what goes wrong."""

import logging

logger = logging.getLogger('asyncio')
