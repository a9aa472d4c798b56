package app.parley.sandbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A part of the sandbox: it exists only where the sandbox is switched on. */
@Component
@ConditionalOnProperty("parley.sandbox.enabled")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface SandboxComponent {}
