"""The chat: Telegram and the terminal, and the desk that both hand their messages to."""
