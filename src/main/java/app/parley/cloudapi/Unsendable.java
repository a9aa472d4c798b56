package app.parley.cloudapi;

/** Why a template that Meta approved cannot be sent from here. */
public enum Unsendable {
    LOCATION,
    FLOW,
    ONE_TIME_CODE,
    CATALOG,
    CAROUSEL,
    OFFER,
    OTHER
}
