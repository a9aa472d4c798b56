package app.parley.numbers;

import java.util.List;

/**
 * An account that was just added.
 *
 * @param verifyToken what Meta is to be told beside the webhook's address; told this once
 * @param numbers the names of its numbers
 * @param subscribed whether the app hears of its messages from now on
 */
public record AddedAccount(String wabaId, String verifyToken, List<String> numbers, boolean subscribed) {}
