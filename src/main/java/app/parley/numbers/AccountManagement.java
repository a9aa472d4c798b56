package app.parley.numbers;

import app.parley.cloudapi.AccountClient;
import app.parley.cloudapi.GraphException;
import app.parley.cloudapi.PhoneNumber;
import app.parley.numbers.AccountEntry.Secret;
import app.parley.team.AgentId;
import app.parley.team.Team;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Accounts that admins add and change on the Numbers page. Nothing is stored that WhatsApp has not said yes to, and what
 * is secret is never told again. Asks WhatsApp, so it blocks; call it outside any transaction.
 */
@Service
public class AccountManagement {

    private final Team team;
    private final Accounts accounts;
    private final AccountRefresh watch;
    private final AccountWriter writing;
    private final NumberFetcher fetcher;
    private final AccountClient client;
    private final WebhookActivity activity;

    AccountManagement(
            Team team,
            Accounts accounts,
            AccountRefresh watch,
            AccountWriter writing,
            NumberFetcher fetcher,
            AccountClient client,
            WebhookActivity activity) {
        this.team = team;
        this.accounts = accounts;
        this.watch = watch;
        this.writing = writing;
        this.fetcher = fetcher;
        this.client = client;
        this.activity = activity;
    }

    /** The one from the settings first, then as they were added. */
    public List<AccountEntry> all(AgentId admin) {
        team.requireAdmin(admin);
        List<AccountEntry> all = new ArrayList<>();
        accounts.configuredAccount()
                .ifPresent(wabaId -> all.add(new AccountEntry(wabaId, writing.name(wabaId), true, 0, null, List.of())));
        writing.all().stream()
                .filter(stored -> !accounts.isConfigured(stored.wabaId()))
                .map(this::entry)
                .forEach(all::add);
        return all;
    }

    private AccountEntry entry(StoredAccount stored) {
        var used = activity.of(stored.wabaId()).bySecret();
        List<Secret> secrets = stored.secrets().stream()
                .map(one -> new Secret(one.n(), one.addedAt(), used.get(one.n())))
                .toList();
        return new AccountEntry(stored.wabaId(), stored.name(), false, stored.version(), stored.addedAt(), secrets);
    }

    /**
     * Adds an account, its numbers with it, and lets its app hear of its messages.
     *
     * @throws AccountRefusedException with the reason
     */
    public AddedAccount add(AgentId admin, String wabaId, String accessToken, String appSecret) {
        team.requireAdmin(admin);
        String id = PastedText.wabaId(wabaId);
        String token = PastedText.token(accessToken);
        String secret = PastedText.secret(appSecret);
        if (accounts.isConfigured(id)) {
            throw new AccountRefusedException(AccountRefusal.FROM_SETTINGS);
        }
        writing.requireUnknown(id);
        List<PhoneNumber> numbers = asked(id, token, secret);
        String name = name(id, token);
        String verifyToken = writing.add(admin, id, name, token, secret);
        fetcher.isDueLater(id);
        watch.refresh();
        fetcher.keep(id, numbers);
        fetcher.health(id, numbers);
        return new AddedAccount(id, verifyToken, names(numbers), subscribed(id, token));
    }

    private List<PhoneNumber> asked(String wabaId, String token, String secret) {
        try {
            List<PhoneNumber> numbers = client.phoneNumbers(wabaId, token);
            if (numbers.isEmpty()) {
                throw new AccountRefusedException(AccountRefusal.NO_NUMBERS);
            }
            writing.requireFree(wabaId, numbers);
            requireOneApp(wabaId, token, secret);
            return numbers;
        } catch (GraphException e) {
            throw AccountRefusedException.of(e);
        }
    }

    private void requireOneApp(String wabaId, String token, String secret) {
        if (!client.isOfOneApp(wabaId, token, secret)) {
            throw new AccountRefusedException(AccountRefusal.SECRET_OF_ANOTHER_APP);
        }
    }

    private String name(String wabaId, String token) {
        try {
            return Objects.requireNonNullElse(client.account(wabaId, token).name(), wabaId);
        } catch (GraphException e) {
            return wabaId; // It is nothing but a name.
        }
    }

    private boolean subscribed(String wabaId, String token) {
        try {
            client.subscribe(wabaId, token);
            return true;
        } catch (GraphException e) {
            return false;
        }
    }

    private static List<String> names(List<PhoneNumber> numbers) {
        return numbers.stream()
                .map(number -> Objects.requireNonNullElse(number.verifiedName(), ""))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** From now on calls are made with this token. What was stopped because the old one was refused goes on. */
    public void changeToken(AgentId admin, String wabaId, int version, String accessToken) {
        team.requireAdmin(admin);
        String token = PastedText.token(accessToken);
        try {
            client.phoneNumbers(wabaId, token);
        } catch (GraphException e) {
            throw AccountRefusedException.of(e);
        }
        writing.changeToken(admin, wabaId, version, token);
        watch.refresh();
        writing.resumeRefused(wabaId);
    }

    /** From now on webhooks may be signed with this secret too, so that it can be changed at Meta at any time. */
    public void addSecret(AgentId admin, String wabaId, int version, String appSecret) {
        team.requireAdmin(admin);
        String secret = PastedText.secret(appSecret);
        if (secrets(wabaId).contains(secret)) {
            throw new AccountRefusedException(AccountRefusal.KNOWN_SECRET);
        }
        writing.addSecret(admin, wabaId, version, secret);
        watch.refresh();
    }

    /** Webhooks signed with it are turned away from now on. */
    public void dropSecret(AgentId admin, String wabaId, int version, int n) {
        team.requireAdmin(admin);
        writing.dropSecret(admin, wabaId, version, n);
        watch.refresh();
    }

    /** @return a new one, told this once; the one before is void */
    public String newVerifyToken(AgentId admin, String wabaId, int version) {
        team.requireAdmin(admin);
        String token = writing.newVerifyToken(admin, wabaId, version);
        watch.refresh();
        return token;
    }

    /** Lets the app hear of the account's messages. */
    public void subscribe(AgentId admin, String wabaId) {
        team.requireAdmin(admin);
        Optional<String> token = accounts.accessToken(wabaId);
        try {
            client.subscribe(
                    wabaId, token.orElseThrow(() -> new AccountRefusedException(AccountRefusal.TOKEN_REFUSED)));
        } catch (GraphException e) {
            throw AccountRefusedException.of(e);
        }
        writing.subscribed(admin, wabaId);
    }

    private List<String> secrets(String wabaId) {
        return accounts.account(wabaId).stream()
                .flatMap(account -> account.secrets().stream())
                .map(KnownAccount.AppSecret::value)
                .toList();
    }
}
