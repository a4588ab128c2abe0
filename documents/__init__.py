"""What is looked at or printed. Knows plain data from the coach; knows no chat, no database, no rules of selling."""
