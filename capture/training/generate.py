"""Synthetic lines of OCR-B as a webcam sees them, for training the MRZ recogniser.

A sample is a strip of 32 pixels' height (capitals about 20), dark on light, 0 to 1, and its text.
"""

import os

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<"
HEIGHT = 32
CAPITAL = 20.0
PITCH = CAPITAL * 2.54 / 2.4  # OCR-B size I: 2.4 mm capitals, 2.54 mm apart

FONT_FOLDERS = ["/usr/share/fonts/opentype/ocr-b"]
FONTS = ["OCRB.otf", "OCRBS.otf"]
SUPER = 48  # height of a capital when glyphs are drawn


def find_font(name):
    for folder in FONT_FOLDERS:
        path = os.path.join(folder, name)
        if os.path.exists(path):
            return path
    raise SystemExit(f"{name} was not found: install Debian's fonts-ocr-b")


def glyphs(path):
    """Each character as a mask, baseline at a fixed row, drawn so that H is SUPER high."""
    font = ImageFont.truetype(path, 100)
    top, bottom = font.getbbox("H")[1], font.getbbox("H")[3]
    font = ImageFont.truetype(path, round(100 * SUPER / (bottom - top)))
    top = font.getbbox("H")[1]
    cell = round(SUPER * 2.54 / 2.4)
    found = {}
    for char in ALPHABET:
        image = Image.new("L", (cell * 2, SUPER * 2), 0)
        box = font.getbbox(char)
        x = cell - (box[0] + box[2]) / 2
        ImageDraw.Draw(image).text((x, SUPER // 2 - top), char, fill=255, font=font)
        found[char] = np.asarray(image, np.float32) / 255
    return found


class Generator:
    def __init__(self, seed):
        self.random = np.random.default_rng(seed)
        self.fonts = [glyphs(find_font(name)) for name in FONTS]

    def text(self, length):
        """Anything may stand next to anything; fillers and digits come in runs as they do in life."""
        r = self.random
        out = ""
        while len(out) < length:
            kind = r.integers(0, 6)
            run = int(r.integers(1, 9))
            if kind == 0:
                out += "<" * int(r.integers(1, 16))
            elif kind in (1, 2):
                out += "".join(r.choice(list(ALPHABET[10:36]), run))
            elif kind in (3, 4):
                out += "".join(r.choice(list(ALPHABET[:10]), run))
            else:
                out += "".join(r.choice(list(ALPHABET), run))
        return out[:length]

    def ink(self, text, margin):
        r = self.random
        cell = SUPER * 2.54 / 2.4 * r.uniform(0.95, 1.06)
        font = self.fonts[0 if r.random() < 0.7 else 1]
        width = int(cell * (len(text) + 2 * margin)) + 8
        height = round(SUPER * HEIGHT / CAPITAL)
        canvas = np.zeros((height, width), np.float32)
        y = (height - 2 * SUPER) // 2
        for i, char in enumerate(text):
            glyph = font[char]
            x = int(cell * (margin + i + 0.5) - glyph.shape[1] / 2 + r.normal(0, 0.6))
            left, right = max(0, x), min(width, x + glyph.shape[1])
            part = glyph[max(0, -y) : max(0, -y) + height, left - x : right - x]
            canvas[max(0, y) : max(0, y) + part.shape[0], left:right] = np.maximum(
                canvas[max(0, y) : max(0, y) + part.shape[0], left:right], part
            )
        if r.random() < 0.2:
            self.neighbours(canvas, font, cell)
        weight = r.integers(-3, 4)
        if weight > 0:
            canvas = cv2.dilate(canvas, np.ones((weight, weight), np.uint8))
        elif weight < -1:
            canvas = cv2.erode(canvas, np.ones((-weight, -weight), np.uint8))
        return canvas

    def neighbours(self, canvas, font, cell):
        """Feet of the line above, heads of the line below: a strip cut a little too high."""
        r = self.random
        height, width = canvas.shape
        for above in (True, False):
            if r.random() < 0.35:
                continue
            seen = int(r.integers(1, max(2, height // 6)))
            shift = r.uniform(0, cell)
            for i, char in enumerate(self.text(int(width / cell) - 1)):
                glyph = font[char][SUPER // 2 : SUPER // 2 + SUPER]
                part = glyph[-seen:] if above else glyph[:seen]
                x = int(shift + cell * i - glyph.shape[1] / 4)
                left, right = max(0, x), min(width, x + glyph.shape[1])
                rows = slice(0, seen) if above else slice(height - seen, height)
                canvas[rows, left:right] = np.maximum(canvas[rows, left:right], part[:, left - x : right - x])

    def paper(self, height, width):
        r = self.random
        paper = np.full((height, width), r.uniform(0.55, 1.0), np.float32)
        if r.random() < 0.5:
            paper *= np.linspace(r.uniform(0.75, 1), r.uniform(0.75, 1), width)[None, :]
        if r.random() < 0.35:
            coarse = r.uniform(0.8, 1.05, (max(2, height // 12), max(2, width // 12)))
            paper *= cv2.resize(coarse.astype(np.float32), (width, height), interpolation=cv2.INTER_CUBIC)
        if r.random() < 0.4:
            xs, ys = np.arange(width)[None, :], np.arange(height)[:, None]
            wave = np.sin((ys + r.uniform(2, 9) * np.sin(xs * r.uniform(0.01, 0.06))) * r.uniform(0.2, 1.2))
            paper -= (wave > r.uniform(0.3, 0.9)) * r.uniform(0.03, 0.25)
        return paper

    def sample(self, length):
        r = self.random
        text = self.text(length)
        ink = self.ink(text, r.uniform(0.3, 1.8))
        height, width = ink.shape
        ink = self.misfit(ink)
        strength = r.uniform(0.3, 1.0)
        if r.random() < 0.2:
            fade = r.uniform(0.4, 1.3, (2, max(2, len(text) // 3))).astype(np.float32)
            ink = ink * np.clip(cv2.resize(fade, (width, height), interpolation=cv2.INTER_LINEAR), 0, 1)
        paper = self.paper(height, width)
        picture = paper * (1 - ink * strength)
        # What the camera resolves: from 7 to 26 pixels a capital.
        capital = r.uniform(6, 22) if r.random() < 0.75 else r.uniform(12, 36)
        scale = capital / SUPER
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        if r.random() < 0.6:
            most = 0.08 if r.random() < 0.65 else 0.2
            sigma = r.uniform(0.2, max(0.3, most * capital))
            picture = cv2.GaussianBlur(picture, (0, 0), sigma)
        if r.random() < 0.25:
            most = 0.25 if r.random() < 0.6 else 0.6
            size = int(r.integers(2, max(3, int(capital * most) + 1)))
            kernel = np.zeros((size, size), np.float32)
            angle = r.choice([0, np.pi / 2, r.uniform(0, np.pi)])
            reach = np.array([np.cos(angle), np.sin(angle)]) * (size - 1) / 2
            middle = np.array([size // 2, size // 2])
            ends = np.round(middle - reach).astype(int), np.round(middle + reach).astype(int)
            cv2.line(kernel, tuple(map(int, ends[0])), tuple(map(int, ends[1])), 1)
            picture = cv2.filter2D(picture, -1, kernel / max(kernel.sum(), 1))
        if r.random() < 0.2:
            x = r.uniform(0, picture.shape[1])
            spot = np.exp(-(((np.arange(picture.shape[1]) - x) / (capital * r.uniform(1, 3))) ** 2))
            picture = picture + r.uniform(0.1, 0.8) * spot[None, :]
        picture = picture + r.normal(0, r.uniform(0, 0.05) if r.random() < 0.85 else r.uniform(0.05, 0.1), picture.shape)
        picture = np.clip(picture, 0, 1)
        if r.random() < 0.5:
            _, jpeg = cv2.imencode(".jpg", (picture * 255).astype(np.uint8), [cv2.IMWRITE_JPEG_QUALITY, int(r.integers(35, 95))])
            picture = cv2.imdecode(jpeg, cv2.IMREAD_GRAYSCALE).astype(np.float32) / 255
        if r.random() < 0.15:
            picture = self.binarised(picture, capital)
        target = max(64, round(picture.shape[1] * (CAPITAL / capital) * r.uniform(0.94, 1.06)))
        picture = cv2.resize(
            picture, (target, HEIGHT), interpolation=cv2.INTER_LINEAR if capital < CAPITAL else cv2.INTER_AREA
        )
        low, high = np.quantile(picture, [0.01, 0.99])
        return np.clip((picture - low) / max(high - low, 0.02), 0, 1).astype(np.float32), text

    def misfit(self, ink):
        """The strip lies on the line as the finder managed: shifted, turned, too high, in perspective."""
        r = self.random
        height, width = ink.shape
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), r.normal(0, 0.6), 1)
        matrix[0, 1] += r.normal(0, 0.05)
        tall = np.exp(r.normal(0, 0.1))
        matrix[1] *= tall
        matrix[1, 2] += height / 2 * (1 - tall) + r.normal(0, 5)
        centred = np.array([[1, 0, -width / 2], [0, 1, -height / 2], [0, 0, 1]])
        tilt = np.array([[1, 0, 0], [0, 1, 0], [r.normal(0, 0.04) / width, r.normal(0, 0.005) / height, 1]])
        square = np.vstack([matrix, [0, 0, 1]]) @ np.linalg.inv(centred) @ tilt @ centred
        return cv2.warpPerspective(ink, square, (width, height))

    def binarised(self, picture, capital):
        r = self.random
        if r.random() < 0.5:
            return (picture > np.quantile(picture, r.uniform(0.12, 0.4))).astype(np.float32)
        size = int(capital * r.uniform(0.6, 2)) * 2 + 1
        near = cv2.GaussianBlur(picture.astype(np.float32), (size, size), 0)
        return (picture > near - r.uniform(0.02, 0.15)).astype(np.float32)


if __name__ == "__main__":
    generator = Generator(1)
    rows = [generator.sample(24)[0] for _ in range(24)]
    width = max(row.shape[1] for row in rows)
    sheet = np.vstack([np.pad(row, ((2, 2), (0, width - row.shape[1])), constant_values=1) for row in rows])
    cv2.imwrite("samples.png", (sheet * 255).astype(np.uint8))
