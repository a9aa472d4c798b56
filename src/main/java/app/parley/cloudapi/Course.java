package app.parley.cloudapi;

/** What to do about a message that WhatsApp refused. It surely was not accepted, or it would not have been refused. */
public enum Course {
    /** Again and again, with growing pauses. */
    RETRY,
    /** As {@link #RETRY}, but only a few times. */
    RETRY_A_LITTLE,
    /** The number sends too fast: again, and slower. */
    SLOW_DOWN,
    /** This one customer is sent too much: again after 4^n seconds; nobody else is held up. */
    SPARE_CUSTOMER,
    /** A limit of the application or account is used up: the number rests for minutes. */
    REST,
    /** WhatsApp works on the number, for a minute or so: it rests until then. */
    MAINTENANCE,
    /** Nothing goes out from the number until an admin has mended something; the message waits for that. */
    PAUSE,
    /** As {@link #PAUSE}, and the message is lost on this number for good. */
    PAUSE_AND_FAIL,
    /** Trying again would end the same way: the agent is told. */
    FAIL
}
