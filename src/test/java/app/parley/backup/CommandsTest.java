package app.parley.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandsTest {

    @Test
    void parleyItselfStartsWhenNoCommandIsNamed() {
        assertThat(Commands.run()).isEmpty();
        assertThat(Commands.run("--parley.command=")).isEmpty();
    }

    @Test
    void parleyItselfReconciles() {
        assertThat(Commands.run("--parley.command=reconcile")).isEmpty();
    }

    @Test
    void aCommandThatNobodyKnowsIsRefused() {
        assertThat(Commands.run("--parley.command=reconsile")).contains(1);
    }

    @Test
    void nobodyReachesParleyWhileItReconciles() {
        assertThat(Commands.startingWith("--parley.command=reconcile", "--server.port=8080"))
                .containsExactly("--parley.command=reconcile", "--server.port=0", "--server.address=127.0.0.1");
        assertThat(Commands.startingWith("--server.port=8080")).containsExactly("--server.port=8080");
    }
}
