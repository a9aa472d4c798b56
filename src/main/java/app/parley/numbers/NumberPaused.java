package app.parley.numbers;

/** A number was paused, or sends again; whoever shows it reads it again. Heard after commit. */
public record NumberPaused(NumberId number) {}
