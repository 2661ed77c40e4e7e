"""Two policies compared: who is treated differently, why, and what was edited to make it so.

This layer knows packs, the formulas that conditions come to, and the assessment that replays
each case it finds. It never weighs one difference against another, and it never says that two
policies are the same without the bound that this was shown within.
"""
