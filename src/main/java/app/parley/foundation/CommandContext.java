package app.parley.foundation;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a command stands on that does not start all of Parley: the data directory, checked. */
@Configuration(proxyBeanMethods = false)
@Import(DataDirectory.class)
public class CommandContext {}
