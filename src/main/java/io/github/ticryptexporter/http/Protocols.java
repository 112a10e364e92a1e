package io.github.ticryptexporter.http;

import javax.net.ssl.SSLEngine;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslConnection.SslEndPoint;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;

/** HTTP/1.1 on each new connection, within TLS where the rules in force ask for it: both may change between two of them. */
final class Protocols extends AbstractConnectionFactory {
    private final HttpConnectionFactory http;
    private final InForce inForce;
    private final SslHandshakeListener handshakes;

    Protocols(HttpConfiguration configuration, InForce inForce, Limits limits) {
        super("accepted");
        this.http = new HttpConnectionFactory(configuration);
        this.inForce = inForce;
        this.handshakes = new SslHandshakeListener() {
            @Override
            public void handshakeFailed(Event event, Throwable failure) {
                limits.refused(Refusal.HANDSHAKE);
            }
        };
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        TlsEngines tls = inForce.rules().tls();
        return tls == null ? http.newConnection(connector, endPoint) : withinTls(tls.engine(), connector, endPoint);
    }

    private Connection withinTls(SSLEngine engine, Connector connector, EndPoint endPoint) {
        SslConnection connection =
                new SslConnection(connector.getByteBufferPool(), connector.getExecutor(), null, endPoint, engine);
        connection.setRenegotiationAllowed(false);
        connection.addHandshakeListener(handshakes);
        configure(connection, connector, endPoint);
        SslEndPoint decrypted = connection.getSslEndPoint();
        decrypted.setConnection(http.newConnection(connector, decrypted));
        return connection;
    }

    /** Whether the connection, made under whatever rules, would be let in by these. */
    static boolean suit(Rules rules, Request request) {
        TlsEngines tls = rules.tls();
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        if (tls == null) {
            return true;
        }
        return endPoint instanceof SslEndPoint encrypted
                && tls.admits(encrypted.getSslConnection().getSSLEngine().getSession());
    }
}
