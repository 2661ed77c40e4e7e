"""What a solver is asked of a pack: open matters, alone or in pairs, and what they have to be.

It knows how a question is put and how its answer is read back as cases, and no sentence.
"""
