"""The trainer's bench: reads, checks, explains, tries and publishes playbooks. Runs without Telegram and without a database."""
