package app.parley.rights;

import static app.parley.rights.Audience.ADMINS;
import static app.parley.rights.Audience.BILLING;
import static app.parley.rights.Audience.OF_THE_NUMBER;
import static app.parley.rights.Audience.ONESELF;
import static app.parley.rights.Audience.THE_APPLICATION;

import app.parley.team.AgentId;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** Every method of a room's door that works on an agent's behalf, and whom it is for. */
final class Doors {

    private static final Map<String, Audience> AUDIENCES = new HashMap<>();

    static {
        are(ADMINS, "AccountManagement", "all add changeToken addSecret dropSecret newVerifyToken subscribe");
        are(ADMINS, "AuditTrail", "page export");
        are(ADMINS, "BillingSettings", "agentsSeeCost");
        are(ADMINS, "Budgets", "set");
        are(ADMINS, "ConnectionCheck", "check");
        are(ADMINS, "Erasure", "customer conversations");
        are(ADMINS, "Erasures", "erase");
        are(ADMINS, "Exports", "begin");
        are(ADMINS, "Journal", "body replay delete");
        // Of a colleague; one's own is everybody's, for which there is a test beside this.
        are(ADMINS, "Logins", "of end");
        are(ADMINS, "MetaComparisons", "compare");
        are(ADMINS, "MetaRates", "summary plan apply");
        are(ADMINS, "Membership", "of invite change");
        are(ADMINS, "NumberSettings", "enable send receipts throughput");
        are(ADMINS, "Rates", "all add");
        are(ADMINS, "Reconciliation", "run");
        are(ADMINS, "TeamAdministration", "all profile invite newLink change disable enable");
        are(ADMINS, "Team", "requireAdmin");
        are(ADMINS, "TwoFactor", "removeFor makeCompulsory");
        are(ADMINS, "MaintenanceQueries", "merge settle");
        are(BILLING, "BillingCsv", "announce report entries");
        are(BILLING, "BillingReports", "report messages sessions projection");
        are(BILLING, "Budgets", "areSeenBy standings");
        are(BILLING, "MetaComparisons", "state");
        are(BILLING, "RatesOfPeriods", "applied");
        are(BILLING, "Reconciliation", "last");
        are(OF_THE_NUMBER, "Conversations", "reply send sendTemplate begin resend archive undo seen markUnread draft");
        are(OF_THE_NUMBER, "Blocking", "block unblock newest");
        are(OF_THE_NUMBER, "ConversationCosts", "of");
        are(OF_THE_NUMBER, "InboxQueries", "page pageBefore rows header open older newer from aroundUnseen around");
        // Which numbers they may use.
        are(ONESELF, "InboxQueries", "numbers");
        are(OF_THE_NUMBER, "Media", "tryAgain");
        are(OF_THE_NUMBER, "MessageFiles", "kept isShown");
        are(OF_THE_NUMBER, "Uploads", "take find");
        are(ONESELF, "PasswordChange", "change");
        are(ONESELF, "Team", "changeColorScheme changeLanguage");
        are(ONESELF, "TwoFactor", "need isOn recoveryCodesLeft begin confirm accepts newRecoveryCodes turnOff");
        are(THE_APPLICATION, "NumberAccess", "of");
        are(THE_APPLICATION, "Team", "byId disable");
        are(THE_APPLICATION, "LoginAudit", "codeRequired proofRefused");
        are(THE_APPLICATION, "OpenSessions", "of");
    }

    private Doors() {}

    private static void are(Audience audience, String door, String methods) {
        Arrays.stream(methods.split(" ")).forEach(method -> AUDIENCES.put(door + "." + method, audience));
    }

    static Map<String, Audience> audiences() {
        return Map.copyOf(AUDIENCES);
    }

    static List<Method> methods() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        return scan.findCandidateComponents("app.parley").stream()
                .map(BeanDefinition::getBeanClassName)
                .distinct()
                .map(name -> ClassUtils.resolveClassName(String.valueOf(name), Doors.class.getClassLoader()))
                .filter(Doors::isOurs)
                .flatMap(Doors::methodsOf)
                .toList();
    }

    static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** And no test's. */
    private static boolean isOurs(Class<?> type) {
        return !type.getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .equals(Doors.class.getProtectionDomain().getCodeSource().getLocation());
    }

    private static Stream<Method> methodsOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(AgentId.class));
    }
}
