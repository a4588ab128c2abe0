"""What is measured, and against whom; printed, never asserted."""
