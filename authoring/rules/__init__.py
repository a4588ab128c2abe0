"""The rules of sense, by topic: what a playbook says that cannot be meant, or should not be said."""
