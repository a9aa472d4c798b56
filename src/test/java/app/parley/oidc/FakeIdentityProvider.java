package app.parley.oidc;

import app.parley.MutableClock;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An identity provider behind a real socket: it describes itself, shows a page to sign in, checks what a client has to
 * prove, and signs ID tokens. A test says who signs in, and where it misbehaves.
 */
public final class FakeIdentityProvider implements AutoCloseable {

    public static final String CLIENT = "parley";
    public static final String SECRET = "the client's secret";

    /** What the ID token says besides what it has to. */
    @FunctionalInterface
    interface Saying {
        void in(JWTClaimsSet.Builder claims);
    }

    /** Makes the ID token of what it says. */
    @FunctionalInterface
    interface Signing {
        String of(JWTClaimsSet claims) throws JOSEException;
    }

    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private record Asked(String nonce, String challenge, String redirectUri) {}

    private final HttpServer server;
    private final RSAKey key;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Map<String, Object> description = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Saying saying = _ -> {};
    private volatile Signing signing = this::signed;

    public FakeIdentityProvider(Clock clock) {
        this.clock = clock;
        try {
            key = new RSAKeyGenerator(2048).keyID("first").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        reset();
    }

    public FakeIdentityProvider() {
        this(new MutableClock());
    }

    public void reset() {
        answers.clear();
        requests.clear();
        codes.clear();
        signing = this::signed;
        is("ben-at-the-provider", "ben@bonita.example", true);
        description.clear();
        description.putAll(Map.of(
                "issuer", url(),
                "authorization_endpoint", url() + "/authorize",
                "token_endpoint", url() + "/token",
                "jwks_uri", url() + "/keys",
                "userinfo_endpoint", url() + "/userinfo",
                "end_session_endpoint", url() + "/leave",
                "subject_types_supported", List.of("public"),
                "response_types_supported", List.of("code"),
                "id_token_signing_alg_values_supported", List.of("RS256")));
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    RSAKey key() {
        return key;
    }

    /** Who signs in from now on. */
    public void is(String subject, String email, boolean verified) {
        says(claims -> claims.subject(subject).claim("email", email).claim("email_verified", verified));
    }

    /** As above; the provider has asked them for more than a password. */
    public void isStrongly(String subject, String email) {
        says(claims -> claims.subject(subject)
                .claim("email", email)
                .claim("email_verified", true)
                .claim("amr", List.of("pwd", "mfa")));
    }

    void says(Saying saying) {
        this.saying = saying;
    }

    void signs(Signing signing) {
        this.signing = signing;
    }

    void describes(String what, @Nullable Object as) {
        if (as == null) {
            description.remove(what);
        } else {
            description.put(what, as);
        }
    }

    public void answers(String path, Answer answer) {
        answers.put(path, answer);
    }

    /** Paths that were asked for, in order. */
    public List<String> requests() {
        return requests;
    }

    /** What somebody's browser is answered who signs in there: where it is sent. */
    public String signsIn(String authorizationUri) {
        Map<String, String> asked = fields(authorizationUri.substring(authorizationUri.indexOf('?') + 1));
        if (!"S256".equals(asked.get("code_challenge_method"))) {
            throw new AssertionError("PKCE is missing");
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, new Asked(field(asked, "nonce"), field(asked, "code_challenge"), field(asked, "redirect_uri")));
        return field(asked, "redirect_uri") + "?code=" + code + "&state="
                + URLEncoder.encode(field(asked, "state"), StandardCharsets.UTF_8);
    }

    String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, key);
    }

    static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    public static Answer text(int status, String type, String body) {
        return exchange -> send(exchange, status, type, body);
    }

    static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        Answer told = answers.get(path);
        if (told != null) {
            told.to(exchange);
            return;
        }
        switch (path) {
            case "/.well-known/openid-configuration" -> say(exchange, description);
            case "/keys" -> say(exchange, new JWKSet(key.toPublicJWK()).toJSONObject());
            case "/authorize" -> page(exchange);
            case "/token" -> token(exchange);
            case "/userinfo" -> say(exchange, Map.of("sub", "ben-at-the-provider"));
            case "/leave" -> send(exchange, 200, "text/html", "<h1>You have left the provider</h1>");
            default -> send(exchange, 404, "text/plain", "");
        }
    }

    private void say(HttpExchange exchange, Map<String, ?> what) throws IOException {
        send(exchange, 200, "application/json", json.writeValueAsString(what));
    }

    private void page(HttpExchange exchange) throws IOException {
        String back = signsIn(exchange.getRequestURI().toString()).replace("&", "&amp;");
        send(exchange, 200, "text/html", "<h1>Provider</h1><a href=\"" + back + "\">I am Ben</a>");
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic = Base64.getEncoder()
                .encodeToString((CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, "application/json", "{\"error\":\"invalid_client\"}");
            return;
        }
        Asked asked = codes.remove(field(form, "code"));
        if (asked == null
                || !asked.challenge().equals(challenge(field(form, "code_verifier")))
                || !asked.redirectUri().equals(form.get("redirect_uri"))) {
            send(exchange, 400, "application/json", "{\"error\":\"invalid_grant\"}");
            return;
        }
        try {
            String idToken = signing.of(claims(asked));
            say(exchange, Map.of("access_token", "at", "token_type", "Bearer", "expires_in", 60, "id_token", idToken));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private JWTClaimsSet claims(Asked asked) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(url())
                .audience(CLIENT)
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(5))))
                .claim("nonce", asked.nonce());
        saying.in(claims);
        return claims.build();
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> fields(String form) {
        return Stream.of(form.split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }

    private static String field(Map<String, String> fields, String name) {
        return Objects.requireNonNullElse(fields.get(name), "");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
