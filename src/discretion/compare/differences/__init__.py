"""Two policies set against each other, topic by topic, each difference with a case."""
