package dev.tanaw.capture.camera.ip;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;

/// A small MJPEG server. Each path behaves as cameras have been seen to behave.
final class CameraServer {
    private final byte[][] pictures = {picture(Color.RED), picture(Color.GREEN)};

    static void main(String[] arguments) throws IOException {
        CameraServer camera = new CameraServer();
        int port = Integer.parseInt(arguments[0]);
        try (ServerSocket server = new ServerSocket(port, 8, InetAddress.getLoopbackAddress())) {
            report(server.getLocalPort());
            while (true) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> camera.serve(client));
            }
        }
    }

    @SuppressWarnings("SystemOut") // the only way in which a process tells its parent
    private static void report(int port) {
        System.out.println(port);
        System.out.close();
    }

    private void serve(Socket client) {
        try (client) {
            String path =
                    new BufferedReader(
                                    new InputStreamReader(
                                            client.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine()
                            .split(" ", 3)[1];
            stream(path, client.getOutputStream());
        } catch (IOException _) {
            // The other end has gone; so does this.
        }
    }

    private void stream(String path, OutputStream out) throws IOException {
        switch (path) {
            case "/denied" -> write(out, "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
            case "/page" -> write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>hi");
            default -> {
                // Two dashes of its own, quoted, or plain: cameras do all three.
                write(out, head(path.equals("/dashes") ? "--cut" : "\"cut\""));
                for (int i = 0; ; i++) {
                    part(path, i, out);
                    LockSupport.parkNanos(20_000_000);
                }
            }
        }
    }

    private static String head(String boundary) {
        return "HTTP/1.1 200 OK\r\nContent-Type: multipart/x-mixed-replace; boundary="
                + boundary
                + "\r\n\r\n";
    }

    private void part(String path, int i, OutputStream out) throws IOException {
        byte[] whole = pictures[i % 2];
        byte[] picture =
                switch (path) {
                    case "/broken" -> Arrays.copyOf(whole, whole.length / 2);
                    case "/flaws" -> i % 4 == 3 ? Arrays.copyOf(whole, 700) : whole;
                    default -> whole;
                };
        if (path.equals("/silent") && i == 3) {
            LockSupport.parkNanos(60_000_000_000L);
        }
        write(out, "--cut\r\nContent-Type: image/jpeg\r\n");
        if (path.equals("/forged")) {
            write(out, "Content-Length: 2000000000\r\n");
        } else if (!path.equals("/unsized")) {
            write(out, "Content-Length: " + picture.length + "\r\n");
        }
        write(out, "\r\n");
        out.write(picture);
        write(out, "\r\n");
        out.flush();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] picture(Color colour) {
        BufferedImage image = new BufferedImage(320, 180, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 320, 180);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
