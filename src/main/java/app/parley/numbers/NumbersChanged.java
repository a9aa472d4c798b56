package app.parley.numbers;

/**
 * Which numbers there are to see, or what they are called, has changed for somebody; whoever shows them reads them
 * again. Heard after commit.
 */
public record NumbersChanged() {}
