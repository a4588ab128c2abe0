"""The coach: pure decisions about a preparation, with no clock, no files, no network and no knowledge of Telegram."""
