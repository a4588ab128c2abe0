"""The playbooks of each method as trainers write them, and the arithmetic of concessions."""
