package app.parley.inbox;

import com.vaadin.flow.dom.Element;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings the children of an element to another order with few steps, keeping the browser's nodes of those that stay. */
final class ChildOrder {

    private ChildOrder() {}

    static void children(Element parent, List<Element> wanted) {
        Set<Element> staying = new HashSet<>(wanted);
        for (int i = parent.getChildCount() - 1; i >= 0; i--) {
            if (!staying.contains(parent.getChild(i))) {
                parent.removeChild(i);
            }
        }
        for (int i = 0; i < wanted.size(); i++) {
            place(parent, wanted, i);
        }
    }

    private static void place(Element parent, List<Element> wanted, int i) {
        Element element = wanted.get(i);
        if (isAt(parent, i, element)) {
            return;
        }
        // One that moved down stands in the way: taken out, it comes back at its new place. A node taken out and put
        // back in one round trip stays the same node in the browser.
        if (isAt(parent, i + 1, element)) {
            parent.removeChild(i);
            return;
        }
        if (parent.equals(element.getParent())) {
            parent.removeChild(element);
        }
        parent.insertChild(i, element);
    }

    private static boolean isAt(Element parent, int i, Element element) {
        return i < parent.getChildCount() && parent.getChild(i).equals(element);
    }
}
