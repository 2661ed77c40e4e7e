"""Sentences about a pack, proved for every matter within a bound or refuted by a made case."""
