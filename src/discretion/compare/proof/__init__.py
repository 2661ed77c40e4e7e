"""Sentences about a pack, proved for every matter within a bound or refuted by a made case.

This folder knows which sentences are claimed, how each is asked of a solver, and which change of
the pack has to refute it. It never says that no matter exists without the bound, and it shows no
case that the reference engine has not assessed.

`question` is what a solver is asked, `subject` the pack it is asked of, `pairs` two matters at
once; `forms` holds one module for each kind of sentence, `mutation` the changes, `replay` what
becomes of an answer, and `proving` puts all of it in order.
"""
