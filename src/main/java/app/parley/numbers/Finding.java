package app.parley.numbers;

import static app.parley.numbers.Finding.State.NOT_KNOWN;
import static app.parley.numbers.Finding.State.OK;
import static app.parley.numbers.Finding.State.WRONG;

/** What a connection check can find at a link of the chain; each has its words in the message bundle. */
public enum Finding {
    TOKEN_GOOD(Link.TOKEN, OK),
    /** Good, until then. */
    TOKEN_ENDS(Link.TOKEN, OK),
    /** Within days. */
    TOKEN_ENDS_SOON(Link.TOKEN, WRONG),
    TOKEN_EXPIRED(Link.TOKEN, WRONG),
    TOKEN_REFUSED(Link.TOKEN, WRONG),
    TOKEN_UNREACHABLE(Link.TOKEN, NOT_KNOWN),
    /** WhatsApp answers calls made with it, though it does not tell of it. */
    TOKEN_WORKS(Link.TOKEN, OK),
    TOKEN_UNTOLD(Link.TOKEN, NOT_KNOWN),

    PERMISSIONS_GOOD(Link.PERMISSIONS, OK),
    PERMISSION_MISSING(Link.PERMISSIONS, WRONG),
    PERMISSIONS_UNTOLD(Link.PERMISSIONS, NOT_KNOWN),

    ACCOUNT_READ(Link.ACCOUNT, OK),
    ACCOUNT_HIDDEN(Link.ACCOUNT, WRONG),
    /** The app demands that every call be proved. */
    ACCOUNT_WANTS_PROOF(Link.ACCOUNT, WRONG),
    ACCOUNT_REFUSED(Link.ACCOUNT, WRONG),
    ACCOUNT_NOT_ASKED(Link.ACCOUNT, NOT_KNOWN),

    NUMBERS_GOOD(Link.NUMBERS, OK),
    NUMBERS_NONE(Link.NUMBERS, WRONG),
    NUMBER_UNREGISTERED(Link.NUMBERS, WRONG),
    NUMBER_TROUBLED(Link.NUMBERS, WRONG),
    NUMBER_CANNOT_SEND(Link.NUMBERS, WRONG),
    NUMBER_TAKEN(Link.NUMBERS, WRONG),
    NUMBERS_NOT_ASKED(Link.NUMBERS, NOT_KNOWN),

    SUBSCRIBED(Link.SUBSCRIPTION, OK),
    NOT_SUBSCRIBED(Link.SUBSCRIPTION, WRONG),
    OTHER_APP_SUBSCRIBED(Link.SUBSCRIPTION, WRONG),
    SUBSCRIPTION_NOT_ASKED(Link.SUBSCRIPTION, NOT_KNOWN),

    HANDSHAKE_SEEN(Link.HANDSHAKE, OK),
    /** Webhooks come, so there has been one before this process began. */
    HANDSHAKE_BEFORE(Link.HANDSHAKE, OK),
    HANDSHAKE_NEVER(Link.HANDSHAKE, NOT_KNOWN),
    HANDSHAKE_REFUSED(Link.HANDSHAKE, WRONG),

    WEBHOOK_CAME(Link.WEBHOOK, OK),
    WEBHOOK_NEVER(Link.WEBHOOK, NOT_KNOWN),

    SIGNATURE_GOOD(Link.SIGNATURE, OK),
    /** WhatsApp says that token and secret belong together; no webhook has come yet. */
    SECRET_CONFIRMED(Link.SIGNATURE, OK),
    SIGNATURE_WRONG(Link.SIGNATURE, WRONG),
    SECRET_OF_ANOTHER_APP(Link.SIGNATURE, WRONG),
    SIGNATURE_NOT_KNOWN(Link.SIGNATURE, NOT_KNOWN),

    CLOCK_GOOD(Link.CLOCK, OK),
    CLOCK_WRONG(Link.CLOCK, WRONG),
    CLOCK_NOT_KNOWN(Link.CLOCK, NOT_KNOWN);

    /** The chain a message travels along, in the order in which it is mended. */
    public enum Link {
        TOKEN,
        PERMISSIONS,
        ACCOUNT,
        NUMBERS,
        SUBSCRIPTION,
        HANDSHAKE,
        WEBHOOK,
        SIGNATURE,
        CLOCK
    }

    public enum State {
        OK,
        WRONG,
        NOT_KNOWN
    }

    private final Link link;
    private final State state;

    Finding(Link link, State state) {
        this.link = link;
        this.state = state;
    }

    public Link link() {
        return link;
    }

    public State state() {
        return state;
    }
}
