package app.parley.sandbox;

/** One customer's chat with one business number. */
record PhoneId(String phoneNumberId, String userId) {}
