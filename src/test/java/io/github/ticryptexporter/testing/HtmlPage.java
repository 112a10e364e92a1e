package io.github.ticryptexporter.testing;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as a parser sees it that forgives nothing: every tag closed, every attribute quoted and there once. */
public final class HtmlPage {
    private final Document document;

    private HtmlPage(Document document) {
        this.document = document;
    }

    /** Fails where the page is not well-formed. */
    public static HtmlPage parse(String html) {
        try {
            return new HtmlPage(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(html))));
        } catch (SAXException | ParserConfigurationException e) {
            throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + html, e);
        } catch (IOException e) {
            throw new AssertionError("a string was read", e);
        }
    }

    /** The texts of these nodes, white space as a browser would have it. */
    public List<String> texts(String xpath) {
        return nodes(xpath).stream()
                .map(node -> node.getTextContent().strip().replaceAll("\\s+", " "))
                .toList();
    }

    /** The cells of each row of the table below this heading, the row's own heading first. */
    public List<List<String>> rows(String heading) {
        String table = "//h2[.='" + heading + "']/following-sibling::*[1][self::table]";
        return IntStream.rangeClosed(1, nodes(table + "/tbody/tr").size())
                .mapToObj(row -> texts("(" + table + "/tbody/tr)[" + row + "]/*"))
                .toList();
    }

    private List<Node> nodes(String xpath) {
        try {
            NodeList found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, document, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength()).mapToObj(found::item).toList();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(xpath, e);
        }
    }
}
