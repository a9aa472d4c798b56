package app.parley.conversations;

import app.parley.numbers.NumberId;

/** One enabled number the agent may use, and how many of its messages nobody has seen yet. */
public record NumberCount(NumberId id, String phoneNumberId, String name, String displayPhone, int unseen) {}
