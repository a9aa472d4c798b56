package app.parley.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something that cannot be taken back, or hurts at once: its button is red, and Enter alone does nothing. */
final class DangerDialog extends ConfirmDialog {

    DangerDialog(String sure, String meaning, String act, Runnable deed, String not, Runnable left) {
        setHeader(sure);
        setText(meaning);
        setConfirmText(act);
        setConfirmButtonTheme("error primary");
        addConfirmListener(confirmed -> deed.run());
        Button cancel = new Button(not);
        setCancelButton(cancel);
        setCancelable(true);
        addCancelListener(cancelled -> left.run());
        // The dialog itself puts the focus on its deed once it has opened; taken away in the middle of that, its ring
        // stays.
        cancel.getElement().executeJs("""
                const deed = this.closest('vaadin-confirm-dialog').querySelector('[slot="confirm-button"]');
                if (document.activeElement === deed) {
                  this.focus();
                } else {
                  deed.addEventListener('focus', () => setTimeout(() => this.focus()), { once: true });
                }""");
    }
}
