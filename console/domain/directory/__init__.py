"""The parts of the directory's search: words, vocabulary, what institutions are about, ranking."""
