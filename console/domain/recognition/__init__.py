"""From what a citizen says to what it may be about: ranked matters, the words that decided, emergencies."""
