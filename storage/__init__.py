"""The durable side: everything that must survive is written and read here. Knows no chat, no network and no selling."""
