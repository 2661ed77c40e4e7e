"""What may be said outside: facts and grounds as sentences, each with what it rests on."""
