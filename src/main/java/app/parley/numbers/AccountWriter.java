package app.parley.numbers;

import app.parley.audit.AuditAction;
import app.parley.audit.AuditLog;
import app.parley.cloudapi.PhoneNumber;
import app.parley.secrets.SecretEncryption;
import app.parley.team.AgentId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes accounts, what is secret encrypted. Whoever calls it has seen to the rights. */
@Service
@Transactional
class AccountWriter {

    private static final int VERIFY_BYTES = 20;
    private static final int MOST_SECRETS = 5;

    private final CredentialRepository credentials;
    private final NumberRepository numbers;
    private final Numbers door;
    private final SecretEncryption secrets;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccountWriter(
            CredentialRepository credentials,
            NumberRepository numbers,
            Numbers door,
            SecretEncryption secrets,
            AuditLog audit,
            Clock clock) {
        this.credentials = credentials;
        this.numbers = numbers;
        this.door = door;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    List<StoredAccount> all() {
        return credentials.all();
    }

    @Transactional(readOnly = true)
    @Nullable
    String name(String wabaId) {
        return numbers.accountName(wabaId).orElse(null);
    }

    @Transactional(readOnly = true)
    void requireUnknown(String wabaId) {
        if (credentials.byWabaId(wabaId).isPresent()) {
            throw new AccountRefusedException(AccountRefusal.KNOWN_ALREADY);
        }
    }

    /** A number belongs to one account: what was written to it stays with that one. */
    @Transactional(readOnly = true)
    void requireFree(String wabaId, List<PhoneNumber> listed) {
        for (PhoneNumber number : listed) {
            if (number.id() != null) {
                numbers.byPhoneNumberId(number.id())
                        .filter(known -> !known.wabaId().equals(wabaId))
                        .ifPresent(known -> {
                            throw new AccountRefusedException(AccountRefusal.NUMBER_TAKEN, known.name());
                        });
            }
        }
    }

    /** @return the verify token */
    String add(AgentId admin, String wabaId, String name, String accessToken, String appSecret) {
        AccountId id = numbers.account(wabaId);
        String verifyToken = fresh();
        try {
            credentials.insert(
                    id,
                    secrets.encrypt(accessToken, StoredAccount.tokenPlace(id)),
                    secrets.encrypt(verifyToken, StoredAccount.verifyPlace(id)),
                    clock.instant());
        } catch (DuplicateKeyException e) {
            throw new AccountRefusedException(AccountRefusal.KNOWN_ALREADY);
        }
        addSecret(id, appSecret);
        credentials.name(id, name);
        note(AuditAction.ACCOUNT_ADDED, admin, wabaId, null);
        return verifyToken;
    }

    void changeToken(AgentId admin, String wabaId, int version, String accessToken) {
        StoredAccount account = require(wabaId, version);
        credentials.accessToken(account.id(), secrets.encrypt(accessToken, StoredAccount.tokenPlace(account.id())));
        note(AuditAction.ACCESS_TOKEN_CHANGED, admin, wabaId, null);
    }

    /** A token that counts is in memory before: whoever is woken by this sends with it. */
    void resumeRefused(String wabaId) {
        credentials.byWabaId(wabaId).map(StoredAccount::id).ifPresent(door::resumeRefused);
    }

    void addSecret(AgentId admin, String wabaId, int version, String appSecret) {
        StoredAccount account = require(wabaId, version);
        if (account.secrets().size() >= MOST_SECRETS) {
            throw new AccountRefusedException(AccountRefusal.TOO_MANY_SECRETS);
        }
        int n = addSecret(account.id(), appSecret);
        note(AuditAction.APP_SECRET_ADDED, admin, wabaId, String.valueOf(n));
    }

    void dropSecret(AgentId admin, String wabaId, int version, int n) {
        StoredAccount account = require(wabaId, version);
        if (account.secrets().size() == 1) {
            throw new AccountRefusedException(AccountRefusal.LAST_SECRET);
        }
        credentials.dropSecret(account.id(), n);
        note(AuditAction.APP_SECRET_REMOVED, admin, wabaId, String.valueOf(n));
    }

    String newVerifyToken(AgentId admin, String wabaId, int version) {
        StoredAccount account = require(wabaId, version);
        String verifyToken = fresh();
        credentials.verifyToken(account.id(), secrets.encrypt(verifyToken, StoredAccount.verifyPlace(account.id())));
        note(AuditAction.VERIFY_TOKEN_CHANGED, admin, wabaId, null);
        return verifyToken;
    }

    void subscribed(AgentId admin, String wabaId) {
        note(AuditAction.ACCOUNT_SUBSCRIBED, admin, wabaId, null);
    }

    private void note(AuditAction action, AgentId admin, String wabaId, @Nullable String detail) {
        audit.record(action, admin.value(), wabaId, detail);
    }

    private int addSecret(AccountId id, String appSecret) {
        int n = credentials.nextSecret(id);
        credentials.addSecret(id, n, secrets.encrypt(appSecret, StoredAccount.secretPlace(id, n)), clock.instant());
        return n;
    }

    /** As the admin saw it: of two who change it at once, the second one looks again first. */
    private StoredAccount require(String wabaId, int version) {
        return credentials
                .byWabaId(wabaId)
                .filter(account -> credentials.isStill(account.id(), version))
                .orElseThrow(() -> new AccountRefusedException(AccountRefusal.CHANGED_MEANWHILE));
    }

    private String fresh() {
        byte[] bytes = new byte[VERIFY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
