package dev.postern.http;

import dev.postern.http.OutboundException.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says in words of our own why an exchange failed, because the JDK's and OkHttp's name addresses and paths of the host. */
final class NetworkFailure {

    private NetworkFailure() {}

    static OutboundException explain(IOException failure, Target target) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutboundException known) {
                return known;
            }
        }
        String where = target.authority();
        return switch (failure) {
            case UnknownHostException e ->
                new OutboundException(
                        Reason.NOT_FOUND, "the name " + target.host() + " was not found; check the host of the URL");
            case SSLPeerUnverifiedException e ->
                new OutboundException(
                        Reason.TLS, "the certificate of " + where + " is for another name; check the host of the URL");
            case SSLException e ->
                new OutboundException(
                        Reason.TLS,
                        "no TLS with " + where
                                + ": its certificate is not trusted here, or it speaks no TLS 1.2 or newer");
            case ConnectException e ->
                new OutboundException(
                        Reason.NOT_CONNECTED, "no connection to " + where + "; nothing seems to listen there");
            case NoRouteToHostException e ->
                new OutboundException(
                        Reason.NOT_CONNECTED, "no connection to " + where + "; there is no way to its network");
            case SocketTimeoutException e ->
                new OutboundException(Reason.TIMED_OUT, "no connection to " + where + " in time");
            case ZipException e ->
                new OutboundException(
                        Reason.BROKEN, "the answer of " + where + " is not compressed the way its headers say");
            default ->
                new OutboundException(
                        Reason.BROKEN, "the connection to " + where + " ended before a complete HTTP answer had come");
        };
    }
}
