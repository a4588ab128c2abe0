"""Telegram: updates in, messages out, over the Bot API. Knows its JSON, its limits and its moods; decides nothing about coaching.

`chat.bot_api.service.serve` runs all of it. Nothing is imported here, so that the pure parts load without the network's libraries.
"""
