package app.parley.team;

/** An agent's choice of colours; {@code SYSTEM} follows the operating system. */
public enum ColorScheme {
    SYSTEM,
    LIGHT,
    DARK
}
