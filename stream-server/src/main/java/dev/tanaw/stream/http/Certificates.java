package dev.tanaw.stream.http;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows a server's identity as it stands in its files: whoever renews them need not restart it.
/// Connections that exist keep the certificate that they were begun with. Files that cannot be used
/// are passed over, and what was shown before stays.
final class Certificates {
    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);

    private final SslContextFactory.Server tls = new SslContextFactory.Server();
    private volatile Identity shown;
    private Optional<PemFiles> seen;

    Certificates(Identity first) {
        this.shown = first;
        this.seen = first.files();
        first.showOn(tls);
        tls.setIncludeProtocols("TLSv1.3");
    }

    SslContextFactory.Server tls() {
        return tls;
    }

    Identity shown() {
        return shown;
    }

    /// To be called now and then, by one thread.
    void tick() {
        Optional<PemFiles> now = seen.map(PemFiles::asTheyAre);
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        try {
            Identity next = Identity.of(now.orElseThrow());
            tls.reload(_ -> next.showOn(tls));
            shown = next;
            LOG.info(
                    "another certificate is shown now, until {}, SHA-256 {}",
                    next.ends(),
                    next.fingerprint());
        } catch (IOException e) {
            LOG.warn(
                    "TLS-01: the certificate's files have changed and cannot be used; the one of before is shown until {}. {}",
                    shown.ends(),
                    e.getMessage());
        } catch (Exception e) { // what Jetty's reload declares
            LOG.warn("TLS-01: the certificate that is in the files now cannot be shown", e);
        }
    }
}
