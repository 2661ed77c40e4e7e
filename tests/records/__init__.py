"""The clock, the day-count duties of the policies, and the command that lists them."""
