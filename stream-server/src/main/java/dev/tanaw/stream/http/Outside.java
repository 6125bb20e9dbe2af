package dev.tanaw.stream.http;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where the server also listens, over TLS 1.3 with HTTP/2 or HTTP/1.1, for readers and producers
/// on other machines; there nothing is done without a credential. `names` are all it answers to;
/// port 0 is any free one.
public record Outside(String host, int port, Identity identity, Set<String> names) {
    public Outside {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port " + port);
        }
        names = Set.copyOf(names);
    }

    /// The names and addresses by which others on the network may know this machine, when it
    /// listens on `host`.
    public static Set<String> names(String host) throws SocketException, UnknownHostException {
        Set<String> names = new LinkedHashSet<>(List.of(host));
        if (!InetAddress.getByName(host).isAnyLocalAddress()) {
            return names;
        }
        names.remove(host);
        try {
            InetAddress here = InetAddress.getLocalHost();
            names.add(here.getHostName());
            names.add(here.getCanonicalHostName());
        } catch (UnknownHostException e) {
            // A machine without a name is known by its addresses.
        }
        NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .map(InetAddress::getHostAddress)
                .forEach(
                        address -> names.add(address.replaceFirst("%.*", ""))); // without its scope
        return names;
    }

    Outside on(int port) {
        return new Outside(host, port, identity, names);
    }

    /// As they stand in the `Host` of a request.
    boolean answersTo(String name) {
        String bare = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        return names.stream().anyMatch(bare::equalsIgnoreCase);
    }
}
