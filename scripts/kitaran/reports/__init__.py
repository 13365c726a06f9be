"""Learners' results read back: who is ready, and which questions are worth asking."""
