package app.parley.shell;

import app.parley.team.Enrolment;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;

/** What to do with the phone: scan the picture, or type what it says. */
final class EnrolmentSteps extends Div {

    EnrolmentSteps(Enrolment enrolment) {
        setClassName("enrolment");
        Image square = new Image(QrCode.of(enrolment.address()), getTranslation("code.square"));
        square.setClassName("enrolment-square");
        Code secret = new Code(enrolment.secret().replaceAll("(.{4})(?=.)", "$1 "));
        secret.setClassName("enrolment-secret");
        add(new Paragraph(getTranslation("code.scan")), square, new Paragraph(getTranslation("code.type")), secret);
    }
}
