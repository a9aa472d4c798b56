package app.parley.cloudapi;

/** What helps the agent whose message failed for good. */
public enum Remedy {
    TRY_AGAIN,
    SEND_TEMPLATE,
    NONE
}
